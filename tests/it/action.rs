//! Runs the script of the GitHub action with a stand-in for `policylint`, as the runner would.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What the stand-in does: notes each call in `calls`, one argument a line, and answers by format.
const STAND_IN: &str = r#"#!/usr/bin/env bash
if [[ $1 == --version ]]; then echo "policylint 0.1.0"; exit; fi
{ printf '%s\n' "$@"; echo "actions: ${GITHUB_ACTIONS-unset}"; } >>"$CALLS"
case $3 in
    full) echo 'error: a quoted ::warning:: in the text' ;;
    github) echo '::error file=docs/policy.md,line=3::no such address' ;;
    json) printf '{"files": [{"diagnostics": [{"message": "a \\"summary\\": {\\"errors\\": 9} in the text"}]}],\n' ;
          printf ' "summary": {"files": 2, "errors": 1,\n "warnings": 3, "notes": 12}}\n' ;;
esac
exit "${STAND_IN_STATUS:-0}"
"#;

/// Stands in for cargo: notes where it runs and puts the file `BUILT` where the binary is expected, its last argument
/// being the target folder; fails without `BUILT`.
const CARGO: &str = r#"#!/usr/bin/env bash
[[ -n ${BUILT-} ]] || exit 101
pwd >"$CALLS.cargo"
target=${!#}
mkdir -p "$target/release"
cp "$BUILT" "$target/release/policylint"
"#;

struct Runner {
    home: TempDir,
}

struct Outcome {
    status: i32,
    log: String,
    calls: String,
    outputs: String,
    summary: String,
}

impl Runner {
    fn new() -> Self {
        let runner = Self { home: tempfile::tempdir().unwrap() };
        fs::create_dir_all(runner.path("bin")).unwrap();
        fs::create_dir_all(runner.path("repository/site docs")).unwrap();
        write_executable(&runner.path("bin/policylint"), STAND_IN);
        write_executable(&runner.path("bin/cargo"), CARGO);
        runner
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Runs the action's script with these variables on top of the runner's.
    fn run(&self, variables: &[(&str, &str)]) -> Outcome {
        let action = Path::new(env!("CARGO_MANIFEST_DIR"));
        let search = format!("{}:/usr/bin:/bin", self.path("bin").display());
        let output = Command::new("bash")
            .arg(action.join("scripts/action.sh"))
            .env_clear()
            .env("PATH", search)
            .env("CALLS", self.path("calls"))
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_ACTION_PATH", action)
            .env("GITHUB_WORKSPACE", self.path("repository"))
            .env("GITHUB_OUTPUT", self.path("outputs"))
            .env("GITHUB_STEP_SUMMARY", self.path("summary"))
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        let read = |name: &str| fs::read_to_string(self.path(name)).unwrap_or_default();
        Outcome {
            status: output.status.code().unwrap(),
            log: String::from_utf8(output.stdout).unwrap(),
            calls: read("calls"),
            outputs: read("outputs"),
            summary: read("summary"),
        }
    }
}

fn write_executable(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn report_annotations_outputs_and_summary_are_written() {
    let outcome = Runner::new().run(&[("STAND_IN_STATUS", "1")]);
    assert_eq!(outcome.status, 1);
    assert_eq!(outcome.outputs, "exit-code=1\nfindings=16\n");
    assert!(outcome.summary.contains("| 2 | 1 | 3 | 12 |"), "{}", outcome.summary);
    assert!(outcome.summary.contains("Failed"), "{}", outcome.summary);
    let lines: Vec<&str> = outcome.log.lines().filter(|line| !line.is_empty()).collect();
    let token = lines[0].strip_prefix("::stop-commands::").unwrap();
    assert!(token.len() >= 32, "a token that a policy could guess: {token}");
    let resume = format!("::{token}::");
    assert_eq!(lines[1..3], ["error: a quoted ::warning:: in the text", &resume]);
    assert_eq!(lines[3], "::error file=docs/policy.md,line=3::no such address");
    assert!(!outcome.calls.contains("actions: true"), "the tool must not adapt to the runner by itself");
}

#[test]
fn inputs_reach_the_tool_as_they_are() {
    let outcome = Runner::new().run(&[
        ("INPUT_PATHS", "policy.md\n  terms and more.md \r\n\n/srv/$(touch x)/a.html\n-odd.md"),
        ("INPUT_ARGS", "--law ccpa --config 'persona = \"auditor\"' \"$(touch x)\" *"),
        ("INPUT_FAIL_ON", "warning"),
        ("INPUT_CONFIG", "ci.toml"),
        ("INPUT_WORKING_DIRECTORY", "site docs/"),
        ("INPUT_VERSION", "v0.1.0"),
        ("INPUT_SUMMARY", "false"),
    ]);
    let first: Vec<&str> = outcome.calls.lines().take_while(|line| !line.starts_with("actions:")).collect();
    let expected = [
        "check",
        "--format",
        "full",
        "--color",
        "always",
        "--law",
        "ccpa",
        "--config",
        "persona = \"auditor\"",
        "$(touch x)",
        "*",
        "--config",
        "site docs/ci.toml",
        "--fail-on",
        "warning",
        "--",
        "site docs/policy.md",
        "site docs/terms and more.md",
        "/srv/$(touch x)/a.html",
        "site docs/-odd.md",
    ];
    assert_eq!(first, expected);
    assert_eq!((outcome.status, outcome.summary.as_str()), (0, ""));
}

#[test]
fn what_cannot_run_fails_with_a_reason() {
    let cases: [(&[(&str, &str)], &str); 4] = [
        (&[("INPUT_WORKING_DIRECTORY", "gone")], "there is no folder gone"),
        (&[("INPUT_PATHS", " \n ")], "no file or folder is named"),
        (&[("INPUT_ARGS", "--law 'ccpa")], "a quote is not closed"),
        (&[("INPUT_VERSION", "9.9.9")], "could not be built"),
    ];
    for (variables, reason) in cases {
        let outcome = Runner::new().run(variables);
        assert_eq!(outcome.status, 2, "{reason}");
        assert!(outcome.log.starts_with("::error title=policylint::"), "{}", outcome.log);
        assert!(outcome.log.contains(reason), "{}", outcome.log);
        assert_eq!((outcome.outputs.as_str(), outcome.calls.as_str()), ("exit-code=2\nfindings=\n", ""));
    }
}

#[test]
fn a_run_without_report_is_a_failed_run() {
    let runner = Runner::new();
    let gone = runner.path("bin/gone");
    let outcome = runner.run(&[("POLICYLINT_BIN", gone.to_str().unwrap())]);
    assert_eq!((outcome.status, outcome.outputs.as_str()), (2, "exit-code=2\nfindings=\n"));
    assert!(outcome.summary.contains("The run itself failed"), "{}", outcome.summary);
    write_executable(&gone, "#!/bin/sh\nexit 0\n");
    assert_eq!(runner.run(&[("POLICYLINT_BIN", gone.to_str().unwrap())]).status, 2, "silence is no success");
}

#[test]
fn a_missing_tool_is_built_from_the_actions_own_source() {
    let runner = Runner::new();
    fs::remove_file(runner.path("bin/policylint")).unwrap();
    write_executable(&runner.path("built"), STAND_IN);
    let temporary = runner.path("temporary");
    let built = runner.path("built");
    let outcome = runner.run(&[("RUNNER_TEMP", temporary.to_str().unwrap()), ("BUILT", built.to_str().unwrap())]);
    assert_eq!((outcome.status, outcome.outputs.as_str()), (0, "exit-code=0\nfindings=16\n"));
    let built_in = fs::read_to_string(runner.path("calls.cargo")).unwrap();
    assert_eq!(Path::new(built_in.trim_end()), fs::canonicalize(env!("CARGO_MANIFEST_DIR")).unwrap());
}
