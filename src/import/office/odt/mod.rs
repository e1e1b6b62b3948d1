//! Documents of LibreOffice and others in the OpenDocument format (`.odt`, `.ott`, `.fodt` is not one: it is no package).
//!
//! `styles` says what paragraphs are, `story` walks through the text, `line` through the words of a paragraph, `table` through tables.

mod line;
mod story;
mod styles;
mod table;

#[cfg(test)]
mod tests;

use crate::import::{Dropped, DroppedKind};

use super::compose::{Document, Properties};
use super::package::{OfficeError, Package, xml};
use super::xml::{all_text, child};

use self::story::Story;
use self::styles::Styles;

/// Whether a package is a text document of OpenDocument.
pub fn is_one(names: &[String]) -> bool {
    names.iter().any(|name| name == "content.xml")
}

/// Reads it.
///
/// # Errors
/// [`OfficeError`].
pub fn read(package: &mut Package) -> Result<Document, OfficeError> {
    let manifest = package.text("META-INF/manifest.xml").unwrap_or_default().unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(OfficeError::Password);
    }
    let content = package.text("content.xml")?.ok_or_else(|| OfficeError::damaged("the text is missing"))?;
    let styles_text = package.text("styles.xml")?;
    let content = xml(&content)?;
    let root = content.root_element();
    let body = child(root, "body").and_then(|body| child(body, "text"));
    let body = body.ok_or_else(|| OfficeError::damaged("it is no text document"))?;
    let mut styles = Styles::default();
    let mut dropped = Vec::new();
    if let Some(text) = &styles_text {
        let parsed = xml(text)?;
        styles.add(parsed.root_element());
        let around = parsed.descendants().filter(|node| matches!(node.tag_name().name(), "header" | "footer"));
        let with_words = around.filter(|node| !all_text(*node).trim().is_empty()).count();
        (0..with_words).for_each(|_| Dropped::count(&mut dropped, DroppedKind::Surroundings, None));
    }
    styles.add(root);
    let mut story = Story::new(&styles, dropped);
    let mut blocks = Vec::new();
    story.blocks(body, None, 0, &mut blocks);
    let Story { notes, note_count, dropped, .. } = story;
    Ok(Document { blocks, notes, note_count, properties: properties(package)?, dropped })
}

fn properties(package: &mut Package) -> Result<Properties, OfficeError> {
    let Some(text) = package.text("meta.xml")? else { return Ok(Properties::default()) };
    // What is damaged here costs no words of the article.
    let Ok(parsed) = xml(&text) else { return Ok(Properties::default()) };
    let Some(meta) = child(parsed.root_element(), "meta") else { return Ok(Properties::default()) };
    let said = |name| child(meta, name).map(all_text).filter(|words| !words.trim().is_empty());
    let keywords = meta.children().filter(|node| node.tag_name().name() == "keyword").map(all_text);
    Ok(Properties {
        title: said("title").unwrap_or_default(),
        author: said("initial-creator").or_else(|| said("creator")).unwrap_or_default(),
        keywords: keywords.collect::<Vec<_>>().join(", "),
    })
}
