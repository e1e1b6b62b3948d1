//! The integration tests, in one program: linking the interface once is enough.
#![expect(clippy::expect_used, reason = "a test that cannot set up its files has failed")]

mod cli;
#[path = "../complete/report.rs"]
mod complete;
mod documents;
mod own_page;
mod pages;
mod photos;
mod tidy;
#[path = "../complete/words.rs"]
mod words;
