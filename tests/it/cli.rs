//! The command as a user meets it: formats, statuses, configuration, bad input.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::{policylint, stderr, stdout};

const BROKEN: &str = "# Privacy policy\n\nWrite to loom@ larkspur-looms.com for a copy.\n\nLast updated: 1 May 2026\n";
const CLEAN: &str = "# Privacy policy\n\nWrite to loom@larkspur-looms.com for a copy.\n\nLast updated: 1 May 2026\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn check(folder: &TempDir, more: &[&str]) -> std::process::Output {
    policylint(folder.path(), &[&["check", "--today", "2026-11-22"], more].concat())
}

#[test]
fn full_output_shows_place_excerpt_help_and_citation() {
    let folder = folder(&[("policy.md", BROKEN)]);
    let output = check(&folder, &["policy.md"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(stdout(&output), @"
    error[general/contact-email-space]: `loom@ larkspur-looms.com` cannot receive mail: there is white space inside the address
      ┌─ policy.md:3:10
      │
    3 │ Write to loom@ larkspur-looms.com for a copy.
      │          ^^^^^^^^^^^^^^^^^^^^^^^^ written as `loom@larkspur-looms.com` it would work
      │
      = help: write `loom@larkspur-looms.com`
      = citation: RFC 5321 § 4.1.2 <https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2>
      = fix available: write `loom@larkspur-looms.com`

    1 file checked: 1 error (1 fixable with --fix)
    ");
}

#[test]
fn concise_and_github_have_a_line_each() {
    let folder = folder(&[("policy.md", BROKEN)]);
    insta::assert_snapshot!(stdout(&check(&folder, &["policy.md", "--format", "concise"])), @"
    policy.md:3:10: error[general/contact-email-space] `loom@ larkspur-looms.com` cannot receive mail: there is white space inside the address
    1 file checked: 1 error (1 fixable with --fix)
    ");
    insta::assert_snapshot!(stdout(&check(&folder, &["policy.md", "--format", "github"])), @"::error file=policy.md,line=3,endLine=3,col=10,endColumn=34,title=general/contact-email-space::`loom@ larkspur-looms.com` cannot receive mail: there is white space inside the address%0Ahelp: write `loom@larkspur-looms.com`%0Acitation: RFC 5321 § 4.1.2 https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2");
}

#[test]
fn json_has_the_contract() {
    let folder = folder(&[("policy.md", BROKEN)]);
    let output = check(&folder, &["policy.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["tool"]["name"], "policylint");
    let file = &json["files"][0];
    assert_eq!(file["path"], "policy.md");
    assert_eq!(file["documents"][0]["type"], "policy");
    assert_eq!(file["documents"][0]["title"], "Privacy policy");
    let found = &file["diagnostics"][0];
    assert_eq!(found["rule"], "general/contact-email-space");
    assert_eq!(found["law"], serde_json::Value::Null);
    let span = &found["spans"][0];
    let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
    assert_eq!(&BROKEN[start..end], "loom@ larkspur-looms.com");
    assert_eq!(
        (span["line"].as_u64(), span["column"].as_u64(), span["end_column"].as_u64()),
        (Some(3), Some(10), Some(34))
    );
    assert_eq!(span["primary"], true);
    assert!(found["fingerprint"].as_str().unwrap().starts_with("v1:"));
    assert_eq!(found["fixes"][0]["safe"], true);
    assert_eq!(json["summary"]["errors"], 1);
}

#[test]
fn the_format_never_changes_the_status() {
    let folder = folder(&[("broken.md", BROKEN), ("clean.md", CLEAN)]);
    for format in ["full", "concise", "json", "github"] {
        assert_eq!(check(&folder, &["broken.md", "--format", format]).status.code(), Some(1), "{format}");
        assert_eq!(check(&folder, &["clean.md", "--format", format]).status.code(), Some(0), "{format}");
        assert_eq!(check(&folder, &["missing.md", "clean.md", "--format", format]).status.code(), Some(2), "{format}");
    }
}

#[test]
fn fail_on_and_exit_zero_decide_what_counts() {
    let folder = folder(&[("policy.md", BROKEN)]);
    assert_eq!(check(&folder, &["policy.md", "--fail-on", "never"]).status.code(), Some(0));
    assert_eq!(check(&folder, &["policy.md", "--exit-zero"]).status.code(), Some(0));
    assert_eq!(check(&folder, &["policy.md", "--fail-on", "note"]).status.code(), Some(1));
    let graded = "[rules.\"general/contact-email-space\"]\nseverity = \"note\"\n";
    let folder = crate::cli::folder(&[("policy.md", BROKEN), ("policylint.toml", graded)]);
    assert_eq!(check(&folder, &["policy.md"]).status.code(), Some(0), "{}", stdout(&check(&folder, &["policy.md"])));
    assert_eq!(check(&folder, &["policy.md", "--fail-on", "note"]).status.code(), Some(1));
}

#[test]
fn standard_input_is_a_file_with_a_name() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_policylint"))
        .args(["check", "-", "--stdin-filename", "draft.txt", "--format", "concise", "--isolated"])
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BROKEN.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("draft.txt:3:10: error[general/contact-email-space]"), "{}", stdout(&output));
}

#[test]
fn bad_input_is_told_and_the_rest_still_checked() {
    let folder = folder(&[("broken.md", BROKEN), ("empty/readme.rst", "x")]);
    fs::write(folder.path().join("binary.md"), [0, 159, 146, 150, 0, 1]).unwrap();
    let output = check(&folder, &["missing.md", "binary.md", "broken.md", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("broken.md:3:10: error"), "{}", stdout(&output));
    insta::assert_snapshot!(stderr(&output), @"
    error: cannot read missing.md: no such file or folder; check the spelling and the folder that the run starts in
    error: cannot read binary.md: this is a binary file, not text; if it is no policy, name it under `exclude` in policylint.toml
    ");
    let nothing = check(&folder, &["empty"]);
    assert_eq!(nothing.status.code(), Some(2));
    insta::assert_snapshot!(stderr(&nothing), @"error: no policy is found in empty: looked for *.md, *.markdown, *.mdx, *.html, *.htm, *.xhtml, *.txt, *.text; hidden files and those that .gitignore names are not looked at");
    assert_eq!(check(&folder, &[]).status.code(), Some(2), "no path at all");
    assert_eq!(check(&folder, &["--no-such-flag"]).status.code(), Some(2));
}

#[test]
fn problems_are_part_of_the_json() {
    let folder = folder(&[("clean.md", CLEAN)]);
    let output = check(&folder, &["missing.md", "clean.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["problems"][0]["kind"], "missing");
    assert_eq!(json["problems"][0]["path"], "missing.md");
    assert_eq!(json["files"][0]["path"], "clean.md");
}

#[test]
fn a_misspelt_key_is_told_at_its_line() {
    let folder = folder(&[("policylint.toml", "fail-onn = \"error\"\n"), ("policy.md", BROKEN)]);
    let output = check(&folder, &["policy.md"]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(stderr(&output), @r#"
    config/unknown-key

      × unknown key `fail-onn` in the configuration
       ╭─[policylint.toml:1:1]
     1 │ fail-onn = "error"
       · ────────
       ╰────
      help: did you mean `fail-on`?
    "#);
    assert_eq!(
        check(&folder, &["policy.md", "--isolated"]).status.code(),
        Some(1),
        "--isolated reads no configuration"
    );
}

#[test]
fn the_nearest_configuration_decides() {
    let folder = folder(&[
        ("policylint.toml", "[rules]\n\"general/contact-email-space\" = \"off\"\n"),
        ("a/policy.md", BROKEN),
        ("b/policylint.toml", "[rules]\n\"general/contact-email-space\" = \"warning\"\n"),
        ("b/policy.md", BROKEN),
        ("c/policylint.toml", "exclude = [\"policy.md\"]\n"),
        ("c/policy.md", BROKEN),
    ]);
    assert_eq!(check(&folder, &["a"]).status.code(), Some(0));
    let warned = check(&folder, &["b", "--format", "concise"]);
    assert_eq!(warned.status.code(), Some(0));
    assert!(stdout(&warned).contains("warning[general/contact-email-space]"), "{}", stdout(&warned));
    let excluded = check(&folder, &["c/policy.md"]);
    assert_eq!(excluded.status.code(), Some(0), "named files that the configuration excludes: 0 with a note");
    assert!(stderr(&excluded).contains("c/policy.md is not checked"), "{}", stderr(&excluded));
}

#[test]
fn unknown_rules_and_laws_in_a_configuration_are_told() {
    let folder = folder(&[
        ("policylint.toml", "[policy]\nlaws = [\"cpca\"]\n\n[rules]\n\"ccpa/deletion-exception\" = \"off\"\n"),
        ("policy.md", CLEAN),
    ]);
    let output = check(&folder, &["policy.md"]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(stderr(&output), @r#"
      × the configuration has 2 errors

    Error: config/unknown-law

      × unknown law `cpca`
       ╭─[policylint.toml:2:9]
     1 │ [policy]
     2 │ laws = ["cpca"]
       ·         ──────
     3 │ 
       ╰────
      help: did you mean `ccpa`?

    Error: config/unknown-rule

      × unknown rule `ccpa/deletion-exception`
       ╭─[policylint.toml:5:1]
     4 │ [rules]
     5 │ "ccpa/deletion-exception" = "off"
       · ─────────────────────────
       ╰────
      help: did you mean `ccpa/deletion-exceptions`?
    "#);
}

#[test]
fn a_configured_law_is_in_play_whatever_the_text_says() {
    let text = "# Privacy policy\n\nYou have the right to have us delete your personal information.\n";
    let folder = folder(&[("policy.md", text)]);
    assert!(!stdout(&check(&folder, &["policy.md"])).contains("ccpa/deletion-exceptions"));
    assert!(stdout(&check(&folder, &["policy.md", "--law", "ccpa"])).contains("ccpa/deletion-exceptions"));
    assert_eq!(check(&folder, &["policy.md", "--law", "ccpaa"]).status.code(), Some(2));
}

#[test]
fn a_pack_of_ones_own_is_checked_tested_and_used() {
    let pack = r#"
[pack]
id = "house"
name = "our own rules"
version = "1"

[[rule]]
id = "house/no-magic"
title = "no magic"
kind = "prohibited"
severity = "error"
about = "Nothing is magic."
message = "this claims magic"
help = "say what happens"
citation = { text = "house style" }

[[rule.find]]
any = ["{we} use magic"]

[[rule.pass]]
text = "Magic is for the stage."

[[rule.fail]]
text = "We use magic."
excerpt = "We use magic"
"#;
    let folder = folder(&[
        ("house.toml", pack),
        ("policylint.toml", "packs = [\"house.toml\"]\n"),
        (
            "policy.md",
            "We use magic to guess your size. Write to House of Hats Ltd, hat@house-of-hats.com.\n\nLast updated: 1 May 2026\n",
        ),
    ]);
    let tested = policylint(folder.path(), &["test", "house.toml"]);
    assert_eq!(tested.status.code(), Some(0), "{}{}", stdout(&tested), stderr(&tested));
    insta::assert_snapshot!(stdout(&tested), @"1 rule, 2 examples: all hold");
    let output = check(&folder, &["policy.md", "--format", "concise"]);
    insta::assert_snapshot!(stdout(&output), @"
    policy.md:1:1: error[house/no-magic] this claims magic
    1 file checked: 1 error
    ");
    fs::write(folder.path().join("house.toml"), pack.replace("{we}", "{wee}")).unwrap();
    let broken = check(&folder, &["policy.md"]);
    assert_eq!(broken.status.code(), Some(2));
    insta::assert_snapshot!(stderr(&broken), @r#"
     × there is no word class `wee`
       ╭─[house.toml:18:9]
    17 │ [[rule.find]]
    18 │ any = ["{wee} use magic"]
       ·         ─────
    19 │ 
       ╰────
     help: did you mean `{we}`?
    "#);
}

#[test]
fn a_configuration_may_change_any_field_of_a_shipped_rule() {
    let folder = folder(&[
        (
            "policylint.toml",
            "[rules.\"general/contact-email-space\"]\nmessage = \"fix `{written}`, please\"\nseverity = \"note\"\n",
        ),
        ("policy.md", BROKEN),
    ]);
    let output = check(&folder, &["policy.md", "--format", "concise"]);
    insta::assert_snapshot!(stdout(&output), @"
    policy.md:3:10: note[general/contact-email-space] fix `loom@ larkspur-looms.com`, please
    1 file checked: 1 note (1 fixable with --fix)
    ");
}

#[test]
fn a_text_in_another_language_is_told_once_and_contacts_still_checked() {
    let text = "# Datenschutzerklärung\n\nWir verarbeiten personenbezogene Daten nur, soweit dies zur Bereitstellung unserer Webseite und unserer Inhalte erforderlich ist. Die Verarbeitung erfolgt nach Einwilligung der Nutzerinnen und Nutzer. Sie haben das Recht, Auskunft über die von uns verarbeiteten Daten zu verlangen und deren Löschung zu fordern. Schreiben Sie an weberei@ larkspur-looms.com, wenn Sie Fragen zu dieser Erklärung haben.\n";
    let folder = folder(&[("policy.md", text)]);
    let output = check(&folder, &["policy.md"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("general/contact-email-space"));
    assert_eq!(stdout(&output).matches("this text is in `de`").count(), 1, "{}", stdout(&output));
}

#[test]
fn output_is_the_same_whatever_the_order_and_the_day_is_an_input() {
    let folder = folder(&[("a.md", BROKEN), ("b.md", BROKEN), ("c.md", CLEAN)]);
    let forward = check(&folder, &["a.md", "b.md", "c.md", "--format", "json"]);
    let backward = check(&folder, &["c.md", "b.md", "a.md", "--format", "json"]);
    assert_eq!(forward.stdout, backward.stdout);
    assert_eq!(check(&folder, &["--today", "yesterday", "a.md"]).status.code(), Some(2));
}

#[test]
fn a_fix_is_written_in_the_file_s_own_encoding_and_a_diff_changes_nothing() {
    let folder = folder(&[("policy.md", BROKEN), ("clean.md", CLEAN)]);
    let shown = check(&folder, &["policy.md", "clean.md", "--diff"]);
    assert_eq!(shown.status.code(), Some(1));
    insta::assert_snapshot!(stdout(&shown), @"
    --- a/policy.md
    +++ b/policy.md
    @@ -1,5 +1,5 @@
     # Privacy policy
     
    -Write to loom@ larkspur-looms.com for a copy.
    +Write to loom@larkspur-looms.com for a copy.
     
     Last updated: 1 May 2026
    ");
    assert_eq!(fs::read_to_string(folder.path().join("policy.md")).unwrap(), BROKEN);
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(BROKEN.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    fs::write(folder.path().join("wide.txt"), wide).unwrap();
    let fixed = check(&folder, &["policy.md", "clean.md", "wide.txt", "--fix"]);
    assert_eq!(fixed.status.code(), Some(0), "{}", stdout(&fixed));
    assert!(stderr(&fixed).contains("2 files mended"), "{}", stderr(&fixed));
    assert_eq!(fs::read_to_string(folder.path().join("policy.md")).unwrap(), CLEAN);
    let mended: Vec<u8> = std::iter::once(0xFEFF).chain(CLEAN.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(fs::read(folder.path().join("wide.txt")).unwrap(), mended);
    assert_eq!(check(&folder, &["policy.md", "--diff"]).status.code(), Some(0), "nothing is left to mend");
}

#[test]
fn coverage_has_the_contract() {
    let text = "# Privacy policy\n\nWe use remarketing. We do not respond to do-not-track signals.\n";
    let folder = folder(&[("policy.md", text)]);
    let output = policylint(folder.path(), &["coverage", "policy.md", "--law", "caloppa", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let requirements = json["files"][0]["requirements"].as_array().unwrap();
    let requirement = requirements.iter().find(|found| found["id"] == "caloppa/dnt-response").unwrap();
    assert_eq!(requirement["status"], "met");
    assert_eq!(requirement["stance"], "not-honored");
    let evidence = &requirement["evidence"][0];
    let (start, end) = (evidence["start"].as_u64().unwrap() as usize, evidence["end"].as_u64().unwrap() as usize);
    assert_eq!(&text[start..end], "We do not respond to do-not-track signals.");
    assert_eq!(evidence["text"], "We do not respond to do-not-track signals.");
    let table = policylint(folder.path(), &["coverage", "policy.md", "--law", "caloppa"]);
    assert!(stdout(&table).contains("✓ met      dnt-response"), "{}", stdout(&table));
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder(&[]);
    let listed = policylint(folder.path(), &["rules", "--law", "ccpa"]);
    let printed = stdout(&listed);
    let (rows, count) = printed.split_once("\n\n").unwrap();
    // A long title goes on in a line of its own.
    let first_lines = || rows.lines().filter(|line| !line.starts_with(' '));
    assert!(first_lines().all(|line| line.starts_with("ccpa/")), "{rows}");
    assert_eq!(count, format!("{} rules\n", first_lines().count()));
    let explained = policylint(folder.path(), &["explain", "caloppa/dnt-response"]);
    assert!(stdout(&explained).starts_with("caloppa/dnt-response\n"), "{}", stdout(&explained));
    let unknown = policylint(folder.path(), &["explain", "caloppa/dnt-respond"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("did you mean `caloppa/dnt-response`?"), "{}", stderr(&unknown));
}

#[test]
fn a_file_without_text_is_told_of_without_words_from_it() {
    for (name, text) in
        [("policy.md", ""), ("policy.md", " \n\n"), ("policy.html", "<html><body></body></html>"), ("policy.txt", "")]
    {
        let folder = folder(&[(name, text)]);
        let output = stdout(&check(&folder, &[name]));
        assert!(output.contains(&format!("┌─ {name} they belong at line 1\n")), "{output}");
        assert!(output.contains(&format!("note: {name}: this file holds no text that can be read\n")), "{output}");
        assert!(!output.contains("“”"), "{output}");
        let concise = stdout(&check(&folder, &[name, "--format", "concise"]));
        assert!(concise.contains("this file holds no text"), "{concise}");
    }
    assert!(!stdout(&check(&folder(&[("policy.md", CLEAN)]), &["policy.md"])).contains("holds no text"));
}
