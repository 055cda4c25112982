//! Diagnostics in the language of messages. The library says them in English; the Vietnamese is made of the
//! same values.

use kehoach::{Code, Diagnostic, ReviewStatus, Severity};
use serde_json::Value;

use super::{Language, language};

/// What a diagnostic says.
pub(crate) fn message(diagnostic: &Diagnostic) -> String {
    match language() {
        Language::En => diagnostic.message.clone(),
        Language::Vi => vietnamese(diagnostic).unwrap_or_else(|| diagnostic.message.clone()),
    }
}

/// The name of a severity.
pub(crate) fn severity(severity: &Severity) -> &'static str {
    match (language(), severity) {
        (Language::En, Severity::Error) => "error",
        (Language::En, Severity::Warning) => "warning",
        (Language::En, _) => "info",
        (Language::Vi, Severity::Error) => "lỗi",
        (Language::Vi, Severity::Warning) => "cảnh báo",
        (Language::Vi, _) => "lưu ý",
    }
}

/// What the review of a document comes to.
pub(crate) fn status(status: &ReviewStatus) -> &'static str {
    match (language(), status) {
        (Language::En, ReviewStatus::Ok) => "ok",
        (Language::En, ReviewStatus::Bad) => "bad",
        (Language::En, _) => "look",
        (Language::Vi, ReviewStatus::Ok) => "đạt",
        (Language::Vi, ReviewStatus::Bad) => "kém",
        (Language::Vi, _) => "cần xem",
    }
}

/// What a code means in Vietnamese, in one sentence; none where the code is not known.
pub(crate) fn meaning(code: &Code) -> Option<&'static str> {
    Some(match code {
        Code::EncodingConverted => "Văn bản dùng bảng mã cũ và đã được chuyển sang Unicode.",
        Code::EncodingMixed => "Một số dòng dùng bảng mã khác với phần còn lại của văn bản.",
        Code::EncodingUncertain => "Không chắc văn bản dùng bảng mã nào trong các bảng mã cũ.",
        Code::EncodingLoss => {
            "Có chữ đã mất trước khi văn bản đến đây, do bảng mã cũ hoặc do chuyển tệp."
        }
        Code::UnassignedText => "Có đoạn chữ không thuộc về phần nào của văn bản.",
        Code::TitleMissing => "Không thấy dòng nêu tên loại văn bản, như “KẾ HOẠCH”.",
        Code::TitleDamaged => "Dòng nêu tên loại văn bản bị hỏng chữ, được đọc theo tên gần nhất.",
        Code::NumberBlank => "Số của văn bản để trống trước ký hiệu, như “Số:   /KH-UBND”.",
        Code::NumberDamaged => "Số của văn bản có ký tự không phải chữ số, hoặc có thể còn tiếp.",
        Code::DateBlank => "Ngày tháng chưa điền đủ, như “ngày … tháng 3 năm 2024”.",
        Code::DateInvalid => "Ngày này không có trên lịch, hoặc chữ bị hỏng.",
        Code::DateIrregular => "Ngày tháng viết không đúng thể thức.",
        Code::DateReversed => "Khoảng thời gian kết thúc trước khi bắt đầu.",
        Code::DateDoubtful => "Ngày đúng lịch nhưng không khớp với ngày, năm khác của văn bản.",
        Code::DateWeekday => "Thứ trong tuần không khớp với ngày.",
        Code::DateYearInferred => "Ngày không ghi năm; năm được suy ra từ chữ xung quanh.",
        Code::SymbolIrregular => "Ký hiệu của văn bản viết không đúng quy định.",
        Code::CitationKindMismatch => {
            "Tên loại của văn bản được viện dẫn không khớp với ký hiệu của nó."
        }
        Code::CitationUnresolved => "Viện dẫn viết tắt, không rõ chỉ văn bản nào nêu trước đó.",
        Code::PlaceOutdated => "Địa phương được nêu không còn vào ngày của văn bản, do sáp nhập.",
        Code::PlaceInferred => "Cơ quan không nêu địa phương; địa phương được suy ra từ văn bản.",
        Code::CitationDateConflict => "Cùng một văn bản được viện dẫn với những ngày khác nhau.",
        Code::DoerInherited => {
            "Cơ quan thực hiện nhiệm vụ được lấy từ đề mục hoặc câu dẫn phía trên."
        }
        Code::NumberingGap => "Số của mục không nối tiếp mục trước.",
        Code::NumberingRepeated => "Số của mục lặp lại số đã có.",
        Code::NumberingRestarted => "Các mục được đánh số lại từ đầu.",
        Code::MarkerDamaged => "Số hoặc chữ đầu mục bị hỏng, được đọc theo các mục bên cạnh.",
        Code::TableUnrecovered => {
            "Không tách được các cột của bảng; chữ trong bảng được giữ nguyên."
        }
        Code::TableRowUneven => "Một dòng của bảng thiếu hoặc thừa ô so với số cột.",
        Code::RecipientsEmpty => "“Nơi nhận” không có tên nơi nhận nào.",
        Code::SignatureNameMissing => "Chữ ký không có họ tên người ký.",
        Code::MarksLost => "Văn bản mất dấu tiếng Việt; chữ được đoán theo cụm từ nên có thể sót.",
        Code::TextDamaged => "Có chữ bị hỏng, thường do nhận dạng chữ (OCR).",
        Code::RecordIncomplete => {
            "Phiếu lưu trữ của văn bản thiếu trường, như số, ngày hay người ký."
        }
        Code::QuoteUnclosed => "Đoạn trích dẫn mở ngoặc mà không đóng.",
        Code::LimitInput => "Văn bản dài hơn giới hạn; phần còn lại giữ nguyên, không tách.",
        Code::LimitNesting => "Các mục lồng nhau sâu hơn giới hạn.",
        Code::LimitLines => {
            "Văn bản có nhiều dòng hơn giới hạn; phần còn lại giữ nguyên, không tách."
        }
        Code::LimitBlocks => {
            "Văn bản có nhiều đoạn và mục hơn giới hạn; phần còn lại gộp thành một đoạn."
        }
        Code::LimitEntries => "Một bảng kê có nhiều mục hơn giới hạn; phần sau bị bỏ qua.",
        Code::LimitDiagnostics => "Có nhiều điểm cần lưu ý hơn giới hạn; phần sau không liệt kê.",
        _ => return None,
    })
}

