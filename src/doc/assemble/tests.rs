//! Whole texts through the assembler.

use super::{assemble, assemble_markup};
use crate::doc::LinkKind;
use crate::doc::raw::{Piece, RawBlock, RawKind, RawLink, RawReading};
use crate::doc::{Block, BlockKind, Reading, plain};
use crate::text::TextRange;

fn read(text: &str) -> Reading {
    assemble(text, plain::read(text))
}

fn kind(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading { level } => format!("h{level}"),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::Item(item) => format!("{}{}{}", item.depth, item.ordinal, if item.run_in { "r" } else { "" }),
        BlockKind::Cell(cell) => format!("c{}{}", cell.row, cell.column),
        BlockKind::Code => "code".to_owned(),
    }
}

/// Each block as its kind and words, with the sentence that it completes.
fn outline(reading: &Reading) -> Vec<String> {
    let line = |block: &Block| {
        let lead_in = block.lead_in.map(|lead_in| format!(" < {}", reading.words(reading.sentence(lead_in).prose)));
        format!("{} {}{}", kind(block), reading.words(block.prose), lead_in.unwrap_or_default())
    };
    reading.blocks.iter().map(line).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[&str]) {
    assert_eq!(outline(&read(text)), expected);
}

/// A block of a marked-up text whose words are all of `words`.
fn marked(source: &str, kind: RawKind, words: &str) -> RawBlock {
    let at = source.find(words).unwrap_or_default();
    let range = TextRange::new(at, at + words.len());
    let mut block = RawBlock::new(kind, range);
    block.pieces.push(Piece::verbatim(range));
    block
}

fn paragraphs(source: &str) -> RawReading {
    let blocks = source.lines().map(|line| marked(source, RawKind::Paragraph, line)).collect();
    RawReading { blocks, ..RawReading::default() }
}

fn titles(reading: &Reading) -> Vec<Option<&str>> {
    let title = |document: &crate::doc::Document| document.title.map(|title| reading.words(reading.block(title).prose));
    reading.documents.iter().map(title).collect()
}

const TEXT: &str = "We keep what you tell us for as long as you like. We keep nothing else at all in our rooms. \
                    You may ask us for all that we have about you. You may have it erased on any day of the year. \
                    We answer every letter that reaches us by post. We do so within a week, on paper of good make.";

mod lists {
    use super::*;

    #[test]
    fn items_complete_the_last_sentence_before_the_list() {
        expect(
            "We keep little. We keep:\n- names\n- places",
            &["p We keep little. We keep:", "0 names < We keep:", "0 places < We keep:"],
        );
        expect(
            "You have the following rights.\n- To know\n- To erase",
            &[
                "p You have the following rights.",
                "0 To know < You have the following rights.",
                "0 To erase < You have the following rights.",
            ],
        );
        expect("We are careful.\n- names\n- places", &["p We are careful.", "0 names", "0 places"]);
    }

    #[test]
    fn a_lead_in_reaches_past_nested_lists() {
        expect(
            "We keep:\n- data:\n  - names\n  - places\n- files",
            &["p We keep:", "0 data: < We keep:", "1 names < data:", "1 places < data:", "0 files < We keep:"],
        );
    }

    #[test]
    fn an_item_that_ends_in_a_colon_opens_a_list_on_its_own_level() {
        expect(
            "We keep:\n- Data from you, such as:\n- names; and\n- places.\n- Files",
            &[
                "p We keep:",
                "0 Data from you, such as: < We keep:",
                "1 names; and < Data from you, such as:",
                "1 places. < Data from you, such as:",
                "0 Files < We keep:",
            ],
        );
    }

    #[test]
    fn nothing_reaches_past_other_blocks() {
        expect(
            "We keep:\n- names\nNo more than that is kept by us.\n- places",
            &["p We keep:", "0 names < We keep:", "p No more than that is kept by us.", "0 places"],
        );
    }

    #[test]
    fn a_paragraph_completes_the_colon_before_it() {
        expect(
            "We agree to this:\nUsers can visit us unseen. They need no name.",
            &["p We agree to this:", "p Users can visit us unseen. They need no name. < We agree to this:"],
        );
    }

