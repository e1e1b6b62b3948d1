//! Lists in and out.

use std::sync::Arc;

use super::*;
use crate::report::{IdSource, Participant, PersonField, Report, Role};

fn report(language: &str, people: Vec<Participant>) -> Report {
    let mut report = Report::new(&mut IdSource::from_seed(1), language);
    report.participants = people.into_iter().map(Arc::new).collect();
    report
}

fn somebody(number: u64, name: &str) -> Participant {
    Participant::named(crate::report::ParticipantId::from_number(number), name)
}

fn names(listed: &Listed) -> Vec<&str> {
    listed.rows.iter().map(Row::shown_name).collect()
}

fn told(row: &Row) -> String {
    let fields = [
        PersonField::Honorific,
        PersonField::Name,
        PersonField::Title,
        PersonField::Organisation,
        PersonField::Delegation,
    ];
    fields.map(|field| row.text(field)).join("|")
}

fn read(name: &str, text: &str) -> Listed {
    read_list(name, text.as_bytes().to_vec(), &Known::default()).unwrap()
}

/// Everything that a list can hold, with what is dangerous in a spreadsheet.
fn whole_list() -> Vec<Participant> {
    vec![
        Participant {
            honorific: "đồng chí".into(),
            title: "Chủ tịch".into(),
            organisation: "Hội Nhà báo; \"Bắc\" Ninh, tỉnh".into(),
            delegation: "Bắc Ninh".into(),
            short_name: "An".into(),
            code: "an".into(),
            role: Role::Chair,
            note: "=1+1".into(),
            private_contact: "+84 912 345 678".into(),
            ..somebody(1, "Trịnh Văn An")
        },
        Participant {
            title: "@home".into(),
            code: "ip".into(),
            private_contact: "0912345678".into(),
            ..somebody(2, "Иван Петров")
        },
        Participant { organisation: "Volga Museum".into(), ..somebody(3, "") },
    ]
}

fn without_ids(people: &[Participant]) -> Vec<Participant> {
    people.iter().map(|person| Participant { id: somebody(0, "").id, ..person.clone() }).collect()
}

fn understood(listed: &Listed) -> Vec<Participant> {
    listed.rows.iter().map(|row| row.participant(somebody(0, "").id)).collect()
}

#[test]
fn what_is_written_is_read_again_in_every_format_and_language() {
    for language in ["en", "ru", "vi"] {
        let report = report(language, whole_list());
        for (format, name) in [(ListFormat::Csv, "a.csv"), (ListFormat::Xlsx, "a.xlsx"), (ListFormat::Vcard, "a.vcf")] {
            let bytes = write_list(&report, format, true).unwrap();
            let listed = read_list(name, bytes, &Known::default()).unwrap();
            // A note comes back as something for the reporter alone.
            let mut expected = without_ids(&whole_list());
            expected[0].note = "".into();
            expected[0].private_contact = "=1+1, +84 912 345 678".into();
            assert_eq!(understood(&listed), expected, "{format:?} {language}");
        }
    }
}

#[test]
fn notes_and_contacts_leave_only_when_asked_for() {
    let report = report("en", whole_list());
    assert!(!names_nobody(&report, ListFormat::Codes) && !names_nobody(&report, ListFormat::Csv));
    for format in [ListFormat::Csv, ListFormat::Vcard, ListFormat::Codes, ListFormat::Json] {
        let text = String::from_utf8(write_list(&report, format, false).unwrap()).unwrap();
        assert!(!text.contains("912") && !text.contains("1+1"), "{format:?}: {text}");
    }
    let sheet = read_list("a.xlsx", write_list(&report, ListFormat::Xlsx, false).unwrap(), &Known::default()).unwrap();
    assert!(
        sheet
            .rows
            .iter()
            .all(|row| row.text(PersonField::PrivateContact).is_empty() && row.text(PersonField::Note).is_empty())
    );
}

#[test]
fn a_csv_file_begins_with_a_mark_and_has_no_formulas() {
    let text = String::from_utf8(write_list(&report("ru", whole_list()), ListFormat::Csv, true).unwrap()).unwrap();
    assert!(text.starts_with("\u{feff}ФИО;Обращение;Должность;"));
    assert!(text.contains(";'=1+1;'+84 912 345 678\r\n") && text.contains(";'@home;"), "{text}");
}

#[test]
fn the_same_list_gives_the_same_spreadsheet() {
    let report = report("vi", whole_list());
    let write = || write_list(&report, ListFormat::Xlsx, true).unwrap();
    assert_eq!(write(), write());
}

