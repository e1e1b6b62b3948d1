//! Properties of editing that no list of examples covers: random work on random reports.

mod anything;
mod naive;
mod writing;
