//! The menu bar. What stands in it is in tables, which a test compares with the list of all commands.

use egui::containers::menu::{MenuConfig, MenuState, SubMenu};
use egui::{
    Button, Id, MenuBar, Panel, Popup, PopupCloseBehavior, RichText, Sense, SetOpenCommand, Style, Ui, UiBuilder,
    UiKind, UiStackInfo, vec2,
};

use crate::app::{BlockStyle, Command, CommandEnv, ExportKind, PageLook, Pane, ThemeChoice, UiLanguage};
use crate::edit::ops::framing::Framing;
use crate::edit::ops::photos::Order;
use crate::edit::ops::table::TableEdit;
use crate::language::name_line::LineStyle;
use crate::language::vietnamese::Method;
use crate::ui::menu_keys::{self, Title};
use crate::ui::theme::{Tokens, font, space};
use crate::ui::view::{Request, Shell};
use crate::ui::widgets::{MenuEntry, Words, draw_words};

/// The program's own name, the same in all languages.
const NAME: &str = "Rapporteur";

/// A menu of the menu bar.
struct Menu {
    title: &'static str,
    sections: &'static [&'static [Item]],
}

/// A line of a menu.
#[derive(Debug, Clone, Copy)]
enum Item {
    One(Command),
    /// Commands that are asked for together, under one title.
    Group(&'static str, &'static [&'static [Command]]),
    Styles,
    Table,
    Recent,
    Themes,
    Languages,
    Vietnamese,
}

use Item::One;

const MENUS: [Menu; 8] = [
    Menu {
        title: "menu-file",
        sections: &[
            &[
                One(Command::New),
                One(Command::Open),
                Item::Recent,
                One(Command::ImportArticle),
                One(Command::OpenSample),
            ],
            &[One(Command::Save), One(Command::SaveAs)],
            &[One(Command::Details)],
            &[
                One(Command::ExportDialog),
                One(Command::DeskPackage),
                One(Command::Export(ExportKind::Page)),
                One(Command::Export(ExportKind::Html)),
                Item::Group(
                    "menu-export-documents",
                    &[
                        &[
                            Command::Export(ExportKind::Docx),
                            Command::Export(ExportKind::Odt),
                            Command::Export(ExportKind::Epub),
                        ],
                        &[Command::Export(ExportKind::Markdown), Command::Export(ExportKind::Text)],
                    ],
                ),
                Item::Group(
                    "menu-page-look",
                    &[
                        &[
                            Command::PageLook(PageLook::News),
                            Command::PageLook(PageLook::Minutes),
                            Command::PageLook(PageLook::Own),
                        ],
                        &[Command::SaveTemplate],
                    ],
                ),
                One(Command::CopyForCms),
                One(Command::CopyHtml),
                One(Command::Preview),
            ],
            &[One(Command::CloseReport), One(Command::Quit)],
        ],
    },
    Menu {
        title: "menu-edit",
        sections: &[
            &[One(Command::Undo), One(Command::Redo)],
            &[One(Command::Cut), One(Command::Copy), One(Command::Paste), One(Command::PasteAsText)],
            &[One(Command::SelectAll)],
            &[One(Command::Find), One(Command::FindNext), One(Command::FindPrevious), One(Command::Replace)],
            &[
                Item::Group(
                    "menu-spelling",
                    &[
                        &[Command::CheckSpelling, Command::WatchNames],
                        &[Command::NextMisspelling, Command::PreviousMisspelling, Command::Suggestions],
                        &[Command::MendName, Command::MendNameEverywhere],
                    ],
                ),
                One(Command::TidyTypography),
                One(Command::Length),
            ],
            &[One(Command::TypingAids), Item::Vietnamese],
        ],
    },
    Menu {
        title: "menu-insert",
        sections: &[
            &[One(Command::Mention), One(Command::InsertParticipants)],
            &[One(Command::InsertTable), One(Command::InsertDivider)],
            &[One(Command::Link)],
        ],
    },
    Menu {
        title: "menu-format",
        sections: &[
            &[Item::Styles],
            &[One(Command::Bold), One(Command::Italic)],
            &[One(Command::Indent), One(Command::Outdent)],
            &[One(Command::MoveUp), One(Command::MoveDown)],
            &[Item::Table],
        ],
    },
    Menu {
        title: "menu-photos",
        sections: &[
            &[One(Command::AddPhotos), One(Command::AddPhotoFolder)],
            &[
                One(Command::PlacePhoto),
                One(Command::UnplacePhoto),
                One(Command::PlaceBeside),
                One(Command::OwnLine),
                One(Command::LeadPhoto),
            ],
            &[
                One(Command::LookCloser),
                Item::Group(
                    "menu-framing",
                    &[
                        &[Command::Frame(Framing::TurnLeft), Command::Frame(Framing::TurnRight)],
                        &[Command::Frame(Framing::Crop), Command::Frame(Framing::Focal)],
                    ],
                ),
            ],
            &[
                One(Command::PeopleShown),
                Item::Group(
                    "menu-names-line",
                    &[&[Command::WriteNames(LineStyle::Names), Command::WriteNames(LineStyle::Offices)]],
                ),
                One(Command::MarkPeople),
            ],
            &[
                One(Command::PhotoFields),
                One(Command::DecorativePhoto),
                One(Command::ReplacePicture),
                One(Command::ReadPhotoAgain),
            ],
            &[
                Item::Group("menu-sort", &[&[Command::SortPhotos(Order::Taken), Command::SortPhotos(Order::FileName)]]),
                One(Command::SimilarPhotos),
            ],
            &[One(Command::RemovePhoto)],
        ],
    },
    Menu {
        title: "menu-people",
        sections: &[
            &[One(Command::AddPerson), One(Command::AddOrganisation)],
            &[One(Command::ImportPeople), One(Command::PastePeople)],
            &[One(Command::ExportPeople), One(Command::PrintPeople)],
            &[One(Command::DuplicatePeople), One(Command::LinkNames)],
        ],
    },
    Menu {
        title: "menu-view",
        sections: &[
            &[One(Command::TogglePane(Pane::Photos)), One(Command::TogglePane(Pane::People)), One(Command::Outline)],
            &[One(Command::FocusMode)],
            &[
                One(Command::Focus(Pane::Text)),
                One(Command::Focus(Pane::Photos)),
                One(Command::Focus(Pane::People)),
                One(Command::Checks),
                One(Command::NextPane),
                One(Command::PreviousPane),
            ],
            &[One(Command::ZoomIn), One(Command::ZoomOut), One(Command::ZoomReset)],
            &[Item::Themes, Item::Languages],
        ],
    },
    Menu { title: "menu-help", sections: &[&[One(Command::Shortcuts), One(Command::About)]] },
];

/// The menu bar, at the top of the room that is left. F10 opens its first menu, and the arrows walk from there.
pub fn menu_bar_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>) {
    let frame = egui::Frame::new();
    let panel = Panel::top("menu bar").frame(frame).exact_size(space::MENU).show_separator_line(false);
    panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let tokens = *shell.tokens;
        let bar = MenuBar::new().style(move |style: &mut Style| title_style(style, &tokens));
        bar.ui(ui, |ui| {
            name_ui(ui, shell);
            let open = open_menu(ui);
            let step = menu_keys::take(ui.ctx(), open);
            let titles: Vec<_> = MENUS.iter().map(|menu| title_ui(ui, shell, env, menu, open)).collect();
            remember_popups(ui, &titles);
            if let Some(step) = step {
                menu_keys::perform(ui.ctx(), step, &titles, open);
            }
            report_name_ui(ui, shell, env);
        });
    });
}