#[test]
fn codes_are_those_of_photo_mechanic_and_come_back() {
    let text = String::from_utf8(write_list(&report("vi", whole_list()), ListFormat::Codes, true).unwrap()).unwrap();
    let first = "an\tTrịnh Văn An\tChủ tịch\tHội Nhà báo; \"Bắc\" Ninh, tỉnh\tBắc Ninh\tđồng chí\r\n";
    assert_eq!(text, format!("{first}ip\tИван Петров\t@home\r\n"));
    let listed =
        read("codes.txt", "tva\tTrịnh Văn An\tChủ tịch\tHội Nhà báo\r\nlth\tLê Thị Hoa\tThư ký\r\nip\tИван Петров\r\n");
    let codes: Vec<_> =
        listed.rows.iter().map(|row| (row.text(PersonField::Code), row.text(PersonField::Name))).collect();
    assert_eq!(codes, [("tva", "Trịnh Văn An"), ("lth", "Lê Thị Hoa"), ("ip", "Иван Петров")]);
    assert_eq!(listed.rows[0].text(PersonField::Organisation), "Hội Nhà báo");
}

#[test]
fn heads_are_known_in_three_languages_with_any_separator() {
    for (text, expected) in [
        ("STT;Họ và tên;Chức vụ;Đơn vị\n1;Trịnh Văn An;Chủ tịch;Hội Nhà báo", "|Trịnh Văn An|Chủ tịch|Hội Nhà báo|"),
        (
            "№\tФамилия\tИмя\tОтчество\tДолжность\n1\tПетров\tИван\tИванович\tдиректор",
            "|Иван Иванович Петров|директор||",
        ),
        (
            "Name,Title,Organization,Country\nMr John Brown,\"editor, night\",\"The\nReview\",Northland",
            "Mr|John Brown|editor, night|The Review|Northland",
        ),
        ("ФИО|Организация\nИван Петров|Музей", "|Иван Петров||Музей|"),
        ("Danh sách đại biểu\t\t\nHọ\tTên đệm\tTên\nTrịnh\tVăn\tAn", "|Trịnh Văn An|||"),
        ("Last name,First name,Role\nBerg,Anna,Speaker", "|Anna Berg|||"),
    ] {
        let listed = read("list.csv", text);
        assert_eq!(listed.rows.iter().map(told).collect::<Vec<_>>(), [expected], "{text}");
        assert_eq!(listed.kind, ListKind::Table);
    }
    assert_eq!(read("list.csv", "Last name,First name,Role\nBerg,Anna,Speaker").rows[0].role, Role::Speaker);
}

#[test]
fn a_table_without_a_head_is_read_by_its_content() {
    let text =
        "1\tÔng\tTrịnh Văn An\tChủ tịch\tHội Nhà báo\t0912345678\n2\tBà\tLê Thị Hoa\tGiám đốc\tSở Văn hóa\t0987654321";
    let listed = read("", text);
    assert_eq!(
        listed.rows.iter().map(told).collect::<Vec<_>>(),
        ["Ông|Trịnh Văn An|Chủ tịch|Hội Nhà báo|", "Bà|Lê Thị Hoa|Giám đốc|Sở Văn hóa|"]
    );
    assert_eq!(listed.rows[0].text(PersonField::PrivateContact), "0912345678");
    assert_eq!(listed.rows[0].cell(PersonField::Title).sure, Sure::Guess);
}

#[test]
fn remarks_of_organisers_are_never_what_the_page_prints() {
    let tables = [
        "Name,Title,Organisation,Notes\nAnna Berg,editor,Review,vegetarian",
        "Họ và tên;Chức vụ;Đơn vị;Ghi chú\nTrịnh Văn An;Chủ tịch;Hội Nhà báo;ăn chay",
        "ФИО;Должность;Организация;Примечание\nИван Петров;директор;Музей;опоздает",
        "1\tÔng\tTrịnh Văn An\tChủ tịch\tHội Nhà báo\tăn chay\n2\tBà\tLê Thị Hoa\tGiám đốc\tSở Văn hóa\tđến muộn",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Berg\nNOTE:late\nEND:VCARD\n",
    ];
    for table in tables {
        let listed = read(if table.starts_with("BEGIN") { "a.vcf" } else { "a.csv" }, table);
        assert!(!listed.rows.is_empty());
        assert!(listed.rows.iter().all(|row| row.text(PersonField::Note).is_empty()), "{table}: {:?}", listed.rows);
    }
    let contact = read("a.csv", "Name,Notes,Phone\nAnna Berg,vegetarian,0912345678").rows.remove(0);
    assert_eq!(contact.text(PersonField::PrivateContact), "vegetarian, 0912345678");
}

