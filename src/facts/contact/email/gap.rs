//! Hosts that are broken apart: white space inside, or a comma where a dot belongs.

use std::ops::Range;

use super::host::{Suffix, is_suffix, last_label, run_end, within_run};
use super::words::{COMMON_SUFFIXES, SECOND_LEVELS, SUFFIX_WORDS, holds};

/// What stands between two parts of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Joint {
    /// The characters at fault.
    pub(super) range: Range<usize>,
    /// What is wrong with them.
    pub(super) kind: JointKind,
}

/// What is wrong between two parts of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JointKind {
    /// White space that only has to go.
    Space,
    /// White space that has to go, after a hyphen that may have come in with a line break.
    SpaceAfterHyphen,
    /// White space where a dot belongs.
    SpaceForDot,
    /// A comma or semicolon where a dot belongs.
    CommaForDot,
}

/// A host as read, over its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HostReading {
    /// All of it.
    pub(super) range: Range<usize>,
    /// Lower case, gaps closed, a dot where one was meant.
    pub(super) name: String,
    /// What the Public Suffix List says of it.
    pub(super) suffix: Suffix,
    /// Where it is broken.
    pub(super) joints: Vec<Joint>,
}

/// No host is broken more often.
const MOST_JOINTS: usize = 4;

impl HostReading {
    /// Reads the host that starts at `start`; `None` where none does.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        let mut run = start..run_end(text, start);
        let range = within_run(text, run.clone());
        let written = text.get(range.clone())?;
        if !written.contains(char::is_alphanumeric) || last_label(written).chars().all(char::is_numeric) {
            return None;
        }
        let name = written.to_lowercase();
        let mut host = Self { suffix: Suffix::of(&name), range, name, joints: Vec::new() };
        while host.joints.len() < MOST_JOINTS {
            let Some(step) = next_part(text, &run, &host) else { break };
            host.name = step.name;
            host.suffix = Suffix::of(&host.name);
            host.joints.push(step.joint);
            run = step.run;
            host.range.end = within_run(text, run.clone()).end;
        }
        Some(host)
    }
}

/// The next part of a host, beyond a gap.
struct Step {
    name: String,
    joint: Joint,
    run: Range<usize>,
}

fn next_part(text: &str, run: &Range<usize>, host: &HostReading) -> Option<Step> {
    let rest = text.get(run.end..)?;
    let tail = text.get(host.range.end..run.end)?;
    let gap = |length: usize, kind| Joint { range: run.end..run.end + length, kind };
    let join = |joint: Joint, dot: &str, part: Part| {
        Some(Step { name: format!("{}{dot}{}", host.name, part.name), joint, run: part.run })
    };
    if host.suffix == Suffix::Reserved {
        return None;
    }
    if host.suffix == Suffix::Listed {
        let part = country(text, run.end, tail, rest, &host.name)?;
        return join(gap(1, JointKind::Space), ".", part);
    }
    let shouting = !host_has_lowercase(text, host);
    match (tail, rest.as_bytes()) {
        (".", [b' ', ..]) => {
            let part = Part::at(text, run.end + 1)?.suffix_only()?.uncapitalised(shouting)?;
            join(gap(1, JointKind::Space), ".", part)
        }
        ("", [b' ', b'.', b' ', ..]) => {
            let part = Part::at(text, run.end + 3)?.suffix_only()?.uncapitalised(shouting)?;
            join(gap(3, JointKind::Space), ".", part)
        }
        ("", [b' ', b'.', ..]) => join(gap(1, JointKind::Space), ".", Part::at(text, run.end + 2)?.suffix_only()?),
        ("-", [b' ', ..]) => {
            let part = Part::at(text, run.end + 1)?;
            let whole = Suffix::of(&part.name).is_settled() && part.name.contains('.');
            whole.then(|| join(gap(1, JointKind::SpaceAfterHyphen), "-", part))?
        }
        ("", [b',' | b';', b' ', ..]) => {
            let part = Part::at(text, run.end + 2)?.uncapitalised(shouting)?;
            (part.name == "com").then(|| join(gap(2, JointKind::CommaForDot), ".", part))?
        }
        ("", [b',' | b';', ..]) => {
            let part = Part::at(text, run.end + 1)?.uncapitalised(shouting)?;
            holds(COMMON_SUFFIXES, &part.name).then(|| join(gap(1, JointKind::CommaForDot), ".", part))?
        }
        ("", [b' ', ..]) => {
            let part = Part::at(text, run.end + 1)?.uncapitalised(shouting)?;
            let closed = format!("{}{}", last_label(&host.name), part.name);
            if host.suffix == Suffix::Unlisted && COMMON_SUFFIXES.contains(&closed.as_str()) {
                return join(gap(1, JointKind::Space), "", part);
            }
            let bare = matches!(part.name.as_str(), "com" | "co.uk") && host.suffix == Suffix::Missing;
            bare.then(|| join(gap(1, JointKind::SpaceForDot), ".", part))?
        }
        _ => None,
    }
}

