#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::read;
use crate::doc::html;
use crate::doc::markup::testing::{FRAGMENTS, assert_sound, lines};

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

#[test]
fn pieces_are_what_is_written() {
    let own = |text: &str| (text.to_owned(), None);
    let other = |text: &str, read: &str| (text.to_owned(), Some(read.to_owned()));
    assert_eq!(
        written("We don&rsquo;t \\*do\\*"),
        [own("We don"), other("&rsquo;", "’"), own("t "), own("*do"), own("*")]
    );
    assert_eq!(written("one\ntwo  \nthree"), [own("one\ntwo"), other("  \n", "\n"), own("three")]);
    assert_eq!(written("> one\n> two"), [own("one\n"), own("two")]);
    assert_eq!(
        written("the `sid` and `` a`b `` cookie"),
        [own("the "), own("sid"), own(" and "), own("a`b"), own(" cookie")]
    );
    assert_eq!(written("Coo**kie**s"), [own("Coo"), own("kie"), own("s")]);
    assert_eq!(
        written("a<br>b&nbsp;c"),
        [own("a"), other("<br>", "\n"), own("b"), other("&nbsp;", "\u{a0}"), own("c")]
    );
}

#[test]
fn lists_tight_and_loose() {
    assert_eq!(shown("- a\n- b\n  1. c\n  2. d\n\n     e\n"), ["- a", "- b", "  1. c", "  2. d", "  + e"]);
    assert_eq!(shown("3) a\n\n4) b\n\n   more\n"), ["3. a", "4. b", "+ more"]);
    assert_eq!(shown("- [ ] open\n- [x] done\n"), ["- open", "- done"]);
    assert_eq!(shown("Term\n: Meaning\n"), ["- Term", "+ Meaning"]);
}

#[test]
fn tables_have_heads() {
    let table = "| Data | Basis |\n| --- | --- |\n| Na\\|me | **Contract** |\n";
    assert_eq!(shown(table), ["[0:0,0]! Data", "[0:0,1]! Basis", "[0:1,0] Na|me", "[0:1,1] Contract"]);
}

#[test]
fn raw_html_is_read_as_html() {
    let source = "Text.\n\n<table>\n<tr><th>Data</th><th>Basis</th></tr>\n<tr><td>Name &amp; mail</td><td>Contract</td></tr>\n</table>\n\nMore <span id=\"x\">text</span>.\n";
    assert_eq!(shown(source)[1..5], ["[0:0,0]! Data", "[0:0,1]! Basis", "[0:1,0] Name & mail", "[0:1,1] Contract"]);
    let reading = read(source);
    assert_eq!(reading.blocks[3].pieces[1].source.of(source), "&amp;");
    assert_eq!(reading.blocks[5].anchors, ["x"]);
    assert_eq!(shown("> <p>quoted &lt;html\n> goes on</p>\n"), ["> quoted <html goes on"]);
    assert_eq!(shown("a <script>b</script> c <!-- d --> e"), ["a c e"]);
}

#[test]
fn markdown_between_html_is_read_as_markdown() {
    let open = "<div class=\"note\">\n\n## Title\n\n**Bold** text\n\n</div>\n";
    assert_eq!(shown(open), ["## Title", "Bold text"]);
    let asked =
        "<section markdown=\"1\" id=s>\n## Title\n\nSome *text*\n<div markdown=\"1\">\n- item\n</div>\n</section>\n";
    assert_eq!(shown(asked), ["## Title", "Some text", "- item"]);
    assert_eq!(read(asked).blocks[0].anchors, ["s"]);
    assert_eq!(
        shown("<details><summary>More on cookies</summary>\n\nWe set *one*.\n\n</details>\n"),
        ["#? More on cookies", "We set one."]
    );
}

#[test]
fn a_blank_line_does_not_cut_a_table() {
    let source = "<table>\n    <tr><th>Data</th><th>Basis</th></tr>\n\n    <tr><td>Name</td>\n\n        <td>Contract</td></tr>\n</table>\n\nafter\n";
    assert_eq!(shown(source), ["[0:0,0]! Data", "[0:0,1]! Basis", "[0:1,0] Name", "[0:1,1] Contract", "after"]);
}

#[test]
fn html_left_open_ends_with_its_markdown() {
    assert_eq!(shown("- one <table><tr><td>\n- two\n\nafter\n"), ["- one", "- two", "after"]);
    assert_eq!(shown("A <b>bold start\n\nof a paragraph.\n"), ["A bold start", "of a paragraph."]);
}

#[test]
fn attribute_lists_are_no_prose() {
    let source = "## Cookies\n{: #cookies .wide}\n\nIn force since May.\n{: datetime=\"2026-05-04\"}\n\n{: #next}\nNext *one*{: .hot} here\n";
    assert_eq!(shown(source), ["## Cookies", "In force since May.", "Next one here"]);
    let blocks = read(source).blocks;
    assert_eq!(
        (blocks[0].anchors.as_slice(), blocks[2].anchors.as_slice()),
        (["cookies".to_owned()].as_slice(), ["next".to_owned()].as_slice())
    );
    let (key, value, range) = &blocks[1].attributes[0];
    assert_eq!((key.as_str(), value.as_str(), range.of(source)), ("datetime", "2026-05-04", "2026-05-04"));
    let heading = "## Title {#own data-x=\"1\"}\n\n* TOC\n{:toc}\n\ntext {::comment}no{:/comment}\n";
    assert_eq!(shown(heading), ["## Title", "text"]);
    assert_eq!(read(heading).blocks[0].anchors, ["own"]);
    assert_eq!(read(heading).comments[0].of(heading), "no");
}

