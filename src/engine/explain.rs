//! A rule for people to read: what the law asks, since when, of whom; good and bad examples; the clause to start from.

use std::fmt::Write;

use super::spoken::spoken;
use crate::ruleset::{Conflict, Disclosure, Example, Force, Kind, Pattern, Reporting, Rule, RuleSet, ValueKind};

/// The page of a rule, in Markdown: what `policylint explain` prints and `docs/rules/` holds.
pub fn rule_page(rules: &RuleSet, rule: &Rule) -> String {
    let mut page = format!("# {}\n\n{}\n\n", rule.id, sentence(&rule.title));
    let law = rule.law.as_ref().and_then(|id| rules.pack(id)).and_then(|pack| pack.law.as_ref());
    let audiences: Vec<&str> = rule.audiences.iter().map(|id| rules.lexicon().audiences().id(*id)).collect();
    let rows = [
        ("law", law.map(|law| format!("{} (`{}`)", law.name, rule.law.as_deref().unwrap_or_default()))),
        (
            "provision",
            rule.citation.as_ref().map(|citation| match &citation.url {
                Some(url) => format!("[{}]({url})", citation.text),
                None => citation.text.clone(),
            }),
        ),
        ("severity", Some(rule.severity.name().to_owned())),
        ("confidence", Some(rule.confidence.name().to_owned())),
        ("persona", Some(rule.persona.name().to_owned())),
        ("kind", Some(rule.kind.name().to_owned())),
        ("in force", in_force(Force { since: rule.since, until: rule.until })),
        ("told by", (rule.report == Reporting::Coverage).then(|| "`coverage` only".to_owned())),
        ("runs", (!rule.enabled).then(|| "only where it is turned on".to_owned())),
        ("documents", listed(&rule.documents)),
        ("audiences", listed(&audiences)),
        ("earlier ids", listed(&rule.aliases)),
        ("like", rule.like.clone()),
        ("asked for alike by", alike(rules, rule)),
        ("one statement serves", same_cause(rules, rule)),
    ];
    page.push_str("| | |\n| --- | --- |\n");
    for (name, value) in rows {
        if let Some(value) = value {
            let _ = writeln!(page, "| {name} | {value} |");
        }
    }
    if !rule.verified {
        page.push_str("\nThe provision is cited from memory and was not read for this rule.\n");
    }
    let _ = write!(page, "\n## What it is about\n\n{}\n", rule.explanation.about.trim());
    conditions(&mut page, rules, rule);
    let _ = write!(page, "\n## What it says\n\n> {}\n", rule.wording.message);
    if let Some(help) = &rule.wording.help {
        let _ = write!(page, "\nThe way out: {help}.\n");
    }
    if let Some(note) = &rule.note {
        let _ = write!(page, "\nNote: {note}.\n");
    }
    items(&mut page, rule);
    values(&mut page, rule);
    elements(&mut page, rule);
    positions(&mut page, rules, rule);
    wordings(&mut page, rule);
    if let Some(clause) = &rule.explanation.model_clause {
        let _ = write!(page, "\n## A clause to start from\n\n> {}\n", clause.trim().replace('\n', "\n> "));
    }
    let shown = with_examples(rules, rule);
    examples(&mut page, "Passes", &shown.explanation.pass);
    examples(&mut page, "Fails", &shown.explanation.fail);
    page
}

pub(super) fn sentence(title: &str) -> String {
    let mut characters = title.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>() + ".").unwrap_or_default()
}

fn in_force(force: Force) -> Option<String> {
    match (force.since, force.until) {
        (Some(since), Some(until)) => Some(format!("{since} to {until}")),
        (Some(since), None) => Some(format!("since {since}")),
        (None, Some(until)) => Some(format!("until {until}")),
        (None, None) => None,
    }
}

/// The rules that take after this one, or after the one that it takes after.
fn alike(rules: &RuleSet, rule: &Rule) -> Option<String> {
    let root = &rules.root(rule).id;
    let family = rules.rules().iter().filter(|other| other.id != rule.id && rules.root(other).id == *root);
    listed(&family.map(|other| other.id.0.clone()).collect::<Vec<_>>())
}

/// The other rules that ask for the same statement.
fn same_cause(rules: &RuleSet, rule: &Rule) -> Option<String> {
    let cause = rule.cause.as_ref()?;
    let others = rules.rules().iter().filter(|other| other.id != rule.id && other.cause.as_ref() == Some(cause));
    listed(&others.map(|other| other.id.0.clone()).collect::<Vec<_>>())
}

/// When the rule applies at all, by the words that decide it.
fn conditions(page: &mut String, rules: &RuleSet, rule: &Rule) {
    if rule.when.is_empty() && rule.unless.is_empty() {
        return;
    }
    page.push_str("\n## When it applies\n");
    if !rule.when.is_empty() {
        page.push_str("\nTo texts that say something like:\n\n");
        triggers(page, rules, &rule.when);
    }
    if !rule.unless.is_empty() {
        page.push_str("\nNot to texts that say something like:\n\n");
        triggers(page, rules, &rule.unless);
    }
}

