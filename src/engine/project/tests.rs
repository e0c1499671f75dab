use super::*;

fn summary(path: &str, language: &str) -> FileSummary {
    FileSummary { path: path.into(), language: language.into(), ..FileSummary::default() }
}

fn references(files: &[(&str, &str)]) -> Vec<String> {
    let project = Project::new(files.iter().map(|(path, language)| summary(path, language)));
    let of = |path: &str| project.reference(path).map(|found| format!("{path} < {}", found.path));
    files.iter().filter_map(|(path, _)| of(path)).collect()
}

#[test]
fn translations_are_found_by_their_paths() {
    let tree = [("docs/en/privacy.md", "en"), ("docs/de/privacy.md", "de"), ("docs/de/cookies.md", "de")];
    assert_eq!(references(&tree), ["docs/de/privacy.md < docs/en/privacy.md"]);
    let names = [("notice/en-US.md", "en"), ("notice/pt-BR.md", "pt"), ("notice/zh_Hant.md", "zh")];
    assert_eq!(references(&names), ["notice/pt-BR.md < notice/en-US.md", "notice/zh_Hant.md < notice/en-US.md"]);
    let beside = [("privacy.html", "de"), ("privacy.fr.html", "fr"), ("privacy-en.html", "en"), ("terms.html", "de")];
    assert_eq!(references(&beside), ["privacy.fr.html < privacy.html", "privacy-en.html < privacy.html"]);
    let mixed = [("a/en/b/fr/x.md", "fr"), ("a/en/b/en/x.md", "en"), ("a/en/b/en-gb/x.md", "en")];
    assert_eq!(references(&mixed), ["a/en/b/fr/x.md < a/en/b/en/x.md", "a/en/b/en-gb/x.md < a/en/b/en/x.md"]);
}

#[test]
fn a_path_in_another_language_than_the_text_names_none() {
    assert!(references(&[("us/ca/policy.md", "en"), ("us/co/policy.md", "en"), ("us/va/policy.md", "en")]).is_empty());
    assert!(references(&[("what-it-is.md", "en"), ("what.md", "en")]).is_empty());
    assert_eq!(references(&[("en/x.md", "en"), ("nb/x.md", "no")]), ["nb/x.md < en/x.md"]);
}

#[test]
fn without_english_the_configuration_says_what_the_others_are_held_to() {
    let files = [("de/x.md", "de"), ("fr/x.md", "fr"), ("it/x.md", "it")];
    assert!(references(&files).is_empty(), "nobody can tell which came first");
    let from = |(path, language): (&str, &str)| FileSummary {
        translated_from: Some("de-CH".into()),
        ..summary(path, language)
    };
    let project = Project::new(files.map(from));
    assert!(project.reference("fr/x.md").is_none(), "there is no de-CH");
    let project = Project::new(files.map(|file| FileSummary { translated_from: Some("de".into()), ..from(file) }));
    assert_eq!(project.reference("fr/x.md").map(|found| found.path.as_str()), Some("de/x.md"));
    assert!(project.reference("de/x.md").is_none());
}

#[test]
fn relative_links_lead_to_files_of_the_run() {
    let files = ["a/policy.md", "a/cookie policy.md", "terms.md", "/abs/x.md", "/abs/y.md"];
    let project = Project::new(files.map(|path| summary(path, "en")));
    let resolved = |from: &str, target: &str| project.resolve(from, target).map(|found| found.path.clone());
    assert_eq!(resolved("a/policy.md", "cookie%20policy.md#storage").as_deref(), Some("a/cookie policy.md"));
    assert_eq!(resolved("a/policy.md", "../terms.md?x=1").as_deref(), Some("terms.md"));
    assert_eq!(resolved("/abs/x.md", "./y.md").as_deref(), Some("/abs/y.md"));
    for elsewhere in
        ["#top", "policy.md", "/terms.md", "https://a.example/terms.md", "mailto:a@b.example", "../../x.md", "%zz", ""]
    {
        assert_eq!(resolved("a/policy.md", elsewhere), None, "{elsewhere}");
    }
}

#[test]
fn a_file_is_summed_up_once_another_one_asks_for_it() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&asked);
    let paths = ["a/policy.md", "a/terms.md", "b/policy.md", "gone.md", "notice/de.md", "notice/en.md"];
    let project = Project::lazy(paths.map(str::to_owned), move |path| {
        counter.fetch_add(1, Ordering::Relaxed);
        (path != "gone.md").then(|| summary(path, if path.ends_with("de.md") { "de" } else { "en" }))
    });
    let asked = || asked.load(Ordering::Relaxed);
    assert!(project.file("c.md").is_none() && project.resolve("a/policy.md", "policy.md").is_none());
    assert_eq!(asked(), 0);
    for _ in 0..2 {
        assert_eq!(project.resolve("a/policy.md", "terms.md").map(|found| found.path.as_str()), Some("a/terms.md"));
        assert!(project.file("gone.md").is_none());
    }
    assert_eq!(asked(), 2);
    assert_eq!(project.reference("notice/de.md").map(|found| found.path.as_str()), Some("notice/en.md"));
    assert_eq!(asked(), 4, "only those whose paths name languages of one text");
}
