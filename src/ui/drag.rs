//! What can be dragged from one pane to another.

<<<<<<< HEAD
use crate::report::PhotoId;
=======
use crate::report::{ParticipantId, PhotoId};
>>>>>>> panes

/// A photo dragged from its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedPhoto(pub PhotoId);
<<<<<<< HEAD
=======

/// A participant dragged from the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraggedPerson(pub ParticipantId);
>>>>>>> panes
