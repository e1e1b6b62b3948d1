//! Whether a command can be given now, and whether what it switches is on.

use std::path::PathBuf;

use crate::app::{BlockStyle, Command, PageLook, Pane, ThemeChoice, UiLanguage};
use crate::edit::ops::table::TableEdit;
use crate::edit::ops::{blocks, lineup, rows, style, table};
use crate::edit::{Editor, Selection};
use crate::language::vietnamese::{Settings, ToneStyle};
use crate::report::{BlockKind, PhotoId, Report, Slot};

/// The smallest zoom factor.
pub const ZOOM_MIN: f32 = 0.5;
/// The largest zoom factor.
pub const ZOOM_MAX: f32 = 3.0;

/// What menus and toolbar look at. It answers for every command, by trying the operation where that is cheap enough
/// for every frame.
#[derive(Debug, Clone, Copy)]
pub struct CommandEnv<'a> {
    /// The report, if one is open.
    pub editor: Option<&'a Editor>,
    /// What it is called in the menu bar.
    pub name: Option<&'a str>,
    /// Whether it must stay as it is.
    pub read_only: bool,
    /// The photo that is chosen in its pane.
    pub chosen_photo: Option<PhotoId>,
    /// Whether any of the photos chosen there stands in the text.
    pub chosen_in_text: bool,
    /// Whether the photos pane is shown.
    pub photos_shown: bool,
    /// Whether the outline is shown.
    pub outline_shown: bool,
    /// Whether only the text is shown.
    pub focus_mode: bool,
    /// Whether the participants pane is shown.
    pub people_shown: bool,
    /// Whether the editor helps while one types.
    pub typing_aids: bool,
    /// Whether spelling is checked.
    pub check_spelling: bool,
    /// Whether names are watched.
    pub watch_names: bool,
    /// How Vietnamese is typed.
    pub vietnamese: Settings,
    /// What an exported page looks like.
    pub page_look: PageLook,
    /// The colours chosen.
    pub theme: ThemeChoice,
    /// The language of the interface.
    pub language: UiLanguage,
    /// The zoom factor; 1 is the normal size.
    pub zoom: f32,
    /// The report files that were open lately, the last one first.
    pub recent: &'a [PathBuf],
}

