//! The shapes of a frame, one by one, and what can be known of one without painting it.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::emath::{Rot2, TSTransform};
use egui::epaint::text::PlacedRow;
use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape, TextureId};

/// A shape that is no list of others.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    pub(super) clipped: ClippedShape,
    /// Nothing is painted beyond, in points.
    pub(super) bounds: Rect,
    /// How often its texture had another picture.
    replaced: u32,
}

/// The shapes of a frame in the order in which they are painted, without those that nobody sees.
pub(super) fn flatten(
    shapes: Vec<ClippedShape>,
    pixels_per_point: f32,
    replaced: &BTreeMap<TextureId, u32>,
) -> Vec<Drawn> {
    let mut drawn = Vec::with_capacity(shapes.len());
    for clipped in shapes {
        add(clipped, 1.0 / pixels_per_point, replaced, &mut drawn);
    }
    drawn
}

fn add(mut clipped: ClippedShape, pixel: f32, replaced: &BTreeMap<TextureId, u32>, to: &mut Vec<Drawn>) {
    if let Shape::Vec(shapes) = &mut clipped.shape {
        for shape in std::mem::take(shapes) {
            add(ClippedShape { shape, ..clipped }, pixel, replaced, to);
        }
        return;
    }
    let bounds = clipped.transform_after_tessellation * bounds(&clipped.shape, pixel);
    let bounds = bounds.intersect(clipped.clip_rect);
    if bounds.is_positive() {
        let replaced = replaced.get(&clipped.shape.texture_id()).copied().unwrap_or_default();
        to.push(Drawn { clipped, bounds, replaced });
    }
}

/// What a shape may touch, with the soft edges that egui gives it and its rounding to whole pixels.
fn bounds(shape: &Shape, pixel: f32) -> Rect {
    let bounds = match shape {
        Shape::Text(text) => text_bounds(text),
        // Of the line around a circle egui reckons with half.
        Shape::Circle(circle) => shape.visual_bounding_rect().expand(circle.stroke.width),
        Shape::Noop | Shape::LineSegment { .. } | Shape::Rect(_) | Shape::Mesh(_) | Shape::Callback(_) => {
            shape.visual_bounding_rect()
        }
        // What turns sharply reaches beyond what egui reckons. These are rare.
        _ => Rect::EVERYTHING,
    };
    if bounds.is_negative() { bounds } else { bounds.expand(pixel * 2.0) }
}

fn text_bounds(text: &TextShape) -> Rect {
    let mut bounds = text.galley.rows.iter().map(row_bounds).fold(Rect::NOTHING, Rect::union);
    if !text.underline.is_empty() {
        bounds |= text.galley.rect.expand(text.underline.width);
    }
    match bounds.is_positive() {
        true if text.angle == 0.0 => bounds.translate(text.pos.to_vec2()),
        true => bounds.rotate_bb(Rot2::from_angle(text.angle)).translate(text.pos.to_vec2()),
        false => Rect::NOTHING,
    }
}

/// What is painted of a row, in its galley; the bounds of the galley itself leave out what is selected in it.
fn row_bounds(placed: &PlacedRow) -> Rect {
    placed.row.visuals.mesh_bounds.translate(placed.pos.to_vec2())
}

