//! The packs that are built in.

use std::sync::{Arc, LazyLock};

use crate::ruleset::RuleSet;
use crate::text::NamedText;

static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));
static SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"));

/// The shipped rules, read once from their prepared form.
pub fn shipped_rules() -> Arc<RuleSet> {
    static RULES: LazyLock<Arc<RuleSet>> = LazyLock::new(|| {
        Arc::new(RuleSet::from_image(IMAGE).expect("the build script wrote the image with these very types"))
    });
    Arc::clone(&RULES)
}

/// The files of the shipped packs, for runs that add packs or override rules.
pub fn shipped_sources() -> Vec<NamedText> {
    let files: Vec<(String, String)> =
        postcard::from_bytes(SOURCES).expect("the build script wrote pairs of path and content");
    files.into_iter().map(|(path, text)| NamedText::new(path, text)).collect()
}
