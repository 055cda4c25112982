//! Whether the words behind a doer tell it to do something.

use super::subject::{COMMAS, REACH, word_starts};
use crate::inline::agency::{behind_office, blanks_behind, floor};
use crate::lexicon::agents::{apposition, noun};
use crate::lexicon::duties::{adverbial, refuses, verb};
use crate::lexicon::{Phrases, opens_spelt};

/// Whether the words behind a doer tell it to do something.
pub(super) fn acts(text: &str, end: usize) -> bool {
    let end = behind_note(text, end);
    let next = behind_comma(text, end);
    let rest = &text[next..];
    if let Some(behind) = text[end..].strip_prefix(':') {
        let behind = behind.trim_start();
        return behind.is_empty()
            || verb(behind).is_some()
            || adverbial(behind)
            || opens_spelt(behind, "phụ trách").is_some();
    }
    if opens_spelt(rest, "phụ trách").is_some() {
        return true;
    }
    if refuses(rest) || has_issued(rest) {
        return false;
    }
    if next > end + 1 && text[end..].starts_with(',') {
        let told = verb(rest).is_some() || BESIDES.open(rest);
        return each_acts(rest) || told && behind_aside(text, next);
    }
    verb(rest).is_some() || BESIDES.open(rest) && goes_on_with_verb(rest) || each_acts(rest)
}

/// "Bộ Y tế có văn bản số 12/BYT-KH …" tells of a document that there is; "có văn bản gửi Bộ Y tế" of one to be written.
fn has_issued(rest: &str) -> bool {
    let Some(len) = opens_spelt(rest, "có văn bản") else { return false };
    let number = rest[len..].trim_start();
    let number = opens_spelt(number, "số").map_or(number, |len| number[len..].trim_start());
    number.starts_with(|c: char| c.is_ascii_digit())
}

/// What stands between a doer and its verb: "UBND các xã ngoài việc thực hiện các nhiệm vụ trên tổ chức …".
static BESIDES: Phrases = Phrases::new(&["khi có yêu cầu", "ngoài", "ngoài ra"]);

/// Whether a verb follows in a clause, behind the words it opens with.
fn goes_on_with_verb(clause: &str) -> bool {
    const WORDS: usize = 2;
    let clause = &clause[..floor(clause, REACH)];
    let clause = &clause[..clause.find([';', ':', '.']).unwrap_or(clause.len())];
    word_starts(clause).skip(WORDS).take(COMMAS).any(|at| verb(&clause[at..]).is_some())
}

/// "mỗi sở chủ trì một đoàn"
fn each_acts(rest: &str) -> bool {
    let Some(each) = ["mỗi", "từng"].iter().find_map(|each| opens_spelt(rest, each)) else {
        return false;
    };
    let kind = rest[each..].trim_start();
    noun(kind).is_some_and(|len| verb(kind[len..].trim_start()).is_some())
}

/// "Sở Tài chính, trên cơ sở đề xuất của …, chủ trì tổng hợp": a comma behind a doer opens an aside.
fn behind_aside(text: &str, at: usize) -> bool {
    const ASIDES: &[&str] = &["trên cơ sở", "căn cứ", "theo", "trong phạm vi"];
    const SURE: &[&str] = &["chủ trì", "có trách nhiệm", "chịu trách nhiệm"];
    let rest = &text[at..];
    let begins = |words: &[&str]| words.iter().any(|w| opens_spelt(rest, w).is_some());
    if BESIDES.open(rest) || begins(ASIDES) { goes_on_with_verb(rest) } else { begins(SURE) }
}

/// Byte behind a note on which bodies are meant: "Các bệnh viện hạt nhân (có danh sách tại Phụ lục 2) rà soát …", or on
/// what a body is besides: "Sở Y tế (cơ quan thường trực) chủ trì", "Sở Y tế - Cơ quan thường trực Ban Chỉ đạo rà soát".
pub(super) fn behind_note(text: &str, end: usize) -> usize {
    const NOTE: usize = 160;
    static NOTES: Phrases =
        Phrases::new(&["có", "danh sách", "gồm", "sau đây", "theo", "thành lập", "trừ"]);
    let from = blanks_behind(text, end);
    let note = text[from..floor(text, from + NOTE)].strip_prefix('(');
    let Some(note) = note else { return behind_office(text, end).unwrap_or(end) };
    let Some(close) = note.find(')') else { return end };
    if !NOTES.open(note) && !apposition(note) {
        return behind_blank(text, from + 1 + close + 1).unwrap_or(end);
    }
    // "các cục (sau đây gọi chung là cục), các sở báo cáo": the row goes on.
    let row = opens_spelt(note, "sau đây").is_some() && note[close..].starts_with("),");
    if row { end } else { from + 1 + close + 1 }
}

/// Byte behind dots that a name is to be written on, or behind any parenthesis, where the doer is told that it is
/// responsible: "Các cơ quan (nêu tên) … có trách nhiệm".
fn behind_blank(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches([' ', '.', '…']);
    let told = ["có trách nhiệm", "chịu trách nhiệm"];
    let told = told.iter().any(|duty| opens_spelt(rest, duty).is_some());
    told.then(|| text.len() - rest.len())
}

/// Byte of the next word, behind a comma if there is one.
pub(super) fn behind_comma(text: &str, at: usize) -> usize {
    let from = blanks_behind(text, at);
    if text[from..].starts_with(',') { blanks_behind(text, from + 1) } else { from }
}
