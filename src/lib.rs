//! Rapporteur.
pub mod app;
pub mod check;
pub mod cli;
pub mod document;
pub mod edit;
pub mod export;
pub mod file;
pub mod import;
pub mod job;
pub mod language;
pub mod photo;
pub mod report;
pub mod sample;
pub mod ui;
