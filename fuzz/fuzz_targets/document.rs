//! Documents of word processors: whatever their bytes are, reading them neither panics nor hangs; and of words between elements that hide
//! nothing, none is lost or displaced.

#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use rapporteur::import::{Draft, DraftBlock, parse_document};
use rapporteur::report::{BlockKind, RichText};

/// Pieces of a body of Word; `W` is a word.
const WORD: [&str; 10] = [
    "<w:p><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val='Caption'/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val='Quote'/></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>W</w:t><w:br/></w:r><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>W</w:t></w:r></w:ins></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>W</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>W</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>W</w:t></w:r></w:p>",
    "<w:p/>",
];

/// The same of an OpenDocument.
const OPEN: [&str; 8] = [
    "<text:p>W</text:p>",
    "<text:h text:outline-level='2'>W</text:h>",
    "<text:p text:style-name='Caption'>W</text:p>",
    "<text:p text:style-name='Quotations'>W</text:p>",
    "<text:list><text:list-item><text:p>W</text:p><text:p>W</text:p></text:list-item></text:list>",
    "<text:section><text:p><text:span>W</text:span><text:s/></text:p></text:section>",
    "<table:table><table:table-row><table:table-cell><text:p>W</text:p></table:table-cell></table:table-row></table:table>",
    "<text:p><draw:frame><draw:text-box><text:p>W</text:p></draw:text-box></draw:frame></text:p>",
];

fuzz_target!(|bytes: &[u8]| {
    let _ = parse_document(bytes.to_vec());
    // As the text of a document that is whole: most bytes are no ZIP file.
    let text = String::from_utf8_lossy(bytes);
    let _ = parse_document(packed("word/document.xml", &text));
    let _ = parse_document(packed("content.xml", &text));
    keeps_every_word(bytes, &WORD, |body| {
        packed("word/document.xml", &format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"))
    });
    keeps_every_word(bytes, &OPEN, |body| {
        let text = format!(
            "<o:d xmlns:o='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d'><o:body><o:text>{body}</o:text></o:body></o:d>"
        );
        packed("content.xml", &text)
    });
});

fn packed(name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file(name, stored).expect("a part begins");
    zip.write_all(text.as_bytes()).expect("a part is written");
    zip.finish().expect("a package").into_inner()
}

fn keeps_every_word(script: &[u8], parts: &[&str], file: impl Fn(&str) -> Vec<u8>) {
    let mut body = String::new();
    let mut words = Vec::new();
    for (number, byte) in script.iter().enumerate() {
        let part = parts[usize::from(*byte) % parts.len()];
        let word = format!("w{number}x");
        (0..part.matches('W').count()).for_each(|_| words.push(word.clone()));
        body.push_str(&part.replace('W', &word));
    }
    let draft = parse_document(file(&body)).expect("a whole document is read");
    let everything = everything(&draft);
    let mut rest = everything.as_str();
    for word in words {
        let Some(at) = rest.find(&word) else { panic!("{word} is lost or displaced: {everything:?} from {body:?}") };
        rest = &rest[at + word.len()..];
    }
}

fn everything(draft: &Draft) -> String {
    let mut words = String::new();
    let mut add = |text: &RichText| {
        words.push_str(text.as_str());
        words.push('\n');
    };
    [&draft.headline, &draft.standfirst].into_iter().flatten().for_each(&mut add);
    for block in &draft.blocks {
        match block {
            DraftBlock::Picture(place) => add(&place.caption),
            DraftBlock::Text { kind, text } => {
                add(text);
                match kind {
                    BlockKind::Quotation { speaker } => add(speaker),
                    BlockKind::Table { table } => table.cells().for_each(|cell| add(&cell.text)),
                    _ => {}
                }
            }
        }
    }
    words
}
