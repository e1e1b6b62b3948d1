//! The page: a template filled with what the report says.

mod figures;
mod json_ld;
mod model;
mod rows;

pub(super) use self::figures::{FragmentFigures, PageFigures, plain_name};
pub(super) use self::model::{source_line, sources};
use crate::export::ExportError;
use crate::export::template::{Assets, Place, Template, fill};
use crate::report::Report;

/// A page and what it needs beside it besides its pictures.
#[derive(Debug)]
pub(super) struct Page {
    pub html: String,
    /// Names in the folder of assets, and bytes.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// The whole page as HTML.
pub(super) fn page(report: &Report, figures: &PageFigures<'_>, template: &Template) -> Result<Page, ExportError> {
    let place = if figures.are_inside() { Place::Inside } else { Place::Beside };
    let assets = Assets::of(template, place);
    let mut model = model::PageModel::of(report, figures, template, &assets)?;
    let html = fill(template, &assets, &mut model, |model, policy| model.csp = policy)?;
    Ok(Page { html, assets: assets.files() })
}

#[cfg(test)]
mod tests;
