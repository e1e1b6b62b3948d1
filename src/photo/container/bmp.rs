//! Windows bitmap: a file header and an information header whose first field is its length.

use crate::photo::{
    container::{Container, u16_le, u32_le},
    format::PhotoFormat,
};

pub(super) fn read(bytes: &[u8]) -> Option<Container<'_>> {
    let (width, height) = if u32_le(bytes, 14)? == 12 {
        (u16_le(bytes, 18)?.into(), u16_le(bytes, 20)?.into())
    } else {
        // A negative height means that the rows run from the top.
        (u32_le(bytes, 18)?.cast_signed().unsigned_abs(), u32_le(bytes, 22)?.cast_signed().unsigned_abs())
    };
    let mut container = Container::new(PhotoFormat::Bmp, width, height, 4);
    let promised = usize::try_from(u32_le(bytes, 2)?).ok()?;
    container.truncated = bytes.len() < promised;
    Some(container)
}
