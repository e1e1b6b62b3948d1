//! The window itself: its name, icon, size and renderer, and what egui must not do by itself.

use std::sync::Arc;
use std::time::Duration;

use eframe::glow::{self, HasContext as _};
use egui::{Context, Event, Rect, ThemePreference, Vec2, ViewportBuilder, Visuals, vec2};
use raw_window_handle::{HasWindowHandle, RawWindowHandle};

use crate::app::ThemeChoice;
use crate::app::prefs::{Prefs, WindowPlace};
use crate::redraw;

/// By this name desktops know the program: it is that of its `.desktop` file.
pub const APP_ID: &str = "rapporteur";

/// How the window is made.
pub fn native_options(prefs: &Prefs) -> eframe::NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_title("Rapporteur")
        .with_app_id(APP_ID)
        .with_inner_size(vec2(prefs.window.width, prefs.window.height))
        .with_min_inner_size(Vec2::from(WindowPlace::MIN))
        .with_clamp_size_to_monitor_size(true)
        .with_maximized(prefs.window.maximised)
        .with_drag_and_drop(true);
    match eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/rapporteur-256.png")) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(err) => log::error!("the icon of the window cannot be read: {err}"),
    }
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        // It smooths gradients, of which there are none here, and costs each pixel some ten operations where the processor
        // draws.
        dithering: false,
        ..Default::default()
    }
}

/// The colour of the window before anything is drawn, for `App::clear_color`: a window that is being resized does not flash.
pub fn clear_color(visuals: &Visuals) -> [f32; 4] {
    visuals.panel_fill.to_normalized_gamma_f32()
}

/// Takes from egui what the program does itself: zooming by keys, which is remembered, and ending by Ctrl+Q, which saves first.
pub fn set_up(ctx: &Context) {
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
        // Where the system does not say, paper is white.
        options.fallback_theme = egui::Theme::Light;
    });
}

/// Where the processor draws the window, only what changes is painted, and the caret stands still: even a frame in which nothing else changes
/// costs a copy of the whole window to the screen, twice a second for as long as somebody only reads.
pub fn spare_the_processor_that_draws(ctx: &Context, gl: Option<&Arc<glow::Context>>) {
    if let Some(gl) = gl.filter(|gl| is_processor(&renderer(gl))) {
        redraw::begin(ctx, Arc::clone(gl), clear_color);
        for theme in [egui::Theme::Light, egui::Theme::Dark] {
            ctx.style_mut_of(theme, |style| style.visuals.text_cursor.blink = false);
        }
    }
}

/// What OpenGL says of itself.
#[expect(
    unsafe_code,
    reason = "OpenGL is foreign code; asking for a name needs only that the context is the current one, as it is while the window is made"
)]
fn renderer(gl: &glow::Context) -> String {
    unsafe { gl.get_parameter_string(glow::RENDERER) }
}

/// Whether that is one of the renderers that need no graphics card: Mesa's, Chromium's and Microsoft's.
fn is_processor(renderer: &str) -> bool {
    // Zink draws by way of Vulkan, and reads what was shown, not what is drawn on.
    !renderer.contains("zink")
        && ["llvmpipe", "softpipe", "swrast", "SwiftShader", "Basic Render", "GDI Generic"]
            .iter()
            .any(|name| renderer.contains(name))
}

/// The colours chosen, as egui calls them.
pub fn theme_preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}

/// Without a key for so long, it is told where the caret is.
const KEYS_REST: Duration = Duration::from_millis(60);

/// Where an input method of X11 was told that the caret is.
#[derive(Debug, Clone, Copy, Default)]
pub struct ToldCaret {
    rect: Option<Rect>,
    /// Whether an input method has composed anything yet.
    composes: bool,
}

impl ToldCaret {
    /// To be called when everything is drawn. On X11 the lower end of the caret is told, because one point is all that can be, and the
    /// method's window stands beside the line then and not on it.
    ///
    /// Once words are composed, it is told in a frame without keys only: Xlib waits for the answer, and words that the method commits meanwhile come in the wrong
    /// order (seen with Fcitx5 5.0.21 on a busy machine).
    pub fn tell(&mut self, ctx: &Context, window: &impl HasWindowHandle) {
        let handle = window.window_handle().map(|handle| handle.as_raw());
        if matches!(handle, Ok(RawWindowHandle::Xlib(_) | RawWindowHandle::Xcb(_))) {
            self.tell_when_keys_rest(ctx);
        }
    }

    fn tell_when_keys_rest(&mut self, ctx: &Context) {
        self.composes |= ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))));
        let is_key = |event: &Event| matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_));
        let has_keys = ctx.input(|input| input.events.iter().any(is_key));
        let Some(caret) = ctx.output(|output| output.ime.as_ref().map(|ime| ime.cursor_rect)) else {
            self.rect = None;
            return;
        };
        let wanted = foot(caret);
        let told = match self.rect {
            Some(told) if told != wanted && has_keys && self.composes => {
                ctx.request_repaint_after(KEYS_REST);
                told
            }
            _ => wanted,
        };
        self.rect = Some(told);
        ctx.output_mut(|output| {
            if let Some(ime) = &mut output.ime {
                ime.cursor_rect = told;
            }
        });
    }
}

