//! What holds of every reading: spans read back as their words, the parts fit together, and neither line ends nor
//! typography nor the width of the text change a sentence.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{assemble, assemble_markup};
use crate::doc::raw::{Piece, RawBlock, RawKind, RawLink, RawReading};
use crate::doc::{BlockId, BlockKind, Format, LinkKind, ProseBuilder, Reading, plain, read};
use crate::text::{SourceText, TextRange};

fn sentences(text: &str) -> Vec<String> {
    let source = SourceText::new(text.as_bytes()).expect("policies decode");
    let reading = read(&source, Format::Plain);
    reading.sentences.iter().map(|sentence| reading.words(sentence.prose).to_owned()).collect()
}

/// What stands at a range of the source, folded.
fn refolded(text: &str, range: TextRange) -> String {
    let mut builder = ProseBuilder::default();
    let block = builder.push_block(text, &[Piece::verbatim(range)]);
    block.range.of(builder.prose().text()).to_owned()
}

/// Every block and sentence reads back from the source as its words.
fn reads_back(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    let sentences = reading.sentences.iter().map(|sentence| sentence.prose);
    for range in reading.blocks.iter().map(|block| block.prose).chain(sentences) {
        prop_assert_eq!(refolded(text, reading.prose.to_source(range)), reading.words(range));
    }
    Ok(())
}

/// Blocks, sentences, sections and documents fit together.
fn fits(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    let mut end = 0;
    for (at, block) in reading.blocks.iter().enumerate() {
        prop_assert!(block.prose.start() >= end);
        prop_assert!(text.is_char_boundary(block.source.start()) && text.is_char_boundary(block.source.end()));
        end = block.prose.end();
        let mut words = String::new();
        for sentence in &reading.sentences[block.sentences.clone()] {
            prop_assert_eq!(sentence.block.index(), at);
            prop_assert!(block.prose.covers(sentence.prose) && !sentence.prose.is_empty());
            words.push_str(reading.words(sentence.prose));
        }
        prop_assert_eq!(
            words.replace(' ', ""),
            reading.words(block.prose).replace(' ', ""),
            "sentences tile the block"
        );
        if let Some(lead_in) = block.lead_in {
            prop_assert!(reading.sentence(lead_in).block.index() < at);
        }
        prop_assert!(block.line_breaks.iter().all(|line_break| block.prose.contains(*line_break)));
        let section = reading.section(block.section);
        prop_assert!(reading.documents[section.document].blocks.contains(&at));
        if let (BlockKind::Heading { level }, false) = (&block.kind, block.furniture) {
            prop_assert_eq!(section.heading.map(|heading| heading.index()), Some(at));
            prop_assert_eq!(section.level, *level);
        }
        let outward: Vec<u8> = reading.section_path(block.section).map(|section| section.level).collect();
        prop_assert!(outward.windows(2).all(|pair| pair[0] > pair[1]));
    }
    prop_assert!(!reading.documents.is_empty());
    let (mut blocks, mut sentences, mut prose) = (0, 0, 0);
    for document in &reading.documents {
        let starts = (document.blocks.start, document.sentences.start, document.prose.start());
        prop_assert_eq!(starts, (blocks, sentences, prose));
        (blocks, sentences, prose) = (document.blocks.end, document.sentences.end, document.prose.end());
        prop_assert!(document.title.is_none_or(|title| document.blocks.contains(&title.index())));
    }
    prop_assert_eq!((blocks, sentences), (reading.blocks.len(), reading.sentences.len()));
    prop_assert_eq!(prose, reading.prose.text().len());
    let in_reading = |block: BlockId| block.index() < reading.blocks.len();
    prop_assert!(reading.links.iter().all(|link| in_reading(link.block)));
    prop_assert!(reading.links.iter().all(|link| reading.block(link.block).prose.covers(link.prose)));
    prop_assert!(reading.anchors.iter().all(|(_, block)| in_reading(*block)));
    prop_assert!(reading.attributes.iter().all(|(.., block)| in_reading(*block)));
    Ok(())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let reading = assemble(text, plain::read(text));
    reads_back(text, &reading)?;
    fits(text, &reading)
}

/// A marked-up text: its lines as blocks of any kind, each of several pieces.
fn marked_up() -> impl Strategy<Value = (String, RawReading)> {
    let kind = prop_oneof![
        4 => Just(RawKind::Paragraph),
        1 => (1_u8..7).prop_map(|level| RawKind::Heading { level }),
        2 => (0_u8..4, "[a-c1-3]?", any::<bool>())
            .prop_map(|(depth, ordinal, first)| RawKind::Item { depth, ordinal, first }),
        1 => (0_u32..3, 0_u32..3, any::<bool>())
            .prop_map(|(row, column, header)| RawKind::Cell { table: 0, row, column, header }),
        1 => Just(RawKind::Code),
    ];
    let words = prop_oneof![
        sentence(),
        "[a-c1-3(). :;A-C\u{2022}-]{0,30}",
        Just("We keep: a. names b. places c. dates. That is all.".to_owned()),
        Just("1. Names 2) places (a) and (b) dates".to_owned()),
    ];
    let block = (kind, prop::collection::vec(words, 0..4), any::<bool>(), any::<bool>(), 0_usize..4, 0_usize..4);
    prop::collection::vec(block, 0..12).prop_map(|blocks| {
        let mut text = String::new();
        let mut raw = RawReading::default();
        for (kind, pieces, breaks, furniture, from, to) in blocks {
            let start = text.len();
            let mut block = RawBlock::new(kind, TextRange::empty(start));
            for words in pieces {
                block.pieces.push(Piece::verbatim(TextRange::new(text.len(), text.len() + words.len())));
                text.push_str(&words);
                let range = TextRange::new(text.len(), text.len() + 4);
                text.push_str("<br>");
                block.pieces.push(Piece::replaced(range, if breaks { "\n" } else { " " }));
            }
            block.source = TextRange::new(start, text.len());
            block.furniture = furniture && from == to;
            let target_source = TextRange::empty(start);
            block.links.push(RawLink {
                pieces: from..to.max(from),
                target: String::new(),
                target_source,
                kind: LinkKind::Target,
            });
            block.anchors.push(format!("a{start}"));
            block.attributes.push(("datetime".to_owned(), String::new(), target_source));
            raw.blocks.push(block);
        }
        (text, raw)
    })
}

