//! Checks the shipped packs and prepares them, so that start-up reads one compact image instead of parsing TOML.

#![allow(clippy::disallowed_macros, clippy::print_stdout, dead_code, unreachable_pub, unused_imports)]

use std::path::Path;

// The very code that reads users' packs at run time; it imports nothing from the layers above.
#[path = "src/lexicon/mod.rs"]
mod lexicon;
#[path = "src/report/mod.rs"]
mod report;
#[path = "src/ruleset/mod.rs"]
mod ruleset;
#[path = "src/text/mod.rs"]
mod text;

use text::NamedText;

/// Shorter ones are more often acronyms, names and words of other languages.
const SHORTEST_MISSPELLING: usize = 5;

fn main() {
    for watched in ["rules", "src/lexicon", "src/report", "src/ruleset", "src/text"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let sources = read_packs(Path::new("rules"));
    match ruleset::load(&sources, |_| None) {
        Ok(rules) => write(&sources, &rules),
        Err(errors) => {
            for error in errors {
                let help = miette::Diagnostic::help(&error).map(|help| format!(" ({help})")).unwrap_or_default();
                println!("cargo::error=rules/{}: {error}{help}", error.place());
            }
        }
    }
}

fn read_packs(root: &Path) -> Vec<NamedText> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    files
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|file| {
            let path = file.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(file.path()).ok()?;
            Some(NamedText::new(path, text))
        })
        .collect()
}

/// Misspellings that are meant for one word only, in the form that `src/facts/slip/spelling.rs` searches; the crate's own tables would add ten
/// megabytes to the program and be relocated at every start.
fn misspellings() -> String {
    let plain = |word: &str| word.bytes().all(|letter| letter.is_ascii_lowercase());
    let entries = typos_dict::WORD.map.entries().filter_map(|(wrong, meant)| match meant {
        [right] if wrong.len() >= SHORTEST_MISSPELLING && plain(right) => {
            Some((wrong.into_inner().to_ascii_lowercase(), *right))
        }
        _ => None,
    });
    let sorted: std::collections::BTreeMap<String, &str> = entries.filter(|(wrong, _)| plain(wrong)).collect();
    let lines: Vec<String> = sorted.iter().map(|(wrong, right)| format!("{wrong} {right}")).collect();
    lines.join("\n")
}

/// The words that misspellings are meant for, which are right themselves, for `src/facts/slip/near_miss.rs`.
fn words() -> String {
    let plain = |word: &str| word.bytes().all(|letter| letter.is_ascii_lowercase());
    let meant = typos_dict::WORD.map.entries().flat_map(|(_, meant)| meant.iter().copied());
    let sorted: std::collections::BTreeSet<&str> = meant.filter(|word| plain(word)).collect();
    sorted.into_iter().collect::<Vec<_>>().join("\n")
}

/// The checked rules, and beside them the files they come from: users' packs and overrides build on those.
fn write(sources: &[NamedText], rules: &ruleset::RuleSet) {
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let files: Vec<(&str, &str)> = sources.iter().map(|source| (source.name(), source.text())).collect();
    let image = rules.to_image().expect("rule sets serialise: they hold plain data");
    let files = postcard::to_allocvec(&files).expect("pairs of strings serialise");
    let folder = Path::new(&folder);
    std::fs::write(folder.join("misspellings.txt"), misspellings()).expect("cargo's output folder can be written");
    std::fs::write(folder.join("words.txt"), words()).expect("cargo's output folder can be written");
    std::fs::write(folder.join("rules.bin"), image).expect("cargo's output folder can be written");
    std::fs::write(folder.join("sources.bin"), files).expect("cargo's output folder can be written");
}
