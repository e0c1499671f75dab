//! Lexicon files: word classes, audiences, document types.

use super::Checker;
use crate::lexicon::{DocumentType, LegalForm, ValueClass};
use crate::ruleset::schema::LexiconFile;
use crate::text::closest;

impl Checker<'_> {
    /// First pass: makes irregular forms and class names known, so that files may refer to each other in any order.
    pub(in crate::ruleset) fn declare_lexicon(&mut self, file: &LexiconFile) {
        self.lexicon.vocabulary.add_irregular(&file.irregular);
        for name in file.class.keys() {
            self.lexicon.vocabulary.declare_class(name.get_ref());
        }
        self.declare_audiences(file);
        for document in &file.document {
            let id = document.id.get_ref();
            let types = &mut self.lexicon.document_types;
            let at = types.iter().position(|known| known.is_called(id)).unwrap_or_else(|| {
                types.push(DocumentType::named(id));
                types.len() - 1
            });
            types[at].aliases.extend(document.aliases.iter().cloned());
        }
        self.lexicon.legal_forms.extend(file.legal_form.iter().cloned().map(|form| LegalForm {
            name: form.name,
            place: form.place,
            spellings: form.spellings,
            capitals: form.capitals,
        }));
        for source in &file.source {
            self.source(source);
        }
    }

    /// Second pass: gives the classes their own members.
    pub(in crate::ruleset) fn fill_classes(&mut self, file: &LexiconFile) {
        for (name, class) in &file.class {
            if ValueClass::named(name.get_ref()).is_some() {
                self.error(
                    name.span(),
                    format!("`{}` stands for values found in the text, not for words", name.get_ref()),
                );
            }
            let id = self.lexicon.vocabulary.declare_class(name.get_ref());
            self.lexicon.vocabulary.add_members(id, class);
            if class.is_empty() {
                self.error(name.span(), format!("the word class `{}` has no member", name.get_ref()));
            }
        }
    }

    /// Third pass: gives classes the members of those they hold, `depth` times for classes that hold classes.
    pub(in crate::ruleset) fn include_classes(&mut self, file: &LexiconFile, report: bool) {
        for (name, class) in &file.class {
            let outer = self.lexicon.vocabulary.declare_class(name.get_ref());
            for inner in &class.classes {
                match self.lexicon.vocabulary.class(inner.get_ref()) {
                    Some(inner) => self.lexicon.vocabulary.include_class(outer, inner),
                    None if report => {
                        let help = closest(inner.get_ref(), self.lexicon.vocabulary.class_names())
                            .map(|name| format!("did you mean `{name}`?"));
                        let message = format!("there is no word class `{}`", inner.get_ref());
                        self.error_with_help(inner.span(), message, help);
                    }
                    None => {}
                }
            }
        }
    }

    /// Last pass: compiles the phrases of audiences and document types.
    pub(in crate::ruleset) fn fill_audiences(&mut self, file: &LexiconFile) {
        self.fill_addressing(file);
        for document in &file.document {
            let (titles, openings) = (self.lexicon_phrases(&document.titles), self.lexicon_phrases(&document.openings));
            let types = &mut self.lexicon.document_types;
            if let Some(entry) = types.iter_mut().find(|entry| entry.is_called(document.id.get_ref())) {
                entry.titles.extend(titles);
                entry.openings.extend(openings);
            }
        }
    }
}
