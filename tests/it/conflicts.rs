//! Statements on one matter that differ: what is held against each other, and what keeps statements apart.

use policylint::doc::Format;

use crate::own_pack::OwnPack;

/// A rule with the fields that a test adds.
fn rule(fields: &str) -> String {
    format!(
        r#"
[[rule]]
id = "own/gate"
title = "the gate"
kind = "conflict"
severity = "warning"
about = "Gardens have gates."
message = "the gate is open and shut"
label = "open"
help = "say which"
citation = {{ text = "§ 1" }}
{fields}
"#
    )
}

const STANCES: &str = r#"
[[rule.position]]
key = "open"
label = "open"
[[rule.position.says]]
any = ["gate is open"]
[[rule.position]]
key = "shut"
label = "shut"
[[rule.position.says]]
any = ["gate is shut"]
"#;

const VALUES: &str = r#"
[[rule.position]]
key = "open"
label = "{value} here"
[[rule.position.says]]
any = ["gate ...8 {period}"]
"#;

fn stances(compare: &str) -> OwnPack {
    OwnPack::new(&rule(&format!("[rule.compare]\n{compare}\n{STANCES}")))
}

fn values(compare: &str) -> OwnPack {
    let fields = rule(&format!("[rule.compare]\nvalue = \"period\"\n{compare}\n{VALUES}"));
    OwnPack::new(&fields.replace("the gate is open and shut", "{thing}: {one} and {other}"))
}

#[test]
fn two_positions_are_one_finding_with_every_place() {
    let pack = stances("");
    let text = "The gate is shut.\n\nThe gate is open.\n\nThe gate is shut.\n";
    assert_eq!(pack.check(text), ["the gate is open and shut @ gate is open"]);
    let report = pack.report(Format::Markdown, text, crate::support::today());
    let found = report.diagnostics.iter().find(|found| found.rule.0 == "own/gate").unwrap();
    let labels: Vec<&str> = found.labels().map(|label| label.text.as_str()).collect();
    assert_eq!(labels, ["open", "shut", "shut"]);
    assert!(found.notes[0].contains("everyone"), "{:?}", found.notes);
}

#[test]
fn what_may_keep_statements_apart_does() {
    let pack = stances("none = [\"in winter\"]");
    for apart in [
        "The gate is open.\n\nIn winter the gate is shut.",
        "The gate is open. The gate is shut.",
        "The gate is open.\n\nIs it true that the gate is shut?",
        "The gate is open.\n\n## The gate is shut\n\nSo it says.",
        "The gate is open.\n\nIf you live in California, the gate is shut.",
        "The gate is open.\n\nIn our app the gate is shut.",
        "The gate is open.\n\n## Mobile app\n\nThe gate is shut.",
        "## App\n\nThe gate is open.\n\n## Online shop\n\nThe gate is shut.",
        "The gate is open, and when the gate is shut it is locked.\n\nThe gate is shut.",
    ] {
        assert_eq!(pack.check(apart), [] as [&str; 0], "{apart}");
    }
}

#[test]
fn a_heading_that_names_all_keeps_nothing_apart() {
    let text = "## What our website, blog and app do\n\nThe gate is open.\n\n## More\n\nThe gate is shut.";
    assert_eq!(stances("").check(text).len(), 1);
}

#[test]
fn distance_is_a_matter_of_the_rule() {
    let (together, one_section) = ("The gate is open. The gate is shut.", "The gate is open.\n\nThe gate is shut.");
    assert_eq!(stances("apart = \"sentence\"").check(together).len(), 1);
    assert_eq!(stances("apart = \"section\"").check(one_section), [] as [&str; 0]);
    assert_eq!(stances("apart = \"section\"").check("The gate is open.\n\n## More\n\nThe gate is shut.").len(), 1);
}

