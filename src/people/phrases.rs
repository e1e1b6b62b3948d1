//! Words that lead to a name, and words after which a sentence tells something else than who somebody is.

use std::sync::LazyLock;

use crate::people::lexicon::{Words, set};
use crate::people::words::{self, words_of};

/// Verbs and the like, small: what stands behind one of them is who is meant.
static LEADING: Words = LazyLock::new(|| {
    set(
        "có|gồm|tiếp|gặp|đón|mời|bởi|do|cùng|với|của|là|thăm|участвуют|присутствуют|выступают|являются|вошли|стали|были|был|была|стал|\
     стала|прозвучали|were|was|are|is|included|include|includes|including|by|featured|features|comprised|comprises|consisted|\
     welcomed|met|said|joined|together|thanked|before|featuring|introduced|attended|hosted|opened|told|heard|from|between|alongside|\
     among|like|with",
    )
});
/// Those of them that an office may have in it.
static ALSO_INSIDE: Words =
    LazyLock::new(|| set("do|của|với|cùng|là|with|from|by|is|between|before|like|among|together|gặp|tiếp|mời|thăm"));
/// What goes before who is meant, and is neither office nor name.
static LEFT_OUT: Words = LazyLock::new(|| {
    set(
        "them|включая|among|also|còn|có|sự|tham|các|với|những|of|by|with|a|an|the|his|her|their|its|также|с|со|и|а|его|ее|её|их|как|в|том|числе|and|và|cùng|\
     от|from|colleague|colleagues|коллега|our|both|including|участие|участия|theo|according|to|словам|по|замечены|замечен|приглашены|\
     названы|избраны|by:|là|do",
    )
});
/// What follows somebody's name and office and tells what they did.
static CLAUSES: Words = LazyLock::new(|| {
    set(
        "phát biểu|cho rằng|cho biết|đồng tình|khẳng định|nhấn mạnh|chia sẻ|nói|đề nghị|kêu gọi|trả lời|trình bày|đã|sẽ|đang|vừa|cũng|\
     dự và|dự buổi|tham dự|đến dự|tới dự|cùng dự|cùng tham dự|đồng chủ trì|chủ trì|chủ tọa|điều hành|khai mạc|trao|tặng|tiếp|gặp|\
     bày tỏ|nhận định|giới thiệu|hơn|gần|cùng hơn|cùng gần|cùng các|cùng nhiều|cùng đông đảo|cùng đại diện|cùng lãnh đạo|và các|\
     và nhiều|đông đảo|các đại biểu|thay mặt|cảm ơn|chúc mừng|ký|cắt băng|được|tiếp nhận|từ|tại|trong|nhằm|để|về|khi|который|которая|\
     которые|а также более|более|около|и другие|и др|что|где|о плане|о том|об итогах|по вопросу|с докладом|от|с|со|на|при|во|по|для|\
     когда|чтобы|но|а|после|who|which|that|was|were|is|are|has|had|said|says|and|agreed|told|spoke|attended|took part|were present|\
     also|opened|closed|cut the|welcomed|gave|delivered|presented|chaired|moderated|joined|brought together|flanked|before|\
     in attendance|among others|and others|and other|more than|about|some|two|three|several|many|dozens|hundreds|as well as more|\
     on behalf|thanked|added|warned|noted|argued|called|led|received|signed|will|in|on|during|while|when|after|as|but|where|whose|\
     whom|including",
    )
});

