//! Laws and requirements as a user meets them, on two laws that do not exist: no shipped pack is to change what is pinned here.

use std::fs;
use std::process::Output;

use tempfile::TempDir;

use crate::support::{policylint, stderr, stdout};

const ALASKA: &str = r#"
[pack]
id = "ak"
name = "Alaska"
version = "1"
jurisdiction = "US-AK"

[pack.law]
name = "Alaska Data Act"

[[pack.law.named]]
any = ["alaska data act", "residents of alaska"]

[[pack.law.inferred]]
any = ["northern privacy choices"]

[[pack.edition]]
id = "2020"
name = "Alaska Data Act of 2019"
since = 2020-01-01
until = 2024-12-31

[[pack.edition]]
id = "2025"
name = "Alaska Data Act as amended in 2024"
since = 2025-01-01

[[rule]]
id = "ak/appeal"
title = "appeals"
kind = "disclosure"
severity = "error"
aliases = ["ak/appeals"]
about = "Who is refused may appeal, and is told how."
message = "no sentence says how to appeal a refusal"
help = "say where an appeal goes"
model-clause = "You may appeal by writing to us."
belongs = ["rights"]
citation = { text = "Alaska Stat. § 45.10(a)", url = "https://law.example/ak/45.10" }

[[rule.meets]]
any = ["appeal ... {we}"]

[[rule.partial]]
any = ["<appeal>"]
lacks = "the way to do it"

[[rule]]
id = "ak/effective-date"
title = "date of effect"
kind = "disclosure"
severity = "warning"
cause = "effective-date"
about = "The notice bears its date."
message = "no date of effect is given"
help = "give it"
model-clause = "Effective 1 May 2026."
citation = { text = "Alaska Stat. § 45.20", verified = false }

[[rule.meets]]
any = ["effective"]

[[rule]]
id = "ak/kelp"
title = "kelp"
kind = "disclosure"
severity = "note"
about = "Those who gather kelp say so."
message = "nothing is said of kelp"
help = "say it"
model-clause = "We gather kelp."
citation = { text = "Alaska Stat. § 45.30" }

[[rule.when]]
any = ["{we} ...3 gather ...3 (kelp | seaweed)"]

[[rule.meets]]
any = ["kelp"]
"#;

const HAWAII: &str = r#"
[pack]
id = "hi"
name = "Hawaii"
version = "1"
jurisdiction = "US-HI"
enabled = false

[pack.law]
name = "Hawaii Data Act"

[[pack.law.named]]
any = ["hawaii data act", "residents of ...4 hawaii"]

[[pack.law.inferred]]
any = ["northern privacy choices"]

[[rule]]
id = "hi/appeal"
like = "ak/appeal"
citation = { text = "Haw. Rev. Stat. § 10" }

[[rule]]
id = "hi/effective-date"
like = "ak/effective-date"
severity = "error"
citation = { text = "Haw. Rev. Stat. § 20" }
"#;

const BOTH: &str = "# Privacy policy\n\nThis is for residents of Alaska and Hawaii.\n\n## Your rights\n\nYou may ask us what we hold.\n";
const PARTIAL: &str =
    "# Privacy policy\n\nUnder the Alaska Data Act you have rights, and appeals. This is effective today.\n";
const INFERRED: &str = "# Privacy policy\n\nSee our northern privacy choices.\n";

fn folder(settings: &str, policy: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("ak.toml", ALASKA);
    write("hi.toml", HAWAII);
    write("policylint.toml", &format!("packs = [\"ak.toml\", \"hi.toml\"]\n{settings}"));
    write("policy.md", policy);
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let today: &[&str] = if matches!(arguments[0], "check" | "coverage") { &["--today", "2026-11-22"] } else { &[] };
    policylint(folder.path(), &[arguments, today].concat())
}

fn check(settings: &str, policy: &str, more: &[&str]) -> String {
    let output = run(&folder(settings, policy), &[&["check", "policy.md"], more].concat());
    assert_ne!(output.status.code(), Some(2), "{}", stderr(&output));
    stdout(&output)
}

