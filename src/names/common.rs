//! Names that many people have. Where a word differs from the list's by a letter and is one of these, it is another person's: Мария beside
//! Марина, Anh beside An. Spellings of one name stand in one row, and are one another's misses: Stephen and Steven.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::fold::fold;
use crate::language::{family_names, given_names};
use crate::names::russian::{Cases, declined};
use crate::names::terms::words;

/// English family names, in rows as the given names of [`given_names`] are.
const ENGLISH_FAMILIES: &str = "barker, parker, harper, carter, carver, baker, walker, waller, miller, millar, mills, hill, hall, hull, bell, ball, \
    moore, moor, morris, norris, harris, harrison, morrison, robinson, robertson, roberts, richards, richardson, williams, williamson, johnson, \
    johnston, jackson, jacobson, watson, wilson, nelson, mason, lawson, dawson, davies, davidson, green, greene, brown browne, black, blake, blair, \
    burns, byrne, byrd, bird, cook cooke, cooper, hooper, cox, fox, day, dean, dunn, dunne, gray grey, hayes, haynes, hughes, hunt, hunter, kelly \
    kelley, kerr, king, ring, lane, lang, long, love, lowe, lynch, marsh, marshall, may, mayer, meyer, myers, meier, nash, page, palmer, payne, \
    perry, berry, pope, porter, foster, potter, price, pryce, reid reed read, rice, rich, rogers rodgers, rowe, russell, ryder, rider, sanders, \
    saunders, sharp sharpe, shaw, short, simpson, sampson, smith smyth smythe, stone, stokes, sutton, hutton, dutton, taylor, tyler, thompson \
    thomson, turner, tucker, wade, ward, warren, waters, walters, webb, webster, wells, west, white, wheeler, wood, woods, wright, young, yates, \
    bates, gates";

const RUSSIAN_FAMILIES: &str = "абрамов, авдеев, агафонов, аксенов, александров, алексеев, андреев, андрианов, антонов, антипов, артамонов, архипов, астафьев, афанасьев, баранов, белов, \
    белый, белкин, белозеров, беляев, белецкий, богданов, борисов, бобров, быков, быстров, вавилов, васильев, веселов, вдовин, власов, волков, волхов, воробьев, воронов, воронин, \
    гаврилов, галкин, герасимов, голубев, горбунов, горшков, гордеев, горелов, грибов, григорьев, громов, гусев, гуров, давыдов, данилов, демин, демидов, денисов, дмитриев, дорофеев, \
    егоров, елисеев, ермаков, ермолаев, ершов, ефимов, жданов, жуков, журавлев, зайцев, захаров, сахаров, зимин, зубов, зуев, зыков, иванов, игнатов, игнатьев, ильин, исаев, казаков, калинин, калашников, \
    карпов, карпин, карасев, каратаев, киселев, климов, князев, ковалев, коваленко, коваль, козлов, колесников, колосов, комаров, кондратьев, коновалов, константинов, копылов, королев, коротков, корнилов, костин, котов, \
    кротов, кошелев, кравцов, кравченко, крылов, крюков, кузнецов, кузьмин, кулагин, кулаков, куликов, лаврентьев, лавров, лазарев, лапин, лебедев, леонов, леонтьев, литвинов, логинов, лосев, лукин, лыков, ляпин, \
    макаров, маркин, марков, маслов, максимов, малышев, мальцев, мартынов, мартов, матвеев, медведев, мельников, миронов, михайлов, моисеев, молчанов, морозов, муравьев, мухин, назаров, наумов, некрасов, нестеров, никитин, николаев, \
    никифоров, новиков, носков, носов, овчинников, орехов, орлов, осипов, павлов, панов, панин, пантелеев, паршин, петров, петухов, пестов, платонов, поляков, пономарев, попов, попков, потапов, прохоров, романов, рожков, рыбаков, \
    рыжков, рябов, рыков, савельев, савин, савинов, самойлов, самсонов, семенов, сергеев, сидоров, симонов, синицын, ситников, скворцов, смирнов, соболев, соколов, соловьев, сорокин, софронов, степанов, субботин, суворов, судаков, суханов, сычев, \
    тарасов, терентьев, тимофеев, титов, тихонов, третьяков, трофимов, туманов, уваров, ульянов, устинов, ушаков, федоров, федосеев, федотов, филатов, филиппов, фомин, фролов, харитонов, худяков, царев, цветков, черкасов, чернов, черный, \
    чернышев, чижов, шарапов, шаров, шевцов, шевченко, шестаков, широков, шилов, ширяев, шубин, щербаков, юдин, юшков, яковлев, назаренко, захаренко, макаренко, маркевич, валеев";

