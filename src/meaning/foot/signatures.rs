//! Signatures: blocks of authority, post and name, one under the other or side by side.

use std::ops::Range;

use super::entries::Entry;
use super::pieces::Piece;
use super::tokens::tokens;
use crate::diagnostic::Code;
use crate::document::{Authority, FurnitureKind, Signature, Text};
use crate::layout::{Ledger, Mark, Sheet};
use crate::lexicon::{
    is_upper, links, persons, signing, skeleton, stamps, starts_with_skeleton, word_starts,
};

/// Blocks of signatures that can stand side by side on a page.
const ABREAST: usize = 8;

/// A signature block as far as its pieces are found.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    authority: Vec<Vec<Range<usize>>>,
    position: Vec<Range<usize>>,
    rank: Option<Range<usize>>,
    name: Option<Range<usize>>,
    /// Where the words stand that say what the signature is for.
    label: Option<usize>,
}

impl Draft {
    fn is_empty(&self) -> bool {
        self.authority.is_empty() && self.position.is_empty() && self.name.is_none()
    }

    /// Where its block begins.
    fn start(&self) -> Option<usize> {
        self.pieces().iter().map(|piece| piece.start).chain(self.label).min()
    }

    fn pieces(&self) -> Vec<Range<usize>> {
        let lines = self.authority.iter().flatten().chain(&self.position);
        lines.chain(&self.rank).chain(&self.name).cloned().collect()
    }
}

/// A member of a signature and its column.
#[derive(Debug, Clone)]
struct Token {
    mark: Mark,
    range: Range<usize>,
    row: usize,
    center: usize,
    cell: usize,
}

/// Finds the signature blocks; what belongs to stamps and pages is put away.
pub(super) fn draft(
    sheet: &Sheet<'_>,
    signs: &[Piece],
    entries: &mut [Entry],
    ledger: &mut Ledger<'_>,
) -> Vec<Draft> {
    let mut found = Vec::new();
    for piece in signs {
        let text = sheet.slice(&piece.range);
        for (mark, range) in tokens(text, piece.mark) {
            let start = piece.range.start;
            found.push(Token {
                mark,
                range: start + range.start..start + range.end,
                row: piece.place.row,
                center: piece.place.center(),
                cell: piece.place.cell,
            });
        }
    }
    let columns = columns(sheet, &found);
    let mut drafts = Vec::new();
    for column in columns {
        Block::default().read(sheet, &column, ledger, &mut drafts);
    }
    settle_one_name(&mut drafts);
    name_in_the_archive_line(sheet, &mut drafts, entries);
    // Blocks side by side come in the order of the text: from left to right, then down.
    drafts.sort_by_key(Draft::start);
    drafts
}

