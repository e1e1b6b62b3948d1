//! The integration tests, in one program: linking the interface once is enough.
#![expect(clippy::expect_used, reason = "a test that cannot set up its files has failed")]

mod cli;
mod documents;
mod own_page;
mod photos;
mod tidy;
