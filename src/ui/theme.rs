//! Colours, type, spaces and radii: the only place where they are numbers.

use std::sync::Arc;

use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, CornerRadius, FontData, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Vec2, Visuals, vec2,
};

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Whether this is the dark theme.
    pub dark: bool,
    /// The text pane.
    pub page: Color32,
    /// Menu, toolbar, panes, status bar.
    pub chrome: Color32,
    /// Cards, fields, menus, dialogs.
    pub card: Color32,
    /// Around a photo that is looked at closely.
    pub stage: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Field borders under focus, handles.
    pub line_strong: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text, icons.
    pub muted: Color32,
    /// Placeholders.
    pub faint: Color32,
    /// The primary button, links, focus, caret, chosen tab.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Chosen row, toggled button.
    pub accent_wash: Color32,
    /// Selected text.
    pub selection: Color32,
    /// The dotted line under a participant's name.
    pub person: Color32,
    /// The two lines under a name that is nearly a participant's.
    pub near_name: Color32,
    /// The wave under a word that is not right.
    pub misspelt: Color32,
    /// Something is missing.
    pub warn: Color32,
    /// Behind a warning.
    pub warn_wash: Color32,
    /// An error, not saved.
    pub bad: Color32,
    /// Behind an error.
    pub bad_wash: Color32,
    /// Saved.
    pub good: Color32,
    /// Under menus and dialogs.
    pub shadow: Color32,
}

impl Tokens {
    /// Ink on paper.
    pub const LIGHT: Self = Self {
        dark: false,
        page: Color32::from_rgb(0xFD, 0xFC, 0xFA),
        chrome: Color32::from_rgb(0xF3, 0xF1, 0xEC),
        card: Color32::from_rgb(0xFF, 0xFF, 0xFF),
        stage: Color32::from_rgb(0xE2, 0xDF, 0xDA),
        line: Color32::from_rgb(0xDD, 0xD8, 0xCF),
        line_strong: Color32::from_rgb(0x8C, 0x85, 0x7A),
        ink: Color32::from_rgb(0x1F, 0x1D, 0x1A),
        muted: Color32::from_rgb(0x62, 0x5D, 0x55),
        faint: Color32::from_rgb(0x6F, 0x69, 0x5F),
        accent: Color32::from_rgb(0x17, 0x57, 0xB8),
        on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
        accent_wash: Color32::from_rgb(0xE3, 0xEC, 0xFA),
        selection: Color32::from_rgb(0xC9, 0xDC, 0xF8),
        person: Color32::from_rgb(0x0B, 0x6B, 0x62),
        near_name: Color32::from_rgb(0x9A, 0x5B, 0x0B),
        misspelt: Color32::from_rgb(0xC8, 0x50, 0x45),
        warn: Color32::from_rgb(0x8A, 0x4B, 0x00),
        warn_wash: Color32::from_rgb(0xFB, 0xEB, 0xD3),
        bad: Color32::from_rgb(0xA8, 0x23, 0x1B),
        bad_wash: Color32::from_rgb(0xFB, 0xE4, 0xE1),
        good: Color32::from_rgb(0x1B, 0x6B, 0x43),
        shadow: Color32::from_black_alpha(40),
    };

    /// Light on dark.
    pub const DARK: Self = Self {
        dark: true,
        page: Color32::from_rgb(0x1A, 0x1A, 0x1C),
        chrome: Color32::from_rgb(0x22, 0x22, 0x25),
        card: Color32::from_rgb(0x2A, 0x2A, 0x2E),
        stage: Color32::from_rgb(0x12, 0x12, 0x13),
        line: Color32::from_rgb(0x3A, 0x3A, 0x40),
        line_strong: Color32::from_rgb(0x7F, 0x7C, 0x85),
        ink: Color32::from_rgb(0xEC, 0xE9, 0xE4),
        muted: Color32::from_rgb(0xB3, 0xAE, 0xA6),
        faint: Color32::from_rgb(0x9B, 0x96, 0x8E),
        accent: Color32::from_rgb(0x8F, 0xB8, 0xFF),
        on_accent: Color32::from_rgb(0x0E, 0x1B, 0x33),
        accent_wash: Color32::from_rgb(0x27, 0x34, 0x4D),
        selection: Color32::from_rgb(0x34, 0x50, 0x7F),
        person: Color32::from_rgb(0x6C, 0xD3, 0xC4),
        near_name: Color32::from_rgb(0xE0, 0xA8, 0x52),
        misspelt: Color32::from_rgb(0xE5, 0x82, 0x78),
        warn: Color32::from_rgb(0xF2, 0xB6, 0x61),
        warn_wash: Color32::from_rgb(0x3B, 0x2F, 0x1C),
        bad: Color32::from_rgb(0xFF, 0x9A, 0x8F),
        bad_wash: Color32::from_rgb(0x43, 0x26, 0x2A),
        good: Color32::from_rgb(0x7B, 0xD3, 0xA0),
        shadow: Color32::from_black_alpha(120),
    };

