//! The invariants hold of any text; and the check sees what breaks them.

mod support;

use kehoach::{Parsed, Parser, Span};
use proptest::prelude::*;

use self::support::alphabet;
use self::support::corpus::fixtures;
use self::support::invariants::{
    broken_citations, broken_dates, broken_invariants, in_vietnamese_order,
};
use self::support::property::holds;
use self::support::{check_invariants, read};

/// Texts that are no plans, or hardly.
const ODD: &[&str] = &[
    "",
    "\n",
    "\u{feff}",
    " \t\u{a0}\u{200b}",
    "\u{c}\u{c}\n\u{c}",
    "\r\r\n\n\r",
    "a",
    "1",
    "-",
    "- \n+ \n* \n•",
    "I.\nII.\nIII.",
    "Nơi nhận:",
    "KẾ HOẠCH",
    "\u{301}\u{302}",
    "a\u{301}\u{301}\u{301}",
    "**",
    "***\n**a",
    "| | |\n|-|-|\n| a |",
    "Số: /KH-UBND",
    "“I. một\nII. hai",
    "The quick brown fox.\n\nÜber allen Gipfeln",
    "漢字\n한글\nไทย\nעברית",
    "\u{1f600}\u{200d}\u{1f469}",
    "\0\u{1}\u{7f}",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
];

#[test]
fn of_odd_texts() {
    for text in ODD {
        read(text);
    }
}

#[test]
fn of_every_beginning_of_a_text() {
    let text = "UBND TỈNH AN PHÚ    CỘNG HÒA XÃ HỘI\r\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một\n\
                - hai;\n   1\nba.\nTrên đây là Kế hoạch./.\nNơi nhận:   CHỦ TỊCH\n- Lưu: VT.\n  Lê Thị Mai";
    for (end, _) in text.char_indices() {
        read(&text[..end]);
        read(&text[end..]);
    }
}

#[test]
fn of_repeats() {
    for piece in
        ["- ", "1. ", "a) ", "(", "|", "\n", "I.\n", "1.1", "Nơi nhận:\n", "“", "**", "Điều 1. "]
    {
        read(&piece.repeat(3000));
    }
}

#[test]
fn of_other_encodings() {
    let text = "\u{feff}KẾ HOẠCH\r\n1. Một 𝄞\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let parsed = Parser::new().parse_bytes(&bytes).expect("UTF-16");
    check_invariants(text.trim_start_matches('\u{feff}'), &parsed);
}

/// Markers, keywords and line ends in any order; also the text cut anywhere.
#[test]
fn of_any_pieces() {
    let picks = prop::collection::vec(any::<u8>(), 1..80);
    holds(400, picks, |picks| no_invariant_broken(&alphabet::text(&picks)));
}

/// Any characters, many of them marks, spaces and signs that cleaning changes.
#[test]
fn of_any_characters() {
    let text = r"[a-cA-C1-3 \n\r\t.)\-*|\u{300}-\u{304}\u{323}\u{a0}\u{ad}\u{200b}ÐếĐ“”\PC]{0,60}";
    holds(400, text, |text| no_invariant_broken(&text));
}

/// Whatever the limits are, and whichever indexes are wanted.
#[test]
fn of_any_options() {
    let picks = prop::collection::vec(any::<u8>(), 0..80);
    holds(300, (any::<u32>(), picks), |(options, picks)| {
        let text = alphabet::text(&picks);
        let broken = broken_invariants(&text, &alphabet::parser(options).parse(&text));
        prop_assert!(broken.is_empty(), "{}\n{options} {text:?}", broken.join("\n"));
        Ok(())
    });
}

/// A plan with lines taken out, doubled and swapped.
#[test]
fn of_plans_with_lines_out_of_place() {
    let fixture = prop::sample::select(fixtures().into_iter().map(|f| f.text).collect::<Vec<_>>());
    let changes = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8), 1..8);
    holds(120, (fixture, changes), |(fixture, changes)| {
        let mut lines: Vec<_> = fixture.split_inclusive('\n').collect();
        for (index, change) in changes {
            let (at, last) = (index.index(lines.len()), lines.len() - 1);
            match change {
                0 if last > 0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at]),
                _ => lines.swap(at, last - at),
            }
        }
        no_invariant_broken(&lines.concat())
    });
}

fn no_invariant_broken(text: &str) -> Result<(), TestCaseError> {
    let mut broken = broken_invariants(&kehoach::decode_text(text).text, &kehoach::parse(text));
    broken.extend(broken_citations(text));
    broken.extend(broken_dates(text));
    prop_assert!(broken.is_empty(), "{}\n{text:?}", broken.join("\n"));
    Ok(())
}

const PLAN: &str = "KẾ HOẠCH\n1. Một\n- hai\nba bốn\n";

/// What the check says of a tree that was tampered with.
fn said(tamper: impl FnOnce(&mut Parsed)) -> String {
    let mut parsed = read(PLAN);
    tamper(&mut parsed);
    broken_invariants(PLAN, &parsed).join("\n")
}

/// Adds a leaf to the tree that stands where `place` does in the plan, `cut` bytes shorter.
fn furniture(parsed: &mut Parsed, text: &str, place: &str, cut: usize) {
    let start = PLAN.find(place).expect("it is there");
    let [start, end] = [start, start + place.len() - cut].map(|at| at.try_into().expect("small"));
    let span = Span::new(start, end);
    let json = serde_json::json!([{ "kind": "stamp", "text": text, "span": span }]);
    parsed.document.page_furniture = serde_json::from_value(json).expect("furniture");
}

#[test]
fn the_check_sees_what_is_wrong() {
    let lost = said(|parsed| {
        parsed.document.body.clear();
        parsed.document.preamble.clear();
    });
    assert!(lost.contains("lie in no leaf"), "{lost}");
    let twice = said(|parsed| furniture(parsed, "hai", "hai", 0));
    assert!(twice.contains("in several leaves"), "{twice}");
    let other = said(|parsed| furniture(parsed, "hay", "hai", 0));
    assert!(other.contains("its span slices"), "{other}");
    let cut = said(|parsed| furniture(parsed, "K", "KẾ", 1));
    assert!(cut.contains("which cuts a text"), "{cut}");
    let loose = said(|parsed| furniture(parsed, "ba  bốn", "ba bốn", 0));
    assert!(loose.contains("not collapsed"), "{loose}");
    let counted = said(|parsed| parsed.source.bytes += 1);
    assert!(counted.contains("the source has"), "{counted}");
}

#[test]
fn marks_come_in_one_order() {
    for raw in ["a\u{301}\u{302}", "a\u{302}\u{301}", "á\u{302}", "â\u{301}", "ấ"] {
        assert_eq!(in_vietnamese_order(raw), "ấ");
    }
}
