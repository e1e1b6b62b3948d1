//! Paints of a frame only what differs from what the window shows.
//!
//! egui hands over the whole window for every frame. A graphics card does not mind. Where the processor draws, a letter that changes one
//! line cost as much as a window that opens, nearly all of it for pixels that were there already. There the shapes of a frame are compared
//! with those that were painted last, and only the parts are painted in which they differ.
//!
//! For that the pixels of the last frame must still be there, which OpenGL does not promise. So every frame leaves a mark in them
//! ([`gl::leave_mark`]); where it is not found, the whole window is painted.

mod damage;
mod gl;
mod grounds;
mod shapes;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use eframe::egui_glow::CallbackFn;
use eframe::glow;
use egui::epaint::ClippedShape;
use egui::{Color32, Context, FullOutput, PaintCallback, Plugin, Rect, TextureId, TexturesDelta};

use crate::redraw::shapes::Drawn;

/// From the next frame on egui has only painted what changes. `context` draws the one window of the program, and nobody else draws there.
pub fn begin(ctx: &Context, context: Arc<glow::Context>) {
    let made = Frame { number: 0, shapes: Vec::new(), screen: Rect::NOTHING, pixels_per_point: 1.0 };
    ctx.add_plugin(Redraw { context, shown: None, made, painted: Arc::default(), replaced: BTreeMap::new() });
}

struct Redraw {
    context: Arc<glow::Context>,
    /// What was painted last.
    shown: Option<Frame>,
    /// What egui was given last. Not every frame is painted: one may be made anew before, or the window be hidden.
    made: Frame,
    /// The number of the frame that was painted last.
    painted: Arc<AtomicU32>,
    /// How often the picture in a texture became another one.
    replaced: BTreeMap<TextureId, u32>,
}

struct Frame {
    number: u32,
    shapes: Vec<Drawn>,
    screen: Rect,
    pixels_per_point: f32,
}

impl Plugin for Redraw {
    fn debug_name(&self) -> &'static str {
        "redraw"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        self.follow_textures(&output.textures_delta);
        let frame = Frame {
            number: self.made.number.wrapping_add(1),
            shapes: shapes::flatten(std::mem::take(&mut output.shapes), output.pixels_per_point, &self.replaced),
            screen: ctx.viewport_rect(),
            pixels_per_point: output.pixels_per_point,
        };
        let before = std::mem::replace(&mut self.made, frame);
        if before.number == self.painted.load(Ordering::Relaxed) {
            self.shown = Some(before);
        }
        let parts = self.changed_parts().unwrap_or_else(|| vec![self.made.screen]);
        output.shapes = self.made.painted_in(&parts, ctx.global_style().visuals.panel_fill, &self.painted);
    }
}

impl Redraw {
    fn follow_textures(&mut self, delta: &TexturesDelta) {
        // Letters are added to the texture of the fonts; those that are there stay as they are.
        for id in delta.set.keys().filter(|id| **id != TextureId::default()) {
            *self.replaced.entry(*id).or_default() += 1;
        }
        self.replaced.retain(|id, _| !delta.free.contains(id));
    }

    /// The parts of the window that are to be painted. `None`: all of it.
    fn changed_parts(&self) -> Option<Vec<Rect>> {
        let (made, shown) = (&self.made, self.shown.as_ref()?);
        if made.screen != shown.screen || made.pixels_per_point != shown.pixels_per_point {
            return None;
        }
        let size_px = (made.screen.size() * made.pixels_per_point).round();
        if !gl::has_mark(&self.context, [size_px.x as i32, size_px.y as i32], shown.number) {
            return None;
        }
        damage::between(&shown.shapes, &made.shapes, made.screen, made.pixels_per_point)
    }
}

impl Frame {
    /// Shapes that paint these parts of the frame and leave the rest as it is.
    fn painted_in(&self, parts: &[Rect], ground: Color32, painted: &Arc<AtomicU32>) -> Vec<ClippedShape> {
        let mut shapes = vec![self.callback({
            let (parts, ground) = (parts.to_vec(), ground.to_normalized_gamma_f32());
            CallbackFn::new(move |info, painter| {
                gl::take_up(painter.gl());
                gl::clear(painter.gl(), &info, &parts, ground);
            })
        })];
        for part in parts {
            grounds::clear_large(
                self.shapes.iter().filter_map(|drawn| drawn.within(*part)),
                self.pixels_per_point,
                &mut shapes,
            );
        }
        let (number, painted) = (self.number, Arc::clone(painted));
        shapes.push(self.callback(CallbackFn::new(move |info, painter| {
            gl::leave_mark(painter.gl(), info.screen_size_px.map(|side| side as i32), number);
            painted.store(number, Ordering::Relaxed);
        })));
        shapes
    }

    fn callback(&self, callback: CallbackFn) -> ClippedShape {
        ClippedShape::new(self.screen, PaintCallback { rect: self.screen, callback: Arc::new(callback) })
    }
}
