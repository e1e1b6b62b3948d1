//! The columns of tables: by their heads in three languages, or by what stands in them.

use crate::language::Language;
use crate::language::fold::fold;
use crate::people::row::{Sure, clean};
use crate::people::{split, words};
use crate::report::{PersonField, Role};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Field(PersonField),
    Role,
    Family,
    Given,
    Middle,
    /// Office and organisation in one.
    Position,
    /// Numbers, and what nobody asks for.
    Ignored,
}

/// Heads, folded. Remarks of those who made the list are not for the page, which prints a participant's note: they stand with the contacts,
/// which the reporter alone sees.
const HEADS: &[(&str, Column)] = &[
    ("name", Column::Field(PersonField::Name)),
    ("full name", Column::Field(PersonField::Name)),
    ("participant", Column::Field(PersonField::Name)),
    ("ho va ten", Column::Field(PersonField::Name)),
    ("ho ten", Column::Field(PersonField::Name)),
    ("ho va ten dai bieu", Column::Field(PersonField::Name)),
    ("ho, ten", Column::Field(PersonField::Name)),
    ("фио", Column::Field(PersonField::Name)),
    ("ф.и.о", Column::Field(PersonField::Name)),
    ("ф. и. о", Column::Field(PersonField::Name)),
    ("фамилия имя отчество", Column::Field(PersonField::Name)),
    ("фамилия, имя, отчество", Column::Field(PersonField::Name)),
    ("имя и фамилия", Column::Field(PersonField::Name)),
    ("фамилия и имя", Column::Field(PersonField::Name)),
    ("участник", Column::Field(PersonField::Name)),
    ("family name", Column::Family),
    ("surname", Column::Family),
    ("last name", Column::Family),
    ("ho", Column::Family),
    ("фамилия", Column::Family),
    ("given name", Column::Given),
    ("first name", Column::Given),
    ("ten", Column::Given),
    ("имя", Column::Given),
    ("middle name", Column::Middle),
    ("ten dem", Column::Middle),
    ("dem", Column::Middle),
    ("отчество", Column::Middle),
    ("short name", Column::Field(PersonField::ShortName)),
    ("ten goi tat", Column::Field(PersonField::ShortName)),
    ("краткое имя", Column::Field(PersonField::ShortName)),
    ("form of address", Column::Field(PersonField::Honorific)),
    ("honorific", Column::Field(PersonField::Honorific)),
    ("prefix", Column::Field(PersonField::Honorific)),
    ("salutation", Column::Field(PersonField::Honorific)),
    ("danh xung", Column::Field(PersonField::Honorific)),
    ("xung ho", Column::Field(PersonField::Honorific)),
    ("hoc ham, hoc vi", Column::Field(PersonField::Honorific)),
    ("обращение", Column::Field(PersonField::Honorific)),
    ("title", Column::Field(PersonField::Title)),
    ("job title", Column::Field(PersonField::Title)),
    ("office", Column::Field(PersonField::Title)),
    ("chuc vu", Column::Field(PersonField::Title)),
    ("chuc danh", Column::Field(PersonField::Title)),
    ("должность", Column::Field(PersonField::Title)),
    ("position", Column::Position),
    ("chuc vu, don vi", Column::Position),
    ("chuc vu, don vi cong tac", Column::Position),
    ("chuc vu - don vi", Column::Position),
    ("должность и место работы", Column::Position),
    ("должность, организация", Column::Position),
    ("organisation", Column::Field(PersonField::Organisation)),
    ("organization", Column::Field(PersonField::Organisation)),
    ("company", Column::Field(PersonField::Organisation)),
    ("institution", Column::Field(PersonField::Organisation)),
    ("affiliation", Column::Field(PersonField::Organisation)),
    ("don vi", Column::Field(PersonField::Organisation)),
    ("don vi cong tac", Column::Field(PersonField::Organisation)),
    ("co quan", Column::Field(PersonField::Organisation)),
    ("noi cong tac", Column::Field(PersonField::Organisation)),
    ("to chuc", Column::Field(PersonField::Organisation)),
    ("организация", Column::Field(PersonField::Organisation)),
    ("место работы", Column::Field(PersonField::Organisation)),
    ("учреждение", Column::Field(PersonField::Organisation)),
    ("компания", Column::Field(PersonField::Organisation)),
    ("delegation", Column::Field(PersonField::Delegation)),
    ("country", Column::Field(PersonField::Delegation)),
    ("doan", Column::Field(PersonField::Delegation)),
    ("doan dai bieu", Column::Field(PersonField::Delegation)),
    ("делегация", Column::Field(PersonField::Delegation)),
    ("страна", Column::Field(PersonField::Delegation)),
    ("role", Column::Role),
    ("vai tro", Column::Role),
    ("роль", Column::Role),
    ("статус", Column::Role),
    ("code", Column::Field(PersonField::Code)),
    ("ma", Column::Field(PersonField::Code)),
    ("код", Column::Field(PersonField::Code)),
    ("note", Column::Field(PersonField::PrivateContact)),
    ("notes", Column::Field(PersonField::PrivateContact)),
    ("ghi chu", Column::Field(PersonField::PrivateContact)),
    ("примечание", Column::Field(PersonField::PrivateContact)),
    ("contact", Column::Field(PersonField::PrivateContact)),
    ("phone", Column::Field(PersonField::PrivateContact)),
    ("mobile", Column::Field(PersonField::PrivateContact)),
    ("email", Column::Field(PersonField::PrivateContact)),
    ("e-mail", Column::Field(PersonField::PrivateContact)),
    ("lien he", Column::Field(PersonField::PrivateContact)),
    ("dien thoai", Column::Field(PersonField::PrivateContact)),
    ("so dien thoai", Column::Field(PersonField::PrivateContact)),
    ("sdt", Column::Field(PersonField::PrivateContact)),
    ("контакт", Column::Field(PersonField::PrivateContact)),
    ("контакты", Column::Field(PersonField::PrivateContact)),
    ("телефон", Column::Field(PersonField::PrivateContact)),
    ("no", Column::Ignored),
    ("#", Column::Ignored),
    ("stt", Column::Ignored),
    ("tt", Column::Ignored),
    ("№", Column::Ignored),
    ("№ п/п", Column::Ignored),
    ("п/п", Column::Ignored),
    ("n", Column::Ignored),
];

