//! Paints of a frame only what differs from what the window shows.
//!
//! egui hands over the whole window for every frame. A graphics card does not mind. Where the processor draws, a letter that changes one
//! line cost as much as a window that opens, nearly all of it for pixels that were there already. There the shapes of a frame are compared
//! with those that were painted last, and only the parts are painted in which they differ.
//!
//! For that the pixels of the last frame must still be there, which OpenGL does not promise. So every frame leaves a mark in them
//! (see `gl.rs`); where it is not found, the whole window is painted.

mod damage;
#[cfg(target_os = "linux")]
mod early;
mod gl;
mod grounds;
mod shapes;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use eframe::egui_glow::{CallbackFn, Painter};
use eframe::glow;
use egui::epaint::{ClippedShape, ImageDelta};
use egui::{
    Context, FullOutput, PaintCallback, PaintCallbackInfo, Plugin, Rect, TextureId, TexturesDelta, Ui, Visuals,
};

#[cfg(target_os = "linux")]
use crate::redraw::early::Early;
use crate::redraw::shapes::Drawn;

/// Not more parts than this are shown before the window is: each waits for the painting and for the X server.
const FEW: usize = 6;
/// Nor if they are more than one pixel in so many of the window.
const ONE_IN: i64 = 4;

/// From the next frame on egui has only painted what changes. `context` draws the one window of the program, and nobody else draws there; it
/// must be the current one whenever a frame ends. `clear_color` gives what [`eframe::App::clear_color`] does: it shows where nothing is drawn.
pub fn begin(ctx: &Context, context: Arc<glow::Context>, clear_color: fn(&Visuals) -> [f32; 4]) {
    // It leaves out what lies beyond a part, without the soft edges that reach into it. Here that is done with them.
    ctx.options_mut(|options| options.tessellation_options.coarse_tessellation_culling = false);
    ctx.add_plugin(Redraw {
        early: Early::find(&gl::version(&context)).map(Arc::new),
        context,
        clear_color,
        ground: [0.0; 4],
        shown: None,
        made: Frame::default(),
        painted: Arc::default(),
        replaced: BTreeMap::new(),
    });
}

struct Redraw {
    context: Arc<glow::Context>,
    early: Option<Arc<Early>>,
    clear_color: fn(&Visuals) -> [f32; 4],
    /// The colour that the frame that is being made is painted on.
    ground: [f32; 4],
    /// What was painted last.
    shown: Option<Frame>,
    /// What egui was given last. Not every frame is painted: one may be made anew before, or the window be hidden.
    made: Frame,
    /// The number of the frame that was painted last.
    painted: Arc<AtomicU32>,
    /// How often the picture in a texture became another one.
    replaced: BTreeMap<TextureId, u32>,
}

#[derive(Default)]
struct Frame {
    number: u32,
    shapes: Vec<Drawn>,
    ground: [f32; 4],
    size_px: [u32; 2],
    pixels_per_point: f32,
}

impl Plugin for Redraw {
    fn debug_name(&self) -> &'static str {
        "redraw"
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        // What is drawn may choose other colours for the next frame.
        self.ground = (self.clear_color)(&ui.ctx().global_style().visuals);
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        self.follow_textures(&output.textures_delta);
        let pixels_per_point = output.pixels_per_point;
        let screen = ctx.viewport_rect();
        let size_px = screen.size() * pixels_per_point;
        let frame = Frame {
            number: self.made.number.wrapping_add(1),
            shapes: shapes::flatten(std::mem::take(&mut output.shapes), pixels_per_point, &self.replaced),
            ground: self.ground,
            size_px: [size_px.x.round() as u32, size_px.y.round() as u32],
            pixels_per_point,
        };
        let before = std::mem::replace(&mut self.made, frame);
        if before.number == self.painted.load(Ordering::Relaxed) {
            self.shown = Some(before);
        }
        if has_new_letters(&output.textures_delta) {
            self.shown = None;
        }
        let parts = self.changed_parts(screen).unwrap_or_else(|| vec![Rect::EVERYTHING]);
        output.shapes = self.made.painted_in(&parts, &self.painted, self.early.as_ref());
    }
}

/// Elsewhere nothing is shown before the whole window.
#[cfg(not(target_os = "linux"))]
enum Early {}

#[cfg(not(target_os = "linux"))]
impl Early {
    fn find(_version: &str) -> Option<Self> {
        None
    }

    fn show(&self, _px: [i32; 4]) {
        match *self {}
    }
}

/// Whether the texture of the fonts is another one. Mostly letters are only added to it.
fn has_new_letters(delta: &TexturesDelta) -> bool {
    delta.set.get(&TextureId::default()).is_some_and(|set| set.iter().any(ImageDelta::is_whole))
}

impl Redraw {
    fn follow_textures(&mut self, delta: &TexturesDelta) {
        for id in delta.set.keys().filter(|id| **id != TextureId::default()) {
            *self.replaced.entry(*id).or_default() += 1;
        }
        self.replaced.retain(|id, _| !delta.free.contains(id));
    }

    /// The parts of the window that are to be painted. `None`: all of it.
    fn changed_parts(&self, screen: Rect) -> Option<Vec<Rect>> {
        let (made, shown) = (&self.made, self.shown.as_ref()?);
        let look = |frame: &Frame| (frame.ground, frame.size_px, frame.pixels_per_point);
        if look(made) != look(shown) || !gl::has_mark(&self.context, made.size_px, shown.number) {
            return None;
        }
        damage::between(&shown.shapes, &made.shapes, screen, made.pixels_per_point)
    }
}

impl Frame {
    /// Shapes that paint these parts of the frame and leave the rest as it is.
    fn painted_in(&self, parts: &[Rect], painted: &Arc<AtomicU32>, early: Option<&Arc<Early>>) -> Vec<ClippedShape> {
        let all: Arc<[Rect]> = parts.into();
        let (cleared, ground) = (Arc::clone(&all), self.ground);
        let mut shapes = vec![callback(move |info, painter| {
            gl::take_up(painter.gl());
            gl::clear(painter.gl(), &info, &cleared, ground);
        })];
        for part in parts {
            let within = self.shapes.iter().filter_map(|drawn| drawn.within(*part));
            grounds::clear_large(within, self.pixels_per_point, &mut shapes);
        }
        let (number, size_px, painted, early) = (self.number, self.size_px, Arc::clone(painted), early.cloned());
        shapes.push(callback(move |info, painter| {
            // A window that has another size by now shows this frame askew.
            if info.screen_size_px == size_px {
                gl::leave_mark(painter.gl(), size_px, number);
                painted.store(number, Ordering::Relaxed);
                if let Some(early) = &early {
                    show_early(early, &info, &all);
                }
            }
        }));
        shapes
    }
}

/// Shows the parts that were painted, if that is soon done.
fn show_early(early: &Early, info: &PaintCallbackInfo, parts: &[Rect]) {
    let seen: Vec<[i32; 4]> = parts.iter().filter_map(|part| gl::seen_px(info, *part)).collect();
    let pixels: i64 = seen.iter().map(|[_, _, width, height]| i64::from(*width) * i64::from(*height)).sum();
    let [width, height] = info.screen_size_px.map(i64::from);
    if seen.len() <= FEW && pixels * ONE_IN <= width * height {
        seen.into_iter().for_each(|part| early.show(part));
    }
}

fn callback(paint: impl Fn(PaintCallbackInfo, &Painter) + Send + Sync + 'static) -> ClippedShape {
    let callback = Arc::new(CallbackFn::new(paint));
    ClippedShape::new(Rect::EVERYTHING, PaintCallback { rect: Rect::EVERYTHING, callback })
}
