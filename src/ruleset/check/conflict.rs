//! Statements on one matter that must not differ: positions, things, what is compared.

use std::ops::Range;

use super::Checker;
use crate::ruleset::definition::{Apart, Compare, Conflict, Kind, Measure, Need, Position, Readers, Thing};
use crate::ruleset::schema::{CompareFile, PositionFile, RuleFile};

const MEASURES: [(&str, Measure); 3] =
    [("period", Measure::Period), ("number", Measure::Number), ("date", Measure::Date)];
const READERS: [(&str, Readers); 3] = [("same", Readers::Same), ("shared", Readers::Shared), ("all", Readers::All)];
const APART: [(&str, Apart); 3] = [("sentence", Apart::Sentence), ("block", Apart::Block), ("section", Apart::Section)];

const DOCUMENTS: [(&str, bool); 2] = [("same", false), ("all", true)];

impl Checker<'_> {
    pub(super) fn conflict(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let compare = file.compare.as_ref().map_or_else(Compare::default, |compare| self.compare(compare));
        let positions = file.position.as_deref().unwrap_or_default();
        let enough = if compare.value.is_some() { 1 } else { 2 };
        if positions.len() < enough {
            let message = "a rule of kind `conflict` needs two `[[position]]`s, or one and `compare.value`";
            self.error(place, message);
            return None;
        }
        let things = file.thing.iter().flatten();
        let things =
            things.map(|thing| Thing { label: self.prose(&thing.label), any: self.phrases(&thing.any) }).collect();
        let mut checked: Vec<Position> = Vec::with_capacity(positions.len());
        for position in positions {
            if checked.iter().any(|other| other.key == *position.key.get_ref()) {
                self.error(
                    position.key.span(),
                    format!("the position `{}` stands here already", position.key.get_ref()),
                );
            }
            checked.push(self.position(position, needs));
        }
        Some(Kind::Conflict(Conflict { compare, positions: checked, things }))
    }

    fn compare(&mut self, file: &CompareFile) -> Compare {
        let apart = file.apart.as_ref().and_then(|it| self.choice(it, "distance", &APART)).unwrap_or_default();
        if let Some(first) = file.turned_by.first().filter(|_| apart != Apart::Sentence) {
            self.error(first.span(), "`turned-by` is of use where sentences are apart: `apart = \"sentence\"`");
        }
        Compare {
            value: file.value.as_ref().and_then(|value| self.choice(value, "value to compare", &MEASURES)),
            readers: file
                .readers
                .as_ref()
                .and_then(|it| self.choice(it, "way to compare readers", &READERS))
                .unwrap_or_default(),
            apart,
            turned_by: self.phrases(&file.turned_by),
            all_documents: file
                .documents
                .as_ref()
                .and_then(|it| self.choice(it, "range of documents", &DOCUMENTS))
                .unwrap_or_default(),
            flat: file.flat,
            within: file.within,
            none: self.phrases(&file.none),
            ended_by: self.phrases(&file.ended_by),
        }
    }

    fn position(&mut self, file: &PositionFile, needs: &[Need]) -> Position {
        if file.says.is_empty() && file.like.is_none() {
            self.error(file.key.span(), "a position without `[[position.says]]` or `like` is never taken");
        }
        let says = self.patterns(&file.says, needs);
        Position {
            key: file.key.get_ref().clone(),
            label: self.prose(&file.label),
            like: file.like.as_ref().map(|like| like.get_ref().clone()),
            whole: file.whole,
            own: says.len(),
            says,
        }
    }
}
