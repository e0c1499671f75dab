#![allow(clippy::unwrap_used)]

mod implied;
mod limits;

use std::sync::LazyLock;

use super::*;
use crate::doc::raw::Piece;
use crate::doc::{
    Block, BlockId, BlockKind, Document, ListItem, ProseBuilder, Reading, Section, SectionId, Sentence, SentenceId,
};
use crate::facts::Facts;
use crate::lexicon::{Lexicon, Ontology, OntologyFile};
use crate::text::TextRange;

/// The shipped ontology alone.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let files = [
        include_str!("../../../rules/lexicon/ontology/audiences.toml"),
        include_str!("../../../rules/lexicon/ontology/cues.toml"),
        include_str!("../../../rules/lexicon/ontology/data.toml"),
        include_str!("../../../rules/lexicon/ontology/mechanisms.toml"),
        include_str!("../../../rules/lexicon/ontology/products.toml"),
        include_str!("../../../rules/lexicon/ontology/purposes.toml"),
        include_str!("../../../rules/lexicon/ontology/recipients.toml"),
        include_str!("../../../rules/lexicon/ontology/verbs.toml"),
    ];
    let files: Vec<OntologyFile> = files.iter().map(|file| toml::from_str(file).unwrap()).collect();
    let mut lexicon = Lexicon::new();
    lexicon.ontology = Ontology::build(&files, &mut lexicon.vocabulary).unwrap();
    lexicon.vocabulary.index();
    lexicon
});

/// A reading of blocks: `# ` begins a heading, `- ` an item that the sentence before it leads in, anything else a paragraph. A sentence
/// ends at `. `, `? ` or the end.
fn reading(text: &str) -> Reading {
    let mut builder = ProseBuilder::default();
    let mut reading = Reading::default();
    reading.sections.push(Section { heading: None, level: 0, parent: None, document: 0 });
    let mut lead = None;
    let mut start = 0;
    let mut ranges = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches(['#', '-', ' ']).trim_end();
        let at = start + line.find(words).unwrap();
        start += line.len();
        if !words.is_empty() {
            let piece = Piece::verbatim(TextRange::new(at, at + words.len()));
            ranges.push((line, builder.push_block(text, &[piece]).range));
        }
    }
    reading.prose = builder.finish();
    for (line, range) in ranges {
        let id = BlockId(u32::try_from(reading.blocks.len()).unwrap());
        let kind = if line.starts_with("# ") {
            reading.sections.push(Section { heading: Some(id), level: 1, parent: Some(SectionId(0)), document: 0 });
            BlockKind::Heading { level: 1 }
        } else if line.starts_with("- ") {
            BlockKind::Item(ListItem { depth: 0, ordinal: String::new(), run_in: false, continues: false })
        } else {
            BlockKind::Paragraph
        };
        let is_item = matches!(kind, BlockKind::Item(_));
        let first = reading.sentences.len();
        let prose = reading.prose.text()[range.indices()].to_owned();
        let mut from = range.start();
        for (at, _) in prose.match_indices(['.', '?', '!']).filter(|(at, _)| prose[at + 1..].starts_with(' ')) {
            let end = range.start() + at + 1;
            reading.sentences.push(Sentence { prose: crate::text::ProseRange::new(from, end), block: id });
            from = end + 1;
        }
        reading.sentences.push(Sentence { prose: crate::text::ProseRange::new(from, range.end()), block: id });
        reading.blocks.push(Block {
            kind,
            prose: range,
            source: TextRange::empty(0),
            section: SectionId(u32::try_from(reading.sections.len() - 1).unwrap()),
            lead_in: if is_item { lead } else { None },
            sentences: first..reading.sentences.len(),
            line_breaks: Vec::new(),
            furniture: false,
            quoted: false,
            set_off: false,
        });
        if !is_item {
            lead = Some(SentenceId(u32::try_from(reading.sentences.len() - 1).unwrap()));
        }
    }
    let document = Document {
        title: None,
        blocks: 0..reading.blocks.len(),
        sentences: 0..reading.sentences.len(),
        prose: crate::text::ProseRange::new(0, reading.prose.text().len()),
    };
    reading.documents.push(document);
    reading
}

