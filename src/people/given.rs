//! Names by which people are known in running text: given names, and family names that stand first.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::fold::fold;
use crate::people::lexicon::FAMILY_NAMES;

/// Given names in Latin letters without marks, of many countries; those that are as often other words are left out.
const LATIN: &str = "aaron abdul abdulelah abdullah abel abigail abraham adam adele adolfo adrian adriana agnes agnieszka ahmad ahmed aida aisha akira alan alain alana \
    alastair albert alberto alejandra alejandro aleksander aleksandr aleksei alessandra alessandro alex alexander alexandra alexandre alexei alexey alexis alfonso alfred ali alice alicia alina alison \
    allan allen alma alberta almut alphonse alvaro amanda amelia amin amina amir amit amy ana anastasia anatoly anders andre andrea andreas andrei andres andrew andrey andrzej angela angelika angus anika anil anita anja \
    ann anna annabel anne annette annie annika anthony antoine anton antonia antonio anwar april arash archie ariel arjun armando arnold artem artemy arthur arturo arun asha ashley ashok astrid athena \
    audrey augusto aurelia aurelie axel ayesha barbara barry bart bartosz basil beata beatrice beatriz ben benedict benedicte benedikt benjamin benoit bernadette bernard bernd beth betty bilal bjorn bob bogdan boris \
    brandon brenda brendan brian bridget brigitte bruno bryan burak camila camille camilla carla carlo carlos carlyle carmen carol carolina caroline carsten cathal catherine cecilia cecile celia cesar chandra chantal \
    charles charlie charlotte chidi chiara chloe chris christian christiane christina christine christoph christophe christopher chukwuma ciara claire clara clare claude claudia claudio clemens colin colleen connor conor constance \
    cristina cynthia dagmar daisuke damian damien dan daniel daniela daniele danielle danuta daria darren dave david deborah deepak deirdre denis denise dennis derek diana diane diego dieter dilip dimitri dina dinesh \
    dmitri dmitriy dmitry dominic dominique donald donna dorothy dorota douglas duncan dylan ebba eckhard eddie edgar edith edmund eduard eduardo edward edwin eileen ekaterina elaine elena eleni eleanor elias elif elin elisa \
    elisabeth elise eliza elizabeth ella ellen elsa elspeth elvira emeka emil emile emilia emilie emilio emily emma emmanuel enrico enrique eric erica erich erik erika ernest ernesto ernst esther ethan eugene eugenia \
    eunice eva evan evelyn evgeny ewan fabian fabio farah farid fatima fatma federico felicity felipe felix ferdinand fernanda fernando fiona florian frances francesca francesco francis francisco franco francois frank franz \
    fred freddie frederic frederick frederik freya friedrich gabriel gabriela gabriele gael gareth gary gavin gemma gennady geoff geoffrey georg george georges georgia georgina gerald gerard gerhard gianni gilbert gilles giorgio giovanni \
    giulia giuseppe gloria goran gordon graeme graham greg gregor gregory greta gretchen guido guillaume gunnar gunther gustav guy hakan hamid hana hannah hans harald haruka harold harriet harry hartwig harvey hasan hassan heather \
    hector heidi heike heinrich helen helena helene helga helmut hendrik henri henrik henry herbert herman hermann hilary hilda hiroshi holger holly horst hubert hugh hugo hussein ian ibrahim ida ignacio igor ikram ilse \
    ilona ilya imran ines inga ingrid irene irina iris isaac isabel isabella isabelle ismail istvan ivan ivana ivo jack jackie jacob jacqueline jacques jakob jakub james jamie jan jana jane janet janina janos jasmine jason javier \
    jean jeanne jeff jeffrey jelena jennifer jenny jens jeremy jerome jerzy jesper jessica jesus jill jim joachim joan joanna joanne joao jochen joe joel johan johann johanna johannes john johnny jon jonas jonathan jordi jorge \
    jorgen jose josef joseph josephine joshua juan juana judith julia julian juliana julie juliet julio julius jun jurgen justin justyna kaori karel karen karim karin karina karl karolina kasper katarina katarzyna kate katerina \
    kath katharina katherine kathleen kathryn kathrin katie katja katrin kazuo keiko keith keiran kelly ken kenji kenneth kenta kerry kevin khadija khalid kim kirill kirsten kirsty klaus klara kofi konrad konstantin kristen kristian kristin \
    kristina krzysztof kumar kurt kwame kyle lars laszlo laura lauren laurence laurent layla lazare lea leah leif leila lena lennart leo leon leonard leonardo leonid leonora leslie lewis liam lidia liesbeth lilian liliana lily \
    linda lindsay lisa liz lorenzo lorna lorraine lou louis louisa louise lubomir luca lucas lucia luciano lucie lucy ludwig luis luisa luiz lukas luke lydia lyse madeleine mads magdalena magnus mahmoud maja malcolm malik mandy manfred \
    manuel manuela mara marc marcel marcello marcia marco marcos marcus marek margaret margarita margot maria mariam marian marianne marie marilyn marina mario marion marjorie mark markus marta martha martin martina martine mary \
    masha mateo mateusz mathias mathieu mathilde matt matteo matthew matthias maud maureen maurice mauricio mauro max maxim maxime maxwell maya megan mehmet mei melanie melissa mercedes michael michal michel michele michelle michiko miguel mika \
    mikael mike mikhail milan milena miles miranda miriam mohamed mohammad mohammed moira molly mona monica monika monique moritz muhammad murray mustafa nadia nadine nadezhda nairobi namrata nancy naomi natalia natalie natalya natasha nathalie nathan nathaniel neha neil \
    nelly nelson nicholas nick nicola nicolas nicole nigel nikita nikola nikolai nikolaus nikolay nils nina noah noel nora norbert norman nuno octavia olaf ole oleg olena olga olive oliver olivia olivier omar orla oscar oskar oswald \
    otto owen pablo pamela paolo parvati pascal pat patricia patrick paul paula paulina pauline paulo pavel pawel pedro peggy penelope per pete peter petr petra phil philip philippa philippe phillip pierre pietro piotr polly priya \
    przemyslaw quentin rachel rafael rahul rainer raj rajesh rakesh ralf ralph ramesh ramla ramon rana raphael raquel rashid raul ravi raymond rebecca regina reinhard rene renata renate renee ricardo riccardo richard rita rob robert roberta \
    roberto robin robyn rodrigo roger roland rolf roman romain ron ronald rosa rosalind rosemary rosie ross rowena roy rudolf rupert ruth ryan sabine sabrina sally salma salman sam samantha samir samuel sandra sandro sanjay santiago sara \
    sarah sasha satheesh satoshi saskia scott sean sebastian selim selina serge sergei sergey sergio shane shannon sharon sheila shirley shreya sigrid silke silvia simon simona simone siobhan sofia sofie sonia sonja sophia sophie soren stanislav stanislaw stefan \
    stefania stefano steffen stella stephane stephanie stephen steve steven stewart stig stuart sue sunil sunita susan susanna susanne suzanne sven svetlana sylvia sylvie takashi takehiro takeshi tamar tamara tanya tariq tarek tatiana tatyana taylor ted \
    teresa terence terry theo theodor theresa therese thierry thomas thorsten tiago tim timothy tobias todd tom tomas tomasz tommy toni tony torsten tracey tracy trevor tristram ulla ulrich ulrike umar ursula ute uwe vadim valentin valentina \
    valentino valeria valerie valery vanessa vera verena veronica veronika vicente vicki victor viktor viktoria vijay vikram vincent vincenzo virginia vitaly vivek vivian vladimir vladislav volker vyacheslav wahid walter wanda wayne wendy werner wilhelm wilfred \
    william winston wojciech wolfgang xavier ximena yann yannick yaroslav yasmin yasmine yoko yolanda yoshiko youssef yuki yulia yuri yusuf yves yvette yvonne zahra zainab zara zbigniew zdenek zoe zoltan zuzana \
    adebayo adunni aisling akua ama amara ananda anjali babak bohdan chinedu dimitra efua esra farzana femi folasade gulnara hemant ifeoma iain ikenna inigo ioana ivy jamila joy kamala kamil kayode krisztina kwabena lakshmi leilani lindiwe lwazi mbali \
    meera mehdi mina mwangi nasrin ngozi nikhil njeri nomvula obinna olu oluwaseun oleksandr padma pooja pradeep rania reza rohan rosalie roza sabina sana shabnam siddharth sinead sipho sita soumya suresh syed tadeusz tendai thabo themba thandiwe uchenna usha \
    vasily vikas wanjiru wole yara yetunde yusra zeynep";

