//! Documents as LibreOffice and Google Docs write them.

use crate::import::office::testing::Made;
use crate::import::testing::{outline, png};
use crate::import::{DraftBlock, DroppedKind, NoticeKind, OfficeError, parse_document};

const STYLES: &str = r#"<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="vi" fo:country="VN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Horizontal_20_Line" style:display-name="Horizontal Line" style:family="paragraph"/>
<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles><office:master-styles><style:master-page><style:header><text:p>Page head</text:p></style:header></style:master-page></office:master-styles>"#;

const OWN: &str = r#"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:language="en" fo:country="GB"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>"#;

fn open(body: &str) -> Made {
    Made::open(OWN, body).open_styles(STYLES)
}

fn image(name: &str, inside: &str) -> String {
    format!(r#"<draw:frame draw:name="Image1"><draw:image xlink:href="Pictures/{name}"/>{inside}</draw:frame>"#)
}

#[test]
fn the_structure_is_read() {
    let body = r#"<text:sequence-decls><text:sequence-decl text:name="Illustration"/></text:sequence-decls>
<text:p text:style-name="Title">Hai dòng sông</text:p><text:p text:style-name="Subtitle">Điều đã thống nhất</text:p>
<text:p text:style-name="Standard">Các nhà báo <text:span text:style-name="Strong_20_Emphasis">đã</text:span>
   <text:span text:style-name="T1">gặp</text:span><text:s text:c="2"/>nhau<text:tab/>ở <text:a xlink:href="https://example.vn/a">đây</text:a>.<text:span text:style-name="T3">ẩn</text:span></text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Phần</text:h><text:h text:outline-level="2">Mục</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>một</text:p><text:p>tiếp</text:p><text:list><text:list-item><text:p>số</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p text:style-name="P1">Chúng tôi giữ lời.</text:p><text:p text:style-name="P1">— Lê Thị Hoa</text:p>
<text:p text:style-name="Horizontal_20_Line"/><text:p>Dòng<text:line-break/>sau</text:p>"#;
    let made = open(body).open_meta(
        "<dc:title>Mẫu</dc:title><meta:initial-creator>Lê Thị Hoa</meta:initial-creator><meta:keyword>lũ</meta:keyword><meta:keyword>sông</meta:keyword>",
    );
    made.check(&[
        "p Các nhà báo **đã** *gặp*  nhau ở [đây](https://example.vn/a).",
        "h2 Phần",
        "h3 Mục",
        "0* một tiếp",
        "1. số",
        "q Chúng tôi giữ lời. — Lê Thị Hoa",
        "hr",
        "p Dòng",
        "p sau",
    ]);
    let draft = made.draft();
    assert_eq!(draft.headline.unwrap().as_str(), "Hai dòng sông");
    assert_eq!(draft.standfirst.unwrap().as_str(), "Điều đã thống nhất");
    assert_eq!(draft.byline.unwrap().as_str(), "Lê Thị Hoa");
    assert_eq!(draft.language.as_deref(), Some("vi-VN"));
    assert_eq!(draft.keywords, ["lũ".into(), std::sync::Arc::<str>::from("sông")]);
    let kinds: Vec<_> = draft.dropped.iter().map(|dropped| (dropped.kind, dropped.count)).collect();
    assert_eq!(kinds, [(DroppedKind::Hidden, 1), (DroppedKind::Surroundings, 1)]);
}

#[test]
fn a_picture_in_a_frame_with_its_caption_as_libreoffice_makes_it() {
    let frame = format!(
        r#"<text:p text:style-name="Standard"><draw:frame draw:name="Frame1"><draw:text-box><text:p text:style-name="Illustration">{}Illustration <text:sequence text:name="Illustration">1</text:sequence>: Hội trường. Ảnh: Lê Hoa</text:p></draw:text-box></draw:frame>Sau</text:p>"#,
        image("1.png", "<svg:title>tên</svg:title><svg:desc>Hội trường trước giờ họp</svg:desc>")
    );
    let made = open(&frame).bytes("Pictures/1.png", &png(1));
    let draft = made.draft();
    assert_eq!(
        outline(&draft),
        [
            "p Sau".to_owned(),
            format!("img <1.png, {} bytes> [Illustration 1: Hội trường.] alt Hội trường trước giờ họp", png(1).len())
        ]
    );
    assert!(matches!(&draft.blocks[1], DraftBlock::Picture(place) if place.credit.as_str() == "Lê Hoa"));
}

#[test]
fn pictures_decorate_come_in_several_forms_or_are_elsewhere() {
    let body = format!(
        r#"<text:p>{}</text:p><text:p><draw:frame><draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="Pictures/2.png"/></draw:frame></text:p><text:p><draw:frame><draw:image xlink:href="https://example.org/x.png"/></draw:frame></text:p><text:p><draw:frame><draw:object xlink:href="Object 1"/><draw:image xlink:href="ObjectReplacements/Object 1"/></draw:frame></text:p>"#,
        image("1.png", "").replace("<draw:frame ", r#"<draw:frame loext:decorative="true" "#)
    );
    let made = open(&body)
        .bytes("Pictures/1.png", &png(1))
        .bytes("Pictures/2.png", &png(2))
        .bytes("Pictures/a.svg", b"<svg/>");
    let draft = made.draft();
    let lines = outline(&draft);
    assert!(matches!(&draft.blocks[0], DraftBlock::Picture(place) if place.decorative));
    assert!(lines[1].starts_with("img <2.png") && lines[2] == "img !https://example.org/x.png []", "{lines:?}");
    assert!(draft.dropped.iter().any(|dropped| dropped.kind == DroppedKind::Embedded));
}

#[test]
fn notes_comments_and_changes_are_told() {
    let body = r#"<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>cũ</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>
<text:p>Tin<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Nguồn tin.</text:p></text:note-body></text:note> <text:change text:change-id="c1"/>và <text:change-start text:change-id="c2"/>mới<text:change-end text:change-id="c2"/><office:annotation><text:p>ai?</text:p></office:annotation></text:p>"#;
    let made = open(body);
    made.check(&["p Tin[1] và mới", "p [1] Nguồn tin."]);
    let draft = made.draft();
    assert_eq!(draft.notices, [NoticeKind::NotesAtEnd { count: 1 }]);
    let kinds: Vec<_> = draft.dropped.iter().map(|dropped| (dropped.kind, dropped.count)).collect();
    assert_eq!(kinds, [(DroppedKind::Surroundings, 1), (DroppedKind::Comment, 1), (DroppedKind::Deletion, 1)]);
}

#[test]
fn tables_have_their_head_their_merged_and_their_repeated_cells() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let body = format!(
        r#"<table:table><table:table-column/><table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>c</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">{}{}</table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table>"#,
        cell("A"),
        cell("B"),
        cell("d"),
        cell("e")
    );
    open(&body).check(&["tabh A ; B / c ;  / d ; e / d ; e"]);
}

#[test]
fn a_locked_document_says_so() {
    let manifest = r#"<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let locked = Made::default().part("META-INF/manifest.xml", manifest).bytes("content.xml", b"\x01\x02").file();
    assert_eq!(parse_document(locked), Err(OfficeError::Password));
    let sheet =
        Made::default().part("content.xml", r#"<o:d xmlns:o="o"><o:body><o:spreadsheet/></o:body></o:d>"#).file();
    assert!(matches!(parse_document(sheet), Err(OfficeError::Damaged { .. })));
}

#[test]
fn however_deep_lists_stand_their_words_are_there() {
    let body = format!(
        "{}<text:p>in</text:p>{}<text:p>after</text:p>",
        "<text:list><text:list-item>".repeat(3_000),
        "</text:list-item></text:list>".repeat(3_000)
    );
    open(&body).check(&["p in", "p after"]);
    let spans = format!("<text:p>{}in{}</text:p>", "<text:span>".repeat(20_000), "</text:span>".repeat(20_000));
    open(&spans).check(&["p in"]);
}
