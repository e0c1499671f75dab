//! From what authors wrote to what the engine uses; every mistake at its place.

mod audience;
mod condition;
mod conflict;
mod element;
mod kind;
mod lexicon;
mod pack;
mod pattern;
mod reference;
mod rule;
mod source;
mod value;
mod wording_checks;

pub use kind::kind_names;
pub(super) use source::Sources;

pub(super) use condition::{Conditions, full_name};
pub(super) use pack::Known;

use jiff::civil::Date;
use toml::Spanned;
use toml::value::Datetime;

use super::definition::{Force, PhraseId};
use super::intern::Interner;
use super::schema::Text;
use crate::lexicon::{Lexicon, Phrase, PhraseError};
use crate::report::PackError;
use crate::text::{NamedText, closest};

/// Checks the values of one file and gathers its mistakes.
pub(super) struct Checker<'a> {
    pub(super) file: &'a NamedText,
    pub(super) lexicon: &'a mut Lexicon,
    pub(super) interner: &'a mut Interner,
    pub(super) sources: &'a mut Sources,
    pub(super) errors: &'a mut Vec<PackError>,
}

impl Checker<'_> {
    fn error(&mut self, range: std::ops::Range<usize>, message: impl Into<String>) {
        self.error_with_help(range, message, None);
    }

    fn error_with_help(&mut self, range: std::ops::Range<usize>, message: impl Into<String>, help: Option<String>) {
        let mut error = PackError::new(self.file, range, message);
        if let Some(help) = help {
            error = error.with_help(help);
        }
        self.errors.push(error);
    }

    /// One of a fixed set of names.
    fn choice<T: Copy>(&mut self, value: &Text, what: &str, names: &[(&str, T)]) -> Option<T> {
        let found = names.iter().find(|(name, _)| name == value.get_ref()).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let all: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            let help = match closest(value.get_ref(), all.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("it is one of {}", all.join(", ")),
            };
            let message = format!("there is no {what} `{}`", value.get_ref());
            self.error_with_help(value.span(), message, Some(help));
        }
        found
    }

    /// A name that the packs declare themselves, such as an audience.
    fn declared(&mut self, value: &Text, what: &str, names: &[String]) -> Option<String> {
        let table: Vec<(&str, ())> = names.iter().map(|name| (name.as_str(), ())).collect();
        self.choice(value, what, &table).map(|()| value.get_ref().clone())
    }

    fn date(&mut self, value: &Spanned<Datetime>) -> Option<Date> {
        let date = value.get_ref().date.and_then(|date| {
            let year = i16::try_from(date.year).ok()?;
            Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
        });
        if date.is_none() {
            self.error(value.span(), "a date is written as 2026-01-31, without quotes");
        }
        date
    }

    fn force(&mut self, since: Option<&Spanned<Datetime>>, until: Option<&Spanned<Datetime>>) -> Force {
        Force { since: since.and_then(|date| self.date(date)), until: until.and_then(|date| self.date(date)) }
    }

    fn phrases(&mut self, texts: &[Text]) -> Vec<PhraseId> {
        texts.iter().filter_map(|text| self.phrase(text)).collect()
    }

    fn phrase(&mut self, text: &Text) -> Option<PhraseId> {
        let phrase = self.interner.phrase(text.get_ref(), &mut self.lexicon.vocabulary);
        self.sound(text, phrase)
    }

    /// Phrases of the lexicon's own.
    fn lexicon_phrases(&mut self, texts: &[Text]) -> Vec<Phrase> {
        let compile = |text: &Text| {
            let phrase = Phrase::compile(text.get_ref(), &mut self.lexicon.vocabulary);
            let phrase = self.sound(text, phrase)?;
            if let Some(value) = phrase.values().first() {
                // What a text is and whom it speaks to is known before its values are.
                self.error(text.span(), format!("`{{{}}}` stands only in the phrases of rules and laws", value.name()));
            }
            Some(phrase)
        };
        texts.iter().filter_map(compile).collect()
    }

    fn sound<T>(&mut self, text: &Text, phrase: Result<T, PhraseError>) -> Option<T> {
        phrase
            .map_err(|error| {
                let range = self.inside(text, error.offset, error.length);
                let help = error.suggestion.as_ref().map(|name| format!("did you mean `{{{name}}}`?"));
                self.error_with_help(range, error.message, help);
            })
            .ok()
    }

    /// Where a part of a string's value stands in the file; the whole string where escapes hide it.
    fn inside(&self, text: &Text, offset: usize, length: usize) -> std::ops::Range<usize> {
        let span = text.span();
        let written = self.file.text().get(span.clone()).unwrap_or_default();
        match written.find(text.get_ref().as_str()) {
            Some(quote) => span.start + quote + offset..span.start + quote + offset + length,
            None => span,
        }
    }
}