/// Each claim as status, understanding and, in brackets, the first words not understood.
fn read(text: &str) -> Vec<String> {
    let reading = reading(text);
    let facts = Facts::new(&reading, &LEXICON);
    let line = |claim: &Claim| {
        let unread = claim.unread.map_or(String::new(), |range| format!(" [{}]", reading.words(range)));
        let status = if claim.status == Status::Asserted { String::new() } else { format!("{:?}: ", claim.status) };
        format!("{status}{}{unread}", understood(claim, &reading, &LEXICON))
    };
    claims(&facts, &LEXICON).claims.iter().map(line).collect()
}

fn one(text: &str) -> String {
    read(text).join("; ")
}

#[test]
fn active_clauses() {
    assert_eq!(one("We may use cookies for tracking purposes."), "we may use cookies, for tracking");
    assert_eq!(one("We do not collect cookies."), "we do not collect cookies");
    assert_eq!(one("This website uses no cookies at all."), "our site does not use cookies, on our sites");
    assert_eq!(
        one("We share your name and email address with advertisers for marketing."),
        "we share names, email addresses, to advertisers, for marketing"
    );
    assert_eq!(one("We no longer sell personal data."), "we do not sell personal information");
}

#[test]
fn negation_reaches_as_far_as_it_is_said_to() {
    assert_eq!(one("We neither use nor set cookies."), "we do not use cookies; we do not place cookies");
    assert_eq!(
        one("Neither we nor our partners set cookies."),
        "we do not place cookies; partners do not place cookies"
    );
    assert_eq!(one("Nor do we use cookies."), "we do not use cookies");
    assert_eq!(one("At no time do we use cookies."), "we do not use cookies");
    assert_eq!(one("We have decided not to use cookies."), "we do not use cookies");
    assert_eq!(one("We refrain from using cookies."), "we do not use cookies");
    assert_eq!(
        one("We do not sell personal data and use cookies."),
        "we do not sell personal information; Hypothetical: we use cookies",
        "what \"and\" carries over can't be told"
    );
    assert_eq!(one("We not only use cookies."), "we use cookies");
    assert_eq!(one("We do not always use cookies."), "we do not use cookies [use]");
    assert_eq!(one("It is not true that we use no cookies."), "Reported: we do not use cookies");
}

#[test]
fn passives_name_nobody_or_an_agent() {
    assert_eq!(one("No cookies are set on this site."), "nobody places cookies, on our sites");
    assert_eq!(one("Cookies are used by us to count visits."), "we use cookies, for analytics");
    assert_eq!(one("Cookies are used on our site."), "we use cookies, on our sites", "nobody else is spoken of");
    assert_eq!(one("Cookies are used."), "somebody uses cookies");
    assert!(
        one("Google Analytics counts visits. Cookies are used on our site.")
            .ends_with("somebody uses cookies, on our sites")
    );
    assert_eq!(one("Your name is shared with advertisers."), "we share names, to advertisers");
    assert_eq!(one("Cookies are set by advertisers."), "advertisers place cookies");
}

#[test]
fn other_constructions() {
    assert_eq!(one("There are no cookies on this site."), "nobody places cookies, on our sites");
    assert_eq!(one("Our website is free of cookies."), "our site does not place cookies, on our sites");
    assert_eq!(one("This is a cookie-free website."), "our site does not place cookies, on our sites");
    assert_eq!(one("We allow advertisers to place cookies on our site."), "advertisers place cookies, on our sites");
    assert_eq!(one("We do not allow cookies to be set on our site."), "nobody places cookies, on our sites");
    assert_eq!(one("No cookies, no pixels."), "nobody places cookies, pixels");
    assert_eq!(
        one("We collect log data using cookies."),
        "we use cookies [using cookies]; we collect log data [using cookies]"
    );
}

#[test]
fn kinds_are_coordinated_and_stacked() {
    assert_eq!(one("We use session and persistent cookies."), "we use session cookies, persistent cookies");
    assert_eq!(
        one("We use third-party advertising cookies."),
        "we use advertising cookies that are third-party cookies"
    );
    assert_eq!(
        one("We use two types of cookies: session cookies and pixels."),
        "we use cookies, session cookies, pixels"
    );
    assert_eq!(
        read("Our cookie policy tells more. We use a cookie banner.").len(),
        0,
        "a compound is about something else"
    );
}

