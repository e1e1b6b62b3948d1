//! The words of a paragraph.

use std::rc::Rc;

use roxmltree::Node;

use crate::import::DroppedKind;
use crate::import::office::flow::{Look, Part};
use crate::import::office::xml::{all_text, child, text, value, walk};

use super::field;
use super::relations::Goal;
use super::story::{Line, NoteKind, Story, setting};
use super::styles::Setting;

/// So deep runs stand in links, changes and the like.
const DEEPEST: usize = 64;

impl Story<'_> {
    /// Reads the runs in an element.
    pub fn inline(
        &mut self,
        parent: Node<'_, '_>,
        base: &Setting,
        link: Option<&Rc<str>>,
        depth: usize,
        line: &mut Line,
    ) {
        if depth > DEEPEST {
            walk(parent, |node| {
                if node.tag_name().name() == "t" {
                    line.parts.push(Part::Words(text(node), Look::default()));
                }
                true
            });
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" => self.run(node, base, link, depth, line),
                "hyperlink" => {
                    let goal = value(node, "id").and_then(|id| self.context.relations.goal(id));
                    let own = match goal {
                        Some(Goal::Address(address)) => Some(Rc::from(address)),
                        _ => None,
                    };
                    self.inline(node, base, own.as_ref().or(link), depth + 1, line);
                }
                "fldSimple" => {
                    let instruction = value(node, "instr").unwrap_or_default();
                    line.numbers = line.numbers.or(field::caption(instruction));
                    let own = field::link(instruction);
                    self.inline(node, base, own.as_ref().or(link), depth + 1, line);
                }
                "sdt" => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.inline(content, base, link, depth + 1, line);
                    }
                }
                "del" => self.drop(DroppedKind::Deletion),
                "moveFrom" | "pPr" => {}
                "oMath" | "oMathPara" => {
                    let words = all_text(node);
                    line.parts.push(Part::Words(words, Look::default()));
                }
                "AlternateContent" => self.alternate(node, line, |story, node, line| {
                    story.inline(node, base, link, depth + 1, line);
                }),
                // What is inserted or moved here, marked by programs, or written in another direction.
                _ => self.inline(node, base, link, depth + 1, line),
            }
        }
    }

    /// Reads the newest form of something that Word writes in several, or the other one where that says nothing.
    fn alternate(
        &mut self,
        node: Node<'_, '_>,
        line: &mut Line,
        mut read: impl FnMut(&mut Self, Node<'_, '_>, &mut Line),
    ) {
        let dropped = self.dropped.clone();
        let size = (line.parts.len(), line.after.len());
        if let Some(choice) = child(node, "Choice") {
            read(self, choice, line);
        }
        if size == (line.parts.len(), line.after.len())
            && let Some(fallback) = child(node, "Fallback")
        {
            self.dropped = dropped;
            read(self, fallback, line);
        }
    }

    fn run(&mut self, run: Node<'_, '_>, base: &Setting, link: Option<&Rc<str>>, depth: usize, line: &mut Line) {
        let properties = child(run, "rPr");
        let set = setting(self.context.styles, properties, base);
        let look = Look {
            strong: set.strong.unwrap_or(false),
            emphasis: set.emphasis.unwrap_or(false),
            raised: set.raised.unwrap_or(false),
            hidden: set.hidden.unwrap_or(false),
            formatted: properties.is_some_and(is_formatted),
            link: link.cloned(),
            language: set.language.or_else(|| self.context.styles.language().cloned()),
        };
        self.pieces(run, &look, depth, line);
    }

    fn pieces(&mut self, run: Node<'_, '_>, look: &Look, depth: usize, line: &mut Line) {
        for node in run.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "t" => self.words(&text(node), look, line),
                "tab" | "ptab" => self.words("\t", look, line),
                "br" | "cr" if self.fields.shows() => line.parts.push(Part::Break),
                "noBreakHyphen" => self.words("\u{2011}", look, line),
                "softHyphen" => self.words("\u{ad}", look, line),
                "sym" => {
                    if let Some(sign) = sign(node) {
                        self.words(&sign.to_string(), look, line);
                    }
                }
                "fldChar" => match value(node, "fldCharType") {
                    Some("begin") => self.fields.begin(),
                    Some("separate") => line.numbers = line.numbers.or(self.fields.separate()),
                    Some("end") => self.fields.end(),
                    _ => {}
                },
                "instrText" => self.fields.instruct(&text(node)),
                "footnoteReference" => self.note(node, NoteKind::Foot, look, line),
                "endnoteReference" => self.note(node, NoteKind::End, look, line),
                "commentReference" => self.drop(DroppedKind::Comment),
                "drawing" => self.drawing(node, depth, line),
                "pict" => self.old_drawing(node, depth, line),
                "object" => self.drop(DroppedKind::Embedded),
                "ruby" => walk(node, |inside| {
                    if inside.tag_name().name() == "t" {
                        self.words(&text(inside), look, line);
                    }
                    true
                }),
                "AlternateContent" if depth < DEEPEST => {
                    self.alternate(node, line, |story, node, line| story.pieces(node, look, depth + 1, line));
                }
                _ => {}
            }
        }
    }

    fn words(&self, words: &str, look: &Look, line: &mut Line) {
        if self.fields.shows() && !words.is_empty() {
            let link = self.fields.link().or_else(|| look.link.clone());
            line.parts.push(Part::Words(words.to_owned(), Look { link, ..look.clone() }));
        }
    }

    /// The mark of a note, as it is shown: its number, unless words of its own follow.
    fn note(&mut self, node: Node<'_, '_>, kind: NoteKind, look: &Look, line: &mut Line) {
        let Some(id) = value(node, "id") else { return };
        self.note_ids.push((kind, id.to_owned()));
        let number = format!("[{}]", self.note_ids.len());
        self.words(&number, &Look { raised: false, ..look.clone() }, line);
    }
}

/// In a colour, underlined, struck out.
fn is_formatted(properties: Node<'_, '_>) -> bool {
    let said = |name| child(properties, name).map(|node| value(node, "val").unwrap_or_default());
    said("u").is_some_and(|line| line != "none")
        || ["strike", "dstrike"].into_iter().any(|name| said(name).is_some_and(super::styles::is_on))
        || said("highlight").is_some_and(|colour| colour != "none")
        || said("color").is_some_and(|colour| !matches!(colour, "auto" | "000000"))
}

/// A sign of a font of signs, as far as letters have it too.
fn sign(node: Node<'_, '_>) -> Option<char> {
    let code = u32::from_str_radix(value(node, "char")?, 16).ok()?;
    let font = value(node, "font").unwrap_or_default().to_lowercase();
    let in_font = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let is_signs = font.contains("symbol") || font.contains("wingdings");
    match (is_signs, in_font) {
        (true, 0xB7 | 0xA7 | 0x6C | 0x6E) => Some('•'),
        (true, 0xE0 | 0xAE | 0xE8) => Some('→'),
        (true, 0xFC) => Some('✓'),
        (true, 0xB0) => Some('°'),
        (true, 0xB1) => Some('±'),
        (true, 0xB4) => Some('×'),
        (true, _) => Some('\u{fffd}'),
        (false, code) => char::from_u32(code).filter(|sign| !sign.is_control()),
    }
}
