//! One mailbox under two endings of one domain.

use std::collections::HashMap;

use super::fault;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::email::Form;
use crate::facts::contact::registrable_domain;
use crate::text::ProseRange;

/// Endings of which a company has one for all countries; `privacy@lark.de` beside `privacy@lark.fr` is no slip.
const GENERIC: [&str; 7] = ["com", "org", "net", "info", "biz", "co", "io"];
/// Shorter names of mailboxes are those of people and of counters.
const SHORTEST: usize = 4;

/// Addresses that another one equals but for the generic ending of its domain.
pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let mut first: HashMap<(String, String), (String, String, ProseRange)> = HashMap::new();
    let mut found = Vec::new();
    for email in context.facts.emails() {
        if email.illustrative || email.defect.is_some() || email.form == Form::Target {
            continue;
        }
        let address = email.address.to_lowercase();
        let Some((local, host)) = address.split_once('@').filter(|(local, _)| local.len() >= SHORTEST) else { continue };
        let domain = registrable_domain(host);
        let Some((name, suffix)) = domain.as_deref().and_then(|domain| domain.split_once('.')) else { continue };
        if !GENERIC.contains(&suffix) {
            continue;
        }
        let key = (local.to_owned(), name.to_owned());
        let (other, known, place) =
            first.entry(key).or_insert_with(|| (address.clone(), suffix.to_owned(), email.prose)).clone();
        if known != suffix
            && let (Some(fault), Some(sentence)) =
                (fault("two-endings", email.prose, context), context.facts.reading.sentence_at(place.start()))
        {
            let fault = fault.with("other", other).because(format!("{local} {name} {suffix}"));
            found.push(fault.beside(sentence, place, "here it ends otherwise"));
        }
    }
    found
}
