//! The invariants hold of any text; and the check sees what breaks them.

mod support;

use kehoach::{Parsed, Parser, Span};

use self::support::invariants::{broken_invariants, in_vietnamese_order};
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
