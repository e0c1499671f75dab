//! Which labels of a diagnostic are shown, and what is said of the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use codespan_reporting::diagnostic::{Label as Drawn, LabelStyle};

use crate::render::escape::one_line;
use crate::render::excerpt::{Excerpt, Excerpts, marks_per_line, shown_lines};
use crate::render::options::Options;
use crate::render::summary::counted;
use crate::report::{Diagnostic, FileReport, Label};
use crate::text::{SourceText, Span};

/// With more labels than this only [`FIRST`] are drawn.
const MOST: usize = 10;
const FIRST: usize = 8;
/// So many labels that say the same are drawn.
const REPEATED: usize = 3;
/// How many line numbers a note lists before it says `…`.
const MOST_LINES: usize = 12;
/// Columns of an excerpt where the output goes to no terminal.
const DEFAULT_BUDGET: usize = 100;

/// The labels of one diagnostic, each with the text it points into.
pub(super) struct Labels<'r> {
    files: Vec<File<'r>>,
    drawn: Vec<Placed<'r>>,
    rest: Vec<Placed<'r>>,
    unread: Vec<&'r Label>,
    budget: usize,
}

struct File<'r> {
    path: &'r str,
    source: Text<'r>,
}

/// The text of the file itself or one that was fetched for a label.
enum Text<'r> {
    Own(&'r SourceText),
    Other(Arc<SourceText>),
}

#[derive(Clone, Copy)]
struct Placed<'r> {
    label: &'r Label,
    primary: bool,
    file: usize,
    lines: (usize, usize),
}

impl Text<'_> {
    fn get(&self) -> &SourceText {
        match self {
            Self::Own(source) => source,
            Self::Other(source) => source,
        }
    }
}

impl<'r> Labels<'r> {
    /// Finds the texts, chooses what is drawn, and measures the page.
    pub(super) fn new(report: &'r FileReport, diagnostic: &'r Diagnostic, options: &Options<'_>) -> Self {
        let mut labels = Self {
            files: vec![File { path: &report.path, source: Text::Own(&report.source) }],
            drawn: Vec::new(),
            rest: Vec::new(),
            unread: Vec::new(),
            budget: DEFAULT_BUDGET,
        };
        let mut placed = Vec::new();
        for (index, label) in diagnostic.labels().enumerate() {
            match labels.file_of(label, options) {
                Some(file) => {
                    let lines = shown_lines(labels.files[file].source.get(), label.span);
                    placed.push(Placed { label, primary: index == 0, file, lines });
                }
                None => labels.unread.push(label),
            }
        }
        labels.choose(placed, options);
        labels
    }

    fn file_of(&mut self, label: &'r Label, options: &Options<'_>) -> Option<usize> {
        let Some(path) = label.path.as_deref() else { return Some(0) };
        if let Some(known) = self.files.iter().position(|file| file.path == path) {
            return Some(known);
        }
        let source = options.sources.source(path)?;
        self.files.push(File { path, source: Text::Other(source) });
        Some(self.files.len() - 1)
    }

    fn choose(&mut self, placed: Vec<Placed<'r>>, options: &Options<'_>) {
        let mut placed = self.without_repeated(placed);
        if placed.len() > MOST {
            self.rest.extend(placed.split_off(FIRST));
        }
        let last_line = placed.iter().map(|placed| placed.lines.1).max().unwrap_or(1);
        let over_lines = placed.iter().filter(|placed| placed.lines.0 < placed.lines.1).count();
        // The number, then ` │ `; each label over several lines draws two columns of its own.
        let frame = last_line.to_string().len() + 3 + 2 * over_lines;
        self.budget = options.width.map_or(DEFAULT_BUDGET, |width| width.saturating_sub(frame));

        let fitting = marks_per_line(self.budget, options.charset);
        let mut on_line: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for placed in placed {
            let (first, last) = placed.lines;
            let lines = if first == last { vec![first] } else { vec![first, last] };
            let full =
                lines.iter().any(|line| on_line.get(&(placed.file, *line)).is_some_and(|marks| *marks >= fitting));
            if full {
                self.rest.push(placed);
                continue;
            }
            for line in lines {
                *on_line.entry((placed.file, line)).or_default() += 1;
            }
            self.drawn.push(placed);
        }
    }

