//! Stock phrases of the page.

/// The credit as it is printed.
pub fn credit(name: &str, _language: &str) -> String {
    format!("Photo: {name}")
}

/// The heading of the list of participants.
pub fn participants(_language: &str) -> &'static str {
    "Participants"
}
