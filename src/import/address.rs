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
    unescaped(address.as_bytes(), b'%')
}

/// Bytes of which some are written as a sign and two hexadecimal digits. The sign without two digits is itself.
pub fn unescaped(written: &[u8], sign: u8) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written;
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|pair| *first == sign && pair.iter().all(u8::is_ascii_hexdigit));
        let byte = digits.and_then(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
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

    #[test]
    fn only_two_digits_after_the_sign_are_a_byte() {
        assert_eq!(percent_decoded("a%20b%C4%90"), "a bĐ".as_bytes());
        assert_eq!(percent_decoded("100%, %+1 %2"), b"100%, %+1 %2");
        assert_eq!(unescaped(b"=C4=90 =+1", b'='), "Đ =+1".as_bytes());
    }
}
