//! Texts in other languages, in two, and English ones with words of others.

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Source, check, shipped_rules};
use policylint::report::FileReport;
use policylint::text::SourceText;

use crate::support::today;

const GERMAN: &str = "Die Birkenhof Keramik betreibt diese Seite und verkauft dort Geschirr. Wenn Sie etwas bestellen, speichern wir Ihren \
    Namen und Ihre Anschrift, damit wir die Ware liefern können. Wir geben diese Angaben nur an den Paketdienst weiter und löschen sie nach \
    zehn Jahren. Sie können jederzeit Auskunft verlangen.";
const ENGLISH: &str = "Birkenhof Keramik runs this site and sells dishes there. When you order something, we store your name and your address, \
    so that we can deliver the goods. We pass these on to the parcel service only, and erase them after ten years. You may ask for a copy of \
    what we hold at any time, and we answer within a month of the day on which your letter reached us.";

fn report(text: &str) -> FileReport {
    let source =
        Source { path: "policy.md".into(), text: SourceText::new(text.as_bytes()).unwrap(), format: Format::Markdown };
    check(&shipped_rules(), &Config::default(), today(), &source)
}

/// The language of the first document, and what is said of languages.
fn language(text: &str) -> (String, Vec<String>) {
    let report = report(text);
    let said = report.notices.into_iter().filter(|notice| notice.contains("rules speak English"));
    (report.documents[0].language.clone(), said.collect())
}

#[test]
fn a_few_sentences_tell_the_language() {
    for (tag, text) in [
        ("de", GERMAN),
        (
            "da",
            "Hyldebær Cykler driver denne side og sælger brugte cykler. Når du bestiller noget, gemmer vi dit navn, så vi kan levere varen.",
        ),
        (
            "nl",
            "Tulpenburg Fietsen beheert deze site. Wanneer u iets bestelt, bewaren wij uw naam en uw adres om de fiets te bezorgen.",
        ),
        (
            "pl",
            "Spółka Jarzębina prowadzi tę stronę. Gdy składają Państwo zamówienie, zapisujemy imię oraz adres, aby móc je dostarczyć.",
        ),
        (
            "ja",
            "当社は、ご注文の商品をお届けするために、お客様のお名前とご住所を保存します。第三者に販売することはありません。",
        ),
        ("ar", "تدير شركة الياسمين هذا الموقع. عندما تقدم طلبا نحفظ اسمك وعنوانك حتى نتمكن من توصيل البضاعة."),
    ] {
        let (found, said) = language(text);
        assert_eq!(found, tag, "{text}");
        assert!(said.len() == 1 && said[0].contains(&format!("`{tag}`")), "{said:?}");
    }
    assert_eq!(language(ENGLISH), ("en".into(), vec![]));
}

#[test]
fn names_and_quotations_make_no_text_foreign() {
    let quotation = format!(
        "{ENGLISH} German buyers tick “Ich willige ein, dass meine Daten für den Versand der Briefe verwendet werden, und ich kann das jederzeit widerrufen.”"
    );
    let names = "| Company | Country |\n|---|---|\n| Telefónica de España S.A.U. | Spain |\n| Poste Italiane S.p.A. | Italy |\n| Deutsche Post AG | Germany |\n| Koninklijke KPN N.V. | Netherlands |\n";
    let addresses = "Controller: Société des Eaux de la Loire et du Cher S.A.S., 12 rue de la République, 45000 Orléans, France. Representative: \
        Kanzlei für Datenschutz und Recht, Am Markt 3, 10115 Berlin. Authority: Commission nationale de l'informatique et des libertés.";
    let types = "- Name\n- Email address\n- IP address\n- Device identifiers\n- Precise geolocation\n- Purchase history\n- Crash logs\n";
    for text in [quotation.as_str(), names, addresses, types, &ENGLISH.to_uppercase()] {
        let (found, said) = language(text);
        assert!(["en", "und"].contains(&found.as_str()) && said.is_empty(), "{found}: {text}");
    }
}

#[test]
fn of_two_languages_the_english_text_is_checked() {
    let text = format!("# Datenschutz\n\n{GERMAN}\n\n## Privacy\n\n{ENGLISH} With us your data is absolutely safe.\n");
    let (found, said) = language(&text);
    assert_eq!(found, "en");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("parts of this text are in `de`"), "{said:?}");
    let report = report(&text);
    let security = report.diagnostics.iter().any(|found| found.rule.0 == "general/unfair-absolute-security");
    assert!(security, "the English part is checked");
    let german = text.find(GERMAN).unwrap();
    let in_german = |at: usize| (german..german + GERMAN.len()).contains(&at);
    let found = report.diagnostics.iter().filter(|found| found.lack.is_none() && in_german(found.primary.span.start()));
    assert_eq!(found.count(), 0, "nothing English is asked of the German part");
}

#[test]
fn what_holds_in_any_language_is_checked_in_all() {
    let text = format!(
        "# Datenschutz\n\nStand: 30. Februar 2026\n\n{GERMAN} Verantwortlich ist die [Name des Unternehmens], [unsere Liste](), [Frist](#frist). Schreiben Sie an info@ birkenhof-keramik.de oder rufen Sie an: Tel. +33 1 23 45 67 8.\n"
    );
    let report = report(&text);
    let ids: Vec<&str> = report.diagnostics.iter().map(|found| found.rule.0.as_str()).collect();
    for rule in [
        "general/date-parse",
        "general/template-placeholder",
        "general/reference-empty-href",
        "general/reference-broken-fragment",
        "general/contact-email-space",
        "general/contact-phone-format",
    ] {
        assert!(ids.contains(&rule), "{rule}: {ids:?}");
    }
    assert_eq!(ids.len(), 6, "and nothing else: {ids:?}");
}
