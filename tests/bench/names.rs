//! What name watch costs: `cargo bench --bench names`.
//!
//! A report of 100,000 words with 500 participants: milliseconds to make the list ready, to look through all of it, and through one paragraph,
//! which is what is looked at (in a job) after a key was pressed. Then what frames of the text and the participants pane cost without
//! participants and with 500, by turns in one run: milliseconds, the median of a key press, of an idle frame, and of a row
//! down in the list.

#![expect(clippy::print_stdout, reason = "a benchmark prints, and has nobody to report an error to")]

use std::sync::Arc;
use std::time::Instant;

use egui::{Event, Key, Modifiers, Pos2, RawInput, Rect, UiBuilder, pos2, vec2};
use rapporteur::app::{Locale, UiLanguage};
use rapporteur::edit::{Editor, Selection};
use rapporteur::names::Watch;
use rapporteur::report::{Block, BlockKind, Body, IdSource, Participant, Report, RichText};
use rapporteur::ui::people::{PeopleState, people_pane_ui};
use rapporteur::ui::pictures::Pictures;
use rapporteur::ui::text::{TextState, handle_input, page_ui};
use rapporteur::ui::theme::{self, Tokens};
use rapporteur::ui::view::{Chosen, Request, Requests, View};

const WORDS: usize = 100_000;
const PEOPLE: usize = 500;

const FAMILIES: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"];
const MIDDLES: [&str; 10] = ["Văn", "Thị", "Đức", "Minh", "Quốc", "Ngọc", "Xuân", "Hữu", "Thanh", "Hồng"];
const GIVEN: [&str; 10] = ["An", "Bình", "Cường", "Dũng", "Hà", "Hùng", "Lan", "Nam", "Thắng", "Yến"];
const RUSSIANS: [&str; 5] = ["Иван Петров", "Марина Кольцова", "Алексей Вяземский", "Павел Назаренко", "Тимур Галеев"];

const SENTENCES: [(&str, &str); 3] = [
    (
        "vi",
        "Sáng nay, đồng chí Nguyễn Văn An và bà Trần Thị Lan cùng các đại biểu trao đổi về những thay đổi sau hợp nhất: địa bàn rộng hơn, kinh phí \
         không đồng đều, theo ông Nguyển Văn Hà. ",
    ),
    (
        "ru",
        "Участники подробно обсудили с Мариной Кольцовой, как объединение редакций изменило их работу; Иван Птеров напомнил, что средства \
         распределяются неравномерно. ",
    ),
    (
        "en",
        "The delegates, Nguyen Van An among them, spent most of the day on what the merger had changed for everybody in the room. ",
    ),
];

fn main() {
    let mut ids = IdSource::from_seed(1);
    let name = |number: usize| match number.checked_sub(PEOPLE - RUSSIANS.len()) {
        Some(russian) => RUSSIANS[russian].to_owned(),
        None => {
            format!("{} {} {}", FAMILIES[number % 10], MIDDLES[number / 10 % 10], GIVEN[(number + number / 100) % 10])
        }
    };
    let list: Vec<_> = (0..PEOPLE)
        .map(|number| {
            Arc::new(Participant {
                title: "Chủ tịch".into(), ..Participant::named(ids.participant(), &name(number))
            })
        })
        .collect();
    let started = Instant::now();
    let watch = Watch::of(&list);
    let made_ms = started.elapsed().as_secs_f64() * 1e3;
    let started = Instant::now();
    drop(watch.look(&RichText::plain(SENTENCES[1].1)));
    println!(
        "{PEOPLE} participants made ready in {made_ms:.1} ms, the first text (tables are built) {:.1} ms",
        started.elapsed().as_secs_f64() * 1e3
    );
    println!("{:>8} {:>14} {:>12} {:>8}", "language", "paragraph ms", "100,000 ms", "found");
    for (language, sentences) in SENTENCES {
        let paragraph = RichText::plain(sentences.repeat(3).trim());
        let count = WORDS.div_ceil(paragraph.as_str().split_whitespace().count());
        let started = Instant::now();
        let found: usize = (0..count).map(|_| watch.look(&paragraph).wrong.len()).sum();
        let took_ms = started.elapsed().as_secs_f64() * 1e3;
        println!("{language:>8} {:>14.3} {took_ms:>12.0} {found:>8}", took_ms / count as f64);
    }
    tell_frames(&list);
}

type Events<'a> = &'a dyn Fn(usize) -> Vec<Event>;

