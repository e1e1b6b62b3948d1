//! How many letters lie between two words.

/// A difference between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    /// Letters left out, added, changed, or swapped with their neighbour.
    pub edits: usize,
    /// Whether the first letters are others, and not only swapped.
    pub first: bool,
}

/// What one edit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two neighbours are swapped, or a letter is written twice, or once for twice: what fingers do.
    Fingers,
    /// A letter is left out or added.
    Length,
    /// A letter is another one: the wanted, the written.
    Changed(char, char),
}

/// What the one edit between two words is; `None` where there are more, or none.
pub(super) fn slip(wanted: &str, written: &str) -> Option<Slip> {
    let wanted: Vec<char> = wanted.chars().collect();
    let written: Vec<char> = written.chars().collect();
    let start = wanted.iter().zip(&written).take_while(|(one, other)| one == other).count();
    let (one, other) = (&wanted[start..], &written[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    match (one, other) {
        (&[one], &[other]) => Some(Slip::Changed(one, other)),
        (&[a, b], &[c, d]) if a == d && b == c => Some(Slip::Fingers),
        (&[letter], &[]) | (&[], &[letter]) => {
            let whole = if wanted.len() > written.len() { &wanted } else { &written };
            let is_double = start > 0 && whole[start - 1] == letter || whole.get(start + 1) == Some(&letter);
            Some(if is_double { Slip::Fingers } else { Slip::Length })
        }
        _ => None,
    }
}

/// The difference, if it is of at most two edits.
pub(super) fn difference(one: &str, other: &str) -> Option<Difference> {
    const MOST: usize = 2;
    if one.chars().count().abs_diff(other.chars().count()) > MOST {
        return None;
    }
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let width = other.len() + 1;
    let mut rows: [Vec<usize>; 3] = [vec![0; width], (0..width).collect(), vec![0; width]];
    for (row, letter) in one.iter().enumerate() {
        rows[2][0] = row + 1;
        for (column, wanted) in other.iter().enumerate() {
            let changed = rows[1][column] + usize::from(letter != wanted);
            let mut least = changed.min(rows[1][column + 1] + 1).min(rows[2][column] + 1);
            let is_swap = row > 0 && column > 0 && one[row - 1] == *wanted && other[column - 1] == *letter;
            if is_swap {
                least = least.min(rows[0][column - 1] + 1);
            }
            rows[2][column + 1] = least;
        }
        rows.rotate_left(1);
    }
    let edits = rows[1][width - 1];
    let is_swap = one.len() > 1 && other.len() > 1 && one[0] == other[1] && one[1] == other[0];
    (edits <= MOST).then(|| Difference { edits, first: one.first() != other.first() && !is_swap })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_and_a_swap_is_one() {
        let edits = |one, other| difference(one, other).map(|difference| difference.edits);
        assert_eq!(edits("smith", "smith"), Some(0));
        assert_eq!(edits("smiht", "smith"), Some(1));
        assert_eq!(edits("smitth", "smith"), Some(1));
        assert_eq!(edits("smth", "smith"), Some(1));
        assert_eq!(edits("петорв", "петров"), Some(1));
        assert_eq!(edits("steven", "stephen"), Some(2));
        assert_eq!(edits("anna", "boris"), None);
        assert_eq!(edits("", "ab"), Some(2));
    }

    #[test]
    fn slips_of_fingers_are_told_from_other_letters() {
        for (written, expected) in [
            ("smiht", Some(Slip::Fingers)),
            ("smmith", Some(Slip::Fingers)),
            ("smitth", Some(Slip::Fingers)),
            ("smth", Some(Slip::Length)),
            ("smiths", Some(Slip::Length)),
            ("smyth", Some(Slip::Changed('i', 'y'))),
            ("smith", None),
            ("smythe", None),
        ] {
            assert_eq!(slip("smith", written), expected, "{written}");
        }
        assert_eq!(slip("anna", "ana"), Some(Slip::Fingers));
    }

    #[test]
    fn another_first_letter_is_told_from_a_swapped_one() {
        assert_eq!(difference("barker", "parker"), Some(Difference { edits: 1, first: true }));
        assert_eq!(difference("aprker", "parker"), Some(Difference { edits: 1, first: false }));
    }
}
