//! Patterns that look at where something stands: under a heading, in a list, in a table, beside other words, on which day.

use policylint::doc::Format;
use policylint::engine::{Today, shipped_rules};

use crate::own_pack::{OwnPack, standing};
use crate::support::{today, words};

/// A disclosure that one pattern meets.
fn met_by(pattern: &str) -> OwnPack {
    OwnPack::new(&format!(
        r#"
[[rule]]
id = "own/told"
title = "what is told"
kind = "disclosure"
severity = "note"
needs = ["headings", "tables"]
about = "It is there."
message = "nothing tells it"
help = "tell it"
citation = {{ text = "editorial" }}
[[rule.meets]]
{pattern}
"#
    ))
}

/// The evidence that a pattern finds in a text.
fn evidence(pattern: &str, format: Format, text: &str) -> Vec<String> {
    let requirement = met_by(pattern).requirement_as("own/told", format, text, today());
    requirement.evidence.iter().map(|passage| words(&passage.text)).collect()
}

fn in_markdown(pattern: &str, text: &str) -> String {
    evidence(pattern, Format::Markdown, text).join(" | ")
}

const GARDEN: &str = "# Garden\n\nWelcome.\n\n## Flowers we keep\n\nThey are red. Some are rare.\n\n* tulips\n* roses\n\n## Tools\n\nWe use:\n\n* rakes;\n* spades.\n";

#[test]
fn without_words_all_that_stands_there_counts() {
    assert_eq!(in_markdown("section = [\"flowers\"]", GARDEN), "They are red. | Some are rare. | tulips | roses");
    assert_eq!(in_markdown("section = [\"flowers\"]\nnone = [\"red\"]", GARDEN), "Some are rare. | tulips | roses");
    assert_eq!(
        in_markdown("near = [\"rare\"]\nnot-section = [\"tools\"]", GARDEN),
        "They are red. | Some are rare. | tulips | roses"
    );
    let audience = "# Garden\n\nWelcome.\n\n## California residents\n\nYou may enter.\n";
    assert_eq!(in_markdown("audience = [\"california\"]", audience), "You may enter.");
}

#[test]
fn many_matches_are_held_against_their_surroundings_all_the_same() {
    let flowers = "They grow. ".repeat(20);
    let text = format!("# Garden\n\n{flowers}\n\n## Flowers\n\n{flowers}\n\n## Tools\n\n{flowers}They are near.\n");
    let count = |pattern: &str| evidence(pattern, Format::Markdown, &text).len();
    assert_eq!(count("any = [\"grow\"]"), 60);
    assert_eq!(count("any = [\"grow\"]\nsection = [\"flowers\"]"), 20);
    assert_eq!(count("any = [\"grow\"]\nnot-section = [\"flowers\"]"), 40);
    assert_eq!(count("any = [\"grow\"]\nnear = [\"near\"]"), 2);
}

#[test]
fn kinds_of_units() {
    assert_eq!(in_markdown("unit = [\"item\"]\nsection = [\"flowers\"]", GARDEN), "tulips | roses");
    assert_eq!(in_markdown("unit = [\"sentence\"]\nsection = [\"flowers\"]", GARDEN), "They are red. | Some are rare.");
    assert_eq!(in_markdown("unit = [\"item\"]\nany = [\"tulips\", \"rare\"]", GARDEN), "tulips");
}

#[test]
fn what_introduces_a_list() {
    assert_eq!(in_markdown("lead-in = [\"we use\"]", GARDEN), "rakes; | spades.");
    assert_eq!(in_markdown("lead-in = [\"we use\"]\nany = [\"spades\"]", GARDEN), "spades.");
    assert_eq!(in_markdown("lead-in = [\"they are\"]", GARDEN), "");
}