    #[test]
    fn run_in_lists_are_items() {
        expect(
            "We never keep: a. Names (all of them) b. Places (of users) Other Ways of Collecting: We ask when: a. You call. b. You write.",
            &[
                "p We never keep:",
                "0ar Names (all of them) < We never keep:",
                "0br Places (of users) < We never keep:",
                "p Other Ways of Collecting: We ask when:",
                "0ar You call. < Other Ways of Collecting: We ask when:",
                "0br You write. < Other Ways of Collecting: We ask when:",
            ],
        );
        expect(
            "An agent may ask. They need to (i) show a letter, or (ii) call. We answer.",
            &[
                "p An agent may ask. They need to",
                "0ir show a letter, or < They need to",
                "0iir call. < They need to",
                "p We answer.",
            ],
        );
    }

    #[test]
    fn lists_run_into_items_nest() {
        expect(
            "We keep:\n- data that (a) you give and (b) others give.\n- files",
            &[
                "p We keep:",
                "0 data that < We keep:",
                "1ar you give and < data that",
                "1br others give. < data that",
                "0 files < We keep:",
            ],
        );
        expect(
            "We keep:\n1) names 2) places 3) dates",
            &["p We keep:", "01r names < We keep:", "02r places < We keep:", "03r dates < We keep:"],
        );
    }
}

mod tables {
    use super::*;

    #[test]
    fn cells_know_their_heads_and_the_sentence_before() {
        let reading = read("We keep little. We keep this:\nData | Kept\nNames | yes\nPlaces | no");
        let cell = |at: usize| match &reading.blocks[at].kind {
            BlockKind::Cell(cell) => cell,
            other => unreachable!("{other:?}"),
        };
        let words = |head: Option<crate::doc::BlockId>| head.map(|head| reading.words(reading.block(head).prose));
        assert_eq!((words(cell(2).row_head), words(cell(2).column_head)), (None, None));
        assert_eq!((words(cell(3).row_head), words(cell(3).column_head)), (None, Some("Data")));
        assert_eq!((words(cell(6).row_head), words(cell(6).column_head)), (Some("Places"), Some("Kept")));
        let lead_ins: Vec<_> =
            (1..7).map(|at| reading.blocks[at].lead_in.map(|id| reading.words(reading.sentence(id).prose))).collect();
        assert_eq!(lead_ins, [Some("We keep this:"); 6]);
    }

    #[test]
    fn a_first_row_of_short_cells_heads_a_table_without_marked_heads() {
        let source = "Data Kept Names yes";
        let cell = |row, column, words| marked(source, RawKind::Cell { table: 0, row, column, header: false }, words);
        let blocks = vec![cell(0, 0, "Data"), cell(0, 1, "Kept"), cell(1, 0, "Names"), cell(1, 1, "yes")];
        let reading = assemble_markup(source, RawReading { blocks, ..RawReading::default() });
        let BlockKind::Cell(last) = &reading.blocks[3].kind else { unreachable!() };
        assert_eq!(last.column_head.map(|head| head.0), Some(1));
        assert_eq!(last.row_head.map(|head| head.0), Some(2));
    }
}

mod sections {
    use super::*;

    #[test]
    fn sections_nest_by_level() {
        let reading =
            read("Privacy Policy\n1. Data\nWe keep names.\n1.1 Names\nWe keep those.\n2. Rights\nYou may ask us.");
        let heads = |at: usize| -> Vec<&str> {
            let path = reading.section_path(reading.blocks[at].section);
            path.filter_map(|section| section.heading)
                .map(|heading| reading.words(reading.block(heading).prose))
                .collect()
        };
        assert_eq!(heads(4), ["1.1 Names", "1. Data", "Privacy Policy"]);
        assert_eq!(heads(6), ["2. Rights", "Privacy Policy"]);
        assert_eq!(reading.sections[0].heading, None);
    }

