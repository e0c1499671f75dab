//! From files to a rule set: shipped packs at build time, users' packs at run time, by the same way.

mod kin;

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check::{Checker, Conditions, Known, Sources, full_name};
use super::definition::{Pack, Rule};
use super::elements::adopt;
use super::inherit::inherit;
use super::intern::Interner;
use super::schema::{LexiconFile, PackFile, RuleFile};
use super::set::RuleSet;
use crate::lexicon::{Lexicon, Ontology, OntologyFile};
use crate::report::{PackError, RuleId};
use crate::text::NamedText;

use kin::Told;

/// A pack that is one file: `[pack]`, `[[rule]]`, `[lexicon]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SinglePack {
    pack: PackFile,
    #[serde(default)]
    rule: Vec<RuleFile>,
    #[serde(default)]
    lexicon: LexiconFile,
    #[serde(default)]
    ontology: OntologyFile,
}

/// A rule file before it is checked.
struct Unchecked {
    source: usize,
    pack: usize,
    file: RuleFile,
    /// Whether what it is like was not found; then what it lacks is not told again.
    orphan: bool,
}

/// Reads packs: files with paths relative to where packs are looked for, such as `ccpa/deletion-exceptions.toml`. Files in a folder named `lexicon` are lexicon files, those in
/// `lexicon/ontology` ontology files; `pack.toml` is a pack's own, a file with `[pack]`
/// is a whole pack, all others are rules of the pack in whose folder they lie.
///
/// `overrides` gives the fields of a rule, by its id, that `policylint.toml` replaces.
///
/// # Errors
/// Every mistake in every file, each at its place.
pub fn load(
    sources: &[NamedText],
    overrides: impl Fn(&RuleId) -> Option<RuleOverride>,
) -> Result<RuleSet, Vec<PackError>> {
    let mut loader = Loader {
        sources,
        errors: Vec::new(),
        lexicon: Lexicon::new(),
        interner: Interner::default(),
        statutes: Sources::default(),
        ontology: Vec::new(),
        packs: Vec::new(),
        conditions: Conditions::default(),
        rules: Vec::new(),
    };
    let lexicons = loader.read();
    loader.lexicons(&lexicons);
    loader.default_audiences();
    let packs = loader.check_packs();
    loader.inherit_all();
    let rules = loader.check_rules(&packs, &overrides);
    loader.lexicon.vocabulary.index();
    if !loader.errors.is_empty() {
        return Err(loader.errors);
    }
    Ok(RuleSet::new(loader.lexicon, packs, rules, loader.interner.done()))
}

/// Fields of a rule that a configuration file replaces.
#[derive(Debug, Clone)]
pub struct RuleOverride {
    /// The configuration file, for messages.
    pub source: NamedText,
    /// The fields, as TOML.
    pub fields: toml::Table,
    /// Bytes of the override in the configuration file.
    pub place: std::ops::Range<usize>,
}

struct Loader<'a> {
    sources: &'a [NamedText],
    errors: Vec<PackError>,
    lexicon: Lexicon,
    interner: Interner,
    statutes: Sources,
    ontology: Vec<(usize, OntologyFile)>,
    packs: Vec<(usize, PackFile)>,
    conditions: Conditions,
    rules: Vec<Unchecked>,
}

