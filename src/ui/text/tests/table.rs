//! Tables that stay laid out look like tables that were laid out just now.

use egui::{Context, RawInput, Rect, Vec2};
use proptest::prelude::*;

use crate::app::{Locale, UiLanguage};
use crate::edit::Editor;
use crate::edit::notation::state;
use crate::report::{IdSource, Slot};
use crate::ui::pictures::Pictures;
use crate::ui::text::TextState;
use crate::ui::text::item::{HEAD_ITEMS, Item, Setter};
use crate::ui::text::paragraph::{Paragraph, Preedit};
use crate::ui::theme::{self, Tokens};
use crate::ui::view::{Chosen, Requests, View};

/// What is seen of one frame of the table, and what is in the way of it.
#[derive(Debug, Clone)]
struct Scene {
    cells: Vec<Vec<&'static str>>,
    header: bool,
    column: f32,
    dark: bool,
    /// Whether an input method is composing a word in the first cell.
    composes: bool,
    /// Whether the letters lie elsewhere in their texture from now on.
    pixels_per_point: f32,
}

fn word() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        6 => Just("9"),
        4 => Just("Nguyễn Văn An"),
        2 => Just("Представительство при организациях"),
        1 => Just("an award for a film that was shown out of the competition, with a prize that nobody had heard of before"),
        2 => Just(""),
    ]
}

/// A table, and the same table with one cell written anew, a row taken out, or seen otherwise, again and again.
fn scenes() -> impl Strategy<Value = Vec<Scene>> {
    let cells =
        (1..4usize).prop_flat_map(|columns| prop::collection::vec(prop::collection::vec(word(), columns), 1..5));
    let rare = || prop::bool::weighted(0.2);
    let column = prop_oneof![3 => Just(640.0), 1 => Just(300.0)];
    let scale = prop_oneof![5 => Just(1.0), 1 => Just(1.5)];
    let edit = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), word(), rare());
    let look = (rare(), column, rare(), rare(), scale);
    (cells, prop::collection::vec((edit, look), 2..7)).prop_map(|(mut cells, changes)| {
        let change = |((row, cell, word, goes), (header, column, dark, composes, pixels_per_point))| {
            let row: prop::sample::Index = row;
            let cell: prop::sample::Index = cell;
            if goes && cells.len() > 1 {
                cells.remove(row.index(cells.len()));
            } else {
                *cell.get_mut(row.get_mut(cells.as_mut_slice()).as_mut_slice()) = word;
            }
            Scene { cells: cells.clone(), header, column, dark, composes, pixels_per_point }
        };
        changes.into_iter().map(change).collect()
    })
}

fn laid_out(ctx: &Context, text: &TextState, scene: &Scene) -> Item {
    let rows: Vec<String> = scene.cells.iter().map(|cells| cells.join(" ; ")).collect();
    let word = if scene.header { "tabh" } else { "tab" };
    let (report, _) = state(&format!("p |one\n{word} {}", rows.join(" / ")));
    let table = &report.body.blocks()[1];
    let first = table.table().expect("a table").rows()[0][0].id;
    let preedit = Preedit { at: 0, text: "hoà".to_owned() };
    *text.preedit.borrow_mut() = scene.composes.then(|| (Slot::Cell(table.id, first), preedit));
    let view = View {
        editor: &Editor::new(report.clone(), IdSource::from_seed(3)),
        locale: &Locale::new(UiLanguage::En),
        tokens: if scene.dark { &Tokens::DARK } else { &Tokens::LIGHT },
        pictures: &Pictures::default(),
        text,
        chosen: Chosen::default(),
        read_only: false,
        requests: &Requests::default(),
    };
    Setter { view: &view, ctx, column: scene.column }.item(HEAD_ITEMS + 1).expect("the table")
}

/// All that is drawn of a table.
type Seen = (Vec<(Slot, Vec2, Option<Rect>, Vec<egui::epaint::text::PlacedRow>, Option<String>)>, String, f32);

fn seen(item: &Item) -> Seen {
    let words = |paragraph: &Paragraph| paragraph.galley().text().to_owned();
    let parts = item.parts.iter().map(|part| {
        let rows = part.paragraph.galley().rows.clone();
        (part.slot, part.at, part.area, rows, part.placeholder.as_ref().map(words))
    });
    (parts.collect(), format!("{:?}", item.grid), item.height)
}

proptest! {
    // The fonts are read for each.
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_table_that_was_kept_looks_like_a_new_one(scenes in scenes()) {
        let ctx = Context::default();
        theme::install(&ctx);
        let kept = TextState::default();
        let mut pairs = Vec::new();
        for scene in &scenes {
            ctx.set_pixels_per_point(scene.pixels_per_point);
            let output = ctx.run_ui(RawInput::default(), |ui| {
                let [old, new] = [&kept, &TextState::default()].map(|text| laid_out(ui.ctx(), text, scene));
                pairs.push((seen(&old), seen(&new)));
            });
            output.drop_without_applying_deltas();
        }
        for (old, new) in pairs {
            prop_assert_eq!(old, new);
        }
    }
}
