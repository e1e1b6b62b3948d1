//! Any parts in any order: nothing panics, and no word that is shown is lost or displaced.

use proptest::prelude::*;

use super::testing::Made;
use crate::import::parse_document;
use crate::import::testing::outline;

/// Pieces of a body of Word that stand beside each other; `W` is a word.
const WORD: [&str; 22] = [
    "<w:p><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"7\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:r><w:drawing><a:blip r:link=\"web\"/></w:drawing></w:r></w:p>",
    "<w:p><w:r><w:drawing><a:blip r:link=\"web\"/></w:drawing><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:r><w:drawing/></w:r></w:p>",
    "<w:p/>",
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SEQ Figure</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>W</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    "<w:p><w:ins><w:r><w:t>W</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">W </w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>W</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>W</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc/><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>W</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "<w:p><w:hyperlink r:id=\"web\"><w:r><w:rPr><w:b/></w:rPr><w:t>W</w:t></w:r></w:hyperlink><w:r><w:tab/><w:br/></w:r></w:p>",
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>W</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\"/></w:pBdr></w:pPr></w:p>",
    "<w:p><w:r><w:t xml:space=\"preserve\">Фото: W</w:t></w:r></w:p>",
    "<w:p><m:oMath><m:r><m:t>W</m:t></m:r></m:oMath></w:p>",
    "<w:p><w:r><w:t xml:space=\"preserve\">— W</w:t></w:r></w:p>",
];

/// The same of an OpenDocument.
const OPEN: [&str; 16] = [
    "<text:p>W</text:p>",
    "<text:h text:outline-level=\"3\">W</text:h>",
    "<text:p text:style-name=\"Title\">W</text:p>",
    "<text:p text:style-name=\"Caption\">W</text:p>",
    "<text:p text:style-name=\"Quotations\">W</text:p>",
    "<text:list><text:list-item><text:p>W</text:p></text:list-item></text:list>",
    "<text:list><text:list-item><text:p>W</text:p><text:list><text:list-header><text:h>W</text:h></text:list-header></text:list></text:list-item></text:list>",
    "<text:p><draw:frame><draw:image xlink:href=\"https://example.org/a.png\"/></draw:frame></text:p>",
    "<text:p><draw:frame><draw:text-box><text:p>W</text:p></draw:text-box></draw:frame></text:p>",
    "<text:p>\n<text:span>W</text:span><text:s/><text:line-break/></text:p>",
    "<text:section><text:p>W</text:p></text:section>",
    "<table:table><table:table-row><table:table-cell><text:p>W</text:p></table:table-cell></table:table-row></table:table>",
    "<table:table><table:table-row><table:table-cell><text:p>W</text:p></table:table-cell><table:table-cell/></table:table-row><table:table-row><table:table-cell/><table:table-cell/></table:table-row></table:table>",
    "<text:p><text:a xlink:href=\"https://example.org/\">W</text:a><text:bookmark/></text:p>",
    "<text:p>— W</text:p>",
    "<text:p><draw:custom-shape><text:p>W</text:p></draw:custom-shape></text:p>",
];

fn body(parts: &[usize], all: &[&str]) -> (String, Vec<String>) {
    let mut body = String::new();
    let mut words = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let word = format!("w{number}x");
        let piece = all[*part];
        (0..piece.matches('W').count()).for_each(|_| words.push(word.clone()));
        body.push_str(&piece.replace('W', &word));
    }
    (body, words)
}

/// Everything that a draft says, credits after their captions.
fn everything(made: &Made) -> String {
    let draft = parse_document(made.file()).unwrap();
    let head = [&draft.headline, &draft.standfirst].into_iter().flatten().map(|line| line.as_str().to_owned());
    let lines = outline(&draft).into_iter().zip(&draft.blocks).map(|(line, block)| match block {
        crate::import::DraftBlock::Picture(place) => format!("{line} {}", place.credit.as_str()),
        crate::import::DraftBlock::Text { .. } => line,
    });
    head.chain(lines).collect::<Vec<_>>().join("\n")
}

fn all_in_order(made: &Made, words: &[String]) -> Result<(), TestCaseError> {
    let everything = everything(made);
    let mut rest = everything.as_str();
    for word in words {
        let at = rest.find(word.as_str());
        prop_assert!(at.is_some(), "{} is lost or displaced: {:?}", word, everything);
        rest = &rest[at.unwrap_or(0)..];
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn every_word_of_a_word_document_is_kept_in_order(parts in proptest::collection::vec(0..WORD.len(), 0..30)) {
        let (body, words) = body(&parts, &WORD);
        all_in_order(&Made::word(&body).link("web", "https://example.org/"), &words)?;
    }

    #[test]
    fn every_word_of_an_open_document_is_kept_in_order(parts in proptest::collection::vec(0..OPEN.len(), 0..30)) {
        let (body, words) = body(&parts, &OPEN);
        all_in_order(&Made::open("", &body), &words)?;
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0_usize..600, with in any::<u8>()) {
        let _ = parse_document(bytes);
        let mut file = Made::word(WORD[14]).file();
        let place = at % file.len();
        file[place] = with;
        let _ = parse_document(file);
    }

    #[test]
    fn no_elements_panic(parts in proptest::collection::vec((0_usize..28, any::<bool>()), 0..60)) {
        const NAMES: [&str; 28] = [
            "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:pPr", "w:rPr", "w:numPr", "w:drawing", "a:blip", "w:pict",
            "w:sdt", "w:sdtContent", "w:fldChar w:fldCharType='begin'", "w:fldChar w:fldCharType='separate'", "w:fldChar w:fldCharType='end'", "w:instrText", "w:hyperlink", "mc:AlternateContent",
            "mc:Choice", "mc:Fallback", "w:txbxContent", "w:vMerge", "w:gridSpan w:val='99999999'", "w:footnoteReference w:id='1'", "m:oMath",
        ];
        let mut body = String::new();
        let mut open: Vec<&str> = Vec::new();
        for (name, closes) in parts {
            if closes && let Some(name) = open.pop() {
                body.push_str(&format!("</{}>", name.split(' ').next().unwrap_or_default()));
            } else {
                body.push_str(&format!("<{}>x", NAMES[name]));
                open.push(NAMES[name]);
            }
        }
        while let Some(name) = open.pop() {
            body.push_str(&format!("</{}>", name.split(' ').next().unwrap_or_default()));
        }
        let _ = Made::word(&body).with("numbering", &body).with("styles", &body).draft();
    }
}