/// More wordings than these tell a reader nothing new.
const WORDINGS: usize = 6;

/// Wordings that bring something up, a bullet each.
pub(super) fn triggers(page: &mut String, rules: &RuleSet, patterns: &[Pattern]) {
    let mut all: Vec<String> = patterns.iter().flat_map(|pattern| wordings_of(rules, pattern)).collect();
    let more = all.len().saturating_sub(WORDINGS);
    all.truncate(WORDINGS);
    for words in all {
        let _ = writeln!(page, "* “{words}”");
    }
    if more > 0 {
        let _ = writeln!(page, "* and {more} more");
    }
}

/// What leads a pattern, in words.
fn wordings_of(rules: &RuleSet, pattern: &Pattern) -> Vec<String> {
    let search = rules.search(pattern.search);
    let leading = if search.any.is_empty() { &search.all } else { &search.any };
    leading.iter().map(|phrase| spoken(rules.phrase(*phrase).text())).filter(|words| !words.is_empty()).collect()
}

fn listed<S: AsRef<str>>(names: &[S]) -> Option<String> {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn items(page: &mut String, rule: &Rule) {
    let Kind::Checklist(checklist) = &*rule.kind else { return };
    page.push_str("\n## The items\n\n");
    for item in &checklist.items {
        let _ = writeln!(page, "* {} ({})", item.label, item.citation);
        for limb in &item.limbs {
            let _ = writeln!(page, "  * {}", limb.label);
        }
    }
}

/// What a rule on values tells of, and what it holds them against.
fn values(page: &mut String, rule: &Rule) {
    let Kind::Value(check) = &*rule.kind else { return };
    let name = ValueKind::NAMES.iter().find(|(_, kind)| *kind == check.value).map_or("", |(name, _)| name);
    let _ =
        write!(page, "\n## What it looks at\n\nValues of the kind `{name}` that are {}.\n", check.defects.join(" or "));
    if let Some(months) = check.months {
        let _ = writeln!(page, "\nOld is what lies more than {months} months back.");
    }
    if !check.listed.is_empty() {
        let _ = writeln!(page, "\nIts list: {}.", check.listed.join(", "));
    }
}

fn elements(page: &mut String, rule: &Rule) {
    let Kind::Disclosure(Disclosure { elements, meets, .. }) = &*rule.kind else { return };
    if elements.is_empty() {
        return;
    }
    let or = if meets.is_empty() { "" } else { " A sentence that says it all at once will do, too." };
    let _ =
        write!(page, "\n## What belongs to it\n\nAll of these are asked for; with some of them it is partial.{or}\n\n");
    for element in elements {
        let citation = element.citation.as_ref().map(|citation| format!(" ({citation})")).unwrap_or_default();
        let force = in_force(element.force).map(|force| format!(", {force}")).unwrap_or_default();
        let like = element.like.as_ref().map(|like| format!(", as in `{like}`")).unwrap_or_default();
        let _ = writeln!(page, "* {}{citation}{force}{like}", element.label);
    }
}

fn positions(page: &mut String, rules: &RuleSet, rule: &Rule) {
    let Kind::Conflict(Conflict { positions, things, .. }) = &*rule.kind else { return };
    page.push_str("\n## What is held against each other\n");
    for position in positions {
        let _ = write!(page, "\n{}:\n\n", sentence(&position.key.replace('-', " ")).trim_end_matches('.'));
        triggers(page, rules, &position.says);
    }
    let things: Vec<&str> = things.iter().map(|thing| thing.label.as_str()).collect();
    if let Some(things) = listed(&things) {
        let _ = writeln!(page, "\nEach of these is a matter of its own: {things}.");
    }
}

fn wordings(page: &mut String, rule: &Rule) {
    let Kind::Literal(literal) = &*rule.kind else { return };
    page.push_str("\n## The words\n\n");
    for (number, (text, _)) in literal.texts.iter().enumerate() {
        let or = if number == 0 { "" } else { "\nor\n\n" };
        let _ = writeln!(page, "{or}> {}", text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// The rule, or where it has no examples of its own the next one that it takes after and that has some.
fn with_examples<'r>(rules: &'r RuleSet, rule: &'r Rule) -> &'r Rule {
    let mut shown = rule;
    while shown.explanation.pass.is_empty() && shown.explanation.fail.is_empty() {
        let Some(parent) = shown.like.as_deref().and_then(|like| rules.rule(like)) else { break };
        shown = parent;
    }
    shown
}

fn examples(page: &mut String, title: &str, examples: &[Example]) {
    if examples.is_empty() {
        return;
    }
    let _ = write!(page, "\n## {title}\n");
    for example in examples {
        let _ = write!(page, "\n```text\n{}\n```\n", example.text.trim());
    }
}
