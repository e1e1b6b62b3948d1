//! Our own HTML as text to be read.

/// The words of HTML that a [`Writer`](super::Writer) wrote, with its paragraphs, items and rows on lines of their own. Pictures have no
/// words, their captions do.
pub fn as_text(html: &str) -> String {
    let mut text = String::new();
    let (mut rest, mut numbers) = (html, Vec::new());
    while let Some((words, after)) = rest.split_once('<') {
        put(&mut text, words);
        let (tag, tail) = after.split_once('>').unwrap_or((after, ""));
        element(&mut text, tag, &mut numbers);
        rest = tail;
    }
    put(&mut text, rest);
    let mut out = text.trim().to_owned();
    out.push('\n');
    out
}

/// Line breaks of the source mean nothing.
fn put(text: &mut String, words: &str) {
    let words = words.replace('\n', "");
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.push_str(&words.replace("&amp;", "&"));
}

/// What a tag means for lines. `numbers` has the last number of each open list; nothing for one with bullets.
fn element(text: &mut String, tag: &str, numbers: &mut Vec<Option<usize>>) {
    let name = tag.split(' ').next().unwrap_or_default();
    match name {
        "ul" => numbers.push(None),
        "ol" => numbers.push(Some(0)),
        "/ul" | "/ol" => {
            numbers.pop();
            if numbers.is_empty() {
                end_line(text, 2);
            }
        }
        "li" => {
            end_line(text, 1);
            text.push_str(&"    ".repeat(numbers.len().saturating_sub(1)));
            match numbers.last_mut() {
                Some(Some(number)) => {
                    *number += 1;
                    text.push_str(&format!("{number}. "));
                }
                _ => text.push_str("• "),
            }
        }
        "br" | "/tr" => end_line(text, 1),
        "/td" | "/th" => text.push('\t'),
        "hr" => {
            end_line(text, 2);
            text.push_str("* * *");
            end_line(text, 2);
        }
        "/p" | "/h2" | "/h3" | "/figcaption" | "/table" | "/blockquote" => end_line(text, 2),
        _ => {}
    }
}

/// Ends the line, and leaves as many line breaks as are asked for.
fn end_line(text: &mut String, breaks: usize) {
    let kept = text.trim_end_matches(['\n', '\t']).len();
    let has = text[kept..].matches('\n').count();
    text.truncate(kept);
    if !text.is_empty() {
        text.push_str(&"\n".repeat(breaks.max(has)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_reads_as_text() {
        let html = "<h2>Head</h2>\n<p>One &amp; <strong>two</strong> &lt;b&gt;</p>\n\n<ul>\n<li>a\n<ol>\n<li>b</li>\n<li>c</li></ol></li>\n<li>d</li></ul>\n\
            <blockquote><p>Said</p><p>— she</p></blockquote>\n<figure><img src=\"x\" alt=\"y\"><figcaption>Caption<br>Photo: A</figcaption></figure>\n\
            <table>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n<hr>\n<p>End</p>\n";
        let text = "Head\n\nOne & two <b>\n\n• a\n    1. b\n    2. c\n• d\n\nSaid\n\n— she\n\nCaption\nPhoto: A\n\n1\t2\n\n* * *\n\nEnd\n";
        assert_eq!(as_text(html), text);
    }
}
