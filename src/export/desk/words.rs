//! The words of a package's tables and of its sheet of changes, in the language of the report.

use crate::filing::{Place, What};
use crate::language::Language;

/// The words of one language.
pub(super) struct DeskWords {
    /// The head of the captions' table, in the order of its columns.
    pub captions: [&'static str; 13],
    /// Of a photo that stands in the text, and of one that does not.
    pub in_text: [&'static str; 2],
    /// The title of the sheet, before the headline.
    pub changes: &'static str,
    /// Before the moment.
    pub since: &'static str,
    /// Between "photo" and its number there is a space.
    pub photo: &'static str,
    places: [&'static str; 14],
    doings: [&'static str; 9],
}

const ENGLISH: DeskWords = DeskWords {
    captions: [
        "No.",
        "File",
        "Caption",
        "Credit",
        "Alternative text",
        "In the picture",
        "Photographer",
        "Copyright",
        "Place",
        "City",
        "Country",
        "Taken",
        "In the text",
    ],
    in_text: ["yes", "no"],
    changes: "What has changed",
    since: "Since the story was filed:",
    photo: "Photo",
    places: [
        "Kicker",
        "Headline",
        "Standfirst",
        "Byline",
        "Dateline",
        "Story",
        "Caption",
        "Credit",
        "Alternative text",
        "Picture",
        "Participant",
        "Link",
        "Bold type",
        "Italic type",
    ],
    doings: [
        "added",
        "removed",
        "changed",
        "moved",
        "other picture",
        "cropped or turned",
        "put into the text",
        "taken out of the text",
        "formatting changed",
    ],
};

const RUSSIAN: DeskWords = DeskWords {
    captions: [
        "№",
        "Файл",
        "Подпись",
        "Автор фото",
        "Описание",
        "На снимке",
        "Фотограф",
        "Права",
        "Место",
        "Город",
        "Страна",
        "Снято",
        "В тексте",
    ],
    in_text: ["да", "нет"],
    changes: "Что изменилось",
    since: "После отправки в редакцию:",
    photo: "Фото",
    places: [
        "Рубрика",
        "Заголовок",
        "Лид",
        "Автор",
        "Место",
        "Текст",
        "Подпись",
        "Автор фото",
        "Описание",
        "Снимок",
        "Участник",
        "Ссылка",
        "Выделение полужирным",
        "Выделение курсивом",
    ],
    doings: [
        "добавлено",
        "снято",
        "исправлено",
        "переставлено",
        "другой снимок",
        "перекадрировано",
        "поставлено в текст",
        "убрано из текста",
        "оформлено иначе",
    ],
};

const VIETNAMESE: DeskWords = DeskWords {
    captions: [
        "STT",
        "Tệp",
        "Chú thích",
        "Nguồn ảnh",
        "Mô tả ảnh",
        "Người trong ảnh",
        "Người chụp",
        "Bản quyền",
        "Địa điểm",
        "Thành phố",
        "Quốc gia",
        "Thời gian chụp",
        "Trong bài",
    ],
    in_text: ["có", "không"],
    changes: "Những thay đổi",
    since: "Từ lần gửi bài trước:",
    photo: "Ảnh",
    places: [
        "Chuyên mục",
        "Tiêu đề",
        "Sa pô",
        "Tác giả",
        "Nơi viết",
        "Nội dung",
        "Chú thích",
        "Nguồn ảnh",
        "Mô tả ảnh",
        "Ảnh",
        "Đại biểu",
        "Liên kết",
        "Định dạng chữ đậm",
        "Định dạng chữ nghiêng",
    ],
    doings: [
        "thêm mới",
        "đã bỏ",
        "đã sửa",
        "đổi vị trí",
        "thay ảnh khác",
        "cắt hoặc xoay lại",
        "đưa vào bài",
        "rút khỏi bài",
        "đổi cách trình bày",
    ],
};

impl DeskWords {
    /// Those of a report's language; English for the languages that have none.
    pub fn of(language: &str) -> &'static Self {
        match Language::of(language) {
            Language::Russian => &RUSSIAN,
            Language::Vietnamese => &VIETNAMESE,
            Language::English | Language::Other => &ENGLISH,
        }
    }

    /// What a place is called.
    pub fn place(&self, place: &Place) -> &'static str {
        let [
            kicker,
            headline,
            standfirst,
            byline,
            dateline,
            story,
            caption,
            credit,
            alt,
            photo,
            participant,
            link,
            bold,
            italic,
        ] = self.places;
        match place {
            Place::Kicker => kicker,
            Place::Headline => headline,
            Place::Standfirst => standfirst,
            Place::Byline => byline,
            Place::Dateline => dateline,
            Place::Story => story,
            Place::Caption(_) => caption,
            Place::Credit(_) => credit,
            Place::Alt(_) => alt,
            Place::Photo(_) => photo,
            Place::Participant => participant,
            Place::Link => link,
            Place::Bold => bold,
            Place::Italic => italic,
        }
    }

    /// What was done there.
    pub fn what(&self, what: What) -> &'static str {
        let [added, removed, changed, moved, other, reframed, put_in, taken_out, restyled] = self.doings;
        match what {
            What::Added => added,
            What::Removed => removed,
            What::Changed => changed,
            What::Moved => moved,
            What::OtherPicture => other,
            What::Reframed => reframed,
            What::PutIn => put_in,
            What::TakenOut => taken_out,
            What::Restyled => restyled,
        }
    }
}
