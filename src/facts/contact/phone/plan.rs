//! What the numbering plans of the world say of a number: which countries there are, how long their numbers can be, and which area codes
//! North America has. The plans are `phonelib`'s, which takes them from libphonenumber and from the North American administration.

use std::collections::BTreeSet;

use phonelib::{ParseError, PhoneNumber, PhoneNumberType, countries_by_calling_code, country_by_code};

use super::{Phone, PhoneForm};

/// Why a number reaches nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// Numbers behind that country code have other lengths.
    Length {
        /// How many digits it has behind the country code.
        digits: usize,
        /// The country code.
        code: u32,
        /// How many digits numbers there can have.
        lengths: Vec<u8>,
    },
    /// No country has that code.
    Country,
    /// North America has no such area, or none whose numbers begin so.
    Area {
        /// The three digits.
        code: String,
    },
}

/// The longest country code.
const LONGEST_CODE: usize = 3;

impl Phone {
    /// Why it reaches nobody, where its country is sure: it is given with the number, or it is `home`, the only country of which
    /// the text has numbers (ISO 3166-1).
    pub fn unreachable(&self, home: Option<&str>) -> Option<Unreachable> {
        let parsed = match self.form {
            PhoneForm::International => PhoneNumber::try_parse(&self.dialled),
            PhoneForm::NorthAmerican => PhoneNumber::try_parse_with_country(&self.dialled, "US"),
            // Numbers without the trunk prefix may be short ones, dialled from anywhere.
            PhoneForm::National if self.dialled.starts_with('0') => {
                PhoneNumber::try_parse_with_country(&self.dialled, home?)
            }
            PhoneForm::National => return None,
        };
        let code = match self.form {
            PhoneForm::International => calling_code(&self.dialled),
            PhoneForm::NorthAmerican => Some(1),
            PhoneForm::National => home.and_then(country_by_code).map(|country| country.prefix),
        };
        match parsed.err()? {
            ParseError::UnknownCountryCode => Some(Unreachable::Country),
            ParseError::InvalidAreaCode | ParseError::InvalidExchange => {
                Some(Unreachable::Area { code: self.national().get(..3)?.to_owned() })
            }
            ParseError::TooShort | ParseError::TooLong | ParseError::InvalidLength => self.length(code?),
            _ => None,
        }
    }

    fn length(&self, code: u32) -> Option<Unreachable> {
        let lengths: BTreeSet<u8> = match code {
            // Its territories have area codes for country codes there.
            1 => BTreeSet::from([10]),
            _ => countries_by_calling_code(code).iter().flat_map(|country| country.phone_lengths).copied().collect(),
        };
        let written = self.dialled.trim_start_matches('+');
        let national = match self.form {
            PhoneForm::International => written.strip_prefix(&code.to_string())?,
            PhoneForm::NorthAmerican | PhoneForm::National => self.national(),
        };
        // What is left out when dialling from abroad is no digit of the number.
        let digits = national.strip_prefix('0').filter(|_| code != 1).unwrap_or(national).len();
        let lengths: Vec<u8> = lengths.into_iter().collect();
        (!lengths.is_empty()).then_some(Unreachable::Length { digits, code, lengths })
    }

    /// The number as it is dialled from anywhere, with `+`, where its country is sure.
    pub fn worldwide(&self, home: Option<&str>) -> Option<String> {
        let written = self.dialled.trim_start_matches('+');
        match self.form {
            PhoneForm::International => {
                let code = calling_code(&self.dialled)?.to_string();
                let national = written.strip_prefix(&code)?;
                Some(format!("+{code}{}", national.strip_prefix('0').unwrap_or(national)))
            }
            PhoneForm::NorthAmerican => Some(format!("+1{}", self.national())),
            PhoneForm::National => {
                let home = country_by_code(home?)?;
                Some(format!("+{}{}", home.prefix, written.strip_prefix('0')?))
            }
        }
    }

    /// Whether a call to it costs the caller what a call to anybody does.
    pub fn is_charged(&self) -> bool {
        match self.form {
            PhoneForm::NorthAmerican => !self.toll_free && self.national().len() == 10,
            PhoneForm::International => {
                let kind = PhoneNumber::parse(&self.dialled).map(|number| number.phone_type());
                let ordinary = |kind| {
                    matches!(
                        kind,
                        PhoneNumberType::FixedLine | PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile
                    )
                };
                !self.toll_free && kind.is_some_and(ordinary)
            }
            PhoneForm::National => false,
        }
    }
}

/// The country code that a number with its `+` begins with. No code is the beginning of another.
pub fn calling_code(dialled: &str) -> Option<u32> {
    let digits = dialled.strip_prefix('+')?;
    if digits.starts_with('1') {
        return Some(1);
    }
    let codes = (1..=LONGEST_CODE).filter_map(|length| digits.get(..length)?.parse().ok());
    codes.into_iter().find(|code| !countries_by_calling_code(*code).is_empty())
}

/// The only country (ISO 3166-1) that the numbers of a text with a country code are of, North America aside; `None` where there are
/// several, or none.
pub fn home_of(phones: &[Phone]) -> Option<&'static str> {
    let international = phones.iter().filter(|phone| phone.form == PhoneForm::International);
    let countries = international.filter_map(|phone| PhoneNumber::parse(&phone.dialled)).map(|number| number.country());
    let found: BTreeSet<&str> =
        countries.filter(|country| country.prefix != 1 && country.prefix < 1000).map(|country| country.code).collect();
    let mut found = found.into_iter();
    found.next().filter(|_| found.next().is_none())
}
