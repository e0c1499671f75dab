//! One rule: what every kind has in common.

use super::{Checker, Conditions};
use crate::lexicon::{Later, Lexicon};
use crate::report::{Citation, Confidence, Persona, RuleId, Severity};
use crate::ruleset::definition::{Example, ExampleFormat, Explanation, Need, Pack, Reporting, Rule, Wording};
use crate::ruleset::schema::{ExampleFile, RuleFile, Text};

pub(super) const NEEDS: [(&str, Need); 5] = [
    ("links", Need::Links),
    ("headings", Need::Headings),
    ("images", Need::Images),
    ("attributes", Need::Attributes),
    ("tables", Need::Tables),
];

const FORMATS: [(&str, ExampleFormat); 3] =
    [("markdown", ExampleFormat::Markdown), ("html", ExampleFormat::Html), ("plain", ExampleFormat::Plain)];

impl Checker<'_> {
    /// Checks a rule, inheritance already done; `None` where a mistake leaves nothing to run.
    pub(in crate::ruleset) fn rule(&mut self, file: &RuleFile, pack: &Pack, conditions: &Conditions) -> Option<Rule> {
        let id = self.id(file)?;
        let place = file.id.as_ref().map_or(0..0, Text::span);
        let missing = [
            ("title", file.title.is_none()),
            ("kind", file.kind.is_none()),
            ("severity", file.severity.is_none()),
            ("message", file.message.is_none()),
            ("about", file.about.is_none()),
            ("citation", file.citation.is_none()),
            ("help", file.help.is_none()),
        ];
        for (field, _) in missing.iter().filter(|(_, missing)| *missing) {
            self.error(place.clone(), format!("the rule `{id}` lacks `{field}`"));
        }
        let needs: Vec<Need> = self.choices(file.needs.as_deref(), "need", &NEEDS);
        let formats = self.choices(file.formats.as_deref(), "format", &FORMATS);
        if let Some(first) = file.formats.as_ref().and_then(|formats| formats.first())
            && needs.is_empty()
        {
            let help = Some("add `needs` to the rule: what reads no markup holds in every format".into());
            self.error_with_help(first.span(), "a rule for some formats says what it needs of them", help);
        }
        let kind = self.kind(file, file.kind.as_ref()?, &needs)?;
        let documents = self.lexicon.document_names();
        let names = |list: &Option<Vec<Text>>| list.clone().unwrap_or_default();
        let mut documents: Vec<String> =
            names(&file.documents).iter().filter_map(|name| self.declared(name, "document type", &documents)).collect();
        let law = file.law.clone().or_else(|| pack.law.as_ref().map(|_| pack.id.clone()));
        // A supplement, a cookie notice or terms of use lack nothing that belongs into the main policy.
        if file.documents.is_none() && law.is_some() && kind.is_requirement() {
            documents.push(Lexicon::POLICY.to_owned());
        }
        let documents = documents.iter().map(|name| self.lexicon.document_type(name).to_owned()).collect();
        let audiences = self.audience_ids(file.audiences.as_deref().unwrap_or_default());
        let wording = Wording {
            message: self.prose(file.message.as_ref()?),
            label: file.label.as_ref().map_or_else(String::new, |label| self.prose(label)),
            help: file.help.as_ref().map(|help| self.prose(help)),
        };
        let languages = match &file.languages {
            Some(languages) => languages.iter().filter_map(|language| self.language(language)).collect(),
            None if kind.holds_in_any_language() => vec![Rule::ANY_LANGUAGE.to_owned()],
            None => vec!["en".to_owned()],
        };
        let report = file.report.as_ref().and_then(|report| {
            self.choice(
                report,
                "way of reporting",
                &[("diagnostic", Reporting::Diagnostic), ("coverage", Reporting::Coverage)],
            )
        });
        let verified = file.citation.as_ref().is_none_or(|citation| citation.verified);
        let confidence = file.confidence.unwrap_or(Confidence::High);
        let explanation = Explanation {
            about: file.about.clone()?,
            model_clause: file.model_clause.clone(),
            pass: self.examples(&file.pass),
            fail: self.examples(&file.fail),
        };
        let mut unless = self.conditions(file.unless.as_deref(), &needs, &pack.id, conditions);
        let excuses = pack.law.iter().flat_map(|law| &law.unless);
        let excuses = excuses.filter(|excuse| excuse.covers(&id.0, kind.name()));
        unless.extend(excuses.map(|excuse| excuse.pattern.clone()));
        Some(Rule {
            like: file.like.as_ref().map(|like| like.get_ref().clone()),
            aliases: file.aliases.clone().unwrap_or_default(),
            cause: file.cause.as_ref().and_then(|cause| self.cause(cause)),
            title: file.title.clone()?,
            kind: Later::from(kind),
            law,
            severity: file.severity.unwrap_or(Severity::Warning),
            // A provision known only from memory caps the confidence (design §7.6).
            confidence: if verified { confidence } else { confidence.min(Confidence::Medium) },
            persona: file.persona.unwrap_or(Persona::Default),
            report: report.unwrap_or(Reporting::Diagnostic),
            // What brings a law in is decided by text, law by law.
            enabled: file.enabled.unwrap_or(pack.enabled || pack.law.is_some()),
            since: file.since.as_ref().and_then(|date| self.date(date)),
            until: file.until.as_ref().and_then(|date| self.date(date)),
            documents,
            audiences,
            lawless: file.lawless.unwrap_or_default(),
            wording,
            note: file.note.as_ref().map(|note| self.prose(note)),
            citation: file.citation.as_ref().map(|citation| Citation {
                text: citation.text.clone(),
                url: citation.url.clone().or_else(|| self.sources.url(&citation.text)),
            }),
            verified,
            belongs: self.phrases(file.belongs.as_deref().unwrap_or_default()),
            when: self.conditions(file.when.as_deref(), &needs, &pack.id, conditions),
            unless,
            languages,
            explanation: Later::from(explanation),
            path: self.file.name().to_owned(),
            needs,
            formats,
            id,
        })
    }

    fn id(&mut self, file: &RuleFile) -> Option<RuleId> {
        let Some(id) = &file.id else {
            self.error(0..0, "a rule has an `id`, such as `ccpa/right-to-delete`");
            return None;
        };
        let well_formed = id.get_ref().split_once('/').is_some_and(|(law, what)| is_name(law) && is_name(what));
        if !well_formed {
            self.error(id.span(), "a rule's id is a law or family, a slash and a name: `ccpa/right-to-delete`");
            return None;
        }
        Some(RuleId(id.get_ref().clone()))
    }

    /// A language without region and script: rules are written for languages.
    fn language(&mut self, language: &Text) -> Option<String> {
        let tag = language.get_ref();
        if tag == Rule::ANY_LANGUAGE
            || (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return Some(tag.clone());
        }
        self.error(language.span(), "a language is a tag of two or three small letters, such as `de`, or `any`");
        None
    }

    fn cause(&mut self, cause: &Text) -> Option<String> {
        if is_name(cause.get_ref()) {
            return Some(cause.get_ref().clone());
        }
        self.error(cause.span(), "a cause is a name of small letters, digits and hyphens: `effective-date`");
        None
    }

    pub(super) fn choices<T: Copy>(&mut self, values: Option<&[Text]>, what: &str, names: &[(&str, T)]) -> Vec<T> {
        values.unwrap_or_default().iter().filter_map(|value| self.choice(value, what, names)).collect()
    }

    /// Words that people read: no full stop at the end, no heavy hedging.
    pub(super) fn prose(&mut self, text: &Text) -> String {
        let words = text.get_ref().trim();
        if words.ends_with('.') && !words.ends_with("..") {
            self.error(text.span(), "messages end without a full stop");
        }
        if words.contains("may be non-compliant") {
            self.error(text.span(), "say what is wrong, not that something may be");
        }
        words.to_owned()
    }

    fn examples(&mut self, files: &[ExampleFile]) -> Vec<Example> {
        files.iter().map(|file| self.example(file)).collect()
    }

    fn example(&mut self, file: &ExampleFile) -> Example {
        let format = file.format.as_ref().and_then(|format| self.choice(format, "format", &FORMATS));
        let span = file.text.span();
        Example {
            text: file.text.get_ref().clone(),
            times: file.times.unwrap_or(1),
            excerpt: file.excerpt.as_ref().map(|excerpt| excerpt.get_ref().clone()),
            says: file.says.clone(),
            format: format.unwrap_or_default(),
            files: file.files.clone(),
            document_type: file.document_type.as_ref().map(|name| self.lexicon.document_type(name).to_owned()),
            today: file.today.as_ref().and_then(|today| self.date(today)),
            path: file.path.clone(),
            beside: file.beside.iter().map(|(path, text)| (path.clone(), text.clone())).collect(),
            place: (span.start, span.end),
        }
    }
}

fn is_name(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
