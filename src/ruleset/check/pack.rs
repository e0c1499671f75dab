//! A pack's own file: the law it speaks for and what brings that law into play.

use super::Checker;
use crate::ruleset::definition::{Edition, ExpectedStatus, Law, LawExample, Pack};
use crate::ruleset::schema::{LawFile, PackFile};

const STATUSES: [(&str, ExpectedStatus); 3] =
    [("named", ExpectedStatus::Named), ("inferred", ExpectedStatus::Inferred), ("none", ExpectedStatus::None)];

impl Checker<'_> {
    /// Checks a pack, one of `packs`; its rules come later.
    pub(in crate::ruleset) fn pack(&mut self, file: &PackFile, packs: &[String]) -> Pack {
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
            law: file.law.as_ref().map(|law| self.law(law, packs)),
            editions,
            path: self.file.name().to_owned(),
        }
    }

    fn law(&mut self, file: &LawFile, packs: &[String]) -> Law {
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
            follows: file.follows.as_ref().and_then(|follows| self.declared(follows, "law", packs)),
            addressed: self.audience_ids(&file.addressed),
            named: self.patterns(&file.named, &needs),
            inferred: self.patterns(&file.inferred, &needs),
            unless: self.patterns(&file.unless, &[]),
            examples,
        }
    }
}
