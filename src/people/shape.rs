//! The shapes of words: what is like an initial, a patronymic, a family name; what stands beside names and is none.

use std::sync::LazyLock;

use crate::people::lexicon::{Words, set};
use crate::people::split;

/// Letters of orders, degrees and parliaments that stand behind English names.
pub(super) fn is_letters(word: &str) -> bool {
    static LETTERS: Words = LazyLock::new(|| {
        set(
            "KC|QC|MP|MEP|MSP|RN|OBE|MBE|CBE|KBE|DBE|CMG|KCMG|GCMG|CVO|OM|CH|AM|AO|OAM|FRS|FBA|FSA|PhD|Ph.D|Ph.D.|MD|M.D|M.D.|MA|MSc|\
         DPhil|LLD|Esq|SJ|S.J.|OSB|USN|USMC|RAF|JP|TD|SC",
        )
    });
    LETTERS.contains(word)
}

/// Letters that are a family as well, where a name is in capitals.
pub(super) fn is_family_too(letters: &str) -> bool {
    ["MA", "AM", "AO", "OM", "CH", "SC", "TD"].contains(&letters)
}

/// "А.Петров", "И.И.Петров", "J.Smith".
pub(super) fn is_glued(word: &str) -> bool {
    let Some((initials, family)) = word.rsplit_once('.') else { return false };
    let is_initial = |part: &str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    initials.split('.').all(is_initial)
        && family.chars().count() > 2
        && family.starts_with(char::is_uppercase)
        && family.chars().skip(1).any(char::is_lowercase)
}

/// Families that are words of other things too: Hồ Tây is a lake, Đoàn Thanh niên the youth.
pub(super) fn is_other_word(family: &str) -> bool {
    static OTHER: Words =
        LazyLock::new(|| set("Đoàn|Hồ|Cao|Mai|Lý|Thái|Hà|La|Từ|Giang|Lâm|Chu|Tô|Thân|Lương|Dương|Kiều|Vương|Đào|Tống"));
    OTHER.contains(family)
}

/// What may stand behind a name without a comma.
pub(super) fn follows_a_name(word: &str) -> bool {
    static FOLLOWING: Words = LazyLock::new(|| {
        set(
            "và|cùng|phát|cho|nói|đã|là|được|dự|chủ|tham|làm|trình|chia|khẳng|nhấn|sẽ|cũng|tới|đến|về|tiếp|gửi|trao|thay|đồng|điều|tặng|\
         kết|khai|thuộc|của|từ|với|đại|có|giới|bày|kêu|и|а|с|из|от|в|на|вместе|который|которая|о|об|также|рассказал|рассказала|\
         сказал|сказала|and|of|from|with|at|in|for|who|was|were|is|are|said|says|agreed|spoke|attended|joined|cut|also|as|on|to|gave|\
         took|opened|welcomed|told|moderated|chaired|introduced|presented|will|has|had|before|after|then|both|while|whose|thanked|met",
        )
    });
    let is_past = word.ends_with("л")
        || word.ends_with("ла")
        || word.ends_with("ли")
        || word.ends_with("лся")
        || word.ends_with("лась");
    FOLLOWING.contains(word)
        || is_past && word.chars().count() > 3
        || word.len() > 4 && word.is_ascii() && word.ends_with("ed")
}

/// What may stand before a name without an office.
pub(super) fn leads_a_name(word: &str) -> bool {
    static LEADING: Words = LazyLock::new(|| {
        set(
            "và|cùng|với|có|gồm|là|do|bởi|mời|tiếp|и|а|также|с|были|выступили|присутствовали|участвовали|среди|and|by|were|was|included|\
         include|includes|including|featured|joined|said|between|are|is|being|like|namely|colleague|colleagues|welcomed|thanked|met|\
         told",
        )
    });
    let is_past = word.ends_with("ли")
        || word.ends_with("лись")
        || word.ends_with("ил")
        || word.ends_with("ала")
        || word.ends_with("ал");
    LEADING.contains(word.to_lowercase().as_str()) || is_past && word.chars().count() > 4
}

/// Whether a Russian word asks for a case in which people stand: «встретился с Иваном Петровым», «в том числе Ивана Петрова».
pub(super) fn asks_for_case(word: &str) -> bool {
    static ASKING: Words =
        LazyLock::new(|| set("и|а|также|с|со|к|ко|от|у|для|о|об|числе|включая|кроме|помимо|перед|между"));
    ASKING.contains(word)
}

pub(super) fn is_preposition(word: &str) -> bool {
    static PREPOSITIONS: Words = LazyLock::new(|| {
        set("of|the|for|at|in|with|from|to|on|and|в|на|по|при|из|от|для|к|с|и|имени|tại|ở|của|về|trong")
    });
    PREPOSITIONS.contains(word)
}

pub(super) fn is_particle(word: &str) -> bool {
    split::PARTICLES.contains(word)
}

/// Whether a Russian word in the nominative is a patronymic.
pub(super) fn is_patronymic(word: &str) -> bool {
    const ENDINGS: [&str; 13] = [
        "ович",
        "евич",
        "овна",
        "евна",
        "ична",
        "ильич",
        "кызы",
        "оглы",
        "никитич",
        "кузьмич",
        "фомич",
        "лукич",
        "саввич",
    ];
    word.chars().count() >= 5 && ENDINGS.iter().any(|ending| word.to_lowercase().ends_with(ending))
}

/// Whether a Russian word ends as families do in the nominative.
pub(super) fn has_family_ending(word: &str) -> bool {
    static ENDINGS: Words = LazyLock::new(|| {
        set(
            "ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ская|цкая|ской|ко|ук|юк|як|ян|дзе|швили|ия|аго|ович|евич|ец|их|ых|ер|ман|берг|\
         штейн|сон|дт|лло|нко|ний|вой|ной|стой",
        )
    });
    let small = word.to_lowercase();
    small.chars().count() > 3 && ENDINGS.iter().any(|ending| small.ends_with(ending))
}

pub(super) fn is_russian_adjective_of_place(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ского", "ской", "ский", "ская", "ское", "цкий", "цкого", "ого", "его", "ого"];
    let small = word.to_lowercase();
    ENDINGS.iter().any(|ending| small.ends_with(ending))
}
