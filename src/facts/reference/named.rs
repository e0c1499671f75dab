//! Sections that a text points to by their titles.

use crate::doc::{BlockKind, Reading, SentenceId};
use crate::lexicon::Vocabulary;
use crate::text::ProseRange;

use super::capitalised::{self, runs, words_of};
use super::{before, behind};

/// A section of the same text, named by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSection {
    /// The title as written, without quotes.
    pub title: ProseRange,
    /// The sentence that points.
    pub sentence: SentenceId,
}

/// The classes of words that tell a section of this text, named by its title, from one of something else.
#[derive(Clone, Copy)]
enum Word {
    Part,
    Naming,
    Here,
    Elsewhere,
    Doing,
    Itself,
    Told,
}

impl Word {
    fn class(self) -> &'static str {
        match self {
            Self::Part => "section-part",
            Self::Naming => "section-naming",
            Self::Here => "section-here",
            Self::Elsewhere => "section-elsewhere",
            Self::Doing => "section-doing",
            Self::Itself => "section-itself",
            Self::Told => "section-told",
        }
    }
}

/// The words that a text is read by.
struct Words<'a> {
    vocabulary: &'a Vocabulary,
}

impl Words<'_> {
    fn is(&self, kind: Word, word: &str) -> bool {
        self.vocabulary.holds(kind.class(), word)
    }

    fn any(&self, kind: Word, words: &[String]) -> bool {
        words.iter().any(|word| self.is(kind, word))
    }
}

/// The longest title.
const LONGEST: usize = 120;

/// All sections that the sentences of a reading name, in quotes or by their capitals, furniture's and quotations' left out. A section of
/// another text or of a site is none.
pub fn named_sections(reading: &Reading, vocabulary: &Vocabulary) -> Vec<NamedSection> {
    let known = Words { vocabulary };
    let mut found = Vec::new();
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let block = reading.block(sentence.block);
        if block.furniture || block.quoted {
            continue;
        }
        let start = sentence.prose.start();
        // A question mark inside the quotes ends a sentence for those who cut them; the title and what follows it belong together.
        let own = sentence.prose.len();
        let rest = reading.prose.text().get(start..block.prose.end()).unwrap_or_default();
        let text = &rest[..own + behind(rest, own).len()];
        let quoted = quotes(text).into_iter().filter(|quote| quote.start < own && known.point_to(text, quote));
        let own_words = &text[..own];
        let unquoted = if is_heading(&block.kind) { Vec::new() } else { known.unquoted(own_words) };
        found.extend(quoted.chain(unquoted).map(|title| {
            let title = ProseRange::new(start + title.start, start + title.end);
            NamedSection { title, sentence: SentenceId::at(at) }
        }));
    }
    found
}

