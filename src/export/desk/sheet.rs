//! The short sheet that tells a desk what has changed since it was sent the story.

use crate::export::desk::words::DeskWords;
use crate::export::html::Writer;
use crate::export::moment::Moment;
use crate::filing::{Change, Changes, Mark, PhotoName, Place};
use crate::language::phrases;
use crate::report::Report;

/// Marks differ in more than their colour, and on paper too.
const STYLE: &str = "body{font:1rem/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere;color:#1c2430;background:#fff}\
h1{font-size:1.4rem;line-height:1.3;margin:0 0 .3rem}p{margin:.3rem 0}.w{color:#4a5568}ul{list-style:none;padding:0;margin:1.5rem 0}\
li{padding:.7rem 0;border-top:1px solid #c9d1dc}b{font-weight:600}del{color:#8c1d18;background:#fdecea;text-decoration:line-through}\
ins{color:#0b5a2b;background:#e7f6ec;text-decoration:underline}\
@media(prefers-color-scheme:dark){body{color:#e8ecf2;background:#14181f}.w{color:#aab4c3}li{border-color:#3a4454}del{color:#ffb4ab;background:#4a1512}ins{color:#9be7b4;background:#12391f}}";

/// The sheet as a page of its own.
pub(super) fn html(report: &Report, changes: &Changes) -> String {
    let words = DeskWords::of(&report.language);
    let headline = match report.headline.as_str().trim() {
        "" => phrases::of(&report.language).untitled,
        headline => headline,
    };
    let title = format!("{}: {headline}", words.changes);
    let mut writer = Writer::new();
    writer.open("html", &[("lang", &report.language)]).line().open("head", &[]).line();
    writer.void("meta", &[("charset", "utf-8")]).line();
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    writer.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]).line();
    writer.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]).line();
    writer.void("meta", &[("name", "color-scheme"), ("content", "light dark")]).line();
    writer.element("title", &[], &title).line();
    // No character of the style has a meaning in HTML.
    writer.element("style", &[], STYLE).line().close().line();
    writer.open("body", &[]).open("main", &[]).line();
    writer.element("h1", &[], &title).line();
    let moment = Moment::parse(&changes.since, &report.language);
    writer.open("p", &[("class", "w")]).text(words.since).text(" ");
    match &moment {
        Some(moment) => writer.element("time", &[("datetime", &moment.iso)], &moment.text),
        None => writer.text(&changes.since),
    };
    writer.close().line().open("ul", &[]).line();
    for change in &changes.changes {
        item(&mut writer, words, change);
    }
    format!("<!doctype html>\n{}\n", writer.finish())
}

fn item(writer: &mut Writer, words: &DeskWords, change: &Change) {
    writer.open("li", &[]).open("p", &[]).element("b", &[], &head(words, &change.place));
    writer.text(" — ").text(words.what(change.what)).close();
    if !change.pieces.is_empty() {
        writer.open("p", &[]);
        for piece in &change.pieces {
            match piece.mark {
                Mark::Same => writer.text(&piece.text),
                Mark::Added => writer.element("ins", &[], &piece.text),
                Mark::Removed => writer.element("del", &[], &piece.text),
            };
        }
        writer.close();
    }
    writer.close().line();
}

fn head(words: &DeskWords, place: &Place) -> String {
    let (Place::Caption(photo) | Place::Credit(photo) | Place::Alt(photo) | Place::Photo(photo)) = place else {
        return words.place(place).to_owned();
    };
    let PhotoName { number, name } = photo;
    let number = number.map(|number| format!(" {number}")).unwrap_or_default();
    match place {
        // The words themselves follow.
        Place::Caption(_) => format!("{}{number}. {}", words.photo, words.place(place)),
        Place::Photo(_) => format!("{}{number} ({name})", words.photo),
        _ => format!("{}{number} ({name}). {}", words.photo, words.place(place)),
    }
}
