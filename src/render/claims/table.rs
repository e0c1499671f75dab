//! Claims for people: a line each, with its line in the file and a sign for what is denied.

use std::io;

use crate::render::escape::one_line;
use crate::render::options::{Charset, Options};
use crate::render::reports::ReportRenderer;
use crate::render::style::{Tone, toned};
use crate::render::summary::counted;
use crate::render::wrap::hanging;
use crate::report::{ClaimsReport, ReportedClaim};

/// The widest page: more is hard to read and does not fit a half screen.
const WIDEST: usize = 100;
/// Columns of a line's number.
const NUMBER: usize = 6;

/// The renderer of the format.
pub(super) struct Table<'a> {
    out: &'a mut dyn io::Write,
    options: Options<'a>,
    width: usize,
    files: usize,
    clauses: usize,
    understood: usize,
    claims: usize,
}

impl<'a> Table<'a> {
    pub(super) fn new(out: &'a mut dyn io::Write, options: Options<'a>) -> Self {
        let width = options.width.unwrap_or(WIDEST).min(WIDEST);
        Self { out, options, width, files: 0, clauses: 0, understood: 0, claims: 0 }
    }

    fn row(&mut self, claim: &ReportedClaim) -> io::Result<()> {
        let (sign, tone) = match (claim.polarity, self.options.charset) {
            ("negative", Charset::Ascii) => ('-', Tone::Bad),
            ("negative", _) => ('−', Tone::Bad),
            _ => ('+', Tone::Good),
        };
        let mut line = claim.line.clone();
        if claim.status != "asserted" {
            line.push_str(&format!(" ({})", claim.status));
        }
        if let Some(unread) = &claim.unread {
            let (open, close) = self.options.charset.quotes();
            line.push_str(&format!("; not understood: {open}{unread}{close}"));
        }
        let lead = format!("{:>NUMBER$}  {sign} ", claim.row);
        let text = hanging(&lead, &line, self.width);
        let sign = toned(&sign.to_string(), tone, self.options.colour);
        let (number, rest) = text.split_at(NUMBER + 2);
        let rest = rest.char_indices().nth(1).map_or("", |(at, _)| &rest[at..]);
        writeln!(self.out, "{}{sign}{rest}", toned(number, Tone::Faint, self.options.colour))
    }
}

impl ReportRenderer<ClaimsReport> for Table<'_> {
    fn file(&mut self, report: &ClaimsReport) -> io::Result<()> {
        self.files += 1;
        self.clauses += report.clauses;
        self.understood += report.understood;
        self.claims += report.claims.len();
        let path = one_line(&report.path).into_owned();
        writeln!(self.out, "{}\n", toned(&path, Tone::Strong, self.options.colour))?;
        for claim in &report.claims {
            self.row(claim)?;
        }
        if !report.claims.is_empty() {
            writeln!(self.out)?;
        }
        let total = in_full(report.claims.len(), report.understood, report.clauses);
        writeln!(self.out, "{}", hanging("", &format!("{path}: {total}"), self.width))
    }

    fn end(&mut self) -> io::Result<()> {
        if self.files < 2 {
            return Ok(());
        }
        writeln!(self.out, "{} files: {}", self.files, in_full(self.claims, self.understood, self.clauses))
    }
}

/// `12 claims from 9 of 20 clauses about practice (45 %)`.
fn in_full(claims: usize, understood: usize, clauses: usize) -> String {
    let claims = counted(claims, "claim");
    let Some(share) = (100 * understood).checked_div(clauses) else {
        return format!("{claims}; no clause speaks of practice");
    };
    format!("{claims} from {understood} of {} about practice ({share} %)", counted(clauses, "clause"))
}
