//! Where a body sits: the province, and the unit below it.

use std::collections::HashMap;
use std::rc::Rc;

use super::key::slug;
use super::organ::organ;
use crate::document::{Basis, Document};
use crate::lexicon::bodies::makes_society;
use crate::lexicon::provinces::{MERGER, exists_at, heir, is_city, merged_in_2025, province_named};
use crate::lexicon::slugs::full_name_slug;
use crate::lexicon::{fold, is_spelt, is_upper, small, word_starts};
use crate::parser::Supplied;

/// The place of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Its province or city under central rule.
    pub(super) province: Option<Unit>,
    /// The district or commune within it.
    pub(super) within: Option<Unit>,
}

/// A unit of the country by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// "huyen", "xa", "thanh-pho" …; empty for provinces and cities under central rule.
    pub(super) level: &'static str,
    /// Its name as it is printed, in the case of names: "An Phú".
    pub(super) name: String,
}

/// The level of a city, until its name tells whether it is under central rule.
const CITY: &str = "thanh-pho";

/// Words, and the level of which they tell.
type Row = (&'static [&'static str], &'static str);

/// The words before the name of a unit, and what they say of its level. The committees of the Party
/// and the Youth Union have theirs in their names.
#[rustfmt::skip]
const LEVELS: &[Row] = &[
    (&["tỉnh"], ""), (&["thành", "phố"], CITY), (&["tp"], CITY), (&["tp."], CITY), (&["huyện"], "huyen"), (&["quận"], "quan"),
    (&["thị", "xã"], "thi-xa"), (&["tx"], "thi-xa"), (&["tx."], "thi-xa"), (&["thị", "trấn"], "thi-tran"),
    (&["xã"], "xa"), (&["phường"], "phuong"), (&["đặc", "khu"], "dac-khu"),
];

/// Names of bodies that hold the word for their level, which stays part of the name.
#[rustfmt::skip]
const LEVELLED: &[Row] = &[
    (&["tỉnh", "ủy"], ""), (&["tỉnh", "uỷ"], ""), (&["thành", "ủy"], CITY), (&["thành", "uỷ"], CITY), (&["tỉnh", "đoàn"], ""),
    (&["thành", "đoàn"], CITY), (&["huyện", "ủy"], "huyen"), (&["huyện", "uỷ"], "huyen"), (&["quận", "ủy"], "quan"),
    (&["quận", "uỷ"], "quan"), (&["thị", "ủy"], "thi-xa"), (&["thị", "uỷ"], "thi-xa"), (&["huyện", "đoàn"], "huyen"),
];

/// What a name of a body says of its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    /// The body without its place.
    body: String,
    /// The units named, the smallest first.
    units: Vec<Unit>,
    /// The level it names without a name: "UBND tỉnh".
    level: Option<&'static str>,
}

/// A body that issues documents: what its name says of its place.
#[derive(Debug)]
pub(super) struct Seat {
    /// The name of the body without its place, as part of a key.
    pub(super) slug: String,
    /// The units named, the smallest first.
    pub(super) units: Vec<Unit>,
    /// The level it names without a name: "UBND tỉnh".
    pub(super) level: Option<&'static str>,
    /// The place of these units.
    place: Place,
}

impl Seat {
    /// Reads the name of a body.
    pub(super) fn of(name: &str) -> Self {
        let Said { body, units, level } = parted(name);
        let mut place = Place::default();
        place.take(&units);
        let slug = organ(&full_name_slug(&body));
        // "Ban Chấp hành Đảng bộ tỉnh Sơn Hà": the Tỉnh ủy.
        let committee = units.first().map(|unit| unit.level).or(level).and_then(committee);
        let slug = match committee.filter(|_| slug == "ban-chap-hanh-dang-bo") {
            Some(committee) => committee.to_owned(),
            None => slug,
        };
        Self { slug, units, level, place }
    }
}

