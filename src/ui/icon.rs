//! Names of the interface's icons.
//!
//! Each constant is one character of the bundled font `assets/icons/Phosphor.ttf`: Phosphor Icons, regular weight, version 2.1.2
//! (MIT licence, beside the font), cut down to the glyphs named here. Draw it with the family that the theme registers for icons.
//! To add an icon, cut the font anew from the full one with its code point added, and name it here.

/// The icon `arrow-clockwise`.
pub const ARROW_CLOCKWISE: &str = "\u{e036}";
/// The icon `arrow-counter-clockwise`.
pub const ARROW_COUNTER_CLOCKWISE: &str = "\u{e038}";
/// The icon `arrow-down`.
pub const ARROW_DOWN: &str = "\u{e03e}";
/// The icon `arrow-elbow-down-left`.
pub const ARROW_ELBOW_DOWN_LEFT: &str = "\u{e044}";
/// The icon `arrow-left`.
pub const ARROW_LEFT: &str = "\u{e058}";
/// The icon `arrow-line-down`.
pub const ARROW_LINE_DOWN: &str = "\u{e05c}";
/// The icon `arrow-line-up`.
pub const ARROW_LINE_UP: &str = "\u{e066}";
/// The icon `arrow-right`.
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// The icon `arrow-square-out`.
pub const ARROW_SQUARE_OUT: &str = "\u{e5de}";
/// The icon `arrow-u-up-left`.
pub const ARROW_U_UP_LEFT: &str = "\u{e08a}";
/// The icon `arrow-u-up-right`.
pub const ARROW_U_UP_RIGHT: &str = "\u{e08c}";
/// The icon `arrow-up`.
pub const ARROW_UP: &str = "\u{e08e}";
/// The icon `arrows-clockwise`.
pub const ARROWS_CLOCKWISE: &str = "\u{e094}";
/// The icon `arrows-out`.
pub const ARROWS_OUT: &str = "\u{e0a2}";
/// The icon `arrows-out-cardinal`.
pub const ARROWS_OUT_CARDINAL: &str = "\u{e0a4}";
/// The icon `at`.
pub const AT: &str = "\u{e0ac}";
/// The icon `buildings`.
pub const BUILDINGS: &str = "\u{e102}";
/// The icon `calendar-blank`.
pub const CALENDAR_BLANK: &str = "\u{e10a}";
/// The icon `camera`.
pub const CAMERA: &str = "\u{e10e}";
/// The icon `caret-down`.
pub const CARET_DOWN: &str = "\u{e136}";
/// The icon `caret-left`.
pub const CARET_LEFT: &str = "\u{e138}";
/// The icon `caret-right`.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// The icon `caret-up`.
pub const CARET_UP: &str = "\u{e13c}";
/// The icon `caret-up-down`.
pub const CARET_UP_DOWN: &str = "\u{e140}";
/// The icon `check`.
pub const CHECK: &str = "\u{e182}";
/// The icon `check-circle`.
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// The icon `circle-half`.
pub const CIRCLE_HALF: &str = "\u{e18c}";
/// The icon `circle-notch`.
pub const CIRCLE_NOTCH: &str = "\u{eb44}";
/// The icon `clipboard`.
pub const CLIPBOARD: &str = "\u{e196}";
/// The icon `clock`.
pub const CLOCK: &str = "\u{e19a}";
/// The icon `clock-counter-clockwise`.
pub const CLOCK_COUNTER_CLOCKWISE: &str = "\u{e1a0}";
/// The icon `closed-captioning`.
pub const CLOSED_CAPTIONING: &str = "\u{e1a4}";
/// The icon `copy`.
pub const COPY: &str = "\u{e1ca}";
/// The icon `crop`.
pub const CROP: &str = "\u{e1d4}";
/// The icon `cursor-text`.
pub const CURSOR_TEXT: &str = "\u{e7d8}";
/// The icon `dots-six-vertical`.
pub const DOTS_SIX_VERTICAL: &str = "\u{eae2}";
/// The icon `dots-three`.
pub const DOTS_THREE: &str = "\u{e1fe}";
/// The icon `dots-three-vertical`.
pub const DOTS_THREE_VERTICAL: &str = "\u{e208}";
/// The icon `download-simple`.
pub const DOWNLOAD_SIMPLE: &str = "\u{e20c}";
/// The icon `envelope-simple`.
pub const ENVELOPE_SIMPLE: &str = "\u{e218}";
/// The icon `eraser`.
pub const ERASER: &str = "\u{e21e}";
/// The icon `export`.
pub const EXPORT: &str = "\u{eaf0}";
/// The icon `eye`.
pub const EYE: &str = "\u{e220}";
/// The icon `eye-slash`.
pub const EYE_SLASH: &str = "\u{e224}";
/// The icon `file`.
pub const FILE: &str = "\u{e230}";
/// The icon `file-csv`.
pub const FILE_CSV: &str = "\u{eb1c}";
/// The icon `file-html`.
pub const FILE_HTML: &str = "\u{eb38}";
/// The icon `file-plus`.
pub const FILE_PLUS: &str = "\u{e236}";
/// The icon `file-text`.
pub const FILE_TEXT: &str = "\u{e23a}";
/// The icon `flag`.
pub const FLAG: &str = "\u{e244}";
/// The icon `flag-banner`.
pub const FLAG_BANNER: &str = "\u{e622}";
/// The icon `floppy-disk`.
pub const FLOPPY_DISK: &str = "\u{e248}";
/// The icon `folder`.
pub const FOLDER: &str = "\u{e24a}";
/// The icon `folder-open`.
pub const FOLDER_OPEN: &str = "\u{e256}";
/// The icon `gear`.
pub const GEAR: &str = "\u{e270}";
/// The icon `git-diff`.
pub const GIT_DIFF: &str = "\u{e27c}";
/// The icon `globe`.
pub const GLOBE: &str = "\u{e288}";
/// The icon `handshake`.
pub const HANDSHAKE: &str = "\u{e582}";
/// The icon `hash`.
pub const HASH: &str = "\u{e2a2}";
/// The icon `identification-card`.
pub const IDENTIFICATION_CARD: &str = "\u{e2c8}";
/// The icon `image`.
pub const IMAGE: &str = "\u{e2ca}";
/// The icon `image-broken`.
pub const IMAGE_BROKEN: &str = "\u{e7a8}";
/// The icon `images`.
pub const IMAGES: &str = "\u{e836}";
/// The icon `info`.
pub const INFO: &str = "\u{e2ce}";
/// The icon `keyboard`.
pub const KEYBOARD: &str = "\u{e2d8}";
/// The icon `lightning`.
pub const LIGHTNING: &str = "\u{e2de}";
/// The icon `link`.
pub const LINK: &str = "\u{e2e2}";
/// The icon `link-break`.
pub const LINK_BREAK: &str = "\u{e2e4}";
/// The icon `list-bullets`.
pub const LIST_BULLETS: &str = "\u{e2f2}";
/// The icon `list-checks`.
pub const LIST_CHECKS: &str = "\u{eadc}";
/// The icon `list-numbers`.
pub const LIST_NUMBERS: &str = "\u{e2f6}";
/// The icon `lock`.
pub const LOCK: &str = "\u{e2fa}";
/// The icon `magnifying-glass`.
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// The icon `magnifying-glass-minus`.
pub const MAGNIFYING_GLASS_MINUS: &str = "\u{e30e}";
/// The icon `magnifying-glass-plus`.
pub const MAGNIFYING_GLASS_PLUS: &str = "\u{e310}";
/// The icon `map-pin`.
pub const MAP_PIN: &str = "\u{e316}";
/// The icon `microphone`.
pub const MICROPHONE: &str = "\u{e326}";
/// The icon `microphone-stage`.
pub const MICROPHONE_STAGE: &str = "\u{e75c}";
/// The icon `minus`.
pub const MINUS: &str = "\u{e32a}";
/// The icon `monitor`.
pub const MONITOR: &str = "\u{e32e}";
/// The icon `moon`.
pub const MOON: &str = "\u{e330}";
/// The icon `newspaper`.
pub const NEWSPAPER: &str = "\u{e344}";
/// The icon `note-pencil`.
pub const NOTE_PENCIL: &str = "\u{e34c}";
/// The icon `paragraph`.
pub const PARAGRAPH: &str = "\u{e960}";
/// The icon `pencil-simple`.
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
/// The icon `plus`.
pub const PLUS: &str = "\u{e3d4}";
/// The icon `printer`.
pub const PRINTER: &str = "\u{e3dc}";
/// The icon `prohibit`.
pub const PROHIBIT: &str = "\u{e3de}";
/// The icon `push-pin-simple`.
pub const PUSH_PIN_SIMPLE: &str = "\u{e65c}";
/// The icon `question`.
pub const QUESTION: &str = "\u{e3e8}";
/// The icon `quotes`.
pub const QUOTES: &str = "\u{e660}";
/// The icon `rows`.
pub const ROWS: &str = "\u{e5a2}";
/// The icon `scissors`.
pub const SCISSORS: &str = "\u{eae0}";
/// The icon `sidebar-simple`.
pub const SIDEBAR_SIMPLE: &str = "\u{ec24}";
/// The icon `squares-four`.
pub const SQUARES_FOUR: &str = "\u{e464}";
/// The icon `star`.
pub const STAR: &str = "\u{e46a}";
/// The icon `sun`.
pub const SUN: &str = "\u{e472}";
/// The icon `table`.
pub const TABLE: &str = "\u{e476}";
/// The icon `text-aa`.
pub const TEXT_AA: &str = "\u{e6ee}";
/// The icon `text-align-left`.
pub const TEXT_ALIGN_LEFT: &str = "\u{e484}";
/// The icon `text-b`.
pub const TEXT_B: &str = "\u{e5be}";
/// The icon `text-h`.
pub const TEXT_H: &str = "\u{e6ba}";
/// The icon `text-h-three`.
pub const TEXT_H_THREE: &str = "\u{e6c0}";
/// The icon `text-h-two`.
pub const TEXT_H_TWO: &str = "\u{e6be}";
/// The icon `text-italic`.
pub const TEXT_ITALIC: &str = "\u{e5c0}";
/// The icon `translate`.
pub const TRANSLATE: &str = "\u{e4a2}";
/// The icon `trash`.
pub const TRASH: &str = "\u{e4a6}";
/// The icon `upload-simple`.
pub const UPLOAD_SIMPLE: &str = "\u{e4c0}";
/// The icon `user`.
pub const USER: &str = "\u{e4c2}";
/// The icon `user-plus`.
pub const USER_PLUS: &str = "\u{e4d0}";
/// The icon `users`.
pub const USERS: &str = "\u{e4d6}";
/// The icon `warning`.
pub const WARNING: &str = "\u{e4e0}";
/// The icon `warning-circle`.
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
/// The icon `x`.
pub const X: &str = "\u{e4f6}";
/// The icon `x-circle`.
pub const X_CIRCLE: &str = "\u{e4f8}";

