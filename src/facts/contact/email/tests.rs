#![allow(clippy::unwrap_used)]

use crate::doc::raw::Piece;
use crate::doc::{Block, BlockId, BlockKind, Link, ProseBuilder, Reading, SectionId};
use crate::text::TextRange;

use super::*;

/// A reading of paragraphs. `[words](target)` in them is a link.
fn reading(kind: &BlockKind, paragraphs: &[&str]) -> Reading {
    let mut source = String::new();
    let mut builder = ProseBuilder::default();
    let mut reading = Reading::default();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let block = BlockId(u32::try_from(index).unwrap());
        let base = source.len();
        source.push_str(paragraph);
        let mut pieces = Vec::new();
        let mut links = Vec::new();
        let mut from = base;
        while let Some((open, close, end)) = next_link(&source, from) {
            pieces.push(Piece::verbatim(TextRange::new(from, open)));
            links.push((pieces.len(), TextRange::new(close + 2, end)));
            pieces.push(Piece::verbatim(TextRange::new(open + 1, close)));
            from = end + 1;
        }
        pieces.push(Piece::verbatim(TextRange::new(from, source.len())));
        let folded = builder.push_block(&source, &pieces);
        for (piece, target_source) in links {
            let target = target_source.of(&source).to_owned();
            reading.links.push(Link { prose: folded.pieces[piece], target, target_source, block });
        }
        reading.blocks.push(Block {
            kind: kind.clone(),
            prose: folded.range,
            source: TextRange::new(base, source.len()),
            section: SectionId(0),
            lead_in: None,
            sentences: 0..0,
            line_breaks: folded.line_breaks,
            furniture: false,
            quoted: false,
        });
    }
    reading.prose = builder.finish();
    reading
}

/// Where the next link opens, its words end, and its target ends.
fn next_link(source: &str, from: usize) -> Option<(usize, usize, usize)> {
    let close = from + source[from..].find("](")?;
    let end = close + 2 + source[close + 2..].find(')')?;
    Some((from + source[from..close].rfind('[')?, close, end))
}

/// Words, address, form and defect of every address.
fn found(text: &str) -> Vec<(String, String, Form, Option<DefectKind>)> {
    let reading = reading(&BlockKind::Paragraph, &[text]);
    let each = |email: Email| {
        let words = reading.words(email.prose).to_owned();
        (words, email.address, email.form, email.defect.map(|defect| defect.kind))
    };
    emails(&reading).into_iter().map(each).collect()
}

