//! Rules on contacts and dates, both ways, in all three formats.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{policylint, stdout, words};

/// A rule, a policy that it speaks on, and one like it that it doesn't. A line is a paragraph; `# ` marks headings, `[…](…)` links.
struct Case {
    rule: &'static str,
    bad: &'static [&'static str],
    good: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        rule: "general/contact-phone-missing",
        bad: &["# Privacy Policy", "You can change your profile by calling us on any weekday, or in the app."],
        good: &[
            "# Privacy Policy",
            "You can change your profile by calling us on any weekday, or in the app.",
            "Call 415-555-2832.",
        ],
    },
    Case {
        rule: "general/contact-address-missing",
        bad: &[
            "# Privacy Policy",
            "Please send your question to the address below.",
            "Thank you for reading this far.",
        ],
        good: &[
            "# Privacy Policy",
            "Please send your question to the address below.",
            "Bramble Boats, 12 Harbour Road, Reno, NV 89501",
        ],
    },
    Case {
        rule: "general/contact-link-only",
        bad: &[
            "# Privacy Policy",
            "## Contact Us",
            "You can contact us by clicking the Contact link at the bottom of any page.",
        ],
        good: &[
            "# Privacy Policy",
            "## Contact Us",
            "You can contact us at oar@bramble-boats.com at any time of the day.",
        ],
    },
    Case {
        rule: "general/contact-email-present",
        bad: &["# Privacy Policy", "We build boats, and reach out to us with questions at any time."],
        good: &[
            "# Privacy Policy",
            "We build boats, and reach out to oar@bramble-boats.com with questions at any time.",
        ],
    },
    Case {
        rule: "general/contact-phone-format",
        bad: &["# Privacy Policy", "Call our yard at 1-800-555-281 with your questions about this policy."],
        good: &["# Privacy Policy", "Call our yard at 1-800-555-2811 with your questions about this policy."],
    },
    Case {
        rule: "general/contact-phone-fictional",
        bad: &["# Privacy Policy", "Call our yard at (415) 555-0123 with your questions about this policy."],
        good: &["# Privacy Policy", "Call our yard at (415) 555-2823 with your questions about this policy."],
    },
    Case {
        rule: "general/contact-phone-tollfree",
        bad: &["# Privacy Policy", "Call our toll-free number 415-555-2823 with your questions about this policy."],
        good: &["# Privacy Policy", "Call our toll-free number 844-555-2823 with your questions about this policy."],
    },
    Case {
        rule: "general/contact-phone-vanity",
        bad: &["# Privacy Policy", "Call our yard at 1-800-HARBOUR with your questions about this policy."],
        good: &[
            "# Privacy Policy",
            "Call our yard at 1-800-HARBOUR (1-800-427-2687) with your questions about this policy.",
        ],
    },
    Case {
        rule: "general/contact-postal-complete",
        bad: &["# Privacy Policy", "Write to the yard of Bramble Boats at 1200 West Mill Road in the harbour."],
        good: &["# Privacy Policy", "Write to the yard of Bramble Boats at 1200 West Mill Road, Reno, NV 89501."],
    },
    Case {
        rule: "general/contact-postal-placeholder",
        bad: &["# Privacy Policy", "Write to the yard of Bramble Boats at 123 Main Street, Anytown, in the harbour."],
        good: &["# Privacy Policy", "Write to the yard of Bramble Boats at 23 Main Street, Reno, NV 89501."],
    },
    Case {
        rule: "general/contact-form-linked",
        bad: &["# Privacy Policy", "To see your data, fill in our online form at any time.", "We build boats."],
        good: &[
            "# Privacy Policy",
            "To see your data, fill in our online form at bramble-boats.com/form at any time.",
            "We build boats.",
        ],
    },
    Case {
        rule: "general/contact-duplicates-disagree",
        bad: &[
            "# Privacy Policy",
            "Write to privacy@bramble-boats.com with questions.",
            "Requests go to privcy@bramble-boats.com instead.",
        ],
        good: &[
            "# Privacy Policy",
            "Write to privacy@bramble-boats.com with questions.",
            "Requests go to yard@bramble-boats.com instead.",
        ],
    },
    Case {
        rule: "general/contact-email-freemail",
        bad: &[
            "# Privacy Policy",
            "We are Bramble Boats Ltd, and you can write to bramble.boats@gmail.com with questions.",
        ],
        good: &[
            "# Privacy Policy",
            "We are Bramble Boats Ltd, and you can write to yard@bramble-boats.com with questions.",
        ],
    },
    Case {
        rule: "general/contact-email-domain-mismatch",
        bad: &[
            "# Privacy Policy of Bramble Boats",
            "Visit bramble-boats.com with a browser, or write to saw@teasel-timber.com.",
        ],
        good: &[
            "# Privacy Policy of Bramble Boats",
            "Visit bramble-boats.com with a browser, or write to saw@bramble-boats.com.",
        ],
    },
    Case {
        rule: "general/contact-email-obfuscated",
        bad: &["# Privacy Policy", "Write to yard (at) bramble-boats (dot) com with your questions about this policy."],
        good: &["# Privacy Policy", "Write to yard@bramble-boats.com with your questions about this policy."],
    },
    Case {
        rule: "general/contact-email-filtered",
        bad: &["# Privacy Policy", "Write to [email protected] with your questions about this policy."],
        good: &["# Privacy Policy", "Write to the [email] that is protected with your questions about this policy."],
    },
    Case {
        rule: "general/contact-url-text-mismatch",
        bad: &["# Privacy Policy", "Opt out at [www.bramble-boats.com](https://quern-ads.com/out) at any time."],
        good: &["# Privacy Policy", "Opt out at [www.bramble-boats.com](https://bramble-boats.com/out) at any time."],
    },
    Case {
        rule: "general/contact-section",
        bad: &["# Privacy Policy", "## Cookies", "We bake none, and set none on your computer."],
        good: &["# Privacy Policy", "## How to Contact Us", "We bake none, and set none on your computer."],
    },
    Case {
        rule: "general/stale-dead-domain",
        bad: &[
            "# Privacy Policy",
            "Our certificate stands in [the list](https://www.privacyshield.gov/list) of the ministry.",
        ],
        good: &[
            "# Privacy Policy",
            "Our certificate stands in [the list](https://www.dataprivacyframework.gov/list) of the ministry.",
        ],
    },
    Case {
        rule: "general/date-present",
        bad: &["# Privacy Policy", "We build boats, and keep your name for as long as you own one of ours."],
        good: &[
            "# Privacy Policy",
            "We build boats, and keep your name for as long as you own one of ours.",
            "1 May 2026",
        ],
    },
    Case {
        rule: "general/date-promised-position",
        bad: &[
            "# Privacy Policy",
            "The date of the last revision of this policy appears at the end of this page.",
            "We build boats.",
        ],
        good: &[
            "# Privacy Policy",
            "The date of the last revision of this policy appears at the end of this page.",
            "1 May 2026",
        ],
    },
    Case {
        rule: "general/date-parse",
        bad: &["# Privacy Policy", "Last updated: 31 June 2026", "We build boats."],
        good: &["# Privacy Policy", "Last updated: 30 June 2026", "We build boats."],
    },
    Case {
        rule: "general/date-ambiguous",
        bad: &["# Privacy Policy", "Last updated: 05/02/2026", "We build boats."],
        good: &["# Privacy Policy", "Last updated: 25/02/2026", "We build boats."],
    },
    Case {
        rule: "general/date-future",
        bad: &["# Privacy Policy", "Last updated: 2nd day of May 2027", "We build boats."],
        good: &[
            "# Privacy Policy",
            "Last updated: 2nd day of May 2026",
            "We build boats. Effective date: 1 January 2027.",
        ],
    },
    Case {
        rule: "general/date-older-12-months",
        bad: &["# Privacy Policy", "Last updated: November 21, 2025", "We build boats."],
        good: &["# Privacy Policy", "Last updated: November 22, 2025", "We build boats."],
    },
    Case {
        rule: "general/date-several-disagree",
        bad: &["# Privacy Policy", "Last updated: May 1, 2026", "We build boats.", "Last revised on March 2, 2024"],
        good: &["# Privacy Policy", "Last updated: May 1, 2026", "We build boats.", "Last revised on 2026-05-01"],
    },
    Case {
        rule: "general/date-stale-promise",
        bad: &["# Privacy Policy", "Beginning January 1, 2020, you will have the right to see what we keep."],
        good: &["# Privacy Policy", "Beginning January 1, 2027, you will have the right to see what we keep."],
    },
    Case {
        rule: "ccpa/annual-update",
        bad: &[
            "# Privacy Policy",
            "Last updated: November 21, 2025",
            "Under the CCPA, California residents have rights.",
        ],
        good: &[
            "# Privacy Policy",
            "Last updated: November 22, 2025",
            "Under the CCPA, California residents have rights.",
        ],
    },
    Case {
        rule: "us-fl/annual-update",
        bad: &[
            "# Privacy Policy",
            "Last updated: November 21, 2025",
            "Residents of Florida have rights under the Florida Digital Bill of Rights.",
        ],
        good: &[
            "# Privacy Policy",
            "Last updated: November 22, 2025",
            "Residents of Florida have rights under the Florida Digital Bill of Rights.",
        ],
    },
    Case {
        rule: "general/contact-phone-format",
        bad: &["# Privacy Policy", "Call +44 20 7123 001 or, within the country, 0303 123 1113."],
        good: &["# Privacy Policy", "Call +44 20 7123 0018 or, within the country, 0303 123 1113, ext. 5."],
    },
    Case {
        rule: "general/date-anachronism",
        bad: &["# Privacy Policy", "Last updated: 4 March 2015", "The GDPR gives you rights, and we keep to them."],
        good: &["# Privacy Policy", "Last updated: 4 March 2024", "The GDPR gives you rights, and we keep to them."],
    },
    Case {
        rule: "general/enumeration-recipients-incomplete",
        bad: &[
            "# Privacy Policy",
            "We share your information only with our couriers.",
            "## Letters of ours",
            "We give your address to our marketing partners once a month.",
        ],
        good: &[
            "# Privacy Policy",
            "We share your information with companies such as our couriers.",
            "## Letters of ours",
            "We give your address to our marketing partners once a month.",
        ],
    },
    Case {
        rule: "general/template-company-variants",
        bad: &["# Privacy Policy", "Bramble Boats, Inc. builds boats.", "Bramble Boats, LLC is at the harbour."],
        good: &[
            "# Privacy Policy",
            "Bramble Boats, Inc. builds boats.",
            "Our affiliate Bramble Boats, LLC sells them.",
        ],
    },
    Case {
        rule: "general/template-law-of-other-place",
        bad: &["# Privacy Policy", "You may complain to the Information Commissioner's Office about our boats."],
        good: &["# Privacy Policy", "In Wales, you may complain to the Information Commissioner's Office."],
    },
    Case {
        rule: "general/template-other-trade",
        bad: &["# Privacy Policy", "We build boats.", "We tell the instructors of the course who you are."],
        good: &[
            "# Privacy Policy",
            "Our school has many students.",
            "We tell the instructors of the course who you are.",
        ],
    },
];

