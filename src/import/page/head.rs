//! What a page says of its article: where it is, its headline, authors, day, language and source.

use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{Draft, address};
use crate::report::{RichText, Source};

use super::tree::{Data, NodeId, Tree};
use super::words::is_blank;

/// What was found.
#[derive(Debug, Default)]
pub struct Head {
    /// The element with the article, where the page marks one.
    pub article: Option<NodeId>,
    /// The heading that is the headline.
    pub headline_at: Option<NodeId>,
    /// A headline that stands in the head of the page only.
    headline: Option<String>,
    byline: Option<String>,
    date: Option<Date>,
    language: Option<Arc<str>>,
    source: Option<Arc<str>>,
}

/// Looks for it.
pub fn read(tree: &Tree) -> Head {
    let article = article(tree);
    let meta = Meta { tree };
    let first_heading = |top: NodeId| {
        let mut found = tree.named(top, "h1").filter(|heading| !is_blank(&words(tree, *heading)));
        (found.next(), found.next().is_some())
    };
    let (inside, several_inside) = first_heading(article.unwrap_or(Tree::ROOT));
    let (anywhere, several) = first_heading(Tree::ROOT);
    let headline_at = inside.filter(|_| !several_inside).or(anywhere.filter(|_| !several && inside.is_none()));
    // What a word processor says of a document is said of the program's user, and its title is often that of another document.
    let is_document = ["microsoft word", "libreoffice", "openoffice"]
        .iter()
        .any(|program| meta.named("generator").is_some_and(|value| value.to_lowercase().contains(program)));
    let title = || tree.named(Tree::ROOT, "title").next().map(|title| words(tree, title));
    let headline = meta.property("og:title").or_else(title).map(|title| title.trim().to_owned());
    let date = ["article:published_time", "datePublished", "date", "dc.date"].iter().find_map(|name| {
        let value = meta.property(name).or_else(|| meta.named(name))?;
        value.get(..10)?.parse::<Date>().ok()
    });
    let author = meta.named("author").filter(|author| !author.contains("://"));
    let canonical = tree
        .inside(Tree::ROOT)
        .filter_map(|id| tree.element(id))
        .filter(|element| {
            element.name() == "link"
                && element.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
        })
        .find_map(|element| element.attribute("href").map(str::to_owned));
    let source = canonical.or_else(|| meta.property("og:url")).and_then(|url| address::link(&url));
    Head {
        article,
        headline_at,
        headline: headline.filter(|headline| headline_at.is_none() && !is_blank(headline)),
        byline: author.filter(|author| !is_document && !is_blank(author)),
        date: date.filter(|_| !is_document),
        language: language(tree),
        source: source.filter(|source| source.starts_with("http")),
    }
}

impl Head {
    /// Gives a draft what was found.
    pub fn fill(self, draft: &mut Draft) {
        if draft.headline.is_none() {
            draft.headline = self.headline.map(|headline| RichText::plain(&headline));
        }
        draft.byline = self.byline.map(|byline| RichText::plain(byline.trim()));
        draft.date = self.date;
        draft.language = self.language;
        draft.sources.extend(self.source.map(|url| Source { name: "".into(), url }));
    }
}

/// The one `article`, or `main`; in a page of several articles what holds them.
fn article(tree: &Tree) -> Option<NodeId> {
    let main = tree.inside(Tree::ROOT).find(|id| {
        tree.element(*id).is_some_and(|element| {
            element.name() == "main" || element.attribute("role").is_some_and(|role| role.eq_ignore_ascii_case("main"))
        })
    });
    let mut articles = tree.named(main.unwrap_or(Tree::ROOT), "article");
    match (articles.next(), articles.next()) {
        (Some(only), None) => Some(only),
        _ => main,
    }
}

fn language(tree: &Tree) -> Option<Arc<str>> {
    language_tag(tree.named(Tree::ROOT, "html").find_map(|html| tree.element(html)?.attribute("lang"))?)
}

/// What looks like a tag of BCP 47.
pub fn language_tag(tag: &str) -> Option<Arc<str>> {
    const LONGEST: usize = 35;
    let tag = tag.trim();
    let is_tag = !tag.is_empty()
        && tag.len() <= LONGEST
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    is_tag.then(|| tag.into())
}

/// The words inside a node.
fn words(tree: &Tree, top: NodeId) -> String {
    tree.inside(top)
        .filter_map(|id| match tree.data(id) {
            Data::Text(text) => Some(&**text),
            _ => None,
        })
        .collect()
}

struct Meta<'t> {
    tree: &'t Tree,
}

impl Meta<'_> {
    fn named(&self, name: &str) -> Option<String> {
        self.by("name", name)
    }

    fn property(&self, name: &str) -> Option<String> {
        self.by("property", name).or_else(|| self.by("itemprop", name))
    }

    fn by(&self, attribute: &str, name: &str) -> Option<String> {
        let elements = self.tree.named(Tree::ROOT, "meta").filter_map(|id| self.tree.element(id));
        elements
            .filter(|element| element.attribute(attribute).is_some_and(|value| value.trim().eq_ignore_ascii_case(name)))
            .find_map(|element| element.attribute("content").filter(|content| !is_blank(content)).map(str::to_owned))
    }
}
