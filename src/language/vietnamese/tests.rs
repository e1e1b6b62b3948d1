//! Words as they are typed by both methods, and every syllable there is.

use unicode_normalization::UnicodeNormalization as _;

use super::*;
use crate::language::vietnamese::letter::Tone;
use crate::language::vietnamese::syllable::{every_onset, every_rime};

/// What stands in a text after these keys.
fn typed(method: Method, style: ToneStyle, keys: &str) -> String {
    let mut typist = Typist::new(method, style);
    let mut text = String::new();
    for key in keys.chars() {
        match typist.press(&text, key) {
            Some(Rewrite { replaced, text: new }) => {
                text.truncate(text.len() - replaced);
                text.push_str(&new);
            }
            None => text.push(key),
        }
    }
    text
}

fn telex(keys: &str) -> String {
    typed(Method::Telex, ToneStyle::Classic, keys)
}

fn vni(keys: &str) -> String {
    typed(Method::Vni, ToneStyle::Classic, keys)
}

#[track_caller]
fn check_telex(rows: &[(&str, &str)]) {
    for (keys, word) in rows {
        assert_eq!(telex(keys), *word, "{keys}");
    }
}

#[track_caller]
fn check_vni(rows: &[(&str, &str)]) {
    for (keys, word) in rows {
        assert_eq!(vni(keys), *word, "{keys}");
    }
}