/// Rules that look at where links lead, which plain text doesn't have.
const OF_LINKS: [&str; 2] = ["general/contact-url-text-mismatch", "general/stale-dead-domain"];

fn html(paragraphs: &[&str]) -> String {
    let line = |paragraph: &&str| {
        let inline = linked(paragraph, |words, target| format!("<a href=\"{target}\">{words}</a>"));
        match inline.split_once("# ").filter(|(before, _)| before.bytes().all(|byte| byte == b'#')) {
            Some((before, title)) => format!("<h{0}>{title}</h{0}>\n", before.len() + 1),
            None => format!("<p>{inline}</p>\n"),
        }
    };
    let body: String = paragraphs.iter().map(line).collect();
    format!("<!doctype html><html lang=en><title>x</title><body>{body}</body></html>")
}

fn plain(paragraphs: &[&str]) -> String {
    let line =
        |paragraph: &&str| linked(paragraph, |words, _| words.to_owned()).trim_start_matches(['#', ' ']).to_owned();
    paragraphs.iter().map(line).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// A paragraph with its links written in another way.
fn linked(paragraph: &str, write: impl Fn(&str, &str) -> String) -> String {
    let parts = paragraph.split_once('[').zip(paragraph.split_once("]("));
    match parts {
        Some(((before, _), (words, rest))) => {
            let (target, after) = rest.split_once(')').unwrap();
            format!("{before}{}{after}", write(&words[before.len() + 1..], target))
        }
        None => paragraph.to_owned(),
    }
}

#[test]
fn each_rule_speaks_and_is_silent_alike_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    for (number, case) in CASES.iter().enumerate() {
        for (way, paragraphs) in [("bad", case.bad), ("good", case.good)] {
            let write = |extension: &str, text: String| {
                fs::write(folder.path().join(format!("{number:02}-{way}.{extension}")), text).unwrap();
            };
            write("md", paragraphs.join("\n\n") + "\n");
            write("html", html(paragraphs));
            write("txt", plain(paragraphs));
        }
    }
    let arguments = ["check", ".", "--persona", "auditor", "--format", "json", "--isolated", "--today", "2026-11-22"];
    let report: serde_json::Value = serde_json::from_str(&stdout(&policylint(folder.path(), &arguments))).unwrap();
    let mut found: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for file in report["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        let told = file["diagnostics"].as_array().unwrap().iter().map(|diagnostic| {
            let at = |key: &str| usize::try_from(diagnostic["spans"][0][key].as_u64().unwrap()).unwrap();
            (diagnostic["rule"].as_str().unwrap().to_owned(), words(&text[at("start")..at("end")]))
        });
        found.insert(path.trim_start_matches("./").to_owned(), told.collect());
    }
    let mut wrong = Vec::new();
    for (number, case) in CASES.iter().enumerate() {
        let of = |way: &str, extension: &str| {
            let told = &found[&format!("{number:02}-{way}.{extension}")];
            told.iter().filter(|(rule, _)| rule == case.rule).map(|(_, place)| place.clone()).collect::<Vec<_>>()
        };
        let linkless = OF_LINKS.contains(&case.rule);
        let reference = of("bad", "md");
        if reference.is_empty() {
            wrong.push(format!("{} is silent on its bad policy", case.rule));
        }
        for extension in ["html", "txt"] {
            let expected = if extension == "txt" && linkless { Vec::new() } else { reference.clone() };
            if of("bad", extension) != expected {
                wrong.push(format!("{} in {extension}: {:?}, not {expected:?}", case.rule, of("bad", extension)));
            }
        }
        for extension in ["md", "html", "txt"] {
            if !of("good", extension).is_empty() {
                wrong.push(format!(
                    "{} speaks on its good policy in {extension}: {:?}",
                    case.rule,
                    of("good", extension)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
