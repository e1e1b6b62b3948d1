//! Where a part of a document says that other parts and addresses are.

use std::collections::BTreeMap;

use crate::import::office::package::{OfficeError, Package, xml};
use crate::import::office::xml::value;

/// The relations of one part.
#[derive(Debug, Default)]
pub struct Relations {
    folder: String,
    all: BTreeMap<String, Relation>,
}

#[derive(Debug)]
struct Relation {
    kind: String,
    target: String,
    is_outside: bool,
}

/// Where a relation leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Goal {
    /// To a part of the document, by its name.
    Part(String),
    /// To an address.
    Address(String),
}

impl Relations {
    /// Reads those of a part; of the whole package where the name is empty.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub fn read(package: &mut Package, part: &str) -> Result<Self, OfficeError> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let separator = if folder.is_empty() { "" } else { "/" };
        let mut relations = Self { folder: folder.to_owned(), all: BTreeMap::new() };
        let Some(text) = package.text(&format!("{folder}{separator}_rels/{name}.rels"))? else { return Ok(relations) };
        let parsed = xml(&text)?;
        for node in parsed.root_element().children() {
            let (Some(id), Some(kind), Some(target)) = (value(node, "Id"), value(node, "Type"), value(node, "Target"))
            else {
                continue;
            };
            let is_outside = value(node, "TargetMode") == Some("External");
            let relation = Relation { kind: kind.to_owned(), target: target.to_owned(), is_outside };
            relations.all.insert(id.to_owned(), relation);
        }
        Ok(relations)
    }

    /// Where the relation of a name leads.
    pub fn goal(&self, id: &str) -> Option<Goal> {
        let relation = self.all.get(id)?;
        Some(if relation.is_outside {
            Goal::Address(relation.target.clone())
        } else {
            Goal::Part(self.absolute(&relation.target))
        })
    }

    /// The first part of a type, by the end of what it is called.
    pub fn of_type(&self, ending: &str) -> Option<String> {
        self.all_of_type(ending).into_iter().next()
    }

    /// The parts of a type.
    pub fn all_of_type(&self, ending: &str) -> Vec<String> {
        let wanted = self.all.values().filter(|relation| relation.kind.ends_with(ending) && !relation.is_outside);
        wanted.map(|relation| self.absolute(&relation.target)).collect()
    }

    fn absolute(&self, target: &str) -> String {
        let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { self.folder.split('/').collect() };
        for step in target.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    path.pop();
                }
                step => path.push(step),
            }
        }
        path.retain(|step| !step.is_empty());
        path.join("/")
    }
}
