#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::read;
use crate::doc::markup::testing::{FRAGMENTS, assert_sound, lines};
use crate::doc::raw::RawReading;

fn shown(source: &str) -> Vec<String> {
    let reading = read(source);
    assert_sound(&reading, source);
    lines(&reading, source)
}

/// The source behind each piece of the first block.
fn written(source: &str) -> Vec<(String, Option<String>)> {
    let reading = read(source);
    let pieces = &reading.blocks.first().unwrap().pieces;
    pieces.iter().map(|piece| (piece.source.of(source).to_owned(), piece.replacement.clone())).collect()
}

fn link(reading: &RawReading) -> &crate::doc::raw::RawLink {
    reading.blocks.iter().flat_map(|block| &block.links).next().unwrap()
}

#[test]
fn pieces_are_what_is_written() {
    let own = |text: &str| (text.to_owned(), None);
    let other = |text: &str, read: &str| (text.to_owned(), Some(read.to_owned()));
    assert_eq!(written("<p>We don&rsquo;t</p>"), [own("We don"), other("&rsquo;", "’"), own("t")]);
    assert_eq!(written("<p>&copy 2024 &bogus; AT&T</p>"), [other("&copy", "©"), own(" 2024 &bogus; AT&T")]);
    assert_eq!(written("<p>&#38;&amp;&</p>"), [other("&#38;", "&"), other("&amp;", "&"), own("&")]);
    assert_eq!(written("<p>a < b &é <é</p>"), [own("a < b &é <é")]);
    assert_eq!(written("<p>a\r\nb\rc</p>"), [own("a\r\nb\rc")]);
    assert_eq!(written("<p>a\r\n&amp;</p>"), [own("a\r\n"), other("&amp;", "&")]);
    assert_eq!(written("<p>a<br>b</p>"), [own("a"), other("<br>", "\n"), own("b")]);
    assert_eq!(written("<b>Coo</b>kies"), [own("Coo"), own("kies")]);
}

#[test]
fn words_hold_together_across_inline_markup() {
    assert_eq!(
        shown("<p><b>Coo</b>kies, <font><u>per</u></font>son<span>al</span> <x-y>da</x-y>ta"),
        ["Cookies, personal data"]
    );
    assert_eq!(shown("one<wbr>two <script>x</script>three<!-- c -->four"), ["onetwo threefour"]);
}

#[test]
fn blocks_end_where_browsers_end_them() {
    assert_eq!(shown("<p>one<p>two<div>three</div>four</p>five"), ["one", "two", "three", "four", "five"]);
    assert_eq!(
        shown("<ul><li>one<li>two<ul><li>deep</ul>more<li>three</ul>"),
        ["- one", "- two", "  - deep", "+ more", "- three"]
    );
    assert_eq!(
        shown("<p>a<table><tr><td>b<td>c<tr><td>d<td>e</table>"),
        ["a", "[0:0,0] b", "[0:0,1] c", "[0:1,0] d", "[0:1,1] e"]
    );
    assert_eq!(shown("<div><i>one</div>two</i> three"), ["one", "two three"]);
    assert_eq!(shown("<h2>Title</h3>text</p>more"), ["## Title", "text", "more"]);
    assert_eq!(shown("<table><tr><td><div>a</table>b</div>"), ["a", "b"]);
}

#[test]
fn two_line_breaks_part_paragraphs() {
    assert_eq!(shown("<p>one<br>still one<br> <br>two</p>"), ["one still one", "two"]);
}

#[test]
fn what_is_not_shown_is_not_read() {
    assert!(shown("<style>a</style><template>b</template><noscript>c</noscript><svg><text>d</text></svg>").is_empty());
    assert!(shown("<select><option>a</select><textarea>b</textarea><button>c</button><iframe>d</iframe>").is_empty());
    let hidden = "<div hidden>a<p>b</p></div><p aria-hidden=true>c</p><p style='display: none'>d</p>";
    assert_eq!(shown(&format!("{hidden}<p>Seen, and long enough to outweigh what is not.</p>")).len(), 1);
    assert_eq!(shown("<p>We <del>do not </del>sell <s>no</s> data.</p>"), ["We sell data."]);
    assert_eq!(shown("<svg><title/><p>after</p>"), ["after"]);
}

#[test]
fn what_unfolds_is_read() {
    let details = "<details><summary>Cookies and more</summary><p>We set one cookie, which keeps you signed in, and no other.</p></details>";
    assert_eq!(shown(details)[0], "#? Cookies and more");
    let panel = "<h3><button aria-controls=p1>Retention</button></h3><div id=p1 hidden><p>We keep it a year.</p></div>";
    assert_eq!(shown(panel), ["### Retention", "We keep it a year."]);
    let folded = "<p>Summary</p><div hidden><script>x</script><p>All of the policy stands in a part that a script unfolds.</p></div>";
    assert_eq!(shown(folded), ["Summary", "All of the policy stands in a part that a script unfolds."]);
}

