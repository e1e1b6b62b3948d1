//! Pictures and fonts of a template: beside the page, or inside it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::export::template::Template;

/// The folder beside the page where they go.
pub(in crate::export) const FOLDER: &str = "assets";

/// A picture or a font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) struct Asset {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: &'static str,
}

/// What browsers show, by the end of its name.
const KINDS: [(&str, &str); 11] = [
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("ttf", "font/ttf"),
];

impl Asset {
    /// An asset by its name; `None` for what is no picture and no font.
    pub fn of(name: &str, bytes: Vec<u8>) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        let (_, media_type) = KINDS.iter().find(|(known, _)| *known == ending)?;
        Some(Self { bytes, media_type })
    }

    fn is_font(&self) -> bool {
        self.media_type.starts_with("font/")
    }

    /// What it is called beside the page: in ASCII, with a part of its checksum, by which it is known again.
    pub fn published_name(&self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '-' };
        let stem: String = stem.chars().take(40).map(plain).collect();
        format!("{stem}-{}.{}", checksum(&self.bytes), ending.to_ascii_lowercase())
    }

    /// Whether a file that was found has the name that an export would have given it.
    pub fn is_published(name: &str, bytes: &[u8]) -> bool {
        let known = name.rsplit_once('.').and_then(|(stem, ending)| {
            let is_known = KINDS.iter().any(|(known, _)| *known == ending);
            is_known.then(|| stem.ends_with(&format!("-{}", checksum(bytes))))
        });
        known == Some(true)
    }
}

fn checksum(bytes: &[u8]) -> String {
    let mut sum = String::new();
    for byte in Sha256::digest(bytes).iter().take(4) {
        // Writing to a String cannot fail.
        let _ = write!(sum, "{byte:02x}");
    }
    sum
}

/// Where the assets of a page are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Place {
    /// Files in a folder beside it.
    Beside,
    /// Data inside it.
    Inside,
}

/// The assets of a template as one page names them.
#[derive(Debug)]
pub(in crate::export) struct Assets<'a> {
    known: &'a BTreeMap<String, Asset>,
    place: Place,
    used: RefCell<BTreeSet<String>>,
}

impl<'a> Assets<'a> {
    /// Those of a template.
    pub fn of(template: &'a Template, place: Place) -> Self {
        Self { known: &template.assets, place, used: RefCell::default() }
    }

    /// The address of one on the page, which has it then; `None` where the template has none of this name.
    pub fn address(&self, name: &str) -> Option<String> {
        let name = name.strip_prefix("./").unwrap_or(name);
        let address = self.address_of(name)?;
        self.note(name);
        Some(address)
    }

    /// Notes that the page has one.
    pub fn note(&self, name: &str) {
        self.used.borrow_mut().insert(name.to_owned());
    }

    /// The address that one would have on the page.
    pub fn address_of(&self, name: &str) -> Option<String> {
        let asset = self.known.get(name)?;
        Some(match self.place {
            Place::Beside => format!("{FOLDER}/{}", asset.published_name(name)),
            Place::Inside => format!("data:{};base64,{}", asset.media_type, STANDARD.encode(&asset.bytes)),
        })
    }

    /// Whether the page has fonts of its own.
    pub fn have_fonts(&self) -> bool {
        self.used.borrow().iter().any(|name| self.known.get(name).is_some_and(Asset::is_font))
    }

    /// The files that the page needs beside it: their names in its folder, and their bytes.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        if self.place == Place::Inside {
            return Vec::new();
        }
        let used = self.used.borrow();
        let found = used.iter().filter_map(|name| Some((name, self.known.get(name)?)));
        found.map(|(name, asset)| (asset.published_name(name), asset.bytes.clone())).collect()
    }

    /// A style sheet with the addresses of the assets that it names by `url(…)`.
    ///
    /// # Errors
    /// The line, from 1, and the name that no asset has.
    pub fn in_style(&self, style: &str) -> Result<String, (usize, String)> {
        let mut out = String::with_capacity(style.len());
        let mut rest = style;
        while let Some((before, after)) = rest.split_once("url(") {
            out.push_str(before);
            out.push_str("url(");
            let Some((inner, tail)) = after.split_once(')') else {
                rest = after;
                break;
            };
            let name = inner.trim().trim_matches(['"', '\'']);
            let is_elsewhere = name.starts_with('#') || name.starts_with("data:");
            if is_elsewhere {
                out.push_str(inner);
            } else {
                let line = style[..style.len() - after.len()].lines().count();
                out.push_str(&self.address(name).ok_or_else(|| (line, name.to_owned()))?);
            }
            out.push(')');
            rest = tail;
        }
        out.push_str(rest);
        Ok(out)
    }
}