/// Every icon, in the order of the names: for tests that each glyph is in the font.
pub const ALL: &[&str] = &[
    ARROW_CLOCKWISE,
    ARROW_COUNTER_CLOCKWISE,
    ARROW_DOWN,
    ARROW_ELBOW_DOWN_LEFT,
    ARROW_LEFT,
    ARROW_LINE_DOWN,
    ARROW_LINE_UP,
    ARROW_RIGHT,
    ARROW_SQUARE_OUT,
    ARROW_U_UP_LEFT,
    ARROW_U_UP_RIGHT,
    ARROW_UP,
    ARROWS_CLOCKWISE,
    ARROWS_OUT,
    ARROWS_OUT_CARDINAL,
    AT,
    BUILDINGS,
    CALENDAR_BLANK,
    CAMERA,
    CARET_DOWN,
    CARET_LEFT,
    CARET_RIGHT,
    CARET_UP,
    CARET_UP_DOWN,
    CHECK,
    CHECK_CIRCLE,
    CIRCLE_HALF,
    CIRCLE_NOTCH,
    CLIPBOARD,
    CLOCK,
    CLOCK_COUNTER_CLOCKWISE,
    CLOSED_CAPTIONING,
    COPY,
    CROP,
    CURSOR_TEXT,
    DOTS_SIX_VERTICAL,
    DOTS_THREE,
    DOTS_THREE_VERTICAL,
    DOWNLOAD_SIMPLE,
    ENVELOPE_SIMPLE,
    ERASER,
    EXPORT,
    EYE,
    EYE_SLASH,
    FILE,
    FILE_CSV,
    FILE_HTML,
    FILE_PLUS,
    FILE_TEXT,
    FLAG,
    FLAG_BANNER,
    FLOPPY_DISK,
    FOLDER,
    FOLDER_OPEN,
    GEAR,
    GIT_DIFF,
    GLOBE,
    HANDSHAKE,
    HASH,
    IDENTIFICATION_CARD,
    IMAGE,
    IMAGE_BROKEN,
    IMAGES,
    INFO,
    KEYBOARD,
    LIGHTNING,
    LINK,
    LINK_BREAK,
    LIST_BULLETS,
    LIST_CHECKS,
    LIST_NUMBERS,
    LOCK,
    MAGNIFYING_GLASS,
    MAGNIFYING_GLASS_MINUS,
    MAGNIFYING_GLASS_PLUS,
    MAP_PIN,
    MICROPHONE,
    MICROPHONE_STAGE,
    MINUS,
    MONITOR,
    MOON,
    NEWSPAPER,
    NOTE_PENCIL,
    PARAGRAPH,
    PENCIL_SIMPLE,
    PLUS,
    PRINTER,
    PROHIBIT,
    PUSH_PIN_SIMPLE,
    QUESTION,
    QUOTES,
    ROWS,
    SCISSORS,
    SIDEBAR_SIMPLE,
    SQUARES_FOUR,
    STAR,
    SUN,
    TABLE,
    TEXT_AA,
    TEXT_ALIGN_LEFT,
    TEXT_B,
    TEXT_H,
    TEXT_H_THREE,
    TEXT_H_TWO,
    TEXT_ITALIC,
    TRANSLATE,
    TRASH,
    UPLOAD_SIMPLE,
    USER,
    USER_PLUS,
    USERS,
    WARNING,
    WARNING_CIRCLE,
    X,
    X_CIRCLE,
];
