//! Whom texts speak to: audiences, sets of them, and when one set serves another.

use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use super::vocabulary::ClassId;

/// An audience, by its place in [`super::Lexicon::audiences`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AudienceId(u16);

impl AudienceId {
    /// No audience in particular; stands in no set, only in what rules ask for.
    pub const EVERYONE: Self = Self(u16::MAX);

    /// The audience at `index`; packs declare fewer than 2¹⁶.
    pub(crate) fn at(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX - 1))
    }

    /// As an index into the list of audiences.
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// People whom a text can speak to: those of a place, or a group of people wherever they are.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Audience {
    /// Its id, such as `california`.
    pub id: String,
    /// Ids that it had before.
    pub aliases: Vec<String>,
    /// What it is called among readers: "people in Utah".
    pub readers: String,
    /// Whether it is a group (employees, children), not a place.
    pub group: bool,
    /// Itself and all audiences that it includes.
    pub members: Vec<AudienceId>,
    /// Of its members, those that it doesn't mean where they have a section of their own beside it.
    pub yields: Vec<AudienceId>,
    /// Words that name the place or its people.
    pub names: Option<ClassId>,
    /// Words that name its law.
    pub laws: Option<ClassId>,
    /// Headings that speak to it, whatever else they name.
    pub headings: Vec<Phrase>,
    /// Titles of documents for it, where it is a group: a company may be named after children.
    pub titles: Vec<Phrase>,
    /// Headings that name it and don't speak to it.
    pub not_headings: Vec<Phrase>,
    /// Headings that speak to it of one matter only; such a section isn't its section of its own.
    pub matters: Vec<Phrase>,
    /// Sentences that speak to it alone.
    pub sentences: Vec<Phrase>,
    /// First sentences that address a whole document to it.
    pub openings: Vec<Phrase>,
}

impl Audience {
    /// An audience without phrases yet.
    pub fn named(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            aliases: Vec::new(),
            readers: format!("people in {}", capitalised(id)),
            group: false,
            members: Vec::new(),
            yields: Vec::new(),
            names: None,
            laws: None,
            headings: Vec::new(),
            titles: Vec::new(),
            not_headings: Vec::new(),
            matters: Vec::new(),
            sentences: Vec::new(),
            openings: Vec::new(),
        }
    }

    /// Whether it has this id, or had it.
    pub fn is_called(&self, id: &str) -> bool {
        self.id == id || self.aliases.iter().any(|alias| alias == id)
    }

    fn is_general(&self) -> bool {
        self.members.len() > 1
    }
}

/// A place by its id: `new-york` is New York.
fn capitalised(id: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    id.split('-').map(word).collect::<Vec<String>>().join(" ")
}

/// The wordings by which a text addresses an audience that it names, whichever that is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Addressing {
    /// A heading with one of these speaks to those whom it names.
    pub headings: Vec<Phrase>,
    /// A heading with one of these doesn't, whatever it names.
    pub not_headings: Vec<Phrase>,
    /// A sentence with one of these speaks only to those named within the match.
    pub sentences: Vec<Phrase>,
    /// A sentence with one of these restricts itself to nobody.
    pub not_sentences: Vec<Phrase>,
    /// A first sentence with one of these says whom its whole section speaks to.
    pub sections: Vec<Phrase>,
    /// A first sentence with one of these says whom its whole document speaks to.
    pub documents: Vec<Phrase>,
    /// A sentence that begins so speaks to those of the one before it.
    pub carries: Vec<Phrase>,
    /// What begins a limb of a sentence that speaks only to those named within the match, behind a semicolon or a conjunction.
    pub limbs: Vec<Phrase>,
    /// What begins one behind a semicolon, or where the sentence speaks to those whom it names already.
    pub further_limbs: Vec<Phrase>,
    /// The words that join a limb to the rest.
    pub joins: Vec<Phrase>,
    /// What stands before no limb, unless a semicolon parts them.
    pub not_limbs: Vec<Phrase>,
    /// What no mere label holds.
    pub not_labels: Vec<Phrase>,
    /// Which audience each class of names or laws stands for, in order of class.
    pub classes: Vec<(ClassId, AudienceId)>,
    /// The class of all names, and that of all laws.
    pub all: Vec<ClassId>,
}

impl Addressing {
    /// The audience that a class of names or laws stands for.
    pub fn audience_of(&self, class: ClassId) -> Option<AudienceId> {
        let at = self.classes.binary_search_by_key(&class, |(class, _)| *class).ok()?;
        Some(self.classes[at].1)
    }
}

/// Whom a text speaks to. Of places and groups, none means all.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct AudienceSet {
    /// Places, in order.
    pub places: Vec<AudienceId>,
    /// Groups, in order; to be at one of the places is not enough.
    pub groups: Vec<AudienceId>,
    /// Members of the places that are not meant.
    pub without: Vec<AudienceId>,
}

impl AudienceSet {
    /// Whether it is everyone.
    pub fn is_everyone(&self) -> bool {
        self.places.is_empty() && self.groups.is_empty()
    }

