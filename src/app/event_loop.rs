//! The loop that brings the window its events.
//!
//! eframe draws a frame for every event, also where a letter's key is let go, which changes nothing: with a picture that the processor
//! draws that is as dear as the letter itself. Here such a release waits for the next event that a frame is drawn for anyway.

use std::collections::BTreeSet;

use eframe::{AppCreator, EframeWinitApplication, NativeOptions, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, ElementState, KeyEvent, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop};
use winit::keyboard::{Key, NamedKey, PhysicalKey};
use winit::window::WindowId;

/// Opens the window and runs until it is closed.
///
/// # Errors
/// Where there is no screen to open it on, or no way to draw.
pub(super) fn run(name: &str, options: NativeOptions, creator: AppCreator<'_>) -> eframe::Result {
    let event_loop = EventLoop::<UserEvent>::with_user_event().build()?;
    event_loop.set_control_flow(ControlFlow::Wait);
    let inner = eframe::create_native(name, options, creator, &event_loop);
    let mut window = Window { inner, keys: Releases::default(), is_command: false };
    event_loop.run_app(&mut window)?;
    Ok(())
}

struct Window<'a> {
    inner: EframeWinitApplication<'a>,
    keys: Releases<(WindowId, WindowEvent)>,
    /// Whether Ctrl or Cmd is down: a key that is pressed then writes nothing.
    is_command: bool,
}

impl ApplicationHandler<UserEvent> for Window<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.resumed(event_loop);
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        if let WindowEvent::ModifiersChanged(modifiers) = &event {
            self.is_command = modifiers.state().control_key() || modifiers.state().super_key();
        }
        if let WindowEvent::KeyboardInput { event: key, is_synthetic: false, .. } = &event
            && self.keys.waits(key.physical_key, key.state, writes(key) && !self.is_command)
        {
            self.keys.held.push((window, event));
            return;
        }
        // What is drawn anyway is no reason to draw once more.
        if !matches!(event, WindowEvent::RedrawRequested) {
            for (window, event) in self.keys.held.drain(..) {
                self.inner.window_event(event_loop, window, event);
            }
        }
        self.inner.window_event(event_loop, window, event);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.inner.new_events(event_loop, cause);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.inner.user_event(event_loop, event);
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.inner.device_event(event_loop, device, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.memory_warning(event_loop);
    }
}

/// Whether a key is one of those that are pressed all the time while one writes.
fn writes(key: &KeyEvent) -> bool {
    match &key.logical_key {
        Key::Character(_) | Key::Dead(_) => true,
        Key::Named(key) => matches!(
            key,
            NamedKey::Space
                | NamedKey::Backspace
                | NamedKey::Delete
                | NamedKey::ArrowLeft
                | NamedKey::ArrowRight
                | NamedKey::ArrowUp
                | NamedKey::ArrowDown
                | NamedKey::PageUp
                | NamedKey::PageDown
        ),
        Key::Unidentified(_) => false,
    }
}

/// Which keys are down, and the releases that wait.
#[derive(Debug)]
struct Releases<Event> {
    down: BTreeSet<PhysicalKey>,
    held: Vec<Event>,
}

impl<Event> Default for Releases<Event> {
    fn default() -> Self {
        Self { down: BTreeSet::new(), held: Vec::new() }
    }
}

impl<Event> Releases<Event> {
    /// Whether an event of a key can wait: the release of a key that writes, and whose press was seen. A release alone means something:
    /// an input method took the press.
    fn waits(&mut self, key: PhysicalKey, state: ElementState, writes: bool) -> bool {
        match state {
            ElementState::Pressed => {
                if writes {
                    self.down.insert(key);
                }
                false
            }
            ElementState::Released => self.down.remove(&key) && writes,
        }
    }
}

#[cfg(test)]
mod tests {
    use winit::keyboard::KeyCode;

    use super::*;

    #[test]
    fn a_release_waits_where_its_press_was_seen_and_the_key_writes() {
        let mut keys = Releases::<()>::default();
        let [a, tab] = [KeyCode::KeyA, KeyCode::Tab].map(PhysicalKey::Code);
        assert!(!keys.waits(a, ElementState::Released, true), "an input method took the press");
        assert!(!keys.waits(a, ElementState::Pressed, true));
        assert!(keys.waits(a, ElementState::Released, true));
        assert!(!keys.waits(a, ElementState::Released, true), "once for each press");
        assert!(!keys.waits(a, ElementState::Pressed, false), "with Ctrl");
        assert!(
            !keys.waits(a, ElementState::Released, true),
            "where nothing came of it, the release is all that tells"
        );
        assert!(!keys.waits(tab, ElementState::Pressed, false));
        assert!(!keys.waits(tab, ElementState::Released, false));
    }
}
