//! Entries of "Nơi nhận" whose parts are damaged: "Lưn: VT", "(2O)", "{báo cáo)".

use super::misspelt::report;
use crate::diagnostic::Code;
use crate::document::{Recipient, RecipientKind};
use crate::layout::Ledger;
use crate::lexicon::{meant, number_like, opens_spelt, skeleton};

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
        recipients(&recipient.children, ledger);
    }
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
        ] {
            assert_eq!(told(entries), 1, "{entries}");
        }
        for entries in [
            "- Như trên;\n- Lưu: VT.",
            "- Các sở (20);\n- Văn phòng (3C);\n- Lưu: VT (2b).",
            "- Sở Y tế (để báo cáo);\n- Lãnh đạo: Lê Văn An;\n- Lưu: VT, TH (Huy.05b).",
            "- Như trên;\n- Lưu: VT (L.5b).",
            "- Như trên;\n- Lưu: VT (N.l.5b).",
        ] {
            assert_eq!(told(entries), 0, "{entries}");
        }
    }
}
