//! Reads typed values out of a TOML tree and collects what is wrong, so that one run tells all of it.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::error::{ConfigError, Fault, did_you_mean};
use super::globs::PathGlobs;
use super::setting::Setting;
use super::words::Word;
use crate::text::{NamedText, Span, closest};

/// A key and its value in the tree.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The key, unquoted.
    pub(super) key: &'a str,
    /// Where the key stands.
    pub(super) at: Span,
    /// The value.
    pub(super) value: &'a Spanned<DeValue<'a>>,
}

/// The entries of a table.
pub(super) fn entries<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = Entry<'a>> {
    table.iter().map(|(key, value)| Entry { key: key.get_ref(), at: to_span(&key.span()), value })
}

pub(super) fn to_span(range: &std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// What is being read and the faults found so far. Every method that reads a value returns `None` after noting a fault.
pub(super) struct Reader<'a> {
    pub(super) file: &'a NamedText,
    pub(super) folder: &'a Path,
    pub(super) errors: Vec<ConfigError>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a NamedText, folder: &'a Path) -> Self {
        Self { file, folder, errors: Vec::new() }
    }

    pub(super) fn fault(&mut self, at: Span, fault: Fault) {
        self.errors.push(ConfigError::at(self.file, at, fault));
    }

    /// Notes a key that is none of `known`.
    pub(super) fn unknown_key(&mut self, entry: Entry<'_>, table: &'static str, known: &[&str]) {
        let help = match closest(entry.key, known.iter().copied()) {
            Some(nearest) => did_you_mean(nearest),
            None if entry.key == "today" => "the date comes from --today or SOURCE_DATE_EPOCH".to_owned(),
            None => format!("known here: {}", known.join(", ")),
        };
        self.fault(entry.at, Fault::UnknownKey { key: entry.key.to_owned(), table, help });
    }

    /// Notes that the value is of another type than `expected`.
    pub(super) fn wrong_type<T: Default>(&mut self, entry: Entry<'_>, expected: &'static str) -> T {
        let wants_list = expected.starts_with("a list") && entry.value.get_ref().is_str();
        let written = self.file.slice(to_span(&entry.value.span()));
        let help = wants_list.then(|| format!("write {} = [{written}]", entry.key));
        let found = described(entry.value.get_ref());
        let fault = Fault::WrongType { key: entry.key.to_owned(), expected, found, help };
        self.fault(to_span(&entry.value.span()), fault);
        T::default()
    }

    fn set<T>(&self, value: &Spanned<DeValue<'_>>, read: T) -> Setting<T> {
        Setting::at(self.file, to_span(&value.span()), read)
    }

    pub(super) fn boolean(&mut self, entry: Entry<'_>) -> Option<Setting<bool>> {
        match entry.value.get_ref().as_bool() {
            Some(boolean) => Some(self.set(entry.value, boolean)),
            None => self.wrong_type(entry, "true or false"),
        }
    }

    pub(super) fn string(&mut self, entry: Entry<'_>) -> Option<Setting<String>> {
        match entry.value.get_ref().as_str() {
            Some(text) => Some(self.set(entry.value, text.to_owned())),
            None => self.wrong_type(entry, "a string"),
        }
    }

    /// A string that `check` finds no fault with.
    pub(super) fn checked(
        &mut self,
        entry: Entry<'_>,
        check: impl FnOnce(&str) -> Result<(), Fault>,
    ) -> Option<Setting<String>> {
        let string = self.string(entry)?;
        self.passes(entry.value, check(&string.value)).then_some(string)
    }

    fn passes(&mut self, value: &Spanned<DeValue<'_>>, result: Result<(), Fault>) -> bool {
        match result {
            Ok(()) => true,
            Err(fault) => {
                self.fault(to_span(&value.span()), fault);
                false
            }
        }
    }

    /// A list of strings that `check` finds no fault with. Those that it does are noted and left out.
    pub(super) fn strings(
        &mut self,
        entry: Entry<'_>,
        check: impl Fn(&str) -> Result<(), Fault>,
    ) -> Option<Vec<Setting<String>>> {
        let Some(list) = entry.value.get_ref().as_array() else {
            return self.wrong_type(entry, "a list of strings");
        };
        let mut strings = Vec::new();
        for item in list.iter() {
            match item.get_ref().as_str() {
                Some(text) if self.passes(item, check(text)) => strings.push(self.set(item, text.to_owned())),
                Some(_) => {}
                None => self.wrong_type(Entry { value: item, ..entry }, "a list of strings"),
            }
        }
        Some(strings)
    }

    /// One of a few words.
    pub(super) fn word<W: Word>(&mut self, entry: Entry<'_>, expected: &'static str) -> Option<Setting<W>> {
        let string = self.string(entry)?;
        if let Some(word) = W::from_word(&string.value) {
            return Some(string.map(|_| word));
        }
        let known: Vec<&str> = W::ALL.iter().map(|word| word.word()).collect();
        let help = closest(&string.value, known.iter().copied())
            .map_or_else(|| format!("one of: {}", known.join(", ")), did_you_mean);
        self.fault(to_span(&entry.value.span()), Fault::WrongValue { value: string.value, expected, help });
        None
    }

    /// Any value, to be understood elsewhere.
    pub(super) fn raw(&mut self, entry: Entry<'_>) -> Option<Spanned<toml::Value>> {
        match toml::Value::deserialize(ValueDeserializer::from(entry.value.clone())) {
            Ok(value) => Some(Spanned::new(entry.value.span(), value)),
            Err(error) => {
                let at = error.span().unwrap_or(entry.value.span());
                self.fault(to_span(&at), Fault::Syntax { message: error.message().to_owned() });
                None
            }
        }
    }

    pub(super) fn table<'t>(&mut self, entry: Entry<'t>) -> Option<&'t DeTable<'t>> {
        match entry.value.get_ref().as_table() {
            Some(table) => Some(table),
            None => self.wrong_type(entry, "a table"),
        }
    }

    /// Paths, relative to the folder of the file.
    pub(super) fn paths(&mut self, entry: Entry<'_>) -> Option<Vec<Setting<PathBuf>>> {
        let folder = self.folder;
        let strings = self.strings(entry, not_empty)?;
        Some(strings.into_iter().map(|string| string.map(|path| folder.join(path))).collect())
    }

    /// A path, relative to the folder of the file.
    pub(super) fn path(&mut self, entry: Entry<'_>) -> Option<Setting<PathBuf>> {
        let folder = self.folder;
        Some(self.checked(entry, not_empty)?.map(|path| folder.join(path)))
    }

    /// File patterns, relative to the folder of the file.
    pub(super) fn globs(&mut self, entry: Entry<'_>) -> Option<PathGlobs> {
        let wrong = |pattern: &str, reason: String| Fault::WrongPattern { pattern: pattern.to_owned(), reason };
        let patterns = self
            .strings(entry, |pattern| PathGlobs::check(pattern).map_err(|error| wrong(pattern, error.to_string())))?;
        match PathGlobs::new(self.folder, patterns) {
            Ok(globs) => Some(globs),
            // Each does by itself, so they are too large together.
            Err(error) => {
                self.fault(to_span(&entry.value.span()), wrong(entry.key, error.to_string()));
                None
            }
        }
    }
}

/// Refuses an empty string.
pub(super) fn not_empty(text: &str) -> Result<(), Fault> {
    if text.trim().is_empty() {
        let help = "write a value or leave the key out".to_owned();
        return Err(Fault::WrongValue { value: text.to_owned(), expected: "a value", help });
    }
    Ok(())
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
