//! What must stand in a text that a regular expression matches: cheap to look for before the expression is tried.

use regex_syntax::hir::{Hir, HirKind};

/// More texts than this in one clause are dearer to look for than to try the expression.
const MOST_TEXTS: usize = 12;
/// So many clauses are enough to spare most sentences.
const MOST_CLAUSES: usize = 3;

/// Clauses of lower-case texts: whatever the expression matches, in any case, holds a text of each clause. The most telling ones come
/// first; there may be none.
pub(super) fn required(pattern: &str) -> Vec<Vec<String>> {
    let Ok(hir) = regex_syntax::parse(pattern) else { return Vec::new() };
    let mut clauses = clauses(&hir);
    clauses.retain(|clause| is_telling(clause));
    clauses.sort_by_key(|clause| std::cmp::Reverse(shortest(clause)));
    clauses.dedup();
    clauses.truncate(MOST_CLAUSES);
    clauses
}

fn clauses(hir: &Hir) -> Vec<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).map_or_else(|_| Vec::new(), |text| vec![vec![text.to_lowercase()]])
        }
        HirKind::Capture(capture) => clauses(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => clauses(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(clauses).collect(),
        HirKind::Alternation(branches) => {
            let best = |branch: &Hir| clauses(branch).into_iter().max_by_key(|clause| shortest(clause));
            let union: Option<Vec<Vec<String>>> = branches.iter().map(best).collect();
            union.map_or_else(Vec::new, |union| vec![union.concat()])
        }
        HirKind::Repetition(_) | HirKind::Class(_) | HirKind::Look(_) | HirKind::Empty => Vec::new(),
    }
}

fn shortest(clause: &[String]) -> usize {
    clause.iter().map(String::len).min().unwrap_or(0)
}

/// Whether a clause spares anything: no single letters or spaces, which stand everywhere. Of letters beyond ASCII the other case is not
/// looked for.
fn is_telling(clause: &[String]) -> bool {
    let telling = |text: &String| {
        let bare = text.len() == 1 && text.chars().all(|c| c.is_alphanumeric() || c.is_whitespace());
        !text.is_empty() && !bare && text.chars().all(|c| c.is_ascii() || !c.is_alphabetic())
    };
    !clause.is_empty() && clause.len() <= MOST_TEXTS && clause.iter().all(telling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_hold_in_whatever_matches() {
        let required = |pattern: &str| {
            let clauses = required(pattern);
            clauses.iter().map(|clause| clause.join("|")).collect::<Vec<_>>().join(" & ")
        };
        assert_eq!(required(r"\bwww\. [a-z0-9-]+\.(?:com|org)\b"), "www.  & com|org & .");
        assert_eq!(required(r"(?:we|they) Do Not (?:do not|track do not)"), " do not  & do not|track do not & we|they");
        assert_eq!(required(r"a?b*[cd]"), "");
        assert_eq!(required(r"(?:x|[a-z])yes?"), "ye");
        assert_eq!(required(r"(?i)\bmail@"), "@");
        assert_eq!(required(r"caf\u{e9}"), "");
        assert_eq!(required(r"\u{a7} ?5"), "\u{a7}");
        assert_eq!(required(r"("), "");
    }
}
