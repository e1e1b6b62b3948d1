//! What can go wrong with a picture, in the words of the command line; the interface translates the variants.

use crate::photo::format::{PhotoFormat, UnsupportedFormat};

/// Why a picture was refused or could not be written. The caller puts the name of the file in front.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The file has no bytes, as after an interrupted copy.
    #[error("The file is empty; copy it again from the card or ask for it again.")]
    Empty,
    /// No picture format's signature: text, a web page, a document.
    #[error("The file is not a picture; choose a JPEG, PNG, WebP, GIF, TIFF or BMP file.")]
    NotAPicture,
    /// A picture in a format that is known but not decoded.
    #[error("The picture is in {format}, which cannot be read; {}.", format.advice())]
    Unsupported {
        /// The format that was recognised.
        format: UnsupportedFormat,
    },
    /// The header claims more than [`Limits`](crate::photo::Limits) allow; nothing was decoded.
    #[error("The picture of {width} x {height} pixels is too large; make a smaller copy of it first.")]
    TooLarge {
        /// Pixels across, as stored.
        width: u64,
        /// Pixels down, as stored.
        height: u64,
    },
    /// The signature is right but the rest cannot be read.
    #[error("The {format} file is damaged ({detail}); copy it again from the card or ask for it again.")]
    Damaged {
        /// The format of the signature.
        format: PhotoFormat,
        /// What the decoder said, in English, for the log.
        detail: String,
    },
    /// The end of a file is missing that another program was to read.
    #[error("The {format} file breaks off; copy it again from where it comes or ask for it again.")]
    BreaksOff {
        /// The format that was recognised.
        format: UnsupportedFormat,
    },
    /// Pixels that no encoder takes, such as a WebP side over 16,383.
    #[error("The picture could not be written as {format} ({detail}); export it smaller.")]
    Encode {
        /// The format that was asked for.
        format: PhotoFormat,
        /// What the encoder said, in English, for the log.
        detail: String,
    },
    /// The caller raised its cancel flag.
    #[error("The work was cancelled; start it again to finish it.")]
    Cancelled,
}

impl PhotoError {
    pub(crate) fn damaged(format: PhotoFormat, detail: impl ToString) -> Self {
        Self::Damaged { format, detail: detail.to_string() }
    }

    pub(crate) fn encode(format: PhotoFormat, detail: impl ToString) -> Self {
        Self::Encode { format, detail: detail.to_string() }
    }
}
