//! What Word computes: links, numbers of captions, dates. What it shows stays, the instruction does not.

use std::rc::Rc;

use crate::import::office::flow::Kind;
use crate::import::office::names;

/// The fields that are open, the outermost first; they may go over several paragraphs.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Field>,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    is_shown: bool,
    link: Option<Rc<str>>,
}

/// No more fields stand in each other; what is deeper counts as a part of the last.
const DEEPEST: usize = 64;

impl Fields {
    /// A field begins with its instruction.
    pub fn begin(&mut self) {
        if self.open.len() < DEEPEST {
            self.open.push(Field::default());
        }
    }

    /// A piece of the instruction.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.is_shown) {
            field.instruction.push_str(text);
        }
    }

    /// The instruction ends, and what is shown begins. What a caption with this number is of, if it is one.
    pub fn separate(&mut self) -> Option<Kind> {
        let field = self.open.last_mut()?;
        field.is_shown = true;
        field.link = link(&field.instruction);
        caption(&field.instruction)
    }

    /// The field ends.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// Whether words are shown, rather than a part of an instruction.
    pub fn shows(&self) -> bool {
        self.open.iter().all(|field| field.is_shown)
    }

    /// Where the words lead.
    pub fn link(&self) -> Option<Rc<str>> {
        self.open.iter().rev().find_map(|field| field.link.clone())
    }
}

/// What the caption is of that has a number by this instruction.
pub fn caption(instruction: &str) -> Option<Kind> {
    let mut words = instruction.split_whitespace();
    words.next().filter(|name| name.eq_ignore_ascii_case("SEQ"))?;
    words.next().and_then(names::numbered)
}

/// The address of `HYPERLINK "address" \o "words"`.
pub fn link(instruction: &str) -> Option<Rc<str>> {
    let instruction = instruction.trim();
    let name = instruction.get(..9).filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))?;
    let rest = instruction[name.len()..].trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    (!address.is_empty() && !address.starts_with('\\')).then(|| address.into())
}
