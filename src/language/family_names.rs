//! Family names that stand first, by how surely a name begins with them.
//!
//! In small letters; Vietnamese ones have their marks, those of Chinese and Koreans are in the usual romanisations. What each user takes of
//! them depends on what else may stand at that place, and stands with the user.

/// Vietnamese, behind which a name stands and hardly anything else.
pub const VIETNAMESE_SURE: &str = "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương trịnh đinh trương";

/// Vietnamese, with which other words and the names of places begin as well.
pub const VIETNAMESE: &str = "hồ lý đoàn lương mai đào vương tạ quách tô triệu kiều chu la lưu phùng thái tống từ nghiêm cao đàm giang hà lâm thân";

/// Rarer Vietnamese ones: they begin a name only where more follows.
pub const VIETNAMESE_RARE: &str = "châu tăng khuất kim mạc nông ninh ôn phí thạch tôn ma hứa lò sùng giàng doãn đậu vi";

/// Of Chinese and Koreans, those that are seldom anything else.
pub const EASTERN: &str = "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang feng deng cao \
    peng zeng xiao tian dong yuan pan yu jiang cai ding wei ye du lu ren shen yao cheng cui kang jin tan lim kim park choi jung cho yoon jang han \
    shin kwon hwang ahn hong jeon";

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_family_stands_in_one_table() {
        for tables in [&[VIETNAMESE_SURE, VIETNAMESE, VIETNAMESE_RARE][..], &[EASTERN]] {
            let mut seen = HashSet::new();
            for family in tables.iter().flat_map(|table| table.split(' ')) {
                assert!(seen.insert(family), "{family} stands twice");
            }
        }
    }
}
