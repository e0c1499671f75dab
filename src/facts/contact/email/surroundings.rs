//! The words around an address: whether they speak of writing to it, or only of what an address looks like.

use crate::doc::{Block, Reading};

use super::words::{ILLUSTRATION_PAIRS, ILLUSTRATION_STEMS, MailWord, MailWords};

/// How many bytes before an address are looked at.
const BEFORE: usize = 240;
/// How many bytes after it.
const AFTER: usize = 80;
/// How near an illustration must be announced, in bytes.
const NEAR: usize = 60;

/// The lower-case text around an address, within its sentence before it and its block after it.
#[derive(Debug, Clone)]
pub(super) struct Surroundings<'a> {
    mail: MailWords<'a>,
    before: String,
    after: String,
    lead_in: String,
}

impl<'a> Surroundings<'a> {
    /// The surroundings of `start..end`, offsets of the prose, in `block`.
    pub(super) fn of(mail: MailWords<'a>, reading: &Reading, block: &Block, start: usize, end: usize) -> Self {
        let prose = reading.prose.text();
        let sentences = reading.sentences.get(block.sentences.clone()).unwrap_or_default();
        let index = sentences.partition_point(|sentence| sentence.prose.start() <= start);
        let sentence = index.checked_sub(1).map_or(block.prose, |last| sentences[last].prose);
        let from = ceil_boundary(prose, sentence.start().max(start.saturating_sub(BEFORE)).min(start));
        let to = floor_boundary(prose, block.prose.end().min(end + AFTER).max(end));
        let lower = |range: std::ops::Range<usize>| prose.get(range).unwrap_or_default().to_lowercase();
        let lead_in = block.lead_in.map(|id| reading.words(reading.sentence(id).prose));
        let tail = lead_in.map(|words| &words[ceil_boundary(words, words.len().saturating_sub(BEFORE))..]);
        let lead_in = tail.unwrap_or_default().to_lowercase();
        Self { mail, before: lower(from..start), after: lower(end..to), lead_in }
    }

    /// Whether the sentence, or the lead-in that it completes, speaks of writing to somebody.
    pub(super) fn speaks_of_mail(&self) -> bool {
        words(&self.before).chain(words(&self.lead_in)).any(|word| self.mail.are(MailWord::Cue, word))
    }

    /// Whether an address is what the sentence leads up to: it opens the block, or stands after `at`, `e-mail:`, `<`.
    pub(super) fn is_introduced(&self) -> bool {
        let before = self.before.trim_end();
        before.is_empty()
            || before.ends_with([':', '(', '<', '[', '/', ';', ',', '"', '|', '='])
            || words(before).next_back().is_some_and(|word| self.mail.are(MailWord::Introducer, word))
    }

    /// Whether nothing but the address stands in its block.
    pub(super) fn is_empty(&self) -> bool {
        !self.before.contains(char::is_alphanumeric) && !self.after.contains(char::is_alphanumeric)
    }

    /// Whether the words announce an example of an address, not one to write to.
    pub(super) fn illustrates(&self) -> bool {
        let before: Vec<&str> = words(self.near()).collect();
        let one = before.iter().rposition(|word| {
            matches!(*word, "e.g" | "eg" | "enter" | "entering")
                || ILLUSTRATION_STEMS.iter().any(|stem| word.starts_with(stem))
        });
        let two = before.windows(2).rposition(|pair| ILLUSTRATION_PAIRS.contains(&(pair[0], pair[1])));
        let announced = one.max(two.map(|at| at + 1)).is_some_and(|at| !asks_to_write(&before[at..]));
        announced || words(&self.after).take(4).any(|word| matches!(word, "becomes" | "hashed" | "e.g" | "example"))
    }

    /// Whether the author says that white space is to be taken out, or is not to be put in.
    pub(super) fn explains_spaces(&self) -> bool {
        tells_of_no_spaces(&self.after) || tells_of_no_spaces(self.near())
    }

    fn near(&self) -> &str {
        let near = &self.before[ceil_boundary(&self.before, self.before.len().saturating_sub(NEAR))..];
        if near.len() == self.before.len() {
            near
        } else {
            near.split_once(' ').map_or("", |(_, whole_words)| whole_words)
        }
    }

    /// Whether an `@` here opens a name on a social network.
    pub(super) fn speaks_of_handles(&self) -> bool {
        words(&self.before).any(|word| self.mail.are(MailWord::Social, word))
    }

    /// Whether what follows makes `@host` the description of a host: `@acme.example addresses`.
    pub(super) fn describes_host(&self) -> bool {
        words(&self.after).next().is_some_and(|word| self.mail.are(MailWord::HostNoun, word))
    }
}

/// Whether words that lead up to an address tell the reader to use it.
fn asks_to_write(words: &[&str]) -> bool {
    let asks = |word: &&str| {
        ["contact", "reach", "send", "writ"].iter().any(|verb| word.starts_with(verb)) || word.ends_with("mailing")
    };
    words.iter().any(asks)
        || words.windows(2).any(|pair| pair[0].ends_with("mail") && matches!(pair[1], "at" | "our" | "to" | "us"))
        || words.last().is_some_and(|word| matches!(*word, "email" | "e-mail"))
}

/// `remove the spaces`, `without spaces`, `(no spaces)`.
fn tells_of_no_spaces(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    let away = |word: &&str| {
        matches!(*word, "no" | "out" | "without")
            || ["delet", "ignor", "omit", "remov"].iter().any(|stem| word.starts_with(stem))
    };
    let mut spaces = words.iter().enumerate().filter(|(_, word)| matches!(**word, "space" | "spaces"));
    spaces.any(|(at, _)| words[at.saturating_sub(3)..at].iter().any(away))
}

/// The words of lower-case text, with the hyphens, dots and apostrophes inside of them.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && !matches!(character, '-' | '.' | '\''))
        .map(|word| word.trim_matches(['-', '.', '\'']))
        .filter(|word| !word.is_empty())
}

/// The first character boundary at or after `at`.
fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// The last character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
