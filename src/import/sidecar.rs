//! What a program wrote beside a picture.

use std::path::{Path, PathBuf};

use crate::import::ImportProblem;
use crate::import::gather::read_limited;

/// Bytes of the XMP beside a picture.
const MAX_SIDECAR: u64 = 4 << 20;

/// The XMP beside a picture: `IMG_1.xmp` or `IMG_1.CR2.xmp`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sidecar {
    /// There is none that can be read.
    None,
    /// Its bytes.
    Read(Vec<u8>),
    /// There is one, of more bytes than are read.
    TooLong,
}

impl Sidecar {
    /// That of a picture.
    pub fn beside(picture: &Path) -> Self {
        let mut longer = picture.as_os_str().to_owned();
        longer.push(".xmp");
        let names = [PathBuf::from(longer), picture.with_extension("xmp"), picture.with_extension("XMP")];
        let found = names.iter().find_map(|name| match read_limited(name, MAX_SIDECAR) {
            Ok(bytes) => Some(Self::Read(bytes)),
            Err(ImportProblem::TooLong { .. }) => Some(Self::TooLong),
            Err(_) => None,
        });
        found.unwrap_or(Self::None)
    }

    /// What it says, to be read with the picture.
    pub fn packet(&self) -> Option<&[u8]> {
        if let Self::Read(bytes) = self { Some(bytes) } else { None }
    }

    /// Whether there is one that is not read because it is too long.
    pub fn is_too_long(&self) -> bool {
        *self == Self::TooLong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_a_picture_is_read_or_is_too_long() {
        let folder = tempfile::tempdir().unwrap();
        let picture = folder.path().join("a.jpg");
        assert_eq!(Sidecar::beside(&picture), Sidecar::None);
        let most = vec![b' '; MAX_SIDECAR as usize];
        std::fs::write(folder.path().join("a.xmp"), &most).unwrap();
        assert_eq!(Sidecar::beside(&picture).packet(), Some(&*most));
        std::fs::write(folder.path().join("a.jpg.xmp"), [&most[..], b" "].concat()).unwrap();
        assert!(Sidecar::beside(&picture).is_too_long() && Sidecar::beside(&picture).packet().is_none());
    }
}
