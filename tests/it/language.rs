//! The rule language: what each scope and condition of a pattern means.

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Source, Today, check, shipped_sources};
use policylint::ruleset::load;
use policylint::text::{NamedText, SourceText};

use crate::support::today;

const HEAD: &str = r#"
[pack]
id = "own"
name = "own"
version = "1"

[[rule]]
id = "own/rule"
title = "a rule of our own"
severity = "error"
about = "It is here to show the language."
message = "found"
help = "change it"
citation = { text = "editorial" }
"#;

/// The words that a rule of our own points at in a Markdown text.
fn pointed(rule: &str, text: &str) -> Vec<String> {
    pointed_on(today(), rule, text)
}

fn pointed_on(today: Today, rule: &str, text: &str) -> Vec<String> {
    let mut sources = shipped_sources();
    sources.push(NamedText::new("own.toml", format!("{HEAD}{rule}")));
    let rules = load(&sources, |_| None).unwrap_or_else(|errors| panic!("{errors:?}"));
    let source =
        Source { path: "policy.md".into(), text: SourceText::new(text.as_bytes()).unwrap(), format: Format::Markdown };
    let report = check(&rules, &Config::default(), today, &source);
    let own = report.diagnostics.iter().filter(|found| found.rule.0 == "own/rule");
    own.flat_map(|found| found.labels()).map(|label| report.source.slice(label.span).to_owned()).collect()
}

fn prohibited(pattern: &str) -> String {
    format!("kind = \"prohibited\"\n[[rule.find]]\n{pattern}\n")
}

#[test]
fn a_phrase_matches_within_one_sentence_only() {
    let rule = prohibited("any = [\"magic ... numbers\"]");
    assert_eq!(pointed(&rule, "We use magic and some numbers."), ["magic and some numbers"]);
    assert!(pointed(&rule, "We use magic. We like numbers.").is_empty());
}

#[test]
fn an_item_counts_together_with_its_lead_in() {
    let rule = prohibited("any = [\"{we} ...4 use ... dice\"]");
    assert_eq!(pointed(&rule, "We may use the following:\n\n- cards;\n- dice."), ["dice"]);
    assert!(pointed(&rule, "You may use the following:\n\n- cards;\n- dice.").is_empty());
}

#[test]
fn all_and_none_hold_within_the_unit() {
    let rule = prohibited("any = [\"dice\"]\nall = [\"throw\"]\nnone = [\"{not}\"]");
    assert_eq!(pointed(&rule, "We throw dice."), ["dice"]);
    assert!(pointed(&rule, "We own dice.").is_empty());
    assert!(pointed(&rule, "We do not throw dice.").is_empty());
}

#[test]
fn near_looks_two_sentences_around() {
    let rule = prohibited("any = [\"dice\"]\nnear = [\"casino\"]");
    assert_eq!(pointed(&rule, "We run a casino. It is old. We have dice."), ["dice"]);
    assert!(pointed(&rule, "We run a casino. It is old. It is big. It is red. We have dice.").is_empty());
}

#[test]
fn a_wide_scope_gathers_what_one_sentence_does_not_hold() {
    let text = "# One\n\nWe have dice.\n\nWe have cards.\n\n# Two\n\nWe have dice.\n";
    let rule = prohibited("any = [\"dice\"]\nall = [\"cards\"]\nscope = \"section\"");
    assert_eq!(pointed(&rule, text), ["dice"]);
    let rule = prohibited("any = [\"dice\"]\nall = [\"cards\"]\nscope = \"document\"");
    assert_eq!(pointed(&rule, text), ["dice", "dice"]);
    let rule = prohibited("any = [\"dice\"]\nnone = [\"cards\"]\nscope = \"section\"");
    assert_eq!(pointed(&rule, text).len(), 1);
}

#[test]
fn sections_are_told_by_their_headings() {
    let text = "# Privacy\n\n## Games\n\nWe have dice.\n\n### Rules\n\nWe throw dice.\n\n## Food\n\nWe have dice.\n";
    let rule = format!("needs = [\"headings\"]\n{}", prohibited("any = [\"dice\"]\nsection = [\"games\"]"));
    assert_eq!(pointed(&rule, text).len(), 2, "what lies below a section belongs to it");
    let rule = format!("needs = [\"headings\"]\n{}", prohibited("any = [\"dice\"]\nnot-section = [\"games\"]"));
    assert_eq!(pointed(&rule, text).len(), 1);
}

