//! Bytes to pixels and back: the only module that knows picture formats.
//!
//! Everything here works on byte slices; no function opens a file, looks at a file name or asks a clock, and the same
//! input gives the same bytes. In reading order:
//!
//! | module | says |
//! |---|---|
//! | [`mod@format`], [`container`], [`exif`] | what a file is, read from its header alone, nothing decoded |
//! | [`limits`], [`mod@probe`] | whether a file may be decoded at all, and what a photo card shows before it is |
//! | [`decode`], [`preview`] | upright sRGB pixels; the camera's own small picture for the first paint |
//! | [`pixels`], [`edit`], [`aspect`], [`resize`], [`linear`] | turning, cropping and making smaller |
//! | [`thumbnail`], [`encode`] | pixels to JPEG and WebP |
//! | [`metadata`] | captions and rights embedded in a file, in (IPTC, XMP, EXIF) and out (IPTC, XMP) |
//! | [`look`] | which pictures are nearly the same, and how sharp each is |
//! | [`mod@derive`] | what an export writes: the ladder of sizes and the crops, from one decode |
//!
//! Invariants:
//! - Limits are checked against the header before a pixel is allocated.
//! - A codec that panics costs a [`PhotoError`], never the program (this needs `panic = "unwind"`).
//! - Output is encoded afresh, so a file written here holds the segments written here and nothing of the original:
//!   no position, no serial number, no maker note, no thumbnail, no orientation flag.

pub mod aspect;
pub mod container;
pub mod decode;
pub mod derive;
pub mod edit;
pub mod encode;
pub mod error;
pub mod exif;
pub mod format;
mod guard;
pub mod hash;
pub mod limits;
pub mod linear;
pub mod look;
pub mod metadata;
pub mod orientation;
pub mod pixels;
pub mod preview;
pub mod probe;
pub mod resize;
pub mod thumbnail;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod hostile_tests;

pub use crate::photo::{
    aspect::{AspectRatio, PixelRect},
    decode::decode_upright,
    derive::{Crop, Derivative, DeriveRequest, Role, Rung, make_derivatives},
    edit::{Edit, FocalPoint, NormalRect},
    encode::{JpegMode, OutputFormat, Quality},
    error::PhotoError,
    format::{PhotoFormat, UnsupportedFormat},
    hash::sha256_hex,
    limits::Limits,
    metadata::{PhotoMetadata, read_metadata},
    orientation::Orientation,
    pixels::Pixels,
    preview::fast_preview,
    probe::{Probed, TakenAt, probe},
    thumbnail::thumbnail_jpeg,
};
