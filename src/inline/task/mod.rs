//! Who has to do what, in the running text of one unit.
//!
//! ```text
//! sentence = [ adverbial "," ] [ order ] agencies duty { ";" duty }
//! order    = "Giao" | "Đề nghị" | "Yêu cầu" | "Phân công"
//! duty     = [ "có trách nhiệm" ] [ "chủ trì" [","] ] [ "phối hợp với" agencies ] verb …
//! ```
//!
//! A further doer begins behind a semicolon, or behind a comma where its verb leaves no doubt.

mod acting;
mod clause;
mod cooperation;
mod duty;
mod giver;
mod order;
mod stated;
mod subject;

use std::ops::Range;

use self::clause::{Piece, pieces};
use self::subject::{Subject, subject};
use super::agency::AgencyAt;

pub(crate) use self::cooperation::cooperation;
pub(crate) use self::duty::{Duty, duty, enumerates};
pub(crate) use self::subject::begins_with_doer;

/// An assignment found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskAt {
    /// Its words.
    pub(crate) range: Range<usize>,
    /// Who leads.
    pub(crate) leads: Vec<AgencyAt>,
    /// Who co-operates.
    pub(crate) cooperating: Vec<AgencyAt>,
    /// Further roles: "advise", "direct" …
    pub(crate) roles: Vec<(&'static str, AgencyAt)>,
    /// What is to be done.
    pub(crate) action: Option<Range<usize>>,
    /// Whether somebody else tells them to: "Giao …", "Đề nghị …".
    pub(crate) ordered: bool,
    /// Whether it is said who that is: "Thủ tướng Chính phủ giao …".
    pub(crate) by_giver: bool,
    /// Whether they are asked, or told.
    pub(crate) request: Request,
    /// What its words do besides.
    pub(crate) opening: Opening,
}

/// Whether somebody is asked for something: "đề nghị" said of a body above tells nobody to do anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Request {
    /// No: they are told, or do it.
    No,
    /// They are asked.
    Asks,
    /// They stand above whoever asks, or it stands within what such a body is asked for.
    Upward,
}

/// Whether a task opens a list of what its doer has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// It is a task and no more.
    None,
    /// A list may follow: "… triển khai thực hiện, cụ thể:".
    Also,
    /// It says nothing but that one follows: "Văn phòng Sở có trách nhiệm:".
    Only,
}

/// The assignments of a text in order; what stands before the first is nobody's.
pub(crate) fn read(text: &str) -> Vec<TaskAt> {
    let mut tasks: Vec<TaskAt> = Vec::new();
    let mut read_to = 0;
    for piece in pieces(text) {
        if piece.start() < read_to {
            continue;
        }
        let Some(subject) = find(text, &piece, tasks.last()) else { continue };
        match subject {
            Found::Subject(start, subject) => {
                read_to = subject.duty_at;
                add(text, &mut tasks, start, subject);
            }
            Found::Cooperating(agencies) => {
                read_to = agencies.last().map_or(read_to, |agency| agency.range.end);
                if let Some(task) = tasks.last_mut() {
                    task.cooperating.extend(agencies);
                }
            }
        }
    }
    close(text, &mut tasks);
    nest(text, &mut tasks);
    tasks
}

/// Marks what stands within a request to a body above: "đề nghị Chính phủ: giao Bộ A …; giao Bộ B …".
fn nest(text: &str, tasks: &mut [TaskAt]) {
    let mut asked = None;
    for task in tasks {
        let within = asked.is_some_and(|from| in_sentence(text, from, task.range.start));
        if within {
            task.request = Request::Upward;
        }
        if task.request == Request::Upward {
            asked = asked.filter(|_| within).or(Some(task.range.start));
        }
    }
}

/// Whether no sentence ends between two places of a text.
pub(crate) fn in_sentence(text: &str, from: usize, to: usize) -> bool {
    !text[from..to].contains(". ")
}

/// What a piece of a text says about doers.
enum Found {
    /// Somebody has to do something; where the task begins.
    Subject(usize, Subject),
    /// Others take part in the task before.
    Cooperating(Vec<AgencyAt>),
}