#[test]
fn the_order_of_a_name_in_two_columns_is_that_of_its_own_language() {
    let known = Known { language: "vi".into(), ..Known::default() };
    for (family, given, name, sure) in [
        ("Nguyễn", "An", "Nguyễn An", Sure::Certain),
        ("NGUYỄN", "AN", "NGUYỄN AN", Sure::Certain),
        ("Smith", "John", "John Smith", Sure::Unsure),
        ("ИВАНОВ", "ИВАН", "ИВАН ИВАНОВ", Sure::Certain),
        ("Иванов", "Иван", "Иван Иванов", Sure::Certain),
    ] {
        let text = format!("Họ,Tên,Chức vụ\n{family},{given},Chủ tịch");
        let listed = read_list("a.csv", text.into_bytes(), &known).unwrap();
        let cell = listed.rows[0].cell(PersonField::Name);
        assert_eq!((cell.text.as_str(), cell.sure), (name, sure));
    }
}

#[test]
fn no_cell_becomes_a_formula_whichever_separator_a_spreadsheet_expects() {
    let people = vec![Participant {
        title: "=1+1".into(),
        organisation: "Review,=2+2;@home".into(),
        code: "ab".into(),
        ..somebody(1, "Anna Berg")
    }];
    for language in ["vi", "en"] {
        let report = report(language, people.clone());
        let bytes = write_list(&report, ListFormat::Csv, true).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        for separator in [",=", ";=", ",@", ";@", "\"=", "\"@"] {
            assert!(!text.contains(separator), "{language}: {text}");
        }
        assert_eq!(understood(&read_list("a.csv", bytes, &Known::default()).unwrap()), without_ids(&people));
    }
    let codes = write_list(&report("en", people.clone()), ListFormat::Codes, true).unwrap();
    let text = String::from_utf8(codes.clone()).unwrap();
    assert!(!text.contains("\t="), "{text}");
    assert_eq!(read_list("a.txt", codes, &Known::default()).unwrap().rows[0].text(PersonField::Title), "=1+1");
}

#[test]
fn a_row_of_one_cell_heads_a_delegation() {
    let listed = read(
        "a.csv",
        "Name,Title,Organisation\nNorthland,,\nAnna Berg,editor,Review\nSouthland,,\nJohn Brown,chair,Press",
    );
    let told: Vec<_> = listed.rows.iter().map(told).collect();
    assert_eq!(told, ["|Anna Berg|editor|Review|Northland", "|John Brown|chair|Press|Southland"]);
}

#[test]
fn an_old_code_page_is_guessed_and_told() {
    let text = "ФИО;Должность;Организация\nИван Иванович Петров;председатель;Союз журналистов\nАнна Сидорова;главный редактор;Волжский вестник";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let listed = read_list("a.csv", bytes.into_owned(), &Known::default()).unwrap();
    assert_eq!(names(&listed), ["Иван Иванович Петров", "Анна Сидорова"]);
    assert_eq!(listed.code_page, Some("windows-1251"));
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE], units.as_slice()].concat();
    assert_eq!(read_list("a.csv", marked, &Known::default()).unwrap().code_page, None);
}

#[test]
fn cards_of_three_versions_are_read() {
    let old = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D0=B5=D1=82=D1=80=D0=BE=D0=B2;=D0=98=\r\n=D0=B2=D0=B0=D0=BD;;;\r\nTEL;CELL:0912345678\r\nEND:VCARD\r\n";
    let three = "BEGIN:VCARD\nVERSION:3.0\nFN:Dr Anna Berg\nN:Berg;Anna;;Dr;\nTITLE:editor\\, night\nORG:Volga Press;Desk\nitem1.EMAIL:a@example.org\nEND:VCARD\n";
    let four = "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Volga \n Museum\nEND:VCARD\n";
    let listed = read("people.vcf", &[old, three, four].concat());
    assert_eq!(
        listed.rows.iter().map(told).collect::<Vec<_>>(),
        ["|Иван Петров|||", "Dr|Anna Berg|editor, night|Volga Press, Desk|", "|||Volga Museum|"]
    );
    assert_eq!(listed.rows[0].text(PersonField::PrivateContact), "0912345678");
}

#[test]
fn what_is_no_list_is_refused() {
    let error = |bytes: &[u8]| read_list("a.csv", bytes.to_vec(), &Known::default()).unwrap_err();
    assert!(matches!(error(b"PK\x03\x04 and nothing more"), ListError::Workbook(_)));
    assert_eq!(error(b"\0\x01\x02\0 picture"), ListError::NotAList);
    assert_eq!(error(&vec![b'a'; MAX_LIST as usize + 1]), ListError::TooLong);
    assert_eq!(error("Anna Berg,editor\n".repeat(MAX_ROWS + 1).as_bytes()), ListError::TooLong);
}