#[test]
fn lists_know_depth_ordinal_and_continuation() {
    let numbered = "<ol type=a start=2><li>x<p>y</p><ol><li value=7>z</ol><li>w</ol>";
    assert_eq!(shown(numbered), ["b. x", "+ y", "  7. z", "c. w"]);
    assert_eq!(
        shown("<dl><dt>Term<dd>Meaning<dd>Another<dt>Next</dl>"),
        ["- Term", "+ Meaning", "+ Another", "- Next"]
    );
    assert_eq!(shown("<div role=list><div role=listitem>x</div></div>"), ["- x"]);
}

#[test]
fn an_item_that_is_a_section_is_no_item() {
    let sections = "<ol><li><h2>What we collect</h2><p>Your name.</p><ul><li>and your mail</ul></ol>";
    assert_eq!(shown(sections), ["## What we collect", "Your name.", "- and your mail"]);
}

#[test]
fn tables_know_rows_columns_and_heads() {
    let spans = "<table><thead><tr><th colspan=2>A<th>B<tbody><tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>";
    let expected = ["[0:0,0]! A", "[0:0,2]! B", "[0:1,0] c", "[0:1,1] d", "[0:1,2] e", "[0:2,1] f", "[0:2,2] g"];
    assert_eq!(shown(spans), expected);
    let bold = "<table><tr><td><b>A</b><td><b>B</b><tr><td>c<td>d</table>";
    assert_eq!(shown(bold), ["[0:0,0]! A", "[0:0,1]! B", "[0:1,0] c", "[0:1,1] d"]);
    let list = "<table><tr><th>A<th>B<tr><td>c<td><ul><li>d<li>e</ul></table>";
    assert_eq!(shown(list)[3..], ["[0:1,1] d", "[0:1,1] e"]);
}

#[test]
fn tables_that_lay_out_the_page_are_no_tables() {
    assert_eq!(shown("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>"), ["a", "b", "c", "d"]);
    assert_eq!(shown("<table><tr><td>a<tr><td>b</table>"), ["a", "b"]);
    let nested = "<table><tr><td>menu<td><table><tr><th>A<th>B<tr><td>c<td>d</table><tr><td>foot<td>x</table>";
    assert_eq!(shown(nested), ["menu", "[0:0,0]! A", "[0:0,1]! B", "[0:1,0] c", "[0:1,1] d", "foot", "x"]);
    let enumeration = "<table><tr><td>(a)<td>one<tr><td>(b)<td>two</table>";
    assert_eq!(shown(enumeration), ["a. one", "b. two"]);
}

#[test]
fn titles_without_heading_elements() {
    let text = "<p>We collect what you type into the form, and nothing else, and keep it a year.</p>";
    assert_eq!(shown(&format!("<h1>P</h1><p><strong>What we collect</strong></p>{text}"))[1], "#? What we collect");
    assert_eq!(shown(&format!("<p><b>We never sell data.</b></p>{text}"))[0], "We never sell data.");
    assert_eq!(shown(&format!("<p>2. What we collect</p>{text}"))[0], "#? 2. What we collect");
    assert_eq!(shown(&format!("<ol><li>What we collect</ol>{text}"))[0], "#? 1. What we collect");
    assert_eq!(shown("<p>Last words</p><p><b>Bold end</b></p>"), ["Last words", "Bold end"]);
    assert_eq!(shown("<ul><li><b>Cookies</b></ul><p>x</p>"), ["- Cookies", "x"]);
    let run_in =
        "<p><b>What we collect</b><br>We collect what you type into the form, and nothing else, and keep it.</p>";
    assert_eq!(shown(run_in)[0], "#? What we collect");
    assert_eq!(shown("<p><b>Acme Pottery</b><br>1 Kiln Lane</p><p>x</p>")[0], "Acme Pottery 1 Kiln Lane");
    let ideographs = "我们收集您的姓名和地址以便处理您的订单并在需要时与您联系";
    assert_eq!(shown(&format!("<p><b>{ideographs}</b></p><p>文</p>"))[0], ideographs);
    let sentence = "word ".repeat(30);
    assert_eq!(shown(&format!("<h3>{sentence}.</h3>")), [format!("{sentence}.")]);
}

#[test]
fn links_know_their_target_and_where_it_is_written() {
    let source = "<p>See <a href='/a?b=1&amp;c=2'>our <i>terms</i></a> now</p>";
    let reading = read(source);
    let link = link(&reading);
    assert_eq!((link.target.as_str(), link.target_source.of(source)), ("/a?b=1&c=2", "/a?b=1&amp;c=2"));
    assert_eq!(link.pieces, 1..3);
    let blocks = read("<a href=/x><p>one</p><p>two</p></a>").blocks;
    assert!(blocks.iter().all(|block| block.links.len() == 1));
    assert_eq!(shown("<h2>Cookies <a href='#cookies'>¶</a></h2>"), ["## Cookies"]);
    assert_eq!(shown("<p>law<sup><a href='#n1'>1</a></sup> applies</p>"), ["law applies"]);
}

