//! What is missing, by law: findings about one disclosure that several laws ask for alike are one entry.

use std::collections::BTreeMap;

use crate::report::{AlsoAsked, Diagnostic, Lack, Severity, Shortfall};

/// What one law, or several that ask alike, find lacking in one document.
#[derive(Debug)]
pub(super) struct Block<'r> {
    /// Which document.
    pub(super) document: usize,
    /// The laws, in order of id; none for what any policy should say.
    pub(super) laws: Vec<&'r str>,
    /// The entries, the gravest first.
    pub(super) entries: Vec<Entry<'r>>,
}

/// One disclosure that is missing, partial or out of date, and all rules that say so.
#[derive(Debug)]
pub(super) struct Entry<'r> {
    /// The findings, in order of law.
    pub(super) found: Vec<(&'r Diagnostic, &'r Lack)>,
}

impl<'r> Entry<'r> {
    /// The finding in whose words it is told: of those that lack no more than all others do, the gravest.
    pub(super) fn first(&self) -> Option<(&'r Diagnostic, &'r Lack)> {
        let core = self.core().len();
        let least = self.found.iter().filter(|(_, lack)| lack.lacks.len() == core);
        least.rev().max_by_key(|(found, _)| found.severity).copied()
    }

    /// What every finding lacks.
    pub(super) fn core(&self) -> &'r [String] {
        self.found.iter().map(|(_, lack)| lack.lacks.as_slice()).min_by_key(|lacks| lacks.len()).unwrap_or_default()
    }

    /// What only some findings lack, each with the laws that ask for it.
    pub(super) fn extras(&self) -> Vec<(&'r str, Vec<&'r str>)> {
        let core = self.core();
        let mut extras: Vec<(&str, Vec<&str>)> = Vec::new();
        for (found, lack) in &self.found {
            for lacked in lack.lacks.iter().filter(|lacked| !core.contains(lacked)) {
                let law = found.law.as_deref().unwrap_or_default();
                match extras.iter_mut().find(|(known, _)| known == lacked) {
                    Some((_, laws)) => laws.push(law),
                    None => extras.push((lacked, vec![law])),
                }
            }
        }
        extras
    }

    /// The gravest severity.
    pub(super) fn severity(&self) -> Severity {
        self.found.iter().map(|(found, _)| found.severity).max().unwrap_or(Severity::Note)
    }

    /// How far it falls short.
    pub(super) fn shortfall(&self) -> Shortfall {
        self.found.first().map_or(Shortfall::Missing, |(_, lack)| lack.shortfall)
    }

    /// Rules whose findings are told with one of these.
    pub(super) fn with(&self) -> impl Iterator<Item = &'r AlsoAsked> {
        self.found.iter().flat_map(|(_, lack)| &lack.with)
    }

    /// The laws that ask for it.
    pub(super) fn laws(&self) -> Vec<&'r str> {
        let own = self.found.iter().map(|(found, _)| found.law.as_deref());
        let mut laws: Vec<&str> = own.chain(self.with().map(|with| with.law.as_deref())).flatten().collect();
        laws.sort_unstable();
        laws.dedup();
        laws
    }
}

impl Block<'_> {
    /// The gravest severity.
    pub(super) fn severity(&self) -> Severity {
        self.entries.iter().map(Entry::severity).max().unwrap_or(Severity::Note)
    }

    /// How many entries fall short that far.
    pub(super) fn count(&self, shortfall: Shortfall) -> usize {
        self.entries.iter().filter(|entry| entry.shortfall() == shortfall).count()
    }
}

/// The blocks of a file's findings, document by document: a block for each law, one for what several laws ask for alike, one for what
/// any policy should say.
pub(super) fn blocks(diagnostics: &[Diagnostic]) -> Vec<Block<'_>> {
    let mut alike: BTreeMap<_, Vec<(&Diagnostic, &Lack)>> = BTreeMap::new();
    for found in diagnostics {
        let Some(lack) = &found.lack else { continue };
        // What is partial under several laws is so in one entry, although they miss more or less of it.
        let message = (lack.shortfall == Shortfall::Missing).then_some(&found.message);
        alike.entry((found.document, &lack.family, message)).or_default().push((found, lack));
    }
    let entries = alike
        .into_iter()
        .flat_map(|((document, ..), found)| entries(found).into_iter().map(move |entry| (document, entry)));
    // One law each, then several, then none.
    let mut blocks: BTreeMap<(usize, usize, Option<&str>), Vec<Entry<'_>>> = BTreeMap::new();
    for (document, mut entry) in entries {
        entry.found.sort_by_key(|(found, _)| (&found.law, &found.rule));
        let place = match entry.laws().as_slice() {
            [] => (2, None),
            [law] => (0, Some(*law)),
            _ => (1, None),
        };
        blocks.entry((document, place.0, place.1)).or_default().push(entry);
    }
    blocks.into_iter().map(|((document, ..), entries)| block(document, entries)).collect()
}

/// Puts together findings of which one misses what each of the others misses, too.
fn entries<'r>(mut found: Vec<(&'r Diagnostic, &'r Lack)>) -> Vec<Entry<'r>> {
    found.sort_by_key(|(_, lack)| lack.lacks.len());
    let mut entries: Vec<Entry<'r>> = Vec::new();
    for (diagnostic, lack) in found {
        let fits = |entry: &&mut Entry<'r>| entry.core().iter().all(|lacked| lack.lacks.contains(lacked));
        match entries.iter_mut().find(fits) {
            Some(entry) => entry.found.push((diagnostic, lack)),
            None => entries.push(Entry { found: vec![(diagnostic, lack)] }),
        }
    }
    entries
}

fn block(document: usize, mut entries: Vec<Entry<'_>>) -> Block<'_> {
    let mut laws: Vec<&str> = entries.iter().flat_map(Entry::laws).collect();
    laws.sort_unstable();
    laws.dedup();
    entries.sort_by_key(|entry| {
        let first = entry.first();
        let place = first.map(|(found, _)| (found.primary.span.start(), &found.rule));
        (std::cmp::Reverse(entry.severity()), entry.shortfall(), place)
    });
    Block { document, laws, entries }
}
