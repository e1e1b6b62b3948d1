//! Rapporteur.
pub mod app;
pub mod check;
pub mod document;
pub mod edit;
pub mod file;
pub mod import;
pub mod job;
pub mod language;
pub mod photo;
pub mod report;
pub mod sample;
pub mod ui;
