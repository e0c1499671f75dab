//! What holds for the text at one point: the heading, list, table and quotation that it stands in.

/// Everything that the elements around a text say of it. Kept small: one is stored for every open element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// The element and class of the innermost block.
    pub(crate) style: u32,
    /// The level of the heading that the text is part of; 0 outside of one.
    pub(crate) heading: u8,
    /// How many lists are around.
    pub(crate) lists: u8,
    /// The innermost list.
    pub(crate) list: Option<u32>,
    /// The innermost item.
    pub(crate) item: Option<u32>,
    /// The innermost table.
    pub(crate) table: Option<u32>,
    /// The innermost cell.
    pub(crate) cell: Option<u32>,
    /// The innermost part of the page that may be furniture.
    pub(crate) zone: Option<u32>,
    /// Whether rows are heads.
    pub(crate) head_rows: bool,
    /// Whether the text is not read: hidden, or no text at all.
    pub(crate) dropped: bool,
    /// Whether the text is not read for being hidden from view.
    pub(crate) hidden: bool,
    /// Whether tags are of another vocabulary, in which `/>` ends an element.
    pub(crate) foreign: bool,
    /// Whether white space counts.
    pub(crate) preformatted: bool,
    /// Whether the text is set off as a quotation.
    pub(crate) quoted: bool,
    /// Whether the quotation's tag says whose words it holds.
    pub(crate) cited: bool,
    /// Whether the text is raised.
    pub(crate) raised: bool,
    /// Whether the text is the line by which a folding section opens.
    pub(crate) fold_title: bool,
    /// Whether the text is in an element that says it holds the page's own text.
    pub(crate) content: bool,
}
