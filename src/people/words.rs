//! The words by which a passage shows what is what: forms of address, offices, organisations, what leads a list in.

use crate::language::fold::fold;
use crate::report::Role;

/// Forms of address, longest first where one begins another. They are compared without case, and end before a space or the name.
const HONORIFICS: &[&str] = &[
    "các đồng chí",
    "đồng chí",
    "đ/c",
    "ông bà",
    "ông",
    "bà",
    "ngài",
    "nhà báo",
    "nhà văn",
    "nhà thơ",
    "họa sĩ",
    "GS.TSKH",
    "GS.TS",
    "GS. TS.",
    "GS. TS",
    "PGS.TS",
    "PGS. TS.",
    "PGS. TS",
    "GS",
    "PGS",
    "TSKH",
    "TS.",
    "TS",
    "ThS.",
    "ThS",
    "BS.",
    "BS",
    "LS.",
    "KTS.",
    "NSND",
    "NSƯT",
    "Thượng tọa",
    "Hòa thượng",
    "Thiếu tướng",
    "Trung tướng",
    "Đại tá",
    "товарищ",
    "тов.",
    "господин",
    "госпожа",
    "г-н",
    "г-жа",
    "д-р",
    "доктор",
    "проф.",
    "профессор",
    "академик",
    "акад.",
    "The Hon.",
    "Hon.",
    "H.E.",
    "His Excellency",
    "Her Excellency",
    "Mr.",
    "Mr",
    "Mrs.",
    "Mrs",
    "Ms.",
    "Ms",
    "Dr.",
    "Dr",
    "Prof.",
    "Professor",
    "Sir",
    "Dame",
    "Comrade",
];

/// Offices at whose beginning an office is known, folded. Russian ones are stems.
const TITLES: &[&str] = &[
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "tong giam doc",
    "pho tong giam doc",
    "tong bien tap",
    "pho tong bien tap",
    "bi thu",
    "pho bi thu",
    "truong ban",
    "pho truong ban",
    "truong phong",
    "pho truong phong",
    "truong doan",
    "pho truong doan",
    "truong khoa",
    "pho truong khoa",
    "uy vien",
    "thu truong",
    "bo truong",
    "cuc truong",
    "pho cuc truong",
    "vu truong",
    "pho vu truong",
    "vien truong",
    "pho vien truong",
    "hieu truong",
    "pho hieu truong",
    "tong thu ky",
    "pho tong thu ky",
    "thu ky",
    "chanh van phong",
    "pho chanh van phong",
    "phong vien",
    "bien tap vien",
    "dai su",
    "tong lanh su",
    "tham tan",
    "bi thu thu",
    "chuyen vien",
    "chuyen gia",
    "nghien cuu vien",
    "giang vien",
    "nguyen chu tich",
    "nguyen pho chu tich",
    "nguyen giam doc",
    "nguyen tong bien tap",
    "hoi vien",
    "cong tac vien",
    "председател",
    "сопредседател",
    "зам",
    "директор",
    "генеральный директор",
    "исполнительный директор",
    "художественный руководитель",
    "главный редактор",
    "шеф-редактор",
    "ответственный",
    "редактор",
    "министр",
    "посол",
    "чрезвычайный",
    "генеральный консул",
    "ректор",
    "проректор",
    "декан",
    "профессор",
    "секретар",
    "ответственный секретар",
    "руководител",
    "начальник",
    "президент",
    "вице-президент",
    "глав",
    "губернатор",
    "мэр",
    "депутат",
    "член",
    "корреспондент",
    "специальный корреспондент",
    "собственный корреспондент",
    "журналист",
    "обозревател",
    "научный сотрудник",
    "старший",
    "ведущий",
    "первый",
    "доцент",
    "заведующ",
    "советник",
    "консул",
    "эксперт",
    "координатор",
    "преподавател",
    "пресс-секретар",
    "и. о.",
    "и.о.",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "co-chair",
    "president",
    "vice-president",
    "vice president",
    "vice chair",
    "vice-chair",
    "deputy",
    "director",
    "director-general",
    "editor",
    "editor-in-chief",
    "minister",
    "ambassador",
    "professor",
    "rector",
    "dean",
    "secretary",
    "secretary-general",
    "head",
    "chief",
    "manager",
    "managing",
    "executive",
    "reporter",
    "correspondent",
    "journalist",
    "member",
    "researcher",
    "governor",
    "mayor",
    "adviser",
    "advisor",
    "coordinator",
    "spokesperson",
    "spokeswoman",
    "spokesman",
    "founder",
    "curator",
    "lecturer",
    "senior",
    "former",
    "acting",
    "general director",
    "general secretary",
    "first secretary",
    "press officer",
    "photographer",
    "publisher",
    "producer",
    "fellow",
    "consul",
    "counsellor",
    "under-secretary",
    "commissioner",
    "specialist",
    "expert",
    "фотограф",
    "продюсер",
    "атташе",
    "сотрудник",
    "бывший",
    "доктор",
    "кандидат",
    "почетный",
    "основател",
    "управляющ",
];