impl Words<'_> {
    /// Whether the text around a quotation says that it is the title of a section here.
    fn point_to(&self, text: &str, quote: &std::ops::Range<usize>) -> bool {
        let title = &text[quote.clone()];
        let numbered = title.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("section "));
        let is_title = title.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        if !is_title || numbered || title.contains('@') {
            return false;
        }
        let head = before(text, quote.start.saturating_sub(1)).trim_end_matches([':', ' ']);
        let leading: Vec<String> = lower_words(head.rsplit(['.', ';', ':']).next().unwrap_or_default());
        let rest = behind(text, quote.end);
        let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let stopped = rest.len() - words.len() > 4;
        let after: Vec<String> = if stopped { Vec::new() } else { lower_words(clause(words)) };
        let last = |back: usize| leading.len().checked_sub(back).map_or("", |at| leading[at].as_str());
        let first = after.first().map_or("", String::as_str);
        let second = after.get(1).map_or("", String::as_str);
        let named_after = self.is(Word::Part, first);
        // "In this section, "Order" means …": a name is explained, for the section that stands here.
        if matches!(first, "means" | "mean" | "refers" | "refer" | "denotes")
            || matches!((first, second), ("shall" | "will", "mean" | "refer") | ("has" | "have", "the"))
        {
            return false;
        }
        let itself = self.is(Word::Part, last(1)) && matches!(last(2), "this" | "these" | "each" | "such");
        let named_before = self.is(Word::Part, last(1)) && !itself
            || self.is(Word::Naming, last(1)) && (self.is(Word::Part, last(2)) || self.is(Word::Part, last(3)));
        let here = self.is(Word::Here, first) || named_after && self.is(Word::Here, second);
        let under = matches!(last(1), "under" | "see" | "in") && here;
        let of_letter =
            leading.iter().rev().take(4).any(|word| matches!(word.as_str(), "subject" | "line" | "email" | "e-mail"));
        let own = self.seen(last(2), last(1)) && speaks_of_us(title);
        if !(named_after || named_before || under || own) || of_letter {
            return false;
        }
        let tail = if named_after { &after[1..] } else { &after[..] };
        here || self.of_itself(tail) || !self.elsewhere(&leading, tail)
    }

    /// Titles without quotation marks: "the section on How We Share", "our Cookies section", "as told in Your Choices below".
    fn unquoted(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let lower = text.to_ascii_lowercase();
        if !["section", "heading", "below", "above"].iter().any(|word| lower.contains(word)) {
            return Vec::new();
        }
        let words = words_of(text);
        let titles = runs(&words).into_iter().filter_map(|run| self.pointed(&words, run));
        let titles = titles.map(|run| words[run.start].start..words[run.end - 1].end());
        titles.filter(|title| !text[..title.start].ends_with(['"', '\''])).collect()
    }

    /// The title in a run of capitalised words, if the words around it point to one.
    fn pointed(&self, words: &[capitalised::Word<'_>], run: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
        let seen = !words[run.start].joined && words[run.start].text == "See";
        let run = untitled(words, run);
        let word =
            |at: Option<usize>| at.and_then(|at| words.get(at)).map_or_else(String::new, capitalised::Word::lower);
        let before = |back: usize| word(run.start.checked_sub(back));
        let after = |on: usize| word(Some(run.end + on));
        let joined = words.get(run.end).is_some_and(|next| next.joined);
        let here = |on: usize| joined && self.is(Word::Here, &after(on));
        let of_this = |on: usize| {
            matches!(after(on).as_str(), "of" | "in")
                && after(on + 1) == "this"
                && self.is(Word::Itself, &after(on + 2))
        };
        let part = |word: &str| matches!(word, "section" | "heading" | "subsection");
        let told = self.seen(&before(2), &before(1)) || seen && before(1) == "see";
        let named = part(&before(2))
            && (self.is(Word::Naming, &before(1)) || matches!(before(1).as_str(), "on" | "about" | "regarding"))
            || matches!(before(1).as_str(), "the" | "our")
                && part(&before(3))
                && matches!(before(2).as_str(), "titled" | "called")
            || before(1) == "section"
                && before(2) == "the"
                && (here(0) || joined && of_this(0) || run.end == words.len());
        let owned = matches!(before(1).as_str(), "our" | "the" | "this")
            && joined
            && part(&after(0))
            && (here(1) || of_this(1) || self.seen(&before(3), &before(2)) || before(1) == "our" && after(1) == "says");
        let under = told && here(0);
        let (title, tail) = (&words[run.clone()], words.get(run.end..).unwrap_or_default());
        let lower: Vec<String> = title.iter().map(capitalised::Word::lower).collect();
        let single = title.len() == 1;
        let other = lower.iter().any(|word| {
            self.is(Word::Elsewhere, word)
                || self.is(Word::Itself, word)
                || part(word)
                || OTHERS.contains(&word.as_str())
        });
        let leading: Vec<String> = words[..run.start].iter().map(capitalised::Word::lower).collect();
        let tail: Vec<String> = tail.iter().skip(usize::from(owned)).take(8).map(capitalised::Word::lower).collect();
        let sure = here(0) || owned && (here(1) || of_this(1));
        let points = named && (!single || here(0)) || owned || under;
        let ours = sure || !self.elsewhere(&leading, &tail);
        (points && !other && ours).then_some(run)
    }

    /// Whether two words send a reader to what follows them.
    fn seen(&self, before: &str, last: &str) -> bool {
        last == "see"
            || matches!((before, last), ("refer" | "referring", "to"))
            || matches!(last, "in" | "under") && self.is(Word::Told, before)
    }

    /// Whether what follows says "of this policy".
    fn of_itself(&self, tail: &[String]) -> bool {
        let head: Vec<&str> = tail.iter().take(5).map(String::as_str).collect();
        matches!(head.first(), Some(&("of" | "in" | "to" | "within")))
            && matches!(head.get(1), Some(&("this" | "our" | "the")))
            && head.iter().any(|word| self.is(Word::Itself, word))
            && !head.iter().any(|word| matches!(*word, "terms" | "cookie" | "cookies"))
    }

    /// Whether the words around say that the section is one of something else.
    fn elsewhere(&self, leading: &[String], tail: &[String]) -> bool {
        let near = &leading[leading.len().saturating_sub(24)..];
        let nearest = &leading[leading.len().saturating_sub(5)..];
        let possessor = leading.last().is_some_and(|word| word.ends_with("'s"));
        let of_other = matches!(
            tail.first().map(String::as_str),
            Some("of" | "in" | "on" | "within" | "at" | "from" | "and" | "or" | "page" | "when")
        ) && self.any(Word::Elsewhere, &tail[..tail.len().min(7)]);
        let other_before = self.any(Word::Elsewhere, nearest);
        possessor || of_other || other_before || self.any(Word::Doing, near)
    }
}

/// Words of titles that are those of laws, of other documents and of what is no section.
const OTHERS: [&str; 13] = [
    "annex", "appendix", "article", "articles", "chart", "exhibit", "figure", "part", "schedule", "sections", "states",
    "table", "title",
];

