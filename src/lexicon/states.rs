//! The states of the United States, by their postal codes, which are those of ISO 3166-2.

/// The name of a state, by a code such as `US-VA`.
pub fn state_name(code: &str) -> Option<&'static str> {
    let code = code.strip_prefix("US-")?;
    STATES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// Whether a word in capitals is the code of a state, or of a territory with post offices of its own.
pub fn is_state_code(word: &str) -> bool {
    STATES.iter().chain(&TERRITORIES).any(|(code, _)| *code == word)
}

/// Whether a word in lower case is the last one of a state's name, or its usual short form.
pub fn ends_state_name(word: &str) -> bool {
    let last = |name: &'static str| name.rsplit(' ').next().unwrap_or(name);
    word == "calif" || STATES.iter().any(|(_, name)| last(name).eq_ignore_ascii_case(word))
}

const TERRITORIES: [(&str, &str); 2] = [("PR", "Puerto Rico"), ("VI", "Virgin Islands")];

#[rustfmt::skip]
const STATES: [(&str, &str); 51] = [
    ("AL", "Alabama"), ("AK", "Alaska"), ("AZ", "Arizona"), ("AR", "Arkansas"), ("CA", "California"), ("CO", "Colorado"),
    ("CT", "Connecticut"), ("DE", "Delaware"), ("DC", "District of Columbia"), ("FL", "Florida"), ("GA", "Georgia"),
    ("HI", "Hawaii"), ("ID", "Idaho"), ("IL", "Illinois"), ("IN", "Indiana"), ("IA", "Iowa"), ("KS", "Kansas"),
    ("KY", "Kentucky"), ("LA", "Louisiana"), ("ME", "Maine"), ("MD", "Maryland"), ("MA", "Massachusetts"),
    ("MI", "Michigan"), ("MN", "Minnesota"), ("MS", "Mississippi"), ("MO", "Missouri"), ("MT", "Montana"),
    ("NE", "Nebraska"), ("NV", "Nevada"), ("NH", "New Hampshire"), ("NJ", "New Jersey"), ("NM", "New Mexico"),
    ("NY", "New York"), ("NC", "North Carolina"), ("ND", "North Dakota"), ("OH", "Ohio"), ("OK", "Oklahoma"),
    ("OR", "Oregon"), ("PA", "Pennsylvania"), ("RI", "Rhode Island"), ("SC", "South Carolina"), ("SD", "South Dakota"),
    ("TN", "Tennessee"), ("TX", "Texas"), ("UT", "Utah"), ("VT", "Vermont"), ("VA", "Virginia"), ("WA", "Washington"),
    ("WV", "West Virginia"), ("WI", "Wisconsin"), ("WY", "Wyoming"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_by_code_and_name() {
        assert_eq!(state_name("US-VA"), Some("Virginia"));
        assert_eq!((state_name("VA"), state_name("US-PR"), state_name("DE")), (None, None, None));
        assert!(is_state_code("VA") && is_state_code("PR") && !is_state_code("va") && !is_state_code("XX"));
        for end in ["dakota", "york", "columbia", "calif", "island"] {
            assert!(ends_state_name(end), "{end}");
        }
        assert!(!ends_state_name("north") && !ends_state_name("new"));
    }
}
