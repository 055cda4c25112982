//! Bullets: "-", "+", "*", "•".

use super::{Candidate, begins_an_item};
use crate::lexicon::is_dash;
use crate::outline::family::Family;
use crate::outline::reading::{Reading, Readings, Value};

/// `round = "o" ( " " | "\t" ) capital`: the hollow bullet of word processors, as their dumps spell it
pub(super) fn round_bullet(line: &str) -> Option<Candidate> {
    let rest = line.strip_prefix('o')?;
    let body = rest.trim_start_matches([' ', '\t']);
    if body.len() == rest.len() || !body.starts_with(char::is_uppercase) {
        return None;
    }
    let readings =
        Readings::of(Reading { family: Family::Bullet, value: Value::default(), damaged: false });
    Some(Candidate { len: 1, text: line.len() - body.len(), sign: ' ', firm: true, readings })
}

/// `bullet = "-" | "+" | "*" | "•" …`, followed by a space or a letter.
pub(super) fn bullet(line: &str, first: char) -> Option<Candidate> {
    let style = match first {
        '+' => Family::Plus,
        '*' => Family::Asterisk,
        '~' | '_' | '.' => Family::Dash,
        dash if is_dash(dash) => Family::Dash,
        _ => Family::Bullet,
    };
    // A scanner makes "._", "—-", "- -" of a dash.
    let len: usize = line
        .chars()
        .take_while(|c| is_dash(*c) || matches!(c, '~' | '_' | '.') || *c == first)
        .map(char::len_utf8)
        .sum();
    let doubtful = matches!(first, '~' | '_' | '.') || line[..len].chars().count() > 1;
    let drawn = line[..len].chars().count();
    let most = if matches!(first, '_' | '~' | '.') { 2 } else { 3 };
    if doubtful && (style != Family::Dash || drawn > most) {
        return None;
    }
    let rest = &line[len..];
    let mut body = rest.trim_start();
    let mut len = len;
    if style == Family::Dash && rest.len() > body.len() {
        // "- _ Thực hiện", "- - Thực hiện"
        let again = body.trim_start_matches(['-', '_', '–']);
        if again.len() < body.len() && again.starts_with(' ') {
            len = line.len() - again.len();
            body = again.trim_start();
        }
    }
    let text = line.len() - body.len();
    let next = body.chars().next();
    let glued = text == len;
    // "-5 độ", "*)": a bullet stands before a space or a word. A dot needs more: "...", ". /."
    if next.is_none() && first != '*' && style != Family::Bullet && style != Family::Dash {
        return None;
    }
    if glued && next.is_some_and(|c| !c.is_alphabetic() && !matches!(c, '“' | '"' | '(')) {
        return None;
    }
    if matches!(first, '.' | '_' | '~') && !next.is_some_and(char::is_uppercase) {
        return None;
    }
    if first == '.' && line[..len].chars().count() < 2 && glued {
        return None;
    }
    let firm = next.is_some_and(begins_an_item);
    let value = Value::default();
    let readings = Readings::of(Reading { family: style, value, damaged: doubtful });
    Some(Candidate { len, text, sign: ' ', firm, readings })
}
