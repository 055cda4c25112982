//! Recipients and signatures.
//!
//! NĐ 30/2020 Phụ lục I, Phần I, Mục II prints "Nơi nhận" (box 9b) at the left and the signature
//! (boxes 7a–7c) at the right. In plain text they stand side by side, one after the other, or one
//! inside the other; so every piece of a line is first known by its own words, then by its column.

mod entries;
mod pieces;
mod recipients;
mod signatures;
mod tokens;

use std::ops::Range;

use self::pieces::{Sorted, sort};
use crate::diagnostic::Code;
use crate::document::{FurnitureKind, Recipient, Signature};
use crate::layout::{Ledger, Sheet};

/// What stands behind the content.
#[derive(Debug, Default)]
pub(crate) struct Foot {
    /// "Nơi nhận".
    pub(crate) recipients: Vec<Recipient>,
    /// Who signed.
    pub(crate) signatures: Vec<Signature>,
}

/// Reads the foot on `lines`.
pub(crate) fn foot(sheet: &Sheet<'_>, lines: Range<usize>, ledger: &mut Ledger<'_>) -> Foot {
    if lines.is_empty() {
        return Foot::default();
    }
    put_breaks_away(sheet, lines.clone(), ledger);
    let Sorted { label, numbers, list, signs } = sort(sheet, lines);
    for number in &numbers {
        ledger.furniture(FurnitureKind::Label, std::slice::from_ref(number));
    }
    let mut entries = entries::collect(sheet, &list);
    let drafts = signatures::draft(sheet, &signs, &mut entries, ledger);
    if let Some(label) = &label {
        ledger.furniture(FurnitureKind::Label, std::slice::from_ref(label));
        if entries.is_empty() {
            let quoted = sheet.slice(label);
            ledger.report(
                Code::RecipientsEmpty,
                label,
                format!("{quoted:?} is followed by no recipient"),
                &[("text", quoted.into())],
            );
        }
    }
    let recipients = recipients::build(sheet, entries, ledger);
    Foot { recipients, signatures: signatures::build(sheet, drafts, ledger) }
}

