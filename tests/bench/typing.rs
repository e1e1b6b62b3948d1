//! What a frame of the text pane costs: `cargo bench --bench typing [-- WORDS…]`.
//!
//! Headless: the page is laid out and tessellated as in the window, without a graphics card. For reports of several lengths it prints
//! the milliseconds of processor time of an idle frame, of a key press at the end and in the middle, of Enter, of the arrow down, and with a screen reader
//! listening. The design asks that 100,000 words cost at most twice what 1,000 cost.

#![expect(clippy::print_stdout, reason = "a benchmark prints, and has nobody to report an error to")]

use std::sync::Arc;

use egui::{Event, Key, Modifiers, Pos2, RawInput, Rect, vec2};
use rapporteur::app::{Locale, UiLanguage};
use rapporteur::edit::{Editor, Selection};
use rapporteur::report::{Block, BlockKind, Body, IdSource, Report, RichText};
use rapporteur::ui::pictures::Pictures;
use rapporteur::ui::text::{TextState, handle_input, page_ui};
use rapporteur::ui::theme::{self, Tokens};
use rapporteur::ui::view::{Chosen, Request, Requests, View};

const ROUNDS: usize = 41;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    println!(
        "{:>8} {:>6} {:>7} {:>7} {:>7} {:>7} {:>7} {:>9} {:>9}",
        "words", "idle", "key", "middle", "Enter", "down", "first", "idle+a11y", "key+a11y"
    );
    for words in sizes {
        let mut window = Window::new(words);
        let first = window.frame(Vec::new());
        let idle = window.median(|_| Vec::new());
        let key = window.median(|_| vec![Event::Text("a".to_owned())]);
        window.go_to_middle();
        let middle = window.median(|_| vec![Event::Text("a".to_owned())]);
        let down = window.median(|_| vec![press(Key::ArrowDown)]);
        let enter = window.median(|_| vec![press(Key::Enter)]);
        window.ctx.enable_accesskit();
        let listening = window.median(|_| Vec::new());
        let heard = window.median(|_| vec![Event::Text("a".to_owned())]);
        println!(
            "{words:>8} {idle:>6.3} {key:>7.3} {middle:>7.3} {enter:>7.3} {down:>7.3} {first:>7.1} {listening:>9.3} {heard:>9.3}"
        );
    }
}

fn press(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// The text pane without a window.
struct Window {
    ctx: egui::Context,
    editor: Editor,
    locale: Locale,
    pictures: Pictures,
    text: TextState,
    requests: Requests,
    time_s: f64,
}

impl Window {
    fn new(words: usize) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut editor = Editor::new(report(words), IdSource::from_seed(2));
        let end = editor.report().last_pos();
        editor.select(Selection::caret(end));
        let mut window = Self {
            ctx,
            editor,
            locale: Locale::new(UiLanguage::En),
            pictures: Pictures::default(),
            text: TextState::default(),
            requests: Requests::default(),
            time_s: 0.0,
        };
        window.text.spelling.switch(true);
        window.text.focus_page(&window.ctx);
        window.frame(Vec::new());
        window
    }

    fn go_to_middle(&mut self) {
        let blocks = self.editor.report().body.blocks();
        let slot = rapporteur::report::Slot::Block(blocks[blocks.len() / 2].id);
        let place = self.editor.report().end_of(slot);
        self.editor.select(Selection::caret(place));
        self.text.caret_moved(&self.ctx);
        self.frame(Vec::new());
    }

    fn median(&mut self, events: impl Fn(usize) -> Vec<Event>) -> f64 {
        let mut times: Vec<f64> = (0..ROUNDS).map(|round| self.frame(events(round))).collect();
        times.sort_by(f64::total_cmp);
        times[ROUNDS / 2]
    }

    /// One frame; gives its milliseconds.
    fn frame(&mut self, events: Vec<Event>) -> f64 {
        // Slow typing: every key is a phrase of its own, which is the dearer case.
        self.time_s += 0.7;
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 900.0));
        let input = RawInput { screen_rect: Some(screen), time: Some(self.time_s), events, ..RawInput::default() };
        let started = cpu_ms();
        let Self { ctx, editor, locale, pictures, text, requests, .. } = self;
        let view = |editor: &Editor, look: &mut dyn FnMut(&View<'_>)| {
            look(&View {
                editor,
                locale,
                tokens: &Tokens::LIGHT,
                pictures,
                text,
                chosen: Chosen::default(),
                read_only: false,
                requests,
            });
        };
        let mut output = ctx.run_ui(input, |ui| {
            handle_input(ui.ctx(), text, editor, false, &view);
            view(editor, &mut |view| page_ui(ui, view));
        });
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = ctx.tessellate(shapes, output.pixels_per_point);
        let took = cpu_ms() - started;
        output.textures_delta.clear();
        assert!(!meshes.is_empty());
        // As the job does it between frames; a word of every text is marked.
        for slot in text.spelling.take_wanted() {
            if let Some(words) = editor.report().text(slot) {
                text.spelling.checked(slot, words.clone(), std::iter::once(0..words.boundary(12)).collect());
            }
        }
        for request in requests.take() {
            if let Request::Select(selection, _) = request {
                editor.select(selection);
            }
        }
        took
    }
}

/// Processor time of this thread in milliseconds.
#[cfg(unix)]
fn cpu_ms() -> f64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}

/// The clock's time in milliseconds, where the system does not tell that of the processor.
#[cfg(not(unix))]
fn cpu_ms() -> f64 {
    use std::time::Instant;
    thread_local! {
        static START: Instant = Instant::now();
    }
    START.with(|start| start.elapsed().as_secs_f64() * 1e3)
}

/// Paragraphs of about sixty words in three languages.
fn report(words: usize) -> Report {
    const TEXTS: [&str; 3] = [
        "The delegates spent most of the day on what the merger had changed for them: wider areas, uneven budgets, few permanent staff and a growing number of stories that nobody can check alone any more. ",
        "Участники конференции подробно обсудили, как объединение редакций изменило их работу: территории стали больше, средства распределяются неравномерно, а постоянных сотрудников не хватает. ",
        "Các đại biểu dành phần lớn thời gian trao đổi về những thay đổi sau hợp nhất: địa bàn rộng hơn, kinh phí không đồng đều và đội ngũ phóng viên thường trú còn mỏng. ",
    ];
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "en");
    report.headline = "A headline".into();
    let mut blocks = Vec::new();
    let mut count = 0;
    while count < words {
        let sentence = TEXTS[blocks.len() % TEXTS.len()];
        let text = RichText::plain(sentence.repeat(2).trim());
        count += text.as_str().split_whitespace().count();
        blocks.push(Arc::new(Block::new(ids.block(), BlockKind::Paragraph, text)));
    }
    report.body = Body::new(blocks);
    report
}
