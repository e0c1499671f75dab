//! Wordings that the law gives: word for word, nearly, not at all.

use policylint::doc::Format;
use policylint::engine::rule_page;

use crate::own_pack::{OwnPack, standing};
use crate::support::today;

const NOTICE: &str = r#"
[[rule]]
id = "own/notice"
title = "the sign at the gate"
kind = "literal"
severity = "warning"
about = "Whoever sells tulips says so on a sign."
message = "the sign is missing"
label = "it belongs on this page"
help = "put up the sign"
citation = { text = "§ 5" }
text = "NOTICE: We may sell your rare tulips."
variants = ["Beware: tulips are sold here."]
essential = ["<sell>"]
belongs = ["tulips"]
[[rule.when]]
any = ["garden"]
[[rule.partial]]
any = ["sign ... sale"]
message = "a sign of your own is not the sign"
label = "this speaks of a sign"
"#;

fn stands(text: &str) -> String {
    standing(&OwnPack::new(NOTICE).requirement("own/notice", text, today()))
}

#[test]
fn the_words_count_not_their_dress() {
    insta::assert_snapshot!(stands("A garden. Notice — *we may SELL* your rare\ntulips"), @r#"met lacks [] has ["Notice — we may SELL your rare tulips"]"#);
    insta::assert_snapshot!(stands("# Notice\n\nWe may sell your rare tulips. And more."), @r#"met lacks [] has ["Notice", "We may sell your rare tulips."]"#);
    insta::assert_snapshot!(stands("> BEWARE! Tulips are sold here"), @r#"met lacks [] has ["BEWARE!", "Tulips are sold here"]"#);
    insta::assert_snapshot!(stands("Notice: we may sell your tulips."), @r#"partial lacks ["the words “NOTICE: We may sell your rare tulips.”"] has ["Notice: we may sell your tulips."]"#);
    insta::assert_snapshot!(stands("Notice: we may water your rare tulips."), @"missing lacks [] has []");
    insta::assert_snapshot!(stands("A sign at the gate tells of every sale."), @r#"partial lacks ["the words “NOTICE: We may sell your rare tulips.”"] has ["A sign at the gate tells of every sale."]"#);
    insta::assert_snapshot!(stands("We like tulips in our garden."), @"missing lacks [] has []");
}

#[test]
fn near_wordings_are_told_where_they_stand_and_missing_ones_where_they_belong() {
    let pack = OwnPack::new(NOTICE);
    assert!(pack.check("We garden. Notice: we may sell your rare tulips.").is_empty());
    assert!(pack.check("Notice: we may sell your tulips.").is_empty(), "no garden, no sign");
    insta::assert_snapshot!(pack.check("Our garden. Notice: we may sell your tulips.").join("\n"), @"these are not the words that the law gives @ Notice: we may sell your tulips");
    insta::assert_snapshot!(pack.check("Our garden. A sign at the gate tells of every sale.").join("\n"), @"a sign of your own is not the sign @ sign at the gate tells of every sale");
    insta::assert_snapshot!(pack.check("# Us\n\nOur garden.\n\n## Tulips\n\nThey are red.").join("\n"), @"the sign is missing @ Tulips");
    let report = pack.report(Format::Markdown, "Our garden.", today());
    let own = report.diagnostics.iter().find(|found| found.rule.0.starts_with("own/")).unwrap();
    insta::assert_snapshot!(format!("{:?}", own.notes), @r#"["the words are: “NOTICE: We may sell your rare tulips.” or “Beware: tulips are sold here.”"]"#);
}

#[test]
fn every_format_gives_the_same() {
    let pack = OwnPack::new(NOTICE);
    let texts = [
        (Format::Markdown, "Our garden.\n\n**NOTICE:** We may sell\nyour *tulips*.\n"),
        (Format::Html, "<p>Our garden.</p><p><b>NOTICE:</b> We&nbsp;may sell your <i>tulips</i>.</p>"),
        (Format::Plain, "Our garden.\n\nNOTICE: We may sell\nyour tulips.\n"),
    ];
    for (format, text) in texts {
        let told = pack.check_as(format, text);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("these are not the words that the law gives @ "), "{told:?}");
    }
}

#[test]
fn the_page_shows_the_words() {
    let pack = OwnPack::new(NOTICE);
    let rules = pack.load();
    let page = rule_page(rules, rules.rule("own/notice").unwrap());
    let (_, words) = page.split_once("## The words").unwrap();
    insta::assert_snapshot!(words, @"
    > NOTICE: We may sell your rare tulips.

    or

    > Beware: tulips are sold here.
    ");
}

#[test]
fn mistakes_are_told_at_their_place() {
    let with = |from: &str, to: &str| OwnPack::new(&NOTICE.replacen(from, to, 1)).errors().join("\n");
    insta::assert_snapshot!(with("text = \"NOTICE: We may sell your rare tulips.\"\n", ""), @"own.toml:10:8: a rule of kind `literal` needs `text`");
    insta::assert_snapshot!(with("NOTICE: We may sell your rare tulips.", " – "), @"own.toml:17:8: a wording without words cannot stand anywhere");
    insta::assert_snapshot!(with("[[rule.partial]]", "[[rule.meets]]"), @"own.toml:10:8: `meets` means nothing in a rule of kind `literal`");
}