/// Puts the breaks away that a converter wrote out: of lines ("<br>", "<br/>"), of pages ("--- PAGE BREAK ---").
fn put_breaks_away(sheet: &Sheet<'_>, lines: Range<usize>, ledger: &mut Ledger<'_>) {
    for line in lines {
        let found = &sheet.lines[line];
        let (start, text) = (found.range.start, sheet.line(line));
        if found.traits.is_page_break() {
            ledger.furniture(FurnitureKind::Chrome, std::slice::from_ref(&found.range));
            continue;
        }
        if !text.contains('<') {
            continue;
        }
        for (at, _) in text.match_indices("<br") {
            let Some(end) = text[at..].find('>') else { break };
            let tag = start + at..start + at + end + 1;
            ledger.furniture(FurnitureKind::Chrome, std::slice::from_ref(&tag));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    /// Recipients as "name|purpose", nested ones behind ">"; signatures as "authority/position/rank/name".
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let map = SourceMap::default();
        let sheet = Sheet::new(text, &map);
        let mut ledger = Ledger::new(&sheet, 10);
        let lines = crate::layout::foot(&sheet, &(0..sheet.lines.len()));
        let foot = foot(&sheet, lines, &mut ledger);
        let mut recipients = Vec::new();
        for recipient in &foot.recipients {
            let show =
                |r: &Recipient| format!("{}|{}", r.name, r.purpose.as_deref().unwrap_or_default());
            recipients.push(show(recipient));
            recipients.extend(recipient.children.iter().map(|child| format!(">{}", show(child))));
        }
        let words = |text: &Option<crate::document::Text>| {
            text.as_ref().map_or_else(String::new, |t| t.text.clone())
        };
        let signatures = foot.signatures.iter().map(|s| {
            let authority: Vec<_> = s.authority.iter().map(|a| a.text.as_str()).collect();
            format!(
                "{}/{}/{}/{}",
                authority.join("+"),
                words(&s.position),
                words(&s.rank),
                words(&s.name)
            )
        });
        (recipients, signatures.collect())
    }

    #[track_caller]
    fn check(text: &str, recipients: &[&str], signatures: &[&str]) {
        assert_eq!(
            read(text),
            (
                recipients.iter().map(ToString::to_string).collect(),
                signatures.iter().map(ToString::to_string).collect()
            ),
            "{text}"
        );
    }

    #[test]
    fn one_under_the_other() {
        check(
            "Toàn văn./.\nNơi nhận:\n- UBND tỉnh (để b/c);\n- Các sở, ban\nngành (để t/h);\n- Lưu: VT, TH (3b).\nTM. ỦY BAN\nNHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Sở\n",
            &["UBND tỉnh|để b/c", "Các sở, ban ngành|để t/h", "VT, TH|Lưu"],
            &["TM. ỦY BAN NHÂN DÂN+KT. CHỦ TỊCH/PHÓ CHỦ TỊCH//Trần Thị Sở"],
        );
    }

    #[test]
    fn side_by_side() {
        check(
            "Toàn văn./.\nNơi nhận:                              KT. GIÁM ĐỐC\n- Bộ Y tế;                             PHÓ GIÁM ĐỐC\n- VPUB:\n  + CVP;                               Ký bởi: Sở Y tế\n  + Phòng TH;                          tỉnh Hà Giang\n- Lưu: VT.                             16:20:11 +07:00\n\n                                       BS. CKII Lý A Páo\n",
            &["Bộ Y tế|", "VPUB|", ">CVP|", ">Phòng TH|", "VT|Lưu"],
            &["KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC/BS. CKII/Lý A Páo"],
        );
    }

    #[test]
    fn on_one_line_of_a_marked_up_table() {
        check(
            "Toàn văn./.\n| Nơi nhận: - Bộ Y tế; (báo cáo) - Ban Thi đua - Khen thưởng; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đỗ Văn An |\n",
            &["Bộ Y tế|báo cáo", "Ban Thi đua - Khen thưởng|", "VT|Lưu"],
            &["KT. CHỦ TỊCH/PHÓ CHỦ TỊCH//Đỗ Văn An"],
        );
    }

    #[test]
    fn one_blank_between_the_columns() {
        check(
            "Toàn văn./.\nNơi nhận: KT. GIÁM ĐỐC\n- Cục A (b/c); PHÓ GIÁM ĐỐC\n- Lưu: VT, KT.\nSùng Thị Chư\n",
            &["Cục A|b/c", "VT, KT|Lưu"],
            &["KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC//Sùng Thị Chư"],
        );
    }

    #[test]
    fn the_post_between_label_and_list() {
        check(
            "Toàn văn./.\nNơi nhận:\n\nGIÁM ĐỐC\n\n- Như trên;\n- Sở Nội vụ;\n- Lưu: VT.\n\nĐinh Thị Mây\n",
            &["Như trên|", "Sở Nội vụ|", "VT|Lưu"],
            &["/GIÁM ĐỐC//Đinh Thị Mây"],
        );
    }

    #[test]
    fn blocks_side_by_side_above_the_list() {
        check(
            "Toàn văn./.\n     TM. BAN CHẤP HÀNH              TM. BAN THƯỜNG VỤ\n         CHỦ TỊCH                        BÍ THƯ\n        (Đã ký)                         (Đã ký)\n      Vi Văn Nhượng                   Đại tá Lò Thị Mai\nNơi nhận:\n- Huyện ủy;\n- Lưu.\n",
            &["Huyện ủy|", "Lưu|"],
            &[
                "TM. BAN CHẤP HÀNH/CHỦ TỊCH//Vi Văn Nhượng",
                "TM. BAN THƯỜNG VỤ/BÍ THƯ/Đại tá/Lò Thị Mai",
            ],
        );
    }

    #[test]
    fn party_list_with_commas_and_purposes_elsewhere() {
        check(
            "Toàn văn.\nNơi nhận:\n- Ban Bí thư,\n- Các huyện ủy\n- Lưu Văn phòng.\n\n(để b/cáo)\n\n(để t/h)\n\nT/M BAN BÍ THƯ\n\nMa Văn Sáng\n",
            &["Ban Bí thư|để b/cáo", "Các huyện ủy|để t/h", "Văn phòng|Lưu"],
            &["T/M BAN BÍ THƯ///Ma Văn Sáng"],
        );
    }

    #[test]
    fn entries_with_short_last_lines() {
        check(
            "Toàn văn./.\nNơi nhận:\n- UBND các huyện, thị\nxã;\n- UBND tỉnh (để\nb/c);\n- Các phòng thuộc\nSở;\n- Như Điều\n3;\n- Lưu:\nVT, NV\n(V-10b).\nGIÁM ĐỐC\nLê Thị Mai\n",
            &[
                "UBND các huyện, thị xã|",
                "UBND tỉnh|để b/c",
                "Các phòng thuộc Sở|",
                "Như Điều 3|",
                "VT, NV|Lưu",
            ],
            &["/GIÁM ĐỐC//Lê Thị Mai"],
        );
        // What a scanner left behind an entry is none of it.
        check(
            "Toàn văn./.\nNơi nhận:\n- UBND tỉnh;\nxã;\n- Sở Y tế\nz;\n- Lưu: VT.\nGIÁM ĐỐC\nLê Thị Mai\n",
            &["UBND tỉnh|", "Sở Y tế|", "VT|Lưu"],
            &["/GIÁM ĐỐC//Lê Thị Mai"],
        );
    }

    #[test]
    fn entries_without_bullets_or_semicolons() {
        check(
            "Toàn văn./.\nNơi nhận:\nUBND xã\nCác thôn\nLưu VP\nTRƯỞNG BAN\nHồ Văn Lâm\n",
            &["UBND xã|", "Các thôn|", "VP|Lưu"],
            &["/TRƯỞNG BAN//Hồ Văn Lâm"],
        );
    }

    #[test]
    fn capitals_that_are_no_name() {
        check(
            "Toàn văn./.\nNơi nhận:                    TUQ. GIÁM ĐỐC\n- Lưu: VT, NC,          TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ\nTH (12).\n                                Hoàng A Pủa\n",
            &["VT, NC, TH|Lưu"],
            &["TUQ. GIÁM ĐỐC/TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ//Hoàng A Pủa"],
        );
    }

    #[test]
    fn a_list_in_one_sentence() {
        check(
            "Toàn văn./.\nNơi nhận: Như Điều 3; UBND tỉnh (b/c); Lưu VT.\nGIÁM ĐỐC\nHà Sỹ Đồng\n",
            &["Như Điều 3|", "UBND tỉnh|b/c", "VT|Lưu"],
            &["/GIÁM ĐỐC//Hà Sỹ Đồng"],
        );
    }

    #[test]
    fn a_second_post_above_the_name() {
        check(
            "Toàn văn./.\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nGIÁM ĐỐC\nSỞ NỘI VỤ\nLê Thị Mai\n",
            &[],
            &["KT. TRƯỞNG BAN/PHÓ TRƯỞNG BAN GIÁM ĐỐC SỞ NỘI VỤ//Lê Thị Mai"],
        );
    }

    #[test]
    fn dashes_of_every_kind() {
        for dash in ['-', '‐', '‑', '–', '—', '−'] {
            check(
                &format!(
                    "Toàn văn./.\nNơi nhận: {dash} UBND xã (b/c); {dash} Các thôn; {dash} Lưu: VT.\nCHỦ TỊCH\nHồ Văn Lâm\n"
                ),
                &["UBND xã|b/c", "Các thôn|", "VT|Lưu"],
                &["/CHỦ TỊCH//Hồ Văn Lâm"],
            );
        }
    }

    #[test]
    fn a_cell_without_end_is_no_signature() {
        let posts = "CHỦ TỊCH ".repeat(200);
        check(
            &format!("Toàn văn./.\nNơi nhận:\n- UBND xã;\n- Lưu: VT.\n{posts}\n"),
            &["UBND xã|", "VT|Lưu"],
            &[],
        );
    }

    #[test]
    fn words_of_the_body_are_no_foot() {
        for text in [
            "1. Hồ sơ\nNơi nhận hồ sơ: Sở Nội vụ.\n2. Thời gian\nNăm 2020.\n",
            "- Nơi nhận: bộ phận một cửa.\n- Lưu ý các đơn vị.\nHết.\n",
            "Ví dụ:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nb) Chức vụ ghi trên văn bản là chức vụ chính thức của người ký.\n",
        ] {
            check(text, &[], &[]);
        }
    }
}
