//! A law for people to read: its editions, what brings it into play, its rules; and the lists of all laws.

use std::fmt::Write;

use super::explain::{sentence, triggers};
use crate::lexicon::state_name;
use crate::report::Severity;
use crate::ruleset::{Law, Pack, Rule, RuleSet};

/// The page of a pack and of the law that it speaks for, in Markdown: what `policylint explain` prints and `docs/rules/` holds.
pub fn law_page(rules: &RuleSet, pack: &Pack) -> String {
    let name = pack.law.as_ref().map_or(&pack.name, |law| &law.name);
    let mut page = format!("# {}\n\n{}\n\n| | |\n| --- | --- |\n", pack.id, sentence(name));
    if let Some(code) = &pack.jurisdiction {
        let place = state_name(code).map_or_else(|| code.clone(), |state| format!("{state} ({code})"));
        let _ = writeln!(page, "| jurisdiction | {place} |");
    }
    let own = rules_of(rules, pack);
    let _ = writeln!(page, "| pack | {} |\n| rules | {} |", pack.version, counts(&own));
    if !pack.editions.is_empty() {
        page.push_str("\n## Editions\n\n");
        for edition in &pack.editions {
            let until = edition.until.map_or_else(String::new, |until| format!(" to {until}"));
            let _ = writeln!(page, "* {}: from {}{until}", edition.name, edition.since);
        }
    }
    if let Some(law) = &pack.law {
        in_play(&mut page, rules, pack, law);
    } else if !pack.enabled {
        page.push_str("\nIts rules run only where the configuration turns them on.\n");
    }
    page.push_str("\n## Rules\n\n| rule | severity | what it checks |\n| --- | --- | --- |\n");
    for rule in own {
        let name = rule.id.0.rsplit('/').next().unwrap_or_default();
        let _ = writeln!(page, "| [{}]({name}.md) | {} | {} |", rule.id, rule.severity.name(), rule.title);
    }
    page
}

fn in_play(page: &mut String, rules: &RuleSet, pack: &Pack, law: &Law) {
    let id = &pack.id;
    let _ = write!(
        page,
        "\n## How it comes into play\n\nWhere it is configured: `laws = [\"{id}\"]` under `[policy]`, or `--law {id}`.\n"
    );
    if !law.named.is_empty() {
        page.push_str("\nWhere a text names it, or those it protects, with words such as:\n\n");
        triggers(page, rules, &law.named);
    }
    match (law.inferred.is_empty(), pack.enabled) {
        (true, _) => {}
        (false, true) => {
            page.push_str("\nWhere a text points to it; then what it asks for counts one level less:\n\n");
            triggers(page, rules, &law.inferred);
        }
        (false, false) => page.push_str("\nWording that only points to it is not enough.\n"),
    }
}

/// The rules of a pack, by the family in their ids.
fn rules_of<'r>(rules: &'r RuleSet, pack: &Pack) -> Vec<&'r Rule> {
    let own = |rule: &&Rule| rule.id.0.split_once('/').is_some_and(|(family, _)| family == pack.id);
    rules.rules().iter().filter(own).collect()
}

/// `12: 3 errors, 8 warnings, 1 note`.
fn counts(rules: &[&Rule]) -> String {
    let of = |severity: Severity| rules.iter().filter(|rule| rule.severity == severity).count();
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (of(severity), severity.name()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
        .collect();
    match parts.is_empty() {
        true => "none".to_owned(),
        false => format!("{}: {}", rules.len(), parts.join(", ")),
    }
}

/// The page that leads to those of all packs, in Markdown.
pub fn rules_index(rules: &RuleSet) -> String {
    format!("# Rules\n\n{}", table(rules, ""))
}

/// The table of all packs with links from the folder that holds `docs`.
pub fn rules_summary(rules: &RuleSet) -> String {
    table(rules, "docs/rules/")
}

fn table(rules: &RuleSet, folder: &str) -> String {
    let mut packs: Vec<&Pack> = rules.packs().iter().collect();
    // Laws first; what holds without one last.
    packs.sort_by_key(|pack| (pack.law.is_none(), &pack.id));
    let mut page = String::from("| pack | what it holds | rules | errors | warnings | notes |\n");
    page.push_str("| --- | --- | ---: | ---: | ---: | ---: |\n");
    let mut total = [0; 4];
    for pack in packs {
        let own = rules_of(rules, pack);
        let of = |severity: Severity| own.iter().filter(|rule| rule.severity == severity).count();
        let row = [own.len(), of(Severity::Error), of(Severity::Warning), of(Severity::Note)];
        let name = pack.law.as_ref().map_or(&pack.name, |law| &law.name);
        let [all, errors, warnings, notes] = row;
        let _ = writeln!(
            page,
            "| [{id}]({folder}{id}/README.md) | {name} | {all} | {errors} | {warnings} | {notes} |",
            id = pack.id
        );
        total.iter_mut().zip(row).for_each(|(total, count)| *total += count);
    }
    let [all, errors, warnings, notes] = total;
    let _ = writeln!(page, "| | all | {all} | {errors} | {warnings} | {notes} |");
    page
}
