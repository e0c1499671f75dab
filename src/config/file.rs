//! One configuration file: from text to checked settings.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::error::{ConfigError, ConfigErrors, Fault};
use super::globs::PathGlobs;
use super::layer::{LAYER_KEYS, Layer};
use super::reader::{Entry, Reader, entries, to_span};
use super::setting::{Origin, Setting};
use crate::text::{NamedText, Span};

/// The names under which a configuration is found in a folder; the first one that exists is read.
pub const FILE_NAMES: [&str; 2] = ["policylint.toml", ".policylint.toml"];

const FILE_KEYS: [&str; 5] = ["root", "extends", "exclude", "packs", "overrides"];

/// One configuration file, checked; what it extends is not yet read.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// Its name and text.
    pub source: NamedText,
    /// Whether it says that no configuration above it counts. The search ends at the nearest file in any case, and
    /// that file counts alone unless it `extends` another, so this binds other tools and tells readers.
    pub root: bool,
    /// The file that it builds on, relative paths joined to its folder.
    pub extends: Option<Setting<PathBuf>>,
    /// Folders and files with rules, relative paths joined to its folder.
    pub packs: Vec<Setting<PathBuf>>,
    pub(super) exclude: PathGlobs,
    pub(super) settings: Layer,
    pub(super) overrides: Vec<Override>,
}

/// Settings for some files only.
#[derive(Debug, Clone)]
pub(super) struct Override {
    pub(super) files: PathGlobs,
    pub(super) settings: Layer,
}

impl ConfigFile {
    /// Reads a configuration file that lies in `folder` (absolute, without `.` and `..`).
    ///
    /// # Errors
    /// All that is wrong with it, each at its place.
    pub fn parse(source: NamedText, folder: &Path) -> Result<Self, ConfigErrors> {
        let mut reader = Reader::new(&source, folder);
        let (table, errors) = DeTable::parse_recoverable(source.text());
        for error in errors {
            let at = error.span().map_or(Span::empty(0), |range| to_span(&range));
            reader.fault(at, Fault::Syntax { message: error.message().to_owned() });
        }
        // What the parser recovered from broken TOML holds keys that nobody wrote; to complain of them would mislead.
        let broken = !reader.errors.is_empty();
        let file = read_file(&mut reader, table.get_ref());
        let mut errors = reader.errors;
        if broken {
            errors.retain(|error| matches!(error.fault, Fault::Syntax { .. }));
        }
        ConfigErrors::unless_none(errors).map(|()| file)
    }

    /// Reads what a command line sets as `key = value`; paths in it are relative to `folder`.
    ///
    /// # Errors
    /// As [`ConfigFile::parse`], and for keys that have a meaning in a file only.
    pub fn parse_argument(argument: &str, folder: &Path) -> Result<Self, ConfigErrors> {
        let file = Self::parse(NamedText::new("--config", argument), folder)?;
        let misplaced = |key, at| ConfigErrors::from(ConfigError::at(&file.source, at, Fault::FileOnly { key }));
        if let Some(Setting { origin: Origin::File { span, .. }, .. }) = &file.extends {
            return Err(misplaced("extends", *span));
        }
        if file.root {
            return Err(misplaced("root", Span::new(0, argument.len())));
        }
        Ok(file)
    }

    /// The patterns of files that are not checked.
    pub fn exclude(&self) -> &PathGlobs {
        &self.exclude
    }
}

fn read_file(reader: &mut Reader<'_>, table: &DeTable<'_>) -> ConfigFile {
    let mut file = ConfigFile {
        source: reader.file.clone(),
        root: false,
        extends: None,
        packs: Vec::new(),
        exclude: PathGlobs::default(),
        settings: Layer::default(),
        overrides: Vec::new(),
    };
    for entry in entries(table) {
        match entry.key {
            "root" => file.root = reader.boolean(entry).is_some_and(|root| root.value),
            "extends" => file.extends = reader.path(entry),
            "packs" => file.packs = reader.paths(entry).unwrap_or_default(),
            "exclude" => file.exclude = reader.globs(entry).unwrap_or_default(),
            "overrides" => file.overrides = read_overrides(reader, entry),
            _ if file.settings.read(reader, entry) => {}
            _ => reader.unknown_key(entry, "the configuration", &[&FILE_KEYS[..], &LAYER_KEYS].concat()),
        }
    }
    file
}

fn read_overrides(reader: &mut Reader<'_>, entry: Entry<'_>) -> Vec<Override> {
    let Some(list) = entry.value.get_ref().as_array() else {
        return reader.wrong_type(entry, "a list of tables, each under [[overrides]]");
    };
    let mut overrides = Vec::new();
    for item in list.iter() {
        match item.get_ref() {
            DeValue::Table(table) => {
                overrides.extend(read_override(reader, table, to_span(&item.span())));
            }
            _ => reader.wrong_type(Entry { value: item, ..entry }, "a list of tables, each under [[overrides]]"),
        }
    }
    overrides
}

fn read_override(reader: &mut Reader<'_>, table: &DeTable<'_>, at: Span) -> Option<Override> {
    let mut files = None;
    let mut named = false;
    let mut settings = Layer::default();
    for entry in entries(table) {
        match entry.key {
            "files" => {
                named = true;
                files = reader.globs(entry);
            }
            _ if settings.read(reader, entry) => {}
            _ => reader.unknown_key(entry, "`overrides`", &[&["files"][..], &LAYER_KEYS].concat()),
        }
    }
    if !named || files.as_ref().is_some_and(|files| files.patterns().is_empty()) {
        let help = "say which files it is for: files = [\"california/\"]".to_owned();
        reader.fault(at, Fault::MissingKey { key: "files", table: "`overrides`", help });
    }
    files.map(|files| Override { files, settings })
}