impl CommandEnv<'_> {
    /// Whether a report is open.
    pub fn has_report(&self) -> bool {
        self.editor.is_some()
    }

    /// Whether the command would do something.
    pub fn is_enabled(&self, command: Command) -> bool {
        match command {
            Command::New | Command::Open | Command::ImportArticle | Command::OpenSample | Command::Quit => true,
            Command::CheckSpelling | Command::WatchNames => true,
            Command::NextMisspelling | Command::PreviousMisspelling => {
                self.has_report() && (self.check_spelling || self.watch_names)
            }
            Command::MendName | Command::MendNameEverywhere => self.writable().is_some() && self.watch_names,
            Command::Suggestions => self.has_report(),
            Command::VietnameseTyping | Command::VietnameseMethod(_) | Command::VietnameseTones => true,
            Command::TypingAids | Command::Theme(_) | Command::Language(_) | Command::Shortcuts | Command::About => {
                true
            }
            Command::SaveAs | Command::CloseReport | Command::Details => self.has_report(),
            Command::Export(_) | Command::CopyForCms | Command::CopyHtml | Command::Preview => self.has_report(),
            Command::ExportDialog | Command::DeskPackage | Command::OpenExported => self.has_report(),
            Command::PageLook(_) | Command::SaveTemplate => true,
            Command::TidyTypography => self.writable().is_some(),
            Command::ExportPeople | Command::PrintPeople => {
                self.editor.is_some_and(|editor| !editor.report().participants.is_empty())
            }
            Command::Find | Command::FindNext | Command::FindPrevious | Command::Length => self.has_report(),
            Command::SelectAll | Command::NextPane | Command::PreviousPane => self.has_report(),
            Command::FocusMode | Command::Outline => self.has_report(),
            Command::TogglePane(pane) => self.has_report() && pane != Pane::Text,
            Command::Focus(_) | Command::Checks => self.has_report(),
            Command::Copy => self.editor.is_some_and(selects_something),
            Command::LookCloser => self.editor.is_some_and(|editor| self.has_photo_to_look_at(editor)),
            Command::ZoomIn => self.zoom < ZOOM_MAX - 0.01,
            Command::ZoomOut => self.zoom > ZOOM_MIN + 0.01,
            Command::ZoomReset => (self.zoom - 1.0).abs() > 0.005,
            _ => self.writable().is_some_and(|editor| self.changes_something(editor, command)),
        }
    }

    /// Whether what the command switches is on; `None` for commands that switch nothing.
    pub fn is_on(&self, command: Command) -> Option<bool> {
        Some(match command {
            Command::TypingAids => self.typing_aids,
            Command::CheckSpelling => self.check_spelling,
            Command::WatchNames => self.watch_names,
            Command::VietnameseTyping => self.vietnamese.on,
            Command::VietnameseMethod(method) => self.vietnamese.method == method,
            Command::VietnameseTones => self.vietnamese.style == ToneStyle::Modern,
            Command::PageLook(look) => look == self.page_look,
            Command::Theme(theme) => theme == self.theme,
            Command::Language(language) => language == self.language,
            Command::TogglePane(Pane::Photos) => self.photos_shown,
            Command::Outline => self.outline_shown,
            Command::FocusMode => self.focus_mode,
            Command::TogglePane(Pane::People) => self.people_shown,
            Command::Style(style) => self.style() == Some(style),
            Command::Table(TableEdit::Header) => {
                let editor = self.editor?;
                let selected = table::selected(editor.report(), editor.selection());
                selected.is_some_and(|(_, table, ..)| table.header)
            }
            Command::LeadPhoto => {
                let lead = self.editor?.report().details.lead_photo;
                self.chosen_photo.is_some() && lead == self.chosen_photo
            }
            Command::DecorativePhoto => {
                let report = self.editor?.report();
                self.chosen_photo.and_then(|photo| report.photo(photo)).is_some_and(|photo| photo.decorative)
            }
            Command::Bold => self.is_styled(style::Toggle::Strong),
            Command::Italic => self.is_styled(style::Toggle::Emphasis),
            Command::Link => {
                self.editor.is_some_and(|editor| style::link_at(editor.report(), editor.selection()).is_some())
            }
            _ => return None,
        })
    }

    /// The paragraph style at the caret; `None` outside the paragraphs of the story.
    pub fn style(&self) -> Option<BlockStyle> {
        let editor = self.editor?;
        if matches!(editor.selection().slot(), Slot::Caption(_)) {
            return None;
        }
        match blocks::current_kind(editor.report(), editor.selection())? {
            BlockKind::Paragraph => Some(BlockStyle::Paragraph),
            BlockKind::Heading { level } => Some(BlockStyle::Heading(*level)),
            BlockKind::Quotation { .. } => Some(BlockStyle::Quotation),
            BlockKind::ListItem { style, .. } => Some(BlockStyle::List(*style)),
            BlockKind::Figure { .. }
            | BlockKind::Table { .. }
            | BlockKind::Participants { .. }
            | BlockKind::Divider => None,
        }
    }

    fn has_photo_to_look_at(&self, editor: &Editor) -> bool {
        let chosen = self.chosen_photo.is_some_and(|photo| editor.report().photo(photo).is_some());
        chosen || photo_at_caret(editor).is_some()
    }

    fn writable(&self) -> Option<&Editor> {
        self.editor.filter(|_| !self.read_only)
    }

    fn changes_something(&self, editor: &Editor, command: Command) -> bool {
        let (report, selection) = (editor.report(), editor.selection());
        match command {
            Command::Save
            | Command::Paste
            | Command::PasteAsText
            | Command::AddPhotos
            | Command::AddPhotoFolder
            | Command::AddPerson
            | Command::AddOrganisation
            | Command::ImportPeople
            | Command::PastePeople => true,
            Command::DuplicatePeople => report.participants.len() > 1,
            Command::LinkNames => self.watch_names && !report.participants.is_empty(),
            Command::Replace => true,
            Command::Undo => editor.history().can_undo(),
            Command::Redo => editor.history().can_redo(),
            Command::Cut => selects_something(editor),
            Command::UnreadPhotos => true,
            Command::SortPhotos(_) | Command::SimilarPhotos => report.photos.len() > 1,
            Command::LeadPhoto | Command::DecorativePhoto | Command::PhotoFields => self.has_chosen_photo(report),
            Command::ReplacePicture | Command::ReadPhotoAgain => self.has_chosen_photo(report),
            Command::PlacePhoto => self.chosen_photo.is_some_and(|photo| {
                blocks::insert_figure(report, selection, photo, &mut editor.ids.clone()).is_some()
            }),
            Command::UnplacePhoto => self.chosen_in_text,
            Command::RemovePhoto => self.has_chosen_photo(report),
            Command::Mention => selection.slot().takes_people(),
            // There is a place for these wherever the caret is.
            Command::InsertParticipants | Command::InsertDivider | Command::InsertTable => true,
            Command::Table(what) => table::edit(report, selection, what, &mut editor.ids.clone()).is_some(),
            Command::Style(_) => touches_words(editor),
            Command::Bold | Command::Italic => first_rich(editor).is_some(),
            Command::Link => {
                // At a caret the dialog asks for the words too.
                first_rich(editor).is_some() || style::link_at(report, selection).is_some()
            }
            Command::Frame(_) | Command::PeopleShown | Command::MarkPeople => self.has_photo_to_look_at(editor),
            Command::WriteNames(style) => {
                let photos = [self.chosen_photo, photo_at_caret(editor)].into_iter().flatten();
                photos.into_iter().any(|photo| lineup::write_line(report, photo, style).is_some())
            }
            Command::PlaceBeside => rows::place_beside(report, self.figures_meant(editor)).is_some(),
            Command::OwnLine => rows::own_line(report, self.figures_meant(editor)).is_some(),
            Command::Indent => blocks::indent(report, selection, true).is_some(),
            Command::Outdent => blocks::indent(report, selection, false).is_some(),
            Command::MoveUp => blocks::shift(report, selection, false).is_some(),
            Command::MoveDown => blocks::shift(report, selection, true).is_some(),
            _ => false,
        }
    }

    fn figures_meant(&self, editor: &Editor) -> Selection {
        rows::meant(editor.report(), editor.selection(), self.chosen_photo)
    }

    fn has_chosen_photo(&self, report: &Report) -> bool {
        self.chosen_photo.is_some_and(|photo| report.photo(photo).is_some())
    }

    fn is_styled(&self, toggle: style::Toggle) -> bool {
        let Some(editor) = self.editor else { return false };
        if editor.selection().is_caret() {
            return editor.selection().slot().is_rich() && toggle.is_on(&editor.typing_style());
        }
        style::is_on(editor.report(), editor.selection(), toggle)
    }
}

