//! The last line of a run, and the lines for what went wrong with it.

use super::escape::one_line;
use crate::report::{Problem, ProblemKind, Summary};

/// The last line of output for people, without line break, such as `2 files checked: 1 error, 3 warnings, 4 notes`.
///
/// `problems` tell which files could not be checked; `fixable` is the number of findings with a safe fix.
pub fn summary_line(summary: &Summary, problems: &[Problem], fixable: usize) -> String {
    let findings: Vec<_> = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| counted(number, noun))
        .collect();
    let mut line = match summary.files {
        0 => "no files checked".to_owned(),
        // Silence where nothing was asked must not pass for a clean bill.
        files if findings.is_empty() && summary.lawless == files => {
            format!("no problems found in {}; no law was in play: name one with --law", counted(files, "file"))
        }
        files if findings.is_empty() => format!("no problems found in {}", counted(files, "file")),
        files => format!("{} checked: {}", counted(files, "file"), findings.join(", ")),
    };
    if fixable > 0 {
        line.push_str(&format!(" ({fixable} fixable with --fix)"));
    }
    let unread = problems.iter().filter(|problem| problem.path.is_some() && is_of_a_file(problem.kind)).count();
    if unread > 0 {
        line.push_str(&format!("; {} could not be checked", counted(unread, "file")));
    }
    line
}

/// One problem for standard error, without line break, such as `error: cannot read missing.md: no such file`.
pub fn problem_line(problem: &Problem) -> String {
    let message = one_line(&problem.message);
    match (&problem.path, problem.kind) {
        (Some(path), ProblemKind::Internal) => format!("error: internal error in {}: {message}", one_line(path)),
        (None, ProblemKind::Internal) => format!("error: internal error: {message}"),
        (Some(path), kind) if is_of_a_file(kind) => format!("error: cannot read {}: {message}", one_line(path)),
        (Some(path), _) => format!("error: {}: {message}", one_line(path)),
        (None, _) => format!("error: {message}"),
    }
}

/// Whether the problem kept a file from being checked.
fn is_of_a_file(kind: ProblemKind) -> bool {
    match kind {
        ProblemKind::Missing | ProblemKind::Unreadable | ProblemKind::Undecodable | ProblemKind::Internal => true,
        ProblemKind::Configuration | ProblemKind::Pack | ProblemKind::Empty => false,
    }
}

/// `number` and `noun`, in the plural where it takes one.
pub(super) fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(files: usize, errors: usize, warnings: usize, notes: usize) -> Summary {
        Summary { files, errors, warnings, notes, lawless: 0 }
    }

    fn problem(path: Option<&str>, kind: ProblemKind, message: &str) -> Problem {
        Problem { path: path.map(str::to_owned), kind, message: message.to_owned() }
    }

    #[test]
    fn counts_are_in_the_right_number() {
        let line = |summary| summary_line(&summary, &[], 0);
        assert_eq!(line(summary(2, 1, 3, 4)), "2 files checked: 1 error, 3 warnings, 4 notes");
        assert_eq!(line(summary(1, 0, 0, 1)), "1 file checked: 1 note");
        assert_eq!(line(summary(3, 0, 0, 0)), "no problems found in 3 files");
        assert_eq!(
            line(Summary { lawless: 3, ..summary(3, 0, 0, 0) }),
            "no problems found in 3 files; no law was in play: name one with --law"
        );
        assert_eq!(line(Summary { lawless: 2, ..summary(3, 0, 0, 0) }), "no problems found in 3 files");
        assert_eq!(line(summary(0, 0, 0, 0)), "no files checked");
        assert_eq!(summary_line(&summary(1, 2, 0, 0), &[], 1), "1 file checked: 2 errors (1 fixable with --fix)");
    }

    #[test]
    fn a_file_that_was_not_checked_is_not_passed_over() {
        let problems = [
            problem(Some("missing.md"), ProblemKind::Missing, "no such file"),
            problem(Some("policylint.toml"), ProblemKind::Configuration, "unknown key `rulse`"),
        ];
        let line = summary_line(&summary(3, 0, 0, 0), &problems, 0);
        assert_eq!(line, "no problems found in 3 files; 1 file could not be checked");
    }

    #[test]
    fn a_problem_names_its_file() {
        let line = |path, kind, message| problem_line(&problem(path, kind, message));
        assert_eq!(
            line(Some("missing.md"), ProblemKind::Missing, "no such file"),
            "error: cannot read missing.md: no such file"
        );
        assert_eq!(line(Some("packs/own.toml"), ProblemKind::Pack, "no `id`"), "error: packs/own.toml: no `id`");
        assert_eq!(line(None, ProblemKind::Empty, "no policy found"), "error: no policy found");
        assert_eq!(
            line(Some("a\u{1b}.md"), ProblemKind::Internal, "index"),
            "error: internal error in a<U+001B>.md: index"
        );
    }
}