fn name_ui(ui: &mut Ui, shell: &Shell<'_>) {
    ui.add_space(14.0);
    ui.label(RichText::new(NAME).font(font::strong()).color(shell.tokens.ink));
    ui.add_space(9.0);
}

/// The report's name at the right end, as far as there is room: full screen windows have no title.
fn report_name_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>) {
    let Some(name) = env.name else { return };
    let room = ui.available_rect_before_wrap().shrink2(vec2(14.0, 0.0));
    if room.width() < 60.0 {
        return;
    }
    let words = Words::line(font::small(), shell.tokens.muted, room.width());
    let width = words.galley(ui, name).size().x;
    let rect = egui::Rect::from_min_max(egui::pos2(room.right() - width, room.top()), room.max);
    let response = ui.interact(rect, ui.scope_id().with("report name"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    draw_words(ui, egui::pos2(rect.left(), rect.center().y - words.line_height / 2.0), &words, name);
}

/// Where the popups of the titles are remembered from frame to frame.
fn popups_id() -> Id {
    Id::unique("popups of the menu bar")
}

/// The menu of the bar that is open.
fn open_menu(ui: &Ui) -> Option<Id> {
    let popups = ui.data(|data| data.get_temp::<Vec<Id>>(popups_id()))?;
    popups.into_iter().find(|popup| Popup::is_id_open(ui.ctx(), *popup))
}

fn remember_popups(ui: &Ui, titles: &[Title]) {
    let popups: Vec<Id> = titles.iter().map(|title| title.popup).collect();
    ui.data_mut(|data| data.insert_temp(popups_id(), popups));
}

/// A title with its menu. egui's own `MenuButton` opens the menu under a pointer that rests, though arrow keys have gone on from there.
fn title_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, menu: &Menu, open: Option<Id>) -> Title {
    let popup = ui.next_auto_id().with("popup");
    let was_open = Popup::is_id_open(ui.ctx(), popup);
    let mut button = Button::new(RichText::new(shell.tr(menu.title)).color(shell.tokens.ink));
    if was_open {
        button = button.fill(shell.tokens.ink.gamma_multiply(0.1));
    }
    let response = ui.add(button);
    debug_assert_eq!(Popup::default_response_id(&response), popup, "egui names popups in another way now");
    let config = MenuConfig::new()
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .style(|style: &mut Style| inside_style(style));
    let mut below = Popup::menu(&response).close_behavior(config.close_behavior).style(config.style.clone());
    let pointer_moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
    let comes_from_another = open.is_some_and(|open| open != popup) && !response.clicked();
    if response.hovered() && pointer_moved && comes_from_another {
        below = below.open_memory(Some(SetOpenCommand::Bool(true)));
    }
    let info = UiStackInfo::new(UiKind::Menu).with_tag_value(MenuConfig::MENU_CONFIG_TAG, config);
    below.info(info).show(|ui| menu_ui(ui, shell, env, menu));
    keep_what_the_pointer_opened(ui, &response, popup, was_open);
    Title { button: response, popup }
}

/// With a menu open, the pointer opens another one by coming to its title; the click that follows means that one too, and must not
/// close it.
fn keep_what_the_pointer_opened(ui: &Ui, response: &egui::Response, popup: Id, was_open: bool) {
    const ONE_GESTURE_S: f64 = 0.6;
    let now_s = ui.input(|input| input.time);
    let opened_at = popup.with("opened by the pointer");
    let is_open = Popup::is_id_open(ui.ctx(), popup);
    if is_open && !was_open && !response.clicked() {
        ui.data_mut(|data| data.insert_temp(opened_at, now_s));
    }
    let just_opened = ui.data(|data| data.get_temp::<f64>(opened_at)).is_some_and(|at| now_s - at < ONE_GESTURE_S);
    if response.clicked() && was_open && !is_open && just_opened {
        Popup::open_id(ui.ctx(), popup);
    }
}

fn menu_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, menu: &Menu) {
    ui.set_min_width(190.0);
    let is_on = |item: &Item| matches!(item, One(command) if ticks(env, *command).is_some());
    let indented = menu.sections.iter().any(|section| section.iter().any(is_on));
    for (index, section) in menu.sections.iter().enumerate() {
        if index > 0 {
            separator_ui(ui, shell.tokens);
        }
        for item in *section {
            item_ui(ui, shell, env, *item, indented);
        }
    }
}

