//! What the words before a number say of it.

/// What the words before a number say of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    /// That it is one to call.
    pub(super) telephone: bool,
    /// That it is one to send copies to, and not to call.
    pub(super) fax: bool,
    /// That it numbers something else.
    pub(super) registration: bool,
}

/// How far back such a word may stand.
const BYTES: usize = 40;
const WORDS: usize = 4;

impl Before {
    /// Reads the words before `start`, up to the sentence's begin or another number.
    pub(super) fn read(text: &str, start: usize) -> Self {
        let from = (start.saturating_sub(BYTES)..=start).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
        let before = text[from..start].trim_end_matches(['(', '+']);
        let near = before.rfind(|character: char| {
            character.is_ascii_digit() || ".;\n".contains(character) && !is_abbreviated(before, character)
        });
        let near = near.map_or(before, |at| &before[at + before[at..].chars().next().map_or(1, char::len_utf8)..]);
        let words = near.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(str::to_lowercase).collect();
        let last = &words[words.len().saturating_sub(WORDS)..];
        let any = |list: &[&str]| last.iter().any(|word| list.contains(&word.as_str()));
        let telephone = any(TELEPHONE);
        Self {
            telephone,
            fax: any(&["fax", "telefax", "facsimile", "faks", "télécopie", "факс"]) && !telephone,
            registration: any(REGISTRATION),
        }
    }
}

/// "Tel. 555": the point of a word cut short parts nothing.
fn is_abbreviated(before: &str, character: char) -> bool {
    let lower = before.trim_end().to_lowercase();
    character == '.'
        && ["tel.", "ph.", "telef.", "no.", "t.", "tél.", "puh.", "тел.", "nr."]
            .iter()
            .any(|short| lower.ends_with(short))
}

const TELEPHONE: &[&str] = &[
    "tel",
    "telephone",
    "phone",
    "telefon",
    "call",
    "calling",
    "dial",
    "dialing",
    "hotline",
    "helpline",
    "mobile",
    "cell",
    "whatsapp",
    "tollfree",
    "toll",
    "ph",
    "text",
    "sms",
    // In other languages.
    "telefonnummer",
    "rufnummer",
    "rufen",
    "anrufen",
    "téléphone",
    "tél",
    "appelez",
    "teléfono",
    "telefono",
    "telefone",
    "llame",
    "llámenos",
    "telefoon",
    "telefoonnummer",
    "telefonu",
    "puhelin",
    "puh",
    "τηλέφωνο",
    "телефон",
    "телефону",
    "тел",
];

const REGISTRATION: &[&str] = &[
    "registration",
    "registered",
    "register",
    "company",
    "vat",
    "charity",
    "ein",
    "abn",
    "acn",
    "siret",
    "siren",
    "docket",
    "case",
    "license",
    "licence",
    "tax",
    "reference",
    "ref",
    "account",
    "iban",
    "isbn",
    "order",
    "invoice",
    "crn",
    "gst",
];