/// Whether a Russian word is a verb in the past, which ends in л, ла, ли; nouns that do are known.
pub(super) fn is_russian_past(word: &str) -> bool {
    static NOUNS: Words = LazyLock::new(|| {
        set(
            "отдел|журнал|канал|портал|филиал|капитал|персонал|материал|футбол|волейбол|посол|посла|генерал|адмирал|зал|школ|стол|сел|\
         тыл|квартал|арсенал|терминал|потенциал|сериал|мемориал|земл|торговл|отрасл|автомобил|недел|мысл|модел|рол|дал|сил|стил|\
         профил|фестивал|дел|начал|мил|узл|подотдел|раздел|телеканал|идеал|металл|вокзал|маршал|консул|урал|байкал|интеграл|уздел|\
         трибунал|скал|угл|ворл|орл|бал|правил|ител|ател",
        )
    });
    let small = word.to_lowercase();
    let of_itself = small.strip_suffix("сь").or_else(|| small.strip_suffix("ся"));
    let stem = of_itself.unwrap_or(&small);
    let Some(base) = ["ла", "ли", "ло", "л"].iter().find_map(|ending| stem.strip_suffix(ending)) else {
        return false;
    };
    let with_l = format!("{base}л");
    base.chars().count() >= 2
        && word.starts_with(char::is_lowercase)
        && !(of_itself.is_none()
            && NOUNS.iter().any(|noun| with_l == *noun || noun.chars().count() > 3 && with_l.ends_with(noun)))
        && base.ends_with(['а', 'я', 'и', 'ы', 'е', 'о', 'у', 'ё'])
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// What stands behind the last word that leads to a name, and whether there was one.
pub(super) fn cut_before(text: &str) -> (&str, bool) {
    let is_office = words::title_len(without_left_out(text)).is_some();
    let mut from = None;
    for (at, word) in words_of(text) {
        let small = bare(word).to_lowercase();
        let is_inside = is_office && ALSO_INSIDE.contains(small.as_str());
        let leads = word.starts_with(char::is_lowercase) || at == 0;
        if leads && !is_inside && (LEADING.contains(small.as_str()) || is_russian_past(bare(word))) {
            from = Some(at + word.len());
        }
    }
    from.map_or((text, false), |from| (text[from..].trim_start(), true))
}

/// A text without the small words at its beginning that say nothing.
pub(super) fn without_left_out(text: &str) -> &str {
    let mut rest = text.trim_start_matches([' ', ',', ':', '–', '—', '-', '.']);
    while let Some((first, after)) = rest.split_once(char::is_whitespace) {
        if !LEFT_OUT.contains(first.to_lowercase().as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    if LEFT_OUT.contains(rest.to_lowercase().as_str()) { "" } else { rest }
}

/// Whether a text tells what somebody did, and not who they are.
pub(super) fn begins_clause(text: &str) -> bool {
    let small = text.to_lowercase();
    let first = words_of(text).next().map_or("", |(_, word)| bare(word));
    CLAUSES.iter().any(|clause| words::starts_with_word(&small, clause))
        || is_russian_past(first)
        || first.chars().all(|letter| letter.is_ascii_digit()) && !first.is_empty()
}

/// A text up to where it tells what somebody did, and whether it does.
pub(super) fn cut_behind(text: &str) -> (&str, bool) {
    static WITHIN: Words = LazyLock::new(|| {
        set(
            "phát biểu|cho rằng|cho biết|đồng tình|khẳng định|nhấn mạnh|chia sẻ|trình bày|đã|tham dự|đến dự|tới dự|cùng dự|cùng tham dự|\
         dự và|đồng chủ trì|chủ trì|chủ tọa|điều hành|bày tỏ|cùng hơn|cùng gần|cùng các|cùng nhiều|cùng đông đảo|cùng đại diện|\
         cùng lãnh đạo|trao quà|ký kết|и другие|и др|с докладом|were present|were among|also attended|attended|took part|spoke|\
         are expected|was present|were also|who|said|agreed|will|and others|as well as|have|has|gave|opened the|cut the|delivered|\
         chaired|presented",
        )
    });
    let small = text.to_lowercase();
    // The small letters of some signs are longer; then places differ, and nothing is cut.
    let is_same = small.len() == text.len();
    let begins = |at: &usize| WITHIN.iter().any(|phrase| words::starts_with_word(&small[*at..], phrase));
    let phrases = words_of(&small).map(|(at, _)| at).filter(|at| is_same && *at > 0 && begins(at));
    let verbs = words_of(text).filter(|(at, word)| *at > 0 && is_russian_past(bare(word))).map(|(at, _)| at);
    let end = phrases.chain(verbs).filter(|at| text.is_char_boundary(*at)).min();
    end.map_or((text, false), |end| (text[..end].trim_end_matches([' ', ',']), true))
}
