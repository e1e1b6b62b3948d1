//! Rapporteur.
pub mod app;
pub mod edit;
pub mod language;
pub mod report;
pub mod ui;
