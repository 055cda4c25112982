//! Where a legal basis turns into the sentence that enacts: "…; Sở Nội vụ ban hành Kế hoạch …".

use crate::inline::citation::acts;

/// Where the enacting clause begins in a paragraph that opens as a legal basis; its end if none does.
pub(super) fn start(text: &str) -> usize {
    let mut quoted = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '“' => quoted += 1,
            '”' => quoted = quoted.saturating_sub(1),
            ',' | ';' | '.' if quoted == 0 => {
                let behind = at + 1;
                let next = behind + (text[behind..].len() - text[behind..].trim_start().len());
                if next > behind && acts(&text[next..]) {
                    return next;
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clause_that_enacts() {
        for (text, want) in [
            (
                "Thực hiện Nghị quyết số 5/NQ-CP; UBND tỉnh ban hành Kế hoạch như sau:",
                "UBND tỉnh ban hành Kế hoạch như sau:",
            ),
            ("Thực hiện Nghị quyết số 5/NQ-CP về thi đua, khen thưởng", ""),
            ("Căn cứ Quyết định của Chính phủ, Bộ Y tế;", ""),
        ] {
            assert_eq!(&text[start(text)..], want, "{text}");
        }
    }
}
