//! Which files are translations of which.

use std::collections::{BTreeMap, HashMap};

use super::locale::Localised;
use super::summary::FileSummary;

/// For each translation, the file that it is held to.
#[derive(Debug, Clone, Default)]
pub(super) struct Translations {
    reference: HashMap<String, String>,
}

/// A file and the language that its path names, if it names one.
struct Member<'a> {
    file: &'a FileSummary,
    localised: Option<Localised>,
}

impl Translations {
    /// Finds them by their paths. A path that names another language than the text is in names no language at all: `us/ca/policy.md` is
    /// not in Catalan.
    pub(super) fn of<'a>(
        paths: impl Iterator<Item = &'a str> + Clone,
        file: impl Fn(&str) -> Option<&'a FileSummary>,
    ) -> Self {
        // Only what shares a pattern with another file need be read.
        let mut sharing: BTreeMap<String, usize> = BTreeMap::new();
        for pattern in paths.clone().flat_map(patterns) {
            *sharing.entry(pattern).or_default() += 1;
        }
        let mut groups: BTreeMap<String, Vec<Member<'a>>> = BTreeMap::new();
        for path in paths.filter(|path| patterns(path).iter().any(|pattern| sharing[pattern] > 1)) {
            let Some(file) = file(path) else { continue };
            let localised = Localised::read(&file.path).filter(|named| agrees(named.language(), &file.language));
            let pattern =
                localised.as_ref().map_or_else(|| Localised::beside(&file.path), |named| named.pattern.clone());
            groups.entry(pattern).or_default().push(Member { file, localised });
        }
        let mut reference = HashMap::new();
        for group in groups.values() {
            let Some(first) = first(group) else { continue };
            for member in group.iter().filter(|member| member.file.path != first.path && member.localised.is_some()) {
                reference.insert(member.file.path.clone(), first.path.clone());
            }
        }
        Self { reference }
    }

    /// The file that the one of this path is a translation of.
    pub(super) fn reference(&self, path: &str) -> Option<&str> {
        self.reference.get(path).map(String::as_str)
    }
}

/// The patterns that a path can have, whatever language its text is in.
fn patterns(path: &str) -> Vec<String> {
    let localised = Localised::read(path).map(|named| named.pattern);
    std::iter::once(Localised::beside(path)).chain(localised).collect()
}

/// The file that the others were translated from: that of the configured language, else the one whose path names no language, else the
/// English one.
fn first<'a>(group: &[Member<'a>]) -> Option<&'a FileSummary> {
    if group.len() < 2 {
        return None;
    }
    let in_locale = |locale: &str| {
        let named = |member: &&Member<'_>| member.localised.as_ref().is_some_and(|named| named.locale == locale);
        group.iter().find(named)
    };
    let in_language = |language: &str| {
        let named = |member: &&Member<'_>| member.localised.as_ref().is_some_and(|named| named.language() == language);
        group.iter().find(named)
    };
    let found = match group.iter().find_map(|member| member.file.translated_from.as_deref()) {
        Some(configured) => {
            let locale = configured.to_lowercase();
            in_locale(&locale).or_else(|| in_language(&locale))
        }
        None => {
            let unnamed = group.iter().find(|member| member.localised.is_none());
            unnamed.or_else(|| in_locale("en")).or_else(|| in_locale("en-us")).or_else(|| in_language("en"))
        }
    };
    found.map(|member| member.file)
}

/// Whether a text in `language` may lie at a path that names `named`.
fn agrees(named: &str, language: &str) -> bool {
    const SAME: [&[&str]; 3] = [&["no", "nb", "nn", "da"], &["id", "ms"], &["hr", "bs", "sr"]];
    named == language || language == "und" || SAME.iter().any(|same| same.contains(&named) && same.contains(&language))
}