/// Words as policies use them, among them those that trip a splitter.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "we",
        "collect",
        "your",
        "name",
        "address",
        "opt-out",
        "third-party",
        "and",
        "or",
        "the",
        "of",
        "to",
        "data",
        "information",
        "with Lantern",
        "by Google",
        "in the U.S.",
        "e.g.",
        "from Lantern Inc.",
        "(such",
        "as)",
        "cookies",
        "purposes",
        "14",
        "\u{201C}we\u{201D}",
        "users\u{2019}",
        "service\u{2014}and",
        "first- and third-party",
        "customers,",
        "\u{A7}",
        "1798.105(d)",
    ])
}

fn sentence() -> impl Strategy<Value = String> {
    let opening = prop::sample::select(vec!["We", "You", "They", "This site may", "If we"]);
    let end = prop::sample::select(vec![".", ".", ".", "?", "!"]);
    (opening, prop::collection::vec(word(), 6..24), end)
        .prop_map(|(first, words, end)| format!("{first} keep {}{end}", words.join(" ")))
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..5).prop_map(|sentences| sentences.join(" "))
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => paragraph(),
        1 => prop::sample::select(vec!["How We Use Data", "YOUR RIGHTS", "2. Cookies", "Do we sell data?"]).prop_map(str::to_owned),
        1 => prop::collection::vec(prop::collection::vec(word(), 2..6), 1..4).prop_map(|items| {
            let lines: Vec<String> = items.iter().map(|words| format!("- {}", words.join(" "))).collect();
            format!("We keep the following:\n{}", lines.join("\n"))
        }),
    ]
}

fn policy() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(block(), 1..8)
}

/// Breaks a paragraph at spaces so that no line is longer than `width`, and at hyphens where `hyphens` says so.
fn wrap(paragraph: &str, width: usize, hyphens: bool) -> String {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        let length = line.chars().count() + 1 + word.chars().count();
        match word.split_once('-') {
            _ if line.is_empty() => line.push_str(word),
            _ if length <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some((head, tail))
                if hyphens
                    && tail.starts_with(char::is_lowercase)
                    && line.chars().count() + head.len() + 2 <= width =>
            {
                line.push_str(&format!(" {head}-"));
                lines.push(tail.to_owned());
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

proptest! {
    // The same texts on every run.
    #![proptest_config(ProptestConfig {
        cases: 256, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}|(?s:.{0,200})") {
        check(&text)?;
    }

    #[test]
    fn any_lines_of_policy_like_characters_are_read(text in "([A-Za-z0-9 .,:;?!()\\-*\u{2022}|=#\"'\u{201C}\u{201D}\u{2019}\u{A0}\t@/]{0,60}(\n|\r\n|\r)){0,30}") {
        check(&text)?;
    }

    #[test]
    fn any_markup_is_assembled((text, raw) in marked_up()) {
        fits(&text, &assemble(&text, raw.clone()))?;
        fits(&text, &assemble_markup(&text, raw))?;
    }

    #[test]
    fn policies_are_read(blocks in policy()) {
        check(&blocks.join("\n\n"))?;
        check(&blocks.join("\n"))?;
    }

    #[test]
    fn line_ends_and_typography_change_no_sentence(blocks in policy()) {
        let text = blocks.join("\n\n");
        let expected = sentences(&text);
        prop_assert_eq!(&sentences(&text.replace('\n', "\r\n")), &expected);
        prop_assert_eq!(&sentences(&text.replace('\n', "\r")), &expected);
        prop_assert_eq!(&sentences(&format!("\u{FEFF}{text}")), &expected);
        prop_assert_eq!(&sentences(&text.replace(' ', "\u{A0}")), &expected);
        prop_assert_eq!(&sentences(&text.replace(['\u{201C}', '\u{201D}'], "\"").replace('\u{2019}', "'")), &expected);
        prop_assert_eq!(&sentences(&text.replace("\n\n", "\n \t\n\n\n")), &expected);
    }

    #[test]
    fn the_width_of_the_text_changes_no_sentence(blocks in policy(), width in 40_usize..100, hyphens: bool) {
        let text = blocks.join("\n\n");
        let wrapped: Vec<String> = blocks.iter().map(|block| {
            if block.contains('\n') { block.clone() } else { wrap(block, width, hyphens) }
        }).collect();
        prop_assert_eq!(sentences(&wrapped.join("\n\n")), sentences(&text));
    }
}