fn item_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, item: Item, indented: bool) {
    match item {
        One(command) => command_ui(ui, shell, env, command, indented),
        Item::Group(title, sections) => {
            let enabled = sections.iter().copied().flatten().any(|command| env.is_enabled(*command));
            submenu_ui(ui, shell, title, enabled, indented, |ui| {
                for (index, section) in sections.iter().enumerate() {
                    if index > 0 {
                        separator_ui(ui, shell.tokens);
                    }
                    for command in *section {
                        command_ui(ui, shell, env, *command, true);
                    }
                }
            });
        }
        Item::Styles => {
            let enabled = BlockStyle::ALL.iter().any(|style| env.is_enabled(Command::Style(*style)));
            submenu_ui(ui, shell, "menu-styles", enabled, indented, |ui| {
                for style in BlockStyle::ALL {
                    command_ui(ui, shell, env, Command::Style(style), true);
                }
            });
        }
        Item::Table => {
            let enabled = TableEdit::ALL.iter().any(|edit| env.is_enabled(Command::Table(*edit)));
            submenu_ui(ui, shell, "menu-table", enabled, indented, |ui| {
                for edit in TableEdit::ALL {
                    command_ui(ui, shell, env, Command::Table(edit), true);
                }
            });
        }
        Item::Themes => submenu_ui(ui, shell, "menu-theme", true, indented, |ui| {
            for theme in ThemeChoice::ALL {
                command_ui(ui, shell, env, Command::Theme(theme), true);
            }
        }),
        Item::Languages => submenu_ui(ui, shell, "menu-language", true, indented, |ui| {
            for language in UiLanguage::ALL {
                command_ui(ui, shell, env, Command::Language(language), true);
            }
        }),
        Item::Vietnamese => submenu_ui(ui, shell, "menu-vietnamese", true, indented, |ui| {
            command_ui(ui, shell, env, Command::VietnameseTyping, true);
            separator_ui(ui, shell.tokens);
            for method in Method::ALL {
                command_ui(ui, shell, env, Command::VietnameseMethod(method), true);
            }
            separator_ui(ui, shell.tokens);
            command_ui(ui, shell, env, Command::VietnameseTones, true);
        }),
        Item::Recent => {
            submenu_ui(ui, shell, "menu-recent", !env.recent.is_empty(), indented, |ui| recent_ui(ui, shell, env));
        }
    }
}