#[test]
fn headings_claim_nothing_unless_they_are_asked_for() {
    let text = "# Dice\n\nWe have cards.\n";
    assert!(pointed(&prohibited("any = [\"dice\"]"), text).is_empty());
    assert_eq!(pointed(&prohibited("any = [\"dice\"]\nheadings = true"), text), ["Dice"]);
}

#[test]
fn audiences_come_from_headings() {
    let text = "# Privacy\n\nWe have dice.\n\n## California residents\n\nWe throw dice.\n\n## European Union\n\nWe hide dice.\n";
    let rule = prohibited(
        "any = [\"{we} <throw> dice\", \"{we} <hide> dice\", \"{we} have dice\"]\naudience = [\"california\"]",
    );
    assert_eq!(pointed(&rule, text), ["We throw dice"]);
}

#[test]
fn a_regular_expression_is_a_way_out_behind_a_literal() {
    let rule = prohibited("regex = [{ pattern = 'section \\d+\\.\\d+', literal = \"section\" }]");
    assert_eq!(pointed(&rule, "See Section 4.2 for dice."), ["Section 4.2"]);
    assert!(pointed(&rule, "See section four for dice.").is_empty());
}

#[test]
fn a_disclosure_is_missing_partial_or_met() {
    let rule = "kind = \"disclosure\"\n[[rule.meets]]\nany = [\"dice are fair\"]\n[[rule.partial]]\nlacks = \"whether they are fair\"\nany = [\"dice\"]\n";
    assert_eq!(pointed(rule, "# Privacy policy\n\nWe have cards.\n"), ["Privacy policy"]);
    assert_eq!(pointed(rule, "# Privacy policy\n\nWe have dice.\n"), ["dice"]);
    assert!(pointed(rule, "# Privacy policy\n\nOur dice are fair.\n").is_empty());
    assert_eq!(pointed(rule, "We have cards.\n\nAnd chips.\n"), ["We have cards."], "without title, the first line");
}

#[test]
fn conditions_decide_whether_a_rule_applies() {
    let rule = "kind = \"disclosure\"\n[[rule.when]]\nany = [\"casino\"]\n[[rule.unless]]\nany = [\"charity\"]\n[[rule.meets]]\nany = [\"dice are fair\"]\n";
    assert!(pointed(rule, "We run a bakery.").is_empty());
    assert_eq!(pointed(rule, "We run a casino."), ["We run a casino."]);
    assert!(pointed(rule, "We run a casino. We are a charity.").is_empty());
}

#[test]
fn a_right_given_to_one_audience_does_not_serve_another() {
    let rule =
        "kind = \"disclosure\"\naudiences = [\"california\"]\n[[rule.meets]]\nany = [\"(may | can) throw dice\"]\n";
    let text = |heading: &str| format!("# Privacy policy\n\nWe have dice.\n\n## {heading}\n\nYou may throw dice.\n");
    assert!(pointed(rule, &text("California residents")).is_empty());
    assert!(pointed(rule, &text("Your choices")).is_empty(), "what is given to everyone serves all");
    assert_eq!(pointed(rule, &text("European residents")).len(), 1);
}

/// Two packs for laws of two states, the second with rules like those of the first.
const STATES: &str = r#"
[pack]
id = "own-va"
name = "own"
version = "1"
law = { name = "the law of Virginia", audiences = ["virginia"], addressed = ["virginia"] }

[[rule]]
id = "own-va/dice"
title = "a rule of our own"
severity = "error"
about = "It is here to show the language."
message = "found"
help = "change it"
citation = { text = "editorial" }
kind = "disclosure"

[[rule.meets]]
any = ["(may | can) throw dice"]
"#;

