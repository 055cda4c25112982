//! What lies on the first page and is no part of the document: digital and incoming stamps, what a
//! web page or converter added, page fields.

use memchr::{memchr, memchr_iter};

use super::fragment::{Fragment, Role, letters};
use crate::layout::Sheet;
use crate::lexicon::chrome::is_button;
use crate::lexicon::columns::is_ordinal_heading;
use crate::lexicon::{begins_with_any, is_word, near, starts_with_skeleton};

/// Whether a time of day stands behind a date, or a time zone: only signatures print them.
fn tells_time(text: &str) -> bool {
    text.match_indices(':').any(|(colon, _)| {
        let (before, after) = (&text[..colon], &text.as_bytes()[colon + 1..]);
        let minutes =
            |at: usize| (at..at + 2).all(|at| after.get(at).is_some_and(u8::is_ascii_digit));
        let hour = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = before.len() - hour.len();
        let zone = after.starts_with(b"00")
            && ["+7", "-7", "+07", "-07"].iter().any(|zone| before.ends_with(zone));
        let clock = digits == 2
            && hour.ends_with('T')
            && minutes(0)
            && after.get(2) == Some(&b':')
            && minutes(3);
        let dated = matches!(digits, 1 | 2) && minutes(0) && ends_with_date(hour);
        zone || clock || dated
    })
}

/// Whether a text ends with a date in digits and a blank: "06.11.2024 ", "27-04-2022, ".
fn ends_with_date(text: &str) -> bool {
    let Some(date) = text.strip_suffix(' ') else { return false };
    let date = date.strip_suffix(',').unwrap_or(date);
    let mut fields = date.rsplit(['.', '/', '-']);
    let mut field = || fields.next().unwrap_or_default();
    let (year, month, day) = (field(), field(), field());
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let ends_in_digit = day.ends_with(|c: char| c.is_ascii_digit());
    year.len() == 4 && digits(year) && month.len() <= 2 && digits(month) && ends_in_digit
}

/// Words that begin the lines of a digital signature (NĐ 30/2020 Phụ lục I: name, time, body).
const SIGNATURE_LABELS: &[&str] = &[
    "kyboi",
    "nguoiky",
    "thoigianky",
    "ngayky",
    "email",
    "coquan",
    "coquanphathanh",
    "duockyboi",
    "digitallysigned",
];

/// Words that begin the lines of web-page metadata.
const METADATA_LABELS: &[&str] = &[
    "sohieu",
    "loaivanban",
    "noibanhanh",
    "nguoiky",
    "ngaybanhanh",
    "ngayhieuluc",
    "tinhtrang",
    "ngaycongbao",
    "socongbao",
    "linhvuc",
    "trichyeu",
    "source",
    "dangtaivanban",
    "bandichnay",
    "bandangxem",
    "coquanbanhanh",
    "dangluc",
    "dangtainoidung",
    "taibandaydu",
];

/// Whether a line is part of a digital signature.
fn is_signature(text: &str) -> bool {
    let labelled = || {
        let text = text.trim_start_matches(|c: char| !is_word(c));
        SIGNATURE_LABELS.iter().any(|key| {
            starts_with_skeleton(text, key)
                .is_some_and(|len| text[len..].trim_start().starts_with(':'))
        })
    };
    text.len() <= 200
        && (memchr(b'@', text.as_bytes()).is_some()
            || text.contains(".gov.v")
            || memchr(b':', text.as_bytes()).is_some() && (labelled() || tells_time(text)))
}

/// Whether a line was added by a web page or crawler.
pub(super) fn is_chrome(text: &str) -> bool {
    memchr_iter(b':', text.as_bytes()).any(|at| text[at..].starts_with("://"))
        || text.starts_with("www.")
        || begins_with_any(text, METADATA_LABELS).is_some()
}

/// Marks the buttons of a web page.
pub(super) fn mark_buttons(sheet: &Sheet<'_>, fragments: &mut [Fragment]) {
    for fragment in fragments {
        if fragment.role == Role::Words && is_button(sheet.slice(&fragment.range)) {
            fragment.role = Role::Chrome;
        }
    }
}

/// Marks stamps: a run of lines that ends with a signature, and the incoming stamp around "ĐẾN".
pub(super) fn mark_stamps(sheet: &Sheet<'_>, fragments: &mut [Fragment]) {
    for at in 0..fragments.len() {
        let text = sheet.slice(&fragments[at].range);
        if fragments[at].role == Role::Words && is_signature(text) && !is_chrome(text) {
            fragments[at].role = Role::Stamp;
            extend_back(sheet, fragments, at);
        } else if fragments[at].role == Role::Words && is_incoming(text) {
            fragments[at].role = Role::Stamp;
            extend_back(sheet, fragments, at);
            extend_on(sheet, fragments, at);
        }
    }
}

/// "ĐẾN", "CÔNG VĂN ĐẾN": what the registry of the addressee stamps on.
fn is_incoming(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && (text == "ĐẾN"
            || ["congvanden", "vanbanden"].iter().any(|key| near(text, key).is_some()))
}

fn extend_back(sheet: &Sheet<'_>, fragments: &mut [Fragment], from: usize) {
    for at in (0..from).rev() {
        if sheet.lines[fragments[at + 1].line].blanks > 0
            && fragments[at].line != fragments[at + 1].line
            || !matches!(fragments[at].role, Role::Words | Role::NumberLabel)
        {
            break;
        }
        fragments[at].role = Role::Stamp;
    }
}

fn extend_on(sheet: &Sheet<'_>, fragments: &mut [Fragment], from: usize) {
    for fragment in &mut fragments[from + 1..] {
        if sheet.lines[fragment.line].blanks > 0 || fragment.role == Role::Motto {
            break;
        }
        fragment.role = Role::Stamp;
    }
}

/// Marks what stands before the letterhead: chrome of a web page, the bare numbers of page fields.
pub(super) fn mark_surroundings(sheet: &Sheet<'_>, fragments: &mut [Fragment], letterhead: usize) {
    let of_page = |f: &Fragment| f.role == Role::Chrome || is_chrome(sheet.slice(&f.range));
    let chrome = fragments[..letterhead].iter().any(of_page);
    for fragment in &mut fragments[..letterhead] {
        let text = sheet.slice(&fragment.range);
        if matches!(fragment.role, Role::Words | Role::NumberLabel | Role::Number) {
            let digits = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
            let heading = sheet.line(fragment.line).starts_with('#');
            fragment.role = if is_chrome(text) || chrome || heading {
                Role::Chrome
            } else if digits {
                Role::PageField
            } else if fragment.role == Role::Words
                && letters(text) <= 2
                && !is_ordinal_heading(text)
            {
                // Dirt of a scan; "TT" heads a table.
                Role::Stamp
            } else {
                fragment.role
            };
        } else if chrome && matches!(fragment.role, Role::Date | Role::Place) {
            fragment.role = Role::Chrome;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_and_near_misses() {
        for text in [
            "Ký bởi: Ủy ban nhân dân xã",
            "Thời gian ký: 18/5/2022 15:42:07 +07:00",
            "vanthu@example.vn",
            "06.11.2024 09:27:05",
            "27/4/2022, 8:58",
            "2022-04-27T08:58:43",
            "+07:00",
        ] {
            assert!(is_signature(text), "{text}");
        }
        for text in
            ["Cơ quan chủ trì", "ngày 5/3/2020", "UBND TỈNH", "14:30", "lúc 8:30 ngày 5/3/2020"]
        {
            assert!(!is_signature(text), "{text}");
        }
    }
}
