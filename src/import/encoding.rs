//! Bytes to text, without guessing: UTF-8, UTF-16 that says so, and in a page the encoding that it names.

use encoding_rs::Encoding;

/// Why bytes are not a text that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EncodingError {
    /// Neither UTF-8 nor marked as UTF-16: an old encoding, or no text at all.
    #[error("it is not a text in UTF-8; open it in a text editor and save it with the encoding UTF-8")]
    NotUtf8,
    /// Zero bytes, as in a program, a picture or unmarked UTF-16.
    #[error("it holds zero bytes, so it is not a text; open it where it was written and save it as text in UTF-8")]
    NotText,
    /// Marked as UTF-16, but broken.
    #[error("it is marked as UTF-16 but is damaged; open it in a text editor and save it with the encoding UTF-8")]
    BrokenUtf16,
}

/// The text of a file. The byte order mark goes; line ends stay as they are.
///
/// # Errors
/// [`EncodingError`]; a text is never read with letters replaced.
pub fn decode(bytes: Vec<u8>) -> Result<String, EncodingError> {
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            str::from_utf8(rest).map_err(|_invalid| EncodingError::NotUtf8).map(str::to_owned)?
        }
        _ => String::from_utf8(bytes).map_err(|_invalid| EncodingError::NotUtf8)?,
    };
    if text.contains('\0') { Err(EncodingError::NotText) } else { Ok(text) }
}

/// As [`decode`], for HTML: a page that is not in UTF-8 says near its beginning what it is in.
///
/// # Errors
/// [`EncodingError`].
pub fn decode_page(bytes: Vec<u8>) -> Result<String, EncodingError> {
    let is_marked = matches!(bytes.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let named = named_encoding(&bytes).filter(|_| !is_marked && str::from_utf8(&bytes).is_err());
    let Some(encoding) = named else { return decode(bytes) };
    let (text, has_errors) = encoding.decode_without_bom_handling(&bytes);
    if has_errors { Err(EncodingError::NotUtf8) } else { decode(text.into_owned().into_bytes()) }
}

/// The encoding after `charset=` in the first bytes of a page.
fn named_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    const BEGINNING: usize = 4_096;
    const NAMED: &[u8] = b"charset=";
    let beginning = &bytes[..bytes.len().min(BEGINNING)];
    let at = beginning.windows(NAMED.len()).position(|window| window.eq_ignore_ascii_case(NAMED))?;
    let rest = beginning[at + NAMED.len()..].trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end =
        rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte)).unwrap_or(rest.len());
    Encoding::for_label(&rest[..end])
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, EncodingError> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return Err(EncodingError::BrokenUtf16) };
    let units = pairs.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).collect::<Result<_, _>>().map_err(|_lone| EncodingError::BrokenUtf16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_and_marked_utf16_are_the_same_text() {
        let text = "Hội nghị в Бакнине";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little = units.iter().flat_map(|unit| unit.to_le_bytes());
        let big = units.iter().flat_map(|unit| unit.to_be_bytes());
        assert_eq!(decode(text.as_bytes().to_vec()).as_deref(), Ok(text));
        assert_eq!(decode(format!("\u{feff}{text}").into_bytes()).as_deref(), Ok(text));
        assert_eq!(decode([0xFF, 0xFE].into_iter().chain(little).collect()).as_deref(), Ok(text));
        assert_eq!(decode([0xFE, 0xFF].into_iter().chain(big).collect()).as_deref(), Ok(text));
    }

    #[test]
    fn a_page_is_in_the_encoding_that_it_names() {
        let page = |charset: &str| {
            let mut bytes =
                format!("<meta http-equiv=Content-Type content=\"text/html; charset={charset}\">").into_bytes();
            bytes.extend(b"\xCC\xEE\xF1\xEA\xE2\xE0");
            decode_page(bytes)
        };
        assert!(page("windows-1251").unwrap().ends_with("Москва"));
        assert_eq!(page("utf-8"), Err(EncodingError::NotUtf8));
        assert_eq!(page("klingon"), Err(EncodingError::NotUtf8));
        assert_eq!(
            decode_page("<meta charset=windows-1251>Москва".as_bytes().to_vec()).unwrap(),
            "<meta charset=windows-1251>Москва"
        );
    }

    #[test]
    fn anything_else_is_refused_instead_of_guessed() {
        assert_eq!(decode(b"\xCC\xE5\xF1\xF2\xEE".to_vec()), Err(EncodingError::NotUtf8));
        assert_eq!(decode(b"a\0b".to_vec()), Err(EncodingError::NotText));
        assert_eq!(decode(b"\xFF\xFEa".to_vec()), Err(EncodingError::BrokenUtf16));
        assert_eq!(decode(b"\xFF\xFE\x00\xD8".to_vec()), Err(EncodingError::BrokenUtf16));
    }
}
