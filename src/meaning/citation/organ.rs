//! The body that issues: one slug for the several names that a text gives it.

use crate::lexicon::issuers::organ_with_and;

/// Heads of bodies, and how the names of their bodies begin.
#[rustfmt::skip]
const OFFICES: &[(&str, &str)] = &[
    ("bo-truong-", "bo-"), ("cuc-truong-", "cuc-"), ("tong-cuc-truong-", "tong-cuc-"),
    ("vu-truong-", "vu-"), ("vien-truong-", "vien-"), ("chanh-an-", "toa-an-"), ("tong-", "thanh-tra-"),
    ("tong-", "kiem-toan-"), ("thong-doc-", "ngan-hang-"), ("chu-nhiem-", "uy-ban-"),
    ("chu-tich-", "uy-ban-"), ("chu-tich-", "hoi-dong-"), ("truong-", "ban-"), ("giam-doc-", "so-"),
    ("giam-doc-", "cong-an-"), ("tong-giam-doc-", ""), ("chanh-van-phong-", "van-phong-"),
    ("ban-thuong-vu-", "tinh-uy"), ("ban-thuong-vu-", "thanh-uy"), ("ban-thuong-vu-", "huyen-uy"),
    ("ban-thuong-vu-", "quan-uy"), ("ban-thuong-vu-", "thi-uy"), ("ban-thuong-vu-", "dang-uy"),
    ("thuong-truc-", "tinh-uy"), ("thuong-truc-", "thanh-uy"), ("thuong-truc-", "huyen-uy"),
    ("thuong-truc-", "hoi-dong-nhan-dan"),
];

/// Bodies of the country that are named in several ways.
#[rustfmt::skip]
const ALSO_NAMED: &[(&str, &str)] = &[
    ("thu-tuong", "thu-tuong-chinh-phu"), ("trung-uong", "ban-chap-hanh-trung-uong"),
    ("trung-uong-dang", "ban-chap-hanh-trung-uong"),
    ("ban-chap-hanh-trung-uong-dang", "ban-chap-hanh-trung-uong"),
    ("ban-chap-hanh-trung-uong-dang-cong-san-viet-nam", "ban-chap-hanh-trung-uong"),
    ("ban-bi-thu-trung-uong", "ban-bi-thu"), ("ban-bi-thu-trung-uong-dang", "ban-bi-thu"),
    ("bo-chinh-tri-ban-chap-hanh-trung-uong-dang", "bo-chinh-tri"),
    ("bo-chinh-tri-trung-uong-dang", "bo-chinh-tri"), ("van-phong-trung-uong-dang", "van-phong-trung-uong"),
];

/// The body under whose letterhead a document goes out: its head signs, it issues (NĐ 30/2020, Phụ
/// lục I: "tên cơ quan, tổ chức ban hành văn bản"). Neither its term nor the country is part of it.
pub(super) fn organ(name: &str) -> String {
    let is_term = |rest: &str| rest.bytes().all(|c| matches!(c, b'i' | b'v' | b'x' | b'0'..=b'9'));
    let mut name = name;
    if let Some((body, _)) = name.rsplit_once("-khoa-").filter(|(_, rest)| is_term(rest)) {
        name = body;
    }
    for country in
        ["-nuoc-cong-hoa-xa-hoi-chu-nghia-viet-nam", "-nuoc-chxhcn-viet-nam", "-nuoc-chxhcnvn"]
    {
        name = name.strip_suffix(country).unwrap_or(name);
    }
    // "Hội nghị lần thứ sáu Ban Chấp hành Trung ương": the Committee, met.
    if name.starts_with("hoi-nghi-") && name.contains("trung-uong") {
        return "ban-chap-hanh-trung-uong".to_owned();
    }
    let office =
        |(head, body): &(&str, &str)| name.strip_prefix(head).filter(|rest| rest.starts_with(body));
    name = OFFICES.iter().find_map(office).unwrap_or(name);
    let also = ALSO_NAMED.iter().find(|(also, _)| *also == name);
    // "Sở Tài nguyên Môi trường"
    let joined = || organ_with_and(name);
    also.map(|(_, body)| *body).or_else(joined).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_body_under_several_names() {
        for (name, want) in [
            ("bo-y-te", "bo-y-te"),
            ("bo-truong-bo-y-te", "bo-y-te"),
            ("chu-tich-uy-ban-nhan-dan", "uy-ban-nhan-dan"),
            ("chu-tich-nuoc", "chu-tich-nuoc"),
            ("giam-doc-so-noi-vu", "so-noi-vu"),
            ("tong-giam-doc-bao-hiem-xa-hoi-viet-nam", "bao-hiem-xa-hoi-viet-nam"),
            ("tong-thanh-tra-chinh-phu", "thanh-tra-chinh-phu"),
            ("tong-cuc-thue", "tong-cuc-thue"),
            ("truong-ban-chi-dao", "ban-chi-dao"),
            ("truong-mam-non-hoa-mai", "truong-mam-non-hoa-mai"),
            ("ban-thuong-vu-tinh-uy", "tinh-uy"),
            ("uy-ban-thuong-vu-quoc-hoi", "uy-ban-thuong-vu-quoc-hoi"),
            ("quoc-hoi-khoa-xv", "quoc-hoi"),
            ("quoc-hoi-nuoc-cong-hoa-xa-hoi-chu-nghia-viet-nam", "quoc-hoi"),
            ("truong-bach-khoa-da-nang", "truong-bach-khoa-da-nang"),
            ("thu-tuong", "thu-tuong-chinh-phu"),
            (
                "hoi-nghi-lan-thu-sau-ban-chap-hanh-trung-uong-dang-khoa-xii",
                "ban-chap-hanh-trung-uong",
            ),
            ("hoi-nghi-trung-uong-8-khoa-xi", "ban-chap-hanh-trung-uong"),
            ("hoi-nghi-hiep-thuong", "hoi-nghi-hiep-thuong"),
            ("so-tai-nguyen-moi-truong", "so-tai-nguyen-va-moi-truong"),
            ("so-tai-chinh", "so-tai-chinh"),
            ("ban-chap-hanh-trung-uong-dang-khoa-xii", "ban-chap-hanh-trung-uong"),
        ] {
            assert_eq!(organ(name), want, "{name}");
        }
    }
}
