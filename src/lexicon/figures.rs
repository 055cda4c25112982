//! Numbers of running text with letters in the place of figures: "l52 chợ", "1O%", "trong 2O25".
//!
//! Codes are made of figures and letters, too ("O2", "H2O", "10A1", "PC08", "B12"), and measures ("20l", "30o C"):
//! what stands behind tells.

use super::Phrases;

/// What is counted or measured, small.
static COUNTED: Phrases = Phrases::new(&[
    "bản",
    "buổi",
    "cán bộ",
    "chỉ tiêu",
    "chợ",
    "con",
    "cơ quan",
    "cơ sở",
    "cuộc",
    "đại biểu",
    "điểm",
    "đồng",
    "đồng chí",
    "đợt",
    "đơn vị",
    "giờ",
    "học sinh",
    "học viên",
    "hồ sơ",
    "hộ",
    "lần",
    "lớp",
    "lượt",
    "năm",
    "ngày",
    "nghìn",
    "người",
    "phút",
    "tấn",
    "tháng",
    "thôn",
    "trường",
    "triệu",
    "tỉ",
    "tỷ",
    "tuần",
    "xã",
]);

/// Units that are written behind a figure without a blank.
const UNITS: &[&str] = &["cm", "km", "mm", "m", "m2", "m3", "kg", "g", "ha", "h"];

/// Words before the figures of a date, which its reader doubts.
const DATES: &[&str] = &["ngày", "tháng", "năm", "quý"];

/// How many bytes of `behind` go on with the number that `word` begins with a letter for a figure, or holds one;
/// `None` if it is none. `before` and `behind` are what stands around the word.
pub(super) fn spoilt_number(before: &str, word: &str, behind: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    if !bytes.iter().any(|byte| byte.is_ascii_digit() || b"loOSIZ".contains(byte)) {
        return None;
    }
    let figures = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    if figures == bytes.len() || figures == 0 && bytes.len() > 3 {
        return None;
    }
    if let "l" | "O" = word
        && let Some(len) = alone(word, behind).filter(|_| opens(before))
    {
        return Some(len);
    }
    let share = behind.starts_with('%');
    let counts = || share || behind.strip_prefix(' ').is_some_and(|rest| COUNTED.open(rest));
    let part = || before.ends_with(['.', ',']) && counts();
    // Copies of a recipient are told as such.
    let enclosed = before.ends_with('(') && behind.starts_with(')');
    if enclosed || figures == 0 && !share && !part() || !closes(behind) || !opens(before) {
        return None;
    }
    let number =
        |word: &str, letters: &str| word.chars().all(|c| c.is_ascii_digit() || letters.contains(c));
    let core = UNITS
        .iter()
        .filter_map(|unit| word.strip_suffix(unit))
        .find(|core| core.ends_with('O') && number(core, "O"))
        .unwrap_or(word);
    let (first, last) = (bytes[0], bytes[bytes.len() - 1]);
    let inner = first.is_ascii_digit() && last.is_ascii_digit();
    let goes_on = || {
        let small = |rest: &str| rest.starts_with(char::is_lowercase);
        share || behind.strip_prefix(' ').is_some_and(small) || before.ends_with(['.', ','])
    };
    let oxygen = matches!(word, "O2" | "O3");
    let spoilt = match first {
        b'l' if figures > 0 => number(&word[1..], "O"),
        b'O' if figures > 0 && !oxygen => number(word, "O") && goes_on(),
        b'0'..=b'9' if number(core, "O") => true,
        // "1l5", "1oo"
        b'0'..=b'9' if inner => number(word, "lo"),
        b'0'..=b'9' if word.ends_with("oo") => number(word, "o"),
        _ => number(word, "OolISZ") && counts(),
    };
    spoilt.then_some(0)
}

/// "l.500", "O,5": a letter before the point of a number.
fn alone(word: &str, behind: &str) -> Option<usize> {
    let rest = behind.strip_prefix(['.', ','])?;
    let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let thousands = word == "l" && behind.starts_with('.') && len == 3;
    let part = behind.starts_with(',') && (1..3).contains(&len);
    ((thousands || part) && closes(&rest[len..])).then_some(1 + len)
}

/// Whether a number may begin behind these words, and is none of a date.
fn opens(before: &str) -> bool {
    let blank = before.is_empty()
        || before.ends_with(char::is_whitespace)
        || before.ends_with(['(', '“', '"', '≥', '≤', '>', '<']);
    let goes_on = before
        .strip_suffix(['.', ','])
        .is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()));
    let words = before.trim_end();
    (blank || goes_on) && !DATES.iter().any(|word| words.ends_with(word))
}

/// Whether a number may end before these words.
fn closes(behind: &str) -> bool {
    let behind = behind
        .strip_prefix(['%', ')', ',', '.', ';', ':', '”', '"', '-', '–', '+'])
        .unwrap_or(behind);
    behind.is_empty()
        || behind
            .starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit() || ".,;)%".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> bool {
        let text = format!("Rà soát {text}");
        let starts = text.match_indices(|c: char| c.is_alphanumeric()).map(|(at, _)| at);
        starts.filter(|at| !text[..*at].ends_with(char::is_alphanumeric)).any(|at| {
            let rest = &text[at..];
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            spoilt_number(&text[..at], &rest[..end], &rest[end..]).is_some()
        })
    }

    #[test]
    fn letters_for_figures() {
        for text in [
            "l52 chợ",
            "1O% kho",
            "O4 lớp",
            "O2 lớp",
            "trong 2O25",
            "l0 ngày",
            "rộng 3Ocm",
            "S00 hồ sơ",
            "I0 hộ",
            "15O triệu",
            "2.5OO đồng",
            "1,S tỷ",
            "3O%",
            "l.500 người",
            "từ 2O đến 30 người",
            "2O-30 người",
            "Z5 tỷ",
            "O,5%",
            "l,5 tỷ",
            "1oo người",
            "2l người",
            "20l5 kho",
            "(l2 kho)",
            "SO%",
        ] {
            assert!(told(text), "{text}");
        }
        for text in [
            "20l nước",
            "5l sơn",
            "H2O",
            "CO2",
            "O2",
            "khí O2 trong kho",
            "A1",
            "lớp 10A1",
            "PC08",
            "B12",
            "Q1",
            "K9",
            "IPv6",
            "I1",
            "30o C",
            "các sở (2O)",
            "năm 2O25",
            "tháng O6",
            "l2/KH-UBND",
            "12O/KH-UBND",
            "m2",
            "km2",
            "5G",
            "2Q24",
            "l.1. Kho",
            "S1 và S2",
            "kho l52.example.vn",
            "quý I",
            "3D",
            "O1A",
            "1/5OO",
            "Covid-19",
            "I5 và I7",
            "B12 người",
            "l",
            "O",
            "1O1A",
            "2S",
            "điểm l, khoản 5",
            "loại O, loại A",
        ] {
            assert!(!told(text), "{text}");
        }
    }
}
