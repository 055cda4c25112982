//! Symbols that are not as the rule has them, by habit or by a scanner: what they should be.
//!
//! `symbol := type sep organ { sep unit }` (NĐ 30/2020 Phụ lục I, Phần II; for the Party Hướng dẫn 36-HD/VPTW).

use super::issuers::organ_of_code;
use super::types::type_of_code;
use super::{fold, is_near, letters_like};

/// Organs of the Party, whose symbols have a stroke where those of the State have a hyphen.
const PARTY: &[&str] = &["TW", "TƯ", "TU", "HU", "QU", "ĐU"];

/// Whether a symbol is one of the Party: "CT/TW".
pub(crate) fn is_party_symbol(symbol: &str) -> bool {
    symbol.split_once('/').is_some_and(|(_, organ)| PARTY.contains(&organ))
}

/// What a symbol should be by rule, if it is not that; `kind` is the abbreviation of the type that the
/// document is called.
///
/// ```text
/// "QD-UBND", "QĐ" -> "QĐ-UBND"    "KHUBND" -> "KH-UBND"
/// "QĐ-TW"         -> "QĐ/TW"      "NĐ-CF"  -> "NĐ-CP"
/// ```
pub(crate) fn regular_symbol(symbol: &str, kind: Option<&str>) -> Option<String> {
    let kind = kind.filter(|kind| is_abbreviation(kind));
    let Some(at) = symbol.find(['-', '/', '_']) else { return parted(symbol, kind) };
    let (code, behind) = symbol.split_at(at);
    if let Some(kind) = kind.filter(|kind| is_slip(code, kind)) {
        return Some(format!("{kind}{behind}"));
    }
    let rest = &behind[1..];
    if PARTY.contains(&rest) && behind.starts_with('-') && type_of_code(code).is_some() {
        return Some(format!("{code}/{rest}"));
    }
    if behind.starts_with('/') && rest == "TVV" {
        return Some(format!("{code}/TW"));
    }
    let end = rest.find(['-', '/', '_']).unwrap_or(rest.len());
    let known = |code: &str| organ_of_code(code).is_some() || type_of_code(code).is_some();
    if matches!(rest, "1U" | "IU" | "lU" | "7U") && type_of_code(code).is_some() {
        return Some(format!("{code}/TU"));
    }
    // "KL/IW"
    if behind.starts_with('/') && rest.chars().count() == 2 && !known(rest) && is_near(rest, "TW") {
        return Some(format!("{code}/TW"));
    }
    let organ = meant_organ(code, &rest[..end])?;
    Some(format!("{code}{}{organ}{}", &behind[..1], &rest[end..]))
}

/// Whether the code of a type stands in symbols: laws have none, and letters ("công văn") begin with their organ.
fn is_abbreviation(kind: &str) -> bool {
    kind != "CV" && kind.chars().all(|c| c.is_uppercase() || c == 'r' || c == 'y')
}

/// "H15" of "OH15": the rest of a term of the National Assembly.
fn is_term(rest: &str) -> bool {
    rest.strip_prefix("H1")
        .is_some_and(|ones| ones.len() == 1 && ones.as_bytes()[0].is_ascii_digit())
}

/// "OH15": the term of the National Assembly. "KHUBND": the sign between type and organ is gone; "KH.UBND", "KHITU": it is another.
fn parted(symbol: &str, kind: Option<&str>) -> Option<String> {
    if let Some(term) = symbol.strip_prefix(['O', 'G']).filter(|term| is_term(term)) {
        return Some(format!("Q{term}"));
    }
    if organ_of_code(symbol).is_some() || type_of_code(symbol).is_some() {
        return None;
    }
    let is_type = |code: &str| match kind {
        Some(kind) => kind == code,
        None => code.chars().count() > 1 && type_of_code(code).is_some(),
    };
    let known = |code: &&str| {
        code.len() > 1 && code.starts_with(char::is_uppercase) && organ_of_code(code).is_some()
    };
    let organ = |rest| {
        let signed = || str::strip_prefix(rest, ['.', 'I', 'l', '1']);
        Some(rest)
            .filter(known)
            .or_else(|| signed().filter(known))
            .or_else(|| meant_organ("", rest).filter(|organ| *organ == "UBND"))
    };
    let mut places = symbol.char_indices().skip(1).map(|(at, _)| symbol.split_at(at));
    let (code, organ) = places.find_map(|(code, rest)| {
        organ(rest).filter(|_| is_type(code)).map(|organ| (code, organ))
    })?;
    let sign = if PARTY.contains(&organ) { '/' } else { '-' };
    Some(format!("{code}{sign}{organ}"))
}

