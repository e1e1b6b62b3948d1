//! Lists as other programs write them: cards of telephones and address books, documents of word processors, codes of photographers.

use super::*;
use crate::report::PersonField;

fn read(name: &str, bytes: &[u8]) -> Listed {
    read_list(name, bytes.to_vec(), &Known::default()).unwrap()
}

fn told(row: &Row) -> String {
    let fields = [PersonField::Honorific, PersonField::Name, PersonField::Title, PersonField::Organisation];
    let sure = if row.cell(PersonField::Name).sure == Sure::Guess { "?" } else { "" };
    fields.map(|field| row.text(field)).join("|") + sure
}

fn all(listed: &Listed) -> Vec<String> {
    listed.rows.iter().map(told).collect()
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

const APPLE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//macOS 14.5//EN\r\nN:Trịnh;An;Văn;TS;\r\nFN:TS An Văn Trịnh\r\n\
    ORG:Hội Nhà báo\\, tỉnh Bắc Ninh;\r\nTITLE:Chủ tịch\r\nitem1.TEL;type=pref:0912 345 678\r\nNOTE:một\r\n  hai\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Bảo tàng Bắc Ninh\r\nORG:Bảo tàng Bắc Ninh;\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n";

#[test]
fn a_mac_writes_cards_in_utf_16_too() {
    let expected = ["TS|Trịnh Văn An|Chủ tịch|Hội Nhà báo, tỉnh Bắc Ninh?", "|||Bảo tàng Bắc Ninh"];
    let marked = [vec![0xFE, 0xFF], utf16(APPLE, u16::to_be_bytes)].concat();
    for bytes in [APPLE.as_bytes().to_vec(), marked, utf16(APPLE, u16::to_be_bytes), utf16(APPLE, u16::to_le_bytes)] {
        let listed = read("cards.vcf", &bytes);
        assert_eq!((listed.kind, all(&listed)), (ListKind::Cards, expected.map(str::to_owned).to_vec()));
    }
}

#[test]
fn a_telephone_that_puts_a_vietnamese_family_last_is_put_right() {
    let card =
        |lines: &str| all(&read("cards.vcf", format!("BEGIN:VCARD\nVERSION:2.1\n{lines}\nEND:VCARD").as_bytes()));
    let android = "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n;An;V=\n=C4=83n;;\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:An=20V=C4=83n=20Nguy=E1=BB=85n";
    assert_eq!(card(android), ["|Nguyễn Văn An||?"]);
    assert_eq!(card("N:Nguyễn Văn;An;;Ông;\nFN:An Nguyễn Văn"), ["Ông|Nguyễn Văn An||?"]);
    assert_eq!(card("N:Nguyễn;An;Văn"), ["|Nguyễn Văn An||?"]);
    // Those who are called otherwise stay as they are written.
    assert_eq!(card("N:Nguyễn;An;Văn\nFN:Nguyễn Văn An"), ["|Nguyễn Văn An||"]);
    assert_eq!(card("N:Cao;David\nFN:David Cao"), ["|David Cao||"]);
    assert_eq!(card("N:Петров;Иван;Сергеевич\nFN:Иван Петров"), ["|Иван Петров||"]);
}

#[test]
fn the_cards_of_an_old_outlook_are_in_the_code_page_of_its_windows() {
    let written = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=ru:Петров;Иван;Иванович;г-н\r\nFN:г-н Иван Иванович Петров\r\n\
        ORG:Союз журналистов;Правление\r\nTITLE:председатель\r\nEND:VCARD\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(written);
    let listed = read("contact.vcf", &bytes);
    assert_eq!(all(&listed), ["г-н|Иван Иванович Петров|председатель|Союз журналистов, Правление"]);
    assert_eq!(listed.code_page, Some("windows-1251"));
    let named =
        written.replace("FN:", "FN;CHARSET=\"windows-1251\":").replace("N;LANGUAGE=ru:", "N;CHARSET=windows-1251:");
    let named = named.replace("ORG:", "ORG;CHARSET=windows-1251:").replace("TITLE:", "TITLE;CHARSET=windows-1251:");
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&named);
    let named = read("contact.vcf", &bytes);
    assert_eq!((all(&named), named.code_page), (all(&listed), None));
}

#[test]
fn of_several_names_the_first_counts_and_a_group_is_nobody() {
    let cards = "BEGIN:VCARD\nVERSION:4.0\nFN;PREF=1;LANGUAGE=vi:Trịnh Văn An\nFN;LANGUAGE=ru:Тринь Ван Ань\nN;SORT-AS=\"An,Trinh\":Trịnh;An;Văn;;\n\
        TEL;VALUE=uri;TYPE=\"voice,home\":tel:+84-222\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:The delegates\nEND:VCARD\n";
    assert_eq!(all(&read("cards.vcf", cards.as_bytes())), ["|Trịnh Văn An||"]);
}

#[test]
fn a_document_has_tables_and_passages() {
    let listed = read("list.docx", include_bytes!("../../tests/data/participants.docx"));
    assert_eq!(
        all(&listed),
        [
            "đồng chí|Phạm Quang Long|Bí thư|Tỉnh ủy",
            "|Trịnh Văn An|Chủ tịch|Hội Nhà báo tỉnh Bắc Ninh",
            "|Lê Thị Hoa|Tổng Biên tập|Sở Văn hóa, Thể thao và Du lịch",
            "|Семён Королёв|директор|Музей «Волга»",
            "|Jane Smith|director|Institute of Press?",
        ]
    );
    assert_eq!(listed.kind, ListKind::Table);
}

#[test]
fn what_is_a_page_or_a_tree_of_marks_is_no_list() {
    for text in
        ["<?xml version=\"1.0\"?><office:document/>", "<!DOCTYPE html><table></table>", "\n<HTML><body>An</body>"]
    {
        assert_eq!(read_list("list.xls", text.as_bytes().to_vec(), &Known::default()), Err(ListError::NotAList));
    }
}

#[test]
fn utf_16_without_a_mark_is_known_by_the_side_of_its_zeros() {
    let text = "ФИО;Должность\r\nСемён Королёв;директор\r\n";
    for bytes in [utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes)] {
        assert_eq!(all(&read("list.csv", &bytes)), ["|Семён Королёв|директор|"]);
    }
    assert_eq!(read_list("a", vec![0, 1, 2, 0, 0, 3], &Known::default()), Err(ListError::NotAList));
}

#[test]
fn codes_whose_other_columns_repeat_the_name_are_no_organisations() {
    let codes = "v1\tJane Smith\tJane Smith (1)\tgoalkeeper\nv2\tTom Reed\tTom Reed (2)\tdefender\n";
    assert_eq!(all(&read("codes.txt", codes.as_bytes())), ["|Jane Smith|goalkeeper|?", "|Tom Reed|defender|?"]);
}

#[test]
fn one_card_in_an_old_code_page_does_not_garble_the_others() {
    let old = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Петров;Иван\r\nFN:Иван Петров\r\nEND:VCARD\r\n";
    let new = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nguyễn;An;Văn\r\nFN:Nguyễn Văn An\r\nEND:VCARD\r\n";
    let (old, _, _) = encoding_rs::WINDOWS_1251.encode(old);
    let listed = read("all.vcf", &[new.as_bytes(), &old].concat());
    assert_eq!(all(&listed), ["|Nguyễn Văn An||", "|Иван Петров||"]);
}
