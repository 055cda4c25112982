//! Provinces and cities under central rule ("đơn vị hành chính cấp tỉnh"): the 63 until 11 June 2025,
//! the 34 since, and which of the old ones went into which new one.
//!
//! Source: Nghị quyết 202/2025/QH15 (sắp xếp đơn vị hành chính cấp tỉnh). Before it the division of
//! 1 August 2008 (Nghị quyết 15/2008/QH12) stood, but for the name of Huế, a city under central rule
//! since 1 January 2025 (Nghị quyết 175/2024/QH15). Units of older divisions (Hà Tây, Hà Nam Ninh) are
//! not in the table, and nothing is said of when a unit was first formed.

use std::ops::Range;

use super::issuers::is_printed;
use super::{Keys, opens_named, opens_spelt, skeleton, starts_with_skeleton, word_starts};

/// The day from which the 34 provinces and cities exist: Nghị quyết 202/2025/QH15 took effect on the
/// day it passed. Their new organs work from 1 July 2025; until then the old ones went on signing.
pub(crate) const MERGER: &str = "2025-06-12";

/// The day from which thành phố Huế stands in the place of tỉnh Thừa Thiên Huế.
const HUE: &str = "2025-01-01";

/// A province or a city under central rule, under one name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Province {
    /// Its name without "tỉnh" or "thành phố": "Sóc Trăng".
    pub(crate) name: &'static str,
    /// Skeleton of the name.
    pub(crate) key: &'static str,
    /// The name in lower-case ASCII, its words joined by hyphens: "soc-trang".
    pub(crate) slug: &'static str,
    /// Slug of the unit that holds its land since the merger; its own where the name went on.
    pub(crate) heir: &'static str,
    /// First day of the name, where the table knows of an older one.
    pub(crate) since: Option<&'static str>,
    /// First day on which the name is no more.
    pub(crate) until: Option<&'static str>,
}

const fn lasting(name: &'static str, key: &'static str, slug: &'static str) -> Province {
    Province { name, key, slug, heir: slug, since: None, until: None }
}

const fn merged(
    name: &'static str,
    key: &'static str,
    slug: &'static str,
    heir: &'static str,
) -> Province {
    Province { name, key, slug, heir, since: None, until: Some(MERGER) }
}

