//! What each kind of rule must hold, and what it must not.

use std::ops::Range;

use super::Checker;
use crate::lexicon::{Action, WordRun};
use crate::ruleset::definition::{
    Checklist, Disclosure, Item, Kind, Limb, Literal, Need, Prohibited, Subject, ValueCheck, ValueKind, Wording,
};
use crate::ruleset::schema::{ItemFile, ListFile, RuleFile, SubjectFile, Text};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Disclosure,
    Checklist,
    Literal,
    Prohibited,
    Value,
    Contradiction,
    Slip,
    Term,
    Duplicate,
    Parity,
}

const NAMES: [(&str, Name); 10] = [
    ("disclosure", Name::Disclosure),
    ("checklist", Name::Checklist),
    ("literal", Name::Literal),
    ("prohibited", Name::Prohibited),
    ("value", Name::Value),
    ("contradiction", Name::Contradiction),
    ("slip", Name::Slip),
    ("term", Name::Term),
    ("duplicate", Name::Duplicate),
    ("parity", Name::Parity),
];

/// The names of all kinds of rules.
pub fn kind_names() -> impl Iterator<Item = &'static str> + Clone {
    NAMES.iter().map(|(name, _)| *name)
}

impl Checker<'_> {
    pub(super) fn kind(&mut self, file: &RuleFile, kind: &Text, needs: &[Need]) -> Option<Kind> {
        let name = self.choice(kind, "kind of rule", &NAMES)?;
        self.foreign_fields(file, name, kind.span());
        match name {
            Name::Disclosure => self.disclosure(file, kind.span(), needs),
            Name::Checklist => self.checklist(file, kind.span(), needs),
            Name::Literal => self.literal(file, kind.span(), needs),
            Name::Prohibited => self.prohibited(file, kind.span(), needs),
            Name::Value => self.value(file, kind.span(), needs),
            Name::Slip => self.slip(file, kind.span(), needs),
            Name::Term => self.term(file, kind.span()),
            Name::Duplicate => self.duplicate(file, kind.span()),
            Name::Parity => self.parity(file, kind.span(), needs),
            Name::Contradiction => match &file.subject {
                Some(subject) => self.subject(subject).map(Kind::Contradiction),
                None => self.lacking(kind.span(), "contradiction", "[subject]"),
            },
        }
    }

    pub(super) fn lacking<T>(&mut self, place: Range<usize>, kind: &str, field: &str) -> Option<T> {
        self.error(place, format!("a rule of kind `{kind}` needs `{field}`"));
        None
    }

    /// A field that means nothing in this kind of rule is a mistake, not a remark.
    fn foreign_fields(&mut self, file: &RuleFile, name: Name, place: Range<usize>) {
        use Name::{Checklist, Contradiction, Disclosure, Duplicate, Literal, Parity, Prohibited, Slip, Term, Value};
        let fields: [(&str, bool, &[Name]); 21] = [
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
            ("find", file.find.is_some(), &[Prohibited]),
            ("also", file.also.is_some(), &[Prohibited]),
            ("value", file.value.is_some(), &[Value]),
            ("defects", file.defects.is_some(), &[Value]),
            ("subject", file.subject.is_some(), &[Contradiction]),
            ("slip", file.slip.is_some(), &[Slip]),
            ("term", file.term.is_some(), &[Term]),
            ("duplicate", file.duplicate.is_some(), &[Duplicate]),
            ("parity", file.parity.is_some(), &[Parity]),
        ];
        for (field, present, owners) in fields {
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
        let absent = absent.as_ref().map(|absent| {
            let wording = Wording {
                message: self.prose(&absent.message),
                label: self.prose(&absent.label),
                help: Some(self.prose(&absent.help)),
            };
            (absent.severity, wording)
        });
        Some(Kind::Checklist(Checklist {
            lead_in: self.patterns(lead_in, needs),
            open: self.phrases(open),
            minimum: *minimum,
            mentioned: self.patterns(mentioned, needs),
            absent,
            items: items.iter().map(|item| self.item(item)).collect(),
        }))
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
        }))
    }

    fn value(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let (Some(value), Some(defects)) = (&file.value, &file.defects) else {
            return self.lacking(place, "value", "value` and `defects");
        };
        let value = self.choice(value, "kind of value", &[("email", ValueKind::Email)])?;
        let links = defects.iter().find(|defect| ValueKind::reads_links(defect.get_ref()));
        if let Some(place) = links.filter(|_| !needs.contains(&Need::Links)) {
            let help = Some("add `needs = [\"links\"]` to the rule: plain text has no link targets".into());
            self.error_with_help(place.span(), "a rule that looks at links says so", help);
        }
        let defects = defects.iter().filter_map(|defect| self.defect(defect, value)).collect();
        Some(Kind::Value(ValueCheck { value, defects }))
    }

    fn defect(&mut self, defect: &Text, value: ValueKind) -> Option<String> {
        let names: Vec<(&str, ())> = value.defects().iter().map(|name| (*name, ())).collect();
        self.choice(defect, "defect of this value", &names).map(|()| defect.get_ref().clone())
    }

    fn subject(&mut self, file: &SubjectFile) -> Option<Subject> {
        let actions = Action::ALL.map(|action| (action.name(), action));
        let actions = file.actions.iter().map(|action| self.choice(action, "action", &actions)).collect::<Option<_>>();
        let terms = self.lexicon.ontology.iter().map(|(id, term)| (term.id.clone(), id)).collect::<Vec<_>>();
        let terms = terms.iter().map(|(name, id)| (name.as_str(), *id)).collect::<Vec<_>>();
        let object = self.choice(&file.object, "term", &terms);
        Some(Subject {
            actions: actions?,
            object: object?,
            positive_label: self.prose(&file.positive_label),
            negative_label: self.prose(&file.negative_label),
        })
    }
}