/// Rule and severity of each finding of laws made up here.
fn found(settings: &str, policy: &str, more: &[&str]) -> Vec<String> {
    let output = run(&folder(settings, policy), &[&["check", "policy.md", "--format", "json"], more].concat());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let diagnostics = json["files"][0]["diagnostics"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let all = diagnostics.iter().map(|found| format!("{} {}", text(&found["severity"]), text(&found["rule"])));
    let mut all: Vec<String> = all.filter(|found| found.contains(" ak/") || found.contains(" hi/")).collect();
    all.sort();
    all
}

#[test]
fn what_laws_miss_is_grouped_and_one_cause_is_told_once() {
    insta::assert_snapshot!("grouped", check("", BOTH, &[]));
    insta::assert_snapshot!("concise", check("", BOTH, &["--format", "concise"]));
    let output = run(&folder("", BOTH), &["check", "policy.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let dates: Vec<&serde_json::Value> = json["files"][0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| found["rule"].as_str().unwrap().ends_with("/effective-date"))
        .collect();
    assert_eq!(dates.len(), 1, "one cause, one diagnostic");
    assert_eq!((&dates[0]["rule"], &dates[0]["severity"]), (&"hi/effective-date".into(), &"error".into()));
    assert_eq!(dates[0]["notes"][0], "ak/effective-date asks for it, too: Alaska Stat. § 45.20");
    assert_eq!(json["summary"]["errors"], 4, "two of each law but the date, and no contact");
}

#[test]
fn what_is_missed_under_a_law_and_one_that_keeps_its_words_is_told_once() {
    let folder = folder("", BOTH);
    let write = |law: &str| fs::write(folder.path().join("hi.toml"), HAWAII.replace("[pack.law]", law)).unwrap();
    let appeals = || {
        let output = run(&folder, &["check", "policy.md", "--format", "json"]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let diagnostics = json["files"][0]["diagnostics"].as_array().unwrap();
        let appeals = diagnostics.iter().filter(|found| found["rule"].as_str().unwrap().ends_with("/appeal"));
        appeals.map(|found| format!("{} {}", found["rule"], found["notes"])).collect::<Vec<_>>()
    };
    assert_eq!(appeals(), ["\"ak/appeal\" []", "\"hi/appeal\" []"]);
    write("[pack.law]\nfollows = \"ak\"");
    assert_eq!(appeals(), ["\"ak/appeal\" [\"hi/appeal asks for it, too: Haw. Rev. Stat. § 10\"]"]);
    write("[pack.law]\nfollows = \"alsaka\"");
    let output = run(&folder, &["check", "policy.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("there is no law `alsaka`"), "{}", stderr(&output));
}

#[test]
fn a_partial_disclosure_says_what_it_lacks_and_why_its_law_is_in_play() {
    insta::assert_snapshot!("partial", check("", PARTIAL, &[]));
}

#[test]
fn an_inferred_law_counts_one_level_less_unless_its_pack_is_off() {
    assert_eq!(found("", INFERRED, &[]), ["note ak/effective-date", "warning ak/appeal"]);
    assert_eq!(found("", BOTH, &[]).len(), 3, "named is enough for a pack that is off");
    let configured = found("policy.laws = [\"hi\"]\n", "# Privacy policy\n\nHello.\n", &[]);
    assert_eq!(configured, ["error hi/appeal", "error hi/effective-date"]);
    assert!(found("", "# Privacy policy\n\nHello.\n", &["--law", "all"]).contains(&"error hi/appeal".to_owned()));
}

#[test]
fn a_configuration_says_which_laws_do_not_apply() {
    let hawaii = ["error hi/appeal", "error hi/effective-date"];
    assert_eq!(found("policy.except-laws = [\"ak\"]\n", BOTH, &[]), hawaii);
    assert!(found("policy.except-laws = [\"all\"]\n", BOTH, &[]).is_empty());
    assert_eq!(found("policy = { laws = [\"hi\"], except-laws = [\"all\"] }\n", BOTH, &[]), hawaii);
    let named = found("policy.except-laws = [\"ak\", \"hi\"]\n", BOTH, &["--law", "hi"]);
    assert_eq!(named, hawaii, "the command line has the last word");
    let later = "policy.laws = [\"ak\"]\n[[overrides]]\nfiles = [\"*.md\"]\npolicy.except-laws = [\"ak\"]\n";
    assert_eq!(found(later, BOTH, &[]), hawaii, "and an override one on the table above");
    let unknown = run(&folder("policy.except-laws = [\"akk\"]\n", BOTH), &["check", "policy.md"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("did you mean `ak`?"), "{}", stderr(&unknown));
    let both = run(&folder("policy = { laws = [\"ak\"], except-laws = [\"ak\"] }\n", BOTH), &["check", "policy.md"]);
    assert_eq!(both.status.code(), Some(2));
    assert!(stderr(&both).contains("`laws` names it, too"), "{}", stderr(&both));
}

#[test]
fn a_law_asks_for_nothing_before_its_first_edition() {
    let early = ["check", "policy.md", "--law", "ak", "--today", "2019-12-31"];
    let output = policylint(folder("", BOTH).path(), &early);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let printed = stdout(&output);
    assert!(!printed.contains("ak/"), "{printed}");
    assert!(printed.contains("note: policy.md: `ak` is in force from 2020-01-01; its rules were not run"), "{printed}");
    let only = folder("policy.except-laws = [\"hi\"]\n", BOTH);
    let old = policylint(only.path(), &["check", "policy.md", "--law", "ak", "--today", "2023-01-01"]);
    assert!(stdout(&old).contains("edition: of 2019"), "{}", stdout(&old));
}

#[test]
fn a_supplement_is_not_blamed_for_what_its_main_policy_holds() {
    for kind in ["supplement", "layered", "cookie-notice", "terms", "notice-at-collection"] {
        assert!(found(&format!("policy.document-type = \"{kind}\"\n"), BOTH, &[]).is_empty(), "{kind}");
    }
    let cookies = BOTH.replace("Privacy policy", "Cookie policy");
    assert!(found("", &cookies, &[]).is_empty());
    // Coverage of all laws judges whatever.
    let output = run(&folder("", &cookies), &["coverage", "policy.md", "--law", "all", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let requirements = json["files"][0]["requirements"].as_array().unwrap();
    let appeal = requirements.iter().find(|requirement| requirement["id"] == "ak/appeal").unwrap();
    assert_eq!(appeal["status"], "missing");
}

/// What stands before the requirements of no law, which shipped packs add to.
fn of_laws(printed: &str) -> &str {
    let end = ["any policy", "\npolicy.md: "].iter().filter_map(|mark| printed.find(mark)).min();
    printed[..end.unwrap_or(printed.len())].trim_end()
}

#[test]
fn coverage_tells_law_by_law() {
    let folder = folder("", PARTIAL);
    insta::assert_snapshot!("coverage_in_play", of_laws(&stdout(&run(&folder, &["coverage", "policy.md"]))));
    let asked = ["coverage", "policy.md", "--law", "ak", "--law", "hi"];
    insta::assert_snapshot!("coverage_asked", of_laws(&stdout(&run(&folder, &asked))));
    let markdown = stdout(&run(&folder, &["coverage", "policy.md", "--law", "hi", "--format", "markdown"]));
    let law = &markdown[markdown.find("<details>").unwrap()..];
    insta::assert_snapshot!("coverage_markdown", &law[..law.find("</details>").unwrap()]);
    let unknown = run(&folder, &["coverage", "policy.md", "--law", "hii", "--format", "json"]);
    assert_eq!((unknown.status.code(), stdout(&unknown).as_str()), (Some(2), ""));
    assert_eq!(stderr(&unknown), "error: there is no law `hii`; did you mean `hi`?\n");
}

#[test]
fn explain_prints_rules_and_laws_of_packs_of_ones_own() {
    let folder = folder("", BOTH);
    insta::assert_snapshot!("explain_rule", stdout(&run(&folder, &["explain", "hi/appeal"])));
    assert_eq!(run(&folder, &["explain", "ak/appeals"]).stdout, run(&folder, &["explain", "ak/appeal"]).stdout);
    let date = stdout(&run(&folder, &["explain", "ak/effective-date"]));
    assert!(date.contains("cited from memory"), "{date}");
    assert!(date.contains("one statement serves  caloppa/effective-date, general/date-present,"), "{date}");
    insta::assert_snapshot!("explain_law", stdout(&run(&folder, &["explain", "ak"])));
    let json: serde_json::Value =
        serde_json::from_slice(&run(&folder, &["explain", "ak/kelp", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["rules"][0]["model_clause"], "We gather kelp.");
    assert!(stdout(&run(&folder, &["explain", "ak/kelp", "--format", "markdown"])).starts_with("# ak/kelp\n"));
    let isolated = run(&folder, &["explain", "ak/kelp", "--isolated"]);
    assert_eq!(isolated.status.code(), Some(2));
    let unknown = run(&folder, &["explain", "ak/kelpp", "ak/kelp"]);
    assert_eq!(unknown.status.code(), Some(2), "what is known is printed all the same");
    assert!(stdout(&unknown).starts_with("ak/kelp\n"));
    assert_eq!(stderr(&unknown), "error: there is no rule `ak/kelpp`; did you mean `ak/kelp`?\n");
}

#[test]
fn rules_are_filtered() {
    let folder = folder("", BOTH);
    let ids = |more: &[&str]| {
        let output = run(&folder, &[&["rules", "--format", "json"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let rules = json["rules"].as_array().unwrap().clone();
        rules.iter().map(|rule| rule["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["--law", "hi"]), ["hi/appeal", "hi/effective-date"]);
    assert_eq!(ids(&["hi/*", "ak/appeals"]), ["ak/appeal", "hi/appeal", "hi/effective-date"]);
    assert_eq!(ids(&["--law", "ak", "--severity", "note", "--severity", "warning"]), ["ak/effective-date", "ak/kelp"]);
    assert_eq!(ids(&["--law", "ak", "--confidence", "medium"]), ["ak/effective-date"], "unverified is medium at most");
    assert_eq!(ids(&["--search", "GATHER kelp"]), ["ak/kelp"]);
    assert_eq!(ids(&["--law", "ak", "--kind", "checklist"]), Vec::<String>::new());
    assert_eq!(ids(&["--law", "ak", "--persona", "default", "--report", "diagnostic"]).len(), 3);
    insta::assert_snapshot!("rules_table", stdout(&run(&folder, &["rules", "--law", "ak"])));
    let told = |more: &[&str]| {
        let output = run(&folder, &[&["rules"], more].concat());
        assert_eq!(output.status.code(), Some(2));
        stderr(&output)
    };
    assert_eq!(told(&["--law", "hj"]), "error: there is no law `hj`; did you mean `hi`?\n");
    assert_eq!(told(&["--kind", "valve"]), "error: there is no kind of rule `valve`; did you mean `value`?\n");
    assert_eq!(told(&["ak/kalp"]), "error: there is no rule `ak/kalp`; did you mean `ak/kelp`?\n");
}
