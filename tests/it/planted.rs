//! A file of its own for each rule that holds under any law, both ways, in all three formats: a sound policy, and the same policy with the
//! rule's failing example planted into it, or with what the rule asks for taken out. From the one comes nothing, from the other that
//! rule's finding, and no other warning or error.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use policylint::config::{Config, ConfigFile, ConfigStack};
use policylint::doc::Format;
use policylint::engine::{Source, check, shipped_rules};
use policylint::report::{Diagnostic, Severity};
use policylint::ruleset::{Example, ExampleFormat, Kind, Reporting, Rule, RuleSet};
use policylint::text::SourceText;

use crate::every_format::decides;
use crate::rewriting::{Block, blocks, html, markdown, plain};
use crate::support::today;

const SOUND: &str = include_str!("../planted.md");

const FORMATS: [(Format, ExampleFormat); 3] = [
    (Format::Markdown, ExampleFormat::Markdown),
    (Format::Html, ExampleFormat::Html),
    (Format::Plain, ExampleFormat::Plain),
];

/// Words of the sound policy, and what stands for them in the faulty one.
type Change = (&'static str, &'static str);

const ADDRESS: &str =
    "Write to privacy@tidewrack-kayaks.com or to Tidewrack Kayaks Ltd, 14 Slipway Road, Auckland 1010.";
const COMPANY: &str =
    "Tidewrack Kayaks Ltd (“Tidewrack”, “we”, “us”) sells kayaks in its yard and at tidewrack-kayaks.com.";
const DAY: &str = "Effective 2 March 2026. Last updated on 2 March 2026.";
const OLD_DAY: Change = (DAY, "Effective 2 March 2021. Last updated on 2 March 2021.");

/// Rules that ask for something, or look at the text as a whole: what is taken out of the sound policy, or put in its place.
const CHANGES: &[(&str, &[Change])] = &[
    ("general/contact-address-missing", &[(ADDRESS, "Write to us at the address below.")]),
    ("general/contact-email-freemail", &[("privacy@tidewrack-kayaks.com", "tidewrack.kayaks@gmail.com")]),
    ("general/contact-email-obfuscated", &[("privacy@tidewrack-kayaks.com", "privacy(at)tidewrack-kayaks.com")]),
    (
        "general/contact-email-present",
        &[(ADDRESS, "Speak to us in the yard."), (" and at tidewrack-kayaks.com", " and on a site")],
    ),
    ("general/contact-section", &[("## Contact", "## Letters")]),
    ("general/date-anachronism", &[OLD_DAY, ("Our site sets", "We answer letters with ChatGPT. Our site sets")]),
    ("general/date-older-12-months", &[OLD_DAY]),
    ("general/date-present", &[(DAY, "")]),
    (
        "general/date-promised-position",
        &[
            (DAY, ""),
            ("When we change this policy,", "The date at the top of this policy says when we changed it. If we do,"),
        ],
    ),
    ("general/duplicate-title", &[(DAY, "Privacy Policy\n\nEffective 2 March 2026. Last updated on 2 March 2026.")]),
    ("general/readability-title-missing", &[("# Privacy Policy", "# Welcome to the yard")]),
    (
        "general/reference-toc-mismatch",
        &[(
            "## What we collect",
            "- [What we collect](#what-we-collect)\n- [Why we use it](#why-we-use-it)\n- [Cookies](#cookies)\n- [Who receives it](#who-receives-it)\n\
             - [How long we keep it](#how-long-we-keep-it)\n- [How safe it is](#how-safe-it-is)\n- [Children](#children)\n- [Your choices](#your-choices)\n\
             - [Changes](#changes)\n\n## What we collect",
        )],
    ),
    (
        "general/structure-ada-alternative-format",
        &[(" If you need this policy in large print, ask us there.", ""), ("Kayaks Ltd", "Kayaks Inc")],
    ),
    (
        "general/structure-expected-sections",
        &[("## How safe it is\n\nOrders lie in a locked cabinet, and two of us have the key.\n\n", "")],
    ),
    (
        "general/term-we-you",
        &[
            (COMPANY, "Tidewrack Kayaks sells kayaks in its yard and at tidewrack-kayaks.com."),
            ("Tidewrack Kayaks Ltd", "Tidewrack Kayaks"),
        ],
    ),
];

