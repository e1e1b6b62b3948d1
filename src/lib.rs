//! Rapporteur.
pub mod edit;
pub mod report;
