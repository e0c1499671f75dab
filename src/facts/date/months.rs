//! The names of months in the languages that policies are written in, as they stand in dates.

/// Names of each month, in full, in the case that dates take, and the short forms that mean nothing else.
#[rustfmt::skip]
pub(super) const NAMES: [&[&str]; 12] = [
    &[
        "januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "gennaio", "genn", "gen", "januari", "stycznia", "styczeń", "janeiro", "gener", "tammikuuta", "tammikuu",
        "ledna", "leden", "ocak", "januára", "január", "ianuarie", "ιανουαρίου", "января", "січня", "януари", "janvāris", "sausio", "يناير", "जनवरी", "ינואר", "xaneiro",
    ],
    &[
        "februar", "feber", "février", "févr", "fév", "fevrier", "febrero", "febbraio", "febbr", "februari", "lutego", "luty", "fevereiro", "fev", "febrer", "helmikuuta", "helmikuu", "února",
        "únor", "şubat", "februára", "február", "februarie", "φεβρουαρίου", "февраля", "лютого", "февруари", "februāris", "vasario", "فبراير", "फ़रवरी", "फरवरी", "פברואר", "febreiro",
    ],
    &[
        "märz", "mrz", "mär", "mars", "marzo", "maart", "mrt", "marca", "marzec", "março", "març", "marts", "maaliskuuta", "maaliskuu", "března", "březen", "mart", "március", "martie",
        "μαρτίου", "марта", "березня", "март", "maret", "kovo", "مارس", "मार्च", "מרץ",
    ],
    &[
        "avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecień", "huhtikuuta", "huhtikuu", "dubna", "duben", "nisan", "apríla", "április", "aprilie", "απριλίου", "апреля",
        "квітня", "април", "aprīlis", "balandžio", "أبريل", "ابريل", "अप्रैल", "אפריל",
    ],
    &[
        "mai", "mayo", "maggio", "magg", "mei", "maja", "maj", "maio", "maig", "toukokuuta", "toukokuu", "května", "květen", "mayıs", "mája", "május", "μαΐου", "мая", "травня", "май",
        "maijs", "gegužės", "مايو", "मई", "מאי",
    ],
    &[
        "juni", "juin", "junio", "giugno", "czerwca", "czerwiec", "junho", "juny", "kesäkuuta", "kesäkuu", "června", "červen", "haziran", "júna", "június", "iunie", "ιουνίου", "июня",
        "червня", "юни", "jūnijs", "birželio", "يونيو", "जून", "יוני", "xuño",
    ],
    &[
        "juli", "juillet", "juil", "julio", "luglio", "lipca", "lipiec", "julho", "juliol", "heinäkuuta", "heinäkuu", "července", "červenec", "temmuz", "júla", "július", "iulie", "ιουλίου",
        "июля", "липня", "юли", "jūlijs", "liepos", "يوليو", "जुलाई", "יולי", "xullo",
    ],
    &[
        "août", "aout", "agosto", "augustus", "sierpnia", "sierpień", "agost", "augusti", "elokuuta", "elokuu", "srpna", "srpen", "ağustos", "augusta", "augusztus", "αυγούστου", "августа",
        "серпня", "август", "agustus", "augusts", "rugpjūčio", "أغسطس", "अगस्त", "אוגוסט",
    ],
    &[
        "septembre", "septiembre", "setiembre", "settembre", "września", "wrzesień", "setembro", "setembre", "syyskuuta", "syyskuu", "září", "eylül", "septembra", "szeptember", "septembrie",
        "σεπτεμβρίου", "сентября", "вересня", "септември", "rugsėjo", "سبتمبر", "सितंबर", "सितम्बर", "ספטמבר",
    ],
    &[
        "oktober", "okt", "octobre", "octubre", "ottobre", "października", "październik", "outubro", "lokakuuta", "lokakuu", "října", "říjen", "ekim", "októbra", "október", "octombrie",
        "οκτωβρίου", "октября", "жовтня", "октомври", "oktobris", "spalio", "أكتوبر", "अक्टूबर", "अक्तूबर", "אוקטובר",
    ],
    &[
        "novembre", "noviembre", "novembro", "listopada", "listopadu", "marraskuuta", "marraskuu", "kasım", "novembra", "noiembrie", "νοεμβρίου", "ноября", "листопада", "ноември",
        "lapkričio", "نوفمبر", "नवंबर", "नवम्बर", "נובמבר",
    ],
    &[
        "dezember", "dez", "décembre", "déc", "decembre", "diciembre", "dic", "dicembre", "grudnia", "grudzień", "dezembro", "desember", "desembre", "joulukuuta", "joulukuu", "prosince", "prosinec",
        "aralık", "decembra", "decembrie", "δεκεμβρίου", "декабря", "грудня", "декември", "desember", "gruodžio", "ديسمبر", "दिसंबर", "दिसम्बर", "דצמבר",
    ],
];