/// Words with which the name of an organisation begins in Vietnamese; they are compared with their tones, the case of the first
/// letter apart for the ones that are written small in running text.
const VIETNAMESE_BODIES: &[&str] = &[
    "Hội",
    "Liên hiệp",
    "Liên đoàn",
    "Ủy ban",
    "Uỷ ban",
    "UBND",
    "HĐND",
    "Hội đồng",
    "Sở",
    "Bộ",
    "Ban",
    "Báo",
    "báo",
    "Tạp chí",
    "tạp chí",
    "Đài",
    "đài",
    "Trường",
    "trường",
    "Đại học",
    "Học viện",
    "Viện",
    "Công ty",
    "công ty",
    "Tổng công ty",
    "Tập đoàn",
    "Trung tâm",
    "Văn phòng",
    "Nhà xuất bản",
    "NXB",
    "Tỉnh ủy",
    "Tỉnh uỷ",
    "Thành ủy",
    "Huyện ủy",
    "Đảng ủy",
    "Cục",
    "Vụ",
    "Tổng cục",
    "Đại sứ quán",
    "Tổng Lãnh sự quán",
    "Bảo tàng",
    "Thư viện",
    "Thông tấn xã",
    "TTXVN",
    "VTV",
    "VOV",
    "Quỹ",
    "Ngân hàng",
    "Chi hội",
    "Câu lạc bộ",
    "Tòa soạn",
    "tòa soạn",
    "Cơ quan",
    "MTTQ",
    "Mặt trận",
    "Hiệp hội",
    "Trung ương",
    "Chi cục",
    "Khoa",
    "Phòng",
    "Nhà hát",
    "Quốc hội",
];

/// Stems with which the word for an organisation begins in Russian, in small letters.
const RUSSIAN_BODIES: &[&str] = &[
    "союз",
    "институт",
    "университет",
    "министерств",
    "комитет",
    "издательств",
    "газет",
    "агентств",
    "академи",
    "центр",
    "фонд",
    "ассоциаци",
    "отделени",
    "правительств",
    "администраци",
    "компани",
    "редакци",
    "музе",
    "библиотек",
    "посольств",
    "консульств",
    "департамент",
    "управлени",
    "дум",
    "обществ",
    "организаци",
    "школ",
    "колледж",
    "федераци",
    "парти",
    "ооо",
    "ао",
    "мгу",
    "спбгу",
    "мид",
    "палат",
    "телекомпани",
    "телеканал",
    "радио",
    "гильди",
    "клуб",
    "театр",
    "филармони",
    "лаборатори",
    "факультет",
    "кафедр",
    "галере",
    "издани",
    "портал",
    "медиахолдинг",
    "холдинг",
    "совет",
    "журнал",
    "комисси",
    "собрани",
    "тасс",
    "бюро",
    "альянс",
];

