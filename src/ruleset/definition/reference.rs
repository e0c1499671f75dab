//! What is pointed to, and how the text is built.

use serde::{Deserialize, Serialize};

use super::{Pattern, PhraseId, Yardstick};

/// Something that is pointed to must be there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reference {
    /// What is pointed to.
    pub to: Referent,
    /// Which defects of such a pointer this rule tells of; all, where it names none.
    pub defects: Vec<String>,
    /// What points, where words do.
    pub find: Vec<Pattern>,
    /// What shows that it is there, wherever in the source it stands.
    pub there: Vec<Pattern>,
    /// What shows that a numbered section is one of another text.
    pub others: Vec<Pattern>,
}

/// What can be pointed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Referent {
    /// A section, by its title or number.
    Section,
    /// A place in the same page, by a link.
    Fragment,
    /// Another page, by words that are meant to be a link.
    Link,
    /// The target of a link.
    Target,
    /// A table, chart or picture above or below.
    Exhibit,
    /// A list that the words introduce.
    List,
    /// A form to fill in.
    Form,
    /// An annex, by its letter or number.
    Annex,
    /// Another document of the same company, by its name.
    Document,
    /// A note, by its mark.
    Footnote,
    /// A file beside this one, by a relative link.
    File,
    /// Another page, by a link whose words say where it leads.
    Wording,
    /// The sections of a text, by its table of contents.
    Contents,
}

impl Referent {
    /// All of them, by their names in rule files.
    pub const ALL: [(&'static str, Self); 13] = [
        ("section", Self::Section),
        ("fragment", Self::Fragment),
        ("link", Self::Link),
        ("target", Self::Target),
        ("exhibit", Self::Exhibit),
        ("list", Self::List),
        ("form", Self::Form),
        ("annex", Self::Annex),
        ("document", Self::Document),
        ("footnote", Self::Footnote),
        ("file", Self::File),
        ("wording", Self::Wording),
        ("contents", Self::Contents),
    ];

    /// Whether a rule says by patterns which words point.
    pub fn is_found_by_words(self) -> bool {
        matches!(
            self,
            Self::Link | Self::Wording | Self::Exhibit | Self::List | Self::Form | Self::Annex | Self::Document
        )
    }

    /// The defects that rules can choose from.
    pub fn defects(self) -> &'static [&'static str] {
        match self {
            Self::Section => &["title", "number", "renamed"],
            Self::Target => &["empty", "nowhere"],
            Self::Contents => &["missing", "order"],
            _ => &[],
        }
    }

    /// Whether it reads the targets of links.
    pub fn reads_links(self) -> bool {
        !matches!(self, Self::Section | Self::Exhibit | Self::List | Self::Form | Self::Annex | Self::Footnote)
    }
}

/// The text must be built in a certain way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Structure {
    /// Which part of the building is looked at.
    pub part: Part,
    /// Which defects of it this rule tells of.
    pub defects: Vec<String>,
    /// Words that it looks at, where it looks at words.
    pub find: Vec<Pattern>,
    /// Headings and what their sections must speak of.
    pub topics: Vec<Topic>,
    /// What is measured, where something is.
    pub measure: Option<Yardstick>,
}

/// A part of how a text is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Letters and numbers of items, headings and rows.
    Enumeration,
    /// A heading and what stands under it.
    Section,
    /// The levels of headings.
    Headings,
    /// Whether a section speaks of what its heading promises.
    Topic,
    /// Two sections on one topic.
    RepeatedTopic,
    /// A passage on what the rest of the text knows nothing of.
    StrayTopic,
    /// A list that says it is complete.
    ClosedList,
    /// A list and the number that announces it.
    Count,
    /// What stands before the title and after the last section.
    Edge,
    /// Running text.
    Paragraph,
    /// Rows and cells.
    Table,
    /// Pictures.
    Image,
    /// The language that the page declares.
    Language,
    /// The title of the text.
    Title,
    /// Anything that can be measured.
    Measure,
}

impl Part {
    /// All of them, by their names in rule files.
    pub const ALL: [(&'static str, Self); 15] = [
        ("enumeration", Self::Enumeration),
        ("section", Self::Section),
        ("headings", Self::Headings),
        ("topic", Self::Topic),
        ("repeated-topic", Self::RepeatedTopic),
        ("stray-topic", Self::StrayTopic),
        ("closed-list", Self::ClosedList),
        ("count", Self::Count),
        ("edge", Self::Edge),
        ("paragraph", Self::Paragraph),
        ("table", Self::Table),
        ("image", Self::Image),
        ("language", Self::Language),
        ("title", Self::Title),
        ("measure", Self::Measure),
    ];

    /// The defects that rules can choose from.
    pub fn defects(self) -> &'static [&'static str] {
        match self {
            Self::Enumeration => &["gap", "repeated", "stops", "open-end"],
            Self::Section => &["empty"],
            Self::Headings => &["skips-level", "several-tops"],
            Self::Table => &["uneven", "headless", "empty-cell"],
            Self::Language => &["missing", "other"],
            Self::Paragraph => &["several-topics"],
            Self::Topic
            | Self::RepeatedTopic
            | Self::StrayTopic
            | Self::ClosedList
            | Self::Count
            | Self::Edge
            | Self::Image
            | Self::Title
            | Self::Measure => &[],
        }
    }
}

/// A topic, and the words that show it in different places.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Topic {
    /// What it is called in messages.
    pub label: String,
    /// One of these in a heading promises it, or names it elsewhere.
    pub heading: Vec<PhraseId>,
    /// One of these in its section keeps it; in a closed list, takes it in.
    pub body: Vec<PhraseId>,
    /// What only looks like it.
    pub none: Vec<PhraseId>,
}
