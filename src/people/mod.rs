//! Lists of participants, in and out: what others wrote into rows that somebody looks over, and the list into what others read.
//!
//! | module | says |
//! |---|---|
//! | [`Row`], [`Cell`], [`Sure`] | what was understood, and how sure that is |
//! | `words`, `lexicon`, `given` | the words by which offices, organisations, forms of address and names are known |
//! | `token`, `shape`, `beside`, `person` | the names in a sentence, whatever stands around them |
//! | `clause`, `phrases` | what stands between them, and whose it is |
//! | [`read_line`] | one line: name, title, organisation |
//! | `split`, [`read_passage`] | sentences, numbered lists and headings |
//! | `picture` | the rows of a group picture |
//! | `columns`, `table`, `book`, `vcard`, `document` | tables of text, spreadsheets, cards, documents of word processors |
//! | [`read_list`], [`read_text`] | which of these it is |
//! | [`already`], [`duplicates`] | who is on the list already, and who is on it twice |
//! | [`write_list`] | the list out |
//!
//! Nothing here touches a disk, and nothing is on the report's list before somebody said so.

mod beside;
mod book;
mod clause;
mod columns;
mod document;
mod entry;
mod given;
mod lexicon;
mod old_fonts;
mod passage;
#[cfg(test)]
mod passage_figures;
#[cfg(test)]
mod passage_tests;
mod person;
mod phrases;
mod picture;
mod printed;
#[cfg(test)]
mod program_tests;
mod read;
mod row;
mod same;
mod shape;
mod split;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod vcard;
mod words;
mod write;

pub use self::entry::{read_line, read_name};
pub use self::passage::read_passage;
pub use self::read::{ListError, ListKind, Listed, MAX_LIST, MAX_ROWS, read_list, read_text};
pub use self::row::{Cell, Known, Row, Sure};
pub use self::same::{Already, already, duplicates};
pub use self::write::{ListFormat, WriteError, csv_table, names_nobody, write_list};