#[test]
fn who_is_on_the_list_already_is_told() {
    let report = report("vi", vec![somebody(7, "Nguyễn Văn Hưng"), somebody(8, "Иван Королёв")]);
    let row = |name: &str| Row::default().with(PersonField::Name, name, Sure::Certain);
    let rows =
        ["NGUYỄN VĂN HƯNG", "Nguyen Van Hung", "Nguyễn Văn Hùng", "Иван Королев", "Anna Berg", "anna berg"].map(row);
    let [hung, korolev] = [7, 8].map(|number| Some(Already::Listed(somebody(number, "").id)));
    assert_eq!(already(&report, &rows), [hung, hung, None, korolev, None, Some(Already::Above(4))]);
}

#[test]
fn duplicates_are_found_by_folded_name() {
    let report = report(
        "vi",
        vec![
            somebody(1, "Nguyễn Văn Hưng"),
            somebody(2, "Anna Berg"),
            somebody(3, "Nguyễn Văn Hùng"),
            somebody(4, "anna berg"),
        ],
    );
    let id = |number| somebody(number, "").id;
    assert_eq!(duplicates(&report), [(id(1), id(3)), (id(2), id(4))]);
}

#[test]
fn a_spreadsheet_in_the_open_document_format_is_read() {
    let bytes = include_bytes!("../../tests/data/participants.ods").to_vec();
    let listed = read_list("participants.ods", bytes, &Known::default()).unwrap();
    assert_eq!(
        listed.rows.iter().map(told).collect::<Vec<_>>(),
        ["|Trịnh Văn An|Chủ tịch|Hội Nhà báo tỉnh Bắc Ninh|", "|Lê Thị Hoa|Thư ký|Báo Sông Cầu|"]
    );
    let contacts: Vec<_> = listed.rows.iter().map(|row| row.text(PersonField::PrivateContact)).collect();
    assert_eq!(contacts, ["0912345678", "912000111"]);
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd_to_be_read(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..30)) {
        let text = pieces.concat();
        let listed = read_text(&text, &Known::default()).unwrap();
        proptest::prop_assert!(listed.rows.iter().all(|row| !row.is_empty()));
        let _ = read_list("a.csv", text.into_bytes(), &Known::default());
    }
}

const PIECES: &[&str] = &[
    "đồng chí ",
    "Trịnh Văn An",
    ", ",
    "; ",
    ": ",
    ". ",
    "\n",
    "\t",
    " và ",
    " и ",
    " and ",
    "Chủ tịch ",
    "директор ",
    "of the ",
    "Institute",
    "Hội Nhà báo",
    "представители ",
    "(",
    ")",
    "«",
    "»",
    "\"",
    "1. ",
    "- ",
    "İ",
    "ß",
    "e\u{301}",
    "Mr",
    "Dr. ",
    "Name",
    "BEGIN:VCARD\n",
    "N:;;",
    "\u{a0}",
    "=",
    "|",
    "Tham dự có ",
    "Present were ",
    "\u{2028}",
    "ﬁ",
    "И. И. ",
    "Петров",
];

#[test]
fn a_list_in_an_old_vietnamese_font_is_read_and_told() {
    let old = "Hä vµ tªn;Chøc vô\nNguyÔn V¨n Dòng;Chñ tÞch\nTrÇn ThÞ Lan;Gi¸m ®èc\n";
    let bytes: Vec<u8> = old.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    for listed in [
        read_list("list.csv", bytes, &Known::default()),
        read_list("list.csv", old.as_bytes().to_vec(), &Known::default()),
    ] {
        let listed = listed.unwrap();
        let names: Vec<_> = listed.rows.iter().map(|row| row.text(PersonField::Name)).collect();
        assert_eq!((names, listed.code_page), (vec!["Nguyễn Văn Dũng", "Trần Thị Lan"], Some("TCVN3 (ABC)")));
    }
    let pasted = read_text("Nguyeãn Vaên Duõng, Chuû tòch\nTraàn Thò Lan, Giaùm ñoác", &Known::default()).unwrap();
    assert_eq!((pasted.rows[0].text(PersonField::Name), pasted.code_page), ("Nguyễn Văn Dũng", Some("VNI")));
}

#[test]
fn family_names_are_not_letters_behind_a_name() {
    let table = "Name,Title\nJack MA,Chairman\nTRAN VAN AM,Deputy\nTom Hargreaves RN,Matron\nANN LEE MP,Member\nRowe OBE,Guest\n";
    let listed = read("delegates.csv", table);
    assert_eq!(names(&listed), ["Jack MA", "TRAN VAN AM", "Tom Hargreaves", "ANN LEE", "Rowe"]);
    assert_eq!(listed.rows[2].text(PersonField::Title), "Matron, RN");
    let passage = read_passage("Present were Jack MA, chairman of Alibaba, and Anna Berg MP.", &Known::default());
    assert_eq!(passage.iter().map(Row::shown_name).collect::<Vec<_>>(), ["Jack MA", "Anna Berg"]);
}
