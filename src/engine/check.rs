//! One source against all rules.

use crate::config::Config;
use crate::doc::{self, Format};
use crate::facts::{Facts, Languages};
use crate::report::{Diagnostic, DocumentSummary, FileReport, Question};
use crate::ruleset::{ExampleFormat, Kind, Referent, Reporting, Rule, RuleSet};
use crate::text::SourceText;

use super::cause::{proved_once, shown_once, told_once};
use super::context::Context;
use super::fingerprint::number_equals;
use super::kind;
use super::language;
use super::laws::{laws_in_play, not_in_force};
use super::pattern::Finder;
use super::project::Project;
use super::settings::{Level, Settings, Today};

/// One input: its name, its text, its format.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name, with `/`.
    pub path: String,
    /// Its text.
    pub text: SourceText,
    /// Its format.
    pub format: Format,
}

/// Checks one source by itself. Pure: the same inputs give the same report.
pub fn check(rules: &RuleSet, config: &Config, today: Today, source: &Source) -> FileReport {
    check_in(rules, config, today, source, &Project::default())
}

/// Checks one source among the other files of a run. Pure as well.
pub fn check_in(rules: &RuleSet, config: &Config, today: Today, source: &Source, project: &Project) -> FileReport {
    check_with(rules, &Settings::resolve(config, rules), today, source, project)
}

/// Checks one source with settings already resolved.
pub(super) fn check_with(
    rules: &RuleSet,
    settings: &Settings,
    today: Today,
    source: &Source,
    project: &Project,
) -> FileReport {
    with_context(rules, settings, today, source, project, |context| {
        let languages: Vec<&str> =
            context.facts.documents.iter().map(|document| document.languages.main.as_str()).collect();
        let mut diagnostics = Vec::new();
        let mut questions = Vec::new();
        for rule in rules.rules() {
            if !runs(rule, context)
                || !decidable_in(rule, source.format)
                || !languages.iter().any(|language| rule.speaks(language))
            {
                continue;
            }
            match &*rule.kind {
                Kind::Reference(reference) if reference.to == Referent::File => {
                    questions.extend(kind::files(rule, context));
                }
                _ => diagnostics.extend(kind::check(rule, context)),
            }
        }
        number_equals(questions.iter_mut().map(|question: &mut Question| &mut question.otherwise.fingerprint));
        language::leave_out_passages(&mut diagnostics, rules, context);
        let mut notices = not_in_force(rules, settings, today);
        notices.extend(language::notice(rules, context.facts));
        notices.extend(no_text(context.facts));
        FileReport {
            path: source.path.clone(),
            source: source.text.clone(),
            documents: summaries(context.source, context.facts),
            laws: context.laws.to_vec(),
            diagnostics: finish(diagnostics, rules, settings),
            questions,
            notices,
        }
    })
}

/// Says of a file without words that this is why everything is missing.
fn no_text(facts: &Facts<'_>) -> Option<String> {
    facts.analysis.tokens().is_empty().then(|| "this file holds no text that can be read".to_owned())
}

/// Reads a source, gathers its facts and the laws in play, and hands them to `work`.
pub(super) fn with_context<T>(
    rules: &RuleSet,
    settings: &Settings,
    today: Today,
    source: &Source,
    project: &Project,
    work: impl FnOnce(&mut Context<'_>) -> T,
) -> T {
    let reading = doc::read(&source.text, source.format);
    let mut facts = Facts::for_audience(&reading, rules.lexicon(), settings.audience.as_deref());
    apply_configured(&mut facts, settings);
    let mut finder = Finder::new(&facts, rules, today);
    let laws = laws_in_play(rules, settings, Some(today), &mut finder, &source.text);
    work(&mut Context::new(source, &facts, rules.lexicon(), settings, &laws, project, today, finder))
}

/// What the configuration says of the document beats what the text shows.
fn apply_configured(facts: &mut Facts<'_>, settings: &Settings) {
    for document in &mut facts.documents {
        if let Some(kind) = &settings.document_type {
            document.kind.clone_from(kind);
        }
        if let Some(language) = settings.language.as_ref().filter(|language| document.languages.main != **language) {
            document.languages = Languages { main: language.clone(), ..Languages::default() };
        }
    }
}

fn runs(rule: &Rule, context: &Context<'_>) -> bool {
    let settings = context.settings;
    let level = settings.levels.get(&rule.id.0);
    let on = match level {
        Some(Level::Off) => false,
        Some(Level::On | Level::At(_)) => true,
        None => rule.enabled,
    };
    // Who asks for a rule by its id is told of it, also where only `coverage` counts it.
    let told = rule.report == Reporting::Diagnostic || settings.only.contains(&rule.id.0);
    on && told
        && rule.persona <= settings.persona
        && rule.confidence >= settings.minimum_confidence
        && (settings.only.is_empty() || settings.only.contains(&rule.id.0))
        && context.in_force(rule)
        && !(rule.lawless && !context.laws.is_empty() && !settings.only.contains(&rule.id.0))
        && context.law(rule).is_some()
}

fn decidable_in(rule: &Rule, format: Format) -> bool {
    let own = match format {
        Format::Markdown => ExampleFormat::Markdown,
        Format::Html => ExampleFormat::Html,
        Format::Plain => ExampleFormat::Plain,
    };
    rule.formats.is_empty() || rule.formats.contains(&own)
}

/// In order of start, then rule; one cause told once, equal fingerprints told apart.
fn finish(mut diagnostics: Vec<Diagnostic>, rules: &RuleSet, settings: &Settings) -> Vec<Diagnostic> {
    diagnostics.retain(|diagnostic| diagnostic.confidence >= settings.minimum_confidence);
    for diagnostic in &mut diagnostics {
        if let (Some(lack), Some(rule)) = (&mut diagnostic.lack, rules.rule(&diagnostic.rule.0)) {
            lack.family = rules.root(rule).id.clone();
        }
    }
    proved_once(&mut diagnostics, rules);
    shown_once(&mut diagnostics, rules);
    let mut diagnostics = told_once(diagnostics, rules);
    diagnostics.sort_by(|a, b| {
        let key = |diagnostic: &Diagnostic| {
            (diagnostic.primary.span.start(), diagnostic.rule.clone(), diagnostic.primary.span.end())
        };
        key(a).cmp(&key(b))
    });
    number_equals(diagnostics.iter_mut().map(|diagnostic| &mut diagnostic.fingerprint));
    diagnostics
}

pub(super) fn summaries(source: &SourceText, facts: &Facts<'_>) -> Vec<DocumentSummary> {
    let reading = facts.reading;
    let documents = reading.documents.iter().zip(&facts.documents);
    documents
        .map(|(document, facts)| DocumentSummary {
            title: document.title.map_or("", |title| reading.words(reading.block(title).prose)).to_owned(),
            kind: facts.kind.clone(),
            audience: facts.audience.clone(),
            language: facts.languages.main.clone(),
            span: reading.span(source, document.prose),
        })
        .collect()
}
