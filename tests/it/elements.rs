//! Disclosures in parts: each part that the law names is looked for by itself.

use policylint::doc::Format;
use policylint::engine::{Today, rule_page};

use crate::own_pack::{OwnPack, standing};
use crate::support::today;

/// Two rights with rules of their own, and a rule that asks for both and for a third thing.
const RIGHTS: &str = r#"
[[rule]]
id = "own/delete"
title = "deletion"
kind = "disclosure"
severity = "warning"
about = "Gardens are weeded."
message = "nothing says that data can be deleted"
help = "say how"
citation = { text = "§ 1" }
[[rule.meets]]
any = ["delete ... {personal-information}"]

[[rule]]
id = "own/correct"
like = "own/delete"
title = "correction"
message = "nothing says that data can be corrected"
[[rule.meets]]
any = ["<correct> ... {personal-information}"]

[[rule]]
id = "own/rights"
title = "the rights"
kind = "disclosure"
severity = "warning"
about = "Gardens have gates."
message = "no right is named"
label = "the rights belong here"
help = "name them"
citation = { text = "§ 2" }
[[rule.meets]]
any = ["every right under the garden act"]
[[rule.element]]
key = "delete"
label = "the right to delete"
citation = "§ 2(a)"
like = "own/delete"
[[rule.element]]
key = "correct"
label = "the right to correct"
like = "own/correct"
[[rule.element]]
key = "gate"
label = "where the gate is"
citation = "§ 2(c)"
since = 2026-06-01
[[rule.element.meets]]
any = ["the gate is"]
"#;

const BOTH: &str = "You can delete your personal data. You may correct your personal data, too.";

fn day(day: &str) -> Today {
    Today(day.parse().unwrap())
}

fn rights(pack: &OwnPack, text: &str, today: Today) -> String {
    standing(&pack.requirement("own/rights", text, today))
}

