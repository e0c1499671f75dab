//! `policylint coverage`.

use std::io;

use super::args::{CoverageArguments, CoverageFormat};
use super::inputs::Inputs;
use super::reports::Jobs;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use super::unknown::unknown_law;
use crate::engine::{Asked, coverage};
use crate::render;
use crate::ruleset::RuleSet;

/// What stands for all laws on the command line.
const ALL_LAWS: &str = "all";

/// Runs the command; the status is 0 unless the run failed.
pub(super) fn run(arguments: &CoverageArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(inputs) = Inputs::gather(&arguments.paths, &arguments.common, &[], terminal) else {
        return Ok(Status::Failed);
    };
    let today = today(arguments.common.today);
    let asked = asked(&arguments.common.law);
    let jobs = Jobs::of(&inputs, terminal);
    if let Some((rules, law)) = jobs.jobs.iter().find_map(|(_, rules)| Some((rules, unknown(&asked, rules)?))) {
        return Ok(unknown_law(terminal, rules, law));
    }
    let format = format_of(arguments.format);
    jobs.write(
        terminal,
        |out, options| format.renderer(out, options),
        |file, rules, source| coverage(rules, &file.config, &asked, today, source),
    )
}

/// A law asked for that no pack is about.
fn unknown<'l>(asked: &'l Asked, rules: &RuleSet) -> Option<&'l String> {
    let Asked::These(laws) = asked else { return None };
    laws.iter().find(|law| rules.pack(law).is_none_or(|pack| pack.law.is_none()))
}

fn asked(laws: &[String]) -> Asked {
    match laws {
        [] => Asked::InPlay,
        laws if laws.iter().any(|law| law == ALL_LAWS) => Asked::All,
        laws => Asked::These(laws.to_vec()),
    }
}

fn format_of(name: CoverageFormat) -> render::CoverageFormat {
    match name {
        CoverageFormat::Full => render::CoverageFormat::Full,
        CoverageFormat::Markdown => render::CoverageFormat::Markdown,
        CoverageFormat::Json => render::CoverageFormat::Json,
    }
}
