//! Where parts and points of a picture lie when it is turned.
//!
//! Crop and focal point are kept in pixels of the upright original before the reporter's turns; whoever looks at the turned picture
//! points at it there. Both ways are here, and each undoes the other to the pixel.

use crate::report::{AreaPx, PointPx, QuarterTurns, SizePx};

impl QuarterTurns {
    /// So many more turns clockwise.
    #[must_use]
    pub const fn and(self, more: Self) -> Self {
        Self::new(self.count() + more.count())
    }

    /// The turns that undo these.
    #[must_use]
    pub const fn back(self) -> Self {
        Self::new(4 - self.count())
    }

    /// Whether width and height change places.
    pub const fn is_sideways(self) -> bool {
        self.count() % 2 == 1
    }
}

impl SizePx {
    /// The size of the turned picture.
    #[must_use]
    pub const fn turned(self, turns: QuarterTurns) -> Self {
        if turns.is_sideways() { Self { width: self.height, height: self.width } } else { self }
    }
}

impl AreaPx {
    /// All of a picture.
    pub const fn all_of(size: SizePx) -> Self {
        Self { left: 0, top: 0, width: size.width, height: size.height }
    }

    /// Its width and height.
    pub const fn size(self) -> SizePx {
        SizePx { width: self.width, height: self.height }
    }

    /// Where this part of a picture of a size lies when the picture is turned.
    #[must_use]
    pub fn turned(self, whole: SizePx, turns: QuarterTurns) -> Self {
        let (right, bottom) = (self.left.saturating_add(self.width), self.top.saturating_add(self.height));
        let (from_right, from_bottom) = (whole.width.saturating_sub(right), whole.height.saturating_sub(bottom));
        let SizePx { width, height } = self.size().turned(turns);
        let (left, top) = match turns.count() {
            1 => (from_bottom, self.left),
            2 => (from_right, from_bottom),
            3 => (self.top, from_right),
            _ => (self.left, self.top),
        };
        Self { left, top, width, height }
    }
}

impl PointPx {
    /// Where this point of a picture of a size lies when the picture is turned. A point outside goes to the edge.
    #[must_use]
    pub fn turned(self, whole: SizePx, turns: QuarterTurns) -> Self {
        let from_right = whole.width.saturating_sub(1).saturating_sub(self.x);
        let from_bottom = whole.height.saturating_sub(1).saturating_sub(self.y);
        let (x, y) = match turns.count() {
            1 => (from_bottom, self.x),
            2 => (from_right, from_bottom),
            3 => (self.y, from_right),
            _ => (self.x, self.y),
        };
        Self { x, y }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: SizePx = SizePx { width: 400, height: 300 };
    const AREA: AreaPx = AreaPx { left: 10, top: 20, width: 100, height: 50 };
    const POINT: PointPx = PointPx { x: 10, y: 20 };

    #[test]
    fn a_part_goes_with_the_picture() {
        let at = |turns| {
            let AreaPx { left, top, width, height } = AREA.turned(WHOLE, QuarterTurns::new(turns));
            (left, top, width, height)
        };
        assert_eq!(at(0), (10, 20, 100, 50));
        // The top left corner of the picture goes to the top right.
        assert_eq!(at(1), (230, 10, 50, 100));
        assert_eq!(at(2), (290, 230, 100, 50));
        assert_eq!(at(3), (20, 290, 50, 100));
    }

    #[test]
    fn a_point_is_the_top_left_pixel_of_the_part_that_begins_there() {
        for turns in (0..4).map(QuarterTurns::new) {
            let pixel = AreaPx { left: POINT.x, top: POINT.y, width: 1, height: 1 }.turned(WHOLE, turns);
            assert_eq!(POINT.turned(WHOLE, turns), PointPx { x: pixel.left, y: pixel.top }, "{turns:?}");
        }
    }

    #[test]
    fn turning_back_gives_the_same_part_and_point() {
        for turns in (0..4).map(QuarterTurns::new) {
            let turned = WHOLE.turned(turns);
            assert_eq!(turned.turned(turns.back()), WHOLE);
            assert_eq!(AREA.turned(WHOLE, turns).turned(turned, turns.back()), AREA, "{turns:?}");
            assert_eq!(POINT.turned(WHOLE, turns).turned(turned, turns.back()), POINT, "{turns:?}");
            assert_eq!(turns.and(turns.back()), QuarterTurns::default());
        }
    }

    #[test]
    fn two_turns_one_after_the_other_are_both() {
        for (one, two) in (0..4).flat_map(|one| (0..4).map(move |two| (QuarterTurns::new(one), QuarterTurns::new(two))))
        {
            let between = WHOLE.turned(one);
            assert_eq!(AREA.turned(WHOLE, one).turned(between, two), AREA.turned(WHOLE, one.and(two)));
            assert_eq!(POINT.turned(WHOLE, one).turned(between, two), POINT.turned(WHOLE, one.and(two)));
        }
    }
}
