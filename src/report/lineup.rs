//! Who is in a picture, and where each stands.

use serde::{Deserialize, Serialize};

use crate::report::{ParticipantId, PointPx};

/// The people of a picture: rows from the front one to the back, in each from left to right. No row is empty.
///
/// In a file they are the list `people` of those who are known, in this order, as it always was. Only where that does not say
/// everything (several rows, somebody unknown, marks) the rows are written as well; a reader that knows nothing of rows loses nothing,
/// and where it changes the list, the list is right.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "LineupFile", into = "LineupFile")]
pub struct Lineup {
    rows: Vec<Vec<Shown>>,
}

/// Somebody in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    /// Who it is; nobody knows where it is `None`.
    pub person: Option<ParticipantId>,
    /// Where in the picture: in pixels of the upright original before the turns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<PointPx>,
}

impl Shown {
    /// A participant, not marked in the picture.
    pub const fn person(id: ParticipantId) -> Self {
        Self { person: Some(id), mark: None }
    }

    /// Somebody whom nobody knows, not marked in the picture.
    pub const UNKNOWN: Self = Self { person: None, mark: None };
}

/// A place in a lineup, or where one would begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LineupPlace {
    /// From 0, the front one.
    pub row: usize,
    /// From 0, the leftmost.
    pub at: usize,
}

impl Lineup {
    /// The people in these rows; empty rows are left out.
    pub fn of_rows(mut rows: Vec<Vec<Shown>>) -> Self {
        rows.retain(|row| !row.is_empty());
        Self { rows }
    }

    /// The rows, the front one first.
    pub fn rows(&self) -> &[Vec<Shown>] {
        &self.rows
    }

    /// Whether nobody is in the picture.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many are in the picture, known or not.
    pub fn count(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// The participants in the picture, in order.
    pub fn iter(&self) -> impl Iterator<Item = &ParticipantId> {
        self.rows.iter().flatten().filter_map(|shown| shown.person.as_ref())
    }

    /// Whether a participant is in the picture.
    pub fn contains(&self, id: &ParticipantId) -> bool {
        self.iter().any(|person| person == id)
    }

    /// Everybody with the place, in order.
    pub fn places(&self) -> impl Iterator<Item = (LineupPlace, Shown)> {
        self.rows.iter().enumerate().flat_map(|(row, people)| {
            people.iter().enumerate().map(move |(at, shown)| (LineupPlace { row, at }, *shown))
        })
    }

    /// Who stands at a place.
    pub fn get(&self, place: LineupPlace) -> Option<Shown> {
        self.rows.get(place.row)?.get(place.at).copied()
    }

    /// Where a participant stands.
    pub fn place_of(&self, id: ParticipantId) -> Option<LineupPlace> {
        self.places().find(|(_, shown)| shown.person == Some(id)).map(|(place, _)| place)
    }

    /// The number of a place in the order of the picture, from 1.
    pub fn number(&self, place: LineupPlace) -> usize {
        self.rows.iter().take(place.row).map(Vec::len).sum::<usize>() + place.at + 1
    }

    /// The place with a number from 1.
    pub fn numbered(&self, number: usize) -> Option<LineupPlace> {
        self.places().nth(number.checked_sub(1)?).map(|(place, _)| place)
    }

    /// Puts somebody before whoever stands at a place, at the end of the row, or into a row of its own behind the last one. Gives the place.
    pub fn insert(&mut self, place: LineupPlace, shown: Shown) -> LineupPlace {
        match self.rows.get_mut(place.row) {
            Some(row) => {
                let at = place.at.min(row.len());
                row.insert(at, shown);
                LineupPlace { row: place.row, at }
            }
            None => {
                self.rows.push(vec![shown]);
                LineupPlace { row: self.rows.len() - 1, at: 0 }
            }
        }
    }

    /// Takes somebody out, and the row where it was the last one in it.
    pub fn remove(&mut self, place: LineupPlace) -> Option<Shown> {
        let row = self.rows.get_mut(place.row)?;
        let shown = (place.at < row.len()).then(|| row.remove(place.at))?;
        if row.is_empty() {
            self.rows.remove(place.row);
        }
        Some(shown)
    }

    /// Sets who stands at a place.
    pub fn set(&mut self, place: LineupPlace, shown: Shown) {
        if let Some(old) = self.rows.get_mut(place.row).and_then(|row| row.get_mut(place.at)) {
            *old = shown;
        }
    }

    /// Keeps those participants only, and those whom nobody knows.
    pub fn retain(&mut self, keep: impl Fn(&ParticipantId) -> bool) {
        self.rows.iter_mut().for_each(|row| row.retain(|shown| shown.person.as_ref().is_none_or(&keep)));
        self.rows.retain(|row| !row.is_empty());
    }

    /// Puts one participant in the place of another; who then stood there twice stands where it came first.
    pub fn join(&mut self, keep: ParticipantId, drop: ParticipantId) {
        let mut is_met = false;
        for row in &mut self.rows {
            row.retain_mut(|shown| {
                if shown.person != Some(keep) && shown.person != Some(drop) {
                    return true;
                }
                shown.person = Some(keep);
                !std::mem::replace(&mut is_met, true)
            });
        }
        self.rows.retain(|row| !row.is_empty());
    }

    /// The same people without marks in the picture.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        self.rows.iter_mut().flatten().for_each(|shown| shown.mark = None);
        self
    }
}

impl FromIterator<ParticipantId> for Lineup {
    fn from_iter<I: IntoIterator<Item = ParticipantId>>(people: I) -> Self {
        Self::of_rows(vec![people.into_iter().map(Shown::person).collect()])
    }
}

