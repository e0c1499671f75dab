//! Whole texts through the reader.

use super::super::raw::{RawBlock, RawKind};
use super::read;

/// Each block as its kind and words: `h2 Cookies`, `p We keep names.`, `0 names` and `1a places` for items.
fn outline(text: &str) -> Vec<String> {
    let words = |block: &RawBlock| block.pieces.iter().map(|piece| piece.text(text)).collect::<String>();
    let kind = |block: &RawBlock| match &block.kind {
        RawKind::Heading { level } => format!("h{level}"),
        RawKind::Paragraph if block.furniture => "f".to_owned(),
        RawKind::Paragraph | RawKind::Title { .. } => "p".to_owned(),
        RawKind::Item { depth, ordinal, first: true } => format!("{depth}{ordinal}"),
        RawKind::Item { depth, .. } => format!("{depth}+"),
        RawKind::Cell { row, column, header, .. } => format!("c{row}{column}{}", if *header { "h" } else { "" }),
        RawKind::Code => "code".to_owned(),
    };
    read(text).blocks.iter().map(|block| format!("{} {}", kind(block), words(block))).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[&str]) {
    assert_eq!(outline(text), expected);
}

fn levels(text: &str) -> Vec<u8> {
    let level = |kind: &RawKind| match kind {
        RawKind::Heading { level } => Some(*level),
        _ => None,
    };
    read(text).blocks.iter().filter_map(|block| level(&block.kind)).collect()
}

#[test]
fn the_empty_text_and_white_space_have_no_blocks() {
    for text in ["", " ", "\n\r\n\t\n", "\u{FEFF}", "\u{200B}", "-----\n\n*****"] {
        expect(text, &[]);
    }
}

#[test]
fn short_lines_above_text_are_headings() {
    for heading in [
        "How We Use Your Data",
        "HOW WE USE YOUR DATA",
        "How do we use your data?",
        "1. Use of Data",
        "2- About the Use of Data",
        "Section 3: Use of Data",
        "Use of your data",
        "Cookies",
        "We Collect and Use Anonymous Data",
        "Data We Collect:",
    ] {
        let text = format!(
            "We sell lamps to people at home.\n{heading}\nWe keep what you tell us for a year. Then we erase it."
        );
        let found = outline(&text);
        assert!(found[1].starts_with('h') && found[1].ends_with(heading), "{found:?}");
    }
}

#[test]
fn short_lines_that_are_no_headings() {
    for line in [
        "We may use cookies for tracking purposes",
        "Your data may be shared with partners",
        "Last updated: May 3, 2024",
        "Write to privacy@lantern.example",
        "Please read this page",
        "It is also kept safe",
    ] {
        let text =
            format!("We sell lamps to people at home.\n{line}\nWe keep what you tell us for a year. Then we erase it.");
        assert_eq!(outline(&text)[1], format!("p {line}"));
    }
    // Nothing stands under the last line of a text.
    assert_eq!(outline("We sell lamps to people at home.\n\nSpecial Offers")[1], "p Special Offers");
}

#[test]
fn underlines_and_hashes_give_the_level() {
    assert_eq!(
        levels(
            "Lamps and data\n==============\nkept here\n\nNames\n-----\nWe keep names.\n\n### Places\nWe keep those."
        ),
        [1, 2, 3]
    );
}

#[test]
fn numbers_tell_the_depth() {
    let text = "Privacy Policy\n1. What We Keep\nWe keep names.\n1.1 Names of Users\nWe keep those too.\n\
                Cookies\nWe set them.\n2. How We Use It\nWe use it to greet.";
    assert_eq!(levels(text), [1, 2, 3, 3, 2]);
}

#[test]
fn capitals_outrank_title_case() {
    let text =
        "PRIVACY NOTICE\nYOUR DATA\nWe keep names.\nPublic Sources\nWe read the papers.\nYOUR RIGHTS\nYou may ask us.";
    assert_eq!(levels(text), [1, 2, 3, 2]);
}

#[test]
fn a_series_goes_under_the_heading_without_text() {
    let text = "Your Rights\nRight to Know\nYou may ask us.\nMaking a Request\nYou may write to us.\n\
                Right to Erase\nYou may ask us again.\nContact Us\nYou may write to us.";
    assert_eq!(levels(text), [2, 3, 3, 3, 2]);
}

#[test]
fn bullets_of_all_kinds() {
    for bullet in ["- ", "\u{2022} ", "\u{2022}", "* ", "\u{00B7} ", "\u{2013} ", "o ", "\u{2022}\n"] {
        let text = format!("We keep:\n{bullet}names\n{bullet}places");
        expect(&text, &["p We keep:", "0 names", "0 places"]);
    }
    expect("We keep:\n(a) names\n(b) places", &["p We keep:", "0a names", "0b places"]);
    expect("We keep:\ni. names\nii. places", &["p We keep:", "0i names", "0ii places"]);
    expect("We keep:\n1) names\n2) places", &["p We keep:", "01 names", "02 places"]);
}

