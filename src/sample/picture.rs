//! The pictures of the sample story.

use sha2::{Digest as _, Sha256};

use crate::report::{Original, PhotoHash, PictureFormat, SizePx};

/// A picture that is compiled in.
pub(super) struct Picture {
    /// Its name, as the story gives it.
    pub name: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

/// How all of them are encoded.
pub(super) const FORMAT: PictureFormat = PictureFormat::Jpeg;

macro_rules! picture {
    ($name:literal) => {
        Picture { name: $name, bytes: include_bytes!(concat!("../../assets/sample/photos/", $name)) }
    };
}

/// All of them; every one is in every story.
pub(super) const PICTURES: [Picture; 8] = [
    picture!("panel.jpg"),
    picture!("hall.jpg"),
    picture!("podium.jpg"),
    picture!("signing.jpg"),
    picture!("interview.jpg"),
    picture!("flag.jpg"),
    picture!("group.jpg"),
    picture!("river.jpg"),
];

impl Picture {
    /// What names the bytes.
    pub fn hash(&self) -> PhotoHash {
        PhotoHash::from_bytes(Sha256::digest(self.bytes).into())
    }

    /// What is known of the file; `None` where it is not the JPEG file that it should be.
    pub fn original(&self, taken: &str) -> Option<Original> {
        Some(Original {
            hash: self.hash(),
            format: FORMAT,
            file_name: self.name.into(),
            size_px: jpeg_size(self.bytes)?,
            taken: Some(taken.into()),
        })
    }
}

/// The size that the frame header of a JPEG file gives (ITU-T T.81, B.2.2). The sample's pictures have no EXIF
/// orientation, so that it is the upright size.
fn jpeg_size(bytes: &[u8]) -> Option<SizePx> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let [0xFF, marker, length_high, length_low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([length_high, length_low]));
        let is_frame_header = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame_header {
            let [_, _, _, _, _precision, height_high, height_low, width_high, width_low, ..] = *rest else {
                return None;
            };
            let width = u16::from_be_bytes([width_high, width_low]);
            let height = u16::from_be_bytes([height_high, height_low]);
            return Some(SizePx { width: width.into(), height: height.into() });
        }
        rest = rest.get(2 + length..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_the_decoded_pictures() {
        for picture in &PICTURES {
            let decoded = image::load_from_memory(picture.bytes).expect("a picture");
            let size = jpeg_size(picture.bytes).expect("a size");
            assert_eq!((size.width, size.height), (decoded.width(), decoded.height()), "{}", picture.name);
        }
    }

    #[test]
    fn a_cut_file_has_no_size() {
        let bytes = PICTURES[0].bytes;
        assert_eq!(jpeg_size(&bytes[..20]), None);
        assert_eq!(jpeg_size(&[]), None);
    }
}
