//! Given names, for those who find names in a text and for those who read who took part.
//!
//! In the tables of rows commas separate the names, and spellings of one name share a row. What each user leaves out of them stands with
//! the user, because it has to do with what else may stand at that place.

/// English given names, in rows.
pub const ENGLISH: &str = "john jon, joan joanne, jane jayne, jan, jean, jeanne, mary, marie, maria, mark marc, mike, mick, michael micheal, michelle \
    michele, matthew mathew, martin martyn, martha, margaret margret, steven stephen, stephanie, katherine catherine kathryn katharine, karen karin, \
    karl carl, carla, carol carole, caroline carolyn, anne ann, anna, annie, hanna hannah, emma, emily emilie, ella, ellen, helen, helena, elena, \
    alan allan allen, alex, alexander, alexandra, alice, alicia, alison allison, andrew, andrea, andrei, brian bryan, bruce, chris, christine, \
    christina, christopher kristopher, clare claire, clara, colin, connor conor, daniel, daniela, danielle, dan, dean, david, davis, dennis denis, \
    diana, diane dianne, dora, edward, edwin, elizabeth elisabeth, eric erik, erica erika, eva, eve, evan, frank, frances, francis, fred, gary garry, \
    gareth, geoffrey jeffrey geoff, george, georgia, gerald, gerard, gina, grace, graham graeme, greg, harry, harriet, harvey, henry, ian iain, ivan, \
    jack, jake, james, jamie, jason, jenny jennie, jessica, jill, jim, joe, joel, jonathan johnathan jonathon, joseph, josephine, josie, julia, \
    julie, juliet, justin, keith, kevin, laura, lauren, laurence lawrence, lee, leo, leon, leonard, lewis louis, lily lilly, linda lynda, lisa, liza, \
    louise, lucy, luke, lynn, marina, marian, marion, marco, mario, max, megan, molly, nancy, natalie, nathan, neil neal, nicholas nicolas, nicole, \
    nina, nora norah, oliver, olivia, oscar, pamela, pat, patricia, patrick, paul, paula, pauline, peter, philip phillip, rachel rachael, ralph, ray, \
    rebecca, richard, rita, rob, robert, roberta, robin robyn, roger, ron, rosa, rose, ross, roy, ruth, ryan, sally, sam, samantha, sandra, sara \
    sarah, sean shaun shawn, sharon, simon, simone, sophie, sophia sofia, stella, stuart stewart, susan, suzanne, ted, teresa theresa, terry, thomas, \
    tim, tina, tom, tony, tracy tracey, valerie, vera, victor viktor, victoria, vincent, walter, wendy, will, william, yvonne, zoe";

