//! Subjects of contradictions are data: what a pack of one's own can add. And claims are those of the words, not of the markup.

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Source, claims, shipped_rules};
use policylint::text::SourceText;
use proptest::prelude::*;

use crate::own_pack::OwnPack;
use crate::support::today;

const PACK: &str = r#"
[[rule]]
id = "own/plush-grooming"
title = "plush is not both brushed and not brushed"
kind = "contradiction"
severity = "error"
confidence = "high"
about = "what is brushed and what is not"
message = "the text says of plush that records of it are taken and that they are not"
label = "not taken"
help = "say which"

[rule.subject]
actions = ["collect"]
object = "plush_record"
positive_label = "taken"
negative_label = "not taken"

[rule.citation]
text = "editorial"

[[rule.pass]]
text = "We do not collect bear records. We collect names."

[[rule.pass]]
text = "We collect plush records."

[[rule.pass]]
text = "We do not collect plush records for marketing.\n\nWe collect bear records."

[[rule.fail]]
text = "We do not collect plush records.\n\nWe collect bear records."

[[rule.fail]]
text = "No plush records are collected.\n\nWe brushscan bear records."

[[rule.fail]]
text = "We do not gather plush records.\n\nBear records are collected by us."

[[rule]]
id = "own/plush-sharing"
title = "plush records are not shared"
kind = "contradiction"
severity = "warning"
confidence = "high"
about = "plush records and cuddle brokers"
message = "the text says that plush records are not shared, and shares them"
label = "not shared"
help = "say which"

[rule.subject]
actions = ["share"]
affirmed_by = ["sell"]
object = "plush_record"
denials = "flat"
states = "within"
positive_label = "shared"
negative_label = "not shared"

[rule.citation]
text = "editorial"

[[rule.pass]]
text = "We do not share plush records.\n\nWe share plush records with our service providers."

[[rule.pass]]
text = "We do not share plush records with advertisers.\n\nWe share plush records with cuddle brokers."

[[rule.pass]]
text = "We do not share plush records.\n\nWe share names with cuddle brokers."

[[rule.fail]]
text = "We do not share plush records.\n\nWe share bear records with cuddle brokers."

[[rule.fail]]
text = "Plush records are not shared with anyone.\n\nWe provide cuddle brokers with bear records."

[[rule.fail]]
text = "We never share plush records.\n\nWe sell bear records."

[ontology.data.plush_record]
is_a = ["information"]
nouns = ["plush record"]

[ontology.data.bear_record]
is_a = ["plush_record"]
nouns = ["bear record"]

[ontology.recipient.cuddle_broker]
is_a = ["third_party"]
nouns = ["cuddle broker"]
tags = ["own-ends"]

[ontology.action.collect]
verbs = ["brushscan"]
"#;

#[test]
fn a_pack_adds_subjects_terms_and_verbs() {
    let pack = OwnPack::new(PACK);
    assert_eq!(pack.errors(), Vec::<String>::new());
    let found = pack.check("We do not collect plush records.\n\nWe brushscan bear records.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("@ We do not collect plush records"), "{found:?}");
    assert_eq!(pack.check("We do not collect bear records.\n\nWe collect plush records."), Vec::<String>::new());
    let apart = "We do not share plush records.\n\nWe share bear records with our service providers.";
    assert_eq!(pack.check(apart), Vec::<String>::new());
    let found = pack.check("We do not share plush records.\n\nWe share bear records with cuddle brokers.");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_subject_that_names_what_there_is_not_is_told() {
    let wrong = |from: &str, to: &str| OwnPack::new(&PACK.replace(from, to)).errors().join("\n");
    assert!(wrong("actions = [\"share\"]", "actions = [\"shore\"]").contains("there is no action `shore`"));
    assert!(wrong("states = \"within\"", "states = \"wthin\"").contains("did you mean `within`?"));
    assert!(wrong("denials = \"flat\"", "denials = \"flattish\"").contains("flattish"));
    assert!(wrong("denials = \"flat\"", "denied_in = \"tables\"").contains("did you mean `table`?"));
}

/// Blocks of a policy: a heading, a paragraph or a list below its lead-in.
enum Piece {
    Heading(&'static str),
    Text(&'static str),
    List(&'static str, [&'static str; 2]),
}

const PIECES: [Piece; 12] = [
    Piece::Heading("Sharing"),
    Piece::Heading("Your choices"),
    Piece::Heading("More"),
    Piece::Text("We do not sell, rent or trade your personal information."),
    Piece::Text("In the preceding twelve (12) months, we have not disclosed your location to advertisers."),
    Piece::Text("When you visit our site, cookies are set. No health data is collected, nor do we share it."),
    Piece::Text("We provide advertisers with your email address (and name) for targeted advertising."),
    Piece::Text("If you agree, we may use your photos. We never track you, except in our app."),
    Piece::List("We do not collect:", ["biometric information (such as fingerprints)", "photos"]),
    Piece::List("The data that we collect may include the following:", ["names", "phone numbers, if you call"]),
    Piece::List("We share your name with these third parties:", ["advertisers", "data brokers, for marketing"]),
    Piece::List("We never:", ["sell your data", "use cookies to track you"]),
];

fn dressed(picked: &[usize], format: Format) -> String {
    let mut text = match format {
        Format::Html => "<html><body><h1>Privacy policy of Quillmoor</h1>\n".to_owned(),
        Format::Markdown => "# Privacy policy of Quillmoor\n\n".to_owned(),
        Format::Plain => "Privacy policy of Quillmoor\n\n".to_owned(),
    };
    for piece in picked.iter().map(|at| &PIECES[*at]) {
        text.push_str(&match (piece, format) {
            (Piece::Heading(title), Format::Html) => format!("<h2>{title}</h2>\n"),
            (Piece::Heading(title), Format::Markdown) => format!("## {title}\n\n"),
            (Piece::Heading(title) | Piece::Text(title), Format::Plain) => format!("{title}\n\n"),
            (Piece::Text(words), Format::Html) => format!("<p>{}</p>\n", words.replace("your", "<b>your</b>")),
            (Piece::Text(words), Format::Markdown) => format!("{}\n\n", words.replace("your", "**your**")),
            (Piece::List(lead, [one, other]), Format::Html) => {
                format!("<p>{lead}</p>\n<ul><li>{one}</li><li>{other}</li></ul>\n")
            }
            (Piece::List(lead, [one, other]), _) => format!("{lead}\n\n- {one}\n- {other}\n\n"),
        });
    }
    text
}

fn claimed(picked: &[usize], format: Format) -> Vec<(String, String, &'static str)> {
    let text = SourceText::new(dressed(picked, format).as_bytes()).unwrap();
    let source = Source { path: "policy".into(), text, format };
    let report = claims(&shipped_rules(), &Config::default(), today(), &source);
    report.claims.into_iter().map(|claim| (claim.id, claim.line, claim.status)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_changes_no_claim(picked in proptest::collection::vec(0..PIECES.len(), 1..7)) {
        let plain = claimed(&picked, Format::Plain);
        prop_assert_eq!(&plain, &claimed(&picked, Format::Markdown));
        prop_assert_eq!(&plain, &claimed(&picked, Format::Html));
    }
}

#[test]
fn claims_are_read_of_all_pieces() {
    let all: Vec<usize> = (0..PIECES.len()).collect();
    assert!(claimed(&all, Format::Markdown).len() >= 16, "{:#?}", claimed(&all, Format::Markdown));
}
