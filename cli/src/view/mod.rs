//! The page on which a reading is checked against its text.
//!
//! It is one file that loads nothing: a policy in its head lets only its own style and script work. Text of the
//! document goes in through `maud`, or through the writer of marks, which both escape it.

mod lists;
mod marks;
mod outline;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use kehoach::{Diagnostic, Parsed, ReviewStatus};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::lists::{List, lists};
use self::marks::{Kind, Writer, marks};
use self::outline::Outline;
use crate::language::diagnostics::{message, severity, status};
use crate::language::{Language, language, messages as say, tag};
use crate::lines::Lines;
use crate::output::inert;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Lines that are laid out together, when they come into view.
const CHUNK: usize = 40;

/// The page of a document.
pub(crate) fn page(name: &str, text: &str, parsed: &Parsed) -> String {
    let lines = Lines::new(text);
    let outline = Outline::of(parsed);
    let marks = marks(parsed, &outline, &lines);
    let lists = lists(parsed, &outline, &lines);
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; \
         base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    );
    let name = inert(name);
    let page = html! {
        (DOCTYPE)
        html lang=(tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(format!("kehoach {}", env!("CARGO_PKG_VERSION")));
                link rel="icon" href="data:,";
                title { (name) " – kehoach" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (header(&name, parsed, &lists))
                div.panes {
                    (panel(&lists))
                    main #text tabindex="0" lang="vi" aria-label=(say::page_text()) {
                        (source(text, &lines, &outline, &marks, parsed))
                    }
                }
                (help())
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// What a policy calls a style or script.
fn digest(content: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(hmac_sha256::Hash::hash(content.as_bytes())))
}

fn header(name: &str, parsed: &Parsed, lists: &[List]) -> Markup {
    let review = &parsed.document.review.status;
    let class = match review {
        ReviewStatus::Ok => "ok",
        ReviewStatus::Bad => "bad",
        _ => "look",
    };
    html! {
        header {
            h1 { (name) }
            p class=(format!("review {class}")) { (say::page_review()) ": " b { (status(review)) } }
            div.legend role="group" aria-label=(say::page_marks()) {
                @for list in lists {
                    @if let Some((kind, title)) = &list.marks {
                        label {
                            input type="checkbox" checked data-kind=(kind.class());
                            span class=(format!("swatch {}", kind.class())) { (title) }
                        }
                    }
                }
            }
            div.move {
                button #previous type="button" { "↑ " (say::page_previous()) }
                button #next type="button" { "↓ " (say::page_next()) }
                button #keys type="button" aria-label=(say::page_keys()) { "?" }
            }
        }
    }
}

fn panel(lists: &[List]) -> Markup {
    html! {
        nav.panel aria-label=(say::page_lists()) {
            div.tabs role="tablist" {
                @for (number, list) in lists.iter().enumerate() {
                    button type="button" role="tab" id=(format!("tab-{}", list.name))
                        aria-controls=(format!("list-{}", list.name))
                        aria-selected=(number == 0)
                        tabindex=(if number == 0 { "0" } else { "-1" }) {
                        (list.title)
                        @if let Some(count) = list.count { " " span.count { (count) } }
                    }
                }
            }
            @for (number, list) in lists.iter().enumerate() {
                section role="tabpanel" id=(format!("list-{}", list.name))
                    aria-labelledby=(format!("tab-{}", list.name)) hidden[number != 0] {
                    (list.body)
                }
            }
        }
    }
}

/// The text, line by line, with what is to be said in the margin.
fn source(
    text: &str,
    lines: &Lines<'_>,
    outline: &Outline,
    marks: &[marks::Mark],
    parsed: &Parsed,
) -> Markup {
    let units = outline.of_lines(lines);
    let mut writer = Writer::new(text, marks);
    let mut notes = parsed.diagnostics.iter().enumerate().peekable();
    let mut page = String::with_capacity(text.len() * 2);
    let last = lines.count() - usize::from(text.ends_with(['\n', '\r']));
    for (line, unit) in units.into_iter().enumerate().take(last.max(1)) {
        if line.is_multiple_of(CHUNK) {
            page.push_str(if line == 0 { "" } else { "</div>" });
            page.push_str("<div class=\"chunk\">");
        }
        while let Some((number, diagnostic)) = notes.next_if(|(_, diagnostic)| {
            lines.at(lines.boundary(diagnostic.span.start as usize)) <= line || line + 1 == last
        }) {
            page.push_str(&note(number, diagnostic).into_string());
        }
        let unit = unit.map(|unit| format!(" data-u=\"u{unit}\"")).unwrap_or_default();
        write!(page, "<div class=\"l\" data-n=\"{}\"{unit}>", line + 1)
            .expect("writing to a string cannot fail");
        writer.line(lines.range(line), &mut page);
        page.push_str("</div>");
    }
    page.push_str("</div>");
    PreEscaped(page)
}

fn note(number: usize, diagnostic: &Diagnostic) -> Markup {
    let kind = Kind::of_severity(&diagnostic.severity);
    html! {
        aside class=(format!("note {}", kind.class())) id=(format!("n-g{number}"))
            data-r=(format!("g{number}")) tabindex="-1" lang=[language_of_notes()] {
            b { (sign(kind)) " " (severity(&diagnostic.severity)) } " "
            code { (inert(diagnostic.code.as_str())) } br;
            (inert(&message(diagnostic)))
        }
    }
}

/// Messages are in the language of the page, which is not that of the text.
fn language_of_notes() -> Option<&'static str> {
    (language() == Language::En).then_some("en")
}