/// Others in Latin letters, folded, of many countries; which of them are spellings of one name is not told. Those that are as often other
/// words are left out.
pub const OTHER_LATIN: &str = "aaron abdul abdulelah abdullah abel abigail abraham adam adele adolfo adrian adriana agnes agnieszka ahmad ahmed aida \
    aisha akira alain alana alastair albert alberto alejandra alejandro aleksander aleksandr aleksei alessandra alessandro alexandre alexei alexey \
    alexis alfonso alfred ali alina alma alberta almut alphonse alvaro amanda amelia amin amina amir amit amy ana anastasia anatoly anders andre \
    andreas andres andrey andrzej angela angelika angus anika anil anita anja annabel annette annika anthony antoine anton antonia antonio anwar \
    april arash archie ariel arjun armando arnold artem artemy arthur arturo arun asha ashley ashok astrid athena audrey augusto aurelia aurelie axel \
    ayesha barbara barry bart bartosz basil beata beatrice beatriz ben benedict benedicte benedikt benjamin benoit bernadette bernard bernd beth \
    betty bilal bjorn bob bogdan boris brandon brenda brendan bridget brigitte bruno burak camila camille camilla carlo carlos carlyle carmen \
    carolina carsten cathal cecilia cecile celia cesar chandra chantal charles charlie charlotte chidi chiara chloe christian christiane christoph \
    christophe chukwuma ciara claude claudia claudio clemens colleen constance cristina cynthia dagmar daisuke damian damien daniele danuta daria \
    darren dave deborah deepak deirdre denise derek diego dieter dilip dimitri dina dinesh dmitri dmitriy dmitry dominic dominique donald donna \
    dorothy dorota douglas duncan dylan ebba eckhard eddie edgar edith edmund eduard eduardo eileen ekaterina elaine eleni eleanor elias elif elin \
    elisa elise eliza elsa elspeth elvira emeka emil emile emilia emilio emmanuel enrico enrique erich ernest ernesto ernst esther ethan eugene \
    eugenia eunice evelyn evgeny ewan fabian fabio farah farid fatima fatma federico felicity felipe felix ferdinand fernanda fernando fiona florian \
    francesca francesco francisco franco francois franz freddie frederic frederick frederik freya friedrich gabriel gabriela gabriele gael gavin \
    gemma gennady georg georges georgina gerhard gianni gilbert gilles giorgio giovanni giulia giuseppe gloria goran gordon gregor gregory greta \
    gretchen guido guillaume gunnar gunther gustav guy hakan hamid hana hans harald haruka harold hartwig hasan hassan heather hector heidi heike \
    heinrich helene helga helmut hendrik henri henrik herbert herman hermann hilary hilda hiroshi holger holly horst hubert hugh hugo hussein ibrahim \
    ida ignacio igor ikram ilse ilona ilya imran ines inga ingrid irene irina iris isaac isabel isabella isabelle ismail istvan ivana ivo jackie \
    jacob jacqueline jacques jakob jakub jana janet janina janos jasmine javier jeff jelena jennifer jens jeremy jerome jerzy jesper jesus joachim \
    joanna joao jochen johan johann johanna johannes johnny jonas jordi jorge jorgen jose josef joshua juan juana judith julian juliana julio julius \
    jun jurgen justyna kaori karel karim karina karolina kasper katarina katarzyna kate katerina kath katharina kathleen kathrin katie katja katrin \
    kazuo keiko keiran kelly ken kenji kenneth kenta kerry khadija khalid kim kirill kirsten kirsty klaus klara kofi konrad konstantin kristen \
    kristian kristin kristina krzysztof kumar kurt kwame kyle lars laszlo laurent layla lazare lea leah leif leila lena lennart leonardo leonid \
    leonora leslie liam lidia liesbeth lilian liliana lindsay liz lorenzo lorna lorraine lou louisa lubomir luca lucas lucia luciano lucie ludwig \
    luis luisa luiz lukas lydia lyse madeleine mads magdalena magnus mahmoud maja malcolm malik mandy manfred manuel manuela mara marcel marcello \
    marcia marcos marcus marek margarita margot mariam marianne marilyn marjorie markus marta martina martine masha mateo mateusz mathias mathieu \
    mathilde matt matteo matthias maud maureen maurice mauricio mauro maxim maxime maxwell maya mehmet mei melanie melissa mercedes michal michel \
    michiko miguel mika mikael mikhail milan milena miles miranda miriam mohamed mohammad mohammed moira mona monica monika monique moritz muhammad \
    murray mustafa nadia nadine nadezhda nairobi namrata naomi natalia natalya natasha nathalie nathaniel neha nelly nelson nick nicola nigel nikita \
    nikola nikolai nikolaus nikolay nils noah noel norbert norman nuno octavia olaf ole oleg olena olga olive olivier omar orla oskar oswald otto \
    owen pablo paolo parvati pascal paulina paulo pavel pawel pedro peggy penelope per pete petr petra phil philippa philippe pierre pietro piotr \
    polly priya przemyslaw quentin rafael rahul rainer raj rajesh rakesh ralf ramesh ramla ramon rana raphael raquel rashid raul ravi raymond regina \
    reinhard rene renata renate renee ricardo riccardo roberto rodrigo roland rolf roman romain ronald rosalind rosemary rosie rowena rudolf rupert \
    sabine sabrina salma salman samir samuel sandro sanjay santiago sasha satheesh satoshi saskia scott sebastian selim selina serge sergei sergey \
    sergio shane shannon sheila shirley shreya sigrid silke silvia simona siobhan sofie sonia sonja soren stanislav stanislaw stefan stefania stefano \
    steffen stephane steve stig sue sunil sunita susanna susanne sven svetlana sylvia sylvie takashi takehiro takeshi tamar tamara tanya tariq tarek \
    tatiana tatyana taylor terence theo theodor therese thierry thorsten tiago timothy tobias todd tomas tomasz tommy toni torsten trevor tristram \
    ulla ulrich ulrike umar ursula ute uwe vadim valentin valentina valentino valeria valery vanessa verena veronica veronika vicente vicki viktoria \
    vijay vikram vincenzo virginia vitaly vivek vivian vladimir vladislav volker vyacheslav wahid wanda wayne werner wilhelm wilfred winston wojciech \
    wolfgang xavier ximena yann yannick yaroslav yasmin yasmine yoko yolanda yoshiko youssef yuki yulia yuri yusuf yves yvette zahra zainab zara \
    zbigniew zdenek zoltan zuzana adebayo adunni aisling akua ama amara ananda anjali babak bohdan chinedu dimitra efua esra farzana femi folasade \
    gulnara hemant ifeoma ikenna inigo ioana ivy jamila joy kamala kamil kayode krisztina kwabena lakshmi leilani lindiwe lwazi mbali meera mehdi \
    mina mwangi nasrin ngozi nikhil njeri nomvula obinna olu oluwaseun oleksandr padma pooja pradeep rania reza rohan rosalie roza sabina sana \
    shabnam siddharth sinead sipho sita soumya suresh syed tadeusz tendai thabo themba thandiwe uchenna usha vasily vikas wanjiru wole yara yetunde \
    yusra zeynep";

