//! Layers import downward only (ARCHITECTURE.md).

use std::path::{Path, PathBuf};

/// Each layer and what it may import; everything may import itself.
const LAYERS: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("report", &["text"]),
    ("lexicon", &["text"]),
    ("doc", &["text"]),
    ("facts", &["text", "doc", "lexicon"]),
    ("ruleset", &["text", "report", "lexicon"]),
    ("config", &["text", "report"]),
    ("engine", &["text", "report", "lexicon", "doc", "facts", "ruleset", "config"]),
    ("render", &["text", "report"]),
    ("input", &["text", "config"]),
    ("cli", &["text", "report", "lexicon", "doc", "facts", "ruleset", "config", "engine", "render", "input"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The layers that a file names after `crate::`.
fn imports(code: &str) -> Vec<String> {
    let after = code.split("crate::").skip(1);
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for rest in after {
        match rest.strip_prefix('{') {
            Some(group) => {
                names.extend(group.split('}').next().unwrap_or_default().split(',').map(|part| name(part.trim())))
            }
            None => names.push(name(rest)),
        }
    }
    names
}

#[test]
fn layers_import_downward_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (layer, allowed) in LAYERS {
        for file in rust_files(&root.join(layer)) {
            seen += 1;
            let code = std::fs::read_to_string(&file).unwrap();
            for import in imports(&code) {
                let is_layer = LAYERS.iter().any(|(name, _)| *name == import);
                if is_layer && import != layer && !allowed.contains(&import.as_str()) {
                    wrong.push(format!("{} imports {import}", file.strip_prefix(&root).unwrap().display()));
                }
            }
        }
    }
    assert!(seen > 50, "the test reads the sources");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_folder_is_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(root).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            let name = entry.file_name().into_string().unwrap();
            assert!(LAYERS.iter().any(|(layer, _)| *layer == name), "{name} has no place among the layers");
        }
    }
}

#[test]
fn only_the_command_prints_and_only_input_reads_the_disk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (layer, _) in LAYERS {
        for file in rust_files(&root.join(layer)) {
            let code = std::fs::read_to_string(&file).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            let is_test = file.components().any(|part| part.as_os_str() == "tests.rs" || part.as_os_str() == "tests");
            let prints = ["println!", "eprintln!", "print!(", "stdout()"].iter().any(|word| code.contains(word));
            assert!(layer == "cli" || is_test || !prints, "{} prints", file.display());
            let reads = ["std::fs", "File::open"].iter().any(|word| code.contains(word));
            assert!(layer == "input" || layer == "cli" || is_test || !reads, "{} reads the disk", file.display());
        }
    }
}

#[test]
fn files_have_one_duty() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut long: Vec<String> = Vec::new();
    for file in rust_files(&root) {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        if lines > 500 {
            long.push(format!("{}: {lines} lines", file.strip_prefix(&root).unwrap().display()));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}