/// Words that begin a sentence and stand before a title: "See the Your Choices section", "As our Cookies section says".
const OPENING: [&str; 10] = ["As", "For", "In", "Our", "Please", "Read", "Refer", "See", "The", "Under"];

/// A run of capitalised words without what only begins the sentence.
fn untitled(words: &[capitalised::Word<'_>], run: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let opens = !words[run.start].joined && OPENING.contains(&words[run.start].text);
    let rest = (run.start + 1..run.end).find(|at| words[*at].text.starts_with(char::is_uppercase));
    match rest.filter(|_| opens) {
        Some(rest) => rest..run.end,
        None => run,
    }
}

fn is_heading(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Heading { .. })
}

/// What stands in quotes, the quotes and the sentence's own punctuation left out.
fn quotes(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find(['"', '\'']).map(|at| from + at) {
        let mark = text.as_bytes()[open];
        let opens = text[..open].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let close = closing(text, open, mark).filter(|_| opens);
        match close {
            Some(close) => {
                let inner = text[open + 1..close].trim_end_matches([',', '.', ' ', ';']);
                found.push(open + 1..open + 1 + inner.len());
                from = close + 1;
            }
            None => from = open + 1,
        }
    }
    found
}

/// The quote that ends what `open` begins; an apostrophe within a word ends nothing.
fn closing(text: &str, open: usize, mark: u8) -> Option<usize> {
    let inner = &text.as_bytes()[open + 1..];
    let closes = |at: &usize| {
        inner[*at] == mark && inner.get(at + 1).is_none_or(|after| !after.is_ascii_alphanumeric()) && *at > 1
    };
    (0..inner.len().min(LONGEST)).find(closes).map(|at| open + 1 + at)
}

/// Whether a title speaks of those who wrote the text, as titles of other texts don't.
fn speaks_of_us(title: &str) -> bool {
    title.contains(' ')
        && title
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "we" | "We" | "WE" | "us" | "Us" | "US"))
}

/// Up to the end of the clause.
fn clause(text: &str) -> &str {
    text.split(['.', ';', ')', '(']).next().unwrap_or_default()
}

fn lower_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    /// The shipped words alone.
    fn vocabulary() -> Vocabulary {
        Vocabulary::of_classes(include_str!("../../../rules/lexicon/sections.toml"))
    }

    fn named(text: &str) -> Vec<String> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Plain);
        named_sections(&reading, &vocabulary()).iter().map(|named| reading.words(named.title).to_owned()).collect()
    }

    #[test]
    fn sections_of_the_text() {
        for (text, title) in [
            ("You may opt out, as told in the \"WHAT ARE YOUR RIGHTS?\" section.", "WHAT ARE YOUR RIGHTS?"),
            ("Write to us as the section headed \u{2018}How to reach us\u{2019} says.", "How to reach us"),
            ("See \u{201c}Sharing\u{201d} below for more.", "Sharing"),
            ("You may object as in section \"Your Choices\" of this notice.", "Your Choices"),
            ("For more, please refer to: \"With Whom Do We Share It?\"", "With Whom Do We Share It?"),
            ("The details stand under the heading \"Retention.\"", "Retention"),
            ("See the section on How We Share below.", "How We Share"),
            ("You may object, as described in Your Choices below.", "Your Choices"),
            ("It is told, as set forth in our Cookies and Pixels section.", "Cookies and Pixels"),
            ("You may object, as the section Marketing Choices above says.", "Marketing Choices"),
            ("It is told in the section Marketing Choices.", "Marketing Choices"),
            ("Read the section entitled Who Gets It and Why for more.", "Who Gets It and Why"),
            ("See Retention below.", "Retention"),
            ("See the Data Retention section of this policy.", "Data Retention"),
            ("Our Cookies section says more.", "Cookies"),
            ("The section \"Order Data\" includes a list.", "Order Data"),
        ] {
            assert_eq!(named(text), [title], "{text}");
        }
    }

    #[test]
    fn sections_of_something_else() {
        for text in [
            "Visit the \"Privacy\" section of your account.",
            "It stands in the 'Help' section of our website.",
            "We call this \"Personal Data\" below.",
            "In this section, \"Order Data\" means what you type.",
            "For the section below, \"Baker\" shall mean our staff.",
            "In this section, \"Order Data\" includes what you type.",
            "See the \"Disputes\" section of our Terms of Use.",
            "Your browser's \"Cookies\" section has a switch.",
            "Go to the \"Contact us\" section.",
            "Please see \"How Lantern uses data of sites that use our services\".",
            "We're asking for 'names', as our users' section says.",
            "Visit the Help section of our website.",
            "Use the Privacy Settings section of your account.",
            "See Section 5 below, and Table 3 above.",
            "This is told in the section Marketing Choices of our Terms.",
            "It is told in the Terms of Use section on Payments.",
            "Bakers in Lark Mill below the hill keep no names.",
            "We keep it as described below.",
            "Lark Mill Ltd is named in the section on children below.",
        ] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
    }
}
