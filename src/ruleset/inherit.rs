//! `like = "…"`: what a rule does not say itself, it takes from another.

use super::schema::RuleFile;

/// Fills each absent field of `$child` from `$parent`.
macro_rules! inherit {
    ($child:ident, $parent:ident: $($field:ident)+) => {
        $(if $child.$field.is_none() { $child.$field.clone_from(&$parent.$field); })+
    };
}

/// Gives `child` what it does not say itself. Its id, its aliases and its examples are its own.
pub(super) fn inherit(child: &mut RuleFile, parent: &RuleFile) {
    inherit!(child, parent: title cause kind law severity confidence persona report enabled since until documents audiences
        needs about message label help note citation model_clause belongs when unless meets partial near_miss spoilt
        list item find also value defects subject);
}
