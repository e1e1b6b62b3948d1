//! Pictures, text boxes and what else is drawn.

use roxmltree::Node;

use crate::import::DroppedKind;
use crate::import::office::flow::{Block, Part, Picture, PictureSource};
use crate::import::office::xml::{value, walk};

use super::relations::Goal;
use super::story::{Line, Story};

impl Story<'_> {
    /// What Word draws since 2007.
    pub fn drawing(&mut self, drawing: Node<'_, '_>, depth: usize, line: &mut Line) {
        let mut found = Found::default();
        walk(drawing, |node| {
            match node.tag_name().name() {
                "docPr" => found.describe(node),
                "cNvPr" => found.inner_alt = words_for(node),
                "decorative" => found.decorative |= value(node, "val").is_none_or(super::styles::is_on),
                "blip" => found.pictures.push((node, found.inner_alt.clone())),
                "txbxContent" => found.boxes.push(node),
                "chart" => found.others.push(DroppedKind::Embedded),
                "relIds" => found.others.push(DroppedKind::Drawing),
                _ => {}
            }
            !matches!(node.tag_name().name(), "txbxContent" | "Fallback")
        });
        if found.is_hidden {
            return;
        }
        let alone = found.pictures.len() == 1;
        for (blip, inner) in &found.pictures {
            let alt = if alone && !found.alt.is_empty() { &found.alt } else { inner };
            let id = value(*blip, "embed").filter(|id| !id.is_empty()).or_else(|| value(*blip, "link"));
            self.picture(id, alt, found.decorative, line);
        }
        self.boxes(&found, depth, line);
        if found.pictures.is_empty() && found.boxes.is_empty() && found.others.is_empty() {
            self.drop(DroppedKind::Drawing);
        }
        for kind in found.others {
            self.drop(kind);
        }
    }

    /// What Word drew before 2007, and still writes for rules and in old documents.
    pub fn old_drawing(&mut self, drawing: Node<'_, '_>, depth: usize, line: &mut Line) {
        let mut found = Found::default();
        let mut is_rule = false;
        walk(drawing, |node| {
            match node.tag_name().name() {
                "shape" | "rect" => {
                    found.inner_alt = value(node, "alt").unwrap_or_default().to_owned();
                    is_rule |= value(node, "hr").is_some_and(|value| matches!(value, "t" | "true"));
                }
                "imagedata" => found.pictures.push((node, found.inner_alt.clone())),
                "txbxContent" => found.boxes.push(node),
                _ => {}
            }
            node.tag_name().name() != "txbxContent"
        });
        for (data, alt) in &found.pictures {
            let id = value(*data, "id").or_else(|| value(*data, "href"));
            self.picture(id, alt, false, line);
        }
        self.boxes(&found, depth, line);
        if is_rule {
            line.after.push(Block::Divider);
        } else if found.pictures.is_empty() && found.boxes.is_empty() {
            self.drop(DroppedKind::Drawing);
        }
    }

    fn boxes(&mut self, found: &Found<'_, '_>, depth: usize, line: &mut Line) {
        for content in &found.boxes {
            let mut blocks = Vec::new();
            // A text box neither begins nor ends the fields around it.
            let fields = std::mem::take(&mut self.fields);
            self.blocks(*content, depth + 1, &mut blocks);
            self.fields = fields;
            line.after.extend(blocks);
        }
    }

    fn picture(&mut self, id: Option<&str>, alt: &str, decorative: bool, line: &mut Line) {
        let source = match id.and_then(|id| self.context.relations.goal(id)) {
            Some(Goal::Part(name)) => PictureSource::Part(name),
            Some(Goal::Address(address)) => PictureSource::Elsewhere(address),
            None => return self.drop(DroppedKind::LostPicture),
        };
        line.parts.push(Part::Picture(Picture { source, alt: alt.to_owned(), decorative }));
    }
}

/// What is in a drawing.
#[derive(Default)]
struct Found<'a, 'i> {
    alt: String,
    inner_alt: String,
    decorative: bool,
    is_hidden: bool,
    pictures: Vec<(Node<'a, 'i>, String)>,
    boxes: Vec<Node<'a, 'i>>,
    others: Vec<DroppedKind>,
}

impl Found<'_, '_> {
    fn describe(&mut self, node: Node<'_, '_>) {
        self.alt = words_for(node);
        self.is_hidden = value(node, "hidden").is_some_and(super::styles::is_on);
    }
}

/// What stands for a picture: its description, or its title where there is none.
fn words_for(node: Node<'_, '_>) -> String {
    let said = |name| value(node, name).map(str::trim).filter(|words| !words.is_empty());
    said("descr").or_else(|| said("title")).unwrap_or_default().to_owned()
}
