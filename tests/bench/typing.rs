//! What a frame of the text pane costs: `cargo bench --bench typing [-- WORDS…]`.
//!
//! Headless: the page is laid out and tessellated as in the window, without a graphics card. For reports of several lengths, with a figure for
//! each 500 words and a table for each 5,000, it prints the processor time in milliseconds, median and 99th percentile, of an idle frame, of a key
//! press at the start, in the middle and at the end, of Enter, of the arrow down and of Page Down; the same with a screen reader
//! listening; then what the first frame of a report costs, and a search of it.
//!
//! The bars, at 100,000 words: a key 0.5 and 2 (1 and 4 with a screen reader), Page Down 8, and at most twice what 1,000 words cost.

#![expect(clippy::print_stdout, reason = "a benchmark prints, and has nobody to report an error to")]

mod spent;

use std::sync::Arc;

use egui::{Event, Key, Modifiers, Pos2, RawInput, Rect, vec2};
use rapporteur::app::{Locale, UiLanguage};
use rapporteur::edit::{Editor, Selection};
use rapporteur::find::{Finder, Query};
use rapporteur::report::{
    Block, BlockKind, Body, IdSource, Original, Photo, PhotoHash, PhotoId, PictureFormat, Report, RichText, SizePx,
    Slot, Table,
};
use rapporteur::ui::pictures::Pictures;
use rapporteur::ui::text::{TextState, handle_input, page_ui};
use rapporteur::ui::theme::{self, Tokens};
use rapporteur::ui::view::{Chosen, Request, Requests, View};
use spent::cpu_ms;

/// Frames of each kind; one in a hundred may be slower than the 99th percentile.
const ROUNDS: usize = 300;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    for words in sizes {
        let mut window = Window::new(words);
        println!("{words} words, {} figures", window.editor.report().photos.len());
        let letter = |_: usize| vec![Event::Text("a".to_owned())];
        for listening in [false, true] {
            let with = if listening { "  with a screen reader" } else { "" };
            if listening {
                window.ctx.enable_accesskit();
            }
            window.tell("idle", with, |_| Vec::new());
            for (name, part) in [("key at the start", 0.0), ("key in the middle", 0.5), ("key at the end", 1.0)] {
                window.go_to(part);
                window.tell(name, with, letter);
            }
            window.go_to(0.5);
            window.tell("Enter", with, |_| vec![press(Key::Enter)]);
            window.tell("arrow down", with, |_| vec![press(Key::ArrowDown)]);
            window.go_to(0.0);
            window.tell("Page Down", with, |_| vec![press(Key::PageDown)]);
        }
        println!("  first frame        {:>8.3}", window.first_ms);
        window.tell_search("nguyen");
        window.tell_search("đại biểu");
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
    first_ms: f64,
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
            first_ms: 0.0,
        };
        window.text.spelling.switch(true);
        window.text.focus_page(&window.ctx);
        window.first_ms = window.frame(Vec::new());
        window.frame(Vec::new());
        window
    }

    /// The end of the paragraph at a part of the report.
    fn go_to(&mut self, part: f64) {
        let blocks = self.editor.report().body.blocks();
        let from = ((blocks.len() - 1) as f64 * part) as usize;
        let place = (0..blocks.len()).map(|step| (from + blocks.len() - step) % blocks.len());
        let paragraph = place.map(|place| &blocks[place]).find(|block| block.kind == BlockKind::Paragraph);
        let place = paragraph.map(|block| self.editor.report().end_of(Slot::Block(block.id)));
        self.editor.select(Selection::caret(place.unwrap_or_else(|| self.editor.report().last_pos())));
        self.text.caret_moved(&self.ctx);
        self.frame(Vec::new());
    }

    /// Prints what frames with these events cost.
    fn tell(&mut self, name: &str, with: &str, events: impl Fn(usize) -> Vec<Event>) {
        let mut times: Vec<f64> = (0..ROUNDS).map(|round| self.frame(events(round))).collect();
        times.sort_by(f64::total_cmp);
        println!("  {name:<18} {:>8.3} {:>8.3}{with}", times[ROUNDS / 2], times[ROUNDS * 99 / 100]);
    }

    fn tell_search(&self, words: &str) {
        let query = Query { words: words.to_owned(), ..Query::default() };
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..15 {
            let started = cpu_ms();
            found = Finder::default().hits(self.editor.report(), &query).len();
            times.push(cpu_ms() - started);
        }
        times.sort_by(f64::total_cmp);
        println!("  search             {:>8.3}  {found} places of “{words}”", times[times.len() / 2]);
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
        if count / 500 > report.photos.len() {
            let photo = photo(ids.photo(), report.photos.len());
            blocks.push(Arc::new(Block::new(
                ids.block(),
                BlockKind::Figure { photo: photo.id, beside: false },
                RichText::new(),
            )));
            report.photos.push(Arc::new(photo));
        }
        if count % 5_000 < 60 {
            let cells = vec![vec!["Лауреат".into(), "Phiếu".into()]; 8];
            let table = Table::of_texts(true, cells).into_iter().map(|table| BlockKind::Table { table });
            blocks.extend(table.map(|kind| Arc::new(Block::new(ids.block(), kind, RichText::new()))));
        }
    }
    report.body = Body::new(blocks);
    report
}

fn photo(id: PhotoId, number: usize) -> Photo {
    let original = Original {
        hash: PhotoHash::from_bytes([number as u8; 32]),
        format: PictureFormat::Jpeg,
        file_name: format!("IMG_{number}.JPG").into(),
        size_px: SizePx { width: 6000, height: 4000 },
        taken: None,
    };
    Photo { caption: "Các đại biểu dự hội nghị tại Bắc Ninh.".into(), ..Photo::new(id, original) }
}
