//! The legal forms by which companies are known.

use serde::{Deserialize, Serialize};

/// A legal form, and where companies have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalForm {
    /// One spelling for all of them: `B.V.`.
    pub name: String,
    /// Companies with forms of different places are different companies of one group.
    pub place: String,
    /// Spellings without points and in lower case, which count with a capital.
    pub spellings: Vec<String>,
    /// Those that are words or syllables, too, and count in capitals only, or as in `name`.
    pub capitals: Vec<String>,
}

impl LegalForm {
    /// Whether a word without its marks is this form as written.
    pub fn is_written(&self, word: &str) -> bool {
        let plain: String = word.chars().filter(|c| *c != '.').collect();
        if !plain.starts_with(char::is_alphabetic) || !plain.is_ascii() {
            return false;
        }
        let among = |spellings: &[String]| spellings.iter().any(|spelling| spelling.eq_ignore_ascii_case(&plain));
        let capitals = plain.chars().all(char::is_uppercase);
        word == self.name && (among(&self.spellings) || among(&self.capitals))
            || among(&self.capitals) && capitals
            || among(&self.spellings) && plain.starts_with(char::is_uppercase)
    }
}
