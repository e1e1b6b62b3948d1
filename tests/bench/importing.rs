//! What a frame of the window costs while photos come in: `cargo bench --bench importing`.
//!
//! The whole window without a graphics card: 200 photos of 24 megapixels are dropped on it as a folder (`RAPPORTEUR_PHOTOS=DIR`: those of
//! a folder), and somebody writes in the text meanwhile. It prints the processor's time of the interface's thread for a frame in
//! milliseconds (median, 99th percentile, most), with the most that went to the graphics card in one frame; and when the first and the
//! tenth picture was on the screen. A number as argument is the size of the photos in thousands of pixels; twelve are enough then.
//!
//! The bar: 8 ms a frame.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints, and has nobody to report an error to"
)]

mod camera;
mod spent;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use camera::{FULL_SIZE, photo, smaller};
use egui::{Event, Pos2, RawInput, Rect, vec2};
use rapporteur::app::{App, Opening, Start};
use spent::cpu_ms;

const PHOTOS: usize = 200;
const FRAME: Duration = Duration::from_millis(16);
/// Names the folder that is dropped, in the process that measures.
const DROPPED: &str = "RAPPORTEUR_BENCH_DROPPED";

fn main() {
    if let Some(folder) = env::var_os(DROPPED) {
        for wall in [false, true] {
            measure(Path::new(&folder), wall);
        }
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dropped = env::var_os("RAPPORTEUR_PHOTOS").map_or_else(|| made(folder.path()), PathBuf::from);
    let home = tempfile::tempdir().expect("a temporary folder");
    let own = env::current_exe().expect("the name of this program");
    // The folder of the preferences comes from the surroundings, which a process cannot safely change for itself.
    let ran = Command::new(own).env(DROPPED, dropped).env("RAPPORTEUR_HOME", home.path()).status();
    assert!(ran.is_ok_and(|status| status.success()), "the measurement went wrong");
}

/// A card with photos of which no two are the same file.
fn made(folder: &Path) -> PathBuf {
    let kilopixels: Option<u32> = env::args().skip(1).find_map(|argument| argument.parse().ok());
    let (count, (width, height)) = kilopixels.map_or((PHOTOS, FULL_SIZE), |size| (12, smaller(size)));
    let card = folder.join("DCIM");
    fs::create_dir(&card).expect("room for a folder");
    let pictures: Vec<_> = (0..4).map(|number| photo(width, height, number)).collect();
    for number in 0..count {
        let mut bytes = pictures[number % pictures.len()].clone();
        bytes.extend_from_slice(&number.to_be_bytes());
        fs::write(card.join(format!("IMG_{number:04}.JPG")), bytes).expect("room for a photo");
    }
    card
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|err| err.to_string())
    }
}

/// The window without a screen.
struct Window {
    ctx: egui::Context,
    app: App,
    started: Instant,
    spent_ms: Vec<f64>,
    most_bytes: usize,
    /// When so many pictures were there: seconds since the drop.
    pictures: Vec<f64>,
}

fn measure(folder: &Path, wall: bool) {
    let ctx = egui::Context::default();
    let home = PathBuf::from(env::var_os("RAPPORTEUR_HOME").expect("a home"));
    let preferences = format!("{{\"language\":\"en\",\"panes\":{{\"photos_wall\":{wall}}}}}");
    fs::create_dir_all(home.join("config")).expect("room for preferences");
    fs::write(home.join("config/preferences.json"), preferences).expect("room for preferences");
    let app = App::new(&ctx, Opening::begin(Start::New));
    let mut window =
        Window { ctx, app, started: Instant::now(), spent_ms: Vec::new(), most_bytes: 0, pictures: Vec::new() };
    for _ in 0..20 {
        window.frame(RawInput::default());
    }
    let idle = window.take();
    window.started = Instant::now();
    let dropped = RawInput { dropped_files: vec![Arc::new(Dropped(folder.to_owned()))], ..RawInput::default() };
    window.pictures.clear();
    window.frame(dropped);
    let mut frames = 0;
    while window.app.is_reading_photos() || frames < 20 {
        frames += 1;
        let event = (frames % 7 == 0).then(|| Event::Text(if frames % 5 == 0 { " " } else { "n" }.to_owned()));
        window.frame(RawInput { events: event.into_iter().collect(), ..RawInput::default() });
    }
    let took_s = window.started.elapsed().as_secs_f64();
    let most_bytes = window.most_bytes;
    let reading = window.take();
    println!("{}: read in {took_s:.1} s", if wall { "wall" } else { "cards" });
    for (count, name) in [(1, "first"), (10, "tenth")] {
        if let Some(after_s) = window.pictures.get(count - 1) {
            println!("  the {name} picture on the screen after {after_s:.2} s");
        }
    }
    tell("idle", idle, 0);
    tell("photos come in", reading, most_bytes);
}

fn tell(what: &str, mut spent: Vec<f64>, bytes: usize) {
    spent.sort_by(f64::total_cmp);
    let at = |part: f64| spent[((spent.len() - 1) as f64 * part) as usize];
    let frames = spent.len();
    let megabytes = bytes as f64 / 1e6;
    println!("  {what:<16} {:>7.2} {:>7.2} {:>7.2}   {frames} frames, {megabytes:.2} MB", at(0.5), at(0.99), at(1.0));
}

impl Window {
    /// The milliseconds of the frames since the last call.
    fn take(&mut self) -> Vec<f64> {
        self.most_bytes = 0;
        std::mem::take(&mut self.spent_ms)
    }

    fn frame(&mut self, mut input: RawInput) {
        let began = Instant::now();
        input.screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 900.0)));
        input.time = Some(self.started.elapsed().as_secs_f64());
        let before = cpu_ms();
        eframe::App::raw_input_hook(&mut self.app, &self.ctx, &mut input);
        let mut output = self.ctx.run_ui(input, |ui| {
            self.app.work(ui.ctx());
            self.app.frame_ui(ui);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        self.spent_ms.push(cpu_ms() - before);
        assert!(!meshes.is_empty());
        let at = self.started.elapsed().as_secs_f64();
        let set = &output.textures_delta.set;
        let bytes = set.values().flatten().map(|delta| delta.image.width() * delta.image.height() * 4).sum();
        let pictures = set.keys().filter(|id| **id != egui::TextureId::default()).count();
        self.pictures.extend(std::iter::repeat_n(at, pictures));
        self.most_bytes = self.most_bytes.max(bytes);
        output.textures_delta.clear();
        std::thread::sleep(FRAME.saturating_sub(began.elapsed()));
    }
}
