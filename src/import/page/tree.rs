//! HTML into a tree by the rules that browsers have, with a bound on depth and on nodes.
//!
//! Those rules let a short text make a huge tree: elements that are never closed are opened again in every paragraph. Past a bound
//! tags no longer count and the words stay words, so that a page costs time and memory in proportion to its length.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName, TokenizerResult, ns};

/// Elements inside each other; browsers have some hundreds too.
const DEEPEST: usize = 256;
/// Elements and texts of a page.
const MOST_NODES: usize = 1_000_000;

/// A place in [`Tree::nodes`].
pub type NodeId = usize;

/// A page.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    depth: usize,
    data: Data,
}

/// What a node is.
#[derive(Debug, Default)]
pub enum Data {
    /// The document, a comment, a template: nothing to read.
    #[default]
    Nothing,
    /// Words.
    Text(StrTendril),
    /// An element.
    Element(Element),
}

/// An element with its attributes.
#[derive(Debug)]
pub struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

impl Element {
    /// The name in lower case.
    pub fn name(&self) -> &str {
        &self.name.local
    }

    /// An element that no text of HTML was read for.
    pub fn made(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attribute = |(name, value): &(&str, &str)| Attribute {
            name: QualName::new(None, ns!(), LocalName::from(*name)),
            value: StrTendril::from_slice(value),
        };
        let name = QualName::new(None, ns!(html), LocalName::from(name));
        Self { name, attributes: attributes.iter().map(attribute).collect() }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|attribute| &*attribute.name.local == name);
        found.map(|attribute| &*attribute.value)
    }
}

impl Tree {
    /// The document.
    pub const ROOT: NodeId = 0;

    /// Reads a page, or a piece of one.
    pub fn read(html: &str) -> Self {
        let options = TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() };
        let guard = Guard { builder: TreeBuilder::new(Sink::new(), options), refused: RefCell::default() };
        let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        // A script is not run, and what says its encoding was decoded before.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        tokenizer.end();
        Self { nodes: tokenizer.sink.builder.sink.nodes.take() }
    }

    /// A page with nothing on it, to be made node by node.
    pub fn empty() -> Self {
        Self { nodes: vec![Node::default()] }
    }

    /// Adds words at the end of an element.
    pub fn add_text(&mut self, parent: NodeId, words: &str) {
        self.add(parent, Data::Text(StrTendril::from_slice(words)));
    }

    /// Adds an element at the end of another one, which must be of this tree.
    pub fn add_element(&mut self, parent: NodeId, name: &str, attributes: &[(&str, &str)]) -> NodeId {
        self.add(parent, Data::Element(Element::made(name, attributes)))
    }

    fn add(&mut self, parent: NodeId, data: Data) -> NodeId {
        let id = self.nodes.len();
        let previous = self.nodes[parent].last.replace(id);
        match previous {
            Some(previous) => self.nodes[previous].next = Some(id),
            None => self.nodes[parent].first = Some(id),
        }
        let depth = self.nodes[parent].depth + 1;
        self.nodes.push(Node { parent: Some(parent), previous, depth, data, ..Node::default() });
        id
    }

    /// What a node is.
    pub fn data(&self, id: NodeId) -> &Data {
        &self.nodes[id].data
    }

    /// The element that a node is.
    pub fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.nodes[id].data {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The first child.
    pub fn first(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id].first
    }

    /// The next node with the same parent.
    pub fn next(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id].next
    }

    /// The node around it.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id].parent
    }

    /// Everything inside a node, in the order of the page.
    pub fn inside(&self, top: NodeId) -> impl Iterator<Item = NodeId> {
        let mut at = self.first(top);
        std::iter::from_fn(move || {
            let here = at?;
            at = self.first(here).or_else(|| {
                let mut up = here;
                while up != top {
                    if let Some(next) = self.next(up) {
                        return Some(next);
                    }
                    up = self.parent(up)?;
                }
                None
            });
            Some(here)
        })
    }

    /// The elements of a name inside a node.
    pub fn named<'a>(&'a self, top: NodeId, name: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        self.inside(top).filter(move |id| self.element(*id).is_some_and(|element| element.name() == name))
    }
}

/// Builds the tree.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    document: Handle,
    /// How deep the element stands that was opened last and is open.
    depth: Cell<usize>,
}

/// A node with its name, which the parser asks for all the time.
#[derive(Clone)]
struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

impl Sink {
    fn new() -> Self {
        let name = Rc::new(QualName::new(None, ns!(), LocalName::from("")));
        let document = Handle { id: Tree::ROOT, name };
        Self { nodes: RefCell::new(vec![Node::default()]), document, depth: Cell::new(0) }
    }