/// Words that an organisation has in English, in small letters.
const ENGLISH_BODIES: &[&str] = &[
    "institute",
    "university",
    "ministry",
    "union",
    "association",
    "committee",
    "council",
    "foundation",
    "agency",
    "museum",
    "press",
    "journal",
    "review",
    "times",
    "news",
    "daily",
    "gazette",
    "centre",
    "center",
    "college",
    "academy",
    "school",
    "department",
    "embassy",
    "bank",
    "company",
    "ltd",
    "ltd.",
    "inc",
    "inc.",
    "society",
    "federation",
    "board",
    "office",
    "library",
    "group",
    "commission",
    "network",
    "television",
    "radio",
    "government",
    "party",
    "fund",
    "organisation",
    "organization",
    "trust",
    "studio",
    "forum",
    "parliament",
    "weekly",
    "magazine",
    "herald",
    "post",
    "broadcasting",
    "alliance",
    "consulate",
    "club",
    "guild",
    "faculty",
    "bureau",
];

/// Vietnamese family names that no province and no office begins with.
const FAMILY_NAMES: &[&str] = &[
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Trịnh", "Đinh", "Đoàn", "Lương", "Mai", "Trương", "Đào", "Vương", "Tạ", "Quách", "Tô", "Triệu", "Kiều",
    "Chu", "La", "Lưu", "Phùng", "Thái", "Tống", "Từ", "Nghiêm", "Cao", "Đàm", "Giang", "Hà", "Lâm", "Thân",
];

/// Places that look like a family name and a given one.
const PLACES: &[&str] =
    &["Hà Nội", "Hà Nam", "Hà Giang", "Hà Tĩnh", "Lâm Đồng", "Thái Bình", "Thái Nguyên", "Cao Bằng", "Giang Nam"];

/// The form of address that a text begins with, as it is written there, and the rest.
pub(super) fn split_honorific(text: &str) -> Option<(&str, &str)> {
    let ending = |word: &&&str| {
        let Some(head) = text.get(..word.len()) else { return false };
        let rest = &text[word.len()..];
        let is_word = rest.starts_with(' ') || rest.starts_with('\u{a0}') || word.ends_with('.') && !rest.is_empty();
        // "TS" and "BS" are words only in capitals.
        let is_same = if word.chars().all(|letter| letter.is_uppercase() || letter == '.') && !word.contains(' ') {
            head == **word
        } else {
            head.to_lowercase() == word.to_lowercase()
        };
        is_word && is_same
    };
    let word = HONORIFICS.iter().filter(ending).max_by_key(|word| word.len())?;
    Some((&text[..word.len()], text[word.len()..].trim_start()))
}

/// How many bytes at the beginning of a text say that it is an office; `None` where it is none.
pub(super) fn title_len(text: &str) -> Option<usize> {
    let words: Vec<(usize, &str)> = words_of(text).collect();
    // The longest office wins: "phó chủ tịch" before "chủ tịch".
    for count in (1..=words.len().min(4)).rev() {
        let (last, word) = words.get(count - 1)?;
        let head = fold(&text[..last + word.len()]);
        let head = head.trim_end_matches([',', '.']);
        let fits = |title: &str| {
            if title.chars().any(|letter| ('а'..='я').contains(&letter)) {
                head.starts_with(title) && head.split(' ').count() == title.split(' ').count()
            } else {
                head == title
            }
        };
        if TITLES.iter().any(|title| fits(title)) {
            return Some(last + word.len());
        }
    }
    None
}

/// Whether a text begins with the word for an organisation.
pub(super) fn begins_body(text: &str) -> bool {
    let text = text.trim_start_matches(['«', '"', '“', '(']);
    if begins_vietnamese_body(text) {
        return true;
    }
    let Some(first) = text.split_whitespace().next() else { return false };
    is_russian_body(first) || is_english_body(first)
}

fn begins_vietnamese_body(text: &str) -> bool {
    // The press is no newspaper.
    let is_press = starts_with_word(text, "Báo chí") || starts_with_word(text, "báo chí");
    !is_press && VIETNAMESE_BODIES.iter().any(|body| starts_with_word(text, body))
}

