//! A photo says what is happening, who, where.

use crate::check::Finding;
use crate::report::Photo;

pub(super) fn check(photo: &Photo, found: &mut Vec<Finding>) {
    if photo.caption.as_str().trim().is_empty() {
        found.push(Finding::NoCaption(photo.id));
    }
}
