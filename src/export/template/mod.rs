//! Templates: what a page looks like. Two are built in; a newsroom copies the folder of one and changes it.
//!
//! A template is a folder with `page.html` and `style.css`, other `.html` files that they include, and pictures and fonts. All of it is
//! read before anything is made of it, so that a template reaches no file outside its folder. `assets/templates/README.md` tells
//! what it has to work with.

pub(super) mod asset;
mod fill;
mod folder;

use std::collections::BTreeMap;
use std::path::Path;

pub(super) use self::asset::{Asset, Assets, Place};
pub(super) use self::fill::fill;
use crate::export::{ExportError, TemplateError};

/// The template that the page is made of.
const PAGE: &str = "page.html";
/// Its style sheet.
pub(super) const STYLE: &str = "style.css";

/// A template, whole and in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// `page.html` and those that it includes, by name.
    pub(super) pages: BTreeMap<String, String>,
    /// The style sheet.
    pub(super) style: String,
    /// Pictures and fonts.
    pub(super) assets: BTreeMap<String, Asset>,
}

/// The templates that are built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// A page of news: the story, then the facts of the conference.
    #[default]
    News,
    /// A report as minutes are laid out: the facts of the conference and its participants, then what was said.
    Minutes,
}

/// A file that is built in: its name and what is in it.
type BuiltIn = (&'static str, &'static str);

/// What both looks have.
const COMMON: [BuiltIn; 5] = [
    ("head.html", include_str!("../../../assets/templates/common/head.html")),
    ("header.html", include_str!("../../../assets/templates/common/header.html")),
    ("event.html", include_str!("../../../assets/templates/common/event.html")),
    ("footer.html", include_str!("../../../assets/templates/common/footer.html")),
    ("README.md", include_str!("../../../assets/templates/README.md")),
];

const NEWS: [BuiltIn; 2] = [
    (PAGE, include_str!("../../../assets/templates/news/page.html")),
    (STYLE, include_str!("../../../assets/templates/news/style.css")),
];

const MINUTES: [BuiltIn; 2] = [
    (PAGE, include_str!("../../../assets/templates/minutes/page.html")),
    (STYLE, include_str!("../../../assets/templates/minutes/style.css")),
];

impl Look {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::News, Self::Minutes];

    /// What it is called in preferences and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Minutes => "minutes",
        }
    }

    /// The look of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.name() == name)
    }

    fn files(self) -> impl Iterator<Item = BuiltIn> {
        let own = match self {
            Self::News => NEWS,
            Self::Minutes => MINUTES,
        };
        own.into_iter().chain(COMMON)
    }
}

impl Default for Template {
    fn default() -> Self {
        Self::of(Look::default())
    }
}

impl Template {
    /// A template that is built in.
    pub fn of(look: Look) -> Self {
        let mut template = Self { pages: BTreeMap::new(), style: String::new(), assets: BTreeMap::new() };
        for (name, text) in look.files() {
            if name == STYLE {
                text.clone_into(&mut template.style);
            } else if name.ends_with(".html") {
                template.pages.insert(name.to_owned(), text.to_owned());
            }
        }
        template
    }

    /// A newsroom's template.
    ///
    /// # Errors
    /// [`TemplateError`]: the folder cannot be read, or is no template. Mistakes inside the templates show when a page is made.
    pub fn from_dir(folder: &Path) -> Result<Self, TemplateError> {
        folder::read(folder)
    }

    /// Writes a template that is built in into a new or empty folder, to be changed there.
    ///
    /// # Errors
    /// [`ExportError`]; nothing that is there is written over.
    pub fn save_copy(look: Look, folder: &Path) -> Result<(), ExportError> {
        folder::write(folder, look.files())
    }
}

#[cfg(test)]
mod tests;
