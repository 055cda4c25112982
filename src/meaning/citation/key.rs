//! The identity of a document: `vn/<place>/<issuer>/<kind>/<year>/<ordinal>`.

use super::place::{Home, Seat as IssuerSeat, Unit, of_cited};
use super::push_number;
use crate::document::{Basis, Key};
use crate::inline::citation::{NumberAt, organ_in, type_in};
use crate::lexicon::fold;
use crate::lexicon::issuers::{Organ, Seat, organ_of_code};
use crate::lexicon::slugs::law_slug;
use crate::lexicon::types::DocumentType;

/// The place of bodies of the whole country.
const CENTRAL: &str = "trung-uong";

/// What is known of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'t> {
    /// Its type.
    pub(super) kind: Option<&'static DocumentType>,
    /// Its number.
    pub(super) number: Option<&'t NumberAt>,
    /// Its date in EDTF.
    pub(super) date: Option<&'t str>,
    /// Who issued it.
    pub(super) seat: Option<&'t IssuerSeat>,
    /// The name of a law.
    pub(super) name: Option<&'t str>,
    /// It is the document itself, whose place its letterhead tells.
    pub(super) own: bool,
}

/// Identity, place and what the place rests on.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    /// The key.
    pub(super) key: Key,
    /// The place as it is told.
    pub(super) place: Option<String>,
    /// What it rests on.
    pub(super) basis: Option<Basis>,
}

/// The identity that follows from the facts, in a document that sits at `own` and has `own_date`.
pub(super) fn identity(facts: &Facts<'_>, own: &Home, own_date: Option<&str>) -> Identity {
    let kind = facts.kind.or_else(|| facts.number.and_then(type_in_symbol));
    let seat = body(facts, is_law(kind));
    let (place, told, basis) = match &seat {
        Body::Central(_) => (CENTRAL.to_owned(), None, None),
        // A department below a district sits where its letterhead says.
        Body::Local(..) | Body::Somewhere(_) if facts.own => {
            (own.place.slug(), own.place.name(), None)
        }
        Body::Local(_, units, level) => {
            let (place, basis) = of_cited(units, *level, own, own_date, facts.date);
            (place.slug(), place.name(), basis)
        }
        Body::Somewhere(_) => ("_".to_owned(), None, None),
    };
    let year = facts.number.and_then(|number| number.year).map(|year| {
        let mut text = String::with_capacity(4);
        push_number(&mut text, year.into());
        text
    });
    let year = year.or_else(|| facts.date.and_then(|date| date.get(..4)).map(str::to_owned));
    let parts = [
        ("place", Some(place)),
        ("issuer", seat.slug()),
        ("kind", kind.map(|kind| slug(kind.filed_name())).or_else(|| letter(facts.number))),
        ("year", year),
        ("ordinal", ordinal(facts)),
    ];
    // A law that is named by a sign alone has no letters for a slug.
    let named = |part: &String| !part.is_empty() && !part.starts_with('_');
    let known = |part: &Option<String>| part.as_ref().is_some_and(named);
    let missing =
        parts.iter().filter(|(_, part)| !known(part)).map(|(name, _)| (*name).to_owned()).collect();
    let mut id = String::with_capacity(64);
    id.push_str("vn");
    for (_, part) in &parts {
        id.push('/');
        id.push_str(part.as_deref().filter(|part| !part.is_empty()).unwrap_or("_"));
    }
    Identity { key: Key { id, missing }, place: told, basis }
}

/// Laws and the constitution come from the National Assembly.
pub(super) fn is_law(kind: Option<&DocumentType>) -> bool {
    matches!(kind.and_then(|kind| kind.code), Some("Luật" | "Bộ luật" | "Pháp lệnh" | "HP"))
}

/// The body behind a document.
enum Body<'t> {
    /// One for the whole country; its slug, if it is known.
    Central(Option<&'t str>),
    /// One of a place; its slug, if it is known, and what is said of the place.
    Local(Option<&'t str>, &'t [Unit], Option<&'static str>),
    /// A body of which nothing says where it sits; its slug, if it is known.
    Somewhere(Option<&'t str>),
}

impl Body<'_> {
    fn slug(&self) -> Option<String> {
        match self {
            Self::Central(slug) | Self::Local(slug, ..) | Self::Somewhere(slug) => {
                slug.map(str::to_owned)
            }
        }
    }
}

fn body<'t>(facts: &Facts<'t>, law: bool) -> Body<'t> {
    let organ = facts.number.and_then(organ_in_symbol);
    // "của Sở", "của Bộ": the code says which.
    let bare = |seat: &&IssuerSeat| !BARE.contains(&seat.slug.as_str());
    if let Some(issuer) = facts.seat.filter(bare) {
        let placed = !issuer.units.is_empty() || issuer.level.is_some();
        let seat = organ.map(|organ| organ.seat);
        let slug = issuer.slug.as_str();
        let central = slug.is_empty() || is_central(slug) || seat == Some(Seat::Central);
        let slug = Some(slug).filter(|slug| !slug.is_empty());
        if central && !placed {
            return Body::Central(slug);
        }
        let local = placed || seat == Some(Seat::Local);
        return if local || slug.is_some_and(needs_place) {
            Body::Local(slug, &issuer.units, issuer.level)
        } else {
            Body::Somewhere(slug)
        };
    }
    if law {
        let ordinance = facts.kind.is_some_and(|kind| kind.code == Some("Pháp lệnh"));
        let assembly = if ordinance { "uy-ban-thuong-vu-quoc-hoi" } else { "quoc-hoi" };
        return Body::Central(Some(assembly));
    }
    match organ {
        Some(organ) if organ.seat == Seat::Central => Body::Central(Some(organ.slug)),
        // TW is the code of three bodies of the Party.
        Some(organ) if organ.code == "TW" => Body::Central(None),
        Some(organ) if organ.seat == Seat::Local => Body::Local(Some(organ.slug), &[], Some("")),
        Some(_) | None => Body::Somewhere(None),
    }
}