/// Where in a text the name of an organisation begins, in bytes: at the word for it, with the adjectives that go before.
pub(super) fn body_at(text: &str) -> Option<usize> {
    let words: Vec<(usize, &str)> = words_of(text).collect();
    let place = words.iter().position(|(at, word)| begins_vietnamese_body(&text[*at..]) || is_russian_body(word));
    let place = place?;
    let mut first = place;
    while let Some((_, before)) = first.checked_sub(1).and_then(|before| words.get(before)) {
        let is_adjective = is_russian_body(words[place].1) && is_russian_adjective(before);
        if !is_adjective {
            break;
        }
        first -= 1;
    }
    words.get(first).map(|(at, _)| *at)
}

/// Whether a text has one of the words that English organisations have.
pub(super) fn has_english_body(text: &str) -> bool {
    text.split_whitespace().any(is_english_body)
}

/// Whether any part of a text is a word for an organisation.
pub(super) fn has_body(text: &str) -> bool {
    begins_body(text) || has_english_body(text) || text.split_whitespace().any(is_russian_body)
}

/// Whether a text begins with a family name that Vietnamese have.
pub(super) fn begins_with_family_name(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    FAMILY_NAMES.iter().any(|name| *name == first || name.to_uppercase() == first)
}

/// Whether a text begins with a place.
pub(super) fn begins_with_place(text: &str) -> bool {
    PLACES.iter().any(|place| starts_with_word(text, place))
}

/// The part that people play who stand under such a heading, or after such words.
pub(super) fn role_of(heading: &str) -> Option<Role> {
    const ROLES: &[(&str, Role)] = &[
        ("chu tri", Role::Chair),
        ("chu toa", Role::Chair),
        ("dien gia", Role::Speaker),
        ("bao cao vien", Role::Speaker),
        ("tham luan", Role::Speaker),
        ("khach moi", Role::Guest),
        ("khach", Role::Guest),
        ("ban to chuc", Role::Organiser),
        ("bao chi", Role::Press),
        ("dai bieu", Role::Delegate),
        ("председател", Role::Chair),
        ("ведущ", Role::Chair),
        ("модератор", Role::Chair),
        ("докладчик", Role::Speaker),
        ("спикер", Role::Speaker),
        ("гост", Role::Guest),
        ("организатор", Role::Organiser),
        ("пресса", Role::Press),
        ("сми", Role::Press),
        ("делегат", Role::Delegate),
        ("chair", Role::Chair),
        ("moderator", Role::Chair),
        ("speaker", Role::Speaker),
        ("guest", Role::Guest),
        ("organiser", Role::Organiser),
        ("organizer", Role::Organiser),
        ("press", Role::Press),
    ];
    let heading = fold(heading);
    let at_word = |word: &str| {
        heading.match_indices(word).any(|(at, _)| !heading[..at].chars().next_back().is_some_and(char::is_alphanumeric))
    };
    let found = ROLES.iter().find(|(word, _)| at_word(word)).map(|(_, role)| *role);
    found.or_else(|| at_word("delegate").then_some(Role::Delegate))
}

/// Whether a text begins with a word and the word ends there.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}

/// The words of a text with their places.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(char::is_whitespace).filter(|word| !word.is_empty()).map(move |word| {
        // A part of a text knows where it stands in it.
        (word.as_ptr() as usize - text.as_ptr() as usize, word)
    })
}

fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.').to_lowercase()
}

fn is_russian_body(word: &str) -> bool {
    let word = bare(word);
    let is_office =
        ["советник", "журналист", "партнер", "компаньон", "газетчик"].iter().any(|office| word.starts_with(office));
    // A short stem is a word of its own: "ао" does not begin "аорта".
    let fits = |stem: &str| match stem.chars().count() {
        0..=3 => word == stem || stem == "дум" && ["дума", "думы", "думе"].contains(&word.as_str()),
        _ => word.starts_with(stem),
    };
    !is_office && RUSSIAN_BODIES.iter().any(|stem| fits(stem))
}

fn is_english_body(word: &str) -> bool {
    let word = bare(word);
    ENGLISH_BODIES.contains(&word.as_str())
}

fn is_russian_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ого", "его", "ой", "ей", "ый", "ий", "ая", "ых", "их"];
    let word = word.to_lowercase();
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && title_len(&word).is_none()
}
