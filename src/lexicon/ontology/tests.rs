#![allow(clippy::unwrap_used)]

use super::*;
use crate::lexicon::{Analysis, Vocabulary};

fn build(files: &[&str]) -> (Vocabulary, Result<Ontology, Vec<OntologyError>>) {
    let files: Vec<OntologyFile> = files.iter().map(|file| toml::from_str(file).unwrap()).collect();
    let mut vocabulary = Vocabulary::new();
    let ontology = Ontology::build(&files, &mut vocabulary);
    vocabulary.index();
    (vocabulary, ontology)
}

fn errors(file: &str) -> Vec<String> {
    build(&[file]).1.unwrap_err().into_iter().map(|error| error.message).collect()
}

const COOKIES: &str = r#"
    disjoint = [["session_cookie", "persistent_cookie"]]
    [mechanism.cookie]
    nouns = ["cookie", "browser cookie"]
    [mechanism.session_cookie]
    is_a = ["cookie"]
    modifiers = ["session", "temporary"]
    [mechanism.persistent_cookie]
    is_a = ["cookie"]
    may_be = ["tracker"]
    modifiers = ["persistent"]
    [mechanism.tracker]
    nouns = ["tracker"]
    [action.place]
    verbs = ["set"]
    [irregular]
    set = ["sets", "setting"]
    [cue.we]
    words = ["we"]
"#;

#[test]
fn only_strict_edges_prove() {
    let ontology = build(&[COOKIES]).1.unwrap();
    let id = |name| ontology.find(name).unwrap();
    assert!(ontology.is_a(id("session_cookie"), id("cookie")));
    assert!(!ontology.is_a(id("cookie"), id("session_cookie")));
    assert!(!ontology.is_a(id("persistent_cookie"), id("tracker")));
    assert!(ontology.may_be(id("persistent_cookie"), id("tracker")));
    assert!(ontology.are_disjoint(id("persistent_cookie"), id("session_cookie")));
    assert!(!ontology.are_disjoint(id("cookie"), id("session_cookie")));
    let path = ontology.path(id("session_cookie"), id("cookie"));
    assert_eq!(path, [id("session_cookie"), id("cookie")]);
}

#[test]
fn modifiers_make_forms_of_the_broader_noun() {
    let (vocabulary, ontology) = build(&[COOKIES]);
    let ontology = ontology.unwrap();
    let analysis = Analysis::new("We set temporary browser cookies.", &vocabulary);
    let meanings =
        |token| -> Vec<Meaning> { analysis.hits(token).iter().filter_map(|hit| ontology.meaning(hit.class)).collect() };
    assert_eq!(meanings(0), [Meaning::Cue(Cue::We)]);
    assert_eq!(meanings(1), [Meaning::Action(Action::Place)]);
    let session = ontology.find("session_cookie").unwrap();
    assert!(meanings(2).contains(&Meaning::Term(session)));
    assert!(meanings(2).contains(&Meaning::Modifier(session)));
}

#[test]
fn names_are_plural_unless_given() {
    let ontology = build(&[COOKIES]).1.unwrap();
    assert_eq!(ontology.term(ontology.find("cookie").unwrap()).name, "cookies");
}

#[test]
fn mistakes_stand_at_their_place() {
    let file = "[data.email]\nis_a = [\"contct\"]\nnouns = [\"email\"]\n[data.contact]\nnouns = [\"contact\"]\n";
    let error = build(&[file]).1.unwrap_err().remove(0);
    assert_eq!(error.message, "there is no term `contct`");
    assert_eq!(error.suggestion.as_deref(), Some("contact"));
    assert_eq!(&file[error.range], "\"contct\"");
}

#[test]
fn circles_are_found() {
    let circle = errors("[data.a]\nis_a = ['b']\nwords = ['a']\n[data.b]\nis_a = ['a']\nwords = ['b']\n");
    assert_eq!(circle, ["`a` is, by some way round, a kind of itself", "`b` is, by some way round, a kind of itself"]);
}

#[test]
fn a_form_stands_for_one_object() {
    let twice = "[data.a]\nnouns = ['log file']\n[mechanism.b]\nwords = ['Log-files']\n";
    assert_eq!(errors(twice), ["`log files` stands for `a` already"]);
    let apart = "[data.a]\nnouns = ['security']\n[purpose.b]\nwords = ['security']\n";
    assert!(build(&[apart]).1.is_ok(), "a purpose and a datum are told apart by where they stand");
}

#[test]
fn what_is_disjoint_does_not_nest() {
    let file = "disjoint = [['a', 'b']]\n[data.a]\nwords = ['a']\n[data.b]\nis_a = ['a']\nwords = ['b']\n";
    assert_eq!(errors(file), ["`b` is two things that are declared disjoint"]);
}

#[test]
fn doubt_about_what_is_proved_is_refused() {
    let file = "[data.a]\nwords = ['a']\n[data.b]\nis_a = ['a']\nmay_be = ['a']\nwords = ['b']\n";
    assert_eq!(errors(file), ["`b` strictly is a `a`; it can't be in doubt"]);
}

#[test]
fn files_add_to_each_other() {
    let (vocabulary, ontology) = build(&[COOKIES, "[mechanism.cookie]\nwords = ['biscuit']\n"]);
    let cookie = ontology.unwrap().term(TermId(0)).class;
    let analysis = Analysis::new("A biscuit, a cookie", &vocabulary);
    assert_eq!(analysis.positions_of_class(cookie).len(), 2);
}

#[test]
fn unknown_parts_of_speech_are_refused() {
    assert_eq!(errors("[cue.nott]\nwords = ['not']\n"), ["there is no cue `nott`"]);
    assert_eq!(errors("[action.shaer]\nverbs = ['share']\n"), ["there is no action `shaer`"]);
}

#[test]
fn a_prepared_ontology_is_the_same() {
    let ontology = build(&[COOKIES]).1.unwrap();
    let bytes = postcard::to_allocvec(&ontology).unwrap();
    let again: Ontology = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(again.find("cookie"), ontology.find("cookie"));
    assert_eq!(format!("{again:?}"), format!("{ontology:?}"));
}
