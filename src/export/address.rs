//! Addresses that a page may lead to.

use std::fmt;
use std::fmt::Write as _;

use serde::Serialize;

/// An address with a scheme that a page may lead to, in ASCII except for its host, without spaces or anything else that
/// an address must not hold. There is no other way to put an address into a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Address(String);

impl Address {
    /// Reads an address of the web (`http:`, `https:`), of mail (`mailto:`) or of a telephone (`tel:`). Characters that may not
    /// stand in an address are percent-encoded; any other scheme, and a web address without a host, is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.chars().any(char::is_control) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        match scheme.to_ascii_lowercase().as_str() {
            scheme @ ("http" | "https") => web(scheme, rest),
            "mailto" => mail(rest),
            "tel" => telephone(rest),
            _ => None,
        }
    }

    /// As [`Address::parse`], but only of the web.
    pub fn web(text: &str) -> Option<Self> {
        Self::parse(text).filter(|address| address.0.starts_with("http"))
    }

    /// The address in text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a file beside the page at this address. The name must be relative and in ASCII.
    pub fn beside(&self, name: &str) -> String {
        let page = self.without_fragment();
        let page = page.split('?').next().unwrap_or(page);
        let path = page.find("://").map_or(0, |at| at + 3);
        match page[path..].rfind('/') {
            Some(slash) => format!("{}/{name}", &page[..path + slash]),
            None => format!("{page}/{name}"),
        }
    }

    /// The address of a part of the page at this address.
    pub fn part(&self, id: &str) -> String {
        format!("{}#{id}", self.without_fragment())
    }

    fn without_fragment(&self) -> &str {
        self.0.split('#').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn web(scheme: &str, rest: &str) -> Option<Address> {
    let rest = rest.strip_prefix("//")?;
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let port_fits =
        port.is_none_or(|port| port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit()));
    if !port_fits || !(is_name(host) || is_ip6(host)) {
        return None;
    }
    Some(Address(format!("{scheme}://{}{}", authority.to_lowercase(), encoded(tail))))
}

fn is_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let fits = |label: &str| {
        let known = label.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'));
        known && !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(fits)
}

fn is_ip6(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.is_some_and(|inner| inner.parse::<std::net::Ipv6Addr>().is_ok())
}

fn mail(rest: &str) -> Option<Address> {
    let receiver = rest.split('?').next().unwrap_or_default();
    let (name, host) = receiver.rsplit_once('@')?;
    let fits = !name.is_empty() && is_name(host) && !rest.contains(char::is_whitespace);
    fits.then(|| Address(format!("mailto:{}", encoded(rest))))
}

fn telephone(rest: &str) -> Option<Address> {
    let kept: String = rest.chars().filter(|sign| !sign.is_whitespace()).collect();
    let digits = kept.bytes().filter(u8::is_ascii_digit).count();
    let fits = digits >= 3 && kept.bytes().all(|byte| byte.is_ascii_digit() || b"+-.()*#".contains(&byte));
    fits.then(|| Address(format!("tel:{}", kept.replace('#', "%23"))))
}

/// What follows the host, with everything percent-encoded that may not stand there.
fn encoded(tail: &str) -> String {
    let mut out = String::with_capacity(tail.len());
    let mut in_fragment = false;
    for (at, byte) in tail.bytes().enumerate() {
        let hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
        let after = &tail.as_bytes()[at + 1..];
        let kept = match byte {
            b'#' if in_fragment => false,
            b'#' => {
                in_fragment = true;
                true
            }
            b'%' => hex(after.first()) && hex(after.get(1)),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
        };
        if kept {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A name that may bring its address: "Union of Journalists <https://union.example>".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// Where it is found on the web.
    pub url: Option<Address>,
}

impl Named {
    /// Reads a name and the address after it, in angle brackets, in round ones or bare.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let whole = || Self { name: text.to_owned(), url: None };
        let Some((name, address)) = text.rsplit_once([' ', '<', '(']) else { return whole() };
        let name = name.trim_end_matches([' ', '<', '(']);
        match Address::web(address.trim_end_matches(['>', ')'])) {
            Some(url) if !name.is_empty() => Self { name: name.to_owned(), url: Some(url) },
            _ => whole(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        Address::parse(text).map(|address| address.0)
    }

    #[test]
    fn addresses_that_can_be_followed_are_kept() {
        for text in [
            "https://example.org",
            "http://example.org:8080/a/b?x=1&y=%20#part",
            "https://xn--d1acpjx3f.xn--p1ai/новость",
            "mailto:desk@example.org?subject=A%20B",
            "tel:+84-24-1234",
            "https://[2001:db8::1]/x",
        ] {
            assert!(parsed(text).is_some(), "{text}");
        }
        assert_eq!(parsed(" HTTPS://Example.ORG/Путь "), Some("https://example.org/%D0%9F%D1%83%D1%82%D1%8C".into()));
        assert_eq!(parsed("tel:+84 24 1234"), Some("tel:+84241234".into()));
    }

    #[test]
    fn what_may_not_stand_in_an_address_is_encoded() {
        assert_eq!(parsed("https://a.b/x y\"><script>#p#q"), Some("https://a.b/x%20y%22%3E%3Cscript%3E#p%23q".into()));
        assert_eq!(parsed("https://a.b/100%"), Some("https://a.b/100%25".into()));
        assert_eq!(parsed("https://a.b\\evil"), Some("https://a.b%5Cevil".into()));
    }

    #[test]
    fn everything_else_is_no_address() {
        for text in [
            "",
            "example.org",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "https:",
            "https://",
            "https:///x",
            "https://a b/",
            "https://user:pass@host/",
            "https://a..b/",
            "https://host:99999/",
            "mailto:nobody",
            "mailto:a b@c.d",
            "tel:call me",
            "//example.org",
            "https://<script>/",
        ] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }

    #[test]
    fn files_and_parts_are_found_beside_the_page() {
        let page = |text| Address::web(text).unwrap();
        assert_eq!(page("https://a.b/news/1/").beside("img/x.jpg"), "https://a.b/news/1/img/x.jpg");
        assert_eq!(page("https://a.b/news/1.html?x=/y#z").beside("img/x.jpg"), "https://a.b/news/img/x.jpg");
        assert_eq!(page("https://a.b").beside("x.jpg"), "https://a.b/x.jpg");
        assert_eq!(page("https://a.b/news/#old").part("photo-1"), "https://a.b/news/#photo-1");
    }

    #[test]
    fn a_name_brings_its_address() {
        let named = |text| {
            let named = Named::parse(text);
            (named.name, named.url.map(|url| url.0))
        };
        let with_address = ("Union of A".to_owned(), Some("https://u.a/x".to_owned()));
        assert_eq!(named("Union of A <https://u.a/x>"), with_address);
        assert_eq!(named("Union of A (https://u.a/x)"), with_address);
        assert_eq!(named("Union of A https://u.a/x"), with_address);
        assert_eq!(named("Union of A (Hanoi)"), ("Union of A (Hanoi)".to_owned(), None));
        assert_eq!(named("<script>"), ("<script>".to_owned(), None));
        assert_eq!(named("https://u.a"), ("https://u.a".to_owned(), None));
    }
}