    /// Takes in another audience.
    pub fn add(&mut self, id: AudienceId, audiences: &[Audience]) {
        let Some(audience) = audiences.get(id.index()) else { return };
        let list = if audience.group { &mut self.groups } else { &mut self.places };
        if let Err(at) = list.binary_search(&id) {
            list.insert(at, id);
        }
    }

    /// This, where `around` says what it leaves open: children, under a heading for Californians, are Californian children.
    #[must_use]
    pub fn within(mut self, around: &Self) -> Self {
        if self.places.is_empty() {
            self.places.clone_from(&around.places);
            self.without.clone_from(&around.without);
        }
        if self.groups.is_empty() {
            self.groups.clone_from(&around.groups);
        }
        self
    }

    /// These and those; where either is everyone, everyone.
    #[must_use]
    pub fn and(self, others: &Self) -> Self {
        let join = |mut these: Vec<AudienceId>, those: &[AudienceId]| {
            these.extend_from_slice(those);
            these.sort_unstable();
            these.dedup();
            these
        };
        let either = |these: Vec<AudienceId>, those: &[AudienceId]| match these.is_empty() || those.is_empty() {
            true => Vec::new(),
            false => join(these, those),
        };
        Self {
            places: either(self.places, &others.places),
            groups: either(self.groups, &others.groups),
            without: self.without.into_iter().filter(|place| others.without.contains(place)).collect(),
        }
    }
}

/// The questions that are asked of audiences.
#[derive(Debug, Clone, Copy)]
pub struct Audiences<'a>(pub &'a [Audience]);

