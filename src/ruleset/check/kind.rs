//! What each kind of rule must hold, and what it must not.

use std::ops::Range;

use super::Checker;
use crate::lexicon::{Action, WordRun};
use crate::report::{Severity, Shortfall};
use crate::ruleset::definition::{
    Checklist, Denials, DeniedIn, Disclosure, Item, Kind, Limb, Literal, Need, Prohibited, States, Subject, Wording,
};
use crate::ruleset::schema::{AbsentFile, ItemFile, ListFile, RuleFile, SubjectFile, Text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Disclosure,
    Checklist,
    Literal,
    Prohibited,
    Value,
    Promise,
    Contradiction,
    Conflict,
    Slip,
    Term,
    Duplicate,
    Parity,
    Reference,
    Structure,
}

const NAMES: &[(&str, Name)] = &[
    ("disclosure", Name::Disclosure),
    ("checklist", Name::Checklist),
    ("literal", Name::Literal),
    ("prohibited", Name::Prohibited),
    ("value", Name::Value),
    ("promise", Name::Promise),
    ("contradiction", Name::Contradiction),
    ("conflict", Name::Conflict),
    ("slip", Name::Slip),
    ("term", Name::Term),
    ("duplicate", Name::Duplicate),
    ("parity", Name::Parity),
    ("reference", Name::Reference),
    ("structure", Name::Structure),
];

/// The names of all kinds of rules.
pub fn kind_names() -> impl Iterator<Item = &'static str> + Clone {
    NAMES.iter().map(|(name, _)| *name)
}

