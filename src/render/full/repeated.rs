//! Findings of one rule that come again and again: the first ones are drawn, the others told in a line each.

use std::collections::HashMap;

use crate::report::{Diagnostic, RuleId};

/// How many findings of one rule are drawn.
const DRAWN: usize = 3;

/// Findings that stand on their own, in order: those to be drawn, each with those that it stands for.
pub(super) fn folded(diagnostics: &[Diagnostic]) -> Vec<(&Diagnostic, Vec<&Diagnostic>)> {
    let mut shown: Vec<(&Diagnostic, Vec<&Diagnostic>)> = Vec::new();
    let mut last: HashMap<&RuleId, (usize, usize)> = HashMap::new();
    for found in diagnostics.iter().filter(|found| found.lack.is_none()) {
        let (count, at) = last.entry(&found.rule).or_insert((0, 0));
        *count += 1;
        if *count <= DRAWN {
            *at = shown.len();
            shown.push((found, Vec::new()));
        } else {
            shown[*at].1.push(found);
        }
    }
    shown
}
