//! A link leads somewhere: its address begins with a scheme (RFC 3986, section 3.1).

use crate::check::Finding;
use crate::report::Report;

pub(super) fn check(report: &Report, found: &mut Vec<Finding>) {
    for slot in report.all_slots() {
        let Some(text) = report.text(slot) else { continue };
        for span in text.spans() {
            let Some(address) = span.style.link.as_ref().filter(|address| !has_scheme(address)) else { continue };
            // One link in two weights is two pieces of text.
            if let Some(Finding::BareLink { slot: last_slot, range, address: last }) = found.last_mut()
                && *last_slot == slot
                && range.end == span.range.start
                && *last == *address
            {
                range.end = span.range.end;
                continue;
            }
            found.push(Finding::BareLink { slot, range: span.range.clone(), address: address.clone() });
        }
    }
}

fn has_scheme(address: &str) -> bool {
    let Some((scheme, rest)) = address.trim().split_once(':') else { return false };
    let known_without_slashes = ["mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let starts = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let of_scheme = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    let slashes = rest.strip_prefix("//").is_some_and(|host| !host.is_empty());
    starts && scheme.chars().all(of_scheme) && (slashes || known_without_slashes && !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_scheme_is_told_from_one_with_it() {
        for good in
            ["https://baobacninh.vn/hop", "http://a.b", "mailto:anna@example.org", "tel:+84123", "HTTPS://X.org"]
        {
            assert!(has_scheme(good), "{good}");
        }
        for bad in ["baobacninh.vn", "www.example.org/a:b", "https://", "mailto:", "", "://x", "localhost:80"] {
            assert!(!has_scheme(bad), "{bad}");
        }
    }

    #[test]
    fn a_link_in_two_weights_is_one_finding() {
        let (mut report, _) = crate::edit::notation::state("p |see our site");
        let slot = crate::report::Slot::Block(report.body.blocks()[0].id);
        let text = report.text_mut(slot).unwrap();
        text.restyle(4..12, |style| style.link = Some("our.site".into()));
        text.restyle(4..7, |style| style.strong = true);
        let mut found = Vec::new();
        check(&report, &mut found);
        assert_eq!(found, [Finding::BareLink { slot, range: 4..12, address: "our.site".into() }]);
    }
}
