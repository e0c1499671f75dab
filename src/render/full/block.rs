//! What a law asks for and a text does not say: one block, an entry of a line or two for each disclosure.

use super::lacks::{Block, Entry};
use super::laws::{law_of, reasons};
use super::notes::rule;
use crate::render::edition::edition_of;
use crate::render::escape::{columns, one_line};
use crate::render::options::{Charset, Options};
use crate::render::place::positions;
use crate::render::style::{Tone, painted, toned};
use crate::render::summary::counted;
use crate::render::wrap::{hanging, shortened, without_tags};
use crate::report::{Citation, Diagnostic, FileReport, Lack, Shortfall};
use crate::text::Span;

/// Where output goes to no terminal.
const DEFAULT_WIDTH: usize = 100;
/// Quoted words are cut to this many columns.
const QUOTED: usize = 32;
/// What an entry begins with, and what its further lines begin with.
const BULLET: &str = "  = ";
const BELOW: &str = "    ";
/// More laws than these are counted, not listed.
const LISTED: usize = 4;
/// More things that some laws only find lacking are counted.
const EXTRAS: usize = 2;
/// More provisions than these are counted.
const PROVISIONS: usize = 2;

/// A block, all its lines; `told` are the laws whose reasons stand in an earlier block. With `alone` nothing else is missing, so that
/// there is room for the way out.
pub(super) fn lines(
    block: &Block<'_>,
    told: &[&str],
    alone: bool,
    report: &FileReport,
    options: &Options<'_>,
) -> Vec<String> {
    let drawing = Drawing { block, alone, report, options, width: options.width.unwrap_or(DEFAULT_WIDTH) };
    let mut lines = vec![drawing.header()];
    lines.extend(drawing.places(told));
    lines.extend(block.entries.iter().map(|entry| drawing.entry(entry)));
    lines
}

/// One block on its page.
struct Drawing<'b, 'r> {
    block: &'b Block<'r>,
    alone: bool,
    report: &'r FileReport,
    options: &'b Options<'b>,
    width: usize,
}

impl Drawing<'_, '_> {
    /// `error: California Consumer Privacy Act (ccpa): 12 disclosures missing, 1 partial`.
    fn header(&self) -> String {
        let severity = self.block.severity();
        let who = match self.block.laws.as_slice() {
            [] => "what any policy says".to_owned(),
            [law] => match law_of(law, self.report) {
                Some(named) if named.name != *law => format!("{} ({law})", named.name),
                _ => (*law).to_owned(),
            },
            several => self.names(several),
        };
        let what = self.counts();
        let lead = format!("{}: ", severity.name());
        let text = hanging(&lead, &format!("{who}: {what}"), self.width);
        let rest = text.strip_prefix(&lead).unwrap_or(&text);
        let rest: Vec<String> = rest.lines().map(|line| toned(line, Tone::Strong, self.options.colour)).collect();
        format!("{}: {}", painted(severity.name(), severity, self.options.colour), rest.join("\n"))
    }

    /// `12 disclosures missing, 1 partial`.
    fn counts(&self) -> String {
        let ways =
            [(Shortfall::Missing, "missing"), (Shortfall::Partial, "partial"), (Shortfall::Outdated, "out of date")];
        let counts = ways.map(|(shortfall, name)| (self.block.count(shortfall), name));
        let mut counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let first = counts.next().map(|(count, name)| format!("{} {name}", counted(count, "disclosure")));
        let others = counts.map(|(count, name)| format!("{count} {name}"));
        first.into_iter().chain(others).collect::<Vec<_>>().join(", ")
    }

