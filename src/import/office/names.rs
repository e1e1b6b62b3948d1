//! The names that styles have, in the languages of the program and the large ones.

use super::flow::Kind;

/// What a style is by its name. Word writes the English name of its own styles in every language; other programs and people write theirs.
pub fn kind(name: &str) -> Option<Kind> {
    const TITLES: [&str; 6] = ["title", "название", "заголовок документа", "tiêu đề", "titel", "titre"];
    const SUBTITLES: [&str; 5] = ["subtitle", "подзаголовок", "tiêu đề phụ", "untertitel", "sous-titre"];
    const BYLINES: [&str; 10] =
        ["byline", "by-line", "author", "authors", "автор", "авторы", "подпись автора", "tác giả", "autor", "auteur"];
    const QUOTATIONS: [&str; 11] = [
        "quote",
        "intense quote",
        "quotations",
        "block text",
        "block quote",
        "blockquote",
        "цитата",
        "выделенная цитата",
        "trích dẫn",
        "zitat",
        "citation",
    ];
    const CAPTIONS: [&str; 16] = [
        "caption",
        "figure caption",
        "image caption",
        "photo caption",
        "captioned figure",
        "illustration",
        "figure",
        "название объекта",
        "подпись",
        "подпись к рисунку",
        "подпись к фото",
        "подпись к иллюстрации",
        "chú thích",
        "chú thích ảnh",
        "beschriftung",
        "légende",
    ];
    const TABLE_CAPTIONS: [&str; 3] = ["table caption", "table", "название таблицы"];
    const HEADINGS: [&str; 7] = ["heading ", "заголовок ", "tiêu đề ", "đầu đề ", "đề mục ", "überschrift ", "titre "];
    let name = name.trim().to_lowercase().replace('_', " ");
    let is_in = |list: &[&str]| list.contains(&name.as_str());
    let level = HEADINGS.iter().find_map(|start| name.strip_prefix(start)?.trim().parse::<u8>().ok());
    if let Some(level) = level.filter(|level| (1..=9).contains(level)) {
        return Some(Kind::Heading(level));
    }
    if is_in(&TITLES) {
        Some(Kind::Title)
    } else if is_in(&SUBTITLES) {
        Some(Kind::Subtitle)
    } else if is_in(&BYLINES) {
        Some(Kind::Byline)
    } else if is_in(&QUOTATIONS) {
        Some(Kind::Quotation)
    } else if is_in(&CAPTIONS) {
        Some(Kind::Caption)
    } else if is_in(&TABLE_CAPTIONS) {
        Some(Kind::TableCaption)
    } else {
        None
    }
}

/// What a numbered caption is of, by the name of its numbers; `None` where they number something else.
pub fn numbered(name: &str) -> Option<Kind> {
    const PICTURES: [&str; 13] = [
        "figure",
        "fig",
        "illustration",
        "image",
        "photo",
        "picture",
        "рисунок",
        "рис",
        "фото",
        "hình",
        "ảnh",
        "abbildung",
        "drawing",
    ];
    const TABLES: [&str; 4] = ["table", "таблица", "bảng", "tabelle"];
    let name = name.trim().trim_matches(['"', '.']).to_lowercase();
    if PICTURES.contains(&name.as_str()) {
        Some(Kind::Caption)
    } else if TABLES.contains(&name.as_str()) {
        Some(Kind::TableCaption)
    } else {
        None
    }
}

/// Whether the words of a caption begin with what tables are called.
pub fn begins_with_table(words: &str) -> bool {
    let first: String = words.trim_start().chars().take_while(|letter| letter.is_alphabetic()).collect();
    numbered(&first) == Some(Kind::TableCaption)
}
