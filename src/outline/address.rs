//! The addresses of units: "II.1.a", "D5.2", "PL1/I.1".

use std::collections::{BTreeMap, HashMap, HashSet};

use super::marker::roman_value;
use crate::document::{Appendix, Block, Document, MarkerStyle, Section};
use crate::lexicon::{is_word, starts_with_skeleton};

/// How often each address was wanted. No bullet is counted: its sign and position are unique in its
/// unit, and no other address ends like one.
type Given = BTreeMap<String, u32>;

/// Gives every unit its id, unique in the document, and every bullet its position.
pub(crate) fn address(document: &mut Document) {
    let mut given = Given::default();
    name(&mut document.body, "", &mut given);
    let numbers = appendix_numbers(&document.appendices);
    for (appendix, number) in document.appendices.iter_mut().zip(numbers) {
        let prefix = format!("PL{number}/");
        name(&mut appendix.body, &prefix, &mut given);
    }
}

/// The numbers of appendices in addresses: as printed ("PHỤ LỤC II") where no other has the same, else
/// their position or the next number that is free.
fn appendix_numbers(appendices: &[Appendix]) -> Vec<u32> {
    let printed: Vec<_> = appendices
        .iter()
        .map(|appendix| appendix.label.as_ref().and_then(|label| printed_number(&label.text)))
        .collect();
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for number in printed.iter().flatten() {
        *counts.entry(*number).or_default() += 1;
    }
    let unique = |number: &u32| counts.get(number) == Some(&1);
    let mut taken: HashSet<u32> = printed.iter().flatten().copied().filter(unique).collect();
    let mut numbers = Vec::with_capacity(printed.len());
    // Numbers are tried in order, so that none is tried twice.
    let mut free = 1;
    for (number, position) in printed.into_iter().zip(1..) {
        numbers.push(number.filter(unique).unwrap_or_else(|| {
            if taken.insert(position) {
                return position;
            }
            while !taken.insert(free) {
                free += 1;
            }
            free
        }));
    }
    numbers
}

/// The number in the label of an appendix: 2 of "PHỤ LỤC SỐ 02" and "Phụ lục II", none of "Mẫu số 02",
/// "Phụ lục 2a" and "PHỤ LỤC".
fn printed_number(label: &str) -> Option<u32> {
    let figure = label[starts_with_skeleton(label, "phuluc")?..].trim_start();
    let figure = starts_with_skeleton(figure, "so").map_or(figure, |end| &figure[end..]);
    let figure = figure.trim_matches(|c| matches!(c, ' ' | ':' | '.'));
    let digits =
        !figure.is_empty() && figure.len() <= 3 && figure.bytes().all(|b| b.is_ascii_digit());
    let number = if digits { figure.parse().ok()? } else { roman_value(figure, 'I', 'V', 'X')? };
    (number > 0).then_some(number)
}

fn name(blocks: &mut [Block], parent: &str, given: &mut Given) {
    let mut bullets = [0; BULLETS.len()];
    for block in blocks {
        let Block::Section(section) = block else { continue };
        let bullet = BULLETS.iter().position(|style| *style == section.marker.style);
        if let Some(style) = bullet {
            bullets[style] += 1;
            section.marker.value = vec![bullets[style]];
        }
        section.id = address_in(parent, section);
        if bullet.is_none() {
            tell_apart(&mut section.id, given);
        }
        name(&mut section.children, &section.id, given);
    }
}

/// Adds to an address that was given before how often it was: "1~2".
fn tell_apart(id: &mut String, given: &mut Given) {
    if let Some(seen) = given.get_mut(id) {
        *seen += 1;
        id.push('~');
        write_number(*seen, id);
    } else {
        given.insert(id.clone(), 1);
    }
}

/// Signs without a value of their own: they are counted in their unit.
const BULLETS: [MarkerStyle; 4] =
    [MarkerStyle::Asterisk, MarkerStyle::Bullet, MarkerStyle::Dash, MarkerStyle::Plus];

/// The address of a section inside `parent`.
///
/// A multi-level number stands in full for its own parents: "II.1.2", not "II.1.1.2".
fn address_in(parent: &str, section: &Section) -> String {
    let mut base = parent;
    if section.marker.style == MarkerStyle::MultilevelDecimal {
        let mut parents = section.marker.value.split_last().map_or(&[][..], |(_, head)| head);
        while let Some((_, shorter)) = parents.split_last() {
            let mut prefix = String::new();
            write_levels(parents, &mut prefix);
            if let Some(rest) = strip_suffix(base, &prefix) {
                base = rest;
                break;
            }
            parents = shorter;
        }
    }
    let mut address = String::with_capacity(base.len() + 6);
    address.push_str(base);
    if !base.is_empty() && !base.ends_with('/') {
        address.push('.');
    }
    write_sign(section, &mut address);
    address
}

fn write_levels(levels: &[u32], out: &mut String) {
    for (index, level) in levels.iter().enumerate() {
        if index > 0 {
            out.push('.');
        }
        write_number(*level, out);
    }
}

fn write_number(number: u32, out: &mut String) {
    if number >= 10 {
        write_number(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
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
fn write_sign(section: &Section, out: &mut String) {
    let value = section.marker.value.first().copied().unwrap_or_default();
    let lead = match &section.marker.style {
        MarkerStyle::Article => "D",
        MarkerStyle::Part => "P",
        MarkerStyle::Chapter => "C",
        MarkerStyle::Division => "M",
        MarkerStyle::Subdivision => "TM",
        MarkerStyle::Dash => "-",
        MarkerStyle::Plus => "+",
        MarkerStyle::Asterisk => "*",
        MarkerStyle::Bullet => "•",
        // By value: a marker that a scanner spoilt ("Il.") has the address of the unit it is.
        MarkerStyle::Decimal | MarkerStyle::ParenthesizedDecimal => "",
        MarkerStyle::UpperRoman => return write_roman(value, out),
        MarkerStyle::MultilevelDecimal => return write_levels(&section.marker.value, out),
        _ => return out.extend(section.marker.text.chars().filter(|c| is_word(*c))),
    };
    out.push_str(lead);
    write_number(value, out);
}

/// Writes the roman figure of a value up to 39.
fn write_roman(value: u32, out: &mut String) {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    for _ in 0..value / 10 {
        out.push('X');
    }
    out.push_str(UNITS[value as usize % 10]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_appendices() {
        for (label, want) in [
            ("PHỤ LỤC SỐ 02", Some(2)),
            ("Phụ lục II", Some(2)),
            ("PHỤ LỤC", None),
            ("Phụ lục 2a", None),
            ("Phụ lục 1.2", None),
            ("PHỤ LỤC 0", None),
            ("Mẫu số 02", None),
        ] {
            assert_eq!(printed_number(label), want, "{label}");
        }
    }
}
