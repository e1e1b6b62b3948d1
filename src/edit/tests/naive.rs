//! Writing as the plainest program would do it: lines of characters. Slow, obvious, and written without a look at the real one.

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Item(usize),
    Divider,
}

/// A line: characters, each bold or not. A divider has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub kind: Kind,
    pub chars: Vec<(char, bool)>,
}

impl Line {
    fn new(kind: Kind) -> Self {
        Self { kind, chars: Vec::new() }
    }
}

/// A place: the line, and so many characters into it.
pub(super) type At = (usize, usize);

/// A text with a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Naive {
    pub lines: Vec<Line>,
    pub anchor: At,
    pub head: At,
}

impl Naive {
    /// A place near what is asked for.
    pub fn place(&self, at: At) -> At {
        let line = at.0 % self.lines.len();
        (line, at.1 % (self.lines[line].chars.len() + 1))
    }

    pub fn select(&mut self, anchor: At, head: At) {
        (self.anchor, self.head) = (anchor, head);
    }

    fn caret(&mut self, at: At) {
        self.select(at, at);
    }

    fn ordered(&self) -> (At, At) {
        (self.anchor.min(self.head), self.anchor.max(self.head))
    }

    fn is_caret(&self) -> bool {
        self.anchor == self.head
    }

    fn is_divider(&self, line: usize) -> bool {
        self.lines[line].kind == Kind::Divider
    }

    /// Takes out what is selected and gives the place that is left; there is always a line afterwards.
    fn take_out(&mut self) -> At {
        let ((first, from), (last, to)) = self.ordered();
        let at = if first == last {
            self.lines[first].chars.drain(from..to);
            (first, from)
        } else {
            let (starts_whole, ends_whole) = (self.is_divider(first), self.is_divider(last));
            let rest = self.lines[last].chars.split_off(to);
            self.lines[first].chars.truncate(from);
            match (starts_whole, ends_whole) {
                (false, false) => {
                    self.lines[first].chars.extend(rest);
                    self.lines.drain(first + 1..=last);
                    (first, from)
                }
                (false, true) => {
                    self.lines.drain(first + 1..=last);
                    (first, from)
                }
                (true, false) => {
                    self.lines[last].chars = rest;
                    self.lines.drain(first..last);
                    (first, 0)
                }
                (true, true) => {
                    self.lines.drain(first..=last);
                    self.where_a_line_was(first)
                }
            }
        };
        self.keep_a_line(at)
    }

    /// The line that moved up, or the end of the one before where that is no divider and this is one.
    fn where_a_line_was(&self, line: usize) -> At {
        let here = self.lines.get(line).map(|here| here.kind);
        let before = line.checked_sub(1).map(|before| (before, self.lines[before].chars.len()));
        match (here, before) {
            (Some(Kind::Divider), Some((at, length))) if !self.is_divider(at) => (at, length),
            (Some(_), _) | (None, None) => (line, 0),
            (None, Some(at)) => at,
        }
    }

    fn keep_a_line(&mut self, at: At) -> At {
        if self.lines.is_empty() {
            self.lines.push(Line::new(Kind::Paragraph));
            return (0, 0);
        }
        at
    }

    pub fn type_char(&mut self, character: char) {
        let (from, _) = self.ordered();
        let bold = from.1 > 0 && self.lines[from.0].chars[from.1 - 1].1;
        let mut at = if self.is_caret() { from } else { self.take_out() };
        if self.is_divider(at.0) {
            self.lines.insert(at.0 + 1, Line::new(Kind::Paragraph));
            at = (at.0 + 1, 0);
        }
        self.lines[at.0].chars.insert(at.1, (character, bold));
        self.caret((at.0, at.1 + 1));
    }

    /// Enter.
    pub fn split(&mut self) {
        let (line, byte) = if self.is_caret() { self.head } else { self.take_out() };
        let kind = self.lines[line].kind;
        let is_empty = self.lines[line].chars.is_empty();
        match kind {
            Kind::Divider => {
                self.lines.insert(line + 1, Line::new(Kind::Paragraph));
                self.caret((line + 1, 0));
            }
            Kind::Item(level) if is_empty => {
                self.lines[line].kind = level.checked_sub(1).map_or(Kind::Paragraph, Kind::Item);
                self.caret((line, byte));
            }
            Kind::Heading if byte == 0 && !is_empty => {
                self.lines.insert(line, Line::new(Kind::Paragraph));
                self.caret((line + 1, 0));
            }
            _ => {
                let rest = self.lines[line].chars.split_off(byte);
                let kind = if matches!(kind, Kind::Item(_)) { kind } else { Kind::Paragraph };
                self.lines.insert(line + 1, Line { kind, chars: rest });
                self.caret((line + 1, 0));
            }
        }
    }

    pub fn backspace(&mut self) {
        if self.delete_what_is_selected() {
            return;
        }
        let (line, byte) = self.head;
        if byte > 0 {
            self.lines[line].chars.remove(byte - 1);
            return self.caret((line, byte - 1));
        }
        match self.lines[line].kind {
            Kind::Heading | Kind::Item(0) => self.lines[line].kind = Kind::Paragraph,
            Kind::Item(level) => self.lines[line].kind = Kind::Item(level - 1),
            _ if line == 0 => {}
            _ if self.is_divider(line - 1) => self.drop_empty(line, line - 1),
            _ => self.join(line - 1),
        }
    }

