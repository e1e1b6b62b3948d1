//! What editing does, as tables of cases in the notation, and properties that no list of examples covers: random work on random reports.
//!
//! - The tables hold some 800 cases that were written down, and 1,300 that are made of lists: each kind of block with each other one, each
//!   character with each kind of text. The examples that stand beside the operations come to them.
//! - The random work is 10,000 cases of each property. `PROPTEST_CASES=100000 cargo test --lib edit::tests` is its long form, some minutes.

use proptest::test_runner::Config;

mod aids;
mod anything;
mod carrying;
mod clipboard;
mod deleting;
mod enter;
mod keys;
mod lists;
mod movement;
mod naive;
mod people;
mod phrases;
mod styles;
mod tables;
mod unicode;
mod writing;

/// How many random cases there are at least.
const CASES: u32 = 10_000;

/// How many random cases there are: more where the environment asks for more.
fn cases() -> u32 {
    Config::default().cases.max(CASES)
}
