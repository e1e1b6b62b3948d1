//! A photo of the report is in its text.

use std::collections::BTreeSet;

use crate::check::Finding;
use crate::report::{Photo, PhotoId, Report};

pub(super) fn shown_photos(report: &Report) -> BTreeSet<PhotoId> {
    report.body.blocks().iter().filter_map(|block| block.photo()).collect()
}

pub(super) fn check(photo: &Photo, shown: &BTreeSet<PhotoId>, found: &mut Vec<Finding>) {
    if !shown.contains(&photo.id) {
        found.push(Finding::Unused(photo.id));
    }
}