    /// The tokens of the theme that is on.
    pub fn of(ctx: &egui::Context) -> &'static Self {
        match ctx.theme() {
            egui::Theme::Light => &Self::LIGHT,
            egui::Theme::Dark => &Self::DARK,
        }
    }
}

/// Spaces on the 4-point grid, in points.
pub mod space {
    /// 4
    pub const XS: f32 = 4.0;
    /// 8
    pub const S: f32 = 8.0;
    /// 12
    pub const M: f32 = 12.0;
    /// 16
    pub const L: f32 = 16.0;
    /// 24
    pub const XL: f32 = 24.0;
    /// 32
    pub const XXL: f32 = 32.0;
    /// The height of buttons and fields.
    pub const CONTROL: f32 = 30.0;
    /// The height of the menu bar.
    pub const MENU: f32 = 28.0;
    /// The height of the toolbar.
    pub const TOOLBAR: f32 = 44.0;
    /// The height of the status bar.
    pub const STATUS: f32 = 26.0;
    /// The narrowest side pane.
    pub const PANE_MIN: f32 = 240.0;
    /// The widest side pane.
    pub const PANE_MAX: f32 = 420.0;
    /// The page keeps at least so much beside the panes.
    pub const PAGE_MIN: f32 = 320.0;
    /// The widest dialog.
    pub const DIALOG: f32 = 560.0;
    /// The widest column of the page.
    pub const COLUMN: f32 = 612.0;
}

/// Corner radii, in points.
pub mod radius {
    /// Buttons and fields.
    pub const CONTROL: u8 = 6;
    /// Cards, menus and dialogs.
    pub const CARD: u8 = 10;
    /// Pictures.
    pub const PICTURE: u8 = 4;
}

/// Typefaces and their sizes, in points.
pub mod font {
    use super::{FontFamily, FontId};

    /// The interface, semi-bold.
    pub const UI_STRONG: &str = "ui-strong";
    /// The page.
    pub const TEXT: &str = "text";
    /// The page, bold.
    pub const TEXT_BOLD: &str = "text-bold";
    /// The page, italic.
    pub const TEXT_ITALIC: &str = "text-italic";
    /// The page, bold italic.
    pub const TEXT_BOLD_ITALIC: &str = "text-bold-italic";
    /// Icons.
    pub const ICONS: &str = "icons";

    /// The interface at its normal size.
    pub fn ui() -> FontId {
        FontId::new(13.0, FontFamily::Proportional)
    }

    /// The interface, small.
    pub fn small() -> FontId {
        FontId::new(12.0, FontFamily::Proportional)
    }

    /// Pills.
    pub fn pill() -> FontId {
        FontId::new(11.5, FontFamily::Proportional)
    }

    /// Names, pane titles.
    pub fn strong() -> FontId {
        FontId::new(13.0, FontFamily::Name(UI_STRONG.into()))
    }

    /// Titles of dialogs.
    pub fn title() -> FontId {
        FontId::new(17.0, FontFamily::Name(UI_STRONG.into()))
    }

    /// Icons at their normal size.
    pub fn icon() -> FontId {
        FontId::new(17.0, FontFamily::Name(ICONS.into()))
    }

