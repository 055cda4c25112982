//! The addresses of units: "II.1.a", "D5.2", "PL1/I.1".

use std::collections::HashMap;

use crate::document::{Block, Document, MarkerStyle, Section};
use crate::lexicon::is_word;

/// Gives every unit its id, unique in the document, and every bullet its position.
pub(crate) fn address(document: &mut Document) {
    let mut given = HashMap::new();
    name(&mut document.body, "", &mut given);
    for (index, appendix) in document.appendices.iter_mut().enumerate() {
        let prefix = format!("PL{}/", index + 1);
        name(&mut appendix.body, &prefix, &mut given);
    }
}

fn name(blocks: &mut [Block], parent: &str, given: &mut HashMap<String, u32>) {
    let mut bullets: Vec<(MarkerStyle, u32)> = Vec::new();
    for block in blocks {
        let Block::Section(section) = block else { continue };
        if is_bullet(&section.marker.style) {
            section.marker.value = vec![next_bullet(&mut bullets, &section.marker.style)];
        }
        let mut id = joined(parent, &sign(section), section);
        let seen = given.entry(id.clone()).or_insert(0);
        *seen += 1;
        if *seen > 1 {
            id = format!("{id}~{seen}");
        }
        name(&mut section.children, &id, given);
        section.id = id;
    }
}

fn is_bullet(style: &MarkerStyle) -> bool {
    use MarkerStyle::{Asterisk, Bullet, Dash, Plus};
    matches!(style, Asterisk | Bullet | Dash | Plus)
}

fn next_bullet(bullets: &mut Vec<(MarkerStyle, u32)>, style: &MarkerStyle) -> u32 {
    match bullets.iter_mut().find(|(known, _)| known == style) {
        Some((_, count)) => {
            *count += 1;
            *count
        }
        None => {
            bullets.push((style.clone(), 1));
            1
        }
    }
}

/// A multi-level number stands in full for its own parents: "II.1.2", not "II.1.1.2".
fn joined(parent: &str, sign: &str, section: &Section) -> String {
    let levels = section.marker.value.len();
    let base = if section.marker.style == MarkerStyle::MultilevelDecimal {
        let mut base = parent;
        let stripped = prefixes(&section.marker.value[..levels - 1])
            .find_map(|prefix| strip_suffix(base, &prefix));
        base = stripped.unwrap_or(base);
        base
    } else {
        parent
    };
    match base {
        "" => sign.into(),
        base if base.ends_with('/') => format!("{base}{sign}"),
        base => format!("{base}.{sign}"),
    }
}

fn prefixes(value: &[u32]) -> impl Iterator<Item = String> + '_ {
    let written = |part: &[u32]| part.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    (1..=value.len()).rev().map(move |end| written(&value[..end]))
}

/// `base` without the component `tail` it ends with.
fn strip_suffix<'b>(base: &'b str, tail: &str) -> Option<&'b str> {
    let rest = base.strip_suffix(tail)?;
    match rest.strip_suffix('.') {
        Some(rest) => Some(rest),
        None if rest.is_empty() || rest.ends_with('/') => Some(rest),
        None => None,
    }
}

/// What a unit is called in an address.
fn sign(section: &Section) -> String {
    let value = section.marker.value.first().copied().unwrap_or_default();
    let text = &section.marker.text;
    let bare = || -> String { text.chars().filter(|c| is_word(*c)).collect() };
    match &section.marker.style {
        MarkerStyle::Article => format!("D{value}"),
        MarkerStyle::Part => format!("P{value}"),
        MarkerStyle::Chapter => format!("C{value}"),
        MarkerStyle::Division => format!("M{value}"),
        MarkerStyle::Subdivision => format!("TM{value}"),
        MarkerStyle::Dash => format!("-{value}"),
        MarkerStyle::Plus => format!("+{value}"),
        MarkerStyle::Asterisk => format!("*{value}"),
        MarkerStyle::Bullet => format!("•{value}"),
        // By value: a marker that a scanner spoilt ("Il.") has the address of the unit it is.
        MarkerStyle::Decimal | MarkerStyle::ParenthesizedDecimal => value.to_string(),
        MarkerStyle::UpperRoman => roman(value),
        MarkerStyle::MultilevelDecimal => {
            let parts: Vec<_> = section.marker.value.iter().map(ToString::to_string).collect();
            parts.join(".")
        }
        _ => bare(),
    }
}

/// The roman figure of a value up to 39.
fn roman(value: u32) -> String {
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = "X".repeat(value as usize / 10);
    format!("{tens}{}", units[value as usize % 10])
}
