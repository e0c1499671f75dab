#![allow(clippy::unwrap_used)]
use std::path::Path;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme};

use super::*;
use crate::report::{Confidence, Persona, RuleId, Severity};
use crate::text::NamedText;

fn parse(text: &str) -> Result<ConfigFile, ConfigErrors> {
    ConfigFile::parse(NamedText::new("policylint.toml", text), Path::new("/site"))
}

fn stack(text: &str) -> ConfigStack {
    ConfigStack::new(vec![parse(text).unwrap()], Vec::new())
}

fn config(text: &str, path: &str) -> Config {
    stack(text).for_file(Path::new(path))
}

/// Each error as `line:column code: message; help`.
fn faults(text: &str) -> Vec<String> {
    let errors = parse(text).unwrap_err();
    let described = |error: &ConfigError| {
        let (file, span) = error.place.as_ref().unwrap();
        let at = file.position(span.start());
        let help = error.fault.help().map(|help| format!("; {help}")).unwrap_or_default();
        format!("{}:{} {}: {}{help}", at.line, at.column, error.fault.code(), error.fault)
    };
    errors.iter().map(described).collect()
}

fn rule(config: &Config, id: &str) -> (Option<bool>, Option<Severity>) {
    let setting = config.rules.of(&RuleId(id.to_owned()));
    (setting.enabled.map(|enabled| enabled.value), setting.severity.map(|severity| severity.value))
}

const WHOLE: &str = r#"
#:schema https://policylint.example/config.schema.json
root = true
extends = "../base.toml"
fail-on = "warning"
persona = "pedantic"
min-confidence = "medium"
exclude = ["archive/"]
packs = ["rules/own", "one-file.toml"]

[policy]
laws = ["ccpa", "gdpr"]
except-laws = ["us-va", "us-co"]
document-type = "supplement"
audience = "california"
language = "en-US"
company = "Nordlicht Café GmbH"
domain = "nordlicht.example"

[rules]
"ccpa/deletion-exceptions" = "off"
"general/*" = "note"
"general/contact-email-space" = { message = "mend the address", severity = "warning", phrases = ["a", "b"] }

[[overrides]]
files = ["california/"]
persona = "auditor"
policy.audience = "everyone"
rules."general/*" = "error"
"#;

#[test]
fn every_key_is_read() {
    let file = parse(WHOLE).unwrap();
    assert!(file.root);
    assert_eq!(file.extends.as_ref().unwrap().value, Path::new("/site/../base.toml"));
    let packs: Vec<&Path> = file.packs.iter().map(|pack| pack.value.as_path()).collect();
    assert_eq!(packs, [Path::new("/site/rules/own"), Path::new("/site/one-file.toml")]);
    assert!(file.exclude().find(Path::new("/site/archive/a.md")).is_some());

    let config = config(WHOLE, "/site/policy.md");
    assert_eq!(config.fail_on.value, FailOn::Warning);
    assert_eq!(config.persona.value, Persona::Pedantic);
    assert_eq!(config.min_confidence.value, Confidence::Medium);
    let policy = &config.policy;
    let laws: Vec<&str> = policy.laws.as_ref().unwrap().iter().map(|law| law.value.as_str()).collect();
    assert_eq!(laws, ["ccpa", "gdpr"]);
    let except: Vec<&str> = policy.except_laws.as_ref().unwrap().iter().map(|law| law.value.as_str()).collect();
    assert_eq!(except, ["us-va", "us-co"]);
    assert_eq!(policy.document_type.as_ref().unwrap().value, "supplement");
    assert_eq!(policy.audience.as_ref().unwrap().value, "california");
    assert_eq!(policy.language.as_ref().unwrap().value, "en-US");
    assert_eq!(policy.company.as_ref().unwrap().value, "Nordlicht Café GmbH");
    assert_eq!(policy.domain.as_ref().unwrap().value, "nordlicht.example");
    assert_eq!(config.persona.origin.to_string(), "policylint.toml:6:11");
}