impl Drawn {
    /// Whether both give the same pixels, at the same scale.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.is_placed_as(other)
            && self.replaced == other.replaced
            && match (&self.clipped.shape, &other.clipped.shape) {
                (Shape::Text(text), Shape::Text(other)) => {
                    is_placed_alike(text, other)
                        && (Arc::ptr_eq(&text.galley, &other.galley) || text.galley == other.galley)
                }
                (Shape::Mesh(mesh), Shape::Mesh(other)) => Arc::ptr_eq(mesh, other) || mesh == other,
                (shape, other) => shape == other,
            }
    }

    fn is_placed_as(&self, other: &Self) -> bool {
        self.clipped.clip_rect == other.clipped.clip_rect
            && self.clipped.transform_after_tessellation == other.clipped.transform_after_tessellation
    }

    /// It as it is painted into a part of the window.
    pub(super) fn within(&self, part: Rect) -> Option<ClippedShape> {
        let is_there = self.bounds.intersect(part).is_positive();
        is_there.then(|| ClippedShape {
            clip_rect: self.clipped.clip_rect.intersect(part),
            shape: self.clipped.shape.clone(),
            ..self.clipped
        })
    }

    /// Where two texts differ that stand in the same place. `None` where they are no such texts.
    pub(super) fn changed_rows(&self, other: &Self, pixel: f32) -> Option<Vec<Rect>> {
        let (Shape::Text(text), Shape::Text(then)) = (&self.clipped.shape, &other.clipped.shape) else {
            return None;
        };
        let is_level = text.angle == 0.0 && self.clipped.transform_after_tessellation == TSTransform::IDENTITY;
        if !self.is_placed_as(other) || !is_placed_alike(text, then) || !is_level || !text.underline.is_empty() {
            return None;
        }
        let (rows, then_rows) = (&text.galley.rows, &then.galley.rows);
        let mut changed = Vec::new();
        for at in 0..rows.len().max(then_rows.len()) {
            let (row, then_row) = (rows.get(at), then_rows.get(at));
            if row != then_row {
                let seen = row.into_iter().chain(then_row).map(row_bounds).filter(|seen| seen.is_positive());
                let seen = seen.map(|seen| seen.translate(text.pos.to_vec2()).expand(pixel * 2.0));
                changed.extend(seen.map(|seen| seen.intersect(self.clipped.clip_rect)));
            }
        }
        Some(changed)
    }
}

fn is_placed_alike(text: &TextShape, other: &TextShape) -> bool {
    text.pos == other.pos
        && text.angle == other.angle
        && text.underline == other.underline
        && text.fallback_color == other.fallback_color
        && text.override_text_color == other.override_text_color
        && text.opacity_factor == other.opacity_factor
}

#[cfg(test)]
mod tests {
    use egui::epaint::{EllipseShape, Primitive, RectShape};
    use egui::{Color32, Context, FontId, Pos2, RawInput, Stroke, StrokeKind, TextFormat, pos2, text::LayoutJob, vec2};
    use proptest::prelude::*;

    use super::*;

    fn point() -> impl Strategy<Value = Pos2> {
        (100.0..300.0f32, 100.0..300.0f32).prop_map(|(x, y)| pos2(x, y))
    }

    fn some_shape() -> impl Strategy<Value = Shape> {
        let points = proptest::collection::vec(point(), 3..6);
        let stroke = (0.5..6.0f32).prop_map(|width| Stroke::new(width, Color32::RED));
        let inside = prop_oneof![Just(StrokeKind::Inside), Just(StrokeKind::Middle), Just(StrokeKind::Outside)];
        (0..6u8, points, stroke, inside, 0..12u8, 0.0..20.0f32).prop_map(
            |(kind, points, stroke, inside, radius, blur)| {
                let rect = Rect::from_two_pos(points[0], points[1]);
                match kind {
                    0 => Shape::circle_stroke(points[0], 20.0, stroke),
                    1 => Shape::line_segment([points[0], points[1]], stroke),
                    2 => Shape::closed_line(points, stroke),
                    3 => RectShape::new(rect, radius, Color32::BLUE, stroke, inside).into(),
                    4 => RectShape::filled(rect, radius, Color32::BLUE).with_blur_width(blur).into(),
                    _ => EllipseShape::stroke(points[0], vec2(30.0, 10.0), stroke).into(),
                }
            },
        )
    }