/// What to do about a code, in Vietnamese, in one sentence; none where the code is not known.
pub(crate) fn advice(code: &Code) -> Option<&'static str> {
    Some(match code {
        Code::EncodingConverted => {
            "Không phải làm gì; nếu nhận sai bảng mã thì nêu bằng --encoding."
        }
        Code::EncodingMixed => {
            "Đọc các dòng ấy: nếu không ra tiếng Việt thì nêu bảng mã của văn bản bằng --encoding."
        }
        Code::EncodingUncertain => {
            "Đối chiếu với bản giấy rồi nêu bảng mã bằng --encoding; utf-8 thì giữ nguyên chữ."
        }
        Code::EncodingLoss => {
            "Xem lại đề mục và tên riêng; nếu còn tệp gốc thì chuyển đổi từ tệp đó."
        }
        Code::UnassignedText => {
            "Xem đoạn ấy có thuộc phần bên cạnh không: dấu, dòng của cột kia, chữ viết tay."
        }
        Code::TitleMissing => {
            "Xem trang đầu có đủ không; trích đoạn và danh sách kèm theo thì không có tên loại."
        }
        Code::TitleDamaged => "Xem tên loại đã đọc có đúng không.",
        Code::NumberBlank => "Lấy số từ sổ đăng ký hoặc từ ảnh quét.",
        Code::NumberDamaged => {
            "Xem số trên ảnh quét; chưa có số đúng thì chưa chắc là văn bản nào."
        }
        Code::DateBlank => "Lấy ngày từ sổ đăng ký hoặc từ dấu.",
        Code::DateInvalid => "Đối chiếu giá trị đã đọc, nếu có, với ảnh quét.",
        Code::DateIrregular => "Đối chiếu giá trị đã đọc với chữ của văn bản.",
        Code::DateReversed => "Một trong hai ngày bị in sai hoặc đọc sai: hãy xem lại cả hai.",
        Code::DateDoubtful => "Một trong hai chỗ bị sai: hãy xem lại ảnh bản gốc.",
        Code::DateWeekday => "Thứ hoặc ngày bị sai: hãy hỏi nơi soạn thảo.",
        Code::DateYearInferred => "Thường không phải làm gì; ngày này được ghi là suy ra.",
        Code::SymbolIrregular => {
            "Không phải làm gì, trừ khi cần đúng số: khi đó hãy tra cứu văn bản."
        }
        Code::CitationKindMismatch => "Tra cứu văn bản ấy: tên loại hoặc ký hiệu có thể bị in sai.",
        Code::CitationUnresolved => "Thường không phải làm gì; chương trình không đoán thay.",
        Code::PlaceOutdated => "Ngày hoặc cơ quan ban hành có thể bị in sai: hãy xem lại.",
        Code::PlaceInferred => {
            "Không phải làm gì, trừ khi văn bản có thể nói về tỉnh khác: khi đó hãy tra cứu."
        }
        Code::CitationDateConflict => {
            "Một trong các ngày bị in sai hoặc đọc sai: hãy tra cứu văn bản ấy."
        }
        Code::DoerInherited => "Xem những nhiệm vụ đứng xa dòng nêu cơ quan thực hiện.",
        Code::NumberingGap => {
            "Xem có mất dòng hay hỏng số đầu mục không; văn bản cũng có khi đánh số sai."
        }
        Code::NumberingRepeated => "Thường là văn bản đánh số sai.",
        Code::NumberingRestarted => "Xem có mất đề mục ở giữa không.",
        Code::MarkerDamaged => "Thường không phải làm gì.",
        Code::TableUnrecovered => "Trích chữ lại và giữ bố cục (pdftotext -layout).",
        Code::TableRowUneven => "Xem các ô của dòng ấy có đúng cột không.",
        Code::RecipientsEmpty => "Xem danh sách có nằm ở chỗ khác không: cột khác hoặc trang khác.",
        Code::SignatureNameMissing => "Họ tên có thể bị dấu che: hãy xem ảnh quét.",
        Code::MarksLost => "Quét lại bằng công cụ nhận dạng tiếng Việt (tesseract -l vie).",
        Code::TextDamaged => "Đối chiếu với ảnh quét; chữ đúng được gợi ý trong meant.",
        Code::RecordIncomplete => {
            "Trích chữ thường làm mất phần đầu văn bản: hãy lấy trường thiếu từ sổ đăng ký."
        }
        Code::QuoteUnclosed => "Xem đoạn trích dẫn kết thúc ở đâu.",
        Code::LimitInput | Code::LimitLines | Code::LimitBlocks | Code::LimitEntries => {
            "Nâng giới hạn, hoặc chia nhỏ văn bản."
        }
        Code::LimitNesting => "Nâng giới hạn, nếu phần mềm nhận JSON đọc được.",
        Code::LimitDiagnostics => "Nâng giới hạn để xem hết.",
        _ => return None,
    })
}

