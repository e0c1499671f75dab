//! What is said without being said: asked for, implied, gone on with, answered line by line.

use super::*;

#[test]
fn what_is_asked_for_is_taken_in() {
    assert_eq!(one("You will be asked to provide your name."), "we collect names");
    assert_eq!(one("We may ask you to enter your phone number."), "we may collect phone numbers");
    assert_eq!(one("You must provide us with your email address."), "we collect email addresses");
    assert_eq!(read("You are not required to provide your name."), [""; 0]);
}

#[test]
fn what_can_only_be_said_if_it_is_so() {
    let changes = "Users are able to change their personal information.";
    assert!(read(changes).contains(&"Implied: we collect personal information".to_owned()), "{:?}", read(changes));
    let hold = "Sign in to see the personal information that we hold about you.";
    assert!(read(hold).contains(&"Implied: we collect personal information".to_owned()), "{:?}", read(hold));
    let right = "You have the right to correct your personal information.";
    assert!(!read(right).contains(&"Implied: we collect personal information".to_owned()));
    let cookies = "We use the information that our cookies gather.";
    assert!(read(cookies).contains(&"Implied: we use cookies".to_owned()), "{:?}", read(cookies));
}

#[test]
fn what_goes_on_belongs_to_the_sentence_before() {
    let told = read("We collect information when you visit our site. This information may include your IP address.");
    assert!(told.iter().any(|claim| claim.contains("ip address")), "{told:?}");
    let theirs = read("Partners collect information. This information may include your IP address.");
    assert!(!theirs.iter().any(|claim| claim.starts_with("we")), "{theirs:?}");
}

#[test]
fn denials_with_an_empty_subject() {
    assert_eq!(one("It is not our practice to sell your personal information."), "we do not sell personal information");
    assert_eq!(read("It is our practice to sell bread."), [""; 0]);
}

#[test]
fn names_for_personal_information() {
    let told = read("We keep personal data (“Club Data”). We do not sell Club Data.");
    assert!(told.contains(&"we do not sell personal information".to_owned()), "{told:?}");
}

#[test]
fn lines_of_labels_answer_as_tables_do() {
    assert_eq!(
        read("Category: Identifiers. Collected: Yes. Category: Geolocation data. Collected: No."),
        ["we collect identifiers", "we do not collect geolocation data"]
    );
}

#[test]
fn who_uses_tools_to_take_in_takes_in() {
    let told = read("We use measuring tools to record your IP address.");
    assert!(told.contains(&"we collect ip addresses".to_owned()), "{told:?}");
    for other in
        ["We do not use cookies to collect your IP address.", "We use cookies for those who collect your IP address."]
    {
        assert!(!read(other).iter().any(|claim| claim.contains("we collect ip addresses")), "{:?}", read(other));
    }
}

#[test]
fn non_takes_back_what_follows() {
    assert_eq!(one("We collect non-personal information."), "we collect non-personal information");
    assert_eq!(one("We do not collect non-personal data."), "we do not collect non-personal information");
    assert_eq!(one("We collect non-sensitive personal information."), "we collect personal information");
}
