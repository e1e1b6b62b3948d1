//! The rows of a group picture, told inside a sentence: "Сидят (слева направо): …, стоят: …".

use crate::people::words::{starts_with_word, words_of};

/// What says from which side names are given.
const DIRECTIONS: &[&str] = &[
    "слева направо",
    "справа налево",
    "слева",
    "справа",
    "from left to right",
    "left to right",
    "from the left",
    "from left",
    "from right",
    "từ trái sang phải",
    "từ trái qua phải",
    "từ trái sang",
    "từ trái qua",
    "từ phải sang",
    "từ phải qua",
];

/// What names a row. Behind it a direction may stand, then a sign.
const ROWS: &[&str] = &[
    "сидят",
    "стоят",
    "в первом ряду",
    "во втором ряду",
    "в третьем ряду",
    "в верхнем ряду",
    "в среднем ряду",
    "в нижнем ряду",
    "в переднем ряду",
    "в заднем ряду",
    "первый ряд",
    "второй ряд",
    "третий ряд",
    "верхний ряд",
    "средний ряд",
    "нижний ряд",
    "передний ряд",
    "задний ряд",
    "на переднем плане",
    "на заднем плане",
    "в центре",
    "in the front row",
    "in the middle row",
    "in the back row",
    "front row",
    "middle row",
    "back row",
    "rear row",
    "top row",
    "bottom row",
    "first row",
    "second row",
    "third row",
    "seated",
    "sitting",
    "standing",
    "kneeling",
    "in front",
    "at the back",
    "behind",
    "hàng trước",
    "hàng sau",
    "hàng giữa",
    "hàng trên",
    "hàng dưới",
    "hàng đầu",
    "hàng ngồi",
    "hàng đứng",
    "hàng thứ nhất",
    "hàng thứ hai",
    "hàng thứ ba",
    "ngồi",
    "đứng",
    "ở giữa",
];

/// The parts of a group of words, each the people of one row, without what names the row. A text without rows is one part.
pub(super) fn rows(text: &str) -> Vec<&str> {
    let small = text.to_lowercase();
    // The small letters of some signs have another length; then places differ, and nothing is cut.
    let differs = |letter: char| letter.to_lowercase().map(char::len_utf8).sum::<usize>() != letter.len_utf8();
    if small.len() != text.len() || text.chars().any(differs) {
        return vec![text];
    }
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, word) in words_of(&small) {
        let start = at + word.find(|letter| letter != '(').unwrap_or(0);
        let is_apart = text[..at].trim_end().ends_with([',', ';', ':', '.', '–', '—']) || text[..at].trim().is_empty();
        let end = row_end(&small, start).filter(|_| is_apart).or_else(|| bracket_end(&small, at));
        if let Some(end) = end.filter(|_| start >= from) {
            parts.push(&text[from..at]);
            from = end;
        }
    }
    parts.push(&text[from..]);
    let bare = |part: &&str| part.trim().trim_end_matches([',', ';', ':', '–', '—', '-']).trim().is_empty();
    parts.into_iter().filter(|part| !bare(part)).map(|part| part.trim_end_matches([',', ' '])).collect()
}

/// Where the words that name a row end, with the direction and the sign behind them.
fn row_end(small: &str, start: usize) -> Option<usize> {
    let row = ROWS.iter().find(|row| starts_with_word(&small[start..], row))?;
    let mut end = start + row.len();
    let mut is_led = false;
    loop {
        let rest = small[end..].trim_start();
        let at = small.len() - rest.len();
        let inside = rest.trim_start_matches([',', '(']).trim_start();
        let direction = DIRECTIONS.iter().find(|direction| starts_with_word(inside, direction));
        if let Some(direction) = direction {
            end = small.len() - inside.len() + direction.len();
            end += usize::from(small[end..].starts_with(')'));
            is_led = true;
            continue;
        }
        // "Standing, Mary Stone": a comma is enough where the group begins; "Jane Smith, standing, director" has an office.
        let before = small[..start].trim_end();
        let begins = before.is_empty() || before.ends_with([';', '.']);
        return match rest.chars().next() {
            Some(sign @ (':' | '–' | '—')) => Some(at + sign.len_utf8()),
            Some(',') if begins => Some(at + 1),
            _ => is_led.then_some(at),
        };
    }
}

/// Where a direction in brackets ends, with the colon behind it. "Иван Петров (слева)" says where one person is, and begins no row.
fn bracket_end(small: &str, at: usize) -> Option<usize> {
    let rest = small[at..].strip_prefix('(')?;
    let of_many = DIRECTIONS.iter().filter(|direction| direction.contains(' '));
    let direction = of_many.into_iter().find(|direction| starts_with_word(rest, direction))?;
    let end = at + 1 + direction.len();
    let rest = small[end..].strip_prefix(')')?;
    Some(end + 1 + usize::from(rest.starts_with(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_apart_and_their_names_left_out() {
        for (text, expected) in [
            ("Иван Петров, Анна Сидорова, стоят: Павел Громов", &[" Иван Петров, Анна Сидорова", " Павел Громов"][..]),
            ("Сидят (слева направо): Иван Петров", &[" Иван Петров"]),
            ("первый ряд, слева направо – Иван Петров", &[" Иван Петров"]),
            ("На снимке сидят (слева направо) Иван Петров", &["На снимке сидят", " Иван Петров"]),
            ("back row: Mary Stone, Bob Tan", &[" Mary Stone, Bob Tan"]),
            ("Jane Smith; standing, Mary Stone", &["Jane Smith;", " Mary Stone"]),
            ("hàng sau: Lê Văn Nam", &[" Lê Văn Nam"]),
            ("Стоят новые дома", &["Стоят новые дома"]),
            ("Иван Петров (слева), директор", &["Иван Петров (слева), директор"]),
            ("Jane Smith, standing, director, Tom Reed", &["Jane Smith, standing, director, Tom Reed"]),
            ("İlham Əliyev, GROẞ, стоят: Иван Петров", &["İlham Əliyev, GROẞ, стоят: Иван Петров"]),
            ("Jane Smith, standing committee chair", &["Jane Smith, standing committee chair"]),
            ("", &[]),
        ] {
            let expected: Vec<&str> = expected.iter().map(|part| part.trim()).collect();
            let read: Vec<&str> = rows(text).into_iter().map(str::trim).collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