#[test]
fn only() {
    for text in [
        "We use only session cookies.",
        "We only use session cookies.",
        "The only cookies we use are session cookies.",
        "All cookies that we use are session cookies.",
        "We use nothing but session cookies.",
        "Session cookies are the only cookies we use.",
    ] {
        assert!(read(text).contains(&"we use only session cookies".to_owned()), "{text}: {:?}", read(text));
    }
    assert_eq!(one("We use no cookies other than session cookies."), "we do not use cookies, except session cookies");
    assert_eq!(
        one("We only use session cookies to sign you in."),
        "we use session cookies, for some purpose [sign]",
        "\"only\" may mean the purpose"
    );
}

#[test]
fn what_is_not_asserted() {
    assert_eq!(one("If we use cookies, we will say so."), "Hypothetical: we use cookies");
    assert_eq!(one("This policy explains how we use cookies."), "Reported: we use cookies");
    assert_eq!(one("You have the right to ask that we do not use cookies."), "Reported: we do not use cookies");
    assert_eq!(one("Do we use cookies?"), "Question: we use cookies");
    assert_eq!(one("# We do not use cookies"), "Heading: we do not use cookies");
    assert_eq!(one("We reserve the right to use cookies."), "Hypothetical: we use cookies");
    assert_eq!(one("Some say \"we do not use cookies\" here."), "Reported: we do not use cookies [Some say]");
    assert_eq!(one("Some of the cookies we use are persistent."), "Presupposed: we use cookies [are]");
}

#[test]
fn what_is_not_understood_is_kept() {
    assert_eq!(one("We do not use cookies to follow you."), "we do not use cookies, for some purpose [follow]");
    assert_eq!(one("We do not use these cookies."), "we do not use certain cookies");
    assert_eq!(one("We do not use cookies of this type."), "we do not use cookies [of]");
    assert_eq!(one("They use cookies."), "(unclear who) use cookies");
    assert_eq!(one("We or our partners use cookies."), "(unclear who) use cookies; (unclear who) use cookies");
    assert_eq!(one("We use cookies in the Brindle service."), "we use cookies, place unclear [in]");
    assert_eq!(one("We do not use cookies (except in the shop)."), "we do not use cookies [except in the shop]");
}

#[test]
fn conditions_and_exceptions() {
    assert_eq!(
        one("When you visit our site, we set a cookie."),
        "we place cookies, on our sites, When you visit our site"
    );
    assert_eq!(
        one("When you visit our site in private, we set no cookies."),
        "we do not place cookies, When you visit our site in private [When you visit our site in private]"
    );
    assert_eq!(one("We set no cookies without your prior consent."), "we do not place cookies, without consent");
    assert_eq!(
        one("As soon as you open our site, we set a cookie."),
        "we place cookies, on our sites, before any consent"
    );
    assert!(one("We do not use cookies. However, the shop does.").contains("with an exception"));
}

#[test]
fn items_complete_their_lead_in() {
    assert_eq!(
        read("We do not use:\n- cookies\n- web beacons"),
        ["we do not use cookies", "we do not use web beacons"]
    );
    assert_eq!(
        read("We never:\n- use cookies\n- sell personal data"),
        ["we do not use cookies", "we do not sell personal information"]
    );
    assert_eq!(
        read("We use the following types of cookies:\n- session cookies").last().unwrap(),
        "we use session cookies"
    );
    assert_eq!(
        read("We do not use cookies to:\n- track you"),
        ["we do not use cookies, for some purpose [We do not use cookies to]", "we do not use cookies, for tracking"]
    );
    assert_eq!(read("Our promise:\n- we do not use cookies"), ["we do not use cookies"]);
    assert_eq!(
        read("If you opt out:\n- we do not use cookies"),
        ["we do not use cookies [If you opt out]"],
        "a lead-in that sets a condition limits its items"
    );
}