/// The tokens by column, from left to right. Two blocks stand side by side where a line holds two
/// posts ("CHỦ TỊCH   GIÁM ĐỐC").
fn columns(sheet: &Sheet<'_>, found: &[Token]) -> Vec<Vec<Token>> {
    let heads =
        |token: &Token| matches!(token.mark, Mark::Authority | Mark::Post | Mark::Endorsement);
    let mut best: Vec<usize> = Vec::new();
    let rows = found.chunk_by(|a, b| a.row == b.row);
    let names: Vec<usize> = rows
        .filter(|row| row.iter().all(|token| token.mark == Mark::Name))
        .map(<[Token]>::len)
        .collect();
    let mut drawn: (Option<bool>, Vec<usize>) = (None, Vec::new());
    let mut start = 0;
    while start < found.len() {
        let end = start + found[start..].iter().take_while(|t| t.row == found[start].row).count();
        let row = &found[start..end];
        let (mut cells, mut numbers): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let posts = row.iter().enumerate().filter(|(at, token)| {
            let opens_cell = *at == 0 || row[at - 1].cell != token.cell;
            opens_cell && (heads(token) || token.mark == Mark::Upper)
        });
        let posts: Vec<_> = posts.collect();
        // "KẾ TOÁN" is no post by its words, but stands over a name as the posts beside it do.
        let named = || names.contains(&posts.len()) && posts.iter().any(|(_, token)| heads(token));
        let each = posts.len() > 1 && named();
        for (_, token) in posts.iter().copied() {
            if each || heads(token) || cells.len() == 1 {
                cells.push(token.center);
                numbers.push(token.cell);
            }
        }
        if cells.len() > best.len().max(1) && cells.len() <= ABREAST {
            best = cells;
            drawn = (strokes(sheet, row), numbers);
        }
        start = end;
    }
    if best.is_empty() {
        return side_by_side_without_columns(sheet, found);
    }
    let mut columns = vec![Vec::new(); best.len()];
    let mut start = 0;
    while start < found.len() {
        let end = start + found[start..].iter().take_while(|t| t.row == found[start].row).count();
        let row = &found[start..end];
        let mut centers: Vec<usize> = row.iter().map(|t| t.center).collect();
        centers.dedup();
        // A line that alone begins with `|` leaves the first cell empty.
        let shift = match (drawn.0, strokes(sheet, row)) {
            (Some(framed), Some(leads)) => Some(usize::from(leads && !framed)),
            _ => None,
        };
        for token in row {
            let nearest = || {
                let distances = best.iter().map(|center| center.abs_diff(token.center));
                distances.enumerate().min_by_key(|(_, distance)| *distance).map_or(0, |(at, _)| at)
            };
            let cell = shift.map(|shift| token.cell + shift);
            let cell = cell.and_then(|cell| drawn.1.iter().position(|number| *number == cell));
            let at = if let Some(at) = cell {
                at
            } else if centers.len() == best.len() {
                centers.iter().position(|center| *center == token.center).unwrap_or(0)
            } else {
                nearest()
            };
            columns[at].push(token.clone());
        }
        start = end;
    }
    columns
}

/// Whether `|` parts the line on which tokens stand, and whether it begins with one.
fn strokes(sheet: &Sheet<'_>, row: &[Token]) -> Option<bool> {
    let text = row.first().map(|token| sheet.line(token.row))?;
    text.contains('|').then(|| text.starts_with('|'))
}

/// Two whole posts with one blank between them on one line, and no sign of authority: two blocks. Their
/// names follow in the same order; a single one is the last one's.
fn side_by_side_without_columns(sheet: &Sheet<'_>, found: &[Token]) -> Vec<Vec<Token>> {
    let whole = |token: &Token| {
        let text = sheet.slice(&token.range);
        token.mark == Mark::Post && signing::post(text) == Some(text.len()) && is_upper(text)
    };
    let twin = found.windows(2).position(|pair| {
        pair[0].row == pair[1].row
            && pair[0].cell == pair[1].cell
            && whole(&pair[0])
            && whole(&pair[1])
    });
    let signed = found.iter().any(|token| token.mark == Mark::Authority);
    let Some(twin) = twin.filter(|_| !signed) else { return vec![found.to_vec()] };
    let mut first = found[..=twin].to_vec();
    let mut second = vec![found[twin + 1].clone()];
    let names = found[twin + 2..].iter().filter(|token| token.mark == Mark::Name).count();
    let mut seen = 0;
    for token in &found[twin + 2..] {
        seen += usize::from(token.mark == Mark::Name);
        let leading = token.mark == Mark::Name && names >= 2 && seen == 1;
        if leading { first.push(token.clone()) } else { second.push(token.clone()) }
    }
    vec![first, second]
}

/// A column of signature blocks as it is read from top to bottom.
#[derive(Debug, Default)]
struct Block {
    draft: Draft,
    last: Option<Mark>,
    stamp: Vec<Range<usize>>,
    /// Whether scraps of a seal were met since the last member.
    torn: bool,
    /// Whether the last member is a sign of authority alone, whose post or body is the next.
    bare: bool,
}

