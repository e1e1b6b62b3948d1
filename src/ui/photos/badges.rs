//! What a desk would miss about a photo, as signs on its card.

use crate::check::alt_text::{self, AltFault};
use crate::check::size;
use crate::report::Photo;
use crate::ui::view::View;

/// A sign on a card.
#[derive(Debug)]
pub(super) struct Badge {
    pub text: String,
    /// More about it.
    pub why: Option<String>,
    /// Something is missing, rather than worth knowing.
    pub is_problem: bool,
}

/// The signs of a photo, those of problems first.
pub(super) fn badges(view: &View<'_>, photo: &Photo, used: bool) -> Vec<Badge> {
    let problem = |id: &str| Badge { text: view.tr(id), why: None, is_problem: true };
    let mut badges = Vec::new();
    if photo.caption.as_str().trim().is_empty() {
        badges.push(problem("photos-no-caption"));
    }
    if alt_text::fault(photo) == Some(AltFault::None) {
        badges.push(problem("photos-no-alt"));
    }
    if size::is_small(photo) {
        let values = [("side", size::longer_side_px(photo).into()), ("least", size::LEAST_SIDE_PX.into())];
        let why = Some(view.locale.tr_with("photos-too-small-why", &values));
        badges.push(Badge { why, ..problem("photos-too-small") });
    }
    if !used {
        badges.push(Badge { is_problem: false, ..problem("photos-not-used") });
    }
    badges
}
