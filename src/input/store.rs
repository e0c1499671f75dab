//! Finds, reads and keeps the configuration of each file.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::paths::{absolute, printed_from};
use crate::config::{
    Config, ConfigError, ConfigErrors, ConfigFile, ConfigStack, FILE_NAMES, Fault, Origin, OverrideSet, Setting,
};
use crate::text::NamedText;

/// Where configuration comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discovery {
    /// The nearest file above each checked file, no further up than the folder that holds `.git`.
    Nearest,
    /// This file, for all.
    File(PathBuf),
    /// No file.
    Isolated,
}

/// The configuration of one file.
#[derive(Debug, Clone)]
pub struct Resolved {
    /// Where it comes from.
    pub stack: Arc<ConfigStack>,
    /// What holds.
    pub config: Arc<Config>,
}

type Loaded = Result<Arc<ConfigStack>, Arc<ConfigErrors>>;

/// Finds, reads and keeps the configuration of each file; every configuration file is read once.
#[derive(Debug)]
pub struct ConfigStore {
    directory: PathBuf,
    discovery: Discovery,
    given: Vec<ConfigFile>,
    nearest: HashMap<PathBuf, Option<PathBuf>>,
    stacks: HashMap<Option<PathBuf>, Loaded>,
    configs: HashMap<(Option<PathBuf>, OverrideSet), Arc<Config>>,
}

impl ConfigStore {
    /// A store for a run in the folder `directory` (absolute), with what the command line sets on top of all files.
    pub fn new(directory: impl Into<PathBuf>, discovery: Discovery, given: Vec<ConfigFile>) -> Self {
        Self {
            directory: directory.into(),
            discovery,
            given,
            nearest: HashMap::new(),
            stacks: HashMap::new(),
            configs: HashMap::new(),
        }
    }

    /// The folder that relative paths start from.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The configuration of the file at `path`, which need not exist.
    ///
    /// # Errors
    /// All that is wrong with its configuration; the same `Arc` for every file under the same configuration.
    pub fn resolve(&mut self, path: &Path) -> Result<Resolved, Arc<ConfigErrors>> {
        let path = absolute(&self.directory, path);
        let found = match &self.discovery {
            Discovery::Isolated => None,
            Discovery::File(file) => Some(absolute(&self.directory, file)),
            Discovery::Nearest => path.parent().and_then(|folder| self.nearest(folder)),
        };
        if !self.stacks.contains_key(&found) {
            let loaded = self.load(found.as_deref()).map(Arc::new).map_err(Arc::new);
            self.stacks.insert(found.clone(), loaded);
        }
        let stack = self.stacks[&found].clone()?;
        let set = stack.overrides_for(&path);
        let config =
            self.configs.entry((found, set)).or_insert_with_key(|(_, set)| Arc::new(stack.config(set))).clone();
        Ok(Resolved { stack, config })
    }

    /// The configuration file for the files in `folder`.
    fn nearest(&mut self, folder: &Path) -> Option<PathBuf> {
        let mut passed = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            if let Some(known) = self.nearest.get(folder) {
                found.clone_from(known);
                break;
            }
            passed.push(folder.to_owned());
            found = FILE_NAMES.iter().map(|name| folder.join(name)).find(|path| is_there(path));
            if found.is_some() || folder.join(".git").exists() {
                break;
            }
        }
        self.nearest.extend(passed.into_iter().map(|folder| (folder, found.clone())));
        found
    }

    /// Reads a file and all that it extends.
    fn load(&self, found: Option<&Path>) -> Result<ConfigStack, ConfigErrors> {
        let mut chain = Vec::new();
        let mut met = HashSet::new();
        let mut next = found.map(|path| Setting { value: path.to_owned(), origin: Origin::Given });
        while let Some(wanted) = next {
            let path = absolute(&self.directory, &wanted.value);
            let name = printed_from(&self.directory, &path);
            if !met.insert(fs::canonicalize(&path).unwrap_or_else(|_| path.clone())) {
                return Err(ConfigError::from_origin(&wanted.origin, Fault::Cycle { path: name }).into());
            }
            let text = fs::read_to_string(&path).map_err(|error| {
                let reason = reason_of(&error);
                ConfigError::from_origin(&wanted.origin, Fault::Unreadable { path: name.clone(), reason })
            })?;
            let folder = path.parent().unwrap_or(&path);
            let file = ConfigFile::parse(NamedText::new(name, text), folder)?;
            next = file.extends.clone();
            chain.push(file);
        }
        chain.reverse();
        Ok(ConfigStack::new(chain, self.given.clone()))
    }
}

/// Whether something other than a folder has this name, be it a link to nowhere: that is told when it is read.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok() && !path.is_dir()
}