impl From<Vec<ParticipantId>> for Lineup {
    fn from(people: Vec<ParticipantId>) -> Self {
        people.into_iter().collect()
    }
}

/// A lineup as files have it.
#[derive(Serialize, Deserialize)]
struct LineupFile {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people: Vec<ParticipantId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people_rows: Vec<Vec<Shown>>,
}

impl From<Lineup> for LineupFile {
    fn from(lineup: Lineup) -> Self {
        let people = lineup.iter().copied().collect();
        let says_all = lineup.rows.len() < 2
            && lineup.rows.iter().flatten().all(|shown| shown.person.is_some() && shown.mark.is_none());
        Self { people, people_rows: if says_all { Vec::new() } else { lineup.rows } }
    }
}

impl From<LineupFile> for Lineup {
    fn from(file: LineupFile) -> Self {
        let mut placed = Self::of_rows(file.people_rows);
        placed.retain(|person| file.people.contains(person));
        if placed.iter().eq(&file.people) {
            return placed;
        }
        // Somebody who knows nothing of rows put others in: the marks of those who stayed still hold.
        let mark = |id: ParticipantId| placed.place_of(id).and_then(|place| placed.get(place)?.mark);
        Self::of_rows(vec![file.people.iter().map(|id| Shown { person: Some(*id), mark: mark(*id) }).collect()])
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::report::{Original, Photo, PhotoHash, PhotoId, PictureFormat, SizePx};

    const AN: ParticipantId = ParticipantId::from_number(1);
    const BO: ParticipantId = ParticipantId::from_number(2);

    fn photo(people: Lineup) -> Photo {
        let original = Original {
            hash: PhotoHash::from_bytes([1; 32]),
            format: PictureFormat::Jpeg,
            file_name: "1.jpg".into(),
            size_px: SizePx { width: 300, height: 200 },
            taken: None,
        };
        Photo { people, ..Photo::new(PhotoId::from_number(1), original) }
    }

    fn written(people: Lineup) -> Value {
        serde_json::to_value(photo(people)).unwrap()
    }

    fn read(value: Value) -> Photo {
        serde_json::from_value(value).unwrap()
    }

    fn in_rows() -> Lineup {
        let marked = Shown { person: Some(AN), mark: Some(PointPx { x: 7, y: 9 }) };
        Lineup::of_rows(vec![vec![Shown::UNKNOWN, Shown::person(BO)], vec![marked]])
    }

    #[test]
    fn a_plain_list_is_written_as_it_always_was() {
        let value = written(vec![AN, BO].into());
        assert_eq!(value["people"], json!([AN.to_string(), BO.to_string()]));
        assert_eq!(value.get("people_rows"), None);
        let nobody = written(Lineup::default());
        assert_eq!((nobody.get("people"), nobody.get("people_rows")), (None, None));
    }

    #[test]
    fn everything_is_read_back_and_nothing_is_left_among_the_unknown_fields() {
        let unknown = Lineup::of_rows(vec![vec![Shown::UNKNOWN]]);
        for people in [Lineup::default(), vec![AN].into(), vec![BO, AN].into(), in_rows(), unknown] {
            let photo = photo(people);
            let value = serde_json::to_value(&photo).unwrap();
            let again = read(value.clone());
            assert_eq!(again, photo);
            assert!(again.extra.is_empty(), "{:?}", again.extra);
            assert_eq!(serde_json::to_value(&again).unwrap(), value);
        }
        let mut value = written(in_rows());
        value["mood"] = json!("calm");
        assert_eq!(read(value).extra.get("mood"), Some(&json!("calm")));
    }

    #[test]
    fn an_older_reader_finds_those_who_are_known_in_order() {
        assert_eq!(written(in_rows())["people"], json!([BO.to_string(), AN.to_string()]));
    }

    #[test]
    fn what_an_older_version_did_to_the_list_is_right() {
        let mut gone = written(in_rows());
        gone["people"] = json!([AN.to_string()]);
        let people = read(gone).people;
        assert_eq!(people.iter().collect::<Vec<_>>(), [&AN]);
        assert_eq!(people.rows().len(), 2, "the rows of the others stay");
        let mut turned = written(in_rows());
        turned["people"] = json!([AN.to_string(), BO.to_string()]);
        let people = read(turned).people;
        assert_eq!(people.iter().collect::<Vec<_>>(), [&AN, &BO]);
        assert_eq!(people.get(LineupPlace::default()).and_then(|shown| shown.mark), Some(PointPx { x: 7, y: 9 }));
    }

    #[test]
    fn people_come_and_go_and_no_row_is_left_empty() {
        let mut people = in_rows();
        let place = LineupPlace { row: 9, at: 4 };
        assert_eq!(people.insert(place, Shown::UNKNOWN), LineupPlace { row: 2, at: 0 });
        assert_eq!(people.number(LineupPlace { row: 2, at: 0 }), 4);
        assert_eq!(people.numbered(3), Some(LineupPlace { row: 1, at: 0 }));
        assert_eq!(people.remove(LineupPlace { row: 1, at: 0 }).and_then(|shown| shown.person), Some(AN));
        assert_eq!(people.remove(LineupPlace { row: 1, at: 5 }), None);
        assert_eq!(people.rows().len(), 2);
        people.retain(|person| *person == AN);
        assert_eq!((people.rows().len(), people.count()), (2, 2), "whom nobody knows stay");
    }

    #[test]
    fn two_who_are_one_stand_where_the_first_did() {
        let mut people: Lineup = vec![BO, AN].into();
        people.join(AN, BO);
        assert_eq!(people, vec![AN].into());
    }
}
