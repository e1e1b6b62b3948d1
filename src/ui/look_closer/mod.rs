//! One photo over the whole window: looked at closely, turned, cropped, given a focal point, its words, and marks for its people.

mod bar;
mod crop;
mod detail;
mod focal;
mod frame;
mod keys;
mod marks;
mod stage;
mod words;
mod zoom;

use std::collections::VecDeque;

use egui::{CentralPanel, Margin, Panel, Ui};

use self::crop::Cropping;
use self::detail::Detail;
use self::keys::{Press, Wish};
use self::zoom::Zoom;
use crate::app::Command;
use crate::edit::ops::framing::{self, Framing};
use crate::edit::ops::lineup;
use crate::report::{LineupPlace, Photo, PhotoId, QuarterTurns};
use crate::ui::strip::StripState;
use crate::ui::theme::space;
use crate::ui::view::{Request, View};

/// What the view remembers from frame to frame.
#[derive(Debug, Default)]
pub struct LookCloserState {
    open: Option<Open>,
}

/// A photo that is looked at.
#[derive(Debug)]
struct Open {
    photo: PhotoId,
    zoom: Zoom,
    detail: Detail,
    tool: Tool,
    /// Who gets the keyboard when it is drawn next.
    focus: Option<Focus>,
    /// Who is in the picture.
    strip: StripState,
    /// Since when this photo is shown, in seconds of the window's clock.
    since_s: Option<f64>,
    /// What commands asked of the zoom.
    zooming: Vec<Zooming>,
    /// What commands asked of the photo.
    framing: Vec<Framing>,
    /// Whether a command asked for the marks.
    wants_marks: bool,
    /// Keys that wait until what those before them asked for is done.
    pressed: VecDeque<Press>,
}

/// What is done with the photo.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tool {
    Look,
    Crop(Cropping),
    Focal,
    /// Everybody is marked in the picture; the one whose mark is held.
    Marks(Option<LineupPlace>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Stage,
    Caption,
}

/// What a command asks of the zoom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zooming {
    /// So much larger.
    By(f32),
    /// All of the picture.
    Fit,
}

impl LookCloserState {
    /// Whether a photo is looked at.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The photo that is looked at.
    pub fn photo(&self) -> Option<PhotoId> {
        self.open.as_ref().map(|open| open.photo)
    }

    /// Whether the view gets the keyboard when it is drawn next.
    pub fn awaits_keyboard(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.focus.is_some() || open.strip.awaits_keyboard())
    }

    /// Looks at a photo.
    pub fn open(&mut self, photo: PhotoId) {
        self.open = Some(Open::at(photo, Focus::Stage));
    }

    /// Ends it. What was cropped and not applied is left.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Whether the keyboard is in a field whose words are not in the report.
    pub fn writes_apart(&self, ctx: &egui::Context) -> bool {
        self.open.as_ref().is_some_and(|open| open.strip.writes_apart(ctx))
    }

    /// Goes to the people of the picture.
    pub fn name_people(&mut self) {
        if let Some(open) = &mut self.open {
            open.tool = if matches!(open.tool, Tool::Marks(_)) { open.tool } else { Tool::Look };
            open.strip.take_focus();
        }
    }

    /// Marks the people in the picture, or ends that.
    pub fn mark_people(&mut self) {
        if let Some(open) = &mut self.open {
            open.wants_marks = true;
        }
    }

    /// Makes the picture larger or smaller.
    pub fn zoom(&mut self, zooming: Zooming) {
        if let Some(open) = &mut self.open {
            open.zooming.push(zooming);
        }
    }

    /// Turns the photo or takes a tool up.
    pub fn frame(&mut self, framing: Framing) {
        if let Some(open) = &mut self.open {
            open.framing.push(framing);
        }
    }
}

impl From<Framing> for Wish {
    fn from(framing: Framing) -> Self {
        match framing {
            Framing::TurnLeft => Self::TurnLeft,
            Framing::TurnRight => Self::TurnRight,
            Framing::Crop => Self::Crop,
            Framing::Focal => Self::Focal,
        }
    }
}

impl Open {
    fn at(photo: PhotoId, focus: Focus) -> Self {
        Self {
            photo,
            zoom: Zoom::default(),
            detail: Detail::default(),
            tool: Tool::Look,
            focus: Some(focus),
            strip: StripState::default(),
            since_s: None,
            zooming: Vec::new(),
            framing: Vec::new(),
            wants_marks: false,
            pressed: VecDeque::new(),
        }
    }

    /// Goes to another photo.
    fn go(&mut self, view: &View<'_>, place: Option<usize>, focus: Focus) {
        let Some(photo) = place.and_then(|place| view.report().photos.get(place)) else { return };
        if photo.id != self.photo {
            *self = Self { pressed: std::mem::take(&mut self.pressed), ..Self::at(photo.id, focus) };
            view.ask(Request::ChoosePhoto(Some(photo.id)));
        }
    }

