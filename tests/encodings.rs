//! Old encodings: what they were is found, and read; what is none of them stays as it is.
//!
//! `cargo test --release --test encodings table -- --nocapture` prints the table of detection in README.md.

mod support;

use std::fmt::Write as _;

use kehoach::{Encoding, Error, Parser};
use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use self::support::corpus::{Sample, fixtures, shared, texts};
use self::support::invariants::{broken_invariants, check_invariants};
use self::support::legacy::{LETTERS, OLD, as_bytes, as_western, letter};
use self::support::property::holds;
use self::support::{alphabet, repository, tree};

/// Letters without case, for TCVN3 has none for capitals with tones.
#[expect(clippy::disallowed_methods, reason = "the texts are the tests' own")]
fn caseless(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

fn read_as(encoding: Encoding, text: &str) -> String {
    Parser::new().encoding(encoding).decode_text(text).text.into_owned()
}

#[test]
fn every_letter_is_read() {
    assert_eq!(LETTERS.chars().count(), 134);
    for encoding in OLD {
        for c in LETTERS.chars() {
            // Alone a letter may be a sign.
            let c = format!("t{c}n");
            let written = as_western(&c, encoding);
            let got = read_as(encoding, &written);
            let same =
                if encoding == Encoding::Tcvn3 { caseless(&got) == caseless(&c) } else { got == c };
            assert!(same, "{encoding}: {c} is written {written:?} and read {got:?}");
            let bytes = as_bytes(&c, encoding).expect("a letter has bytes");
            let decoded = Parser::new().encoding(encoding).decode(&bytes).expect("forced");
            // ASCII and what is UTF-8 by accident is read as text.
            assert_eq!(decoded.text, if encoding == Encoding::Utf8AsWestern { c } else { got });
        }
    }
}

/// VNI and windows-1258 write letters with several signs: each is parted from the next.
#[test]
fn every_pair_of_letters_is_read() {
    let letters: Vec<char> = LETTERS.chars().chain('a'..='z').chain('A'..='Z').collect();
    for encoding in [Encoding::Vni, Encoding::Windows1258] {
        for one in &letters {
            for other in &letters {
                let pair = String::from_iter([*one, *other]);
                assert_eq!(read_as(encoding, &as_western(&pair, encoding)), pair, "{encoding}");
            }
        }
    }
}

/// Words in other languages, and what is no language.
const OTHERS: &[(&str, &str)] = &[
    (
        "English",
        "The committee's résumé was naïve: 'Don't you see?', she said. The café (est. 1998) serves crème brûlée, i.e. a custard; it's at 5 °C or less.",
    ),
    (
        "French",
        "Le préfet a présenté à l'assemblée générale le rapport élaboré l'été dernier : les élèves des écoles où l'on étudie l'histoire naturelle y ont été associés. Né à Hà Nội, il a très tôt été façonné par le théâtre.",
    ),
    ("French", "Né là, où ça ? Thé, blé, pré, dé, ré, café : voilà."),
    (
        "German",
        "Für die Prüfung müssen die Schüler über größere Straßen gehen; die Behörde erklärt, daß die Maßnahmen höchstens fünf Tage währen. Öl, Äpfel, Übung.",
    ),
    (
        "Spanish",
        "El señor Muñoz enseñará español a los niños el próximo año en la montaña. ¿Cuándo? Mañana, según él.",
    ),
    (
        "Portuguese",
        "A nação não são irmãos; as ações e canções à tarde, até amanhã, são lições de coração.",
    ),
    (
        "Swedish",
        "Må så vara; på ön går två små får, så nära som då. Får får får? Nej, får får lamm.",
    ),
    ("Finnish", "Hän on täällä. Sää on hyvä, mutta pää on kipeä. Äiti söi."),
    ("Italian", "È già là, perché può. Città, università, così, più, però, libertà."),
    ("Icelandic", "Það er þó við góðan orðstír, að þú ert hér á Íslandi."),
    ("Indonesian", "Rencana kerja tahun 2024 ditetapkan oleh kepala dinas."),
    (
        "signs",
        "Área 12 m², 5 µm, 3½ km ± 2 °C; © 2020 Firm®, § 5, ¶ 6, £ 3, ¥ 4, 7 × 8 ÷ 9, «a» · b, ¼, ¾, 10³.",
    ),
    ("figures", "1.250.000 + 3,5 % (a^2 + b^2 = c^2); 12'30\", 5^3; x^n + y^n = z^n; e^x"),
    ("C", "for (int i = 0; i < n; i++) { a[i] ^= b[i]; if (a ^ b) puts(\"o^o\"); x = e^y; }"),
    (
        "addresses",
        "https://www.example.com/a.b.c?d=e~f a.nguyen@co.uk U.S.A. e.g. i.e. a.m. p.m. node.js",
    ),
    (
        "no marks",
        "UY BAN NHAN DAN TINH AN PHU. Ke hoach so 12/KH-UBND ngay 5 thang 3 nam 2020 cua So Y te.",
    ),
    ("a name", "Ông Müller và bà Höß dự họp tại Đà Nẵng, cùng ông Çelik, bà Åsa và ông Øst."),
    (
        "scanned",
        "Ưỷ ban nhãn dän tình Än Phú, só 12/QÐ-UBND ngày 5 tháng 3 nãm 2020. Diéu 1. Phê duyêt kê hoach.",
    ),
    ("short", "Sè"),
    ("short", "São Tomé"),
    ("short", "Dë"),
];

#[test]
fn nothing_else_is_converted() {
    for (language, text) in OTHERS {
        let decoded = kehoach::decode_text(text);
        assert_eq!(decoded.text, *text, "{language}");
        assert_eq!((decoded.encoding, decoded.carrier), (Encoding::Utf8, None), "{language}");
        assert!(decoded.mixture.is_empty() && decoded.losses.is_empty(), "{language}");
    }
    for file in ["DESIGN.md", "CHANGELOG.md", "Cargo.lock", "src/lib.rs", "src/lexicon/fold.rs"] {
        let text = std::fs::read_to_string(repository(file)).expect("UTF-8");
        let quotes_none = text.replace("KÕ ho¹ch", "").replace("Soá", "");
        assert_eq!(kehoach::decode_text(&quotes_none).text, quotes_none, "{file}");
    }
}

/// Latin-1 of another language is an error, as any bytes that are no text.
#[test]
fn bytes_of_other_languages_are_refused() {
    for (language, text) in OTHERS {
        let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c as u32).ok()).collect();
        let Some(bytes) = bytes.filter(|bytes| !bytes.is_ascii()) else {
            continue;
        };
        let error = Parser::new().parse_bytes(&bytes).expect_err(language);
        assert!(matches!(error, Error::NotText { .. }), "{language}: {error}");
    }
}

