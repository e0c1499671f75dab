//! Patterns: phrases, where they are looked for, what a match means.

use super::Checker;
use crate::ruleset::definition::{LiteralRegex, Need, Pattern, Scope, Search, Toward, UnitKind, Wording};
use crate::ruleset::literals::required;
use crate::ruleset::schema::{PatternFile, RegexFile, Text};

const UNITS: [(&str, UnitKind); 3] =
    [("sentence", UnitKind::Sentence), ("item", UnitKind::Item), ("cell", UnitKind::Cell)];

/// What a pattern reads beside words, and what to tell a rule that doesn't say so.
pub(super) struct Reading {
    pub(super) need: Need,
    pub(super) says: &'static str,
    pub(super) help: &'static str,
}

const TABLES: Reading = Reading {
    need: Need::Tables,
    says: "a rule that looks at tables says so",
    help: "add `needs = [\"tables\"]` to the rule: plain text has tables only by guess",
};
const HEADINGS: Reading = Reading {
    need: Need::Headings,
    says: "a rule that looks at headings says so",
    help: "add `needs = [\"headings\"]` to the rule: plain text has headings only by guess",
};
const LINKS: Reading = Reading {
    need: Need::Links,
    says: "a rule that looks at links says so",
    help: "add `needs = [\"links\"]` to the rule: plain text has no link targets",
};

/// What a pattern reads beside words, each with the place that shows it.
pub(super) fn reads(file: &PatternFile) -> Vec<(&Text, Reading)> {
    let cell = file.unit.iter().find(|unit| unit.get_ref() == "cell");
    let heading = file.section.first().or(file.not_section.first());
    let target = file.regex.first().filter(|_| file.targets).map(|regex| &regex.pattern);
    [cell.zip(Some(TABLES)), heading.zip(Some(HEADINGS)), target.zip(Some(LINKS))].into_iter().flatten().collect()
}

impl Checker<'_> {
    /// Checks patterns of a rule that declares `needs`.
    pub(super) fn patterns(&mut self, files: &[PatternFile], needs: &[Need]) -> Vec<Pattern> {
        files.iter().map(|file| self.pattern(file, needs)).collect()
    }

    fn pattern(&mut self, file: &PatternFile, needs: &[Need]) -> Pattern {
        if let Some(like) = &file.like {
            self.error(like.span(), "only `[[when]]` and `[[unless]]` are like a condition of a pack");
        }
        if let Some(named) = file.kinds.first().or(file.except.first()) {
            self.error(named.span(), "only `[[law.unless]]` says of which rules it is a condition");
        }
        let words = [&file.any, &file.all, &file.section, &file.near, &file.lead_in, &file.audience, &file.unit];
        if words.iter().all(|list| list.is_empty()) && file.regex.is_empty() && file.like.is_none() {
            let place = file.none.first().or(file.not_section.first()).map_or(0..0, toml::Spanned::span);
            let help = "give it `any`, `all` or `regex`, or say where all sentences count: `section`, `near`, `lead-in`, `unit`, `audience`";
            self.error_with_help(place, "a pattern that looks for nothing", Some(help.into()));
        }
        for (place, reading) in reads(file).into_iter().filter(|(_, reading)| !needs.contains(&reading.need)) {
            self.error_with_help(place.span(), reading.says, Some(reading.help.into()));
        }
        let scope = file.scope.as_ref().and_then(|scope| {
            let names = [("sentence", Scope::Sentence), ("section", Scope::Section), ("document", Scope::Document)];
            self.choice(scope, "scope", &names)
        });
        let toward = file.toward.as_ref();
        let toward = toward
            .and_then(|toward| self.choice(toward, "direction", &[("above", Toward::Above), ("below", Toward::Below)]));
        let audience = self.audience_ids(&file.audience);
        let wording = file.message.as_ref().map(|message| Wording {
            message: self.prose(message),
            label: file.label.as_ref().map_or_else(String::new, |label| self.prose(label)),
            help: file.help.as_ref().map(|help| self.prose(help)),
        });
        let search = Search {
            any: self.phrases(&file.any),
            all: self.phrases(&file.all),
            none: self.phrases(&file.none),
            near: self.phrases(&file.near),
            section: self.phrases(&file.section),
            not_section: self.phrases(&file.not_section),
            units: self.choices(Some(&file.unit), "kind of unit", &UNITS),
            lead_in: self.phrases(&file.lead_in),
            regex: file.regex.iter().filter_map(|regex| self.regex(regex)).collect(),
            scope: scope.unwrap_or_default(),
            headings: file.headings,
            furniture: file.furniture,
            targets: file.targets,
            unbroken: file.unbroken,
        };
        Pattern {
            search: self.interner.search(search),
            audience,
            force: self.force(file.since.as_ref(), file.until.as_ref()),
            fallback: file.fallback,
            severity: file.severity,
            stance: file.stance.as_ref().map(|stance| stance.get_ref().clone()),
            lacks: file.lacks.clone(),
            toward,
            wording,
        }
    }

    fn regex(&mut self, file: &RegexFile) -> Option<LiteralRegex> {
        if file.literal.get_ref().trim().is_empty() {
            self.error(file.literal.span(), "a regular expression needs a literal that stands wherever it matches");
            return None;
        }
        let pattern = self.with_classes(&file.pattern)?;
        if let Err(error) = regex::Regex::new(&pattern) {
            let reason = error.to_string().lines().last().unwrap_or_default().trim().to_owned();
            self.error(file.pattern.span(), format!("this regular expression does not compile: {reason}"));
            return None;
        }
        let required = required(&pattern);
        Some(LiteralRegex {
            pattern,
            literal: file.literal.get_ref().to_lowercase(),
            required,
            ready: Default::default(),
        })
    }

    /// A regular expression with the members of a word class for each `{class}` in it; repetitions have digits in their braces.
    fn with_classes(&mut self, pattern: &Text) -> Option<String> {
        let (mut written, mut rest) = (String::new(), pattern.get_ref().as_str());
        while let Some((before, inner)) = rest.split_once('{') {
            written.push_str(before);
            let name = inner.split('}').next().unwrap_or_default();
            let is_name = name.len() > 1
                && name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                && !before.ends_with(['\\', 'p', 'P', 'x', 'u']);
            if !is_name || inner.len() == name.len() {
                written.push('{');
                rest = inner;
                continue;
            }
            let Some(class) = self.lexicon.vocabulary.class(name) else {
                self.error(pattern.span(), format!("there is no word class `{name}`"));
                return None;
            };
            let forms = self.lexicon.vocabulary.forms_of(class);
            let forms: Vec<String> = forms.iter().map(|form| regex::escape(form)).collect();
            written.push_str(&format!("(?:{})", forms.join("|")));
            rest = &inner[name.len() + 1..];
        }
        written.push_str(rest);
        Some(written)
    }
}
