//! The shipped rules: their own examples hold, and each has what a rule must have.

use policylint::engine::{shipped_rules, shipped_sources, test_examples};
use policylint::report::PackError;
use policylint::ruleset::{Kind, Rule, load};
use policylint::text::NamedText;

use crate::support::today;

fn told(errors: &[PackError]) -> Vec<String> {
    errors.iter().map(|error| format!("{}: {error}", error.place())).collect()
}

#[test]
fn every_example_of_every_shipped_rule_holds() {
    let report = test_examples(&shipped_rules(), &shipped_sources(), today());
    assert!(report.failures.is_empty(), "{:#?}", told(&report.failures));
    assert_eq!(report.rules, shipped_rules().rules().len(), "every rule was tested");
}

#[test]
fn every_rule_has_what_a_rule_must_have() {
    let mut wrong: Vec<String> = Vec::new();
    let rules = shipped_rules();
    let mut say = |rule: &Rule, what: &str| wrong.push(format!("{}: {what}", rule.id));
    for rule in rules.rules() {
        if rule.like.is_none() && (rule.explanation.pass.len() < 3 || rule.explanation.fail.len() < 3) {
            say(rule, "fewer than three passing or failing examples");
        }
        let is_legal = rule.law.is_some() && matches!(*rule.kind, Kind::Disclosure(_) | Kind::Checklist(_));
        if is_legal && rule.explanation.model_clause.is_none() {
            say(rule, "asks for a disclosure and offers no clause to start from");
        }
        if rule.citation.as_ref().is_none_or(|citation| citation.text.is_empty()) {
            say(rule, "no citation");
        }
        let first = rule.wording.message.split_whitespace().next().unwrap_or_default();
        if first.chars().next().is_some_and(char::is_uppercase) && !first.chars().all(char::is_uppercase) {
            say(rule, "its message begins with a capital letter");
        }
        let file = format!("{}.toml", rule.id);
        if rule.path != file {
            say(rule, &format!("lies in {}, not in {file}", rule.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_prepared_rules_are_those_of_the_files() {
    let loaded = load(&shipped_sources(), |_| None).unwrap();
    assert_eq!(loaded.to_image().unwrap(), shipped_rules().to_image().unwrap());
}

/// What loading a pack of one rule complains of.
fn complaints(rule: &str) -> Vec<String> {
    let mut sources = shipped_sources();
    sources.push(NamedText::new(
        "own.toml",
        format!("[pack]\nid = \"own\"\nname = \"own\"\nversion = \"1\"\n\n[[rule]]\n{rule}"),
    ));
    let errors = load(&sources, |_| None).unwrap_err();
    errors.iter().map(|error| format!("{}: {error}{}", error.place(), help(error))).collect()
}

fn help(error: &PackError) -> String {
    miette::Diagnostic::help(error).map(|help| format!(" ({help})")).unwrap_or_default()
}

const COMPLETE: &str = r#"
id = "own/no-magic"
title = "no magic"
kind = "prohibited"
severity = "error"
about = "Nothing is magic."
message = "this claims magic"
help = "say what happens"
citation = { text = "editorial" }
"#;

#[test]
fn mistakes_in_packs_are_told_at_their_place() {
    let with = |more: &str| complaints(&format!("{COMPLETE}{more}"));
    insta::assert_snapshot!(with("[[rule.find]]\nany = [\"{wee} use magic\"]\n").join("\n"), @"own.toml:17:9: there is no word class `wee` (did you mean `{we}`?)");
    insta::assert_snapshot!(with("[[rule.find]]\nany = [\"(magic\"]\n").join("\n"), @"own.toml:17:9: this bracket is never closed by `)`");
    insta::assert_snapshot!(with("[[rule.find]]\nanny = [\"magic\"]\n").join("\n"), @"own.toml:17:1: unknown field `anny`, expected one of `like`, `any`, `all`, `none`, `near`, `section`, `not-section`, `audience`, `unit`, `lead-in`, `regex`, `scope`, `toward`, `headings`, `furniture`, `targets`, `unbroken`, `fallback`, `stance`, `since`, `until`, `severity`, `kinds`, `except`, `lacks`, `message`, `label`, `help` (did you mean `any`?)");
    insta::assert_snapshot!(with("[[rule.find]]\nany = [\"magic\"]\nsection = [\"tricks\"]\n").join("\n"), @r#"own.toml:18:12: a rule that looks at headings says so (add `needs = ["headings"]` to the rule: plain text has headings only by guess)"#);
    insta::assert_snapshot!(complaints("id = \"own/x\"\nlike = \"ccpa/deletion-exception\"\n").join("\n"), @"own.toml:8:8: there is no rule `ccpa/deletion-exception` to be like (did you mean `ccpa/deletion-exceptions`?)");
    insta::assert_snapshot!(complaints(&COMPLETE.replace("prohibited", "prohibitd")).join("\n"), @"own.toml:10:8: there is no kind of rule `prohibitd` (did you mean `prohibited`?)");
    let stopped = COMPLETE.replace("magic\"\nhelp", "magic.\"\nhelp") + "[[rule.find]]\nany = [\"magic\"]\n";
    insta::assert_snapshot!(complaints(&stopped).join("\n"), @"own.toml:13:11: messages end without a full stop");
}

#[test]
fn mistakes_in_audiences_are_told_at_their_place() {
    let pack = "[pack]\nid = \"own\"\nname = \"own\"\nversion = \"1\"\n\n[pack.law]\nname = \"own\"\naudiences = [\"virgina\"]\naddressed = [\"utahn\"]\n\n[[lexicon.audience]]\nid = \"oz\"\nnames = [\"oz\"]\nincludes = [\"kansass\"]\nheadings = [\"(oz\"]\n\n[lexicon.addressing]\nsentences = [\"for {folk} only\"]\nparts = { folk = \"{audiense}\" }\n";
    let mut sources = shipped_sources();
    sources.push(NamedText::new("own.toml", pack));
    insta::assert_snapshot!(told(&load(&sources, |_| None).unwrap_err()).join("\n"), @"
    own.toml:14:13: there is no audience `kansass`
    own.toml:15:14: this bracket is never closed by `)`
    own.toml:18:14: with its parts put in: there is no word class `audiense`, at `{audiense}`
    own.toml:8:14: there is no audience `virgina`
    own.toml:9:14: there is no audience `utahn`
    ");
}

#[test]
fn a_pack_may_know_places_of_its_own() {
    let pack = "[pack]\nid = \"oz\"\nname = \"oz\"\nversion = \"1\"\n\n[pack.law]\nname = \"the law of Oz\"\naddressed = [\"oz\"]\n\n[[lexicon.audience]]\nid = \"oz\"\nnames = [\"oz\"]\n\n[[pack.law.example]]\ntext = \"# Privacy policy\\n\\nWe sell hats.\\n\\n## Residents of Kansas and Oz\\n\\nYou may ask.\"\nstatus = \"named\"\n\n[[pack.law.example]]\ntext = \"Our shop is in Oz.\"\nstatus = \"none\"\n";
    let own = NamedText::new("oz.toml", pack);
    let mut sources = shipped_sources();
    sources.push(own.clone());
    let rules = load(&sources, |_| None).unwrap_or_else(|errors| panic!("{:?}", told(&errors)));
    let report = test_examples(&rules, &[own], today());
    assert!(report.failures.is_empty(), "{:?}", told(&report.failures));
    assert_eq!(report.examples, 2);
}

#[test]
fn a_phrase_without_example_and_an_example_that_fails_are_told() {
    let mut sources = shipped_sources();
    let rule = format!(
        "[pack]\nid = \"own\"\nname = \"own\"\nversion = \"1\"\n\n[[rule]]\n{COMPLETE}\n[[rule.find]]\nany = [\"magic\", \"sorcery\"]\n\n[[rule.fail]]\ntext = \"We use magic.\"\nexcerpt = \"We use\"\n\n[[rule.pass]]\ntext = \"Magic is what we use.\"\n"
    );
    let own = NamedText::new("own.toml", rule);
    sources.push(own.clone());
    let rules = load(&sources, |_| None).unwrap();
    let report = test_examples(&rules, &[own], today());
    insta::assert_snapshot!(told(&report.failures).join("\n"), @"
    own.toml:25:8: `own/no-magic` speaks on a text that passes: this claims magic
    own.toml:21:8: `own/no-magic` points at “magic”, not at “We use”
    own.toml:18:18: no example exercises the phrase `sorcery`
    ");
}

#[test]
fn the_triggers_of_a_law_are_tried_in_packs_of_one_file_too() {
    let text = "[pack]\nid = \"oz\"\nname = \"oz\"\nversion = \"1\"\n\n[pack.law]\nname = \"the law of Oz\"\n\n[[pack.law.named]]\nany = [\"law of oz\"]\n\n[[pack.law.example]]\ntext = \"The law of Oz holds.\"\nstatus = \"none\"\n";
    let own = NamedText::new("oz.toml", text);
    let mut sources = shipped_sources();
    sources.push(own.clone());
    let rules = load(&sources, |_| None).unwrap();
    let report = test_examples(&rules, &[own], today());
    insta::assert_snapshot!(told(&report.failures).join("\n"), @"oz.toml:13:8: with this text the law `oz` is named");
}

#[test]
fn what_many_rules_look_for_is_searched_once() {
    let rule = format!("[[rule]]\n{COMPLETE}[[rule.find]]\nany = [\"tricks of magic\"]\n");
    let child = "[[rule]]\nid = \"own/like\"\nlike = \"own/no-magic\"\n[[rule.find]]\nany = [\"tricks of magic\"]\nlabel = \"x\"\n";
    let count = |rules: &str| crate::own_pack::OwnPack::new(rules).load().search_count();
    assert_eq!(count(&rule), shipped_rules().search_count() + 1);
    assert_eq!(count(&format!("{rule}{child}")), count(&rule), "what a match means is no part of the search");
}
