//! Words, word classes and the phrases made of them. Loaded from packs and passed in; knows no law.

mod analysis;
mod audience;
mod bundle;
mod company;
mod inflect;
mod later;
mod numbers;
mod ontology;
mod phrase;
mod shelf;
mod short_keys;
mod states;
mod value;
mod vocabulary;
mod word_list;
mod wording;
mod words;

pub use analysis::{Analysis, Hit, Token};
pub use audience::{Addressing, Audience, AudienceId, AudienceSet, Audiences};
pub use bundle::{DocumentType, Lexicon};
pub use company::LegalForm;
pub use later::Later;
pub use ontology::{
    Action, ActionSet, Cue, CueSet, Meaning, Ontology, OntologyError, OntologyFile, Term, TermEntry, TermId, TermKind,
};
pub use phrase::{Atom, Matcher, Phrase, PhraseError, PhraseMatch};
pub use shelf::Shelf;
pub use states::{ends_state_name, is_state_code, state_name};
pub use value::ValueClass;
pub use vocabulary::{ClassEntry, ClassId, Vocabulary, WordId};
pub use wording::WordRun;
pub use words::{Punctuation, Word, each_word};
