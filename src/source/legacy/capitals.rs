//! Headings in fonts that show small letters as capitals (.VnTimeH): TCVN3 has no capitals with tones, so a
//! heading was typed in small letters and set in such a font. Text alone does not say so; its place does.

use super::Passage;
use super::letters::upper;

/// Lines with words in which letterhead and title stand.
const HEAD_LINES: usize = 40;
/// Bytes of a heading.
const MOST_BYTES: usize = 160;

/// What the lines before say about the next.
#[derive(Debug)]
pub(in crate::source) struct Capitals {
    /// Lines of letterhead and title that may still come.
    head: usize,
    /// Whether the line before was blank, or a heading itself.
    apart: bool,
    /// Whether all lines so far are in small letters.
    small: bool,
}

impl Default for Capitals {
    fn default() -> Self {
        Self { head: HEAD_LINES, apart: true, small: true }
    }
}

impl Capitals {
    /// Takes note of a line in another encoding: what goes on behind it is no heading by its place.
    pub(in crate::source) fn pass_over(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            self.apart = true;
            return;
        }
        self.head = if is_closed(line) { 0 } else { self.head.saturating_sub(1) };
        self.small &= line.len() <= MOST_BYTES && is_small(behind_roman(line).unwrap_or(line));
        self.apart = false;
    }

    /// Puts the capitals back into the line that begins at `from`, where it is a heading by its place: one of
    /// letterhead and title, or behind a Roman figure.
    pub(in crate::source) fn restore(
        &mut self,
        out: &mut String,
        from: usize,
        passage: &mut Passage,
    ) {
        let line = out[from..].trim();
        if line.is_empty() {
            self.apart = true;
            return;
        }
        let body = behind_roman(line);
        let small = line.len() <= MOST_BYTES && is_small(body.unwrap_or(line));
        let closed = is_closed(line);
        let heading = small && !closed && (body.is_some() || self.head > 0 && self.apart);
        // The body begins where sentences end.
        self.head = if closed { 0 } else { self.head.saturating_sub(1) };
        self.small &= small;
        self.apart = heading;
        if heading {
            let raised: String = out[from..].chars().map(upper).collect();
            out.truncate(from);
            out.push_str(&raised);
            passage.capitals += 1;
        } else {
            passage.small_lines += usize::from(self.small);
        }
        name(out, from, passage);
    }
}

/// Whether a line ends as sentences do.
fn is_closed(line: &str) -> bool {
    line.ends_with(['.', ';', ',', ':'])
}

/// What stands behind the Roman figure that a line begins with.
fn behind_roman(line: &str) -> Option<&str> {
    let body = line.trim_start_matches(['I', 'V', 'X']);
    let rest = body.strip_prefix(['.', '-', '/', ')'])?.trim_start();
    (body.len() < line.len() && !rest.is_empty()).then_some(rest)
}

/// Whether words are all in small letters.
fn is_small(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.all(char::is_lowercase)
        && !words.starts_with(['-', '+', '*'])
}

/// "ủy ban" is the name of a body and has its capital.
fn name(out: &mut String, from: usize, passage: &mut Passage) {
    const SMALL: &str = "ủy ban";
    if out[from..].contains(SMALL) {
        let line = out[from..].replace(SMALL, "Ủy ban");
        out.truncate(from);
        out.push_str(&line);
        passage.capitals += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(text: &str) -> (String, Passage) {
        let (mut out, mut passage, mut capitals) =
            (String::new(), Passage::default(), Capitals::default());
        for line in text.split_inclusive('\n') {
            let from = out.len();
            out.push_str(line.trim_end_matches('\n'));
            capitals.restore(&mut out, from, &mut passage);
            out.push_str(&line[line.trim_end_matches('\n').len()..]);
        }
        (out, passage)
    }

    #[test]
    fn headings_by_their_place() {
        let text = "sở nội vụ\nSố: 15/KH-SNV\n\nkế hoạch\nKiểm tra công tác\nvăn thư năm 2006\n\nI. mục đích\n- xây dựng kế hoạch;\nphòng ban.\n\nđồng\nII- tổ chức thực hiện\n3. ủy ban nhân dân xã.\n";
        let want = "SỞ NỘI VỤ\nSố: 15/KH-SNV\n\nKẾ HOẠCH\nKiểm tra công tác\nvăn thư năm 2006\n\nI. MỤC ĐÍCH\n- xây dựng kế hoạch;\nphòng ban.\n\nđồng\nII- TỔ CHỨC THỰC HIỆN\n3. Ủy ban nhân dân xã.\n";
        let (got, passage) = restored(text);
        assert_eq!(got, want);
        assert_eq!(passage.capitals, 5);
    }
}