/// Whether a code is that of the type with a slip: "QD", "TI" for "TT", "QĐĐ". What is the code of another type or
/// organ is none.
fn is_slip(code: &str, kind: &str) -> bool {
    if code == kind {
        return false;
    }
    let bare = code.is_ascii() && code.chars().filter_map(fold).eq(kind.chars().filter_map(fold));
    let known = || type_of_code(code).is_some() || organ_of_code(code).is_some();
    bare && !kind.is_ascii()
        || kind.contains('H') && !known() && joined(code) == kind
        || code.chars().count() <= kind.chars().count() + 1 && !known() && is_near(code, kind)
}

/// A code with H for each two strokes, which scanners make of it: "KII", "K11".
fn joined(code: &str) -> String {
    ["II", "11", "ll", "Il", "lI"].iter().fold(code.to_owned(), |code, two| code.replace(two, "H"))
}

/// The organ that is meant by a code with one wrong letter: "UBNĐ"; behind "NĐ" only the Government stands.
fn meant_organ(kind: &str, code: &str) -> Option<&'static str> {
    if organ_of_code(code).is_some() || type_of_code(code).is_some() {
        return None;
    }
    let horned = |known: &&str| code.ends_with('Ư') && code.starts_with(&known[..known.len() - 1]);
    let length = code.chars().count();
    match length {
        2 if kind != "NĐ" => ["HU", "QU", "ĐU"].into_iter().find(horned),
        // Councils of other names have codes that are near: HĐTD.
        4 if code == "HDND" => Some("HĐND"),
        4 if is_near(code, "UBND") => Some("UBND"),
        3 if code.ends_with(|c: char| c.is_lowercase() || c == '9') && is_near(code, "TTg") => {
            Some("TTg")
        }
        1..4 if kind == "NĐ" && is_near(code, "CP") => Some("CP"),
        _ => respelt(code),
    }
}

/// The organ whose code has a bare D for its Đ, or one figure for a letter like it: "BGDDT", "BNNM1", "SC7". Other short
/// codes are near to those of too many.
fn respelt(code: &str) -> Option<&'static str> {
    let known = |code: &str| organ_of_code(code).map(|organ| organ.code);
    let mut figures = code.char_indices().skip(1).filter(|(_, c)| c.is_ascii_digit());
    if let (Some((at, figure)), None) = (figures.next(), figures.next()) {
        let open = code.starts_with(['B', 'S']) || code.chars().nth(3).is_some();
        let letters = match figure {
            '7' => &["t"],
            _ => letters_like(figure),
        };
        let meant = |letter: &&str| {
            let letter = letter.to_ascii_uppercase();
            known(&format!("{}{letter}{}", &code[..at], &code[at + 1..]))
        };
        return letters.iter().filter(|_| open).find_map(meant);
    }
    code.chars().nth(3)?;
    let bare = code.match_indices('D').filter(|_| code.starts_with(['B', 'S']));
    bare.map(|(at, _)| at).find_map(|at| known(&format!("{}Đ{}", &code[..at], &code[at + 1..])))
}

