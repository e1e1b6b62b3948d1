//! The keys of commands, and how a hint writes them.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::command::{BlockStyle, Command};
use crate::app::manner::{ExportKind, Pane};
use crate::app::shortcuts::shown_keys;
use crate::report::{HeadingLevel, ListStyle};

const CTRL: Modifiers = Modifiers::COMMAND;
pub(super) const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
const CTRL_ALT: Modifiers = Modifiers { alt: true, ..Modifiers::COMMAND };

impl Command {
    /// Its keys, the first of which is shown. Cut, copy and paste have none here: the system gives them as events.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        macro_rules! keys {
            ($($modifiers:expr, $key:ident);+) => {
                const { &[$(KeyboardShortcut::new($modifiers, Key::$key)),+] }
            };
        }
        match self {
            Self::New => keys!(CTRL, N),
            Self::Open => keys!(CTRL, O),
            Self::Save => keys!(CTRL, S),
            Self::SaveAs => keys!(CTRL_SHIFT, S),
            Self::CloseReport => keys!(CTRL, W),
            Self::Details => keys!(Modifiers::NONE, F4),
            // Ctrl+Shift+E is an input method's.
            Self::Export(ExportKind::Page) => keys!(CTRL, E),
            Self::Export(ExportKind::Html) => keys!(CTRL_SHIFT, H),
            Self::CopyForCms => keys!(CTRL_SHIFT, C),
            Self::Preview => keys!(CTRL, Enter),
            Self::DeskPackage => keys!(CTRL_SHIFT, Enter),
            Self::Quit => keys!(CTRL, Q),
            Self::Undo => keys!(CTRL, Z),
            Self::Redo => keys!(CTRL_SHIFT, Z; CTRL, Y),
            Self::PasteAsText => keys!(CTRL_SHIFT, V),
            Self::SelectAll => keys!(CTRL, A),
            Self::Find => keys!(CTRL, F),
            Self::FindNext => keys!(Modifiers::NONE, F3),
            Self::FindPrevious => keys!(Modifiers::SHIFT, F3),
            Self::Replace => keys!(CTRL, H),
            Self::NextMisspelling => keys!(Modifiers::NONE, F7),
            Self::PreviousMisspelling => keys!(Modifiers::SHIFT, F7),
            Self::Suggestions => keys!(Modifiers::SHIFT, F10; Modifiers::NONE, Menu),
            Self::MendName => keys!(Modifiers::NONE, F8),
            Self::MendNameEverywhere => keys!(Modifiers::SHIFT, F8),
            Self::Length => keys!(CTRL_SHIFT, G),
            // Option and Z write a sign on a Mac.
            Self::VietnameseTyping if cfg!(target_os = "macos") => keys!(CTRL_ALT, Z),
            Self::VietnameseTyping => keys!(Modifiers::ALT, Z),
            Self::AddPhotos => keys!(CTRL_SHIFT, P),
            Self::PlacePhoto => keys!(CTRL_SHIFT, Insert),
            Self::PhotoFields => keys!(Modifiers::SHIFT, F4),
            Self::PeopleShown => keys!(CTRL_SHIFT, M),
            // As word processors have it: Ctrl+0 is the normal size everywhere.
            Self::Style(BlockStyle::Paragraph) => keys!(CTRL_SHIFT, N),
            Self::Style(BlockStyle::Heading(HeadingLevel::Two)) => keys!(CTRL, Num1),
            Self::Style(BlockStyle::Heading(HeadingLevel::Three)) => keys!(CTRL, Num2),
            Self::Style(BlockStyle::Quotation) => keys!(CTRL, Num3),
            Self::Style(BlockStyle::List(ListStyle::Bulleted)) => keys!(CTRL, Num8; CTRL_SHIFT, Num8),
            Self::Style(BlockStyle::List(ListStyle::Numbered)) => keys!(CTRL, Num7; CTRL_SHIFT, Num7),
            Self::Bold => keys!(CTRL, B),
            Self::Italic => keys!(CTRL, I),
            Self::Link => keys!(CTRL, K),
            Self::MoveUp => keys!(Modifiers::ALT, ArrowUp),
            Self::MoveDown => keys!(Modifiers::ALT, ArrowDown),
            Self::AddPerson => keys!(CTRL_ALT, P),
            Self::FocusMode => keys!(Modifiers::NONE, F11),
            Self::Outline => keys!(CTRL_SHIFT, O),
            Self::Focus(Pane::Text) => keys!(CTRL_ALT, Num1),
            Self::Focus(Pane::Photos) => keys!(CTRL_ALT, Num2),
            Self::Focus(Pane::People) => keys!(CTRL_ALT, Num3),
            Self::Checks => keys!(CTRL_ALT, Num4),
            Self::NextPane => keys!(Modifiers::NONE, F6),
            Self::PreviousPane => keys!(Modifiers::SHIFT, F6),
            Self::ZoomIn => keys!(CTRL, Plus; CTRL, Equals),
            Self::ZoomOut => keys!(CTRL, Minus),
            Self::ZoomReset => keys!(CTRL, Num0),
            Self::Shortcuts => keys!(Modifiers::NONE, F1),
            Self::ImportArticle
            | Self::OpenSample
            | Self::CopyHtml
            | Self::PageLook(_)
            | Self::SaveTemplate
            | Self::TidyTypography
            | Self::Cut
            | Self::Copy
            | Self::Paste
            | Self::KeepOnlyText
            | Self::ExportDialog
            | Self::OpenExported
            | Self::AddPhotoFolder
            | Self::UnreadPhotos
            | Self::SortPhotos(_)
            | Self::LeadPhoto
            | Self::DecorativePhoto
            | Self::ReplacePicture
            | Self::ReadPhotoAgain
            | Self::SimilarPhotos
            | Self::UnplacePhoto
            | Self::RemovePhoto
            | Self::LookCloser
            | Self::Frame(_)
            | Self::WriteNames(_)
            | Self::MarkPeople
            | Self::PlaceBeside
            | Self::OwnLine
            | Self::Mention
            | Self::InsertParticipants
            | Self::InsertDivider
            | Self::InsertTable
            | Self::Table(_)
            | Self::Indent
            | Self::Outdent
            | Self::AddOrganisation
            | Self::ImportPeople
            | Self::PastePeople
            | Self::ExportPeople
            | Self::PrintPeople
            | Self::DuplicatePeople
            | Self::Export(_)
            | Self::LinkNames
            | Self::TogglePane(_)
            | Self::TypingAids
            | Self::CheckSpelling
            | Self::WatchNames
            | Self::VietnameseMethod(_)
            | Self::VietnameseTones
            | Self::Theme(_)
            | Self::Language(_)
            | Self::About => &[],
        }
    }

    /// The key as menus and tooltips show it: the first of its own, or the system's and the text's own keys.
    pub fn hint(self, ctx: &egui::Context) -> String {
        let own = match self {
            Self::Cut => KeyboardShortcut::new(CTRL, Key::X),
            Self::Copy => KeyboardShortcut::new(CTRL, Key::C),
            Self::Paste => KeyboardShortcut::new(CTRL, Key::V),
            Self::Indent => KeyboardShortcut::new(Modifiers::NONE, Key::Tab),
            Self::Outdent => KeyboardShortcut::new(Modifiers::SHIFT, Key::Tab),
            // Keys of the photo that has the keyboard; elsewhere they write.
            Self::LookCloser => KeyboardShortcut::new(Modifiers::NONE, Key::Space),
            Self::Mention => return "@".to_owned(),
            _ => match self.shortcuts().first() {
                Some(shortcut) => *shortcut,
                None => return String::new(),
            },
        };
        shown_keys(ctx, own)
    }
}
