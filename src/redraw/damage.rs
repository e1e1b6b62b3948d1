//! The parts of a window in which two frames differ.

use egui::{Rect, pos2};

use crate::redraw::shapes::Drawn;

/// A shape is looked for so many shapes ahead.
const REACH: usize = 16;
/// With more changed shapes than this it is not asked where they are.
const MANY: usize = 200;
/// Two parts are painted as one where that is at most so much more to paint, in square points.
const LITTLE: f32 = 60.0 * 60.0;
/// Of the window so much may have changed; beyond, all of it is painted.
const MOST: f32 = 0.8;

/// Parts of the window, in points and to whole pixels, that do not overlap: outside of them two frames look alike. `None` where nearly
/// all of it differs.
///
/// A pixel shows the shapes that cover it, in their order. So two frames look alike outside of all shapes that are not in a
/// common sequence of both; it need not be the longest.
pub(super) fn between(before: &[Drawn], now: &[Drawn], screen: Rect, pixels_per_point: f32) -> Option<Vec<Rect>> {
    let pixel = 1.0 / pixels_per_point;
    let places = apart(before, now)?.into_iter().flat_map(|pair| places(pair, pixel)).collect();
    let whole = |part: Rect| to_pixels(part, pixels_per_point).intersect(screen);
    let parts: Vec<Rect> = joined(places, pixel).into_iter().map(whole).filter(|part| part.is_positive()).collect();
    let area: f32 = parts.iter().map(|part| part.area()).sum();
    (area <= screen.area() * MOST).then_some(parts)
}

/// The shape of the frame before and the one of this frame that stand in the same place of the order and are not alike, or the one that has
/// no counterpart.
type Pair<'a> = [Option<&'a Drawn>; 2];

/// The shapes that are not in the common sequence. `None`: they are many.
fn apart<'a>(before: &'a [Drawn], now: &'a [Drawn]) -> Option<Vec<Pair<'a>>> {
    let mut pairs = Vec::new();
    let (mut before, mut now) = (before, now);
    loop {
        let alike = before.iter().zip(now).take_while(|(then, drawn)| then.is(drawn)).count();
        (before, now) = (&before[alike..], &now[alike..]);
        if before.is_empty() && now.is_empty() {
            return Some(pairs);
        }
        let [then_skipped, skipped] = next_alike(before, now).unwrap_or([1, 1]);
        let (gone, then_rest) = before.split_at(then_skipped.min(before.len()));
        let (come, rest) = now.split_at(skipped.min(now.len()));
        pairs.extend((0..gone.len().max(come.len())).map(|at| [gone.get(at), come.get(at)]));
        if pairs.len() > MANY {
            return None;
        }
        (before, now) = (then_rest, rest);
    }
}

/// How many shapes of each to skip until they are alike again.
fn next_alike(before: &[Drawn], now: &[Drawn]) -> Option<[usize; 2]> {
    let mut skips = (1..=REACH).flat_map(|both| (0..=both).map(move |skipped| [both - skipped, skipped]));
    skips.find(|[then_skipped, skipped]| {
        before.get(*then_skipped).zip(now.get(*skipped)).is_some_and(|(then, drawn)| then.is(drawn))
    })
}

/// Where those shapes are; of a text that was written on, only the rows that changed.
fn places(pair: Pair<'_>, pixel: f32) -> Vec<Rect> {
    let rows = match pair {
        [Some(then), Some(drawn)] => drawn.changed_rows(then, pixel),
        _ => None,
    };
    rows.unwrap_or_else(|| pair.into_iter().flatten().map(|drawn| drawn.bounds).collect())
}

/// Parts that do not overlap, with all of these in them.
fn joined(places: Vec<Rect>, pixel: f32) -> Vec<Rect> {
    let mut parts: Vec<Rect> = Vec::new();
    for mut place in places {
        while let Some(near) = parts.iter().position(|part| goes_with(*part, place, pixel)) {
            place = place.union(parts.swap_remove(near));
        }
        parts.push(place);
    }
    parts
}

