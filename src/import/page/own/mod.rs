//! Pages that this program made: they come back as they were, text, captions, credits and participants.
//!
//! A page of ours is known by its generator and by the classes of microformats that every template keeps: `h-entry`, `p-name`, `e-content`,
//! `h-card`. What those do not say is read from the structured data. What no page says, stays away: a reporter's notes and contacts, codes and
//! short names of participants, live references, and what stands in no list or figure of the page.
//!
//! `body` reads the story, `people` the list of participants and the table of a desk package, `data` the structured data.

mod body;
mod data;
mod people;

use std::sync::Arc;

use crate::import::{Draft, address};
use crate::language::phrases;
use crate::report::{Event, RichText, Source};

use super::tree::{Data, NodeId, Tree};

pub use self::people::table as people_of_table;

/// What the generator of our pages begins with.
const GENERATOR: &str = "Rapporteur ";

/// Whether a page says that this program made it.
pub fn is_own(html: &str) -> bool {
    generator(&Tree::read(html))
}

fn generator(tree: &Tree) -> bool {
    tree.named(Tree::ROOT, "meta").filter_map(|id| tree.element(id)).any(|meta| {
        meta.attribute("name") == Some("generator")
            && meta.attribute("content").is_some_and(|content| content.starts_with(GENERATOR))
    })
}

/// Reads a page of ours; `None` where it is none, or where a template left out what the story is known by.
pub fn read(tree: &Tree) -> Option<Draft> {
    if !generator(tree) {
        return None;
    }
    let page = Page { tree };
    let story = page.first(Tree::ROOT, "e-content")?;
    let entry = page.first(Tree::ROOT, "h-entry")?;
    let language = tree.named(Tree::ROOT, "html").find_map(|html| tree.element(html)?.attribute("lang"));
    let language = language.and_then(super::language_tag).unwrap_or_else(|| "en".into());
    let data = data::Facts::of(tree);
    let mut draft = Draft { language: Some(Arc::clone(&language)), ..Draft::default() };
    page.head(entry, story, &language, &mut draft);
    let (source_line, sources) = page.sources(story, &language);
    draft.sources = sources;
    let mut body = body::Story::new(tree, &language);
    body.read(story, source_line);
    draft.blocks = body.blocks;
    let mut people = people::of_page(&page, &language);
    people::complete(&mut people, &data);
    draft.participants = people;
    draft.event = data.event().filter(|event| *event != Event::default());
    draft.publication = Some(data.publication()).filter(|publication| *publication != Default::default());
    draft.rights = data.rights();
    draft.keywords = data.keywords();
    Some(draft)
}

/// Questions to a page.
pub(super) struct Page<'t> {
    pub tree: &'t Tree,
}

impl Page<'_> {
    /// The first element of a class inside another one.
    pub fn first(&self, top: NodeId, class: &str) -> Option<NodeId> {
        self.tree.inside(top).find(|id| has_class(self.tree, *id, class))
    }

    /// The elements of a class inside another one.
    pub fn all<'a>(&'a self, top: NodeId, class: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        self.tree.inside(top).filter(move |id| has_class(self.tree, *id, class))
    }

    /// All words inside an element, as they are.
    pub fn words(&self, top: NodeId) -> String {
        words(self.tree, top)
    }

    /// What stands above the story.
    fn head(&self, entry: NodeId, story: NodeId, language: &str, draft: &mut Draft) {
        let is_in_story = |id: NodeId| self.above(id).any(|above| above == story);
        let is_in_card = |id: NodeId| {
            self.above(id)
                .skip(1)
                .any(|above| has_class(self.tree, above, "h-card") || has_class(self.tree, above, "h-event"))
        };
        let own = |class: &'static str| self.all(entry, class).find(|id| !is_in_story(*id) && !is_in_card(*id));
        let line = |class| own(class).map(|id| RichText::plain(self.words(id).trim())).filter(|line| !line.is_empty());
        let untitled = phrases::of(language).untitled;
        draft.headline = line("p-name").filter(|headline| headline.as_str() != untitled);
        draft.kicker = line("p-category");
        draft.standfirst = line("p-summary");
        draft.place = line("p-location");
        let authors: Vec<String> =
            self.all(entry, "p-author").filter(|id| !is_in_story(*id)).map(|author| self.author(author)).collect();
        draft.byline = (!authors.is_empty()).then(|| RichText::plain(&authors.join(", ")));
        let mut times = self.tree.named(entry, "time").filter(|id| !is_in_story(*id) && !is_in_card(*id));
        let day = times.find_map(|id| self.tree.element(id)?.attribute("datetime")?.get(..10)?.parse().ok());
        draft.date = day;
    }

    /// An author with the address that is known of him.
    fn author(&self, author: NodeId) -> String {
        let name = self.words(author);
        let address = self.tree.named(author, "a").find_map(|id| self.tree.element(id)?.attribute("href"));
        match address {
            Some(address) => format!("{} <{address}>", name.trim()),
            None => name.trim().to_owned(),
        }
    }

    /// The line of the sources, which is the last paragraph of the story, with links that lead out; and what it says.
    fn sources(&self, story: NodeId, language: &str) -> (Option<NodeId>, Vec<Source>) {
        let children = || std::iter::successors(self.tree.first(story), |id| self.tree.next(*id));
        let none = (None, Vec::new());
        let Some(last) = children().filter(|id| self.tree.element(*id).is_some()).last() else { return none };
        let text = phrases::of(language);
        let words = self.words(last);
        let label = [text.sources, text.source].into_iter().find(|label| words.trim_start().starts_with(label));
        let is_line = |id: NodeId| self.tree.element(id).is_some_and(|element| element.name() == "p");
        let leads_out = self.tree.named(last, "a").any(|id| self.link_out(id).is_some());
        let Some(label) = label.filter(|_| is_line(last) && leads_out) else { return none };
        let mut sources: Vec<Source> = Vec::new();
        let inside = std::iter::successors(self.tree.first(last), |id| self.tree.next(*id));
        for (place, id) in inside.enumerate() {
            if let Some(url) = self.link_out(id) {
                let name = self.words(id);
                // An address without a name stands for itself.
                let name = if address::link(name.trim()).is_some() { "" } else { name.trim() };
                sources.push(Source { name: name.into(), url });
            } else if let Data::Text(text) = self.tree.data(id) {
                let text = if place == 0 { text.trim_start().strip_prefix(label).unwrap_or(text) } else { text };
                let names = text.split(", ").map(str::trim).filter(|name| !name.is_empty() && *name != ",");
                sources.extend(names.map(|name| Source { name: name.into(), url: "".into() }));
            }
        }
        (Some(last), sources)
    }

    fn link_out(&self, id: NodeId) -> Option<Arc<str>> {
        let element = self.tree.element(id).filter(|element| element.attribute("rel") == Some("external"))?;
        address::link(element.attribute("href")?)
    }

    fn above(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), |id| self.tree.parent(*id))
    }
}

/// Whether an element has a class.
fn has_class(tree: &Tree, id: NodeId, class: &str) -> bool {
    let classes = tree.element(id).and_then(|element| element.attribute("class")).unwrap_or_default();
    classes.split_ascii_whitespace().any(|own| own == class)
}

fn words(tree: &Tree, top: NodeId) -> String {
    let text = |id| match tree.data(id) {
        Data::Text(text) => Some(&**text),
        _ => None,
    };
    tree.inside(top).filter_map(text).collect()
}
