//! Writes XML that is well-formed by construction: names come from the source, words and attributes are escaped where they are written, and
//! characters that XML does not know are left out.

/// Attributes, in order.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A document in the making.
#[derive(Debug)]
pub(super) struct Xml {
    xml: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// The declaration and nothing else.
    pub(super) fn new() -> Self {
        Self { xml: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), open: Vec::new() }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) -> &mut Self {
        self.tag(name, attributes, ">");
        self.open.push(name);
        self
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) -> &mut Self {
        self.tag(name, attributes, "/>");
        self
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            self.xml.push_str("</");
            self.xml.push_str(name);
            self.xml.push('>');
        }
        self
    }

    /// Writes words.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape(text, &mut self.xml);
        self
    }

    /// An element with nothing but words in it.
    pub(super) fn element(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) -> &mut Self {
        self.open(name, attributes).text(text).close()
    }

    /// The document, with everything closed.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.xml.push('\n');
        self.xml.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.xml.push('<');
        self.xml.push_str(name);
        for (attribute, value) in attributes {
            self.xml.push(' ');
            self.xml.push_str(attribute);
            self.xml.push_str("=\"");
            escape(value, &mut self.xml);
            self.xml.push('"');
        }
        self.xml.push_str(end);
    }
}

/// Whether XML 1.0 knows a character (section 2.2).
fn is_known(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn escape(text: &str, xml: &mut String) {
    for character in text.chars().filter(|character| is_known(*character)) {
        match character {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            // A reader would make a space of them in an attribute.
            '\t' => xml.push_str("&#9;"),
            '\n' => xml.push_str("&#10;"),
            '\r' => xml.push_str("&#13;"),
            character => xml.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words_and_unknown_characters_go() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"<&\u{0}")]).text("]]></a>\u{fffe}\u{b}é").empty("c", &[]);
        let text = String::from_utf8(xml.finish()).unwrap();
        assert!(text.ends_with("<a b=\"&quot;&lt;&amp;\">]]&gt;&lt;/a&gt;é<c/></a>\n"), "{text}");
    }
}