    /// The file, the document where it holds several, and what brought the laws in.
    fn places(&self, told: &[&str]) -> Vec<String> {
        let arrow = if self.options.charset == Charset::Ascii { "  --> " } else { "  ┌─ " };
        let path = one_line(&self.report.path);
        let (place, why) = reasons(&self.block.laws, told, self.report, self.options);
        let text = match place {
            Some(place) => format!("{path}:{place}"),
            None => path.into_owned(),
        };
        let mut remarks = why;
        remarks.extend(self.document());
        let line = |more: Option<String>| {
            let remarks: Vec<&str> = remarks.iter().chain(&more).map(String::as_str).collect();
            let gap = if remarks.is_empty() { "" } else { " " };
            hanging(arrow, &format!("{text}{gap}{}", remarks.join("; ")), self.width)
        };
        let text = match self.common_place() {
            Some(span) => {
                let ways = [line(Some(self.belongs(span, true))), line(Some(self.belongs(span, false)))];
                ways.into_iter().min_by_key(|text| text.lines().count()).unwrap_or_default()
            }
            None => line(None),
        };
        let text = self.with_edition(text);
        let rest = text.strip_prefix(arrow).unwrap_or(&text).to_owned();
        vec![format!("{} {rest}", toned(arrow.trim_end(), Tone::Frame, self.options.colour))]
    }

    /// Adds which edition of the law is meant, where there is room for it.
    fn with_edition(&self, text: String) -> String {
        let [id] = self.block.laws.as_slice() else { return text };
        let Some((law, edition)) = law_of(id, self.report).and_then(|law| Some((law, law.edition.as_ref()?))) else {
            return text;
        };
        let remark = format!("; edition: {}", one_line(edition_of(edition, &law.name)));
        let last = text.lines().last().map_or(0, columns);
        if last + columns(&remark) <= self.width { text + &remark } else { text }
    }

    /// An entry: what is missing, where it belongs, and who asks for it.
    fn entry(&self, entry: &Entry<'_>) -> String {
        let Some((first, lack)) = entry.first() else { return String::new() };
        let id = one_line(&first.rule.0);
        let laws = entry.laws();
        let others = entry.found.len() + entry.with().count() - 1;
        let more = if others > 0 { ", …" } else { "" };
        let more = if self.options.charset == Charset::Ascii { more.replace('…', "...") } else { more.to_owned() };
        let code = format!("{}[{id}{more}]", entry.severity().name());
        let mut message = format!("{code}: {}", first.message);
        if laws.len() > 1 {
            message.push_str(&format!(": {}", self.who(&laws)));
        }
        // Of the ways to say it, the first that takes the fewest lines.
        let full = self.about(entry, first, lack, true);
        let short = self.about(entry, first, lack, false);
        let ways = [self.apart(&message, &full), self.joined(&message, &full), self.apart(&message, &short)];
        let ways = ways.into_iter().chain([self.joined(&message, &short)]);
        let text = ways.min_by_key(|text| text.lines().count()).unwrap_or_default();
        let text = match first.help.as_ref().filter(|_| self.alone) {
            Some(help) => format!("{text}\n{}", hanging(&format!("{BELOW}help: "), help, self.width)),
            None => text,
        };
        // Colours and links come after wrapping, which would count them.
        let shown = painted(entry.severity().name(), entry.severity(), self.options.colour);
        let linked = rule(first, self.options);
        let equals = toned("=", Tone::Frame, self.options.colour);
        text.replacen(&code, &format!("{shown}[{linked}{more}]"), 1).replacen('=', &equals, 1)
    }

    /// What is missing, and below it where and by which provision.
    fn apart(&self, message: &str, about: &str) -> String {
        let message = hanging(BULLET, message, self.width);
        if about.is_empty() { message } else { format!("{message}\n{}", hanging(BELOW, about, self.width)) }
    }

    /// The same in one run of words.
    fn joined(&self, message: &str, about: &str) -> String {
        let remark = if about.is_empty() { String::new() } else { format!(" ({about})") };
        hanging(BULLET, &format!("{message}{remark}"), self.width)
    }

    /// The laws of an entry that several share, as far as the header does not say it.
    fn who(&self, laws: &[&str]) -> String {
        let others: Vec<&str> = self.block.laws.iter().filter(|law| !laws.contains(law)).copied().collect();
        match others.as_slice() {
            [] if laws.len() > LISTED => format!("all {}", laws.len()),
            few if laws.len() > LISTED && few.len() < laws.len() => format!("all but {}", self.names(few)),
            _ => self.names(laws),
        }
    }

