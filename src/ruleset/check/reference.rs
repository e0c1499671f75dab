//! Rules about what is pointed to, and about how the text is built.

use std::ops::Range;

use super::Checker;
use crate::ruleset::definition::{Need, Part, Quantity, Reference, Referent, Structure, Topic, Yardstick};
use crate::ruleset::schema::{MeasureFile, RuleFile, Text, TopicFile};

impl Checker<'_> {
    pub(super) fn reference(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Reference> {
        let Some(name) = &file.reference else { return self.lacking(place, "reference", "reference") };
        let to = self.choice(name, "thing to point to", &Referent::ALL)?;
        let find = file.find.as_deref().unwrap_or_default();
        if find.is_empty() && to.is_found_by_words() {
            return self.lacking(name.span(), "reference", "[[find]]");
        }
        if !find.is_empty() && !to.is_found_by_words() {
            self.error(name.span(), "no words point to this; take `[[find]]` out");
        }
        if to.reads_links() && !needs.contains(&Need::Links) {
            let help = Some("add `needs = [\"links\"]` to the rule: plain text has no link targets".into());
            self.error_with_help(name.span(), "a rule that looks at links says so", help);
        }
        Some(Reference {
            to,
            defects: self.defects(file, to.defects()),
            find: self.patterns(find, needs),
            there: self.patterns(file.there.as_deref().unwrap_or_default(), needs),
            others: self.patterns(file.others.as_deref().unwrap_or_default(), needs),
        })
    }

    pub(super) fn structure(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Structure> {
        let Some(name) = &file.structure else { return self.lacking(place, "structure", "structure") };
        let part = self.choice(name, "part of a text", &Part::ALL)?;
        let (find, topics) = (file.find.as_deref().unwrap_or_default(), file.topic.as_deref().unwrap_or_default());
        match part {
            Part::Topic | Part::RepeatedTopic | Part::StrayTopic | Part::ClosedList if topics.is_empty() => {
                return self.lacking(name.span(), "structure", "[[topic]]");
            }
            Part::Edge | Part::Count | Part::ClosedList | Part::Title if find.is_empty() => {
                return self.lacking(name.span(), "structure", "[[find]]");
            }
            Part::Measure if file.measure.is_none() => return self.lacking(name.span(), "structure", "[measure]"),
            Part::Topic | Part::RepeatedTopic | Part::StrayTopic | Part::ClosedList => {}
            Part::Edge | Part::Count | Part::Title => {}
            Part::Table if file.defects.is_some() => {
                let named = file.defects.iter().flatten().any(|defect| defect.get_ref() == "empty-cell");
                if named && find.is_empty() {
                    return self.lacking(name.span(), "structure", "[[find]]");
                }
            }
            _ if !find.is_empty() => self.error(name.span(), "this part of a text has no words; take `[[find]]` out"),
            _ if !part.defects().is_empty() && file.defects.is_none() => {
                return self.lacking(name.span(), "structure", "defects");
            }
            _ => {}
        }
        Some(Structure {
            part,
            defects: self.defects(file, part.defects()),
            find: self.patterns(find, needs),
            topics: topics.iter().map(|topic| self.topic(topic)).collect(),
            measure: file.measure.as_ref().and_then(|measure| self.yardstick(measure, needs)),
        })
    }

    fn yardstick(&mut self, file: &MeasureFile, needs: &[Need]) -> Option<Yardstick> {
        let MeasureFile { of, over, up_to } = file;
        let names = Quantity::ALL.map(|(name, quantity, need)| (name, (quantity, need)));
        let (quantity, need) = self.choice(of, "thing to measure", &names)?;
        self.needed(of, need, needs);
        if up_to.is_some_and(|most| most <= *over) {
            self.error(of.span(), "nothing is over `over` and within `up-to`");
        }
        Some(Yardstick { of: quantity, over: *over, up_to: *up_to })
    }

    fn topic(&mut self, file: &TopicFile) -> Topic {
        Topic {
            label: file.label.clone(),
            heading: self.phrases(&file.heading),
            body: self.phrases(&file.body),
            none: self.phrases(&file.none),
        }
    }

    fn defects(&mut self, file: &RuleFile, known: &[&str]) -> Vec<String> {
        let names: Vec<(&str, ())> = known.iter().map(|name| (*name, ())).collect();
        let chosen: &[Text] = file.defects.as_deref().unwrap_or_default();
        let valid = |defect: &&Text| self.choice(defect, "such defect", &names).is_some();
        chosen.iter().filter(valid).map(|defect| defect.get_ref().clone()).collect()
    }
}