    /// A face of the page.
    pub fn text(size: f32, bold: bool, italic: bool) -> FontId {
        let face = match (bold, italic) {
            (false, false) => TEXT,
            (true, false) => TEXT_BOLD,
            (false, true) => TEXT_ITALIC,
            (true, true) => TEXT_BOLD_ITALIC,
        };
        FontId::new(size, FontFamily::Name(face.into()))
    }
}

/// Gives a window its fonts and both of its themes.
pub fn install(ctx: &egui::Context) {
    install_fonts(ctx);
    for (theme, tokens) in [(egui::Theme::Light, &Tokens::LIGHT), (egui::Theme::Dark, &Tokens::DARK)] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = visuals(tokens);
            style.spacing.item_spacing = vec2(space::S, space::XS);
            style.spacing.button_padding = vec2(space::M, 6.0);
            style.spacing.interact_size = vec2(28.0, 28.0);
            style.spacing.menu_margin = Margin::same(6);
            style.spacing.window_margin = Margin::same(20);
            style.spacing.combo_width = 80.0;
            // A page that is taken to the caret is no page that was pulled past its end: it must not swing back.
            style.spacing.scroll.kinetic.rubber_band = false;
            style.animation_time = 0.12;
            style.text_styles = [
                (TextStyle::Small, font::small()),
                (TextStyle::Body, font::ui()),
                (TextStyle::Button, font::ui()),
                (TextStyle::Monospace, font::ui()),
                (TextStyle::Heading, font::title()),
            ]
            .into();
        });
    }
}

fn install_fonts(ctx: &egui::Context) {
    macro_rules! face {
        ($name:expr, $file:literal, $family:expr) => {
            ctx.add_font(FontInsert::new(
                $name,
                FontData::from_static(include_bytes!(concat!("../../assets/fonts/", $file))),
                vec![InsertFontFamily { family: $family, priority: FontPriority::Highest }],
            ));
        };
    }
    let named = |name: &str| FontFamily::Name(Arc::from(name));
    face!("Inter", "Inter-Regular.ttf", FontFamily::Proportional);
    face!("Inter SemiBold", "Inter-SemiBold.ttf", named(font::UI_STRONG));
    face!("Source Serif", "SourceSerif4-Regular.ttf", named(font::TEXT));
    face!("Source Serif Bold", "SourceSerif4-Bold.ttf", named(font::TEXT_BOLD));
    face!("Source Serif Italic", "SourceSerif4-Italic.ttf", named(font::TEXT_ITALIC));
    face!("Source Serif Bold Italic", "SourceSerif4-BoldItalic.ttf", named(font::TEXT_BOLD_ITALIC));
    face!("Icons", "../icons/Phosphor.ttf", named(font::ICONS));
}

fn visuals(tokens: &Tokens) -> Visuals {
    let widget = |fill: Color32, line: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    let base = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let shadow = Shadow { offset: [0, 6], blur: 20, spread: 0, color: tokens.shadow };
    Visuals {
        widgets: Widgets {
            noninteractive: widget(tokens.chrome, tokens.line, tokens.ink),
            inactive: widget(tokens.card, tokens.line, tokens.ink),
            hovered: widget(tokens.accent_wash, tokens.line_strong, tokens.ink),
            active: widget(tokens.accent_wash, tokens.accent, tokens.ink),
            open: widget(tokens.accent_wash, tokens.line_strong, tokens.ink),
        },
        selection: Selection { bg_fill: tokens.selection, stroke: Stroke::new(1.0, tokens.ink) },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.chrome,
        extreme_bg_color: tokens.card,
        text_edit_bg_color: Some(tokens.card),
        weak_text_color: Some(tokens.muted),
        code_bg_color: tokens.chrome,
        warn_fg_color: tokens.warn,
        error_fg_color: tokens.bad,
        window_corner_radius: CornerRadius::same(radius::CARD),
        window_shadow: shadow,
        window_fill: tokens.card,
        window_stroke: Stroke::new(1.0, tokens.line),
        menu_corner_radius: CornerRadius::same(radius::CARD),
        panel_fill: tokens.chrome,
        popup_shadow: shadow,
        override_text_color: None,
        ..base
    }
}

/// The size of a button that shows only an icon.
pub const ICON_BUTTON: Vec2 = vec2(30.0, 30.0);
