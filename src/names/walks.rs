//! Walks of life: what a person is said to be who takes part in no conference by it, or by it alone.
//!
//! Words that many on a list could be called besides their title are left out: journalist, artist, scholar, expert.

use crate::names::token::Token;

const VIETNAMESE: &str = "|lái xe|tài xế|ngư dân|nông dân|công nhân|học sinh|sinh viên|học viên|giáo viên|bác sĩ|bác sỹ|y tá|điều dưỡng|dược sĩ|ca sĩ|ca sỹ|nhạc sĩ|nhạc sỹ|\
    họa sĩ|hoạ sĩ|hoạ sỹ|họa sỹ|nhà văn|nhà thơ|thi sĩ|diễn viên|người mẫu|hoa hậu|đạo diễn|cầu thủ|vận động viên|huấn luyện viên|trọng tài|thợ may|thợ mộc|thợ xây|thợ máy|\
    thợ điện|thợ hàn|tiểu thương|chủ quán|chủ trại|chủ tiệm|chủ một|chủ cửa|bán hàng|đầu bếp|bảo vệ|lễ tân|phục vụ|tạp vụ|hướng dẫn|tình nguyện|du khách|khách du|luật sư|\
    kỹ sư|kĩ sư|kiến trúc|thủ thư|cựu chiến|hưu trí|người dân|cư dân|nạn nhân|nghi phạm|bị cáo|con trai|con gái|em trai|em gái|anh trai|chị gái|cháu nội|cháu ngoại|\
    chồng bà|vợ ông|phi công|tiếp viên|thủy thủ|thuyền viên|thuyền trưởng|công an xã|dân quân|trưởng thôn|tổ trưởng|";
const RUSSIAN: &str = "водител шофер таксист студент студентк аспирант аспирантк школьник школьниц ученик учениц учител учительниц врач медсестр медбрат фельдшер инженер повар \
    официант официантк рабоч слесар электрик сантехник плотник строител фермер рыбак охотник лесник лесоруб пастух моряк актер актрис певец певц певиц музыкант композитор пианист скрипач \
    поэт поэтесс писател писательниц художник художниц спортсмен спортсменк футболист хоккеист тренер пенсионер пенсионерк продав продавщиц предпринимател библиотекар волонтер охранник \
    дворник уборщиц парикмахер экскурсовод краевед солдат матрос сантехник механик программист бухгалтер юрист адвокат фотограф турист туристк болельщик";
const RUSSIAN_KIN: &str =
    "сын дочь брат сестра внук внучка муж жена вдова отец мать племянник племянница однофамилец однофамилица тезка";
const ENGLISH: &str = " driver cabbie student pupil schoolboy schoolgirl nurse teacher poet novelist writer actor actress singer footballer cricketer swimmer boxer chef cook waiter waitress farmer \
    fisherman sailor docker miner plumber builder baker butcher carpenter electrician mechanic shopkeeper volunteer tourist musician pianist violinist drummer piper composer painter sculptor guide pensioner \
    cleaner gardener postman barber tailor soldier engineer lawyer dentist surgeon doctor vet librarian widow resident reporter photographer ";
const ENGLISH_KIN: &str = " son daughter brother sister nephew niece cousin father mother husband wife widow grandson granddaughter uncle aunt namesake neighbour neighbor ";

/// Whether a walk of life begins at a word.
pub(super) fn begins(words: &[Token], place: usize) -> bool {
    let Some(word) = words.get(place) else { return false };
    let pair = words.get(place + 1).filter(|next| next.follows).map(|next| format!("|{} {}|", word.small, next.small));
    let is_pair = pair.is_some_and(|pair| VIETNAMESE.contains(&pair));
    is_pair || is_one(&word.small) || is_kin(&word.small)
}

/// Whether a walk of life ends before a word.
pub(super) fn ends(words: &[Token], place: usize) -> bool {
    let Some(last) = place.checked_sub(1).map(|last| &words[last]) else { return false };
    let pair =
        place.checked_sub(2).filter(|_| last.follows).map(|first| format!("|{} {}|", words[first].small, last.small));
    // "Сын Ивана Петрова" is nothing that Петров is.
    pair.is_some_and(|pair| VIETNAMESE.contains(&pair)) || is_one(&last.small)
}

fn is_one(word: &str) -> bool {
    const LONGEST_ENDING: usize = 3;
    let word = word.replace('ё', "е");
    let is_russian = |stem: &str| {
        word.strip_prefix(stem).is_some_and(|end| end.chars().count() <= LONGEST_ENDING && !end.starts_with("ск"))
    };
    ENGLISH.contains(&format!(" {word} ")) || RUSSIAN.split_whitespace().any(is_russian)
}

fn is_kin(word: &str) -> bool {
    let word = word.replace('ё', "е");
    ENGLISH_KIN.contains(&format!(" {word} ")) || RUSSIAN_KIN.split(' ').any(|kin| kin == word)
}
