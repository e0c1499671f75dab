//! What can be wrong with an address, or with the link under it.

use crate::text::{ProseRange, TextRange};

/// What is wrong with an address as it is written. An address has one: the one that tells most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// What is wrong.
    pub kind: DefectKind,
    /// The characters at fault, within the address.
    pub part: ProseRange,
    /// How to mend it, where that can be told.
    pub repair: Option<Repair>,
}

/// The kinds of defects, in the order in which one takes precedence over another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DefectKind {
    /// White space within the address.
    Space,
    /// It does not have the form of an address (RFC 5321, RFC 5322).
    Syntax(SyntaxError),
    /// It is a stand-in that was never replaced.
    Placeholder(Placeholder),
    /// The host is a well-known one, or its suffix is, misspelt.
    MisspeltHost {
        /// The host that was probably meant.
        suggestion: String,
    },
    /// The word behind it stands without a space, as the link on it tells.
    Glued {
        /// The word.
        word: String,
    },
    /// The host has no public suffix: `privacy@acme`.
    MissingSuffix,
    /// The host ends in something that the Public Suffix List does not know. The list ages with the program.
    UnknownSuffix {
        /// The last label of the host.
        suffix: String,
    },
}

/// In which way an address is malformed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxError {
    /// More than one `@`.
    SeveralAts,
    /// A dot where the `@` belongs, or no `@` at all.
    MissingAt,
    /// A comma or semicolon before the suffix.
    CommaForDot,
    /// Two dots in a row.
    DoubledDot,
    /// A dot at the start of the local part or of the host.
    LeadingDot,
    /// A dot at the end of the local part.
    TrailingDot,
    /// A hyphen at the start or at the end of a label of the host (RFC 1123 § 2.1).
    HyphenAtEdge,
    /// A character that may not stand where it stands.
    Character(char),
    /// Longer than 64 bytes before the `@`, 63 in a label, or 254 after the `@` (RFC 5321 § 4.5.3.1).
    TooLong,
}

/// What kind of stand-in an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// The host lies under `.example`, `.test`, `.invalid` or `.localhost`, which nobody can own (RFC 2606 § 2).
    ReservedSuffix,
    /// The host stands for "your domain here": `example.com` (RFC 2606 § 3), `yourdomain.com`.
    Host,
    /// The local part stands for "your name here": `your-name`.
    LocalPart,
}

/// Edits that mend an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What to replace with what, in order. White space in the prose may cover markup in the source: whoever applies
    /// an edit must see that the source text behind it is what the prose shows.
    pub edits: Vec<(ProseRange, String)>,
    /// Whether nothing else can have been meant.
    pub safe: bool,
}

/// What is wrong with the link under an address, or with a `mailto:` link on other words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetDefect {
    /// What is wrong.
    pub kind: TargetDefectKind,
    /// Where the target stands in the decoded text.
    pub part: TextRange,
}

/// The kinds of defects of a link target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetDefectKind {
    /// It leads to another address than the one shown.
    Differs {
        /// The address, or addresses separated by a comma, that it leads to.
        target: String,
    },
    /// The address in it has a defect of its own.
    Address {
        /// The address in the target.
        target: String,
        /// What is wrong with it.
        kind: DefectKind,
    },
    /// The scheme stands twice, or with slashes: `mailto:mailto:…`, `mailto://…`.
    MalformedScheme,
    /// An address without `mailto:`, or under another scheme: it opens as a page.
    NotMailto,
    /// `mailto:` without an address under words that show one.
    NoRecipient,
}

impl DefectKind {
    /// The name by which rules ask for it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Space => "space",
            Self::Syntax(_) => "syntax",
            Self::Placeholder(Placeholder::ReservedSuffix) => "reserved",
            Self::Placeholder(_) => "placeholder",
            Self::MisspeltHost { .. } => "typo",
            Self::Glued { .. } => "glued",
            Self::MissingSuffix => "missing-suffix",
            Self::UnknownSuffix { .. } => "unknown-suffix",
        }
    }

    /// Whether the end of the host is not known.
    pub(super) fn is_of_suffix(&self) -> bool {
        matches!(self, Self::MissingSuffix | Self::UnknownSuffix { .. })
    }

    /// Whether all that is wrong is that nobody can own the host, as in the examples of this project.
    pub fn is_reserved(&self) -> bool {
        *self == Self::Placeholder(Placeholder::ReservedSuffix)
    }
}

impl TargetDefectKind {
    /// The name by which rules ask for it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Differs { .. } => "mailto-mismatch",
            Self::Address { kind, .. } if kind.is_reserved() => kind.name(),
            Self::Address { .. } | Self::MalformedScheme | Self::NotMailto | Self::NoRecipient => "mailto-broken",
        }
    }
}
