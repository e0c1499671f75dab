//! The repository's own promises: README commands work, texts name no machine, files belong together.

use std::fs;
use std::path::Path;
use std::process::Command;

use policylint::config::ConfigFile;
use policylint::engine::{shipped_sources, test_examples};
use policylint::ruleset::load;
use policylint::text::NamedText;

use crate::support::{policylint, root, stdout, today};

/// The lines of the README's first console block, each a command.
fn readme_commands() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let block = readme.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
    block.lines().filter_map(|line| line.strip_prefix("$ ")).map(str::to_owned).collect()
}

#[test]
fn the_readme_s_two_commands_are_what_a_newcomer_types() {
    assert_eq!(readme_commands(), ["cargo run --release -- check examples", "cargo test"]);
}

#[test]
fn the_readme_s_first_command_finds_what_it_says() {
    let output = policylint(&root(), &["check", "examples", "--today", "2026-11-22", "--isolated"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(stdout(&output));
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    let listed = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    let Ok(listed) = listed.map(|output| String::from_utf8(output.stdout).unwrap()) else { return };
    // Spelt in parts, so that this file does not hold what it looks for.
    let marks = [["/ro", "ot/"], ["/ho", "me/"], ["index.crates", ".io"], ["registry.npmjs", ".org"]]
        .map(|parts| parts.concat());
    for name in listed.lines().filter(|name| *name != "Cargo.lock") {
        let Ok(text) = fs::read_to_string(root().join(name)) else { continue };
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{name} holds {mark}");
        }
    }
}

#[test]
fn the_hook_and_the_action_call_the_command_that_exists() {
    let hooks = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    for entry in hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: policylint ")) {
        // The hook for whole repositories names the folder itself.
        let arguments: Vec<&str> = entry.split(' ').filter(|argument| *argument != ".").collect();
        let output =
            policylint(Path::new(&root()), &[&arguments[..], &["examples/fernhollow.txt", "--isolated"]].concat());
        assert_eq!(output.status.code(), Some(0), "{entry}: {}", stdout(&output));
    }
}

/// The first TOML block of a page that holds `mark`.
fn toml_block(page: &str, mark: &str) -> String {
    let text = fs::read_to_string(root().join(page)).unwrap();
    let blocks = text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
    blocks.into_iter().find(|block| block.contains(mark)).unwrap()
}

#[test]
fn the_readme_s_settings_are_read() {
    let text = toml_block("README.md", "[policy]");
    let file = ConfigFile::parse(NamedText::new("policylint.toml", text), &root());
    assert!(file.is_ok(), "{file:?}");
}

#[test]
fn the_rule_that_contributors_are_shown_loads_and_its_examples_hold() {
    let rule = NamedText::new("general/unfair-perfect-security.toml", toml_block("CONTRIBUTING.md", "[[find]]"));
    let mut sources = shipped_sources();
    sources.push(rule.clone());
    let rules = load(&sources, |_| None).unwrap();
    let report = test_examples(&rules, &[rule], today());
    assert_eq!((report.rules, report.failures.len()), (1, 0), "{:?}", report.failures);
}

#[test]
fn what_the_readme_shows_of_laws_is_what_is_printed() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let section = readme.split("## What laws ask for").nth(1).unwrap().split("\n## ").next().unwrap();
    let shown: Vec<&str> = section.split("```text\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let day = ["examples/meadowlark.md", "--isolated", "--today", "2026-11-22"];
    let printed = |command: &[&str]| stdout(&policylint(Path::new(&root()), &[command, &day[..]].concat()));
    let commands: [&[&str]; 2] = [&["check"], &["coverage", "--law", "caloppa"]];
    assert_eq!(shown.len(), commands.len());
    for (block, command) in shown.into_iter().zip(commands) {
        assert!(printed(command).contains(block), "{command:?} prints\n{}", printed(command));
    }
}
