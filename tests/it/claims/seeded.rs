//! Contradictions planted into clean policies: how many are found, and what is reported besides.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use policylint::doc::Format;
use policylint::report::Diagnostic;
use serde::Deserialize;

use super::dress::fragment;
use super::measure::{Judge, places};
use crate::generated::hold;
use crate::support::root;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Host {
    file: String,
    /// The lines before which clauses are planted.
    early: String,
    late: String,
    /// How a heading is written.
    heading: String,
    /// Of which subjects the policy speaks itself.
    says: Vec<String>,
}

#[derive(Deserialize)]
struct Hosts {
    host: Vec<Host>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clause {
    form: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Matter {
    subject: String,
    row: String,
    /// The rules that may tell of it.
    rules: Vec<String>,
    denials: Vec<Clause>,
    affirmations: Vec<Clause>,
    /// What goes well with each denial, and with each affirmation.
    beside_denials: Vec<String>,
    beside_affirmations: Vec<String>,
}

#[derive(Deserialize)]
struct Matters {
    matter: Vec<Matter>,
}

fn matters() -> Vec<Matter> {
    let folder = root().join("tests/it/claims/seeded");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |file| toml::from_str::<Matters>(&fs::read_to_string(file).unwrap()).unwrap().matter;
    files.iter().flat_map(read).collect()
}

/// A clean policy, cut where clauses are planted.
struct Ground {
    host: Host,
    format: Format,
    parts: [String; 3],
}

impl Ground {
    fn all() -> Vec<Self> {
        let hosts: Hosts = toml::from_str(include_str!("hosts.toml")).unwrap();
        hosts.host.into_iter().map(Self::new).collect()
    }

    fn new(host: Host) -> Self {
        let text = fs::read_to_string(root().join("tests").join(&host.file)).unwrap();
        let format = match host.file.rsplit_once('.').unwrap().1 {
            "md" => Format::Markdown,
            "html" => Format::Html,
            _ => Format::Plain,
        };
        let (first, rest) = text.split_once(&format!("\n{}\n", host.early)).unwrap();
        let (middle, last) = rest.split_once(&format!("\n{}\n", host.late)).unwrap();
        let parts = [format!("{first}\n"), format!("{}\n{middle}\n", host.early), format!("{}\n{last}", host.late)];
        Self { host, format, parts }
    }

    /// The policy with two clauses planted, each under a heading of its own where `titles` gives one; and where they stand.
    fn planted(&self, clauses: [&str; 2], titles: Option<[&str; 2]>) -> (String, [Range<usize>; 2]) {
        let mut text = self.parts[0].clone();
        let mut at = [0..0, 0..0];
        for (number, clause) in clauses.into_iter().enumerate() {
            let title = titles.filter(|_| !clause.starts_with("# ")).map(|titles| titles[number]);
            let clause = title.map_or_else(|| clause.to_owned(), |title| format!("# {title}\n\n{clause}"));
            let start = text.len();
            text.push('\n');
            text.push_str(fragment(&clause, self.format, &self.host.heading).trim_end());
            at[number] = start..text.len();
            text.push_str(if self.format == Format::Plain { "\n" } else { "\n\n" });
            text.push_str(&self.parts[number + 1]);
        }
        (text, at)
    }
}

const TITLES: [[&str; 2]; 2] = [["What we promise", "More information"], ["Further information", "Good to know"]];

#[derive(Default, Clone, Copy)]
struct Tally {
    planted: usize,
    found: usize,
    /// Near misses planted.
    near: usize,
    /// Diagnostics that are no finding of what was planted.
    wrong: usize,
    /// Diagnostics that are.
    right: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.planted += other.planted;
        self.found += other.found;
        self.near += other.near;
        self.wrong += other.wrong;
        self.right += other.right;
    }
}

#[derive(Default)]
struct Score {
    by_subject: BTreeMap<String, Tally>,
    by_form: BTreeMap<String, Tally>,
    log: Vec<String>,
}

fn holds(found: &Diagnostic, at: &Range<usize>) -> bool {
    found.labels().any(|label| at.start <= label.span.start() && label.span.end() <= at.end)
}

struct Field {
    judge: Judge,
    grounds: Vec<Ground>,
    score: Score,
    turn: usize,
}

impl Field {
    /// Plants two clauses on one subject twice: under headings of their own and within the sections of the policy, in either order.
    fn plant(&mut self, matter: &Matter, one: &str, other: &str, excluded: bool) -> Tally {
        let mut tally = Tally::default();
        for way in 0..2 {
            self.turn += 1;
            let open: Vec<&Ground> =
                self.grounds.iter().filter(|ground| !ground.host.says.contains(&matter.subject)).collect();
            let ground = open[self.turn % open.len()];
            let (clauses, titles) =
                if way == 0 { ([one, other], Some(TITLES[self.turn / 2 % 2])) } else { ([other, one], None) };
            let (text, at) = ground.planted(clauses, titles);
            let report = self.judge.report(ground.format, &text);
            let is_right = |found: &&Diagnostic| {
                excluded && matter.rules.contains(&found.rule.0) && holds(found, &at[0]) && holds(found, &at[1])
            };
            let right = report.diagnostics.iter().filter(is_right).count();
            let wrong = report.diagnostics.len() - right;
            tally.planted += usize::from(excluded);
            tally.near += usize::from(!excluded);
            tally.found += usize::from(right > 0);
            tally.right += right;
            tally.wrong += wrong;
            if excluded && right == 0 {
                self.score.log.push(format!(
                    "MISSED {} | {}\n    {one:?}\n    {other:?}\n    {}",
                    matter.subject, matter.row, ground.host.file
                ));
            }
            for found in report.diagnostics.iter().filter(|found| !is_right(found)) {
                self.score.log.push(format!(
                    "WRONG {} | {} | {} {}\n    {one:?}\n    {other:?}\n    {} {:?}",
                    found.rule,
                    matter.subject,
                    matter.row,
                    if excluded { "" } else { "(near miss)" },
                    ground.host.file,
                    places(&report, found)
                ));
            }
        }
        self.score.by_subject.entry(matter.subject.clone()).or_default().add(tally);
        tally
    }

