//! HTML into a draft: a page from a file, or a piece of one as word processors, browsers and mail programs copy it.
//!
//! - Kept are paragraphs, headings, lists, quotations, tables, bold, italic, links and pictures; [`crate::import::Dropped`] counts the
//!   rest. Every word that a browser would show is kept, in its order.
//! - `tree` is the page by the rules of browsers, `reader` walks through it once, `words` joins its spaces, `style`
//!   reads the few declarations that matter, `element` says what an element does, `lists` knows the lists of Word, `head` what stands
//!   above the article.

mod element;
mod head;
mod lists;
mod picture;
mod reader;
mod style;
mod table;
mod tree;
mod words;

#[cfg(test)]
mod anything;
#[cfg(test)]
mod tests;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::import::{Draft, ending};

pub use self::head::language_tag;
pub use self::reader::Reader;
pub use self::tree::{NodeId, Tree};

/// The page with its letters composed: a letter and its mark must not be parted by a tag between them more than they are.
fn tree(html: &str) -> Tree {
    if is_nfc(html) { Tree::read(html) } else { Tree::read(&html.nfc().collect::<String>()) }
}

/// Reads a whole page: of one that marks its article only that, with its headline, authors, day and source.
pub fn parse(html: &str) -> Draft {
    let tree = tree(html);
    let head = head::read(&tree);
    let mut reader = Reader::new(&tree);
    reader.leave_out_surroundings(head.article, head.headline_at);
    reader.read(Tree::ROOT);
    let mut draft = reader.finish();
    head.fill(&mut draft);
    ending::take_off(&mut draft);
    draft
}

/// Reads what was copied elsewhere. It has no headline: its first heading is a heading.
pub fn parse_copied(html: &str) -> Draft {
    let tree = tree(html);
    let mut reader = Reader::new(&tree);
    reader.read(Tree::ROOT);
    reader.finish()
}