/// Word, Telex, VNI: the marks in their places, the tone at the end.
const WORDS: &str = "\
    nguyễn nguyeenx nguye6n4; thuở thuowr thuo73; khuỷu khuyur khuyu3; giếng gieengs gie6ng1; quyển quyeenr quye6n3; hoặc hoawcj hoa8c5; \
    ngoằn ngoawnf ngoa8n2; ngoèo ngoeof ngoeo2; đường dduwowngf d9u7o7ng2; ưu uwu u7u; yêu yeeu ye6u; uyên uyeen uye6n; \
    người nguwowif ngu7o7i2; việt vieetj vie6t5; nam nam nam; hội hooij ho6i5; nghị nghij nghi5; được dduwowcj d9u7o7c5; \
    những nhuwngx nhu7ng4; nước nuwowcs nu7o7c1; trưởng truwowngr tru7o7ng3; chủ chur chu3; tịch tichj tich5; quốc quoocs quo6c1; \
    gia gia gia; thủ thur thu3; tướng tuwowngs tu7o7ng1; phát phats phat1; biểu bieeur bie6u3; khai khai khai; mạc macj mac5; \
    đại ddaij d9ai5; đoàn ddoanf d9oan2; kết keets ke6t1; xã xax xa4; nghĩa nghiax nghia4; hợp howpj ho7p5; tác tacs tac1; hữu huwux hu7u4; \
    quan quan quan; hệ heej he65; ngoại ngoaij ngoai5; giao giao giao; kinh kinh kinh; tế tees te61; thương thuwowng thu7o7ng; \
    mại maij mai5; bộ booj bo65; ủy uyr uy3; viên vieen vie6n; thường thuwowngf thu7o7ng2; trực truwcj tru7c5; hòa hoaf hoa2; \
    bình binhf binh2; thúy thuys thuy1; khỏe khoer khoe3; hóa hoas hoa1; tòa toaf toa2; họa hoaj hoa5; xòe xoef xoe2; lòe loef loe2; \
    tùy tuyf tuy2; thủy thuyr thuy3; quý quys quy1; quỳnh quynhf quynh2; quỵt quytj quyt5; quýt quyts quyt1; qua qua qua; quà quaf qua2; \
    quả quar qua3; quê quee que6; quế quees que61; quên queen que6n; quyết quyeets quye6t1; quyền quyeenf quye6n2; quần quaanf qua6n2; \
    quấy quaays qua6y1; quẩy quaayr qua6y3; quăng quawng qua8ng; quặng quawngj qua8ng5; quặn quawnj qua8n5; quạnh quanhj quanh5; \
    quách quachs quach1; quẻ quer que3; gì gif gi2; gìn ginf gin2; giữ giuwx giu74; giữa giuwax giu7a4; giá gias gia1; giả giar gia3; \
    giấy giaays gia6y1; giặt giawtj gia8t5; giết gieets gie6t1; giò giof gio2; giỏi gioir gioi3; giống gioongs gio6ng1; giới giowis gio7i1; \
    giường giuwowngf giu7o7ng2; giêng gieeng gie6ng; già giaf gia2; giáo giaos giao1; giám giams giam1; ngoặc ngoawcj ngoa8c5; \
    ngoắt ngoawts ngoa8t1; ngoáy ngoays ngoay1; khoáy khoays khoay1; xoáy xoays xoay1; loại loaij loai5; ngoài ngoaif ngoai2; \
    khoai khoai khoai; thoải thoair thoai3; hoài hoaif hoai2; xoài xoaif xoai2; oản oanr oan3; oái oais oai1; oăm oawm oa8m; \
    toán toans toan1; toàn toanf toan2; hoàng hoangf hoang2; hoạch hoachj hoach5; hoảnh hoanhr hoanh3; xoong xooong xoong; moóc mooocs mooc1; \
    boong booong boong; khuya khuya khuya; khuyến khuyeens khuye6n1; khuyết khuyeets khuye6t1; khuỵu khuyuj khuyu5; huỵch huychj huych5; \
    huỳnh huynhf huynh2; luyện luyeenj luye6n5; tuyết tuyeets tuye6t1; nguyệt nguyeetj nguye6t5; chuyển chuyeenr chuye6n3; \
    duyên duyeen duye6n; xuyên xuyeen xuye6n; tuynh tuynh tuynh; tuýp tuyps tuyp1; luật luaatj lua6t5; xuân xuaan xua6n; tuần tuaanf tua6n2; \
    khuất khuaats khua6t1; khuấy khuaays khua6y1; bâng baang ba6ng; khuâng khuaang khua6ng; huệ hueej hue65; thuế thuees thue61; \
    tuế tuees tue61; khuếch khueechs khue6ch1; huênh hueenh hue6nh; hoang hoang hoang; nguều ngueeuf ngue6u2; muối muoois muo6i1; \
    muỗng muoongx muo6ng4; luồng luoongf luo6ng2; buồn buoonf buo6n2; thuốc thuoocs thuo6c1; chuột chuootj chuo6t5; cuốc cuoocs cuo6c1; \
    suốt suoots suo6t1; nuôi nuooi nuo6i; tuổi tuooir tuo6i3; cuối cuoois cuo6i1; rượu ruwowuj ru7o7u5; bưởi buwowir bu7o7i3; \
    tươi tuwowi tu7o7i; lười luwowif lu7o7i2; mười muwowif mu7o7i2; hươu huwowu hu7o7u; bướu buwowus bu7o7u1; khướu khuwowus khu7o7u1; \
    lượn luwownj lu7o7n5; vườn vuwownf vu7o7n2; mượn muwownj mu7o7n5; cướp cuwowps cu7o7p1; mướp muwowps mu7o7p1; ướt uwowts u7o7t1; \
    lượt luwowtj lu7o7t5; vượt vuwowtj vu7o7t5; bước buwowcs bu7o7c1; ngược nguwowcj ngu7o7c5; hương huwowng hu7o7ng; lửa luwar lu7a3; \
    mưa muwa mu7a; chưa chuwa chu7a; xưa xuwa xu7a; mừng muwngf mu7ng2; hưng huwng hu7ng; sửa suwar su7a3; gửi guwir gu7i3; \
    ngửi nguwir ngu7i3; cửu cuwur cu7u3; hưu huwu hu7u; cứu cuwus cu7u1; ngữ nguwx ngu74; ức uwcs u7c1; sức suwcs su7c1; mứt muwts mu7t1; \
    chiếu chieeus chie6u1; điều ddieeuf d9ie6u2; kiểu kieeur kie6u3; liễu lieeux lie6u4; nhiều nhieeuf nhie6u2; diễn dieenx die6n4; \
    tiến tieens tie6n1; biển bieenr bie6n3; miệng mieengj mie6ng5; tiếng tieengs tie6ng1; kiểng kieengr kie6ng3; biết bieets bie6t1; \
    thiệt thieetj thie6t5; việc vieecj vie6c5; tiệc tieecj tie6c5; diệp dieepj die6p5; hiệp hieepj hie6p5; thiêm thieem thie6m; \
    kiềm kieemf kie6m2; yếu yeeus ye6u1; yểu yeeur ye6u3; yết yeets ye6t1; yên yeen ye6n; yến yeens ye6n1; ý ys y1; ỷ yr y3; mỹ myx my4; \
    kỳ kyf ky2; lý lys ly1; tỷ tyr ty3; sĩ six si4; nghiêng nghieeng nghie6ng; nghiền nghieenf nghie6n2; nghỉ nghir nghi3; \
    ngành nganhf nganh2; nghề ngheef nghe62; ngủ ngur ngu3; nghe nghe nghe; ngay ngay ngay; ngày ngayf ngay2; ngắn ngawns nga8n1; \
    ngẫm ngaamx nga6m4; ăn awn a8n; ấm aams a6m1; ấn aans a6n1; ẩm aamr a6m3; ấp aaps a6p1; ất aats a6t1; ầm aamf a6m2; ào aof ao2; \
    ạt atj at5; áo aos ao1; ảo aor ao3; ấy aays a6y1; ẩu aaur a6u3; âu aau a6u; ếch eechs e6ch1; ốc oocs o6c1; ổi ooir o6i3; ở owr o73; \
    ớt owts o7t1; ông oong o6ng; ôm oom o6m; ơi owi o7i; trằn trawnf tra8n2; trọc trocj troc5; trĩu triux triu4; trụy truyj truy5; \
    trước truwowcs tru7o7c1; truyện truyeenj truye6n5; trường truwowngf tru7o7ng2; trẻo treor treo3; trễ treex tre64; \
    chuếnh chueenhs chue6nh1; choáng choangs choang1; chễm cheemx che6m4; chệ cheej che65; chếch cheechs che6ch1; chợt chowtj cho7t5; \
    chếnh cheenhs che6nh1; phở phowr pho73; phẫu phaaux pha6u4; phường phuwowngf phu7o7ng2; phía phias phia1; phủ phur phu3; \
    phục phucj phuc5; đắk ddawks d9a8k1; lắk lawks la8k1; đồng ddoongf d9o6ng2; đối ddoois d9o6i1; đều ddeeuf d9e6u2; đúng ddungs d9ung1; \
    đến ddeens d9e6n1; đã ddax d9a4; đang ddang d9ang; đấu ddaaus d9a6u1; đẩy ddaayr d9a6y3; đĩa ddiax d9ia4; đũa dduax d9ua4; \
    đứa dduwas d9u7a1; đùa dduaf d9ua2; kỷ kyr ky3; niệm nieemj nie6m5; lễ leex le64; độc ddoocj d9o6c5; lập laapj la6p5; tự tuwj tu75; \
    do do do; hạnh hanhj hanh5; phúc phucs phuc1; dũng dungx dung4; dzũng dzungx dzung4; bài baif bai2; báo baos bao1; phóng phongs phong1; \
    ảnh anhr anh3; thống thoongs tho6ng1; tổng toongr to6ng3; bí bis bi1; thư thuw thu7; sẽ sex se4; dự duwj du75; khách khachs khach1; \
    tháng thangs thang1; một mootj mo6t5; cần caanf ca6n2; thơ thow tho7; huế huees hue61; đà ddaf d9a2; nẵng nawngx na8ng4; sài saif sai2; \
    gòn gonf gon2";

