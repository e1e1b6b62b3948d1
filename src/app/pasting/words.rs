//! What the bar says of a paste.

use crate::app::Locale;
use crate::import::{DroppedKind, Receipt};

/// Whether more came than paragraphs, or something was left out that a reader would have seen.
pub(super) fn is_rich(receipt: &Receipt) -> bool {
    let kept = &receipt.kept;
    let structure = kept.headings + kept.list_items + kept.quotations + kept.dividers + kept.tables + kept.pictures;
    structure + kept.links + kept.bold + kept.italic > 0 || receipt.dropped.iter().any(|dropped| matters(dropped.kind))
}

/// What was kept and what was left out.
pub(super) fn told(locale: &Locale, receipt: &Receipt) -> String {
    let kept = locale.tr_with("paste-kept", &[("what", kept(locale, receipt).into())]);
    match left_out(locale, receipt) {
        Some(left) => format!("{kept} {left}"),
        None => kept,
    }
}

/// What was left out; `None` where that is nothing.
pub(super) fn left_out(locale: &Locale, receipt: &Receipt) -> Option<String> {
    let parts: Vec<String> = receipt
        .dropped
        .iter()
        .filter_map(|dropped| Some(locale.tr_with(id(dropped.kind)?, &[("count", dropped.count.into())])))
        .collect();
    (!parts.is_empty()).then(|| locale.tr_with("paste-left-out", &[("what", parts.join(", ").into())]))
}

fn kept(locale: &Locale, receipt: &Receipt) -> String {
    let kept = &receipt.kept;
    let counts = [
        ("paste-paragraphs", kept.paragraphs),
        ("paste-headings", kept.headings),
        ("paste-list-items", kept.list_items),
        ("paste-quotations", kept.quotations),
        ("paste-tables", kept.tables),
        ("paste-pictures", kept.pictures),
        ("paste-links", kept.links),
    ];
    let parts = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<_> = parts.map(|(id, count)| locale.tr_with(id, &[("count", count.into())])).collect();
    if parts.is_empty() { locale.tr("paste-words") } else { parts.join(", ") }
}

fn matters(kind: DroppedKind) -> bool {
    id(kind).is_some() && !matches!(kind, DroppedKind::Formatting | DroppedKind::Hidden)
}

/// The words for what was left out; `None` for what nobody would miss.
fn id(kind: DroppedKind) -> Option<&'static str> {
    match kind {
        DroppedKind::WebPicture => Some("paste-left-web-pictures"),
        DroppedKind::LostPicture => Some("paste-left-lost-pictures"),
        DroppedKind::RepeatedPicture => Some("paste-left-repeated-pictures"),
        DroppedKind::TrackingPixel => Some("paste-left-tracking-pixels"),
        DroppedKind::Link => Some("paste-left-links"),
        DroppedKind::Hidden => Some("paste-left-hidden"),
        DroppedKind::Form => Some("paste-left-fields"),
        DroppedKind::Embedded => Some("paste-left-embedded"),
        DroppedKind::Drawing => Some("paste-left-drawings"),
        DroppedKind::MergedCells => Some("paste-left-merged-cells"),
        DroppedKind::Raised => Some("paste-left-raised"),
        DroppedKind::Formatting => Some("paste-left-formatting"),
        DroppedKind::Comment => Some("paste-left-comments"),
        DroppedKind::Deletion => Some("paste-left-deletions"),
        DroppedKind::PictureLink | DroppedKind::Surroundings | DroppedKind::Script => None,
    }
}