fn states() -> policylint::ruleset::RuleSet {
    let utah = "[pack]\nid = \"own-ut\"\nname = \"own\"\nversion = \"1\"\nlaw = { name = \"the law of Utah\", audiences = [\"utah\"], addressed = [\"utah\"] }\n\n[[rule]]\nid = \"own-ut/dice\"\nlike = \"own-va/dice\"\n";
    let mut sources = shipped_sources();
    sources.push(NamedText::new("va.toml", STATES));
    sources.push(NamedText::new("ut.toml", utah));
    load(&sources, |_| None).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// Of the two laws of states, those in play with why, and those that miss something.
fn missed(text: &str) -> (Vec<String>, Vec<String>) {
    let source =
        Source { path: "policy.md".into(), text: SourceText::new(text.as_bytes()).unwrap(), format: Format::Markdown };
    let report = check(&states(), &Config::default(), today(), &source);
    let laws = report.laws.iter().filter(|law| law.id.starts_with("own-"));
    let why = |law: &policylint::report::LawInPlay| {
        let because: Vec<&str> = law.because.iter().map(|span| report.source.slice(*span)).collect();
        format!("{}: {}", law.id, because.join(" | "))
    };
    let missed = report.diagnostics.iter().map(|found| found.rule.0.clone()).filter(|id| id.ends_with("/dice"));
    (laws.map(why).collect(), missed.collect())
}

#[test]
fn the_rules_of_a_law_speak_for_the_audiences_of_its_pack() {
    let rules = states();
    let audiences = |id: &str| {
        let rule = rules.rule(id).unwrap();
        rule.audiences.iter().map(|id| rules.lexicon().audiences().id(*id)).collect::<Vec<_>>()
    };
    assert_eq!(audiences("own-va/dice"), ["virginia"]);
    assert_eq!(audiences("own-ut/dice"), ["utah"], "its own pack's, not those of the rule that it is like");
}

#[test]
fn a_law_is_named_where_those_it_protects_are_spoken_to() {
    let head = "# Privacy policy\n\nOur shop is in Salt Lake City, Utah. Virginia law governs this policy.\n\n";
    assert_eq!(missed(head), (vec![], vec![]), "a state in passing brings no law in");
    let (laws, found) = missed(&format!("{head}## Virginia residents\n\nYou may throw dice.\n"));
    assert_eq!((laws, found), (vec!["own-va: Virginia residents".to_owned()], vec![]));
    let text = format!("{head}## Virginia residents\n\nYou may throw dice. If you live in Utah, you may watch.\n");
    let (laws, found) = missed(&text);
    assert_eq!(laws, ["own-ut: If you live in Utah", "own-va: Virginia residents"]);
    assert_eq!(found, ["own-ut/dice"], "what Virginians may do doesn't serve Utah");
    let (laws, _) = missed(&format!("{head}## US State Privacy Rights\n\nYou may throw dice.\n"));
    assert!(laws.is_empty(), "states in general name no law");
    let general =
        format!("{head}## Residents of certain states\n\nYou may throw dice.\n\n## Utah residents\n\nYou may watch.\n");
    assert_eq!(missed(&general).1, Vec::<String>::new(), "what is given to all states serves each");
}

#[test]
fn rules_are_in_force_from_day_to_day() {
    let rule = format!("since = 2026-01-01\nuntil = 2026-06-30\n{}", prohibited("any = [\"dice\"]"));
    let on = |day: &str| pointed_on(Today(day.parse().unwrap()), &rule, "We have dice.").len();
    assert_eq!([on("2025-12-31"), on("2026-01-01"), on("2026-06-30"), on("2026-07-01")], [0, 1, 1, 0]);
}

#[test]
fn a_rule_like_another_takes_what_it_does_not_say() {
    let rule = format!(
        "{}\n[[rule]]\nid = \"own/second\"\nlike = \"own/rule\"\nmessage = \"found again\"\n",
        prohibited("any = [\"dice\"]")
    );
    let mut sources = shipped_sources();
    sources.push(NamedText::new("own.toml", format!("{HEAD}{rule}")));
    let rules = load(&sources, |_| None).unwrap();
    let second = rules.rule("own/second").unwrap();
    assert_eq!((second.title.as_str(), second.wording.message.as_str()), ("a rule of our own", "found again"));
}

#[test]
fn page_furniture_is_no_policy_text() {
    let html =
        "<body><nav><a href='/a'>We have dice</a></nav><main><h1>Privacy</h1><p>We have cards.</p></main></body>";
    let mut sources = shipped_sources();
    sources.push(NamedText::new("own.toml", format!("{HEAD}{}", prohibited("any = [\"dice\"]"))));
    let rules = load(&sources, |_| None).unwrap();
    let source =
        Source { path: "p.html".into(), text: SourceText::new(html.as_bytes()).unwrap(), format: Format::Html };
    let report = check(&rules, &Config::default(), today(), &source);
    assert!(report.diagnostics.iter().all(|found| !found.rule.0.starts_with("own/")), "{:?}", report.diagnostics);
}
