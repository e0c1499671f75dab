//! What is broken in a text itself is found in every format in which it can be decided, and nothing where the text is sound.

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Source, check, shipped_rules};
use policylint::report::Persona;
use policylint::text::SourceText;

use crate::support::today;

/// A part of a text, written in each format.
enum Part {
    Heading(&'static str),
    Paragraph(&'static str),
    /// Items with the marks that they show.
    Items(&'static [(&'static str, &'static str)]),
    Table(&'static [[&'static str; 2]]),
    /// The same in Markdown and HTML; plain text has no links.
    Linked(&'static str, &'static str),
}

use Part::{Heading, Items, Linked, Paragraph, Table};

const FORMATS: [Format; 3] = [Format::Markdown, Format::Html, Format::Plain];
const MARKED_UP: [Format; 2] = [Format::Markdown, Format::Html];

fn written(parts: &[Part], format: Format) -> String {
    let mut text = match format {
        Format::Markdown => "# Privacy Policy\n\n".to_owned(),
        Format::Html => "<h1>Privacy Policy</h1>\n".to_owned(),
        Format::Plain => "Privacy Policy\n\n".to_owned(),
    };
    let opening = "The Heronfield Mill grinds what you bring and writes down your name.";
    for part in std::iter::once(&Paragraph(opening)).chain(parts) {
        text.push_str(&one(part, format));
    }
    text
}

fn one(part: &Part, format: Format) -> String {
    let cells = |row: &[&str; 2], format| match format {
        Format::Html => format!("<tr><td>{}</td><td>{}</td></tr>\n", row[0], row[1]),
        _ => format!("| {} | {} |\n", row[0], row[1]),
    };
    match (part, format) {
        (Heading(words), Format::Markdown) => format!("## {words}\n\n"),
        (Heading(words), Format::Html) => format!("<h2>{words}</h2>\n"),
        (Heading(words), Format::Plain) => format!("{words}\n\n"),
        (Paragraph(words), Format::Html) => format!("<p>{}</p>\n", words.replace('<', "&lt;")),
        (Paragraph(words), _) => format!("{words}\n\n"),
        (Items(items), Format::Html) => items.iter().map(|(mark, words)| format!("<p>{mark} {words}</p>\n")).collect(),
        (Items(items), _) => {
            let lines: Vec<String> = items.iter().map(|(mark, words)| format!("{mark} {words}\n\n")).collect();
            lines.concat()
        }
        (Table(rows), Format::Html) => {
            format!("<table>\n{}</table>\n", rows.iter().map(|row| cells(row, format)).collect::<String>())
        }
        (Table(rows), Format::Markdown) => {
            let body: String = rows[1..].iter().map(|row| cells(row, format)).collect();
            format!("{}|---|---|\n{body}\n", cells(&rows[0], format))
        }
        (Table(rows), Format::Plain) => rows.iter().map(|row| cells(row, format)).collect::<String>() + "\n",
        (Linked(markdown, _), Format::Markdown) => format!("{markdown}\n\n"),
        (Linked(_, html), Format::Html) => format!("<p>{html}</p>\n"),
        (Linked(..), Format::Plain) => String::new(),
    }
}

fn finds(rule: &str, parts: &[Part], format: Format) -> bool {
    let text = SourceText::new(written(parts, format).as_bytes()).unwrap();
    let source = Source { path: "policy".into(), text, format };
    let mut config = Config::default();
    config.persona.value = Persona::Auditor;
    let report = check(&shipped_rules(), &config, today(), &source);
    report.diagnostics.iter().any(|found| found.rule.0 == rule)
}

#[track_caller]
fn told(rule: &str, formats: &[Format], faulty: &[Part], sound: &[Part]) {
    for format in FORMATS {
        let decides = formats.contains(&format);
        assert_eq!(finds(rule, faulty, format), decides, "{rule} on\n{}", written(faulty, format));
        assert!(!finds(rule, sound, format), "{rule} on\n{}", written(sound, format));
    }
}

const END: Part = Paragraph("We answer letters within a month and keep them for a year.");

#[test]
fn sections_that_are_named() {
    let pointer = || Paragraph("How you can object is told in the section titled “What You Can Ask Us” below.");
    told(
        "general/reference-missing-section",
        &FORMATS,
        &[pointer(), Heading("Flour and Bran"), END],
        &[pointer(), Heading("What you can ask us"), END],
    );
}

#[test]
fn tables_and_forms_that_are_pointed_to() {
    let chart = || Paragraph("The chart below shows what we keep and why we keep it.");
    let rows = Table(&[["What", "Why"], ["Names", "Orders"], ["Streets", "Parcels"]]);
    told("general/reference-chart-missing", &FORMATS, &[chart(), END], &[chart(), rows, END]);
    let form = || Paragraph("To get a copy, fill in the request form below.");
    told("general/reference-form-missing", &FORMATS, &[form(), END], &[form(), Heading("Request form"), END]);
    let annex = || Paragraph("Those who grind for us are listed in Appendix B.");
    told(
        "general/reference-annex-missing",
        &FORMATS,
        &[annex(), END],
        &[annex(), Heading("Appendix B: those who grind"), END],
    );
}

#[test]
fn lists_that_are_promised() {
    let promise = || Paragraph("We keep names, and the other things that we keep are as follows:");
    told(
        "general/reference-list-promised",
        &FORMATS,
        &[END, promise()],
        &[promise(), Items(&[("a)", "streets of buyers;"), ("b)", "days of parcels.")]), END],
    );
}

#[test]
fn links() {
    let link = || Linked("See [our terms](/terms).", "See <a href=\"/terms\">our terms</a>.");
    told(
        "general/reference-click-here-unlinked",
        &MARKED_UP,
        &[link(), Paragraph("To object, click here.")],
        &[Linked("To object, [click here](/out).", "To object, <a href=\"/out\">click here</a>."), END],
    );
    let plain = [Format::Plain];
    let address = || Paragraph("To object, click here: https://heronfield.example/out");
    told("general/reference-here-in-plain-text", &plain, &[Paragraph("To object, click here.")], &[address()]);
    told(
        "general/reference-broken-fragment",
        &MARKED_UP,
        &[Linked("See [rights](#rights).", "See <a href=\"#rights\">rights</a>."), Heading("Flour"), END],
        &[Linked("See [flour](#flour).", "See <a href=\"#flour\">flour</a>."), Heading("Flour"), END],
    );
    let empty = Linked("See [the notice]() first.", "See <a href=\"\">the notice</a> first.");
    told("general/reference-empty-href", &[Format::Markdown], &[empty], &[link()]);
    let empty = Linked("See [the notice]() first.", "See <a href=\"\">the notice</a> first.");
    told("general/reference-empty-href-of-page", &[Format::Html], &[empty], &[link()]);
    let top = Linked("See [the notice](#) first.", "See <a href=\"#\">the notice</a> first.");
    told("general/reference-hash-href", &MARKED_UP, &[top], &[link()]);
    let bracketed = || Paragraph("Read the notice at collection linked [here] before you order.");
    told("general/reference-bracketed-link-text", &MARKED_UP, &[bracketed()], &[Paragraph("He wrote [sic] and left.")]);
    told("general/reference-bracketed-in-plain-text", &plain, &[bracketed()], &[Paragraph("He wrote [sic] and left.")]);
    let junk = Paragraph("See more at http://host.example/law/#sthash.0Fd9.dpuf before you order.");
    let clean = Paragraph("See more at http://host.example/law/#rights before you order.");
    told("general/reference-url-junk", &FORMATS, &[junk], &[clean]);
    let counted = Paragraph("See https://host.example/law/?utm_source=news before you order.");
    told("general/reference-url-campaign", &FORMATS, &[counted], &[Paragraph("See https://host.example/?id=5.")]);
}

#[test]
fn letters_and_numbers() {
    let item = |mark: &'static str| (mark, "names and streets of those who order flour;");
    let skipping = Box::leak(Box::new([item("a)"), item("b)"), item("d)"), item("e)")]));
    let counting = Box::leak(Box::new([item("a)"), item("b)"), item("c)"), item("d)")]));
    let doubled = Box::leak(Box::new([item("a)"), item("b)"), item("b)"), item("c)")]));
    let lead = || Paragraph("We keep these things of buyers:");
    told("general/enumeration-gap", &FORMATS, &[lead(), Items(skipping), END], &[lead(), Items(counting), END]);
    told("general/enumeration-duplicate", &FORMATS, &[lead(), Items(doubled), END], &[lead(), Items(counting), END]);
    let rows = |cut: bool| {
        let all = &[["A. Names", "yes"], ["B. Faces", "no"], ["C. Voices", "no"], ["D. Places", "yes"]];
        let gone = &[["A. Names", "yes"], ["B. Faces", "no"], ["C. Voices", "no"], ["F. Places", "yes"]];
        Table(if cut { gone } else { all })
    };
    told("general/enumeration-gap", &FORMATS, &[rows(true), END], &[rows(false), END]);
}

#[test]
fn sections_and_their_headings() {
    let body = || Paragraph("We share names with couriers. They bring the flour to your door.");
    told(
        "general/structure-heading-mismatch",
        &FORMATS,
        &[Heading("Acceptance of This Policy"), body(), Heading("Flour and Bran"), END],
        &[Heading("Acceptance of This Policy"), Paragraph("Who orders flour agrees to it. Nobody else does."), END],
    );
    let empty = || [Heading("Retention"), Heading("Flour and Bran"), END];
    let full = || [Heading("Retention"), END, Heading("Flour and Bran"), END];
    told("general/structure-empty-section", &[Format::Markdown], &empty(), &full());
    told("general/structure-empty-section-of-page", &[Format::Html], &empty(), &full());
}

#[test]
fn remains_of_templates() {
    for (rule, faulty, sound) in [
        ("general/template-placeholder", "Write to [insert email address] with questions.", "He wrote [sic] to us."),
        ("general/template-blank-fill", "We answer within XX days of your letter.", "Sizes go from S to XX here."),
        (
            "general/template-internal-markup",
            "We keep names&amp;nbsp;of buyers, see #REF! for more.",
            "Salt & pepper it is.",
        ),
    ] {
        told(rule, &FORMATS, &[Paragraph(faulty), END], &[Paragraph(sound), END]);
    }
    let unread = [Format::Html, Format::Plain];
    told(
        "general/template-mustache",
        &unread,
        &[Paragraph("{{company}} keeps names.")],
        &[Paragraph("We keep {names}.")],
    );
    let furniture = [Format::Markdown, Format::Plain];
    told(
        "general/template-page-furniture",
        &furniture,
        &[END, Paragraph("Shopping Cart")],
        &[Paragraph("We keep your shopping cart for a day."), END],
    );
}