#[test]
fn words_are_written_by_both_methods() {
    let mut count = 0;
    for row in WORDS.split(';') {
        let parts: Vec<&str> = row.split_whitespace().collect();
        let [word, by_telex, by_vni] = parts[..] else { panic!("three parts, not {parts:?}") };
        assert_eq!(telex(by_telex), word, "{by_telex}");
        assert_eq!(vni(by_vni), word, "{by_vni}");
        let upper = word.to_uppercase();
        assert_eq!(telex(&by_telex.to_uppercase()), upper, "{by_telex} in capitals");
        assert_eq!(vni(&by_vni.to_uppercase()), upper, "{by_vni} in capitals");
        count += 1;
    }
    assert!(count >= 150, "{count} words");
}

#[test]
fn keys_come_in_any_usual_order() {
    check_telex(&[
        ("vieetj", "việt"),
        ("vietej", "việt"),
        ("vieejt", "việt"),
        ("viejet", "việt"),
        ("dduowngf", "đường"),
        ("duongwfd", "đường"),
        ("dduwowfng", "đường"),
        ("dduwongf", "đường"),
        ("thuowng", "thương"),
        ("nguoiwf", "người"),
        ("nguwoif", "người"),
        ("nguowif", "người"),
        ("tieesng", "tiếng"),
        ("tiesng", "tiéng"),
        ("tiesnge", "tiếng"),
        ("thuoongr", "thuổng"),
        ("thuowr", "thuở"),
        ("huow", "huơ"),
        ("quow", "quơ"),
        ("ruouwj", "rượu"),
        ("cuuws", "cứu"),
        ("khuyur", "khuỷu"),
        ("giueax", "giueax"),
        ("gif", "gì"),
        ("gifa", "già"),
        ("giasn", "gián"),
        ("toans", "toán"),
        ("tosan", "toán"),
        ("hoaf", "hòa"),
        ("hoafn", "hoàn"),
        ("hoafng", "hoàng"),
        ("thuys", "thúy"),
        ("thuysnh", "thuýnh"),
        ("quys", "quý"),
        ("khoer", "khỏe"),
        ("ngoeor", "ngoẻo"),
        ("mias", "mía"),
        ("muaf", "mùa"),
        ("muwaf", "mừa"),
        ("muawf", "mừa"),
        ("tuaans", "tuấn"),
        ("tuasna", "tuấn"),
        ("hoawjc", "hoặc"),
        ("hoacwj", "hoặc"),
        ("truwowngf", "trường"),
        ("trwowngf", "trường"),
        ("trwongf", "trường"),
        ("nhw", "như"),
        ("giwax", "giữa"),
        ("twf", "từ"),
        ("xooong", "xoong"),
        ("mooocs", "moóc"),
        ("ddawksk", "ddawksk"),
        ("Ddawsk Lawsk", "Đắk Lắk"),
        ("Kroong", "Krông"),
        ("Dzuxng", "Dzũng"),
    ]);
    check_vni(&[
        ("viet65", "việt"),
        ("viet56", "việt"),
        ("duong972", "đường"),
        ("d9uo7ng2", "đường"),
        ("thuo73", "thuở"),
        ("nguoi72", "người"),
        ("hoa2n", "hoàn"),
        ("ruou75", "rượu"),
        ("hoac85", "hoặc"),
        ("cuu71", "cứu"),
        ("D9a81k", "Đắk"),
    ]);
}