#[test]
fn unicode_stays_as_it_is() {
    let mut read = 0;
    let folders = ["seeds", "corpus/text", "corpus/more"].into_iter().filter_map(shared);
    for Sample { name, text, .. } in fixtures().into_iter().chain(folders.flat_map(|f| texts(&f))) {
        let letters =
            text.chars().filter(|c| ('Ạ'..='ỹ').contains(c) || "ăâđêôơưĂÂĐÊÔƠƯ".contains(*c));
        // The folder holds old files as well, and the fixtures do: they have no such letters.
        if letters.count() * 20 < text.chars().count() {
            continue;
        }
        read += 1;
        for form in [text.clone(), text.nfd().collect(), text.nfc().collect()] {
            assert_eq!(kehoach::decode_text(&form).text, form, "{name}");
        }
    }
    assert!(read > 40, "{read} texts");
}

/// What is detected of a piece of a text.
#[derive(Default, Clone, Copy)]
struct Found {
    right: usize,
    wrong: usize,
    undecided: usize,
    /// Of the right ones, those that come back letter by letter, but for capitals.
    letters: usize,
}

impl Found {
    fn add(&mut self, want: &str, encoding: Encoding, got: Result<kehoach::Decoded<'_>, Error>) {
        let Ok(got) = got else {
            self.undecided += 1;
            return;
        };
        if got.encoding == encoding && got.mixture.is_empty() {
            self.right += 1;
            self.letters += usize::from(caseless(&got.text) == caseless(want));
        } else if got.encoding == encoding || got.carrier.is_some() {
            self.wrong += 1;
        } else {
            self.undecided += 1;
        }
    }
}

