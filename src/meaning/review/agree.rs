//! Values of which each is well-formed, but that do not agree with one another: one of them is wrong.

use std::collections::HashSet;

use serde_json::Value as Json;

use crate::diagnostic::Code;
use crate::document::{Date, DateRelation, Day, Document, Precision};
use crate::layout::Ledger;
use crate::lexicon::opens_spelt;
use crate::meaning::citation::irregular;
use crate::source::Span;

/// Documents with numbers and symbols in the form of the rules are not older.
const FIRST_YEAR: u16 = 1945;
/// Years by which a document may be younger than the last year its subject names: it reviews them.
const BEHIND: u16 = 3;
/// Years by which it may be older than the first one: it plans them.
const AHEAD: u16 = 6;

/// Years by which a day that is named may lie ahead: land is leased for so long.
const FARTHEST: u16 = 70;
/// Years by which what is to be done by a day may be due after the plan; leases and visions reach farther.
const DUE_WITHIN: u16 = 30;
/// Years that are those of today but for one figure: no document names a day of them.
const LONG_AGO: std::ops::RangeInclusive<u16> = 1000..=1060;

/// Reports them.
pub(super) fn agree(document: &Document, ledger: &mut Ledger<'_>) {
    letterhead(document, ledger);
    citations(document, ledger);
    let due = due(document, ledger);
    days(document, &due, ledger);
}

fn report(date: &Date, other: &str, message: String, ledger: &mut Ledger<'_>) {
    let args = [("text", Json::from(date.text.clone())), ("other", other.into())];
    ledger.report_at(Code::DateDoubtful, date.span, message, &args);
}

fn day(date: &Date) -> Option<Day> {
    date.edtf.as_deref()?.parse().ok()
}

/// The date of the letterhead against the years of the subject.
fn letterhead(document: &Document, ledger: &mut Ledger<'_>) {
    let Some(date) = &document.header.date else { return };
    let Some(signed) = day(date) else { return };
    if signed.year() < FIRST_YEAR {
        let message = format!("{:?} is before all documents of this form", date.text);
        report(date, &FIRST_YEAR.to_string(), message, ledger);
        return;
    }
    let Some(subject) = &document.subject else { return };
    let within = |found: &&Date| {
        subject.span.start <= found.span.start && found.span.end <= subject.span.end
    };
    let year = |found: &&Date| matches!(found.precision(), Some(Precision::Year));
    for found in document.dates.iter().filter(within).filter(year) {
        let (Some(first), Some(last)) = (found.earliest(), found.latest()) else { continue };
        let fits = first.year().saturating_sub(AHEAD)..=last.year() + BEHIND;
        if !fits.contains(&signed.year()) {
            let message = format!("{:?} is far from {:?} of the subject", date.text, found.text);
            report(date, &found.text, message, ledger);
            return;
        }
    }
}

/// Cited documents that are younger than this one, and dates of another year than their number.
fn citations(document: &Document, ledger: &mut Ledger<'_>) {
    let signed = document.header.date.as_ref().and_then(|date| Some((date, day(date)?)));
    for citation in &document.citations {
        let Some(date) = &citation.date else { continue };
        let Some(issued) = day(date) else { continue };
        let number = citation.number.as_ref();
        if let Some(number) = number.filter(|n| n.year.is_some_and(|year| year != issued.year())) {
            let message = format!("{:?} is of another year than {:?}", date.text, number.text);
            report(date, &number.text, message, ledger);
        } else if let Some((own, _)) = signed.filter(|(_, signed)| *signed < issued) {
            let message = format!("{:?} is after {:?} of this document", date.text, own.text);
            report(date, &own.text, message, ledger);
        } else if LONG_AGO.contains(&issued.year())
            || issued.year() < FIRST_YEAR && number.is_some_and(|n| n.symbol.is_some())
        {
            let message = format!("{:?} is before all documents of this form", date.text);
            report(date, &FIRST_YEAR.to_string(), message, ledger);
        }
    }
}

