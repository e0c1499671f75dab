//! A rule's own examples, run: what `policylint test` does.

use crate::config::Config;
use crate::doc::{self, Format, SentenceId};
use crate::facts::Facts;
use crate::report::{Diagnostic, LawStatus, PackError, Persona};
use crate::ruleset::{Example, ExampleFormat, ExpectedStatus, Law, Pack, PhraseId, Rule, RuleSet};
use crate::text::{NamedText, SourceText};

use super::check::{Source, check_with};
use super::laws::laws_in_play;
use super::pattern::Finder;
use super::project::{Project, summarize};
use super::settings::{LawChoice, Settings, Today};

/// What running the examples of packs gave.
#[derive(Debug, Default)]
pub struct ExampleReport {
    /// Rules tested.
    pub rules: usize,
    /// Examples run.
    pub examples: usize,
    /// What did not hold, each at its place in the pack.
    pub failures: Vec<PackError>,
}

/// Runs the examples of all rules and laws of `rules` whose files are among `sources`, and finds phrases that no example exercises.
///
/// A rule's own law counts as configured, so that examples need not name it; `today` is the day for examples that give none.
pub fn test_examples(rules: &RuleSet, sources: &[NamedText], today: Today) -> ExampleReport {
    let mut report = ExampleReport::default();
    for rule in rules.rules() {
        let Some(source) = sources.iter().find(|source| source.name() == rule.path) else { continue };
        let mut tester = Tester { rules, today, source, report: &mut report };
        tester.rule(rule);
    }
    for pack in rules.packs() {
        let Some(law) = &pack.law else { continue };
        if let Some(source) = sources.iter().find(|source| source.name() == pack.path) {
            Tester { rules, today, source, report: &mut report }.law(pack, law);
        }
    }
    report
}

struct Tester<'a> {
    rules: &'a RuleSet,
    today: Today,
    source: &'a NamedText,
    report: &'a mut ExampleReport,
}

