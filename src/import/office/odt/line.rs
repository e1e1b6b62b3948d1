//! The words of a paragraph, and what is drawn in it.

use std::rc::Rc;

use roxmltree::Node;

use crate::import::DroppedKind;
use crate::import::office::flow::{Block, Kind, Look, Paragraph, Part, Picture, PictureSource};
use crate::import::office::names;
use crate::import::office::xml::{all_text, child, value};

use super::story::{DEEPEST, Story};
use super::styles::Family;

/// The words of a paragraph, and what stands in it but apart from them.
#[derive(Debug, Default)]
pub struct Line {
    /// The words and pictures.
    pub parts: Vec<Part>,
    /// Text boxes, which come after it.
    pub after: Vec<Block>,
    /// What the number in it is of.
    pub numbers: Option<Kind>,
    /// The last thing was a space of the file, of which several are one.
    ended_with_space: bool,
}

impl Line {
    /// Adds words of the file: spaces and line ends fall together, and there are none at the beginning.
    fn write(&mut self, text: &str, look: &Look) {
        let mut words = String::with_capacity(text.len());
        for letter in text.chars() {
            let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if is_space && (self.ended_with_space || (self.parts.is_empty() && words.is_empty())) {
                continue;
            }
            words.push(if is_space { ' ' } else { letter });
            self.ended_with_space = is_space;
        }
        self.add(words, look);
    }

    /// Adds words that are meant as they are.
    fn add(&mut self, words: String, look: &Look) {
        if !words.is_empty() {
            self.parts.push(Part::Words(words, look.clone()));
        }
    }
}

impl Story<'_> {
    /// Reads the words in an element.
    pub fn inline(&mut self, parent: Node<'_, '_>, look: &Look, depth: usize, line: &mut Line) {
        if depth > DEEPEST {
            line.write(&all_text(parent), look);
            return;
        }
        for node in parent.children() {
            if node.is_text() {
                line.write(node.text().unwrap_or_default(), look);
            } else if node.is_element() {
                self.piece(node, look, depth, line);
            }
        }
    }

    fn piece(&mut self, node: Node<'_, '_>, look: &Look, depth: usize, line: &mut Line) {
        const MOST_SPACES: usize = 1_000;
        match node.tag_name().name() {
            "span" => {
                let own = self.styles.set(Family::Words, value(node, "style-name"), look);
                self.inline(node, &own, depth + 1, line);
            }
            "a" => {
                let link = value(node, "href").map(Rc::from);
                let own = Look { link, ..look.clone() };
                if node.children().any(|child| child.tag_name().name() == "frame") {
                    self.drawn(node, depth + 1, line);
                } else {
                    self.inline(node, &own, depth + 1, line);
                }
            }
            "s" => {
                let count = value(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                line.add(" ".repeat(count.min(MOST_SPACES)), look);
            }
            "tab" => line.add("\t".to_owned(), look),
            "line-break" => {
                line.parts.push(Part::Break);
                line.ended_with_space = true;
            }
            "note" => self.note(node, look, depth, line),
            "annotation" => self.drop(DroppedKind::Comment),
            "annotation-end" | "hidden-text" | "hidden-paragraph" | "script" | "event-listeners" => {}
            "sequence" => {
                line.numbers = line.numbers.or_else(|| value(node, "name").and_then(names::numbered));
                self.inline(node, look, depth + 1, line);
            }
            "frame" | "g" | "custom-shape" | "rect" | "ellipse" | "line" | "polygon" | "path" => {
                self.drawn(node, depth + 1, line);
            }
            // Fields, marks and what other programs write: what they show is words.
            _ => self.inline(node, look, depth + 1, line),
        }
    }

    /// A note: its number here, its words at the end of the text.
    fn note(&mut self, node: Node<'_, '_>, look: &Look, depth: usize, line: &mut Line) {
        self.note_count += 1;
        let number = self.note_count;
        line.add(format!("[{number}]"), &Look { raised: false, ..look.clone() });
        line.ended_with_space = false;
        let Some(body) = child(node, "note-body") else { return };
        let mut blocks = Vec::new();
        self.blocks(body, None, depth + 1, &mut blocks);
        let mark = Part::Words(format!("[{number}] "), Look::default());
        match blocks.iter_mut().find_map(|block| match block {
            Block::Paragraph(paragraph) if paragraph.has_words() => Some(paragraph),
            _ => None,
        }) {
            Some(first) => first.parts.insert(0, mark),
            None => blocks.insert(0, Block::Paragraph(Paragraph { kind: Kind::Body, parts: vec![mark] })),
        }
        self.notes.extend(blocks);
    }

    /// What is drawn: pictures, text boxes, shapes with words in them.
    pub fn drawn(&mut self, node: Node<'_, '_>, depth: usize, line: &mut Line) {
        let inside = |name| child(node, name);
        match node.tag_name().name() {
            "a" | "g" if depth <= DEEPEST => {
                for part in node.children().filter(Node::is_element) {
                    self.drawn(part, depth + 1, line);
                }
            }
            "frame" => {
                if inside("object").or_else(|| inside("object-ole")).or_else(|| inside("plugin")).is_some() {
                    self.drop(DroppedKind::Embedded);
                } else if let Some(content) = inside("text-box") {
                    self.blocks(content, None, depth + 1, &mut line.after);
                } else if inside("image").is_some() {
                    self.picture(node, line);
                } else if let Some(table) = inside("table") {
                    let table = self.table(table, depth + 1);
                    line.after.push(Block::Table(table));
                } else {
                    self.drop(DroppedKind::Drawing);
                }
            }
            "title" | "desc" => {}
            _ => {
                let before = line.after.len();
                self.blocks(node, None, depth + 1, &mut line.after);
                if line.after.len() == before {
                    self.drop(DroppedKind::Drawing);
                }
            }
        }
    }

    /// A picture, of which a file may hold several forms: the one that a report can keep is taken.
    fn picture(&mut self, frame: Node<'_, '_>, line: &mut Line) {
        const NOT_KEPT: [&str; 4] = [".svg", ".svm", ".emf", ".wmf"];
        let forms = frame.children().filter(|node| node.tag_name().name() == "image");
        let addresses: Vec<&str> =
            forms.filter_map(|image| value(image, "href")).filter(|href| !href.is_empty()).collect();
        let is_kept = |href: &&&str| !NOT_KEPT.iter().any(|ending| href.to_lowercase().ends_with(ending));
        let Some(address) = addresses.iter().find(is_kept).or(addresses.first()) else {
            return self.drop(DroppedKind::LostPicture);
        };
        let said = |name| child(frame, name).map(all_text).filter(|words| !words.trim().is_empty());
        let alt = said("desc").or_else(|| said("title")).unwrap_or_default();
        let is_outside = address.contains(':') || address.starts_with(['/', '\\']) || address.starts_with("..");
        let source = if is_outside {
            PictureSource::Elsewhere((*address).to_owned())
        } else {
            PictureSource::Part(address.trim_start_matches("./").to_owned())
        };
        let decorative = value(frame, "decorative") == Some("true");
        line.parts.push(Part::Picture(Picture { source, alt: alt.trim().to_owned(), decorative }));
        line.ended_with_space = false;
    }
}
