//! What is broken in the text itself: each rule both ways, in all three formats, and translations held to their originals.

use std::fmt::Write as _;
use std::fs;

use policylint::config::{Config, ConfigFile};
use policylint::doc::Format;
use policylint::engine::{Project, Source, check, check_in, shipped_rules, summarize};
use policylint::report::{FileReport, Persona};
use policylint::ruleset::Need;
use policylint::text::SourceText;
use tempfile::TempDir;

use crate::support::{essence, policylint, stdout, today};

/// A rule, a text on which it speaks and one on which it is silent. A line that begins with `#` is a heading, one with `-` an item.
const CASES: [(&str, &[&str], &[&str]); 31] = [
    (
        "general/text-mojibake",
        &["We donâ€™t keep it.", "Le CafÃ© ferme."],
        &["We don’t keep it.", "Le Café ferme — à midi."],
    ),
    ("general/text-bidi", &["Call \u{202E}521\u{202C} now, if you like bread."], &["Call 125 now."]),
    ("general/text-homoglyph", &["Pay with p\u{430}yp\u{430}l."], &["Pay with paypal. Спасибо."]),
    ("general/text-invisible", &["You may opt\u{200B}out of letters."], &["You may \u{200B}opt out."]),
    (
        "general/text-invisible-address",
        &["Write to hel\u{200B}lo@larkbrook.com."],
        &["Write to hello@larkbrook.com\u{200B}."],
    ),
    (
        "general/text-doubled-word",
        &["We keep the the name.", "Ask to to read it."],
        &["We know that that is so.", "Log in in person."],
    ),
    (
        "general/text-number-word-disagree",
        &["We answer within thirty (45) days."],
        &["We answer within thirty (30) days."],
    ),
    (
        "general/text-open-definition",
        &["Larkbrook Ltd (collectively, (“Larkbrook,” “we,” or “us”) bakes."],
        &["Larkbrook Ltd (collectively, “Larkbrook,” “we,” or “us”) bakes."],
    ),
    (
        "general/text-unmatched-bracket",
        &["We keep your name (and street for a year."],
        &["a) We keep names (and streets)."],
    ),
    ("general/text-unmatched-quote", &["We call it “Bread, and sell it."], &["We call it “Bread”, and sell it."]),
    (
        "general/text-truncated",
        &[
            "# Privacy",
            "We keep the orders that you give us for as long as the guild of bakers asks us to keep them, and not a day longer.",
            "We share your name, your street and what you order with the bakers of our shops, the drivers who bring it to you and the",
            "## Security",
            "We lock the oven at night, and nobody but the master of the bakers has a key to the room where the papers are.",
        ],
        &["# Privacy", "We share your name and order with:", "- bakers and", "- drivers"],
    ),
    (
        "general/text-stray-block",
        &[
            "# Privacy",
            "We keep your orders for a year, and then we burn the papers. Larkbrook 12 Harbour Rd Reno, NV 89501",
        ],
        &["# Privacy", "If you have questions about what we keep, write to us. Larkbrook 12 Harbour Rd Reno, NV 89501"],
    ),
    (
        "general/text-garbled-negation",
        &["We don’t honor, do not track signals and do not track plant cookies."],
        &["We don’t honor do not track signals."],
    ),
    (
        "general/text-negated-and",
        &["We do not sell, trade, and transfer your data."],
        &["We do not sell, trade, or transfer your data."],
    ),
    ("general/text-url-space", &["See www. larkbrook.com for more."], &["See www.larkbrook.com. For more, call."]),
    (
        "general/text-punctuation-run",
        &["We tell you of changes to the policy.:"],
        &["We tell you of changes:", "- bread", "- rolls, etc., too"],
    ),
    (
        "general/text-missing-stop",
        &["Write to hello@larkbrook.com Please wait."],
        &["Write to hello@larkbrook.com. Please wait."],
    ),
    ("general/text-citation-form", &["See Section § 12 of the act."], &["See Section 12 of the act."]),
    ("general/text-implausible-number", &["We answer within 0 days."], &["We answer within 10 days."]),
    (
        "general/text-item-misfit",
        &[
            "Our interests are to:",
            "- bake your bread;",
            "- find good bakers; and",
            "- for internal purposes of the guild.",
        ],
        &["We use your order to:", "- bake your bread;", "- keep the books, for example."],
    ),
    (
        "general/term-defined-unused",
        &["We bake in towns (our “Shops”).", "We keep a book."],
        &["We bake in towns (our “Shops”).", "Each shop has a book."],
    ),
    (
        "general/term-role-undefined",
        &["You and your Companion write.", "Data goes to Companions, too."],
        &["You and your Companion (“Companion”) write.", "Data goes to Companions, too."],
    ),
    (
        "general/term-used-undefined",
        &["We run the Furnace. Use the Furnace.", "The data of the Furnace goes."],
        &["We run an oven (the “Furnace”). Use the Furnace.", "The data of the Furnace goes."],
    ),
    (
        "general/term-defined-twice",
        &["“Guest” means whoever eats.", "“Guest” means whoever pays."],
        &["“Guest” means whoever eats.", "“Guest” means whoever eats."],
    ),
    (
        "general/term-terms-names",
        &["You accept our Terms and Conditions.", "The Terms of Use of our Site bind you.", "Read our user agreement."],
        &["You accept our Terms and Conditions.", "Read the Terms of Use of your bank."],
    ),
    (
        "general/term-misnamed-document",
        &["Read the Terms of User of our shop."],
        &["Read the Terms of Use of our shop."],
    ),
    (
        "general/term-data-names",
        &[
            "All that you type (collectively the “Information”) stays.",
            "“Personal Information” means facts about a person.",
            "No personally identifiable information leaves.",
        ],
        &["“Personal Information” means facts about a person.", "No personally identifiable information leaves."],
    ),
    (
        "general/duplicate-paragraph",
        &[
            "The baker who takes your order reads your name and tells it to nobody but the driver who brings the bread to you on the day.",
            "We bake.",
            "The baker who takes your order reads your name and tells it to nobody but the driver who brings the bread to you on the day.",
        ],
        &["We bake.", "We sell.", "We bake."],
    ),
    (
        "general/duplicate-near-differs",
        &[
            "You may ask us for a copy of what we keep about you, and we send it to you within 30 days of the day on which you asked.",
            "We bake.",
            "You may ask us for a copy of what we keep about you, and we send it to you within 45 days of the day on which you asked.",
        ],
        &["We answer within 30 days.", "We answer within 45 days."],
    ),
    (
        "general/duplicate-list",
        &[
            "We use your order for the following ends:",
            "- to bake the bread that you order;",
            "- to bring it to your door;",
            "- to answer the letters that you write;",
            "- to keep the books of the guild;",
            "- to find those who steal bread.",
            "## Acceptance",
            "We use your order for the following ends:",
            "- to bake the bread that you order;",
            "- to bring it to your door;",
            "- to answer the letters that you write;",
            "- to keep the books of the guild;",
            "- to find those who steal bread.",
        ],
        &[
            "We use it:",
            "- to bake your bread;",
            "- to bring it.",
            "We use it:",
            "- to bake your bread;",
            "- to bring it.",
        ],
    ),
    (
        "general/duplicate-title",
        &["# Privacy Policy", "## Privacy & Policy", "We bake."],
        &["# Privacy Policy", "## Cookies", "We bake."],
    ),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

fn written(format: Format, lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        let (mark, words) = match line.split_once(' ') {
            Some((mark @ ("#" | "##" | "-"), words)) => (mark, words),
            _ => ("", *line),
        };
        let _ = match (format, mark) {
            (Format::Markdown, "") => write!(text, "{words}\n\n"),
            (Format::Markdown, "-") => write!(text, "- {words}\n\n"),
            (Format::Markdown, _) => write!(text, "{mark} {words}\n\n"),
            (Format::Html, "") => writeln!(text, "<p>{}</p>", escaped(words)),
            (Format::Html, "-") => writeln!(text, "<ul><li>{}</li></ul>", escaped(words)),
            (Format::Html, _) => writeln!(text, "<h{0}>{1}</h{0}>", mark.len(), escaped(words)),
            (Format::Plain, "-") => writeln!(text, "- {words}"),
            (Format::Plain, _) => writeln!(text, "{words}"),
        };
    }
    if format == Format::Html { text.replace("</ul>\n<ul>", "") } else { text }
}

