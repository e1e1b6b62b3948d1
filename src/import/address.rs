//! Which addresses a link of a report may lead to.

use std::sync::Arc;

/// The address, where its scheme is one that a page may have: http, https, mailto or tel.
///
/// Everything else (scripts, data, files, network paths, addresses relative to a page that is not there) is refused, and
/// so are characters that browsers skip when they look for the scheme.
pub fn link(address: &str) -> Option<Arc<str>> {
    const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
    const LONGEST: usize = 8_192;
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let allowed = SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let shaped = !scheme.to_ascii_lowercase().starts_with("http") || rest.strip_prefix("//").is_some_and(has_host);
    let clean = !address.chars().any(|character| character.is_control() || character.is_whitespace());
    (allowed && shaped && clean && !rest.is_empty() && address.len() <= LONGEST).then(|| address.into())
}

fn has_host(rest: &str) -> bool {
    !rest.is_empty() && !rest.starts_with(['/', '\\', '?', '#'])
}

/// The bytes of an address in which some are written as `%20` (RFC 3986, section 2.1). A sign of percent without two digits is itself.
pub fn percent_decoded(address: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%').and_then(|digits| str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_schemes_lead_out() {
        for address in ["https://example.org/a?b=1#c", "HTTP://example.org", "mailto:a@example.org", "tel:+84-222-1"] {
            assert_eq!(link(address).as_deref(), Some(address));
        }
        for address in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//example.org",
            r"\\host\share",
            "https:///",
            "https:example.org",
            "page.html",
            "#part",
            "",
            "mailto:",
        ] {
            assert_eq!(link(address), None, "{address}");
        }
    }
}
