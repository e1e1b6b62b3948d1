//! Two lines of words held against each other.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::filing::{Mark, Piece};

/// Both lines as one: what went stands before what came for it.
pub(super) fn word_pieces(old: &str, new: &str) -> Vec<Piece> {
    let words = |text| -> Vec<&str> { str::split_word_bounds(text).collect() };
    let (old, new) = (words(old), words(new));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |words: &[&str], mark: Mark| {
        let text = words.concat();
        match pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.mark == mark => last.text.push_str(&text),
            _ => pieces.push(Piece { text, mark }),
        }
    };
    let mut gone: Vec<&str> = Vec::new();
    let mut came: Vec<&str> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (olds, news) = (&old[operation.old_range()], &new[operation.new_range()]);
        match operation {
            // A space alone between two changed words is part of the change: it reads better in one piece.
            DiffOp::Equal { .. } if !(gone.is_empty() && came.is_empty()) && is_gap(olds) => {
                gone.extend(olds);
                came.extend(news);
            }
            DiffOp::Equal { .. } => {
                push(&std::mem::take(&mut gone), Mark::Removed);
                push(&std::mem::take(&mut came), Mark::Added);
                push(news, Mark::Same);
            }
            _ => {
                gone.extend(olds);
                came.extend(news);
            }
        }
    }
    push(&gone, Mark::Removed);
    push(&came, Mark::Added);
    pieces
}

fn is_gap(words: &[&str]) -> bool {
    words.iter().all(|word| word.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let pieces = word_pieces(old, new);
        let marked = pieces.iter().map(|piece| match piece.mark {
            Mark::Same => piece.text.clone(),
            Mark::Added => format!("[+{}]", piece.text),
            Mark::Removed => format!("[-{}]", piece.text),
        });
        marked.collect()
    }

    #[test]
    fn words_that_differ_are_marked() {
        assert_eq!(marked("Họp ngày 5 tháng 6.", "Họp ngày 6 tháng 6."), "Họp ngày [-5][+6] tháng 6.");
        assert_eq!(marked("", "Новое"), "[+Новое]");
        assert_eq!(marked("Старое", ""), "[-Старое]");
        assert_eq!(marked("the old mayor spoke", "a new mayor spoke"), "[-the old][+a new] mayor spoke");
        assert_eq!(marked("same", "same"), "same");
    }

    #[test]
    fn each_side_is_read_out_of_the_pieces() {
        let (old, new) = ("One, two three — four.", "One two, five — four!");
        let side = |left_out: Mark| -> String {
            word_pieces(old, new)
                .iter()
                .filter(|piece| piece.mark != left_out)
                .map(|piece| piece.text.as_str())
                .collect()
        };
        assert_eq!((side(Mark::Added).as_str(), side(Mark::Removed).as_str()), (old, new));
    }
}
