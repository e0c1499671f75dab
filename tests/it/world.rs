//! Policies of our own from around the world: which laws their words bring in, what of each is met, and what is said of the rest.
//!
//! `tests/world` holds, for each law, a text that complies, a template that doesn't, and one of a company abroad with a section for that country.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{policylint, root, stdout};

/// Laws outside the United States, save the GDPR, which has tests of its own.
const LAWS: [&str; 17] = [
    "ai-act",
    "au-app",
    "br-lgpd",
    "ca-qc-law25",
    "ch-fadp",
    "cn-pipl",
    "dsa",
    "eprivacy",
    "in-dpdp",
    "intl",
    "jp-appi",
    "kr-pipa",
    "nz-ipp",
    "pipeda",
    "sg-pdpa",
    "uk-gdpr",
    "za-popia",
];

/// What of the GDPR is asked of the Union by its own names, and must not be met by what is said for its neighbours.
const UNION: [&str; 3] = ["gdpr/eu-representative", "gdpr/lodge-complaint", "gdpr/transfer-safeguards"];

fn folder() -> PathBuf {
    root().join("tests/world")
}

fn names() -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(names.len() > 40, "tests/world holds policies of our own");
    names
}

/// What a command reports of the named files, in their order.
fn files(command: &str, names: &[String], arguments: &[&str]) -> Vec<Value> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let arguments = [&[command, "--isolated", "--format", "json"], arguments, &names].concat();
    let mut report: Value = serde_json::from_str(&stdout(&policylint(&folder(), &arguments))).unwrap();
    let Value::Array(files) = report["files"].take() else { panic!("a report has files") };
    assert_eq!(files.len(), names.len());
    files
}

