//! The answer to do-not-track signals: sentences of our own, and the stance that each takes.

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Asked, Source, coverage, shipped_rules};
use policylint::text::SourceText;

use crate::support::today;

/// Status and stance of a text, with the law configured.
fn answer(text: &str) -> (String, Option<String>) {
    let source =
        Source { path: "policy.md".into(), text: SourceText::new(text.as_bytes()).unwrap(), format: Format::Markdown };
    let report = coverage(&shipped_rules(), &Config::default(), &Asked::All, today(), &source);
    let requirement = report.requirements.iter().find(|requirement| requirement.id == "caloppa/dnt-response").unwrap();
    (requirement.status.name().to_owned(), requirement.stance.clone())
}

const NOT_HONORED: [&str; 20] = [
    "We do not respond to Do Not Track signals.",
    "At this time our site doesn't recognize or respond to DNT browser settings.",
    "Our systems are not configured to look for do-not-track requests.",
    "We ignore DNT headers.",
    "Since there is no agreed standard, Do Not Track signals are disregarded by our servers.",
    "Do-Not-Track requests are ignored on this site.",
    "We currently take no action in response to Do Not Track signals.",
    "Our website does not change its behavior when it receives a “do not track” signal from your browser.",
    "DNT signals have no effect on what we collect.",
    "We do not treat visitors who send a Do Not Track signal differently from those who do not.",
    "The site operates no differently when it sees a DNT header.",
    "We are unable to recognize DNT signals.",
    "Some browsers can send a Do Not Track signal. We do not act on such signals.",
    "Your browser may offer a “Do Not Track” option. Our app is not set up to respond to these signals.",
    "Browsers differ in how they implement DNT. For that reason, we have chosen not to honor these requests.",
    "Larkspur Looms does not support Do Not Track at present.",
    "Please note that we neither alter nor modify our practices upon receiving a DNT signal.",
    "We never process DNT signals.",
    "Because we do not track you across other sites, we do not respond to DNT signals.",
    "Do Not Track signals do not affect our data collection.",
];

const HONORED: [&str; 10] = [
    "We honor Do Not Track signals.",
    "Our site respects the DNT setting of your browser.",
    "We comply with do-not-track requests.",
    "If your browser sends a DNT signal, we do not load any advertising scripts.",
    "When we detect a Do Not Track header, we do not set analytics cookies.",
    "Where Do Not Track is switched on, our shop will not place cookies other than the one for your basket.",
    "Do Not Track signals are honored on all our sites.",
    "If you turn on Do Not Track, we stop counting your visits.",
    "Browsers can send a Do Not Track signal. We honor these signals.",
    "DNT requests are respected.",
];

const OPEN: [&str; 4] = [
    "There is no common standard yet for how sites should treat do-not-track signals.",
    "No consensus exists on what a DNT signal means.",
    "For Do Not Track signals, no industry standard has been adopted.",
    "Experts have not come to an agreement on how to interpret do-not-track requests.",
];

const SILENT: [&str; 14] = [
    "How we respond to Do Not Track disclosures.",
    "Whether we honor Do Not Track signals is told on our cookie page.",
    "## How we respond to Do Not Track signals\n\nSee the next section for cookies.",
    "## Do Not Track\n\nOur cookies expire after a month.",
    "Do Not Track is a setting in some browsers.",
    "Some browsers have a feature called “Do Not Track” that tells sites you do not want to be followed.",
    "Learn more about [Do Not Track](https://allaboutdnt.example).",
    "We honor the Global Privacy Control.",
    "We respond to opt-out preference signals such as the GPC.",
    "You can disable cookies in your browser.",
    "We do not track your location.",
    "We do not sell your personal information.",
    "You can opt out of marketing e-mail at any time.",
    "If you do not want us to track your parcel, tell the carrier.",
];

#[test]
fn sentences_that_decline() {
    for text in NOT_HONORED {
        assert_eq!(answer(text), ("met".into(), Some("not-honored".into())), "{text}");
    }
}

#[test]
fn sentences_that_honor() {
    for text in HONORED {
        assert_eq!(answer(text), ("met".into(), Some("honored".into())), "{text}");
    }
}

#[test]
fn sentences_that_leave_it_open() {
    for text in OPEN {
        assert_eq!(answer(text), ("partial".into(), Some("unclear".into())), "{text}");
    }
}

#[test]
fn headings_definitions_links_and_other_signals_are_no_answer() {
    for text in SILENT {
        assert_eq!(answer(text), ("missing".into(), None), "{text}");
    }
}

#[test]
fn a_garbled_sentence_states_no_stance() {
    let text = "We don't honor do not track signals and do not track, plant cookies, or use ads when a DNT mechanism is in place.";
    assert_eq!(answer(text), ("partial".into(), None));
}