/// Given names of Russian men, in rows.
pub const RUSSIAN_MEN: &str = "александр, алексей алексий, анатолий, андрей, антон, аркадий, арсений, артем артём, артур, богдан, борис, вадим, \
    валентин, валерий, василий, виктор, виталий, владимир, владислав, всеволод, вячеслав, геннадий, георгий, герман, глеб, григорий, давид, даниил \
    данил, денис, дмитрий, евгений, егор, ефим, захар, иван, игнат, игорь, илья, иосиф, кирилл, константин, лев, леонид, лука, макар, максим, марат, \
    марк, матвей, михаил, никита, николай, олег, павел, петр пётр, равиль, рамиль, камиль, ринат, роман, ростислав, руслан, рустам, савелий, семен \
    семён, сергей, станислав, степан, тарас, тимофей, тимур, тихон, федор фёдор, федот, филипп, шамиль, эдуард, юрий, юлиан, яков, ян, ярослав";

/// Given names of Russian women, in rows.
pub const RUSSIAN_WOMEN: &str = "александра, алена алёна, елена, алина, алла, алсу, анастасия, ангелина, анжела, анна, инна, нина, антонина, арина, \
    ирина, карина, марина, мария, маргарита, марта, майя, валентина, валерия, варвара, вера, лера, вероника, виктория, галина, полина, дарья, дина, \
    зинаида, зина, зоя, диана, ева, евгения, екатерина катерина, жанна, иванна, иоанна, злата, ия, кира, ира, клавдия, кристина, ксения, оксана, \
    лариса, раиса, лидия, лилия, лия, любовь, людмила, мила, милана, надежда, наталья наталия, нелли, нонна, оля, юля, ольга, римма, роза, светлана, \
    серафима, софья софия, таисия, тамара, татьяна, ульяна, фаина, эльвира, эмма, юлия, яна";

/// Others in Russian letters, with е for ё: rarer ones, those of the peoples of Russia and its neighbours, and of other countries. How they
/// decline is not told.
pub const OTHER_RUSSIAN: &str = "абдулла авдотья агата агафья аделина адель азамат азат айдар айгуль айрат аким аксинья алан алевтина алесь алиса \
    алия альберт альбина альфия амалия амина амир анжелика арсен артемий архип аскар ася афанасий ахмед аяна баир белла булат василиса вениамин \
    викентий виолетта владлен глафира гликерия гузель гульнара дамир дана данила дарима демид демьян дильбар динара доржи евдокия евдоким елизавета \
    ефросинья жаргал зульфия игнатий изабелла ильдар ильяс инга инесса иннокентий ипполит ираида исаак искандер карен карим клара клим кондрат кузьма \
    лада лана лаврентий леонтий лиана лина луиза ляйсан магомед мадина малика мариам марианна мартин марфа мелания милица мирон мирослав митрофан \
    муса мурат назар наина никифор никодим никола октябрина олеся павлина пелагея платон прасковья прохор радик рамазан расул ратмир рафаэль регина \
    рената ренат ринчин родион рубен рудольф сабина савва самуил саша святослав севастьян серафим соломон спартак стефания стелла сулейман теймур \
    терентий тигран урсула устин фарид фекла феликс фотина фрол харитон чингис чулпан эвелина эдвард элеонора элина эльдар эльмира эльза эмилия эрик \
    эрнест юлиана юлий ядвига янина яраслава ярослава джон джеймс джейн дэвид майкл роберт уильям питер пол томас ричард чарльз жан пьер мари мишель \
    ханс клаус гюнтер анджей войцех томаш ганс стефан карл мохаммед ахмад али хасан хусейн хуан хосе карлос луис мигель педро лоренцо джованни \
    франческо марко паоло джузеппе энн мэри элизабет сара лаура эмили кевин брайан стивен джордж патрик андреас свен ларс";

/// The names of tables of rows, each with the number of its row; the rows of the next table go on counting.
pub fn rows(tables: &'static [&'static str]) -> impl Iterator<Item = (u16, &'static str)> {
    let rows = (0..).zip(tables.iter().flat_map(|table| table.split(',')));
    rows.flat_map(|(row, names): (u16, &str)| names.split_whitespace().map(move |name| (row, name)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_name_stands_in_one_table() {
        for (rows_of, others) in [(&[ENGLISH][..], OTHER_LATIN), (&[RUSSIAN_MEN, RUSSIAN_WOMEN], OTHER_RUSSIAN)] {
            let mut seen = HashSet::new();
            let in_rows = rows(rows_of).map(|(_, name)| name.replace('ё', "е"));
            let known: HashSet<String> = in_rows.collect();
            for name in others.split(' ') {
                assert!(seen.insert(name) && !known.contains(name), "{name} stands twice");
            }
        }
    }
}