    fn matter(&mut self, matter: &Matter) {
        for denial in &matter.denials {
            for affirmation in &matter.affirmations {
                let tally = self.plant(matter, &denial.text, &affirmation.text, true);
                for form in [&denial.form, &affirmation.form] {
                    self.score.by_form.entry(form.clone()).or_default().add(tally);
                }
            }
            for beside in &matter.beside_denials {
                self.plant(matter, &denial.text, beside, false);
            }
        }
        for affirmation in &matter.affirmations {
            for beside in &matter.beside_affirmations {
                self.plant(matter, beside, &affirmation.text, false);
            }
        }
    }
}

fn measured() -> Score {
    let mut field = Field { judge: Judge::new(), grounds: Ground::all(), score: Score::default(), turn: 0 };
    for matter in matters() {
        field.matter(&matter);
    }
    field.score
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / whole as f64) }
}

fn table(first: &str, rows: &BTreeMap<String, Tally>, near: bool) -> String {
    let (names, rule) = if near { (" near misses | wrong |", " ---: | ---: |") } else { ("", "") };
    let mut text = format!("| {first} | planted | found | |{names}\n| --- | ---: | ---: | ---: |{rule}\n");
    let mut all = Tally::default();
    for (name, tally) in rows {
        all.add(*tally);
        text.push_str(&row(name, tally, near));
    }
    if near {
        text.push_str(&row("**all**", &all, near));
    }
    text
}

fn row(name: &str, tally: &Tally, near: bool) -> String {
    let Tally { planted, found, near: misses, wrong, .. } = tally;
    let rest = if near { format!(" {misses} | {wrong} |") } else { String::new() };
    format!("| {name} | {planted} | {found} | {} |{rest}\n", percent(*found, *planted))
}

#[test]
fn planted_contradictions_are_found() {
    let score = measured();
    let mut all = Tally::default();
    score.by_subject.values().for_each(|tally| all.add(*tally));
    let precision = percent(all.right, all.right + all.wrong);
    let (subjects, forms) = (table("subject", &score.by_subject, true), table("form", &score.by_form, false));
    // What was missed and what is wrong, pair by pair, for whoever works on it.
    let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join("planted.txt");
    fs::write(log, format!("{}\n\n{subjects}\n{forms}", score.log.join("\n"))).unwrap();
    hold(
        &root().join("docs/contradictions.md"),
        &page(&subjects, &forms, &percent(all.found, all.planted), &precision),
    );
    assert!(all.found * 100 >= all.planted * 85, "{} of {} found", all.found, all.planted);
    assert!(all.right * 100 >= (all.right + all.wrong) * 97, "{} wrong beside {} right", all.wrong, all.right);
}

/// What is published of it.
fn page(subjects: &str, forms: &str, recall: &str, precision: &str) -> String {
    format!(
        "# How many contradictions are found\n\nContradicting clauses, written as drafters write them, are planted into clean policies of our own, each pair twice: under headings of \
         their own, and within the sections of the policy in the other order. **Found** is a pair that one diagnostic of the right rule points at with a span on either clause. Near misses are pairs that \
         only seem to contradict each other; **wrong** is every diagnostic, at whatever severity, that is not a finding of a planted pair.\n\n\
         {recall} of the planted pairs are found, and {precision} of the diagnostics are right.\n\nClauses and rules have the same authors. Where rules look for phrases (stances and values), read the share found as an upper bound: of eighty \
         pairs in new words, twenty-four were found before the rules had been held against them. Of pairs on disclosure for a business purpose, sensitive information, what is kept after the end, deletion, transfers and children, \
         none of forty-five, then one of twenty-four and two of sixteen in two more rounds of new words.\n\n## By subject\n\n{subjects}\n\
         ## By the form of either clause\n\n{forms}\nThe clauses are in `tests/it/claims/seeded`, the policies in `tests/it/claims/hosts.toml`. This page is written by \
         `UPDATE=1 cargo test planted`.\n"
    )
}