/// The photo whose figure or caption the caret is in.
fn photo_at_caret(editor: &Editor) -> Option<PhotoId> {
    match blocks::current_kind(editor.report(), editor.selection())? {
        BlockKind::Figure { photo, .. } => Some(*photo),
        _ => None,
    }
}

/// Whether there is something to copy: a stretch, or a block that is selected as a whole.
fn selects_something(editor: &Editor) -> bool {
    let selection = editor.selection();
    let on_atom = matches!(selection.slot(), Slot::Block(id)
        if editor.report().body.get(id).is_some_and(|block| !block.kind.has_text()));
    !selection.is_caret() || on_atom
}

/// Whether the selection touches a block that has a paragraph style.
fn touches_words(editor: &Editor) -> bool {
    let report = editor.report();
    let Some(places) = blocks::selected_blocks(report, editor.selection()) else { return false };
    let only_head = editor.selection().is_caret() && blocks::block_place(report, editor.selection().slot()).is_none();
    let blocks = report.body.blocks().get(places).unwrap_or_default();
    !only_head && blocks.iter().any(|block| block.kind.has_text())
}

/// The first slot of the selection that takes weight, stress and links: what a long selection starts with answers for the rest.
fn first_rich(editor: &Editor) -> Option<Slot> {
    let (report, selection) = (editor.report(), editor.selection());
    let (from, to) = selection.ordered(report);
    if selection.is_caret() {
        return Some(from.slot).filter(|slot| slot.is_rich() && has_words(report, *slot));
    }
    let mut slot = from.slot;
    loop {
        let selected = selection.range_in(report, slot).is_some_and(|range| !range.is_empty());
        if slot.is_rich() && selected {
            return Some(slot);
        }
        if slot == to.slot {
            return None;
        }
        slot = report.next_slot(slot)?;
    }
}

