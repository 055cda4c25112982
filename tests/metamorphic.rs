//! The same words, laid out or coded another way, give the same tree but for its places.
//!
//! Each way is tried on every fixture and on generated plans. `KNOWN` lists the fixtures that do
//! not hold yet; each must fail, so that the list only shrinks.

mod support;

use kehoach::Parsed;
use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use self::support::corpus::fixtures;
use self::support::invariants::broken_invariants;
use self::support::plan::{Layout, Plan, plan};
use self::support::property::holds;
use self::support::{read, tree};

/// A way to write a text again.
struct Way {
    name: &'static str,
    /// The text written that way.
    rewrite: fn(&str) -> String,
    /// What the change shows in the words of the tree, undone.
    fold: fn(&str) -> String,
}

/// Ways and fixtures that do not go together yet.
const KNOWN: &[(&str, &str)] = &[];

fn same(text: &str) -> String {
    text.to_owned()
}

const WAYS: &[Way] = &[
    Way { name: "decomposed", rewrite: |text| text.nfd().collect(), fold: same },
    Way { name: "composed", rewrite: |text| text.nfc().collect(), fold: same },
    Way { name: "tone before letter mark", rewrite: tone_first, fold: same },
    Way { name: "CRLF", rewrite: |text| lf(text).replace('\n', "\r\n"), fold: same },
    Way { name: "CR", rewrite: |text| lf(text).replace('\n', "\r"), fold: same },
    Way { name: "byte-order mark", rewrite: |text| format!("\u{feff}{text}"), fold: same },
    Way { name: "no-break spaces", rewrite: no_break, fold: same },
    Way { name: "blanks at line ends", rewrite: |text| lf(text).replace('\n', "  \n"), fold: same },
    Way { name: "no last line end", rewrite: |text| text.trim_end().to_owned(), fold: same },
    Way {
        name: "doubled blank lines",
        rewrite: |text| lf(text).replace("\n\n", "\n\n\n"),
        fold: same,
    },
    Way { name: "en dashes", rewrite: |text| dashes(text, '–'), fold: plain_dashes },
    Way {
        name: "non-breaking hyphens",
        rewrite: |text| dashes(text, '\u{2011}'),
        fold: plain_dashes,
    },
    Way { name: "tone on the other vowel", rewrite: other_vowel, fold: first_vowel },
];

/// A text without the marks of its letters.
fn without_marks(text: &str) -> String {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c));
    letters
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            c => c,
        })
        .collect()
}

