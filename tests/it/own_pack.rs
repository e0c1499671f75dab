//! Rules that tests write themselves: a pack of one file beside the shipped ones.

use std::cell::OnceCell;

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Asked, ExampleReport, Source, Today, check, coverage, test_examples};
use policylint::report::{FileReport, Requirement};
use policylint::ruleset::{RuleSet, load};
use policylint::text::{NamedText, SourceText};

use crate::support::today;

/// A pack of rules that belong to no law.
pub(crate) struct OwnPack {
    text: NamedText,
    rules: OnceCell<RuleSet>,
}

impl OwnPack {
    /// The pack of these rules: `[[rule]]` tables.
    pub(crate) fn new(rules: &str) -> Self {
        let head = "[pack]\nid = \"own\"\nname = \"own\"\nversion = \"1\"\n\n";
        Self { text: NamedText::new("own.toml", format!("{head}{rules}")), rules: OnceCell::new() }
    }

    fn sources(&self) -> Vec<NamedText> {
        let mut sources = policylint::engine::shipped_sources();
        sources.push(self.text.clone());
        sources
    }

    /// The rules, with the shipped ones.
    pub(crate) fn load(&self) -> &RuleSet {
        let load = || load(&self.sources(), |_| None).unwrap_or_else(|errors| panic!("{:#?}", told(&errors)));
        self.rules.get_or_init(load)
    }

    /// What is wrong with the pack.
    pub(crate) fn errors(&self) -> Vec<String> {
        load(&self.sources(), |_| None).map_or_else(|errors| told(&errors), |_| Vec::new())
    }

    /// Its examples, run.
    pub(crate) fn examples(&self) -> ExampleReport {
        test_examples(self.load(), std::slice::from_ref(&self.text), today())
    }

    /// What its rules say of a text.
    pub(crate) fn check(&self, text: &str) -> Vec<String> {
        self.check_as(Format::Markdown, text)
    }

    /// What its rules say of a text in some format.
    pub(crate) fn check_as(&self, format: Format, text: &str) -> Vec<String> {
        let report = self.report(format, text, today());
        let own = report.diagnostics.iter().filter(|found| found.rule.0.starts_with("own/"));
        own.map(|found| format!("{} @ {}", found.message, report.source.slice(found.primary.span))).collect()
    }

    /// Everything that is said of a text on some day.
    pub(crate) fn report(&self, format: Format, text: &str, today: Today) -> FileReport {
        check(self.load(), &Config::default(), today, &source(format, text))
    }

    /// How a text stands to one of its requirements on some day.
    pub(crate) fn requirement(&self, id: &str, text: &str, today: Today) -> Requirement {
        self.requirement_as(id, Format::Markdown, text, today)
    }

    /// The same for a text in some format.
    pub(crate) fn requirement_as(&self, id: &str, format: Format, text: &str, today: Today) -> Requirement {
        let report = coverage(self.load(), &Config::default(), &Asked::All, today, &source(format, text));
        report.requirements.into_iter().find(|requirement| requirement.id == id).unwrap()
    }
}

/// Status, what is lacking and the sentences that speak to it.
pub(crate) fn standing(requirement: &Requirement) -> String {
    let evidence: Vec<&str> = requirement.evidence.iter().map(|passage| passage.text.as_str()).collect();
    format!("{} lacks {:?} has {evidence:?}", requirement.status.name(), requirement.lacks)
}

fn source(format: Format, text: &str) -> Source {
    Source { path: "policy".into(), text: SourceText::new(text.as_bytes()).unwrap(), format }
}

fn told(errors: &[policylint::report::PackError]) -> Vec<String> {
    let help = |error| miette::Diagnostic::help(error).map(|help| format!(" ({help})")).unwrap_or_default();
    errors.iter().map(|error| format!("{}: {error}{}", error.place(), help(error))).collect()
}
