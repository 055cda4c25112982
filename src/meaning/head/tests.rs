//! Whole heads: every example is invented.

use super::*;
use crate::source::normalize;

/// Reads a head and what fell to it: kind, number, place, date, title, subject, content.
fn read(text: &str) -> (Head, String) {
    let clean = normalize(text);
    let sheet = Sheet::new(&clean.text, &clean.map);
    let mut ledger = Ledger::new(&sheet, 100);
    let found = head(&sheet, 0..sheet.lines.len(), &mut ledger);
    let content: Vec<_> = found.content.clone().map(|line| sheet.line(line)).collect();
    (found, content.join("\n"))
}

fn shown(text: &str) -> String {
    let (head, content) = read(text);
    let text = |text: &Option<Text>| text.as_ref().map_or("-", |t| t.text.as_str()).to_owned();
    let issuers: Vec<_> = head.header.issuing_authorities.iter().map(|t| t.text.as_str()).collect();
    format!(
        "{} | {} | {} | {} | {} | {} | {} | {} | {content}",
        head.kind.as_ref().and_then(|kind| kind.code.as_deref()).unwrap_or("-"),
        text(&head.header.parent_authority),
        issuers.join(" + "),
        head.header.number.as_ref().map_or("-", |number| number.text.as_str()),
        text(&head.header.place),
        head.header.date.as_ref().and_then(|date| date.edtf.as_deref()).unwrap_or("-"),
        text(&head.title),
        text(&head.subject),
    )
}

/// One letterhead in the orders and shapes extraction gives it.
#[test]
fn one_letterhead_in_many_shapes() {
    let want = "KH | UBND TỈNH SƠN HÀ | SỞ Y TẾ | 12/KH-SYT | Sơn Hà | 2023-03-05 | KẾ HOẠCH | \
                Tiêm chủng năm 2023 | Căn cứ Luật Dược;";
    let foot = "KẾ HOẠCH\nTiêm chủng năm 2023\n\nCăn cứ Luật Dược;";
    for letterhead in [
        "UBND TỈNH SƠN HÀ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n    SỞ Y TẾ                    Độc lập - Tự do - Hạnh phúc\n  Số: 12/KH-SYT              Sơn Hà, ngày 05 tháng 3 năm 2023",
        "UBND TỈNH SƠN HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT Sơn Hà, ngày 05 tháng 3 năm 2023",
        "UBND TỈNH SƠN HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\tSơn Hà, ngày\n05 tháng 3 năm 2023",
        "UBND TỈNH SƠN HÀ\nSỞ Y TẾ\n-------\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-----\nSố:\n12/KH-SYT\nSơn Hà, ngày 05\ntháng 3 năm 2023",
        "UBND TỈNH SƠN HÀ\nSỞ Y TẾ\nSố: 12\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n/KH-SYT\n\nSơn Hà, ngày\n05 tháng\n3 năm 2023\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12 /KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\nĐộc lập - Tự do - Hạnh phúc\nUBND TỈNH SƠN HÀ\nSỞ Y TẾ\n",
        "| UBND TỈNH SƠN HÀ SỞ Y TẾ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |\n|---|---|\n| Số: 12/KH-SYT | Sơn Hà, ngày 05 tháng 3 năm 2023 |\n",
        "|\n**UBND TỈNH SƠN HÀ**\n**SỞ Y TẾ**\n------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố: 12/KH-SYT\n|\n*Sơn Hà,\nngày 05 tháng 3 năm 2023*\n|\n",
        "UBND TỈNH SƠN HÀ\nSỞ Y TẾ-------\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc------\nSố: 12/KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\n",
        "10\n\n21\n\nUBND TỈNH SƠN HÀ\n\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/KH-SYT\n\nSơn Hà, ngày 05 tháng 3 năm 2023\n\n",
        "Ký bởi: Sở Y tế\nThời gian ký: 05/3/2023 09:00:00 +07:00\n\nUBND TỈNH SƠN HÀ\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\n",
        "# Kế hoạch 12/KH-SYT năm 2023 tiêm chủng\n\nSố hiệu: 12/KH-SYT\nLoại văn bản: Kế hoạch\nNgày ban hành: 05/3/2023\n\nUBND TỈNH SƠN HÀ\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT\nSơn Hà, ngày 05 tháng 3 năm 2023\n",
    ] {
        let text = format!("{letterhead}\n{foot}");
        assert_eq!(shown(&text), want, "{text}");
    }
}