/// A command as a line of a menu.
pub fn command_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, command: Command, indented: bool) {
    let text = shell.locale.command(command);
    let hint = command.hint(ui.ctx());
    let mut entry = MenuEntry::new(&text).hint(&hint).enabled(env.is_enabled(command));
    entry = match ticks(env, command) {
        Some(on) if is_one_of_several(command) => entry.on(on),
        Some(on) => entry.ticked(on),
        None if indented => entry.indented(),
        None => entry,
    };
    if entry.show(ui, shell.tokens).clicked() {
        shell.command(command);
        ui.close();
    }
}

/// Whether a command is ticked in a menu. A link is changed by its command rather than switched off.
fn ticks(env: &CommandEnv<'_>, command: Command) -> Option<bool> {
    env.is_on(command).filter(|_| command != Command::Link)
}

fn is_one_of_several(command: Command) -> bool {
    matches!(
        command,
        Command::Style(_)
            | Command::PageLook(_)
            | Command::Theme(_)
            | Command::Language(_)
            | Command::VietnameseMethod(_)
    )
}

fn recent_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>) {
    for path in env.recent {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy();
        let shown = shortened(&name, 48);
        let place = shortened(&folder, 24);
        let response = MenuEntry::new(&shown).hint(&place).show(ui, shell.tokens);
        if response.on_hover_text(path.display().to_string()).clicked() {
            shell.ask(Request::OpenFile(path.clone()));
            ui.close();
        }
    }
}

/// The start of a text that is too long for a menu.
fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let start: String = text.chars().take(limit - 1).collect();
    format!("{}…", start.trim_end())
}

fn submenu_ui(
    ui: &mut Ui,
    shell: &Shell<'_>,
    title: &str,
    enabled: bool,
    indented: bool,
    content: impl FnOnce(&mut Ui),
) {
    let text = shell.tr(title);
    // What is open is known by the id of the line, which is the first thing in a scope of that name.
    ui.scope_builder(UiBuilder::new().id_salt(title), |ui| {
        let id = ui.scope_id().with("open line");
        let line = ui.data(|data| data.get_temp::<Id>(id));
        let open = line.is_some_and(|line| {
            MenuState::from_ui(ui, |state, _| state.open_item == Some(SubMenu::id_from_widget_id(line)))
        });
        let mut entry = MenuEntry::new(&text).enabled(enabled).opens(open);
        if indented {
            entry = entry.indented();
        }
        let response = entry.show(ui, shell.tokens);
        ui.data_mut(|data| data.insert_temp(id, response.id));
        menu_keys::note_opener(ui, &response);
        SubMenu::new().show(ui, &response, |ui| {
            ui.set_min_width(150.0);
            content(ui);
            menu_keys::note_inner(ui, response.id);
        });
    });
}

/// A hairline between two parts of a menu.
pub fn separator_ui(ui: &mut Ui, tokens: &Tokens) {
    let (_, rect) = ui.allocate_space(vec2(0.0, 9.0));
    let line = rect.shrink2(vec2(space::S, 4.0));
    ui.painter().rect_filled(line, 0, tokens.line);
}

/// The titles in the bar: bare until the pointer is over them.
fn title_style(style: &mut Style, tokens: &Tokens) {
    style.spacing.button_padding = vec2(9.0, 4.0);
    let widgets = &mut style.visuals.widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        state.weak_bg_fill = tokens.ink.gamma_multiply(0.08);
        state.bg_stroke = egui::Stroke::NONE;
    }
    widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
    // The focus; egui draws a button that is pressed in the same way.
    widgets.active.bg_stroke = egui::Stroke::new(2.0, tokens.accent);
}

fn inside_style(style: &mut Style) {
    style.spacing.item_spacing = vec2(0.0, 0.0);
}
