//! The titles that sections of a text have, to look one up as a reference names it.

use std::collections::HashSet;

use crate::doc::{BlockId, BlockKind, Mark, Reading};

/// A title of more words is a sentence.
const LONGEST: usize = 14;
/// A label before a colon or a full stop is shorter.
const LABEL: usize = 9;

/// All titles of a text: headings, labels at the head of paragraphs and items, short lines, names of anchors.
#[derive(Debug, Default)]
pub struct Titles {
    whole: HashSet<String>,
    /// Every run of words within them.
    runs: HashSet<String>,
    /// Each of them with one word left open.
    open: HashSet<String>,
    /// The first of them by their words, to compare with.
    words: Vec<HashSet<String>>,
    /// The headings, by their words.
    headings: Vec<(Vec<String>, BlockId)>,
}

/// Words that tell nothing about which section it is: "Right to Access" and "Access".
const FILLERS: &[&str] =
    &["right", "to", "of", "your", "how", "we", "do", "what", "is", "are", "about", "you", "and", "for", "this", "can"];
/// No more titles than these are compared word by word.
const COMPARED: usize = 400;

impl Titles {
    /// Gathers the titles of a reading.
    pub fn new(reading: &Reading) -> Self {
        let mut titles = Self::default();
        for (at, block) in reading.blocks.iter().enumerate() {
            if block.kind == BlockKind::Code || block.furniture {
                continue;
            }
            let words = reading.words(block.prose);
            if matches!(block.kind, BlockKind::Heading { .. }) {
                titles.headings.push((words_of(words), BlockId::at(at)));
                titles.add_short(words, LONGEST);
                titles.add_parts(words);
                continue;
            }
            if !points(words) {
                titles.add_short(words, LONGEST);
            }
            for sentence in &reading.sentences[block.sentences.clone()] {
                titles.add_label(reading.words(sentence.prose));
            }
        }
        for (name, _) in &reading.anchors {
            titles.add_short(&name.replace(['-', '_'], " "), LONGEST);
        }
        titles
    }

    /// The titles that are given.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut titles = Self::default();
        for text in texts {
            titles.add_short(text, LONGEST);
            titles.add_parts(text);
        }
        titles
    }

    fn add_short(&mut self, text: &str, longest: usize) {
        // A sentence of so many words has as many bytes.
        if text.len() > longest * 24 {
            return;
        }
        let words = words_of(text);
        if words.is_empty() || words.len() > longest || !self.whole.insert(words.join(" ")) {
            return;
        }
        for start in 0..words.len() {
            for end in start + 1..=words.len() {
                self.runs.insert(words[start..end].join(" "));
            }
        }
        self.open.extend(with_one_open(&words));
        if self.words.len() < COMPARED {
            self.words.push(words.into_iter().collect());
        }
    }

    /// A heading may hold a title and more: "4. Cookies - how we use them".
    fn add_parts(&mut self, text: &str) {
        for part in text.split([':', '\u{2014}', '|', '(']) {
            self.add_short(part, LONGEST);
        }
    }

    /// What a sentence begins with: "Cookies: we use them", "Cookies. We use them", "Cookies - we use them".
    fn add_label(&mut self, sentence: &str) {
        let end =
            sentence.find([':', '\u{2014}', '?']).or_else(|| sentence.find(" - ")).or_else(|| sentence.rfind('.'));
        if let Some(label) = end.and_then(|end| sentence.get(..end)).filter(|label| !points(label)) {
            self.add_short(label, LABEL);
        }
    }

    /// Whether a section has this title, or one so like it that readers find it: one word more or less or other, a part of it, more
    /// around it.
    pub fn have(&self, title: &str) -> bool {
        let words = words_of(title);
        if words.is_empty() || words.len() > LONGEST {
            return true;
        }
        if self.runs.contains(&words.join(" ")) {
            return true;
        }
        let part = words.len().div_ceil(2).max(2.min(words.len()));
        let runs = (0..words.len()).flat_map(|start| (start + part..=words.len()).map(move |end| (start, end)));
        runs.into_iter().any(|(start, end)| self.whole.contains(&words[start..end].join(" ")))
            || words.len() > 2 && with_one_open(&words).any(|open| self.open.contains(&open))
            || words.len() > 2 && self.have_like(&words.into_iter().collect())
    }

    /// The one heading that a title of several words means and names in another way: its words in another order, or with another small
    /// word, none less. `None` where a section has the title itself.
    pub fn meant_by(&self, title: &str) -> Option<BlockId> {
        let words = words_of(title);
        if words.len() < 3 || words.len() > LONGEST || self.runs.contains(&words.join(" ")) {
            return None;
        }
        let sorted = |words: &[String], small: bool| {
            let mut words: Vec<String> =
                words.iter().filter(|word| small || !FILLERS.contains(&word.as_str())).cloned().collect();
            words.sort();
            words
        };
        let (all, telling) = (sorted(&words, true), sorted(&words, false));
        let is_meant = |other: &Vec<String>| {
            let same_length = other.len().abs_diff(words.len()) <= 1;
            sorted(other, true) == all || same_length && telling.len() > 1 && sorted(other, false) == telling
        };
        let mut meant = self.headings.iter().filter(|(other, _)| is_meant(other));
        meant.next().filter(|_| meant.next().is_none()).map(|(_, block)| *block)
    }

    /// Whether seven in ten words of a title are the same, or a longer title asks about all that this one names: "Your choices and
    /// rights" is "What choices and rights do you have with respect to the data we process?".
    fn have_like(&self, title: &HashSet<String>) -> bool {
        let telling = |words: &HashSet<String>| -> Vec<String> {
            let mut words: Vec<String> =
                words.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
            words.sort();
            words
        };
        let own = telling(title);
        let like = |other: &HashSet<String>| {
            let common = title.iter().filter(|word| other.contains(*word)).count();
            common * 10 >= title.len().max(other.len()) * 7
                || title.len().abs_diff(other.len()) <= 2 && !own.is_empty() && own == telling(other)
                || common > 2 && !own.is_empty() && own.iter().all(|word| other.contains(word))
        };
        self.words.iter().any(like)
    }
}