/// Prints what a key press costs with the participants and without.
fn tell_frames(list: &[Arc<Participant>]) {
    const ROUNDS: usize = 300;
    let mut windows = [Window::new(&[]), Window::new(list)];
    let watch = Arc::new(Watch::of(list));
    let known = windows.iter().map(|window| window.know(&watch)).max().unwrap_or_default();
    println!("{known} texts known; milliseconds of a frame without participants, and with {}:", list.len());
    let letter = |_: usize| vec![Event::Text("a".to_owned())];
    let down = |_: usize| {
        let key = Key::ArrowDown;
        vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }]
    };
    let kinds: [(&str, bool, Events<'_>); 3] =
        [("idle", false, &|_| Vec::new()), ("key", false, &letter), ("row down", true, &down)];
    for (name, in_list, events) in kinds {
        let mut times = [Vec::new(), Vec::new()];
        windows.iter_mut().filter(|_| in_list).for_each(Window::go_to_list);
        for round in 0..ROUNDS {
            for (window, times) in windows.iter_mut().zip(&mut times) {
                times.push(window.frame(events(round), &watch));
            }
        }
        let [without, with] = times.map(|mut times| {
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        });
        println!("  {name:<10} {without:>8.3} {with:>8.3}  {:.2} times", with / without);
    }
}

/// The text and the participants side by side, without a window.
struct Window {
    ctx: egui::Context,
    editor: Editor,
    locale: Locale,
    pictures: Pictures,
    text: TextState,
    people: PeopleState,
    chosen: Chosen,
    requests: Requests,
    time_s: f64,
}

impl Window {
    fn new(list: &[Arc<Participant>]) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, "en");
        report.participants = list.to_vec();
        let text = RichText::plain(SENTENCES[2].1.repeat(3).trim());
        let count = WORDS / text.as_str().split_whitespace().count();
        let block = |_| Arc::new(Block::new(ids.block(), BlockKind::Paragraph, text.clone()));
        report.body = Body::new((0..count).map(block).collect());
        let mut editor = Editor::new(report, IdSource::from_seed(2));
        editor.select(Selection::caret(editor.report().last_pos()));
        let mut window = Self {
            ctx,
            editor,
            locale: Locale::new(UiLanguage::En),
            pictures: Pictures::default(),
            text: TextState::default(),
            people: PeopleState::default(),
            chosen: Chosen::default(),
            requests: Requests::default(),
            time_s: 0.0,
        };
        window.text.names.switch(true);
        window.text.focus_page(&window.ctx);
        let nobody = Arc::new(Watch::default());
        window.frame(Vec::new(), &nobody);
        window.frame(Vec::new(), &nobody);
        window
    }

    /// Has every text looked through, as jobs do; gives how many there are.
    fn know(&self, watch: &Arc<Watch>) -> usize {
        self.text.names.know(watch);
        let report = self.editor.report();
        let slots = report.all_slots();
        for slot in &slots {
            if let Some(text) = report.text(*slot) {
                self.text.names.looked(*slot, text.clone(), watch.look_at(*slot, text), watch);
            }
        }
        self.text.names.unseen(report, self.editor.revision(), usize::MAX);
        slots.len()
    }

    fn go_to_list(&mut self) {
        self.people.take_focus();
    }

    /// One frame; gives its milliseconds. What jobs do between frames is done behind it.
    fn frame(&mut self, events: Vec<Event>, watch: &Arc<Watch>) -> f64 {
        self.time_s += 0.7;
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 900.0));
        let input = RawInput { screen_rect: Some(screen), time: Some(self.time_s), events, ..RawInput::default() };
        let Self { ctx, editor, locale, pictures, text, people, chosen, requests, .. } = self;
        let view = |editor: &Editor, look: &mut dyn FnMut(&View<'_>)| {
            look(&View {
                editor,
                locale,
                tokens: &Tokens::LIGHT,
                pictures,
                text,
                chosen: *chosen,
                read_only: false,
                requests,
            });
        };
        let started = Instant::now();
        let mut output = ctx.run_ui(input, |ui| {
            handle_input(ui.ctx(), text, editor, false, &view);
            let split = pos2(960.0, 900.0);
            let page = Rect::from_min_max(Pos2::ZERO, split);
            let pane = Rect::from_min_max(pos2(split.x, 0.0), screen.max);
            view(editor, &mut |view| {
                page_ui(&mut ui.new_child(UiBuilder::new().id_salt("page").max_rect(page)), view);
                people_pane_ui(&mut ui.new_child(UiBuilder::new().id_salt("pane").max_rect(pane)), view, people);
            });
        });
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = ctx.tessellate(shapes, output.pixels_per_point);
        let took_ms = started.elapsed().as_secs_f64() * 1e3;
        output.textures_delta.clear();
        assert!(!meshes.is_empty());
        for slot in text.names.take_wanted() {
            if let Some(words) = editor.report().text(slot) {
                text.names.looked(slot, words.clone(), watch.look_at(slot, words), watch);
            }
        }
        for request in requests.take() {
            match request {
                Request::Select(selection, _) => editor.select(selection),
                Request::ChoosePerson(person) => chosen.person = person,
                _ => {}
            }
        }
        took_ms
    }
}
