//! Names as parts of keys: lower-case ASCII, words joined by hyphens, abbreviations spelled out.

use super::issuers::{Organ, letters, organ_of_code};
use super::{Keys, fold, is_upper, is_word, small};

/// Abbreviations in the names of bodies: skeleton, as printed, and slug of what they stand for; sorted
/// by skeleton. "&", dots and dashes within them are not read. In part the same letters as a code of
/// a body in a symbol, but behind "Sở", "Hội" or the like.
#[rustfmt::skip]
const ABBREVIATIONS: &[(&str, &str, &str)] = &[
    ("antq", "ANTQ", "an-ninh-to-quoc"), ("antt", "ANTT", "an-ninh-trat-tu"),
    ("atgt", "ATGT", "an-toan-giao-thong"), ("attp", "ATTP", "an-toan-thuc-pham"),
    ("bcd", "BCĐ", "ban-chi-dao"), ("bch", "BCH", "ban-chap-hanh"),
    ("bchtw", "BCHTW", "ban-chap-hanh-trung-uong"), ("bcsd", "BCSĐ", "ban-can-su-dang"),
    ("bdbp", "BĐBP", "bo-doi-bien-phong"), ("bhxh", "BHXH", "bao-hiem-xa-hoi"), ("bhyt", "BHYT", "bao-hiem-y-te"),
    ("bql", "BQL", "ban-quan-ly"), ("btv", "BTV", "ban-thuong-vu"),
    ("btvtu", "BTVTU", "ban-thuong-vu-tinh-uy"), ("bvmt", "BVMT", "bao-ve-moi-truong"), ("ca", "CA", "cong-an"),
    ("cand", "CAND", "cong-an-nhan-dan"), ("cbcc", "CBCC", "can-bo-cong-chuc"), ("ccb", "CCB", "cuu-chien-binh"),
    ("cchc", "CCHC", "cai-cach-hanh-chinh"), ("cds", "CĐS", "chuyen-doi-so"),
    ("chqs", "CHQS", "chi-huy-quan-su"), ("chxhcn", "CHXHCN", "cong-hoa-xa-hoi-chu-nghia"),
    ("cnch", "CNCH", "cuu-nan-cuu-ho"), ("csvn", "CSVN", "cong-san-viet-nam"),
    ("ctd", "CTĐ", "chu-thap-do"), ("dbqh", "ĐBQH", "dai-bieu-quoc-hoi"),
    ("dcsvn", "ĐCSVN", "dang-cong-san-viet-nam"), ("ddbqh", "ĐĐBQH", "doan-dai-bieu-quoc-hoi"),
    ("dmst", "ĐMST", "doi-moi-sang-tao"), ("dtn", "ĐTN", "doan-thanh-nien"), ("dttg", "DTTG", "dan-toc-va-ton-giao"),
    ("dtts", "DTTS", "dan-toc-thieu-so"), ("gddt", "GDĐT", "giao-duc-va-dao-tao"),
    ("gdnn", "GDNN", "giao-duc-nghe-nghiep"), ("gdtx", "GDTX", "giao-duc-thuong-xuyen"),
    ("gdvadt", "GD và ĐT", "giao-duc-va-dao-tao"), ("gtgt", "GTGT", "gia-tri-gia-tang"), ("gtvt", "GTVT", "giao-thong-van-tai"),
    ("hccb", "HCCB", "hoi-cuu-chien-binh"), ("hcm", "HCM", "ho-chi-minh"),
    ("hdnd", "HĐND", "hoi-dong-nhan-dan"), ("hlhpn", "HLHPN", "hoi-lien-hiep-phu-nu"),
    ("hnd", "HND", "hoi-nong-dan"), ("htx", "HTX", "hop-tac-xa"),
    ("kbnn", "KBNN", "kho-bac-nha-nuoc"), ("kcn", "KCN", "khu-cong-nghiep"),
    ("khcn", "KHCN", "khoa-hoc-va-cong-nghe"),
    ("khcndmst", "KHCNĐMST", "khoa-hoc-cong-nghe-va-doi-moi-sang-tao"), ("khdt", "KHĐT", "ke-hoach-va-dau-tu"),
    ("khkt", "KHKT", "khoa-hoc-va-ky-thuat"), ("khvacn", "KH và CN", "khoa-hoc-va-cong-nghe"),
    ("khvadt", "KH và ĐT", "ke-hoach-va-dau-tu"), ("kkt", "KKT", "khu-kinh-te"),
    ("ktxh", "KTXH", "kinh-te-xa-hoi"), ("ldld", "LĐLĐ", "lien-doan-lao-dong"),
    ("ldtbvaxh", "LĐTB và XH", "lao-dong-thuong-binh-va-xa-hoi"),
    ("ldtbxh", "LĐTBXH", "lao-dong-thuong-binh-va-xa-hoi"), ("lhpn", "LHPN", "lien-hiep-phu-nu"),
    ("lhtn", "LHTN", "lien-hiep-thanh-nien"), ("llvt", "LLVT", "luc-luong-vu-trang"),
    ("mttq", "MTTQ", "mat-tran-to-quoc"), ("mttqvn", "MTTQVN", "mat-tran-to-quoc-viet-nam"),
    ("nhnn", "NHNN", "ngan-hang-nha-nuoc"), ("nnmt", "NNMT", "nong-nghiep-va-moi-truong"),
    ("nnptnt", "NNPTNT", "nong-nghiep-va-phat-trien-nong-thon"),
    ("nnvamt", "NN và MT", "nong-nghiep-va-moi-truong"),
    ("nnvaptnt", "NN và PTNT", "nong-nghiep-va-phat-trien-nong-thon"),
    ("nsnn", "NSNN", "ngan-sach-nha-nuoc"), ("ntm", "NTM", "nong-thon-moi"), ("pbgdpl", "PBGDPL", "pho-bien-giao-duc-phap-luat"),
    ("pccc", "PCCC", "phong-chay-chua-chay"), ("pctn", "PCTN", "phong-chong-tham-nhung"),
    ("pctt", "PCTT", "phong-chong-thien-tai"),
    ("phongvhtt", "Phòng VHTT", "phong-van-hoa-va-thong-tin"),
    ("phongvhvatt", "Phòng VH và TT", "phong-van-hoa-va-thong-tin"),
    ("ptnt", "PTNT", "phat-trien-nong-thon"), ("qdnd", "QĐND", "quan-doi-nhan-dan"),
    ("qpan", "QPAN", "quoc-phong-an-ninh"), ("sovhtt", "Sở VHTT", "so-van-hoa-va-the-thao"),
    ("sovhttdl", "Sở VHTTDL", "so-van-hoa-the-thao-va-du-lich"),
    ("sovhttvadl", "Sở VHTT và DL", "so-van-hoa-the-thao-va-du-lich"),
    ("sovhvatt", "Sở VH và TT", "so-van-hoa-va-the-thao"), ("tand", "TAND", "toa-an-nhan-dan"),
    ("tandtc", "TANDTC", "toa-an-nhan-dan-toi-cao"),
    ("tbvaxh", "TB và XH", "thuong-binh-va-xa-hoi"), ("tbxh", "TBXH", "thuong-binh-va-xa-hoi"),
    ("tckh", "TCKH", "tai-chinh-ke-hoach"), ("tdkt", "TĐKT", "thi-dua-khen-thuong"),
    ("tdtt", "TDTT", "the-duc-the-thao"), ("thads", "THADS", "thi-hanh-an-dan-su"),
    ("thcs", "THCS", "trung-hoc-co-so"), ("thpt", "THPT", "trung-hoc-pho-thong"),
    ("tkcn", "TKCN", "tim-kiem-cuu-nan"), ("tncn", "TNCN", "thu-nhap-ca-nhan"), ("tncs", "TNCS", "thanh-nien-cong-san"), ("tndn", "TNDN", "thu-nhap-doanh-nghiep"),
    ("tnmt", "TNMT", "tai-nguyen-va-moi-truong"),
    ("tnvamt", "TN và MT", "tai-nguyen-va-moi-truong"), ("tp", "TP", "thanh-pho"),
    ("ttg", "TTg", "thu-tuong"), ("tthdnd", "TTHĐND", "thuong-truc-hoi-dong-nhan-dan"),
    ("tttt", "TTTT", "thong-tin-va-truyen-thong"),
    ("ttvatt", "TT và TT", "thong-tin-va-truyen-thong"), ("tu", "TƯ", "trung-uong"),
    ("tw", "TW", "trung-uong"), ("tx", "TX", "thi-xa"), ("ubkt", "UBKT", "uy-ban-kiem-tra"),
    ("ubmttq", "UBMTTQ", "uy-ban-mat-tran-to-quoc"),
    ("ubmttqvn", "UBMTTQVN", "uy-ban-mat-tran-to-quoc-viet-nam"),
    ("ubnd", "UBND", "uy-ban-nhan-dan"), ("ubtv", "UBTV", "uy-ban-thuong-vu"),
    ("ubtvqh", "UBTVQH", "uy-ban-thuong-vu-quoc-hoi"), ("ubtw", "UBTW", "uy-ban-trung-uong"),
    ("ubtwmttq", "UBTWMTTQ", "uy-ban-trung-uong-mat-tran-to-quoc"),
    ("ubtwmttqvn", "UBTWMTTQVN", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    ("vhttdl", "VHTTDL", "van-hoa-the-thao-va-du-lich"),
    ("vhttvadl", "VHTT và DL", "van-hoa-the-thao-va-du-lich"), ("vhxh", "VHXH", "van-hoa-xa-hoi"),
    ("vksnd", "VKSND", "vien-kiem-sat-nhan-dan"),
    ("vksndtc", "VKSNDTC", "vien-kiem-sat-nhan-dan-toi-cao"), ("vn", "VN", "viet-nam"),
    ("vp", "VP", "van-phong"),
];

static ABBREVIATION_KEYS: Keys<(&str, &str, &str)> = Keys::new(ABBREVIATIONS, |row| row.0.into());

/// Abbreviations that are words when all is in capitals: "SỞ TƯ PHÁP".
const SYLLABLES: &[&str] = &["CA", "TƯ"];

/// The name of an issuer in lower-case ASCII, its words joined by hyphens and its abbreviations
/// spelled out: "UBND tỉnh Sơn Hà" is "uy-ban-nhan-dan-tinh-son-ha".
///
/// Commas and dashes only part words; "&" is "va". Two spellings of one name thus have one slug.
pub(crate) fn full_name_slug(text: &str) -> String {
    spelled_out(text, true)
}

/// As [`full_name_slug`], for the name of a law: codes of bodies are parts of numbers there.
pub(crate) fn law_slug(text: &str) -> String {
    spelled_out(text, false)
}

/// What stands behind the abbreviation of a name, which says it again: "(UBND)".
fn behind_aside(text: &str) -> Option<&str> {
    let (code, behind) = text.strip_prefix('(')?.split_once(')')?;
    code.chars().all(char::is_uppercase).then_some(behind)
}

fn spelled_out(text: &str, codes: bool) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut add = |words: &str| {
        if !slug.is_empty() && !words.is_empty() {
            slug.push('-');
        }
        slug.push_str(words);
    };
    let mut word = String::new();
    let capitals = is_upper(text);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !is_word(c) {
            if c == '&' {
                add("va");
            }
            let aside = if codes { behind_aside(rest) } else { None };
            rest = aside.unwrap_or(&rest[c.len_utf8()..]);
            continue;
        }
        let end = if let Some((end, words)) = abbreviation(rest, capitals) {
            add(words);
            end
        } else if let Some((end, organ)) = code(rest, capitals).filter(|_| codes) {
            add(organ.slug);
            end
        } else {
            let end = word_end(rest, |_| false);
            word.clear();
            word.extend(rest[..end].chars().filter_map(fold).map(char::from));
            add(&word);
            end
        };
        rest = &rest[end..];
    }
    slug
}

