//! Expressions for texts without letters beyond ASCII. Of most classes of characters next to nothing is left then, and with them of the
//! time that it takes to make an expression ready.

use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};

/// What may stand in a plain text: nothing beyond ASCII is part of a word there, or the other case of a letter.
const PLAIN: [(char, char); 3] = [('\0', '\u{7f}'), ('\u{a0}', '\u{a0}'), ('\u{2010}', '\u{2027}')];

/// Whether a text is plain, typographic quotes and dashes included.
pub(super) fn is_plain(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| PLAIN.iter().any(|(first, last)| (*first..=*last).contains(&c)))
}

/// An expression that matches plain texts as this one does. The parser has bounded how deep expressions nest.
pub(super) fn for_plain(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let mut class = class.clone();
            class.intersect(&ClassUnicode::new(PLAIN.map(|(first, last)| ClassUnicodeRange::new(first, last))));
            Hir::class(Class::Unicode(class))
        }
        HirKind::Look(look) => Hir::look(match look {
            Look::WordUnicode => Look::WordAscii,
            Look::WordStartUnicode => Look::WordStartAscii,
            Look::WordEndUnicode => Look::WordEndAscii,
            other => *other,
        }),
        HirKind::Repetition(repetition) => {
            let sub = Box::new(for_plain(&repetition.sub));
            Hir::repetition(Repetition { sub, ..repetition.clone() })
        }
        HirKind::Capture(capture) => {
            let sub = Box::new(for_plain(&capture.sub));
            Hir::capture(Capture { sub, ..capture.clone() })
        }
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(for_plain).collect()),
        HirKind::Alternation(branches) => Hir::alternation(branches.iter().map(for_plain).collect()),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(Class::Bytes(_)) => hir.clone(),
    }
}