impl Seat {
    /// Reads the name of a body of a letterhead whose parent stands above it. An organ that every committee has is named
    /// with its committee, as citations name it: "BAN TỔ CHỨC" under "TỈNH ỦY AN PHÚ".
    pub(super) fn within(name: &str, parent: &str) -> Self {
        const ORGANS: &[&str] = &[
            "ban-chap-hanh",
            "ban-dan-van",
            "ban-noi-chinh",
            "ban-thuong-truc",
            "ban-thuong-vu",
            "ban-to-chuc",
            "ban-tuyen-giao",
            "ban-tuyen-giao-va-dan-van",
            "uy-ban-kiem-tra",
            "van-phong",
        ];
        let seat = Self::of(name);
        if !ORGANS.contains(&seat.slug.as_str()) {
            return seat;
        }
        let above = Self::of(parent);
        // "Ban Tổ chức Trung ương"
        let committee =
            if above.slug == "ban-chap-hanh-trung-uong" { "trung-uong" } else { &above.slug };
        let slug = organ(&format!("{}-{committee}", seat.slug));
        let mut place = seat.place.clone();
        place.take(&above.units);
        let units = seat.units.iter().chain(&above.units).cloned().collect();
        Self { slug, units, level: seat.level.or(above.level), place }
    }
}

/// The bodies of a text: few names recur, so each is read once.
#[derive(Debug, Default)]
pub(super) struct Seats(HashMap<String, Rc<Seat>>);

impl Seats {
    /// The body of this name.
    pub(super) fn of(&mut self, name: &str) -> Rc<Seat> {
        if let Some(seat) = self.0.get(name) {
            return Rc::clone(seat);
        }
        let seat = Rc::new(Seat::of(name));
        self.0.insert(name.to_owned(), Rc::clone(&seat));
        seat
    }
}

/// The committee of the Party at a level, by its short name.
fn committee(level: &str) -> Option<&'static str> {
    match level {
        "" => Some("tinh-uy"),
        CITY => Some("thanh-uy"),
        "huyen" => Some("huyen-uy"),
        "quan" => Some("quan-uy"),
        "thi-xa" => Some("thi-uy"),
        "xa" | "phuong" | "thi-tran" | "dac-khu" => Some("dang-uy"),
        _ => None,
    }
}

/// Parts the name of a body into body and place.
fn parted(name: &str) -> Said {
    let words: Vec<&str> = name.split_whitespace().collect();
    let body = String::with_capacity(name.len());
    let mut said = Said { body, units: Vec::new(), level: None };
    let mut at = 0;
    while at < words.len() {
        let levelled = opening(&words[at..], LEVELLED).map(|(level, taken)| (level, taken, taken));
        let found = levelled
            .or_else(|| opening(&words[at..], LEVELS).map(|(level, taken)| (level, 0, taken)));
        let Some((level, kept, taken)) = found else {
            said.push(&words[at..=at]);
            at += 1;
            continue;
        };
        said.push(&words[at..at + kept]);
        at += taken;
        let named = words[at..].iter().take_while(|word| is_name_word(word)).count();
        // The next unit begins with its own word.
        let stop = (0..named).find(|offset| opening(&words[at + offset..], LEVELS).is_some());
        let count = stop.unwrap_or(named);
        if count == 0 {
            said.level = Some(level);
            continue;
        }
        let name = proper(&words[at..at + count].join(" "));
        let level = if level == CITY && is_city(&name) { "" } else { level };
        said.units.push(Unit { level, name });
        at += count;
    }
    if said.units.is_empty() {
        said.take_province();
    }
    said
}

impl Said {
    fn push(&mut self, words: &[&str]) {
        for word in words {
            if !self.body.is_empty() {
                self.body.push(' ');
            }
            self.body.push_str(word);
        }
    }

    /// A province without its word: "Công an An Giang".
    fn take_province(&mut self) {
        let found = word_starts(&self.body)
            .skip(1)
            .find_map(|at| province_named(&self.body[at..]).map(|known| (at, known)))
            .filter(|(at, known)| !is_person(&self.body[..*at], known.name));
        if let Some((at, known)) = found {
            self.body.truncate(self.body[..at].trim_end().len());
            self.units.push(Unit { level: "", name: known.name.to_owned() });
        }
    }
}

/// Whether a name is that of the man, and not of his city: "Đoàn Thanh niên Cộng sản Hồ Chí Minh".
fn is_person(before: &str, name: &str) -> bool {
    const BEHIND: &[&str] = &[
        "sản", "tncs", "tịch", "gia", "tàng", "lăng", "niệm", "viện", "niên", "đoàn", "đội", "csnd",
    ];
    name.ends_with("Hồ Chí Minh")
        && is_spelt(before.trim_end().rsplit(' ').next().unwrap_or_default(), BEHIND)
}

