//! Which rules a file is checked with: the shipped ones, and what its configuration adds and changes.

use std::cell::Cell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::terminal::Terminal;
use crate::config::{Config, ConfigErrors, ConfigStack, KnownIds, Origin, RuleSetting};
use crate::engine::{shipped_rules, shipped_sources};
use crate::input::{ConfigStore, Discovery, InputError, InputFile, Resolved, read_pack};
use crate::report::{PackError, Problem, ProblemKind, RuleId};
use crate::ruleset::{RuleOverride, RuleSet, load};
use crate::text::NamedText;

/// The rule sets of a run, one for each configuration, each built once.
pub(super) struct RuleSets {
    directory: PathBuf,
    sets: HashMap<(*const ConfigStack, *const Config), Built>,
}

/// A rule set, or why there is none.
type Built = Result<Arc<RuleSet>, Rc<Mistakes>>;

/// What is wrong with packs or with what a configuration says of rules.
pub(super) struct Mistakes {
    packs: Vec<PackError>,
    unread: Vec<InputError>,
    config: Option<ConfigErrors>,
    told: Cell<bool>,
}

impl RuleSets {
    pub(super) fn new(directory: PathBuf) -> Self {
        Self { directory, sets: HashMap::new() }
    }

    /// The rules for a file.
    pub(super) fn for_file(&mut self, file: &InputFile) -> Result<Arc<RuleSet>, Rc<Mistakes>> {
        let key = (Arc::as_ptr(&file.stack), Arc::as_ptr(&file.config));
        if let Some(known) = self.sets.get(&key) {
            return known.clone();
        }
        let built = self.build(&file.stack, &file.config).map_err(Rc::new);
        self.sets.insert(key, built.clone());
        built
    }

    /// Each file with its rules, and whether some have none; what is wrong with those is shown.
    pub(super) fn jobs<'f>(
        &mut self,
        files: &'f [InputFile],
        terminal: &Terminal,
    ) -> (Vec<(&'f InputFile, Arc<RuleSet>)>, bool) {
        let mut jobs = Vec::with_capacity(files.len());
        for file in files {
            match self.for_file(file) {
                Ok(rules) => jobs.push((file, rules)),
                Err(mistakes) if mistakes.first_time().is_some() => mistakes.show(terminal),
                Err(_) => {}
            }
        }
        let failed = jobs.len() < files.len();
        (jobs, failed)
    }

    /// The rules for a file that would lie in the folder of the run; mistakes are shown.
    pub(super) fn here(isolated: bool, terminal: &Terminal) -> Option<Arc<RuleSet>> {
        let directory = std::env::current_dir().unwrap_or_default();
        let discovery = if isolated { Discovery::Isolated } else { Discovery::Nearest };
        let resolved = ConfigStore::new(&directory, discovery, Vec::new()).resolve(Path::new("policy.md"));
        let Resolved { stack, config } = resolved.map_err(|errors| terminal.show(&*errors)).ok()?;
        let built = Self::new(directory).build(&stack, &config);
        built.map_err(|mistakes| mistakes.show(terminal)).ok()
    }

    fn build(&self, stack: &ConfigStack, config: &Config) -> Result<Arc<RuleSet>, Mistakes> {
        let overrides = config.rules.entries().iter().any(|entry| !entry.setting.fields.is_empty());
        let has_packs = stack.packs().next().is_some();
        let rules = if overrides || has_packs {
            let mut sources = shipped_sources();
            for pack in stack.packs() {
                sources.extend(read_pack(&self.directory, &pack.value).map_err(Mistakes::unread)?);
            }
            Arc::new(load(&sources, |id| changes(id, config)).map_err(Mistakes::packs)?)
        } else {
            shipped_rules()
        };
        let ids: Vec<&str> = rules
            .rules()
            .iter()
            .flat_map(|rule| std::iter::once(&rule.id.0).chain(&rule.aliases))
            .map(String::as_str)
            .collect();
        let laws: Vec<&str> =
            rules.packs().iter().filter(|pack| pack.law.is_some()).map(|pack| pack.id.as_str()).collect();
        let (documents, audiences) = (rules.lexicon().document_names(), rules.lexicon().audience_names());
        let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
        let audiences: Vec<&str> = audiences.iter().map(String::as_str).collect();
        let known = KnownIds { rules: &ids, laws: &laws, documents: &documents, audiences: &audiences };
        stack.check_ids(known).map_err(Mistakes::config)?;
        Ok(rules)
    }
}

/// The fields that a configuration replaces in one rule.
fn changes(id: &RuleId, config: &Config) -> Option<RuleOverride> {
    let RuleSetting { fields, .. } = config.rules.of(id);
    let first = fields.first()?;
    let (source, place) = match &first.key.origin {
        Origin::File { file, span } => (file.clone(), span.indices()),
        Origin::Default | Origin::Given => (NamedText::new("the command line", ""), 0..0),
    };
    let fields = fields.iter().map(|field| (field.key.value.clone(), field.value.get_ref().clone())).collect();
    Some(RuleOverride { source, fields, place })
}

impl Mistakes {
    fn packs(packs: Vec<PackError>) -> Self {
        Self { packs, unread: Vec::new(), config: None, told: Cell::new(false) }
    }

    fn unread(unread: Vec<InputError>) -> Self {
        Self { packs: Vec::new(), unread, config: None, told: Cell::new(false) }
    }

    fn config(errors: ConfigErrors) -> Self {
        Self { packs: Vec::new(), unread: Vec::new(), config: Some(errors), told: Cell::new(false) }
    }

    /// The mistakes as problems of the run, the first time that they are asked for.
    pub(super) fn first_time(&self) -> Option<Vec<Problem>> {
        if self.told.replace(true) {
            return None;
        }
        let packs = self.packs.iter().map(|error| Problem {
            path: Some(error.path().to_owned()),
            kind: ProblemKind::Pack,
            message: format!("{}: {error}", error.place()),
        });
        let unread = self.unread.iter().map(InputError::problem);
        let config = self.config.iter().flat_map(|errors| errors.iter().map(|error| error.problem()));
        Some(packs.chain(unread).chain(config).collect())
    }

    /// Prints the mistakes with their excerpts.
    pub(super) fn show(&self, terminal: &Terminal) {
        for error in &self.packs {
            terminal.show(error);
        }
        for error in &self.unread {
            terminal.problems(&[error.problem()]);
        }
        if let Some(errors) = &self.config {
            terminal.show(errors);
        }
    }
}
