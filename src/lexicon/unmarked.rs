//! Words of a text that has lost the marks of its letters, with the marks they should have: "chu tri, phoi hop voi cac so".
//!
//! Whole phrases of the vocabulary tell most of them, the longest first: "co quan" is no "có", "thuc hien" no
//! "thức". A word that stands alone is told where plans hardly have another with its letters.

use std::ops::Range;
use std::sync::LazyLock;

use super::types::TYPES;
use super::{Keys, Phrases, agents, bodies, duties, is_upper, is_word, issuers, skeleton, small};

/// Phrases around tasks that stand in no table of their own. Of two with the same letters the later counts.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "báo cáo kết quả", "bên cạnh đó", "ban thường vụ", "chi tiết", "chính trị", "chất lượng", "chặt chẽ", "chế độ",
    "chỉ tiêu", "chính sách", "chính thức", "các ban", "các ban, ngành", "các bộ", "các cấp", "các cơ quan",
    "các ngành", "các phòng", "các sở", "các sở, ban", "các sở, ban ngành", "các sở, ban, ngành", "các sở, ngành", "các thành viên", "các tổ",
    "các xã, phường", "các địa phương", "các đơn vị", "có hiệu quả", "có liên quan", "công tác", "công việc",
    "cải cách hành chính", "cụ thể", "danh sách", "dịch vụ", "du lịch", "dự án đầu tư", "giai đoạn",
    "giáo dục và đào tạo", "giải pháp", "hiệu quả", "hành chính công", "hoàn thành trong", "hoàn thành trước",
    "hoàn thành vào", "hàng tuần", "hạn chế", "hồ sơ", "kế hoạch", "kết quả", "kết quả thực hiện", "khoa học và công nghệ", "khóa mười",
    "khu vực", "kinh doanh", "kinh phí", "kinh tế", "kịp thời", "lao động", "liên quan đến", "lĩnh vực", "môi trường",
    "luật sư", "lãnh đạo", "mỗi cán bộ", "mỗi cơ quan", "mỗi đơn vị", "mục tiêu", "nghị quyết", "ngân sách", "nhiệm vụ được giao", "nhân dân", "như sau", "nhất là", "nông nghiệp",
    "nông thôn", "nội dung", "nội vụ", "phong trào", "phối hợp với", "pháp luật", "quy định của pháp luật", "quyết liệt",
    "quân sự", "quốc phòng", "sản phẩm", "sản xuất", "sở tài chính", "thời gian", "thời hạn", "thời điểm", "tiến độ",
    "trách nhiệm của", "trong thời gian", "trong đó", "trước mắt", "trước ngày", "trước tháng", "trọng tâm",
    "trụ sở", "tài chính", "tài liệu", "tài nguyên", "tình hình", "tình trạng", "tối đa", "tối thiểu", "tổ chức thực hiện",
    "trưởng, phó các", "tự chủ", "việc thực hiện", "vướng mắc", "văn bản", "văn hóa", "văn hóa, thể thao và du lịch",
    "vấn đề", "xã hội", "y tế", "ý kiến", "ý thức", "điều kiện", "đoàn thể", "đặc biệt là", "đề án", "đối tượng",
    "được giao", "được phân công", "đầu mối", "đến ngày", "ủy ban nhân dân",
];

/// Words that stand alone, and have few others beside them with their letters.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "ấp", "bị", "các", "cần", "cấp", "chưa", "có", "của", "cục", "cử", "đã", "để", "đến", "đều", "đoàn", "đội",
    "được", "giúp", "gửi", "hết", "hoặc", "huyện", "khác", "khóm", "không", "khóa", "kỳ", "là", "làm", "lập", "năm", "ngày",
    "này", "ngành", "nếu", "nhằm", "như", "những", "nộp", "phải", "phòng", "phường", "quận", "sẽ", "tại",
    "tháng", "thôn", "thuộc", "tỉnh", "tổ", "trạm", "trên", "trước", "từ", "từng", "và", "vào", "về", "viện",
    "việc", "với", "vụ", "xã", "xét", "xóm",
];

