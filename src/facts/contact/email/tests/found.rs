//! What is taken for an address, and what is not.

use super::*;

#[test]
fn lists_are_in_order() {
    use super::super::words::*;
    for list in [SUFFIX_WORDS, COMMON_SUFFIXES, SECOND_LEVELS, ILLUSTRATION_STEMS] {
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
        "logo@2x.png",
        "a connection to root@localhost",
        "run at node@test",
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
        ("e-mail us (remove the spaces): privacy @ acme.com", "privacy @ acme.com"),
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
