//! What a `style` attribute says, as far as it matters for words.

/// The few properties that are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Inline<'a> {
    /// `font-weight`: whether it is bold.
    pub strong: Option<bool>,
    /// `font-style`: whether it is slanted.
    pub emphasis: Option<bool>,
    /// `white-space`: whether line breaks and spaces stand for themselves.
    pub keeps_space: Option<bool>,
    /// `display:none` and the like.
    pub hidden: bool,
    /// `display:block`.
    pub is_block: bool,
    /// `margin-left`, in centimetres.
    pub left_cm: f32,
    /// `text-indent`, in centimetres.
    pub first_line_cm: f32,
    /// `width`, in pixels.
    pub width_px: Option<f32>,
    /// `height`, in pixels.
    pub height_px: Option<f32>,
    /// `mso-list`: a list in Word, `l0 level1 lfo1`, or `Ignore` for what stands before an item.
    pub word_list: Option<&'a str>,
    /// `list-style-type`.
    pub list_style: Option<&'a str>,
    /// Colours, fonts, sizes, lines: what is not taken over.
    pub has_formatting: bool,
}

impl<'a> Inline<'a> {
    /// Reads the declarations of an attribute. What is not understood is passed over.
    pub fn read(declarations: &'a str) -> Self {
        let mut inline = Self::default();
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let value = value.trim();
            let value = value.strip_suffix("!important").map_or(value, str::trim_end);
            inline.declare(&name.trim().to_ascii_lowercase(), value);
        }
        inline
    }

    /// Whether it sets what Word writes before a list item.
    pub fn is_word_marker(&self) -> bool {
        self.word_list.is_some_and(|list| list.eq_ignore_ascii_case("ignore"))
    }

    fn declare(&mut self, name: &str, value: &'a str) {
        let is = |word: &str| value.eq_ignore_ascii_case(word);
        match name {
            "font-weight" => self.strong = weight(value),
            "font-style" => self.emphasis = Some(is("italic") || value.to_ascii_lowercase().starts_with("oblique")),
            "white-space" => {
                self.keeps_space = Some(["pre", "pre-wrap", "pre-line", "break-spaces"].iter().any(|word| is(word)));
            }
            "display" => {
                self.hidden |= is("none");
                self.is_block = ["block", "flex", "grid", "list-item"].iter().any(|word| is(word));
            }
            "visibility" => self.hidden |= is("hidden") || is("collapse"),
            "mso-hide" => self.hidden |= is("all"),
            "margin-left" | "margin-inline-start" => self.left_cm = length_cm(value).unwrap_or(0.0),
            "margin" => {
                let sides: Vec<_> = value.split_ascii_whitespace().collect();
                let left = sides.get(3).or_else(|| sides.get(1)).or_else(|| sides.first());
                self.left_cm = left.and_then(|side| length_cm(side)).unwrap_or(0.0);
            }
            "text-indent" => self.first_line_cm = length_cm(value).unwrap_or(0.0),
            "width" => self.width_px = length_cm(value).map(|cm| cm * PX_PER_CM),
            "height" => self.height_px = length_cm(value).map(|cm| cm * PX_PER_CM),
            "mso-list" => self.word_list = Some(value),
            "list-style-type" => self.list_style = Some(value),
            "color"
            | "background"
            | "background-color"
            | "font-family"
            | "font-size"
            | "text-align"
            | "text-decoration"
            | "text-decoration-line"
            | "letter-spacing" => self.has_formatting = true,
            _ => {}
        }
    }
}

const PX_PER_CM: f32 = 96.0 / 2.54;

/// Whether a weight is bold; `None` where it is as around it.
fn weight(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<f32>().ok().map(|weight| weight >= 600.0),
    }
}

/// A length in centimetres; `None` for what depends on more than itself.
fn length_cm(value: &str) -> Option<f32> {
    let value = value.trim().to_ascii_lowercase();
    let unit_at =
        value.find(|character: char| character.is_ascii_alphabetic() || character == '%').unwrap_or(value.len());
    let (number, unit) = value.split_at(unit_at);
    let number: f32 = number.trim().parse().ok().filter(|number: &f32| number.is_finite())?;
    let cm = match unit.trim() {
        "cm" => 1.0,
        "mm" => 0.1,
        "in" => 2.54,
        "pt" => 2.54 / 72.0,
        "pc" => 2.54 / 6.0,
        "px" => 1.0 / PX_PER_CM,
        "em" | "rem" => 16.0 / PX_PER_CM,
        "" if number == 0.0 => 0.0,
        _ => return None,
    };
    Some(number * cm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_and_slants_are_read() {
        let inline = Inline::read("font-weight:700; FONT-STYLE : Italic;color:#000");
        assert_eq!((inline.strong, inline.emphasis, inline.has_formatting), (Some(true), Some(true), true));
        assert_eq!(Inline::read("font-weight:normal").strong, Some(false));
        assert_eq!(Inline::read("font-weight:inherit").strong, None);
    }

    #[test]
    fn margins_are_read_in_all_units() {
        let left = |style: &str| (Inline::read(style).left_cm * 100.0).round() as i32;
        for (style, expected) in [
            ("margin-left: 1.25cm", 125),
            ("margin-left:.5in", 127),
            ("margin-left:36pt", 127),
            ("margin:0 0 0 40px", 106),
            ("margin: 0cm 1cm", 100),
            ("margin: 0 auto", 0),
            ("margin-left:10%", 0),
            ("margin-left:nan", 0),
        ] {
            assert_eq!(left(style), expected, "{style}");
        }
    }

    #[test]
    fn what_is_hidden_is_known() {
        for style in ["display: none", "visibility:hidden", "mso-hide:all", "display:none !important"] {
            assert!(Inline::read(style).hidden, "{style}");
        }
        assert!(!Inline::read("display:block;visibility:visible").hidden);
    }
}
