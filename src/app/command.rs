//! Everything that can be done from a menu, a button or a key, as one enum.
//!
//! Menus, toolbar and the list of shortcuts are drawn from these exhaustive tables: a new command does not compile until it has
//! its words, its key and its icon.

use crate::app::manner::{ExportKind, PageLook, Pane, ThemeChoice, UiLanguage};
use crate::edit::ops::framing::Framing;
use crate::edit::ops::photos::Order;
use crate::edit::ops::table::TableEdit;
use crate::language::name_line::LineStyle;
use crate::language::vietnamese::Method;
use crate::report::{HeadingLevel, ListStyle};
use crate::ui::icon;

/// The style of a paragraph as the menu offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockStyle {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading(HeadingLevel),
    /// Somebody's words.
    Quotation,
    /// A list.
    List(ListStyle),
}

impl BlockStyle {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 6] = [
        Self::Paragraph,
        Self::Heading(HeadingLevel::Two),
        Self::Heading(HeadingLevel::Three),
        Self::Quotation,
        Self::List(ListStyle::Bulleted),
        Self::List(ListStyle::Numbered),
    ];
}

/// Something that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new report in this window, or in a new one where a report is open.
    New,
    /// Choose a report file and open it.
    Open,
    /// Make a report of an article written elsewhere.
    ImportArticle,
    /// Open the sample report as a new untitled one.
    OpenSample,
    /// Save now, and keep this state among the versions.
    Save,
    /// Save under another name and go on there.
    SaveAs,
    /// Close the report and show the welcome page.
    CloseReport,
    /// Edit what is known of the conference and of the page.
    Details,
    /// Export as a page with pictures or as one file.
    Export(ExportKind),
    /// Choose what is exported, how, and where to.
    ExportDialog,
    /// The same for a desk.
    DeskPackage,
    /// Show where the last export is: a button of the message that tells of it, and in no menu.
    OpenExported,
    /// Put the story on the clipboard, as clean HTML and as text.
    CopyForCms,
    /// Put the source of the clean HTML on the clipboard, for boxes that take source.
    CopyHtml,
    /// Choose what an exported page looks like.
    PageLook(PageLook),
    /// Write a copy of the page's template, to be changed.
    SaveTemplate,
    /// Show the page in the browser.
    Preview,
    /// End the program.
    Quit,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Cut the selection.
    Cut,
    /// Copy the selection.
    Copy,
    /// Paste.
    Paste,
    /// Paste the words alone.
    PasteAsText,
    /// Put the words alone in the place of what was pasted last: a button of the bar that tells of it, and in no menu.
    KeepOnlyText,
    /// Select the text, then everything.
    SelectAll,
    /// Look for words.
    Find,
    /// Go to the next place where they are.
    FindNext,
    /// Go to the place before.
    FindPrevious,
    /// Put other words in their place.
    Replace,
    /// Set quotes, dashes and spaces as the language has them.
    TidyTypography,
    /// Mark words that are not right.
    CheckSpelling,
    /// Go to the next such word.
    NextMisspelling,
    /// Go to the one before.
    PreviousMisspelling,
    /// Open the menu at the caret, with suggestions for the word there.
    Suggestions,
    /// Choose photos and add them.
    AddPhotos,
    /// Choose a folder, a camera card, and add the photos in it.
    AddPhotoFolder,
    /// Show the files that were not added: a button of the message that tells of them, and in no menu.
    UnreadPhotos,
    /// Put the photos in order.
    SortPhotos(Order),
    /// Make the chosen photo the one that stands for the story, or no longer.
    LeadPhoto,
    /// Whether the chosen photo only adorns.
    DecorativePhoto,
    /// Set credit, place, date and rights of the chosen photos.
    PhotoFields,
    /// Choose another picture for the chosen photo, whose words stay.
    ReplacePicture,
    /// Look again at what the chosen photo's file says of it.
    ReadPhotoAgain,
    /// Show photos that look alike, with the sharpest of each group.
    SimilarPhotos,
    /// Put the chosen photo into the text at the caret.
    PlacePhoto,
    /// Take the chosen photo out of the text.
    UnplacePhoto,
    /// Look at the photo closely, crop it, give it a focal point; or go back.
    LookCloser,
    /// Turn the chosen photos, or crop one or give it a focal point.
    Frame(Framing),
    /// Put the figure into one row with the figure before it.
    PlaceBeside,
    /// Give the figure a line of its own.
    OwnLine,
    /// Remove the chosen photo from the report.
    RemovePhoto,
    /// Say who is in the photo.
    PeopleShown,
    /// Write the line into the caption that names everybody in the photo.
    WriteNames(LineStyle),
    /// Mark where each of them stands in the picture.
    MarkPeople,
    /// Write a participant's name.
    Mention,
    /// Put the list of participants into the text.
    InsertParticipants,
    /// Put a divider into the text.
    InsertDivider,
    /// Put an empty table into the text.
    InsertTable,
    /// Change the table with the caret.
    Table(TableEdit),
    /// Set the paragraph style.
    Style(BlockStyle),
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Make or change a link.
    Link,
    /// One list level in.
    Indent,
    /// One list level out.
    Outdent,
    /// Move the block up.
    MoveUp,
    /// Move the block down.
    MoveDown,
    /// Add a person to the participants.
    AddPerson,
    /// Add an organisation without a named person.
    AddOrganisation,
    /// Read a list of participants from a file, and look it over.
    ImportPeople,
    /// Read the list of participants on the clipboard, and look it over.
    PastePeople,
    /// Write the list of participants to a file.
    ExportPeople,
    /// Show the list of participants as a page to print.
    PrintPeople,
    /// Look for participants who are on the list twice.
    DuplicatePeople,
    /// Show or hide a side pane.
    TogglePane(Pane),
    /// Show only the text, or everything again.
    FocusMode,
    /// Show the headings and figures, or what was there before.
    Outline,
    /// Go to a pane.
    Focus(Pane),
    /// Go to what the checks have found.
    Checks,
    /// Go to the next pane.
    NextPane,
    /// Go to the previous pane.
    PreviousPane,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// 100 %.
    ZoomReset,
    /// Show how long the story is and may be.
    Length,
    /// Whether the editor helps while one types.
    TypingAids,
    /// Whether Vietnamese is typed on any keyboard.
    VietnameseTyping,
    /// Type it so.
    VietnameseMethod(Method),
    /// Whether the tone stands on the main vowel: hoà.
    VietnameseTones,
    /// Look for names that are nearly those of participants.
    WatchNames,
    /// Write the name at the caret as the list has it.
    MendName,
    /// The same wherever it is written so.
    MendNameEverywhere,
    /// Make live references of the names of participants that were typed by hand.
    LinkNames,
    /// Choose the colours.
    Theme(ThemeChoice),
    /// Choose the language of the interface.
    Language(UiLanguage),
    /// Show all keys.
    Shortcuts,
    /// About the program.
    About,
}