#[test]
fn nothing_set_is_the_default() {
    let config = config("", "/site/policy.md");
    assert_eq!((config.fail_on.value, config.persona.value), (FailOn::Error, Persona::Default));
    assert_eq!((config.min_confidence.value, &config.min_confidence.origin), (Confidence::Low, &Origin::Default));
    assert_eq!(config.policy, Policy::default());
    assert!(config.rules.entries().is_empty());
}

#[test]
fn special_rules_win_over_general_ones() {
    let config = config(WHOLE, "/site/policy.md");
    assert_eq!(rule(&config, "ccpa/deletion-exceptions"), (Some(false), None));
    assert_eq!(rule(&config, "general/date-future"), (Some(true), Some(Severity::Note)));
    assert_eq!(rule(&config, "general/contact-email-space"), (Some(true), Some(Severity::Warning)));
    assert_eq!(rule(&config, "gdpr/retention"), (None, None));
    let general = "[rules]\n\"general/*\" = \"off\"\n\"general/contact-*\" = \"note\"\n\"*\" = \"error\"\n";
    let config = stack(general).for_file(Path::new("/site/policy.md"));
    assert_eq!(rule(&config, "general/contact-email-space"), (Some(true), Some(Severity::Note)));
    assert_eq!(rule(&config, "general/date-future").0, Some(false));
    assert_eq!(rule(&config, "gdpr/retention"), (Some(true), Some(Severity::Error)));
}

#[test]
fn other_fields_are_handed_on_with_their_places() {
    let config = config(WHOLE, "/site/policy.md");
    let fields = config.rules.of(&RuleId("general/contact-email-space".to_owned())).fields;
    let names: Vec<&str> = fields.iter().map(|field| field.key.value.as_str()).collect();
    assert_eq!(names, ["message", "phrases"]);
    assert_eq!(fields[0].value.get_ref().as_str(), Some("mend the address"));
    assert_eq!(&WHOLE[fields[1].value.span()], "[\"a\", \"b\"]");
    assert_eq!(fields[0].key.origin.to_string(), "policylint.toml:23:35");
}

#[test]
fn overrides_hold_for_their_files_only() {
    let inside = config(WHOLE, "/site/california/policy.md");
    assert_eq!(inside.persona.value, Persona::Auditor);
    assert_eq!(inside.policy.audience.as_ref().unwrap().value, "everyone");
    assert_eq!(inside.policy.company.as_ref().unwrap().value, "Nordlicht Café GmbH", "what it does not set stays");
    // The override is the later layer, so its pattern wins over the id of the table above.
    assert_eq!(rule(&inside, "general/contact-email-space").1, Some(Severity::Error));
    assert_eq!(rule(&inside, "ccpa/deletion-exceptions").0, Some(false));
    let stack = stack(WHOLE);
    let [a, b] = ["/site/california/a.md", "/site/a.md"].map(|path| stack.overrides_for(Path::new(path)));
    assert_ne!(a, b);
}

#[test]
fn layers_win_in_order() {
    let base = "persona = \"auditor\"\nfail-on = \"note\"\nexclude = [\"a.md\"]\n[rules]\n\"ccpa/x\" = \"note\"\n\
                [[overrides]]\nfiles = [\"*.md\"]\nmin-confidence = \"high\"\n";
    let child =
        "persona = \"pedantic\"\nmin-confidence = \"medium\"\nexclude = [\"b.md\"]\n[rules]\n\"ccpa/*\" = \"off\"\n";
    let given = ConfigFile::parse_argument("fail-on = \"never\"", Path::new("/site")).unwrap();
    let stack = ConfigStack::new(vec![parse(base).unwrap(), parse(child).unwrap()], vec![given]);
    let config = stack.for_file(Path::new("/site/policy.md"));
    assert_eq!(config.persona.value, Persona::Pedantic);
    assert_eq!(config.min_confidence.value, Confidence::High, "an override of the base wins over the child's table");
    assert_eq!(config.fail_on.value, FailOn::Never);
    assert_eq!(rule(&config, "ccpa/x"), (Some(false), Some(Severity::Note)));
    for path in ["/site/a.md", "/site/b.md"] {
        assert!(stack.excluded_by(Path::new(path)).is_some(), "{path}");
    }
    assert!(stack.excluded_by(Path::new("/site/c.md")).is_none());
}

