//! Documents of Word (`.docx`), whichever program wrote them.
//!
//! - `styles` and `numbering` say what paragraphs are, `story` walks through the text, `run` through the words of a paragraph, `drawing` knows
//!   pictures and text boxes, `field` what Word computes, `relations` where the parts are.

mod drawing;
mod field;
mod numbering;
mod relations;
mod run;
mod story;
mod styles;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::DroppedKind;

use super::compose::{Document, Properties};
use super::flow::{Block, Kind, Look, Paragraph, Part};
use super::package::{OfficeError, Package, xml};
use super::xml::{all_text, child, value};

use self::numbering::Numbering;
use self::relations::Relations;
use self::story::{Context, NoteKind, Story};
use self::styles::Styles;

/// The part with the text, where nothing says otherwise.
const USUAL: &str = "word/document.xml";

/// Whether a package is a document of Word.
pub fn is_one(names: &[String]) -> bool {
    names.iter().any(|name| name == USUAL || (name.starts_with("word/") && name.ends_with(".xml")))
}

/// Reads it.
///
/// # Errors
/// [`OfficeError`].
pub fn read(package: &mut Package) -> Result<Document, OfficeError> {
    let top = Relations::read(package, "")?;
    let main = top.of_type("/officeDocument").unwrap_or_else(|| USUAL.to_owned());
    let relations = Relations::read(package, &main)?;
    let mut named = |kind: &str| match relations.of_type(kind) {
        Some(name) => package.text(&name),
        None => Ok(None),
    };
    let styles = match named("/styles")? {
        Some(text) => Styles::read(xml(&text)?.root_element()),
        None => Styles::default(),
    };
    let numbering = match named("/numbering")? {
        Some(text) => Numbering::read(xml(&text)?.root_element()),
        None => Numbering::default(),
    };
    let text = package.text(&main)?.ok_or_else(|| OfficeError::damaged("the text is missing"))?;
    let context = Context { styles: &styles, numbering: &numbering, relations: &relations };
    let mut story = Story::new(context);
    let parsed = xml(&text)?;
    let body = child(parsed.root_element(), "body").ok_or_else(|| OfficeError::damaged("the text is missing"))?;
    let mut blocks = Vec::new();
    story.blocks(body, 0, &mut blocks);
    story.end(&mut blocks);
    let Story { note_ids, mut dropped, .. } = story;
    let mut notes = Vec::new();
    for kind in [NoteKind::Foot, NoteKind::End] {
        let Some(part) = relations.of_type(kind.relation()) else { continue };
        let Some(text) = package.text(&part)? else { continue };
        let relations = Relations::read(package, &part)?;
        let parsed = xml(&text)?;
        let mut story = Story::new(Context { relations: &relations, ..context });
        let wanted = note_ids.iter().enumerate().filter(|(_, (of, _))| *of == kind);
        let written: HashMap<&str, Node<'_, '_>> =
            parsed.root_element().children().filter_map(|node| Some((value(node, "id")?, node))).collect();
        for (number, (_, id)) in wanted {
            let Some(node) = written.get(id.as_str()) else { continue };
            let mut note = Vec::new();
            story.blocks(*node, 0, &mut note);
            story.end(&mut note);
            notes.push((number, note));
        }
        dropped.extend(story.dropped);
    }
    notes.sort_by_key(|(number, _)| *number);
    let around = ["/header", "/footer"].into_iter().flat_map(|kind| relations.all_of_type(kind)).collect::<Vec<_>>();
    for part in around {
        let has_words = match package.text(&part)? {
            Some(text) => xml(&text).is_ok_and(|parsed| !all_text(parsed.root_element()).trim().is_empty()),
            None => false,
        };
        if has_words {
            crate::import::Dropped::count(&mut dropped, DroppedKind::Surroundings, None);
        }
    }
    Ok(Document {
        blocks,
        note_count: notes.len(),
        notes: notes.into_iter().flat_map(|(number, note)| numbered(number, note)).collect(),
        properties: properties(package, &top)?,
        dropped,
    })
}

/// A note with its number before its first words.
fn numbered(number: usize, mut blocks: Vec<Block>) -> Vec<Block> {
    let mark = Part::Words(format!("[{}] ", number + 1), Look::default());
    match blocks.iter_mut().find_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.has_words() => Some(paragraph),
        _ => None,
    }) {
        Some(first) => {
            if let Some(Part::Words(words, _)) = first.parts.first_mut() {
                *words = words.trim_start().to_owned();
            }
            first.parts.insert(0, mark);
        }
        None => blocks.insert(0, Block::Paragraph(Paragraph { kind: Kind::Body, parts: vec![mark] })),
    }
    blocks
}

fn properties(package: &mut Package, top: &Relations) -> Result<Properties, OfficeError> {
    let name = top.of_type("/core-properties").unwrap_or_else(|| "docProps/core.xml".to_owned());
    let Some(text) = package.text(&name)? else { return Ok(Properties::default()) };
    // What is damaged here costs no words of the article.
    let Ok(parsed) = xml(&text) else { return Ok(Properties::default()) };
    let said = |name| child(parsed.root_element(), name).map(all_text).unwrap_or_default();
    Ok(Properties { title: said("title"), author: said("creator"), keywords: said("keywords") })
}