impl Block {
    fn read(
        mut self,
        sheet: &Sheet<'_>,
        column: &[Token],
        ledger: &mut Ledger<'_>,
        drafts: &mut Vec<Draft>,
    ) {
        for (index, token) in column.iter().enumerate() {
            let text = sheet.slice(&token.range);
            let next = column.get(index + 1);
            if token.mark == Mark::Scrap && signing::is_bare_sign(text) && stands_above(token, next)
            {
                // "TM." / "ỦY BAN NHÂN DÂN"
                if self.draft.name.is_some() || !self.draft.position.is_empty() {
                    self.close(drafts);
                }
                self.draft.authority.push(vec![token.range.clone()]);
                self.bare = true;
                continue;
            }
            if std::mem::take(&mut self.bare)
                && let Some(line) = self.draft.authority.last_mut()
            {
                line.push(token.range.clone());
                self.last = Some(Mark::Authority);
                continue;
            }
            if token.mark == Mark::Scrap
                && self.draft.is_empty()
                && is_upper(text)
                && wraps(token, next)
            {
                // "ỦY" / "BAN NHÂN DÂN": the first word of a line in capitals that wraps.
                self.draft.position.push(token.range.clone());
                self.last = Some(Mark::Upper);
                continue;
            }
            let in_stamp = !self.stamp.is_empty();
            match token.mark {
                Mark::Stamp if stamps::is_placeholder(text) => {
                    ledger.furniture(FurnitureKind::Stamp, std::slice::from_ref(&token.range));
                }
                Mark::Stamp => self.stamp.push(token.range.clone()),
                Mark::Other | Mark::Upper if in_stamp && self.draft.name.is_none() => {
                    self.stamp.push(token.range.clone());
                }
                Mark::Other if place_and_date(text) => self.stamp.push(token.range.clone()),
                Mark::Number => {
                    let number = std::slice::from_ref(&token.range);
                    ledger.furniture(FurnitureKind::PageNumber, number);
                }
                Mark::Other | Mark::Scrap | Mark::Purpose | Mark::Item | Mark::Label => {}
                Mark::Endorsement => {
                    if self.draft.name.is_some() {
                        self.close(drafts);
                    }
                    ledger.furniture(FurnitureKind::Label, std::slice::from_ref(&token.range));
                    self.draft.label = Some(token.range.start);
                }
                Mark::Authority => {
                    self.chain(sheet, text);
                    if self.draft.name.is_some() || !self.draft.position.is_empty() {
                        self.close(drafts);
                    }
                    self.draft.authority.push(vec![token.range.clone()]);
                }
                Mark::Post => self.post(sheet, token, &column[index + 1..], ledger, drafts),
                Mark::Upper => self.upper(text, token, next, drafts),
                Mark::Name => self.name(sheet, token, drafts),
            }
            self.torn = match token.mark {
                Mark::Scrap | Mark::Number => true,
                Mark::Upper | Mark::Stamp | Mark::Other | Mark::Purpose => self.torn,
                _ => false,
            };
            if !matches!(token.mark, Mark::Stamp | Mark::Scrap | Mark::Other) {
                if !matches!(token.mark, Mark::Upper) || !in_stamp {
                    self.last = Some(token.mark);
                }
                if !self.stamp.is_empty() && token.mark == Mark::Name {
                    self.put_stamp_away(ledger);
                }
            }
        }
        self.put_stamp_away(ledger);
        self.close(drafts);
    }

    /// "TL. CHỦ TỊCH" "CHÁNH VĂN PHÒNG" is one line of authority where "KT. CHÁNH VĂN PHÒNG" follows.
    fn chain(&mut self, sheet: &Sheet<'_>, text: &str) {
        let Draft { authority, position, name: None, .. } = &mut self.draft else { return };
        let (Some(line), [post]) = (authority.last_mut(), &**position) else { return };
        let for_whom = signing::authority_sign(text).map(|end| skeleton(&text[end..]));
        if for_whom.is_some_and(|key| key == skeleton(sheet.slice(post))) {
            line.append(position);
        }
    }

    /// "XÁC NHẬN CỦA" "NHÀ TRƯỜNG" over a post says what the signature is for; without a post below it
    /// names the one who signs.
    fn endorse(&mut self, sheet: &Sheet<'_>, post: &str, ledger: &mut Ledger<'_>) {
        let Draft { position, name: None, label, .. } = &mut self.draft else { return };
        let [first, ..] = &**position else { return };
        let endorses = is_upper(post) && signing::endorsement(sheet.slice(first)).is_some();
        if endorses && !links(&sheet.flow(position)) {
            *label = Some(first.start);
            ledger.furniture(FurnitureKind::Label, &std::mem::take(position));
        }
    }

