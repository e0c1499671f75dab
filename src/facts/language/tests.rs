use super::detector::detected_surely;
use super::language_of_words;

#[test]
fn a_few_words_may_leave_no_doubt() {
    let german = "Unsere Website verwendet Cookies, um den Warenkorb zu merken. Wir geben keine Daten weiter.";
    assert_eq!(detected_surely(german).as_deref(), Some("de"));
    assert_eq!(detected_surely("当社は、ご注文の際にお名前とご住所を収集します。").as_deref(), Some("ja"));
    for open in ["We collect your personal data.", "Privacy", "", "Datenschutz 2026"] {
        assert_eq!(detected_surely(open), None, "{open}");
    }
}

#[test]
fn small_words_tell_languages_apart() {
    for (tag, words) in [
        ("en", "We store your name and the address that you give us, so that we can deliver the lamp to you."),
        (
            "de",
            "Wir speichern Ihren Namen und die Anschrift, damit wir Ihnen die Lampe liefern können, und löschen sie nach einem Jahr.",
        ),
        ("nl", "Wij bewaren uw naam en uw adres om de lamp te kunnen bezorgen, en wissen die na een jaar."),
        (
            "cs",
            "Uložíme vaše jméno a adresu, abychom vám lampu mohli doručit, a po roce je smažeme, pokud si nepřejete jinak.",
        ),
        ("ja", "当社は、お客様がご注文になるとき、商品をお届けするために、お名前とご住所を保存します。"),
        (
            "ru",
            "Мы сохраняем ваше имя и адрес, чтобы доставить вам лампу, и удаляем их через год после доставки заказа.",
        ),
    ] {
        assert_eq!(language_of_words(words).as_deref(), Some(tag), "{words}");
    }
    for open in ["Name, address, email", "Hetzner Online GmbH, Telefónica de España, Société Générale", ""] {
        assert_eq!(language_of_words(open), None, "{open}");
    }
}