/// Rules of which no example can be planted so that nothing else is found, and why.
const ALONE: &[(&str, &str)] = &[
    ("general/contact-email-missing", "the sound policy has an address to write to"),
    ("general/contact-only-of-others", "the sound policy has an address of its own"),
    ("general/operator-named", "who names nobody does not say who “we” are, either, which is told, too"),
    (
        "general/readability-grade-level",
        "it measures the whole text, and the sound policy around the example is easy to read",
    ),
    (
        "general/readability-no-headings",
        "it measures the whole text, and the sound policy around the example has headings",
    ),
    ("general/reference-missing-file", "what lies beside the file, only the disk can tell"),
    ("general/reference-parent-policy-missing", "it speaks of supplements, and the sound policy is a policy"),
    ("general/retention-promised", "the sound policy says how long it keeps what"),
    ("general/stale-opt-out-link-name", "the name of that link brings a law in, which then asks for more"),
    ("general/structure-not-a-privacy-policy", "it speaks of terms in which nothing is said of privacy"),
    ("general/structure-other-policy", "the sound policy begins with a title of its own"),
];

/// Where an example is planted.
#[derive(Clone, Copy)]
enum Slot {
    /// Under a heading of its own, before the last section but one.
    Section,
    /// At the end of the first section.
    Within,
    /// Right behind the title and its date.
    Head,
    /// At the end.
    End,
}

const SLOTS: [Slot; 4] = [Slot::Section, Slot::Within, Slot::Head, Slot::End];

