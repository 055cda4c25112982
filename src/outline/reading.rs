//! What a marker may mean: its family and its value.

use super::family::Family;

/// Most levels of "1.2.3.4".
const MAX_LEVELS: usize = 5;

/// The value of a marker: its levels, none for a bullet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Value {
    levels: [u16; MAX_LEVELS],
    len: u8,
}

impl Value {
    /// A value of one level.
    pub(super) fn one(value: u32) -> Self {
        let mut levels = [0; MAX_LEVELS];
        levels[0] = value as u16;
        Self { levels, len: 1 }
    }

    /// Adds a level; `None` if there are too many.
    pub(super) fn push(&mut self, level: u16) -> Option<()> {
        *self.levels.get_mut(usize::from(self.len))? = level;
        self.len += 1;
        Some(())
    }

    /// The levels, outermost first.
    pub(crate) fn levels(&self) -> &[u16] {
        &self.levels[..usize::from(self.len)]
    }

    /// The innermost level.
    pub(crate) fn last(&self) -> Option<u16> {
        self.levels().last().copied()
    }

    /// All levels but the innermost.
    pub(crate) fn parents(&self) -> &[u16] {
        self.levels().split_last().map_or(&[], |(_, parents)| parents)
    }
}

/// One way to read a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Its family.
    pub(crate) family: Family,
    /// Its value.
    pub(crate) value: Value,
    /// Whether the sign printed is another and was taken for damaged ("l." read as "1.").
    pub(crate) damaged: bool,
}

/// Most ways to read one marker.
const MAX_READINGS: usize = 4;

/// The ways to read a marker, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readings {
    all: [Reading; MAX_READINGS],
    len: u8,
}

impl Readings {
    /// No reading.
    pub(super) const NONE: Self = {
        let value = Value { levels: [0; MAX_LEVELS], len: 0 };
        let blank = Reading { family: Family::Bullet, value, damaged: false };
        Self { all: [blank; MAX_READINGS], len: 0 }
    };

    /// One reading.
    pub(super) fn of(reading: Reading) -> Self {
        let mut readings = Self::NONE;
        readings.push(reading);
        readings
    }

    /// Adds a reading less likely than those before.
    pub(super) fn push(&mut self, reading: Reading) {
        if let Some(free) = self.all.get_mut(usize::from(self.len)) {
            *free = reading;
            self.len += 1;
        }
    }

    /// The same readings of a marker that is damaged.
    pub(super) fn spoilt(mut self) -> Self {
        self.all[..usize::from(self.len)].iter_mut().for_each(|reading| reading.damaged = true);
        self
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The readings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Reading> + '_ {
        self.all[..usize::from(self.len)].iter().copied()
    }

    /// The likeliest reading.
    pub(crate) fn first(&self) -> Reading {
        self.all[0]
    }
}
