//! How the camera was held.

use image::{RgbImage, imageops};
use serde::{Deserialize, Serialize};

/// The EXIF orientation flag (tag 0x0112): what must be done to the stored pixels to see them upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Orientation {
    /// 1: nothing.
    #[default]
    Upright,
    /// 2: mirror left to right.
    Mirrored,
    /// 3: half a turn.
    HalfTurn,
    /// 4: mirror top to bottom.
    Flipped,
    /// 5: a quarter turn clockwise, then mirror left to right.
    Transposed,
    /// 6: a quarter turn clockwise.
    QuarterTurn,
    /// 7: a quarter turn counter-clockwise, then mirror left to right.
    Transversed,
    /// 8: a quarter turn counter-clockwise.
    QuarterTurnBack,
}

impl Orientation {
    /// The flag's meaning; a value outside 1 to 8 counts as upright, as all viewers treat it.
    pub fn from_exif(value: u32) -> Self {
        match value {
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterTurn,
            7 => Self::Transversed,
            8 => Self::QuarterTurnBack,
            _ => Self::Upright,
        }
    }

    /// Whether width and height change places.
    pub fn swaps_sides(self) -> bool {
        matches!(self, Self::Transposed | Self::QuarterTurn | Self::Transversed | Self::QuarterTurnBack)
    }

    /// Width and height of the upright picture from those of the stored one.
    pub fn upright_size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swaps_sides() { (height, width) } else { (width, height) }
    }

    pub(crate) fn apply(self, mut image: RgbImage) -> RgbImage {
        match self {
            Self::Upright => image,
            Self::Mirrored => {
                imageops::flip_horizontal_in_place(&mut image);
                image
            }
            Self::HalfTurn => {
                imageops::rotate180_in_place(&mut image);
                image
            }
            Self::Flipped => {
                imageops::flip_vertical_in_place(&mut image);
                image
            }
            Self::QuarterTurn => imageops::rotate90(&image),
            Self::QuarterTurnBack => imageops::rotate270(&image),
            Self::Transposed => {
                let mut turned = imageops::rotate90(&image);
                imageops::flip_horizontal_in_place(&mut turned);
                turned
            }
            Self::Transversed => {
                let mut turned = imageops::rotate270(&image);
                imageops::flip_horizontal_in_place(&mut turned);
                turned
            }
        }
    }
}
