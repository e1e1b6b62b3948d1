//! The values of flags.

use std::ffi::OsStr;
use std::str::FromStr;

use crate::cli::UsageError;
use crate::cli::args::{Flag, usage};
use crate::export::Look;

pub(super) fn look(word: &OsStr) -> Result<Look, UsageError> {
    let known = word.to_str().and_then(Look::named);
    known.map_or_else(|| usage(format!("--look takes news or minutes, not \"{}\"", word.to_string_lossy())), Ok)
}

/// A whole number from 1 up.
pub(super) fn number<T: FromStr>(flag: Flag, text: &str, most: u32) -> Result<T, UsageError> {
    let is_in_range = text.trim().parse().is_ok_and(|number| (1..=most).contains(&number));
    match text.trim().parse().ok().filter(|_| is_in_range) {
        Some(number) => Ok(number),
        None => usage(format!("{} takes numbers from 1 to {most}, not \"{text}\"", flag.spelled())),
    }
}

/// A tag such as `en`, `ru`, `zh-Hans`: letters and digits, in parts of at most eight.
pub(super) fn language(tag: String) -> Result<String, UsageError> {
    let mut parts = tag.split('-');
    let is_word = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary =
        parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    if primary && parts.all(is_word) {
        Ok(tag)
    } else {
        usage(format!("\"{tag}\" is not a language; write en, ru or vi"))
    }
}