/// The columns of an exported list, in order; the last two are for the reporter alone.
pub(super) const WRITTEN: [Column; 10] = [
    Column::Field(PersonField::Name),
    Column::Field(PersonField::Honorific),
    Column::Field(PersonField::Title),
    Column::Field(PersonField::Organisation),
    Column::Field(PersonField::Delegation),
    Column::Role,
    Column::Field(PersonField::ShortName),
    Column::Field(PersonField::Code),
    Column::Field(PersonField::Note),
    Column::Field(PersonField::PrivateContact),
];

/// The heads of [`WRITTEN`]; each is one that is known when it is read again, and a note is then for the reporter alone.
pub(super) const fn heads(language: Language) -> [&'static str; WRITTEN.len()] {
    match language {
        Language::Vietnamese => [
            "Họ và tên",
            "Danh xưng",
            "Chức vụ",
            "Đơn vị",
            "Đoàn",
            "Vai trò",
            "Tên gọi tắt",
            "Mã",
            "Ghi chú",
            "Liên hệ",
        ],
        Language::Russian => [
            "ФИО",
            "Обращение",
            "Должность",
            "Организация",
            "Делегация",
            "Роль",
            "Краткое имя",
            "Код",
            "Примечание",
            "Контакт",
        ],
        Language::English | Language::Other => [
            "Name",
            "Form of address",
            "Title",
            "Organisation",
            "Delegation",
            "Role",
            "Short name",
            "Code",
            "Note",
            "Contact",
        ],
    }
}

