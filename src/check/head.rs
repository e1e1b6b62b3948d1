//! The head of the report: headline and dateline.

use crate::check::Finding;
use crate::report::Report;

pub(super) fn check(report: &Report, found: &mut Vec<Finding>) {
    let blank = |text: &crate::report::RichText| text.as_str().trim().is_empty();
    if blank(&report.headline) {
        found.push(Finding::NoHeadline);
    }
    if blank(&report.place) {
        found.push(Finding::NoPlace);
    }
    if report.details.date.is_none() {
        found.push(Finding::NoDate);
    }
}
