//! Small documents for tests, made of the parts that Word, LibreOffice and Google Docs write.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::testing::outline;
use crate::import::{Draft, parse_document};

/// The parts of a document that is being made.
#[derive(Debug, Clone, Default)]
pub struct Made {
    parts: Vec<(String, Vec<u8>)>,
    relations: Vec<String>,
}

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative""#;
const OPEN: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#;

impl Made {
    /// A document of Word with this in its body.
    pub fn word(body: &str) -> Self {
        let document = format!("<w:document {WORD}><w:body>{body}<w:sectPr/></w:body></w:document>");
        let made = Self::default().part(
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#,
        );
        made.part("word/document.xml", &document)
    }

    /// An OpenDocument text with this in its body, and these styles.
    pub fn open(styles: &str, body: &str) -> Self {
        let content = format!(
            "<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        );
        Self::default().part("mimetype", "application/vnd.oasis.opendocument.text").part("content.xml", &content)
    }

    /// With the styles that OpenDocument keeps apart.
    pub fn open_styles(self, styles: &str) -> Self {
        self.part("styles.xml", &format!("<office:document-styles {OPEN}>{styles}</office:document-styles>"))
    }

    /// With what OpenDocument says of the document.
    pub fn open_meta(self, meta: &str) -> Self {
        self.part(
            "meta.xml",
            &format!("<office:document-meta {OPEN}><office:meta>{meta}</office:meta></office:document-meta>"),
        )
    }

    /// With a part of Word: `styles`, `numbering`, `footnotes`, `header1`.
    pub fn with(mut self, name: &str, inner: &str) -> Self {
        let kind = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        self.relations.push(format!(
            r#"<Relationship Id="part-{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{name}.xml"/>"#
        ));
        self.part(&format!("word/{name}.xml"), &format!("<w:{kind} {WORD}>{inner}</w:{kind}>"))
    }

    /// With a link of the text of a Word document.
    pub fn link(mut self, id: &str, address: &str) -> Self {
        self.relations.push(format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{address}" TargetMode="External"/>"#
        ));
        self
    }

    /// With a picture of a Word document.
    pub fn picture(mut self, id: &str, name: &str, bytes: &[u8]) -> Self {
        self.relations.push(format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/{name}"/>"#
        ));
        self.bytes(&format!("word/media/{name}"), bytes)
    }

    /// With what Word says of the document.
    pub fn properties(self, inner: &str) -> Self {
        self.part("docProps/core.xml", &format!(r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>"#))
    }

    /// With any part.
    pub fn part(self, name: &str, text: &str) -> Self {
        let declared =
            if text.starts_with('<') { r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# } else { "" };
        self.bytes(name, format!("{declared}{text}").as_bytes())
    }

    /// With any bytes.
    pub fn bytes(mut self, name: &str, bytes: &[u8]) -> Self {
        self.parts.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// The file.
    pub fn file(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, bytes: &[u8]| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        };
        for (name, bytes) in &self.parts {
            put(name, bytes);
        }
        if !self.relations.is_empty() {
            let all = self.relations.concat();
            put("word/_rels/document.xml.rels", format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#).as_bytes());
        }
        zip.finish().unwrap().into_inner()
    }

    /// What is read of it.
    pub fn draft(&self) -> Draft {
        parse_document(self.file()).unwrap()
    }

    /// The same in short.
    #[track_caller]
    pub fn check(&self, expected: &[&str]) {
        assert_eq!(outline(&self.draft()), expected);
    }
}

/// A paragraph of Word of a style.
pub fn p(style: &str, words: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#) };
    format!("<w:p>{style}{}</w:p>", r(words))
}

/// A run of Word.
pub fn r(words: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{words}</w:t></w:r>"#)
}

/// A picture in a line, as Word writes it.
pub fn drawing(id: &str, alt: &str) -> String {
    format!(
        r#"<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}
