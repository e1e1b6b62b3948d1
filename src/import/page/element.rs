//! What an element does to the words in it.

use crate::import::DroppedKind;

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A part of a paragraph.
    Inline,
    /// Begins and ends paragraphs.
    Block,
    /// The same, and it is a paragraph itself.
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// Somebody's words.
    Quotation,
    /// Items with bullets.
    Bullets,
    /// Items with numbers.
    Numbers,
    /// One of them.
    Item,
    /// A picture with its caption.
    Figure,
    /// The caption.
    Caption,
    /// A table.
    Table,
    /// One of its rows.
    Row,
    /// One of their cells.
    Cell,
    /// A line break.
    Break,
    /// A break between parts.
    Divider,
    /// A picture.
    Picture,
    /// Left out with all that is in it; told where there is a kind.
    Nothing(Option<DroppedKind>),
}

/// The role of an element by its name.
pub fn role(name: &str) -> Role {
    match name {
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "p" | "div" | "dd" | "dt" | "center" | "pre" => Role::Paragraph,
        "blockquote" => Role::Quotation,
        "ul" | "menu" | "dir" => Role::Bullets,
        "ol" => Role::Numbers,
        "li" => Role::Item,
        "figure" => Role::Figure,
        "figcaption" => Role::Caption,
        "table" => Role::Table,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "br" => Role::Break,
        "hr" => Role::Divider,
        "img" => Role::Picture,
        "address" | "article" | "aside" | "body" | "caption" | "details" | "dialog" | "dl" | "fieldset" | "footer"
        | "form" | "header" | "hgroup" | "html" | "legend" | "listing" | "main" | "nav" | "plaintext" | "search"
        | "section" | "summary" | "tbody" | "tfoot" | "thead" | "xmp" => Role::Block,
        "button" | "select" | "textarea" | "input" | "datalist" | "meter" | "progress" | "option" | "optgroup" => {
            Role::Nothing(Some(DroppedKind::Form))
        }
        "iframe" | "object" | "embed" | "video" | "audio" | "canvas" | "applet" | "frameset" | "map" => {
            Role::Nothing(Some(DroppedKind::Embedded))
        }
        "svg" => Role::Nothing(Some(DroppedKind::Drawing)),
        "script" | "style" => Role::Nothing(Some(DroppedKind::Script)),
        "head" | "title" | "meta" | "link" | "base" | "template" | "noscript" | "noembed" | "noframes" | "frame"
        | "param" | "source" | "track" | "area" | "col" | "colgroup" | "wbr" => Role::Nothing(None),
        _ => Role::Inline,
    }
}

/// Whether words in it are set apart in a way that a report has nothing for.
pub fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "font" | "u" | "big" | "small" | "mark" | "center" | "s" | "strike" | "ins" | "del" | "tt" | "code" | "kbd"
    )
}