const TABLES: [(Format, &str); 3] = [
    (Format::Markdown, "# Seeds\n\nWe keep:\n\n| Seed | Sold |\n| --- | --- |\n| poppy | yes |\n| maize | no |\n"),
    (
        Format::Html,
        "<h1>Seeds</h1><p>We keep:</p><table><tr><th>Seed</th><th>Sold</th></tr><tr><td>poppy</td><td>yes</td></tr><tr><td>maize</td><td>no</td></tr></table>",
    ),
    (Format::Plain, "Seeds\n\nWe keep:\n\nSeed\tSold\npoppy\tyes\nmaize\tno\n"),
];

#[test]
fn what_introduces_a_cell() {
    for (format, text) in TABLES {
        assert_eq!(evidence("unit = [\"cell\"]\nlead-in = [\"sold\"]", format, text), ["yes", "no"], "{format:?}");
        assert_eq!(evidence("lead-in = [\"poppy\"]", format, text), ["yes"], "{format:?}");
        assert_eq!(evidence("lead-in = [\"sold\"]\nany = [\"no\"]", format, text), ["no"], "{format:?}");
    }
}

#[test]
fn lists_are_the_same_in_every_format() {
    let lists = [
        (Format::Markdown, "# Tools\n\nWe use:\n\n- rakes;\n- spades, which are **sharp**.\n\nWe like them.\n"),
        (
            Format::Html,
            "<h1>Tools</h1><p>We use:</p><ul><li>rakes;</li><li>spades, which are <b>sharp</b>.</li></ul><p>We like them.</p>",
        ),
        (Format::Plain, "Tools\n\nWe use:\n\n\u{2022} rakes;\n\u{2022} spades, which are sharp.\n\nWe like them.\n"),
        (Format::Plain, "Tools\n\nWe use: (a) rakes; (b) spades, which are sharp.\n\nWe like them.\n"),
    ];
    for (format, text) in lists {
        let items = ["rakes;", "spades, which are sharp."];
        let bare = |found: Vec<String>| {
            let strip = |text: &String| text.trim_start_matches(|c: char| "(ab) \u{2022}".contains(c)).to_owned();
            found.iter().map(strip).collect::<Vec<_>>()
        };
        assert_eq!(
            bare(evidence("unit = [\"item\"]\nsection = [\"tools\"]", format, text)),
            items,
            "{format:?}: {text}"
        );
        assert_eq!(bare(evidence("lead-in = [\"we use\"]", format, text)), items, "{format:?}: {text}");
        let sentences = evidence("unit = [\"sentence\"]\nsection = [\"tools\"]", format, text);
        assert_eq!(sentences, ["We use:", "We like them."], "{format:?}: {text}");
    }
}

