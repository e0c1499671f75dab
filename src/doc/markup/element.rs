//! The elements of HTML, by what they mean to a reader. Markdown is read in the same terms.

/// What an element does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Part of the running text.
    Inline,
    /// Bold running text: a heading where a whole short paragraph is.
    Bold,
    /// Underlined running text, which is as good as bold.
    Underlined,
    /// Running text in italics.
    Italic,
    /// A hyperlink or an anchor.
    Link,
    /// Raised text: footnote marks among it.
    Raised,
    /// A line break.
    LineBreak,
    /// A picture, whose description is no prose.
    Image,
    /// An element without content.
    Void,
    /// A block and no more.
    Block,
    /// A part of a page.
    Landmark(Landmark),
    /// A heading, with its level.
    Heading(u8),
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
    },
    /// A list of terms and their descriptions.
    DescriptionList,
    /// An item of a list.
    Item,
    /// A term of a description list.
    Term,
    /// The description of a term.
    Description,
    /// A table.
    Table,
    /// Rows of a table.
    RowGroup {
        /// Whether the rows are heads.
        head: bool,
    },
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell {
        /// Whether it is a head.
        head: bool,
    },
    /// The title of a table.
    Caption,
    /// A quotation of its own.
    Quote,
    /// The name of a work or a person that is quoted.
    Citation,
    /// Text whose white space counts.
    Preformatted,
    /// Program text.
    Code,
    /// The line by which a `<details>` opens.
    Summary,
    /// A control that a reader works, not reads; the heading of a folding section stands in one, though.
    Button,
    /// Not shown, or no text.
    Dropped,
    /// Drawings and formulas: markup with a vocabulary of its own.
    Foreign,
    /// `<html>` and `<body>`.
    Root,
    /// The page's title.
    Title,
    /// `<meta>`.
    Metadata,
    /// `<link>`.
    Relation,
}

/// Parts of a page that may be furniture, or are the place where none is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Landmark {
    /// Where the page's own text stands.
    Content,
    /// A menu.
    Navigation,
    /// What stands above the text.
    Header,
    /// What stands below the text.
    Footer,
    /// What stands beside the text.
    Aside,
    /// A window above the page, a search form.
    Overlay,
}

impl Meaning {
    /// Whether the element is part of the running text, so that a block may begin with its tag.
    pub(crate) fn is_text(self) -> bool {
        matches!(
            self,
            Self::Inline
                | Self::Bold
                | Self::Underlined
                | Self::Italic
                | Self::Link
                | Self::Raised
                | Self::Citation
                | Self::Code
        )
    }

    /// Whether the element's tags end the block of text before them.
    pub(crate) fn is_block(self) -> bool {
        !self.is_text()
            && !matches!(
                self,
                Self::LineBreak
                    | Self::Image
                    | Self::Void
                    | Self::Button
                    | Self::Dropped
                    | Self::Foreign
                    | Self::Title
                    | Self::Metadata
                    | Self::Relation
            )
    }
}

/// Declares the elements: variant, name as bytes, meaning.
macro_rules! elements {
    ($($variant:ident $name:literal $meaning:expr;)*) => {
        /// A known element.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Known { $(#[doc = stringify!($variant)] $variant,)* }

        impl Known {
            /// The element of a lower-case tag name.
            pub(crate) fn from_name(name: &[u8]) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// What the element means.
            pub(crate) fn meaning(self) -> Meaning {
                use super::element::{Landmark::*, Meaning::*};
                match self { $(Self::$variant => $meaning,)* }
            }

            /// How many there are.
            pub(crate) const COUNT: usize = [$(Self::$variant),*].len();
        }
    };
}