#[test]
fn recipients_stand_before_and_behind() {
    assert_eq!(
        one("We do not transfer to third parties your personal data."),
        "we do not share personal information, to third parties"
    );
    assert_eq!(one("We provide advertisers with your email address."), "we share email addresses, to advertisers");
    assert_eq!(
        read("We share your name with these third parties:\n- advertisers\n- data brokers").last().unwrap(),
        "we share names, to data brokers"
    );
    assert_eq!(
        one("We do not send you emails."),
        "we do not share email addresses, recipient unclear: send",
        "to send emails hands no data on"
    );
}

#[test]
fn look_back_windows() {
    for text in [
        "In the preceding twelve (12) months, we have not sold personal information.",
        "We have not sold personal information in the last 12 months.",
        "Over the past year, we have not sold personal information.",
    ] {
        assert_eq!(one(text), "we do not sell personal information, in the last twelve months", "{text}");
    }
    assert_eq!(one("We have not sold personal information."), "we do not sell personal information, in the past");
    assert!(!one("We have not sold personal information in the last 6 months.").contains("twelve"));
}

#[test]
fn coordination_keeps_the_outer_negation() {
    assert_eq!(
        one("Over the past year, we have neither sold nor shared personal data."),
        "we do not sell personal information, in the last twelve months; \
         we do not share personal information, in the last twelve months"
    );
    assert_eq!(
        one("We do not sell, rent or trade personal data."),
        ["we do not sell personal information"; 3].join("; ")
    );
}

#[test]
fn deeds_go_by_their_purpose() {
    assert_eq!(
        one("We do not engage in targeted advertising or profiling."),
        "we do not conduct targeted advertising, profiling"
    );
    assert_eq!(one("We never show you targeted ads."), "we do not conduct targeted advertising, at any time");
    assert_eq!(one("We engage in no profiling."), "we do not conduct profiling");
    assert_eq!(one("We track you."), "we conduct tracking");
}

#[test]
fn tables_answer_by_row() {
    let text = "# P\n\n| Category | Collected | Sold or shared |\n| --- | --- | --- |\n| Identifiers | Yes | No |\n\
                | Inferences drawn from other personal information | NO | Yes |\n| Other data | No | No |\n";
    let source = crate::text::SourceText::new(text.as_bytes()).unwrap();
    let reading = crate::doc::read(&source, crate::doc::Format::Markdown);
    let facts = Facts::new(&reading, &LEXICON);
    let set = claims(&facts, &LEXICON);
    let lines: Vec<_> = set.claims.iter().map(|claim| understood(claim, &reading, &LEXICON)).collect();
    assert_eq!(
        lines,
        [
            "we collect identifiers",
            "we do not sell identifiers",
            "we do not share identifiers",
            "we do not collect inferences"
        ],
        "\"sold or shared: yes\" tells neither, and data as such are no kind"
    );
    assert!(set.claims.iter().all(|claim| claim.tabled));
}

#[test]
fn tables_that_ask_the_same_are_of_different_people() {
    let table = "| Category | Collected | Sold |\n| --- | --- | --- |\n| Identifiers | Yes |";
    let text = format!("# P\n\n## Visitors\n\n{table} No |\n\n## Growers\n\n{table} Yes |\n");
    let source = crate::text::SourceText::new(text.as_bytes()).unwrap();
    let reading = crate::doc::read(&source, crate::doc::Format::Markdown);
    let set = claims(&Facts::new(&reading, &LEXICON), &LEXICON);
    assert_eq!(set.claims.len(), 4);
    assert!(set.claims.iter().all(|claim| claim.audience.is_unknown()));
}

#[test]
fn headings_lead_lists_in() {
    let text = "# Information we collect\n\n- Name\n- Email address\n\n# What we like\n\n- Phone number\n";
    let source = crate::text::SourceText::new(text.as_bytes()).unwrap();
    let reading = crate::doc::read(&source, crate::doc::Format::Markdown);
    let facts = Facts::new(&reading, &LEXICON);
    let set = claims(&facts, &LEXICON);
    let asserted = set.claims.iter().filter(|claim| claim.status == Status::Asserted);
    let lines: Vec<_> = asserted.map(|claim| understood(claim, &reading, &LEXICON)).collect();
    assert_eq!(lines, ["we collect names", "we collect email addresses"]);
}