/// Russian given names, and those of other peoples of Russia, in the nominative with е for ё.
const RUSSIAN: &str = "абдулла авдотья агата агафья аделина адель азамат азат айдар айгуль айрат аким аксинья алан алевтина александр александра алексей алена алесь алина алиса алия алла алсу альберт альбина альфия амалия амина амир анастасия \
    анатолий ангелина андрей анжела анжелика анна антон антонина арина аркадий арсен арсений артем артемий артур архип аскар ася афанасий ахмед аяна баир белла богдан борис булат вадим валентин валентина валерий валерия \
    варвара василий василиса вениамин вера вероника викентий виктор виктория виолетта виталий владимир владислав владлен всеволод вячеслав галина геннадий георгий герман глафира глеб гликерия григорий гузель гульнара давид дамир дана даниил \
    данила данил дарима дарья демид демьян денис диана дильбар дина динара дмитрий доржи ева евгений евгения евдокия евдоким егор екатерина елена елизавета ефим ефросинья жанна жаргал захар зинаида злата зоя зульфия иван игнат игнатий игорь изабелла \
    илья ильдар ильяс инга инесса инна иннокентий иосиф ипполит ираида ирина исаак искандер камиль карен карина карим катерина кира кирилл клавдия клара клим кондрат константин кристина ксения кузьма лада лана лариса лаврентий лев леонид \
    леонтий лиана лидия лилия лина лия лука луиза любовь людмила ляйсан магомед мадина майя макар максим малика марат маргарита мариам марианна марина мария марк марта мартин марфа матвей мелания милана милица мирон мирослав митрофан \
    михаил муса мурат надежда назар наина наталия наталья нелли никита никифор никодим никола николай нина нонна оксана октябрина олег олеся ольга павел павлина пелагея петр платон полина прасковья прохор равиль радик раиса \
    рамазан рамиль расул ратмир рафаэль регина рената ренат римма ринат ринчин родион роза роман ростислав рубен рудольф руслан рустам сабина савва савелий самуил саша светлана святослав севастьян семен серафим серафима сергей соломон софия софья \
    спартак станислав степан стефания стелла сулейман таисия тамара тарас татьяна теймур терентий тигран тимофей тимур тихон ульяна урсула устин фаина фарид федор федот фекла феликс фотина фрол харитон чингис чулпан шамиль эвелина эдвард \
    эдуард элеонора элина эльвира эльдар эльмира эльза эмилия эмма эрик эрнест юлиан юлиана юлия юлий юрий ядвига яков ян яна янина яраслава ярослав ярослава джон джеймс джейн дэвид майкл роберт уильям питер пол \
    томас ричард чарльз жан пьер мари мишель ханс клаус гюнтер анджей войцех томаш ганс стефан карл мохаммед ахмад али хасан хусейн хуан хосе карлос луис мигель педро лоренцо джованни франческо марко паоло джузеппе энн мэри элизабет \
    сара лаура эмили кевин брайан стивен джордж патрик андреас свен ларс";

