//! What can be dragged from one pane to another.

use crate::report::PhotoId;

/// A photo dragged from its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedPhoto(pub PhotoId);