fn foot(caret: Rect) -> Rect {
    Rect::from_min_max(caret.left_bottom(), caret.max)
}

/// The size of the window to remember. One that fills the screen keeps the size that it had before; so does one that is smaller than it may
/// be, as some window managers make it.
pub fn place(ctx: &Context, before: WindowPlace) -> WindowPlace {
    let full = ctx.input(|input| {
        let viewport = input.viewport();
        viewport.maximized.unwrap_or(false) || viewport.fullscreen.unwrap_or(false)
    });
    // The builder takes points without the zoom of the interface. Wayland tells no positions, but it does tell this.
    let size = ctx.viewport_rect().size() * ctx.zoom_factor();
    if full || size.x < WindowPlace::MIN.0 || size.y < WindowPlace::MIN.1 {
        return WindowPlace { maximised: full, ..before };
    }
    WindowPlace { width: size.x, height: size.y, maximised: false }
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, RawInput, pos2};

    use super::*;

    #[test]
    fn the_processor_is_known_by_what_it_is_called() {
        assert!(is_processor("llvmpipe (LLVM 15.0.6, 256 bits)"));
        assert!(is_processor("Microsoft Basic Render Driver"));
        assert!(!is_processor("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
    }

    fn place_at(size: Vec2, maximised: bool) -> WindowPlace {
        let ctx = Context::default();
        ctx.set_zoom_factor(2.0);
        let mut place = None;
        for _ in 0..2 {
            let mut input =
                RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), ..RawInput::default() };
            input.viewports.entry(input.viewport_id).or_default().maximized = Some(maximised);
            let before = WindowPlace { width: 1111.0, height: 777.0, maximised: false };
            ctx.run_ui(input, |ui| place = Some(super::place(ui.ctx(), before))).drop_without_applying_deltas();
        }
        place.expect("the window was drawn")
    }

    #[test]
    fn the_size_is_that_without_zoom_and_not_that_of_the_screen() {
        let (width, height) = (1200.0, 800.0);
        assert_eq!(place_at(vec2(600.0, 400.0), false), WindowPlace { width, height, maximised: false });
        let before = WindowPlace { width: 1111.0, height: 777.0, maximised: true };
        assert_eq!(place_at(vec2(600.0, 400.0), true), before);
        assert_eq!(place_at(vec2(300.0, 200.0), false), WindowPlace { maximised: false, ..before });
    }

    #[test]
    fn the_window_has_its_icon_and_its_least_size() {
        let options = native_options(&Prefs::default());
        let icon = options.viewport.icon.expect("the icon was read");
        assert_eq!((icon.width, icon.height), (256, 256));
        assert_eq!(options.viewport.min_inner_size, Some(vec2(720.0, 520.0)));
        assert_eq!(options.viewport.app_id.as_deref(), Some(APP_ID));
    }

    #[test]
    fn an_input_method_of_x11_is_told_the_foot_of_the_caret_when_keys_rest() {
        let ctx = Context::default();
        let mut told = ToldCaret::default();
        let mut frame = |x: f32, events: Vec<Event>| {
            let input = RawInput { events, ..RawInput::default() };
            let output = ctx.run_ui(input, |ui| {
                let cursor_rect = Rect::from_min_max(pos2(x, 20.0), pos2(x + 2.0, 44.0));
                ui.output_mut(|output| {
                    output.ime = Some(egui::output::IMEOutput {
                        purpose: egui::IMEPurpose::Normal,
                        rect: cursor_rect,
                        cursor_rect,
                        should_interrupt_composition: false,
                    });
                });
                told.tell_when_keys_rest(ui.ctx());
            });
            let min = output.platform_output.ime.as_ref().map(|ime| ime.cursor_rect.min);
            output.drop_without_applying_deltas();
            min
        };
        let typed = || vec![Event::Text("a".to_owned())];
        assert_eq!(frame(5.0, typed()), Some(pos2(5.0, 44.0)), "without an input method there is nothing to disturb");
        let composed = || vec![Event::Ime(egui::ImeEvent::Commit("a".to_owned()))];
        assert_eq!(frame(7.0, composed()), Some(pos2(5.0, 44.0)));
        assert_eq!(frame(10.0, vec![]), Some(pos2(10.0, 44.0)));
        assert_eq!(frame(20.0, typed()), Some(pos2(10.0, 44.0)));
        assert_eq!(frame(30.0, typed()), Some(pos2(10.0, 44.0)));
        assert_eq!(frame(30.0, vec![]), Some(pos2(30.0, 44.0)));
        assert_eq!(frame(50.0, vec![]), Some(pos2(50.0, 44.0)), "a click moves it at once");
    }

    #[test]
    fn egui_neither_zooms_nor_quits_by_itself() {
        let ctx = Context::default();
        set_up(&ctx);
        ctx.options(|options| assert!(!options.zoom_with_keyboard && options.quit_shortcuts.is_empty()));
    }
}