/// Vietnamese family names in Russian letters.
const VIETNAMESE_IN_RUSSIAN: &str = "нгуен нгуйен нгуэн чан тран ле фам хоанг хуинь хюинь фан ву во данг данг буй до хо нго зыонг зуонг ли динь чинь тринь дао доан лыонг май чыонг то та ха дам као тю лыу фунг тхай куать киеу \
    выонг лам нгием тонг тьеу чьеу ла зианг ту";

/// Family names that stand first, of Chinese and Koreans, in Latin letters.
const EASTERN: &str = "wang zhang li liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo gao zheng liang xie song tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao cui tan jin \
    park kim choi jung cho yoon jang lim han shin kwon hwang ahn song jeon hong kang";

/// Vietnamese family names besides those by which offices are told from names: they begin a name only where more follows.
const OTHER_FAMILIES: &str = "Châu Tăng Khuất Kim Mạc Nông Ninh Ôn Phí Thạch Tôn Ma Hứa Lò Sùng Giàng Doãn Đậu Vi Lang Quàng Vàng Lường Cầm Tòng Lù Thào Bàn Thích Ông Bế Hầu Khổng Mẫn Cù Lại Lã Phó Văn Viên Thiều Hàn Trà Uông Ngụy Đồng Bá Lữ Tiêu Âu Mã Nhữ Thi Nguyên";

