//! Whole texts through the reader.

use super::super::raw::RawKind;
use super::read;

fn outline(text: &str) -> Vec<u8> {
    let level = |kind: &RawKind| match kind {
        RawKind::Heading { level } => Some(*level),
        _ => None,
    };
    read(text).blocks.iter().filter_map(|block| level(&block.kind)).collect()
}

#[test]
fn numbers_tell_the_depth() {
    let text = "Privacy Policy\n1. What We Keep\nWe keep names.\n1.1 Names of Users\nWe keep those too.\n\
                Cookies\nWe set them.\n2. How We Use It\nWe use it to greet.";
    assert_eq!(outline(text), [1, 2, 3, 3, 2]);
}

#[test]
fn capitals_outrank_title_case() {
    let text =
        "PRIVACY NOTICE\nYOUR DATA\nWe keep names.\nPublic Sources\nWe read the papers.\nYOUR RIGHTS\nYou may ask us.";
    assert_eq!(outline(text), [1, 2, 3, 2]);
}

#[test]
fn a_series_goes_under_the_heading_without_text() {
    let text = "Your Rights\nRight to Know\nYou may ask us.\nMaking a Request\nYou may write to us.\n\
                Right to Erase\nYou may ask us again.\nContact Us\nYou may write to us.";
    assert_eq!(outline(text), [2, 3, 3, 3, 2]);
}