fn config() -> Config {
    let mut config = Config::default();
    config.persona.value = Persona::Auditor;
    config
}

fn source(path: &str, format: Format, text: &str) -> Source {
    Source { path: path.into(), text: SourceText::new(text.as_bytes()).unwrap(), format }
}

/// What a rule tells, by its letters alone: a span over several points holds their marks.
fn told(report: &FileReport, rule: &str) -> Vec<String> {
    let own = essence(report).into_iter().filter(|line| line.contains(&format!(" {rule} ")));
    own.map(|line| line.chars().filter(|character| character.is_alphanumeric()).collect()).collect()
}

#[test]
fn each_rule_speaks_and_is_silent_in_every_format() {
    for (rule, fails, passes) in CASES {
        let of = |format: Format, lines: &[&str]| {
            told(&check(&shipped_rules(), &config(), today(), &source("policy", format, &written(format, lines))), rule)
        };
        let markdown = of(Format::Markdown, fails);
        assert!(!markdown.is_empty(), "{rule} is silent on {fails:?}");
        // Where nothing but its looks shows a heading, a line may just as well go on.
        let reads_headings = shipped_rules().rule(rule).unwrap().needs.contains(&Need::Headings);
        let others = if reads_headings { &[Format::Html][..] } else { &[Format::Html, Format::Plain] };
        for format in others.iter().copied() {
            assert_eq!(of(format, fails), markdown, "{rule} in {format:?}");
        }
        for format in [Format::Markdown, Format::Html, Format::Plain] {
            assert!(
                of(format, passes).is_empty(),
                "{rule} speaks in {format:?} on {passes:?}: {:?}",
                of(format, passes)
            );
        }
    }
}

