//! Conditions that a pack says once and its rules take over by name.

use std::collections::{BTreeMap, HashSet};

use super::Checker;
use super::pattern::{Reading, reads};
use crate::ruleset::definition::{Need, Pattern};
use crate::ruleset::schema::{PackFile, PatternFile, Text};
use crate::text::closest;

/// Every kind of markup: whether a rule may read it is asked of the rule.
const ALL: [Need; 5] = [Need::Links, Need::Headings, Need::Images, Need::Attributes, Need::Tables];

/// The conditions of all packs, by `<pack>/<name>`.
#[derive(Default)]
pub(in crate::ruleset) struct Conditions(BTreeMap<String, Condition>);

struct Condition {
    pattern: Pattern,
    /// What it reads beside words.
    reads: Vec<Reading>,
}

impl Checker<'_> {
    /// Checks the conditions of a pack, of which rules take over those `used`.
    pub(in crate::ruleset) fn declare_conditions(
        &mut self,
        file: &PackFile,
        used: &HashSet<String>,
        conditions: &mut Conditions,
    ) {
        for (name, condition) in &file.condition {
            if !used.contains(&full_name(name, file.id.get_ref())) {
                let place = condition.any.first().map_or(file.id.span(), Text::span);
                self.error(place, format!("no rule takes over the condition `{name}`"));
            }
            let pattern = self.patterns(std::slice::from_ref(condition), &ALL).remove(0);
            let reads = reads(condition).into_iter().map(|(_, reading)| reading).collect();
            conditions.0.insert(full_name(name, file.id.get_ref()), Condition { pattern, reads });
        }
    }

    /// Checks the conditions of a rule of `pack` that declares `needs`.
    pub(super) fn conditions(
        &mut self,
        files: Option<&[PatternFile]>,
        needs: &[Need],
        pack: &str,
        known: &Conditions,
    ) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for file in files.unwrap_or_default() {
            match &file.like {
                Some(like) => patterns.extend(self.taken_over(file, like, needs, pack, known)),
                None => patterns.extend(self.patterns(std::slice::from_ref(file), needs)),
            }
        }
        patterns
    }

    fn taken_over(
        &mut self,
        file: &PatternFile,
        like: &Text,
        needs: &[Need],
        pack: &str,
        known: &Conditions,
    ) -> Option<Pattern> {
        let Some(condition) = known.0.get(&full_name(like.get_ref(), pack)) else {
            // Loading wrote the pack before what the author wrote.
            let own = format!("{pack}/");
            let written = like.get_ref().strip_prefix(&own).unwrap_or(like.get_ref());
            let message = format!("no pack has a condition `{written}`");
            let names = known.0.keys().map(|name| name.strip_prefix(&own).unwrap_or(name));
            let help = match closest(written, names) {
                Some(name) => format!("did you mean `{name}`?"),
                None => "`pack.toml` says what it is: `[condition.<name>]`".to_owned(),
            };
            self.error_with_help(like.span(), message, Some(help));
            return None;
        };
        if !file.says_nothing_else() {
            let help = "say a condition of the rule's own in a block of its own".to_owned();
            self.error_with_help(like.span(), "a condition that is like another says only how grave it is", Some(help));
        }
        for reading in condition.reads.iter().filter(|reading| !needs.contains(&reading.need)) {
            self.error_with_help(like.span(), reading.says, Some(reading.help.to_owned()));
        }
        let severity = file.severity.or(condition.pattern.severity);
        Some(Pattern { severity, ..condition.pattern.clone() })
    }
}

/// A condition's name with its pack's; one without is of the pack at hand.
pub(in crate::ruleset) fn full_name(name: &str, pack: &str) -> String {
    if name.contains('/') { name.to_owned() } else { format!("{pack}/{name}") }
}
