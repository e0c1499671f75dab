//! Regular expressions, and what spares trying them.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::meta::{Config, Regex};
use regex_automata::util::syntax;
use serde::{Deserialize, Serialize};

use super::plain::{for_plain, is_plain};

/// A regular expression behind a literal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LiteralRegex {
    /// The expression; matched on prose, case-insensitively.
    pub pattern: String,
    /// Lower-case text without which the expression is not tried.
    pub literal: String,
    /// What whatever matches holds, all of it.
    pub required: Vec<Required>,
    /// The expression made ready, once it was asked for.
    #[serde(skip)]
    pub(in crate::ruleset) ready: Ready,
}

/// Texts one of which stands in whatever an expression matches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Required {
    /// Texts in lower case, right behind one of which it stands; none where anything may stand before it.
    pub before: Vec<String>,
    /// The texts, in lower case.
    pub texts: Vec<String>,
}

/// What an expression is made into when it is tried. All of them are alike: they follow from the expression.
#[derive(Debug, Default)]
pub(in crate::ruleset) struct Ready {
    /// For plain texts and for any, quickly made and quickly run.
    made: [[OnceLock<Option<Regex>>; 2]; 2],
    /// How many bytes it was held against so far.
    tried: AtomicUsize,
}

impl Clone for Ready {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Ready {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Ready {}

impl Hash for Ready {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// The largest expression, in bytes of its program.
const LARGEST: usize = 1 << 20;
/// From so many bytes on an automaton is worth its making: it takes as long as to go through these step by step.
const MANY: usize = 8 << 10;

/// An expression to be held against some texts.
#[derive(Debug, Clone, Copy)]
pub struct Expression<'r> {
    of: &'r LiteralRegex,
    /// Whether the texts are many.
    many: bool,
}

impl LiteralRegex {
    /// The expression, to be held against texts of so many bytes.
    pub fn against(&self, bytes: usize) -> Expression<'_> {
        let before = self.ready.tried.fetch_add(bytes, Ordering::Relaxed);
        Expression { of: self, many: before.saturating_add(bytes) >= MANY }
    }
}

impl<'r> Expression<'r> {
    /// What to hold against one of the texts; `None` where the expression is too large. However it is made, it matches the same.
    pub fn regex(self, text: &str) -> Option<&'r Regex> {
        let plain = is_plain(text);
        let made = &self.of.ready.made[usize::from(plain)][usize::from(self.many)];
        made.get_or_init(|| self.made(plain)).as_ref()
    }

    fn made(self, plain: bool) -> Option<Regex> {
        // What is required was looked for; a further filter would cost more than it spares.
        let config = Config::new().auto_prefilter(false).nfa_size_limit(Some(LARGEST));
        let config = config.dfa(false).onepass(false).hybrid(self.many);
        let syntax = syntax::Config::new().case_insensitive(true);
        let any = syntax::parse_with(&self.of.pattern, &syntax).ok()?;
        let hir = if plain { for_plain(&any) } else { any };
        Regex::builder().configure(config).build_from_hir(&hir).ok()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PATTERNS: [&str; 6] = [
        r"\b\w+[ -](?-i:[A-Z]\S*)\b",
        r"[^.\u{2019}]{2,5}s\b",
        r"(?:^|\s)(k\w*)(?:$|[^\w])",
        r"it[\x27\u{2019}]s|\u{a7} ?\d",
        r"\B\w\B|ss",
        r"(?i)[[:alpha:]]{3}",
    ];

    proptest! {
        #[test]
        fn however_it_is_made_an_expression_matches_the_same(
            text in "[a-ckstAKS.'\u{2019} \u{2013}\u{a0}\u{a7}\u{e9}\u{212a}\u{17f}0-1-]{0,24}",
            pattern in prop::sample::select(PATTERNS.to_vec()),
        ) {
            let expression = |pattern: &str| LiteralRegex {
                pattern: pattern.to_owned(),
                literal: String::new(),
                required: Vec::new(),
                ready: Ready::default(),
            };
            let expected = regex::RegexBuilder::new(pattern).case_insensitive(true).build().unwrap();
            let expected = expected.find(&text).map(|found| found.range());
            for bytes in [0, MANY] {
                let expression = expression(pattern);
                let found = expression.against(bytes).regex(&text).unwrap().find(&text).map(|found| found.range());
                prop_assert_eq!(&found, &expected);
            }
        }
    }
}
