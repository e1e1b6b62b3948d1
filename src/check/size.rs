//! A photo has enough pixels for the page.

use crate::check::Finding;
use crate::report::Photo;

/// The longer side of what is shown has at least so many pixels: a newsroom's column is 600 to 800 points wide, and screens of today have
/// two pixels to a point. Below, the picture is blown up and looks it.
pub const LEAST_SIDE_PX: u32 = 1200;

/// Whether what is shown of a photo is too small for a desk.
pub fn is_small(photo: &Photo) -> bool {
    longer_side_px(photo) < LEAST_SIDE_PX
}

/// The longer side of what is shown of a photo.
pub fn longer_side_px(photo: &Photo) -> u32 {
    let size = photo.shown_size_px();
    size.width.max(size.height)
}

pub(super) fn check(photo: &Photo, found: &mut Vec<Finding>) {
    if is_small(photo) {
        found.push(Finding::TooSmall(photo.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::state;
    use crate::report::{AreaPx, SizePx};

    #[test]
    fn what_counts_is_the_longer_side_of_what_is_shown() {
        let (report, _) = state("p |one\nfig 1 cap");
        let photo = Photo::clone(&report.photos[0]);
        let sized = |width, height| Photo { size_px: SizePx { width, height }, ..photo.clone() };
        assert!(is_small(&sized(1199, 800)) && !is_small(&sized(800, 1200)));
        let crop = Some(AreaPx { left: 0, top: 0, width: 1000, height: 900 });
        assert!(is_small(&Photo { crop, ..sized(6000, 4000) }), "a small part of a large picture");
    }
}
