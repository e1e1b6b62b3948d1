//! The words and pictures between HTML tags, for Markdown that has some in it. One pass, no nesting, no rules of HTML.

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words with their entities resolved.
    Words(String),
    /// A tag: its name in lower case, and whether it closes.
    Tag {
        /// `p`, `br`, `strong`, …
        name: String,
        /// `</…>`.
        closes: bool,
    },
    /// `<img>`.
    Picture {
        /// Where it says that the picture is.
        address: String,
        /// Its alternative text.
        alt: String,
    },
    /// `<a href=…>`; its end is a tag.
    Link {
        /// Where it leads.
        address: String,
    },
    /// A comment, declaration, script or style: as it was written.
    Hidden(String),
}

/// Takes HTML apart. A `<` that begins no tag is a word.
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut words = String::new();
    let mut rest = html;
    let mut broken = 0;
    while let Some(start) = rest.find('<').filter(|_| broken < MOST_BROKEN_TAGS) {
        words.push_str(&rest[..start]);
        rest = &rest[start..];
        let Some((piece, after)) = markup(rest) else {
            broken += 1;
            words.push('<');
            rest = &rest[1..];
            continue;
        };
        push_words(&mut found, &mut words);
        found.push(piece);
        rest = after;
    }
    words.push_str(rest);
    push_words(&mut found, &mut words);
    found
}

/// With more broken tags than this the rest is words, so that no file takes longer than its length.
const MOST_BROKEN_TAGS: usize = 1_000;
/// No tag is longer than this, in bytes.
const LONGEST_TAG: usize = 65_536;

/// Whether the tag begins or ends a paragraph.
pub fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 31] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}

fn push_words(found: &mut Vec<Piece>, words: &mut String) {
    if !words.is_empty() {
        found.push(Piece::Words(unescaped(words)));
        words.clear();
    }
}

fn markup(html: &str) -> Option<(Piece, &str)> {
    if html.starts_with("<!--") {
        let end = html.find("-->").map_or(html.len(), |end| end + 3);
        return Some((Piece::Hidden(html[..end].to_owned()), &html[end..]));
    }
    if html.starts_with("<!") || html.starts_with("<?") {
        let end = html.find('>').map_or(html.len(), |end| end + 1);
        return Some((Piece::Hidden(html[..end].to_owned()), &html[end..]));
    }
    let closes = html.starts_with("</");
    let body = &html[if closes { 2 } else { 1 }..];
    let length =
        body.find(|character: char| !character.is_ascii_alphanumeric() && character != '-').unwrap_or(body.len());
    if !body.starts_with(|character: char| character.is_ascii_alphabetic()) {
        return None;
    }
    let name = body[..length].to_ascii_lowercase();
    let end = tag_end(&body[length..])? + length;
    let after = &body[end + 1..];
    if !closes && matches!(name.as_str(), "script" | "style") {
        let closing = format!("</{name}");
        let hidden = find_ignoring_case(after, &closing)
            .map_or(after.len(), |at| after[at..].find('>').map_or(after.len(), |end| at + end + 1));
        let length = html.len() - after.len() + hidden;
        return Some((Piece::Hidden(html[..length].to_owned()), &html[length..]));
    }
    let value = |name| attribute(&body[length..end], name).map(|value| unescaped(&value));
    if let Some(address) = value("href").filter(|_| !closes && name == "a") {
        return Some((Piece::Link { address }, after));
    }
    if !closes && name == "img" {
        let value = |name| value(name).unwrap_or_default();
        return Some((Piece::Picture { address: value("src"), alt: value("alt") }, after));
    }
    Some((Piece::Tag { name, closes }, after))
}

/// Where the tag ends, quotation marks minded.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in attributes.char_indices().take_while(|(at, _)| *at < LONGEST_TAG) {
        match (quote, character) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    None
}

fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before
            .rsplit(|character: char| character.is_whitespace() || character == '/')
            .find(|name| !name.is_empty());
        let after = after.trim_start();
        let (value, following) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote)?,
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if name.is_some_and(|name| name.eq_ignore_ascii_case(wanted)) {
            return Some(value.to_owned());
        }
        rest = following;
    }
    None
}

fn find_ignoring_case(text: &str, ascii: &str) -> Option<usize> {
    text.as_bytes().windows(ascii.len()).position(|window| window.eq_ignore_ascii_case(ascii.as_bytes()))
}

fn unescaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        done.push_str(&rest[..start]);
        rest = &rest[start..];
        let entity = rest.bytes().take(12).position(|byte| byte == b';').map(|end| &rest[1..end]);
        match entity.and_then(|name| character(name).map(|character| (character, name.len()))) {
            Some((character, length)) => {
                done.push(character);
                rest = &rest[length + 2..];
            }
            None => {
                done.push('&');
                rest = &rest[1..];
            }
        }
    }
    done.push_str(rest);
    done
}

fn character(entity: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "laquo" => Some('«'),
        "raquo" => Some('»'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        _ => match entity.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            digits => number(digits, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    fn tag(name: &str, closes: bool) -> Piece {
        Piece::Tag { name: name.to_owned(), closes }
    }

    #[test]
    fn words_and_tags_are_taken_apart() {
        assert_eq!(
            pieces("<P class='a>b'>1 < 2 &amp; 3&#1078;&bogus;</p>"),
            [tag("p", false), words("1 < 2 & 3ж&bogus;"), tag("p", true)]
        );
        assert_eq!(pieces("a <b unclosed"), [words("a <b unclosed")]);
    }

    #[test]
    fn a_picture_tells_where_it_is() {
        assert_eq!(
            pieces(r#"<img class=x SRC="a.jpg" alt='Зал &quot;A&quot;'/>"#),
            [Piece::Picture { address: "a.jpg".to_owned(), alt: "Зал \"A\"".to_owned() }]
        );
    }

    #[test]
    fn scripts_and_comments_are_not_words() {
        assert_eq!(
            pieces("a<script>if (1 < 2) { '</p>' }</SCRIPT>b<!-- c -->d"),
            [
                words("a"),
                Piece::Hidden("<script>if (1 < 2) { '</p>' }</SCRIPT>".to_owned()),
                words("b"),
                Piece::Hidden("<!-- c -->".to_owned()),
                words("d"),
            ]
        );
    }
}
