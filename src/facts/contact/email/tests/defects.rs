//! What is wrong with an address as written.

use super::*;

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
        ("hi@acme com", "hi@acme com", "hi@acme.com"),
        ("to rent our space email hi@ acme.com", "hi@ acme.com", "hi@acme.com"),
    ] {
        assert_defect(text, words, address, &DefectKind::Space);
    }
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
        "please enter your e-mail address: you@domain.com",
        "por ejemplo, sunombre@suempresa.com",
    ] {
        let email = emails(&reading(&BlockKind::Paragraph, &[text])).remove(0);
        assert_eq!((email.defect, email.illustrative), (None, true), "{text}");
    }
}

#[test]
fn repairs_what_can_be_repaired() {
    for (text, repair) in [
        ("hi @ acme . com", Some(("hi@acme.com", true))),
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
fn rules_can_ask_for_each_kind_by_name() {
    for (text, name) in [
        ("hi@ acme.com", "space"),
        ("hi@@acme.com", "syntax"),
        ("hi@yourdomain.com", "placeholder"),
        ("hi@acme.example", "reserved"),
        ("hi@gmial.com", "typo"),
        ("write to hi@acme", "missing-suffix"),
        ("write to hi@acme.corpx", "unknown-suffix"),
    ] {
        assert_eq!(one(text).3.map(|kind| kind.name()), Some(name), "{text}");
    }
    for (text, name) in [
        ("[hi@acme.com](mailto:ho@acme.com)", "mailto-mismatch"),
        ("[hi@acme.com](mailto:hi@acme)", "mailto-broken"),
        ("[write to us](mailto:hi@acme.example)", "reserved"),
    ] {
        assert_eq!(target_defect(text).map(|kind| kind.name()), Some(name), "{text}");
    }
}