#[test]
fn readers_are_a_matter_of_the_rule() {
    let text = "The gate is open.\n\n## California residents\n\nThe gate is shut.";
    let others = "## Virginia residents\n\nThe gate is open.\n\n## California residents\n\nThe gate is shut.";
    let children = "The gate is open.\n\n## Children\n\nThe gate is shut.";
    assert_eq!(stances("readers = \"shared\"").check(text).len(), 1);
    assert_eq!(stances("readers = \"shared\"").check(others), [] as [&str; 0]);
    assert_eq!(stances("readers = \"shared\"").check(children), [] as [&str; 0]);
    assert_eq!(stances("readers = \"all\"").check(children).len(), 1);
}

#[test]
fn values_disagree_unless_one_can_be_the_other() {
    let pack = values("");
    assert_eq!(
        pack.check("The gate opens for 30 days.\n\nThe gate opens for forty-five (45) days."),
        [": 30 days and forty-five (45) days @ gate opens for 30 days"]
    );
    for same in [
        "The gate opens for 30 days.\n\nThe gate opens for a month.",
        "The gate opens for 12 months.\n\nThe gate opens for one year.",
        "The gate opens for 10 business days.\n\nThe gate opens for two weeks.",
        "The gate opens for 30 days, or for 45 days.\n\nThe gate opens.",
    ] {
        assert_eq!(pack.check(same), [] as [&str; 0], "{same}");
    }
}

#[test]
fn each_thing_is_a_matter_of_its_own() {
    let things = "[[rule.thing]]\nlabel = \"the lower gate\"\nany = [\"lower\"]\n[[rule.thing]]\nlabel = \"the upper gate\"\nany = [\"upper\"]\n";
    let fields = rule(&format!("[rule.compare]\nvalue = \"period\"\n{things}{VALUES}"));
    let pack = OwnPack::new(&fields.replace("the gate is open and shut", "{thing}: {one} and {other}"));
    assert_eq!(pack.check("The lower gate opens for 3 days.\n\nThe upper gate opens for 4 days."), [] as [&str; 0]);
    assert_eq!(pack.check("The gate opens for 3 days.\n\nThe gate opens for 4 days."), [] as [&str; 0]);
    assert_eq!(
        pack.check("The lower gate opens for 3 days.\n\nThe lower gate opens for 4 days.\n\nThe upper and the lower gate: 9 days."),
        ["the lower gate: 3 days and 4 days @ gate opens for 3 days"]
    );
}

#[test]
fn positions_may_be_like_a_disclosure_s_stances() {
    let disclosure = r#"
[[rule]]
id = "own/said"
title = "the gate"
kind = "disclosure"
severity = "note"
about = "Gardens have gates."
message = "nothing is said of the gate"
help = "say it"
citation = { text = "§ 1" }
[[rule.meets]]
stance = "open"
any = ["gate is open"]
[[rule.meets]]
stance = "shut"
any = ["gate is shut"]
"#;
    let like = |of: &str| {
        let position = |key: &str| format!("[[rule.position]]\nkey = \"{key}\"\nlabel = \"{key}\"\nlike = \"{of}\"\n");
        rule(&format!("{}{}", position("open"), position("shut")))
    };
    let pack = OwnPack::new(&format!("{disclosure}{}", like("own/said")));
    assert_eq!(pack.check("The gate is open.\n\nThe gate is shut.").len(), 1, "one, and nothing is missing");
    let again = like("own/gate").replace("own/gate\"\ntitle", "own/again\"\ntitle");
    let pack = OwnPack::new(&format!("{disclosure}{}{again}", like("own/said")));
    assert_eq!(pack.check("The gate is open.\n\nThe gate is shut.").len(), 2, "like another conflict");
    let errors = OwnPack::new(&like("own/gone")).errors();
    assert!(errors[0].contains("there is no rule `own/gone`"), "{errors:?}");
}