#[test]
fn heads_of_other_kinds() {
    for (text, want) in [
        // A Party letterhead.
        (
            "TỈNH ỦY SƠN HÀ      ĐẢNG CỘNG SẢN VIỆT NAM\n      *\nSố 12-KH/TU     Sơn Hà, ngày 5 tháng 3 năm 2023\nKẾ HOẠCH\ntrồng rừng\n-----\n- Căn cứ A;",
            "KH | - | TỈNH ỦY SƠN HÀ | 12-KH/TU | Sơn Hà | 2023-03-05 | KẾ HOẠCH | trồng rừng | -----\n- Căn cứ A;",
        ),
        // The Youth Union, number left blank.
        (
            "THÀNH ĐOÀN SƠN HÀ\nBCH ĐOÀN XÃ AN BÌNH\n***\nSố:\n- KH/ĐTN\n\nĐOÀN TNCS HỒ CHÍ MINH\nAn Bình, ngày    tháng 3 năm 2023\n\nKẾ HOẠCH\nHiến máu\n-----Thực hiện A",
            "KH | THÀNH ĐOÀN SƠN HÀ | BCH ĐOÀN XÃ AN BÌNH | -KH/ĐTN | An Bình | 2023-03 | KẾ HOẠCH | Hiến máu | -----\nThực hiện A",
        ),
        // A letter.
        (
            "UBND XÃ AN BÌNH\nSố: 7/UBND\nV/v góp ý\ndự thảo\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 5/3/2023\n\nKính gửi: Sở Y tế.\n\nUBND xã nhận được",
            "CV | - | UBND XÃ AN BÌNH | 7/UBND | An Bình | 2023-03-05 | - | V/v góp ý dự thảo | UBND xã nhận được",
        ),
        // No letterhead, a blank line in the subject.
        (
            " KẾ HOẠCH \n\nPhong trào “Vì An Bình,\n\nvì Sơn Hà”\n\nCăn cứ A",
            "KH | - |  | - | - | - | KẾ HOẠCH | Phong trào “Vì An Bình, vì Sơn Hà” | Căn cứ A",
        ),
        // An attached plan.
        (
            "KẾ HOẠCH\nTrồng rừng năm 2023\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\nI. MỤC ĐÍCH",
            "KH | - |  | - | - | - | KẾ HOẠCH | Trồng rừng năm 2023 | (Kèm theo Quyết định số 5/QĐ-UBND)\nI. MỤC ĐÍCH",
        ),
        // Copies of web pages lose the type line: the symbol names the type, the capitals are the subject.
        (
            "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/KH-UBND | Sơn Hà, ngày 5 tháng 3 năm 2023 |\nTHỰC HIỆN TIÊM CHỦNG MỞ RỘNG NĂM 2023\nCăn cứ A",
            "KH | - | ỦY BAN NHÂN DÂN | 7/KH-UBND | Sơn Hà | 2023-03-05 | - | THỰC HIỆN TIÊM CHỦNG MỞ RỘNG NĂM 2023 | Căn cứ A",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/2023/NQ-HĐND | Sơn Hà, ngày 5 tháng 3 năm 2023 |\nVỀ VIỆC TIÊM CHỦNG\nHỘI ĐỒNG NHÂN DÂN KHÓA II, KỲ HỌP THỨ BA\nCăn cứ A",
            "NQ | - | HỘI ĐỒNG NHÂN DÂN | 7/2023/NQ-HĐND | Sơn Hà | 2023-03-05 | - | VỀ VIỆC TIÊM CHỦNG | HỘI ĐỒNG NHÂN DÂN KHÓA II, KỲ HỌP THỨ BA\nCăn cứ A",
        ),
        (
            "BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/QĐ-BYT | Hà Nội, ngày 5 tháng 3 năm 2023 |\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ A",
            "QĐ | - | BỘ Y TẾ | 7/QĐ-BYT | Hà Nội | 2023-03-05 | - | - | BỘ TRƯỞNG BỘ Y TẾ\nCăn cứ A",
        ),
        // The letter of a tax office ("Cục Thuế") has the sign of a directive.
        (
            "CỤC THUẾ TỈNH SƠN HÀ\nSố: 7/CT-KTT\nV/v quyết toán\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSơn Hà, ngày 5/3/2023\n\nKính gửi: Công ty A.\n\nTheo đề nghị",
            "CV | - | CỤC THUẾ TỈNH SƠN HÀ | 7/CT-KTT | Sơn Hà | 2023-03-05 | - | V/v quyết toán | Theo đề nghị",
        ),
        // A web page repeats the title above the letterhead, or names the type in a table.
        (
            "A- A A+ | Tương phản\n\nKẾ HOẠCH Tiêm chủng xã An Bình\nĐăng lúc: 23/6/2023\n\nUBND XÃ AN BÌNH\nSố: 7/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 5/3/2023\nKẾ HOẠCH\nTiêm chủng\n\nCăn cứ A",
            "KH | - | UBND XÃ AN BÌNH | 7/KH-UBND | An Bình | 2023-03-05 | KẾ HOẠCH | Tiêm chủng | Căn cứ A",
        ),
        (
            "Kế hoạch 7/KH-UBND năm 2023 tiêm chủng\n| Số hiệu | 7/KH-UBND |\n| Loại văn bản | Kế hoạch |\n|\nUBND XÃ AN BÌNH |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|\nSố: 7/KH-UBND |\nAn Bình, ngày 5/3/2023 |\nTIÊM CHỦNG MỞ RỘNG NĂM 2023\nCăn cứ A",
            "KH | - | UBND XÃ AN BÌNH | 7/KH-UBND | An Bình | 2023-03-05 | - | TIÊM CHỦNG MỞ RỘNG NĂM 2023 | Căn cứ A",
        ),
        (
            "Quyết định 7/QĐ-BYT công bố thủ tục\n\n • Thuộc tính văn bản\n  Số hiệu:7/QĐ-BYTNgày đăng công báo:Đã biết\n  Ngày ban hành:05/03/2023Hết hiệu lực:Đã biết\n • BỘ Y TẾ\n  ____\n  Số: 7/QĐ-BYT\n  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  Hà Nội, ngày 05 tháng 03 năm 2023\n  QUYẾT ĐỊNH\n  Về việc công bố thủ tục\n\n  Căn cứ A",
            "QĐ | - | BỘ Y TẾ | 7/QĐ-BYT | Hà Nội | 2023-03-05 | QUYẾT ĐỊNH | Về việc công bố thủ tục | Căn cứ A",
        ),
        // Without a letterhead the first line may be the heading.
        (
            "Kế hoạch ôn tập cuối năm học 2023 - 2024\n\n1/ Ôn tập toán",
            "KH | - |  | - | - | - | Kế hoạch | ôn tập cuối năm học 2023 - 2024 | 1/ Ôn tập toán",
        ),
        // An appendix has no head.
        ("PHỤ LỤC I\nDANH MỤC", "- | - |  | - | - | - | - | - | PHỤ LỤC I\nDANH MỤC"),
        // Running text is no head.
        (
            "Một đoạn văn.\nHai đoạn văn.",
            "- | - |  | - | - | - | - | - | Một đoạn văn.\nHai đoạn văn.",
        ),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn marks_of_the_first_page() {
    let (head, _) = read("DỰ THẢO\nUBND XÃ AN BÌNH\nSố: 5/KH-UBND\nMẬT\nHỎA TỐC KẾ HOẠCH\nA");
    assert_eq!(head.header.secrecy.expect("a mark").text, "MẬT");
    assert_eq!(head.header.urgency.expect("a mark").text, "HỎA TỐC");
    assert_eq!(head.title.expect("a title").text, "KẾ HOẠCH");
}

/// Every beginning of a text is a text.
#[test]
fn cut_texts_are_read() {
    let text = "10\n| UBND XÃ A <br> TỔ B --- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 1|2 /KH- UBND X, ngày |\n\
                05 tháng II năm 2023 a\nV/v x\nKính gửi: - A;\n- B.\nDỰ THẢO LẦN 2\nKẾ HOẠCH: A\n“b (\n\nc”\n1. D";
    for (at, _) in text.char_indices() {
        read(&text[..at]);
        read(&text[at..]);
    }
}
