//! Photos side by side on the page: equally high, each as wide as its shape asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::export::html::Share;
use crate::report::{PhotoId, Report};

/// Between the pictures of a row, in rem.
const GAP: f32 = 1.0;
/// How many parts of the width a square weighs.
const PER_WIDTH: f32 = 1000.0;
/// Narrower and wider pictures get the width of these, and stand lower or higher than the others of their row.
const SHAPES: (f32, f32) = (0.2, 6.0);

/// The shares of all photos that stand beside others, of those that have a picture: side by side from 30 rem on, one below the other in less.
pub(super) fn shares(report: &Report, column: f32, has_picture: impl Fn(PhotoId) -> bool) -> BTreeMap<PhotoId, Share> {
    let body = &report.body;
    let mut shares = BTreeMap::new();
    let leads = (0..body.len()).filter_map(|place| body.row(place).filter(|row| row.start == place && row.len() > 1));
    for row in leads {
        let blocks = body.blocks().get(row).unwrap_or_default();
        let photos = blocks.iter().filter_map(|block| report.photo(block.photo()?));
        let ratios: Vec<_> = photos
            .filter(|photo| has_picture(photo.id))
            .map(|photo| (photo.id, photo.shown_size_px().ratio().clamp(SHAPES.0, SHAPES.1)))
            .collect();
        if ratios.len() < 2 {
            continue;
        }
        let all: f32 = ratios.iter().map(|(_, ratio)| ratio).sum();
        let gaps = GAP * (ratios.len() - 1) as f32;
        for (photo, ratio) in ratios {
            let part = ratio / all;
            let wide = (column - gaps) * part;
            let from = column + 2.0;
            let less = format!("calc((100vw - {:.0}rem) * {part:.3})", 2.0 + gaps);
            let sizes = format!("(min-width: {from}rem) {wide:.1}rem, (min-width: 30rem) {less}, calc(100vw - 2rem)");
            shares.insert(photo, Share { weight: (ratio * PER_WIDTH).round() as u32, sizes });
        }
    }
    shares
}

/// The rules that the style sheet needs for them: attributes with styles are forbidden on the page. All pictures of a row have the very
/// shapes that share the width, so that they are equally high: those of their files are rounded to whole pixels. One that has another
/// shape than its share stays whole.
pub(super) fn rules(shares: &BTreeMap<PhotoId, Share>) -> String {
    let weights: BTreeSet<u32> = shares.values().map(|share| share.weight).collect();
    let rule = |weight| {
        let shape = f64::from(weight) / f64::from(PER_WIDTH);
        let share = format!("\n.row .r{weight}{{flex:{weight}}}");
        if shape <= f64::from(SHAPES.0) || shape >= f64::from(SHAPES.1) {
            return share;
        }
        format!("{share}.row .r{weight} img{{aspect-ratio:{shape};object-fit:cover}}")
    };
    weights.into_iter().map(rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::IdSource;

    #[test]
    fn a_panorama_in_a_row_is_not_cut() {
        let mut ids = IdSource::from_seed(1);
        let shares = [1500, 6000, 200].map(|weight| (ids.photo(), Share { weight, sizes: String::new() }));
        let rules = rules(&shares.into());
        assert!(rules.contains(".row .r1500 img{aspect-ratio:1.5;object-fit:cover}"), "{rules}");
        assert!(rules.contains(".row .r6000{flex:6000}") && rules.contains(".row .r200{flex:200}"), "{rules}");
        assert!(!rules.contains("r6000 img") && !rules.contains("r200 img"), "{rules}");
    }
}