/// The row of a table at the start of `words`, and how many of them it takes.
fn opening(words: &[&str], rows: &[Row]) -> Option<(&'static str, usize)> {
    let first = words.first()?.chars().next().map(small)?;
    // Nearly every word is sorted out by its first letter.
    if !matches!(first, 't' | 'h' | 'q' | 'x' | 'p' | 'đ') {
        return None;
    }
    // "xã hội" is no commune.
    let society = || words.get(1).is_some_and(|next| makes_society(next));
    if first == 'x' && society() {
        return None;
    }
    let same = |(want, word): (&&str, &&str)| {
        want.chars().eq(word.trim_end_matches(',').chars().map(small))
    };
    let opens = |row: &&[&str]| row.len() <= words.len() && row.iter().zip(words).all(same);
    rows.iter().find(|(row, _)| opens(row)).map(|(row, level)| (*level, row.len()))
}

fn is_name_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || matches!(word, "-" | "–")
}

/// A name in the case of names: "AN PHÚ" is An Phú.
fn proper(name: &str) -> String {
    let name = name.trim_end_matches(['.', ',', ';', ':', '-', '–', ' ']);
    if !is_upper(name) {
        return name.to_owned();
    }
    let mut start = true;
    name.chars()
        .map(|c| {
            let letter = if start { c } else { small(c) };
            start = !c.is_alphanumeric();
            letter
        })
        .collect()
}

/// The place of a document, and what its province rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Home {
    pub(super) place: Place,
    /// The caller told the province: the document does not.
    supplied: bool,
}

/// The place of a document: what its letterhead says, else a province in its place line, else what the
/// caller knows.
pub(crate) fn home(document: &Document, supplied: &Supplied) -> Home {
    let header = &document.header;
    let mut place = Place::default();
    let names = header.issuing_authorities.iter().rev().chain(&header.parent_authority);
    for name in names {
        place.take(&parted(&name.text).units);
    }
    if let Some(line) = header.place.as_ref().filter(|_| !place.is_known()) {
        place.take_line(&line.text);
    }
    if place.is_known() {
        return Home { place, supplied: false };
    }
    if let Some(issuer) = &supplied.issuer {
        place.take(&parted(issuer).units);
    }
    // Such as an address: "xã Tân Lập, tỉnh An Phú, Việt Nam".
    for unit in supplied.place.iter().flat_map(|place| place.split(',')) {
        if !place.is_known() {
            place.take_line(unit);
        }
    }
    Home { supplied: place.is_known(), place }
}

impl Place {
    fn take(&mut self, units: &[Unit]) {
        for unit in units {
            let slot = if unit.level.is_empty() { &mut self.province } else { &mut self.within };
            if slot.is_none() {
                *slot = Some(unit.clone());
            }
        }
    }

    /// Takes the units of a place line, or a province that stands there by its name alone.
    fn take_line(&mut self, line: &str) {
        self.take(&parted(line).units);
        if !self.is_known()
            && let Some(known) = province_named(line.trim())
        {
            self.province = Some(Unit { level: "", name: known.name.to_owned() });
        }
    }

    /// The slug of the place: "an-phu", "an-phu.xa-tan-lap"; "_" for an unknown province.
    pub(super) fn slug(&self) -> String {
        let province = self.province.as_ref().map_or_else(|| "_".to_owned(), Unit::slug);
        match &self.within {
            Some(unit) => format!("{province}.{}-{}", unit.level, unit.slug()),
            None => province,
        }
    }

