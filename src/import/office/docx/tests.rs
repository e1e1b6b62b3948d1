//! Documents as Word, Google Docs and LibreOffice write them.

use crate::import::office::package::Package;
use crate::import::office::testing::{Made, drawing, p, r};
use crate::import::testing::{outline, png};
use crate::import::{DraftBlock, DroppedKind, NoticeKind, OfficeError, parse_document};

/// The styles of a Russian Word: its ids say nothing, its names are English.
const RUSSIAN_WORD: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Subtitle"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="caption"/><w:basedOn w:val="a"/><w:rPr><w:i/><w:color w:val="44546A"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="Мой раздел"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="21"><w:name w:val="Quote"/><w:basedOn w:val="a"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ab"><w:name w:val="List Paragraph"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="ac"><w:name w:val="List Bullet"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="ad"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>"#;

const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#;

fn item(list: u8, level: u8, words: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="ab"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        r(words)
    )
}

fn word(body: &str) -> Made {
    Made::word(body).with("styles", RUSSIAN_WORD).with("numbering", LISTS)
}

fn dropped(made: &Made) -> Vec<(DroppedKind, usize)> {
    made.draft().dropped.iter().map(|dropped| (dropped.kind, dropped.count)).collect()
}

#[test]
fn the_structure_is_known_by_styles_of_any_language() {
    let body = [
        p("a3", "Две реки"),
        p("a5", "О чём договорились"),
        p("", "Первый абзац"),
        p("1", "Часть"),
        p("a9", "Подраздел"),
        item(1, 0, "пункт"),
        item(1, 1, "буква"),
        item(2, 0, "номер"),
        p("ac", "по стилю"),
        p("21", "Мы пишем об одной воде."),
        p("21", "— Чинь Ван Ан"),
        p("", ""),
        p("1", "Ещё часть"),
    ];
    let made =
        word(&body.concat()).properties("<dc:title>Старый шаблон</dc:title><dc:creator>Анна Петрова</dc:creator>");
    made.check(&[
        "p Первый абзац",
        "h2 Часть",
        "h3 Подраздел",
        "0* пункт",
        "1. буква",
        "0. номер",
        "0* по стилю",
        "q Мы пишем об одной воде. — Чинь Ван Ан",
        "h2 Ещё часть",
    ]);
    let draft = made.draft();
    assert_eq!(draft.headline.unwrap().as_str(), "Две реки");
    assert_eq!(draft.standfirst.unwrap().as_str(), "О чём договорились");
    assert_eq!(draft.byline.unwrap().as_str(), "Анна Петрова");
    assert_eq!(draft.language.as_deref(), Some("ru-RU"));
}

#[test]
fn a_title_of_the_properties_counts_where_the_text_has_none_and_an_account_is_no_author() {
    let said = |properties: &str| {
        let draft = word(&p("", "Words")).properties(properties).draft();
        (draft.headline.map(|line| line.as_str().to_owned()), draft.byline.map(|line| line.as_str().to_owned()))
    };
    let both = (Some("Two rivers".to_owned()), Some("Lê Thị Hoa".to_owned()));
    assert_eq!(said("<dc:title>Two rivers</dc:title><dc:creator>Lê Thị Hoa</dc:creator>"), both);
    for account in ["Admin", "Microsoft Office User", "user 1", "python-docx", "Пользователь Windows", "anna petrova"]
    {
        let properties = format!("<dc:title>Microsoft Word - report.doc</dc:title><dc:creator>{account}</dc:creator>");
        assert_eq!(said(&properties), (None, None), "{account}");
    }
    assert_eq!(word(&(p("1", "Only one") + &p("", "Words"))).draft().headline.unwrap().as_str(), "Only one");
}

#[test]
fn a_line_above_the_title_is_the_line_above_the_headline() {
    let body = [p("", "Local news"), p("a3", "Two rivers"), p("a5", "What they agreed"), p("", "Words")];
    let draft = word(&body.concat()).properties("<dc:title>Two rivers</dc:title>").draft();
    let lines = [draft.kicker.clone(), draft.headline.clone(), draft.standfirst.clone()];
    let lines = lines.map(|line| line.unwrap_or_default().as_str().to_owned());
    assert_eq!(lines, ["Local news", "Two rivers", "What they agreed"]);
    assert_eq!(outline(&draft), ["p Words"]);
    let two = word(&[p("", "One"), p("", "Two"), p("a3", "Two rivers")].concat()).draft();
    assert_eq!(two.headline, None);
    assert_eq!(outline(&two), ["p One", "p Two", "h2 Two rivers"]);
}