impl<'a> Audiences<'a> {
    fn get(self, id: AudienceId) -> Option<&'a Audience> {
        self.0.get(id.index())
    }

    /// The audience with this id, or with this former id.
    pub fn named(self, id: &str) -> Option<AudienceId> {
        if id == super::Lexicon::EVERYONE {
            return Some(AudienceId::EVERYONE);
        }
        self.0.iter().position(|audience| audience.is_called(id)).map(AudienceId::at)
    }

    /// Whether an audience is told by something else than where it lives.
    pub fn is_group_named(self, id: &str) -> bool {
        self.0.iter().any(|audience| audience.group && audience.is_called(id))
    }

    /// The id of an audience, for people.
    pub fn id(self, id: AudienceId) -> &'a str {
        self.get(id).map_or(super::Lexicon::EVERYONE, |audience| &audience.id)
    }

    /// Whether what is said to `set` serves a rule that speaks for `wanted`: a right given to one doesn't serve another.
    /// What is said to a group serves rules that name it.
    pub fn serve(self, wanted: &[AudienceId], set: &AudienceSet) -> bool {
        if wanted.is_empty() || set.is_everyone() {
            return true;
        }
        if wanted == [AudienceId::EVERYONE] {
            return false;
        }
        let groups = wanted.iter().any(|id| set.groups.contains(id));
        let places = || wanted.iter().all(|id| self.is_group(*id)) || self.meet(wanted, &set.places, &set.without);
        (set.groups.is_empty() || groups) && (set.places.is_empty() || places())
    }

    /// Whether `set` names one of `wanted`, or some of its members.
    pub fn name(self, wanted: &[AudienceId], set: &AudienceSet) -> bool {
        if set.is_everyone() {
            return wanted.contains(&AudienceId::EVERYONE);
        }
        wanted.iter().any(|id| set.groups.contains(id)) || self.meet(wanted, &set.places, &set.without)
    }

    fn is_group(self, id: AudienceId) -> bool {
        self.get(id).is_some_and(|audience| audience.group)
    }

    /// Whether some of `wanted` are among `places`, or the other way round.
    fn meet(self, wanted: &[AudienceId], places: &[AudienceId], without: &[AudienceId]) -> bool {
        let members = |id: &AudienceId| self.get(*id).map_or(&[][..], |audience| &audience.members);
        wanted.iter().any(|wanted| {
            let theirs = members(wanted);
            places.iter().any(|place| members(place).iter().any(|id| theirs.contains(id) && !without.contains(id)))
        })
    }

    /// The one audience that a set comes closest to: its group, its only place, else the least general audience that includes all its
    /// places, else the first.
    pub fn most_general(self, set: &AudienceSet) -> &'a str {
        let of = |id: Option<&AudienceId>| id.map_or(super::Lexicon::EVERYONE, |id| self.id(*id));
        if !set.groups.is_empty() || set.places.len() == 1 {
            return of(set.groups.first().or(set.places.first()));
        }
        let all_in = |audience: &&Audience| set.places.iter().all(|place| audience.members.contains(place));
        let general = self.0.iter().filter(|audience| audience.is_general()).filter(all_in);
        match general.min_by_key(|audience| audience.members.len()) {
            Some(audience) if !set.places.is_empty() => &audience.id,
            _ => of(set.places.first()),
        }
    }

    /// All ids of a set, in one string that is the same for equal sets only.
    pub fn label(self, set: &AudienceSet) -> String {
        let mut ids: Vec<String> = set.places.iter().chain(&set.groups).map(|id| self.id(*id).to_owned()).collect();
        ids.sort_unstable();
        ids.extend(set.without.iter().map(|id| format!("not {}", self.id(*id))));
        ids.join(", ")
    }

    /// Whom a [label](Self::label) means, in words: `utah, not children` are people in Utah, not children.
    pub fn readers(self, label: &str) -> String {
        let name = |id: &str| {
            self.named(id).and_then(|id| self.get(id)).map_or_else(|| id.to_owned(), |known| known.readers.clone())
        };
        let names = label
            .split(", ")
            .map(|id| id.strip_prefix("not ").map_or_else(|| name(id), |id| format!("not {}", name(id))));
        names.collect::<Vec<String>>().join(", ")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Two states in "states" in "country", a foreign region, and a group.
    fn audiences() -> Vec<Audience> {
        let mut lexicon = crate::lexicon::Lexicon::new();
        let includes: [(&str, &[usize]); 6] =
            [("utah", &[]), ("iowa", &[]), ("states", &[0, 1]), ("country", &[2]), ("europe", &[]), ("children", &[])];
        for (id, includes) in includes {
            let members = includes.iter().map(|at| AudienceId::at(*at)).collect();
            lexicon.audiences.push(Audience { members, group: id == "children", ..Audience::named(id) });
        }
        lexicon.audiences[2].aliases.push("provinces".to_owned());
        lexicon.close_audiences();
        lexicon.audiences
    }

    fn set(audiences: &[Audience], ids: &[&str]) -> AudienceSet {
        let mut set = AudienceSet::default();
        ids.iter().for_each(|id| set.add(Audiences(audiences).named(id).unwrap(), audiences));
        set
    }

    #[test]
    fn a_right_given_to_one_serves_no_other() {
        let all = audiences();
        let asked = Audiences(&all);
        let serve = |wanted: &[&str], said: &[&str]| {
            let wanted: Vec<AudienceId> = wanted.iter().map(|id| asked.named(id).unwrap()).collect();
            asked.serve(&wanted, &set(&all, said))
        };
        for said in [&[][..], &["utah"], &["utah", "europe"], &["states"], &["country"]] {
            assert!(serve(&["utah"], said), "{said:?}");
        }
        for said in [&["iowa"][..], &["europe"], &["children"], &["utah", "children"], &["iowa", "europe"]] {
            assert!(!serve(&["utah"], said), "{said:?}");
        }
        assert!(serve(&["utah", "children"], &["children"]) && serve(&["utah", "children"], &["utah"]));
        assert!(!serve(&["utah", "children"], &["iowa", "children"]));
        assert!(serve(&["provinces"], &["iowa"]) && !serve(&["states"], &["europe"]));
        assert!(serve(&["children"], &["iowa", "children"]) && serve(&["children"], &["iowa"]));
        assert!(serve(&["everyone"], &[]) && !serve(&["everyone"], &["utah"]) && serve(&[], &["utah"]));
    }

    #[test]
    fn a_set_names_its_members_and_those_that_include_them() {
        let all = audiences();
        let asked = Audiences(&all);
        let name = |wanted: &str, said: &[&str]| asked.name(&[asked.named(wanted).unwrap()], &set(&all, said));
        assert!(name("states", &["utah"]) && name("utah", &["country"]) && name("children", &["utah", "children"]));
        assert!(
            !name("utah", &[]) && !name("utah", &["iowa"]) && name("everyone", &[]) && !name("everyone", &["utah"])
        );
        let mut others = set(&all, &["states"]);
        others.without.push(asked.named("utah").unwrap());
        assert!(!asked.serve(&[asked.named("utah").unwrap()], &others));
        assert!(asked.serve(&[asked.named("iowa").unwrap()], &others));
    }

    #[test]
    fn readers_are_told_in_words() {
        let mut all = audiences();
        all[5].readers = "children".to_owned();
        let mut some = set(&all, &["utah", "children"]);
        some.without.push(Audiences(&all).named("iowa").unwrap());
        let label = Audiences(&all).label(&some);
        assert_eq!(Audiences(&all).readers(&label), "children, people in Utah, not people in Iowa");
        assert_eq!(Audience::named("new-york").readers, "people in New York");
    }

    #[test]
    fn a_set_has_one_most_general_name() {
        let all = audiences();
        let name = |said: &[&str]| Audiences(&all).most_general(&set(&all, said)).to_owned();
        assert_eq!(name(&[]), "everyone");
        assert_eq!(name(&["iowa"]), "iowa");
        assert_eq!(name(&["iowa", "utah"]), "states");
        assert_eq!(name(&["iowa", "states"]), "states");
        assert_eq!(name(&["iowa", "europe"]), "iowa");
        assert_eq!(name(&["iowa", "children"]), "children");
    }
}
