//! How long it takes to load the shipped rules and to check one policy.

#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use policylint::config::Config;
use policylint::doc::{self, Format};
use policylint::engine::{Source, Today, check, shipped_rules, shipped_sources};
use policylint::ruleset::{RuleSet, load};
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

fn loading(criterion: &mut Criterion) {
    let image: &'static [u8] = shipped_rules().to_image().unwrap().leak();
    let sources = shipped_sources();
    criterion.bench_function("load prepared", |bencher| bencher.iter(|| RuleSet::from_image(image).unwrap()));
    criterion.bench_function("load sources", |bencher| bencher.iter(|| load(&sources, |_| None).unwrap()));
}

criterion_group!(benches, reading, checking, loading);
criterion_main!(benches);
