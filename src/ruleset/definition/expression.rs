//! Regular expressions, and what spares trying them.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::meta::{Config, Regex};
use regex_automata::util::syntax;
use serde::{Deserialize, Serialize};

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
    /// Quickly made.
    light: OnceLock<Option<Regex>>,
    /// Quickly run.
    swift: OnceLock<Option<Regex>>,
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

impl LiteralRegex {
    /// The expression, to be held against so many bytes; `None` where it is too large. However it is made, it matches the same.
    pub fn regex(&self, bytes: usize) -> Option<&Regex> {
        let Ready { light, swift, tried } = &self.ready;
        let lean = Config::new().dfa(false).onepass(false);
        if tried.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes) < MANY {
            return light.get_or_init(|| self.made(lean.hybrid(false))).as_ref();
        }
        swift.get_or_init(|| self.made(lean)).as_ref()
    }

    fn made(&self, config: Config) -> Option<Regex> {
        // What is required was looked for; a further filter would cost more than it spares.
        let config = config.auto_prefilter(false).nfa_size_limit(Some(LARGEST));
        let syntax = syntax::Config::new().case_insensitive(true);
        Regex::builder().syntax(syntax).configure(config).build(&self.pattern).ok()
    }
}
