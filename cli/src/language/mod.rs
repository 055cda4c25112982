//! The two languages of help and messages.
//!
//! Every message is a function of `messages`, with its text in both languages side by side. Help is
//! written in English where an option is declared; `help` holds the Vietnamese, by command and option.

pub(crate) mod dates;
pub(crate) mod diagnostics;
pub(crate) mod help;
pub(crate) mod messages;

use std::ffi::OsString;
use std::sync::OnceLock;

use clap::ValueEnum;

/// A language of help and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// English
    En,
    /// Tiếng Việt
    Vi,
}

static CHOSEN: OnceLock<Language> = OnceLock::new();

/// The language that was chosen; English until then.
pub(crate) fn language() -> Language {
    CHOSEN.get().copied().unwrap_or(Language::En)
}

/// How pages name the language.
pub(crate) fn tag() -> &'static str {
    match language() {
        Language::En => "en",
        Language::Vi => "vi",
    }
}

/// Chooses the language: that of `--lang`, which is looked for before the command line is read,
/// because reading it may print help; else that of the locale.
pub(crate) fn choose(arguments: impl Iterator<Item = OsString>) {
    let chosen = told(arguments).unwrap_or_else(|| {
        let locale = sys_locale::get_locale().unwrap_or_default();
        if is_vietnamese(&locale) { Language::Vi } else { Language::En }
    });
    // It is chosen once, when the command starts.
    let _ = CHOSEN.set(chosen);
}

fn told(arguments: impl Iterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.skip(1).take_while(|argument| argument != "--");
    let mut chosen = None;
    while let Some(argument) = arguments.next() {
        let Some(rest) = argument.to_str().and_then(|text| text.strip_prefix("--lang")) else {
            continue;
        };
        let value = match rest.strip_prefix('=') {
            Some(value) => value.to_owned(),
            None if rest.is_empty() => arguments.next()?.to_str()?.to_owned(),
            None => continue,
        };
        chosen = Language::from_str(&value, false).ok();
    }
    chosen
}

fn is_vietnamese(locale: &str) -> bool {
    locale.split(['-', '_', '.', '@']).next().is_some_and(|name| name.eq_ignore_ascii_case("vi"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language_first() {
        for vietnamese in ["vi", "vi-VN", "vi_VN.UTF-8", "VI"] {
            assert!(is_vietnamese(vietnamese), "{vietnamese}");
        }
        for other in ["", "en-US", "C", "vie", "en_VI", "zh-Hans-VI"] {
            assert!(!is_vietnamese(other), "{other}");
        }
    }

    #[test]
    fn the_option_is_found_before_the_command_line_is_read() {
        let told = |line: &str| told(line.split(' ').map(OsString::from));
        assert_eq!(told("kehoach --lang vi parse"), Some(Language::Vi));
        assert_eq!(told("kehoach parse --lang=en x"), Some(Language::En));
        assert_eq!(told("kehoach --lang en --lang vi"), Some(Language::Vi));
        for none in
            ["kehoach parse x", "kehoach --lang", "kehoach --lang fr", "kehoach -- --lang vi"]
        {
            assert_eq!(told(none), None, "{none}");
        }
    }
}