#[test]
fn all_faults_are_told_with_place_and_way_out() {
    let text = "\
fail_on = \"warning\"
persona = \"pedantik\"
exclude = \"archive\"
packs = [1, \"\"]
root = \"yes\"
today = 2026-01-01
[policy]
company = \"é\"
laws = \"ccpa\"
domain = \"https://shop.example/privacy\"
language = \"English\"
document-type = \"manual\"
[rules]
\"ccpa/x\" = \"warn\"
\"deletion\" = \"off\"
\"ccpa/y\" = 3
\"ccpa/z\" = { enabled = 1 }
[[overrides]]
persona = \"auditor\"
packs = []
";
    let expected = [
        "1:1 config/unknown-key: unknown key `fail_on` in the configuration; did you mean `fail-on`?",
        "2:11 config/wrong-value: `pedantik` is not a persona; did you mean `pedantic`?",
        "3:11 config/wrong-type: `exclude` must be a list of strings, not a string; write exclude = [\"archive\"]",
        "4:10 config/wrong-type: `packs` must be a list of strings, not an integer",
        "4:13 config/wrong-value: `` is not a value; write a value or leave the key out",
        "5:8 config/wrong-type: `root` must be true or false, not a string",
        "6:1 config/unknown-key: unknown key `today` in the configuration; the date comes from --today or \
         SOURCE_DATE_EPOCH",
        "9:8 config/wrong-type: `laws` must be a list of strings, not a string; write laws = [\"ccpa\"]",
        "10:10 config/wrong-value: `https://shop.example/privacy` is not a host name; write the host name alone: \
         \"shop.example\"",
        "11:12 config/wrong-value: `English` is not a language tag; write a tag such as \"en\" or \"de-AT\"",
        "14:12 config/wrong-value: `warn` is not a level of a rule; did you mean `warning`?",
        "15:1 config/wrong-value: `deletion` is not the id of a rule; ids look like `ccpa/right-to-delete`; `ccpa/*` \
         means all rules of a pack",
        "16:12 config/wrong-type: `ccpa/y` must be a level such as \"off\" or \"warning\", or a table of fields, not \
         an integer",
        "17:24 config/wrong-type: `enabled` must be true or false, not an integer",
        "18:1 config/missing-key: `files` is missing in `overrides`; say which files it is for: files = \
         [\"california/\"]",
        "20:1 config/unknown-key: unknown key `packs` in `overrides`; known here: files, fail-on, persona, \
         min-confidence, policy, rules",
    ];
    assert_eq!(faults(text), expected);
}

#[test]
fn patterns_are_checked_one_by_one() {
    let found = faults("exclude = [\"ok\", \"a[\", \"../b\"]\n[[overrides]]\nfiles = []\n");
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("1:18 config/wrong-pattern: `a[` is not a file pattern"), "{found:?}");
    assert!(found[1].starts_with("1:24 config/wrong-pattern: `../b` is not a file pattern: a pattern cannot leave"));
    assert!(found[2].starts_with("2:1 config/missing-key"), "{found:?}");
}

