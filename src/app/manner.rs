//! How the interface speaks and looks, and what leaves it: languages, themes, panes, looks of the page and formats, as menus offer them.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UiLanguage {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Vietnamese.
    Vi,
}

impl UiLanguage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Ru, Self::Vi];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Vi => "vi",
        }
    }

    /// Its own name, as its speakers write it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::Vi => "Tiếng Việt",
        }
    }

    /// The language of a BCP 47 tag or of a POSIX locale; `None` where the interface does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// What an exported page looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageLook {
    /// A page of news.
    #[default]
    News,
    /// Minutes: the participants first.
    Minutes,
    /// The newsroom's own template.
    Own,
}

impl PageLook {
    /// How a report says it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Minutes => "minutes",
            Self::Own => "own",
        }
    }

    /// What a report says; `None` where it is nothing that this version knows.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::News, Self::Minutes, Self::Own].into_iter().find(|look| look.word() == word)
    }
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ThemeChoice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// Where an export goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportKind {
    /// A folder with a page and its pictures.
    Page,
    /// One self-contained file.
    Html,
    /// A document for word processors.
    Docx,
    /// The same in the format of LibreOffice.
    Odt,
    /// A book.
    Epub,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl ExportKind {
    /// Those that are one file of a format of its own, in the order of menus.
    pub const DOCUMENTS: [Self; 5] = [Self::Docx, Self::Odt, Self::Epub, Self::Markdown, Self::Text];
}

/// A pane of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The story.
    Text,
    /// The photos.
    Photos,
    /// The participants.
    People,
}
