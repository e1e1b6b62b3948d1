//! How a desk wants its photos.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The longer side of a desk's photos, in pixels: from a picture for mail to the whole of a large camera's.
pub const SIDES_PX: std::ops::RangeInclusive<u32> = 800..=8000;

/// The most that a desk can be asked to take, in megabytes.
pub const MOST_MEGABYTES: u32 = 2000;

/// The key of the presets in the preferences.
const KEY: &str = "desk_presets";

/// What one desk wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preset {
    /// What it is called.
    pub name: String,
    /// The longer side of a photo, in pixels; a smaller photo keeps its size.
    pub side_px: u32,
    /// The JPEG quality to begin with, 1 to 100.
    #[serde(default = "good")]
    pub quality: u8,
    /// The most that the package may have, in megabytes of a million bytes; anything where this is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub megabytes: Option<u32>,
    /// What the photos' files are called before their numbers: `photo` gives `photo-01.jpg`.
    #[serde(default = "photo")]
    pub photo_name: String,
    /// Also the photos that do not stand in the text.
    #[serde(default)]
    pub all_photos: bool,
}

fn good() -> u8 {
    85
}

fn photo() -> String {
    "photo".to_owned()
}

impl Preset {
    /// With values that can be used, whoever wrote them: a name of a file that every system takes, sizes within bounds.
    #[must_use]
    pub fn sound(self) -> Self {
        let side_px = self.side_px.clamp(*SIDES_PX.start(), *SIDES_PX.end());
        let megabytes = self.megabytes.filter(|megabytes| *megabytes > 0).map(|most| most.min(MOST_MEGABYTES));
        let photo_name = file_stem(&self.photo_name);
        Self {
            name: self.name.trim().to_owned(),
            side_px,
            quality: self.quality.clamp(50, 95),
            megabytes,
            photo_name,
            ..self
        }
    }

    /// The most that the package may have, in bytes.
    pub fn most_bytes(&self) -> Option<u64> {
        self.megabytes.map(|megabytes| u64::from(megabytes) * 1_000_000)
    }
}

/// What every system takes as the beginning of a file's name, from what somebody wrote.
fn file_stem(written: &str) -> String {
    const LONGEST: usize = 40;
    let mut stem = String::new();
    for letter in written.trim().chars() {
        match letter {
            letter if letter.is_ascii_alphanumeric() => stem.push(letter.to_ascii_lowercase()),
            _ if !stem.is_empty() && !stem.ends_with('-') => stem.push('-'),
            _ => {}
        }
    }
    stem.truncate(LONGEST);
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { photo() } else { stem.to_owned() }
}

/// Those that are there without anybody's making them.
pub fn built_in() -> Vec<Preset> {
    let preset = |name: &str, side_px, quality, megabytes| Preset {
        name: name.to_owned(),
        side_px,
        quality,
        megabytes,
        photo_name: photo(),
        all_photos: false,
    };
    vec![preset("web", 2560, 85, None), preset("print", 4000, 92, None), preset("mail", 2000, 82, Some(10))]
}

/// The presets of a preferences file: those that the reporter made or changed, and the built-in ones that were not. What cannot be
/// read is left out.
pub fn of_preferences(preferences: &Value) -> Vec<Preset> {
    let own = preferences.get(KEY).and_then(Value::as_array).into_iter().flatten();
    let own = own.filter_map(|value| serde_json::from_value::<Preset>(value.clone()).ok()).map(Preset::sound);
    let mut presets: Vec<Preset> = Vec::new();
    for preset in own {
        if !preset.name.is_empty() && find(&presets, &preset.name).is_none() {
            presets.push(preset);
        }
    }
    let built_in = built_in();
    let others: Vec<_> = presets.iter().filter(|preset| find(&built_in, &preset.name).is_none()).cloned().collect();
    let first = built_in.into_iter().map(|preset| find(&presets, &preset.name).cloned().unwrap_or(preset));
    first.chain(others).collect()
}

/// The preset of this name; capitals make no difference.
pub fn find<'a>(presets: &'a [Preset], name: &str) -> Option<&'a Preset> {
    let wanted = name.trim().to_lowercase();
    presets.iter().find(|preset| preset.name.to_lowercase() == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_reporter_changed_stands_for_what_is_built_in() {
        let preferences = json!({"desk_presets": [
            {"name": "Mail", "side_px": 1600, "megabytes": 5},
            {"name": "Новости", "side_px": 2400, "photo_name": "фото Hội nghị 3!"},
            {"name": "новости", "side_px": 99},
            {"name": "", "side_px": 2400},
            {"side_px": "large"},
        ]});
        let presets = of_preferences(&preferences);
        let names: Vec<_> = presets.iter().map(|preset| preset.name.as_str()).collect();
        assert_eq!(names, ["web", "print", "Mail", "Новости"]);
        assert_eq!(find(&presets, " MAIL ").and_then(Preset::most_bytes), Some(5_000_000));
        assert_eq!(find(&presets, "НОВОСТИ").map(|preset| preset.photo_name.as_str()), Some("h-i-ngh-3"));
        assert_eq!(of_preferences(&Value::Null), built_in());
    }

    #[test]
    fn values_out_of_bounds_are_brought_within() {
        let wild = Preset {
            side_px: 1,
            quality: 0,
            megabytes: Some(0),
            photo_name: "../..".to_owned(),
            ..built_in().remove(0)
        };
        let sound = wild.sound();
        assert_eq!((sound.side_px, sound.quality, sound.megabytes), (800, 50, None));
        assert_eq!(sound.photo_name, "photo");
        assert_eq!(built_in().into_iter().map(Preset::sound).collect::<Vec<_>>(), built_in());
    }
}