/// The abbreviation at the start of `text`: its bytes, and the slug of what it stands for.
fn abbreviation(text: &str, capitals: bool) -> Option<(usize, &'static str)> {
    let holds = |row: &(&str, &str, &str), end: usize| {
        let word = capitals && SYLLABLES.contains(&row.1);
        !word && is_written_so(row.1, &text[..end])
    };
    ABBREVIATION_KEYS.longest_that(text, holds).map(|(row, end)| (end, row.2))
}

/// Shortest abbreviation that may be written in any case: no word of four letters is spelled like one.
const UNMISTAKABLE: usize = 4;

/// Whether `found` is the abbreviation `printed`, marks and all.
fn is_written_so(printed: &str, found: &str) -> bool {
    letters(printed).eq(letters(found))
        || letters(printed).count() >= UNMISTAKABLE
            && letters(printed).map(small).eq(letters(found).map(small))
}

/// The code of a body that is the first word of `text`: its bytes, and the body.
fn code(text: &str, capitals: bool) -> Option<(usize, &'static Organ)> {
    let whole = word_end(text, |c| matches!(c, '&' | '.'));
    let first = word_end(text, |_| false);
    if capitals && SYLLABLES.contains(&&text[..first]) {
        return None;
    }
    let second = (first != whole).then_some(first);
    let mut ends = [Some(whole), second].into_iter().flatten();
    ends.find_map(|end| Some((end, organ_of_code(&text[..end])?)))
}

