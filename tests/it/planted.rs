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
use policylint::ruleset::{Example, ExampleFormat, Kind, Rule, RuleSet};
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

/// Rules that ask for something: the words of the block that says it, which is taken out.
const CUTS: &[(&str, &[&str])] = &[];

/// Rules of which no example can be planted so that nothing else is found, and why.
const ALONE: &[(&str, &str)] = &[];

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
    let middle = match blocks(&whole, format != Format::Plain).filter(|_| example.format == ExampleFormat::Markdown) {
        Some(parts) => written(&demoted(parts), format),
        None if example.format == own => format!("{}\n\n", untitled(&whole, format)),
        None => return None,
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
        Format::Html => text.strip_prefix("<h1>").and_then(|rest| rest.split_once("</h1>")).map_or(text, |(_, rest)| rest),
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

/// The sound policy without the blocks that hold some words, and without the headings that are left empty.
fn cut(words: &[&str], format: Format) -> String {
    let sound = blocks(SOUND, false).unwrap();
    let holds = |text: &str| words.iter().any(|words| text.contains(words));
    let kept: Vec<Block<'_>> = sound
        .into_iter()
        .filter(|block| match block {
            Block::Heading(_, text) | Block::Item(text) => !holds(text),
            Block::Paragraph(text) => !holds(text),
            Block::Row(..) => true,
        })
        .collect();
    written(&kept, format)
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
    let argument = format!("rules.\"{}\" = \"on\"", rule.id);
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

/// Why no file can be made of a rule in a format; `None` where one was made.
fn failure(rules: &RuleSet, rule: &Rule, format: Format) -> Option<String> {
    if let Some((_, words)) = CUTS.iter().find(|(id, _)| *id == rule.id.0) {
        return complaint(rule, &found(rules, rule, &cut(words, format), format, None));
    }
    let mut complaints: Vec<String> = Vec::new();
    for example in rule.explanation.fail.iter().filter(|example| example.files.is_empty() && example.beside.is_empty()) {
        for slot in SLOTS {
            let Some(text) = planted(example, format, slot) else { break };
            match complaint(rule, &found(rules, rule, &text, format, Some(example))) {
                None => return None,
                Some(complaint) => complaints.push(complaint),
            }
        }
    }
    complaints.sort_by_key(|complaint| (complaint.starts_with("silent"), complaint.len()));
    Some(complaints.first().map_or_else(|| "no example can be planted".to_owned(), Clone::clone))
}

/// The rules that are held to it: all that hold under any law, translations aside, which are told of the files of a run.
fn general(rules: &RuleSet) -> Vec<&Rule> {
    let general = |rule: &&Rule| rule.id.0.starts_with("general/") && !matches!(rule.kind, Kind::Parity(_));
    rules.rules().iter().filter(general).collect()
}

fn speaks(rule: &Rule, format: ExampleFormat) -> bool {
    let readable = format != ExampleFormat::Plain || rule.needs.is_empty();
    readable && (rule.formats.is_empty() || rule.formats.contains(&format)) && (decides(rule, format) || has_example(rule, format))
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
                    let failures: Vec<String> = spoken
                        .filter_map(|(format, _)| Some(format!("{format:?}: {}", failure(&rules, rule, format)?)))
                        .collect();
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