#[test]
fn who_wrote_it_is_known_by_a_style_or_by_what_the_line_under_the_title_says() {
    let lines = |body: &[String]| {
        let styles = RUSSIAN_WORD.to_owned()
            + r#"<w:style w:type="paragraph" w:styleId="by"><w:name w:val="Byline"/><w:basedOn w:val="a"/></w:style>"#;
        let made = Made::word(&body.concat()).with("styles", &styles);
        let draft = made.properties("<dc:creator>Le Clerk</dc:creator>").draft();
        let said = [draft.standfirst.clone(), draft.byline.clone(), draft.place.clone()];
        let said = said.map(|line| line.unwrap_or_default().as_str().to_owned());
        (said, draft.date.map(|day| day.to_string()), outline(&draft))
    };
    let (title, deck, words) = (p("a3", "Two rivers"), p("a5", "What they agreed"), p("", "Words"));
    let both = |said: [&str; 3]| said.map(str::to_owned);
    let styled = p("by", "Anna Petrova · Bắc Ninh, 26 December 2025");
    assert_eq!(
        lines(&[title.clone(), deck.clone(), styled.clone(), words.clone()]),
        (
            both(["What they agreed", "Anna Petrova", "Bắc Ninh"]),
            Some("2025-12-26".to_owned()),
            vec!["p Words".to_owned()]
        )
    );
    assert_eq!(
        lines(&[title.clone(), p("", "By Jane Smith"), deck.clone(), words.clone()]),
        (both(["What they agreed", "Jane Smith", ""]), None, vec!["p Words".to_owned()])
    );
    let sentence = p("", "By Monday they had gone.");
    assert_eq!(
        lines(&[title, sentence, words, p("by", "Anna Petrova")]),
        (
            both(["", "Le Clerk", ""]),
            None,
            ["p By Monday they had gone.", "p Words", "p Anna Petrova"].map(str::to_owned).to_vec()
        )
    );
}

#[test]
fn bold_italic_and_links_are_kept_however_they_are_set() {
    let run = |properties: &str, words: &str| {
        format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>"#)
    };
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/b" \o "tip" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    let body = [
        "<w:p>",
        &run("<w:b/>", "direct "),
        &run("<w:b w:val=\"0\"/>", "none "),
        &run("<w:rStyle w:val=\"ad\"/>", "style "),
        &run("<w:i/><w:b/>", "both "),
        &format!("<w:hyperlink r:id=\"rId9\">{}</w:hyperlink>", r("linked")),
        &r(" "),
        field,
        &run("<w:vanish/>", "secret"),
        &run("<w:vertAlign w:val=\"superscript\"/>", "2"),
        &run("<w:u w:val=\"single\"/>", "under"),
        "</w:p>",
        r#"<w:p><w:fldSimple w:instr=" HYPERLINK &quot;javascript:x&quot; "><w:r><w:t>bad</w:t></w:r></w:fldSimple></w:p>"#,
    ];
    let made = word(&body.concat()).link("rId9", "https://example.org/a?x=1&amp;y=2");
    made.check(&[
        "p **direct **none **style *****both ***[linked](https://example.org/a?x=1&y=2) [field](https://example.org/b)2under",
        "p bad",
    ]);
    let kinds: Vec<_> = dropped(&made).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [DroppedKind::Link, DroppedKind::Hidden, DroppedKind::Raised, DroppedKind::Formatting]);
}

#[test]
fn spaces_hyphens_breaks_and_signs_are_kept() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">10&#160;km,  two</w:t><w:tab/><w:t>tab</w:t><w:noBreakHyphen/><w:t>x</w:t><w:softHyphen/><w:t>y</w:t><w:sym w:font="Symbol" w:char="F0B0"/></w:r></w:p><w:p><w:r><w:t>line</w:t><w:br/><w:t>next</w:t></w:r></w:p>"#;
    word(body).check(&["p 10\u{a0}km,  two tab\u{2011}x\u{ad}y°", "p line", "p next"]);
}

#[test]
fn recorded_changes_are_accepted_and_told() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">one </w:t></w:r><w:ins w:id="1"><w:r><w:t xml:space="preserve">new </w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>two</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">joined </w:t></w:r></w:p><w:p><w:r><w:t>here</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>
<w:p><w:moveFrom w:id="4"><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="5"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>"#;
    let made = word(body);
    made.check(&["p one new two", "p joined here", "p moved"]);
    assert_eq!(dropped(&made), [(DroppedKind::Comment, 1), (DroppedKind::Deletion, 1)]);
}

