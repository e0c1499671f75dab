//! What is made from one source and committed: rule pages and the README's list of rules. `UPDATE=1 cargo test` writes them anew.

use std::fs;
use std::path::Path;

use policylint::engine::{rule_page, shipped_rules};

use crate::support::root;

fn hold(path: &Path, expected: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, expected).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == expected, "{} is not what its source gives; run `UPDATE=1 cargo test`", path.display());
}

#[test]
fn every_rule_has_its_page() {
    let rules = shipped_rules();
    let folder = root().join("docs/rules");
    for rule in rules.rules() {
        hold(&folder.join(format!("{}.md", rule.id)), &rule_page(&rules, rule));
    }
    for entry in walkdir::WalkDir::new(&folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let id = entry.path().strip_prefix(&folder).unwrap().with_extension("");
            let id = id.to_str().unwrap().replace('\\', "/");
            assert!(rules.rule(&id).is_some(), "docs/rules/{id}.md describes a rule that does not exist");
        }
    }
}

#[test]
fn the_readme_lists_the_rules() {
    let mut table = String::from("\n| rule | severity | what it checks |\n| --- | --- | --- |\n");
    for rule in shipped_rules().rules() {
        table.push_str(&format!(
            "| [{0}](docs/rules/{0}.md) | {1} | {2} |\n",
            rule.id,
            rule.severity.name(),
            rule.title
        ));
    }
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("<!-- rules -->").unwrap();
    let (_, after) = rest.split_once("<!-- end of rules -->").unwrap();
    hold(&path, &format!("{before}<!-- rules -->\n{table}\n<!-- end of rules -->{after}"));
}
