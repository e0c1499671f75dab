//! Rules on the text itself: slips, names, repetitions, translations.

use std::ops::Range;

use super::Checker;
use crate::ruleset::definition::{
    Aspect, Difference, DuplicateCheck, Kind, Need, SlipCheck, TermCheck, TermFault, Together,
};
use crate::ruleset::schema::{DuplicateFile, ParityFile, RuleFile, SlipFile, TermFile, Text};

const FAULTS: [(&str, TermFault); 5] = [
    ("unused", TermFault::Unused),
    ("defined-twice", TermFault::DefinedTwice),
    ("undefined", TermFault::Undefined),
    ("undefined-role", TermFault::UndefinedRole),
    ("undefined-acronym", TermFault::UndefinedAcronym),
];

const DIFFERENCES: [(&str, Difference); 3] =
    [("number", Difference::Number), ("negation", Difference::Negation), ("word", Difference::Word)];

impl Checker<'_> {
    pub(super) fn slip(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let Some(SlipFile { kinds, words, spared, except }) = &file.slip else {
            return self.lacking(place, "slip", "[slip]");
        };
        let kinds = kinds.iter().filter_map(|kind| {
            let need = self.choice(kind, "kind of slip", &SlipCheck::KINDS)?;
            self.needed(kind, need, needs);
            Some(kind.get_ref().clone())
        });
        let kinds = kinds.collect();
        let small = |words: &[String]| words.iter().map(|word| word.to_lowercase()).collect();
        let (words, spared) = (small(words), small(spared));
        Some(Kind::Slip(SlipCheck { kinds, words, spared, except: self.phrases(except) }))
    }

    pub(super) fn term(&mut self, file: &RuleFile, place: Range<usize>) -> Option<Kind> {
        let Some(term) = &file.term else { return self.lacking(place, "term", "[term]") };
        let TermFile { fault, least, except, heads, elsewhere, name, most, defined, equated } = term;
        let check = match fault {
            Some(fault) => TermCheck::Names {
                fault: self.choice(fault, "fault of a name", &FAULTS)?,
                least: *least,
                except: except.iter().map(|name| name.to_lowercase()).collect(),
                heads: heads.iter().map(|head| head.to_lowercase()).collect(),
                elsewhere: self.phrases(elsewhere),
            },
            None if name.len() > 1 => TermCheck::Variants {
                names: name.iter().map(|name| (name.label.clone(), self.phrases(&name.any))).collect(),
                most: *most,
                defined: *defined,
                equated: self.phrases(equated),
            },
            None => return self.lacking(place, "term", "fault` or several `[[term.name]]"),
        };
        Some(Kind::Term(check))
    }

    pub(super) fn duplicate(&mut self, file: &RuleFile, place: Range<usize>) -> Option<Kind> {
        let Some(DuplicateFile { of, least, differs, within, except }) = &file.duplicate else {
            return self.lacking(place, "duplicate", "[duplicate]");
        };
        let kinds: Vec<(&str, ())> = DuplicateCheck::KINDS.iter().map(|kind| (*kind, ())).collect();
        self.choice(of, "kind of passage", &kinds)?;
        if let Some(within) = within.first().filter(|_| of.get_ref() != "sentence") {
            self.error(within.span(), "only sentences are looked for within a part of the text");
        }
        Some(Kind::Duplicate(DuplicateCheck {
            of: of.get_ref().clone(),
            least: *least,
            differs: self.choices(Some(differs), "difference", &DIFFERENCES),
            within: self.choices(Some(within), "part of a text", &Together::ALL),
            except: self.phrases(except),
        }))
    }

    pub(super) fn parity(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let Some(ParityFile { compare }) = &file.parity else { return self.lacking(place, "parity", "[parity]") };
        let aspects = compare.iter().filter_map(|name| {
            let aspect = self.choice(name, "aspect of a translation", &Aspect::ALL)?;
            self.needed(name, aspect.need(), needs);
            Some(aspect)
        });
        Some(Kind::Parity(aspects.collect()))
    }

    /// A rule says what of the markup it reads.
    pub(super) fn needed(&mut self, place: &Text, need: Option<Need>, needs: &[Need]) {
        let Some(need) = need.filter(|need| !needs.contains(need)) else { return };
        let name = super::rule::NEEDS.iter().find(|(_, other)| *other == need).map_or("", |(name, _)| name);
        let help = format!("add `needs = [\"{name}\"]` to the rule");
        self.error_with_help(place.span(), format!("a rule that looks at {name} says so"), Some(help));
    }
}
