use super::*;

/// The numbers of a text: the words, and what is dialled.
fn found(text: &str) -> Vec<(&str, String)> {
    let say = |number: &Number| format!("{}{}", number.dialled, if number.toll_free { " free" } else { "" });
    in_text(text).iter().map(|number| (&text[number.range.clone()], say(number))).collect()
}

fn one(text: &str) -> String {
    let around = format!("You can reach us at {text}, or by post.");
    let all = found(&around);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    assert_eq!(all[0].0, text, "all of it and no more");
    all[0].1.clone()
}

#[test]
fn north_american_numbers() {
    assert_eq!(found("Write to us at 888 Brannan Street or 800 Nicollet Mall"), []);
    for text in ["415-555-0132", "(415) 555-0132", "415.555.0132", "415 555 0132", "(415)555-0132", "415-5550132"] {
        assert_eq!(one(text), "4155550132", "{text}");
    }
    for text in ["1-415-555-0132", "1 (415) 555-0132", "1.415.555.0132"] {
        assert_eq!(one(text), "14155550132", "{text}");
    }
    assert_eq!(one("+1 415 555 0132"), "+14155550132");
    assert_eq!(one("+14155550132"), "+14155550132");
}

#[test]
fn toll_free_numbers_with_and_without_words() {
    assert_eq!(one("1-800-555-0132"), "18005550132 free");
    assert_eq!(one("(833) 555-0132"), "8335550132 free");
    assert_eq!(one("+1-877-555-0132"), "+18775550132 free");
    assert_eq!(one("1-800-FLOWERS"), "18003569377 free");
    assert_eq!(one("1-888-4-PRIVACY"), "18884774822 free");
    assert_eq!(one("(855) GO-QUARRY"), "8554678277 free");
    assert_eq!(one("1-800-Gardens"), "18004273367 free");
    assert_eq!(found("Call 1-800-NUMBER or 800 people, 800 TREES."), []);
}

#[test]
fn numbers_of_other_countries() {
    assert_eq!(one("+44 20 7946 0018"), "+442079460018");
    assert_eq!(one("+44 (0)20 7946 0018"), "+4402079460018");
    assert_eq!(one("+49 30 123456-78"), "+493012345678");
    assert_eq!(one("020 7946 0018"), "02079460018");
    assert_eq!(one("(02) 9999 0018"), "0299990018");
    assert_eq!(one("01 23 45 67 89"), "0123456789");
    assert_eq!(one("1300 555 123"), "1300555123");
    assert_eq!(found("Tel. 12 34 56 78"), [("12 34 56 78", "12345678".to_owned())]);
    assert_eq!(found("Call us at 4155550132 now"), [("4155550132", "4155550132".to_owned())]);
}

#[test]
fn digits_that_number_something_else() {
    for text in [
        "Cal. Civ. Code § 1798.100-1798.199 and 45 CFR 164.520",
        "on 05/02/2023, 2024-01-05, 5.1.2024 and 01 02 2023",
        "Boston, MA 02139-4307",
        "SSN 000-12-3456",
        "server 192.168.100.200",
        "company number 0123 456 789 0",
        "EIN 12-3456789",
        "case 4155550132",
        "123-456-7890",
        "pages 415-555-01324",
        "for 200 000 000 users, or $415 555 0132",
        "version 3.2.1 of 100 200 300",
        "ISO 27001:2013 and 27701",
        "within 45 days, or 90 days at most; 10.1.1.100",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_sentence_end_parts_numbers() {
    let text = "Founded in 2001. 415-555-0132 is our number. Or 1-800-555-0132 x12.";
    assert_eq!(found(text).iter().map(|(words, _)| *words).collect::<Vec<_>>(), ["415-555-0132", "1-800-555-0132"]);
}

#[test]
fn a_telefax_is_told_from_a_telephone() {
    let fax = |text: &str, at: usize| Before::read(text, at).fax;
    assert!(fax("Fax: 415-555-0132", 5));
    assert!(!fax("Phone/Fax: 415-555-0132", 11));
    assert!(!fax("Fax 415-555-0132, phone 415-555-0133", 24));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}", digits in "[-0-9 ().+A-Z/]{0,60}") {
        for text in [text, digits] {
            let mut last = 0;
            for number in in_text(&text) {
                proptest::prop_assert!(text.is_char_boundary(number.range.start) && text.is_char_boundary(number.range.end));
                proptest::prop_assert!(number.range.start >= last && number.range.start < number.range.end);
                last = number.range.end;
            }
        }
    }
}