#[test]
fn broken_toml_is_told_without_guesses() {
    let found = faults("persona = \nfail-on = \"note\"\nexclude = [\"a\"\n");
    assert!(found.len() >= 2, "{found:?}");
    assert!(found.iter().all(|fault| fault.contains("config/syntax")), "{found:?}");
    assert!(found[0].starts_with("1:"), "{found:?}");
    let twice = faults("persona = \"auditor\"\npersona = \"pedantic\"\n");
    assert!(twice[0].starts_with("2:1 config/syntax: this is not TOML: duplicate key"), "{twice:?}");
    let unquoted = faults("[rules]\nccpa/right-to-delete = \"off\"\n");
    assert!(unquoted[0].contains("put a key that holds `/` or `*` in quotes"), "{unquoted:?}");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let config = config("\u{feff}persona = \"auditor\"\n", "/site/policy.md");
    assert_eq!(config.persona.value, Persona::Auditor);
    assert!(faults("\u{feff}persona = 1\n")[0].starts_with("1:"));
}

#[test]
fn what_belongs_in_a_file_is_refused_on_the_command_line() {
    for argument in ["extends = \"a.toml\"", "root = true"] {
        let errors = ConfigFile::parse_argument(argument, Path::new("/site")).unwrap_err();
        assert_eq!(errors.iter().next().unwrap().fault.code(), "config/file-only");
    }
}

#[test]
fn unknown_ids_are_told_with_the_nearest_known() {
    let known = KnownIds {
        rules: &["ccpa/right-to-delete", "general/date-future"],
        laws: &["ccpa", "gdpr"],
        documents: &["policy", "supplement"],
        audiences: &["everyone", "virginia"],
    };
    assert_eq!(stack("policy.laws = [\"all\", \"gdpr\"]\nrules.\"general/*\" = \"off\"").check_ids(known), Ok(()));
    let text = "[policy]\nlaws = [\"cpa\", \"lgpd\"]\n[[overrides]]\nfiles = [\"a\"]\n\
                rules.\"ccpa/right-to-deletion\" = \"off\"\nrules.\"uk/*\" = \"off\"\n\
                policy = { document-type = \"manual\", audience = \"virginias\" }\n";
    let errors = stack(text).check_ids(known).unwrap_err();
    let told: Vec<String> = errors.iter().map(|error| error.problem().message).collect();
    let expected = [
        "line 2, column 9: unknown law `cpa`; did you mean `ccpa`?",
        "line 2, column 16: unknown law `lgpd`; known laws: ccpa, gdpr",
        "line 5, column 7: unknown rule `ccpa/right-to-deletion`; did you mean `ccpa/right-to-delete`?",
        "line 6, column 7: unknown rule `uk/*`; `policylint rules` lists all ids",
        "line 7, column 28: `manual` is not a document type; one of: policy, supplement",
        "line 7, column 49: `virginias` is not an audience; did you mean `virginia`?",
    ];
    assert_eq!(told, expected);
}

#[test]
fn errors_are_drawn_at_their_columns() {
    let errors = parse("policy = { company = \"é\", domian = \"a.example\" }\npersona = 1\n").unwrap_err();
    let mut drawn = String::new();
    GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).render_report(&mut drawn, &errors).unwrap();
    assert!(drawn.contains("the configuration has 2 errors"), "{drawn}");
    assert!(drawn.contains("[policylint.toml:1:27]"), "{drawn}");
    assert!(drawn.contains("did you mean `domain`?"), "{drawn}");
    assert!(drawn.contains("[policylint.toml:2:11]"), "{drawn}");
    let single = parse("persona = 1\n").unwrap_err();
    assert_eq!(single.code().unwrap().to_string(), "config/wrong-type");
    assert!(single.related().is_none());
}

#[test]
fn nesting_and_size_are_survived() {
    let deep = format!("exclude = {}{}", "[".repeat(20_000), "]".repeat(20_000));
    assert!(parse(&deep).is_err());
    let wide: String = (0..5_000).map(|index| format!("key-{index} = 1\n")).collect();
    assert_eq!(parse(&wide).unwrap_err().iter().count(), 5_000);
}