    #[test]
    fn headings_of_menus_open_no_section() {
        let source = "Shop by room Cookies We set some.";
        let mut menu = marked(source, RawKind::Heading { level: 1 }, "Shop by room");
        menu.furniture = true;
        let blocks = vec![
            marked(source, RawKind::Heading { level: 2 }, "Cookies"),
            menu,
            marked(source, RawKind::Paragraph, "We set some."),
        ];
        let reading = assemble_markup(source, RawReading { blocks, ..RawReading::default() });
        assert_eq!(reading.sections.len(), 2);
        assert!(reading.blocks[1].furniture && reading.blocks[2].section == reading.blocks[0].section);
    }
}

mod documents {
    use super::*;

    #[test]
    fn the_empty_text_is_one_document_without_title() {
        let reading = read("");
        assert_eq!(titles(&reading), [None]);
        assert_eq!((reading.documents[0].blocks.clone(), reading.sections.len()), (0..0, 1));
    }

    #[test]
    fn a_title_with_a_date_of_its_own_begins_another_document() {
        let text = format!(
            "Privacy Policy\n\n{TEXT}\n\nPrivacy Policy for California Residents\nEffective Date: May 3, 2024\nIt adds to the rest."
        );
        assert_eq!(titles(&read(&text)), [Some("Privacy Policy"), Some("Privacy Policy for California Residents")]);
    }

    #[test]
    fn a_supplement_says_that_it_is_one() {
        let text = format!(
            "Privacy Policy\n\n{TEXT}\n\nPrivacy Notice for California Residents\nThis notice supplements the policy of Lantern Works and applies to Californians."
        );
        assert_eq!(read(&text).documents.len(), 2);
    }

    #[test]
    fn terms_and_policy_are_two() {
        let text = format!(
            "Terms of Service\n\n{TEXT}\n\nPrivacy Policy\nThis privacy policy tells what we keep. It is short."
        );
        assert_eq!(titles(&read(&text)), [Some("Terms of Service"), Some("Privacy Policy")]);
    }

    #[test]
    fn what_begins_no_document() {
        for section in [
            "Privacy Policy changes\nWe may change it. We tell you when.",
            "Our Privacy Policy\nThis privacy policy is short. We like it so.",
            "California Privacy Rights\nThis notice supplements the rest. It is short.",
            "California Privacy Notice\nResidents of California have more rights. They are few.",
            "Cookie Policy\nThis cookie policy tells which cookies we set. They are few.",
            "12. Privacy Notice for Texans\nEffective Date: May 3, 2024",
            "Privacy Policy\nEffective Date: May 3, 2024",
        ] {
            let text = format!("Privacy Policy\n\n{TEXT}\n\n{section}");
            assert_eq!(titles(&read(&text)), [Some("Privacy Policy")], "{section}");
        }
    }

    #[test]
    fn two_titles_on_top_are_one_document() {
        let text = format!("Privacy Policy\n\nPrivacy & Policy\n\n{TEXT}");
        assert_eq!(titles(&read(&text)), [Some("Privacy Policy")]);
    }

    #[test]
    fn the_title_may_come_second_or_not_at_all() {
        assert_eq!(
            titles(&read(&format!("Last Updated: May 3, 2024\n\nPrivacy Notice\n\n{TEXT}"))),
            [Some("Privacy Notice")]
        );
        assert_eq!(titles(&read(&format!("Last Updated: May 3, 2024\n\n{TEXT}\n\nYour Rights\n{TEXT}"))), [None]);
    }
}

mod markup {
    use super::*;

    #[test]
    fn bare_paragraphs_come_to_the_model_of_plain_text() {
        let source = "Privacy Policy\nWe keep little. We use data to:\n\u{2022} greet you\n\u{2022} pay our bills\nHow We Keep It\nWe keep it for a year. We will not:\n\
                      Sell you goods.\nCharge you more.";
        assert_eq!(outline(&assemble_markup(source, paragraphs(source))), outline(&read(source)));
    }

    #[test]
    fn found_headings_lie_under_marked_ones() {
        let source = "Data\nWe keep names. They are safe.\nPublic Sources\nWe read the papers. They are dull.";
        let mut raw = paragraphs(source);
        raw.blocks[0].kind = RawKind::Heading { level: 2 };
        assert_eq!(outline(&assemble_markup(source, raw))[2], "h3 Public Sources");
    }