    /// What egui makes of a shape reaches as far as this.
    fn reach(ctx: &Context, drawn: &Drawn, pixels_per_point: f32) -> Rect {
        let primitives = ctx.tessellate(vec![drawn.clipped.clone()], pixels_per_point);
        primitives.iter().fold(Rect::NOTHING, |reach, primitive| match &primitive.primitive {
            Primitive::Mesh(mesh) => reach.union(mesh.calc_bounds()),
            Primitive::Callback(callback) => reach.union(callback.rect),
        })
    }

    proptest! {
        #[test]
        fn nothing_is_painted_beyond_the_bounds(shape in some_shape(), scale in 0..3usize) {
            let pixels_per_point = [1.0, 1.25, 2.0][scale];
            let ctx = Context::default();
            ctx.run_ui(RawInput::default(), |_| {}).drop_without_applying_deltas();
            for drawn in flatten(vec![ClippedShape::new(Rect::EVERYTHING, shape)], pixels_per_point, &BTreeMap::new()) {
                let reach = reach(&ctx, &drawn, pixels_per_point);
                prop_assert!(reach.is_negative() || drawn.bounds.contains_rect(reach), "{:?} in {:?}", reach, drawn.bounds);
            }
        }
    }

    #[test]
    fn no_text_is_painted_beyond_its_bounds() {
        let ctx = Context::default();
        let line = Stroke::new(2.0, Color32::RED);
        let format = TextFormat { underline: line, ..TextFormat::simple(FontId::proportional(16.0), Color32::BLACK) };
        let mut shapes = Vec::new();
        let output = ctx.run_ui(RawInput::default(), |ui| {
            let galley = ui.painter().layout_job(LayoutJob::single_section("Ậ g Ẫ y".to_owned(), format.clone()));
            let whole =
                ui.painter().layout("of eleven countries".to_owned(), FontId::proportional(9.0), Color32::BLACK, 60.0);
            shapes = vec![
                TextShape::new(pos2(50.0, 50.0), galley.clone(), Color32::BLACK),
                TextShape::new(pos2(50.3, 80.7), galley, Color32::BLACK).with_angle(0.7),
                TextShape::new(pos2(90.3, 50.7), whole, Color32::BLACK).with_underline(line),
            ];
        });
        output.drop_without_applying_deltas();
        let clipped = shapes.into_iter().map(|shape| ClippedShape::new(Rect::EVERYTHING, shape));
        for drawn in flatten(clipped.collect(), 1.0, &BTreeMap::new()) {
            let reach = reach(&ctx, &drawn, 1.0);
            assert!(reach.is_positive() && drawn.bounds.contains_rect(reach), "{reach:?} in {:?}", drawn.bounds);
        }
    }

    #[test]
    fn a_shape_whose_texture_has_another_picture_is_another_one() {
        let texture = TextureId::Managed(7);
        let frame = |replaced: &[(TextureId, u32)]| {
            let place = Rect::from_min_size(pos2(10.0, 10.0), vec2(50.0, 50.0));
            let picture = Shape::image(texture, place, place, Color32::WHITE);
            flatten(vec![ClippedShape::new(place, picture)], 1.0, &replaced.iter().copied().collect())
        };
        assert!(frame(&[(texture, 1)])[0].is(&frame(&[(texture, 1), (TextureId::Managed(8), 4)])[0]));
        assert!(!frame(&[(texture, 1)])[0].is(&frame(&[(texture, 2)])[0]));
    }

    #[test]
    fn lists_are_taken_apart_and_what_nobody_sees_is_left_out() {
        let clip = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 100.0));
        let dot = |x: f32| Shape::circle_filled(pos2(x, 50.0), 5.0, Color32::RED);
        let list = Shape::Vec(vec![dot(20.0), Shape::Noop, Shape::Vec(vec![dot(120.0), dot(40.0)])]);
        let frame = flatten(vec![ClippedShape::new(clip, list)], 1.0, &BTreeMap::new());
        let lefts: Vec<f32> = frame.iter().map(|drawn| drawn.bounds.left()).collect();
        assert_eq!(lefts, [13.0, 33.0]);
    }
}