#[test]
fn template_tags_are_no_prose() {
    assert_eq!(
        shown("{% include nav.html a=\"*b*\" %}\n\nWe, {{ company }}, {% if x %}collect{% endif %} data.\n"),
        ["We, {{ company }}, collect data."]
    );
}

#[test]
fn front_matter_is_metadata() {
    let source = "---\ntitle: \"Privacy: ours\"\nLang: en # set\n# note\ntags:\n  - a\n---\n# Title\n";
    let reading = read(source);
    let metadata: Vec<_> =
        reading.metadata.iter().map(|(key, value, range)| (key.as_str(), value.as_str(), range.of(source))).collect();
    assert_eq!(metadata, [("title", "Privacy: ours", "Privacy: ours"), ("lang", "en", "en")]);
    assert_eq!(reading.comments[0].of(source), " note");
    assert_eq!(shown(source), ["# Title"]);
    let toml = "+++\ndate = \"2026-05-04\"\n+++\ntext\n";
    assert_eq!((read(toml).metadata[0].1.as_str(), shown(toml)), ("2026-05-04", vec!["text".to_owned()]));
    assert_eq!(shown("---\n\nA rule, then text: more\n\n---\n"), ["A rule, then text: more"]);
}

#[test]
fn links_know_where_their_target_is_written() {
    let source = "[a](</x y> \"t\") [b][Ref] [Ref] <me@x.example> <https://x.example/> [c](/p_(q)) https://bare.example\n\n[ref]: /target 'T'\n";
    let reading = read(source);
    let links: Vec<_> =
        reading.blocks[0].links.iter().map(|link| (link.target.as_str(), link.target_source.of(source))).collect();
    let expected = [
        ("/x y", "/x y"),
        ("/target", "/target"),
        ("/target", "/target"),
        ("mailto:me@x.example", "me@x.example"),
        ("https://x.example/", "https://x.example/"),
        ("/p_(q)", "/p_(q)"),
    ];
    assert_eq!(links, expected);
}

#[test]
fn pictures_notes_and_code() {
    assert_eq!(shown("Before ![a *logo*](x.png) after[^1]\n\n[^1]: Note.\n"), ["Before after", "Note."]);
    let reading = read("![a *logo*](x.png) text");
    assert_eq!(reading.blocks[0].attributes[0].1, "a logo");
    assert_eq!(shown("```\nlet x;\n\nx\n```\n"), ["`let x; x"]);
    assert_eq!(shown("    indented\n"), ["`indented"]);
    assert_eq!(shown("> [!NOTE]\n> Mind this.\n"), ["> Mind this."]);
}

#[test]
fn a_table_of_contents_is_furniture() {
    let prose = "We collect your name and your address when you place an order with us.";
    let source = format!(
        "# Privacy\n\n- [Data](#data)\n- [Time](#time)\n- [Contact](#contact)\n\n## Data\n\n{prose}\n\n## Time\n\n{prose}\n"
    );
    assert_eq!(shown(&source)[..4], ["# Privacy", "~- Data", "~- Time", "~- Contact"]);
}

/// The same policy in both formats.
#[test]
fn markup_changes_nothing() {
    let markdown = "\
# Privacy policy

*In force since May 4, 2026*

**What we collect**

We collect your **na**me, your [mail address](mailto:a@b.example) &amp; what
you write\\
to us:

1. on forms
2. by mail:
   - letters
   - parcels

   and the like

| Data | Basis |
|------|-------|
| Name | Contract |

> We quote.

```
code
```

## 2. Contact

Kiln Lane Pottery  
1 Kiln Lane
";
    let html = "<html><body><h1>Privacy policy</h1>
<p><em>In force since May 4, 2026</em></p>
<p><strong>What we collect</strong></p>
<p>We collect your <b>na</b>me, your <a href='mailto:a@b.example'>mail address</a> &amp; what
you write<br>to us:</p>
<ol><li>on forms<li><p>by mail:<ul><li>letters<li>parcels</ul><p>and the like</ol>
<table><tr><th>Data<th>Basis<tr><td>Name<td>Contract</table>
<blockquote>We quote.</blockquote>
<pre><code>code</code></pre>
<div><h2>2. Contact</h2>Kiln Lane Pottery<br>1 Kiln Lane</div>";
    let from_html = lines(&html::read(html), html);
    assert_eq!(shown(markdown), from_html);
    assert_eq!(from_html.len(), 17);
}

proptest! {
    #[test]
    fn any_text_is_read_soundly(parts in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..60)) {
        let source = parts.concat();
        assert_sound(&read(&source), &source);
    }

    #[test]
    fn any_characters_are_read_soundly(source in "[<>&;#*\\[\\](){}|:!`~%+=_ \\\\a-c\n\r\t0-9\u{e9}-]{0,100}") {
        assert_sound(&read(&source), &source);
    }
}