/// Why a file of ours could not be read.
pub(super) fn reason_of(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use tempfile::TempDir;

    use super::*;
    use crate::config::ProblemKind;

    fn site(files: &[(&str, &str)]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn store(folder: &Path, discovery: Discovery) -> ConfigStore {
        ConfigStore::new(folder, discovery, Vec::new())
    }

    fn persona(store: &mut ConfigStore, path: &str) -> &'static str {
        store.resolve(Path::new(path)).unwrap().config.persona.value.name()
    }

    const AUDITOR: &str = "persona = \"auditor\"\n";
    const PEDANTIC: &str = "persona = \"pedantic\"\n";

    #[test]
    fn the_nearest_file_counts_alone() {
        let site =
            site(&[("policylint.toml", AUDITOR), ("a/.policylint.toml", "fail-on = \"note\"\n"), ("a/b/x.md", "")]);
        let mut store = store(site.path(), Discovery::Nearest);
        assert_eq!(persona(&mut store, "x.md"), "auditor");
        assert_eq!(persona(&mut store, "new/folder/x.md"), "auditor");
        assert_eq!(persona(&mut store, "a/b/x.md"), "default", "no merge without `extends`");
        let stack = store.resolve(Path::new("a/b/x.md")).unwrap().stack;
        assert_eq!(stack.files()[0].source.name(), "a/.policylint.toml");
    }

    #[test]
    fn the_search_ends_at_the_repository() {
        let site = site(&[("policylint.toml", AUDITOR), ("repo/.git/HEAD", ""), ("repo/docs/x.md", "")]);
        let mut store = store(site.path(), Discovery::Nearest);
        assert_eq!(persona(&mut store, "repo/docs/x.md"), "default");
        assert_eq!(persona(&mut store, "x.md"), "auditor");
        fs::write(site.path().join("repo/policylint.toml"), PEDANTIC).unwrap();
        let mut fresh = self::store(site.path(), Discovery::Nearest);
        assert_eq!(persona(&mut fresh, "repo/docs/x.md"), "pedantic", "the repository's own folder is searched");
    }

    #[test]
    fn a_named_file_or_none_wins_over_the_search() {
        let site = site(&[("policylint.toml", AUDITOR), ("ci/strict.toml", PEDANTIC), ("x.md", "")]);
        assert_eq!(persona(&mut store(site.path(), Discovery::File("ci/strict.toml".into())), "x.md"), "pedantic");
        assert_eq!(persona(&mut store(site.path(), Discovery::Isolated), "x.md"), "default");
    }

    #[test]
    fn extended_files_lie_below() {
        let base = "persona = \"auditor\"\nfail-on = \"note\"\npacks = [\"own\"]\n";
        let site = site(&[
            ("shared/base.toml", base),
            ("policylint.toml", "extends = \"shared/base.toml\"\npersona = \"pedantic\"\npacks = [\"mine\"]\n"),
        ]);
        let resolved = store(site.path(), Discovery::Nearest).resolve(Path::new("x.md")).unwrap();
        assert_eq!(resolved.config.persona.value.name(), "pedantic");
        assert_eq!(resolved.config.fail_on.origin.to_string(), "shared/base.toml:2:11");
        let packs: Vec<_> = resolved.stack.packs().map(|pack| pack.value.clone()).collect();
        assert_eq!(packs, [site.path().join("shared/own"), site.path().join("mine")]);
    }

    fn fault(site: &TempDir, discovery: Discovery) -> String {
        let errors = store(site.path(), discovery).resolve(Path::new("x.md")).unwrap_err();
        let problem = errors.iter().next().unwrap().problem();
        assert_eq!(problem.kind, ProblemKind::Configuration);
        format!("{}: {}", problem.path.unwrap_or_default(), problem.message)
    }

    #[test]
    fn a_chain_that_breaks_is_told_where_it_does() {
        let gone = site(&[("policylint.toml", "extends = \"gone.toml\"\n")]);
        let told = fault(&gone, Discovery::Nearest);
        assert!(
            told.starts_with(
                "policylint.toml: line 1, column 11: the configuration file gone.toml cannot be read: no such file"
            ),
            "{told}"
        );
        let round =
            site(&[("policylint.toml", "extends = \"b.toml\"\n"), ("b.toml", "\nextends = \"./policylint.toml\"\n")]);
        let told = fault(&round, Discovery::Nearest);
        assert!(told.starts_with("b.toml: line 2, column 11: `extends` leads back to policylint.toml"), "{told}");
        let told = fault(&gone, Discovery::File("none.toml".into()));
        assert!(told.starts_with(": the configuration file none.toml cannot be read: no such file"), "{told}");
    }

    #[test]
    fn equal_settings_are_one() {
        let text = "[[overrides]]\nfiles = [\"a/\"]\npersona = \"auditor\"\n";
        let site = site(&[("policylint.toml", text)]);
        let mut store = store(site.path(), Discovery::Nearest);
        let mut config = |path: &str| store.resolve(Path::new(path)).unwrap().config;
        assert!(Arc::ptr_eq(&config("a/x.md"), &config("a/b/y.md")));
        assert!(Arc::ptr_eq(&config("x.md"), &config("b/y.md")));
        assert!(!Arc::ptr_eq(&config("x.md"), &config("a/x.md")));
    }
}
