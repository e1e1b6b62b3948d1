//! The styles of an OpenDocument text.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use roxmltree::Node;

use crate::import::office::flow::{Kind, Look};
use crate::import::office::names;
use crate::import::office::xml::{child, value};
use crate::report::ListStyle;

/// A chain of styles that are based on each other is not followed further.
const LONGEST_CHAIN: usize = 32;

/// All styles, those of the document and those that stand for what was set by hand.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<(Family, String), Style>,
    lists: HashMap<String, BTreeMap<u8, ListStyle>>,
    language: Option<Rc<str>>,
}

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Paragraphs.
    Paragraph,
    /// Words.
    Words,
}

#[derive(Debug, Default)]
struct Style {
    kind: Option<Kind>,
    parent: Option<String>,
    list: Option<String>,
    is_rule: bool,
    is_set_in: Option<bool>,
    set: Setting,
}

/// How words are set, as far as it is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    strong: Option<bool>,
    emphasis: Option<bool>,
    hidden: Option<bool>,
    raised: Option<bool>,
    formatted: bool,
    language: Option<Rc<str>>,
}

impl Styles {
    /// Adds those of a part.
    pub fn add(&mut self, root: Node<'_, '_>) {
        let groups = root.children().filter(|node| matches!(node.tag_name().name(), "styles" | "automatic-styles"));
        for node in groups.flat_map(|group| group.children()).filter(Node::is_element) {
            match node.tag_name().name() {
                "style" => self.add_style(node),
                "list-style" => {
                    if let Some(name) = value(node, "name") {
                        self.lists.insert(name.to_owned(), levels(node));
                    }
                }
                "default-style" if value(node, "family") == Some("paragraph") => {
                    self.language = child(node, "text-properties").and_then(language).or(self.language.take());
                }
                _ => {}
            }
        }
    }

    fn add_style(&mut self, node: Node<'_, '_>) {
        let (Some(name), Some(family)) = (value(node, "name"), value(node, "family")) else { return };
        let family = match family {
            "paragraph" => Family::Paragraph,
            "text" => Family::Words,
            _ => return,
        };
        let shown = value(node, "display-name").map_or_else(|| decoded(name), str::to_owned);
        let outlined = value(node, "default-outline-level").and_then(|level| level.parse::<u8>().ok());
        let outlined = outlined.filter(|level| (1..=10).contains(level)).map(Kind::Heading);
        let paragraph = child(node, "paragraph-properties");
        let style = Style {
            kind: names::kind(&shown).or(outlined).filter(|_| family == Family::Paragraph),
            parent: value(node, "parent-style-name").map(str::to_owned),
            list: value(node, "list-style-name").filter(|list| !list.is_empty()).map(str::to_owned),
            is_rule: shown.eq_ignore_ascii_case("Horizontal Line"),
            is_set_in: paragraph.and_then(is_set_in),
            set: child(node, "text-properties").map(Setting::read).unwrap_or_default(),
        };
        self.styles.insert((family, name.to_owned()), style);
    }

    /// What a paragraph of a style is.
    pub fn kind(&self, name: Option<&str>) -> Kind {
        let mut chain = self.chain(Family::Paragraph, name);
        let known = chain.find_map(|style| style.kind);
        let is_set_in = || self.chain(Family::Paragraph, name).find_map(|style| style.is_set_in) == Some(true);
        known.unwrap_or_else(|| match name.map(decoded).and_then(|name| names::kind(&name)) {
            Some(kind) => kind,
            None if is_set_in() => Kind::Quotation,
            None => Kind::Body,
        })
    }

    /// Whether an empty paragraph of a style is a line across the page.
    pub fn is_rule(&self, name: Option<&str>) -> bool {
        self.chain(Family::Paragraph, name).any(|style| style.is_rule)
    }

    /// The list that paragraphs of a style belong to.
    pub fn list(&self, name: Option<&str>) -> Option<&str> {
        self.chain(Family::Paragraph, name).find_map(|style| style.list.as_deref())
    }

    /// What stands before the items of a list, at a level from 0.
    pub fn list_style(&self, list: Option<&str>, level: u8) -> ListStyle {
        let levels = list.and_then(|list| self.lists.get(list));
        levels.and_then(|levels| levels.get(&level).copied()).unwrap_or(ListStyle::Bulleted)
    }

