//! Arguments into verbs.

mod lists;
mod values;

use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt as _};

use self::values::{language, look, number};
use crate::cli::export_to::{ExportTo, KINDS};
use crate::cli::help::Topic;
use crate::cli::pictures::is_report;
use crate::cli::{UsageError, Window};
use crate::export::Look;
use crate::people::ListFormat;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the module's table says it")]
pub enum Verb {
    Window(Window),
    Help(Topic),
    Version,
    New(NewOptions),
    Import(ImportOptions),
    Export(ExportOptions),
    Template(TemplateOptions),
    Pictures(PicturesOptions),
    Info(InfoOptions),
    Names(NamesOptions),
    Unpack(UnpackOptions),
    People(PeopleOptions),
    Churn(ChurnOptions),
    Verify(PathBuf),
}

/// For `new`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOptions {
    /// The report to be created.
    pub out: PathBuf,
    /// BCP 47; English where none is given.
    pub language: Option<String>,
    /// The headline.
    pub headline: Option<String>,
}

/// For `import`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// Articles, photos, folders of photos, in order.
    pub sources: Vec<PathBuf>,
    /// Where they go.
    pub target: ImportTarget,
    /// BCP 47; where none is given the articles tell.
    pub language: Option<String>,
    /// The headline.
    pub headline: Option<String>,
    /// Whether to print what was kept and dropped, for programs.
    pub receipt: bool,
}

/// Where an import goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportTarget {
    /// A report that does not exist yet.
    New(PathBuf),
    /// The end of a report.
    Into(PathBuf),
}

/// For `export`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOptions {
    /// The report.
    pub file: PathBuf,
    /// The file or folder to be written.
    pub out: PathBuf,
    /// As what.
    pub to: ExportTo,
    /// Whether the pictures tell where they were taken, whatever the report says of that.
    pub keep_position: bool,
    /// The name of the desk's settings; those of the last time where none is given.
    pub preset: Option<String>,
    /// What a page looks like.
    pub look: PageLook,
}

/// What a page looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageLook {
    /// As it was chosen for the report in the window; as news where nothing was.
    OfReport,
    /// One of the built-in templates.
    BuiltIn(Look),
    /// The template of this folder.
    Folder(PathBuf),
}

/// For `template`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateOptions {
    /// The new folder.
    pub out: PathBuf,
    /// Which of the built-in templates.
    pub look: Look,
}

/// For `pictures`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturesOptions {
    /// One report, or photos.
    pub sources: Vec<PathBuf>,
    /// The folder that they are written to.
    pub out: PathBuf,
    /// Pixels across, at least one size.
    pub sizes: Vec<NonZero<u32>>,
    /// Whether each comes as WebP too.
    pub webp: bool,
    /// 1 to 100, of both formats.
    pub quality: u8,
    /// As many as the machine has processors where none is given.
    pub threads: Option<NonZero<usize>>,
    /// Whether they tell where they were taken.
    pub keep_position: bool,
}

/// For `info`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InfoOptions {
    /// The report.
    pub file: PathBuf,
    /// For programs.
    pub json: bool,
}

/// For `names`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamesOptions {
    /// The report.
    pub file: PathBuf,
    /// For programs.
    pub json: bool,
}

/// For `unpack`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnpackOptions {
    /// The report.
    pub file: PathBuf,
    /// The folder to be written.
    pub out: PathBuf,
}

/// For `people`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleOptions {
    /// The report.
    pub file: PathBuf,
    /// What is done.
    pub work: PeopleWork,
    /// For programs.
    pub json: bool,
}

/// What `people` does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleWork {
    /// Writes the list.
    Write {
        /// As what; lines to be read where none is given.
        format: Option<ListFormat>,
        /// Where; standard output where none is given.
        out: Option<PathBuf>,
        /// With notes and contacts.
        private: bool,
    },
    /// Adds those of a list.
    Add {
        /// A file, or `-` for standard input.
        list: PathBuf,
        /// Only tells what was understood.
        dry_run: bool,
    },
}

/// For `torture churn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChurnOptions {
    /// The report.
    pub file: PathBuf,
    /// How many edits; without end where none is given.
    pub edits: Option<u64>,
}