/// The whole, its first 500 characters, its letterhead.
fn pieces(text: &str) -> [String; 3] {
    let head = text.chars().take(500).collect();
    let title = kehoach::parse(text).document.title;
    let letterhead =
        title.map_or(String::new(), |title| text[..title.span.start as usize].to_owned());
    [text.to_owned(), head, letterhead]
}

/// Texts of Unicode in NFC, of characters that a round trip keeps.
fn documents() -> Vec<String> {
    let folders = ["seeds", "corpus/text", "corpus/more"].into_iter().filter_map(shared);
    let all = fixtures().into_iter().chain(folders.flat_map(|folder| texts(&folder)));
    let known = |c: char| {
        c.is_ascii() && (c >= ' ' || c.is_ascii_whitespace())
            || LETTERS.contains(c)
            || "–“”…’".contains(c)
    };
    let unicode = all.filter(|sample| kehoach::decode_text(&sample.text).carrier.is_none());
    let composed = unicode.map(|sample| {
        let text = sample.text.replace('\u{a0}', " ");
        text.nfc().filter(|c| known(*c)).collect::<String>()
    });
    composed.filter(|text| text.chars().filter(|c| LETTERS.contains(*c)).count() > 200).collect()
}

#[test]
fn table_of_detection() {
    // All of them take minutes where nothing is optimised.
    let step = if cfg!(debug_assertions) { 8 } else { 1 };
    let documents: Vec<_> = documents().iter().step_by(step).map(|text| pieces(text)).collect();
    let mut table = String::new();
    for encoding in OLD {
        for bytes in [false, true] {
            if bytes && encoding == Encoding::Utf8AsWestern {
                continue;
            }
            let mut found = [Found::default(); 3];
            for pieces in &documents {
                for (piece, found) in pieces.iter().zip(&mut found) {
                    if !piece.chars().any(|c| LETTERS.contains(c)) {
                        continue;
                    }
                    let western = as_western(piece, encoding);
                    if bytes {
                        let Some(bytes) = as_bytes(piece, encoding) else { continue };
                        found.add(piece, encoding, kehoach::decode(&bytes));
                    } else {
                        found.add(piece, encoding, Ok(kehoach::decode_text(&western)));
                    }
                }
            }
            let way = if bytes { "bytes" } else { "text" };
            let _ = write!(table, "| {encoding} | {way} |");
            for Found { right, wrong, undecided, .. } in found {
                let _ = write!(table, " {right} / {wrong} / {undecided} |");
            }
            let Found { right, wrong, undecided, letters } = found[0];
            let _ = write!(table, " {letters} |");
            table.push('\n');
            // One scan among them is upside down for a page.
            let all = right + wrong + undecided;
            assert!(wrong + undecided <= all / 100 + 1, "{table}");
        }
    }
    println!("{} documents; right / wrong / undecided\n{table}", documents.len());
}

/// Real files from before Unicode, against transcripts by hand.
#[test]
fn real_files() {
    let Some(folder) = shared("corpus/legacy") else { return };
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace()
            .map(|word| word.trim_matches('|'))
            .filter(|word| !word.is_empty())
            .map(|word| caseless(&word.nfc().collect::<String>()))
            .collect()
    };
    for (file, transcript, encoding) in [
        ("083.vni.txt", "083.transcript.txt", Encoding::Vni),
        ("293.vni.txt", "293.transcript.txt", Encoding::Vni),
        ("297.tcvn3.txt", "297.transcript.txt", Encoding::Tcvn3),
    ] {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("UTF-8");
        let (text, transcript) = (read(file), read(transcript));
        let decoded = kehoach::decode_text(&text);
        assert_eq!((decoded.encoding, decoded.carrier), (encoding, Some(Encoding::Utf8)), "{file}");
        let known: std::collections::BTreeSet<_> = words(&transcript).into_iter().collect();
        let got = words(&decoded.text);
        let other: Vec<_> = got.iter().filter(|word| !known.contains(*word)).collect();
        println!(
            "{file}: {} words, of which {} are not in the transcript: {other:?}",
            got.len(),
            other.len()
        );
        assert!(other.len() * 50 <= got.len(), "{file}: {other:?}");
        check_invariants(&decoded.text, &kehoach::parse(&text));
    }
}

