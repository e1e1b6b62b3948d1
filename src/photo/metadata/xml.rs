//! Just enough XML to read a metadata packet: tags, attributes, text, entities. Never fails; nonsense gives fewer events.

use std::borrow::Cow;

/// Deeper packets are damage or an attack; real ones stay under ten.
pub(super) const MAX_DEPTH: usize = 64;

/// Of one element; editors of pictures write some two hundred settings as attributes.
const MAX_ATTRIBUTES: usize = 512;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    Start { name: &'a str, attributes: Vec<Attribute<'a>>, closed: bool },
    End,
    Text(Cow<'a, str>),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
}

pub(super) struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(markup) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Event::Text(unescaped(text)));
            };
            if let Some(data) = markup.strip_prefix("![CDATA[") {
                let (text, rest) = data.split_once("]]>").unwrap_or((data, ""));
                self.rest = rest;
                return Some(Event::Text(Cow::Borrowed(text)));
            }
            if let Some(comment) = markup.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            } else if markup.starts_with(['?', '!']) {
                self.rest = markup.split_once('>').map_or("", |(_, rest)| rest);
            } else if let Some(end) = markup.strip_prefix('/') {
                self.rest = end.split_once('>').map_or("", |(_, rest)| rest);
                return Some(Event::End);
            } else {
                return self.start_tag(markup);
            }
        }
    }
}

impl<'a> Reader<'a> {
    fn start_tag(&mut self, markup: &'a str) -> Option<Event<'a>> {
        // No name and no value holds the beginning of a tag, so no search goes past the next one.
        let tag_end = markup.find('<').unwrap_or(markup.len());
        let tag = &markup[..tag_end];
        let behind = |rest: &str| &markup[tag_end - rest.len()..];
        let name_end = tag.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(tag.len());
        let (name, mut rest) = tag.split_at(name_end);
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix("/>") {
                self.rest = behind(after);
                return Some(Event::Start { name, attributes, closed: true });
            }
            if let Some(after) = rest.strip_prefix('>') {
                self.rest = behind(after);
                return Some(Event::Start { name, attributes, closed: false });
            }
            let Some((attribute, after)) = attribute(rest) else {
                self.rest = behind(rest.split_once('>').map_or("", |(_, after)| after));
                return Some(Event::Start { name, attributes, closed: false });
            };
            if attributes.len() < MAX_ATTRIBUTES {
                attributes.push(attribute);
            }
            rest = after;
        }
    }
}

fn attribute(text: &str) -> Option<(Attribute<'_>, &str)> {
    let (name, after) = text.split_once('=')?;
    let after = after.trim_start();
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, rest) = after.get(1..)?.split_once(quote)?;
    let name = name.trim_end();
    let sound = !name.is_empty() && !name.contains(['<', '>']) && !name.contains(char::is_whitespace);
    sound.then(|| (Attribute { name, value: unescaped(value) }, rest))
}

fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        // A reference is short; a stray ampersand stays what it is.
        let end = entity.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, character(entity.get(1..end)?)?))) {
            Some((end, character)) => {
                out.push(character);
                rest = entity.get(end + 1..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = entity.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// Text for an element or a double-quoted attribute; characters that XML cannot say are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_does_not_end_costs_nothing_of_what_follows() {
        let names = |text: &str| -> Vec<String> {
            let names = Reader::new(text).filter_map(|event| match event {
                Event::Start { name, attributes, .. } => Some(format!("{name}{}", attributes.len())),
                _ => None,
            });
            names.collect()
        };
        assert_eq!(names("<a b <c d='1'/><e"), ["a0", "c1", "e0"]);
        assert_eq!(names("<a b='1 <c d='1'>"), ["a0", "c1"]);
        let many: String = (0..600).map(|number| format!(" a{number}='x'")).collect();
        assert_eq!(names(&format!("<a{many}><b/>")), ["a512", "b0"]);
    }

    #[test]
    fn tags_attributes_and_text_are_seen() {
        let events: Vec<_> =
            Reader::new("<?xpacket?><!-- a > b --><a x='1' y = \"&lt;2\"><b/>t&#1090;&amp;&z</a>").collect();
        assert_eq!(events.len(), 4);
        let Event::Start { name: "a", attributes, closed: false } = &events[0] else { panic!("{events:?}") };
        assert_eq!(attributes[1], Attribute { name: "y", value: "<2".into() });
        assert_eq!(events[1], Event::Start { name: "b", attributes: vec![], closed: true });
        assert_eq!(events[2..], [Event::Text("tт&&z".into()), Event::End]);
    }

    #[test]
    fn nonsense_comes_to_an_end() {
        for text in
            ["<", "<a", "<a b", "<a b=", "<a b='", "</", "<!--", "<![CDATA[", "<a b=c>", "&", "&#;", "&#xFFFFFFFF;"]
        {
            assert!(Reader::new(text).count() <= 3, "{text}");
        }
    }

    #[test]
    fn what_is_escaped_is_read_back() {
        let text = "«Đổi mới» <b> & \"quote\"\n\ttab 'x' ]]>";
        let written = format!("<a b=\"{0}\">{0}</a>", escaped(text));
        let mut events = Reader::new(&written);
        let Some(Event::Start { attributes, .. }) = events.next() else { panic!() };
        assert_eq!(attributes[0].value, text);
        assert_eq!(events.next(), Some(Event::Text(text.into())));
    }
}