/// Reads the arguments without the program's name.
///
/// # Errors
/// [`UsageError`].
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Verb, UsageError> {
    let raw = Raw::read(Parser::from_args(args))?;
    if raw.help {
        return Ok(Verb::Help(raw.topic()));
    }
    if raw.version {
        return Ok(Verb::Version);
    }
    match raw.verb {
        None => raw.window(),
        Some(Name::New) => raw.new_report(),
        Some(Name::Import) => raw.import(),
        Some(Name::Export) => raw.export(),
        Some(Name::Template) => {
            let [out] = raw.exactly(&["DIR"], &[Flag::Look])?;
            Ok(Verb::Template(TemplateOptions { out, look: raw.look.unwrap_or_default() }))
        }
        Some(Name::Pictures) => raw.pictures(),
        Some(Name::Info) => {
            let [file] = raw.exactly(&["FILE.rapport"], &[Flag::Json])?;
            Ok(Verb::Info(InfoOptions { file, json: raw.json }))
        }
        Some(Name::Names) => {
            let [file] = raw.exactly(&["FILE.rapport"], &[Flag::Json])?;
            Ok(Verb::Names(NamesOptions { file, json: raw.json }))
        }
        Some(Name::Unpack) => {
            let [file] = raw.exactly(&["FILE.rapport"], &[Flag::Out])?;
            Ok(Verb::Unpack(UnpackOptions { file, out: raw.required_out("-o DIR")? }))
        }
        Some(Name::People) => raw.people(),
        Some(Name::Torture) => raw.torture(),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    New,
    Import,
    Export,
    Template,
    Pictures,
    Info,
    Names,
    Unpack,
    People,
    Torture,
}

impl Name {
    fn of(word: &OsStr) -> Option<Self> {
        match word.to_str()? {
            "new" => Some(Self::New),
            "import" => Some(Self::Import),
            "export" => Some(Self::Export),
            "template" => Some(Self::Template),
            "pictures" => Some(Self::Pictures),
            "info" => Some(Self::Info),
            "names" => Some(Self::Names),
            "unpack" => Some(Self::Unpack),
            "people" => Some(Self::People),
            "torture" => Some(Self::Torture),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flag {
    Out,
    Into,
    Language,
    Headline,
    To,
    Json,
    Receipt,
    Sizes,
    Webp,
    Quality,
    Threads,
    KeepPosition,
    Template,
    Look,
    Sample,
    NewReport,
    Csv,
    Xlsx,
    Vcard,
    Html,
    Codes,
    Add,
    DryRun,
    Private,
    Preset,
}

impl Flag {
    fn spelled(self) -> &'static str {
        match self {
            Self::Out => "-o",
            Self::Into => "--into",
            Self::Language => "--language",
            Self::Headline => "--headline",
            Self::To => "--to",
            Self::Json => "--json",
            Self::Receipt => "--receipt",
            Self::Sizes => "--sizes",
            Self::Webp => "--webp",
            Self::Quality => "--quality",
            Self::Threads => "--threads",
            Self::KeepPosition => "--keep-position",
            Self::Template => "--template",
            Self::Look => "--look",
            Self::Sample => "--sample",
            Self::NewReport => "--new",
            Self::Csv => "--csv",
            Self::Xlsx => "--xlsx",
            Self::Vcard => "--vcard",
            Self::Html => "--html",
            Self::Codes => "--codes",
            Self::Add => "--add",
            Self::DryRun => "--dry-run",
            Self::Private => "--private",
            Self::Preset => "--preset",
        }
    }
}

/// Everything that was given, before anybody asks whether it belongs together.
#[derive(Debug, Default)]
struct Raw {
    verb: Option<Name>,
    words: Vec<OsString>,
    flags: Vec<Flag>,
    out: Option<PathBuf>,
    into: Option<PathBuf>,
    language: Option<String>,
    headline: Option<String>,
    to: Option<ExportTo>,
    json: bool,
    receipt: bool,
    add: Option<PathBuf>,
    sizes: Vec<NonZero<u32>>,
    webp: bool,
    quality: Option<NonZero<u8>>,
    threads: Option<NonZero<usize>>,
    keep_position: bool,
    preset: Option<String>,
    template: Option<PathBuf>,
    look: Option<Look>,
    help: bool,
    version: bool,
}

impl Raw {
    fn read(mut parser: Parser) -> Result<Self, UsageError> {
        let mut raw = Self::default();
        while let Some(argument) = parser.next()? {
            let flag = match argument {
                Arg::Value(word) if raw.verb.is_none() && raw.words.is_empty() && Name::of(&word).is_some() => {
                    raw.verb = Name::of(&word);
                    continue;
                }
                Arg::Value(word) => {
                    raw.words.push(word);
                    continue;
                }
                Arg::Short('h') | Arg::Long("help") => {
                    raw.help = true;
                    continue;
                }
                Arg::Short('V') | Arg::Long("version") => {
                    raw.version = true;
                    continue;
                }
                Arg::Short('o') | Arg::Long("output") => Flag::Out,
                Arg::Long("into") => Flag::Into,
                Arg::Long("language") => Flag::Language,
                Arg::Long("headline") => Flag::Headline,
                Arg::Long("to") => Flag::To,
                Arg::Long("json") => Flag::Json,
                Arg::Long("receipt") => Flag::Receipt,
                Arg::Long("sizes") => Flag::Sizes,
                Arg::Long("webp") => Flag::Webp,
                Arg::Long("quality") => Flag::Quality,
                Arg::Long("threads") => Flag::Threads,
                Arg::Long("keep-position") => Flag::KeepPosition,
                Arg::Long("template") => Flag::Template,
                Arg::Long("look") => Flag::Look,
                Arg::Long("sample") => Flag::Sample,
                Arg::Long("new") => Flag::NewReport,
                Arg::Long("csv") => Flag::Csv,
                Arg::Long("xlsx") => Flag::Xlsx,
                Arg::Long("vcard") => Flag::Vcard,
                Arg::Long("html") => Flag::Html,
                Arg::Long("codes") => Flag::Codes,
                Arg::Long("add") => Flag::Add,
                Arg::Long("dry-run") => Flag::DryRun,
                Arg::Long("private") => Flag::Private,
                Arg::Long("preset") => Flag::Preset,
                other => return Err(other.unexpected().into()),
            };
            if raw.flags.contains(&flag) {
                return usage(format!("{} is given twice", flag.spelled()));
            }
            raw.flags.push(flag);
            raw.take_value(flag, &mut parser)?;
        }
        Ok(raw)
    }

    fn take_value(&mut self, flag: Flag, parser: &mut Parser) -> Result<(), UsageError> {
        let mut value = || parser.value();
        match flag {
            Flag::Out => self.out = Some(value()?.into()),
            Flag::Into => self.into = Some(value()?.into()),
            Flag::Language => self.language = Some(language(value()?.string()?)?),
            Flag::Headline => self.headline = Some(value()?.string()?),
            Flag::To => self.to = Some(ExportTo::named(&value()?)?),
            Flag::Json => self.json = true,
            Flag::Receipt => self.receipt = true,
            Flag::Add => self.add = Some(value()?.into()),
            Flag::Sizes => {
                let text = value()?.string()?;
                self.sizes = text.split(',').map(|size| number(flag, size, 65_535)).collect::<Result<_, _>>()?;
            }
            Flag::Webp => self.webp = true,
            Flag::Quality => self.quality = Some(number(flag, &value()?.string()?, 100)?),
            Flag::Threads => self.threads = Some(number(flag, &value()?.string()?, 256)?),
            Flag::KeepPosition => self.keep_position = true,
            Flag::Preset => self.preset = Some(value()?.string()?),
            Flag::Template => self.template = Some(value()?.into()),
            Flag::Look => self.look = Some(look(&value()?)?),
            Flag::Sample | Flag::NewReport | Flag::Csv | Flag::Xlsx | Flag::Vcard | Flag::Codes | Flag::Html => {}
            Flag::DryRun | Flag::Private => {}
        }
        Ok(())
    }

    fn topic(&self) -> Topic {
        match self.verb {
            None => Topic::Everything,
            Some(Name::New) => Topic::New,
            Some(Name::Import) => Topic::Import,
            Some(Name::Export) => Topic::Export,
            Some(Name::Template) => Topic::Template,
            Some(Name::Pictures) => Topic::Pictures,
            Some(Name::Info) => Topic::Info,
            Some(Name::Names) => Topic::Names,
            Some(Name::Unpack) => Topic::Unpack,
            Some(Name::People) => Topic::People,
            Some(Name::Torture) => Topic::Torture,
        }
    }

    /// Refuses flags that the verb does not have.
    fn only(&self, allowed: &[Flag]) -> Result<(), UsageError> {
        match self.flags.iter().find(|flag| !allowed.contains(flag)) {
            Some(flag) => usage(format!("{} does not belong to this command", flag.spelled())),
            None => Ok(()),
        }
    }

    /// The words, which must be as many as their names.
    fn exactly<const N: usize>(&self, names: &[&str; N], allowed: &[Flag]) -> Result<[PathBuf; N], UsageError> {
        self.only(allowed)?;
        if let Some(extra) = self.words.get(N) {
            return usage(format!("\"{}\" is one argument too many", extra.to_string_lossy()));
        }
        if let Some(missing) = names.get(self.words.len()) {
            return usage(format!("{missing} is missing"));
        }
        Ok(std::array::from_fn(|index| self.words[index].clone().into()))
    }

    fn required_out(&self, spelled: &str) -> Result<PathBuf, UsageError> {
        self.out.clone().map_or_else(|| usage(format!("{spelled} is missing")), Ok)
    }

    fn window(self) -> Result<Verb, UsageError> {
        self.only(&[Flag::Sample, Flag::NewReport])?;
        match (self.words.as_slice(), self.flags.as_slice()) {
            ([], []) => Ok(Verb::Window(Window::Welcome)),
            ([], [Flag::Sample]) => Ok(Verb::Window(Window::Sample)),
            ([], [Flag::NewReport]) => Ok(Verb::Window(Window::New)),
            ([file], []) => {
                let file = PathBuf::from(file);
                // A bare word that names no file is more likely a command that was mistyped.
                if file.extension().is_none() && file.components().count() == 1 && !file.exists() {
                    return usage(format!("there is neither a command nor a file \"{}\"", file.display()));
                }
                Ok(Verb::Window(Window::File(file)))
            }
            ([first, _, ..], _) => usage(format!("\"{}\" is not a command", first.to_string_lossy())),
            _ => usage("--sample and --new open a report of their own and take no file".to_owned()),
        }
    }

    fn new_report(self) -> Result<Verb, UsageError> {
        let [out] = self.exactly(&["OUT.rapport"], &[Flag::Language, Flag::Headline])?;
        Ok(Verb::New(NewOptions { out, language: self.language, headline: self.headline }))
    }

    fn import(self) -> Result<Verb, UsageError> {
        self.only(&[Flag::Out, Flag::Into, Flag::Language, Flag::Headline, Flag::Receipt])?;
        if self.words.is_empty() {
            return usage("there is nothing to import: name articles, photos or folders of photos".to_owned());
        }
        let target = match (self.out, self.into) {
            (Some(out), None) => ImportTarget::New(out),
            (None, Some(into)) => ImportTarget::Into(into),
            (Some(_), Some(_)) => {
                return usage("-o makes a new report and --into adds to one; give one of them".to_owned());
            }
            (None, None) => return usage("-o OUT.rapport or --into OUT.rapport is missing".to_owned()),
        };
        let sources = self.words.into_iter().map(PathBuf::from).collect();
        let Self { language, headline, receipt, .. } = self;
        Ok(Verb::Import(ImportOptions { sources, target, language, headline, receipt }))
    }

    fn export(self) -> Result<Verb, UsageError> {
        let allowed = [Flag::Out, Flag::To, Flag::KeepPosition, Flag::Preset, Flag::Template, Flag::Look];
        let [file] = self.exactly(&["FILE.rapport"], &allowed)?;
        let out = self.required_out("-o OUT")?;
        let Self { keep_position, preset, template, look, .. } = self;
        let Some(to) = self.to else { return usage(format!("--to {KINDS} is missing")) };
        if preset.is_some() && to != ExportTo::Desk {
            return usage("--preset belongs to --to desk".to_owned());
        }
        let is_page = to.is_page();
        let look = match (template, look) {
            (Some(_), Some(_)) => return usage("--template and --look are two looks; give one of them".to_owned()),
            (Some(_), _) | (_, Some(_)) if !is_page => {
                return usage("--template and --look are for --to page, html and desk".to_owned());
            }
            (Some(folder), None) => PageLook::Folder(folder),
            (None, Some(look)) => PageLook::BuiltIn(look),
            (None, None) => PageLook::OfReport,
        };
        Ok(Verb::Export(ExportOptions { file, out, to, keep_position, preset, look }))
    }

    fn pictures(self) -> Result<Verb, UsageError> {
        self.only(&[Flag::Out, Flag::Sizes, Flag::Webp, Flag::Quality, Flag::Threads, Flag::KeepPosition])?;
        let out = self.required_out("-o DIR")?;
        let sources: Vec<PathBuf> = self.words.into_iter().map(PathBuf::from).collect();
        if sources.is_empty() {
            return usage("there is nothing to make pictures of: name a report or photos".to_owned());
        }
        if sources.len() > 1 && sources.iter().any(|source| is_report(source)) {
            return usage("a report is the only argument; name one report, or photos".to_owned());
        }
        if self.sizes.is_empty() {
            return usage("--sizes is missing; write the widths in pixels, such as --sizes 1600,800,400".to_owned());
        }
        let Self { sizes, webp, threads, keep_position, .. } = self;
        let quality = self.quality.map_or(80, NonZero::get);
        Ok(Verb::Pictures(PicturesOptions { sources, out, sizes, webp, quality, threads, keep_position }))
    }
}

fn usage<T>(problem: String) -> Result<T, UsageError> {
    Err(UsageError { problem })
}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        Self { problem: error.to_string() }
    }
}