/// The country under which a second-level label stands: `acme.co. uk`, `acme.com .au`.
fn country(text: &str, end: usize, tail: &str, rest: &str, name: &str) -> Option<Part> {
    let part = match (tail, rest.as_bytes()) {
        (".", [b' ', ..]) => Part::at(text, end + 1)?.uncapitalised(false)?,
        ("", [b' ', b'.', ..]) => Part::at(text, end + 2)?,
        _ => return None,
    };
    let second = last_label(name);
    (part.name.len() == 2 && holds(SECOND_LEVELS, second) && is_suffix(&format!("{second}.{}", part.name)))
        .then_some(part)
}

fn host_has_lowercase(text: &str, host: &HostReading) -> bool {
    text.get(host.range.clone()).is_some_and(|written| written.contains(char::is_lowercase))
}

/// A word that may be a part of a host.
struct Part {
    run: Range<usize>,
    name: String,
    capital: bool,
}

impl Part {
    /// The word at `start`, unless it is the start of another address.
    fn at(text: &str, start: usize) -> Option<Self> {
        let run = start..run_end(text, start);
        let written = text.get(within_run(text, run.clone()))?;
        if !written.starts_with(char::is_alphanumeric) || text[run.end..].starts_with('@') {
            return None;
        }
        Some(Self { run, name: written.to_lowercase(), capital: written.contains(char::is_uppercase) })
    }

    /// Only if it is a public suffix and nothing else.
    fn suffix_only(self) -> Option<Self> {
        is_suffix(&self.name).then_some(self)
    }

    /// Only if it does not look like the word that opens or continues a sentence.
    fn uncapitalised(self, shouting: bool) -> Option<Self> {
        ((shouting || !self.capital) && !holds(SUFFIX_WORDS, &self.name)).then_some(self)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<JointKind>) {
        let host = HostReading::at(text, 0).unwrap();
        (host.name, host.joints.iter().map(|joint| joint.kind).collect())
    }

    #[test]
    fn closes_gaps_before_a_suffix() {
        use JointKind::{CommaForDot, Space, SpaceAfterHyphen, SpaceForDot};
        for (text, name, joints) in [
            ("acme. com or", "acme.com", vec![Space]),
            ("acme .com.", "acme.com", vec![Space]),
            ("acme . com", "acme.com", vec![Space]),
            ("acme. co. uk", "acme.co.uk", vec![Space, Space]),
            ("acme.com. au", "acme.com.au", vec![Space]),
            ("ACME. COM", "acme.com", vec![Space]),
            ("acme.c om", "acme.com", vec![Space]),
            ("acme- corp.example", "acme-corp.example", vec![SpaceAfterHyphen]),
            ("acme com.", "acme.com", vec![SpaceForDot]),
            ("acme,com", "acme.com", vec![CommaForDot]),
            ("acme, com for", "acme.com", vec![CommaForDot]),
        ] {
            assert_eq!(read(text), (name.to_owned(), joints), "{text}");
        }
    }

    #[test]
    fn does_not_swallow_the_next_word() {
        for (text, name) in [
            ("acme.com Please", "acme.com"),
            ("acme.com. Com", "acme.com"),
            ("acme.com. in writing", "acme.com"),
            ("acme. In case", "acme"),
            ("acme. to", "acme"),
            ("acme, or", "acme"),
            ("acme. info@other.example", "acme"),
            ("acme.com .Net", "acme.com"),
            ("acme.com,info", "acme.com"),
            ("acme commerce", "acme"),
        ] {
            assert_eq!(read(text), (name.to_owned(), Vec::new()), "{text}");
        }
    }

    #[test]
    fn numbers_and_marks_are_no_hosts() {
        for text in ["5 dollars", "1.2.3", "127.0.0.1", "...", "-", ""] {
            assert_eq!(HostReading::at(text, 0), None, "{text}");
        }
    }
}
