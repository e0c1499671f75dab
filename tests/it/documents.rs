//! Types and audiences of documents, and what several documents in one file owe each other.

use policylint::doc::{self, Format};
use policylint::engine::shipped_rules;
use policylint::facts::Facts;
use policylint::text::SourceText;

/// Type and audience of each document of a Markdown text.
fn documents(text: &str) -> Vec<(String, String)> {
    let rules = shipped_rules();
    let reading = doc::read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown);
    let facts = Facts::new(&reading, rules.lexicon());
    facts.documents.iter().map(|document| (document.kind.clone(), document.audience.clone())).collect()
}

fn titled(title: &str) -> (String, String) {
    let text = format!("# {title}\n\nPelican Post is a shop for stamps. We write down what you order.\n");
    documents(&text).remove(0)
}

#[test]
fn titles_show_the_type() {
    let cases = [
        ("Privacy Policy", "policy", "everyone"),
        ("Pelican Post Privacy Notice", "policy", "everyone"),
        ("California Privacy Notice", "supplement", "california"),
        ("Privacy Notice for Virginia Residents", "supplement", "virginia"),
        ("Privacy Notice for Colorado, Connecticut and Utah Consumers", "supplement", "us-states"),
        ("U.S. State Privacy Notice", "supplement", "us-states"),
        ("Supplemental Privacy Notice", "supplement", "everyone"),
        ("Notice at Collection", "notice-at-collection", "california"),
        ("Pelican Post Cookie Policy", "cookie-notice", "everyone"),
        ("Terms of Service", "terms", "everyone"),
        ("Short Privacy Notice", "layered", "everyone"),
        ("Children's Privacy Policy", "childrens-notice", "children"),
        ("Privacy Notice for Kids", "childrens-notice", "children"),
        ("Consumer Health Data Privacy Policy", "health-data-notice", "everyone"),
        ("Washington Consumer Health Data Privacy Policy", "health-data-notice", "washington"),
        ("What does Pelican Bank do with your personal information?", "financial-privacy-notice", "everyone"),
        ("Pelican Bank GLBA Privacy Notice", "financial-privacy-notice", "everyone"),
        ("Notice of Privacy Practices", "notice-of-privacy-practices", "everyone"),
        ("Pelican Post SMS Terms and Conditions", "sms-terms", "everyone"),
        ("Biometric Information Privacy Policy", "biometric-policy", "everyone"),
        ("Job Applicant Privacy Notice", "applicant-notice", "workforce"),
        ("Privacy Notice for Employees and Contractors", "applicant-notice", "workforce"),
        ("California Job Applicant Privacy Notice", "applicant-notice", "workforce"),
        ("European Privacy Notice", "policy", "europe"),
        ("Privacy Notice for the EEA, the UK and Switzerland", "policy", "europe"),
        ("Privacy Policy of the Children's Theatre", "policy", "everyone"),
        ("Employee Assistance Group Privacy Policy", "policy", "everyone"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(title, kind, audience)| (title, (kind.to_string(), audience.to_string()), titled(title)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(title, expected, found)| format!("{title}: {found:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_may_hold_a_policy_and_what_adds_to_it() {
    let filler = "We keep a book of orders, and we write down which stamps you looked at on our pages.\n\n".repeat(6);
    let text = format!(
        "# Privacy Policy\n\nThis privacy policy tells what Pelican Post does.\n\n{filler}\
         # Privacy Notice for California Residents\n\nThis notice supplements our privacy policy and applies solely to people who live in California.\n\n{filler}\
         # Cookie Policy\n\nLast updated: 3 March 2026\n\nWe use cookies to remember your basket, and nothing else.\n"
    );
    let found = documents(&text);
    let pair = |kind: &str, audience: &str| (kind.to_owned(), audience.to_owned());
    assert_eq!(
        found,
        [pair("policy", "everyone"), pair("supplement", "california"), pair("cookie-notice", "everyone")]
    );
}
