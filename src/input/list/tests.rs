#![allow(clippy::unwrap_used)]
use tempfile::TempDir;

use super::super::store::Discovery;
use super::*;
use crate::config::{ConfigFile, ProblemKind};

/// A folder with these files, each holding its own name unless it says otherwise.
fn site(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    for file in files {
        let (name, text) = file.split_once('=').unwrap_or((file, file));
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn listed(folder: &Path, paths: &[&str]) -> Listing {
    let mut store = ConfigStore::new(folder, Discovery::Nearest, Vec::new());
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    list(&paths, "<stdin>", Named::ByUser, &mut store)
}

#[test]
fn files_about_the_repository_are_checked_where_people_name_them() {
    let folder = site(&["README.md", "privacy/readme.txt", "CHANGELOG.md", "privacy/policy.md"]);
    assert_eq!(names(&listed(folder.path(), &["."])), ["privacy/policy.md"]);
    assert_eq!(names(&listed(folder.path(), &["README.md"])), ["README.md"]);
    let alone = site(&["README.md"]);
    let nothing = errors(&listed(alone.path(), &["."]));
    assert!(
        nothing[0].ends_with("README.md is by its name about the repository: where it is the policy, name it"),
        "{nothing:?}"
    );
    let mut store = ConfigStore::new(folder.path(), Discovery::Nearest, Vec::new());
    let paths = ["README.md".into(), "privacy/policy.md".into(), "README.md".into()];
    let listing = list(&paths, "<stdin>", Named::ByHook, &mut store);
    assert_eq!(names(&listing), ["privacy/policy.md"]);
    let notes: Vec<String> = listing.skipped.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["README.md is not checked: by its name it is about the repository, and no policy"]);
}

fn names(listing: &Listing) -> Vec<&str> {
    listing.files.iter().map(|file| file.name.as_str()).collect()
}

fn errors(listing: &Listing) -> Vec<String> {
    listing.errors.iter().map(ToString::to_string).collect()
}

#[test]
fn a_folder_gives_its_policies_sorted() {
    let site =
        site(&["b.md", "a/z.HTML", "a-b.txt", "c.mdx", "d.rs", "e", ".hidden.md", ".h/x.md", "f.xhtml", "g.htm"]);
    let listing = listed(site.path(), &["."]);
    assert_eq!(names(&listing), ["a-b.txt", "a/z.HTML", "b.md", "c.mdx", "f.xhtml", "g.htm"]);
    assert!(listing.errors.is_empty() && listing.skipped.is_empty() && listing.broken.is_empty());
    assert_eq!(names(&listed(site.path(), &["./a/", ".h"])), [".h/x.md", "a/z.HTML"]);
}

#[test]
fn names_follow_the_paths_given() {
    let site = site(&["legal/policy.md"]);
    let absolute = site.path().join("legal");
    let inner = site.path().join("legal");
    assert_eq!(names(&listed(&inner, &["../legal/./policy.md"])), ["../legal/policy.md"]);
    let listing = listed(site.path(), &[absolute.to_str().unwrap()]);
    assert_eq!(listing.files[0].name, format!("{}/policy.md", printed(&absolute)));
}

#[test]
fn ignore_files_bind_folders_and_not_named_files() {
    let site =
        site(&[".gitignore=build/\n*.draft.md\n", ".ignore=old.md\n", "build/a.md", "b.draft.md", "old.md", "c.md"]);
    write(site.path(), ".git/info/exclude", "c.md\n");
    assert_eq!(names(&listed(site.path(), &["."])), ["c.md"], "an exclude file of the clone must not count");
    let named = listed(site.path(), &["build/a.md", "b.draft.md", "old.md"]);
    assert_eq!(names(&named), ["b.draft.md", "build/a.md", "old.md"]);
    fs::remove_dir_all(site.path().join(".git")).unwrap();
    assert_eq!(names(&listed(site.path(), &["."])), ["c.md"], "with and without .git the same");
}

#[test]
fn a_file_is_listed_once() {
    let site = site(&["legal/policy.md"]);
    let absolute = site.path().join("legal/policy.md");
    let paths = ["legal/policy.md", "./legal/../legal/policy.md", "legal", ".", absolute.to_str().unwrap()];
    assert_eq!(names(&listed(site.path(), &paths)), ["legal/policy.md"]);
}

#[test]
fn a_named_file_of_any_ending_is_read() {
    let site = site(&["LICENSE=a licence", ".hidden=a policy"]);
    let listing = listed(site.path(), &["LICENSE", ".hidden"]);
    assert_eq!(names(&listing), [".hidden", "LICENSE"]);
    assert_eq!(listing.files[0].read().unwrap().text(), "a policy");
}

#[test]
fn excluded_files_are_skipped_with_a_note_where_named() {
    let site = site(&["policylint.toml=exclude = [\"archive/\"]\n", "archive/a.md", "b.md"]);
    let listing = listed(site.path(), &["archive/a.md", "./archive/a.md"]);
    assert!(listing.files.is_empty() && listing.errors.is_empty(), "{listing:?}");
    let notes: Vec<String> = listing.skipped.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["archive/a.md is not checked: `exclude` has `archive/` (policylint.toml:1:12)"]);

    let walked = listed(site.path(), &["."]);
    assert_eq!(names(&walked), ["b.md"]);
    assert!(walked.skipped.is_empty());

    let folder = listed(site.path(), &["archive", "archive"]);
    assert_eq!(folder.errors[0].problem().kind, ProblemKind::Empty);
    assert!(errors(&folder)[0].ends_with("; one file is excluded by the configuration"), "{:?}", errors(&folder));
}

