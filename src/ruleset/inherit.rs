//! `like = "…"`: what a rule does not say itself, it takes from another.

use super::schema::{ElementFile, RuleFile};

/// Fills each absent field of `$child` from `$parent`.
macro_rules! inherit {
    ($child:ident, $parent:ident: $($field:ident)+) => {
        $(if $child.$field.is_none() { $child.$field.clone_from(&$parent.$field); })+
    };
}

/// Gives `child` what it does not say itself. Its id, its aliases and its examples are its own.
pub(super) fn inherit(child: &mut RuleFile, parent: &RuleFile) {
    inherit!(child, parent: title cause kind law severity confidence persona report enabled since until documents audiences
        lawless         needs formats about message label help note citation model_clause belongs when unless meets partial near_miss spoilt
        incomplete text variants essential list item find also value defects listed spared shapes landmark months shortfall promise others elsewhere subject slip term
        duplicate parity languages reference there structure topic measure compare position thing);
    inherit_elements(child, parent);
}

/// Elements are inherited one by one, by key: a state's own provision does not make its author repeat the patterns. What is new comes
/// behind; what the child names in `without` is left out.
fn inherit_elements(child: &mut RuleFile, parent: &RuleFile) {
    let Some(theirs) = &parent.element else { return };
    let mut own = child.element.take().unwrap_or_default();
    let mut all: Vec<ElementFile> = Vec::with_capacity(theirs.len() + own.len());
    for inherited in theirs {
        let named = |key: &toml::Spanned<String>| key.get_ref() == inherited.key.get_ref();
        match own.iter().position(|element| named(&element.key)) {
            Some(at) => all.push(own.remove(at).completed(inherited)),
            None if child.without.iter().flatten().any(named) => {}
            None => all.push(inherited.clone()),
        }
    }
    all.extend(own);
    child.element = Some(all);
}

impl ElementFile {
    fn completed(mut self, parent: &Self) -> Self {
        let child = &mut self;
        if child.like.is_none() && child.meets.is_none() {
            child.like.clone_from(&parent.like);
            child.meets.clone_from(&parent.meets);
        }
        inherit!(child, parent: label citation since until);
        self
    }
}
