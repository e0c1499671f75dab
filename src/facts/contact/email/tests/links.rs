//! What is wrong with the link under an address.

use super::*;

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
    let text = "[customer- care@acme.example](mailto:customer-care@acme.example)";
    assert_defect(text, "customer- care@acme.example", "customer-care@acme.example", &DefectKind::Space);
}

#[test]
fn a_link_shows_where_the_address_ends() {
    let kind = DefectKind::Glued { word: "or".to_owned() };
    assert_defect(
        "write to [privacy@acme.com](mailto:privacy@acme.com)or call",
        "privacy@acme.comor",
        "privacy@acme.com",
        &kind,
    );
    assert_defect(
        "write to [privacy@acme.comor](mailto:privacy@acme.com) call",
        "privacy@acme.comor",
        "privacy@acme.com",
        &kind,
    );
    let differs = TargetDefectKind::Differs { target: "privacy@acme.co".to_owned() };
    assert_eq!(target_defect("[privacy@acme.com](mailto:privacy@acme.co)"), Some(differs));
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