#[test]
fn nothing_to_check_is_an_error() {
    let site = site(&["a.rs"]);
    assert_eq!(listed(site.path(), &[]).errors, [InputError::NothingNamed]);
    let listing = listed(site.path(), &["."]);
    assert_eq!(listing.errors[0].problem().kind, ProblemKind::Empty);
    assert!(errors(&listing)[0].starts_with("no policy is found in .: looked for *.md, "), "{:?}", errors(&listing));
}

#[test]
fn what_is_not_there_is_told_and_the_rest_is_listed() {
    let site = site(&["a.md"]);
    let listing = listed(site.path(), &["gone.md", "a.md/inside.md", "a.md"]);
    assert_eq!(names(&listing), ["a.md"]);
    let problems: Vec<_> = listing.errors.iter().map(InputError::problem).collect();
    assert_eq!((problems[0].path.as_deref(), problems[0].kind), (Some("gone.md"), ProblemKind::Missing));
    assert_eq!((problems[1].path.as_deref(), problems[1].kind), (Some("a.md/inside.md"), ProblemKind::Unreadable));
}

#[test]
fn bytes_that_are_no_text_are_told_when_read() {
    let site = site(&["a.md"]);
    fs::write(site.path().join("b.md"), b"\0\x01\x02").unwrap();
    let listing = listed(site.path(), &["."]);
    assert!(listing.files[0].read().is_ok());
    let problem = listing.files[1].read().unwrap_err().problem();
    assert_eq!((problem.path.as_deref(), problem.kind), (Some("b.md"), ProblemKind::Undecodable));
    assert!(problem.message.contains("exclude"), "{problem:?}");
    fs::remove_file(site.path().join("a.md")).unwrap();
    assert_eq!(listing.files[0].read().unwrap_err().problem().kind, ProblemKind::Missing);
}

#[test]
fn standard_input_takes_its_name_and_its_configuration() {
    let site = site(&["policylint.toml=persona = \"auditor\"\nexclude = [\"old.md\"]\n"]);
    let from = |name: &str| {
        list(
            &["-".into(), "-".into()],
            name,
            Named::ByUser,
            &mut ConfigStore::new(site.path(), Discovery::Nearest, Vec::new()),
        )
    };
    let listing = from("docs/policy.md");
    assert_eq!(names(&listing), ["docs/policy.md"]);
    assert_eq!(listing.files[0].path(), None);
    assert_eq!(listing.files[0].config.persona.value.name(), "auditor");
    assert_eq!(names(&from("<stdin>")), ["<stdin>"]);
    assert_eq!(from("old.md").skipped.len(), 1);
}

#[cfg(unix)]
#[test]
fn links_are_read_and_never_walked_in_circles() {
    use std::os::unix::fs::symlink;
    let site = site(&["a.md", "real/b.md"]);
    symlink(".", site.path().join("real/loop")).unwrap();
    symlink("../a.md", site.path().join("real/link.md")).unwrap();
    symlink("nowhere.md", site.path().join("real/dangling.md")).unwrap();
    symlink("real", site.path().join("named")).unwrap();
    let listing = listed(site.path(), &["."]);
    assert_eq!(names(&listing), ["a.md", "real/b.md", "real/dangling.md", "real/link.md"]);
    assert_eq!(listing.files[2].read().unwrap_err().problem().kind, ProblemKind::Missing);
    assert_eq!(listing.files[3].read().unwrap().text(), "a.md");
    assert_eq!(names(&listed(site.path(), &["named"])), ["named/b.md", "named/dangling.md", "named/link.md"]);
}

#[test]
fn a_broken_configuration_stops_its_files_only() {
    let site = site(&["good/a.md", "bad/policylint.toml=persona = 1\n", "bad/b.md", "bad/c.md"]);
    let listing = listed(site.path(), &["."]);
    assert_eq!(names(&listing), ["good/a.md"]);
    assert_eq!(listing.broken.len(), 1);
    let problem = listing.broken[0].iter().next().unwrap().problem();
    assert_eq!(problem.path.as_deref(), Some("bad/policylint.toml"));
    assert!(problem.message.starts_with("line 1, column 11: `persona` must be"), "{problem:?}");
}

#[test]
fn the_command_line_wins_over_files() {
    let site = site(&["policylint.toml=persona = \"auditor\"\n", "a.md"]);
    let given = ConfigFile::parse_argument("persona = \"pedantic\"", site.path()).unwrap();
    let mut store = ConfigStore::new(site.path(), Discovery::Nearest, vec![given]);
    let listing = list(&["a.md".into()], "<stdin>", Named::ByUser, &mut store);
    assert_eq!(listing.files[0].config.persona.value.name(), "pedantic");
}
