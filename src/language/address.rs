//! Forms of address that are surely ones, in every kind of text.
//!
//! Who looks for names in a text and who reads a list of those who took part both add others, each by what may stand at its place.

/// What Vietnamese call one another, in small letters.
pub const VIETNAMESE: &str = "ông bà anh chị cô thầy cụ";

/// Vietnamese degrees and titles of honour that are written short; in small letters some are words.
pub const VIETNAMESE_SHORT: &str = "TS PGS GS ThS BS LS NSND NSƯT";

/// Vietnamese callings and ranks of two words, in small letters, between strokes.
pub const VIETNAMESE_PAIRS: &str = "đồng chí|nhà báo|nhà văn|nhà thơ|nhà giáo|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|giáo sư|bác sĩ|luật sư|nghệ sĩ|nghệ sỹ|thiếu tướng|\
    trung tướng|thượng tướng|đại tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy";

/// English, without full stops and in small letters.
pub const ENGLISH: &str = "mr mrs ms miss dr prof professor sir dame comrade";