#[test]
fn mistakes_are_told() {
    for (fields, message) in [
        ("", "needs two `[[position]]`s"),
        ("[[rule.position]]\nkey = \"open\"\nlabel = \"x\"\n", "needs two `[[position]]`s"),
        ("[rule.compare]\nvalue = \"colour\"\n", "there is no value to compare `colour`"),
        (
            "[[rule.position]]\nkey = \"open\"\nlabel = \"x\"\n[[rule.position]]\nkey = \"open\"\nlabel = \"x\"\n",
            "is never taken",
        ),
        ("[[rule.find]]\nany = [\"gate\"]\n", "`find` means nothing in a rule of kind `conflict`"),
    ] {
        let errors = OwnPack::new(&rule(fields)).errors();
        assert!(errors.iter().any(|error| error.contains(message)), "{fields}: {errors:?}");
    }
}

#[test]
fn a_paragraph_that_turns_is_one_region() {
    let pack = stances("apart = \"sentence\"\nturned-by = [\"however\", \"the only exception\"]");
    assert_eq!(pack.check("The gate is open. The gate is shut.").len(), 1);
    assert_eq!(pack.check("The gate is open. However, the gate is shut."), [] as [&str; 0]);
    assert_eq!(pack.check("The gate is open. However, it is green. The gate is shut."), [] as [&str; 0]);
    assert_eq!(pack.check("However, the gate is open.\n\nThe gate is shut.").len(), 1);
}

/// Stances of which "shut" is said of all gates.
fn whole(compare: &str) -> OwnPack {
    let fields = rule(&format!("[rule.compare]\n{compare}\n{STANCES}"));
    OwnPack::new(&fields.replace("key = \"shut\"", "key = \"shut\"\nwhole = true"))
}

#[test]
fn what_names_no_product_can_be_said_of_each() {
    let pack = whole("");
    assert_eq!(pack.check("The gate is shut.\n\nIn our app the gate is open.").len(), 1);
    assert_eq!(pack.check("The gate is open.\n\nIn our app the gate is shut."), [] as [&str; 0]);
    assert_eq!(pack.check("On our website the gate is shut.\n\nIn our app the gate is open."), [] as [&str; 0]);
    let several = "The gate is shut.\n\nIn our app the gate is open.\n\nThe gate is open.";
    assert_eq!(pack.check(several).len(), 1);
}

#[test]
fn what_is_said_of_all_can_be_taken_back_by_the_next_sentence() {
    let pack = whole("apart = \"sentence\"\nturned-by = [\"the only exception\"]");
    assert_eq!(pack.check("The gate is shut.\n\nThe gate is open.").len(), 1);
    let taken_back = "The gate is shut. The only exception is Sunday.\n\nThe gate is open.";
    assert_eq!(pack.check(taken_back), [] as [&str; 0]);
}

#[test]
fn things_may_have_to_stand_in_the_words_that_match() {
    let things = "[[rule.thing]]\nlabel = \"the gate\"\nany = [\"gate\"]\n[[rule.thing]]\nlabel = \"the well\"\nany = [\"well\"]\n";
    let pack = |within: &str| OwnPack::new(&rule(&format!("[rule.compare]\n{within}\n{things}{STANCES}")));
    let text = "By the well the gate is open.\n\nThe gate is shut.";
    assert_eq!(pack("").check(text), [] as [&str; 0]);
    assert_eq!(pack("within = true").check(text).len(), 1);
}

#[test]
fn rules_with_one_cause_tell_of_the_same_places_once() {
    let one = rule(STANCES);
    let two = one.replace("own/gate", "own/gates").replace("open and shut", "shut and open");
    let text = "The gate is open.\n\nThe gate is shut.";
    let caused = |text: &str| text.replace("kind = \"conflict\"", "kind = \"conflict\"\ncause = \"gate\"");
    assert_eq!(OwnPack::new(&format!("{one}{two}")).check(text).len(), 2);
    assert_eq!(OwnPack::new(&caused(&format!("{one}{two}"))).check(text), ["the gate is open and shut @ gate is open"]);
}