    /// How words are set by a style, on top of how they are set around it.
    pub fn set(&self, family: Family, name: Option<&str>, around: &Look) -> Look {
        let setting = self.chain(family, name).fold(Setting::default(), |setting, style| setting.or(&style.set));
        // What all paragraphs of a style look like is no more than that style.
        let is_by_hand = family == Family::Words;
        Look {
            strong: setting.strong.unwrap_or(around.strong),
            emphasis: setting.emphasis.unwrap_or(around.emphasis),
            hidden: setting.hidden.unwrap_or(around.hidden),
            raised: setting.raised.unwrap_or(around.raised),
            formatted: around.formatted || (setting.formatted && is_by_hand),
            link: around.link.clone(),
            language: setting.language.or_else(|| around.language.clone()).or_else(|| self.language.clone()),
        }
    }

    fn chain<'s>(&'s self, family: Family, name: Option<&str>) -> impl Iterator<Item = &'s Style> + use<'s> {
        let find = move |name: &str| self.styles.get(&(family, name.to_owned()));
        std::iter::successors(name.and_then(find), move |style| find(style.parent.as_deref()?)).take(LONGEST_CHAIN)
    }
}

impl Setting {
    fn read(node: Node<'_, '_>) -> Self {
        let is_line = |name| value(node, name).is_some_and(|line| line != "none");
        Self {
            strong: value(node, "font-weight")
                .map(|weight| weight.parse::<u32>().map_or(weight == "bold", |weight| weight >= 600)),
            emphasis: value(node, "font-style").map(|slant| matches!(slant, "italic" | "oblique")),
            hidden: value(node, "display").map(|display| display == "none"),
            raised: value(node, "text-position").map(|place| !place.starts_with("0%")),
            formatted: is_line("text-underline-style")
                || is_line("text-line-through-style")
                || value(node, "background-color").is_some_and(|colour| colour != "transparent")
                || value(node, "color").is_some_and(|colour| colour != "#000000"),
            language: language(node),
        }
    }

    fn or(self, other: &Self) -> Self {
        Self {
            strong: self.strong.or(other.strong),
            emphasis: self.emphasis.or(other.emphasis),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
            formatted: self.formatted || other.formatted,
            language: self.language.or_else(|| other.language.clone()),
        }
    }
}

fn language(node: Node<'_, '_>) -> Option<Rc<str>> {
    let language = value(node, "language").filter(|language| !matches!(*language, "none" | "zxx"))?;
    let country = value(node, "country").filter(|country| *country != "none");
    Some(country.map_or_else(|| language.into(), |country| format!("{language}-{country}").into()))
}

/// Set in on both sides, as quotations are.
fn is_set_in(node: Node<'_, '_>) -> Option<bool> {
    const LEAST_CM: f32 = 0.5;
    let side = |name| value(node, name).and_then(length_cm);
    let (left, right) = (side("margin-left"), side("margin-right"));
    (left.is_some() || right.is_some()).then(|| left.unwrap_or(0.0) >= LEAST_CM && right.unwrap_or(0.0) >= LEAST_CM)
}

fn length_cm(length: &str) -> Option<f32> {
    let unit_at = length.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%')?;
    let number: f32 = length[..unit_at].parse().ok()?;
    let factor = match &length[unit_at..] {
        "cm" => 1.0,
        "mm" => 0.1,
        "in" => 2.54,
        "pt" => 2.54 / 72.0,
        _ => return None,
    };
    Some(number * factor)
}

fn levels(list: Node<'_, '_>) -> BTreeMap<u8, ListStyle> {
    let level = |node: Node<'_, '_>| {
        let level: u8 = value(node, "level")?.parse().ok()?;
        let is_number = node.tag_name().name() == "list-level-style-number"
            && value(node, "num-format").is_some_and(|format| !format.is_empty());
        let style = if is_number { ListStyle::Numbered } else { ListStyle::Bulleted };
        Some((level.checked_sub(1)?, style))
    };
    list.children().filter(Node::is_element).filter_map(level).collect()
}

/// The name of a style as people see it: `Heading_20_1` is "Heading 1".
fn decoded(name: &str) -> String {
    let mut decoded = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('_') {
        decoded.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let code = after.split_once('_').and_then(|(code, following)| {
            Some((u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?, following))
        });
        match code {
            Some((letter, following)) => {
                decoded.push(letter);
                rest = following;
            }
            None => {
                decoded.push('_');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}