    fn turn(&mut self, view: &View<'_>, photo: &Photo, by: u8) {
        let by = QuarterTurns::new(by);
        if let Tool::Crop(cropping) = &mut self.tool {
            cropping.turn(by);
        }
        self.zoom.fit();
        view.edit(framing::turn(view.report(), photo.id, by));
    }

    /// Takes a tool up, or puts it down where it is in hand; a crop that is put down so is left.
    fn take(&mut self, photo: &Photo, wish: Wish) {
        self.zoom.fit();
        self.tool = match (wish, self.tool) {
            (Wish::Crop, Tool::Look | Tool::Focal | Tool::Marks(_)) => Tool::Crop(Cropping::of(photo)),
            (Wish::Focal, Tool::Look | Tool::Crop(_) | Tool::Marks(_)) => Tool::Focal,
            (Wish::Marks, Tool::Look | Tool::Crop(_) | Tool::Focal) => {
                self.strip.go_to(marks::next_unmarked(photo, None).unwrap_or_default());
                Tool::Marks(None)
            }
            _ => Tool::Look,
        };
        self.focus = Some(Focus::Stage);
    }

    fn perform(&mut self, view: &View<'_>, photo: &Photo, place: usize, wish: Wish) {
        match wish {
            Wish::Close => view.command(Command::LookCloser),
            Wish::Previous => self.go(view, place.checked_sub(1), Focus::Stage),
            Wish::Next => self.go(view, Some(place + 1), Focus::Stage),
            Wish::First => self.go(view, Some(0), Focus::Stage),
            Wish::Last => self.go(view, view.report().photos.len().checked_sub(1), Focus::Stage),
            Wish::NextCaption => self.go(view, Some(place + 1), Focus::Caption),
            Wish::Caption => self.focus = Some(Focus::Caption),
            Wish::Done => {
                self.tool = Tool::Look;
                self.focus = Some(Focus::Stage);
            }
            _ if view.read_only => {}
            Wish::TurnLeft => self.turn(view, photo, 3),
            Wish::TurnRight => self.turn(view, photo, 1),
            Wish::Crop | Wish::Focal | Wish::Marks => self.take(photo, wish),
            Wish::Apply => {
                if let Tool::Crop(cropping) = self.tool {
                    view.edit(framing::crop(view.report(), photo.id, Some(cropping.frame.area)));
                }
                self.perform(view, photo, place, Wish::Done);
            }
            Wish::WholePicture => {
                view.edit(framing::crop(view.report(), photo.id, None));
                self.perform(view, photo, place, Wish::Done);
            }
            Wish::NoMark => view.edit(lineup::mark(view.report(), photo.id, self.strip.at(), None)),
            Wish::NoFocal => view.edit(framing::focus(view.report(), photo.id, None)),
        }
    }
}

/// Draws the photo that is looked at, with everything about it, into what is left of the window.
pub fn look_closer_ui(ui: &mut Ui, view: &View<'_>, state: &mut LookCloserState) {
    let Some(mut open) = state.open.take() else { return };
    let photos = &view.report().photos;
    let Some(place) = photos.iter().position(|photo| photo.id == open.photo) else {
        // It was taken out of the report meanwhile.
        state.open = Some(open);
        view.command(Command::LookCloser);
        return;
    };
    let photo = &photos[place];
    if matches!(open.tool, Tool::Crop(cropping) if !cropping.fits(photo)) {
        // The crop was taken back, or the photo turned, from outside.
        open.tool = Tool::Look;
    }
    let mut wishes: Vec<Wish> = open.framing.drain(..).map(Wish::from).collect();
    wishes.extend(std::mem::take(&mut open.wants_marks).then_some(Wish::Marks));
    let side = egui::Frame::new().fill(view.tokens.chrome);
    let bar_frame = side.inner_margin(Margin::symmetric(space::S as i8, 0));
    Panel::top("look closer bar").frame(bar_frame).exact_size(space::TOOLBAR).show(ui, |ui| {
        bar::bar_ui(ui, view, &mut open, photo, place, &mut wishes);
    });
    let below = side.inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 14 });
    Panel::bottom("look closer words").frame(below).resizable(false).show(ui, |ui| match &mut open.tool {
        Tool::Look => {
            let takes_focus = open.focus == Some(Focus::Caption);
            words::words_ui(ui, view, photo, place, &mut open.strip, takes_focus, &mut wishes);
        }
        Tool::Crop(cropping) => crop::panel_ui(ui, view, photo, cropping, &mut wishes),
        Tool::Focal => focal::panel_ui(ui, view, photo, &mut wishes),
        Tool::Marks(_) => marks::panel_ui(ui, view, photo, place, &mut open.strip, &mut wishes),
    });
    CentralPanel::no_frame().frame(egui::Frame::new().fill(view.tokens.stage)).show(ui, |ui| {
        stage::stage_ui(ui, view, &mut open, photo, place, &mut wishes);
    });
    for wish in wishes {
        open.perform(view, photo, place, wish);
    }
    state.open = Some(open);
}