/// Whether a slot holds words at all: a block such as a figure is only a stop for the caret.
fn has_words(report: &Report, slot: Slot) -> bool {
    match slot {
        Slot::Block(id) => report.body.get(id).is_some_and(|block| block.kind.has_text()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Selection;
    use crate::edit::notation::{photo, state};
    use crate::language::vietnamese::Method;
    use crate::report::{HeadingLevel, IdSource, Pos};

    fn editor(source: &str) -> Editor {
        let (report, selection) = state(source);
        let mut editor = Editor::new(report, IdSource::from_seed(9));
        editor.select(selection);
        editor
    }

    fn env(editor: Option<&Editor>) -> CommandEnv<'_> {
        CommandEnv {
            editor,
            name: None,
            read_only: false,
            chosen_photo: None,
            chosen_in_text: false,
            photos_shown: true,
            outline_shown: false,
            focus_mode: false,
            people_shown: false,
            typing_aids: true,
            check_spelling: true,
            watch_names: true,
            vietnamese: Settings::default(),
            page_look: PageLook::News,
            theme: ThemeChoice::System,
            language: UiLanguage::Vi,
            zoom: 1.0,
            recent: &[],
        }
    }

    #[test]
    fn without_a_report_only_the_program_answers() {
        let env = env(None);
        let enabled: Vec<_> = Command::all().into_iter().filter(|command| env.is_enabled(*command)).collect();
        let mut expected = vec![Command::New, Command::Open, Command::ImportArticle, Command::OpenSample];
        expected.extend([PageLook::News, PageLook::Minutes, PageLook::Own].map(Command::PageLook));
        expected.extend([Command::SaveTemplate, Command::Quit]);
        expected.extend([Command::CheckSpelling, Command::WatchNames, Command::TypingAids, Command::VietnameseTyping]);
        expected.extend(Method::ALL.map(Command::VietnameseMethod));
        expected.extend([Command::VietnameseTones, Command::ZoomIn, Command::ZoomOut]);
        expected.extend(ThemeChoice::ALL.map(Command::Theme));
        expected.extend(UiLanguage::ALL.map(Command::Language));
        expected.extend([Command::Shortcuts, Command::About]);
        assert_eq!(enabled, expected);
    }

    #[test]
    fn a_report_that_must_stay_can_be_copied_exported_and_saved_elsewhere() {
        let editor = editor("p <one>");
        let env = CommandEnv { read_only: true, ..env(Some(&editor)) };
        for command in [Command::Copy, Command::SaveAs, Command::Preview, Command::SelectAll] {
            assert!(env.is_enabled(command), "{command:?}");
        }
        for command in
            [Command::Save, Command::Cut, Command::Paste, Command::Bold, Command::AddPerson, Command::AddPhotos]
        {
            assert!(!env.is_enabled(command), "{command:?}");
        }
    }

    #[test]
    fn cut_and_copy_need_a_stretch_or_a_whole_block() {
        for (source, possible) in [("p o|ne", false), ("p <on>e", true), ("p x\nfig 1 |# cap", true)] {
            let editor = editor(source);
            assert_eq!(env(Some(&editor)).is_enabled(Command::Cut), possible, "{source}");
        }
    }

    #[test]
    fn weight_is_for_rich_text_and_shows_what_is_typed_next() {
        let mut editor = editor("p *on|e*\nfig 1 |# cap".replace("|# ", "").as_str());
        assert!(env(Some(&editor)).is_enabled(Command::Bold));
        assert_eq!(env(Some(&editor)).is_on(Command::Bold), Some(true));
        assert_eq!(env(Some(&editor)).is_on(Command::Italic), Some(false));
        editor.select(Selection::caret(Pos::start(Slot::Headline)));
        assert!(!env(Some(&editor)).is_enabled(Command::Bold), "a headline is plain");
        assert_eq!(env(Some(&editor)).is_on(Command::Bold), Some(false));
        let end = editor.report().last_pos();
        editor.select(Selection::new(Pos::start(Slot::Headline), end));
        assert!(env(Some(&editor)).is_enabled(Command::Bold), "the story is in the selection");
        assert!(env(Some(&editor)).is_enabled(Command::Link));
    }

    #[test]
    fn a_link_goes_where_words_can_be_styled() {
        let caret = editor("p o|ne");
        assert!(env(Some(&caret)).is_enabled(Command::Link), "its words are asked for");
        assert!(!env(Some(&editor("fig 1 |# cap"))).is_enabled(Command::Link));
        let words = editor("p <on>e");
        assert!(env(Some(&words)).is_enabled(Command::Link));
        let mut linked = words;
        let link = style::set_link(linked.report(), linked.selection(), Some("https://example.org/"));
        assert_eq!(linked.apply(link, 0), crate::edit::Applied::Changed);
        linked.select(Selection::caret(linked.selection().anchor));
        assert!(env(Some(&linked)).is_enabled(Command::Link));
        assert_eq!(env(Some(&linked)).is_on(Command::Link), Some(true));
    }

    #[test]
    fn the_style_is_that_of_the_block_with_the_caret() {
        let heading = BlockStyle::Heading(HeadingLevel::Two);
        for (source, style) in [("h2 o|ne", Some(heading)), ("fig 1 c|ap", None), ("p |", Some(BlockStyle::Paragraph))]
        {
            let editor = editor(source);
            assert_eq!(env(Some(&editor)).style(), style, "{source}");
            assert_eq!(env(Some(&editor)).is_enabled(Command::Style(heading)), style.is_some(), "{source}");
        }
    }

    #[test]
    fn levels_and_moves_follow_the_blocks() {
        let second = editor("- one\n- t|wo");
        assert!(env(Some(&second)).is_enabled(Command::Indent));
        assert!(!env(Some(&second)).is_enabled(Command::Outdent) && !env(Some(&second)).is_enabled(Command::MoveDown));
        assert!(env(Some(&second)).is_enabled(Command::MoveUp));
    }

    #[test]
    fn photo_commands_are_about_the_chosen_photo() {
        let editor = editor("p o|ne\nfig 1 cap");
        let none = env(Some(&editor));
        let some = CommandEnv { chosen_photo: Some(photo(1)), chosen_in_text: true, ..none };
        let gone = CommandEnv { chosen_photo: Some(photo(7)), ..none };
        for command in [Command::UnplacePhoto, Command::RemovePhoto] {
            assert!(some.is_enabled(command), "{command:?}");
            assert!(!none.is_enabled(command) && !gone.is_enabled(command), "{command:?}");
        }
        assert!(!some.is_enabled(Command::PlacePhoto), "it stands there already");
    }

    #[test]
    fn undo_and_redo_follow_the_history() {
        let mut editor = editor("p o|ne");
        assert!(!env(Some(&editor)).is_enabled(Command::Undo));
        let divider =
            blocks::insert_atom(editor.report(), editor.selection(), BlockKind::Divider, &mut editor.ids.clone());
        assert_eq!(editor.apply(divider, 0), crate::edit::Applied::Changed);
        assert!(env(Some(&editor)).is_enabled(Command::Undo) && !env(Some(&editor)).is_enabled(Command::Redo));
        assert_eq!(editor.undo(), crate::edit::Applied::Changed);
        assert!(env(Some(&editor)).is_enabled(Command::Redo));
    }

    #[test]
    fn zoom_has_ends() {
        let at = |zoom: f32| CommandEnv { zoom, ..env(None) };
        assert!(!at(ZOOM_MAX).is_enabled(Command::ZoomIn) && at(ZOOM_MAX).is_enabled(Command::ZoomOut));
        assert!(!at(ZOOM_MIN).is_enabled(Command::ZoomOut) && at(ZOOM_MIN).is_enabled(Command::ZoomReset));
        assert!(!at(1.0).is_enabled(Command::ZoomReset));
    }

    #[test]
    fn what_is_switched_on_is_ticked() {
        let env = env(None);
        let on: Vec<_> = Command::all().into_iter().filter(|command| env.is_on(*command) == Some(true)).collect();
        let expected = [
            Command::PageLook(PageLook::News),
            Command::CheckSpelling,
            Command::WatchNames,
            Command::TypingAids,
            Command::VietnameseMethod(Method::Telex),
            Command::TogglePane(Pane::Photos),
            Command::Theme(ThemeChoice::System),
            Command::Language(UiLanguage::Vi),
        ];
        assert_eq!(on, expected);
    }
}
