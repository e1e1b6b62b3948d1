//! Vietnamese by its own rules: a syllable is an onset, a rime and a tone, and all three are closed lists.
//!
//! What the rules allow and no word uses passes; what they forbid is no Vietnamese. Both ways of placing a tone pass (*hòa*, *hoà*). Place names
//! of the highlands that break the rules are listed.

use unicode_normalization::UnicodeNormalization as _;

use crate::language::vietnamese::RIMES;

/// Onsets as they are written, the longer ones first. The `u` of `qu` and, before another vowel, the `i` of `gi` belong to them.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// Rimes after `qu`, whose `u` is written once.
const RIMES_AFTER_QU: &str = "\
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êt êch ênh \
    i it in y ych ynh yt yên yêt ôc ơ ơn ơt";

/// Rimes whose `i` melts into the one of `gi`: *giếng*, *giết*.
const RIMES_AFTER_GI: &str = "êc êm ên êng êt";

/// Names and a few words that are written otherwise.
const OTHERS: [&str; 20] = [
    "zalo",
    "tivi",
    "covid",
    "fanpage",
    "livestream",
    "h'mông",
    "đắk",
    "đăk",
    "lắk",
    "lăk",
    "kạn",
    "kon",
    "krông",
    "búk",
    "pắk",
    "plông",
    "pleiku",
    "đrăng",
    "rông",
    "êđê",
];

/// A tone, by the mark that writes it in decomposed text.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
const ACUTE: char = '\u{301}';
const DOT: char = '\u{323}';

/// Whether a word in any case can be a Vietnamese syllable.
pub fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    OTHERS.contains(&lower.as_str()) || Letters::of(&lower).is_some_and(|letters| letters.is_syllable())
}

/// Letters that only Vietnamese writes: what tells a Vietnamese name in an English text.
pub fn has_vietnamese_letter(word: &str) -> bool {
    let shows =
        |letter: char| matches!(letter, 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ă' | 'Ă' | '\u{1EA0}'..='\u{1EF9}');
    word.chars()
        .any(|letter| shows(letter) || "ìíĩòóõùúũỳýàáãèéêôâ".contains(letter.to_lowercase().next().unwrap_or(letter)))
}

/// A word taken apart: letters with their hats and horns, and the one tone with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Letters {
    letters: String,
    /// The tone's mark and the index of its letter.
    tone: Option<(char, usize)>,
}

impl Letters {
    /// `None` where there are two tones, or one on no letter.
    fn of(lower: &str) -> Option<Self> {
        let mut letters = String::with_capacity(lower.len());
        let mut tone = None;
        for (index, letter) in lower.nfc().enumerate() {
            if TONES.contains(&letter) {
                return None;
            }
            let mut base = String::new();
            for part in std::iter::once(letter).nfd() {
                if TONES.contains(&part) {
                    if tone.is_some() {
                        return None;
                    }
                    tone = Some((part, index));
                } else {
                    base.push(part);
                }
            }
            letters.extend(base.nfc());
        }
        Some(Self { letters, tone })
    }

    fn is_syllable(&self) -> bool {
        ONSETS.iter().any(|onset| {
            self.letters.strip_prefix(onset).is_some_and(|rime| {
                fits(onset, rime)
                    && self.tone.is_none_or(|(_, at)| tone_places(onset, rime).contains(&at))
                    && self.tone_fits(rime)
            })
        })
    }

    /// A rime that ends in a stop has one of two tones, and none but those.
    fn tone_fits(&self, rime: &str) -> bool {
        let stops = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
        !stops || self.tone.is_some_and(|(tone, _)| tone == ACUTE || tone == DOT)
    }

    /// The word as it is written.
    fn written(&self) -> String {
        let mut decomposed = String::with_capacity(self.letters.len() + 4);
        for (index, letter) in self.letters.chars().enumerate() {
            decomposed.push(letter);
            decomposed.extend(self.tone.filter(|(_, at)| *at == index).map(|(mark, _)| mark));
        }
        decomposed.nfc().collect()
    }
}

