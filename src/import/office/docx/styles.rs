//! The styles of a document of Word: what paragraphs of a style are, and how its words are set.

use std::collections::HashMap;
use std::rc::Rc;

use roxmltree::Node;

use crate::import::office::flow::Kind;
use crate::import::office::names;
use crate::import::office::xml::{child, value};

/// A chain of styles that are based on each other is not followed further.
const LONGEST_CHAIN: usize = 32;

/// All styles.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    language: Option<Rc<str>>,
}

#[derive(Debug, Default)]
struct Style {
    kind: Option<Kind>,
    based_on: Option<String>,
    list: Option<ListLevel>,
    set: Setting,
}

/// A list, and the level in it, each where it is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListLevel {
    /// Which list; "0" is none.
    pub list: Option<String>,
    /// From 0.
    pub level: Option<u8>,
}

/// How words are set, as far as it is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// Bold.
    pub strong: Option<bool>,
    /// Italic.
    pub emphasis: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Higher or lower than the line.
    pub raised: Option<bool>,
    /// In which language.
    pub language: Option<Rc<str>>,
}

impl Styles {
    /// Reads the part of the styles.
    pub fn read(root: Node<'_, '_>) -> Self {
        let mut all = Self::default();
        for style in root.children().filter(|node| node.tag_name().name() == "style") {
            let Some(id) = value(style, "styleId") else { continue };
            let properties = child(style, "pPr");
            let named = child(style, "name").and_then(|name| value(name, "val")).and_then(names::kind);
            let outlined = properties.and_then(outline_level);
            let kind = named.or(outlined);
            let is_usual = value(style, "default").is_some_and(is_on) && value(style, "type") == Some("paragraph");
            if is_usual {
                all.usual = Some(id.to_owned());
            }
            let read = Style {
                // What everything is based on sets nothing apart.
                kind: kind.filter(|_| !is_usual),
                based_on: child(style, "basedOn").and_then(|base| value(base, "val")).map(str::to_owned),
                list: properties.and_then(list_level),
                set: child(style, "rPr").map(Setting::read).unwrap_or_default(),
            };
            all.styles.insert(id.to_owned(), read);
        }
        let defaults = child(root, "docDefaults").and_then(|node| child(node, "rPrDefault"));
        all.language = defaults.and_then(|node| child(node, "rPr")).and_then(|node| Setting::read(node).language);
        all
    }

    /// What a paragraph of a style is. Of a style that is not described only its name tells: `Heading1`.
    pub fn kind(&self, id: Option<&str>) -> Option<Kind> {
        if let Some(unknown) = id.filter(|id| !self.styles.contains_key(*id)) {
            let digits = unknown.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
            return names::kind(format!("{} {}", &unknown[..digits], &unknown[digits..]).trim());
        }
        self.chain(id).find_map(|style| style.kind)
    }

    /// The list that a style belongs to.
    pub fn list(&self, id: Option<&str>) -> Option<ListLevel> {
        let mut found: Option<ListLevel> = None;
        for list in self.chain(id).filter_map(|style| style.list.as_ref()) {
            let found = found.get_or_insert_default();
            found.list = found.list.take().or_else(|| list.list.clone());
            found.level = found.level.or(list.level);
        }
        found
    }

    /// How the words of a style are set.
    pub fn setting(&self, id: Option<&str>) -> Setting {
        self.chain(id).fold(Setting::default(), |setting, style| setting.or(&style.set))
    }

    /// The style of a paragraph that names one or none.
    pub fn paragraph_style<'a>(&'a self, named: Option<&'a str>) -> Option<&'a str> {
        named.or(self.usual.as_deref())
    }

    /// The language of words of which nothing says it.
    pub fn language(&self) -> Option<&Rc<str>> {
        self.language.as_ref()
    }

    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let based_on = |style: &&'a Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(id.and_then(|id| self.styles.get(id)), based_on).take(LONGEST_CHAIN)
    }
}

impl Setting {
    /// Reads the properties of a run.
    pub fn read(properties: Node<'_, '_>) -> Self {
        let toggle = |name| child(properties, name).map(|node| value(node, "val").is_none_or(is_on));
        let raised = child(properties, "vertAlign").and_then(|node| value(node, "val"));
        Self {
            strong: toggle("b"),
            emphasis: toggle("i"),
            hidden: toggle("vanish"),
            raised: raised.map(|place| place != "baseline"),
            language: child(properties, "lang").and_then(|node| value(node, "val")).map(Rc::from),
        }
    }

    /// What is said here, and else what another setting says.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            strong: self.strong.or(other.strong),
            emphasis: self.emphasis.or(other.emphasis),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
            language: self.language.or_else(|| other.language.clone()),
        }
    }
}

/// The level of a heading that the properties of a paragraph ask for.
pub fn outline_level(properties: Node<'_, '_>) -> Option<Kind> {
    let level: u8 = value(child(properties, "outlineLvl")?, "val")?.parse().ok()?;
    (level < 9).then(|| Kind::Heading(level + 1))
}

/// The list that the properties of a paragraph put it into.
pub fn list_level(properties: Node<'_, '_>) -> Option<ListLevel> {
    let node = child(properties, "numPr")?;
    let said = |name| child(node, name).and_then(|node| value(node, "val"));
    Some(ListLevel { list: said("numId").map(str::to_owned), level: said("ilvl").and_then(|level| level.parse().ok()) })
}

/// Whether a value of Word means yes.
pub fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}
