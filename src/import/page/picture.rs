//! Where the picture of an `img` is.

use std::path::PathBuf;
use std::sync::Arc;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::import::address::percent_decoded;
use crate::import::{MAX_PICTURE, PictureTarget};

use super::style::Inline;
use super::tree::Element;

/// Reads what any program writes, whether it fills up the end or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What an `img` is.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// A picture.
    Picture(PictureTarget),
    /// A dot that nobody sees.
    Pixel,
    /// A sign that a font could have written.
    Sign(String),
    /// Nothing.
    Nothing,
}

/// Understands an `img`. `number` tells the pictures inside a page apart.
pub fn find(image: &Element, style: &Inline<'_>, number: usize) -> Found {
    const DOT_PX: f32 = 2.0;
    let said =
        |name: &str| image.attribute(name).and_then(|value| value.trim().trim_end_matches("px").parse::<f32>().ok());
    let width = said("width").or(style.width_px);
    let height = said("height").or(style.height_px);
    let is_dot = |length: Option<f32>| length.is_some_and(|length| length <= DOT_PX);
    if is_dot(width) && is_dot(height) || is_dot(width) && height.is_none() || is_dot(height) && width.is_none() {
        return Found::Pixel;
    }
    let alt = image.attribute("alt").unwrap_or_default().trim();
    if is_sign(alt) {
        return Found::Sign(alt.to_owned());
    }
    match image.attribute("src").map(str::trim).filter(|address| !address.is_empty()) {
        Some(address) => Found::Picture(target(address, number)),
        None => Found::Nothing,
    }
}

/// Mail programs and blogs write emoji as pictures.
fn is_sign(alt: &str) -> bool {
    const LONGEST: usize = 8;
    let is_pictograph =
        |character: char| matches!(u32::from(character), 0x2600..=0x27BF | 0x1F300..=0x1FAFF | 0x1F1E6..=0x1F1FF);
    alt.chars().any(is_pictograph) && alt.chars().count() <= LONGEST && !alt.chars().any(char::is_alphanumeric)
}

fn target(address: &str, number: usize) -> PictureTarget {
    let scheme = address.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    match scheme {
        Some((scheme, rest)) if scheme == "data" => {
            data(rest, number).unwrap_or_else(|| PictureTarget::Elsewhere(address.chars().take(60).collect()))
        }
        Some((scheme, rest)) if scheme == "file" => {
            file(rest).map_or_else(|| PictureTarget::Elsewhere(address.to_owned()), PictureTarget::File)
        }
        _ => PictureTarget::from_address(address),
    }
}

/// The bytes of a `data:` address, with a name for them.
fn data(rest: &str, number: usize) -> Option<PictureTarget> {
    let (kind, body) = rest.split_once(',')?;
    let mut parts = kind.split(';').map(str::trim);
    let extension = match parts.next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "image/png" => "png",
        "image/jpeg" | "image/jpg" | "image/pjpeg" => "jpg",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/tiff" => "tif",
        _ => "img",
    };
    if u64::try_from(body.len()).is_ok_and(|length| length / 4 * 3 > MAX_PICTURE) {
        return None;
    }
    let bytes = percent_decoded(body);
    let bytes = if parts.any(|part| part.eq_ignore_ascii_case("base64")) {
        let written: Vec<u8> = bytes.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
        BASE64.decode(written).ok()?
    } else {
        bytes
    };
    Some(PictureTarget::Inside { name: format!("picture-{number}.{extension}"), bytes: Arc::from(bytes) })
}

/// The path of a `file:` address on this machine. One that names another machine is refused: asking for it alone tells that machine
/// who we are.
fn file(rest: &str) -> Option<PathBuf> {
    let path = match rest.strip_prefix("//") {
        Some(after) => after.strip_prefix("localhost").unwrap_or(after),
        None => rest,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = String::from_utf8(percent_decoded(path)).ok()?;
    if !path.starts_with('/') || path.starts_with("//") || path.contains('\\') || path.chars().any(char::is_control) {
        return None;
    }
    // "/C:/Users/…": the slash before the drive belongs to the address.
    let drive = path.as_bytes();
    let has_drive = cfg!(windows) && drive.get(2) == Some(&b':') && drive.get(1).is_some_and(u8::is_ascii_alphabetic);
    if cfg!(windows) && !has_drive {
        return None;
    }
    Some(PathBuf::from(if has_drive { &path[1..] } else { path.as_str() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_inside_the_page_is_decoded() {
        for address in ["data:image/png;base64,AAEC", "DATA:image/png;base64,AA EC\n", "data:image/png;base64,AAE%43"] {
            let PictureTarget::Inside { name, bytes } = target(address, 3) else { panic!("{address}") };
            assert_eq!((name.as_str(), &bytes[..]), ("picture-3.png", &[0, 1, 2][..]), "{address}");
        }
        assert_eq!(
            target("data:image/png;base64,!", 1),
            PictureTarget::Elsewhere("data:image/png;base64,!".to_owned())
        );
    }

    #[cfg(unix)]
    #[test]
    fn files_of_this_machine_only() {
        let path = |address| match target(address, 1) {
            PictureTarget::File(path) => Some(path.to_string_lossy().into_owned()),
            _ => None,
        };
        assert_eq!(path("file:///tmp/lu/a%20b.png").as_deref(), Some("/tmp/lu/a b.png"));
        assert_eq!(path("FILE://localhost/tmp/a.png").as_deref(), Some("/tmp/a.png"));
        assert_eq!(path("file:///C:/Users/a/clip_image001.png").as_deref(), Some("/C:/Users/a/clip_image001.png"));
        for address in ["file://server/share/a.png", r"file:\\server\a.png", "file:////server/a.png", "file:a.png"] {
            assert_eq!(path(address), None, "{address}");
        }
    }
}
