//! Passages in three languages, each with whom it names. All people are made up.
//!
//! A row is written `form of address|name|title|organisation`, a `?` after what somebody must look at, then `@delegation` and `#role`
//! where a heading says so.

use super::{Known, Row, Sure, read_passage};
use crate::report::{PersonField, Role};

fn told(row: &Row) -> String {
    let cell = |field| {
        let cell = row.cell(field);
        format!("{}{}", cell.text, if cell.sure == Sure::Unsure { "?" } else { "" })
    };
    let fields = [PersonField::Honorific, PersonField::Name, PersonField::Title, PersonField::Organisation];
    let mut told = fields.map(cell).join("|");
    if !row.text(PersonField::Delegation).is_empty() {
        told += &format!("@{}", cell(PersonField::Delegation));
    }
    if row.role != Role::default() {
        told += &format!("#{:?}", row.role);
    }
    told
}

#[track_caller]
fn check(passages: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (passage, expected) in passages {
        let read: Vec<String> = read_passage(passage, &Known::default()).iter().map(told).collect();
        if read != *expected {
            wrong += &format!("\n{passage}\n  expected {expected:#?}\n  read     {read:#?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn vietnamese_passages() {
    check(VIETNAMESE);
}

#[test]
fn russian_passages() {
    check(RUSSIAN);
}

#[test]
fn english_passages() {
    check(ENGLISH);
}

#[test]
fn there_are_enough_passages() {
    assert!(VIETNAMESE.len() + RUSSIAN.len() + ENGLISH.len() >= 60);
}

const VIETNAMESE: &[(&str, &[&str])] = &[
    ("Trịnh Văn An, Chủ tịch, Hội Nhà báo tỉnh Bắc Ninh", &["|Trịnh Văn An|Chủ tịch|Hội Nhà báo tỉnh Bắc Ninh"]),
    (
        "đồng chí Trịnh Văn An, Chủ tịch Hội Nhà báo tỉnh Bắc Ninh; đồng chí Lê Thị Hoa, Tổng Biên tập Báo Bắc Ninh",
        &["đồng chí|Trịnh Văn An|Chủ tịch|Hội Nhà báo tỉnh Bắc Ninh", "đồng chí|Lê Thị Hoa|Tổng Biên tập|Báo Bắc Ninh"],
    ),
    (
        "Tham dự hội nghị có các đồng chí: Nguyễn Văn Bình, Phó Chủ tịch UBND tỉnh; Phạm Thị Lan, Giám đốc Sở Văn hóa, Thể thao và Du lịch.",
        &["|Nguyễn Văn Bình|Phó Chủ tịch|UBND tỉnh", "|Phạm Thị Lan|Giám đốc|Sở Văn hóa, Thể thao và Du lịch"],
    ),
    (
        "Dự hội nghị có đồng chí Trần Quốc Việt, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tuyên giáo Tỉnh ủy.",
        &["đồng chí|Trần Quốc Việt|Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tuyên giáo|Tỉnh ủy"],
    ),
    (
        "1. Ông Hoàng Minh Đức, Tổng Thư ký Hội Nhà báo Việt Nam\n2. Bà Đỗ Thu Hà, Phó Tổng Biên tập Tạp chí Người làm báo",
        &[
            "Ông|Hoàng Minh Đức|Tổng Thư ký|Hội Nhà báo Việt Nam",
            "Bà|Đỗ Thu Hà|Phó Tổng Biên tập|Tạp chí Người làm báo",
        ],
    ),
    (
        "- PGS.TS Vũ Đình Khôi, Viện trưởng Viện Báo chí\n- TS Bùi Thanh Mai, giảng viên Học viện Báo chí và Tuyên truyền",
        &[
            "PGS.TS|Vũ Đình Khôi|Viện trưởng|Viện Báo chí",
            "TS|Bùi Thanh Mai|giảng viên|Học viện Báo chí và Tuyên truyền",
        ],
    ),
    (
        "GS.TS Ngô Quang Huy - Hiệu trưởng Trường Đại học Văn hóa",
        &["GS.TS|Ngô Quang Huy|Hiệu trưởng|Trường Đại học Văn hóa"],
    ),
    ("Chủ trì: đồng chí Đặng Hữu Phúc, Bí thư Tỉnh ủy", &["đồng chí|Đặng Hữu Phúc|Bí thư|Tỉnh ủy#Chair"]),
    (
        "Đoàn tỉnh Hải Dương:\n1. Lương Văn Tám, Chủ tịch\n2. Mai Thị Cúc, Thư ký",
        &["|Lương Văn Tám|Chủ tịch|@tỉnh Hải Dương", "|Mai Thị Cúc|Thư ký|@tỉnh Hải Dương"],
    ),
    (
        "Đại diện Hội Nhà báo tỉnh Thái Bình và Đài Phát thanh - Truyền hình Thái Bình cùng tham dự.",
        &["|||Hội Nhà báo tỉnh Thái Bình", "|||Đài Phát thanh", "|||Truyền hình Thái Bình?"],
    ),
    ("Cùng dự có ông Tạ Đức Long và bà Kiều Thị Nga.", &["ông|Tạ Đức Long||", "bà|Kiều Thị Nga||"]),
    (
        "Chủ tịch Hội Nhà báo tỉnh Bắc Ninh Trịnh Văn An phát biểu khai mạc.",
        &["|Trịnh Văn An|Chủ tịch|Hội Nhà báo tỉnh Bắc Ninh"],
    ),
    (
        "Chủ tịch Hội Nhà báo tỉnh, đồng chí Trịnh Văn An; Phó Giám đốc Sở Tài chính, ông Hồ Sỹ Nam",
        &["đồng chí|Trịnh Văn An|Chủ tịch|Hội Nhà báo tỉnh", "ông|Hồ Sỹ Nam|Phó Giám đốc|Sở Tài chính"],
    ),
    ("Nhà báo Dương Thị Kim, phóng viên Báo Tuổi Vàng", &["Nhà báo|Dương Thị Kim|phóng viên|Báo Tuổi Vàng"]),
    ("Khách mời:\n• Phan Văn Lộc, Đại sứ\n• Cao Thị Yến", &["|Phan Văn Lộc|Đại sứ|#Guest", "|Cao Thị Yến||#Guest"]),
    (
        "Đồng chí Lý Văn Sơn, nguyên Chủ tịch Hội Nhà báo tỉnh; các đồng chí Triệu Văn Tài, Quách Thị Lụa.",
        &["Đồng chí|Lý Văn Sơn|nguyên Chủ tịch|Hội Nhà báo tỉnh", "các đồng chí|Triệu Văn Tài||", "|Quách Thị Lụa||"],
    ),
    ("TRẦN VĂN HẢI, Chánh Văn phòng UBND tỉnh Bắc Giang", &["|TRẦN VĂN HẢI|Chánh Văn phòng|UBND tỉnh Bắc Giang"]),
    ("Ông Lê Văn Nam (Báo Hà Nam Mới)", &["Ông|Lê Văn Nam||Báo Hà Nam Mới"]),
    (
        "a) Võ Thành Trung, Tổng Giám đốc Công ty In Sông Cầu; b) Trương Mỹ Linh, Kế toán",
        &["|Võ Thành Trung|Tổng Giám đốc|Công ty In Sông Cầu", "|Trương Mỹ Linh|Kế toán?|"],
    ),
    ("Hội nghị khai mạc lúc 8 giờ sáng. Thời tiết rất đẹp.", &[]),
    (
        "Dự hội nghị có PGS. TS. Lưu Văn Hậu, Trưởng khoa Báo chí, Trường Đại học Khoa học.",
        &["PGS. TS.|Lưu Văn Hậu|Trưởng khoa Báo chí|Trường Đại học Khoa học"],
    ),
    (
        "Trong ảnh, hàng trước (từ trái sang): Nguyễn Văn An, Trần Thị Lan; hàng sau: Lê Văn Nam, Phạm Đức Bình.",
        &["|Nguyễn Văn An||", "|Trần Thị Lan||", "|Lê Văn Nam||", "|Phạm Đức Bình||"],
    ),
    (
        "Diễn giả: TS Đinh Công Tráng, chuyên gia Viện Chính sách; ThS. Nghiêm Thu Trang",
        &["TS|Đinh Công Tráng|chuyên gia|Viện Chính sách#Speaker", "ThS.|Nghiêm Thu Trang||#Speaker"],
    ),
];

const RUSSIAN: &[(&str, &[&str])] = &[
    ("Иван Иванович Петров, председатель, Союз журналистов", &["|Иван Иванович Петров|председатель|Союз журналистов"]),
    (
        "Иван Петров, директор Института истории; Анна Сидорова, главный редактор газеты «Волжский вестник»",
        &["|Иван Петров|директор|Института истории?", "|Анна Сидорова|главный редактор|газеты «Волжский вестник»?"],
    ),
    (
        "В числе участников были представители Союза журналистов России, издательства «Волга» и газеты «Север».",
        &["|||Союза журналистов России?", "|||издательства «Волга»?", "|||газеты «Север»?"],
    ),
    (
        "В конференции приняли участие товарищ Сергей Орлов, заместитель председателя Комитета по культуре, и г-жа Мария Белова.",
        &["товарищ|Сергей Орлов|заместитель председателя|Комитета по культуре?", "г-жа|Мария Белова||"],
    ),
    (
        "1. Проф. Николай Андреевич Зуев, декан факультета журналистики\n2. Д-р Ольга Кравцова, доцент",
        &["Проф.|Николай Андреевич Зуев|декан|факультета журналистики?", "Д-р|Ольга Кравцова|доцент|"],
    ),
    (
        "Председатель Союза журналистов Иван Петров, директор музея Анна Иванова",
        &["|Иван Петров|Председатель|Союза журналистов?", "|Анна Иванова|директор|музея?"],
    ),
    ("И. И. Петров, ректор, Волжский университет", &["|И. И. Петров|ректор|Волжский университет"]),
    ("Петров И.И. – начальник управления культуры", &["|Петров И.И.|начальник|управления культуры?"]),
    (
        "Делегация Волжской области:\n– Семён Кузнецов, министр культуры\n– Дарья Лебедева, советник министра",
        &[
            "|Семён Кузнецов|министр культуры|@Волжской области?",
            "|Дарья Лебедева|советник министра|@Волжской области?",
        ],
    ),
    (
        "Докладчики: Павел Громов, профессор МГУ; Елена Соболева, эксперт",
        &["|Павел Громов|профессор|МГУ?#Speaker", "|Елена Соболева|эксперт|#Speaker"],
    ),
    (
        "Среди гостей были академик Лев Михайлович Гордеев и посол Виктор Соколов.",
        &["академик|Лев Михайлович Гордеев||", "|Виктор Соколов|посол|"],
    ),
    (
        "На открытии присутствовали: генеральный директор издательства «Заря» Олег Фомин; член Союза писателей Нина Жукова.",
        &["|Олег Фомин|генеральный директор|издательства «Заря»?", "|Нина Жукова|член|Союза писателей?"],
    ),
    ("Конференция прошла в Москве. Погода была хорошей.", &[]),
    (
        "Тринь Ван Ань, Председатель, Союз журналистов провинции Бакнинь",
        &["|Тринь Ван Ань|Председатель|Союз журналистов провинции Бакнинь"],
    ),
    (
        "• Алексей Воронов (газета «Труд и слово»)\n• Юлия Рыбакова, фотограф",
        &["|Алексей Воронов||газета «Труд и слово»", "|Юлия Рыбакова|фотограф|"],
    ),
    (
        "В работе форума приняли участие представители Министерства культуры, Российской академии наук и телеканала «Мир знаний».",
        &["|||Министерства культуры?", "|||Российской академии наук?", "|||телеканала «Мир знаний»?"],
    ),
    ("г-н Смирнов, секретарь посольства", &["г-н|Смирнов?|секретарь|посольства?"]),
    (
        "Присутствовали: Глеб Ильич Носов, первый заместитель министра, Министерство связи; Вера Котова.",
        &["|Глеб Ильич Носов|первый заместитель министра|Министерство связи", "|Вера Котова||"],
    ),
    (
        "Анатолий Рогов, доктор исторических наук, профессор Волжского университета",
        &["|Анатолий Рогов|доктор исторических наук, профессор|Волжского университета?"],
    ),
    (
        "Организаторы:\nАртём Шилов, координатор\nРегина Валеева, пресс-секретарь",
        &["|Артём Шилов|координатор|#Organiser", "|Регина Валеева|пресс-секретарь|#Organiser"],
    ),
    ("Иван Петров и Анна Сидорова приняли участие в заседании.", &["|Иван Петров||", "|Анна Сидорова||"]),
    (
        "В форуме участвовали представители Союза журналистов, в том числе Ивана Петрова и Марии Орловой.",
        &["|||Союза журналистов?", "|Иван Петров||", "|Мария Орлова||"],
    ),
    (
        "Слово предоставили Ивану Петрову, директору музея, и Анне Сергеевне Белецкой.",
        &["|Иван Петров|директор|музея?", "|Анна Сергеевна Белецкая||"],
    ),
    (
        "Губернатор встретился с Семёном Королёвым, заведующим кафедрой, Яной Коваленко и Яну Коваленко.",
        &["|Семён Королёв|заведующим?|кафедрой?", "|Яна Коваленко||", "|Яну Коваленко?||"],
    ),
    ("От имени Ивана Петрова о романе Анны Сидоровой рассказала Мария Орлова.", &["|Мария Орлова||"]),
    (
        "Командир корабля капитан 2-го ранга Сергей Иванов; капитан-лейтенант Олег Сомов, командир боевой части",
        &[
            "|Сергей Иванов|Командир корабля капитан 2-го ранга|",
            "|Олег Сомов|капитан-лейтенант, командир боевой части|",
        ],
    ),
    (
        "На снимке сидят (слева направо) Иван Петров, Анна Сидорова, стоят: Павел Громов, Елена Соболева и другие гости.",
        &["|Иван Петров||", "|Анна Сидорова||", "|Павел Громов||", "|Елена Соболева||"],
    ),
];

const ENGLISH: &[(&str, &[&str])] = &[
    ("Jane Smith, director, Institute of Press", &["|Jane Smith|director|Institute of Press"]),
    (
        "Present were Dr Jane Smith, director of the Institute of Press, Mr John Brown, editor of the River Review, and Ms Ann Green.",
        &["Dr|Jane Smith|director|Institute of Press", "Mr|John Brown|editor|River Review", "Ms|Ann Green||"],
    ),
    (
        "The conference was attended by representatives of the Union of Journalists, the Ministry of Culture and the Volga Museum.",
        &["|||Union of Journalists", "|||Ministry of Culture", "|||Volga Museum"],
    ),
    (
        "1. H.E. Peter Hall, ambassador\n2. Prof. Mary Stone, University of Aldham",
        &["H.E.|Peter Hall|ambassador|", "Prof.|Mary Stone||University of Aldham"],
    ),
    ("Jane Smith and John Brown attended.", &["|Jane Smith||", "|John Brown||"]),
    (
        "Minister of Culture Jane Smith; Deputy Mayor Tom Reed",
        &["|Jane Smith|Minister of Culture|", "|Tom Reed|Deputy Mayor|"],
    ),
    ("Anna Berg, editor, Fund for Arts, Crafts and Press", &["|Anna Berg|editor|Fund for Arts, Crafts and Press"]),
    (
        "Chair: Lady Grey\nSpeakers: Alan Poe, professor at Northfield; Sue Bell",
        &["|Lady Grey|Chair|#Chair", "|Alan Poe|professor|Northfield#Speaker", "|Sue Bell||#Speaker"],
    ),
    (
        "Delegation of Northland:\n- Erik Lund, head of delegation\n- Maja Holm, adviser",
        &["|Erik Lund|head of delegation|@Northland", "|Maja Holm|adviser|@Northland"],
    ),
    (
        "The participants included Ms Rosa Diaz, chairwoman of the Harbour Trust; and Mr Li Wei.",
        &["Ms|Rosa Diaz|chairwoman|Harbour Trust", "Mr|Li Wei||"],
    ),
    ("The meeting opened at nine. Coffee was served.", &[]),
    (
        "Among those present were Sir Hugh Vale, former president of the Press Council, and Dame Ivy Court.",
        &["Sir|Hugh Vale|former president|Press Council", "Dame|Ivy Court||"],
    ),
    (
        "Paul van Dyk, secretary-general, International Federation of Editors",
        &["|Paul van Dyk|secretary-general|International Federation of Editors"],
    ),
    (
        "Trinh Van An – Chairman – Bac Ninh Journalists’ Association",
        &["|Trinh Van An|Chairman|Bac Ninh Journalists’ Association"],
    ),
    ("Mr. Brown, head of the press office", &["Mr.|Brown?|head|press office"]),
    (
        "Press: Kim Lowe (Daily Lantern), Max Orr (Harbour Radio)",
        &["|Kim Lowe||Daily Lantern#Press", "|Max Orr||Harbour Radio#Press"],
    ),
    (
        "* Prof. Dr. Ute Klein, dean\n* O. P. Nair, research fellow, Coastal Institute",
        &["Prof. Dr.|Ute Klein|dean|", "|O. P. Nair|research fellow|Coastal Institute"],
    ),
    (
        "Also present were Mary-Ann O’Neil, managing editor of Seaside Weekly, as well as Bob Tan.",
        &["|Mary-Ann O’Neil|managing editor|Seaside Weekly", "|Bob Tan||"],
    ),
    ("madonna, singer", &[]),
    (
        "Present were Jane Smith, Minister of Culture Blerta Hoxha, and Minister of Health Xhevdet Bulku.",
        &["|Jane Smith||", "|Blerta Hoxha|Minister of Culture|", "|Xhevdet Bulku|Minister of Health|"],
    ),
    (
        "Governor of New South Wales Tom Reed met Minister of Defence Pita Koloamatangi.",
        &["|Tom Reed|Governor of New South Wales|", "|Pita Koloamatangi|Minister of Defence|"],
    ),
    (
        "Front row (from left): Jane Smith, Tom Reed; back row: Mary Stone; standing, Bob Tan.",
        &["|Jane Smith||", "|Tom Reed||", "|Mary Stone||", "|Bob Tan||"],
    ),
    ("Jane Smith, Harbour Foundation, chair", &["|Jane Smith|chair|Harbour Foundation"]),
    (
        "Guests: Her Excellency Amina Yusuf, ambassador of Westmark; Ben Cole",
        &["Her Excellency|Amina Yusuf|ambassador of Westmark|#Guest", "|Ben Cole||#Guest"],
    ),
];
