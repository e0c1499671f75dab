//! A pack's own file: the law it speaks for and what brings that law into play.

use super::kind::kind_names;
use super::{Checker, Conditions};
use crate::ruleset::definition::{Edition, Excuse, ExpectedStatus, Law, LawExample, Pack};
use crate::ruleset::schema::{LawFile, PackFile, PatternFile};

const STATUSES: [(&str, ExpectedStatus); 3] =
    [("named", ExpectedStatus::Named), ("inferred", ExpectedStatus::Inferred), ("none", ExpectedStatus::None)];

/// What a pack may name, by its id.
pub(in crate::ruleset) struct Known {
    pub(in crate::ruleset) packs: Vec<String>,
    pub(in crate::ruleset) rules: Vec<String>,
    pub(in crate::ruleset) conditions: Conditions,
}

impl Checker<'_> {
    /// Checks a pack; its rules come later.
    pub(in crate::ruleset) fn pack(&mut self, file: &PackFile, known: &Known) -> Pack {
        let editions = file
            .edition
            .iter()
            .filter_map(|edition| {
                let since = self.date(&edition.since)?;
                let until = edition.until.as_ref().and_then(|until| self.date(until));
                Some(Edition { id: edition.id.clone(), name: edition.name.clone(), since, until })
            })
            .collect();
        Pack {
            id: file.id.get_ref().clone(),
            name: file.name.clone(),
            version: file.version.clone(),
            jurisdiction: file.jurisdiction.clone(),
            enabled: file.enabled,
            law: file.law.as_ref().map(|law| self.law(law, file.id.get_ref(), known)),
            editions,
            path: self.file.name().to_owned(),
        }
    }

    fn law(&mut self, file: &LawFile, pack: &str, known: &Known) -> Law {
        // The rules have taken them over; here they are only checked.
        self.audience_ids(&file.audiences);
        // A law's triggers may look at headings: a section for Californians is what names California.
        let needs = [crate::ruleset::definition::Need::Headings];
        let examples = file
            .example
            .iter()
            .filter_map(|example| {
                let expected = self.choice(&example.status, "status", &STATUSES)?;
                let span = example.text.span();
                Some(LawExample { text: example.text.get_ref().clone(), expected, place: (span.start, span.end) })
            })
            .collect();
        Law {
            name: file.name.clone(),
            follows: file.follows.as_ref().and_then(|follows| self.declared(follows, "law", &known.packs)),
            addressed: self.audience_ids(&file.addressed),
            named: self.patterns(&file.named, &needs),
            inferred: self.patterns(&file.inferred, &needs),
            unless: file.unless.iter().filter_map(|excuse| self.excuse(excuse, pack, known)).collect(),
            examples,
        }
    }

    fn excuse(&mut self, file: &PatternFile, pack: &str, known: &Known) -> Option<Excuse> {
        let kinds: Vec<String> = kind_names().map(str::to_owned).collect();
        let own = format!("{pack}/");
        let rules: Vec<String> = known.rules.iter().filter(|rule| rule.starts_with(&own)).cloned().collect();
        let bare = PatternFile { kinds: Vec::new(), except: Vec::new(), ..file.clone() };
        let pattern = self.conditions(Some(&[bare]), &[], pack, &known.conditions).pop()?;
        Some(Excuse {
            pattern,
            kinds: file.kinds.iter().filter_map(|kind| self.declared(kind, "kind of rule", &kinds)).collect(),
            except: file.except.iter().filter_map(|rule| self.declared(rule, "rule of this pack", &rules)).collect(),
        })
    }
}
