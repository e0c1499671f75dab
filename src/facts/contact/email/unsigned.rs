//! Addresses without `@`: a dot stands where it belongs, `e-mail us at privacy.acme.com`.

use super::defect::{Defect, DefectKind, SyntaxError};
use super::host::{Suffix, registrable, run_end, within_run};
use super::passage::Passage;
use super::words::{MailWord, holds};
use super::{Email, Form};

/// Words that may stand between the word for mail and the address.
const BRIDGES: &[&str] = &["a", "address", "an", "at", "is", "it", "message", "our", "request", "to", "us", "your"];
/// So many of them at most.
const MOST_BRIDGES: usize = 5;

/// Every such address of a block: the name of a mailbox as first label of a host, directly after words that say that mail
/// goes there. Other first labels are as likely to be the name of a web server.
pub(super) fn find(passage: &Passage<'_>) -> Vec<Email> {
    let ends = passage.text.match_indices("mail").map(|(at, word)| at + word.len());
    ends.filter_map(|end| after_mail(passage, end)).collect()
}

fn after_mail(passage: &Passage<'_>, end: usize) -> Option<Email> {
    let text = passage.text;
    let mut start = end + ["ing", "ed", "s", ""].into_iter().find(|tail| text[end..].starts_with(tail))?.len();
    let mut leads_there = false;
    for _ in 0..MOST_BRIDGES {
        if text[start..].starts_with(':') {
            leads_there = true;
            start += 1;
        }
        start += text[start..].strip_prefix(' ').map(|_| 1)?;
        let word_end = run_end(text, start);
        let word = text[start..word_end].to_lowercase();
        if !holds(BRIDGES, &word) {
            break;
        }
        leads_there = matches!(word.as_str(), "at" | "is" | "to");
        start = word_end;
    }
    let range = within_run(text, start..run_end(text, start));
    let host = text.get(range.clone())?.to_lowercase();
    let (local, rest) = host.split_once('.')?;
    let mailbox = local == "privacy" || local == "legal" || passage.mail.are(MailWord::RoleAlone, local);
    let named = matches!(Suffix::of(rest), Suffix::Listed) && registrable(rest).is_some()
        || Suffix::of(rest) == Suffix::Reserved && rest.contains('.');
    if !leads_there || !mailbox || !named || text[range.end..].starts_with(['/', '@', ':']) {
        return None;
    }
    let dot = range.start + local.len();
    let defect = Defect {
        kind: DefectKind::Syntax(SyntaxError::MissingAt),
        part: passage.prose(dot..dot + 1),
        repair: Some(super::Repair { edits: vec![(passage.prose(dot..dot + 1), "@".to_owned())], safe: false }),
    };
    Some(Email {
        prose: passage.prose(range.clone()),
        address: host,
        block: passage.id,
        form: Form::Plain,
        illustrative: passage.around(range).illustrates(),
        defect: Some(defect),
        link: None,
        target_defect: None,
    })
}