#[test]
fn rules_of_any_language_hold_in_texts_that_the_others_do_not_speak() {
    let german = "# Datenschutz\n\nWir backen jeden Morgen frisches Brot und behalten Ihre Bestellung nur so lange, wie das Gesetz es von uns verlangt; danach werden die Papiere verbrannt, und niemand kann mehr nachlesen, wer welches Brot gekauft hat. Wenn Sie Fragen haben, schreiben Sie uns einfach an brot@ larkbrook.com, wir antworten Ihnen innerhalb weniger Tage. Das ist fÃ¼r Sie kostenlos, und p\u{430}ypal nehmen wir auch, the the.\n";
    let report = check(&shipped_rules(), &config(), today(), &source("x.md", Format::Markdown, german));
    let rules: Vec<&str> = report.diagnostics.iter().map(|found| found.rule.0.as_str()).collect();
    for rule in ["general/text-mojibake", "general/text-homoglyph", "general/contact-email-space"] {
        assert!(rules.contains(&rule), "{rule}: {rules:?}");
    }
    assert!(!rules.contains(&"general/text-doubled-word"), "{rules:?}");
    assert_eq!(report.notices.len(), 1);
}

const GERMAN: &str = "Wir backen jeden Morgen frisches Brot und behalten Ihre Bestellung nur so lange, wie das Gesetz es von uns verlangt; danach werden die Papiere verbrannt, und niemand kann mehr nachlesen, wer welches Brot gekauft hat. Wenn Sie Fragen haben, schreiben Sie uns, wir antworten Ihnen innerhalb weniger Tage ausführlich und gern.";

