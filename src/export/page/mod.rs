//! The page: a template filled with what the report says.

mod figures;
mod json_ld;
mod model;
mod rows;
mod template;

pub(super) use self::figures::{FragmentFigures, PageFigures, plain_name};
pub(super) use self::model::{source_line, sources};
use crate::export::ExportError;
use crate::report::Report;

/// The whole page as HTML.
pub(super) fn page(report: &Report, figures: &PageFigures<'_>) -> Result<String, ExportError> {
    let model = model::PageModel::of(report, figures)?;
    Ok(template::fill(&model)?)
}
