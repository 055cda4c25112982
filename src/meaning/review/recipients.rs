//! Entries of "Nơi nhận" whose parts are damaged: "Lưn: VT", "(2O)", "{báo cáo)", "† CVP".

use super::misspelt::report;
use crate::diagnostic::Code;
use crate::document::{Recipient, RecipientKind};
use crate::layout::Ledger;
use crate::lexicon::{Damage, Marks, Phrases, is_small, meant, number_like, opens_spelt, skeleton};

/// Reports entries whose archive label ("Lưu"), copies or parenthesis are damaged.
pub(super) fn recipients(found: &[Recipient], ledger: &mut Ledger<'_>) {
    for recipient in found {
        let text = recipient.text.as_str();
        if recipient.kind != RecipientKind::Archive
            && let Some((label, _)) = text.split_once(':')
        {
            let letters = label.chars().filter(|c| c.is_alphabetic()).count();
            let near = skeleton(label).starts_with("lu") || skeleton(label).ends_with("uu");
            if (2..5).contains(&letters) && near {
                report("recipient", label, "lưu", recipient.span, ledger);
            }
        }
        if recipient.kind == RecipientKind::Archive
            && let Some((label, _)) = text.split_once(':')
            && skeleton(label) == "luu"
            && opens_spelt(label, "lưu").is_none()
        {
            report("recipient", label, "lưu", recipient.span, ledger);
        }
        if let Some((word, _)) = recipient.purpose.as_deref().and_then(|said| said.split_once(' '))
            && let Some(meant) = meant(word, &["để"])
        {
            report("recipient", word, meant, recipient.span, ledger);
        }
        let inner = text.rfind('(').map(|at| &text[at + 1..]);
        let closed = inner.and_then(|inner| inner.split_once(')')).map(|(inner, _)| inner);
        let copies = |inner: &&str| {
            let figures = inner.trim_end_matches('b');
            let unit = inner.trim_start_matches(|c: char| c.is_ascii_digit());
            let other = unit.len() == 1
                && unit != "b"
                && unit.starts_with(|c: char| c.is_ascii_lowercase())
                && unit.len() < inner.len();
            let is_spoilt = |figures: &str| {
                figures.len() < 4 && number_like(figures).is_some_and(|(_, whole)| !whole)
            };
            // "Huy.OSb": who drafted it stands before.
            let drafted = || {
                let (_, figures) = inner.rsplit_once('.')?;
                figures.strip_suffix('b').filter(|figures| is_spoilt(figures))
            };
            let spoilt = || is_spoilt(figures) || drafted().is_some();
            recipient.copies.is_none() && (other || spoilt())
        };
        let braces = text.contains(['{', '}']) || inner.is_none() && text.contains(')');
        if let Some(inner) = closed.filter(copies) {
            let message = format!("recipient {text:?} counts copies in damaged figures: {inner:?}");
            let args = [
                ("field", "recipient".into()),
                ("text", text.into()),
                ("words", vec![inner].into()),
            ];
            ledger.report_at(Code::TextDamaged, recipient.span, message, &args);
        } else if braces || inner.is_some() && closed.is_none() {
            let message = format!("recipient {text:?} has half of a parenthesis");
            let args = [("field", "recipient".into()), ("text", text.into())];
            ledger.report_at(Code::TextDamaged, recipient.span, message, &args);
        }
        if let Some(label) = archive_without_colon(text) {
            report("recipient", label, "lưu", recipient.span, ledger);
        }
        let sound = || Damage::words(text, Marks::Kept).is_empty();
        if let Some(sign) = sign(text).filter(|_| sound()) {
            let message = format!("recipient {text:?} has {sign:?} in the place of a dash");
            let args = [
                ("field", "recipient".into()),
                ("text", text.into()),
                ("words", vec![sign].into()),
            ];
            ledger.report_at(Code::TextDamaged, recipient.span, message, &args);
        }
        recipients(&recipient.children, ledger);
    }
}

/// "Lun Văn phòng": the label of the archive line with another letter, its colon lost.
fn archive_without_colon(text: &str) -> Option<&str> {
    static KEEPERS: Phrases = Phrases::new(&["vt", "vp", "văn thư", "văn phòng"]);
    let (label, keeper) = text.split_once(' ')?;
    let key = skeleton(label);
    let near = key.len() == 3 && key.starts_with("lu") && key.ends_with(['n', 'r', 'm', 'i']);
    (near && label.chars().all(char::is_alphabetic) && KEEPERS.open(keeper)).then_some(label)
}