    /// As it is told: "An Phú", "Tân Lập, An Phú".
    pub(super) fn name(&self) -> Option<String> {
        let names: Vec<&str> =
            self.within.iter().chain(&self.province).map(|unit| unit.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Whether the province is known.
    pub(super) fn is_known(&self) -> bool {
        self.province.is_some()
    }
}

impl Unit {
    fn slug(&self) -> String {
        match province_named(&self.name).filter(|_| self.level.is_empty()) {
            Some(known) => known.slug.to_owned(),
            None => slug(&self.name),
        }
    }
}

/// The place of a cited body, and what it rests on.
///
/// What the phrase does not say is the document's own, but for one case: a province of today's name
/// may have been formed of several by Nghị quyết 202/2025/QH15, and an older document may come from
/// any of them.
pub(super) fn of_cited(
    units: &[Unit],
    level: Option<&'static str>,
    own: &Home,
    own_date: Option<&str>,
    cited: Option<&str>,
) -> (Place, Option<Basis>) {
    let mut place = Place::default();
    place.take(units);
    if place.is_known() {
        return (place, Some(Basis::Stated));
    }
    let stated = place.within.is_some().then_some(Basis::Stated);
    let province = own.place.province.as_ref().filter(|unit| !is_ambiguous(unit, own_date, cited));
    // "UBND thành phố" of a city under central rule is the city's own.
    let of_city = province.is_some_and(|unit| is_city(&unit.name));
    let level = level.filter(|level| *level != CITY || !of_city);
    if let Some(level) = level.filter(|level| !level.is_empty() && place.within.is_none()) {
        place.within = own.place.within.clone().filter(|unit| unit.level == level);
        if place.within.is_none() {
            return (place, None);
        }
    } else if province.is_none() {
        return (place, stated);
    }
    place.province = province.cloned();
    (place, Some(if own.supplied { Basis::Supplied } else { Basis::Inferred }))
}

fn is_ambiguous(own: &Unit, own_date: Option<&str>, cited: Option<&str>) -> bool {
    let merged = province_named(&own.name).is_some_and(merged_in_2025);
    merged && own_date.is_some_and(|date| date >= MERGER) && cited.is_none_or(|date| date < MERGER)
}

/// The province in the name of a body that was no more at `date`, and the one that holds its land.
pub(super) fn outdated(seat: &Seat, date: &str) -> Option<(&'static str, &'static str)> {
    // The organs of the new provinces work from 1 July 2025; until then the old ones signed.
    let in_between = date.starts_with(&MERGER[..7]);
    let unit = seat.units.iter().find(|unit| unit.level.is_empty())?;
    let known = province_named(&unit.name)?;
    let over = !exists_at(known, date) && !in_between;
    (over && known.heir != known.slug).then(|| (known.name, heir(known).name))
}

/// Whether two bodies can be one: their places do not gainsay each other.
pub(super) fn may_be_one(a: &Seat, b: &Seat) -> bool {
    fn letters(unit: &Unit) -> impl Iterator<Item = u8> {
        unit.name.chars().filter_map(fold)
    }
    let alike = |a: &Option<Unit>, b: &Option<Unit>| match (a, b) {
        (Some(a), Some(b)) => letters(a).eq(letters(b)),
        _ => true,
    };
    let level = |seat: &Seat| match &seat.place {
        Place { within: Some(unit), .. } => Some(unit.level),
        Place { province: Some(_), .. } => Some(""),
        // "UBND thành phố" may be one under central rule.
        _ => seat.level.filter(|level| *level != CITY),
    };
    alike(&a.place.province, &b.place.province)
        && alike(&a.place.within, &b.place.within)
        && level(a).zip(level(b)).is_none_or(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_of_committees() {
        for (name, parent, want) in [
            ("BAN TỔ CHỨC", "TỈNH ỦY SƠN LA", "ban-to-chuc-tinh-uy"),
            (
                "BAN THƯỜNG TRỰC",
                "ỦY BAN MTTQ VIỆT NAM TỈNH SƠN LA",
                "ban-thuong-truc-uy-ban-mat-tran-to-quoc-viet-nam",
            ),
            ("BAN TỔ CHỨC", "BAN CHẤP HÀNH TRUNG ƯƠNG", "ban-to-chuc-trung-uong"),
            ("SỞ NỘI VỤ", "UBND TỈNH SƠN LA", "so-noi-vu"),
        ] {
            assert_eq!(Seat::within(name, parent).slug, want, "{name}");
        }
    }

    #[test]
    fn the_man_is_not_his_city() {
        let province = |name: &str| Seat::of(name).place.province.map(|unit| unit.name);
        let city = Some("Hồ Chí Minh".to_owned());
        assert_eq!(province("Công an Thành phố Hồ Chí Minh"), city);
        assert_eq!(province("Công an Hồ Chí Minh"), city);
        for name in [
            "Ban Thường vụ Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            "Học viện Chính trị quốc gia Hồ Chí Minh",
            "Bảo tàng Hồ Chí Minh",
        ] {
            assert_eq!(province(name), None, "{name}");
        }
    }
}
