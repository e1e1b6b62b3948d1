//! A clip on its way to another window of this program, as JSON. It comes from the clipboard, so that anybody may have written it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::edit::ops::clip::{Clip, Piece};
use crate::edit::ops::style;
use crate::edit::{Selection, Transaction};
use crate::report::{BlockKind, PhotoHash, Report, RichText, Style};

const VERSION: u32 = 1;
/// Bytes of JSON that are read.
const LONGEST: usize = 64 << 20;
/// Pieces that are read: as many blocks as a report takes.
const MOST_PIECES: usize = 200_000;

#[derive(Serialize, Deserialize)]
struct Carried {
    version: u32,
    pieces: Vec<CarriedPiece>,
}

#[derive(Serialize, Deserialize)]
struct CarriedPiece {
    #[serde(flatten)]
    kind: BlockKind,
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    text: RichText,
    /// Of a figure: which picture, and what stands for it where that is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<CarriedPicture>,
}

#[derive(Serialize, Deserialize)]
struct CarriedPicture {
    hash: PhotoHash,
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    caption: RichText,
}

/// A clip that came from another window.
#[derive(Debug, PartialEq)]
pub struct Received {
    /// What it brings.
    pub clip: Clip,
    /// Photos that this report has not: their captions are paragraphs.
    pub photos_left: usize,
}

impl Clip {
    /// The clip for another window; `None` where it cannot be written.
    pub fn carried(&self, report: &Report) -> Option<String> {
        let piece = |piece: &Piece| {
            let photo = match piece.kind {
                BlockKind::Figure { photo, .. } => report.photo(photo),
                _ => None,
            };
            let picture = photo.map(|photo| CarriedPicture { hash: photo.hash, caption: photo.caption.clone() });
            CarriedPiece { kind: piece.kind.clone(), text: piece.text.clone(), picture }
        };
        let pieces = self.pieces.iter().map(piece).collect();
        serde_json::to_string(&Carried { version: VERSION, pieces }).ok()
    }

    /// What another window copied, for this report; `None` where it is not understood.
    pub fn received(json: &str, report: &Report) -> Option<Received> {
        if json.len() > LONGEST {
            return None;
        }
        let carried: Carried = serde_json::from_str(json).ok()?;
        if carried.version != VERSION || carried.pieces.len() > MOST_PIECES {
            return None;
        }
        let mut received = Received { clip: Self::default(), photos_left: 0 };
        for piece in carried.pieces {
            let Some(piece) = cleaned(piece, report, &mut received.photos_left) else { continue };
            received.clip.pieces.push(piece);
        }
        (!received.clip.pieces.is_empty()).then_some(received)
    }
}

/// A piece that this report can take.
fn cleaned(piece: CarriedPiece, report: &Report, photos_left: &mut usize) -> Option<Piece> {
    let CarriedPiece { mut kind, mut text, picture } = piece;
    match &mut kind {
        BlockKind::Figure { photo, .. } => {
            let picture = picture?;
            match report.photos.iter().find(|known| known.hash == picture.hash) {
                Some(known) => *photo = known.id,
                None => {
                    *photos_left += 1;
                    let mut caption = picture.caption;
                    allow(&mut caption);
                    return (!caption.is_empty()).then_some(Piece { kind: BlockKind::Paragraph, text: caption });
                }
            }
        }
        BlockKind::ListItem { level, .. } => *level = (*level).min(BlockKind::MAX_LIST_LEVEL),
        BlockKind::Quotation { speaker } => allow(speaker),
        BlockKind::Table { table } => {
            *table = table.mended()?;
            table.texts_mut().for_each(allow);
        }
        BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Participants { .. } | BlockKind::Divider => {}
    }
    if kind.has_text() {
        allow(&mut text);
    } else {
        text = RichText::new();
    }
    Some(Piece { kind, text })
}

/// Leaves out links that a page must not have, and what is no language.
fn allow(text: &mut RichText) {
    const LONGEST_TAG: usize = 35;
    let end = text.len();
    text.restyle(0..end, |style: &mut Style| {
        style.link = style.link.take().filter(is_allowed);
        style.language = style.language.take().filter(|tag| tag.len() <= LONGEST_TAG);
    });
}

fn is_allowed(link: &Arc<str>) -> bool {
    const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];
    let has_scheme = |scheme: &&str| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    SCHEMES.iter().any(has_scheme) && !link.chars().any(|character| character.is_control() || character.is_whitespace())
}

