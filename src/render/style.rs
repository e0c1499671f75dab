//! Colours and links as escape sequences, or none at all.

use std::io::{self, Write};

use codespan_reporting::diagnostic::{LabelStyle, Severity as Header};
use codespan_reporting::term::WriteStyle;

use super::options::Colour;
use crate::report::Severity;

const RESET: &str = "\x1b[0m";
const BOLD: &str = "\x1b[1m";
const BLUE: &str = "\x1b[1;94m";

/// The sequence that begins text about a finding of this severity.
fn begin(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\x1b[1;91m",
        Severity::Warning => "\x1b[1;93m",
        Severity::Note => "\x1b[1;92m",
    }
}

/// `text` in the colour of `severity`.
pub(super) fn painted(text: &str, severity: Severity, colour: Colour) -> String {
    match colour {
        Colour::Never => text.to_owned(),
        Colour::Always => format!("{}{text}{RESET}", begin(severity)),
    }
}

/// How words stand out from those around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Not at all.
    Plain,
    /// A heading.
    Strong,
    /// A part of a frame.
    Frame,
    /// What may be passed over.
    Faint,
    /// As it should be.
    Good,
    /// Not quite.
    Fair,
    /// Not at all as it should be.
    Bad,
}

/// `text` in its tone. White space at the edges is left outside, so that nothing but words is coloured.
pub(super) fn toned(text: &str, tone: Tone, colour: Colour) -> String {
    let begin = match tone {
        Tone::Plain => "",
        Tone::Strong => BOLD,
        Tone::Frame => BLUE,
        Tone::Faint => "\x1b[2m",
        Tone::Good => begin(Severity::Note),
        Tone::Fair => begin(Severity::Warning),
        Tone::Bad => begin(Severity::Error),
    };
    let words = text.trim();
    if begin.is_empty() || colour == Colour::Never || words.is_empty() {
        return text.to_owned();
    }
    text.replacen(words, &format!("{begin}{words}{RESET}"), 1)
}

/// `text` as a link to `address` (OSC 8); `text` must be free of control characters, which [`super::escape`] sees to.
pub(super) fn linked(text: &str, address: &str) -> String {
    let mut target = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'!'..=b'~' => target.push(char::from(byte)),
            other => target.push_str(&format!("%{other:02X}")),
        }
    }
    format!("\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\")
}

/// The writer that codespan-reporting draws on.
pub(super) struct Canvas<'w> {
    out: &'w mut Vec<u8>,
    colour: Colour,
}

impl<'w> Canvas<'w> {
    pub(super) fn new(out: &'w mut Vec<u8>, colour: Colour) -> Self {
        Self { out, colour }
    }

    fn set(&mut self, sequence: &str) -> io::Result<()> {
        if self.colour == Colour::Always {
            self.out.write_all(sequence.as_bytes())?;
        }
        Ok(())
    }
}

impl Write for Canvas<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WriteStyle for Canvas<'_> {
    fn set_header(&mut self, severity: Header) -> io::Result<()> {
        self.set(begin(from_header(severity)))
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.set(RESET)?;
        self.set(BOLD)
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.set(BLUE)
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.set(BLUE)
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.set(BLUE)
    }

    fn set_label(&mut self, severity: Header, style: LabelStyle) -> io::Result<()> {
        match style {
            LabelStyle::Primary => self.set(begin(from_header(severity))),
            LabelStyle::Secondary => self.set(BLUE),
        }
    }

    fn reset(&mut self) -> io::Result<()> {
        self.set(RESET)
    }
}

fn from_header(severity: Header) -> Severity {
    match severity {
        Header::Bug | Header::Error => Severity::Error,
        Header::Warning => Severity::Warning,
        Header::Note | Header::Help => Severity::Note,
    }
}

/// The severity as codespan-reporting knows it.
pub(super) fn to_header(severity: Severity) -> Header {
    match severity {
        Severity::Error => Header::Error,
        Severity::Warning => Header::Warning,
        Severity::Note => Header::Note,
    }
}
