//! Photos as cameras write them, made here: for the benchmarks.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rapporteur::photo::{Pixels, Quality, encode};

/// Pixels across and down of a common camera.
pub const FULL_SIZE: (u32, u32) = (6000, 4000);

/// Width and height of so many thousands of pixels.
pub fn smaller(kilopixels: u32) -> (u32, u32) {
    let width = (f64::from(kilopixels) * 1500.0).sqrt() as u32;
    (width, width * 2 / 3)
}

/// A photo as a camera writes it: light that falls off, edges, and the noise of a dark hall; 4:2:2, with a thumbnail in EXIF.
pub fn photo(width: u32, height: u32, number: u32) -> Vec<u8> {
    let picture = scene(width, height, number);
    let small = encode::encode_jpeg(&scene(160, 107, number), Quality::new(80), encode::JpegMode::Baseline, None);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 88);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_2);
    encoder.add_exif_metadata(&exif(&small.expect("a thumbnail"))).expect("an EXIF block");
    encoder.encode(picture.rgb(), width as u16, height as u16, ColorType::Rgb).expect("a photo");
    file
}

fn scene(width: u32, height: u32, number: u32) -> Pixels {
    let mut state = number.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut noise = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        // Of two draws, so that small ones are commoner.
        i32::from((state & 15) as u8) - i32::from((state >> 8 & 15) as u8)
    };
    let mut rgb = Vec::with_capacity((width * height * 3) as usize);
    let shift = f64::from(number) * 0.37;
    for y in 0..height {
        let down = f64::from(y) / f64::from(height);
        for x in 0..width {
            let across = f64::from(x) / f64::from(width);
            let rows = if ((across * 37.0 + shift) as i32 + (down * 23.0) as i32) % 3 == 0 { 70.0 } else { 0.0 };
            let discs = ((across * 9.0).fract() - 0.5).hypot((down * 6.0 + shift).fract() - 0.5);
            let faces = if discs < 0.3 { 60.0 * (1.0 - discs) } else { 0.0 };
            let cloth = 12.0 * (across * 900.0).sin() * (down * 700.0 + shift).sin();
            let light = 60.0 + 90.0 * (1.0 - down) * (1.0 - (across - 0.5).abs()) + rows + faces + cloth;
            let grain = noise();
            for tint in [1.0, 0.93, 0.84] {
                rgb.push(((light * tint) as i32 + grain / 2).clamp(0, 255) as u8);
            }
        }
    }
    Pixels::from_rgb(width, height, rgb).expect("as many bytes as pixels")
}

/// A block with a thumbnail in it and nothing else.
fn exif(thumbnail: &[u8]) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\x1A\0\x02".to_vec();
    for (tag, value) in [(0x0201u16, 56u32), (0x0202, thumbnail.len() as u32)] {
        block.extend_from_slice(&tag.to_be_bytes());
        block.extend_from_slice(&[0, 4, 0, 0, 0, 1]);
        block.extend_from_slice(&value.to_be_bytes());
    }
    block.extend_from_slice(&[0; 4]);
    block.extend_from_slice(thumbnail);
    block
}
