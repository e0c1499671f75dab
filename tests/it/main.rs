//! One binary for all integration tests.

#![allow(clippy::unwrap_used)]

#[cfg(unix)]
mod action;
mod audiences;
mod claims;
mod cli;
mod conditions;
mod conflicts;
mod contacts_and_dates;
mod corpora;
mod documents;
mod elements;
mod every_format;
mod fixtures;
mod formats;
mod generated;
mod language;
mod laws;
mod layering;
mod literal;
mod own_pack;
mod places;
mod planted;
mod references;
mod repository;
mod rewriting;
mod rules;
mod signals;
mod structure;
mod subjects;
mod support;
mod tongues;
mod values;
mod wording;
mod world;
