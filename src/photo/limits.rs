//! What a picture may cost, decided from its header.

use crate::photo::error::PhotoError;

/// Bounds checked before anything is decoded. The defaults admit every camera and most stitched panoramas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest side, in pixels.
    pub max_side: u32,
    /// Width times height, in pixels.
    pub max_pixels: u64,
    /// Largest single buffer a decoder may fill, in bytes.
    pub max_alloc: u64,
    /// Largest embedded profile or caption block that is looked at, in bytes; longer ones are ignored.
    pub max_metadata: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_side: 30_000, max_pixels: 120_000_000, max_alloc: 512 << 20, max_metadata: 4 << 20 }
    }
}

impl Limits {
    /// Refuses a size that the header claims.
    ///
    /// # Errors
    /// [`PhotoError::TooLarge`] when a side, the area or the decoder's largest buffer is over a bound.
    pub fn check(&self, width: u32, height: u32, bytes_per_pixel: u32) -> Result<(), PhotoError> {
        let area = u64::from(width) * u64::from(height);
        let too_large = width.max(height) > self.max_side
            || area > self.max_pixels
            || area.saturating_mul(u64::from(bytes_per_pixel)) > self.max_alloc;
        if too_large {
            return Err(PhotoError::TooLarge { width: width.into(), height: height.into() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_area_and_memory_are_each_bounded() {
        let limits = Limits::default();
        assert!(limits.check(30_000, 4_000, 3).is_ok());
        assert!(limits.check(30_001, 1, 3).is_err());
        assert!(limits.check(13_000, 13_000, 1).is_err());
        assert!(limits.check(10_000, 10_000, 8).is_err());
        assert!(limits.check(u32::MAX, u32::MAX, u32::MAX).is_err());
    }
}
