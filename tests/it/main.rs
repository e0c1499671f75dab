//! One binary for all integration tests.

#![allow(clippy::unwrap_used)]

#[cfg(unix)]
mod action;
mod audiences;
mod claims;
mod cli;
mod corpora;
mod documents;
mod fixtures;
mod formats;
mod generated;
mod language;
mod layering;
mod repository;
mod rules;
mod signals;
mod support;