#[test]
fn a_translation_is_told_of_where_it_is_out_of_step() {
    let english = source(
        "en/x.md",
        Format::Markdown,
        "# Privacy\n\nLast updated: May 4, 2026\n\n## Bread\n\n[form](https://larkbrook.com/en/form)\n",
    );
    let german = |text: &str| source("de/x.md", Format::Markdown, &format!("# Datenschutz\n\n{text}\n\n{GERMAN}\n"));
    let told = |german: Source| {
        let project = Project::new([&english, &german].map(|source| summarize(&config(), source)));
        let report = check_in(&shipped_rules(), &config(), today(), &german, &project);
        let of = report.diagnostics.into_iter().filter(|found| found.rule.0.starts_with("general/translation-"));
        of.map(|found| (found.rule.0, found.secondary.first().and_then(|label| label.path.clone()))).collect::<Vec<_>>()
    };
    let in_step = "Stand: 4. Mai 2026\n\n## Brot\n\n[Formular](https://larkbrook.com/de/form)";
    assert_eq!(told(german(in_step)), []);
    let there = Some("en/x.md".to_owned());
    let old = told(german(&in_step.replace("2026", "2025")));
    assert_eq!(old, [("general/translation-date-lag".to_owned(), there.clone())]);
    let bare = told(german("Stand: 4. Mai 2026"));
    let rules: Vec<&str> = bare.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!(rules, ["general/translation-links", "general/translation-structure-lag"]);
    assert!(bare.iter().all(|(_, path)| *path == there));
}

#[test]
fn the_configuration_says_which_language_came_first() {
    let given = ConfigFile::parse_argument("policy.translated-from = \"de\"", std::path::Path::new("/"));
    assert!(given.is_ok());
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("policylint.toml", "policy.translated-from = \"de\"\n".to_owned()),
        ("de/x.md", format!("# Datenschutz\n\nStand: 04.05.2026\n\n{GERMAN}\n")),
        ("fr/x.md", "# Confidentialité\n\nMise à jour: 4 mai 2025\n\nChaque matin nous cuisons du pain frais, et nous ne gardons votre commande que le temps que la loi nous impose; ensuite les papiers sont brûlés, et personne ne peut plus lire qui a acheté quel pain. Si vous avez des questions, écrivez-nous simplement, et nous vous répondons.\n".to_owned()),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let output = stdout(&policylint(folder.path(), &["check", "--today", "2026-11-22", "--format", "json", "."]));
    let json: serde_json::Value = serde_json::from_str(&output).unwrap();
    let french = &json["files"][1];
    assert_eq!(french["path"], "fr/x.md");
    let found = &french["diagnostics"][0];
    assert_eq!(found["rule"], "general/translation-date-lag");
    assert_eq!((&found["spans"][1]["path"], &found["spans"][1]["line"]), (&"de/x.md".into(), &3.into()));
}

#[test]
fn what_is_fixed_once_is_fixed() {
    let slips = "# Privacy\n\nWrite to hel\u{200B}lo@ larkbrook.com, the the the baker. We donâ€™t keep keep it, to to\nto **the** the oven.\n\nAsk at hel\u{AD}lo@larkbrook.com or your your (your your) shop.\n";
    for name in ["policy.md", "policy.html", "policy.txt"] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join(name);
        let text =
            if name.ends_with("html") { format!("<h1>Privacy</h1><p>{}</p>", &slips[11..]) } else { slips.to_owned() };
        fs::write(&path, text).unwrap();
        let fix = || {
            policylint(folder.path(), &["check", name, "--fix", "--today", "2026-11-22", "--isolated"]);
            fs::read_to_string(&path).unwrap()
        };
        let once = fix();
        assert!(once.contains("hello@larkbrook.com, the baker. We don’t keep"), "{once}");
        assert!(!once.contains('\u{200B}') && !once.contains('\u{AD}'), "{once}");
        assert_eq!(fix(), once, "{name}");
        let left =
            stdout(&policylint(folder.path(), &["check", name, "--diff", "--today", "2026-11-22", "--isolated"]));
        assert!(left.is_empty(), "{left}");
    }
}