    #[test]
    fn markers_within_marked_items_are_no_words() {
        let source = "(a) names";
        let blocks = vec![marked(source, RawKind::Item { depth: 0, ordinal: String::new(), first: true }, source)];
        let reading = assemble_markup(source, RawReading { blocks, ..RawReading::default() });
        assert_eq!(outline(&reading), ["0a names"]);
    }

    #[test]
    fn later_paragraphs_of_an_item_complete_the_lead_in_only_behind_a_label() {
        let item = |source: &str, first: bool, words: &str| {
            marked(source, RawKind::Item { depth: 0, ordinal: String::new(), first }, words)
        };
        let source = "We never sell: Names First and last names. Places. We keep them.";
        let blocks = vec![
            marked(source, RawKind::Paragraph, "We never sell:"),
            item(source, true, "Names"),
            item(source, false, "First and last names."),
            item(source, true, "Places."),
            item(source, false, "We keep them."),
        ];
        let reading = assemble_markup(source, RawReading { blocks, ..RawReading::default() });
        let items = [
            "0 Names < We never sell:",
            "0 First and last names. < Names",
            "0 Places. < We never sell:",
            "0 We keep them.",
        ];
        assert_eq!(outline(&reading)[1..], items, "the label completes the lead-in, and what it introduces the label");
    }

    #[test]
    fn links_anchors_and_attributes_go_to_the_part_that_holds_them() {
        let source = "We keep: a. names b. places";
        let mut block = RawBlock::new(RawKind::Paragraph, TextRange::new(0, source.len()));
        let names = source.find("names").unwrap_or_default();
        block.pieces = vec![
            Piece::verbatim(TextRange::new(0, names)),
            Piece::verbatim(TextRange::new(names, names + 5)),
            Piece::verbatim(TextRange::new(names + 5, source.len())),
        ];
        block.links.push(RawLink {
            pieces: 1..2,
            target: "#n".to_owned(),
            target_source: TextRange::empty(names),
            kind: LinkKind::Target,
        });
        block.anchors.push("keep".to_owned());
        block.attributes.push(("datetime".to_owned(), "2024".to_owned(), TextRange::new(names + 9, names + 11)));
        let reading = assemble(source, RawReading { blocks: vec![block], ..RawReading::default() });
        assert_eq!(outline(&reading), ["p We keep:", "0ar names < We keep:", "0br places < We keep:"]);
        assert_eq!((reading.words(reading.links[0].prose), reading.links[0].block.0), ("names", 1));
        assert_eq!(reading.anchors[0].1.0, 0);
        assert_eq!(reading.attributes[0].3.0, 2);
    }

    #[test]
    fn anchors_of_blocks_without_words_lead_to_the_next() {
        let source = "  We keep names.";
        let mut empty = marked(source, RawKind::Paragraph, "  ");
        empty.anchors.push("top".to_owned());
        let blocks = vec![empty, marked(source, RawKind::Paragraph, "We keep names.")];
        let reading = assemble(source, RawReading { blocks, ..RawReading::default() });
        assert_eq!(reading.blocks.len(), 1);
        assert_eq!(reading.anchors, [("top".to_owned(), crate::doc::BlockId(0))]);
    }

    #[test]
    fn anchors_behind_the_last_block_lead_to_it() {
        let source = "We keep names.  ";
        let mut empty = marked(source, RawKind::Paragraph, "  ");
        empty.anchors.push("end".to_owned());
        let blocks = vec![marked(source, RawKind::Paragraph, "We keep names."), empty];
        let reading = assemble(source, RawReading { blocks, ..RawReading::default() });
        assert_eq!(reading.anchors, [("end".to_owned(), crate::doc::BlockId(0))]);
    }

    #[test]
    fn code_is_no_prose() {
        let source = "We keep names. let a = 1;";
        let blocks =
            vec![marked(source, RawKind::Paragraph, "We keep names."), marked(source, RawKind::Code, "let a = 1;")];
        let reading = assemble(source, RawReading { blocks, ..RawReading::default() });
        assert_eq!(reading.prose.text(), "We keep names.");
        assert!(reading.blocks[1].sentences.is_empty());
    }
}
