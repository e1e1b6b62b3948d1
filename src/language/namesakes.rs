//! What has the name of a person, or looks like one, and is nobody who takes part.

/// Those who are spoken of at conferences and take part in none, in small letters; Hồ Chí Minh with marks and without.
pub const HISTORICAL: [&str; 7] =
    ["hồ chí minh", "ho chi minh", "хо ши мин", "karl marx", "карл маркс", "vladimir lenin", "владимир ленин"];

/// Vietnamese places, and the beginnings of organisations, of two words of which the first is a family name, in small letters, between strokes.
pub const PLACES: &str = "hà nội|hà nam|hà giang|hà tĩnh|hà đông|hà lan|lâm đồng|thái bình|thái nguyên|cao bằng|mai châu|lý sơn|hồ tây|hồ gươm|ninh bình|đoàn thanh";

/// Words behind which stands what something is called after somebody: a street, a prize. In small letters.
pub const CALLED_AFTER: &str = "đường giải tên quỹ имени им улица улице улицы площадь площади проспект премии премия";