/// `fixtures/encodings` has invented plans as old files hold them, each with its tree.
#[test]
fn goldens() {
    let bless = std::env::var_os("KEHOACH_BLESS").is_some_and(|value| value != "0");
    let entries = std::fs::read_dir(repository("fixtures/encodings")).expect("there are fixtures");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut read = 0;
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let bytes = std::fs::read(&path).expect("readable");
        let mut got = Parser::new().parse_bytes(&bytes).expect("an old encoding");
        got.generator.version = String::new();
        check_invariants(&kehoach::decode(&bytes).expect("the same").text, &got);
        let (golden, got) = (path.with_extension("json"), tree::pretty(&got));
        if bless {
            std::fs::write(&golden, &got).expect("fixtures can be written");
        }
        let want = std::fs::read_to_string(&golden).unwrap_or_default();
        assert!(want == got, "{} differs", golden.display());
        read += 1;
    }
    assert!(read >= 5, "{read} fixtures");
}

/// The tree without places, and without what is said of the encoding.
fn bare(parsed: &kehoach::Parsed) -> Value {
    let mut value = tree::without_places(parsed);
    // It sums up the diagnostics.
    value["document"]["review"] = Value::Null;
    if let Some(diagnostics) = value["diagnostics"].as_array_mut() {
        diagnostics
            .retain(|one| !one["code"].as_str().is_some_and(|code| code.starts_with("encoding-")));
    }
    value
}

/// Fixtures and encodings that do not go together: TCVN3 keeps no capital "Ủy ban" at the beginning of a
/// sentence and no "ÂL", and scans hold signs that are letters in VISCII.
const KNOWN: &[(&str, &[Encoding])] = &[
    ("02-", &[Encoding::Tcvn3]),
    ("06-", &[Encoding::Tcvn3]),
    ("12-", &[Encoding::Tcvn3]),
    ("13-", &[Encoding::Tcvn3]),
    ("15-", &[Encoding::Tcvn3]),
    ("17-", &[Encoding::Tcvn3]),
    ("20-", &[Encoding::Tcvn3]),
    ("21-", &[Encoding::Tcvn3]),
    ("24-", &[Encoding::Tcvn3]),
    ("26-", &OLD),
    ("27-", &[Encoding::Tcvn3]),
    ("28-", &[Encoding::Tcvn3, Encoding::Viscii]),
    ("31-", &[Encoding::Tcvn3]),
    ("33-", &[Encoding::Tcvn3]),
    ("34-", &[Encoding::Tcvn3]),
    ("38-", &[Encoding::Tcvn3]),
    ("40-", &[Encoding::Tcvn3]),
    ("42-", &[Encoding::Tcvn3, Encoding::Viscii]),
    ("44-", &[Encoding::Tcvn3]),
];

