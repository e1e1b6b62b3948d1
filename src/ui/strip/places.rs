//! Where somebody who is dragged would go.

use egui::{Pos2, Rect, pos2, vec2};

use crate::report::LineupPlace;

/// The place before or behind the chip that is nearest, and the line that shows it. Without chips it is the first place.
pub(super) fn target(chips: &[(LineupPlace, Rect)], pointer: Pos2) -> (LineupPlace, Option<Rect>) {
    // Lines are farther from each other than chips of one line: what is above or below counts more.
    let distance = |rect: &Rect| {
        let down = (pointer.y - rect.center().y).abs() - rect.height() / 2.0;
        let across = (rect.left() - pointer.x).max(pointer.x - rect.right()).max(0.0);
        (down.max(0.0) * 100.0) + across
    };
    let nearest = chips.iter().min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)));
    let Some((place, rect)) = nearest else { return (LineupPlace::default(), None) };
    let is_behind = pointer.x > rect.center().x;
    let x = if is_behind { rect.right() + 2.5 } else { rect.left() - 2.5 };
    let mark = Rect::from_min_size(pos2(x, rect.top()), vec2(0.0, rect.height()));
    (LineupPlace { at: place.at + usize::from(is_behind), ..*place }, Some(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_goes_beside_the_chip_that_is_pointed_at() {
        let chip = |row: usize, at: usize, x: f32, y: f32| {
            (LineupPlace { row, at }, Rect::from_min_size(pos2(x, y), vec2(80.0, 26.0)))
        };
        let chips = [chip(0, 0, 0.0, 0.0), chip(0, 1, 90.0, 0.0), chip(0, 2, 0.0, 31.0), chip(1, 0, 0.0, 80.0)];
        for (x, y, row, at) in [
            (10.0, 10.0, 0, 0),
            (60.0, 10.0, 0, 1),
            (300.0, 10.0, 0, 2),
            (10.0, 40.0, 0, 2),
            (200.0, 45.0, 0, 3),
            (10.0, 90.0, 1, 0),
            (200.0, 90.0, 1, 1),
        ] {
            assert_eq!(target(&chips, pos2(x, y)).0, LineupPlace { row, at }, "{x} {y}");
        }
        assert_eq!(target(&[], pos2(5.0, 5.0)), (LineupPlace::default(), None));
    }
}