/// Makes the selected words a link, where the text is an address and nothing else. Over words that are an address themselves the new one
/// is to be written.
pub fn link_selected(report: &Report, selection: Selection, text: &str) -> Option<Transaction> {
    let address = lone_address(text).filter(|_| !selection.is_caret())?;
    let selected =
        style::selected_ranges(report, selection).filter_map(|(slot, range)| Some(report.text(slot)?.slice(range)));
    if selected.into_iter().any(|words| lone_address(words.as_str()).is_some()) {
        return None;
    }
    style::set_link(report, selection, Some(address))
}

/// The address that a text is and nothing else.
fn lone_address(text: &str) -> Option<&str> {
    const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];
    let address = text.trim();
    let has_scheme =
        |scheme: &&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = SCHEMES.iter().find(|scheme| has_scheme(scheme))?;
    (address.len() > scheme.len() && is_allowed(&address.into())).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing, state};
    use crate::edit::ops::clip::paste;
    use crate::report::IdSource;

    fn between(from: &str, to: &str, after: &str, photos_left: usize) {
        let (report, selection) = state(from);
        let json = Clip::copied(&report, selection).unwrap().carried(&report).unwrap();
        let (target, _) = state(to);
        let received = Clip::received(&json, &target).unwrap();
        assert_eq!(received.photos_left, photos_left);
        let put =
            |report: &Report, selection: Selection, ids: &mut IdSource| paste(report, selection, &received.clip, ids);
        check(to, put, after);
    }

    #[test]
    fn nothing_is_lost_on_the_way_to_another_window() {
        let whole = "h2 <One\np tw*o* [1:Anna]\n-- deep\nquote said\ntabh a ; b / _c_ ; d\n---\npeople\np end>";
        let after = whole.replace('<', "").replace('>', "|");
        between(whole, "p |", &after, 0);
    }

    #[test]
    fn a_photo_travels_where_the_other_report_has_it_and_its_caption_anywhere() {
        between("p <one\nfig 2 cap\np two>", "p |", "p one\np cap\np two|", 1);
    }

    #[test]
    fn what_anybody_may_have_written_does_no_harm() {
        let (report, _) = state("p |");
        let received = |json: &str| Clip::received(json, &report);
        for json in [
            "",
            "null",
            "[]",
            r#"{"version":2,"pieces":[{"kind":"paragraph","text":"a"}]}"#,
            r#"{"version":1,"pieces":[]}"#,
            r#"{"version":1,"pieces":[{"kind":"rocket"}]}"#,
            r#"{"version":1,"pieces":[{"kind":"table","table":{"rows":[]}}]}"#,
            r#"{"version":1,"pieces":[{"kind":"figure","photo":"0000000000000001"}]}"#,
            &"[".repeat(100_000),
        ] {
            assert_eq!(received(json), None, "{json:.60}");
        }
        let json = r#"{"version":1,"pieces":[
            {"kind":"list_item","style":"bulleted","level":255,"text":[{"text":"a\u0000\nb","link":"javascript:x"},{"text":"c","link":"https://example.org/"}]},
            {"kind":"divider","text":"words"},
            {"kind":"table","table":{"rows":[[{"id":1,"text":"x"}],[{"id":1},{"id":4294967295}]]}},
            {"kind":"paragraph","text":[{"text":"nobody","person":"00000000000000ff"}]}]}"#;
        let clip = received(json).unwrap().clip;
        let put = |report: &Report, selection: Selection, ids: &mut IdSource| paste(report, selection, &clip, ids);
        check("p |", put, "--------- a b{c}\n---\ntab x ; / ;\np nobody|");
    }

    #[test]
    fn an_address_on_a_selection_makes_it_a_link() {
        let put = |text: &'static str| {
            move |report: &Report, selection: Selection, _: &mut IdSource| link_selected(report, selection, text)
        };
        let (report, selection) = state("p see <the minutes>");
        let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(1));
        editor.select(selection);
        let link = link_selected(editor.report(), selection, " https://example.org/a \n");
        assert_eq!(editor.apply(link, 0), crate::edit::Applied::Changed);
        let text = &editor.report().body.blocks()[0].text;
        assert_eq!(text.spans()[0].range, 4..15);
        assert_eq!(text.spans()[0].style.link.as_deref(), Some("https://example.org/a"));
        check_nothing("p see| it", put("https://example.org/"));
        check_nothing("p <see> it", put("two words"));
        check_nothing("p <https://example.org/old>", put("https://example.org/"));
    }

    #[test]
    fn a_lone_address_is_known() {
        for address in ["https://example.org/a?b", " http://example.org \n", "mailto:a@example.org"] {
            assert_eq!(lone_address(address), Some(address.trim()));
        }
        for text in ["example.org", "see https://example.org", "https://", "https://a b", "javascript:x", "httpsé"] {
            assert_eq!(lone_address(text), None, "{text}");
        }
    }
}