    /// Line, what stands there if it is to be quoted, what it lacks, provisions.
    fn about(&self, entry: &Entry<'_>, first: &Diagnostic, lack: &Lack, quoting: bool) -> String {
        let mut parts = Vec::new();
        let (start, _) = positions(&self.report.source, first.primary.span);
        match lack.shortfall {
            Shortfall::Missing if self.common_place().is_some() => {}
            Shortfall::Missing | Shortfall::Outdated => parts.push(format!("line {}", start.line)),
            Shortfall::Partial if quoting => {
                parts.push(format!("partial at line {} {}", start.line, self.quoted(first.primary.span)));
            }
            Shortfall::Partial => parts.push(format!("partial at line {}", start.line)),
        }
        // The message may say it already; of many things it names the first.
        if !lack.lacks.first().is_none_or(|lacks| first.message.contains(lacks.as_str())) {
            parts.push(format!("lacks {}", lack.lacks.join(" and ")));
        }
        let extras = entry.extras();
        parts.extend(extras.iter().take(EXTRAS).map(|(lacks, laws)| format!("for {} also {lacks}", self.names(laws))));
        if let Some(more) = extras.len().checked_sub(EXTRAS).filter(|more| *more > 0) {
            parts.push(format!("and {more} more"));
        }
        let own = entry.found.iter().filter_map(|(found, _)| found.citation.as_ref());
        let with = entry.with().filter_map(|with| with.citation.as_ref());
        let mut provisions: Vec<String> = own.chain(with).map(|citation| self.provision(citation)).collect();
        // That of the rule which the entry names comes first.
        let first = first.citation.as_ref().map(|citation| self.provision(citation));
        provisions.sort_by_key(|provision| Some(provision) != first.as_ref());
        provisions.dedup();
        if !provisions.is_empty() {
            parts.push(listed(&provisions, PROVISIONS));
        }
        parts.join("; ")
    }

    /// The first provision that a rule cites; `explain` has them all.
    fn provision(&self, citation: &Citation) -> String {
        match citation.text.split_once("; ") {
            Some((first, _)) => format!("{first}{}", self.options.charset.ellipsis()),
            None => citation.text.clone(),
        }
    }

    /// Where all entries belong, where that is one place.
    fn common_place(&self) -> Option<Span> {
        let mut missing = self.block.entries.iter().filter(|entry| entry.shortfall() == Shortfall::Missing);
        let place = |entry: &Entry<'_>| entry.first().map(|(found, _)| found.primary.span);
        let first = place(missing.next()?)?;
        (missing.clone().count() > 0 && missing.all(|entry| place(entry) == Some(first))).then_some(first)
    }

    fn belongs(&self, span: Span, quoting: bool) -> String {
        let line = positions(&self.report.source, span).0.line;
        let quoted = if quoting && !span.is_empty() { format!(" {}", self.quoted(span)) } else { String::new() };
        format!("they belong at line {line}{quoted}")
    }

    /// Which document it is, where the file holds several.
    fn document(&self) -> Option<String> {
        let document = self.report.documents.get(self.block.document)?;
        let (open, close) = self.options.charset.quotes();
        let title = shortened(&document.title, QUOTED, self.options.charset.ellipsis());
        let tells = self.report.documents.len() > 1 && !title.is_empty();
        tells.then(|| format!("in {open}{title}{close}"))
    }

    /// Words of the document between quotation marks.
    fn quoted(&self, span: Span) -> String {
        let (open, close) = self.options.charset.quotes();
        let words = without_tags(self.report.source.slice(span));
        let words = words.trim_start_matches('#').trim_start();
        format!("{open}{}{close}", shortened(words, QUOTED, self.options.charset.ellipsis()))
    }

    fn names(&self, laws: &[&str]) -> String {
        let names = laws.iter().map(|law| law_of(law, self.report).map_or(*law, |law| law.short.as_str()).to_owned());
        listed(&names.collect::<Vec<_>>(), usize::MAX)
    }
}

/// `a`, `a and b`, `a, b and c`; of many the first ones.
fn listed(names: &[String], most: usize) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        many if many.len() > most => format!("{} and {} more", many[..most - 1].join(", "), many.len() - most + 1),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}