/// All of them, sorted by key: the 63 of 11 June 2025, and Thừa Thiên Huế.
#[rustfmt::skip]
pub(crate) const PROVINCES: &[Province] = &[
    lasting("An Giang", "angiang", "an-giang"),
    merged("Bắc Giang", "bacgiang", "bac-giang", "bac-ninh"),
    merged("Bắc Kạn", "backan", "bac-kan", "thai-nguyen"),
    merged("Bạc Liêu", "baclieu", "bac-lieu", "ca-mau"),
    lasting("Bắc Ninh", "bacninh", "bac-ninh"),
    merged("Bà Rịa - Vũng Tàu", "bariavungtau", "ba-ria-vung-tau", "ho-chi-minh"),
    merged("Bến Tre", "bentre", "ben-tre", "vinh-long"),
    merged("Bình Định", "binhdinh", "binh-dinh", "gia-lai"),
    merged("Bình Dương", "binhduong", "binh-duong", "ho-chi-minh"),
    merged("Bình Phước", "binhphuoc", "binh-phuoc", "dong-nai"),
    merged("Bình Thuận", "binhthuan", "binh-thuan", "lam-dong"),
    lasting("Cà Mau", "camau", "ca-mau"),
    lasting("Cần Thơ", "cantho", "can-tho"),
    lasting("Cao Bằng", "caobang", "cao-bang"),
    lasting("Đắk Lắk", "daklak", "dak-lak"),
    merged("Đắk Nông", "daknong", "dak-nong", "lam-dong"),
    lasting("Đà Nẵng", "danang", "da-nang"),
    lasting("Điện Biên", "dienbien", "dien-bien"),
    lasting("Đồng Nai", "dongnai", "dong-nai"),
    lasting("Đồng Tháp", "dongthap", "dong-thap"),
    lasting("Gia Lai", "gialai", "gia-lai"),
    merged("Hà Giang", "hagiang", "ha-giang", "tuyen-quang"),
    merged("Hải Dương", "haiduong", "hai-duong", "hai-phong"),
    lasting("Hải Phòng", "haiphong", "hai-phong"),
    merged("Hà Nam", "hanam", "ha-nam", "ninh-binh"),
    lasting("Hà Nội", "hanoi", "ha-noi"),
    lasting("Hà Tĩnh", "hatinh", "ha-tinh"),
    merged("Hậu Giang", "haugiang", "hau-giang", "can-tho"),
    merged("Hòa Bình", "hoabinh", "hoa-binh", "phu-tho"),
    lasting("Hồ Chí Minh", "hochiminh", "ho-chi-minh"),
    Province { since: Some(HUE), ..lasting("Huế", "hue", "hue") },
    lasting("Hưng Yên", "hungyen", "hung-yen"),
    lasting("Khánh Hòa", "khanhhoa", "khanh-hoa"),
    merged("Kiên Giang", "kiengiang", "kien-giang", "an-giang"),
    merged("Kon Tum", "kontum", "kon-tum", "quang-ngai"),
    lasting("Lai Châu", "laichau", "lai-chau"),
    lasting("Lâm Đồng", "lamdong", "lam-dong"),
    lasting("Lạng Sơn", "langson", "lang-son"),
    lasting("Lào Cai", "laocai", "lao-cai"),
    merged("Long An", "longan", "long-an", "tay-ninh"),
    merged("Nam Định", "namdinh", "nam-dinh", "ninh-binh"),
    lasting("Nghệ An", "nghean", "nghe-an"),
    lasting("Ninh Bình", "ninhbinh", "ninh-binh"),
    merged("Ninh Thuận", "ninhthuan", "ninh-thuan", "khanh-hoa"),
    lasting("Phú Thọ", "phutho", "phu-tho"),
    merged("Phú Yên", "phuyen", "phu-yen", "dak-lak"),
    merged("Quảng Bình", "quangbinh", "quang-binh", "quang-tri"),
    merged("Quảng Nam", "quangnam", "quang-nam", "da-nang"),
    lasting("Quảng Ngãi", "quangngai", "quang-ngai"),
    lasting("Quảng Ninh", "quangninh", "quang-ninh"),
    lasting("Quảng Trị", "quangtri", "quang-tri"),
    merged("Sóc Trăng", "soctrang", "soc-trang", "can-tho"),
    lasting("Sơn La", "sonla", "son-la"),
    lasting("Tây Ninh", "tayninh", "tay-ninh"),
    merged("Thái Bình", "thaibinh", "thai-binh", "hung-yen"),
    lasting("Thái Nguyên", "thainguyen", "thai-nguyen"),
    lasting("Thanh Hóa", "thanhhoa", "thanh-hoa"),
    Province { until: Some(HUE), ..merged("Thừa Thiên Huế", "thuathienhue", "thua-thien-hue", "hue") },
    merged("Tiền Giang", "tiengiang", "tien-giang", "dong-thap"),
    merged("Trà Vinh", "travinh", "tra-vinh", "vinh-long"),
    lasting("Tuyên Quang", "tuyenquang", "tuyen-quang"),
    lasting("Vĩnh Long", "vinhlong", "vinh-long"),
    merged("Vĩnh Phúc", "vinhphuc", "vinh-phuc", "phu-tho"),
    merged("Yên Bái", "yenbai", "yen-bai", "lao-cai"),
];

/// Other spellings and abbreviations, as skeletons, with the slug of the province; sorted. "Thanh Hoá"
/// and "Bà Rịa-Vũng Tàu" have the skeleton of the name and need no row.
#[rustfmt::skip]
const ALIASES: &[(&str, &str)] = &[
    ("baccan", "bac-kan"), ("brvt", "ba-ria-vung-tau"), ("congtum", "kon-tum"), ("daclac", "dak-lak"),
    ("daclak", "dak-lak"), ("dacnong", "dak-nong"), ("daklac", "dak-lak"), ("hcm", "ho-chi-minh"),
    ("saigon", "ho-chi-minh"), ("thanhphohochiminh", "ho-chi-minh"), ("tphcm", "ho-chi-minh"),
    ("tphochiminh", "ho-chi-minh"), ("tthue", "thua-thien-hue"),
];

