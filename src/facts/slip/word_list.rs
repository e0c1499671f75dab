//! Lists of words that the build script writes, one a line and in order, searched where they lie.

/// Words that are right, one a line and in order; the build script takes them from `typos-dict`.
static WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// Whether a word in small letters is known to be right; many right ones are not known.
pub(super) fn is_known(word: &str) -> bool {
    line_of(WORDS, word).is_some()
}

/// The line of a list that begins with a word, which the end of the line or a space ends.
pub(super) fn line_of(list: &'static str, word: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, list.len());
    // Between two offsets that lines begin at; the middle is moved to the beginning of its line.
    while low < high {
        let middle = low + (high - low) / 2;
        let begin = list[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
        let line = list[begin..].split('\n').next().unwrap_or_default();
        match word.cmp(line.split(' ').next().unwrap_or_default()) {
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Less => high = begin,
            std::cmp::Ordering::Greater => low = begin + line.len() + 1,
        }
    }
    None
}