#[test]
fn a_tone_is_changed_or_taken_away() {
    check_telex(&[("toansf", "toàn"), ("toansz", "toan"), ("hoafz", "hoa"), ("vieetjs", "viết"), ("toanz", "toanz")]);
    check_vni(&[("toan12", "toàn"), ("toan10", "toan"), ("toan0", "toan0")]);
}

#[test]
fn a_mark_is_changed() {
    check_telex(&[("aaw", "ă"), ("awa", "â"), ("oow", "ơ"), ("owo", "ô"), ("muoonws", "mướn"), ("tuwowso", "tuố")]);
    check_vni(&[("a68", "ă"), ("a86", "â"), ("o67", "ơ"), ("uo76", "uô")]);
}

#[test]
fn a_key_pressed_twice_writes_itself() {
    check_telex(&[
        ("ass", "as"),
        ("ddd", "dd"),
        ("aaa", "aa"),
        ("eee", "ee"),
        ("ooo", "oo"),
        ("uww", "uw"),
        ("oww", "ow"),
        ("uoww", "uow"),
        ("tww", "tw"),
        ("aww", "aw"),
        ("toanss", "toans"),
        ("leess", "lês"),
        ("virrus", "virus"),
        ("Parris", "Paris"),
        ("pass ", "pas "),
        ("HDDDND", "HDDND"),
    ]);
    check_vni(&[("a11", "a1"), ("A44", "A4"), ("d99", "d9"), ("a66", "a6"), ("U223", "U23"), ("o77 ", "o7 ")]);
}

#[test]
fn what_is_not_vietnamese_stays_as_typed() {
    for word in [
        "windows",
        "news",
        "facebook",
        "website",
        "www",
        "WTO",
        "WHO",
        "text",
        "after",
        "expert",
        "user",
        "use",
        "data",
        "photo",
        "video",
        "internet",
        "deadline",
        "Obama",
        "Seoul",
        "Korea",
        "NATO",
        "ASEAN",
        "APEC",
        "UNESCO",
        "USD",
        "please",
        "task",
        "Moscow",
        "Tokyo",
        "Canada",
        "Panama",
        "Twitter",
        "Jakarta",
        "zz",
        "file",
        "Euro",
        "Asean",
        "Google",
        "Microsoft",
        "name",
        "banana",
        "fax",
        "wifi",
        "Kazakhstan",
        "Putin",
        "Reuters",
    ] {
        assert_eq!(telex(&format!("{word} ")), format!("{word} "));
    }
    for word in ["F1", "G7", "G20", "Q4", "COVID19", "B52", "2026", "25", "MH370", "H5N1", "T4", "5G", "windows"] {
        assert_eq!(vni(&format!("{word}.")), format!("{word}."));
    }
}