#[test]
fn anchors_lead_to_the_block_that_follows() {
    let reading =
        read("<section id=s><h2 id=h><a name=a></a>T</h2><p>x <i id=i>y</i></p></section><p>z</p><div id=end></div>");
    let anchors: Vec<_> = reading.blocks.iter().map(|block| block.anchors.join(" ")).collect();
    assert_eq!(anchors, ["s h a", "i", "end"]);
}

#[test]
fn metadata_attributes_and_comments() {
    let source = "<html lang=en><head><title>A &amp;\n B</title><meta name=Description content=c><meta property=og:url content=u>\
        <link rel=canonical href=/p></head><body><p><time datetime=2026-05-04>May</time></p><!-- note --><!-->";
    let reading = read(source);
    let metadata: Vec<_> = reading.metadata.iter().map(|(key, value, _)| (key.as_str(), value.as_str())).collect();
    assert_eq!(
        metadata,
        [("lang", "en"), ("title", "A & B"), ("description", "c"), ("og:url", "u"), ("canonical", "/p")]
    );
    let (key, value, range) = &reading.blocks[0].attributes[0];
    assert_eq!((key.as_str(), value.as_str(), range.of(source)), ("datetime", "2026-05-04", "2026-05-04"));
    assert_eq!(reading.comments.iter().map(|range| range.of(source)).collect::<Vec<_>>(), [" note ", ""]);
}

#[test]
fn preformatted_text_is_code_or_a_policy() {
    assert_eq!(shown("<pre><code>a\n\nb</code></pre>"), ["`a b"]);
    assert_eq!(shown("<pre>We collect names.\n\nWe keep them.</pre>"), ["We collect names.", "We keep them."]);
    assert_eq!(shown("<blockquote><p>said</p></blockquote>"), ["> said"]);
}

#[test]
fn front_matter_and_template_tags_are_no_prose() {
    let source = "---\ntitle: P\n---\n{% include nav.html %}<p>We {{ name }} {% if x %}collect{% endif %}</p>";
    assert_eq!(shown(source), ["We {{ name }} collect"]);
    assert_eq!(read(source).metadata[0].1, "P");
}

#[test]
fn deep_nesting_is_read_in_linear_time() {
    let source = format!("{}text{}", "<div><b><table><td>".repeat(50_000), "</p></span></b>".repeat(50_000));
    assert_eq!(shown(&source), ["text"]);
}

/// Elements that drop none of their text, opened and closed at random.
const KEEPING: &[&str] = &[
    "p",
    "div",
    "b",
    "i",
    "a",
    "span",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "h2",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "caption",
    "blockquote",
    "section",
    "font",
    "x-y",
    "u",
    "nav",
    "center",
];

proptest! {
    #[test]
    fn any_text_is_read_soundly(parts in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..80)) {
        let source = parts.concat();
        assert_sound(&read(&source), &source);
    }

    #[test]
    fn any_characters_are_read_soundly(source in "[<>&;#/='\"!a-c \n\r\u{e9}\u{1F600}-]{0,80}") {
        assert_sound(&read(&source), &source);
    }

    #[test]
    fn no_word_is_lost_or_moved(tags in prop::collection::vec((prop::sample::select(KEEPING), any::<bool>()), 0..60)) {
        let mut source = String::new();
        for (index, (name, opens)) in tags.iter().enumerate() {
            source.push_str(&format!("{}{name}> word{index} ", if *opens { "<" } else { "</" }));
        }
        let reading = read(&source);
        let words: Vec<String> = reading
            .blocks
            .iter()
            .flat_map(|block| block.pieces.iter().map(|piece| piece.text(&source).to_owned()))
            .flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        prop_assert_eq!(words, (0..tags.len()).map(|index| format!("word{index}")).collect::<Vec<_>>());
    }
}

/// Reads the public policies in the folder that the variable `POLICYLINT_CORPORA` names.
#[test]
fn real_pages_are_read_soundly() {
    let Some(folder) = std::env::var_os("POLICYLINT_CORPORA") else {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"skipped: POLICYLINT_CORPORA is not set\n");
        return;
    };
    let pages = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let mut count = 0;
    for page in pages.filter(|page| page.path().extension().is_some_and(|extension| extension == "html")) {
        let source = String::from_utf8_lossy(&std::fs::read(page.path()).unwrap()).into_owned();
        let reading = read(&source);
        assert_sound(&reading, &source);
        let prose = reading.blocks.iter().filter(|block| !block.furniture).count();
        assert!(prose > 0, "{} reads as furniture", page.path().display());
        count += 1;
    }
    assert!(count > 0);
}