/// Whether an onset is written before a rime.
fn fits(onset: &str, rime: &str) -> bool {
    let has = |list: &str| list.split_ascii_whitespace().any(|known| known == rime);
    let is_front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "qu" => has(RIMES_AFTER_QU),
        "gi" => has(RIMES_AFTER_GI) || (has(RIMES) && !rime.starts_with(['i', 'y'])),
        "k" => is_front && has(RIMES),
        "gh" | "ngh" => is_front && !rime.starts_with('y') && has(RIMES),
        "g" => (!is_front || matches!(rime, "i" | "in")) && has(RIMES),
        "c" | "ng" => !is_front && has(RIMES),
        "" => has(RIMES) && !rime.starts_with("iê"),
        _ => has(RIMES) && !rime.starts_with("yê"),
    }
}

/// The indices of the letters that may carry the tone, from the start of the word.
fn tone_places(onset: &str, rime: &str) -> Vec<usize> {
    let letters: Vec<char> = rime.chars().collect();
    let start = onset.chars().count();
    let is_vowel = |letter: &char| "aăâeêioôơuưy".contains(*letter);
    let vowels = letters.iter().take_while(|letter| is_vowel(letter)).count();
    let hat = letters.iter().rposition(|letter| "ăâêôơư".contains(*letter));
    let first = match (hat, vowels, vowels < letters.len()) {
        (Some(hat), _, _) => hat,
        (None, _, true) => vowels.saturating_sub(1),
        (None, 3, false) => 1,
        _ => 0,
    };
    let both = hat.is_none() && matches!(rime, "oa" | "oe" | "uy");
    let second = both.then_some(start + 1);
    std::iter::once(start + first).chain(second).collect()
}

/// Words that are written most, the first ones first: what a slip of the keyboard most likely stood for.
const COMMON: &str = "\
    và của là có được các một cho trong người không với những này đã về đến khi để từ cũng ra ở như trên vào năm nhiều tại sẽ \
    nhà công việc đó phải hai làm theo sau thể số hội hành chính nước sự bị lại hơn đầu nhất ngày thành nam việt quốc gia \
    chủ tịch tỉnh huyện xã thành phố phát triển kinh tế xã hội đại biểu nghị ban ủy trung ương đảng nhân dân báo chí thông tin ngành \
    tổ chức thực hiện quyết định chương trình phát biểu hoạt động lãnh đạo cán bộ cơ quan bộ trưởng phó viên giáo dục văn hóa \
    khoa học kỹ thuật y tế môi trường đất nông nghiệp công nghiệp doanh thương mại đầu tư xây dựng quản lý pháp luật an ninh \
    quân đội bảo vệ hợp tác quốc tế quan hệ hữu nghị nga trung pháp mỹ nhật đoàn cùng giữa trước còn rất mới lớn cao tốt \
    đồng thời gian qua tới ngoài bên cạnh gần xa nơi đây kia đều chỉ thấy biết nói hỏi trả lời viết đọc ảnh chụp hình câu \
    chuyện bài sông hồng núi biển trời mưa lũ lụt thuyền cầu đường phương tiện mọi từng mỗi cả ai gì sao thế nào nếu vì nên mà \
    thì nhưng hay hoặc bằng do đi lên xuống mở đóng bắt kết thúc tiếp tục tham dự trao đổi ký văn kiện tuyên bố chung \
    nghề nghiệp phóng biên tập tòa soạn đài truyền hình bà ông anh chị em cô chú bác con cháu bạn họ tên tuổi sống chết \
    trăm nghìn triệu tỷ đồng tháng tuần giờ phút sáng chiều tối đêm xuân hè thu đông";

