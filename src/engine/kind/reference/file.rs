//! Files beside this one that links lead to.

use std::collections::BTreeMap;

use crate::doc::LinkKind;
use crate::engine::context::Context;
use crate::engine::kind::fault::{Fault, told};
use crate::report::Question;
use crate::ruleset::Rule;

/// Endings of files that stand in a repository as they are linked.
const KEPT: &[&str] = &["md", "markdown", "mdx", "txt", "pdf", "docx", "html", "htm"];
/// What a page is made from, where it is no file itself.
const SOURCES: &[&str] = &["md", "markdown", "mdx"];

/// One question for each file that relative links lead to.
pub(in crate::engine::kind) fn files(rule: &Rule, context: &mut Context<'_>) -> Vec<Question> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let reading = context.facts.reading;
    let mut by_file: BTreeMap<String, Vec<Fault>> = BTreeMap::new();
    for link in
        reading.links.iter().filter(|link| link.kind == LinkKind::Target && !reading.block(link.block).furniture)
    {
        let Some(path) = relative_file(&link.target) else { continue };
        let Some(sentence) = reading.sentence_at(link.prose.start()) else { continue };
        if documents.contains(&context.facts.document_of(sentence)) {
            let mut fault = Fault::at(sentence, link.prose).because("file").with("target", path.clone());
            fault.place = Some(context.source.to_disk(link.target_source)).filter(|place| !place.is_empty());
            by_file.entry(path).or_default().push(fault);
        }
    }
    let question = |(path, faults): (String, Vec<Fault>)| {
        let otherwise = told(rule, faults, context).into_iter().next()?;
        Some(Question { files: spellings(&path), otherwise })
    };
    by_file.into_iter().filter_map(question).collect()
}

/// The path of a link to a file beside this one; `None` for other pages, places of this one, and routes of a site.
pub(super) fn relative_file(target: &str) -> Option<String> {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    let scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
    if path.is_empty() || path.starts_with('/') || scheme || path.contains(['{', '<', '$', '\\']) {
        return None;
    }
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let kept = KEPT.iter().any(|kept| ending.eq_ignore_ascii_case(kept));
    let decoded = path.replace("%20", " ");
    (kept && !decoded.contains('%')).then_some(decoded)
}

/// The names under which the file may be kept: a page may be made from a source of another ending.
pub(super) fn spellings(path: &str) -> Vec<String> {
    let mut files = vec![path.to_owned()];
    if let Some(stem) = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")) {
        files.extend(SOURCES.iter().map(|ending| format!("{stem}.{ending}")));
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_what_is_none() {
        assert_eq!(relative_file("../legal/terms.md#fees"), Some("../legal/terms.md".to_owned()));
        assert_eq!(relative_file("My%20terms.pdf?x=1"), Some("My terms.pdf".to_owned()));
        for other in [
            "https://a.example/b.md",
            "/terms.md",
            "#rights",
            "terms",
            "terms/",
            "mailto:a@b.md",
            "{{ x }}.md",
            "logo.png",
        ] {
            assert_eq!(relative_file(other), None, "{other}");
        }
        assert_eq!(spellings("terms.html"), ["terms.html", "terms.md", "terms.markdown", "terms.mdx"]);
    }
}