    /// `rest` is what follows the post in its column.
    fn post(
        &mut self,
        sheet: &Sheet<'_>,
        token: &Token,
        rest: &[Token],
        ledger: &mut Ledger<'_>,
        drafts: &mut Vec<Draft>,
    ) {
        let text = sheet.slice(&token.range);
        // A post in small letters may stand behind the name it belongs to, if no other follows.
        let mut next = rest.iter().filter(|t| !matches!(t.mark, Mark::Stamp | Mark::Scrap));
        let named = next.next().is_some_and(|t| t.mark == Mark::Name);
        let titled = !is_upper(text) && (self.draft.position.is_empty() || !named);
        if self.draft.name.is_some() && !(titled && self.last == Some(Mark::Name)) {
            self.close(drafts);
        }
        if self.last == Some(Mark::Authority)
            && let Some(line) = self.draft.authority.last_mut()
            && line.last().is_some_and(|piece| sheet.slice(piece).ends_with(','))
        {
            // "KT. BỘ TRƯỞNG," "CHỦ NHIỆM" is one line of authority.
            line.push(token.range.clone());
            return;
        }
        self.endorse(sheet, text, ledger);
        if starts_with_skeleton(text, "pho").is_some()
            && let [above] = &*self.draft.position
            && self.draft.authority.is_empty()
            && damaged_sign(sheet.slice(above)).is_some()
        {
            self.draft.authority.push(std::mem::take(&mut self.draft.position));
        }
        self.draft.position.push(token.range.clone());
    }

    /// Capitals that are no post: the rest of the line before, or the name of a body. Behind scraps
    /// they are the lettering of a seal.
    fn upper(&mut self, text: &str, token: &Token, next: Option<&Token>, drafts: &mut Vec<Draft>) {
        if self.torn && !self.draft.is_empty() {
            return;
        }
        // "QĐ 129-04": the mark of who drafted it, above the block.
        let drafter = self.draft.is_empty() && text.contains(|c: char| c.is_ascii_digit());
        if drafter && signing::body(text).is_none() {
            return;
        }
        if self.draft.name.is_some() {
            // Behind the name only another block can begin.
            if next.is_none_or(|next| !matches!(next.mark, Mark::Post | Mark::Name))
                && signing::body(text).is_none()
            {
                return;
            }
            self.close(drafts);
        }
        match (self.last, self.draft.authority.last_mut()) {
            (Some(Mark::Authority), Some(line)) => line.push(token.range.clone()),
            (Some(Mark::Upper), Some(line)) if self.draft.position.is_empty() => {
                line.push(token.range.clone());
            }
            _ => self.draft.position.push(token.range.clone()),
        }
    }

    fn name(&mut self, sheet: &Sheet<'_>, token: &Token, drafts: &mut Vec<Draft>) {
        if self.draft.name.is_some() {
            self.close(drafts);
        }
        let text = sheet.slice(&token.range);
        let start = token.range.start;
        match persons::person(text) {
            Some(person) => {
                let rank = start + person.rank.start..start + person.rank.end;
                self.draft.rank = Some(rank).filter(|rank| !rank.is_empty());
                self.draft.name = Some(start + person.name.start..start + person.name.end);
            }
            None => self.draft.name = Some(token.range.clone()),
        }
    }

    fn close(&mut self, drafts: &mut Vec<Draft>) {
        let draft = std::mem::take(&mut self.draft);
        self.last = None;
        if !draft.is_empty() {
            drafts.push(draft);
        }
    }

    fn put_stamp_away(&mut self, ledger: &mut Ledger<'_>) {
        let stamp = std::mem::take(&mut self.stamp);
        if !stamp.is_empty() {
            ledger.furniture(FurnitureKind::Stamp, &stamp);
        }
    }
}

/// Whether a token goes on in capitals on the next line.
fn wraps(token: &Token, next: Option<&Token>) -> bool {
    next.is_some_and(|next| next.mark == Mark::Upper && next.row == token.row + 1)
}

/// Whether a post or a body stands on the next line.
fn stands_above(token: &Token, next: Option<&Token>) -> bool {
    let post = next.is_some_and(|next| next.mark == Mark::Post && next.row == token.row + 1);
    post || wraps(token, next)
}