/// How many blocks of the sound policy stand before a slot.
fn place(sound: &[Block<'_>], slot: Slot) -> usize {
    let heading = |title: &str| {
        sound.iter().position(|block| matches!(block, Block::Heading(_, words) if *words == title)).unwrap()
    };
    match slot {
        Slot::Section => heading("Changes"),
        Slot::Within => heading("Why we use it"),
        Slot::Head => heading("What we collect"),
        Slot::End => sound.len(),
    }
}

fn written(blocks: &[Block<'_>], format: Format) -> String {
    match format {
        Format::Markdown => markdown(blocks),
        Format::Html => html(blocks),
        Format::Plain => plain(blocks),
    }
}

/// The sound policy with an example planted into it; `None` where the example cannot be written in the format.
fn planted(example: &Example, format: Format, slot: Slot) -> Option<String> {
    let sound = blocks(SOUND, false).unwrap();
    let (before, behind) = sound.split_at(place(&sound, slot));
    let whole = example.whole();
    let own = match format {
        Format::Markdown => ExampleFormat::Markdown,
        Format::Html => ExampleFormat::Html,
        Format::Plain => ExampleFormat::Plain,
    };
    let heading = [Block::Heading(2, "Of the yard")];
    let heading = if matches!(slot, Slot::Section) { &heading[..] } else { &[] };
    let native = || format!("{}\n\n", untitled(&whole, format));
    let middle = match blocks(&whole, format != Format::Plain) {
        // Words alone are the same in every format.
        Some(parts) if example.format == ExampleFormat::Markdown || example.format != own => {
            (example.format != ExampleFormat::Html).then(|| written(&demoted(parts), format))?
        }
        _ if example.format == own => native(),
        _ => return None,
    };
    Some([written(before, format), written(heading, format), middle, written(behind, format)].join("\n"))
}

/// Without a title of its own, and its sections below those of the policy.
fn demoted(parts: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let titled = matches!(parts.first(), Some(Block::Heading(1, _))) && parts.len() > 1;
    let parts = parts.into_iter().skip(usize::from(titled));
    let lower = |block| match block {
        Block::Heading(level, words) => Block::Heading((level + 1).clamp(2, 6), words),
        other => other,
    };
    parts.map(lower).collect()
}

/// The text of a page or a plain text without its title.
fn untitled(text: &str, format: Format) -> &str {
    let text = text.trim();
    match format {
        Format::Html => {
            text.strip_prefix("<h1>").and_then(|rest| rest.split_once("</h1>")).map_or(text, |(_, rest)| rest)
        }
        Format::Plain => match text.split_once("\n\n") {
            Some((title, rest)) if ["Privacy Policy", "Privacy policy", "Privacy"].contains(&title) => rest,
            _ => text,
        },
        Format::Markdown => match text.split_once('\n') {
            Some((title, rest)) if title.starts_with("# ") => rest,
            _ => text,
        },
    }
}

/// The sound policy with some of its words changed.
fn changed(changes: &[Change], format: Format) -> String {
    let mut text = SOUND.to_owned();
    for (sound, faulty) in changes {
        assert!(text.contains(sound), "the sound policy says {sound}");
        text = text.replace(sound, faulty);
    }
    written(&blocks(&text, format != Format::Plain).unwrap(), format)
}

/// What is found by those who see a rule's findings.
fn found(rules: &RuleSet, rule: &Rule, text: &str, format: Format, example: Option<&Example>) -> Vec<Diagnostic> {
    let source = Source { path: "policy".into(), text: SourceText::new(text.as_bytes()).unwrap(), format };
    let day = example.and_then(|example| example.today).map_or(today(), policylint::engine::Today);
    let mut config = if rule.enabled { Config::default() } else { switched_on(rule) };
    config.persona.value = rule.persona;
    check(rules, &config, day, &source).diagnostics
}

/// The settings that switch on a rule that is off.
fn switched_on(rule: &Rule) -> Config {
    let argument = format!("rules.\"{}\" = \"{}\"", rule.id, rule.severity.name());
    let file = ConfigFile::parse_argument(&argument, std::path::Path::new(".")).unwrap();
    ConfigStack::new(Vec::new(), vec![file]).for_file(std::path::Path::new("policy"))
}

/// What is wrong with what was found: the rule is silent, or another one speaks.
fn complaint(rule: &Rule, found: &[Diagnostic]) -> Option<String> {
    let (own, others): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.rule == rule.id);
    let grave: Vec<String> = (others.iter().filter(|found| found.severity >= Severity::Warning))
        .map(|found| format!("{}: {}", found.rule, found.message))
        .collect();
    match (own.is_empty(), grave.is_empty()) {
        (false, true) => None,
        (true, _) => Some(format!("silent; {grave:?}")),
        (false, false) => Some(format!("besides {grave:?}")),
    }
}

/// Why no file can be made of a rule in a format, planting in these places; `None` where one was made.
fn failure(rules: &RuleSet, rule: &Rule, format: Format, slots: &[Slot]) -> Option<String> {
    if let Some((_, changes)) = CHANGES.iter().find(|(id, _)| *id == rule.id.0) {
        return complaint(rule, &found(rules, rule, &changed(changes, format), format, None));
    }
    let mut complaints: Vec<String> = Vec::new();
    for example in rule.explanation.fail.iter().filter(|example| example.files.is_empty() && example.beside.is_empty())
    {
        for slot in slots {
            let Some(text) = planted(example, format, *slot) else { break };
            match complaint(rule, &found(rules, rule, &text, format, Some(example))) {
                None => return None,
                Some(complaint) => complaints.push(complaint),
            }
        }
    }
    complaints.sort_by_key(|complaint| (complaint.starts_with("silent"), complaint.len()));
    Some(complaints.first().map_or_else(|| "no example can be planted".to_owned(), Clone::clone))
}

/// The rules that are held to it: all that hold under any law, those left out that are told of the files of a run (translations) and
/// those of which `coverage` alone speaks.
fn general(rules: &RuleSet) -> Vec<&Rule> {
    let general = |rule: &&Rule| {
        rule.id.0.starts_with("general/")
            && !matches!(*rule.kind, Kind::Parity(_))
            && rule.report != Reporting::Coverage
    };
    rules.rules().iter().filter(general).collect()
}

fn speaks(rule: &Rule, format: ExampleFormat) -> bool {
    let readable = format != ExampleFormat::Plain || rule.needs.is_empty();
    readable
        && (rule.formats.is_empty() || rule.formats.contains(&format))
        && (decides(rule, format) || has_example(rule, format))
}

fn has_example(rule: &Rule, format: ExampleFormat) -> bool {
    rule.explanation.fail.iter().any(|example| example.format == format)
}

#[test]
fn the_sound_policy_gets_no_finding() {
    let rules = shipped_rules();
    for (format, _) in FORMATS {
        let text = written(&blocks(SOUND, false).unwrap(), format);
        let rule = rules.rule("general/date-present").unwrap();
        let found = found(&rules, rule, &text, format, None);
        assert!(found.is_empty(), "{format:?}: {:?}", found.iter().map(|found| &found.message).collect::<Vec<_>>());
    }
}

#[test]
fn each_rule_is_found_alone_where_it_is_planted() {
    let rules = shipped_rules();
    let general = general(&rules);
    let next = AtomicUsize::new(0);
    let told: Mutex<BTreeMap<String, Vec<String>>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(rule) = general.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let spoken = FORMATS.into_iter().filter(|(_, example)| speaks(rule, *example));
                    // Those on the list are tried in one way, to see whether they still belong there.
                    let alone = ALONE.iter().any(|(id, _)| *id == rule.id.0);
                    let (formats, slots) = if alone { (1, &SLOTS[..1]) } else { (FORMATS.len(), &SLOTS[..]) };
                    let failed = |(format, _)| Some(format!("{format:?}: {}", failure(&rules, rule, format, slots)?));
                    let failures: Vec<String> = spoken.take(formats).filter_map(failed).collect();
                    if !failures.is_empty() {
                        told.lock().unwrap().insert(rule.id.0.clone(), failures);
                    }
                }
            });
        }
    });
    let mut told = told.into_inner().unwrap();
    for (id, _) in ALONE {
        assert!(told.remove(*id).is_some(), "{id} is found alone now; take it off the list");
    }
    assert!(told.is_empty(), "{} of {}: {told:#?}", told.len(), general.len());
}
