//! HTML inside Markdown: its words, its pictures, and the few tags that mean what Markdown's own marks mean.

use crate::import::html::{self, Piece};
use crate::import::markdown::inline;
use crate::import::{DraftBlock, NoticeKind, PicturePlace, PictureTarget, notice::excerpt};
use crate::report::{BlockKind, RichText};

use super::Reader;

impl Reader {
    pub(super) fn end_html(&mut self) {
        self.interrupt_quotation();
        let html = self.html.take().unwrap_or_default();
        for piece in html::pieces(&html) {
            match piece {
                Piece::Words(words) => self.inline.push_words(&one_line(&words)),
                Piece::Tag { name, closes } if html::is_block(&name) => self.html_block_tag(&name, closes),
                other => self.html_piece(other),
            }
        }
        self.finish();
    }

    fn html_block_tag(&mut self, name: &str, closes: bool) {
        let heading = name.strip_prefix('h').and_then(|level| level.parse().ok());
        if name == "figcaption" && closes && self.caption_from_html() {
            return;
        }
        if closes && heading.is_some() {
            self.heading = heading;
        }
        self.finish();
        let known = heading.is_some() || matches!(name, "p" | "br" | "figure" | "figcaption" | "hr");
        self.html_tags += usize::from(!known && !closes);
        if name == "hr" {
            self.push(DraftBlock::Text { kind: BlockKind::Divider, text: RichText::new() });
        }
    }

    /// Gives the words to the picture before them; whether there is one that waits for a caption.
    fn caption_from_html(&mut self) -> bool {
        let Some(DraftBlock::Picture(place)) = self.draft.blocks.last_mut() else { return false };
        if !place.caption.is_empty() {
            return false;
        }
        place.caption = inline::joined(self.inline.take().into_iter().map(|line| line.text), " ");
        true
    }

    pub(super) fn inline_html(&mut self, tag: &str) {
        for piece in html::pieces(tag) {
            match piece {
                Piece::Tag { name, .. } if name == "br" => self.inline.break_line(true),
                other => self.html_piece(other),
            }
        }
    }

    fn html_piece(&mut self, piece: Piece) {
        match piece {
            Piece::Words(words) => self.inline.push_words(&words),
            Piece::Hidden(hidden) => {
                self.draft.notices.push(NoticeKind::HtmlHidden { start: excerpt(&one_line(&hidden)) });
            }
            Piece::Picture { address, alt } => {
                let target = PictureTarget::from_address(&address);
                let place = PicturePlace { target, alt: RichText::plain(alt.trim()), ..PicturePlace::default() };
                self.inline.push_picture(place);
            }
            Piece::Link { address } => self.start_link(address),
            Piece::Tag { name, closes: true } if name == "a" => self.end_link(),
            Piece::Tag { name, closes } => {
                let open = match name.as_str() {
                    "b" | "strong" => &mut self.inline.strong,
                    "i" | "em" => &mut self.inline.emphasis,
                    _ => {
                        self.html_tags += usize::from(!closes);
                        return;
                    }
                };
                *open = if closes { open.saturating_sub(1) } else { *open + 1 };
            }
        }
    }
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 || text.starts_with(char::is_whitespace) {
            line.push(' ');
        }
        line.push_str(word);
    }
    if text.ends_with(char::is_whitespace) && !line.is_empty() {
        line.push(' ');
    }
    line
}