impl Checker<'_> {
    pub(super) fn kind(&mut self, file: &RuleFile, kind: &Text, needs: &[Need]) -> Option<Kind> {
        let name = self.choice(kind, "kind of rule", NAMES)?;
        self.foreign_fields(file, name, kind.span());
        match name {
            Name::Conflict => self.conflict(file, kind.span(), needs),
            Name::Disclosure => self.disclosure(file, kind.span(), needs),
            Name::Checklist => self.checklist(file, kind.span(), needs),
            Name::Literal => self.literal(file, kind.span(), needs),
            Name::Prohibited => self.prohibited(file, kind.span(), needs),
            Name::Value => self.value(file, kind.span(), needs),
            Name::Slip => self.slip(file, kind.span(), needs),
            Name::Term => self.term(file, kind.span()),
            Name::Duplicate => self.duplicate(file, kind.span()),
            Name::Parity => self.parity(file, kind.span(), needs),
            Name::Promise => self.promised(file, kind.span(), needs),
            Name::Contradiction => match &file.subject {
                Some(subject) => self.subject(subject).map(Kind::Contradiction),
                None => self.lacking(kind.span(), "contradiction", "[subject]"),
            },
            Name::Reference => self.reference(file, kind.span(), needs).map(Kind::Reference),
            Name::Structure => self.structure(file, kind.span(), needs).map(Kind::Structure),
        }
    }

    pub(super) fn lacking<T>(&mut self, place: Range<usize>, kind: &str, field: &str) -> Option<T> {
        self.error(place, format!("a rule of kind `{kind}` needs `{field}`"));
        None
    }

    /// A field that means nothing in this kind of rule is a mistake, not a remark.
    fn foreign_fields(&mut self, file: &RuleFile, name: Name, place: Range<usize>) {
        use Name::{
            Checklist, Conflict, Contradiction, Disclosure, Duplicate, Literal, Parity, Prohibited, Promise, Reference,
            Slip, Structure, Term, Value,
        };
        let fields: &[(&str, bool, &[Name])] = &[
            ("meets", file.meets.is_some(), &[Disclosure]),
            ("partial", file.partial.is_some(), &[Disclosure, Literal]),
            ("near-miss", file.near_miss.is_some(), &[Disclosure]),
            ("spoilt", file.spoilt.is_some(), &[Disclosure]),
            ("element", file.element.is_some(), &[Disclosure]),
            ("without", file.without.is_some(), &[Disclosure]),
            ("incomplete", file.incomplete.is_some(), &[Disclosure, Literal]),
            ("list", file.list.is_some(), &[Checklist]),
            ("item", file.item.is_some(), &[Checklist]),
            ("text", file.text.is_some(), &[Literal]),
            ("variants", file.variants.is_some(), &[Literal]),
            ("essential", file.essential.is_some(), &[Literal]),
            ("find", file.find.is_some(), &[Prohibited, Value, Reference, Structure]),
            ("also", file.also.is_some(), &[Prohibited]),
            ("value", file.value.is_some(), &[Value]),
            ("defects", file.defects.is_some(), &[Value, Reference, Structure]),
            ("listed", file.listed.is_some(), &[Value]),
            ("spared", file.spared.is_some(), &[Value]),
            ("shapes", file.shapes.is_some(), &[Value]),
            ("landmark", file.landmark.is_some(), &[Value]),
            ("months", file.months.is_some(), &[Value]),
            ("shortfall", file.shortfall.is_some(), &[Value, Prohibited]),
            ("others", file.others.is_some(), &[Value, Promise, Reference]),
            ("promise", file.promise.is_some(), &[Promise]),
            ("elsewhere", file.elsewhere.is_some(), &[Promise]),
            ("subject", file.subject.is_some(), &[Contradiction]),
            ("compare", file.compare.is_some(), &[Conflict]),
            ("position", file.position.is_some(), &[Conflict]),
            ("thing", file.thing.is_some(), &[Conflict]),
            ("slip", file.slip.is_some(), &[Slip]),
            ("term", file.term.is_some(), &[Term]),
            ("duplicate", file.duplicate.is_some(), &[Duplicate]),
            ("parity", file.parity.is_some(), &[Parity]),
            ("reference", file.reference.is_some(), &[Reference]),
            ("there", file.there.is_some(), &[Reference]),
            ("structure", file.structure.is_some(), &[Structure]),
            ("topic", file.topic.is_some(), &[Structure]),
            ("measure", file.measure.is_some(), &[Structure]),
        ];
        for &(field, present, owners) in fields {
            if present && !owners.contains(&name) {
                let kind = NAMES.iter().find(|(_, other)| *other == name).map_or("", |(kind, _)| kind);
                self.error(place.clone(), format!("`{field}` means nothing in a rule of kind `{kind}`"));
            }
        }
    }

    fn disclosure(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let (meets, elements) =
            (file.meets.as_deref().unwrap_or_default(), file.element.as_deref().unwrap_or_default());
        if meets.is_empty() && elements.is_empty() {
            return self.lacking(place, "disclosure", "[[meets]]` or `[[element]]");
        }
        let spoilt = file.spoilt.as_deref().unwrap_or_default();
        if spoilt.iter().any(|pattern| pattern.message.is_none()) {
            self.error(place, "a `[[spoilt]]` pattern says with its own `message` what is wrong with the sentence");
        }
        Some(Kind::Disclosure(Disclosure {
            meets: self.patterns(meets, needs),
            partial: self.patterns(file.partial.as_deref().unwrap_or_default(), needs),
            near_miss: self.patterns(file.near_miss.as_deref().unwrap_or_default(), needs),
            spoilt: self.patterns(spoilt, needs),
            elements: self.elements(elements, needs),
            incomplete: file.incomplete.as_ref().map(|incomplete| self.prose(incomplete)),
        }))
    }

    fn checklist(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let Some(list) = &file.list else { return self.lacking(place, "checklist", "[list]") };
        let Some(items) = file.item.as_deref().filter(|items| items.len() > 1) else {
            return self.lacking(place, "checklist", "[[item]]");
        };
        let ListFile { lead_in, open, minimum, mentioned, absent } = list;
        let absent = absent.as_ref().map(|absent| self.graded_wording(absent));
        Some(Kind::Checklist(Checklist {
            lead_in: self.patterns(lead_in, needs),
            open: self.phrases(open),
            minimum: *minimum,
            mentioned: self.patterns(mentioned, needs),
            absent,
            items: items.iter().map(|item| self.item(item)).collect(),
        }))
    }

    /// What to say where something is told in another severity than the rule's.
    pub(super) fn graded_wording(&mut self, file: &AbsentFile) -> (Severity, Wording) {
        let wording = Wording {
            message: self.prose(&file.message),
            label: self.prose(&file.label),
            help: Some(self.prose(&file.help)),
        };
        (file.severity, wording)
    }

    fn item(&mut self, file: &ItemFile) -> Item {
        if file.any.is_empty() {
            self.error(file.key.span(), "an item without phrases is never found");
        }
        let limbs =
            file.limb.iter().map(|limb| Limb { label: limb.label.clone(), any: self.phrases(&limb.any) }).collect();
        Item {
            key: file.key.get_ref().clone(),
            label: file.label.clone(),
            citation: file.citation.clone(),
            any: self.phrases(&file.any),
            limbs,
        }
    }

    fn literal(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let Some(text) = &file.text else { return self.lacking(place, "literal", "text") };
        let mut texts = Vec::new();
        for text in std::iter::once(text).chain(file.variants.iter().flatten()) {
            let words = WordRun::new(text.get_ref(), &mut self.lexicon.vocabulary);
            if words.is_empty() {
                self.error(text.span(), "a wording without words cannot stand anywhere");
            }
            texts.push((text.get_ref().trim().to_owned(), words));
        }
        Some(Kind::Literal(Literal {
            texts,
            essential: self.phrases(file.essential.as_deref().unwrap_or_default()),
            partial: self.patterns(file.partial.as_deref().unwrap_or_default(), needs),
            incomplete: file.incomplete.as_ref().map(|incomplete| self.prose(incomplete)),
        }))
    }

    fn prohibited(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let Some(find) = file.find.as_deref().filter(|find| !find.is_empty()) else {
            return self.lacking(place, "prohibited", "[[find]]");
        };
        Some(Kind::Prohibited(Prohibited {
            find: self.patterns(find, needs),
            also: self.patterns(file.also.as_deref().unwrap_or_default(), needs),
            shortfall: self.shortfall(file),
        }))
    }

    /// As what people read of the findings, beside what a text lacks.
    pub(super) fn shortfall(&mut self, file: &RuleFile) -> Option<Shortfall> {
        let named = file.shortfall.as_ref()?;
        self.choice(named, "way to fall short", &[("outdated", Shortfall::Outdated)])
    }

    fn subject(&mut self, file: &SubjectFile) -> Option<Subject> {
        let actions = Action::ALL.map(|action| (action.name(), action));
        let mut named = |names: &[Text]| -> Option<Vec<Action>> {
            names.iter().map(|action| self.choice(action, "action", &actions)).collect()
        };
        let (own, affirmed_by) = (named(&file.actions), named(&file.affirmed_by));
        let denials = file.denials.as_ref().map(|name| self.choice(name, "kind of denials", &Denials::NAMES));
        let denied_in = file.denied_in.as_ref().map(|name| self.choice(name, "place of denials", &DeniedIn::NAMES));
        let terms = self.lexicon.ontology.iter().map(|(id, term)| (term.id.clone(), id)).collect::<Vec<_>>();
        let terms = terms.iter().map(|(name, id)| (name.as_str(), *id)).collect::<Vec<_>>();
        let object = self.choice(&file.object, "term", &terms);
        let states = file.states.as_ref().map(|name| self.choice(name, "way of states", &States::NAMES));
        Some(Subject {
            actions: own?,
            affirmed_by: affirmed_by?,
            object: object?,
            denials: denials.map_or(Some(Denials::Any), |found| found)?,
            denied_in: denied_in.map_or(Some(DeniedIn::Anywhere), |found| found)?,
            states: states.map_or(Some(States::Apart), |found| found)?,
            positive_label: self.prose(&file.positive_label),
            negative_label: self.prose(&file.negative_label),
        })
    }
}
