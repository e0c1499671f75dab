#![allow(clippy::unwrap_used)]

use super::prove::Prover;
use super::*;
use crate::doc::{self, Format};
use crate::engine::shipped_rules;
use crate::facts::Facts;
use crate::facts::claims::claims;
use crate::ruleset::{Kind, Subject};
use crate::text::SourceText;

fn subject(rule: &str) -> Subject {
    let rules = shipped_rules();
    let rule = rules.rules().iter().find(|other| other.id.0 == rule).unwrap();
    match &*rule.kind {
        Kind::Contradiction(subject) => subject.clone(),
        other => panic!("{} is no contradiction", other.name()),
    }
}

fn prove(text: &str) -> Vec<Contradiction> {
    let rules = shipped_rules();
    let source = SourceText::new(text.as_bytes()).unwrap();
    let reading = doc::read(&source, Format::Markdown);
    let facts = Facts::new(&reading, rules.lexicon());
    let set = claims(&facts, rules.lexicon());
    contradictions(&set, &reading, rules.lexicon(), &subject("contradiction/cookies"))
}

fn understood(sides: &[Side]) -> Vec<&str> {
    sides.iter().map(|side| side.understood.as_str()).collect()
}

#[test]
fn one_cause_has_all_its_places() {
    let found = prove(
        "## Cookies\n\nWe use cookies. Our site also sets cookies for your basket.\n\n## Promise\n\nWe do not use cookies.\n\n\
         ## Technology\n\nNo cookies are set on our site.\n",
    );
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(understood(&one.denials), ["we do not use cookies", "nobody places cookies, on our sites"]);
    assert_eq!(
        understood(&one.affirmations),
        ["we use cookies, on our sites", "our site places cookies, on our sites, for some purpose"]
    );
}

#[test]
fn causes_that_share_nothing_stay_apart() {
    let found = prove(
        "## Kinds\n\nWe use only session cookies.\n\nWe do not use third-party cookies.\n\n## More\n\nWe use persistent cookies.\n\n\
         ## Partners\n\nWe use third-party cookies.\n",
    );
    let denials: Vec<_> = found.iter().map(|found| understood(&found.denials)).collect();
    assert_eq!(denials, [["we use only session cookies"], ["we do not use third-party cookies"]]);
}

#[test]
fn grounds_tell_the_steps() {
    let found = prove("## Ads\n\nWe use cookies for retargeting.\n\n## Promise\n\nWe do not use tracking cookies.\n");
    assert_eq!(
        found[0].grounds,
        [
            "advertising cookies are tracking cookies",
            "the denial is general: it names no purpose, place, time or exception"
        ]
    );
    let found = prove("## Kinds\n\nWe use only session cookies.\n\n## More\n\nWe use permanent cookies.\n");
    assert_eq!(found[0].grounds[0], "persistent cookies are no session cookies");
}

#[test]
fn each_dimension_alone_keeps_claims_apart() {
    let denial = "## Promise\n\nWe do not use cookies.\n";
    for apart in [
        "## Others\n\nThird parties may set cookies on our site.\n",
        "## App\n\nOur app uses cookies.\n",
        "## Children\n\nWe use cookies.\n",
        "## History\n\nWe used cookies.\n",
        "## Plans\n\nWe may use cookies in the future.\n",
        "## Case\n\nIf you agree, we use cookies.\n",
        "## Doubt\n\nThey use cookies.\n",
        "## Kinds\n\nWe use web beacons.\n",
    ] {
        assert_eq!(prove(&format!("{apart}\n{denial}")), [], "{apart}");
    }
    assert_eq!(prove(&format!("## Cookies\n\nWe use cookies.\n\n{denial}")).len(), 1, "and none left, they meet");
}

/// Pairs compared for texts of growing length, of equal and of different claims.
#[test]
fn the_work_is_linear_in_the_claims() {
    let kinds = [
        "session",
        "persistent",
        "advertising",
        "analytics",
        "functional",
        "social media",
        "first-party",
        "third-party",
    ];
    let compared = |times: usize| {
        let mut text = String::new();
        for at in 0..times {
            let (one, other) = (kinds[at % kinds.len()], kinds[(at / kinds.len()) % kinds.len()]);
            text.push_str(&format!(
                "We use {one} {other} cookies for security.\n\nWe do not use {other} {one} cookies for marketing.\n\n"
            ));
        }
        let rules = shipped_rules();
        let source = SourceText::new(text.as_bytes()).unwrap();
        let reading = doc::read(&source, Format::Markdown);
        let facts = Facts::new(&reading, rules.lexicon());
        let set = claims(&facts, rules.lexicon());
        assert!(set.claims.len() >= 2 * times);
        let subject = subject("contradiction/cookies");
        let mut prover = Prover::new(&set, rules.lexicon(), &subject, 0);
        prover.causes();
        prover.compared
    };
    let (small, middle, large) = (compared(20), compared(80), compared(320));
    assert!(middle <= small * 16 && large <= middle * 4, "{small} {middle} {large}");
}