#[test]
fn mistakes_are_told_at_their_place() {
    insta::assert_snapshot!(met_by("none = [\"red\"]").errors().join("\n"), @"own.toml:18:9: a pattern that looks for nothing (give it `any`, `all` or `regex`, or say where all sentences count: `section`, `near`, `lead-in`, `unit`, `audience`)");
    insta::assert_snapshot!(met_by("unit = [\"items\"]").errors().join("\n"), @"own.toml:18:9: there is no kind of unit `items` (did you mean `item`?)");
    let tables =
        "[[rule]]\nid = \"own/x\"\nlike = \"caloppa/dnt-response\"\nneeds = []\n[[rule.meets]]\nunit = [\"cell\"]\n";
    insta::assert_snapshot!(OwnPack::new(tables).errors().join("\n"), @r#"own.toml:11:9: a rule that looks at tables says so (add `needs = ["tables"]` to the rule: plain text has tables only by guess)"#);
}

#[test]
fn patterns_and_rules_count_while_they_are_the_law() {
    let day = |day: &str| Today(day.parse().unwrap());
    let pack =
        met_by("any = [\"by letter\"]\nuntil = 2025-12-31\n[[rule.meets]]\nany = [\"by wire\"]\nsince = 2026-01-01");
    let status = |text: &str, on: &str| {
        standing(&pack.requirement("own/told", text, day(on))).split(' ').next().unwrap().to_owned()
    };
    assert_eq!(status("Write by letter.", "2025-12-31"), "met");
    assert_eq!(status("Write by letter.", "2026-01-01"), "missing");
    assert_eq!(status("Write by wire.", "2025-12-31"), "missing");
    assert_eq!(status("Write by wire.", "2026-01-01"), "met");

    let stale = r#"
[[rule]]
id = "own/stale"
title = "the repealed garden act"
kind = "prohibited"
severity = "warning"
since = 2026-01-01
about = "The garden act of 1990 was replaced on 1 January 2026."
message = "this follows an act that was repealed"
help = "name the garden act of 2026"
citation = { text = "§ 9" }
[[rule.find]]
any = ["garden act of 1990"]
"#;
    let pack = OwnPack::new(stale);
    let told = |on: &str| {
        let report = pack.report(Format::Markdown, "You have rights under the Garden Act of 1990.", day(on));
        report.diagnostics.iter().filter(|found| found.rule.0 == "own/stale").count()
    };
    assert_eq!((told("2025-12-31"), told("2026-01-01")), (0, 1));
}

#[test]
fn what_has_words_of_its_own_is_told_in_them() {
    let pack = OwnPack::new(
        r#"
[[rule]]
id = "own/old"
title = "old names"
kind = "prohibited"
severity = "note"
about = "Gardens are renamed."
message = "this is an old name"
label = "old"
help = "give the new name"
citation = { text = "editorial" }
[[rule.find]]
any = ["rose court"]
message = "Rose Court is called Thorn Yard today"
label = "renamed"
[[rule.find]]
any = ["mud lane"]
[[rule.find]]
any = ["old pond"]
"#,
    );
    let told = pack.check("Rose Court is wet.\n\nMud Lane is dry, and Rose Court, too.\n\nThe Old Pond is both.");
    assert_eq!(told, ["Rose Court is called Thorn Yard today @ Rose Court", "this is an old name @ Mud Lane"]);
}

#[test]
fn a_closed_list_is_told_once_and_not_for_each_of_its_items() {
    let pack = OwnPack::new(
        r#"
[[rule]]
id = "own/list"
title = "a list that is closed"
kind = "structure"
structure = "closed-list"
severity = "note"
about = "It says that it is all."
message = "{missing} are not on it"
help = "add them"
citation = { text = "editorial" }
[[rule.find]]
any = ["we keep only these ...8"]
[[rule.topic]]
label = "gulls"
heading = ["we also keep gulls"]
body = ["gulls"]
"#,
    );
    let told = pack.check("# Birds\n\nWe keep only these:\n\n- terns\n- ducks\n\n# More\n\nWe also keep gulls.\n");
    assert_eq!(told.len(), 1, "{told:?}");
}

/// What rules of a law have taken over silences each of those it is meant for, and no rule of another law.
#[test]
fn a_condition_of_a_law_is_one_of_its_rules_of_the_kinds_that_it_names() {
    let rules = shipped_rules();
    let law = rules.pack("ccpa").and_then(|pack| pack.law.as_ref()).unwrap();
    assert!(law.unless.iter().any(|excuse| excuse.kinds.is_empty()));
    assert!(law.unless.iter().any(|excuse| !excuse.kinds.is_empty() && !excuse.except.is_empty()));
    for (rule, excuse) in rules.rules().iter().flat_map(|rule| law.unless.iter().map(move |excuse| (rule, excuse))) {
        let taken = rule.unless.iter().any(|condition| condition.search == excuse.pattern.search);
        let meant = (excuse.kinds.is_empty() || excuse.kinds.iter().any(|kind| kind == rule.kind.name()))
            && !excuse.except.contains(&rule.id.0);
        assert_eq!(taken, rule.law.as_deref() == Some("ccpa") && meant, "{}", rule.id);
    }
}
