//! Conditions that a pack says once and its rules take over by name.

use crate::own_pack::OwnPack;

const PACK: &str = r#"
[pack.condition.in-a-garden]
any = ["garden"]
section = ["flowers"]

[pack.condition.in-winter]
any = ["winter"]

[[rule]]
id = "own/tulips"
title = "tulips"
kind = "prohibited"
needs = ["headings"]
severity = "warning"
about = "Tulips are not sold."
message = "tulips are sold"
help = "sell roses"
citation = { text = "§ 5" }
[[rule.find]]
any = ["<sell> tulips"]
[[rule.unless]]
like = "in-a-garden"
[[rule.unless]]
any = ["by mistake"]

[[rule]]
id = "own/notice"
title = "the sign"
kind = "disclosure"
severity = "warning"
about = "Sales are announced."
message = "no sign stands"
help = "put up a sign"
citation = { text = "§ 6" }
[[rule.when]]
like = "in-winter"
severity = "error"
[[rule.when]]
any = ["spring"]
[[rule.meets]]
any = ["sign"]
"#;

#[test]
fn a_condition_holds_for_the_rules_that_take_it_over() {
    let pack = OwnPack::new(PACK);
    let told = |text: &str| {
        pack.check(text).iter().map(|line| line.split(" @ ").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        told("We sell tulips in the garden."),
        ["tulips are sold"],
        "the garden stands under no heading on flowers"
    );
    assert!(told("# Flowers\n\nWe sell tulips in the garden.").is_empty());
    assert!(told("We sell tulips by mistake.").is_empty());
    assert!(told("We plant.").is_empty() && told("In winter a sign stands here.").is_empty());
    let report = |text: &str| {
        let report = pack.report(policylint::doc::Format::Markdown, text, crate::support::today());
        report.diagnostics.iter().find(|found| found.rule.0 == "own/notice").map(|found| found.severity.name())
    };
    assert_eq!(report("We plant in winter."), Some("error"), "a rule says how grave the condition makes it");
    assert_eq!(report("We plant in spring."), Some("warning"));
}

#[test]
fn what_excuses_from_a_disclosure_excuses_a_sentence_that_spoils_it() {
    let pack = OwnPack::new(
        r#"
[[rule]]
id = "own/gate"
title = "the gate"
kind = "disclosure"
severity = "warning"
about = "Gardens have gates."
message = "no gate is named"
help = "name it"
citation = { text = "§ 7" }
[[rule.unless]]
any = ["fence"]
[[rule.meets]]
any = ["the gate is open"]
[[rule.spoilt]]
any = ["the gate is {not} open"]
message = "this gate is shut"
label = "it has to be open"
help = "open it"
"#,
    );
    assert_eq!(pack.check("The gate is not open."), ["this gate is shut @ The gate is not open."]);
    assert!(pack.check("The gate is not open. There is a fence.").is_empty());
}

#[test]
fn mistakes_in_the_conditions_of_a_law_are_told() {
    let law = "[pack.law]\nname = \"gardens\"\n\n[[pack.law.unless]]\nlike = \"in-winter\"\nkinds = [\"prohibit\"]\nexcept = [\"own/tulip\"]\n";
    let rules = PACK.replacen("any = [\"by mistake\"]", "any = [\"by mistake\"]\nkinds = [\"prohibited\"]", 1);
    let errors = OwnPack::new(&format!("{law}{rules}")).errors().join("\n");
    for told in [
        "own.toml:11:10: there is no kind of rule `prohibit` (did you mean `prohibited`?)",
        "own.toml:12:11: there is no rule of this pack `own/tulip` (did you mean `own/tulips`?)",
        "only `[[law.unless]]` says of which rules it is a condition",
    ] {
        assert!(errors.contains(told), "{errors}");
    }
}

#[test]
fn mistakes_in_conditions_are_told_at_their_place() {
    let with = |from: &str, to: &str| {
        assert!(PACK.contains(from));
        OwnPack::new(&PACK.replacen(from, to, 1)).errors().join("\n")
    };
    insta::assert_snapshot!(with("like = \"in-winter\"", "like = \"in-wintr\""), @r#"
    own.toml:12:8: no rule takes over the condition `in-winter`
    own.toml:41:8: no pack has a condition `in-wintr` (did you mean `in-winter`?)
    "#);
    insta::assert_snapshot!(with("severity = \"error\"\n", "any = [\"snow\"]\n"), @"own.toml:41:8: a condition that is like another says only how grave it is (say a condition of the rule's own in a block of its own)");
    insta::assert_snapshot!(with("needs = [\"headings\"]\n", ""), @r#"own.toml:26:8: a rule that looks at headings says so (add `needs = ["headings"]` to the rule: plain text has headings only by guess)"#);
    insta::assert_snapshot!(with("[[rule.meets]]\n", "[[rule.meets]]\nlike = \"in-winter\"\n"), @"own.toml:46:8: only `[[when]]` and `[[unless]]` are like a condition of a pack");
    insta::assert_snapshot!(with("any = [\"winter\"]", "any = [\"(winter\"]"), @"own.toml:12:9: this bracket is never closed by `)`");
}
