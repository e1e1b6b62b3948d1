//! Where a photo was taken: read from the camera's block, written only when the reporter asks for it.

use serde::{Deserialize, Serialize};

use crate::photo::{container::Container, limits::Limits};

/// Ten-millionths of a degree, about a centimetre: what receivers give.
const UNITS: i64 = 10_000_000;

/// A place on the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Ten-millionths of a degree, north positive.
    latitude: i64,
    /// The same, east positive.
    longitude: i64,
}

impl Position {
    /// `None` for what is no place: a latitude over 90 degrees, a longitude over 180.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let is_place = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        let units = |degrees: f64| (degrees * UNITS as f64).round() as i64;
        is_place.then(|| Self { latitude: units(latitude), longitude: units(longitude) })
    }

    /// What the camera wrote into a picture.
    pub fn read(picture: &[u8]) -> Option<Self> {
        let container = Container::read(picture, &Limits::default()).ok()?;
        let exif = container.exif()?;
        let degrees = |reference, value, negative: char| {
            let [degrees, minutes, seconds] = exif.gps_values(value)?;
            let sum = degrees + minutes / 60.0 + seconds / 3600.0;
            let side = exif.gps_text(reference)?;
            Some(if side.to_ascii_uppercase().starts_with(negative) { -sum } else { sum })
        };
        Self::new(degrees(1, 2, 'S')?, degrees(3, 4, 'W')?)
    }

    /// An EXIF block with these two values and nothing else.
    pub(super) fn exif(self) -> Vec<u8> {
        // Big-endian: one directory with one entry, then that of the position with five, then their values.
        const GPS_AT: u32 = 26;
        const VALUES_AT: u32 = GPS_AT + 2 + 5 * 12 + 4;
        let mut block = b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01".to_vec();
        block.extend_from_slice(&GPS_AT.to_be_bytes());
        block.extend_from_slice(&[0, 0, 0, 0, 0, 5]);
        let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            block.extend_from_slice(&tag.to_be_bytes());
            block.extend_from_slice(&kind.to_be_bytes());
            block.extend_from_slice(&count.to_be_bytes());
            block.extend_from_slice(&value);
        };
        let (north, east) = (self.latitude >= 0, self.longitude >= 0);
        entry(0, 1, 4, [2, 3, 0, 0]);
        entry(1, 2, 2, [if north { b'N' } else { b'S' }, 0, 0, 0]);
        entry(2, 5, 3, VALUES_AT.to_be_bytes());
        entry(3, 2, 2, [if east { b'E' } else { b'W' }, 0, 0, 0]);
        entry(4, 5, 3, (VALUES_AT + 24).to_be_bytes());
        block.extend_from_slice(&[0; 4]);
        for value in [self.latitude, self.longitude] {
            let (degrees, minutes) = split(value);
            // Seconds to a ten-thousandth.
            let seconds = (minutes % UNITS * 60 * 10_000 + UNITS / 2) / UNITS;
            for (number, of) in [(degrees, 1), (minutes / UNITS, 1), (seconds, 10_000)] {
                block.extend_from_slice(&u32::try_from(number).unwrap_or(0).to_be_bytes());
                block.extend_from_slice(&u32::to_be_bytes(of));
            }
        }
        block
    }

    /// Latitude and longitude as XMP writes them: `21,11.16283N`.
    pub(super) fn xmp(self) -> (String, String) {
        let text = |value: i64, positive, negative| {
            let (degrees, minutes) = split(value);
            let side = if value >= 0 { positive } else { negative };
            format!("{degrees},{}.{:07}{side}", minutes / UNITS, minutes % UNITS)
        };
        (text(self.latitude, 'N', 'S'), text(self.longitude, 'E', 'W'))
    }
}

/// Whole degrees, and ten-millionths of minutes.
fn split(value: i64) -> (i64, i64) {
    let value = value.abs();
    (value / UNITS, value % UNITS * 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        encode::{JpegMode, OutputFormat, Quality, encode_jpeg, with_metadata},
        fixtures,
        metadata::{PhotoMetadata, read_metadata},
        probe::probe,
    };

    #[test]
    fn a_position_comes_back_from_what_is_written_of_it() {
        let plain = encode_jpeg(&fixtures::scene(8, 8), Quality::new(80), JpegMode::Baseline, None).unwrap();
        for (latitude, longitude) in [(21.186_047, 106.076_313), (-33.856_784, -70.5), (0.0, 180.0), (90.0, -0.000_5)] {
            let position = Position::new(latitude, longitude).unwrap();
            let words = PhotoMetadata { caption: Some("Bắc Ninh".to_owned()), ..PhotoMetadata::default() };
            let file = with_metadata(plain.clone(), OutputFormat::Jpeg, (8, 8), &words, Some(position)).unwrap();
            let read = Position::read(&file).unwrap();
            assert!((read.latitude - position.latitude).abs() <= 1, "{read:?} {position:?}");
            assert!((read.longitude - position.longitude).abs() <= 1, "{read:?} {position:?}");
            assert_eq!(read_metadata(&file).unwrap().metadata, words);
        }
        assert_eq!(Position::new(21.5, -106.25).unwrap().xmp(), ("21,30.0000000N".into(), "106,15.0000000W".into()));
    }

    #[test]
    fn what_is_no_place_is_none() {
        for (latitude, longitude) in [(91.0, 0.0), (0.0, -181.0), (f64::NAN, 0.0)] {
            assert_eq!(Position::new(latitude, longitude), None);
        }
        let plain = fixtures::jpeg(&fixtures::scene(8, 8));
        assert_eq!(Position::read(&plain), None);
        assert!(!probe(&plain).unwrap().has_gps);
    }
}
