//! What the rules on contradictions say of a text, whoever is shown it.

use std::path::Path;
use std::sync::Arc;

use policylint::config::{Config, ConfigFile, ConfigStack};
use policylint::doc::Format;
use policylint::engine::{Source, check, shipped_rules};
use policylint::report::{Diagnostic, FileReport};
use policylint::ruleset::RuleSet;
use policylint::text::{NamedText, SourceText};

use crate::support::today;

/// The rules on contradictions and nothing else, notes for reviewers included.
pub(super) struct Judge {
    rules: Arc<RuleSet>,
    config: Config,
}

impl Judge {
    pub(super) fn new() -> Self {
        let text = "persona = \"auditor\"\n[policy]\nlaws = [\"ftc\"]\n[rules]\n\"*\" = \"off\"\n\"contradiction/*\" = { enabled = true }\n\"general/date-several-disagree\" = { enabled = true }\n\"ftc/retention-deletion-claims\" = { enabled = true }\n";
        let given = ConfigFile::parse(NamedText::new("policylint.toml", text.to_owned()), Path::new("")).unwrap();
        let config = ConfigStack::new(Vec::new(), vec![given]).for_file(Path::new("policy.md"));
        Self { rules: shipped_rules(), config }
    }

    pub(super) fn report(&self, format: Format, text: &str) -> FileReport {
        let source = Source { path: "policy".into(), text: SourceText::new(text.as_bytes()).unwrap(), format };
        check(&self.rules, &self.config, today(), &source)
    }
}

/// The words of each place of a diagnostic.
pub(super) fn places(report: &FileReport, found: &Diagnostic) -> Vec<String> {
    found.labels().map(|label| report.source.slice(label.span).to_owned()).collect()
}
