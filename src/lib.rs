//! Rapporteur.
pub mod app;
pub mod check;
pub mod edit;
pub mod report;
pub mod ui;