fn one(text: &str) -> (String, String, Form, Option<DefectKind>) {
    let mut all = found(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

fn assert_defect(text: &str, words: &str, address: &str, kind: &DefectKind) {
    assert_eq!(one(text), (words.to_owned(), address.to_owned(), Form::Plain, Some(kind.clone())), "{text}");
}

/// The text with all repairs of its one address made, and whether they are safe.
fn repaired(text: &str) -> Option<(String, bool)> {
    let reading = reading(&BlockKind::Paragraph, &[text]);
    let repair = emails(&reading).remove(0).defect?.repair?;
    let mut prose = reading.prose.text().to_owned();
    for (range, replacement) in repair.edits.iter().rev() {
        prose.replace_range(range.indices(), replacement);
    }
    Some((prose, repair.safe))
}

fn target_defect(text: &str) -> Option<TargetDefectKind> {
    let mut all = emails(&reading(&BlockKind::Paragraph, &[text]));
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0).target_defect.map(|defect| defect.kind)
}

#[test]
fn lists_are_in_order() {
    use super::words::*;
    for list in [
        ROLES,
        UNMISTAKABLE_ROLES,
        NEVER_LOCAL,
        SUFFIX_WORDS,
        COMMON_SUFFIXES,
        SECOND_LEVELS,
        MAIL_CUES,
        INTRODUCERS,
        SOCIAL_CUES,
        HOST_NOUNS,
        ILLUSTRATION_STEMS,
    ] {
        assert!(list.is_sorted(), "{list:?}");
    }
}

#[test]
fn finds_sound_addresses_without_what_stands_around_them() {
    for (text, address) in [
        ("Write to info@acme.com.", "info@acme.com"),
        ("(first.last+ccpa@mail.acme.co.uk)", "first.last+ccpa@mail.acme.co.uk"),
        ("<privacy@acme.com>", "privacy@acme.com"),
        ("\"privacy@acme.com,\" she said", "privacy@acme.com"),
        ("\u{2018}privacy@acme.com\u{2019}", "privacy@acme.com"),
        ("**privacy@acme.com**", "privacy@acme.com"),
        ("_privacy@acme.com_", "privacy@acme.com"),
        ("Email:privacy@acme.com", "privacy@acme.com"),
        ("see mailto:privacy@acme.com?subject=x", "privacy@acme.com"),
        ("privacy@acme.com Please be aware", "privacy@acme.com"),
        ("privacy@acme.com.Please be aware", "privacy@acme.com"),
        ("privacy@acme.comPhone: 1", "privacy@acme.com"),
        ("write to...privacy@acme.com...", "privacy@acme.com"),
        ("Write to info@acme.com. Com is a suffix", "info@acme.com"),
        ("PRIVACY@ACME.COM", "PRIVACY@acme.com"),
        ("info@bücher.de", "info@bücher.de"),
        ("x@xn--bcher-kva.de", "x@xn--bcher-kva.de"),
        ("请联系privacy@acme.com。", "privacy@acme.com"),
        ("priv\u{AD}acy@\u{200B}acme.com", "privacy@acme.com"),
        ("o'neil@acme.com", "o'neil@acme.com"),
        ("Reach us @ privacy@acme.com", "privacy@acme.com"),
        ("Reach support @ privacy@acme.com", "privacy@acme.com"),
    ] {
        let (_, found, form, defect) = one(text);
        assert_eq!((found.as_str(), form, defect), (address, Form::Plain, None), "{text}");
    }
}

#[test]
fn tells_several_addresses_apart() {
    for text in [
        "privacy@acme.com/legal@acme.com",
        "privacy@acme.com or legal@acme.com",
        "privacy@acme.com;legal@acme.com",
        "privacy@acme.com,legal@acme.com",
    ] {
        let words: Vec<String> = found(text).into_iter().map(|(words, ..)| words).collect();
        assert_eq!(words, ["privacy@acme.com", "legal@acme.com"], "{text}");
    }
}

#[test]
fn finds_white_space_in_addresses() {
    for (text, words, address) in [
        ("email us at hi@ acme.com.", "hi@ acme.com", "hi@acme.com"),
        ("hi@ acme.example", "hi@ acme.example", "hi@acme.example"),
        ("privacy @acme.example", "privacy @acme.example", "privacy@acme.example"),
        ("please email dpo @ acme.ly today", "dpo @ acme.ly", "dpo@acme.ly"),
        ("contacting us at: jane.doe @acme.org or", "jane.doe @acme.org", "jane.doe@acme.org"),
        ("mail to privacy@acme. com or call", "privacy@acme. com", "privacy@acme.com"),
        ("privacy@acme .com", "privacy@acme .com", "privacy@acme.com"),
        ("privacy@acme\u{A0}.com", "privacy@acme .com", "privacy@acme.com"),
        ("hi@\nacme.com", "hi@ acme.com", "hi@acme.com"),
        ("hi@acme.co. uk", "hi@acme.co. uk", "hi@acme.co.uk"),
        ("hi @ acme . com", "hi @ acme . com", "hi@acme.com"),
        ("hi@acme-\ncorp.com", "hi@acme- corp.com", "hi@acme-corp.com"),
        ("hi@acme com", "hi@acme com", "hi@acme.com"),
    ] {
        assert_defect(text, words, address, &DefectKind::Space);
    }
}

#[test]
fn leaves_other_uses_of_the_sign_alone() {
    for text in [
        "at acme we",
        "price @ 5 dollars",
        "Follow us @acme on",
        "Follow support @acme.social for news",
        "Copyright @ 2023 Acme",
        "addresses ending in @acme.com or @mail.acme.com",
        "with an @acme.com address",
        "you will be assigned @acme.com addresses",
        "email support @acme.com addresses only",
        "Contact us about Cloud@Customer",
        "e-mail us about Nissan@Home today",
        "Support@Home",
        "We value privacy @acme.com",
        "@acme@social.example",
        "https://social.example/@acme",
        "https://jane@acme.com/x",
        "git@forge:acme/site",
        "acme@1.2.3",
        "press the @ key",
        "{privacy,legal}@acme.com",
        "____@____.com",
        "[email protected]",
        "privacy@{{ domain }}",
        "privacy@[your domain]",
        "privacy@<the site domain>",
        "@media (max-width: 5em)",
        "the unit foo@bar.service runs",
        "Support @ www.acme.com",
        "Find us on Instagram@ acme.shop",
        "https://acme.com/?e=jane@acme.com",
        "@@@@@@@@",
        "a @ b @ c",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn code_holds_no_addresses() {
    assert_eq!(emails(&reading(&BlockKind::Code, &["mail = hi@ acme.com"])), []);
}

#[test]
fn says_how_an_address_is_malformed() {
    for (text, words, address, error) in [
        ("privacy@@acme.example", "privacy@@acme.example", "privacy@@acme.example", SyntaxError::SeveralAts),
        ("a@acme.comlegal@acme.com", "a@acme.comlegal@acme.com", "a@acme.comlegal@acme.com", SyntaxError::SeveralAts),
        ("privacy@acme..example.", "privacy@acme..example", "privacy@acme..example", SyntaxError::DoubledDot),
        ("privacy@-acme.example", "privacy@-acme.example", "privacy@-acme.example", SyntaxError::HyphenAtEdge),
        ("privacy.@acme.com", "privacy.@acme.com", "privacy.@acme.com", SyntaxError::TrailingDot),
        ("at .privacy@acme.com", ".privacy@acme.com", ".privacy@acme.com", SyntaxError::LeadingDot),
        ("privacy@acme_shop.com", "privacy@acme_shop.com", "privacy@acme_shop.com", SyntaxError::Character('_')),
        ("privacy@acme,com", "privacy@acme,com", "privacy@acme.com", SyntaxError::CommaForDot),
        ("e-mail us at privacy.acme.example", "privacy.acme.example", "privacy.acme.example", SyntaxError::MissingAt),
        ("E-mail: info.acme.com.", "info.acme.com", "info.acme.com", SyntaxError::MissingAt),
    ] {
        assert_defect(text, words, address, &DefectKind::Syntax(error));
    }
}

#[test]
fn hosts_of_web_pages_lack_no_sign() {
    for text in [
        "visit privacy.acme.com",
        "email us via support.acme.com",
        "e-mail or see privacy.acme.com",
        "email us at privacy.acme.com/form",
        "email us at www.acme.com",
        "mail is handled",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn finds_hosts_without_suffix_after_a_cue() {
    for text in
        ["contact privacy@acme for details", "privacy@acme", "Email: Privacy@Acme", "write to jane@acme. In case"]
    {
        assert_eq!(one(text).3, Some(DefectKind::MissingSuffix), "{text}");
    }
}

#[test]
fn finds_suffixes_that_do_not_exist() {
    let unknown = DefectKind::UnknownSuffix { suffix: "corpx".to_owned() };
    assert_defect("write to privacy@acme.corpx please", "privacy@acme.corpx", "privacy@acme.corpx", &unknown);
    for (text, suggestion) in
        [("me@gmial.com", "gmail.com"), ("privacy@acme.con", "acme.com"), ("dpo@acme.comm", "acme.com")]
    {
        assert_eq!(one(text).3, Some(DefectKind::MisspeltHost { suggestion: suggestion.to_owned() }), "{text}");
    }
}

#[test]
fn finds_placeholders_but_not_illustrations() {
    for (text, kind) in [
        ("contact us at privacy@yourdomain.com", Placeholder::Host),
        ("e-mail info@example.com to opt out", Placeholder::Host),
        ("For example, to opt out you can e-mail info@example.com", Placeholder::Host),
        ("your-email@company.com", Placeholder::Host),
        ("your-name@acme.com", Placeholder::LocalPart),
        ("contact dpo@company", Placeholder::Host),
        ("privacy@acme.example", Placeholder::ReservedSuffix),
    ] {
        assert_eq!(one(text).3, Some(DefectKind::Placeholder(kind)), "{text}");
    }
    for text in [
        "for example jane@email.com",
        "a hashed version of jane@email.com",
        "in the format you@domain.com",
        "an address such as jane@company.com",
        "jane@email.com becomes 8c4d",
        "por ejemplo, sunombre@suempresa.com",
    ] {
        let email = emails(&reading(&BlockKind::Paragraph, &[text])).remove(0);
        assert_eq!((email.defect, email.illustrative), (None, true), "{text}");
    }
}

#[test]
fn writing_to_an_address_is_no_illustration() {
    for text in [
        "in an alternative format by reaching out to us at hi@acme.com",
        "For questions regarding it, email hi@acme.com",
    ] {
        assert!(!emails(&reading(&BlockKind::Paragraph, &[text])).remove(0).illustrative, "{text}");
    }
}

#[test]
fn takes_hidden_addresses_as_meant() {
    for (text, words) in [
        ("at privacy [at] acme [dot] com with", "privacy [at] acme [dot] com"),
        ("privacy[at]acme.com", "privacy[at]acme.com"),
        ("privacy (at) acme.com.", "privacy (at) acme.com"),
        ("privacy(@)acme.com", "privacy(@)acme.com"),
        ("privacy@acme[.]com", "privacy@acme[.]com"),
        ("privacy at acme dot com", "privacy at acme dot com"),
        ("privacy AT acme.com", "privacy AT acme.com"),
        ("privacy @ acme.com (remove spaces)", "privacy @ acme.com"),
    ] {
        let expected = (words.to_owned(), "privacy@acme.com".to_owned(), Form::Obfuscated, None);
        assert_eq!(one(text), expected, "{text}");
    }
    for text in ["we look at acme.com", "arrive (at) the office", "meet at acme dot", "WE ARE AT acme.com"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn spaces_explained_once_are_explained_everywhere() {
    let forms: Vec<Form> = found("email dpo @ acme.ly (remove spaces). Or email dpo @ acme.ly about anything else that you would like to know, or write to info@ acme.ly")
        .into_iter()
        .map(|(_, _, form, _)| form)
        .collect();
    assert_eq!(forms, [Form::Obfuscated, Form::Obfuscated, Form::Plain]);
}

#[test]
fn repairs_what_can_be_repaired() {
    for (text, repair) in [
        ("hi @ acme . com", Some(("hi@acme.com", true))),
        ("hi@acme-\ncorp.com", None),
        ("hi@acme com", Some(("hi@acme.com", false))),
        ("hi@acme,com", Some(("hi@acme.com", false))),
        ("hi@@acme.com", Some(("hi@acme.com", false))),
        ("hi@acme..com", Some(("hi@acme.com", false))),
        ("me@gmial.com", Some(("me@gmail.com", false))),
        ("write to privacy@acme", None),
        ("write to [privacy@acme](mailto:privacy@acme.com)", Some(("write to privacy@acme.com", false))),
        ("email us at privacy.acme.com", Some(("email us at privacy@acme.com", false))),
    ] {
        assert_eq!(repaired(text), repair.map(|(text, safe)| (text.to_owned(), safe)), "{text}");
    }
}

#[test]
fn defects_point_at_the_characters_at_fault() {
    for (text, part) in
        [("hi@ acme.com", " "), ("hi@acme..com", ".."), ("hi@acme.con", "con"), ("write to hi@acme", "acme")]
    {
        let reading = reading(&BlockKind::Paragraph, &[text]);
        let defect = emails(&reading).remove(0).defect.unwrap();
        assert_eq!(reading.words(defect.part), part, "{text}");
    }
}

#[test]
fn links_that_lead_where_they_say_are_sound() {
    for text in [
        "[privacy@acme.example](mailto:privacy@acme.example)",
        "[Privacy@ACME.com](mailto:privacy@acme.com?subject=CCPA)",
        "[privacy@acme.com.](mailto:%20privacy@acme.com)",
        "[privacy@acme.com](mailto:privacy@acme.com.)",
        "[privacy@acme.com](mailto:legal@acme.com,privacy@acme.com)",
        "[privacy@acme.com](https://acme.com/contact)",
        "[privacy@acme](mailto:privacy@acme.com)",
        "[contact us](mailto:privacy@acme.com)",
    ] {
        assert_eq!(target_defect(text), None, "{text}");
    }
    assert_eq!(found("[share this page](mailto:?subject=Look)"), []);
}

#[test]
fn links_that_lead_elsewhere_are_told() {
    let differs = |target: &str| TargetDefectKind::Differs { target: target.to_owned() };
    let broken = |target: &str, kind| TargetDefectKind::Address { target: target.to_owned(), kind };
    for (text, kind) in [
        ("[privacy@acme.example](mailto:remove@acme.example)", differs("remove@acme.example")),
        ("[privacy@acme.com](mailto:privacy@staging.acme.com)", differs("privacy@staging.acme.com")),
        (
            "[privacy@acme.example](mailto:privacy@acme.example])",
            broken("privacy@acme.example]", DefectKind::Syntax(SyntaxError::Character(']'))),
        ),
        ("[privacy@acme.com](mailto:privacy@acme)", broken("privacy@acme", DefectKind::MissingSuffix)),
        ("[write to us](mailto:privacy%20@acme.com)", broken("privacy @acme.com", DefectKind::Space)),
        ("[a@b.example](mailto:mailto:a@b.example)", TargetDefectKind::MalformedScheme),
        ("[privacy@acme.com](mailto:)", TargetDefectKind::NoRecipient),
        ("[privacy@acme.com](privacy@acme.com)", TargetDefectKind::NotMailto),
    ] {
        assert_eq!(target_defect(text), Some(kind), "{text}");
    }
}

#[test]
fn a_link_shows_which_white_space_is_too_much() {
    let text = "write to [customer- care@acme.com](mailto:customer-care@acme.com)";
    assert_defect(text, "customer- care@acme.com", "customer-care@acme.com", &DefectKind::Space);
}

#[test]
fn links_are_numbered_and_their_targets_located() {
    let reading = reading(
        &BlockKind::Paragraph,
        &["[home](https://acme.com) [hi@acme.com](mailto:ho@acme.com)", "[us](mailto:hi@acme.com)"],
    );
    let emails = emails(&reading);
    let links: Vec<(Option<usize>, Form, u32)> =
        emails.iter().map(|email| (email.link, email.form, email.block.0)).collect();
    assert_eq!(links, [(Some(1), Form::Plain, 0), (Some(2), Form::Target, 1)]);
    assert_eq!(emails[0].target_defect.as_ref().unwrap().part, reading.links[1].target_source);
}

#[test]
fn a_cue_in_another_sentence_does_not_count() {
    let mut reading =
        reading(&BlockKind::Paragraph, &["You can email us. We run billing at cloud@customer every day."]);
    let block = BlockId(0);
    for (start, end) in [(0, 17), (18, 61)] {
        let prose = ProseRange::new(start, end);
        reading.sentences.push(crate::doc::Sentence { prose, block });
    }
    reading.blocks[0].sentences = 0..2;
    assert_eq!(emails(&reading), []);
    reading.blocks[0].sentences = 0..1;
    assert_eq!(emails(&reading).len(), 1);
}

#[test]
fn any_text_is_read_in_linear_time() {
    for unit in [
        "@",
        "a@",
        "a @ ",
        "[at]",
        "a.b@c. ",
        "e-mail to ",
        "[",
        "a@b-",
        "..@",
        " AT x",
        "ä@ö. ",
        "a@b dot ",
        "hi@ acme.com ",
        "[a@b.com](mailto:c@d.com)",
    ] {
        let reading = reading(&BlockKind::Paragraph, &[&unit.repeat(60_000 / unit.len())]);
        let start = std::time::Instant::now();
        emails(&reading);
        // Half a second without optimisation; a quadratic pass takes minutes.
        assert!(start.elapsed().as_secs() < 10, "{unit}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_gives_ordered_ranges_that_can_be_read(parts in proptest::collection::vec(part(), 0..24)) {
        let reading = reading(&BlockKind::Paragraph, &[&parts.concat()]);
        let prose = reading.prose.text();
        let mut end = 0;
        for email in emails(&reading) {
            assert!(email.prose.start() >= end && prose.get(email.prose.indices()).is_some());
            end = email.prose.end();
            let Some(defect) = email.defect else { continue };
            assert!(email.prose.covers(defect.part) && !defect.part.of(prose).is_empty());
            for (range, _) in defect.repair.into_iter().flat_map(|repair| repair.edits) {
                assert!(email.prose.covers(range) && !range.of(prose).is_empty());
            }
        }
    }
}

/// Pieces of which broken addresses are made.
fn part() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::strategy::Strategy;
    let words = proptest::sample::select(vec![
        "@",
        "@",
        "@",
        ".",
        "..",
        "-",
        "_",
        " ",
        " ",
        ",",
        ";",
        ":",
        "[",
        "]",
        "(",
        ")",
        "[at]",
        "(dot)",
        " at ",
        " dot ",
        " AT ",
        "hi",
        "privacy",
        "acme",
        "com",
        "Com",
        "co",
        "uk",
        "example",
        "e-mail us at ",
        "mail: ",
        "such as ",
        "spaces",
        "ü",
        "邮",
        "İ",
        "ß",
        "\u{301}",
        "\u{A0}",
        "\n",
        "...",
        "'",
        "://",
        "www.",
        "5",
        "](mailto:",
        "acme.com",
        "hi@acme.com",
        "con",
    ]);
    proptest::prop_oneof![9 => words.prop_map(str::to_owned), 1 => proptest::prelude::any::<char>().prop_map(String::from)]
}
