//! A configuration file with all that it extends and all that the command line adds: what holds for which file.

use std::path::{Path, PathBuf};

use super::error::ConfigErrors;
use super::file::{ConfigFile, Override};
use super::known::KnownIds;
use super::layer::Layer;
use super::setting::Setting;
use super::settings::Config;

/// A configuration file with all that it extends, and what the command line adds.
///
/// From the weakest to the strongest: the defaults; the files, the extended before the extending; their `[[overrides]]`
/// in the same order; the command line. The lists `exclude`, `packs` and `overrides` add up, anything else is replaced.
#[derive(Debug, Clone, Default)]
pub struct ConfigStack {
    files: Vec<ConfigFile>,
    given: Vec<ConfigFile>,
}

/// Which `[[overrides]]` of a stack hold for a file. Equal sets of one stack give equal settings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct OverrideSet(Vec<usize>);

impl ConfigStack {
    /// Puts a stack together: `files` from the one that extends nothing to the one that was found, `given` in the order
    /// of the command line.
    pub fn new(files: Vec<ConfigFile>, given: Vec<ConfigFile>) -> Self {
        Self { files, given }
    }

    /// The files, the extended before the extending.
    pub fn files(&self) -> &[ConfigFile] {
        &self.files
    }

    /// Folders and files with rules.
    pub fn packs(&self) -> impl Iterator<Item = &Setting<PathBuf>> {
        self.all().flat_map(|file| &file.packs)
    }

    /// The pattern by which `path` (absolute, without `.` and `..`) is not to be checked.
    pub fn excluded_by(&self, path: &Path) -> Option<&Setting<String>> {
        self.all().filter_map(|file| file.exclude.find(path)).last()
    }

    /// Which overrides hold for `path` (absolute, without `.` and `..`).
    pub fn overrides_for(&self, path: &Path) -> OverrideSet {
        let holds = |(index, over): (usize, &Override)| over.files.find(path).is_some().then_some(index);
        OverrideSet(self.overrides().enumerate().filter_map(holds).collect())
    }

    /// The settings under a set of overrides.
    pub fn config(&self, set: &OverrideSet) -> Config {
        let mut config = Config::default();
        let given = self.given.iter().map(|file| &file.settings);
        let chosen = self.overrides().enumerate().filter(|(index, _)| set.0.contains(index));
        let layers = self.files.iter().map(|file| &file.settings).chain(chosen.map(|(_, over)| &over.settings));
        layers.chain(given).for_each(|layer: &Layer| layer.apply(&mut config));
        config
    }

    /// The settings for `path` (absolute, without `.` and `..`).
    pub fn for_file(&self, path: &Path) -> Config {
        self.config(&self.overrides_for(path))
    }

    /// Checks the ids of rules, laws, types of document and audiences, which only those who have read the rules know.
    ///
    /// # Errors
    /// Every id that is not known, at its place, with the nearest one that is.
    pub fn check_ids(&self, known: KnownIds<'_>) -> Result<(), ConfigErrors> {
        let mut errors = Vec::new();
        let tables = self.all().map(|file| &file.settings).chain(self.overrides().map(|over| &over.settings));
        for layer in tables {
            known.check_laws(layer.laws(), &mut errors);
            known.check_document_type(layer.document_type(), &mut errors);
            known.check_audience(layer.audience(), &mut errors);
            known.check_rules(layer.rules(), &mut errors);
        }
        ConfigErrors::unless_none(errors)
    }

    fn all(&self) -> impl Iterator<Item = &ConfigFile> {
        self.files.iter().chain(&self.given)
    }

    fn overrides(&self) -> impl Iterator<Item = &Override> {
        self.all().flat_map(|file| &file.overrides)
    }
}