/// Valid syllables near a word, the likeliest first.
pub fn suggestions(word: &str, limit: usize) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    let was = Letters::of(&lower).map(|was| was.tone.map(|(mark, _)| mark));
    for (cost, letters) in spellings(&letters_of(&lower)) {
        let Some((rime, at)) = shape(&letters) else { continue };
        for tone in std::iter::once(None).chain(TONES.map(Some)) {
            let candidate = Letters { letters: letters.clone(), tone: tone.map(|mark| (mark, at)) };
            if !candidate.tone_fits(&rime) {
                continue;
            }
            let written = candidate.written();
            let cost = cost * 2 + usize::from(was != Some(tone));
            if written != lower && !found.iter().any(|(_, _, other)| *other == written) {
                let rank = COMMON.split_ascii_whitespace().position(|common| common == written);
                found.push((cost, rank.unwrap_or(usize::MAX), written));
            }
        }
    }
    // A word of every day a step further off is likelier than a rare one at hand.
    found.sort_by_key(|(cost, rank, _)| (cost + if *rank == usize::MAX { 3 } else { 0 }, *rank));
    found.truncate(limit);
    found.into_iter().map(|(_, _, written)| written).collect()
}

/// The letters without the tone, also where a slip has left two.
fn letters_of(lower: &str) -> Vec<char> {
    let toneless: String = lower.nfd().filter(|part| !TONES.contains(part)).collect();
    toneless.nfc().collect()
}

/// The rime of letters that are a syllable, and the index of the letter that carries the tone.
fn shape(letters: &str) -> Option<(String, usize)> {
    ONSETS.iter().find_map(|onset| {
        let rime = letters.strip_prefix(onset).filter(|rime| fits(onset, rime))?;
        Some((rime.to_owned(), tone_places(onset, rime).first().copied()?))
    })
}

/// Letters that are taken for each other: hats that were not typed, and neighbours in speech.
const ALIKE: [(&str, &str); 16] = [
    ("a", "ăâ"),
    ("ă", "aâ"),
    ("â", "aă"),
    ("e", "ê"),
    ("ê", "e"),
    ("o", "ôơ"),
    ("ô", "oơ"),
    ("ơ", "oô"),
    ("u", "ư"),
    ("ư", "u"),
    ("d", "đ"),
    ("đ", "d"),
    ("i", "y"),
    ("y", "i"),
    ("c", "k"),
    ("k", "c"),
];
const ONSETS_ALIKE: [(&str, &str); 20] = [
    ("s", "x"),
    ("x", "s"),
    ("ch", "tr"),
    ("tr", "ch"),
    ("d", "gi"),
    ("gi", "d"),
    ("r", "d"),
    ("l", "n"),
    ("n", "l"),
    ("g", "gh"),
    ("gh", "g"),
    ("ng", "ngh"),
    ("ngh", "ng"),
    ("f", "ph"),
    ("z", "d"),
    ("j", "gi"),
    ("w", "qu"),
    ("q", "qu"),
    ("kh", "h"),
    ("c", "qu"),
];

/// Letters that the word may have stood for, with the number of slips between them.
fn spellings(letters: &[char]) -> Vec<(usize, String)> {
    let mut found = vec![(0, letters.to_vec())];
    let add = |found: &mut Vec<(usize, Vec<char>)>, cost: usize, letters: Vec<char>| {
        if !letters.is_empty() && !found.iter().any(|(_, other)| *other == letters) {
            found.push((cost, letters));
        }
    };
    // Up to two letters with another hat: "nguoi" is "người".
    for round in 0..2 {
        for (cost, base) in found.clone().into_iter().filter(|(cost, _)| *cost == round) {
            for place in 0..base.len() {
                for other in alike(base[place]) {
                    let mut changed = base.clone();
                    changed[place] = other;
                    add(&mut found, cost + 1, changed);
                }
            }
        }
    }
    let text: String = letters.iter().collect();
    for (from, to) in ONSETS_ALIKE {
        if let Some(rest) = text.strip_prefix(from) {
            add(&mut found, 2, to.chars().chain(rest.chars()).collect());
        }
    }
    for place in 0..letters.len() {
        let mut without = letters.to_vec();
        without.remove(place);
        add(&mut found, 2, without);
        if place + 1 < letters.len() {
            let mut swapped = letters.to_vec();
            swapped.swap(place, place + 1);
            add(&mut found, 2, swapped);
        }
    }
    for place in 0..=letters.len() {
        for letter in "aăâbcdđeêghiklmnoôơpqrstuưvxy".chars() {
            let mut longer = letters.to_vec();
            longer.insert(place, letter);
            add(&mut found, 3, longer);
        }
    }
    found.into_iter().map(|(cost, letters)| (cost, letters.into_iter().collect())).collect()
}

