//! Rules on values, and on promises of values.

use std::ops::Range;

use super::Checker;
use crate::ruleset::definition::{
    Kind, Landmark, Need, Promise, PromiseCheck, Promised, ValueCheck, ValueKind, Within,
};
use crate::ruleset::schema::{LandmarkFile, PromiseFile, RuleFile, Text};

impl Checker<'_> {
    pub(super) fn value(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let (Some(value), Some(defects)) = (&file.value, &file.defects) else {
            return self.lacking(place, "value", "value` and `defects");
        };
        let value = self.choice(value, "kind of value", &ValueKind::NAMES)?;
        self.links_declared(defects.iter().find(|defect| ValueKind::reads_links(defect.get_ref())), needs);
        let needed = |defect: &str| defects.iter().find(|named| named.get_ref() == defect).map(Text::span);
        let listed = file.listed.as_deref().unwrap_or_default();
        if let Some(place) = needed("listed").filter(|_| listed.is_empty()) {
            self.error(place, "the defect `listed` needs the list: `listed = [\"…\"]`");
        }
        let months = file.months.as_ref().map(|months| *months.get_ref());
        if let Some(place) = needed("old").filter(|_| months.is_none()) {
            self.error(place, "the defect `old` needs to know from when on: `months = 12`");
        }
        let landmarks: Vec<Landmark> =
            file.landmark.iter().flatten().filter_map(|landmark| self.landmark(landmark, needs)).collect();
        if let Some(place) = needed("anachronism").filter(|_| landmarks.is_empty()) {
            self.error(place, "the defect `anachronism` needs to know what came when: `[[landmark]]`");
        }
        Some(Kind::Value(ValueCheck {
            value,
            defects: defects.iter().filter_map(|defect| self.defect(defect, value)).collect(),
            find: self.patterns(file.find.as_deref().unwrap_or_default(), needs),
            others: self.patterns(file.others.as_deref().unwrap_or_default(), needs),
            listed: listed.iter().map(|entry| entry.get_ref().to_lowercase()).collect(),
            spared: self.numbers(file.spared.as_deref(), false),
            shapes: self.numbers(file.shapes.as_deref(), true),
            months,
            shortfall: self.shortfall(file),
            landmarks,
        }))
    }

    fn landmark(&mut self, file: &LandmarkFile, needs: &[Need]) -> Option<Landmark> {
        let since = self.date(&file.since)?;
        Some(Landmark { label: file.label.clone(), since, find: self.patterns(&file.find, needs) })
    }

    /// Telephone numbers with `x` for any digit, those from anywhere with a `+`.
    fn numbers(&mut self, texts: Option<&[Text]>, worldwide: bool) -> Vec<String> {
        for text in texts.unwrap_or_default() {
            let digits = text.get_ref().strip_prefix('+');
            let sound = |digits: &str| digits.bytes().all(|byte| byte == b'x' || byte.is_ascii_digit());
            if digits.is_some() != worldwide || !sound(digits.unwrap_or(text.get_ref())) {
                let with = if worldwide { "a `+`, then " } else { "" };
                self.error(text.span(), format!("a number is written as {with}digits, with `x` for any digit"));
            }
        }
        texts.unwrap_or_default().iter().map(|text| text.get_ref().clone()).collect()
    }

    fn defect(&mut self, defect: &Text, value: ValueKind) -> Option<String> {
        let names: Vec<(&str, ())> = value.defects().iter().map(|name| (*name, ())).collect();
        self.choice(defect, "defect of this value", &names).map(|()| defect.get_ref().clone())
    }

    fn links_declared(&mut self, place: Option<&Text>, needs: &[Need]) {
        if let Some(place) = place.filter(|_| !needs.contains(&Need::Links)) {
            let help = Some("add `needs = [\"links\"]` to the rule: plain text has no link targets".into());
            self.error_with_help(place.span(), "a rule that looks at links says so", help);
        }
    }

    pub(super) fn promised(&mut self, file: &RuleFile, place: Range<usize>, needs: &[Need]) -> Option<Kind> {
        let Some(promises) = file.promise.as_deref().filter(|promises| !promises.is_empty()) else {
            return self.lacking(place, "promise", "[[promise]]");
        };
        let elsewhere = file.elsewhere.as_ref().map(|elsewhere| self.graded_wording(elsewhere));
        Some(Kind::Promise(PromiseCheck {
            promises: promises.iter().map(|promise| self.promise(promise, needs)).collect(),
            others: self.patterns(file.others.as_deref().unwrap_or_default(), needs),
            elsewhere,
        }))
    }

    fn promise(&mut self, file: &PromiseFile, needs: &[Need]) -> Promise {
        self.links_declared(file.values.iter().find(|value| value.get_ref() == "link"), needs);
        let within = file.within.as_ref().and_then(|within| self.choice(within, "place", &Within::NAMES));
        Promise {
            find: self.patterns(&file.find, needs),
            values: self.choices(Some(&file.values), "kind of value", &Promised::NAMES),
            within: within.unwrap_or_default(),
            kept: self.patterns(&file.kept, needs),
        }
    }
}
