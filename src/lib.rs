//! Rapporteur.
pub mod app;
pub mod edit;
pub mod report;
pub mod ui;