/// Whether words rather point to a title than are one.
fn points(text: &str) -> bool {
    const POINTERS: [&str; 9] =
        ["section", "sections", "see", "refer", "above", "below", "titled", "entitled", "under"];
    text.contains('"')
        || text
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| POINTERS.iter().any(|other| word.eq_ignore_ascii_case(other)))
}

fn with_one_open(words: &[String]) -> impl Iterator<Item = String> {
    (0..words.len()).map(|open| {
        let word = |(at, word): (usize, &String)| if at == open { "*".to_owned() } else { word.clone() };
        words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
    })
}

/// The words of a title as titles are compared: no case, no number, no article, one number of a noun.
fn words_of(title: &str) -> Vec<String> {
    let title = title.trim();
    let title = Mark::at_head(title).map_or(title, |mark| title.get(mark.length..).unwrap_or_default());
    let title = title.replace(['\'', '\u{2019}'], "").replace('&', " and ");
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| singular(&word.to_lowercase()))
        .filter(|word| !matches!(word.as_str(), "the" | "a" | "an" | "our"))
        .collect()
}

fn singular(word: &str) -> String {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    fn titles(text: &str) -> Titles {
        Titles::new(&read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown))
    }

    #[test]
    fn finds_titles_as_references_name_them() {
        let titles = titles(
            "# Privacy\n\n## 4. How to Contact Us\n\nText of it.\n\n## Your rights & choices\n\nMore.\n\n**Cookies.** We use them.\n\n- Retention: ten years.",
        );
        for title in ["How To Contact Us", "Contact Us", "YOUR RIGHTS AND CHOICES", "Cookies", "Retention"] {
            assert!(titles.have(title), "{title}");
        }
        assert!(titles.have("How to reach us"), "one word differs");
        assert!(
            titles.meant_by("Your choices and rights").is_some()
                && titles.meant_by("Your rights and choices").is_none()
        );
        assert!(titles.meant_by("How do we reach us").is_none() && titles.meant_by("Choices").is_none());
        assert!(!titles.have("When and with whom do we share"));
        let asked = Titles::of(["What choices and rights do you have with respect to what we keep?"].into_iter());
        assert!(asked.have("Your choices and rights") && !asked.have("Your privacy choices and rights"));
        assert!(!titles.have("What are your privacy rights?"));
    }
}