    pub fn delete(&mut self) {
        if self.delete_what_is_selected() {
            return;
        }
        let (line, byte) = self.head;
        if byte < self.lines[line].chars.len() {
            self.lines[line].chars.remove(byte);
        } else if line + 1 < self.lines.len() {
            if self.is_divider(line + 1) { self.drop_empty(line, line) } else { self.join(line) }
        }
    }

    /// An empty line beside a divider goes, and the divider is there then.
    fn drop_empty(&mut self, line: usize, divider: usize) {
        if self.lines[line].chars.is_empty() {
            self.lines.remove(line);
            self.caret((divider, 0));
        }
    }

    fn delete_what_is_selected(&mut self) -> bool {
        let (line, _) = self.head;
        if !self.is_caret() {
            let at = self.take_out();
            self.caret(at);
        } else if self.is_divider(line) {
            self.lines.remove(line);
            let at = self.where_a_line_was(line);
            let at = self.keep_a_line(at);
            self.caret(at);
        } else {
            return false;
        }
        true
    }

    /// Joins a line with the next one; an empty line gives way to one that is not.
    fn join(&mut self, line: usize) {
        let seam = self.lines[line].chars.len();
        if seam == 0 && !self.lines[line + 1].chars.is_empty() {
            self.lines.remove(line);
            return self.caret((line, 0));
        }
        let next = self.lines.remove(line + 1);
        self.lines[line].chars.extend(next.chars);
        self.caret((line, seam));
    }

    pub fn embolden(&mut self) {
        let ((first, from), (last, to)) = self.ordered();
        let mut chosen = Vec::new();
        for line in first..=last {
            let start = if line == first { from } else { 0 };
            let end = if line == last { to } else { self.lines[line].chars.len() };
            chosen.extend((start..end).map(|index| (line, index)));
        }
        let off = chosen.iter().all(|(line, index)| self.lines[*line].chars[*index].1);
        for (line, index) in chosen {
            self.lines[line].chars[index].1 = !off;
        }
    }

    pub fn make(&mut self, kind: Kind) {
        let ((first, _), (last, _)) = self.ordered();
        let alike = |one: Kind| std::mem::discriminant(&one) == std::mem::discriminant(&kind);
        let chosen: Vec<_> = (first..=last).filter(|line| !self.is_divider(*line)).collect();
        let off = chosen.iter().all(|line| alike(self.lines[*line].kind));
        for line in chosen {
            let kept = alike(self.lines[line].kind);
            self.lines[line].kind = match (off, kept) {
                (true, _) => Kind::Paragraph,
                (false, true) => self.lines[line].kind,
                (false, false) => kind,
            };
        }
    }

    /// Alt with an arrow.
    pub fn shift(&mut self, down: bool) {
        let ((first, _), (last, _)) = self.ordered();
        if down && last + 1 < self.lines.len() {
            let below = self.lines.remove(last + 1);
            self.lines.insert(first, below);
            self.anchor.0 += 1;
            self.head.0 += 1;
        } else if !down && first > 0 {
            let above = self.lines.remove(first - 1);
            self.lines.insert(last, above);
            self.anchor.0 -= 1;
            self.head.0 -= 1;
        }
    }

    /// Tab and Shift+Tab: an item stands at most one level deeper than the one above.
    pub fn indent(&mut self, deeper: bool) {
        const DEEPEST: usize = 8;
        let ((first, _), (last, _)) = self.ordered();
        let level_of = |line: &Line| if let Kind::Item(level) = line.kind { Some(level) } else { None };
        let owner = level_of(&self.lines[last]);
        let below = self.lines[last + 1..].iter().take_while(|line| level_of(line) > owner && owner.is_some()).count();
        for line in first..=last + below {
            if line > last && level_of(&self.lines[last]) == owner {
                break;
            }
            let above = line.checked_sub(1).map(|above| self.lines[above].kind);
            let Kind::Item(level) = self.lines[line].kind else { continue };
            let wanted = if deeper { level + 1 } else { level.saturating_sub(1) };
            let allowed = match above {
                _ if !deeper => true,
                Some(Kind::Item(above)) => wanted <= above + 1 && wanted <= DEEPEST,
                _ => false,
            };
            if allowed {
                self.lines[line].kind = Kind::Item(wanted);
            }
        }
    }

    /// Puts a divider after the line with the caret, or before it at its start.
    pub fn divide(&mut self) {
        let (line, byte) = self.head;
        let place = if byte == 0 && !self.is_divider(line) { line } else { line + 1 };
        self.lines.insert(place, Line::new(Kind::Divider));
        if self.lines.get(place + 1).is_none_or(|line| line.kind == Kind::Divider) {
            self.lines.insert(place + 1, Line::new(Kind::Paragraph));
        }
        self.caret((place + 1, 0));
    }
}
