//! What pictures look like: which are nearly the same, and which of those is the sharpest.
//!
//! Two pictures are alike when their brightness rises and falls in the same places: 64 comparisons of neighbouring pixels of a picture
//! of nine by eight (a "difference hash"), which a change of size, exposure or compression hardly touches. Sixty lines of our own: what
//! crates there are bring other kinds of hash and another decoder along.

use crate::photo::pixels::Pixels;
use crate::photo::resize::fit;

/// Pictures that differ in at most so many of 64 comparisons are the same motif in the same framing.
const SAME_LOOK: u32 = 8;
/// Of pictures taken one right after the other, more may differ: people move.
const SAME_BURST: u32 = 18;
/// So many seconds lie between two pictures of a burst at most.
const BURST_S: i64 = 4;

/// The side of the picture whose sharpness is measured: fine enough for a shaken camera to show, coarse enough for noise not to.
const SHARP_SIDE_PX: u32 = 1024;

/// A picture as it is compared with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The comparisons of neighbours, one bit each.
    pub hash: u64,
    /// When it was taken, in seconds from any moment that is the same for all.
    pub taken_s: Option<i64>,
}

const COLUMNS: usize = 9;
const ROWS: usize = 8;

/// The comparisons of neighbouring pixels.
pub fn hash(pixels: &Pixels) -> u64 {
    let small = averages(pixels);
    let mut hash = 0;
    for row in small.chunks_exact(COLUMNS) {
        for pair in row.windows(2) {
            hash = hash << 1 | u64::from(pair.first() < pair.last());
        }
    }
    hash
}

/// The brightness of a picture in nine columns and eight rows.
fn averages(pixels: &Pixels) -> Vec<u64> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let grey = grey(pixels);
    let cell = |column: usize, row: usize| {
        let (left, right) = (column * width / COLUMNS, ((column + 1) * width).div_ceil(COLUMNS));
        let (top, bottom) = (row * height / ROWS, ((row + 1) * height).div_ceil(ROWS));
        let lines = grey.chunks_exact(width.max(1)).take(bottom).skip(top);
        let sum: u64 = lines.flat_map(|line| line.iter().take(right).skip(left)).map(|level| u64::from(*level)).sum();
        sum * 16 / ((right - left) * (bottom - top)).max(1) as u64
    };
    (0..ROWS)
        .flat_map(|row| (0..COLUMNS).map(move |column| (column, row)))
        .map(|(column, row)| cell(column, row))
        .collect()
}

/// How sharp a picture is: the variance of its edges. Only good for comparing pictures of the same motif.
pub fn sharpness(pixels: Pixels) -> f64 {
    let small = fit(pixels, SHARP_SIDE_PX, SHARP_SIDE_PX);
    let (width, height) = (small.width() as usize, small.height() as usize);
    let grey = grey(&small);
    let at = |x: usize, y: usize| grey.get(y * width + x).copied().map_or(0.0, f64::from);
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for y in 1..height.saturating_sub(1) {
        for x in 1..width.saturating_sub(1) {
            let edge = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4.0 * at(x, y);
            count += 1.0;
            sum += edge;
            squares += edge * edge;
        }
    }
    if count == 0.0 { 0.0 } else { squares / count - (sum / count) * (sum / count) }
}

/// The groups of pictures that look alike, as places in the list, each in its order; who looks like nobody is in none.
pub fn groups(looks: &[Look]) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..looks.len()).collect();
    for (place, look) in looks.iter().enumerate() {
        for (earlier, other) in looks.iter().enumerate().take(place) {
            if are_alike(*other, *look) {
                let (old, new) = (group_of[place], group_of[earlier]);
                group_of.iter_mut().filter(|group| **group == old).for_each(|group| *group = new);
            }
        }
    }
    let members =
        |group: usize| group_of.iter().enumerate().filter(move |(_, own)| **own == group).map(|(place, _)| place);
    let mut firsts = group_of.clone();
    firsts.sort_unstable();
    firsts.dedup();
    let mut groups: Vec<Vec<usize>> = firsts.into_iter().map(|group| members(group).collect()).collect();
    groups.retain(|group| group.len() > 1);
    groups.sort();
    groups
}

fn are_alike(one: Look, other: Look) -> bool {
    let differ = (one.hash ^ other.hash).count_ones();
    let is_burst = one.taken_s.zip(other.taken_s).is_some_and(|(one, other)| (one - other).abs() <= BURST_S);
    differ <= if is_burst { SAME_BURST } else { SAME_LOOK }
}

/// The brightness of each pixel.
fn grey(pixels: &Pixels) -> Vec<u8> {
    let luma = |rgb: &[u8]| match rgb {
        [red, green, blue] => ((u32::from(*red) * 299 + u32::from(*green) * 587 + u32::from(*blue) * 114) / 1000) as u8,
        _ => 0,
    };
    pixels.rgb().chunks_exact(3).map(luma).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures;

    #[test]
    fn a_picture_looks_like_itself_in_another_size_and_not_like_another() {
        let scene = fixtures::scene(300, 200);
        let smaller = fit(scene.clone(), 120, 120);
        let turned = scene.clone().oriented(crate::photo::Orientation::HalfTurn);
        let differ = |other: &Pixels| (hash(&scene) ^ hash(other)).count_ones();
        assert!(differ(&smaller) <= 2, "{}", differ(&smaller));
        assert!(differ(&turned) > SAME_BURST, "{}", differ(&turned));
    }

    /// As a camera sees it that moved by seven pixels.
    fn shaken(pixels: &Pixels) -> Pixels {
        let (width, rgb) = (pixels.width() as usize * 3, pixels.rgb());
        let blurred = rgb.chunks_exact(width).flat_map(|row| {
            (0..width).map(|at| {
                let under = (0..7).filter_map(|by| row.get(at + by * 3));
                (under.clone().map(|level| u32::from(*level)).sum::<u32>() / under.count() as u32) as u8
            })
        });
        Pixels::from_rgb(pixels.width(), pixels.height(), blurred.collect()).unwrap()
    }

    #[test]
    fn a_picture_that_was_blurred_is_less_sharp() {
        let scene = fixtures::noise(300, 200);
        let blurred = shaken(&scene);
        assert!(sharpness(scene) > sharpness(blurred) * 1.5);
        assert_eq!(sharpness(fixtures::scene(1, 1)), 0.0);
    }

    #[test]
    fn a_burst_is_a_group_though_people_move() {
        let look = |hash, taken_s| Look { hash, taken_s };
        let far = 0xFFFF_FFFF_0000_0000;
        let moved = 0xFFF;
        let looks =
            [look(0, Some(10)), look(far, None), look(moved, Some(12)), look(far ^ 1, None), look(moved, Some(99))];
        assert_eq!(groups(&looks[..2]), Vec::<Vec<usize>>::new());
        assert_eq!(groups(&looks), [vec![0, 2, 4], vec![1, 3]], "the last is like the second of the burst");
        assert_eq!(groups(&[looks[0], looks[4]]), Vec::<Vec<usize>>::new(), "too long after for so much that differs");
    }
}
