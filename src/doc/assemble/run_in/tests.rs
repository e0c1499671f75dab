//! Paragraphs in our own words, with lists and with what only looks like one.

use super::{Role, find};

/// The stretches of a text, each with its depth and ordinal.
fn read(text: &str) -> Vec<(String, String)> {
    cut(text, None)
}

fn cut(text: &str, own: Option<&str>) -> Vec<(String, String)> {
    let found = find(text, own);
    let mut parts = vec![(0, String::new())];
    parts.extend(found.iter().map(|stretch| match &stretch.role {
        Role::Text(depth) => (stretch.marker.end, format!("/{depth}")),
        Role::Item(label, depth) => (stretch.marker.end, format!("{label}{depth}")),
    }));
    let ends = found.iter().map(|stretch| stretch.marker.start).chain([text.len()]);
    let slices = parts.iter().zip(ends).map(|((start, role), end)| (role.clone(), text[*start..end].trim().to_owned()));
    slices.filter(|(_, text)| !text.is_empty()).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(role, text)| ((*role).to_owned(), (*text).to_owned())).collect();
    assert_eq!(read(text), expected);
}

#[track_caller]
fn none(text: &str) {
    assert_eq!(find(text, None), [], "{text}");
}

#[test]
fn letters_numbers_and_roman_numerals() {
    expect(
        "We do not keep: a. Names (of all kinds) b. Places (where you are) c. Faces",
        &[("", "We do not keep:"), ("a0", "Names (of all kinds)"), ("b0", "Places (where you are)"), ("c0", "Faces")],
    );
    expect(
        "You need to (i) write to us, or (ii) call us. We answer.",
        &[("", "You need to"), ("i0", "write to us, or"), ("ii0", "call us."), ("/0", "We answer.")],
    );
    expect("Steps: 1) read it 2) sign it", &[("", "Steps:"), ("10", "read it"), ("20", "sign it")]);
}

#[test]
fn references_are_no_lists() {
    none("See section 4(a) and section 4(b) of the law.");
    none("Under Article 6(1) (a) and Article 6(1) (b) we may.");
    none("See (a) above and (b) below.");
    none("We keep some data (such as (a) names and (b) places) for you.");
    none("Read section 1. Then read section 2. Then stop.");
    none("We offer plan a. We have no other plan.");
    none("Under \u{A7} 1798.105 (a) or \u{A7} 1798.105 (b) you may ask.");
    none("Vitamin A. is good, as is vitamin B. in the end.");
}

#[test]
fn letters_count_on_through_i() {
    let text = "a. one b. two c. three d. four e. five f. six g. seven h. eight i. nine j. ten";
    assert_eq!(read(text).len(), 10);
}

#[test]
fn the_last_item_ends_where_the_others_do() {
    expect(
        "We keep: a. Names. b. Places. For more, write to us.",
        &[("", "We keep:"), ("a0", "Names."), ("b0", "Places."), ("/0", "For more, write to us.")],
    );
    expect(
        "We keep: a. Names (all) b. Places (of users) Other Ways of Collecting: We collect when: a. You call. b. You write.",
        &[
            ("", "We keep:"),
            ("a0", "Names (all)"),
            ("b0", "Places (of users)"),
            ("/0", "Other Ways of Collecting: We collect when:"),
            ("a0", "You call."),
            ("b0", "You write."),
        ],
    );
}

#[test]
fn lists_in_items() {
    expect(
        "We (a) keep (i) names and (ii) places, and (b) erase them. That is all.",
        &[
            ("", "We"),
            ("a0", "keep"),
            ("i1", "names and"),
            ("ii1", "places, and"),
            ("b0", "erase them."),
            ("/0", "That is all."),
        ],
    );
}

#[test]
fn siblings_within_an_item() {
    let found = cut("Names 2) Places 3) Faces", Some("1"));
    assert_eq!(found.iter().map(|(role, _)| role.as_str()).collect::<Vec<_>>(), ["10", "20", "30"]);
}

#[test]
fn adversarial_text_is_read_to_its_end() {
    for unit in ["a. b. ", "(a) x (b) y ", "1) ", "a. xx b. yy (i) zz (ii) ww. ", "Aa: ", "(a) xx: "] {
        // A quadratic pass would not come to the end of it.
        let count = |units: usize| find(&unit.repeat(units), None).len();
        assert_eq!(count(50_000) - count(49_000), count(3_000) - count(2_000), "{unit:?}");
    }
}
