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
        // Lines are short: their ends are found sooner byte by byte than by a search made for long texts.
        let begin = list.as_bytes()[low..middle].iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
        let line = &list.as_bytes()[begin..];
        let length = line.iter().position(|byte| *byte == b'\n').unwrap_or(line.len());
        let head = line[..length].split(|byte| *byte == b' ').next().unwrap_or_default();
        match word.as_bytes().cmp(head) {
            std::cmp::Ordering::Equal => return list.get(begin..begin + length),
            std::cmp::Ordering::Less => high = begin,
            std::cmp::Ordering::Greater => low = begin + length + 1,
        }
    }
    None
}
