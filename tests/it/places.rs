//! Where something that is missing is told: where its author would put it.

use policylint::doc::Format;

use crate::support::{report, words};

/// The line at which `rule` tells of what is missing from `text`.
fn place(rule: &str, text: &str) -> String {
    let report = report(Format::Markdown, text);
    let found = report.diagnostics.iter().find(|found| found.rule.0 == rule);
    found.map_or_else(|| "no finding".to_owned(), |found| words(report.source.slice(found.primary.span)))
}

const RIGHTS: &str = "You have the right of access to your personal data, the right to rectification, the right to erasure, and the right to object to the processing of your data.";

#[test]
fn a_right_is_missed_where_its_people_are_told_of_the_others() {
    let general =
        "# Privacy policy\n\n## Your choices\n\nYou may unsubscribe from our letters and switch cookies off.\n\n";
    let europe = format!("{general}## Readers in the European Economic Area\n\n{RIGHTS}");
    assert_eq!(place("gdpr/right-to-portability", &europe), "Readers in the European Economic Area");
    let unnamed = format!("{general}## Under the law\n\nIf you are in the European Union: {RIGHTS}");
    assert_eq!(place("gdpr/right-to-portability", &unnamed), "Under the law");
    let titled = format!(
        "# Privacy policy\n\nWe comply with the GDPR.\n\n## Choices\n\nSwitch cookies off.\n\n## Your rights\n\n{RIGHTS}"
    );
    assert_eq!(place("gdpr/right-to-portability", &titled), "Your rights");
}

#[test]
fn a_list_of_sections_is_one_place_and_others_people_have_theirs() {
    let text = "# Privacy policy\n\nWe comply with the GDPR.\n\n## Your rights\n\nWrite to us.\n\n### Access\n\nYou have the right of access to \
                your personal data.\n\n### Erasure\n\nYou have the right to erasure of your personal data.\n\n### Rectification\n\nYou have the right to \
                rectification of your personal data.";
    assert_eq!(place("gdpr/right-to-portability", text), "Your rights");
    let text = format!(
        "# Privacy policy\n\n## California privacy rights\n\nUnder the CCPA you may ask us to delete data.\n\n## Europe\n\n{RIGHTS}"
    );
    assert_eq!(place("gdpr/right-to-portability", &text), "Europe");
    let text = "# Privacy policy\n\n## Your choices\n\nUnsubscribe from our letters.\n\n## Contact\n\nIf you are a resident of California, the \
                CCPA lets you ask us to delete your personal information. Write to us.";
    assert_eq!(place("ccpa/right-to-correct", text), "Contact");
    assert_eq!(place("ccpa/authorized-agent", text), "If you are a resident of California");
}

#[test]
fn parts_that_lack_are_told_at_the_list_of_the_others() {
    let text = "# Privacy policy\n\n## Your rights\n\nWe do not sell your personal data.\n\nYou may have the right to:\n\n\
                - access the personal data that we hold about you;\n- correct inaccurate personal data;\n- delete your personal data;\n\
                - obtain a copy of your personal data in a portable format.\n\n\
                Residents of Virginia may appeal, and may complain to the attorney general of their state.";
    assert_eq!(place("us-va/rights", text), "access");
}

#[test]
fn what_is_no_right_is_missed_under_the_title_that_names_it() {
    let text = format!(
        "# Privacy policy\n\nWe comply with the GDPR.\n\n## Your rights\n\n{RIGHTS}\n\n## Transfers\n\nWe transfer your data to the United States."
    );
    assert_eq!(place("gdpr/transfer-safeguards", &text), "Transfers");
    assert_eq!(place("gdpr/lodge-complaint", &text), "Your rights");
}