/// What a scan made of a sign of authority before a post ("V“T. GIÁM ĐÓC" for "KT. GIÁM ĐỐC"): its bytes.
fn damaged_sign(text: &str) -> Option<usize> {
    let at = word_starts(text).nth(1)?;
    (text[..at].chars().count() <= 6 && signing::post(&text[at..]).is_some()).then_some(at)
}

/// Whether words are a place and date above a signature: "Hà Nội, ngày 5 tháng 3 năm 2020".
fn place_and_date(text: &str) -> bool {
    text.contains("ngày") && text.contains("tháng") && text.chars().count() <= 70
}

/// Two blocks side by side with a single name: whoever stands first has none printed.
fn settle_one_name(drafts: &mut Vec<Draft>) {
    // A column that only caught a name belongs to the block beside it.
    if drafts.len() == 2 {
        let lone = drafts
            .iter()
            .position(|d| d.name.is_some() && d.authority.is_empty() && d.position.is_empty());
        let open = drafts.iter().position(|d| d.name.is_none());
        if let (Some(1), Some(0)) = (lone, open) {
            let named = drafts.remove(1);
            (drafts[0].rank, drafts[0].name) = (named.rank, named.name);
        }
    }
}

/// A name that a scan put behind the archive line: "- Lưu: VT, KT. Lê Văn An".
fn name_in_the_archive_line(sheet: &Sheet<'_>, drafts: &mut [Draft], entries: &mut [Entry]) {
    let Some(open) = drafts.iter_mut().rev().find(|draft| draft.name.is_none()) else { return };
    let Some(entry) = entries.iter_mut().rev().find(|entry| entry.archive) else { return };
    let Some(last) = entry.pieces.last_mut() else { return };
    let text = sheet.slice(last);
    let Some(stop) = text.trim_end_matches('.').rfind(". ") else { return };
    let rest = &text[stop + 2..];
    let Some(person) = persons::person(rest) else { return };
    if person.family && rest.split_whitespace().count() >= 3 {
        let start = last.start + stop + 2;
        open.rank = Some(start + person.rank.start..start + person.rank.end)
            .filter(|rank| !rank.is_empty());
        open.name = Some(start + person.name.start..start + person.name.end);
        last.end = last.start + stop + 1;
    }
}

/// Builds the signatures.
pub(super) fn build(
    sheet: &Sheet<'_>,
    drafts: Vec<Draft>,
    ledger: &mut Ledger<'_>,
) -> Vec<Signature> {
    drafts.into_iter().map(|draft| signature(sheet, &draft, ledger)).collect()
}

fn signature(sheet: &Sheet<'_>, draft: &Draft, ledger: &mut Ledger<'_>) -> Signature {
    let pieces = draft.pieces();
    let span = sheet.hull(&pieces);
    let authority = draft.authority.iter().map(|line| {
        let Text { text, span, parts } = ledger.value(line);
        let sign =
            signing::authority_sign(&text).or_else(|| damaged_sign(&text)).unwrap_or_default();
        let prefix = text[..sign].trim_end().to_owned();
        if sign > 0 && signing::is_spoilt_sign(&prefix) {
            let message = format!("authority {text:?} begins with a damaged sign, {prefix:?}");
            let args = [
                ("field", "authority".into()),
                ("text", text.clone().into()),
                ("words", vec![prefix.as_str()].into()),
            ];
            ledger.report_at(Code::TextDamaged, span, message, &args);
        }
        Authority { prefix, text, span, parts }
    });
    let authority = authority.collect();
    let position = (!draft.position.is_empty()).then(|| ledger.value(&draft.position));
    let rank = draft.rank.as_ref().map(|rank| ledger.value(std::slice::from_ref(rank)));
    let name = draft.name.as_ref().map(|name| ledger.value(std::slice::from_ref(name)));
    if name.is_none()
        && let Some(last) = pieces.last()
    {
        let quoted = sheet.slice(last);
        ledger.report(
            Code::SignatureNameMissing,
            last,
            format!("{quoted:?} is followed by no name"),
            &[("text", quoted.into())],
        );
    }
    Signature { span, authority, position, rank, name }
}