#[test]
fn lists_nest_by_indentation_and_by_marker() {
    expect("- data\n  - names\n  - places\n- files", &["0 data", "1 names", "1 places", "0 files"]);
    expect("1. data\n- names\n- places\n2. files", &["01 data", "1 names", "1 places", "02 files"]);
    expect("(a) data\n(i) names\n(ii) places\n(b) files", &["0a data", "1i names", "1ii places", "0b files"]);
    expect("(g) one\n(h) two\n(i) three\n(j) four", &["0g one", "0h two", "0i three", "0j four"]);
}

#[test]
fn a_hanging_paragraph_continues_its_item() {
    expect(
        "- Names are kept.\n\n  We erase them later.\n- Places",
        &["0 Names are kept.", "0+ We erase them later.", "0 Places"],
    );
}

#[test]
fn a_short_numbered_list_is_no_row_of_headings() {
    expect(
        "We keep:\n1. Names\n2. Places\n3. Dates\nWe erase them.",
        &["p We keep:", "01 Names", "02 Places", "03 Dates", "p We erase them."],
    );
}

#[test]
fn items_without_markers_follow_their_lead_in() {
    expect(
        "We use data to:\nrun the shop;\nmend the shop; and\npay our bills.\nWhich of these applies depends on you.",
        &[
            "p We use data to:",
            "0 run the shop;",
            "0 mend the shop; and",
            "0 pay our bills.",
            "p Which of these applies depends on you.",
        ],
    );
    expect(
        "We will not:\nDeny you goods.\nCharge you prices that are higher.\nOther Rights\nYou may also write to us. We answer.",
        &[
            "p We will not:",
            "0 Deny you goods.",
            "0 Charge you prices that are higher.",
            "h2 Other Rights",
            "p You may also write to us. We answer.",
        ],
    );
    expect(
        "We use three kinds of files, as follows:\nCookies. A cookie is a file.\nBeacons. A beacon is a picture.\nWe may use more.",
        &[
            "p We use three kinds of files, as follows:",
            "0 Cookies. A cookie is a file.",
            "0 Beacons. A beacon is a picture.",
            "p We may use more.",
        ],
    );
}

#[test]
fn a_new_lead_in_ends_a_list() {
    expect(
        "We use data to:\nGreet you.\nWe may share data to:\nGreet others.",
        &["p We use data to:", "0 Greet you.", "p We may share data to:", "0 Greet others."],
    );
}

#[test]
fn labels_that_announce_lists_are_items_of_the_list_around() {
    expect(
        "Our partners are:\nBanks:\n- First\n- Second\nShops:\n- Third",
        &["p Our partners are:", "0 Banks:", "1 First", "1 Second", "0 Shops:", "1 Third"],
    );
}

#[test]
fn whole_sentences_after_a_colon_are_paragraphs() {
    expect(
        "We agree to this:\nUsers can visit us unseen. They need no name.\nOur page is easy to find in every menu.",
        &[
            "p We agree to this:",
            "p Users can visit us unseen. They need no name.",
            "p Our page is easy to find in every menu.",
        ],
    );
}

#[test]
fn tables() {
    expect(
        "We keep:\nData | Kept\nNames | yes\n\nThat is all.",
        &["p We keep:", "c00h Data", "c01h Kept", "c10 Names", "c11 yes", "p That is all."],
    );
}

#[test]
fn address_lines_are_one_paragraph() {
    let address = "Lantern Works\n12 Harbour Street\nSpringfield, NC 28146\nUSA\nprivacy@lantern.example";
    let text = format!("You may write to us at:\n{address}\n\nYour Rights\nYou may ask us for a copy. It is free.");
    assert_eq!(outline(&text)[1..3], [format!("p {address}"), "h2 Your Rights".to_owned()]);
}

#[test]
fn menus_and_footers_are_furniture() {
    let text = "Home\nShop\nAbout Us\nContact\n\nPrivacy Policy\n\nWe keep what you tell us for a year. Then we erase it.\n\n\
                \u{A9} 2024 Lantern Works. All rights reserved.\nShopping Cart";
    let found = outline(text);
    assert_eq!(found.iter().filter(|block| block.starts_with('f')).count(), 6, "{found:?}");
    assert!(found.contains(&"h1 Privacy Policy".to_owned()));
}

#[test]
fn a_table_of_contents_is_a_list() {
    let text = "1. Names\n2. Places\n3. Dates\n1. Names\nWe keep names. They are safe.\n2. Places\nWe keep places. They are safe.\n\
                3. Dates\nWe keep dates. They are safe.";
    let found = outline(text);
    assert_eq!(found[..3], ["01 Names", "02 Places", "03 Dates"]);
    assert_eq!(found.iter().filter(|block| block.starts_with('h')).count(), 3);
}