/// Vietnamese family, middle and given names without marks.
const VIETNAMESE: &str = "ai an anh ba bac bach bang bao be bich binh bo bui cam can canh cao cau chau chi chien chinh chu chung chuong cong cu cuc cuong da dai dam dan dang danh dao dat \
    de diem dien diep dieu dinh do doan doanh dong du duc dung duong duy duyen gia giang giap ha hai han hanh hao hau hien hiep hieu ho hoa hoai hoan hoang hoat hong hop hue hung huong huu huy huyen \
    huynh ich khai khang khanh khiem khoa khoi khue khuyen kien kieu kim ky la lac lai lam lan lang lanh le len lieu linh loan loc loi long lu lua luan luat luc luong luu luyen ly mac mai man manh mao mau men mi minh \
    mo mong mui my nam nang nga ngan nghi nghia nghiem ngo ngoan ngoc nguyen nguyet nhan nhat nhi nhien nho nhu nhung nhuan nhut ninh no nu oanh pha phach phan phat phi pho phong phu phuc phung phuoc phuong \
    quan quang que quoc quy quyen quyet quynh sam san sang sau sinh son su suong sy ta tai tam tan tang tao thach thai tham than thang thanh thao the thi thiem thien thiep thieu thinh tho thoa thoai thong thu thua \
    thuan thuc thuong thuy thuyen thuyet ti tien tiep tieu tin tinh to toai toan ton tong tra trac trai tram tran trang tri triet trieu trinh tru truc trung truong truyen tu tua tuan tue tung tuong tuoi tuyen tuyet ty \
    uoc uyen van vang vi vien viet vinh vo vu vuong vy xa xo xuan xuyen y yen";

/// Given names that differ from others by marks of letters or by tones, and are as common: Hưng is not Hùng, Ân is not An, Hường not Hương.
const MARKED: &str = "ân hưng đức đạt đăng đặng định đông đào đại đoàn dũng dung dương hương hướng hường hồng hông hằng hân hạnh lâm lân lan lộc lực lương lượng mẫn mân mận nữ nương phước phượng phương phúc quân quốc quyên quyền \
    sơn sương tâm tấn tân tuấn thắng thăng thông thống thơ thu thư thơm trương trường trung trọng vân văn vượng vương ngân ngần ngô ngọc nhân nhẫn tương tường tưởng tùng tú tư tứ từ cương cường chương chung công cộng đan dần \
    tuân hiền hiển hiến hiếu hiểu kiên kiến thành thạnh tiến tiên vĩnh huyền huyên tuyền tuyến tuyên";

type Rows = HashMap<String, Vec<u16>>;

static ENGLISH_ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let mut rows = Rows::new();
    for (row, name) in given_names::rows(&[given_names::ENGLISH, ENGLISH_FAMILIES]) {
        rows.entry(name.to_owned()).or_default().push(row);
    }
    rows
});

static RUSSIAN_ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let mut rows = Rows::new();
    let mut add = |row: u16, name: &str| {
        for form in declined(name) {
            rows.entry(form.word.replace('ё', "е")).or_default().push(row);
        }
    };
    for (row, name) in given_names::rows(&[given_names::RUSSIAN_MEN, given_names::RUSSIAN_WOMEN, RUSSIAN_FAMILIES]) {
        add(row, name);
        let is_of_men = ["ов", "ев", "ин", "ын"].iter().any(|ending| name.ends_with(ending));
        if is_of_men && is_russian_family(name) {
            add(row, &format!("{name}а"));
        }
    }
    rows
});

static VIETNAMESE_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| VIETNAMESE.split_whitespace().collect());
static MARKED_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| MARKED.split_whitespace().collect());