/// Deadlines generations away from the year of the plan, or before the year that it reviews. Where most are, its own
/// year is wrong, and the first alone is told. Gives those that were told.
fn due(document: &Document, ledger: &mut Ledger<'_>) -> HashSet<Span> {
    let mut told = HashSet::new();
    let Some((own, year)) = own_year(document) else { return told };
    let ends = |date: &Date| Some((date.relation.clone(), date.latest()?.year()));
    let is_far = |date: &Date, limit: u16| {
        ends(date).is_some_and(|(relation, due)| {
            // "đến hết ngày …": leases end so, too.
            let lasts =
                relation == Some(DateRelation::Until) || opens_spelt(&date.text, "đến").is_some();
            let limit = if lasts { FARTHEST } else { limit };
            due > year + limit
        })
    };
    let is_past = |date: &Date| ends(date).is_some_and(|(_, due)| due + 1 < year);
    let mut deadlines = 0;
    let mut found: Vec<(Span, &str)> = Vec::new();
    for date in document.tasks.iter().flat_map(|task| &task.deadlines) {
        deadlines += 1;
        if is_far(date, DUE_WITHIN) || is_past(date) {
            found.push((date.span, &date.text));
        }
    }
    // What nobody is named for has no task; what lies in the past may be any day.
    let loose = document.dates.iter().filter(|date| {
        is_far(date, DUE_WITHIN) || date.relation == Some(DateRelation::By) && is_past(date)
    });
    found.extend(loose.map(|date| (date.span, &*date.text)));
    if !found.is_empty() {
        let cited = document.citations.iter().filter_map(|citation| citation.date.as_ref());
        let known: HashSet<Span> =
            document.header.date.iter().chain(cited).map(|date| date.span).collect();
        found.retain(|(span, _)| !known.contains(span));
    }
    found.sort_unstable();
    found.dedup();
    let most = found.len() > 2 && 2 * found.len() > deadlines;
    for (span, text) in found.into_iter().take(if most { 1 } else { usize::MAX }) {
        let message = format!("{text:?} is far from {:?} of this document", own.text);
        let args = [("text", Json::from(text)), ("other", own.text.clone().into())];
        ledger.report_at(Code::DateDoubtful, span, message, &args);
        told.insert(span);
    }
    told
}

/// The date of the letterhead, or else the one year of the subject, and its year.
fn own_year(document: &Document) -> Option<(&Date, u16)> {
    let header = document.header.date.as_ref().and_then(|date| Some((date, day(date)?.year())));
    let subject = || {
        let span = document.subject.as_ref()?.span;
        let mut within = document.dates.iter().filter(|date| {
            span.start <= date.span.start
                && date.span.end <= span.end
                && date.precision() == Some(Precision::Year)
        });
        let (date, None) = (within.next()?, within.next()) else { return None };
        let year = date.latest()?.year();
        date.earliest().is_some_and(|first| first.year() == year).then_some((date, year))
    };
    header.or_else(subject).filter(|(_, year)| *year >= FIRST_YEAR)
}

/// Days that no plan means: a thousand years ago, or generations ahead, of which the first is told.
fn days(document: &Document, told: &HashSet<Span>, ledger: &mut Ledger<'_>) {
    let header = document.header.date.as_ref();
    let own = header.and_then(|date| Some((date, day(date)?.year())));
    let own = own.filter(|(_, year)| *year >= FIRST_YEAR);
    let ahead = |named: u16| own.is_some_and(|(_, year)| named > year + FARTHEST);
    let mut said_ahead = false;
    let mut known: Option<HashSet<Span>> = None;
    for date in &document.dates {
        let ends =
            || date.edtf.iter().flat_map(|edtf| edtf.split('/')).filter_map(|end| end.get(..4));
        let years = || ends().filter_map(|year| year.parse::<u16>().ok());
        let is_ahead = !said_ahead && years().any(ahead);
        if !is_ahead && !years().any(|year| LONG_AGO.contains(&year))
            || date.precision() != Some(Precision::Day)
        {
            continue;
        }
        let cited = || document.citations.iter().filter_map(|citation| citation.date.as_ref());
        let known = known.get_or_insert_with(|| {
            header.into_iter().chain(cited()).map(|date| date.span).collect()
        });
        if known.contains(&date.span) || told.contains(&date.span) {
            continue;
        }
        said_ahead |= is_ahead;
        let other = own.map_or_else(|| FIRST_YEAR.to_string(), |(own, _)| own.text.clone());
        let message = format!("{:?} is far from {other:?} of this document", date.text);
        report(date, &other, message, ledger);
    }
}