/// What a scanner made of the dash before an entry, or before one that goes on with it: "† CVP", "VPUB: 4 CVP".
fn sign(text: &str) -> Option<&str> {
    let inner = text.match_indices(": ").map(|(at, _)| &text[at + 2..]);
    std::iter::once(text).chain(inner).find_map(|text| {
        let first = text.chars().next()?;
        let (sign, rest) = text.split_at(first.len_utf8());
        let name = rest.trim_start_matches(' ');
        let apart = name.len() < rest.len();
        let found = match first {
            '(' | '[' | '<' | '“' | '"' | '‘' | '\'' | '…' | '&' | '/' => false,
            // "4 Phó Chủ tịch"
            '4' => {
                apart && name.starts_with(char::is_uppercase) && opens_spelt(name, "phó").is_none()
            }
            _ if is_small(first) => apart && name.starts_with(char::is_uppercase),
            _ => {
                let sign = !first.is_alphanumeric() && name.starts_with(char::is_alphabetic);
                sign && (apart || !first.is_ascii())
            }
        };
        found.then_some(sign)
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;

    fn told(entries: &str) -> usize {
        let text = format!(
            "UBND TỈNH SƠN HÀ\nSố: 12/KH-UBND\nKẾ HOẠCH\nKiểm kê kho\n\nI. NỘI DUNG\n1. Một.\n2. Hai.\n\n\
             Nơi nhận:\n{entries}\nCHỦ TỊCH\n\nLê Văn An\n"
        );
        let parsed = crate::parse(&text);
        parsed.diagnostics.iter().filter(|d| d.code == Code::TextDamaged).count()
    }

    #[test]
    fn damaged_entries() {
        for entries in [
            "- Như trên;\n- Lưn: VT.",
            "- Các sở (2O);\n- Lưu: VT.",
            "- Các sở (3h);\n- Lưu: VT.",
            "- Sở Y tế {báo cáo);\n- Lưu: VT.",
            "- Sở Y tế (báo cáo;\n- Lưu: VT.",
            "- Sở Y tế (đê báo cáo);\n- Lưu: VT.",
            "- Như trên;\n- Luu: VT.",
            "- Như trên;\n- Lưu: VT (Huy.OSb).",
            "- Như trên;\n- Lưu: VT (N.l5b).",
            "- Như trên;\n† CVP, các PCVP;\n- Lưu: VT.",
            "- Như trên;\n4 CVP, các PCVP;\n- Lưu: VT.",
            "- VPUB:\n4 CVP, các PCVP;\n- Lưu: VT.",
            "- Như trên;\nt CVP, các PCVP;\n- Lưu: VT.",
            "- Như trên;\n« CVP, các PCVP;\n- Lưu: VT.",
            "- Như trên;\n- Lun Văn phòng.",
            "- Như trên;\n- Lun VT.",
        ] {
            assert_eq!(told(entries), 1, "{entries}");
        }
        for entries in [
            "- Như trên;\n- Lưu: VT.",
            "- Các sở (20);\n- Văn phòng (3C);\n- Lưu: VT (2b).",
            "- Sở Y tế (để báo cáo);\n- Lãnh đạo: Lê Văn An;\n- Lưu: VT, TH (Huy.05b).",
            "- Như trên;\n- Lưu: VT (L.5b).",
            "- Như trên;\n- Lưu: VT (N.l.5b).",
            "- Như trên;\n+ CVP, các PCVP;\n- Lưu: VT.",
            "- Như trên;\n- 4 Phó Chủ tịch;\n- Lưu: VT.",
            "- Như trên;\n- “Báo Sơn Hà”;\n- Lưu: VT.",
            "- Như trên;\n- @sonha;\n- Lưu: VT.",
            "- Như trên;\n- Lục Văn An;\n- Lưu: VT.",
            "- 63 tỉnh;\n- 5 Sở: Y tế, Nội vụ;\n- Lưu: VT.",
        ] {
            assert_eq!(told(entries), 0, "{entries}");
        }
    }
}