fn goes_with(one: Rect, other: Rect, pixel: f32) -> bool {
    // Those that nearly touch would overlap as soon as they reach to whole pixels.
    one.expand(pixel * 2.0).intersects(other) || one.union(other).area() <= one.area() + other.area() + LITTLE
}

fn to_pixels(rect: Rect, pixels_per_point: f32) -> Rect {
    let (min, max) = (rect.min * pixels_per_point, rect.max * pixels_per_point);
    let [min, max] = [pos2(min.x.floor(), min.y.floor()), pos2(max.x.ceil(), max.y.ceil())];
    Rect::from_min_max(min / pixels_per_point, max / pixels_per_point)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use egui::epaint::{ClippedShape, RectShape};
    use egui::{Color32, Context, FontId, RawInput, Shape, vec2};
    use proptest::prelude::*;

    use super::*;
    use crate::redraw::shapes::flatten;

    const SCREEN: Rect = Rect { min: pos2(0.0, 0.0), max: pos2(400.0, 300.0) };

    fn frame(shapes: impl IntoIterator<Item = Shape>) -> Vec<Drawn> {
        let clipped = shapes.into_iter().map(|shape| ClippedShape::new(SCREEN, shape));
        flatten(clipped.collect(), 1.0, &BTreeMap::new())
    }

    fn block(left: f32, top: f32, color: Color32) -> Shape {
        RectShape::filled(Rect::from_min_size(pos2(left, top), vec2(20.0, 10.0)), 0, color).into()
    }

    fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(pos2(left, top), pos2(right, bottom))
    }

    #[test]
    fn what_is_alike_is_not_painted_again() {
        let [red, blue] = [Color32::RED, Color32::BLUE];
        let before = frame([block(10.0, 10.0, red), block(300.0, 10.0, red), block(10.0, 200.0, red)]);
        let parts = |now: Vec<Shape>| between(&before, &frame(now), SCREEN, 1.0);
        assert_eq!(parts(vec![block(10.0, 10.0, red), block(300.0, 10.0, red), block(10.0, 200.0, red)]), Some(vec![]));
        assert_eq!(
            parts(vec![block(10.0, 10.0, red), block(10.0, 200.0, red)]),
            Some(vec![rect(298.0, 8.0, 322.0, 22.0)]),
            "one gone, with the soft edge that it may have had"
        );
        assert_eq!(
            parts(vec![
                block(10.0, 10.0, red),
                block(300.0, 10.0, blue),
                block(200.0, 100.0, red),
                block(10.0, 200.0, red)
            ]),
            Some(vec![rect(298.0, 8.0, 322.0, 22.0), rect(198.0, 98.0, 222.0, 112.0)]),
            "one of another colour and a new one"
        );
        let everywhere = |color| Shape::from(RectShape::filled(SCREEN, 0, color));
        assert_eq!(between(&frame([everywhere(red)]), &frame([everywhere(blue)]), SCREEN, 1.0), None);
    }

    #[test]
    fn another_order_is_a_difference_where_shapes_overlap() {
        let [one, other] = [block(10.0, 10.0, Color32::RED), block(20.0, 10.0, Color32::BLUE)];
        let [before, now] = [frame([one.clone(), other.clone()]), frame([other, one])];
        let parts = between(&before, &now, SCREEN, 1.0).expect("little");
        assert!(parts[0].contains_rect(rect(20.0, 10.0, 30.0, 20.0)), "{parts:?}");
    }

    #[test]
    fn a_text_that_comes_to_lie_over_a_shape_is_a_difference() {
        let ctx = Context::default();
        let mut text = Shape::Noop;
        let output = ctx.run_ui(RawInput::default(), |ui| {
            let galley = ui.painter().layout_no_wrap("of".to_owned(), FontId::proportional(14.0), Color32::BLACK);
            text = Shape::galley(pos2(12.0, 8.0), galley, Color32::BLACK);
        });
        output.drop_without_applying_deltas();
        let shape = block(10.0, 10.0, Color32::RED);
        let parts = between(&frame([text.clone(), shape.clone()]), &frame([shape, text]), SCREEN, 1.0);
        assert!(parts.is_some_and(|parts| parts[0].contains_rect(rect(12.0, 12.0, 20.0, 18.0))));
    }

    #[test]
    fn parts_are_whole_pixels() {
        let dot = RectShape::filled(rect(10.3, 10.3, 30.3, 20.3), 0, Color32::RED);
        let parts = between(&[], &frame([dot.into()]), SCREEN, 1.5).expect("little");
        for part in parts {
            for side in [part.left(), part.right(), part.top(), part.bottom()] {
                assert!((side * 1.5 - (side * 1.5).round()).abs() < 1e-3, "{part:?}");
            }
        }
    }

    #[test]
    fn of_a_text_the_row_that_is_written_on_is_painted() {
        let ctx = Context::default();
        let words = "The delegations of eleven countries met at noon";
        let mut frames = Vec::new();
        for text in [words.to_owned(), format!("{words}s")] {
            let output = ctx.run_ui(RawInput::default(), |ui| {
                let galley = ui.painter().layout(text.clone(), FontId::proportional(14.0), Color32::BLACK, 120.0);
                assert!(galley.rows.len() > 2);
                frames.push(frame([Shape::galley(pos2(50.0, 50.0), galley, Color32::BLACK)]));
            });
            output.drop_without_applying_deltas();
        }
        let parts = between(&frames[0], &frames[frames.len() - 1], SCREEN, 1.0).expect("little");
        let all = frames[0][0].bounds;
        assert_eq!(parts.len(), 1);
        assert!(parts[0].height() < all.height() / 2.0, "{parts:?} of {all:?}");
        assert!(parts[0].bottom() >= all.bottom() - 1.0);
    }

    fn some_shape() -> impl Strategy<Value = Shape> {
        let color = prop_oneof![Just(Color32::RED), Just(Color32::BLUE), Just(Color32::from_black_alpha(100))];
        (0..18u8, 0..28u8, color)
            .prop_map(|(left, top, color)| block(f32::from(left) * 20.0, f32::from(top) * 10.0, color))
    }

    /// What a pixel shows: the shapes over it, in their order.
    fn over(frame: &[Drawn], pixel: egui::Pos2) -> Vec<&Shape> {
        frame.iter().filter(|drawn| drawn.bounds.contains(pixel)).map(|drawn| &drawn.clipped.shape).collect()
    }

    proptest! {
        #[test]
        fn outside_of_the_parts_two_frames_look_alike(
            before in proptest::collection::vec(some_shape(), 0..60),
            edits in proptest::collection::vec((0..4u8, any::<prop::sample::Index>(), some_shape()), 0..12),
        ) {
            let mut now = before.clone();
            for (kind, at, shape) in edits {
                let at = at.index(now.len() + 1);
                match kind {
                    0 => now.insert(at, shape),
                    1 if at < now.len() => drop(now.remove(at)),
                    2 if at < now.len() => now[at] = shape,
                    3 if at + 1 < now.len() => now.swap(at, at + 1),
                    _ => {}
                }
            }
            let (before, now) = (frame(before), frame(now));
            let parts = between(&before, &now, SCREEN, 1.0).unwrap_or_else(|| vec![SCREEN]);
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(parts[at + 1..].iter().all(|other| !part.intersect(*other).is_positive()));
            }
            for x in 0..80u8 {
                for y in 0..60u8 {
                    let pixel = pos2(f32::from(x) * 5.0 + 2.5, f32::from(y) * 5.0 + 2.5);
                    if !parts.iter().any(|part| part.contains(pixel)) {
                        prop_assert_eq!(over(&before, pixel), over(&now, pixel), "at {}", pixel);
                    }
                }
            }
        }
    }
}
