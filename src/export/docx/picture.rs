//! A picture in its line, with its alternative text.

use crate::export::manuscript::Figure;
use crate::export::pictures::PictureFile;
use crate::export::xml::Xml;
use crate::file::Spooled;

/// A picture of the package.
pub(super) struct Picture<'a> {
    /// Its file.
    pub name: String,
    /// The file's bytes.
    pub bytes: &'a Spooled,
    number: usize,
}

impl<'a> Picture<'a> {
    pub(super) fn new(number: usize, file: &'a PictureFile) -> Self {
        Self { name: format!("photo-{number:02}.jpg"), bytes: &file.bytes, number }
    }

    /// Its id among the relations of the document.
    pub(super) fn relation(&self) -> String {
        format!("r-photo-{}", self.number)
    }
}

/// English metric units in a millimetre.
const EMU_PER_MM: u64 = 36_000;
/// The width of the text on A4.
const WIDEST_MM: u64 = 160;
/// So that a page has room for two pictures with their captions, or for one and text around it.
const HIGHEST_MM: u64 = 90;

/// As large as the text is wide, and no higher than a third of a page. In English metric units.
pub(in crate::export) fn size_emu(width_px: u32, height_px: u32) -> (u64, u64) {
    let (width, height) = (u64::from(width_px.max(1)), u64::from(height_px.max(1)));
    let (widest, highest) = (WIDEST_MM * EMU_PER_MM, HIGHEST_MM * EMU_PER_MM);
    let high = widest * height / width;
    if high <= highest { (widest, high.max(1)) } else { ((highest * width / height).max(1), highest) }
}

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const DECORATIVE: &str = "http://schemas.microsoft.com/office/drawing/2017/decorative";

/// A run with the picture.
pub(super) fn write(xml: &mut Xml, picture: &Picture<'_>, file: &PictureFile, figure: &Figure) {
    let (width, height) = size_emu(file.width, file.height);
    let (width, height) = (width.to_string(), height.to_string());
    let number = picture.number.to_string();
    let name = picture.name.trim_end_matches(".jpg");
    let extent: [(&'static str, &str); 2] = [("cx", &width), ("cy", &height)];
    xml.open("w:r", &[]).open("w:drawing", &[]);
    xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    xml.empty("wp:extent", &extent);
    xml.open("wp:docPr", &[("id", &number), ("name", name), ("descr", &figure.alt)]);
    if figure.decorative {
        xml.open("a:extLst", &[("xmlns:a", DRAWING)]);
        xml.open("a:ext", &[("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")]);
        xml.empty("adec:decorative", &[("xmlns:adec", DECORATIVE), ("val", "1")]).close().close();
    }
    xml.close();
    xml.open("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("xmlns:a", DRAWING), ("noChangeAspect", "1")]).close();
    xml.open("a:graphic", &[("xmlns:a", DRAWING)]).open("a:graphicData", &[("uri", PICTURE)]);
    xml.open("pic:pic", &[("xmlns:pic", PICTURE)]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &[("id", &number), ("name", name), ("descr", &figure.alt)]);
    xml.empty("pic:cNvPicPr", &[]).close();
    xml.open("pic:blipFill", &[]).empty("a:blip", &[("r:embed", &picture.relation())]);
    xml.open("a:stretch", &[]).empty("a:fillRect", &[]).close().close();
    xml.open("pic:spPr", &[]).open("a:xfrm", &[]).empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &extent).close();
    xml.open("a:prstGeom", &[("prst", "rect")]).empty("a:avLst", &[]).close().close();
    xml.close().close().close();
    xml.close().close().close();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_wide_as_the_text_and_never_fills_a_page() {
        assert_eq!(size_emu(1440, 960), (135 * EMU_PER_MM, 90 * EMU_PER_MM));
        assert_eq!(size_emu(1600, 800), (160 * EMU_PER_MM, 80 * EMU_PER_MM));
        assert_eq!(size_emu(960, 1440), (60 * EMU_PER_MM, 90 * EMU_PER_MM));
        assert_eq!(size_emu(0, 0), (90 * EMU_PER_MM, 90 * EMU_PER_MM));
        assert_eq!(size_emu(50_000, 1).1, 115);
    }
}