#[test]
fn meanings_of_the_documents_own_limit_denials() {
    assert_eq!(
        read("\"Health Data\" means your step count. We do not collect Health Data.").last().unwrap(),
        "we do not collect health information [Health Data]"
    );
}

#[test]
fn conditions_in_parentheses_limit_what_stands_before_them() {
    assert_eq!(one("We collect your name and location (if you add it)."), "we collect names, certain geolocation data");
}

#[test]
fn what_data_include() {
    assert_eq!(
        read("The personal data that we may collect may include the following:\n- names\n- phone numbers")
            .last()
            .unwrap(),
        "we may collect phone numbers"
    );
    assert!(
        read("The information collected includes names and IP addresses.")
            .contains(&"we collect certain names, ip addresses".to_owned())
            || read("The information collected includes names and IP addresses.")
                .iter()
                .any(|line| line.contains("names"))
    );
    assert_eq!(
        read("We do not collect: a. Identifiers (including real names, and phone numbers) b. Geolocation data.").len(),
        0,
        "the reading for these tests cuts no lists out of a line"
    );
    assert_eq!(
        read("We do not collect:\n- identifiers (including real names, and phone numbers)\n- photos (except yours)"),
        ["we do not collect identifiers, names, phone numbers", "we do not collect photographs [except yours]"]
    );
    assert_eq!(one("We collect details (such as your name)."), "we collect information, names");
}

#[test]
fn readers_limit_nothing_and_others_do() {
    assert_eq!(
        one("We do not collect information from visitors of our site."),
        "we do not collect information, on our sites"
    );
    assert_eq!(one("We do not sell the personal information of our users."), "we do not sell personal information");
    assert!(one("We collect information about your friends.").starts_with("we collect information"));
}

#[test]
fn headings_and_neighbours_limit() {
    assert_eq!(one("# Children\nWe do not use cookies."), "we do not use cookies, for children");
    assert_eq!(one("# Mobile app\nWe do not use cookies."), "we do not use cookies, on our apps");
    assert_eq!(one("Our app is lean. We do not use cookies."), "we do not use cookies, place unclear");
    assert_eq!(one("# Brindle Analytics\nNo cookies are set."), "(unclear who) do not place cookies, for analytics");
    assert_eq!(one("# Analytics\nWe do not use cookies."), "we do not use cookies, for analytics");
    assert_eq!(one("We run Brindle here. We do not use cookies."), "we do not use cookies, place unclear");
}

#[test]
fn names_of_the_drafter() {
    let text = "Quillmoor Press Ltd. (\"Quillmoor\", \"we\") prints books. Quillmoor Press does not use cookies. Quillmoor uses pixels.";
    assert_eq!(read(text), ["we do not use cookies", "we use pixels"]);
    assert_eq!(one("Quillmoor uses cookies."), "", "a name that nothing defines is anybody's");
}

#[test]
fn spans_are_those_of_the_words() {
    let reading = reading("We promise a lot, and we do not use any cookies for advertising.");
    let facts = Facts::new(&reading, &LEXICON);
    let set = claims(&facts, &LEXICON);
    let claim = &set.claims[0];
    assert_eq!(reading.words(claim.clause), "we do not use any cookies for advertising");
    assert_eq!(reading.words(claim.verb), "use");
    assert_eq!(reading.words(claim.objects[0].range), "any cookies");
    assert_eq!(reading.words(claim.purposes.range().unwrap()), "for advertising");
}

#[test]
fn ids_are_those_of_what_is_said() {
    let ids = |text: &str| {
        let reading = reading(text);
        let facts = Facts::new(&reading, &LEXICON);
        let set = claims(&facts, &LEXICON);
        set.claims.iter().map(|claim| identity(claim, &LEXICON.ontology)).collect::<Vec<_>>()
    };
    assert_eq!(ids("We do not use cookies."), ids("There is more. In short, we do not use HTTP cookies."));
    assert_ne!(ids("We do not use cookies."), ids("We use cookies."));
    assert_ne!(ids("We use cookies."), ids("We use cookies for advertising."));
    assert_eq!(ids("We use cookies.")[0].len(), 16);
}