/// Where the word ends that `text` begins with; signs that `joins` allows may stand within it.
fn word_end(text: &str, joins: impl Fn(char) -> bool) -> usize {
    let stop = text.find(|c: char| !is_word(c) && !joins(c)).unwrap_or(text.len());
    text[..stop].trim_end_matches(|c: char| !is_word(c)).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::skeleton;

    #[test]
    fn abbreviations_are_in_order() {
        assert!(ABBREVIATIONS.is_sorted_by(|a, b| a.0 < b.0));
        for (key, printed, slug) in ABBREVIATIONS {
            assert_eq!(*key, skeleton(printed), "{printed}");
            assert_eq!(full_name_slug(&format!("x {printed}")), format!("x-{slug}"), "{printed}");
        }
    }

    #[test]
    fn slugs_of_names() {
        for (text, want) in [
            ("UBND tỉnh Sơn Hà", "uy-ban-nhan-dan-tinh-son-ha"),
            ("Uỷ ban nhân dân tỉnh Sơn Hà", "uy-ban-nhan-dan-tinh-son-ha"),
            ("Sở GD&ĐT", "so-giao-duc-va-dao-tao"),
            ("Sở GD-ĐT", "so-giao-duc-va-dao-tao"),
            ("Sở GD và ĐT", "so-giao-duc-va-dao-tao"),
            ("SGD&ĐT Sơn Hà", "so-giao-duc-va-dao-tao-son-ha"),
            ("Bộ GDĐT", "bo-giao-duc-va-dao-tao"),
            ("Sở LĐTB&XH", "so-lao-dong-thuong-binh-va-xa-hoi"),
            ("Sở Lao động – TB và XH", "so-lao-dong-thuong-binh-va-xa-hoi"),
            ("Sở VH,TT&DL", "so-van-hoa-the-thao-va-du-lich"),
            ("Văn hóa & Thể thao", "van-hoa-va-the-thao"),
            ("Phòng VHTT", "phong-van-hoa-va-thong-tin"),
            ("Sở NN&PTNT", "so-nong-nghiep-va-phat-trien-nong-thon"),
            ("Sở NN và MT", "so-nong-nghiep-va-moi-truong"),
            ("TT. HĐND tỉnh", "thuong-truc-hoi-dong-nhan-dan-tinh"),
            ("HĐND&UBND", "hoi-dong-nhan-dan-va-uy-ban-nhan-dan"),
            ("BCĐ tỉnh", "ban-chi-dao-tinh"),
            ("Uỷ ban MTTQ Việt Nam", "uy-ban-mat-tran-to-quoc-viet-nam"),
            ("Đoàn TNCS Hồ Chí Minh", "doan-thanh-nien-cong-san-ho-chi-minh"),
            ("UBND TP.HCM", "uy-ban-nhan-dan-thanh-pho-ho-chi-minh"),
            ("Ban Tổ chức TƯ", "ban-to-chuc-trung-uong"),
            ("SỞ TƯ PHÁP", "so-tu-phap"),
            ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "bo-ke-hoach-va-dau-tu"),
            ("Bộ Kế hoạch và Đầu tư", "bo-ke-hoach-va-dau-tu"),
            ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
            ("BNV", "bo-noi-vu"),
            ("ubnd xã", "uy-ban-nhan-dan-xa"),
            ("PC08", "pc08"),
            (" – ", ""),
            ("", ""),
        ] {
            assert_eq!(full_name_slug(text), want, "{text}");
        }
    }
}