impl Loader<'_> {
    fn parse<T: DeserializeOwned>(&mut self, source: usize) -> Option<T> {
        let file = &self.sources[source];
        match toml::from_str(file.text()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push(PackError::from_toml(file, &error));
                None
            }
        }
    }

    /// Parses all files; gives the lexicon files back.
    fn read(&mut self) -> Vec<(usize, LexiconFile)> {
        let mut lexicons = Vec::new();
        let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
        let sources = self.sources;
        for (number, source) in sources.iter().enumerate() {
            let (folder, name) = source.name().rsplit_once('/').unwrap_or(("", source.name()));
            if name == "pack.toml"
                && let Some(pack) = self.parse::<PackFile>(number)
            {
                folders.insert(folder, self.packs.len());
                self.packs.push((number, pack));
            }
        }
        for (number, source) in sources.iter().enumerate() {
            let (folder, name) = source.name().rsplit_once('/').unwrap_or(("", source.name()));
            if name == "pack.toml" {
                continue;
            }
            if folder == "lexicon/ontology" || folder.ends_with("/lexicon/ontology") {
                let file = self.parse::<OntologyFile>(number);
                self.ontology.extend(file.map(|file| (number, file)));
            } else if folder == "lexicon" || folder.ends_with("/lexicon") || folder.contains("lexicon/") {
                lexicons.extend(self.parse::<LexiconFile>(number).map(|file| (number, file)));
            } else if let Some(pack) =
                folders.iter().filter(|(at, _)| is_under(folder, at)).map(|(_, pack)| *pack).next_back()
            {
                let file = self.parse::<RuleFile>(number);
                self.rules.extend(file.map(|file| Unchecked { source: number, pack, file, orphan: false }));
            } else if source.text().contains("[pack]") {
                if let Some(single) = self.parse::<SinglePack>(number) {
                    let pack = self.packs.len();
                    self.packs.push((number, single.pack));
                    self.rules.extend(single.rule.into_iter().map(|file| Unchecked {
                        source: number,
                        pack,
                        file,
                        orphan: false,
                    }));
                    lexicons.push((number, single.lexicon));
                    self.ontology.push((number, single.ontology));
                }
            } else {
                let error = PackError::new(source, 0..0, "this rule belongs to no pack");
                self.errors
                    .push(error.with_help(
                        "put a `pack.toml` beside it, or make the file a pack with `[pack]` and `[[rule]]`",
                    ));
            }
        }
        lexicons
    }

    fn checker(&mut self, source: usize) -> Checker<'_> {
        Checker {
            file: &self.sources[source],
            lexicon: &mut self.lexicon,
            interner: &mut self.interner,
            sources: &mut self.statutes,
            errors: &mut self.errors,
        }
    }

    fn lexicons(&mut self, files: &[(usize, LexiconFile)]) {
        for (source, file) in files {
            self.checker(*source).declare_lexicon(file);
        }
        for (source, file) in files {
            self.checker(*source).fill_classes(file);
        }
        // Classes may hold classes that hold classes; more than three deep is a maze, not a lexicon.
        for round in 0..3 {
            for (source, file) in files {
                self.checker(*source).include_classes(file, round == 0);
            }
        }
        self.build_ontology();
        for (source, file) in files {
            self.checker(*source).fill_audiences(file);
        }
        self.lexicon.close_audiences();
    }

    fn build_ontology(&mut self) {
        let (numbers, files): (Vec<usize>, Vec<OntologyFile>) = std::mem::take(&mut self.ontology).into_iter().unzip();
        match Ontology::build(&files, &mut self.lexicon.vocabulary) {
            Ok(ontology) => self.lexicon.ontology = ontology,
            Err(errors) => self.errors.extend(errors.into_iter().map(|error| {
                let file = &self.sources[numbers[error.file]];
                PackError::new(file, error.range, error.message).with_suggestion(error.suggestion)
            })),
        }
    }

    /// Gives the rules of a law's pack the audiences of the law, before they inherit any: a rule for Utah that is like one for Iowa is
    /// for Utah.
    fn default_audiences(&mut self) {
        let known = self.lexicon.audience_names();
        for rule in self.rules.iter_mut().filter(|rule| rule.file.audiences.is_none()) {
            let law = self.packs.get(rule.pack).and_then(|(_, pack)| pack.law.as_ref());
            // A name that there isn't is told once, of the pack.
            let audiences =
                law.into_iter().flat_map(|law| &law.audiences).filter(|name| known.contains(name.get_ref()));
            let audiences: Vec<_> = audiences.cloned().collect();
            rule.file.audiences = (!audiences.is_empty()).then_some(audiences);
        }
    }

    /// Writes the pack into the names of the conditions that rules take over, before other packs' rules inherit them; gives the names.
    fn name_conditions(&mut self) -> HashSet<String> {
        let mut used = HashSet::new();
        for rule in &mut self.rules {
            let Some((_, pack)) = self.packs.get(rule.pack) else { continue };
            let conditions = rule.file.when.iter_mut().chain(&mut rule.file.unless).flatten();
            for like in conditions.filter_map(|condition| condition.like.as_mut()) {
                *like.get_mut() = full_name(like.get_ref(), pack.id.get_ref());
                used.insert(like.get_ref().clone());
            }
        }
        for (_, pack) in &self.packs {
            let taken = pack.law.iter().flat_map(|law| &law.unless).filter_map(|condition| condition.like.as_ref());
            used.extend(taken.map(|like| full_name(like.get_ref(), pack.id.get_ref())));
        }
        used
    }

    fn check_packs(&mut self) -> Vec<Pack> {
        let used = self.name_conditions();
        let files = std::mem::take(&mut self.packs);
        let mut conditions = Conditions::default();
        for (source, file) in &files {
            self.checker(*source).declare_conditions(file, &used, &mut conditions);
        }
        self.conditions = conditions;
        let ids = self.rules.iter().filter_map(|rule| rule.file.id.as_ref());
        let known = Known {
            packs: files.iter().map(|(_, file)| file.id.get_ref().clone()).collect(),
            rules: ids.map(|id| id.get_ref().clone()).collect(),
            conditions: std::mem::take(&mut self.conditions),
        };
        let packs = files.iter().map(|(source, file)| self.checker(*source).pack(file, &known)).collect();
        self.conditions = known.conditions;
        packs
    }

    fn check_rules(&mut self, packs: &[Pack], overrides: &dyn Fn(&RuleId) -> Option<RuleOverride>) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::with_capacity(self.rules.len());
        let mut numbers: Vec<usize> = Vec::with_capacity(self.rules.len());
        let files = std::mem::take(&mut self.rules);
        let conditions = std::mem::take(&mut self.conditions);
        let mut told = Told::default();
        for (number, rule) in files.iter().enumerate().filter(|(_, rule)| !rule.orphan) {
            told.take(&mut self.errors);
            told.of(number);
            let Unchecked { source, pack, file, .. } = rule;
            let changes = file.id.as_ref().and_then(|id| overrides(&RuleId(id.get_ref().clone())));
            let Some(pack) = packs.get(*pack) else { continue };
            let rule = match changes {
                Some(change) => {
                    let file = self.overridden(file, &change);
                    file.and_then(|file| self.checker(*source).rule(&file, pack, &conditions))
                }
                None => self.checker(*source).rule(file, pack, &conditions),
            };
            let Some(rule) = rule else { continue };
            if let Some(other) = rules.iter().find(|other| other.id == rule.id) {
                let source = &self.sources[*source];
                let place = file.id.as_ref().map_or(0..0, toml::Spanned::span);
                let message = format!("the rule `{}` stands in {} already", rule.id, other.path);
                self.errors.push(PackError::new(source, place, message));
                continue;
            }
            rules.push(rule);
            numbers.push(number);
        }
        for misfit in adopt(&mut rules) {
            told.take(&mut self.errors);
            told.of(numbers[misfit.rule]);
            self.misfit(&files[numbers[misfit.rule]], &misfit, &files);
        }
        told.take(&mut self.errors);
        self.errors.extend(told.without_inherited(&files));
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        rules
    }

    fn overridden(&mut self, file: &RuleFile, change: &RuleOverride) -> Option<RuleFile> {
        let text = toml::to_string(&change.fields).unwrap_or_default();
        match toml::from_str::<RuleFile>(&text) {
            Ok(mut merged) => {
                merged.id.clone_from(&file.id);
                inherit(&mut merged, file);
                merged.pass.clone_from(&file.pass);
                merged.fail.clone_from(&file.fail);
                Some(merged)
            }
            Err(error) => {
                let message = error.message().trim().replace('\n', ", ");
                self.errors.push(PackError::new(&change.source, change.place.clone(), message));
                None
            }
        }
    }
}

fn is_under(folder: &str, parent: &str) -> bool {
    parent.is_empty() || folder == parent || folder.strip_prefix(parent).is_some_and(|rest| rest.starts_with('/'))
}
