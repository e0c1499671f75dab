//! `policylint claims`.

use std::io;

use super::args::{ClaimsArguments, ClaimsFormat};
use super::inputs::Inputs;
use super::reports::Jobs;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::engine::claims;
use crate::render;

/// Runs the command; the status is 0 unless the run failed.
pub(super) fn run(arguments: &ClaimsArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(inputs) = Inputs::gather(&arguments.paths, &arguments.common, &[], terminal) else {
        return Ok(Status::Failed);
    };
    let today = today(arguments.common.today);
    let format = match arguments.format {
        ClaimsFormat::Full => render::ClaimsFormat::Full,
        ClaimsFormat::Json => render::ClaimsFormat::Json,
    };
    Jobs::of(&inputs, terminal).write(
        terminal,
        |out, options| format.renderer(out, options),
        |file, rules, source| claims(rules, &file.config, today, source),
    )
}
