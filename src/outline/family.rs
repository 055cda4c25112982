//! The families of markers, and the usual order in which they nest.

use crate::document::MarkerStyle;

/// A family of markers, from the outside in (NĐ 30/2020 Phụ lục I; practice below "điểm").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// "Phần I".
    Part,
    /// "Chương I".
    Chapter,
    /// "Mục 1".
    Division,
    /// "Tiểu mục 1".
    Subdivision,
    /// "Điều 5.".
    Article,
    /// "I.".
    UpperRoman,
    /// "A.".
    UpperLetter,
    /// "1.".
    Decimal,
    /// "1.2.".
    Multilevel,
    /// "a)".
    LowerLetter,
    /// "ii)".
    LowerRoman,
    /// "(1)".
    ParenthesizedDecimal,
    /// "(a)".
    ParenthesizedLetter,
    /// "*": often a title above dashes.
    Asterisk,
    /// "-".
    Dash,
    /// "+".
    Plus,
    /// "•".
    Bullet,
}

impl Family {
    /// Its place in the order; families that stand for one another share one.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::UpperLetter => Self::UpperRoman as u8,
            Self::ParenthesizedDecimal | Self::ParenthesizedLetter => Self::LowerRoman as u8,
            other => other as u8,
        }
    }

    /// Whether it never stands inside a list item.
    pub(crate) fn is_structural(self) -> bool {
        self <= Self::UpperLetter
    }

    /// Whether its figures or letters stand between parentheses.
    pub(crate) fn is_parenthesized(self) -> bool {
        matches!(self, Self::ParenthesizedDecimal | Self::ParenthesizedLetter)
    }

    /// Whether it has no values.
    pub(crate) fn is_bullet(self) -> bool {
        self >= Self::Asterisk
    }

    /// Its name in the tree.
    pub(crate) fn style(self) -> MarkerStyle {
        match self {
            Self::Part => MarkerStyle::Part,
            Self::Chapter => MarkerStyle::Chapter,
            Self::Division => MarkerStyle::Division,
            Self::Subdivision => MarkerStyle::Subdivision,
            Self::Article => MarkerStyle::Article,
            Self::UpperRoman => MarkerStyle::UpperRoman,
            Self::UpperLetter => MarkerStyle::UpperLetter,
            Self::Decimal => MarkerStyle::Decimal,
            Self::Multilevel => MarkerStyle::MultilevelDecimal,
            Self::LowerLetter => MarkerStyle::LowerLetter,
            Self::LowerRoman => MarkerStyle::LowerRoman,
            Self::ParenthesizedDecimal => MarkerStyle::ParenthesizedDecimal,
            Self::ParenthesizedLetter => MarkerStyle::ParenthesizedLetter,
            Self::Asterisk => MarkerStyle::Asterisk,
            Self::Dash => MarkerStyle::Dash,
            Self::Plus => MarkerStyle::Plus,
            Self::Bullet => MarkerStyle::Bullet,
        }
    }
}
