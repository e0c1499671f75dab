//! Names on the command line that nothing has.

use super::status::Status;
use super::terminal::Terminal;
use crate::ruleset::RuleSet;
use crate::text::closest;

/// Tells that nothing of this kind has the name, with the one that was probably meant.
pub(super) fn unknown<'n>(
    terminal: &Terminal,
    what: &str,
    name: &str,
    names: impl Iterator<Item = &'n str>,
    otherwise: &str,
) -> Status {
    let help = closest(name, names).map(|meant| format!("did you mean `{meant}`?"));
    let help = help.unwrap_or_else(|| otherwise.to_owned());
    terminal.say(&format!("error: there is no {what} `{name}`; {help}"));
    Status::Failed
}

/// The same of a law.
pub(super) fn unknown_law(terminal: &Terminal, rules: &RuleSet, name: &str) -> Status {
    let laws: Vec<&str> = rules.packs().iter().filter(|pack| pack.law.is_some()).map(|pack| pack.id.as_str()).collect();
    let all = format!("known laws: {}, and `all`", laws.join(", "));
    unknown(terminal, "law", name, laws.iter().copied(), &all)
}
