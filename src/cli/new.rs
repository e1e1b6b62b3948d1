//! `rapporteur new`

use crate::cli::args::NewOptions;
use crate::cli::{CliError, new_ids};
use crate::document::Document;
use crate::file::Existing;
use crate::report::{Report, RichText};

pub(super) fn run(options: &NewOptions) -> Result<(), CliError> {
    let mut report = Report::new(&mut new_ids()?, options.language.as_deref().unwrap_or("en"));
    if let Some(headline) = &options.headline {
        report.headline = RichText::plain(headline.trim());
    }
    Document::create(&options.out, &report, None, &[], Existing::Refuse)?;
    Ok(())
}
