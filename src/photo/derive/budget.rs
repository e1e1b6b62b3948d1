//! How good a file can be that must have no more than so many bytes.

use std::sync::atomic::AtomicBool;

use super::{DeriveRequest, Wish, check, quality};
use crate::photo::{
    encode::{OutputFormat, Quality, encode_jpeg, encode_webp},
    error::PhotoError,
    pixels::Pixels,
};

/// How large the files of conference photos become at a quality, in thousandths of those at 80. Each photo has its own size, but the
/// course is much the same for all: what the next try will have is known within some hundredths.
const COURSE: [(u8, [u32; 2]); 11] = [
    (1, [150, 250]),
    (44, [546, 567]),
    (50, [587, 610]),
    (56, [632, 658]),
    (62, [687, 705]),
    (68, [763, 755]),
    (74, [868, 813]),
    (80, [1_000, 1_000]),
    (85, [1_175, 1_240]),
    (90, [1_500, 1_670]),
    (100, [4_000, 4_000]),
];

/// How much of its budget a file is meant to fill, in hundredths.
const AIM: u64 = 98;

/// Encodes at the quality that is asked for; where that has too many bytes, at one that has about as many as there may be, until one
/// has no more. Seldom more than one try is made in vain.
pub(super) fn encode(
    pixels: &Pixels,
    wish: &Wish,
    request: &DeriveRequest,
    cancel: &AtomicBool,
) -> Result<Vec<u8>, PhotoError> {
    let mut quality = quality(request, wish.format);
    loop {
        check(cancel)?;
        let bytes = match wish.format {
            OutputFormat::Jpeg => encode_jpeg(pixels, quality, request.jpeg_mode, None)?,
            OutputFormat::Webp => encode_webp(pixels, quality, None)?,
        };
        let Some(budget) = wish.budget.filter(|budget| bytes.len() > *budget) else { return Ok(bytes) };
        if quality <= request.lowest_quality {
            return Ok(bytes);
        }
        quality = lower(quality, wish.format, bytes.len(), budget).max(request.lowest_quality);
    }
}

/// A lower quality at which a file that now has so many bytes will fill its budget.
fn lower(quality: Quality, format: OutputFormat, bytes: usize, budget: usize) -> Quality {
    let (bytes, budget) = (bytes.max(1) as u64, budget as u64);
    let wanted = u64::from(course(quality.get(), format)) * budget * AIM / 100 / bytes;
    let below = quality.get().saturating_sub(1);
    let found = (1..=below).rev().find(|quality| u64::from(course(*quality, format)) <= wanted);
    Quality::new(found.unwrap_or(1))
}

/// How large files become at a quality, in thousandths of those at 80.
fn course(quality: u8, format: OutputFormat) -> u32 {
    let size = |sizes: [u32; 2]| match format {
        OutputFormat::Jpeg => sizes[0],
        OutputFormat::Webp => sizes[1],
    };
    let after = COURSE.iter().position(|(at, _)| *at > quality).unwrap_or(COURSE.len() - 1).max(1);
    let [(from, low), (to, high)] = [COURSE[after - 1], COURSE[after]];
    let (low, high) = (size(low), size(high));
    low + (high - low) * u32::from(quality.clamp(from, to) - from) / u32::from(to - from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{Limits, Rung, derive::plan, fixtures};

    const FORMATS: [OutputFormat; 2] = [OutputFormat::Jpeg, OutputFormat::Webp];

    #[test]
    fn the_course_goes_up_and_through_what_was_measured() {
        for format in FORMATS {
            assert!((1..100).all(|quality| course(quality, format) < course(quality + 1, format)));
            assert_eq!(course(80, format), 1_000);
        }
        assert_eq!((course(100, OutputFormat::Jpeg), course(77, OutputFormat::Jpeg)), (4_000, 934));
    }

    #[test]
    fn each_try_is_lower_and_no_lower_than_it_must_be() {
        for format in FORMATS {
            let half = lower(Quality::new(80), format, 100_000, 70_000);
            assert!((58..70).contains(&half.get()), "{half:?}");
            assert_eq!(lower(Quality::new(80), format, 100_000, 99_999), Quality::new(79));
            assert_eq!(lower(Quality::new(80), format, 100_000, 0), Quality::new(1));
            assert_eq!(lower(Quality::new(1), format, 100, 90), Quality::new(1));
        }
    }

    #[test]
    fn a_budget_is_kept_and_used() {
        let pixels = fixtures::noise(300, 200);
        for format in FORMATS {
            let request = |byte_budget| DeriveRequest {
                rungs: vec![Rung { width: 300, byte_budget }],
                formats: vec![format],
                ..DeriveRequest::default()
            };
            let encoded = |request: &DeriveRequest| {
                let wish = plan(request, 300, 200).swap_remove(0);
                encode(&pixels, &wish, request, &AtomicBool::new(false)).unwrap()
            };
            let free = encoded(&request(None)).len();
            let budget = free * 3 / 4;
            let held = encoded(&request(Some(budget)));
            assert!(held.len() <= budget && held.len() > budget * 3 / 4, "{format:?}: {} of {budget}", held.len());
            assert!(crate::photo::decode_upright(&held, &Limits::default()).is_ok());
        }
    }
}