#[test]
fn notes_stand_at_the_end_with_their_numbers() {
    let body = r#"<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>Last</w:t></w:r></w:p>"#;
    let notes = r#"<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The source.</w:t></w:r></w:p></w:footnote>"#;
    let made = word(body).with("footnotes", notes);
    made.check(&["p Claim[1].", "p Last", "p [1] The source."]);
    assert_eq!(made.draft().notices, [NoticeKind::NotesAtEnd { count: 1 }]);
}

#[test]
fn tables_have_their_head_and_their_merged_cells() {
    let cell = |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", words));
    let body = format!(
        "<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="2"/>"#, "Province"),
        cell("", "Votes"),
        cell(r#"<w:vMerge w:val="restart"/>"#, "North"),
        cell("", "Bắc Giang"),
        cell("", "12"),
        cell("<w:vMerge/>", ""),
        cell("", "Bắc Ninh"),
        cell("", "9"),
    );
    let made = word(&body);
    made.check(&["tabh Province ;  ; Votes / North ; Bắc Giang ; 12 /  ; Bắc Ninh ; 9"]);
    assert_eq!(dropped(&made), [(DroppedKind::MergedCells, 1)]);
}

#[test]
fn a_table_with_a_bold_first_row_has_a_head_and_one_of_one_column_is_no_table() {
    let bold = |words: &str| format!("<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let plain = |words: &str| format!("<w:tc>{}</w:tc>", p("", words));
    let body =
        format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>", bold("A"), bold("B"), plain("c"), plain("d"));
    word(&body).check(&["tabh A ; B / c ; d"]);
    word(&format!("<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>", plain("a"), plain("b"))).check(&["p a", "p b"]);
}

#[test]
fn captions_belong_to_the_picture_before_or_after_them() {
    let picture = |id: &str| format!("<w:p>{}</w:p>", drawing(id, ""));
    let made = |body: String| word(&body).picture("rId1", "1.png", &png(1)).picture("rId2", "2.png", &png(2));
    let one = format!("<1.png, {} bytes>", png(1).len());
    let two = format!("<2.png, {} bytes>", png(2).len());
    let both = [format!("img {one} [One]"), format!("img {two} [Two]")];
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    made(picture("rId1") + &p("a7", "One") + &picture("rId2") + &p("a7", "Two")).check(&both);
    made(p("a7", "One") + &picture("rId1") + &p("a7", "Two") + &picture("rId2")).check(&both);
    made(p("a7", "Таблица 1") + &p("", "") + &picture("rId1") + &p("a7", "One"))
        .check(&["p Таблица 1", &format!("img {one} [One]")]);
    let credited = made(picture("rId1") + &p("a7", "Зал.") + &p("", "Фото: Анна Петрова") + &p("", "Words"));
    credited.check(&[&format!("img {one} [Зал.]"), "p Words"]);
    let DraftBlock::Picture(place) = &credited.draft().blocks[0] else { panic!("a picture") };
    assert_eq!(place.credit.as_str(), "Анна Петрова");
}

#[test]
fn a_numbered_caption_is_one_whatever_its_style() {
    let body = format!(
        r#"<w:p>{}</w:p><w:p>{}<w:fldSimple w:instr=" SEQ Figure \* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>{}</w:p>"#,
        drawing("rId1", "The hall"),
        r("Hình "),
        r(": Hội trường. Ảnh: Lê Hoa")
    );
    let made = word(&body).picture("rId1", "1.png", &png(1));
    made.check(&[&format!("img <1.png, {} bytes> [Hình 1: Hội trường.] alt The hall", png(1).len())]);
}

#[test]
fn pictures_in_a_table_that_only_orders_them_keep_their_captions() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let picture = |id: &str| cell(&format!("<w:p>{}</w:p>", drawing(id, "")));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        picture("rId1"),
        picture("rId2"),
        cell(&p("", "One")),
        cell(&p("", "Two"))
    );
    let made = word(&body).picture("rId1", "1.png", &png(1)).picture("rId2", "2.png", &png(2));
    let lines = outline(&made.draft());
    assert!(lines[0].ends_with("[One]") && lines[1].ends_with("[Two]") && lines.len() == 2, "{lines:?}");
}