/// The sign of a severity, for those who do not see its colour.
fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Error => "✖",
        Kind::Warning => "▲",
        _ => "◆",
    }
}

fn help() -> Markup {
    let keys = [
        ("n / p", say::key_diagnostics()),
        ("o", say::key_outline()),
        ("t", say::key_text()),
        ("← →", say::key_tabs()),
        ("↑ ↓", say::key_items()),
        ("Enter", say::key_go()),
        ("1 – 4", say::key_marks()),
        ("?", say::key_help()),
        ("Esc", say::key_close()),
    ];
    html! {
        dialog #help aria-labelledby="help-title" {
            h2 #help-title { (say::page_keys()) }
            dl { @for (key, what) in keys { dt { kbd { (key) } } dd { (what) } } }
            p { (say::page_click()) }
            form method="dialog" { button { (say::page_close()) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn text_and_names_of_a_document_are_no_markup() {
        let text = "SỞ <script>alert(1)</script>\nKẾ HOẠCH\n<img alt=x onerror=alert(1)>\n\n\
                    I. \"><b onclick=x>\u{202e}\n1. Sở <i>X</i> báo cáo trước 31/02/2025.\n";
        let parsed = kehoach::parse(text);
        let page = page("<b>\u{202e}.txt", text, &parsed);
        for markup in ["<script>alert", "<img", "<b onclick", "\u{202e}", "<i>X", "<b>\\u"] {
            let at = page.find(markup);
            assert!(at.is_none(), "{markup}: {:?}", at.and_then(|at| page.get(at - 40..at + 80)));
        }
        assert_eq!(page.matches("<script").count(), 1);
        // Nothing is loaded, and nothing leads away.
        for reference in ["http://", "https://", " src=", "url(", "@import"] {
            assert!(!page.contains(reference), "{reference}");
        }
    }

    #[test]
    fn each_line_is_there_once_and_whole() {
        let text = include_str!("../../../fixtures/24-foot-stamps-nested-recipients.txt");
        let page = page("x", text, &kehoach::parse(text));
        let main = page.split("<main").nth(1).expect("it has a text");
        let lines = main.split("<div class=\"l\"").skip(1).map(|line| {
            let line = line.split_once('>').map_or("", |(_, rest)| rest);
            let line = line.split_once("</div>").map_or(line, |(line, _)| line);
            let mut plain = String::new();
            let mut inside = false;
            for c in line.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    c if !inside => plain.push(c),
                    _ => {}
                }
            }
            plain.replace("&quot;", "\"").replace("&amp;", "&")
        });
        assert_eq!(lines.collect::<Vec<_>>(), text.lines().collect::<Vec<_>>());
    }

    #[test]
    fn an_empty_text_has_a_page() {
        assert!(page("x", "", &kehoach::parse("")).contains("</html>"));
    }
}
