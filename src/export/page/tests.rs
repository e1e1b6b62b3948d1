//! The data model of templates is what its documentation says.

use std::collections::BTreeSet;

use serde_json::Value;

use super::figures::Measures;
use super::model::PageModel;

const README: &str = include_str!("../../../assets/templates/README.md");

/// The path of everything in a value: `page.authors[].name`.
fn paths(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| paths(value, &format!("{path}.{name}"), found)),
        Value::Array(items) => {
            assert!(!items.is_empty(), "the example has something in {path}");
            items.iter().for_each(|item| paths(item, &format!("{path}[]"), found));
        }
        _ => {
            assert!(!value.is_null(), "the example has {path}");
            found.insert(path.to_owned());
        }
    }
}

#[test]
fn every_field_is_documented_and_every_documented_field_is_there() {
    let mut there = BTreeSet::new();
    paths(&serde_json::to_value(PageModel::example()).unwrap(), "page", &mut there);
    let (_, table) = README.split_once("## What a page knows").unwrap();
    let lines = table.lines().filter_map(|line| line.strip_prefix("| `page."));
    let documented: BTreeSet<String> = lines.map(|line| format!("page.{}", line.split('`').next().unwrap())).collect();
    assert_eq!(there, documented);
}

#[test]
fn a_style_sheet_says_how_wide_pictures_stand() {
    let measures = |style| {
        let measures = Measures::of_style(style);
        (measures.column, measures.upright)
    };
    assert_eq!(measures(":root{--column:40rem;--upright: 24.5rem}"), (40.0, 24.5));
    assert_eq!(measures("a{max-width:var(--column)}"), (45.0, 28.0));
    assert_eq!(measures(":root{--column:9000rem}"), (45.0, 28.0));
}
