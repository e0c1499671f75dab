//! The only writer to the terminal.

#![allow(clippy::disallowed_macros, clippy::print_stderr)]

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::AutoStream;

use super::args::Color;
use super::status::Status;
use crate::render::{Charset, Colour, Options};
use crate::report::Problem;

/// Standard output and standard error, and what they can show.
pub(super) struct Terminal {
    choice: anstream::ColorChoice,
}

impl Terminal {
    pub(super) fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        Self { choice }
    }

    fn colored(&self) -> bool {
        !matches!(self.choice, anstream::ColorChoice::Never)
    }

    /// How output is to be laid out.
    pub(super) fn options(&self) -> Options<'static> {
        let is_terminal = io::stdout().is_terminal();
        let colour = if self.colored() { Colour::Always } else { Colour::Never };
        Options {
            width: columns(is_terminal),
            colour,
            charset: charset(is_terminal),
            hyperlinks: is_terminal && self.colored() && std::env::var_os("TERM_PROGRAM").is_some(),
            ..Options::default()
        }
    }

    /// Standard output, buffered; a pipe that is closed early is no error.
    pub(super) fn output(&self) -> BufWriter<impl Write> {
        BufWriter::with_capacity(1 << 16, io::stdout().lock())
    }

    /// A line on standard error.
    pub(super) fn say(&self, line: &str) {
        eprintln!("{line}");
    }

    /// A mistake in a pack or a configuration, with its excerpt, on standard error.
    pub(super) fn show(&self, mistake: &dyn miette::Diagnostic) {
        let theme = if self.colored() && io::stderr().is_terminal() {
            miette::GraphicalTheme::unicode()
        } else {
            miette::GraphicalTheme::unicode_nocolor()
        };
        let mut text = String::new();
        let handler = miette::GraphicalReportHandler::new_themed(theme).with_links(false);
        match handler.render_report(&mut text, mistake) {
            Ok(()) => eprint!("{text}"),
            Err(_) => eprintln!("error: {mistake}"),
        }
    }

    /// Problems of the run, for formats that leave them to standard error.
    pub(super) fn problems(&self, problems: &[Problem]) {
        for problem in problems {
            self.say(&crate::render::problem_line(problem));
        }
    }

    /// What a failed write to standard output means: a reader who has seen enough, or a failed run.
    pub(super) fn failed_to_write(&self, error: &io::Error) -> Status {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Status::Clean;
        }
        self.say(&format!("error: cannot write: {error}"));
        Status::Failed
    }
}

/// `COLUMNS` where it is set, else the terminal's own width.
fn columns(is_terminal: bool) -> Option<usize> {
    let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    given.or_else(|| is_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0)))
}

/// Frames are drawn in ASCII where the terminal or the locale cannot show more.
fn charset(is_terminal: bool) -> Charset {
    let dumb = is_terminal && std::env::var("TERM").is_ok_and(|term| term == "dumb");
    if dumb { Charset::Ascii } else { Charset::Unicode }
}