/// The symbol of a provincial committee of the Party that is meant by one of the Central Committee: "KH/TU" for "KH/TƯ".
pub(crate) fn provincial_symbol(symbol: &str) -> Option<String> {
    let kept = symbol.strip_suffix("TƯ").or_else(|| symbol.strip_suffix("TW"))?;
    kept.ends_with(['/', '-']).then(|| format!("{kept}TU"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_by_rule() {
        for (symbol, kind, want) in [
            ("QD-UBND", Some("QĐ"), "QĐ-UBND"),
            ("ND-CP", Some("NĐ"), "NĐ-CP"),
            ("QĐ-TW", None, "QĐ/TW"),
            ("KHUBND", None, "KH-UBND"),
            ("QĐUBND", Some("QĐ"), "QĐ-UBND"),
            ("NĐCP", Some("NĐ"), "NĐ-CP"),
            ("NQTW", Some("NQ"), "NQ/TW"),
            ("TI-BGDĐT", Some("TT"), "TT-BGDĐT"),
            ("QĐĐ-UBND", Some("QĐ"), "QĐ-UBND"),
            ("KH-UBNĐ", None, "KH-UBND"),
            ("KH-UBNĐ-VX", None, "KH-UBND-VX"),
            ("NQ-HDND", Some("NQ"), "NQ-HĐND"),
            ("NĐ-CF", Some("NĐ"), "NĐ-CP"),
            ("NĐ-C", None, "NĐ-CP"),
            ("QĐ-TTq", None, "QĐ-TTg"),
            ("QĐ-TT9", None, "QĐ-TTg"),
            ("KH.UBND", None, "KH-UBND"),
            ("KHITU", None, "KH/TU"),
            ("KHUBNĐ", None, "KH-UBND"),
            ("KH/HƯ", None, "KH/HU"),
            ("KL/IW", None, "KL/TW"),
            ("CT/TVV", None, "CT/TW"),
            ("KII-SCT", Some("KH"), "KH-SCT"),
            ("K11-UBND", Some("KH"), "KH-UBND"),
            ("TT-BGDDT", Some("TT"), "TT-BGDĐT"),
            ("TT-BGDĐ1", Some("TT"), "TT-BGDĐT"),
            ("KH-SNNM1", None, "KH-SNNMT"),
            ("OH15", None, "QH15"),
            ("KH/1U", None, "KH/TU"),
            ("KH/IU", None, "KH/TU"),
            ("KH-SC7", None, "KH-SCT"),
            ("KH-S7C", Some("KH"), "KH-STC"),
        ] {
            assert_eq!(regular_symbol(symbol, kind).as_deref(), Some(want), "{symbol}");
        }
    }

    #[test]
    fn symbols_of_another_level() {
        assert_eq!(provincial_symbol("KH/TƯ").as_deref(), Some("KH/TU"));
        assert_eq!(provincial_symbol("KH-TW").as_deref(), Some("KH-TU"));
        for symbol in ["KH/TU", "HD/BTGTW", "KH/HU", ""] {
            assert_eq!(provincial_symbol(symbol), None, "{symbol}");
        }
    }

    #[test]
    fn symbols_that_stay() {
        for (symbol, kind) in [
            ("KH-UBND", Some("KH")),
            ("QH15", Some("Luật")),
            ("TTr-SNV", Some("TT")),
            ("VPCP-KTTH", Some("CV")),
            ("SNV-TCCC", Some("CV")),
            ("BVHTTDL-VP", Some("QĐ")),
            ("KH-UBMT", None),
            ("QĐ-TTG", Some("QĐ")),
            ("TB-HĐTD", None),
            ("KH-UBDT", None),
            ("HĐBT", Some("NĐ")),
            ("NĐ-HĐBT", Some("NĐ")),
            ("KH/TU", Some("KH")),
            ("KII-SCT", None),
            ("KIII-SCT", Some("KH")),
            ("UBNDNCKSTTHC", None),
            ("KH-BCĐ", Some("KH")),
            ("CTg", None),
            ("NQ/TƯ", None),
            ("KH-PC08", None),
            ("KH-DTNT", None),
            ("KH-BDVTU", None),
            ("KH-TMH1", None),
            ("KH-A05", None),
            ("KH-PA8", None),
            ("KH-BCĐ138", None),
            ("KH-CT229", None),
            ("KH-SC77", None),
            ("CH12", None),
            ("TH15", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(regular_symbol(symbol, kind), None, "{symbol}");
        }
    }
}
