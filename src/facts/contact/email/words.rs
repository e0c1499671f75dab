//! Words that tell an address from words that happen to stand around an `@`.

use crate::lexicon::Vocabulary;

/// What a word near an `@` may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum MailWord {
    /// A part of a mailbox name that an organisation gives to a role.
    Role,
    /// A role that is no word of running text.
    RoleAlone,
    /// A word that never is a mailbox.
    NoMailbox,
    /// It says that what follows is written to.
    Cue,
    /// An address may stand directly after it.
    Introducer,
    /// It shows that an `@` belongs to a name on a social network.
    Social,
    /// Behind an `@host` it shows that the host is spoken of.
    HostNoun,
}

/// The packs' words for all of that.
#[derive(Debug, Clone, Copy)]
pub(super) struct MailWords<'a> {
    vocabulary: &'a Vocabulary,
}

impl<'a> MailWords<'a> {
    pub(super) fn of(vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary }
    }

    /// Whether `word`, in lower case, is such a word.
    pub(super) fn are(self, kind: MailWord, word: &str) -> bool {
        let class = match kind {
            MailWord::Role => "mail-role",
            MailWord::RoleAlone => "mail-role-alone",
            MailWord::NoMailbox => "mail-no-mailbox",
            MailWord::Cue => "mail-cue",
            MailWord::Introducer => "mail-introducer",
            MailWord::Social => "mail-social",
            MailWord::HostNoun => "mail-host-noun",
        };
        match word.strip_prefix("e-") {
            Some(rest) => self.vocabulary.holds(class, &format!("e{rest}")),
            None => self.vocabulary.holds(class, word),
        }
    }
}

/// Public suffixes that are also common words, so that one after a full stop or white space proves nothing.
pub(super) const SUFFIX_WORDS: &[&str] = &[
    "am", "as", "at", "be", "by", "call", "contact", "do", "for", "here", "how", "in", "is", "it", "me", "my", "no",
    "now", "of", "or", "pm", "so", "the", "to", "us", "you",
];

/// The suffixes that most addresses end in.
pub(super) const COMMON_SUFFIXES: &[&str] = &["co.uk", "com", "edu", "gov", "net", "org"];

/// Second-level labels under which a country registers names, as in `co.uk`, `com.au`.
pub(super) const SECOND_LEVELS: &[&str] = &["ac", "co", "com", "edu", "gov", "net", "or", "org"];

/// Beginnings of words that say that an address is only an illustration, in the languages of policies.
pub(super) const ILLUSTRATION_STEMS: &[&str] = &[
    "beispiel",
    "ejemplo",
    "esempio",
    "example",
    "exemple",
    "exemplo",
    "format",
    "hash",
    "illustrat",
    "placeholder",
    "sample",
    "suppose",
    "voorbeeld",
];

/// Pairs of words that say so.
pub(super) const ILLUSTRATION_PAIRS: &[(&str, &str)] =
    &[("for", "instance"), ("looks", "like"), ("such", "as"), ("the", "form")];

/// Whether `list`, which is in order, holds `word`.
pub(super) fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}
