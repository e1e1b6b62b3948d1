//! `people` and `torture`.

use std::ffi::OsString;

use crate::cli::UsageError;
use crate::cli::args::{ChurnOptions, Flag, PeopleOptions, PeopleWork, Raw, Verb, usage};
use crate::people::ListFormat;

impl Raw {
    pub(super) fn people(self) -> Result<Verb, UsageError> {
        if let Some(list) = self.add.clone() {
            let [file] = self.exactly(&["FILE.rapport"], &[Flag::Add, Flag::DryRun, Flag::Json])?;
            let work = PeopleWork::Add { list, dry_run: self.flags.contains(&Flag::DryRun) };
            return Ok(Verb::People(PeopleOptions { file, work, json: self.json }));
        }
        let formats = [
            (Flag::Csv, ListFormat::Csv),
            (Flag::Xlsx, ListFormat::Xlsx),
            (Flag::Vcard, ListFormat::Vcard),
            (Flag::Codes, ListFormat::Codes),
            (Flag::Json, ListFormat::Json),
            (Flag::Html, ListFormat::Page),
        ];
        let allowed =
            [Flag::Csv, Flag::Xlsx, Flag::Vcard, Flag::Codes, Flag::Json, Flag::Html, Flag::Out, Flag::Private];
        let [file] = self.exactly(&["FILE.rapport"], &allowed)?;
        let mut asked = formats.iter().filter(|(flag, _)| self.flags.contains(flag)).map(|(_, format)| *format);
        let format = asked.next();
        if asked.next().is_some() {
            return usage(
                "--csv, --xlsx, --vcard, --codes, --html and --json are different files; give one of them".to_owned(),
            );
        }
        let named = self.out.as_ref().and_then(|out| ListFormat::of_name(&out.to_string_lossy()));
        let private = self.flags.contains(&Flag::Private);
        let work = PeopleWork::Write { format: format.or(named), out: self.out, private };
        Ok(Verb::People(PeopleOptions { file, work, json: self.json }))
    }

    pub(super) fn torture(self) -> Result<Verb, UsageError> {
        self.only(&[])?;
        let words: Vec<_> = self.words.iter().map(OsString::as_os_str).collect();
        match words.as_slice() {
            [verb, file] if *verb == "churn" => Ok(Verb::Churn(ChurnOptions { file: file.into(), edits: None })),
            [verb, file, edits] if *verb == "churn" => match edits.to_str().and_then(|edits| edits.parse().ok()) {
                Some(edits) => Ok(Verb::Churn(ChurnOptions { file: file.into(), edits: Some(edits) })),
                None => usage(format!("\"{}\" is not a number of edits", edits.to_string_lossy())),
            },
            [verb, file] if *verb == "verify" => Ok(Verb::Verify(file.into())),
            _ => usage("torture is followed by churn FILE [N] or verify FILE".to_owned()),
        }
    }
}
