//! The words themselves: offices, organisations, forms of address, places.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::{address, namesakes};

/// Words and phrases to look for.
pub(super) type Words = LazyLock<HashSet<&'static str>>;

/// What bars separate.
pub(super) fn set(text: &'static str) -> HashSet<&'static str> {
    text.split('|').collect()
}

/// Forms of address: those of [`address`], and others that are none everywhere, such as offices. They are compared without case, and end before
/// a space or the name.
pub(super) static HONORIFICS: Words = LazyLock::new(|| {
    let mut all = set(
        "các đồng chí|đ/c|ông bà|ngài|họa sĩ|GS.TSKH|GS.TS|GS. TS.|GS. TS|PGS.TS|PGS. TS.|PGS. TS|TSKH|TS.|ThS.|BS.|LS.|KTS.|KTS|KS|\
     KS.|NCS|NCS.|GVC|CN.|DS.|Thượng tọa|Hòa thượng|товарищ|тов.|господин|госпожа|г-н|г-жа|д-р|доктор|проф.|профессор|академик|\
     акад.|The Hon.|Hon.|H.E.|His Excellency|Her Excellency|Mr.|Mrs.|Ms.|Dr.|Prof.|Phó Giáo sư|Kiến trúc sư|nhạc sĩ|ca sĩ|họa sỹ|\
     nhạc sỹ|nhà nghiên cứu|nhà sử học|đạo diễn|diễn viên|MC|NGND|NGƯT|NNƯT|NNND|CVCC|BSCKII|Thượng úy|Chuẩn Đô đốc|Phó Đô đốc|\
     Đô đốc|Tổng Giám mục|Giám mục|Hồng y|Linh mục|Mục sư|Đại đức|Hoà thượng|Thượng toạ|Ni sư|Ni trưởng|Prof. Emeritus|\
     Professor Emeritus|Emeritus Professor|Associate Professor|Assoc. Prof.|Assoc. Prof|Asst. Prof.|Cllr|Councillor|the Rt Hon|\
     Rt Hon|Rt. Hon.|the Rt. Hon.|the Hon.|the Honourable|Honourable|Baroness|Baron|Lord|Admiral|Vice Admiral|Vice-Admiral|\
     Rear Admiral|Rear-Admiral|Commodore|Commander|Cdr|Cmdr|Lt Cdr|Lt. Cdr.|Lieutenant Commander|Captain|Capt.|Capt|Lt.|Lt|\
     Lieutenant|Lt Col|Lt. Col.|Lieutenant Colonel|Colonel|Col.|Col|Major|Maj.|Major General|Maj. Gen.|Maj Gen|Brigadier|\
     Brigadier General|Brig. Gen.|Lieutenant General|Lt. Gen.|Lt Gen|General|Gen.|Sgt|Sergeant|Archbishop|Bishop|Cardinal|Reverend|\
     Rev.|Rev. Dr.|Rev|Fr.|Rabbi|Imam|Sheikh|Justice|Judge|Engr.|Engr|Sen.|Rep.|Gov.|Madam|Mme|Dr.-Ing.|Ir.",
    );
    all.extend(set(address::VIETNAMESE_PAIRS));
    all.extend(
        [address::VIETNAMESE, address::VIETNAMESE_SHORT, address::ENGLISH].iter().flat_map(|all| all.split(' ')),
    );
    all
});

/// Forms of address that are other words in capitals: *Anh* is a country.
pub(super) const SMALL_HONORIFICS: &[&str] = &["anh", "chị", "cô", "thầy", "cụ"];

/// Offices at whose beginning an office is known, folded. Russian ones are stems.
///
/// This is no table of the offices of [`crate::names`]: there one is held against another, so that rows, deputies and cases are told apart and few are
/// known; here it is enough that words begin one, and every calling is welcome. [`crate::language::naming`] has a third list, of English and
/// Russian words that lose their capital within a sentence.
pub(super) static TITLES: Words = LazyLock::new(|| {
    set(
        "chu tich|pho chu tich|giam doc|pho giam doc|tong giam doc|pho tong giam doc|tong bien tap|pho tong bien tap|bi thu|pho bi thu|\
     truong ban|pho truong ban|truong phong|pho truong phong|truong doan|pho truong doan|truong khoa|pho truong khoa|uy vien|\
     thu truong|bo truong|cuc truong|pho cuc truong|vu truong|pho vu truong|vien truong|pho vien truong|hieu truong|pho hieu truong|\
     tong thu ky|pho tong thu ky|thu ky|chanh van phong|pho chanh van phong|phong vien|bien tap vien|dai su|tong lanh su|tham tan|\
     bi thu thu|chuyen vien|chuyen gia|nghien cuu vien|giang vien|nguyen chu tich|nguyen pho chu tich|nguyen giam doc|\
     nguyen tong bien tap|hoi vien|cong tac vien|председател|сопредседател|зам.|директор|генеральный директор|\
     исполнительный директор|художественный руководитель|главный редактор|шеф-редактор|ответственный|редактор|министр|посол|\
     чрезвычайный|генеральный консул|ректор|проректор|декан|профессор|секретар|ответственный секретар|руководител|начальник|\
     президент|вице-президент|губернатор|мэр|депутат|член|корреспондент|специальный корреспондент|собственный корреспондент|\
     журналист|обозревател|научный сотрудник|старший|ведущий|первый|доцент|заведующ|советник|консул|эксперт|координатор|преподавател|\
     пресс-секретар|и. о.|и.о.|chair|chairman|chairwoman|chairperson|co-chair|president|vice-president|vice president|vice chair|\
     vice-chair|deputy|director|director-general|editor|editor-in-chief|minister|ambassador|professor|rector|dean|secretary|\
     secretary-general|head|chief|manager|managing|executive|reporter|correspondent|journalist|member|researcher|governor|mayor|\
     adviser|advisor|coordinator|spokesperson|spokeswoman|spokesman|founder|curator|lecturer|senior|former|acting|general director|\
     general secretary|first secretary|press officer|photographer|publisher|producer|fellow|consul|counsellor|under-secretary|\
     commissioner|specialist|expert|фотограф|продюсер|атташе|сотрудник|бывший|доктор|кандидат|почетный|основател|управляющ|\
     pho thu tuong|thu tuong|chu nhiem|pho chu nhiem|pho ban|pho truong|truong phai doan|truong dai dien|pho truong dai dien|\
     dai dien thuong tru|nghe nhan|can bo|nhan vien|quyen|tong cuc truong|pho tong cuc truong|tu lenh|pho tu lenh|chinh uy|\
     tham muu truong|tuy vien|cong su|dac phai vien|truong ban dai dien|truong bo mon|truong van phong|chanh thanh tra|chanh an|\
     vien pho|giam sat|dieu phoi vien|quan ly|truong nhom|truong tieu ban|pho tong lanh su|pho dai su|tong giam muc|nhiep anh gia|\
     doanh nhan|nha khoa hoc|nha khao co|ky su|giao vien|sinh vien|phien dich|nhac truong|hoc vien|cuu chien binh|lanh su|\
     kiem soat vien|truong tram|doi truong|thuyen truong|вице-премьер|вице-губернатор|вице-мэр|вице-спикер|фотокорреспондент|собкор|\
     хореограф|скульптор|график|публицист|востоковед|этнограф|географ|биолог|эколог|экономист|политолог|социолог|философ|филолог|\
     лингвист|искусствовед|музыковед|педагог|учител|тележурналист|блогер|предпринимател|бизнесмен|волонтер|участник|участница|\
     ветеран|премьер|помощник|заместител|замести|представител|официальный представител|постоянный представител|\
     полномочный представител|народный артист|народная артист|заслуженный артист|заслуженная артист|народный художник|заслуженный|\
     заслуженная|артист|режиссер|кинорежиссер|писател|поэт|художник|художниц|композитор|актер|актриса|пианист|певец|певица|телеведущ|\
     ведущая|инженер|главный|главная|глава|главы|аспирант|студент|магистрант|академик|герой|генерал|генерал-майор|генерал-лейтенант|\
     генерал-полковник|адмирал|контр-адмирал|вице-адмирал|полковник|подполковник|майор|капитан|ученый|настоятел|протоиерей|священник|\
     митрополит|архиепископ|епископ|архимандрит|игумен|спикер|хранител|архитектор|историк|археолог|переводчик|переводчиц|критик|\
     куратор|дирижер|балерина|тренер|адвокат|юрист|врач|аналитик|менеджер|специалист|лауреат|младший|младшая|уполномоченн|временный|\
     временно|поверенн|официальн|сенатор|префект|старшая|первая|научный|научная|сопредседатель|ассистент|лаборант|хранитель|\
     библиотекар|методист|исполняющ|врио|советник-посланник|посланник|пресс-атташе|генконсул|директриса|издател|ученая|novelist|\
     writer|author|poet|critic|film-maker|filmmaker|historian|archaeologist|archeologist|oceanographer|naturalist|trainee|skipper|\
     captain|owner|co-owner|clerk|treasurer|officer|ceo|cto|cfo|trustee|administrator|representative|delegate|vice-rector|\
     vice rector|rapporteur|counterpart|leader|architect|artist|actor|actress|singer|musician|composer|conductor|lawyer|senator|\
     congressman|congresswoman|lead|student|scientist|engineer|analyst|economist|hydrographer|permanent|assistant|associate|\
     vice-chairman|vice chairman|vice-chairwoman|co-founder|co-director|co-chairman|designer|translator|interpreter|anthropologist|\
     biologist|conservator|archivist|librarian|principal|provost|chancellor|vice-chancellor|prefect|premier|prime|attaché|envoy|\
     trade|columnist|presenter|broadcaster|playwright|sculptor|painter|pianist|violinist|veteran|activist|campaigner|inspector|\
     superintendent|solicitor|barrister|physicist|chemist|geologist|doctor|surgeon|nurse|teacher|coach|sponsor|partner|organiser|\
     organizer|auditor|accountant|controller|supervisor|operator|technician|apprentice|intern|volunteer|warden|ranger|keeper|vicar|\
     pastor|abbot|dramaturg|choreographer|dancer|cinematographer|screenwriter|postdoctoral|emeritus|visiting|counselor|chargé|\
     undersecretary|chief executive|secretary of state|party secretary|командир|командующ|старпом|штурман|боцман|мичман|лейтенант|\
     капитан-лейтенант|прапорщик|сержант|старшина|судья|государственный советник|гвардии",
    )
});

/// Words with which the name of an organisation begins in Vietnamese; they are compared with their tones, the case of the first
/// letter apart for the ones that are written small in running text.
pub(super) static VIETNAMESE_BODIES: Words = LazyLock::new(|| {
    set(
        "Hội|Liên hiệp|Liên đoàn|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Sở|Bộ|Ban|Báo|báo|Tạp chí|tạp chí|Đài|đài|Trường|trường|Đại học|\
     Học viện|Viện|Công ty|công ty|Tổng công ty|Tập đoàn|Trung tâm|Văn phòng|Nhà xuất bản|NXB|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Huyện ủy|\
     Đảng ủy|Cục|Vụ|Tổng cục|Đại sứ quán|Tổng Lãnh sự quán|Bảo tàng|Thư viện|Thông tấn xã|TTXVN|VTV|VOV|Quỹ|Ngân hàng|Chi hội|\
     Câu lạc bộ|Tòa soạn|tòa soạn|Cơ quan|MTTQ|Mặt trận|Hiệp hội|Trung ương|Chi cục|Khoa|Phòng|Nhà hát|Quốc hội",
    )
});

/// Stems with which the word for an organisation begins in Russian, in small letters.
pub(super) static RUSSIAN_BODIES: Words = LazyLock::new(|| {
    set(
        "союз|институт|университет|министерств|комитет|издательств|газет|агентств|академи|центр|фонд|ассоциаци|отделени|правительств|\
     администраци|компани|редакци|музе|библиотек|посольств|консульств|департамент|управлени|дум|обществ|организаци|школ|колледж|\
     федераци|парти|ооо|ао|мгу|спбгу|мид|палат|телекомпани|телеканал|радио|гильди|клуб|театр|филармони|лаборатори|факультет|кафедр|\
     галере|издани|портал|медиахолдинг|холдинг|совет|журнал|комисси|собрани|тасс|бюро|альянс|ран|вшэ|мгимо|рудн|рггу|\
     россотрудничеств|эрмитаж|кунсткамер|заповедник|храм|епархи|суд|прокуратур|завод|ано|нии|фгбу|фгбоу|пао|зао|оао|гк|вуз|училищ|\
     гимнази|лице|больниц|студи|оркестр|консерватори|миссии|фракци|служб|архив|мэри|префектур|корпораци|банк|объединени|учреждени|\
     предприяти|типографи|ведомств",
    )
});

/// Words that an organisation has in English, in small letters.
pub(super) static ENGLISH_BODIES: Words = LazyLock::new(|| {
    set(
        "institute|university|ministry|union|association|committee|council|foundation|agency|museum|press|journal|review|times|news|\
     daily|gazette|centre|center|college|academy|school|department|embassy|bank|company|ltd|ltd.|inc|inc.|society|federation|board|\
     office|library|group|commission|network|television|radio|government|party|fund|organisation|organization|trust|studio|forum|\
     parliament|weekly|magazine|herald|post|broadcasting|alliance|consulate|club|guild|faculty|bureau|museums|universidad|\
     universität|université|universita|universidade|institut|instituto|administration|authority|service|services|laboratory|archive|\
     archives|gallery|theatre|theater|orchestra|hospital|court|chamber|corporation|corp|co.|plc|gmbh|llc|airlines|hotel|hotels|\
     holdings|partners|systems|technologies|international|initiative|programme|program|project|mission|delegation|secretariat|\
     observatory|ministries|affairs|assembly|senate|tribune|chronicle|observer|echo|register|polytechnic|conservatory|cathedral|\
     church|diocese|monastery|division|directorate|unit|lab|team|publishing|publishers|books|films|records|media",
    )
});

/// Fields of governments and of learning, behind whose office a name may stand: "Minister of Culture Jane Smith". In small letters.
pub(super) static FIELDS: Words = LazyLock::new(|| {
    set(
        "culture|sport|sports|tourism|health|defence|defense|education|science|sciences|finance|justice|affairs|interior|agriculture|\
     transport|transportation|trade|industry|energy|labour|labor|environment|development|communication|communications|information|\
     technology|innovation|youth|economy|economics|commerce|planning|security|fisheries|forestry|resources|infrastructure|welfare|\
     immigration|women|construction|housing|employment|heritage|arts|research|works|state|exchequer|cooperation|reform|equality|\
     parliament|history|law|medicine|literature|journalism|philosophy|linguistics|physics|chemistry|mathematics|staff",
    )
});

/// Places that look like a family name and a given one, besides those of [`namesakes`]; people are called so as well, and in running text
/// they are left to be names.
const OTHER_PLACES: &str = "Thái Lan|Cao Lãnh|Giang Nam|Ninh Thuận|Đoàn Chủ|Từ Liêm|Từ Sơn|La Mã|Chu Lai|Dương Kinh|Thạch Thất|\
     Thạch Hà|Đồng Nai|Đồng Tháp|Đồng Hới|Đồng Nhân Dân|Bá Thước|Đoàn Đại|Lương Sơn|Hồng Bàng|Hoàng Mai|Hoàng Sa|Trường Sa|Võ Nhai|\
     Phú Thọ|Phan Thiết|Phan Rang|Tô Lịch|Mai Dịch|Lạng Sơn|Tạ Khoa|Trần Đề|Kim Sơn|Kim Bảng|Kim Động|Kim Thành|Ninh Giang|Văn Lâm|\
     Văn Giang|Văn Lang";

/// Places that look like a family name and a given one.
pub(super) static PLACES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let known = namesakes::PLACES.split('|').map(|place| {
        let words: Vec<_> = place.split(' ').map(capitalised).collect();
        words.join(" ")
    });
    known.chain(OTHER_PLACES.split('|').map(str::to_owned)).collect()
});