#[test]
fn a_word_ends_without_a_sign_too() {
    let mut typist = Typist::new(Method::Telex, ToneStyle::Classic);
    for (before, key) in [("", 'd'), ("d", 'a'), ("da", 't'), ("dat", 'a')] {
        typist.press(before, key);
    }
    assert_eq!(typist.end("dât"), Some(Rewrite { replaced: "ât".len(), text: "ata".to_owned() }));
    assert_eq!(typist.end("data"), None);
    for (before, key) in [("", 'v'), ("v", 'a'), ("va", 'f')] {
        typist.press(before, key);
    }
    assert_eq!(typist.end("và"), None);
}

#[test]
fn abbreviations_have_their_letters() {
    check_telex(&[
        ("HDDND ", "HĐND "),
        ("QDD-TTg", "QĐ-TTg"),
        ("NDD-CP", "NĐ-CP"),
        ("DDHQG ", "ĐHQG "),
        ("DDT,", "ĐT,"),
        ("BCDD ", "BCĐ "),
        ("5.000 dd", "5.000 đ"),
        ("TW ", "TƯ "),
        ("add ", "add "),
    ]);
    check_vni(&[("HD9ND ", "HĐND "), ("QD9-", "QĐ-"), ("D9HQG ", "ĐHQG ")]);
}

#[test]
fn capitals_stay_capitals() {
    check_telex(&[
        ("Vieetj", "Việt"),
        ("DDAF Nawngx", "ĐÀ Nẵng"),
        ("Ddaf", "Đà"),
        ("dDaf", "đà"),
        ("NGUYEENX", "NGUYỄN"),
    ]);
    check_telex(&[("TRWOWNGF", "TRƯỜNG"), ("Awn", "Ăn"), ("OOng", "Ông")]);
}

#[test]
fn the_tone_stands_where_the_style_has_it() {
    let modern = |keys| typed(Method::Telex, ToneStyle::Modern, keys);
    for (keys, classic, schoolbook) in
        [("hoaf", "hòa", "hoà"), ("khoer", "khỏe", "khoẻ"), ("thuys", "thúy", "thuý"), ("quys", "quý", "quý")]
    {
        assert_eq!((telex(keys), modern(keys)), (classic.to_owned(), schoolbook.to_owned()));
    }
    for keys in ["toanf", "muaf", "khuyur", "ngoaif", "huynhf"] {
        assert_eq!(telex(keys), modern(keys));
    }
}

#[test]
fn a_word_that_stands_there_already_goes_on() {
    let press = |before: &str, key| Typist::new(Method::Telex, ToneStyle::Classic).press(before, key);
    let rewrite = |replaced: &str, text: &str| Some(Rewrite { replaced: replaced.len(), text: text.to_owned() });
    assert_eq!(press("ông Nguyên", 'x'), rewrite("ên", "ễn"));
    assert_eq!(press("hòa", 'n'), rewrite("òa", "oàn"));
    assert_eq!(press("hoà", 'n'), None);
    assert_eq!(press("«Viet", 'e'), rewrite("et", "êt"));
    // What was written otherwise is not taken apart.
    assert_eq!(press("tẽ", 't'), None);
    assert_eq!(press("tẽ", ' '), None);
    assert_eq!(press("café", 's'), None);
    assert_eq!(press("Россия", 's'), None);
    assert_eq!(press("", 's'), None);
}

#[test]
fn each_word_is_typed_for_itself() {
    assert_eq!(
        telex("Hooij nghij khai macj hoom nay, ddaij bieeru \"phats bieeru\"."),
        "Hội nghị khai mạc hôm nay, đại biểu \"phát biểu\"."
    );
    assert_eq!(vni("Ho6i5 nghi5 APEC 2027 ta5i Phu1 Quo61c."), "Hội nghị APEC 2027 tại Phú Quốc.");
}

/// A tone with its keys in Telex and VNI.
const TONES: [(Tone, &str, &str); 6] = [
    (Tone::Level, "", ""),
    (Tone::Acute, "s", "1"),
    (Tone::Grave, "f", "2"),
    (Tone::Hook, "r", "3"),
    (Tone::Tilde, "x", "4"),
    (Tone::Dot, "j", "5"),
];

