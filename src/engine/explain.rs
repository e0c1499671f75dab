//! A rule for people to read: what the law asks, since when, of whom; good and bad examples; the clause to start from.

use std::fmt::Write;

use crate::ruleset::{Example, Kind, Rule, RuleSet};

/// The page of a rule, in Markdown: what `policylint explain` prints and `docs/rules/` holds.
pub fn rule_page(rules: &RuleSet, rule: &Rule) -> String {
    let mut page = format!("# {}\n\n{}\n\n", rule.id, sentence(&rule.title));
    let law = rule.law.as_ref().and_then(|id| rules.pack(id)).and_then(|pack| pack.law.as_ref());
    let audiences: Vec<&str> = rule.audiences.iter().map(|id| rules.lexicon().audiences().id(*id)).collect();
    let rows = [
        ("law", law.map(|law| law.name.clone())),
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
        ("in force", in_force(rule)),
        ("documents", listed(&rule.documents)),
        ("audiences", listed(&audiences)),
        ("earlier ids", listed(&rule.aliases)),
        ("like", rule.like.clone()),
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
    let _ = write!(page, "\n## What it is about\n\n{}\n", rule.about.trim());
    let _ = write!(page, "\n## What it says\n\n> {}\n", rule.wording.message);
    if let Some(help) = &rule.wording.help {
        let _ = write!(page, "\nThe way out: {help}.\n");
    }
    items(&mut page, rule);
    if let Some(clause) = &rule.model_clause {
        let _ = write!(page, "\n## A clause to start from\n\n> {}\n", clause.trim());
    }
    examples(&mut page, "Passes", &rule.pass);
    examples(&mut page, "Fails", &rule.fail);
    page
}

fn sentence(title: &str) -> String {
    let mut characters = title.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>() + ".").unwrap_or_default()
}

fn in_force(rule: &Rule) -> Option<String> {
    match (rule.since, rule.until) {
        (Some(since), Some(until)) => Some(format!("{since} to {until}")),
        (Some(since), None) => Some(format!("since {since}")),
        (None, Some(until)) => Some(format!("until {until}")),
        (None, None) => None,
    }
}

fn listed<S: AsRef<str>>(names: &[S]) -> Option<String> {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn items(page: &mut String, rule: &Rule) {
    let Kind::Checklist(checklist) = &rule.kind else { return };
    page.push_str("\n## The items\n\n");
    for item in &checklist.items {
        let _ = writeln!(page, "* {} ({})", item.label, item.citation);
        for limb in &item.limbs {
            let _ = writeln!(page, "  * {}", limb.label);
        }
    }
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