/// The sentence in Vietnamese; none where the code, or a value it needs, is not known.
fn vietnamese(diagnostic: &Diagnostic) -> Option<String> {
    let value = |name: &str| diagnostic.args.get(name).map(plain);
    let text = || value("text");
    let marker = || value("marker");
    Some(match diagnostic.code {
        Code::UnassignedText => format!("chữ không thuộc về phần nào của văn bản: “{}”", text()?),
        Code::TitleMissing => "không thấy dòng nêu tên loại văn bản".to_owned(),
        Code::TitleDamaged => {
            format!("dòng tên loại “{}” được đọc là “{}”", text()?, value("type")?)
        }
        Code::NumberBlank => format!("số “{}” bỏ trống trước ký hiệu", text()?),
        Code::NumberDamaged => match value("rest") {
            Some(rest) => format!("số “{}” có thể còn tiếp: “{rest}”", text()?),
            None => format!("số “{}” có ký tự không phải chữ số", text()?),
        },
        Code::DateBlank => format!("“{}” chưa điền đủ", text()?),
        Code::DateInvalid => {
            format!("“{}” không phải ngày có trên lịch, hoặc chữ bị hỏng", text()?)
        }
        Code::DateIrregular if text()?.contains('|') => {
            format!("dấu “|” trong “{}” có thể là số 1: ngày tháng được đọc không có nó", text()?)
        }
        Code::DateIrregular => format!("“{}” viết không đúng thể thức ngày tháng", text()?),
        Code::DateReversed => format!("“{}” kết thúc trước khi bắt đầu", text()?),
        Code::DateWeekday => {
            format!("“{}” là {}, không phải {}", text()?, value("is")?, value("named")?)
        }
        Code::DateDoubtful => {
            format!("“{}” không khớp với “{}”: một trong hai chỗ bị sai", text()?, value("other")?)
        }
        Code::DateYearInferred => match value("edtf") {
            Some(edtf) => format!("“{}” không ghi năm; {edtf} suy ra từ chữ xung quanh", text()?),
            None => format!("“{}” không ghi năm", text()?),
        },
        Code::SymbolIrregular => match value("regular") {
            Some(regular) => {
                format!("ký hiệu “{}” theo quy định viết là “{regular}”", text()?)
            }
            None => format!("“{}” không thuộc về ký hiệu này", text()?),
        },
        Code::CitationKindMismatch => {
            let (kind, symbol) = (value("kind")?, value("symbol")?);
            format!("văn bản được gọi là {kind} nhưng đánh số như {symbol}")
        }
        Code::CitationUnresolved => {
            format!("“{}” viết tắt, không rõ chỉ văn bản nào nêu trước đó", text()?)
        }
        Code::PlaceOutdated => {
            let (place, heir, date) = (value("place")?, value("heir")?, value("date")?);
            format!("ngày {date} không còn {place}: nay thuộc {heir}")
        }
        Code::CitationDateConflict => {
            let (date, other) = (value("date")?, value("other")?);
            format!("văn bản này ở đây ghi ngày {date}, ở trước ghi {other}")
        }
        Code::NumberingGap => format!("“{}” không nối tiếp mục trước", marker()?),
        Code::NumberingRepeated => format!("“{}” lặp lại số đã có", marker()?),
        Code::NumberingRestarted => format!("“{}” đánh số lại từ đầu", marker()?),
        Code::MarkerDamaged if value("meant").is_some() => {
            format!("“{}” có thể là số {} của danh sách quanh nó", marker()?, value("meant")?)
        }
        Code::MarkerDamaged if value("value").is_none() => {
            format!("“{}” trông như số thứ tự của một mục, nhưng được đọc như chữ", marker()?)
        }
        Code::MarkerDamaged => {
            format!("“{}” bị hỏng chữ, được đọc theo các mục bên cạnh", marker()?)
        }
        Code::TableUnrecovered => match value("header") {
            Some(header) => format!("không tách được cột của bảng có đầu đề “{header}”"),
            None => "không tách được cột của bảng".to_owned(),
        },
        Code::TableRowUneven => {
            format!("dòng {} không đủ hoặc thừa ô so với {} cột", value("row")?, value("columns")?)
        }
        Code::PlaceInferred => {
            format!("“{}” không nêu địa phương; được hiểu là thuộc {}", text()?, value("place")?)
        }
        Code::DoerInherited => {
            format!("“{}” được hiểu là cơ quan thực hiện của: {}", text()?, value("tasks")?)
        }
        Code::RecipientsEmpty => format!("“{}” không có tên nơi nhận nào", text()?),
        Code::SignatureNameMissing => format!("“{}” không có họ tên người ký", text()?),
        Code::MarksLost => match value("paragraphs") {
            Some(count) => format!("{count} đoạn mất dấu: chữ được đoán theo cụm từ"),
            None => "chữ mất dấu: được đoán theo cụm từ, có thể sót nhiệm vụ và tên gọi".to_owned(),
        },
        Code::TextDamaged => match (value("meant"), value("words")) {
            (Some(meant), Some(found)) => format!("“{}”: “{found}” hẳn là “{meant}”", text()?),
            (Some(meant), None) => format!("“{}” được đọc là “{meant}”", text()?),
            (None, Some(found)) if value("text").is_none() => format!("có chữ bị hỏng: {found}"),
            (None, Some(found)) => format!("“{}” có chữ bị hỏng: {found}", text()?),
            (None, None) => return None,
        },
        Code::RecordIncomplete => format!("không tìm thấy: {}", fields(diagnostic)?),
        Code::QuoteUnclosed => format!("trích dẫn mở đầu bằng “{}” không đóng ngoặc", text()?),
        Code::EncodingConverted => {
            format!("văn bản dùng bảng mã cũ {} và đã được chuyển sang Unicode", value("encoding")?)
        }
        Code::EncodingMixed => format!(
            "có dòng dùng bảng mã {}, khác với cả văn bản ({})",
            value("encoding")?,
            value("document")?
        ),
        Code::EncodingUncertain => {
            format!("không chắc văn bản dùng bảng mã {}", value("encoding")?)
        }
        Code::EncodingLoss => match value("kind")?.as_str() {
            "capitals" => {
                "bảng mã cũ không có chữ hoa có dấu: đề mục có thể vốn viết hoa".to_owned()
            }
            "soft-hyphens" => format!("chữ ư bị mất khi chuyển tệp: {} chỗ", value("count")?),
            _ => format!("chữ bị mất trước khi văn bản đến đây: {} chỗ", value("count")?),
        },
        Code::LimitInput => {
            format!("văn bản dài hơn {} byte; phần còn lại giữ nguyên, không tách", value("limit")?)
        }
        Code::LimitNesting => {
            format!("các mục lồng nhau quá {} cấp; cấp sâu hơn giữ ở cấp đó", value("limit")?)
        }
        Code::LimitLines => {
            format!("văn bản có quá {} dòng; phần còn lại giữ nguyên, không tách", value("limit")?)
        }
        Code::LimitEntries => {
            format!("một bảng kê có quá {} mục; phần sau bỏ qua", value("limit")?)
        }
        Code::LimitBlocks => "quá nhiều đoạn và mục; phần còn lại gộp thành một đoạn".to_owned(),
        Code::LimitDiagnostics => {
            format!("còn {} điểm cần lưu ý không liệt kê", value("dropped")?)
        }
        _ => return None,
    })
}

