//! What holds of the public types themselves.

use kehoach::{
    Agency, Appendix, Authority, Block, Citation, CitedDocument, Code, Date, Diagnostic, Document,
    Error, Furniture, Generator, Header, Indexes, Issuer, Key, Kind, Label, Limits, LineColumn,
    Marker, Mention, Node, Number, Paragraph, Parsed, Parser, Positions, Recipient, Section,
    Severity, Signature, Source, Span, Table, Task, TaskRole, Text, Walk,
};

/// Checks when it is compiled that values can be shared between threads.
macro_rules! shared {
    ($($name:ty),+ $(,)?) => {
        const _: () = {
            const fn shared<T: Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
            $( shared::<$name>(); )+
        };
    };
}

/// Checks when it is compiled that values hold no borrow and can be copied, compared and shown.
macro_rules! owned {
    ($($name:ty),+ $(,)?) => {
        shared!($($name),+);
        const _: () = {
            const fn owned<T: Clone + PartialEq + std::fmt::Debug + 'static>() {}
            $( owned::<$name>(); )+
        };
    };
}

/// Checks when it is compiled that values go to JSON and back.
macro_rules! written {
    ($($name:ty),+ $(,)?) => {
        owned!($($name),+);
        const _: () = {
            const fn written<T: serde::Serialize + serde::de::DeserializeOwned>() {}
            $( written::<$name>(); )+
        };
    };
}

written!(
    Agency,
    Appendix,
    Authority,
    Block,
    Citation,
    CitedDocument,
    Code,
    Date,
    Diagnostic,
    Document,
    Furniture,
    Generator,
    Header,
    Issuer,
    Key,
    Kind,
    Label,
    Marker,
    Number,
    Paragraph,
    Parsed,
    Recipient,
    Section,
    Severity,
    Signature,
    Source,
    Span,
    Table,
    Task,
    TaskRole,
    Text,
);
owned!(Error, Indexes, Limits, LineColumn, Mention, Parser);
shared!(Node<'static>, Positions<'static>, Walk<'static>);

#[test]
fn one_parser_serves_many_threads() {
    let parser = Parser::new();
    let text = "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một.\n";
    let want = parser.parse(text);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(parser.parse(text), want));
        }
    });
}

/// Names of this version come back as themselves, others as they were written.
#[test]
fn vocabularies_read_what_they_write() {
    for code in Code::ALL {
        assert_eq!(Code::from(code.as_str()), *code);
        let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(code.as_str().chars().all(kebab), "{code}");
    }
    assert_eq!(Code::from("of-a-later-version").to_string(), "of-a-later-version");
}

#[test]
fn documented_defaults() {
    let limits = Limits::default();
    assert_eq!(limits.input_bytes, 64 * 1024 * 1024);
    assert_eq!(limits.nesting, 50);
    assert_eq!(limits.lines, 250_000);
    assert_eq!(limits.blocks, 250_000);
    assert_eq!(limits.entries, 50_000);
    assert_eq!(limits.diagnostics, 1_000);
    let Indexes { citations, dates, tasks, .. } = Indexes::default();
    assert!(citations && dates && tasks);
}

/// A digest and a version are all a cache needs to know whether a result is still good.
#[test]
fn a_result_names_its_input() {
    let parsed = kehoach::parse("");
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!((parsed.source.bytes, parsed.source.sha256.as_str()), (0, empty));
    assert_eq!(parsed.format_version, kehoach::FORMAT_VERSION);
    assert_eq!(parsed.generator.name, "kehoach");
}
