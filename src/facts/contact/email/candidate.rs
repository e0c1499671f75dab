//! Everything around an `@` that could be an address, sound or broken.

use std::ops::Range;

use super::gap::HostReading;
use super::host::{is_unspaced_script, run_end};
use super::words::{MailWord, MailWords};

/// What stands around one `@`, or around several that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// What stands before the first `@`.
    pub(super) local: Range<usize>,
    /// White space between it and the `@`.
    pub(super) space_before: Option<Range<usize>>,
    /// Every `@`, in order.
    pub(super) ats: Vec<usize>,
    /// White space after the last `@`.
    pub(super) space_after: Option<Range<usize>>,
    /// What stands after the last `@`.
    pub(super) host: HostReading,
}

/// The local part is at most 64 bytes long (RFC 5321 § 4.5.3.1.1); some more is read, to call it too long.
const LONGEST_LOCAL: usize = 128;
/// How far back the start of a URL is looked for.
const LONGEST_URL: usize = 256;
/// A row of more signs is a rule or a drawing.
const MOST_ATS: usize = 4;

impl Candidate {
    /// Reads what stands around the `@` at `at`, from `floor` on; `None` where that is no address in any reading.
    pub(super) fn at(text: &str, mail: MailWords<'_>, floor: usize, at: usize) -> Option<Self> {
        let space_before = text[floor..at].ends_with(' ').then(|| at - 1..at);
        let local = local_before(text, floor, space_before.as_ref().map_or(at, |space| space.start))?;
        if is_in_url(text, floor, local.start) {
            return None;
        }
        let mut ats = vec![at];
        let mut after = at + 1;
        loop {
            let next = run_end(text, after);
            if !text[next..].starts_with('@') {
                break;
            }
            ats.push(next);
            after = next + 1;
            if ats.len() > MOST_ATS {
                return None;
            }
        }
        let space_after = text[after..].starts_with(' ').then(|| after..after + 1);
        let host = HostReading::at(text, space_after.as_ref().map_or(after, |space| space.end))?;
        let candidate = Self { local, space_before, ats, space_after, host };
        (!candidate.is_spaced() || candidate.may_be_spaced(text, mail)).then_some(candidate)
    }

    /// Whether white space at the `@` may be a slip: no word of the sentence before it, no web page after it.
    fn may_be_spaced(&self, text: &str, mail: MailWords<'_>) -> bool {
        let local = self.local_name(text).to_lowercase();
        !mail.are(MailWord::NoMailbox, &local)
            && !mail.are(MailWord::Social, &local)
            && !self.host.name.starts_with("www.")
    }

    /// All of it.
    pub(super) fn range(&self) -> Range<usize> {
        self.local.start..self.host.range.end
    }

    /// Whether white space stands at an `@`.
    pub(super) fn is_spaced(&self) -> bool {
        self.space_before.is_some() || self.space_after.is_some()
    }

    /// Where another candidate may begin if this is none.
    pub(super) fn after_ats(&self) -> usize {
        self.ats.last().map_or(self.local.end, |at| at + 1)
    }

    /// What stands before the first `@`.
    pub(super) fn local_name<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.local.clone()).unwrap_or_default()
    }
}

/// The local part that ends at `end`. Only characters that real addresses use are taken, not all that RFC 5322 allows:
/// prose puts `*`, `/`, `=` and `|` next to addresses.
pub(super) fn local_before(text: &str, floor: usize, end: usize) -> Option<Range<usize>> {
    let before = text.get(floor..end)?;
    let start = before
        .char_indices()
        .rev()
        .take_while(|(at, character)| end - floor - at <= LONGEST_LOCAL && is_local_character(*character))
        .last()
        .map(|(at, _)| at)?;
    let run = &before[start..];
    let run = run.rfind("...").map_or(run, |at| &run[at + 3..]);
    let mut local = run.trim_start_matches(['-', '_', '\'', '+', '&', '%']);
    let glued = local.trim_start_matches('.');
    if local.len() - glued.len() > 1 || glued.is_empty() || before[..before.len() - local.len()].ends_with(word_end) {
        local = glued;
    }
    let sound = local.contains(char::is_alphanumeric) && !local.ends_with('\'');
    sound.then(|| end - local.len()..end)
}

fn is_local_character(character: char) -> bool {
    matches!(character, '.' | '-' | '_' | '+' | '\'' | '&' | '%')
        || character.is_alphanumeric() && !is_unspaced_script(character)
}

/// Whether a full stop after `character` ends a sentence, and does not begin an address.
fn word_end(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, '(' | '[' | '<' | '"' | '\'' | ':')
}

/// Whether a local part that starts at `start` is the tail of a URL, or of a name such as `@acme@social.example`.
fn is_in_url(text: &str, floor: usize, start: usize) -> bool {
    let before = &text[floor..start];
    let run = before
        .char_indices()
        .rev()
        .take_while(|(at, character)| start - floor - at <= LONGEST_URL && !character.is_whitespace());
    let run = &before[run.last().map_or(before.len(), |(at, _)| at)..];
    run.ends_with('@') || run.contains("://") || run.contains("www.") || run.contains('?') && run.ends_with(['=', '/'])
}