/// The fields a record lacks, by their names.
fn fields(diagnostic: &Diagnostic) -> Option<String> {
    let missing = diagnostic.args.get("missing")?.as_array()?;
    let names = missing.iter().filter_map(Value::as_str).map(|name| match name {
        "issuing_authorities" => "cơ quan ban hành",
        "number" => "số, ký hiệu",
        "date" => "ngày ban hành",
        "subject" => "trích yếu",
        "recipients" => "nơi nhận",
        "signatures" => "người ký",
        other => other,
    });
    Some(names.collect::<Vec<_>>().join(", "))
}

/// A value as a sentence names it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_meaning_and_advice_in_vietnamese() {
        for code in Code::ALL {
            for told in [meaning(code), advice(code)] {
                let told = told.unwrap_or_else(|| panic!("{code} has none"));
                assert!(told.ends_with('.') && told.matches(". ").count() == 0, "{told}");
            }
        }
    }

    /// The example of each code in DIAGNOSTICS.md, without those that need other limits.
    fn example(code: &Code) -> Option<Diagnostic> {
        let entry = code.explanation()?;
        let (_, rest) = entry.split_once("```text\n")?;
        let (text, _) = rest.split_once("```")?;
        kehoach::Parser::new()
            .inferences(true)
            .parse(text)
            .diagnostics
            .into_iter()
            .find(|found| found.code == *code)
    }

    #[test]
    fn each_code_is_said_in_vietnamese() {
        let mut without = Vec::new();
        for code in Code::ALL {
            let Some(diagnostic) = example(code) else {
                without.push(code.as_str());
                continue;
            };
            let said = vietnamese(&diagnostic);
            assert!(said.is_some(), "{code}: {:?}", diagnostic.args);
        }
        // Their examples need limits.
        assert_eq!(
            without,
            [
                "limit-input",
                "limit-nesting",
                "limit-lines",
                "limit-blocks",
                "limit-entries",
                "limit-diagnostics"
            ]
        );
    }
}