/// The symbol of the document against the rule, and against its type.
pub(super) fn own_symbol(document: &Document, ledger: &mut Ledger<'_>) {
    let Some(number) = &document.header.number else { return };
    let kind = document.kind.as_ref().and_then(|kind| kind.code.as_deref());
    if let Some((message, args)) = irregular(&number.text, number.symbol.as_deref(), kind) {
        ledger.report_at(Code::SymbolIrregular, number.span, message, &args);
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;

    fn codes(number: &str, date: &str, subject: &str, basis: &str) -> Vec<Code> {
        let text = format!(
            "UBND TỈNH SƠN HÀ\nSỞ NỘI VỤ\nSố: {number}\nSơn Hà, {date}\nKẾ HOẠCH\n{subject}\n\n\
             Căn cứ {basis};\n\nI. NỘI DUNG\n1. Rà soát.\n2. Báo cáo.\n"
        );
        let doubted = |code: &Code| matches!(code, Code::DateDoubtful | Code::SymbolIrregular);
        crate::parse(&text).diagnostics.into_iter().map(|d| d.code).filter(doubted).collect()
    }

    const DATE: &str = "ngày 05 tháng 3 năm 2023";
    const SUBJECT: &str = "Kiểm tra công tác văn thư năm 2023";
    const BASIS: &str = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ";

    #[test]
    fn values_that_agree() {
        for (number, date, subject, basis) in [
            ("12/KH-SNV", DATE, SUBJECT, BASIS),
            ("12/KH-SNV", "ngày 30 tháng 12 năm 2022", SUBJECT, BASIS),
            ("12/KH-SNV", DATE, "Tổng kết công tác văn thư giai đoạn 2016 - 2020", BASIS),
            ("12/KH-SNV", DATE, "Phát triển kho lưu trữ đến năm 2030", BASIS),
            ("12/KH-SNV", DATE, "Kỷ niệm 75 năm ngày 19/8/1945", BASIS),
            ("12/QĐ-SNV", DATE, SUBJECT, BASIS),
            ("12/KH-SNV", DATE, "Kỷ niệm ngày 05/5/1818 và ngày 30/4/1975", BASIS),
            ("12/KH-SNV", DATE, "Cho thuê đất đến ngày 05/5/2073", BASIS),
            ("12/KH-SNV", DATE, SUBJECT, "Sắc lệnh số 18/SL ngày 31/01/1946 của Chủ tịch nước"),
            ("12/KH-SNV", DATE, SUBJECT, "Kế hoạch số 5/KH-UBND ngày 05/3/2023 của UBND tỉnh"),
        ] {
            assert_eq!(
                codes(number, date, subject, basis),
                [],
                "{number} {date} {subject} {basis}"
            );
        }
    }

    fn is_doubted(sentence: &str) -> bool {
        let text = format!(
            "UBND TỈNH SƠN HÀ\nSố: 12/KH-UBND\nSơn Hà, {DATE}\nKẾ HOẠCH\nKiểm kê kho\n\n\
             I. NỘI DUNG\n1. {sentence}.\n2. Báo cáo.\n"
        );
        crate::parse(&text).diagnostics.iter().any(|d| d.code == Code::DateDoubtful)
    }

    #[test]
    fn deadlines_of_another_time() {
        for sentence in [
            "Sở Y tế kiểm kê kho trước ngày 12/9/2093",
            "Sở Y tế kiểm kê kho trước ngày 12/9/2013",
            "Sở Y tế hoàn thành kiểm kê kho trong tháng 9 năm 2083",
            "Kiểm kê chậm nhất ngày 12/9/2063",
            "Kiểm kê chậm nhất ngày 12/9/2003",
            "Kiểm kê trong năm 2083",
        ] {
            assert!(is_doubted(sentence), "{sentence}");
        }
        for sentence in [
            "Sở Y tế kiểm kê kho trước ngày 12/9/2023",
            "Sở Y tế kiểm kê kho trước ngày 12/9/2022",
            "Sở Y tế kiểm kê kho trước ngày 12/9/2050",
            "Sở Y tế kiểm kê đất đến năm 2065",
            "Kiểm kê đất giao trước ngày 15/10/1993",
            "Cho thuê đất đến ngày 05/5/2073",
            "Cho thuê đất đến hết ngày 05/5/2073",
        ] {
            assert!(!is_doubted(sentence), "{sentence}");
        }
    }

    #[test]
    fn values_that_do_not() {
        let doubtful = [Code::DateDoubtful];
        assert_eq!(codes("12/KH-SNV", "ngày 05 tháng 3 năm 2073", SUBJECT, BASIS), doubtful);
        // The basis is younger, too.
        let both = [Code::DateDoubtful, Code::DateDoubtful];
        for date in ["ngày 05 tháng 3 năm 2011", "ngày 05 tháng 3 năm 1923"] {
            assert_eq!(codes("12/KH-SNV", date, SUBJECT, BASIS), both, "{date}");
        }
        for basis in [
            "Nghị định số 30/2029/NĐ-CP ngày 05/3/2020 của Chính phủ",
            "Kế hoạch số 5/KH-UBND ngày 05/3/2033 của UBND tỉnh",
            "Kế hoạch số 5/KH-UBND ngày 05/3/1022 của UBND tỉnh",
            "Kế hoạch số 5/KH-UBND ngày 05/3/1923 của UBND tỉnh",
        ] {
            assert_eq!(codes("12/KH-SNV", DATE, SUBJECT, basis), doubtful, "{basis}");
        }
        for subject in
            ["Kiểm kê trước ngày 12/9/1023", "Kiểm kê từ ngày 01/3/2023 đến ngày 05/3/2123"]
        {
            assert_eq!(codes("12/KH-SNV", DATE, subject, BASIS), doubtful, "{subject}");
        }
        for number in ["12/XH-SNV", "12/KHSNV", "12/KH-UBNĐ", "1.023/KH-SNV"] {
            assert_eq!(codes(number, DATE, SUBJECT, BASIS), [Code::SymbolIrregular], "{number}");
        }
    }
}