    /// Leaves out places of which nothing new is said: a third copy shows no more than the second.
    fn without_repeated(&mut self, placed: Vec<Placed<'r>>) -> Vec<Placed<'r>> {
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        let first = placed.first().map_or("", |placed| placed.label.text.as_str());
        let (drawn, rest) = placed.into_iter().partition(|placed| {
            // A place of which nothing is said is another of the first.
            let text = if placed.label.text.is_empty() { first } else { &placed.label.text };
            let count = said.entry(text).or_default();
            *count += 1;
            *count <= REPEATED
        });
        self.rest = rest;
        drawn
    }

    /// The columns that text beside the gutter may take.
    pub(super) fn budget(&self) -> usize {
        self.budget
    }

    /// The excerpts and the labels as drawn on them.
    pub(super) fn draw(&self, options: &Options<'_>) -> (Excerpts<'_>, Vec<Drawn<usize>>) {
        let mut excerpts = Excerpts::default();
        let mut drawn = Vec::new();
        for (index, file) in self.files.iter().enumerate() {
            let placed: Vec<_> = self.drawn.iter().filter(|placed| placed.file == index).collect();
            let spans: Vec<Span> = placed.iter().map(|placed| placed.label.span).collect();
            let name = one_line(file.path).into_owned();
            let excerpt = Excerpt::new(name, file.source.get(), &spans, self.budget, options.charset);
            drawn.extend(placed.iter().zip(excerpt.marks()).map(|(placed, mark)| {
                let style = if placed.primary { LabelStyle::Primary } else { LabelStyle::Secondary };
                Drawn::new(style, index, mark.clone()).with_message(self.words(placed))
            }));
            excerpts.0.push(excerpt);
        }
        (excerpts, drawn)
    }

    /// A label's words; nothing where a label before it says the same of the same file.
    fn words(&self, placed: &Placed<'_>) -> String {
        let same = |other: &&Placed<'_>| other.file == placed.file && other.label.text == placed.label.text;
        match self.drawn.iter().find(same) {
            Some(first) if std::ptr::eq(first.label, placed.label) => one_line(&placed.label.text).into_owned(),
            _ => String::new(),
        }
    }

    /// What is said of the labels that are not drawn, a note each.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.rest.is_empty() {
            notes.push(format!("and {}: {}", counted(self.rest.len(), "more place"), self.rest_lines()));
        }
        notes.extend(self.unread.iter().map(|label| {
            let path = label.path.as_deref().unwrap_or_default();
            let place = format!("{path}: bytes {} to {}", label.span.start(), label.span.end());
            if label.text.is_empty() { place } else { format!("{place}: {}", label.text) }
        }));
        notes
    }

    fn rest_lines(&self) -> String {
        let mut lines: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for placed in &self.rest {
            lines.entry(placed.file).or_default().push(placed.lines.0);
        }
        let listed = lines.into_iter().map(|(file, mut lines)| {
            lines.sort_unstable();
            lines.dedup();
            let name = if file == 0 { String::new() } else { format!("{} ", self.files[file].path) };
            format!("{name}{}", line_list(&lines))
        });
        listed.collect::<Vec<_>>().join("; ")
    }
}

/// `line 4`, `lines 4 and 7`, `lines 4, 7, 9 and 12`; a long list is cut short.
fn line_list(lines: &[usize]) -> String {
    let numbers: Vec<_> = lines.iter().map(usize::to_string).collect();
    match numbers.as_slice() {
        [only] => format!("line {only}"),
        many if many.len() > MOST_LINES => format!("lines {} and others", many[..MOST_LINES].join(", ")),
        [start @ .., last] => format!("lines {} and {last}", start.join(", ")),
        [] => String::new(),
    }
}
