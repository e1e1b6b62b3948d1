//! What can be dragged from one pane to another.

use crate::report::{LineupPlace, ParticipantId, PhotoId};

/// A photo dragged from its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedPhoto(pub PhotoId);

/// A photo dragged from its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedFigure(pub PhotoId);

/// A participant dragged from the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedPerson(pub ParticipantId);

/// Somebody dragged from the strip under a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedShown(pub PhotoId, pub LineupPlace);
