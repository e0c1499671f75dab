//! Addresses hidden from programs by hand: `privacy [at] acme [dot] com`, `privacy(@)acme.com`, `privacy at acme dot com`.

use std::ops::Range;

use super::candidate::local_before;
use super::host::{Suffix, run_end, within_run};
use super::judge::has_role;
use super::passage::Passage;
use super::{Email, Form};

/// A host has at most this many labels written apart.
const MOST_LABELS: usize = 8;

/// Every hidden address of a block.
pub(super) fn find(passage: &Passage<'_>) -> Vec<Email> {
    let text = passage.text;
    let mut found = Vec::new();
    let bracketed = text.match_indices(['[', '(', '{', '<']).filter_map(|(at, _)| bracketed(text, at));
    let mut signs: Vec<Sign> = bracketed.chain(words_for_at(text)).chain(plain(text)).collect();
    signs.sort_by_key(|sign| sign.range.start);
    for sign in signs {
        let floor = found.last().map_or(0, |(range, _): &(Range<usize>, String)| range.end);
        found.extend(around_sign(passage, floor, &sign));
    }
    let email = |(range, address): (Range<usize>, String)| Email {
        prose: passage.prose(range.clone()),
        address,
        block: passage.id,
        form: Form::Obfuscated,
        illustrative: passage.around(range).illustrates(),
        defect: None,
        link: None,
        target_defect: None,
    };
    found.into_iter().map(email).collect()
}

/// What stands for the `@`.
struct Sign {
    /// With the white space around it.
    range: Range<usize>,
    /// What it proves.
    kind: SignKind,
}

#[derive(PartialEq, Eq)]
enum SignKind {
    /// A bracket, which stands there for no other reason.
    Bracket,
    /// ` AT `, which counts after the name of a mailbox.
    Shouted,
    /// ` at ` or the `@` itself, which count only where a dot of the host is hidden too.
    Ordinary,
}

/// `[at]`, `( @ )` and their like.
fn bracketed(text: &str, open: usize) -> Option<Sign> {
    let end = open + bracketed_word(&text[open..], &["at", "@"])?;
    let start = if text[..open].ends_with(' ') { open - 1 } else { open };
    let end = if text[end..].starts_with(' ') { end + 1 } else { end };
    Some(Sign { range: start..end, kind: SignKind::Bracket })
}

/// The length of a bracket that holds one of `words`, at the start of `text`.
fn bracketed_word(text: &str, words: &[&str]) -> Option<usize> {
    let close = match text.as_bytes().first()? {
        b'[' => ']',
        b'(' => ')',
        b'{' => '}',
        b'<' => '>',
        _ => return None,
    };
    let inner = text[1..].bytes().take(6).position(|byte| byte == close as u8)?;
    let word = text.get(1..1 + inner)?.trim().to_ascii_lowercase();
    words.contains(&word.as_str()).then_some(inner + 2)
}

fn words_for_at(text: &str) -> impl Iterator<Item = Sign> {
    let quiet = text.match_indices(" at ").map(|(at, sign)| (at..at + sign.len(), SignKind::Ordinary));
    let shouted = text.match_indices(" AT ").map(|(at, sign)| (at..at + sign.len(), SignKind::Shouted));
    quiet.chain(shouted).map(|(range, kind)| Sign { range, kind })
}

fn plain(text: &str) -> impl Iterator<Item = Sign> {
    text.match_indices('@').map(|(at, _)| Sign { range: at..at + 1, kind: SignKind::Ordinary })
}

fn around_sign(passage: &Passage<'_>, floor: usize, sign: &Sign) -> Option<(Range<usize>, String)> {
    let text = passage.text;
    if sign.range.start < floor {
        return None;
    }
    let local = local_before(text, floor, sign.range.start)?;
    let (end, host, hidden_dot) = host_after(text, sign.range.end)?;
    let name = &text[local.clone()];
    let hidden = match sign.kind {
        SignKind::Bracket => true,
        SignKind::Shouted => hidden_dot || has_role(name, passage.mail) && name.contains(char::is_lowercase),
        SignKind::Ordinary => hidden_dot,
    };
    (hidden && Suffix::of(&host).is_settled()).then(|| (local.start..end, format!("{name}@{host}")))
}

/// The host at `start` with its dots in any spelling: its end, its name, and whether a dot was spelt out.
fn host_after(text: &str, start: usize) -> Option<(usize, String, bool)> {
    let mut part = within_run(text, start..run_end(text, start));
    let mut host = text.get(part.clone())?.to_lowercase();
    let mut spelt = false;
    for _ in 0..MOST_LABELS {
        let Some(dot) = spelt_dot(&text[part.end..]) else { break };
        let next = part.end + dot;
        let label = within_run(text, next..run_end(text, next));
        if label.is_empty() {
            break;
        }
        host = format!("{host}.{}", text[label.clone()].to_lowercase());
        part = label;
        spelt = true;
    }
    host.starts_with(char::is_alphanumeric).then_some((part.end, host, spelt))
}

/// The length of `[dot]`, ` (.) `, ` dot ` at the start of `text`, white space included.
fn spelt_dot(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(' ').unwrap_or(text);
    let before = text.len() - inner.len();
    let length = bracketed_word(inner, &["dot", "."]).or_else(|| {
        let word = inner.get(..3)?.eq_ignore_ascii_case("dot");
        (before == 1 && word && inner[3..].starts_with(' ')).then_some(3)
    })?;
    let space = usize::from(inner[length..].starts_with(' '));
    Some(before + length + space)
}