fn file(command: &str, name: &str, arguments: &[&str]) -> Value {
    files(command, &[name.to_owned()], arguments).remove(0)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// What a span covers, on one line.
fn quoted(bytes: &[u8], span: &Value) -> String {
    let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    let words = String::from_utf8_lossy(&bytes[at("start")..at("end")]);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The laws in play with what brought them in, what is met, and what is found.
fn summary(name: &str, found: &Value, covered: &Value) -> String {
    let bytes = fs::read(folder().join(name)).unwrap();
    let mut out = String::new();
    let laws = list(found, "laws").iter().filter(|law| LAWS.contains(&text(law, "id")));
    let laws: Vec<&Value> = laws.collect();
    for law in &laws {
        let because = list(law, "because").first().map(|span| quoted(&bytes, span)).unwrap_or_default();
        writeln!(out, "{} {} by “{because}”", text(law, "id"), text(law, "status")).unwrap();
    }
    out.push('\n');
    for requirement in list(covered, "requirements") {
        let (id, law, status) = (text(requirement, "id"), text(requirement, "law"), text(requirement, "status"));
        let asked = laws.iter().any(|played| text(played, "id") == law) && status != "not-applicable";
        // Six countries share one pack: of theirs only what is told.
        if !asked || (law == "intl" && !list(found, "diagnostics").iter().any(|one| text(one, "rule") == id)) {
            continue;
        }
        let lacks: Vec<&str> = list(requirement, "lacks").iter().filter_map(Value::as_str).collect();
        let lacks = if lacks.is_empty() { String::new() } else { format!(" without {}", lacks.join("; ")) };
        writeln!(out, "{status} {id}{lacks}").unwrap();
    }
    out.push('\n');
    for one in list(found, "diagnostics") {
        let rule = text(one, "rule");
        let union = name.starts_with("audiences-") && UNION.contains(&rule);
        if !union && !LAWS.contains(&rule.split('/').next().unwrap_or_default()) {
            continue;
        }
        let span = &list(one, "spans")[0];
        let (severity, persona, message) = (text(one, "severity"), text(one, "persona"), text(one, "message"));
        writeln!(out, "{}: {severity} ({persona}) {rule}: {message}", span["line"]).unwrap();
        writeln!(out, "    “{}”", quoted(&bytes, span)).unwrap();
    }
    out
}

#[test]
fn laws_of_the_world_are_brought_in_and_judged() {
    let names = names();
    let found = files("check", &names, &["--today", "2026-11-22", "--persona", "auditor"]);
    let covered = files("coverage", &names, &["--today", "2026-11-22"]);
    for ((name, found), covered) in names.iter().zip(&found).zip(&covered) {
        assert_eq!([text(found, "path"), text(covered, "path")], [name, name], "files are told of in order");
        insta::assert_snapshot!(name.replace('.', "_"), summary(name, found, covered));
    }
}

#[test]
fn a_policy_that_complies_gets_no_finding_by_default() {
    let names: Vec<String> = names().into_iter().filter(|name| name.contains("-complies.")).collect();
    for (name, found) in names.iter().zip(files("check", &names, &["--today", "2026-11-22"])) {
        let rules = list(&found, "diagnostics").iter().map(|one| text(one, "rule"));
        let rules: Vec<&str> =
            rules.filter(|rule| LAWS.contains(&rule.split('/').next().unwrap_or_default())).collect();
        assert!(rules.is_empty(), "{name}: {rules:?}");
    }
}

#[test]
fn a_country_in_passing_brings_no_law_in() {
    let found = file("check", "mentions-only.md", &["--today", "2026-11-22"]);
    let laws: Vec<&str> = list(&found, "laws").iter().map(|law| text(law, "id")).collect();
    let laws: Vec<&&str> = laws.iter().filter(|law| LAWS.contains(law) || **law == "gdpr").collect();
    assert!(laws.is_empty(), "{laws:?}");
}

#[test]
fn what_a_law_asks_for_holds_from_its_day_on() {
    // The file, the rule, the last day on which it is silent, the first on which it speaks.
    let days = [
        ("uk-template.md", "uk-gdpr/recognised-legitimate-interests", "2026-02-04", "2026-02-05"),
        ("audiences-apart.md", "uk-gdpr/complaint-to-controller", "2026-06-18", "2026-06-19"),
        ("au-template.md", "au-app/automated-decisions", "2026-12-09", "2026-12-10"),
        ("in-template.txt", "in-dpdp/dpdp-notice", "2027-05-12", "2027-05-13"),
        ("nz-template.md", "nz-ipp/ipp3a", "2026-04-30", "2026-05-01"),
        ("ai-template.txt", "ai-act/chatbot", "2026-08-01", "2026-08-02"),
        ("dsa-template.md", "dsa/no-profiling-minors", "2024-02-16", "2024-02-17"),
        ("ch-template.md", "ch-fadp/countries", "2023-08-31", "2023-09-01"),
        ("qc-template.html", "ca-qc-law25/rights-2024", "2024-09-21", "2024-09-22"),
        ("kr-template.md", "kr-pipa/automated-decision", "2024-03-14", "2024-03-15"),
        ("cn-kr-jp-sections.md", "cn-pipl/processing-rules-list", "2024-12-31", "2025-01-01"),
        ("br-template.txt", "br-lgpd/transfer", "2024-08-22", "2024-08-23"),
        ("intl-chile.md", "intl/chile-21719", "2026-11-30", "2026-12-01"),
        ("za-template.txt", "za-popia/regulator", "2021-06-30", "2021-07-01"),
    ];
    for (name, rule, before, after) in days {
        let speaks = |day: &str| {
            let found = file("check", name, &["--today", day, "--persona", "auditor"]);
            list(&found, "diagnostics").iter().any(|one| text(one, "rule") == rule)
        };
        assert!(!speaks(before), "{rule} speaks of {name} on {before}");
        assert!(speaks(after), "{rule} is silent on {name} on {after}");
    }
    let ended = file("check", "in-template.txt", &["--today", "2027-05-13"]);
    assert!(
        !list(&ended, "diagnostics").iter().any(|one| text(one, "rule") == "in-dpdp/spdi-policy"),
        "the rules of 2011 end"
    );
}
