//! Small questions to elements. Names are compared without their namespace: those of Word have two, by the year of its standard.

use roxmltree::Node;

/// The first child of a name.
pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The value of an attribute.
pub fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The words directly in an element.
pub fn text(node: Node<'_, '_>) -> String {
    node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect()
}

/// All words inside an element, however deep.
pub fn all_text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|inside| inside.is_text()).filter_map(|inside| inside.text()).collect()
}

/// Looks at the elements inside another one, in order; `look` says whether to go into one. Depth costs no stack.
pub fn walk<'a, 'i>(top: Node<'a, 'i>, mut look: impl FnMut(Node<'a, 'i>) -> bool) {
    let mut open: Vec<Node<'a, 'i>> = top.children().filter(Node::is_element).rev().collect();
    while let Some(node) = open.pop() {
        if look(node) {
            open.extend(node.children().filter(Node::is_element).rev());
        }
    }
}