/// A word with its first letter in capitals.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Countries and the like that have the look of a name.
pub(super) static COUNTRIES: Words = LazyLock::new(|| {
    set(
        "South Africa|Saudi Arabia|Viet Nam|New Zealand|Sri Lanka|Costa Rica|El Salvador|Puerto Rico|South Korea|North Korea|\
     United Kingdom|United States|United Nations|Hong Kong|Ha Noi|Ho Chi|New York|Los Angeles|San Francisco|Papua New Guinea|\
     Sierra Leone|Burkina Faso|Cape Verde|East Timor|Timor Leste|Equatorial Guinea|Ivory Coast|New South Wales|New Delhi|\
     Kuala Lumpur|Phnom Penh|Buenos Aires|Mexico City|Cape Town|Abu Dhabi|Tel Aviv|Saint Petersburg|St Petersburg|Great Britain|\
     Northern Ireland|Southeast Asia|South Asia|East Asia|Central Asia|Latin America|North America|Middle East|Hai Phong|Da Nang|\
     Quang Ninh|Bac Ninh|Can Tho|Da Lat|Việt Nam|Đà Nẵng|Hải Phòng|Quảng Ninh|Bắc Ninh|Liên Bang|Российская Федерация|\
     Российской Федерации|Санкт Петербург|Нижний Новгород|Великобритания|Южная Корея|Саудовская Аравия|Новая Зеландия|Шри Ланка|\
     Коста Рика|Великий Новгород|Великого Новгорода|Нижнего Новгорода|Ростов Великий",
    )
});