/// How a role is written in a list; [`words::role_of`] knows it again.
pub(super) const fn role_word(language: Language, role: Role) -> &'static str {
    match (language, role) {
        (Language::Vietnamese, Role::Chair) => "Chủ trì",
        (Language::Vietnamese, Role::Speaker) => "Diễn giả",
        (Language::Vietnamese, Role::Delegate) => "Đại biểu",
        (Language::Vietnamese, Role::Guest) => "Khách mời",
        (Language::Vietnamese, Role::Organiser) => "Ban tổ chức",
        (Language::Vietnamese, Role::Press) => "Báo chí",
        (Language::Russian, Role::Chair) => "Председатель",
        (Language::Russian, Role::Speaker) => "Докладчик",
        (Language::Russian, Role::Delegate) => "Делегат",
        (Language::Russian, Role::Guest) => "Гость",
        (Language::Russian, Role::Organiser) => "Организатор",
        (Language::Russian, Role::Press) => "Пресса",
        (_, Role::Chair) => "Chair",
        (_, Role::Speaker) => "Speaker",
        (_, Role::Delegate) => "Delegate",
        (_, Role::Guest) => "Guest",
        (_, Role::Organiser) => "Organiser",
        (_, Role::Press) => "Press",
    }
}

/// The columns that a row names, where it is a head.
pub(super) fn of_head(row: &[String]) -> Option<Vec<Column>> {
    let columns: Vec<Option<Column>> = row.iter().map(|cell| of_head_cell(cell)).collect();
    let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let known = columns.iter().flatten().count();
    let names =
        [Column::Field(PersonField::Name), Column::Family, Column::Given, Column::Field(PersonField::Organisation)];
    let has_name = columns.iter().flatten().any(|column| names.contains(column));
    let is_head = has_name && filled >= 1 && known * 2 >= filled;
    is_head.then(|| columns.into_iter().map(|column| column.unwrap_or(Column::Ignored)).collect())
}

/// The columns of a head, put right by what stands under it: a "Contact" may be a person, and a "Role" an office. Whether that was done.
pub(super) fn settled(mut columns: Vec<Column>, rows: &[Vec<String>]) -> (Vec<Column>, bool) {
    let most = |index: usize, is_such: &dyn Fn(&str) -> bool| {
        let cells =
            rows.iter().filter_map(|row| row.get(index)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let (such, all) = cells.fold((0, 0), |(such, all), cell| (such + usize::from(is_such(cell)), all + 1));
        all > 0 && such * 2 > all
    };
    let names = [Column::Field(PersonField::Name), Column::Family, Column::Given];
    let has_name = columns.iter().any(|column| names.contains(column));
    let contact = Column::Field(PersonField::PrivateContact);
    let person = (0..columns.len()).find(|index| columns[*index] == contact && most(*index, &split::is_person));
    let is_changed = !has_name && person.is_some();
    if let Some(column) = person.filter(|_| !has_name).and_then(|index| columns.get_mut(index)) {
        *column = Column::Field(PersonField::Name);
    }
    let title = Column::Field(PersonField::Title);
    let has_title = columns.iter().any(|column| [title, Column::Position].contains(column));
    let office = (0..columns.len())
        .find(|index| columns[*index] == Column::Role && most(*index, &|cell| words::role_of(cell).is_none()));
    if let Some(column) = office.filter(|_| !has_title).and_then(|index| columns.get_mut(index)) {
        *column = title;
    }
    (columns, is_changed)
}

fn of_head_cell(cell: &str) -> Option<Column> {
    let folded = fold(&clean(cell));
    let bare = folded.split('(').next().unwrap_or_default();
    let bare = bare.trim_matches(|letter: char| letter.is_whitespace() || ":.*".contains(letter));
    HEADS.iter().find(|(head, _)| *head == bare).map(|(_, column)| *column)
}

/// The columns of a table without a head, by what stands in them. What is none of them is left out.
pub(super) fn by_content(rows: &[Vec<String>]) -> Vec<Column> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<Option<Column>> = (0..count).map(|index| of_cells(rows, index)).collect();
    let name = Some(Column::Field(PersonField::Name));
    if !columns.contains(&name)
        && let Some(free) = columns.iter_mut().find(|column| column.is_none())
    {
        *free = name;
    }
    // A short word for each row, before the name: what photographers type.
    if columns.get(1) == Some(&name) && columns.first() == Some(&None) && is_of_codes(rows) {
        columns[0] = Some(Column::Field(PersonField::Code));
    }
    // "Jane Smith (1)": the name again with something beside it, as codes of photographers have it, is neither office nor organisation.
    if let Some(named) = columns.iter().position(|column| *column == name) {
        for index in (0..count).filter(|index| *index != named) {
            if repeats_name(rows, named, index) {
                columns[index] = Some(Column::Ignored);
            }
        }
    }
    let mut taken: Vec<Column> = Vec::new();
    for column in &mut columns {
        let many = [Column::Field(PersonField::PrivateContact), Column::Ignored];
        let repeated = column.is_some_and(|column| taken.contains(&column) && !many.contains(&column));
        if repeated {
            *column = None;
        }
        taken.extend(*column);
    }
    for field in [PersonField::Title, PersonField::Organisation] {
        let column = Column::Field(field);
        if taken.contains(&column) {
            continue;
        }
        if let Some(free) = columns.iter_mut().find(|column| column.is_none()) {
            *free = Some(column);
        }
    }
    columns.into_iter().map(|column| column.unwrap_or(Column::Ignored)).collect()
}