#[test]
fn a_disclosure_in_parts_is_met_in_part_or_not_at_all() {
    let pack = OwnPack::new(RIGHTS);
    insta::assert_snapshot!(rights(&pack, &format!("{BOTH} The gate is green."), today()), @r#"met lacks [] has ["You can delete your personal data.", "You may correct your personal data, too.", "The gate is green."]"#);
    insta::assert_snapshot!(rights(&pack, BOTH, today()), @r#"partial lacks ["where the gate is"] has ["You can delete your personal data.", "You may correct your personal data, too."]"#);
    insta::assert_snapshot!(rights(&pack, "The gate is green.", today()), @r#"partial lacks ["the right to delete", "the right to correct"] has ["The gate is green."]"#);
    insta::assert_snapshot!(rights(&pack, "Every right under the garden act is yours. The gate is green.", today()), @r#"met lacks [] has ["Every right under the garden act is yours.", "The gate is green."]"#);
    insta::assert_snapshot!(rights(&pack, "We like tulips.", today()), @"missing lacks [] has []");
}

#[test]
fn a_mention_in_passing_is_evidence_for_want_of_a_better_one() {
    let passing = "any = [\"(right | rights) under the garden act\"]\nfallback = true\n\n[[rule.meets]]\nany = [\"right to a tulip\"]";
    let pack = OwnPack::new(&RIGHTS.replace("any = [\"every right under the garden act\"]", passing));
    let (mention, statement) = ("Rights under the garden act are old.", "You have the right to a tulip.");
    insta::assert_snapshot!(rights(&pack, mention, today()), @r#"met lacks [] has ["Rights under the garden act are old."]"#);
    insta::assert_snapshot!(rights(&pack, &format!("{mention} {statement}"), today()), @r#"met lacks [] has ["You have the right to a tulip."]"#);
}

#[test]
fn a_sentence_that_stands_twice_is_evidence_once() {
    let pack = OwnPack::new(RIGHTS);
    let twice = "# Letters\n\nThe gate is green, always.\n\n# Parcels\n\nThe gate is **green**: always!\n";
    insta::assert_snapshot!(rights(&pack, twice, today()), @r#"partial lacks ["the right to delete", "the right to correct"] has ["The gate is green, always."]"#);
}

#[test]
fn parts_count_from_the_day_on_which_the_law_names_them() {
    let pack = OwnPack::new(RIGHTS);
    assert!(rights(&pack, BOTH, day("2026-05-31")).starts_with("met"));
    assert!(rights(&pack, BOTH, day("2026-06-01")).starts_with("partial"));
    let repealed = OwnPack::new(&RIGHTS.replace("since = 2026-06-01", "until = 2026-06-01"));
    assert!(rights(&repealed, BOTH, day("2026-06-01")).starts_with("partial"));
    assert!(rights(&repealed, BOTH, day("2026-06-02")).starts_with("met"));
}

#[test]
fn what_is_lacking_is_told_at_what_is_there() {
    let pack = OwnPack::new(RIGHTS);
    insta::assert_snapshot!(pack.check(&format!("Intro.\n\n{BOTH}")).join("\n"), @"this lacks where the gate is @ delete your personal data");
    insta::assert_snapshot!(pack.check("# Tulips\n\nThe gate is green.").join("\n"), @"
    nothing says that data can be corrected @ Tulips
    nothing says that data can be deleted @ Tulips
    this lacks the right to delete and the right to correct @ The gate is
    ");
    insta::assert_snapshot!(pack.check("# Tulips\n\nWe like tulips.").join("\n"), @"
    nothing says that data can be corrected @ Tulips
    nothing says that data can be deleted @ Tulips
    no right is named @ Tulips
    ");
    let report = pack.report(Format::Markdown, BOTH, today());
    let notes: Vec<&String> = report.diagnostics.iter().flat_map(|found| &found.notes).collect();
    insta::assert_snapshot!(format!("{notes:?}"), @r#"["missing: where the gate is (§ 2(c))"]"#);
    let worded = RIGHTS.replace("label = \"the rights belong here\"", "incomplete = \"this garden has no {missing}\"");
    insta::assert_snapshot!(OwnPack::new(&worded).check(BOTH).join("\n"), @"this garden has no where the gate is @ delete your personal data");
}

#[test]
fn what_is_lacking_is_told_where_those_it_is_for_are_spoken_to() {
    let text =
        "# Notice\n\nYou can delete your personal data.\n\n## Utah residents\n\nYou may correct your personal data.\n";
    let told = |audiences: &str| {
        let named = format!("message = \"no right is named\"\naudiences = [{audiences}]");
        OwnPack::new(&RIGHTS.replace("message = \"no right is named\"", &named)).check(text).join("\n")
    };
    insta::assert_snapshot!(told("\"utah\""), @"this lacks where the gate is @ correct your personal data");
    insta::assert_snapshot!(told("\"us-states\""), @"this lacks where the gate is @ correct your personal data");
    insta::assert_snapshot!(told("\"everyone\", \"utah\""), @"this lacks where the gate is @ delete your personal data");
}

#[test]
fn a_part_that_speaks_to_others_does_not_count() {
    let text = "# Notice\n\nYou can delete your personal data.\n\n# California residents\n\nYou may correct your personal data.\n";
    let everyone = OwnPack::new(RIGHTS);
    insta::assert_snapshot!(rights(&everyone, text, today()), @r#"partial lacks ["where the gate is"] has ["You can delete your personal data.", "You may correct your personal data."]"#);
    let europeans = OwnPack::new(
        &RIGHTS.replace("message = \"no right is named\"", "message = \"no right is named\"\naudiences = [\"europe\"]"),
    );
    insta::assert_snapshot!(rights(&europeans, text, today()), @r#"partial lacks ["the right to correct", "where the gate is"] has ["You can delete your personal data."]"#);
}

#[test]
fn a_rule_like_another_changes_single_parts() {
    let child = r#"
[[rule]]
id = "own/valley-rights"
like = "own/rights"
citation = { text = "§ 30" }
without = ["gate"]
[[rule.element]]
key = "delete"
citation = "§ 30(b)"
[[rule.element]]
key = "bench"
label = "where the bench is"
[[rule.element.meets]]
any = ["the bench is"]
"#;
    let pack = OwnPack::new(&format!("{RIGHTS}{child}"));
    let rules = pack.load();
    let page = rule_page(rules, rules.rule("own/valley-rights").unwrap());
    let (_, parts) = page.split_once("## What belongs to it").unwrap();
    insta::assert_snapshot!(parts.split("\n## ").next().unwrap(), @"
    All of these are asked for; with some of them it is partial. A sentence that says it all at once will do, too.

    * the right to delete (§ 30(b)), as in `own/delete`
    * the right to correct, as in `own/correct`
    * where the bench is
    ");
    let text = format!("{BOTH} The bench is there.");
    assert!(standing(&pack.requirement("own/valley-rights", &text, today())).starts_with("met"));
    assert!(standing(&pack.requirement("own/valley-rights", BOTH, today())).starts_with("partial"));
}

#[test]
fn a_part_may_be_like_a_rule_in_parts() {
    let child = r#"
[[rule]]
id = "own/summary"
like = "own/delete"
meets = []
[[rule.element]]
key = "rights"
label = "any right"
like = "own/rights"
"#;
    let pack = OwnPack::new(&format!("{child}{RIGHTS}"));
    assert!(standing(&pack.requirement("own/summary", "The gate is green.", today())).starts_with("met"));
    assert!(standing(&pack.requirement("own/summary", "We like tulips.", today())).starts_with("missing"));
}

#[test]
fn mistakes_in_parts_are_told_at_their_place() {
    let with = |from: &str, to: &str| {
        assert!(RIGHTS.contains(from));
        OwnPack::new(&RIGHTS.replacen(from, to, 1)).errors().join("\n")
    };
    insta::assert_snapshot!(with("like = \"own/correct\"", "like = \"own/corect\""), @"own.toml:47:8: there is no rule `own/corect` to be like (did you mean `own/correct`?)");
    insta::assert_snapshot!(with("like = \"own/correct\"", "like = \"ccpa/deletion-exceptions\""), @"own.toml:47:8: `ccpa/deletion-exceptions` is no disclosure, so nothing meets it");
    insta::assert_snapshot!(with("like = \"own/correct\"", "like = \"own/rights\""), @"own.toml:47:8: elements are like each other in a circle");
    insta::assert_snapshot!(with("like = \"own/correct\"", ""), @r#"own.toml:45:7: nothing tells how the element `correct` is found (give it either `like = "<rule>"` or patterns of its own under `[[element.meets]]`)"#);
    insta::assert_snapshot!(with("since = 2026-06-01", "like = \"own/delete\""), @r#"own.toml:52:8: the element `gate` has patterns of its own and those of another rule (give it either `like = "<rule>"` or patterns of its own under `[[element.meets]]`)"#);
    insta::assert_snapshot!(with("label = \"the right to correct\"", ""), @"own.toml:45:7: the element `correct` lacks `label` (`label` names it in “this lacks …”)");
    insta::assert_snapshot!(with("label = \"the right to correct\"", "lable = \"x\""), @"own.toml:46:1: unknown field `lable`, expected one of `key`, `label`, `citation`, `since`, `until`, `like`, `meets` (did you mean `label`?)");
    insta::assert_snapshot!(with("key = \"correct\"", "key = \"delete\""), @"own.toml:45:7: the element `delete` stands here already");
    let child = "[[rule]]\nid = \"own/like\"\nlike = \"own/rights\"\nwithout = [\"gates\"]\n";
    insta::assert_snapshot!(OwnPack::new(&format!("{RIGHTS}{child}")).errors().join("\n"), @"own.toml:58:12: there is no element `gates` to do without (did you mean `gate`?)");
}

#[test]
fn an_inherited_mistake_is_told_once() {
    let child =
        "[[rule]]\nid = \"own/like\"\nlike = \"own/rights\"\n[[rule.element]]\nkey = \"gate\"\ncitation = \"§ 3\"\n";
    let broken = RIGHTS
        .replace("the gate is", "the {gate} is")
        .replace("own/correct\"\n[[rule.element]]", "own/corect\"\n[[rule.element]]");
    insta::assert_snapshot!(OwnPack::new(&format!("{child}{broken}")).errors().join("\n"), @"
    own.toml:60:13: there is no word class `gate` (did you mean `{date}`?)
    own.toml:53:8: there is no rule `own/corect` to be like (did you mean `own/correct`?)
    ");
}

#[test]
fn phrases_taken_over_need_no_examples_here() {
    let failures = OwnPack::new(RIGHTS).examples().failures;
    let told: Vec<String> = failures.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    no example exercises the phrase `<correct> ... {personal-information}`
    no example exercises the phrase `delete ... {personal-information}`
    no example exercises the phrase `every right under the garden act`
    no example exercises the phrase `the gate is`
    ");
}