impl Command {
    /// All commands, in the order of the menus.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::New, Self::Open, Self::ImportArticle, Self::OpenSample, Self::Save];
        all.extend([Self::SaveAs, Self::Details, Self::ExportDialog, Self::DeskPackage]);
        all.extend([Self::Export(ExportKind::Page), Self::Export(ExportKind::Html)]);
        all.extend(ExportKind::DOCUMENTS.map(Self::Export));
        all.extend([Self::CopyForCms, Self::CopyHtml, Self::Preview]);
        all.extend([PageLook::News, PageLook::Minutes, PageLook::Own].map(Self::PageLook));
        all.extend([Self::SaveTemplate, Self::TidyTypography]);
        all.extend([Self::CloseReport, Self::Quit]);
        all.extend([Self::Undo, Self::Redo, Self::Cut, Self::Copy, Self::Paste, Self::PasteAsText, Self::SelectAll]);
        all.extend([Self::Find, Self::FindNext, Self::FindPrevious, Self::Replace]);
        all.extend([Self::CheckSpelling, Self::NextMisspelling, Self::PreviousMisspelling, Self::Suggestions]);
        all.extend([Self::WatchNames, Self::MendName, Self::MendNameEverywhere]);
        all.extend([Self::Length, Self::TypingAids, Self::VietnameseTyping]);
        all.extend(Method::ALL.map(Self::VietnameseMethod));
        all.push(Self::VietnameseTones);
        all.extend([Self::AddPhotoFolder, Self::SortPhotos(Order::Taken), Self::SortPhotos(Order::FileName)]);
        all.extend([Self::LeadPhoto, Self::DecorativePhoto, Self::PhotoFields, Self::ReplacePicture]);
        all.extend([Self::ReadPhotoAgain, Self::SimilarPhotos, Self::AddPhotos, Self::PlacePhoto]);
        all.extend([Self::UnplacePhoto, Self::RemovePhoto, Self::LookCloser, Self::PlaceBeside, Self::OwnLine]);
        all.extend(Framing::ALL.map(Self::Frame));
        all.push(Self::PeopleShown);
        all.extend(LineStyle::ALL.map(Self::WriteNames));
        all.push(Self::MarkPeople);
        all.extend([Self::Mention, Self::InsertParticipants, Self::InsertTable, Self::InsertDivider]);
        all.extend(TableEdit::ALL.map(Self::Table));
        all.extend(BlockStyle::ALL.map(Self::Style));
        all.extend([Self::Bold, Self::Italic, Self::Link, Self::Indent, Self::Outdent, Self::MoveUp, Self::MoveDown]);
        all.extend([Self::AddPerson, Self::AddOrganisation, Self::ImportPeople, Self::PastePeople]);
        all.extend([Self::ExportPeople, Self::PrintPeople, Self::DuplicatePeople, Self::LinkNames]);
        all.extend([Self::TogglePane(Pane::Photos), Self::TogglePane(Pane::People), Self::Outline, Self::FocusMode]);
        all.extend([Self::Focus(Pane::Text), Self::Focus(Pane::Photos), Self::Focus(Pane::People)]);
        all.push(Self::Checks);
        all.extend([Self::NextPane, Self::PreviousPane, Self::ZoomIn, Self::ZoomOut, Self::ZoomReset]);
        all.extend(ThemeChoice::ALL.map(Self::Theme));
        all.extend(UiLanguage::ALL.map(Self::Language));
        all.extend([Self::Shortcuts, Self::About]);
        all
    }

    /// The id of its words in the Fluent files. A language is called by its own name and has none.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::ImportArticle => "command-import-article",
            Self::OpenSample => "command-open-sample",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::CloseReport => "command-close-report",
            Self::Details => "command-details",
            Self::Export(ExportKind::Page) => "command-export-page",
            Self::Export(ExportKind::Html) => "command-export-html",
            Self::ExportDialog => "command-export-dialog",
            Self::DeskPackage => "command-desk-package",
            Self::OpenExported => "command-open-exported",
            Self::Export(ExportKind::Docx) => "command-export-docx",
            Self::Export(ExportKind::Odt) => "command-export-odt",
            Self::Export(ExportKind::Epub) => "command-export-epub",
            Self::Export(ExportKind::Markdown) => "command-export-markdown",
            Self::Export(ExportKind::Text) => "command-export-text",
            Self::CopyForCms => "command-copy-for-cms",
            Self::CopyHtml => "command-copy-html",
            Self::PageLook(PageLook::News) => "command-look-news",
            Self::PageLook(PageLook::Minutes) => "command-look-minutes",
            Self::PageLook(PageLook::Own) => "command-look-own",
            Self::SaveTemplate => "command-save-template",
            Self::TidyTypography => "command-tidy-typography",
            Self::Preview => "command-preview",
            Self::Quit => "command-quit",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Cut => "command-cut",
            Self::Copy => "command-copy",
            Self::Paste => "command-paste",
            Self::PasteAsText | Self::KeepOnlyText => "command-paste-as-text",
            Self::SelectAll => "command-select-all",
            Self::Find => "command-find",
            Self::FindNext => "command-find-next",
            Self::FindPrevious => "command-find-previous",
            Self::Replace => "command-replace",
            Self::Length => "command-length",
            Self::TypingAids => "command-typing-aids",
            Self::CheckSpelling => "command-check-spelling",
            Self::NextMisspelling => "command-next-misspelling",
            Self::PreviousMisspelling => "command-previous-misspelling",
            Self::Suggestions => "command-suggestions",
            Self::WatchNames => "command-watch-names",
            Self::MendName => "command-mend-name",
            Self::MendNameEverywhere => "command-mend-name-everywhere",
            Self::VietnameseTyping => "command-vietnamese-typing",
            Self::VietnameseMethod(Method::Telex) => "command-vietnamese-telex",
            Self::VietnameseMethod(Method::Vni) => "command-vietnamese-vni",
            Self::VietnameseTones => "command-vietnamese-tones",
            Self::AddPhotos => "command-add-photos",
            Self::AddPhotoFolder => "command-add-photo-folder",
            Self::UnreadPhotos => "import-show-all",
            Self::SortPhotos(Order::Taken) => "command-sort-photos-taken",
            Self::SortPhotos(Order::FileName) => "command-sort-photos-name",
            Self::LeadPhoto => "command-lead-photo",
            Self::DecorativePhoto => "command-decorative-photo",
            Self::PhotoFields => "command-photo-fields",
            Self::ReplacePicture => "command-replace-picture",
            Self::ReadPhotoAgain => "command-read-photo-again",
            Self::SimilarPhotos => "command-similar-photos",
            Self::PlacePhoto => "command-place-photo",
            Self::UnplacePhoto => "command-unplace-photo",
            Self::RemovePhoto => "command-remove-photo",
            Self::LookCloser => "command-look-closer",
            Self::Frame(Framing::TurnLeft) => "photos-turn-left",
            Self::Frame(Framing::TurnRight) => "photos-turn-right",
            Self::Frame(Framing::Crop) => "closer-crop",
            Self::Frame(Framing::Focal) => "closer-focal",
            Self::PeopleShown => "command-people-shown",
            Self::WriteNames(LineStyle::Names) => "command-write-names",
            Self::WriteNames(LineStyle::Offices) => "command-write-names-offices",
            Self::MarkPeople => "command-mark-people",
            Self::PlaceBeside => "command-place-beside",
            Self::OwnLine => "command-own-line",
            Self::Mention => "command-mention",
            Self::InsertParticipants => "command-insert-participants",
            Self::InsertDivider => "command-insert-divider",
            Self::InsertTable => "command-insert-table",
            Self::Table(TableEdit::RowAbove) => "command-table-row-above",
            Self::Table(TableEdit::RowBelow) => "command-table-row-below",
            Self::Table(TableEdit::ColumnLeft) => "command-table-column-left",
            Self::Table(TableEdit::ColumnRight) => "command-table-column-right",
            Self::Table(TableEdit::RemoveRows) => "command-table-remove-rows",
            Self::Table(TableEdit::RemoveColumns) => "command-table-remove-columns",
            Self::Table(TableEdit::Header) => "command-table-header",
            Self::Table(TableEdit::Remove) => "command-table-remove",
            Self::Style(BlockStyle::Paragraph) => "command-style-paragraph",
            Self::Style(BlockStyle::Heading(HeadingLevel::Two)) => "command-style-heading",
            Self::Style(BlockStyle::Heading(HeadingLevel::Three)) => "command-style-subheading",
            Self::Style(BlockStyle::Quotation) => "command-style-quotation",
            Self::Style(BlockStyle::List(ListStyle::Bulleted)) => "command-style-bulleted",
            Self::Style(BlockStyle::List(ListStyle::Numbered)) => "command-style-numbered",
            Self::Bold => "command-bold",
            Self::Italic => "command-italic",
            Self::Link => "command-link",
            Self::Indent => "command-indent",
            Self::Outdent => "command-outdent",
            Self::MoveUp => "command-move-up",
            Self::MoveDown => "command-move-down",
            Self::AddPerson => "command-add-person",
            Self::AddOrganisation => "command-add-organisation",
            Self::ImportPeople => "command-import-people",
            Self::PastePeople => "command-paste-people",
            Self::ExportPeople => "command-export-people",
            Self::PrintPeople => "command-print-people",
            Self::DuplicatePeople => "command-duplicate-people",
            Self::LinkNames => "command-link-names",
            Self::TogglePane(Pane::Text) | Self::Focus(Pane::Text) => "command-focus-text",
            Self::TogglePane(Pane::Photos) => "command-toggle-photos",
            Self::TogglePane(Pane::People) => "command-toggle-people",
            Self::FocusMode => "command-focus-mode",
            Self::Outline => "command-outline",
            Self::Focus(Pane::Photos) => "command-focus-photos",
            Self::Focus(Pane::People) => "command-focus-people",
            Self::Checks => "command-checks",
            Self::NextPane => "command-next-pane",
            Self::PreviousPane => "command-previous-pane",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::Theme(ThemeChoice::System) => "command-theme-system",
            Self::Theme(ThemeChoice::Light) => "command-theme-light",
            Self::Theme(ThemeChoice::Dark) => "command-theme-dark",
            Self::Language(_) => "command-language",
            Self::Shortcuts => "command-shortcuts",
            Self::About => "command-about",
        }
    }

    /// Its sign, where it has one.
    pub const fn icon(self) -> Option<&'static str> {
        Some(match self {
            Self::Undo => icon::ARROW_COUNTER_CLOCKWISE,
            Self::Redo => icon::ARROW_CLOCKWISE,
            Self::AddPhotos => icon::IMAGE,
            Self::LeadPhoto => icon::STAR,
            Self::InsertParticipants => icon::USERS,
            Self::InsertDivider => icon::MINUS,
            Self::InsertTable => icon::TABLE,
            Self::Mention => icon::AT,
            Self::Style(BlockStyle::Quotation) => icon::QUOTES,
            Self::Style(BlockStyle::List(ListStyle::Bulleted)) => icon::LIST_BULLETS,
            Self::Style(BlockStyle::List(ListStyle::Numbered)) => icon::LIST_NUMBERS,
            Self::Bold => icon::TEXT_B,
            Self::Italic => icon::TEXT_ITALIC,
            Self::Link => icon::LINK,
            Self::Preview => icon::EYE,
            Self::AddPerson | Self::AddOrganisation => icon::PLUS,
            _ => return None,
        })
    }
}

mod keys;
#[cfg(test)]
mod tests;
