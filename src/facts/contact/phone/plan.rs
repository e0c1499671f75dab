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

    /// Whether a call to it costs the caller what a call to anybody does. Of one without its country's code, `home` tells.
    pub fn is_charged(&self, home: Option<&str>) -> bool {
        let ordinary = |dialled: &str| {
            let kind = PhoneNumber::parse(dialled).map(|number| number.phone_type());
            kind.is_some_and(|kind| {
                matches!(
                    kind,
                    PhoneNumberType::FixedLine | PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile
                )
            })
        };
        match self.form {
            PhoneForm::NorthAmerican => !self.toll_free && self.national().len() == 10,
            PhoneForm::International => !self.toll_free && ordinary(&self.dialled),
            PhoneForm::National => self.worldwide(home).is_some_and(|dialled| ordinary(&dialled)),
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::facts::contact::phone::phones;
    use crate::text::SourceText;

    fn found(text: &str) -> Vec<Phone> {
        let text = format!("Call us at {text}.");
        phones(&read(&SourceText::new(text.as_bytes()).unwrap(), Format::Plain))
    }

    /// Why the first number of a text reaches nobody.
    fn why(text: &str, home: Option<&str>) -> Option<Unreachable> {
        let found = found(text);
        found.first().unwrap_or_else(|| panic!("no number in {text}")).unreachable(home)
    }

    #[test]
    fn numbers_that_there_can_be() {
        for text in [
            "+44 20 7946 0018",
            "+44 (0)20 7123 0018",
            "+49 30 123456-78",
            "+49 (0) 30 12345",
            "+33 1 23 45 67 89",
            "+39 06 6982 1234",
            "+61 1300 555 123",
            "+353 1 234 5678",
            "+800 1234 5678",
            "+1 415 555 2832",
            "(415) 555-2832",
            "1-800-FLOWERS",
            "+1-888-397-3742 x12",
            "+86 400 123 4567",
            "+52 55 1234 5678",
            "+7 495 123-45-67",
        ] {
            assert_eq!(why(text, None), None, "{text}");
        }
        assert_eq!(found("Dial 112, 999 or 10086, or 1-888-4-PRIVACY.").len(), 1);
    }

    #[test]
    fn numbers_of_no_country_no_area_and_no_length() {
        assert_eq!(why("+999 123 4567 89", None), Some(Unreachable::Country));
        assert_eq!(why("+1 333 555 2832", None), Some(Unreachable::Area { code: "333".into() }));
        let length = |text: &str, home: Option<&str>| match why(text, home) {
            Some(Unreachable::Length { digits, code, .. }) => (digits, code),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(length("+44 20 7946 00181", None), (11, 44));
        assert_eq!(length("+33 1 23 45 67 8", None), (8, 33));
        assert_eq!(length("+1 415 555 28324", None), (11, 1));
        assert_eq!(length("Telephone: +44 20 79", None), (4, 44));
    }

    #[test]
    fn a_number_without_its_country_is_judged_by_the_others() {
        let text = "London +44 20 7946 0018, Paris +33 1 23 45 67 89";
        assert_eq!(home_of(&found(text)), None);
        assert_eq!(home_of(&found("+44 20 7946 0018, +44 161 496 0018, 415-555-2832")), Some("GB"));
        assert_eq!(why("020 7946 00181", None), None, "of whatever country");
        assert!(matches!(why("020 7946 00181", Some("GB")), Some(Unreachable::Length { digits: 11, .. })));
        assert_eq!(why("020 7946 0018", Some("GB")), None);
        assert_eq!(why("Telephone 1300 555 123", Some("GB")), None, "dialled without the trunk prefix");
    }

    #[test]
    fn what_a_call_costs() {
        let charged = |text: &str| found(text)[0].is_charged(None);
        assert!(charged("(415) 555-2832") && charged("+44 20 7123 0018"));
        assert!(found("020 7123 0018")[0].is_charged(Some("GB")) && !charged("020 7123 0018"));
        assert!(!found("0800 123 4567")[0].is_charged(Some("GB")));
        assert!(!charged("1-800-555-2832") && !charged("+44 800 111 1111") && !charged("+800 1234 5678"));
    }
}
