//! A photo says whose picture it is.

use crate::check::Finding;
use crate::report::Photo;

pub(super) fn check(photo: &Photo, found: &mut Vec<Finding>) {
    if photo.credit.as_str().trim().is_empty() {
        found.push(Finding::NoCredit(photo.id));
    }
}