    fn push(&self, data: Data) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { data, ..Node::default() });
        nodes.len() - 1
    }

    /// Puts a child before a node of the parent, or at its end.
    fn insert(&self, parent: NodeId, before: Option<NodeId>, child: NodeOrText<Handle>) {
        let previous = match before {
            Some(before) => self.nodes.borrow()[before].previous,
            None => self.nodes.borrow()[parent].last,
        };
        let id = match child {
            NodeOrText::AppendNode(node) => node.id,
            NodeOrText::AppendText(text) => {
                if let Some(previous) = previous
                    && let Data::Text(words) = &mut self.nodes.borrow_mut()[previous].data
                {
                    words.push_tendril(&text);
                    return;
                }
                self.push(Data::Text(text))
            }
        };
        self.detach(id);
        let mut nodes = self.nodes.borrow_mut();
        // Taking the child out may have changed its neighbours.
        let previous = match before {
            Some(before) => nodes[before].previous,
            None => nodes[parent].last,
        };
        let depth = nodes[parent].depth + 1;
        let node = &mut nodes[id];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, before, depth);
        if matches!(node.data, Data::Element(_)) {
            self.depth.set(depth);
        }
        match previous {
            Some(previous) => nodes[previous].next = Some(id),
            None => nodes[parent].first = Some(id),
        }
        match before {
            Some(before) => nodes[before].previous = Some(id),
            None => nodes[parent].last = Some(id),
        }
    }

    fn detach(&self, id: NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[id];
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = ();
    type ElemName<'a> = &'a QualName;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let id = self.push(Data::Element(Element { name: name.clone(), attributes }));
        Handle { id, name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle { id: self.push(Data::Nothing), name: Rc::clone(&self.document.name) }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.id, None, child);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.id].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(sibling.id), child);
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.id].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Handle) {
        self.depth.set(self.nodes.borrow()[node.id].depth.saturating_sub(1));
    }

    /// What is in a template is shown nowhere, so that it may lie in the element itself, which is left out.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Data::Element(element) = &mut self.nodes.borrow_mut()[target.id].data {
            for attribute in attributes {
                if !element.attributes.iter().any(|known| known.name == attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.id].first;
            let Some(first) = first else { return };
            let name = Rc::clone(&self.document.name);
            self.insert(new_parent.id, None, NodeOrText::AppendNode(Handle { id: first, name }));
        }
    }
}

/// Holds back tags that would make the tree too deep or too large.
struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    /// The start tags held back, whose end tags must not close others.
    refused: RefCell<HashMap<LocalName, usize>>,
}

impl Guard {
    fn refuses(&self, tag: &Tag) -> bool {
        // The words in these are not words of the page, and nothing opens inside them.
        const APART: [&str; 9] =
            ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"];
        if APART.contains(&&*tag.name) {
            return false;
        }
        let is_large = self.builder.sink.nodes.borrow().len() >= MOST_NODES;
        match tag.kind {
            TagKind::StartTag => {
                let refused = is_large || self.builder.sink.depth.get() >= DEEPEST;
                if refused {
                    *self.refused.borrow_mut().entry(tag.name.clone()).or_default() += 1;
                }
                refused
            }
            TagKind::EndTag => {
                let mut refused = self.refused.borrow_mut();
                match refused.get_mut(&tag.name).filter(|count| **count > 0) {
                    Some(count) => {
                        *count -= 1;
                        true
                    }
                    None => is_large,
                }
            }
        }
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if matches!(&token, Token::TagToken(tag) if self.refuses(tag)) {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let tree = Tree::read(html);
        let mut shown = String::new();
        for id in tree.inside(Tree::ROOT) {
            match tree.data(id) {
                Data::Nothing => {}
                Data::Text(words) => shown.push_str(words),
                Data::Element(element) => {
                    shown.push('<');
                    shown.push_str(element.name());
                    shown.push('>');
                }
            }
        }
        shown
    }

    #[test]
    fn a_page_is_read_as_browsers_read_it() {
        assert_eq!(shown("<p>a<b>b<p>c"), "<html><head><body><p>a<b>b<p><b>c");
        assert_eq!(shown("<b>1<p>2</b>3</p>"), "<html><head><body><b>1<p><b>23");
        assert_eq!(shown("<table>x<tr><td>y"), "<html><head><body>x<table><tbody><tr><td>y");
        assert_eq!(shown("a<!-- c --><script>1<2</script>b"), "<html><head><body>a<script>1<2b");
    }

    #[test]
    fn bombs_are_read_in_time_and_keep_their_words() {
        let nested = format!("{}in{}out", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert!(shown(&nested).ends_with("inout"));
        let reopened: String = (0..4_000).map(|number| format!("<p><b id={number}>w</p>")).collect();
        let tree = Tree::read(&reopened);
        assert!(tree.nodes.len() < MOST_NODES * 2, "{}", tree.nodes.len());
        let words: usize =
            tree.nodes.iter().map(|node| matches!(&node.data, Data::Text(text) if text.contains('w')) as usize).sum();
        assert!(words > 0);
        let misnested = format!("{}x", "<a href=x><b><i><p></a></b></i>".repeat(5_000));
        assert!(shown(&misnested).ends_with('x'));
    }
}
