//! The command: reads arguments, wires the layers, prints, maps to an exit status. No logic of its own.

mod args;
mod check;
mod claims;
mod coverage;
mod explain;
mod fix;
mod inputs;
mod list;
mod reports;
mod rules;
mod status;
mod terminal;
mod test;
mod today;
mod unknown;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use status::Status;

/// Runs the command that the process was called with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and version are what was asked for; anything else is a failed run.
        Err(error) => {
            let status = if error.use_stderr() { Status::Failed } else { Status::Clean };
            return if error.print().is_ok() { status.into() } else { Status::Failed.into() };
        }
    };
    let terminal = terminal::Terminal::new(arguments.color);
    let status = match &arguments.command {
        Command::Check(check) => check::run(check, &terminal),
        Command::Coverage(arguments) => coverage::run(arguments, &terminal),
        Command::Claims(arguments) => claims::run(arguments, &terminal),
        Command::Test(test) => test::run(test, &terminal),
        Command::Rules(rules) => list::run(rules, &terminal),
        Command::Explain(rules) => explain::run(rules, &terminal),
    };
    status.unwrap_or_else(|error| terminal.failed_to_write(&error)).into()
}