static LATIN_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| LATIN.split_whitespace().collect());
static RUSSIAN_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| RUSSIAN.split_whitespace().collect());
static VIETNAMESE_IN_RUSSIAN_SET: LazyLock<HashSet<&str>> =
    LazyLock::new(|| VIETNAMESE_IN_RUSSIAN.split_whitespace().collect());
static EASTERN_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| EASTERN.split_whitespace().collect());
static OTHER_FAMILIES_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| OTHER_FAMILIES.split_whitespace().collect());
static FAMILIES_SET: LazyLock<HashSet<String>> =
    LazyLock::new(|| FAMILY_NAMES.iter().flat_map(|name| [(*name).to_owned(), name.to_uppercase()]).collect());
static UNMARKED_FAMILIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let first = FAMILY_NAMES.iter().map(|name| fold(name));
    first.filter(|name| !["la", "do", "to", "tu", "mai"].contains(&name.as_str())).chain(["do".to_owned()]).collect()
});

/// Whether a word is a given name in Latin letters. A name of two that a hyphen joins is one where its first is.
pub(super) fn is_latin_given(word: &str) -> bool {
    let folded = fold(word);
    let first = folded.split('-').next().unwrap_or_default();
    LATIN_SET.contains(first)
}

/// Whether a word is a Russian given name in the nominative.
pub(super) fn is_russian_given(word: &str) -> bool {
    let small = word.to_lowercase().replace('ё', "е");
    let first = small.split('-').next().unwrap_or_default();
    RUSSIAN_SET.contains(first)
}

/// Whether a word is a Vietnamese family name in Russian letters.
pub(super) fn is_vietnamese_in_russian(word: &str) -> bool {
    VIETNAMESE_IN_RUSSIAN_SET.contains(word.to_lowercase().as_str())
}

/// Whether a word is a family name of Chinese or Koreans in Latin letters.
pub(super) fn is_eastern(word: &str) -> bool {
    EASTERN_SET.contains(word.to_lowercase().as_str())
}

/// Whether a word with its marks is a Vietnamese family name that nothing else begins with.
pub(super) fn is_family(word: &str) -> bool {
    FAMILIES_SET.contains(word)
}

/// Whether a word with its marks is a family name that other things begin with too.
pub(super) fn is_rare_family(word: &str) -> bool {
    OTHER_FAMILIES_SET.contains(word)
}

/// Whether a word without marks is a Vietnamese family name.
pub(super) fn is_unmarked_family(word: &str) -> bool {
    word.is_ascii() && UNMARKED_FAMILIES.contains(&word.to_lowercase())
}
