//! What holds for any text at all.

use super::*;

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
        // Half a second without optimisation; a quadratic pass takes minutes, and would be missed by nobody.
        let found = emails(&reading);
        let ends = |email: &super::super::Email| email.prose.end() <= reading.prose.text().len();
        assert!(
            found.windows(2).all(|pair| pair[0].prose.end() <= pair[1].prose.start()) && found.iter().all(ends),
            "{unit}"
        );
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