/// The doer a piece names.
fn find(text: &str, piece: &Piece, before: Option<&TaskAt>) -> Option<Found> {
    match piece {
        Piece::Clause(range) => {
            if cooperation::goes_on(text, range.start) {
                return None;
            }
            // "Sở A theo dõi …; Sở B phối hợp."
            if before.is_some()
                && let Some(agencies) = subject::only_joining(text, range)
            {
                return Some(Found::Cooperating(agencies));
            }
            let subject = subject(text, range.start, range.end)?;
            Some(Found::Subject(range.start, subject))
        }
        Piece::Part(range) => {
            // "Thành lập Hội đồng, giao Phòng A dự thảo quyết định"
            let Some(task) = before.filter(|task| task.range.start < range.start) else {
                let named = text[range.start..].strip_prefix("giao ");
                let given = named.is_some_and(|name| name.starts_with(char::is_uppercase));
                let subject = given.then(|| subject::surely(text, range.start)).flatten()?;
                if subject.request == Request::Upward {
                    return None;
                }
                return Some(Found::Subject(range.start, subject));
            };
            if let Some(agencies) = subject::joining(text, range.start) {
                return Some(Found::Cooperating(agencies));
            }
            // The members of a list have been read with it.
            let subject = subject::surely(text, range.start)?;
            if subject.request == Request::Upward {
                return None;
            }
            let known = |agency: &AgencyAt| agency.range.end > range.start;
            let inside = task.leads.iter().chain(&task.cooperating).any(known);
            (!inside && task.action.as_ref().is_none_or(|action| action.start <= range.start))
                .then_some(Found::Subject(range.start, subject))
        }
        Piece::Aside(range) => {
            let subject = stated::aside(text, range)?;
            let start = if before.is_none() {
                clause::sentence_start(text, range.start)
            } else {
                range.start
            };
            Some(Found::Subject(start, subject))
        }
    }
}

/// Adds what a subject has to do, or makes the task before longer if it is the same one.
fn add(text: &str, tasks: &mut Vec<TaskAt>, start: usize, subject: Subject) {
    let words = |agencies: &[AgencyAt]| -> Vec<String> {
        agencies.iter().map(|a| crate::lexicon::skeleton(&text[a.range.clone()])).collect()
    };
    if let Some(last) = tasks.last()
        && words(&last.leads) == words(&subject.leads)
    {
        return;
    }
    let action = subject.duty_at..subject.duty_at;
    tasks.push(TaskAt {
        range: start..start,
        leads: subject.leads,
        cooperating: subject.cooperating,
        roles: subject.roles,
        action: subject.action.or(Some(action)),
        ordered: subject.ordered,
        by_giver: subject.by_giver,
        request: subject.request,
        opening: Opening::None,
    });
}

/// A text up to a parenthesis that closes without having been opened in it: "… bố trí kinh phí). Khuyến khích".
fn unclosed(text: &str) -> &str {
    // "a) …", "1) …": a marker of its own.
    const MARKER: usize = 6;
    let mut open = 0_usize;
    let end = text.find(|c| match c {
        '(' => {
            open += 1;
            false
        }
        ')' if open == 0 => true,
        ')' => {
            open -= 1;
            false
        }
        _ => false,
    });
    end.filter(|end| *end > MARKER).map_or(text, |end| &text[..end])
}

/// Gives each task its end, and reads what it has to do.
fn close(text: &str, tasks: &mut [TaskAt]) {
    let mut end = text.len();
    for task in tasks.iter_mut().rev() {
        let words = unclosed(&text[task.range.start..end]).trim_end();
        let duty_at = task.action.as_ref().map_or(task.range.start, |action| action.start);
        task.range.end = (task.range.start + words.len()).max(duty_at);
        end = task.range.start;
        let action = task.action.take();
        if let Some(action) = action.clone().filter(|action| !action.is_empty()) {
            task.action = Some(action);
            task.cooperating.extend(cooperation(text, &task.range, &task.leads));
            continue;
        }
        let at = action.map_or(task.range.start, |action| action.start);
        let read = duty(text, at..task.range.end, &task.leads);
        task.action = read.action;
        task.opening = read.opening;
        task.cooperating.extend(read.cooperating);
        task.roles.extend(read.roles);
        task.cooperating.retain(|agency| !task.leads.contains(agency));
    }
}