/// Kinds of bodies, which are nobody's name.
const BARE: &[&str] = &["so", "bo", "ban", "cuc", "chi-cuc", "phong", "truong", "vien", "hoi"];

/// Whether a body of this name sits in some place that its name does not tell.
fn needs_place(slug: &str) -> bool {
    const HEADS: [&str; 14] = [
        "uy-ban-nhan-dan",
        "hoi-dong-nhan-dan",
        "so-",
        "giam-doc-so",
        "tinh-uy",
        "thanh-uy",
        "huyen-uy",
        "quan-uy",
        "thi-uy",
        "dang-uy",
        "cong-an-",
        "phong-",
        "tinh-doan",
        "thanh-doan",
    ];
    let words = std::iter::once(0).chain(slug.match_indices('-').map(|(at, _)| at + 1));
    words.into_iter().any(|at| HEADS.iter().any(|head| slug[at..].starts_with(head)))
}

/// Whether the name alone says that there is one in the country.
fn is_central(slug: &str) -> bool {
    const HEADS: [&str; 17] = [
        "chinh-phu",
        "thu-tuong-chinh-phu",
        "quoc-hoi",
        "uy-ban-thuong-vu-quoc-hoi",
        "bo-chinh-tri",
        "ban-bi-thu",
        "dang",
        "chu-tich-nuoc",
        "bo-truong-",
        "ban-chap-hanh-trung-uong",
        "van-phong-chinh-phu",
        "thanh-tra-chinh-phu",
        "tong-cuc-",
        "ngan-hang-nha-nuoc",
        "kiem-toan-nha-nuoc",
        "uy-ban-dan-toc",
        "hoi-dong-bo-truong",
    ];
    let heads = |head: &&str| {
        slug.strip_prefix(*head)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-') || head.ends_with('-'))
    };
    let local = ["bo-chi-huy", "bo-tu-lenh", "bo-doi", "bo-phan"];
    let ministry = slug.starts_with("bo-") && !local.iter().any(|head| slug.starts_with(head));
    ministry
        || HEADS.iter().any(heads)
        || ["trung-uong", "toi-cao"].iter().any(|word| slug.contains(word))
        || slug.ends_with("viet-nam")
}

/// The type a symbol begins with: KH of "KH-UBND".
pub(super) fn type_in_symbol(number: &NumberAt) -> Option<&'static DocumentType> {
    type_in(number.symbol.as_deref()?)
}

/// The body whose code stands in a symbol.
fn organ_in_symbol(number: &NumberAt) -> Option<&'static Organ> {
    organ_of_code(organ_in(number.symbol.as_deref()?)?)
}

/// A letter ("công văn") is known by a symbol without type: "1676/BGDĐT-GDTrH" (NĐ 30/2020).
fn letter(number: Option<&NumberAt>) -> Option<String> {
    let number = number?;
    (type_in_symbol(number).is_none() && number.year.is_none() && organ_in_symbol(number).is_some())
        .then(|| "cong-van".to_owned())
}

/// The running number with what is glued to it; for a law without one, its name.
fn ordinal(facts: &Facts<'_>) -> Option<String> {
    if let Some(number) = facts.number.filter(|number| !number.damaged) {
        let ordinal = number.ordinal?;
        let mut text = String::with_capacity(8);
        push_number(&mut text, ordinal.into());
        text.extend(number.suffix.iter().flat_map(|suffix| suffix.chars()).map(lower));
        return Some(text);
    }
    let name = if is_law(facts.kind) { law_slug } else { slug };
    facts.name.map(name).or_else(|| {
        facts.kind.filter(|kind| kind.code == Some("HP")).map(|_| "hien-phap".to_owned())
    })
}

fn lower(c: char) -> char {
    fold(c).map_or(c, char::from)
}

/// Lower-case ASCII, words joined by hyphens: "Kế hoạch" is ke-hoach.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match fold(c) {
            Some(letter) => slug.push(char::from(letter)),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
