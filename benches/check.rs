//! How long it takes to load the shipped rules and to check one policy.

#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use policylint::config::Config;
use policylint::doc::{self, Format};
use policylint::engine::{Source, Today, check, contradictions, shipped_rules, shipped_sources};
use policylint::facts::Facts;
use policylint::facts::claims::claims;
use policylint::ruleset::{Kind, RuleSet, load};
use policylint::text::SourceText;

const POLICY: &str = include_str!("../tests/ok/lanternfish.md");

fn source(times: usize) -> Source {
    let text = SourceText::new(POLICY.repeat(times).as_bytes()).unwrap();
    Source { path: "policy.md".into(), text, format: Format::Markdown }
}

fn reading(criterion: &mut Criterion) {
    let source = source(16);
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(source.text.text().len() as u64));
    group.bench_function("markdown", |bencher| bencher.iter(|| doc::read(&source.text, source.format)));
    group.finish();
}

fn checking(criterion: &mut Criterion) {
    let (rules, config, today) = (shipped_rules(), Config::default(), Today("2026-11-22".parse().unwrap()));
    let mut group = criterion.benchmark_group("check");
    for times in [1, 4, 16] {
        let source = source(times);
        group.throughput(Throughput::Bytes(source.text.text().len() as u64));
        group.bench_function(format!("{times}x"), |bencher| bencher.iter(|| check(&rules, &config, today, &source)));
    }
    group.finish();
}

/// A policy with claims that differ from each other, `times` over: what is said of one kind of data is said of no other alike.
fn distinct(times: usize) -> Source {
    const DATA: [&str; 8] = [
        "names",
        "email addresses",
        "phone numbers",
        "postal addresses",
        "purchase history",
        "biometric information",
        "precise geolocation",
        "search history",
    ];
    const OTHERS: [&str; 6] =
        ["advertisers", "service providers", "business partners", "data brokers", "affiliates", "social networks"];
    const ENDS: [&str; 5] = ["analytics", "marketing", "security", "fraud prevention", "research"];
    let mut text = String::from("# Privacy policy of Quillmoor\n\n");
    for at in 0..times * 120 {
        let (data, other) = (DATA[at % DATA.len()], OTHERS[at / DATA.len() % OTHERS.len()]);
        let end = ENDS[at / 48 % ENDS.len()];
        let says = if at % 3 == 0 { "do not share" } else { "may share" };
        text.push_str(&format!("## Part {at}\n\nWe {says} your {data} with {other} for {end}.\n\n"));
        text.push_str(&format!("We collect {data} when you visit our site, and keep them for {end}.\n\n"));
    }
    Source { path: "policy.md".into(), text: SourceText::new(text.as_bytes()).unwrap(), format: Format::Markdown }
}

/// Reading the claims and searching them for contradictions, without what comes before: linear in the text.
fn claiming(criterion: &mut Criterion) {
    let rules = shipped_rules();
    let subjects: Vec<_> = (rules.rules().iter())
        .filter_map(|rule| match &*rule.kind {
            Kind::Contradiction(subject) => Some(subject),
            _ => None,
        })
        .collect();
    let mut group = criterion.benchmark_group("claims");
    let sources = [1, 4, 16].map(|times| (format!("{times}x distinct"), distinct(times)));
    for (name, source) in sources.into_iter().chain([("one policy".to_owned(), source(1))]) {
        let reading = doc::read(&source.text, source.format);
        let facts = Facts::new(&reading, rules.lexicon());
        group.throughput(Throughput::Bytes(source.text.text().len() as u64));
        group.bench_function(format!("read {name}"), |bencher| bencher.iter(|| claims(&facts, rules.lexicon())));
        let set = claims(&facts, rules.lexicon());
        group.bench_function(format!("prove {name}"), |bencher| {
            bencher.iter(|| {
                let found = subjects.iter().map(|subject| contradictions(&set, &reading, rules.lexicon(), subject));
                found.map(|found| found.len()).sum::<usize>()
            })
        });
    }
    group.finish();
}

fn loading(criterion: &mut Criterion) {
    let image: &'static [u8] = shipped_rules().to_image().unwrap().leak();
    let sources = shipped_sources();
    criterion.bench_function("load prepared", |bencher| bencher.iter(|| RuleSet::from_image(image).unwrap()));
    criterion.bench_function("load sources", |bencher| bencher.iter(|| load(&sources, |_| None).unwrap()));
}

criterion_group!(benches, reading, checking, claiming, loading);
criterion_main!(benches);