/// A plan in an old encoding has the tree that it has in Unicode.
#[test]
fn fixtures_have_the_same_tree() {
    let mut wrong = Vec::new();
    for Sample { name, text, .. } in fixtures() {
        let text: String = text.nfc().collect();
        if kehoach::decode_text(&text).carrier.is_some() {
            continue;
        }
        let want = kehoach::parse(&text);
        for encoding in OLD {
            let written = as_western(&text, encoding);
            let got = kehoach::parse(&written);
            let decoded = kehoach::decode_text(&written).text;
            let mut found = broken_invariants(&decoded, &got);
            if got.source.encoding != encoding.as_str() {
                found.push(format!("read as {}", got.source.encoding));
            }
            let (mut want, mut got) = (bare(&want), bare(&got));
            if encoding == Encoding::Tcvn3 {
                tree::map_strings(&mut want, &caseless);
                tree::map_strings(&mut got, &caseless);
            }
            found.extend(tree::differences(&want, &got, 3));
            let mut known = KNOWN.iter().filter(|(file, _)| name.starts_with(file));
            let known = known.any(|(_, encodings)| encodings.contains(&encoding));
            if !found.is_empty() && !known {
                wrong.push(format!("{name}, {encoding}:\n  {}", found.join("\n  ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A letterhead in TCVN3 over a plan in Unicode.
#[test]
fn a_mixture_is_read_line_by_line() {
    let head = "UBND HUYỆN TÂN PHONG\nSố: 15/KH-UBND\nTân Phong, ngày 4 tháng 5 năm 2006\n";
    let body = "\nKẾ HOẠCH\nTổng kết công tác văn thư\n\n1. Các phòng báo cáo kết quả thực hiện nhiệm vụ được giao.\n";
    let text = as_western(head, Encoding::Tcvn3) + body;
    let decoded = kehoach::decode_text(&text);
    assert_eq!(caseless(&decoded.text), caseless(&format!("{head}{body}")));
    assert_eq!((decoded.encoding, decoded.carrier), (Encoding::Utf8, Some(Encoding::Utf8)));
    assert_eq!(decoded.mixture[0].encoding, "tcvn3");
    // As bytes: the body is UTF-8, the letterhead is not.
    let bytes =
        [as_bytes(head, Encoding::Tcvn3).expect("bytes"), body.as_bytes().to_vec()].concat();
    let decoded = kehoach::decode(&bytes).expect("a mixture");
    assert_eq!(caseless(&decoded.text), caseless(&format!("{head}{body}")));
    assert_eq!(decoded.mixture[0].encoding, "tcvn3");
}

const PLAN: [&str; 2] = [
    "UBND HUYỆN TÂN PHONG\nSố: 15/KH-UBND\nTân Phong, ngày 4 tháng 5 năm 2006\n\nKẾ HOẠCH\nTổng kết công tác văn thư\n\n1. Các phòng báo cáo kết quả thực hiện nhiệm vụ được giao, gửi\n",
    "\nđể Ủy ban nhân dân huyện tổng hợp.\n2. Phòng Nội vụ theo dõi, đôn đốc việc thực hiện.\n",
];

/// A line in the midst of a plan of Unicode: what it is read as, the old encodings that were found, and what
/// is said of a word that stays as it is.
fn in_a_plan(line: &str) -> (String, Vec<String>, Vec<String>) {
    let [before, after] = PLAN;
    let text = format!("{before}{line}{after}");
    let decoded = kehoach::decode_text(&text);
    let rest = decoded.text.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    let got = rest.unwrap_or_else(|| panic!("the plan around {line:?} changed")).to_owned();
    let parsed = kehoach::parse(&text);
    check_invariants(&decoded.text, &parsed);
    assert_eq!(parsed.source.encoding, "utf-8", "{line}");
    let kept = parsed.diagnostics.iter().filter(|one| {
        one.code == kehoach::Code::EncodingUncertain && one.args["converted"] == false
    });
    let kept: Vec<String> =
        kept.map(|one| one.span.slice(&decoded.text).unwrap_or_default().to_owned()).collect();
    let sure = parsed.source.confidence >= 1.0;
    assert_eq!(sure, kept.is_empty() && decoded.mixture.is_empty(), "{line}");
    (got, decoded.mixture.into_iter().map(|one| one.encoding).collect(), kept)
}

/// Headings and short paragraphs in an old encoding, alone among Unicode.
#[test]
fn a_single_line_is_read() {
    for line in [
        "II. NỘI DUNG THỰC HIỆN",
        "Từ ngày 10/01/2025 đến 05/02/2026.",
        "      3. Giao Phòng VH-TT phối hợp UBND các xã thực hiện.",
    ] {
        for encoding in OLD.into_iter().filter(|one| *one != Encoding::Viqr) {
            let written = as_western(line, encoding);
            let (got, found, kept) = in_a_plan(&written);
            assert_eq!(got, line, "{encoding}: {written}");
            assert_eq!((found, kept), (vec![encoding.to_string()], vec![]), "{written}");
        }
    }
    let (got, found, _) = in_a_plan("Tõ ngµy 10/01/2025 – 05/02/2026.");
    assert_eq!((&*got, &*found[0]), ("Từ ngày 10/01/2025 – 05/02/2026.", "tcvn3"));
    // A column of the letterhead, with the other in Unicode; the cells of a row.
    let motto = "      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    let (got, found, _) = in_a_plan(&format!("PHßNG GI¸O DôC §µO T¹O{motto}"));
    assert_eq!(got, format!("PHÒNG GIÁO DỤC ĐÀO TẠO{motto}"));
    assert_eq!(found, ["tcvn3"]);
    let (got, ..) = in_a_plan("| Néi dung thùc hiÖn | Đơn vị chủ trì |");
    assert_eq!(got, "| Nội dung thực hiện | Đơn vị chủ trì |");
    // Where one line is in it, others may be whose letters Unicode has as well.
    let (got, ..) = in_a_plan("quèc phßng, an ninh\nNéi dung, thêi gian bè trÝ\nhết");
    assert_eq!(got, "quốc phòng, an ninh\nNội dung, thời gian bố trí\nhết");
    // Bytes that were shown as blanks.
    let (got, ..) = in_a_plan("vÃ  cÃ¡c Ä‘Æ¡n vá»‹");
    assert_eq!(got, "và  các đơn vị");
}

/// Letters that go on behind a line of Unicode are as small as they are written.
#[test]
fn a_line_within_a_sentence_stays_small() {
    for line in [
        "vÒ phßng gi¸o dôc vµ ®µo t¹o",
        "c¸c b¸o c¸o hµng n¨m vÒ c«ng t¸c v¨n th\u{ad} vµ l\u{ad}u tr÷",
    ] {
        let (got, found, _) = in_a_plan(line);
        assert_eq!(got, caseless(&got));
        assert!(got.contains("áo") && found == ["tcvn3"], "{got}");
        for ends in ["\r\n", "\r"] {
            let [before, after] = PLAN;
            let text = format!("{before}{line}{after}").replace('\n', ends);
            assert!(kehoach::decode_text(&text).text.contains(&got), "{ends:?}");
        }
    }
    // Apart in the letterhead it is a heading, and behind a Roman figure.
    let text = format!("{}{}", PLAN[0].replace("KẾ HOẠCH\nTổng", "kÕ ho¹ch n¨m\n\nTổng"), PLAN[1]);
    assert!(kehoach::decode_text(&text).text.contains("\nKẾ HOẠCH NĂM\n"));
    assert_eq!(in_a_plan("II. môc ®Ých").0, "II. MỤC ĐÍCH");
}

/// Words too few to be converted, or within a line of Unicode, are told.
#[test]
fn what_resembles_an_old_encoding_is_told() {
    for (line, want) in [
        ("T¹i huyện:", "T¹i"),
        ("N¨m 2008", "N¨m 2008"),
        ("Phßng 12", "Phßng 12"),
        ("Thực hiện kế hoạch n¨m 2008 cña Së Y tế", "n¨m 2008 cña Së Y"),
        ("II. NỘI DUNG THÖÏC HIEÄN", "DUNG THÖÏC HIEÄN"),
    ] {
        let (got, found, kept) = in_a_plan(line);
        assert_eq!(got, line);
        assert!(found.is_empty(), "{line}: {found:?}");
        assert_eq!(kept, [want], "{line}");
    }
    // Behind a line that was converted, and is longer than it was.
    let (got, _, kept) = in_a_plan("NOÄI DUNG THÖÏC HIEÄN\nThực hiện n¨m 2008");
    assert_eq!(got, "NỘI DUNG THỰC HIỆN\nThực hiện n¨m 2008");
    assert_eq!(kept, ["n¨m 2008"]);
}

/// Other languages, names and signs within a plan.
#[test]
fn a_single_line_of_another_language_stays() {
    let lines = [
        "The committee met Müller and Höß at café Zürich; résumé, naïve, crème brûlée.",
        "Le préfet a été façonné par le théâtre.",
        "Où ça ? Là, à la crèche",
        "Für die Prüfung",
        "Weiß, Groß, Maß, Öl, Äpfel, Übung",
        "A nação não são irmãos; São Tomé, coração, canções",
        "El señor Muñoz enseñará; mañana, según él; ¿Cuándo?",
        "Peña, año, niño, Ñuble",
        "Må så vara, på få så",
        "Türkiye, Çelik, Åsa, Øst, Älmhult",
        "Ông Müller và bà Höß",
        "Bà Mü là bè",
        "Uy ban nhan dan huyen Tan Phong",
        "Ðông Hà, Ðà Lat, số 12/QÐ-UBND",
        "là và có cà tím, xã ta, thì hòa",
        "5 m², 3½ km, 7 °C, 12 µg/m³, nº 5, 2ª, © ® « a »",
        "nhãn dän tình Än Phú, só 12/QÐ-UBND ngày 5 tháng 3 nãm 2020",
        "cüa dän",
    ];
    for line in lines {
        assert_eq!(in_a_plan(line), (line.to_owned(), vec![], vec![]));
    }
    for (language, text) in OTHERS {
        assert_eq!(in_a_plan(text), ((*text).to_owned(), vec![], vec![]), "{language}");
    }
    // Nor where the document holds an old encoding.
    for line in lines {
        let (got, ..) = in_a_plan(&format!("quèc phßng, an ninh\n\n{line}"));
        assert_eq!(got, format!("quốc phòng, an ninh\n\n{line}"));
    }
}

/// Damaged UTF-8 is no old encoding.
#[test]
fn damaged_utf8_is_refused() {
    for Sample { name, text, .. } in fixtures() {
        let mut bytes = text.into_bytes();
        let Some(at) = bytes.windows(3).position(|three| three[0] == 0xe1 && three[1] == 0xba)
        else {
            continue;
        };
        bytes.remove(at + 1);
        assert!(matches!(Parser::new().parse_bytes(&bytes), Err(Error::NotText { .. })), "{name}");
    }
}

#[test]
fn letters_that_lost_a_byte() {
    for (torn, want) in [
        (
            "Ngà y 5 thÃ¡ng 3: káº¿ hoáº¡ch vÃ  nhiá»‡m vá»¥",
            "Ngà y 5 tháng 3: kế hoạch và  nhiệm vụ",
        ),
        ("Káº¾ HOáº CH Cá»¦A Sá»ž Y Táº¾", "KẾ HOẠCH CỦA SỞ Y TẾ"),
        ("Ä\u{fffd}á»™c láº\u{ad}p, Tá»± do, nháº\u{ad}p", "Độc lập, Tự do, nhập"),
        ("phá»\u{fffd} biáº¿n, ká»³ há»\u{fffd}p", "ph\u{fffd} biến, kỳ h\u{fffd}p"),
    ] {
        assert_eq!(read_as(Encoding::Utf8AsWestern, torn), want);
    }
    assert_eq!(letter(0, Encoding::Vni), "aù");
}

/// Any bytes in any encoding: a tree that keeps every invariant, or an error that says what to do.
#[test]
fn any_bytes_in_any_encoding() {
    let encodings = prop::sample::select(Encoding::ALL);
    let bytes = prop::collection::vec(
        prop_oneof![
            Just(b"ng".to_vec()),
            Just(b"\n".to_vec()),
            Just("Káº¿ hoá".as_bytes().to_vec()),
            Just(b"K\xd5 ho\xb9ch cu\xfba".to_vec()),
            Just(b"e^' dd+o(`".to_vec()),
            Just("ệ\u{301}".as_bytes().to_vec()),
            prop::collection::vec(any::<u8>(), 0..4),
        ],
        0..40,
    );
    holds(512, (prop::option::of(encodings), bytes), |(encoding, bytes)| {
        let bytes = bytes.concat();
        let parser = Parser::new().encoding(encoding);
        match (parser.decode(&bytes), parser.parse_bytes(&bytes)) {
            (Ok(decoded), Ok(parsed)) => {
                let broken = broken_invariants(&decoded.text, &parsed);
                prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
                prop_assert!((0.0..=1.0).contains(&decoded.confidence));
            }
            (Err(_), Err(error)) => prop_assert!(error.to_string().contains(": ")),
            _ => prop_assert!(false, "decoding and reading do not agree"),
        }
        if let Ok(text) = std::str::from_utf8(&bytes) {
            let decoded = parser.decode_text(text);
            let broken = broken_invariants(&decoded.text, &parser.parse(text));
            prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
        }
        Ok(())
    });
}

/// The alphabet of the domain, written anew: no panic, and everything in the tree.
#[test]
fn plans_of_the_alphabet() {
    let picks = prop::collection::vec(any::<u8>(), 0..200);
    holds(128, (picks, prop::sample::select(&OLD[..])), |(picks, encoding)| {
        let text = as_western(&alphabet::text(&picks), encoding);
        let decoded = kehoach::decode_text(&text);
        let broken = broken_invariants(&decoded.text, &kehoach::parse(&text));
        prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
        Ok(())
    });
}
