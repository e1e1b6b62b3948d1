//! What stands before a name: how people are addressed, what they are, and what is called after people.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::{address, namesakes};
use crate::names::terms::{Stems, Terms, phrases, words};
use crate::names::token::{Script, Token};

/// What the words before a name say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Before {
    /// Something that is called after somebody: a street, a prize.
    Place,
    /// Nothing.
    Nothing,
    /// An office or a trade, behind which other things than names stand as well.
    Office,
    /// A form of address, behind which only names stand.
    Address,
}

/// The forms that are surely ones, and those that are where a name follows: in a list "chú" begins a note, and "bác" a verb.
static ADDRESSES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    const ALSO: &str = "chú bác мистер миссис мисс";
    let all = [address::VIETNAMESE, address::VIETNAMESE_SHORT, address::ENGLISH, ALSO];
    all.iter().flat_map(|table| table.split(' ')).map(str::to_lowercase).collect()
});
static ADDRESS_PAIRS: Terms = LazyLock::new(|| {
    let mut all = phrases("bác sỹ|kỹ sư|phóng viên|đại biểu|nghệ nhân");
    all.extend(phrases(address::VIETNAMESE_PAIRS));
    all
});
/// How Russian forms of address begin; an ending of up to three letters follows.
static ADDRESS_STEMS: LazyLock<Stems> = LazyLock::new(|| Stems::of("товарищ господин госпож г-н г-ж"));

static OFFICES: Terms = LazyLock::new(|| {
    words(
        " president director chair chairman chairwoman chairperson minister editor secretary rector dean mayor governor ambassador \
    journalist reporter photographer correspondent writer poet deputy adviser advisor moderator speaker delegate teacher student lawyer architect \
    engineer historian doctor translator interpreter spokesman spokeswoman spokesperson secretary-general editor-in-chief colonel general captain \
    посла послу послом после мэра мэру мэром мэре ",
    )
});
static OFFICE_PAIRS: Terms = LazyLock::new(|| {
    phrases(
        "|chủ tịch|bí thư|giám đốc|biên tập|bộ trưởng|thứ trưởng|thủ tướng|trưởng ban|trưởng phòng|hiệu trưởng|viện trưởng|cục trưởng|\
    vụ trưởng|thư ký|đại sứ|chủ nhiệm|trưởng đoàn|tác giả|hội viên|",
    )
});
static OFFICE_STEMS: LazyLock<Stems> = LazyLock::new(|| {
    Stems::of(
        "директор президент председател сопредседател заместител министр губернатор мэр ректор проректор декан редактор главред журналист журналистк \
    корреспондент репортер фотограф фотокорреспондент секретар посол советник депутат писател писательниц поэт художник художниц режиссер глав руководител \
    начальник учител учительниц модератор эксперт аналитик координатор генерал полковник юрист адвокат врач спикер доктор профессор академик историк \
    участник участниц делегат ведущ лауреат",
    )
});

/// What is called after people, and what is no person although it has a person's name in it.
static PLACES: Terms = LazyLock::new(|| {
    let mut all = words(
        " phố phường xã quận huyện thị trường bảo tàng viện cầu tỉnh đảo đại lộ tượng phim mang hồ chùa \
    street avenue road prize award named novel film ship saint st king queen \
    ул улицу проспекте проспекта премию музей музея музее театр театра театре \
    библиотека библиотеки библиотеке парк парка парке памятник памятника памятнику роман романа романе фильм фильма фильме стадион стадиона храм храма \
    завод завода фонд фонда школа школы школе дом дома доме собор собора святого святой колледж ",
    );
    all.extend(words(namesakes::CALLED_AFTER));
    all
});
/// Words that follow a name and make it that of a thing.
static THINGS: Terms = LazyLock::new(|| {
    words(
        " foundation university street square institute school college prize award centre center hall library hospital museum airport bridge park house \
    theatre theater act committee county river lake church cathedral road avenue station place falls springs lane market press review island islands \
    bay beach city fund trust company group ltd inc hotel club society association ministry day bible stadium ",
    )
});

/// What stands before the word at a place, and what the words before that make of it.
pub(super) fn before(text: &str, words: &[Token], place: usize) -> Before {
    let near = |back: usize| {
        let at = place.checked_sub(back)?;
        let joined = (at..place).all(|index| is_joined(text, words, index));
        joined.then_some(&words[at])
    };
    let Some(last) = near(1) else { return Before::Nothing };
    // No pair is of Russian words.
    let is_latin = last.spelt.script == Script::Latin;
    let pair = near(2).filter(|_| is_latin).map(|first| format!("{} {}", first.small, last.small)).unwrap_or_default();
    if ADDRESSES.contains(last.small.as_str())
        || ADDRESS_PAIRS.contains(pair.as_str())
        || is_comrade(&text[..last.range.end])
        || ADDRESS_STEMS.has(&last.spelt.key)
    {
        return Before::Address;
    }
    if (1..=3).filter_map(near).any(|word| PLACES.contains(word.small.as_str()) && !word.is_capitals) {
        return Before::Place;
    }
    if OFFICES.contains(last.small.as_str())
        || OFFICE_PAIRS.contains(pair.as_str())
        || OFFICE_STEMS.has(&last.spelt.key)
    {
        return Before::Office;
    }
    Before::Nothing
}

/// Whether a text ends with "đ/c", which is "đồng chí".
fn is_comrade(text: &str) -> bool {
    let mut last = text.chars().rev();
    last.next().is_some_and(|letter| matches!(letter, 'c' | 'C'))
        && last.next() == Some('/')
        && last.next().is_some_and(|letter| matches!(letter, 'đ' | 'Đ'))
}

/// Whether a word makes a thing of the name before it or in it.
pub(super) fn is_thing(word: &Token) -> bool {
    THINGS.contains(word.small.as_str())
}

/// Whether a word is an office or a form of address itself.
pub(super) fn is_office(word: &Token) -> bool {
    OFFICES.contains(word.small.as_str())
        || ADDRESSES.contains(word.small.as_str())
        || OFFICE_STEMS.has(&word.spelt.key)
        || ADDRESS_STEMS.has(&word.spelt.key)
}

/// Whether one space, or a full stop behind an abbreviation, lies between the word at a place and the next.
pub(super) fn is_joined(text: &str, words: &[Token], place: usize) -> bool {
    let (Some(word), Some(next)) = (words.get(place), words.get(place + 1)) else { return false };
    let is_short = word.range.len() <= 8 && word.small.chars().count() <= 4;
    next.follows || is_short && matches!(&text[word.range.end..next.range.start], ". " | "." | ".\u{a0}" | "/")
}
