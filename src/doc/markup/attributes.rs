//! The attributes of one tag that a reader looks at.

use crate::text::TextRange;

/// Declares the attributes that are kept: variant, name as bytes.
macro_rules! attributes {
    ($($variant:ident $name:literal)*) => {
        /// An attribute that is looked at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Attribute { $(#[doc = stringify!($variant)] $variant,)* }

        impl Attribute {
            /// The attribute of a lower-case name.
            pub(crate) fn from_name(name: &[u8]) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

attributes! {
    Alt b"alt"
    AriaControls b"aria-controls"
    AriaExpanded b"aria-expanded"
    AriaHidden b"aria-hidden"
    AriaLabel b"aria-label"
    AriaLevel b"aria-level"
    Cite b"cite"
    Class b"class"
    Colspan b"colspan"
    Content b"content"
    DataTarget b"data-target"
    DataBsTarget b"data-bs-target"
    DataBsToggle b"data-bs-toggle"
    DataToggle b"data-toggle"
    Datetime b"datetime"
    Hidden b"hidden"
    Href b"href"
    Id b"id"
    Lang b"lang"
    Markdown b"markdown"
    Name b"name"
    Onclick b"onclick"
    Open b"open"
    Property b"property"
    Rel b"rel"
    Reversed b"reversed"
    Role b"role"
    Rowspan b"rowspan"
    Start b"start"
    Style b"style"
    Title b"title"
    Type b"type"
    Value b"value"
}

/// The attributes of one tag. Kept and refilled from tag to tag, so that few allocations are made.
#[derive(Debug, Default)]
pub(crate) struct Attributes {
    entries: Vec<Entry>,
    values: Vec<u8>,
}

#[derive(Debug)]
struct Entry {
    attribute: Attribute,
    value: std::ops::Range<usize>,
    source: TextRange,
}

impl Attributes {
    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.values.clear();
    }

    /// Adds an attribute whose decoded value is `value` and whose written value stands at `source`. The first of a name
    /// counts (HTML, "attribute name state").
    pub(crate) fn push(&mut self, attribute: Attribute, value: &[u8], source: TextRange) {
        if self.entries.iter().any(|entry| entry.attribute == attribute) {
            return;
        }
        let start = self.values.len();
        self.values.extend_from_slice(value);
        self.entries.push(Entry { attribute, value: start..self.values.len(), source });
    }

    /// The value of an attribute, decoded; `None` where the tag has no such attribute.
    pub(crate) fn get(&self, attribute: Attribute) -> Option<&str> {
        let entry = self.entries.iter().find(|entry| entry.attribute == attribute)?;
        Some(std::str::from_utf8(&self.values[entry.value.clone()]).unwrap_or_default())
    }

    /// An attribute that is not empty: its value, white space around it dropped, and where it stands.
    pub(crate) fn located(&self, attribute: Attribute) -> Option<(&str, TextRange)> {
        let source = self.entries.iter().find(|entry| entry.attribute == attribute)?.source;
        let value = self.get(attribute)?.trim();
        (!value.is_empty()).then_some((value, source))
    }

    /// Whether the value of an attribute is `word`, in any case.
    pub(crate) fn is(&self, attribute: Attribute, word: &str) -> bool {
        self.get(attribute).is_some_and(|value| value.trim().eq_ignore_ascii_case(word))
    }

    /// The value of an attribute as a number.
    pub(crate) fn number(&self, attribute: Attribute) -> Option<i64> {
        self.get(attribute)?.trim().parse().ok()
    }

    /// Whether the tag has the attribute at all.
    pub(crate) fn has(&self, attribute: Attribute) -> bool {
        self.get(attribute).is_some()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
