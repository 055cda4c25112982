//! Boards, which are named after what they steer: "Ban Chỉ đạo thực hiện phong trào … tỉnh Sơn Hà".

use super::{Ground, Name, Print, REACH, begins_large, blanks_behind, is_known, word_len};
use crate::inline::floor;
use crate::lexicon::bodies::{
    BOARD_ENDS, BOARD_FIELDS, BOARD_RANKS, BOARD_TASKS, BOARDS, place_word,
};
use crate::lexicon::{
    ends_with_skeleton, is_spelt, last_word, starts_with_any, starts_with_skeleton,
};

/// Small words in a row in what a board is named for.
const BOARD_WORDS: usize = 10;

impl Name<'_> {
    /// A steering board is named after what it steers, up to its place: "Ban Chỉ đạo thực hiện
    /// phong trào … tỉnh Sơn Hà".
    pub(super) fn board(&self) -> Option<usize> {
        let name = &self.text[self.at..self.end];
        let boards = ends_with_skeleton(name.trim_end(), "banchidao").is_some()
            || ends_with_skeleton(name.trim_end(), "banchidaotrunguong").is_some();
        let head = match starts_with_any(name, BOARDS) {
            Some(len) => self.at + len,
            None if boards => self.end,
            None => return None,
        };
        if let Some(end) = self.field(self.end).or_else(|| self.field(head)) {
            return Some(end.max(self.end));
        }
        if self.ground == Ground::Place || self.print == Print::Capitals {
            return None;
        }
        let rest = self.text[self.end..].trim_start();
        let reach = floor(self.text, self.end + REACH);
        let clause = &self.text[self.end..reach];
        let clause = &clause[..clause.find([';', '.', '“', '"', '(']).unwrap_or(clause.len())];
        let clause = if is_spelt(&rest[..word_len(rest)], BOARD_TASKS) {
            clause
        } else if self.end > head && self.ground == Ground::Open {
            plain_words(clause)
        } else {
            return None;
        };
        let mut places = clause.match_indices(' ').map(|(at, _)| self.end + at + 1);
        places.find_map(|place| self.place_name(place))
    }

    /// What a standing board steers, behind its head at `at`, and its place: "Ban Chỉ đạo về phát triển
    /// khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh", "Ban Chỉ đạo liên ngành Trung ương
    /// về an toàn thực phẩm", "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà".
    fn field(&self, at: usize) -> Option<usize> {
        let mut rest = self.text[at..].trim_start();
        while let Some(len) = starts_with_any(rest, BOARD_RANKS) {
            rest = rest[len..].trim_start();
        }
        let about = starts_with_skeleton(rest, "ve").unwrap_or(0);
        let behind = rest[about..].trim_start();
        let len = BOARD_FIELDS.iter().filter_map(|key| starts_with_skeleton(behind, key)).max()?;
        let mut end = self.text.len() - behind.len() + len;
        // "phòng, chống dịch COVID-19"
        end += if self.text[end..].starts_with("-19") { "-19".len() } else { 0 };
        let next = blanks_behind(self.text, end);
        let behind = &self.text[next..];
        let rank = || starts_with_any(behind, BOARD_RANKS).map(|len| next + len);
        Some(self.place_name(next).or_else(rank).unwrap_or(end))
    }

    /// Byte behind a word for a place at `at`, and its name: "tỉnh", "tỉnh Sơn Hà".
    fn place_name(&self, at: usize) -> Option<usize> {
        let mut end = at + place_word(&self.text[at..])?;
        while let Some(behind) = self.text[end..].strip_prefix(' ') {
            let len = word_len(behind);
            if !begins_large(&behind[..len]) || is_known(behind, 0) {
                break;
            }
            end += 1 + len;
        }
        Some(end)
    }
}

/// The words at the start of `clause` that can be part of what a board is named for: "Ban Chỉ đạo Giữ gìn
/// cảnh quan thôn xóm huyện".
fn plain_words(clause: &str) -> &str {
    let signs = clause.match_indices([' ', ',']).enumerate();
    let ends = signs.map(|(count, (at, sign))| (count, at, sign)).find(|(count, at, sign)| {
        let next = &clause[at + 1..];
        let large = next.starts_with(char::is_uppercase);
        // "Xây dựng nông thôn mới và Giảm nghèo bền vững"
        let joined = last_word(&clause[..*at]) == "và";
        *sign == "," || *count > BOARD_WORDS || BOARD_ENDS.open(next) || large && !joined
    });
    &clause[..ends.map_or(clause.len(), |(_, at, _)| at)]
}
