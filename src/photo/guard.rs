//! The wall around foreign codecs.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs codec code; a panic in it comes back as its message.
///
/// The closure must not leave half-changed state behind: every caller passes owned or read-only values and drops them on error.
pub(crate) fn guard<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "the decoder stopped".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_message() {
        assert_eq!(guard(|| 7), Ok(7));
        let caught: Result<(), String> = guard(|| panic!("row {} is missing", 3));
        assert_eq!(caught, Err("row 3 is missing".to_owned()));
    }
}
