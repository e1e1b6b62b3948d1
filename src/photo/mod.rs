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
//! | [`mod@foreign`] | what is kept of RAW, HEIC, AVIF and BMP files |
//! | [`pixels`], [`edit`], [`aspect`], [`resize`], [`linear`] | turning, cropping and making smaller |
//! | [`scaled`] | pixels no larger than needed, with the reporter's edit |
//! | [`thumbnail`], [`encode`] | pixels to JPEG and WebP |
//! | [`metadata`] | captions and rights embedded in a file, in (IPTC, XMP, EXIF) and out (IPTC, XMP) |
//! | [`look`] | which pictures are nearly the same, and how sharp each is |
//! | [`shelf`], [`mod@derive`] | what an export writes: the ladder of sizes and the crops, from one decode or from before |
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
pub mod foreign;
pub mod format;
mod guard;
pub mod hash;
mod heif;
mod inks;
pub mod limits;
pub mod linear;
pub mod look;
pub mod metadata;
pub mod orientation;
pub mod pixels;
pub mod preview;
pub mod probe;
mod raw;
pub mod resize;
pub mod scaled;
pub mod shelf;
pub mod thumbnail;

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod hostile_tests;

pub use crate::photo::{
    aspect::{AspectRatio, PixelRect},
    decode::decode_upright,
    derive::{
        AtHand, Crop, Derivative, DeriveRequest, Original, Planned, Role, Rung, make_derivatives,
        make_derivatives_kept, planned,
    },
    edit::{Edit, FocalPoint, NormalRect},
    encode::{JpegMode, OutputFormat, Quality},
    error::PhotoError,
    foreign::{breaks_off, keepable, negative_says_too_much},
    format::{PhotoFormat, UnsupportedFormat},
    hash::sha256_hex,
    limits::Limits,
    metadata::{
        EmbeddedMetadata, PhotoMetadata, Position, Reading, TextCoding, possible_codings, read_metadata,
        read_metadata_as, read_metadata_in,
    },
    orientation::Orientation,
    pixels::Pixels,
    preview::fast_preview,
    probe::{Probed, TakenAt, probe},
    shelf::{DerivedKey, Shelf},
    thumbnail::thumbnail_jpeg,
};
