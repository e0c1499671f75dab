//! Subjects of contradictions are data: what a pack of one's own can add.

use crate::own_pack::OwnPack;

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