/// Words that are others where they begin with a small letter: "so" is "số", and "So" is "Sở".
const NAMES: &[&str] = &["báo", "bộ", "đài", "đảng", "hội", "sở", "trường"];

/// All of these, small.
static VOCABULARY: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tables = [agents::TABLES, bodies::TABLES, duties::TABLES].concat();
    let rows = tables.into_iter().flat_map(Phrases::rows).copied();
    let types = TYPES.iter().map(|kind| kind.name);
    let whole = issuers::names().chain(types).chain(rows).chain(PHRASES.iter().copied());
    let alone = |row: &str| words(row).all(|word| WORDS.contains(&&row[word]));
    let whole = whole.filter(|row| row.contains(' ') && !alone(row));
    let alone = WORDS.iter().chain(NAMES).copied();
    let mut rows: Vec<String> =
        whole.chain(alone).map(|row| row.chars().map(small).collect()).collect();
    // Of rows with the same letters the last counts.
    rows.sort_by_key(|row| signs(row));
    rows
});

static KEYS: LazyLock<Keys<String>> =
    LazyLock::new(|| Keys::new(VOCABULARY.as_slice(), |row| skeleton(row).into()));

/// The words of a text that are told, in order: where they stand, and with which marks they should, small.
pub(crate) fn unmarked(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found = Vec::new();
    let mut end = 0;
    for word in words(text) {
        if word.start < end {
            continue;
        }
        let at = word.start;
        let rest = &text[at..];
        let symbol = in_symbol(text, &word);
        let fits =
            |row: &String, len: usize| fits(&rest[..len], row) && (len > word.len() || !symbol);
        if let Some((row, len)) = KEYS.longest_that(rest, fits) {
            end = at + len;
            let printed = words(rest).map(|word| at + word.start..at + word.end);
            let meant = words(row).map(|word| &row[word]);
            let told = printed.zip(meant).filter(|(range, meant)| text[range.clone()] != **meant);
            found.extend(told);
        }
    }
    found
}

/// Whether a word is joined to others as those of a symbol are: "TU" of "12-CTr/TU".
fn in_symbol(text: &str, word: &Range<usize>) -> bool {
    const JOINTS: [char; 3] = ['/', '-', '&'];
    text[..word.start].ends_with(JOINTS) || text[word.end..].starts_with(JOINTS)
}

/// Whether a phrase is what a text should be: its words are as long, and no more signs part them.
fn fits(found: &str, row: &str) -> bool {
    let lengths = words(row).map(|word| row[word].chars().count());
    let name = || found.starts_with(char::is_uppercase) && !is_upper(found);
    found.is_ascii()
        && signs(found) <= signs(row)
        && words(found).map(|word| word.len()).eq(lengths)
        && (row.contains(' ') || !NAMES.contains(&row) || name())
}

/// How many signs stand in a phrase: one that has some is known without them too.
fn signs(phrase: &str) -> usize {
    phrase.chars().filter(|c| !is_word(*c) && *c != ' ').count()
}

/// Where the words of a phrase stand.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(is_word)?;
        end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |len| start + len);
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> String {
        let mut right = text.to_owned();
        for (range, meant) in unmarked(text).into_iter().rev() {
            right.replace_range(range, meant);
        }
        right
    }

    #[test]
    fn words_are_told_by_the_phrases_they_stand_in() {
        for (text, want) in [
            ("chu tri, phoi hop voi", "chủ trì, phối hợp với"),
            (
                "phoi hop voi cac co quan, don vi lien quan",
                "phối hợp với các cơ quan, đơn vị liên quan",
            ),
            ("hoan thanh truoc ngay 05/3", "hoàn thành trước ngày 05/3"),
            ("uy ban nhan dan xa", "ủy ban nhân dân xã"),
            // "so" alone may be a number.
            ("Bo va so 3", "bộ và so 3"),
            // What no table has stays as it is.
            ("ba con lang gieng", "ba con lang gieng"),
            ("tổ chuc", "tổ chuc"),
            ("12-CTr/TU", "12-CTr/TU"),
        ] {
            assert_eq!(marked(text), want, "{text}");
        }
    }
}