elements! {
    A b"a" Link;
    Address b"address" Block;
    Area b"area" Void;
    Article b"article" Landmark(Content);
    Aside b"aside" Landmark(Aside);
    Audio b"audio" Dropped;
    B b"b" Bold;
    Base b"base" Void;
    Big b"big" Inline;
    Blockquote b"blockquote" Quote;
    Body b"body" Root;
    Br b"br" LineBreak;
    Button b"button" Button;
    Canvas b"canvas" Dropped;
    Caption b"caption" Caption;
    Center b"center" Block;
    Cite b"cite" Citation;
    Code b"code" Code;
    Col b"col" Void;
    Datalist b"datalist" Dropped;
    Dd b"dd" Description;
    Del b"del" Dropped;
    Details b"details" Block;
    Dialog b"dialog" Landmark(Overlay);
    Dir b"dir" List { numbered: false };
    Div b"div" Block;
    Dl b"dl" DescriptionList;
    Dt b"dt" Term;
    Em b"em" Italic;
    Embed b"embed" Void;
    Fieldset b"fieldset" Block;
    Figcaption b"figcaption" Block;
    Figure b"figure" Block;
    Font b"font" Inline;
    Footer b"footer" Landmark(Footer);
    Form b"form" Block;
    H1 b"h1" Heading(1);
    H2 b"h2" Heading(2);
    H3 b"h3" Heading(3);
    H4 b"h4" Heading(4);
    H5 b"h5" Heading(5);
    H6 b"h6" Heading(6);
    Head b"head" Root;
    Header b"header" Landmark(Header);
    Hgroup b"hgroup" Block;
    Hr b"hr" Block;
    Html b"html" Root;
    I b"i" Italic;
    Iframe b"iframe" Dropped;
    Img b"img" Image;
    Input b"input" Void;
    Legend b"legend" Block;
    Li b"li" Item;
    Link b"link" Relation;
    Listing b"listing" Preformatted;
    Main b"main" Landmark(Content);
    Math b"math" Foreign;
    Menu b"menu" List { numbered: false };
    Meta b"meta" Metadata;
    Meter b"meter" Dropped;
    Nav b"nav" Landmark(Navigation);
    Nobr b"nobr" Inline;
    Noembed b"noembed" Dropped;
    Noframes b"noframes" Dropped;
    Noscript b"noscript" Dropped;
    Object b"object" Dropped;
    Ol b"ol" List { numbered: true };
    Optgroup b"optgroup" Dropped;
    Option b"option" Dropped;
    Output b"output" Dropped;
    P b"p" Block;
    Param b"param" Void;
    Plaintext b"plaintext" Preformatted;
    Pre b"pre" Preformatted;
    Progress b"progress" Dropped;
    Rp b"rp" Dropped;
    Rt b"rt" Dropped;
    S b"s" Dropped;
    Script b"script" Dropped;
    Search b"search" Landmark(Overlay);
    Section b"section" Block;
    Select b"select" Dropped;
    Small b"small" Inline;
    Source b"source" Void;
    Span b"span" Inline;
    Strike b"strike" Dropped;
    Strong b"strong" Bold;
    Style b"style" Dropped;
    Summary b"summary" Summary;
    Sup b"sup" Raised;
    Svg b"svg" Foreign;
    Table b"table" Table;
    Tbody b"tbody" RowGroup { head: false };
    Td b"td" Cell { head: false };
    Template b"template" Dropped;
    Textarea b"textarea" Dropped;
    Tfoot b"tfoot" RowGroup { head: false };
    Th b"th" Cell { head: true };
    Thead b"thead" RowGroup { head: true };
    Time b"time" Inline;
    Title b"title" Title;
    Tr b"tr" Row;
    Track b"track" Void;
    Tt b"tt" Inline;
    U b"u" Underlined;
    Ul b"ul" List { numbered: false };
    Video b"video" Dropped;
    Wbr b"wbr" Void;
    Xmp b"xmp" Preformatted;
}

impl Known {
    /// Whether the element never has content, so that no end tag is waited for (HTML, "void elements").
    pub(crate) fn is_void(self) -> bool {
        matches!(self, Self::Hr)
            || matches!(
                self.meaning(),
                Meaning::Void | Meaning::LineBreak | Meaning::Image | Meaning::Metadata | Meaning::Relation
            )
    }

    /// Whether an end tag takes effect even across blocks opened since (HTML, "formatting elements").
    pub(crate) fn is_formatting(self) -> bool {
        use Known::*;
        matches!(self, A | B | Big | Code | Em | Font | I | Nobr | Small | Strong | Tt | U)
    }

    /// Whether a start tag closes an open paragraph (HTML, "in body" insertion mode).
    pub(crate) fn closes_paragraph(self) -> bool {
        self.meaning().is_block()
            && !matches!(
                self,
                Self::Body
                    | Self::Html
                    | Self::Head
                    | Self::Caption
                    | Self::Legend
                    | Self::Tbody
                    | Self::Td
                    | Self::Tfoot
                    | Self::Th
                    | Self::Thead
                    | Self::Tr
            )
    }
}

/// An element of any name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Element {
    /// One of HTML's.
    Known(Known),
    /// One of another name, by the order in which names are met.
    Other(u32),
}

impl Element {
    /// A dense index, for tables by element.
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Known(known) => known as usize,
            Self::Other(number) => Known::COUNT + number as usize,
        }
    }

    /// What the element means; unknown ones are inline, as browsers show them.
    pub(crate) fn meaning(self) -> Meaning {
        match self {
            Self::Known(known) => known.meaning(),
            Self::Other(_) => Meaning::Inline,
        }
    }

    /// Whether readers fill it in or work it, or it shows another page that may hold such.
    pub(crate) fn is_control(self) -> bool {
        use Known::{Button, Form, Iframe, Input, Select, Textarea};
        [Button, Form, Iframe, Input, Select, Textarea].into_iter().any(|known| self.is(known))
    }

    /// Whether it is the element `known`.
    pub(crate) fn is(self, known: Known) -> bool {
        self == Self::Known(known)
    }
}
