//! What is made from one source and committed: the pages of rules and laws, and the README's table. `UPDATE=1 cargo test` writes them
//! anew.

use std::fs;
use std::path::Path;

use policylint::engine::{law_page, rule_page, rules_index, rules_summary, shipped_rules};

use crate::support::root;

pub(crate) fn hold(path: &Path, expected: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, expected).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == expected, "{} is not what its source gives; run `UPDATE=1 cargo test`", path.display());
}

#[test]
fn every_rule_and_every_pack_has_its_page() {
    let rules = shipped_rules();
    let folder = root().join("docs/rules");
    for rule in rules.rules() {
        hold(&folder.join(format!("{}.md", rule.id)), &rule_page(&rules, rule));
    }
    for pack in rules.packs() {
        hold(&folder.join(&pack.id).join("README.md"), &law_page(&rules, pack));
    }
    hold(&folder.join("README.md"), &rules_index(&rules));
    for entry in walkdir::WalkDir::new(&folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let id = entry.path().strip_prefix(&folder).unwrap().with_extension("");
            let id = id.to_str().unwrap().replace('\\', "/");
            let known = match id.strip_suffix("README") {
                Some(pack) => pack.is_empty() || rules.pack(pack.trim_end_matches('/')).is_some(),
                None => rules.rule(&id).is_some(),
            };
            assert!(known, "docs/rules/{id}.md describes what does not exist");
        }
    }
}

#[test]
fn the_readme_counts_the_rules() {
    let table = format!("\n{}", rules_summary(&shipped_rules()));
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("<!-- rules -->").unwrap();
    let (_, after) = rest.split_once("<!-- end of rules -->").unwrap();
    hold(&path, &format!("{before}<!-- rules -->\n{table}\n<!-- end of rules -->{after}"));
}