/// Names that begin with that of a province and are none: the ocean, the province of 1975 to 1991.
const NO_PROVINCES: &[&str] = &["hanamninh", "thaibinhduong"];

static PROVINCE_KEYS: Keys<Province> = Keys::new(PROVINCES, |row| row.key.into());
static ALIAS_KEYS: Keys<(&str, &str)> = Keys::new(ALIASES, |row| row.0.into());

/// The province whose name begins `text`, by skeleton, and how many bytes of `text` the name takes.
///
/// The longest name counts. "Tỉnh" and "thành phố" stand before a name and are no part of it; only
/// "Thành phố Hồ Chí Minh" is taken whole.
pub(crate) fn province(text: &str) -> Option<(&'static Province, usize)> {
    let name = PROVINCE_KEYS.longest(text);
    let alias = ALIAS_KEYS.longest(text).and_then(|((_, slug), end)| Some((by_slug(slug)?, end)));
    let found = [name, alias].into_iter().flatten().max_by_key(|(_, end)| *end)?;
    let other = NO_PROVINCES.iter().any(|key| starts_with_skeleton(text, key).is_some());
    (!other).then_some(found)
}

/// The province whose name a place has with other marks: "Cân Thơ".
pub(crate) fn blurred_province(place: &str) -> Option<(Range<usize>, &'static str)> {
    let known = province_named(place)?;
    let same = skeleton(place) == known.key && opens_named(place, known.name).is_none();
    same.then_some((0..place.len(), known.name))
}

/// The province that the name of a body has with other marks behind the word for it: "UBND TỈNH QUÁNG NAM". Names of
/// other languages are spelt in many ways.
pub(crate) fn blurred_seat(name: &str) -> Option<(Range<usize>, &'static str)> {
    word_starts(name).find_map(|at| {
        let word = &name[at..];
        if !word.starts_with(['t', 'T']) {
            return None;
        }
        let unit = PROVINCIAL.iter().find_map(|unit| opens_spelt(word, unit));
        let blurred =
            || starts_with_skeleton(word, "tinh").filter(|len| word[*len..].starts_with(' '));
        let rest = word[unit.or_else(blurred)?..].trim_start_matches(['.', ' ']);
        let (known, len) = PROVINCE_KEYS.longest(rest)?;
        let from = name.len() - rest.len();
        let printed = is_printed(&rest[..len], known.name);
        if unit.is_none() {
            return printed.then(|| (at..from - 1, "tỉnh"));
        }
        let foreign = known.key.starts_with("dak") || known.key == "kontum";
        (!foreign && !printed).then_some((from..from + len, known.name))
    })
}

/// Words before the name of a province or of a city under central rule.
const PROVINCIAL: &[&str] = &["tỉnh", "thành phố", "tp"];

/// The province of exactly this name.
pub(crate) fn province_named(name: &str) -> Option<&'static Province> {
    province(name).filter(|(_, len)| *len == name.len()).map(|(known, _)| known)
}

/// Cities under central rule ("thành phố trực thuộc trung ương"). Huế was one of its province's cities
/// until 2025.
const CITIES: &[&str] = &["can-tho", "da-nang", "ha-noi", "hai-phong", "ho-chi-minh", "hue"];

/// Whether `name` is the name of a city under central rule: all others belong to a province.
pub(crate) fn is_city(name: &str) -> bool {
    province_named(name).is_some_and(|known| CITIES.contains(&known.slug))
}

/// The province of that slug.
pub(crate) fn by_slug(slug: &str) -> Option<&'static Province> {
    PROVINCES.iter().find(|row| row.slug == slug)
}