fn alike(letter: char) -> impl Iterator<Item = char> {
    let row = ALIKE.iter().find(|(one, _)| one.starts_with(letter));
    row.map_or("", |(_, others)| others).chars()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn real_syllables_pass() {
        let words = "nghiêng nghệ ghế gà kỳ quốc quý quyển gì giữa giếng giết già yêu ý oanh khuya khuỷu ngoằn xoong \
            Nguyễn thuyền đường rượu hươu cừu người hoà hòa thủy thuỷ khoẻ khỏe loà xòa Việt tiếng uống ưa mưa nước ngoéo \
            Đắk Lắk Kạn ĐỒNG quả quá qua huýt huỳnh quỳnh quặp quên giặt giấu a ừ é ổ tuần luật quét xuyến tuýp phở goòng";
        for word in words.split_ascii_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn what_breaks_a_rule_does_not() {
        let words = "nge ghà kà ce ngê viêt hoc học̀ tiênǵ̣ qúy gía đưòng thuỳênn nguoi kòng việ̀t hộch̉ xt z fa wa qa iêu tếing \
            bảt khỏac tìch yêt biêts sjv cyêu";
        for word in words.split_ascii_whitespace() {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn a_slip_leads_back_to_the_word() {
        for (slip, word) in [
            ("viêt", "việt"),
            ("nguoi", "người"),
            ("đuợc", "được"),
            ("nghành", "ngành"),
            ("ngề", "nghề"),
            ("tếing", "tiếng"),
            ("qúy", "quý"),
            ("hoc", "học"),
            ("kông", "công"),
            ("phóngg", "phóng"),
        ] {
            assert!(suggestions(slip, 5).contains(&word.to_owned()), "{slip}: {:?}", suggestions(slip, 5));
        }
    }

    #[test]
    fn letters_tell_the_language() {
        assert!(has_vietnamese_letter("Đặng") && has_vietnamese_letter("Hà"));
        assert!(!has_vietnamese_letter("Hanoi") && !has_vietnamese_letter("naïve"));
    }

    proptest! {
        #[test]
        fn every_onset_rime_and_tone_that_fit_make_a_syllable(
            onset in prop::sample::select(ONSETS.to_vec()),
            rime in prop::sample::select(RIMES.split_ascii_whitespace().collect::<Vec<_>>()),
            tone in prop::sample::select(TONES.to_vec()),
        ) {
            prop_assume!(fits(onset, rime));
            let at = tone_places(onset, rime)[0];
            let letters = format!("{onset}{rime}");
            let written = |at| Letters { letters: letters.clone(), tone: Some((tone, at)) }.written();
            let word = written(at);
            let stops = rime.ends_with(['c', 'p', 't', 'h']) && !rime.ends_with("nh");
            prop_assert_eq!(is_syllable(&word), !stops || tone == ACUTE || tone == DOT, "{}", word);
            let elsewhere = (0..letters.chars().count()).filter(|place| !tone_places(onset, rime).contains(place));
            for place in elsewhere.filter(|place| *place < onset.chars().count()) {
                prop_assert!(!is_syllable(&written(place)));
            }
        }

    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn suggestions_are_syllables_for_any_word(word in "[a-zđăâêôơưạểồĐ]{1,8}") {
            for suggestion in suggestions(&word, 5) {
                prop_assert!(is_syllable(&suggestion), "{word}: {suggestion}");
            }
        }
    }
}