fn of_cells(rows: &[Vec<String>], index: usize) -> Option<Column> {
    let cells: Vec<&str> =
        rows.iter().filter_map(|row| row.get(index)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let most = |is_such: &dyn Fn(&str) -> bool| {
        !cells.is_empty() && cells.iter().filter(|cell| is_such(cell)).count() * 2 > cells.len()
    };
    let is_number =
        |cell: &str| cell.len() <= 4 && cell.trim_end_matches(['.', ')']).chars().all(|letter| letter.is_ascii_digit());
    let is_contact = |cell: &str| {
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        cell.contains('@') && cell.contains('.')
            || digits >= 7 && cell.chars().all(|letter| letter.is_ascii_digit() || "+-(). /".contains(letter))
    };
    let is_honorific = |cell: &str| words::split_honorific(&format!("{cell} X")).is_some_and(|(_, rest)| rest == "X");
    if most(&is_number) {
        Some(Column::Ignored)
    } else if most(&is_contact) {
        Some(Column::Field(PersonField::PrivateContact))
    } else if most(&is_honorific) {
        Some(Column::Field(PersonField::Honorific))
    } else if most(&split::is_person) {
        Some(Column::Field(PersonField::Name))
    } else if most(&|cell| words::title_len(cell).is_some()) {
        Some(Column::Field(PersonField::Title))
    } else if most(&words::has_body) {
        Some(Column::Field(PersonField::Organisation))
    } else {
        None
    }
}

/// Whether most cells of a column have the name of their row in them.
fn repeats_name(rows: &[Vec<String>], named: usize, index: usize) -> bool {
    let cell = |row: &[String], index: usize| row.get(index).map_or(String::new(), |cell| cell.trim().to_owned());
    let pairs = rows.iter().map(|row| (cell(row, named), cell(row, index)));
    let filled: Vec<bool> = pairs
        .filter(|(name, other)| !name.is_empty() && !other.is_empty())
        .map(|(name, other)| other.contains(&name))
        .collect();
    !filled.is_empty() && filled.iter().filter(|repeats| **repeats).count() * 2 > filled.len()
}

/// Whether the first column is of codes: short, without spaces, each once.
fn is_of_codes(rows: &[Vec<String>]) -> bool {
    const LONGEST: usize = 16;
    let codes: Vec<&str> = rows.iter().filter_map(|row| row.first()).map(String::as_str).collect();
    let is_code =
        |code: &&str| !code.is_empty() && code.chars().count() <= LONGEST && !code.contains(char::is_whitespace);
    let is_once = |code: &&str| codes.iter().filter(|other| *other == code).count() == 1;
    codes.iter().all(|code| is_code(code) && is_once(code))
}

/// How sure the cells of a column are.
pub(super) const fn sure(has_head: bool) -> Sure {
    if has_head { Sure::Certain } else { Sure::Guess }
}