/// The province or city that holds the land of this one since the merger: itself, or another.
pub(crate) fn heir(province: &'static Province) -> &'static Province {
    by_slug(province.heir).unwrap_or(province)
}

/// Whether the unit that bears this name since 2025 was formed from several.
///
/// A document of "tỉnh Cần Thơ" may then mean more land after [`MERGER`] than before. False for the
/// names that ended in 2025.
pub(crate) fn merged_in_2025(province: &Province) -> bool {
    let joined =
        |row: &&Province| row.heir == province.slug && row.until.is_none_or(|d| d == MERGER);
    PROVINCES.iter().filter(joined).count() > 1
}

/// Whether a unit of this name existed on `date`: "2025-06-12", or the part that is known, "2025-06".
///
/// With a month or a year it says whether there was one on any day of it. What follows the known
/// part ("2025-XX-XX") is not read; without a known part every name may be meant.
pub(crate) fn exists_at(province: &Province, date: &str) -> bool {
    let known = date.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(date.len());
    let date = date[..known].trim_end_matches('-');
    let begun = province.since.is_none_or(|day| date >= &day[..date.len().min(day.len())]);
    begun && province.until.is_none_or(|day| date < day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::skeleton;

    #[test]
    fn seats_with_other_marks() {
        for (text, want) in [
            ("UBND TỈNH QUÁNG NAM", Some("Quảng Nam")),
            ("ĐẢNG BỘ TÌNH QUẢNG NAM", Some("tỉnh")),
            ("SỞ Y TẾ TP. CÂN THƠ", Some("Cần Thơ")),
            ("UBND TỈNH QUẢNG NAM", None),
            ("Sở Y tế tỉnh Bà Rịa-Vũng Tàu", None),
            ("UBND tỉnh Đăk Nông", None),
            ("UBND tỉnh Thanh Hoá", None),
            ("UBND HUYỆN HÀ TĨNH", None),
            ("UBND thành phố Vinh", None),
        ] {
            assert_eq!(blurred_seat(text).map(|(_, meant)| meant), want, "{text}");
        }
    }

    #[test]
    fn tables_are_in_order() {
        assert!(PROVINCES.is_sorted_by(|a, b| a.key < b.key));
        assert!(ALIASES.is_sorted_by(|a, b| a.0 < b.0));
        for row in PROVINCES {
            assert_eq!(row.key, skeleton(row.name), "{}", row.name);
            let words = row.name.split([' ', '-']).filter(|word| !word.is_empty());
            assert_eq!(row.slug, words.map(skeleton).collect::<Vec<_>>().join("-"), "{}", row.name);
        }
        for (alias, slug) in ALIASES {
            assert!(by_slug(slug).is_some(), "{alias}");
            assert!(PROVINCES.iter().all(|row| row.key != *alias), "{alias}");
        }
    }

    #[test]
    fn there_are_63_and_34() {
        let standing = |day| PROVINCES.iter().filter(|row| exists_at(row, day)).count();
        for (day, want) in
            [("2010-01-01", 63), ("2024-12-31", 63), ("2025-06-11", 63), ("2025-06-12", 34)]
        {
            assert_eq!(standing(day), want, "{day}");
        }
        let untouched: Vec<_> = PROVINCES
            .iter()
            .filter(|row| exists_at(row, MERGER) && !merged_in_2025(row))
            .map(|row| row.slug)
            .collect();
        let of_the_resolution = "cao-bang dien-bien ha-noi ha-tinh hue lai-chau lang-son nghe-an \
                                 quang-ninh son-la thanh-hoa";
        assert_eq!(untouched.join(" "), of_the_resolution);
    }

    #[test]
    fn every_unit_has_an_heir() {
        for row in PROVINCES {
            let new = heir(row);
            assert_eq!(new.slug, row.heir, "{}", row.name);
            assert!(exists_at(new, MERGER), "{}", row.name);
            assert_eq!(exists_at(row, MERGER), new == row, "{}", row.name);
        }
        for (old, new) in [
            ("soc-trang", "can-tho"),
            ("ba-ria-vung-tau", "ho-chi-minh"),
            ("binh-dinh", "gia-lai"),
            ("thua-thien-hue", "hue"),
            ("ha-noi", "ha-noi"),
        ] {
            assert_eq!(by_slug(old).map(|row| heir(row).slug), Some(new), "{old}");
        }
    }

    #[test]
    fn cities_under_central_rule() {
        assert!(CITIES.iter().all(|slug| by_slug(slug).is_some()));
        for (name, want) in [
            ("Hà Nội", true),
            ("HỒ CHÍ MINH", true),
            ("Sóc Trăng", false),
            ("Đà Nẵng mới", false),
            ("Thủ Đức", false),
        ] {
            assert_eq!(is_city(name), want, "{name}");
        }
    }

    #[test]
    fn names_in_text() {
        for (text, want) in [
            ("Sóc Trăng, ngày 01", Some(("soc-trang", "Sóc Trăng"))),
            ("SÓC TRĂNG", Some(("soc-trang", "SÓC TRĂNG"))),
            ("Bà Rịa - Vũng Tàu về", Some(("ba-ria-vung-tau", "Bà Rịa - Vũng Tàu"))),
            ("Bà Rịa-Vũng Tàu", Some(("ba-ria-vung-tau", "Bà Rịa-Vũng Tàu"))),
            ("BR-VT", Some(("ba-ria-vung-tau", "BR-VT"))),
            ("Thừa Thiên Huế", Some(("thua-thien-hue", "Thừa Thiên Huế"))),
            ("Thừa Thiên - Huế", Some(("thua-thien-hue", "Thừa Thiên - Huế"))),
            ("Huế", Some(("hue", "Huế"))),
            ("Hồ Chí Minh", Some(("ho-chi-minh", "Hồ Chí Minh"))),
            ("Thành phố Hồ Chí Minh", Some(("ho-chi-minh", "Thành phố Hồ Chí Minh"))),
            ("TP.HCM", Some(("ho-chi-minh", "TP.HCM"))),
            ("TP. HCM", Some(("ho-chi-minh", "TP. HCM"))),
            ("TPHCM", Some(("ho-chi-minh", "TPHCM"))),
            ("Đắc Lắc", Some(("dak-lak", "Đắc Lắc"))),
            ("Đăk Lăk", Some(("dak-lak", "Đăk Lăk"))),
            ("Daklak", Some(("dak-lak", "Daklak"))),
            ("Đắc Nông", Some(("dak-nong", "Đắc Nông"))),
            ("Bắc Cạn", Some(("bac-kan", "Bắc Cạn"))),
            ("Kontum", Some(("kon-tum", "Kontum"))),
            ("Thanh Hoá", Some(("thanh-hoa", "Thanh Hoá"))),
            ("Hà Nam", Some(("ha-nam", "Hà Nam"))),
            ("Hà Nam Ninh", None),
            ("Thái Bình Dương", None),
            ("Sơn Hà", None),
            ("Hà", None),
            ("", None),
        ] {
            let found = province(text).map(|(row, end)| (row.slug, &text[..end]));
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn names_in_time() {
        for (slug, date, want) in [
            ("soc-trang", "2024-03-15", true),
            ("soc-trang", "2025-06-11", true),
            ("soc-trang", "2025-06-12", false),
            ("soc-trang", "2025-06", true),
            ("soc-trang", "2025-07", false),
            ("soc-trang", "2025", true),
            ("soc-trang", "2025-XX-XX", true),
            ("soc-trang", "2026-XX-XX", false),
            ("soc-trang", "", true),
            ("can-tho", "2016-02-01", true),
            ("can-tho", "2026-02-01", true),
            ("hue", "2024-12-31", false),
            ("hue", "2025", true),
            ("hue", "2025-01-01", true),
            ("thua-thien-hue", "2024-12-31", true),
            ("thua-thien-hue", "2025-01-01", false),
        ] {
            let row = by_slug(slug).expect(slug);
            assert_eq!(exists_at(row, date), want, "{slug} {date}");
        }
        for (slug, want) in [
            ("can-tho", true),
            ("ho-chi-minh", true),
            ("hue", false),
            ("ha-noi", false),
            ("soc-trang", false),
        ] {
            assert_eq!(by_slug(slug).map(merged_in_2025), Some(want), "{slug}");
        }
    }
}
