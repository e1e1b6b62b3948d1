//! Walks of life: what a person is said to be who takes part in no conference by it, or by it alone.
//!
//! Words that many on a list could be called besides their title are left out: journalist, artist, scholar, expert.

use std::sync::LazyLock;

use crate::names::terms::{Stems, Terms, phrases, words};
use crate::names::token::Token;

static VIETNAMESE: Terms = LazyLock::new(|| {
    phrases(
        "|lái xe|tài xế|ngư dân|nông dân|công nhân|học sinh|sinh viên|học viên|giáo viên|bác sĩ|bác sỹ|y tá|điều dưỡng|dược sĩ|ca sĩ|ca sỹ|nhạc sĩ|nhạc sỹ|\
    họa sĩ|hoạ sĩ|hoạ sỹ|họa sỹ|nhà văn|nhà thơ|thi sĩ|diễn viên|người mẫu|hoa hậu|đạo diễn|cầu thủ|vận động viên|huấn luyện viên|trọng tài|thợ may|thợ mộc|thợ xây|thợ máy|\
    thợ điện|thợ hàn|tiểu thương|chủ quán|chủ trại|chủ tiệm|chủ một|chủ cửa|bán hàng|đầu bếp|bảo vệ|lễ tân|phục vụ|tạp vụ|hướng dẫn|tình nguyện|du khách|khách du|luật sư|\
    kỹ sư|kĩ sư|kiến trúc|thủ thư|cựu chiến|hưu trí|người dân|cư dân|nạn nhân|nghi phạm|bị cáo|con trai|con gái|em trai|em gái|anh trai|chị gái|cháu nội|cháu ngoại|\
    chồng bà|vợ ông|phi công|tiếp viên|thủy thủ|thuyền viên|thuyền trưởng|công an xã|dân quân|trưởng thôn|tổ trưởng|",
    )
});
static RUSSIAN: LazyLock<Stems> = LazyLock::new(|| {
    Stems::of(
        "водител шофер таксист студент студентк аспирант аспирантк школьник школьниц ученик учениц учител учительниц врач медсестр медбрат фельдшер инженер повар \
    официант официантк рабоч слесар электрик сантехник плотник строител фермер рыбак охотник лесник лесоруб пастух моряк актер актрис певец певц певиц музыкант композитор пианист скрипач \
    поэт поэтесс писател писательниц художник художниц спортсмен спортсменк футболист хоккеист тренер пенсионер пенсионерк продав продавщиц предпринимател библиотекар волонтер охранник \
    дворник уборщиц парикмахер экскурсовод краевед солдат матрос сантехник механик программист бухгалтер юрист адвокат фотограф турист туристк болельщик",
    )
});
static RUSSIAN_KIN: Terms = LazyLock::new(|| {
    words(
        "сын дочь брат сестра внук внучка муж жена вдова отец мать племянник племянница однофамилец однофамилица тезка",
    )
});
static ENGLISH: Terms = LazyLock::new(|| {
    words(
        " driver cabbie student pupil schoolboy schoolgirl nurse teacher poet novelist writer actor actress singer footballer cricketer swimmer boxer chef cook waiter waitress farmer \
    fisherman sailor docker miner plumber builder baker butcher carpenter electrician mechanic shopkeeper volunteer tourist musician pianist violinist drummer piper composer painter sculptor guide pensioner \
    cleaner gardener postman barber tailor soldier engineer lawyer dentist surgeon doctor vet librarian widow resident reporter photographer ",
    )
});
static ENGLISH_KIN: Terms = LazyLock::new(|| {
    words(
        " son daughter brother sister nephew niece cousin father mother husband wife widow grandson granddaughter uncle aunt namesake neighbour neighbor ",
    )
});

/// Whether a walk of life begins at a word.
pub(super) fn begins(all: &[Token], place: usize) -> bool {
    let Some(word) = all.get(place) else { return false };
    let next = all.get(place + 1).filter(|next| next.follows);
    next.is_some_and(|next| is_pair(word, next)) || is_one(word) || is_kin(word)
}

/// Whether a walk of life ends before a word.
pub(super) fn ends(all: &[Token], place: usize) -> bool {
    let Some(last) = place.checked_sub(1).map(|last| &all[last]) else { return false };
    let first = place.checked_sub(2).filter(|_| last.follows).map(|first| &all[first]);
    // "Сын Ивана Петрова" is nothing that Петров is.
    first.is_some_and(|first| is_pair(first, last)) || is_one(last)
}

fn is_pair(first: &Token, second: &Token) -> bool {
    VIETNAMESE.contains(format!("{} {}", first.small, second.small).as_str())
}

fn is_one(word: &Token) -> bool {
    ENGLISH.contains(word.small.as_str()) || RUSSIAN.has(&word.spelt.key)
}

fn is_kin(word: &Token) -> bool {
    ENGLISH_KIN.contains(word.small.as_str()) || RUSSIAN_KIN.contains(word.spelt.key.as_str())
}
