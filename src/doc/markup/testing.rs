//! What the tests of both readers share: blocks as short lines, and what must hold of any reading.

use crate::doc::prose::ProseBuilder;
use crate::doc::raw::{RawBlock, RawKind, RawReading};
use crate::text::TextRange;

/// Each block as a line: `## Title`, `#? title without level`, `text`, `- item`, `a. item`, `+ more of the item`, `[0:1,2] cell`, `[0:0,2]! head`,
/// ``` `code ```; before it `~` for furniture and `> ` for a quotation.
pub(crate) fn lines(reading: &RawReading, source: &str) -> Vec<String> {
    reading.blocks.iter().map(|block| line(block, source)).collect()
}

fn line(block: &RawBlock, source: &str) -> String {
    let mut prose = ProseBuilder::default();
    prose.push_block(source, &block.pieces);
    let words = prose.finish().text().to_owned();
    let marked = match &block.kind {
        RawKind::Heading { level } => format!("{} {words}", "#".repeat(usize::from(*level))),
        RawKind::Title { ordinal } if ordinal.is_empty() => format!("#? {words}"),
        RawKind::Title { ordinal } => format!("#? {ordinal}. {words}"),
        RawKind::Paragraph => words,
        RawKind::Item { depth, ordinal, first } => {
            let mark = match (first, ordinal.as_str()) {
                (false, _) => "+".to_owned(),
                (true, "") => "-".to_owned(),
                (true, ordinal) => format!("{ordinal}."),
            };
            format!("{}{mark} {words}", "  ".repeat(usize::from(*depth)))
        }
        RawKind::Cell { table, row, column, header } => {
            format!("[{table}:{row},{column}]{} {words}", if *header { "!" } else { "" })
        }
        RawKind::Code => format!("`{words}"),
    };
    format!("{}{}{marked}", if block.furniture { "~" } else { "" }, if block.quoted { "> " } else { "" })
}

/// Asserts what holds of every reading of every text.
pub(crate) fn assert_sound(reading: &RawReading, source: &str) {
    let on_boundaries = |range: TextRange| source.get(range.indices()).is_some();
    let mut block_end = 0;
    for block in &reading.blocks {
        assert!(on_boundaries(block.source), "{block:?}");
        assert!(block.source.start() >= block_end, "blocks overlap at {block:?}");
        block_end = block.source.end();
        let mut end = block.source.start();
        for piece in &block.pieces {
            assert!(on_boundaries(piece.source), "{piece:?}");
            assert!(piece.source.start() >= end && piece.source.end() <= block_end, "{piece:?} in {block:?}");
            end = piece.source.end();
        }
        assert!(block.pieces.iter().any(|piece| !piece.text(source).trim().is_empty()), "blank: {block:?}");
        for link in &block.links {
            assert!(link.pieces.start < link.pieces.end && link.pieces.end <= block.pieces.len(), "{link:?}");
            assert!(on_boundaries(link.target_source), "{link:?}");
        }
        assert!(block.attributes.iter().all(|(.., range)| on_boundaries(*range)), "{block:?}");
    }
    assert!(reading.metadata.iter().all(|(key, _, range)| on_boundaries(*range) && *key == key.to_lowercase()));
    assert!(reading.comments.iter().all(|range| on_boundaries(*range)));
}

/// Markup, text and what looks like either, for texts made at random.
pub(crate) const FRAGMENTS: &[&str] = &[
    "<",
    ">",
    "&",
    ";",
    "#",
    "*",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "|",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "`",
    "```\n",
    "~~",
    "word ",
    "é",
    "日本",
    "😀",
    "\u{a0}",
    "\u{0}",
    "&amp;",
    "&rsquo;",
    "&copy 2024",
    "&bogus;",
    "&#",
    "&#x26;",
    "&#38",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<div hidden>",
    "</div>",
    "<li>",
    "</li>",
    "<ul>",
    "</ul>",
    "<ol type=a start=3>",
    "</ol>",
    "<table>",
    "<tr>",
    "<td colspan=2 rowspan=2>",
    "</td>",
    "<th>",
    "</table>",
    "<h2 id=x>",
    "</h2>",
    "<a href=\"#x\">",
    "</a>",
    "<a href='mailto:a&amp;b'>",
    "<br>",
    "<br/>",
    "<svg>",
    "<svg/>",
    "</svg>",
    "<script>",
    "</script>",
    "<style>",
    "<title>",
    "</title>",
    "<!--",
    "-->",
    "<!-->",
    "<!x>",
    "<?y?>",
    "<template>",
    "</template>",
    "<select>",
    "<option>",
    "<textarea>",
    "</textarea>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<pre>",
    "</pre>",
    "<code>",
    "<nav>",
    "</nav>",
    "<header>",
    "<details>",
    "<summary>",
    "<blockquote>",
    "<span role=heading aria-level=9>",
    "<x-y>",
    "</x-y>",
    "<sup>",
    "<del>",
    "<plaintext>",
    "<div markdown=\"1\">\n",
    "{: #id .c k=\"v\" }",
    "{:toc}",
    "{::comment}",
    "{:/}",
    "{% tag %}",
    "{{ x }}",
    "---\n",
    "+++\n",
    "key: value\n",
    "# ",
    "- ",
    "1. ",
    "* [ ] ",
    "> ",
    "    ",
    "[a](b \"t\")",
    "[r][r]",
    "[r]: /t\n",
    "![i](j)",
    "<a@b.example>",
    "<http://x.example>",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|---|---|\n",
    "**",
    "__",
    "\\",
    "\\*",
    "  \n",
    "===\n",
    ": def\n",
    "[!NOTE]\n",
];
