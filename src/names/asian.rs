//! Chinese, Korean and Japanese names in Latin letters.
//!
//! Their family stands first at home and last in much of what is printed abroad, and both are right. Their words are made of few syllables,
//! so that many a word that differs by a letter is another name: Yuka beside Yuki, Min-jung beside Min-jun.

use crate::language::family_names::EASTERN;

/// Families in the usual romanisations besides those of [`EASTERN`]. They are other words as well (an, go, long, lee), which does no harm here,
/// where every word of a name must be one.
const CHINESE: &str = " jia xue yan dai xia zhong fan shi lau qin gu hou shao meng long wan duan lei qian tao hao kong bai mao qiu gong chan cheung \
    wong lam leung chow tsai hsu hsieh kuo lo chang chiang ";
const KOREAN: &str = " lee yi pak choe jeong chung jo yun im oh seo sin an ryu yoo ko go moon mun son sohn bae baek heo hur nam shim sim noh roh no \
    ha kwak sung seong cha joo ju woo koo ku min byun na chun ji um eom won chae cheon bang hyun ham yeom pyo myung ";
const JAPANESE: &str = " sato suzuki takahashi tanaka ito itoh watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi saito shimizu yamazaki \
    mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa \
    nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto takeda \
    murata ueno sugiyama masuda hirano otsuka sugawara kubo matsui chiba iwasaki sakurai kinoshita noguchi matsuo nomura kikuchi sano onishi sugimoto arai ";

/// Whether a name of these words, folded, is of one of the three; the family may be at either end.
pub(super) fn is_name(words: &[&str]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_family = |word: &str| {
        EASTERN.split(' ').any(|family| family == word)
            || [CHINESE, KOREAN, JAPANESE].iter().any(|all| all.contains(&format!(" {word} ")))
    };
    let is_long = |word: &&str| word.chars().count() > 4;
    words.len() > 1
        && words.iter().all(|word| is_word(word) || is_family(word))
        && (is_family(first)
            || is_family(last)
            || words.iter().all(|word| is_japanese(word)) && words.iter().all(is_long))
}

/// Whether a folded word can be one of such a name.
pub(super) fn is_word(word: &str) -> bool {
    !word.is_empty() && word.split(['-', '\'']).all(|part| is_japanese(part) || is_chinese(part) || is_korean(part))
}

fn is_japanese(part: &str) -> bool {
    const ONSETS: &[&str] = &[
        "", "k", "ky", "s", "sh", "t", "ts", "ch", "n", "ny", "h", "hy", "f", "m", "my", "y", "r", "ry", "w", "g",
        "gy", "z", "j", "d", "b", "by", "p", "py",
    ];
    is_made(part, ONSETS, &["a", "i", "u", "e", "o"], &["", "n"], 5)
}

fn is_chinese(part: &str) -> bool {
    const ONSETS: &[&str] = &[
        "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s",
        "y", "w", "ts", "hs",
    ];
    const VOWELS: &[&str] = &[
        "a", "ai", "ao", "e", "ei", "i", "ia", "iao", "ie", "iu", "o", "ou", "u", "ua", "uai", "ue", "ui", "uo", "io",
        "ee",
    ];
    is_made(part, ONSETS, VOWELS, &["", "n", "ng"], 2)
}

fn is_korean(part: &str) -> bool {
    const ONSETS: &[&str] = &[
        "", "g", "k", "kk", "n", "d", "t", "r", "l", "m", "b", "p", "s", "sh", "ss", "j", "ch", "h", "y", "w", "gy",
        "ky", "gw", "kw", "hy", "hw", "by", "my", "py", "ry",
    ];
    const VOWELS: &[&str] = &[
        "a", "ae", "ah", "e", "ee", "eo", "eu", "i", "o", "oe", "oh", "oo", "ou", "u", "ui", "wi", "ye", "yeo", "yo",
        "yu", "uh",
    ];
    is_made(part, ONSETS, VOWELS, &["", "n", "ng", "m", "k", "g", "l", "p", "t"], 2)
}

/// Whether a word is made of at most so many syllables.
fn is_made(word: &str, onsets: &[&str], vowels: &[&str], codas: &[&str], most: usize) -> bool {
    if word.is_empty() {
        return true;
    }
    most > 0
        && onsets.iter().filter_map(|onset| word.strip_prefix(onset)).any(|rime| {
            vowels.iter().filter_map(|vowel| rime.strip_prefix(vowel)).any(|rest| {
                codas
                    .iter()
                    .filter_map(|coda| rest.strip_prefix(coda))
                    .any(|rest| is_made(rest, onsets, vowels, codas, most - 1))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_three_are_known_in_either_order() {
        for name in [
            "tanaka yuki",
            "yuki tanaka",
            "li wei",
            "wei li",
            "kim min-jun",
            "min-jun kim",
            "zhang xiaoming",
            "park geun-hye",
            "haruka obata",
        ] {
            assert!(is_name(&name.split(' ').collect::<Vec<_>>()), "{name}");
        }
        for name in
            ["jane smith", "marina koltsova", "michael thompson", "simon dean", "helen pike", "martin king", "chen"]
        {
            assert!(!is_name(&name.split(' ').collect::<Vec<_>>()), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_said_in_them_is_no_word_of_theirs() {
        for word in ["yuka", "min-jung", "min-jum", "wen", "xiaomin"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["tanaak", "xiaomnig", "nishimrua", "smith"] {
            assert!(!is_word(word), "{word}");
        }
    }
}
