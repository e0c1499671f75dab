//! Regular expressions held against the sentences that can match them, and against where links lead.

use regex_automata::Span;
use regex_automata::meta::Regex;

use crate::doc::{Link, SentenceId};
use crate::ruleset::{LiteralRegex, Required, Search};
use crate::text::ProseRange;

use super::letters::{Letters, ends_ignoring_case, stands_in};
use super::pattern::{Evidence, Finder};

impl<'a> Finder<'a> {
    /// Where an expression of a search matches, once for each sentence.
    pub(super) fn expression(&self, expression: &LiteralRegex, search: &Search) -> Vec<Evidence> {
        let reading = self.facts.reading;
        let links = reading.links.iter().filter(|link| search.targets && stands_in(&link.target, &expression.literal));
        let links: Vec<&Link> = links.filter(|link| !link.prose.is_empty()).collect();
        let spoken = match links.is_empty() && !self.letters().holds(&expression.literal) {
            true => Vec::new(),
            false => self.holding(&expression.required),
        };
        let spoken: Vec<SentenceId> = spoken.into_iter().filter(|sentence| self.speaks(*sentence, search)).collect();
        if links.is_empty() && spoken.is_empty() {
            return Vec::new();
        }
        let bytes = spoken.iter().map(|sentence| reading.sentence(*sentence).prose.len()).sum::<usize>();
        let targets = links.iter().map(|link| link.target.len()).sum::<usize>();
        let expression = expression.against(bytes + targets);
        let in_words = spoken.into_iter().filter_map(|sentence| {
            let prose = reading.sentence(sentence).prose;
            let words = reading.words(prose);
            let Span { start, end } = first(expression.regex(words)?, words)?;
            Some(Evidence { sentence, range: ProseRange::new(prose.start() + start, prose.start() + end) })
        });
        // Where a link leads is told at its words.
        let leads = |link: &&Link| expression.regex(&link.target).is_some_and(|regex| regex.is_match(&link.target));
        let in_targets = links.into_iter().filter(leads).filter_map(|link| {
            let sentence = reading.sentence_at(link.prose.start())?;
            self.speaks(sentence, search).then_some(Evidence { sentence, range: link.prose })
        });
        in_words.chain(in_targets).collect()
    }

    fn letters(&self) -> &Letters<'a> {
        self.letters.get_or_init(|| Letters::new(self.facts.reading.prose.text()))
    }

    /// The sentences, in order, that hold all that an expression requires.
    fn holding(&self, required: &[Required]) -> Vec<SentenceId> {
        let (reading, letters) = (self.facts.reading, self.letters());
        // What stands in the fewest places is looked up, the rest only there.
        let least = |required: &&Required| required.texts.iter().map(|text| letters.at_most(text)).sum::<usize>();
        let Some(rarest) = required.iter().min_by_key(least) else {
            return (0..reading.sentences.len()).map(SentenceId::at).collect();
        };
        let places = rarest.texts.iter().flat_map(|text| letters.places(text)).filter(|at| self.is_behind(rarest, *at));
        let mut found: Vec<SentenceId> = places.filter_map(|at| reading.sentence_at(at)).collect();
        found.sort_unstable();
        found.dedup();
        let others = || required.iter().filter(|other| !std::ptr::eq(*other, rarest));
        found.retain(|sentence| {
            let prose = reading.sentence(*sentence).prose;
            others().all(|other| {
                let mut places =
                    other.texts.iter().flat_map(|text| letters.places_in(text, prose.start()..prose.end()));
                places.any(|at| self.is_behind(other, at))
            })
        });
        found
    }

    /// Whether what stands at a place stands right behind what is required there.
    fn is_behind(&self, required: &Required, at: usize) -> bool {
        let text = self.facts.reading.prose.text().as_bytes();
        required.before.is_empty() || required.before.iter().any(|before| ends_ignoring_case(&text[..at], before))
    }
}

/// The first match in a text. What stands in a group is meant; the rest is there to tell where.
fn first(regex: &Regex, words: &str) -> Option<Span> {
    if regex.captures_len() == 1 {
        return regex.find(words).map(|found| found.span());
    }
    let mut groups = regex.create_captures();
    regex.captures(words, &mut groups);
    groups.get_group(1).or_else(|| groups.get_group(0))
}
