//! What must stand in a text that a regular expression matches: cheap to look for before the expression is tried.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::definition::Required;

/// More texts than this in one set are dearer to look for than to try the expression.
const MOST_TEXTS: usize = 12;
/// So many of them are enough to spare most sentences.
const MOST_CLAUSES: usize = 3;

/// What whatever the expression matches holds, in any case, all of it. The most telling comes first; there may be none.
pub(super) fn required(pattern: &str) -> Vec<Required> {
    let Ok(hir) = regex_syntax::parse(pattern) else { return Vec::new() };
    let mut clauses = clauses(&hir);
    clauses.retain(is_telling);
    clauses.sort_by_key(|clause| std::cmp::Reverse(weight(clause)));
    clauses.dedup();
    clauses.truncate(MOST_CLAUSES);
    clauses
}

fn clauses(hir: &Hir) -> Vec<Required> {
    if let Some(texts) = exact(hir) {
        return vec![Required { before: Vec::new(), texts }];
    }
    match hir.kind() {
        HirKind::Capture(capture) => clauses(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => clauses(&repetition.sub),
        HirKind::Concat(parts) => of_row(parts),
        HirKind::Alternation(branches) => {
            // What stands before a text in one branch need not in another.
            let best = |branch: &Hir| clauses(branch).into_iter().max_by_key(|clause| shortest(&clause.texts));
            let union: Option<Vec<Required>> = branches.iter().map(best).collect();
            let texts = |union: Vec<Required>| union.into_iter().flat_map(|clause| clause.texts).collect();
            union.map_or_else(Vec::new, |union| vec![Required { before: Vec::new(), texts: texts(union) }])
        }
        _ => Vec::new(),
    }
}

/// What parts that follow each other hold. Neighbors whose texts are known are joined while their texts are few; where they are too
/// many, those of the one are looked for behind those of the other.
fn of_row(parts: &[Hir]) -> Vec<Required> {
    let mut found = Vec::new();
    let mut before: Vec<String> = Vec::new();
    let mut run: Option<Vec<String>> = None;
    for part in parts {
        let Some(texts) = exact(part) else {
            found.extend(run.take().map(|texts| Required { before: std::mem::take(&mut before), texts }));
            before.clear();
            found.extend(clauses(part));
            continue;
        };
        run = Some(match run.take() {
            None => texts,
            Some(last) => joined(&last, &texts).unwrap_or_else(|| {
                let first = std::mem::replace(&mut before, last.clone());
                // What is followed by texts of a known set is looked for with them.
                found.extend((!first.is_empty()).then_some(Required { before: first, texts: last }));
                texts
            }),
        });
    }
    found.extend(run.map(|texts| Required { before, texts }));
    found
}

/// All texts that a part matches, in lower case, if they are few.
fn exact(hir: &Hir) -> Option<Vec<String>> {
    let texts = match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => vec![String::new()],
        HirKind::Literal(literal) => vec![std::str::from_utf8(&literal.0).ok()?.to_lowercase()],
        HirKind::Class(Class::Unicode(class)) => {
            let count: usize = class.iter().map(regex_syntax::hir::ClassUnicodeRange::len).sum();
            let letters = || class.iter().flat_map(|range| range.start()..=range.end());
            (count <= MOST_TEXTS).then(|| letters().map(|letter| letter.to_lowercase().to_string()).collect())?
        }
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Capture(capture) => exact(&capture.sub)?,
        HirKind::Repetition(repetition) if repetition.max == Some(1) => {
            let mut texts = exact(&repetition.sub)?;
            texts.extend((repetition.min == 0).then(String::new));
            texts
        }
        HirKind::Repetition(_) => return None,
        HirKind::Concat(parts) => {
            parts.iter().try_fold(vec![String::new()], |texts, part| joined(&texts, &exact(part)?))?
        }
        HirKind::Alternation(branches) => branches.iter().map(exact).collect::<Option<Vec<_>>>()?.concat(),
    };
    few(texts)
}

fn joined(left: &[String], right: &[String]) -> Option<Vec<String>> {
    few(left.iter().flat_map(|left| right.iter().map(move |right| format!("{left}{right}"))).collect())
}

fn few(mut texts: Vec<String>) -> Option<Vec<String>> {
    texts.sort_unstable();
    texts.dedup();
    (texts.len() <= MOST_TEXTS).then_some(texts)
}

fn shortest(texts: &[String]) -> usize {
    texts.iter().map(String::len).min().unwrap_or(0)
}

fn weight(clause: &Required) -> usize {
    shortest(&clause.texts) + shortest(&clause.before)
}

/// Whether a clause spares anything: no single letters or spaces, which stand everywhere. Of letters beyond ASCII the other case is not
/// looked for.
fn is_telling(clause: &Required) -> bool {
    let seen = |text: &String| text.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
    let bare = |text: &String| text.len() == 1 && text.chars().all(|c| c.is_alphanumeric() || c.is_whitespace());
    let telling = |text: &String| !text.is_empty() && (!bare(text) || !clause.before.is_empty());
    !clause.texts.is_empty()
        && clause.texts.len() <= MOST_TEXTS
        && clause.texts.iter().all(|text| seen(text) && telling(text))
        && clause.before.iter().all(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pattern: &str) -> String {
        let clause = |clause: Required| match clause.before.is_empty() {
            true => clause.texts.join("|"),
            false => format!("{} < {}", clause.before.join("|"), clause.texts.join("|")),
        };
        required(pattern).into_iter().map(clause).collect::<Vec<_>>().join(" & ")
    }

    #[test]
    fn clauses_hold_in_whatever_matches() {
        assert_eq!(shown(r"\bwww\. [a-z0-9-]+\.(?:com|org)\b"), "www.  & .com|.org");
        assert_eq!(shown(r"a?b*[cd]"), "");
        assert_eq!(shown(r"(?:x|[a-z]+)yes?"), "ye|yes");
        assert_eq!(shown(r"(?i)\bmail@"), "mail@");
        assert_eq!(shown(r"caf\u{e9}"), "");
        assert_eq!(shown(r"\u{a7} ?5"), "\u{a7} 5|\u{a7}5");
        assert_eq!(shown(r"("), "");
    }

    #[test]
    fn neighbors_are_joined_while_they_are_few_and_held_against_each_other_where_they_are_many() {
        assert_eq!(
            shown(r"(?:we|they) Do Not (?:do|track)"),
            "they do not do|they do not track|we do not do|we do not track"
        );
        let many = r"\b(?:may|can|will|would|must) (?:been|being|having|has)\b";
        assert_eq!(shown(many), "can |may |must |will |would  < been|being|has|having");
        assert_eq!(shown(&format!("{many}[^.]+x")), "can |may |must |will |would  < been|being|has|having");
    }
}