fn lf(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Every second single space between two letters as a no-break space.
fn no_break(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut spaces = 0;
    let turned = chars.iter().enumerate().map(|(i, c)| {
        let between = i > 0
            && chars[i - 1].is_alphabetic()
            && chars.get(i + 1).is_some_and(|next| next.is_alphabetic());
        spaces += usize::from(*c == ' ' && between);
        if *c == ' ' && between && spaces % 2 == 0 { '\u{a0}' } else { *c }
    });
    turned.collect()
}

/// Decomposed, and the tone mark before the mark of the letter: what NFC does not repair.
fn tone_first(text: &str) -> String {
    let mut chars: Vec<char> = text.nfd().collect();
    for at in 1..chars.len() {
        let tone = matches!(chars[at], '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}');
        if tone && matches!(chars[at - 1], '\u{302}' | '\u{306}') {
            chars.swap(at - 1, at);
        }
    }
    chars.into_iter().collect()
}

/// Single hyphens as another dash. Rules and lines of tables stay as they are drawn.
fn dashes(text: &str, dash: char) -> String {
    let chars: Vec<char> = text.chars().collect();
    let drawn = |c: Option<&char>| c.is_some_and(|c| matches!(c, '-' | '|' | '+' | '_'));
    let turned = chars.iter().enumerate().map(|(i, c)| {
        let before = i.checked_sub(1).and_then(|i| chars.get(i));
        let alone = !drawn(before) && !drawn(chars.get(i + 1));
        if *c == '-' && alone { dash } else { *c }
    });
    turned.collect()
}

fn plain_dashes(text: &str) -> String {
    text.replace(['–', '\u{2011}'], "-")
}

/// Open syllables whose tone stands on either vowel, tone on the first vowel and on the second.
const OPEN: &[(&str, &str)] = &[
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
    ("ÒA", "OÀ"),
    ("ÓA", "OÁ"),
    ("ỎA", "OẢ"),
    ("ÕA", "OÃ"),
    ("ỌA", "OẠ"),
    ("ÙY", "UỲ"),
    ("ÚY", "UÝ"),
    ("ỦY", "UỶ"),
    ("ŨY", "UỸ"),
    ("ỤY", "UỴ"),
    ("Ủy", "Uỷ"),
];

/// Hòa as hoà and ủy as uỷ; the other way round where that is how it was.
fn other_vowel(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let quy = out.ends_with(['q', 'Q']);
        let open = |vowels: &str| {
            rest.strip_prefix(vowels).is_some_and(|behind| {
                !behind
                    .starts_with(|c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}'))
            })
        };
        let found = OPEN.iter().find(|(first, second)| open(first) || open(second));
        if let Some((first, second)) = found.filter(|_| !quy) {
            let first_now = rest.starts_with(first);
            let (now, other) = if first_now { (first, second) } else { (second, first) };
            out.push_str(other);
            rest = &rest[now.len()..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn first_vowel(text: &str) -> String {
    OPEN.iter().fold(text.to_owned(), |text, (first, second)| text.replace(second, first))
}

/// The tree without places, its words folded.
fn folded(parsed: &Parsed, fold: fn(&str) -> String) -> Value {
    let mut tree = tree::without_places(parsed);
    tree::map_strings(&mut tree, &fold);
    tree
}

#[test]
fn fixtures_hold() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        for way in WAYS {
            let text = (way.rewrite)(&fixture.text);
            let (want, got) = (kehoach::parse(&fixture.text), kehoach::parse(&text));
            let mut found = broken_invariants(&text, &got);
            let (want, got) = (folded(&want, way.fold), folded(&got, way.fold));
            found.extend(tree::differences(&want, &got, 3));
            let known = KNOWN.contains(&(way.name, &fixture.name));
            if found.is_empty() && known {
                wrong
                    .push(format!("{} holds for {}: take it off the list", way.name, fixture.name));
            } else if !found.is_empty() && !known {
                wrong.push(format!("{}, {}:\n  {}", way.name, fixture.name, found.join("\n  ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails where two texts have different trees.
fn hold(one: &str, other: &str, fold: fn(&str) -> String) -> Result<(), TestCaseError> {
    let (want, got) = (folded(&read(one), fold), folded(&read(other), fold));
    let found = tree::differences(&want, &got, 3);
    prop_assert!(found.is_empty(), "{}\n--- one\n{one}\n--- other\n{other}", found.join("\n"));
    Ok(())
}

#[test]
fn plans_hold() {
    let layout = Layout { width: Some(78), indent: 6, spaced: false };
    holds(24, plan(), |plan: Plan| {
        let text = plan.text(layout);
        WAYS.iter().try_for_each(|way| hold(&text, &(way.rewrite)(&text), way.fold))
    });
}

#[test]
fn wrapping_changes_nothing() {
    let strategy = (plan(), 40..110_usize, prop::sample::select(&[0_usize, 2, 6] as &[_]));
    holds(64, strategy, |(plan, width, indent)| {
        let whole = plan.text(Layout { indent, ..Layout::default() });
        let wrapped = plan.text(Layout { width: Some(width), indent, ..Layout::default() });
        hold(&whole, &wrapped, same)
    });
}

#[test]
fn blank_lines_between_paragraphs_change_nothing() {
    holds(64, plan(), |plan| {
        let layout = Layout { indent: 6, ..Layout::default() };
        hold(&plan.text(layout), &plan.text(Layout { spaced: true, ..layout }), same)
    });
}

#[test]
fn a_blank_line_after_every_line_changes_nothing() {
    holds(64, (plan(), 50..100_usize), |(plan, width)| {
        let text = plan.text(Layout { width: Some(width), indent: 0, spaced: false });
        hold(&text, &text.replace('\n', "\n\n"), same)
    });
}

/// Words without marks are told by the phrases they stand in: nearly nothing is lost, nothing is printed with marks.
#[test]
fn a_text_without_marks_keeps_its_tasks_and_citations() {
    let words = |parsed: &Parsed| {
        let doers = parsed.document.tasks.iter().flat_map(|task| &task.lead);
        let mut doers: Vec<_> = doers.map(|doer| without_marks(&doer.text)).collect();
        doers.sort();
        let issuers = parsed.document.citations.iter().filter_map(|found| found.issuer.as_ref());
        let issuers: Vec<_> = issuers.map(|issuer| without_marks(&issuer.text)).collect();
        (doers, issuers)
    };
    let (mut all, mut kept) = ([0, 0], [0, 0]);
    for fixture in fixtures() {
        let bare = without_marks(&fixture.text);
        let parsed = kehoach::parse(&bare);
        assert_eq!(broken_invariants(&bare, &parsed), Vec::<String>::new(), "{}", fixture.name);
        for task in &parsed.document.tasks {
            assert_eq!(task.text, without_marks(&task.text), "{}", fixture.name);
        }
        let (found, other) = (words(&kehoach::parse(&fixture.text)), words(&parsed));
        for (at, (found, other)) in [(found.0, other.0), (found.1, other.1)].iter().enumerate() {
            let mut left = other.clone();
            all[at] += found.len();
            kept[at] += found
                .iter()
                .filter(|name| {
                    let same = left.iter().position(|other| other == *name);
                    same.map(|at| left.swap_remove(at)).is_some()
                })
                .count();
        }
    }
    for (all, kept) in all.into_iter().zip(kept) {
        assert!(10 * kept >= 9 * all, "{kept} of {all}");
    }
}

#[test]
fn the_ways_do_what_they_say() {
    assert_eq!(other_vowel("hòa, khoẻ, ỦY, quý, toán, thùy"), "hoà, khỏe, UỶ, quý, toán, thuỳ");
    assert_eq!(first_vowel("hoà thuỷ"), "hòa thủy");
    assert_eq!(dashes("- a-b\n---\n|-|", '–'), "– a–b\n---\n|-|");
    assert_eq!(tone_first("ấ"), "a\u{301}\u{302}");
    assert_eq!(no_break("a b c d"), "a b\u{a0}c d");
}

/// Subjects with words in them that begin the names of bodies, and words that bodies begin without their marks.
const SUBJECTS: &[&str] = &[
    "TRIỂN KHAI CÔNG TÁC DÂN SỐ TRONG TÌNH HÌNH MỚI GIAI ĐOẠN 2026 - 2030",
    "CHUYỂN ĐỔI SỐ TRONG HOẠT ĐỘNG CẢNH BÁO MÔI TRƯỜNG TẠI CÁC VÙNG NUÔI",
    "THI HÀNH NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT PHÒNG THỦ DÂN SỰ",
    "THỰC HIỆN CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ DỊCH VỤ ĐĂNG KIỂM",
    "PHÁT TRIỂN KINH TẾ - XÃ HỘI TRÊN ĐỊA BÀN THÀNH PHỐ",
    "Tổ chức hội thi “Thư viện xanh – Sách của em” năm 2026",
    "Phát triển kinh tế số và xã hội số giai đoạn 2021 – 2030 khu vực miền núi",
];

#[test]
fn a_subject_may_break_behind_any_word() {
    const HEADS: [&str; 2] = [
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
         Độc lập - Tự do - Hạnh phúc\n---------------\nSố: 12/KH-UBND\n\
         Sơn Hà, ngày 4 tháng 3 năm 2026\n\nKẾ HOẠCH\n\n",
        "UBND TỈNH SƠN HÀ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
         SỞ NỘI VỤ                   Độc lập - Tự do - Hạnh phúc\n\
         Số: 12/KH-SNV              Sơn Hà, ngày 4 tháng 3 năm 2026\n\n               KẾ HOẠCH\n",
    ];
    const TAILS: [&str; 2] = [
        "\n\nỦY BAN NHÂN DÂN TỈNH SƠN HÀ\n\nCăn cứ Luật Lưu trữ ngày 21/6/2024;\n\n\
         I. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n",
        "\n\nThực hiện Công văn số 5/SNV-VTLT ngày 3/2/2026 của Sở Nội vụ, Sở xây dựng Kế hoạch như sau:\n\
         I. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n",
    ];
    for (subject, (head, tail)) in SUBJECTS.iter().flat_map(|subject| {
        HEADS
            .iter()
            .flat_map(|head| TAILS.map(|tail| (*head, tail)))
            .map(move |around| (subject, around))
    }) {
        for (at, _) in subject.match_indices(' ') {
            let broken = format!("{}\n{}", &subject[..at], &subject[at + 1..]);
            let parsed = kehoach::parse(&format!("{head}{broken}{tail}"));
            let found = parsed.document.subject.map(|subject| subject.text);
            assert_eq!(found.as_deref(), Some(*subject), "{broken:?}");
        }
    }
}
