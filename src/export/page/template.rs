//! The template engine around a template: escaping is always on, and no template runs for ever.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value};

use crate::export::TemplateError;
use crate::export::page::model::PageModel;

const NAME: &str = "page.html";
const NEWS: &str = include_str!("../../../assets/templates/news/page.html");
/// Steps that a template may take: a page of 200,000 blocks takes no more than one of ten.
const FUEL: u64 = 1_000_000;

/// Fills in the built-in template.
pub(super) fn fill(page: &PageModel) -> Result<String, TemplateError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_name| AutoEscape::Html);
    environment.set_fuel(Some(FUEL));
    let wrong = |err: minijinja::Error| TemplateError::Wrong {
        file: NAME.to_owned(),
        line: err.line().unwrap_or(0),
        what: err.detail().map_or_else(|| err.kind().to_string(), str::to_owned),
    };
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(wrong)?);
    environment.add_template(NAME, NEWS).map_err(wrong)?;
    let template = environment.get_template(NAME).map_err(wrong)?;
    template.render(minijinja::context! { page => Value::from(Serde(page)) }).map_err(wrong)
}