/// The key for a mark of a letter.
fn mark_key(letter: char, method: Method) -> Option<char> {
    let telex = method == Method::Telex;
    Some(match letter {
        'â' => {
            if telex {
                'a'
            } else {
                '6'
            }
        }
        'ê' => {
            if telex {
                'e'
            } else {
                '6'
            }
        }
        'ô' => {
            if telex {
                'o'
            } else {
                '6'
            }
        }
        'ơ' | 'ư' => {
            if telex {
                'w'
            } else {
                '7'
            }
        }
        'ă' => {
            if telex {
                'w'
            } else {
                '8'
            }
        }
        'đ' => {
            if telex {
                'd'
            } else {
                '9'
            }
        }
        _ => return None,
    })
}

fn base(letter: char) -> char {
    if letter == 'đ' { 'd' } else { letter.to_string().nfd().next().unwrap() }
}

/// The keys of a syllable: with each mark behind its letter, or with all of them at the end.
fn keys(onset: &str, rime: &str, method: Method, at_end: bool) -> String {
    // In Telex oo is ô, and one more o makes it oo again.
    let rime = if method == Method::Telex { rime.replace("oo", "ooo") } else { rime.to_owned() };
    let (mut keys, mut marks) = (String::new(), String::new());
    for letter in onset.chars().chain(rime.chars()) {
        keys.push(base(letter));
        match mark_key(letter, method) {
            // One key is for both letters of ươ.
            Some(key) if at_end && !marks.contains(key) => marks.push(key),
            Some(key) if !at_end => keys.push(key),
            _ => {}
        }
    }
    keys + &marks
}

fn go_together(onset: &str, rime: &str) -> bool {
    match onset {
        "qu" => rime.starts_with(['a', 'ă', 'â', 'e', 'ê', 'ơ', 'y']),
        "gi" => rime != "uơ" && !rime.starts_with(['i', 'y']),
        _ => rime != "uơ" || ["", "h", "kh", "th"].contains(&onset),
    }
}

#[test]
fn every_syllable_is_typed_in_every_usual_order() {
    let mut count = 0;
    for (onset, rime) in every_onset().flat_map(|onset| every_rime().map(move |rime| (onset, rime))) {
        if !go_together(onset, rime) {
            continue;
        }
        let syllable = Syllable::read(&format!("{onset}{rime}")).unwrap();
        // All tones behind a few onsets, one behind the rest: there are too many to try them all each time.
        let with_all_tones = ["", "đ", "gi", "h", "qu"].contains(&onset);
        for (tone, by_telex, by_vni) in TONES.into_iter().filter(|(tone, ..)| with_all_tones || *tone == Tone::Acute) {
            let Some(wanted) = syllable.with_tone(tone) else { continue };
            let wanted = wanted.write(ToneStyle::Classic);
            assert!(wanted.nfc().eq(wanted.chars()), "{wanted} is composed");
            for (method, tone_key) in [(Method::Telex, by_telex), (Method::Vni, by_vni)] {
                for at_end in [false, true] {
                    let keys = keys(onset, rime, method, at_end) + tone_key;
                    assert_eq!(typed(method, ToneStyle::Classic, &keys), wanted, "{keys}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 20_000, "{count} were typed");
}

#[test]
fn keys_that_nobody_turned_into_letters_are_read() {
    for (keys, word) in [("nguyeenx", "nguyễn"), ("Vawn", "Văn"), ("DDoor", "Đổ"), ("huwngf", "hừng")] {
        assert_eq!(from_keys(keys, Method::Telex).as_deref(), Some(word), "{keys}");
    }
    assert_eq!(from_keys("nguye64n", Method::Vni).as_deref(), Some("nguyễn"));
    for keys in ["nguyen", "smith", "harris", ""] {
        assert_eq!(from_keys(keys, Method::Telex), None, "{keys}");
    }
}

#[test]
fn a_tone_stands_where_a_style_has_it() {
    for word in ["hoàng", "thúy", "thuý", "hoà", "hòa", "quý", "huỳnh", "smith"] {
        assert!(is_tone_placed(word), "{word}");
    }
    for word in ["hòang", "hùynh", "qúy", "đòan", "gìau"] {
        assert!(!is_tone_placed(word), "{word}");
    }
}