impl Tester<'_> {
    fn fail(&mut self, place: (usize, usize), message: impl Into<String>, help: impl Into<String>) {
        let error = PackError::new(self.source, place.0..place.1, message);
        self.report.failures.push(error.with_help(help));
    }

    fn rule(&mut self, rule: &Rule) {
        self.report.rules += 1;
        for example in &rule.explanation.pass {
            self.report.examples += 1;
            if let Some(found) = self.run(rule, example).first() {
                let message = format!("`{}` speaks on a text that passes: {}", rule.id, found.message);
                self.fail(example.place, message, "narrow the rule, or make this a `[[fail]]` example");
            }
        }
        for example in &rule.explanation.fail {
            self.report.examples += 1;
            self.failing(rule, example);
        }
        self.exercised(rule);
    }

    fn failing(&mut self, rule: &Rule, example: &Example) {
        let found = self.run(rule, example);
        let Some(first) = found.first() else {
            let message = format!("`{}` is silent on a text that fails", rule.id);
            return self.fail(example.place, message, "widen the rule, or make this a `[[pass]]` example");
        };
        if let Some(wanted) = &example.excerpt
            && let Ok(text) = SourceText::new(example.whole().as_bytes())
        {
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let pointed = words(text.slice(first.primary.span));
            if pointed != words(wanted) {
                let message = format!("`{}` points at “{pointed}”, not at “{}”", rule.id, words(wanted));
                self.fail(example.place, message, "correct `excerpt`, or the rule");
            }
        }
        if let Some(wanted) = example.says.as_ref().filter(|wanted| !first.message.contains(wanted.as_str())) {
            let message = format!("`{}` says “{}”, which does not hold “{wanted}”", rule.id, first.message);
            self.fail(example.place, message, "correct `says`, or the rule");
        }
    }

    fn run(&self, rule: &Rule, example: &Example) -> Vec<Diagnostic> {
        let Ok(text) = SourceText::new(example.whole().as_bytes()) else { return Vec::new() };
        let settings = Settings {
            laws: LawChoice::These(rule.law.iter().cloned().collect()),
            document_type: example.document_type.clone(),
            persona: Persona::Auditor,
            only: vec![rule.id.0.clone()],
            levels: std::iter::once((rule.id.0.clone(), super::settings::Level::On)).collect(),
            ..Settings::default()
        };
        let today = example.today.map_or(self.today, Today);
        let path = example.path.clone().unwrap_or_else(|| "example".to_owned());
        let source = Source { path, text, format: format_of(example) };
        let project = project(example, &source);
        let mut report = check_with(self.rules, &settings, today, &source, &project);
        report.settle(|file| Some(example.files.iter().any(|there| there == file)));
        report.diagnostics
    }

    /// A phrase that no example exercises may never match at all; who would know?
    fn exercised(&mut self, rule: &Rule) {
        let phrases = |rule: &Rule| [self.rules.phrases(rule.patterns()), rule.loose_phrases()].concat();
        let mut idle = phrases(rule);
        if let Some(parent) = rule.like.as_ref().and_then(|like| self.rules.rule(like)) {
            let inherited = phrases(parent);
            idle.retain(|phrase| !inherited.contains(phrase));
        }
        // What all rules of a law have taken over, the law's own examples show.
        let law = rule.law.as_ref().and_then(|law| self.rules.pack(law)?.law.as_ref());
        let shared = self.rules.phrases(law.iter().flat_map(|law| &law.unless).map(|excuse| &excuse.pattern));
        idle.retain(|phrase| !shared.contains(phrase));
        let texts: Vec<(&str, Format)> = rule
            .explanation
            .pass
            .iter()
            .chain(&rule.explanation.fail)
            .map(|example| (example.text.as_str(), format_of(example)))
            .collect();
        self.report_idle(idle, &texts);
    }

    fn report_idle(&mut self, mut idle: Vec<PhraseId>, texts: &[(&str, Format)]) {
        for (text, format) in texts {
            if idle.is_empty() {
                return;
            }
            let Ok(text) = SourceText::new(text.as_bytes()) else { continue };
            let reading = doc::read(&text, *format);
            let facts = Facts::new(&reading, self.rules.lexicon());
            let mut finder = Finder::new(&facts, self.rules, self.today);
            let sentences = 0..u32::try_from(reading.sentences.len()).unwrap_or(0);
            idle.retain(|phrase| {
                !sentences.clone().any(|at| finder.any_in(std::slice::from_ref(phrase), SentenceId(at)))
            });
        }
        for phrase in idle {
            let phrase = self.rules.phrase(phrase);
            let start = self.source.text().find(phrase.text()).unwrap_or(0);
            let message = format!("no example exercises the phrase `{}`", phrase.text());
            self.fail((start, start + phrase.text().len()), message, "add an example that it matches, or take it out");
        }
    }

    fn law(&mut self, pack: &Pack, law: &Law) {
        for example in &law.examples {
            self.report.examples += 1;
            let Ok(text) = SourceText::new(example.text.as_bytes()) else { continue };
            let reading = doc::read(&text, Format::Markdown);
            let facts = Facts::new(&reading, self.rules.lexicon());
            let mut finder = Finder::new(&facts, self.rules, self.today);
            let laws = laws_in_play(self.rules, &Settings::default(), None, &mut finder, &text);
            let found = laws.iter().find(|found| found.id == pack.id).map(|found| found.status);
            let holds = match example.expected {
                ExpectedStatus::Named => found == Some(LawStatus::Named),
                ExpectedStatus::Inferred => found == Some(LawStatus::Inferred),
                ExpectedStatus::None => found.is_none(),
            };
            if !holds {
                let found = found.map_or("not in play", LawStatus::name);
                let message = format!("with this text the law `{}` is {found}", pack.id);
                self.fail(example.place, message, "correct `status`, or the law's patterns");
            }
        }
        let excuses = law.unless.iter().map(|excuse| &excuse.pattern);
        let phrases = self.rules.phrases(law.named.iter().chain(&law.inferred).chain(excuses));
        let texts: Vec<(&str, Format)> =
            law.examples.iter().map(|example| (example.text.as_str(), Format::Markdown)).collect();
        self.report_idle(phrases, &texts);
    }
}

/// The example among the files that it lies beside.
fn project(example: &Example, source: &Source) -> Project {
    if example.beside.is_empty() {
        return Project::default();
    }
    let beside = example.beside.iter().filter_map(|(path, text)| {
        let text = SourceText::new(text.as_bytes()).ok()?;
        Some(Source { path: path.clone(), text, format: source.format })
    });
    let config = Config::default();
    Project::new(std::iter::once(source.clone()).chain(beside).map(|source| summarize(&config, &source)))
}

fn format_of(example: &Example) -> Format {
    match example.format {
        ExampleFormat::Markdown => Format::Markdown,
        ExampleFormat::Html => Format::Html,
        ExampleFormat::Plain => Format::Plain,
    }
}