#[test]
fn a_floating_picture_with_its_caption_in_a_text_box_and_one_that_decorates() {
    let anchor = format!(
        r#"<w:p>{}<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="Text Box 3"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:p>"#,
        drawing("rId1", ""),
        p("a7", "In the box"),
        p("a7", "In the box"),
    )
    .replace("<mc:AlternateContent>", "<w:r><mc:AlternateContent>")
    .replace("</mc:AlternateContent>", "</mc:AlternateContent></w:r>");
    let decorated = r#"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr=""><a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#;
    let made = word(&(anchor + decorated)).picture("rId1", "1.png", &png(1)).picture("rId2", "2.png", &png(2));
    let draft = made.draft();
    let lines = outline(&draft);
    assert!(lines[0].ends_with("[In the box]"), "{lines:?}");
    assert!(matches!(&draft.blocks[1], DraftBlock::Picture(place) if place.decorative), "{lines:?}");
}

#[test]
fn languages_count_where_the_letters_agree() {
    let run = |language: &str, words: &str| {
        format!(r#"<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>"#)
    };
    let body = format!(
        "<w:p>{}{}{}{}</w:p>",
        r("Журналисты двух рек встретились в четверг. "),
        run("en-US", "Все по-русски. "),
        run("vi-VN", "Bắc Giang"),
        run("en-US", " and then")
    );
    let draft = word(&body).draft();
    assert_eq!(draft.language.as_deref(), Some("ru-RU"));
    let DraftBlock::Text { text, .. } = &draft.blocks[0] else { panic!("words") };
    let marked: Vec<_> =
        text.runs().filter_map(|(words, style)| style.language.map(|language| (words.to_owned(), language))).collect();
    assert_eq!(marked, [("Bắc Giang".to_owned(), "vi-VN".into()), (" and then".to_owned(), "en-US".into())]);
}

#[test]
fn what_stands_around_the_text_and_what_cannot_be_kept_is_told() {
    let body = r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Contents</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sdt><w:sdtContent><w:p><w:r><w:t>kept</w:t></w:r><w:r><w:object/></w:r></w:p></w:sdtContent></w:sdt><w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:p><w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>"#;
    let made = word(body).with("header1", &p("", "Page head"));
    made.check(&["p kept", "hr", "p a+b"]);
    assert_eq!(dropped(&made), [(DroppedKind::Surroundings, 2), (DroppedKind::Embedded, 1)]);
}

#[test]
fn google_docs_writes_no_names_in_its_lists_and_rules_as_shapes() {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">Part</w:t></w:r></w:p><w:p><w:r><w:pict><v:rect style="width:0.0pt;height:1.5pt" o:hr="t" o:hrstd="t"/></w:pict></w:r></w:p><w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr><w:r><w:t>Set in</w:t></w:r></w:p>"#;
    let styles = r#"<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>"#;
    Made::word(body).with("styles", styles).check(&["h2 Part", "hr", "q Set in"]);
    Made::word(&p("Heading1", "No styles at all")).check(&[]);
}

#[test]
fn what_is_no_document_says_what_to_do() {
    let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let locked: Vec<u8> = ole.into_iter().chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(parse_document(locked), Err(OfficeError::Password));
    assert_eq!(parse_document(ole.to_vec()), Err(OfficeError::OldFormat));
    assert_eq!(parse_document(b"{\\rtf1 x}".to_vec()), Err(OfficeError::OldFormat));
    for broken in [b"PK".to_vec(), Vec::new(), Made::default().part("x.xml", "<x/>").file()] {
        assert!(matches!(parse_document(broken), Err(OfficeError::Damaged { .. })));
    }
    let cut = word(&p("", "words")).file();
    assert!(parse_document(cut[..cut.len() / 2].to_vec()).is_err());
}

#[test]
fn hostile_xml_is_refused_and_depth_costs_nothing_but_structure() {
    let entities = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#;
    assert!(matches!(
        parse_document(Made::default().part("word/document.xml", entities).file()),
        Err(OfficeError::Damaged { .. })
    ));
    let deep =
        format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(2_000), p("", "in"), "</w:tc></w:tr></w:tbl>".repeat(2_000));
    word(&(deep + &p("", "after"))).check(&["p in", "p after"]);
    let nested = format!("<w:p>{}{}{}</w:p>", "<w:ins>".repeat(20_000), r("in"), "</w:ins>".repeat(20_000));
    word(&nested).check(&["p in"]);
}

#[test]
fn a_part_that_unpacks_to_too_much_is_refused() {
    let zeros = vec![b' '; 1 << 20];
    let mut package = Package::open(Made::default().bytes("word/document.xml", &zeros).file()).unwrap();
    assert_eq!(package.bytes("word/document.xml", (1 << 20) - 1), Err(OfficeError::TooLarge));
    assert_eq!(package.bytes("word/document.xml", 1 << 20), Ok(Some(zeros)));
    assert_eq!(package.bytes("gone", 1), Ok(None));
}
