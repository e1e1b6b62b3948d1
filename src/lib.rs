//! Rapporteur.
pub mod app;
pub mod edit;
pub mod report;
pub mod sample;
pub mod ui;