/// A Russian given name that a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Given {
    /// The name in the nominative, in small letters.
    pub name: &'static str,
    /// The cases that the word has as a form of it.
    pub cases: Cases,
    pub is_woman: bool,
}

static RUSSIAN_GIVEN: LazyLock<HashMap<String, Vec<Given>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<Given>> = HashMap::new();
    let men = given_names::rows(&[given_names::RUSSIAN_MEN]).map(|(_, name)| (name, false));
    let women = given_names::rows(&[given_names::RUSSIAN_WOMEN]).map(|(_, name)| (name, true));
    for (name, is_woman) in men.chain(women) {
        for form in declined(name) {
            let given = Given { name, cases: form.cases, is_woman };
            forms.entry(form.word.replace('ё', "е")).or_default().push(given);
        }
    }
    forms
});

/// The Russian given names that a word may be, in small letters with е for ё.
pub(super) fn given(word: &str) -> &'static [Given] {
    RUSSIAN_GIVEN.get(word).map_or(&[], Vec::as_slice)
}

/// English given names that are hardly anything else.
static ENGLISH_GIVEN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    const ALSO_OTHER: &str = "will dean rose grace pat sally lily eve jan rob ray stella victoria georgia robin dan max christopher jack martin lee";
    let all = given_names::rows(&[given_names::ENGLISH]).map(|(_, name)| name);
    all.filter(|name| !ALSO_OTHER.split(' ').any(|other| other == *name)).collect()
});

/// Whether a word, in small letters without marks, is an English given name and hardly anything else.
pub(super) fn is_english_given(word: &str) -> bool {
    ENGLISH_GIVEN.contains(word)
}

/// Whether a Russian word, in small letters with е for ё and in the nominative, is a family that many have.
pub(super) fn is_russian_family(word: &str) -> bool {
    static ALL: LazyLock<HashSet<&str>> =
        LazyLock::new(|| given_names::rows(&[RUSSIAN_FAMILIES]).map(|(_, name)| name).collect());
    ALL.contains(word)
}

/// How two names are related that are written differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// They are spellings of one name.
    Same,
    /// What is written is a name of its own.
    Another,
    /// Nobody is known to be called what is written.
    Unknown,
}

/// How a written word is related to the name on the list; both in small letters without marks.
pub(super) fn relation(listed: &str, written: &str) -> Relation {
    let in_rows = |rows: &Rows| {
        let written = rows.get(written)?;
        let listed = rows.get(listed);
        let shared = listed.is_some_and(|listed| listed.iter().any(|row| written.contains(row)));
        Some(if shared { Relation::Same } else { Relation::Another })
    };
    in_rows(&ENGLISH_ROWS).or_else(|| in_rows(&RUSSIAN_ROWS)).unwrap_or(Relation::Unknown)
}

/// Whether a syllable without marks is a part of many Vietnamese names.
pub(super) fn is_vietnamese(key: &str) -> bool {
    VIETNAMESE_WORDS.contains(key)
}

/// Whether a syllable with its marks and tones is a given name that is told from others by its marks or its tone.
pub(super) fn is_told_by_marks(word: &str) -> bool {
    MARKED_WORDS.contains(word)
}

/// Vietnamese family names without marks.
pub(super) fn is_vietnamese_family(key: &str) -> bool {
    /// Without their marks these are other words and parts of other names too.
    const ALSO_OTHER: [&str; 10] = ["chu", "dam", "cao", "nghiem", "thai", "giang", "la", "than", "tu", "kieu"];
    static FAMILIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let marked = [family_names::VIETNAMESE_SURE, family_names::VIETNAMESE].into_iter().flat_map(words);
        marked.map(fold).filter(|family| !ALSO_OTHER.contains(&family.as_str())).collect()
    });
    FAMILIES.contains(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_told_from_other_names() {
        assert_eq!(relation("stephen", "steven"), Relation::Same);
        assert_eq!(relation("john", "joan"), Relation::Another);
        assert_eq!(relation("john", "jhon"), Relation::Unknown);
        assert_eq!(relation("наталья", "наталии"), Relation::Same);
        assert_eq!(relation("анна", "инной"), Relation::Another);
        assert_eq!(relation("марков", "макарова"), Relation::Another);
        assert!(is_vietnamese("binh") && !is_vietnamese("mnih"));
    }
}
