//! `tests/ok` must be silent; what is said of `tests/err` is pinned.

use std::fs;
use std::path::PathBuf;

use crate::support::{policylint, root, stdout};

fn names(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join("tests").join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() >= 3, "tests/{folder} holds fixtures");
    names
}

fn checked(folder: &str, name: &str) -> String {
    let at: PathBuf = root().join("tests").join(folder);
    stdout(&policylint(&at, &["check", name, "--today", "2026-11-22", "--isolated", "--format", "concise"]))
}

#[test]
fn good_policies_get_no_finding() {
    for name in names("ok") {
        // Some are in no law's reach, which the line goes on to say.
        assert!(checked("ok", &name).starts_with("no problems found in 1 file"), "{name}: {}", checked("ok", &name));
    }
}

#[test]
fn bad_policies_get_theirs() {
    for name in names("err") {
        insta::assert_snapshot!(name.replace('.', "_"), checked("err", &name));
    }
}
