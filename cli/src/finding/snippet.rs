//! A diagnostic as a compiler prints it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use kehoach::{Diagnostic, Severity};

use super::excerpt::Excerpt;
use crate::language::diagnostics::{message, severity};
use crate::language::messages as say;
use crate::lines::Lines;
use crate::output::inert;

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless the environment says otherwise (NO_COLOR, CLICOLOR, TERM).
    Auto,
    Always,
    Never,
}

impl Colour {
    fn is_wanted(self) -> bool {
        match self {
            Self::Auto => !matches!(AutoStream::choice(&std::io::stdout()), ColorChoice::Never),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Prints diagnostics with the text they are about.
#[derive(Debug)]
pub(crate) struct Printer {
    renderer: Renderer,
}

impl Printer {
    pub(crate) fn new(colour: Colour) -> Self {
        let renderer = if colour.is_wanted() { Renderer::styled() } else { Renderer::plain() };
        let renderer = match terminal_size::terminal_size() {
            Some((width, _)) => renderer.term_width(usize::from(width.0)),
            None => renderer,
        };
        Self { renderer }
    }

    /// A diagnostic of the document `name`, followed by a blank line.
    pub(crate) fn print(
        &self,
        name: &str,
        text: &str,
        lines: &Lines<'_>,
        diagnostic: &Diagnostic,
    ) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            _ => Level::INFO,
        };
        let title = message(diagnostic);
        let title = level
            .with_name(severity(&diagnostic.severity))
            .primary_title(inert(&title))
            .id(inert(diagnostic.code.as_str()).into_owned());
        let (line, column) = (diagnostic.line as usize, diagnostic.column as usize);
        let mut origin = Some(Origin::path(inert(name)).line(line).char_column(column));
        let mut group = Group::with_title(title);
        let spans = std::iter::once((diagnostic.span, None));
        let labels = diagnostic.labels.iter().map(|label| (label.span, Some(&label.message)));
        // What is about the whole document stands nowhere in it.
        for (span, label) in spans.chain(labels).filter(|(span, _)| !span.is_empty()) {
            let excerpt = Excerpt::of(text, lines, lines.place(span));
            // The renderer counts the column of what it shows, where an escape takes several.
            let path = (excerpt.column() == column).then(|| inert(name));
            if let Some(origin) = origin.take().filter(|_| path.is_none()) {
                group = group.element(origin);
            }
            let Excerpt { line, text, marked, further } = excerpt;
            let label = match label {
                Some(label) => Some(inert(label).into_owned()),
                None => (further > 0).then(|| say::further_lines(further)),
            };
            let kind = AnnotationKind::Primary.span(marked).label(label);
            let snippet = Snippet::source(text).line_start(line).path(path).annotation(kind);
            group = group.element(snippet);
        }
        if let Some(origin) = origin {
            group = group.element(origin);
        }
        let mut printed = without_empty_origins(&self.renderer.render(&[group]));
        printed.push_str("\n\n");
        printed
    }
}

/// What was rendered, without the lines that lead to a snippet and name no file: it is named above them.
fn without_empty_origins(rendered: &str) -> String {
    let leads = |line: &&str| anstream::adapter::strip_str(line).to_string().trim() != ":::";
    rendered.lines().filter(leads).collect::<Vec<_>>().join("\n")
}

/// A diagnostic on one line.
pub(crate) fn short(name: &str, diagnostic: &Diagnostic) -> String {
    let Diagnostic { line, column, code, .. } = diagnostic;
    let (name, severity) = (inert(name), severity(&diagnostic.severity));
    let message = message(diagnostic);
    format!("{name}:{line}:{column}: {severity}[{}]: {}\n", inert(code.as_str()), inert(&message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::acts;

    /// A text without the colours of this program.
    fn plain(printed: &str) -> String {
        let mut parts = printed.split("\u{1b}[");
        let mut plain = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (colour, text) = part.split_once('m').expect("a colour ends in m");
            assert!(colour.chars().all(|c| c.is_ascii_digit() || c == ';'), "{colour:?}");
            plain.push_str(text);
        }
        plain
    }

    #[test]
    fn a_shortened_line_has_no_stray_sign_above_it() {
        let text = format!("KẾ HOẠCH\nThi đua\n\n{} ngày 31/2/2024\n", "a b ".repeat(300));
        let parsed = kehoach::parse(&text);
        for colour in [Colour::Always, Colour::Never] {
            let printer = Printer::new(colour);
            let lines = Lines::new(&text);
            let found = parsed.diagnostics.iter().find(|it| it.code == kehoach::Code::DateInvalid);
            let printed = printer.print("a", &text, &lines, found.expect("a diagnostic"));
            assert!(printed.contains("31/2/2024") && !printed.contains(":::"), "{printed}");
        }
    }

    #[test]
    fn colours_are_ours_and_the_text_of_documents_is_inert() {
        let text = "KẾ HOẠCH\nThi đua\n\n1. A\u{1b}[31m\n4. B\u{9b}2J\u{202e}\n";
        let parsed = kehoach::parse(text);
        assert!(!parsed.diagnostics.is_empty());
        let printed = |colour| {
            let printer = Printer::new(colour);
            let lines = Lines::new(text);
            let each = parsed.diagnostics.iter();
            each.map(|it| printer.print("a\u{1b}[2Jb", text, &lines, it)).collect::<String>()
        };
        let coloured = printed(Colour::Always);
        assert!(coloured.contains("\u{1b}["), "{coloured:?}");
        let rest = plain(&coloured);
        assert!(!rest.contains(|c| acts(c) && c != '\n'), "{rest:?}");
        assert_eq!(rest, printed(Colour::Never));
    }
}
