//! A phrase as a small program over words and classes.

use serde::{Deserialize, Serialize};

use super::parse::{Node, PhraseError, parse};
use crate::lexicon::later::Later;
use crate::lexicon::value::ValueClass;
use crate::lexicon::vocabulary::{ClassId, Vocabulary, WordId};

/// What one step of a phrase asks of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Atom {
    /// This word.
    Word(WordId),
    /// A member of this class, or an inflection.
    Class(ClassId),
    /// A value of this class.
    Value(ValueClass),
}

/// One instruction; targets are indices of instructions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Instruction {
    Take(Atom),
    /// One of these, the first one that leads to a match.
    TakeAny(Vec<Atom>),
    /// One word that starts none of these.
    Skip(Vec<Atom>),
    /// Try the first, then the second.
    Split(u16, u16),
    Jump(u16),
    Start,
    End,
    Match,
}

/// A phrase of the rule language, checked and compiled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phrase {
    /// Every match holds at least one atom of each of these sets, one behind the other; the rarest set gates the phrase.
    pub(super) required: Vec<Vec<Atom>>,
    values: Vec<ValueClass>,
    /// The rest; needed once the text holds what is required.
    pub(super) body: Later<Body>,
}

/// What a phrase is run by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Body {
    text: String,
    pub(super) program: Vec<Instruction>,
    /// What a match can begin with; empty where it can begin with anything.
    pub(super) first: Vec<Atom>,
    /// The most words of a match: a repeated part must not make one as long as the text.
    pub(super) reach: u32,
}

/// Words of the longest member of a class that a step takes.
const LONGEST_STEP: usize = 8;

/// The largest program; 65,535 steps would fit the targets, no sane phrase has a tenth of this.
const MAXIMUM_PROGRAM: usize = 4_000;

impl Phrase {
    /// Reads and compiles a phrase; words that are new are made known to `vocabulary`.
    ///
    /// # Errors
    /// A mistake in the notation, a class that does not exist or has no member, a phrase that matches anything.
    pub fn compile(text: &str, vocabulary: &mut Vocabulary) -> Result<Self, PhraseError> {
        let tree = parse(text)?;
        let mut compiler = Compiler { vocabulary, program: Vec::new(), folded: 0 };
        compiler.node(&tree)?;
        compiler.program.push(Instruction::Match);
        if compiler.program.len() > MAXIMUM_PROGRAM {
            return Err(PhraseError::new(0, text.len(), "the phrase is too large; part it into several"));
        }
        let program = std::mem::take(&mut compiler.program);
        let reach = u32::try_from((program.len() + compiler.folded) * LONGEST_STEP).unwrap_or(u32::MAX);
        let required = compiler.required(&tree)?;
        if required.is_empty() {
            return Err(PhraseError::new(
                0,
                text.len(),
                "every word of the phrase may be absent, so it matches anything",
            ));
        }
        let first = compiler.first(&tree)?.unwrap_or_default();
        let values = values(&program);
        Ok(Self { required, values, body: Later::from(Body { text: text.to_owned(), program, first, reach }) })
    }

    /// The classes of values that it asks for: they are to be marked before it can match.
    pub fn values(&self) -> &[ValueClass] {
        &self.values
    }

    /// The phrase as it was written.
    pub fn text(&self) -> &str {
        &self.body.text
    }
}

struct Compiler<'a> {
    vocabulary: &'a mut Vocabulary,
    program: Vec<Instruction>,
    /// How many instructions were spared by taking one of several words in one.
    folded: usize,
}

impl Compiler<'_> {
    fn node(&mut self, node: &Node) -> Result<(), PhraseError> {
        match node {
            Node::Word(_) | Node::Lemma(_) | Node::Class { .. } => {
                let atom = self.atom(node)?;
                self.program.push(Instruction::Take(atom));
            }
            Node::Sequence(nodes) => {
                for inner in nodes {
                    self.node(inner)?;
                }
            }
            Node::Choice(branches) => {
                let mut ends = Vec::new();
                let mut runs = branches.chunk_by(|one, next| is_atom(one) && is_atom(next)).peekable();
                while let Some(run) = runs.next() {
                    let last = runs.peek().is_none();
                    let split = self.program.len();
                    if !last {
                        self.program.push(Instruction::Split(0, 0));
                    }
                    self.one_of(run)?;
                    if !last {
                        ends.push(self.program.len());
                        self.program.push(Instruction::Jump(0));
                        self.program[split] = Instruction::Split(target(split + 1), target(self.program.len()));
                    }
                }
                for end in ends {
                    self.program[end] = Instruction::Jump(target(self.program.len()));
                }
            }
            Node::Optional(inner) => {
                let split = self.program.len();
                self.program.push(Instruction::Split(0, 0));
                self.node(inner)?;
                self.program[split] = Instruction::Split(target(split + 1), target(self.program.len()));
            }
            Node::Repeated(inner) => {
                let start = self.program.len();
                self.node(inner)?;
                let end = self.program.len() + 1;
                self.program.push(Instruction::Split(target(start), target(end)));
            }
            Node::Gap { most, except } => {
                let except = except.iter().map(|node| self.atom(node)).collect::<Result<Vec<_>, _>>()?;
                let end = self.program.len() + 2 * usize::from(*most);
                for _ in 0..*most {
                    let here = self.program.len();
                    self.program.push(Instruction::Split(target(end), target(here + 1)));
                    self.program.push(Instruction::Skip(except.clone()));
                }
            }
            Node::Start => self.program.push(Instruction::Start),
            Node::End => self.program.push(Instruction::End),
        }
        Ok(())
    }

    /// One branch of a choice, or several that are words or classes, which one instruction takes.
    fn one_of(&mut self, run: &[Node]) -> Result<(), PhraseError> {
        if let [branch] = run {
            return self.node(branch);
        }
        let atoms = run.iter().map(|branch| self.atom(branch)).collect::<Result<Vec<_>, _>>()?;
        // Each further branch would be split off, taken and jumped behind.
        self.folded += 3 * (run.len() - 1);
        self.program.push(Instruction::TakeAny(atoms));
        Ok(())
    }

    fn atom(&mut self, node: &Node) -> Result<Atom, PhraseError> {
        match node {
            Node::Word(word) => Ok(Atom::Word(self.vocabulary.intern(word))),
            Node::Lemma(base) => Ok(Atom::Class(self.vocabulary.lemma_class(base))),
            Node::Class { name, offset } => match (ValueClass::named(name), self.vocabulary.class(name)) {
                (Some(value), _) => Ok(Atom::Value(value)),
                (None, Some(class)) if self.vocabulary.is_empty_class(class) => {
                    Err(PhraseError::new(*offset, name.len() + 2, format!("the word class `{name}` has no member")))
                }
                (None, Some(class)) => Ok(Atom::Class(class)),
                (None, None) => {
                    let names = self.vocabulary.class_names().chain(ValueClass::ALL.map(ValueClass::name));
                    Err(PhraseError {
                        suggestion: crate::text::closest(name, names).map(str::to_owned),
                        ..PhraseError::new(*offset, name.len() + 2, format!("there is no word class `{name}`"))
                    })
                }
            },
            _ => Err(PhraseError::new(0, 1, "only a word or a class stands here")),
        }
    }

    /// Sets of atoms of which every match holds one each, in this order.
    fn required(&mut self, node: &Node) -> Result<Vec<Vec<Atom>>, PhraseError> {
        match node {
            Node::Word(_) | Node::Lemma(_) | Node::Class { .. } => Ok(vec![vec![self.atom(node)?]]),
            Node::Sequence(nodes) => {
                let mut sets = Vec::new();
                for inner in nodes {
                    sets.extend(self.required(inner)?);
                }
                Ok(sets)
            }
            Node::Choice(branches) => {
                let mut union = Vec::new();
                for branch in branches {
                    match self.required(branch)?.into_iter().min_by_key(Vec::len) {
                        Some(set) => union.extend(set),
                        None => return Ok(Vec::new()),
                    }
                }
                Ok(vec![union])
            }
            Node::Repeated(inner) => self.required(inner),
            Node::Optional(_) | Node::Gap { .. } | Node::Start | Node::End => Ok(Vec::new()),
        }
    }

    /// What a match can begin with; `None` where that can be anything or nothing.
    fn first(&mut self, node: &Node) -> Result<Option<Vec<Atom>>, PhraseError> {
        match node {
            Node::Word(_) | Node::Lemma(_) | Node::Class { .. } => Ok(Some(vec![self.atom(node)?])),
            Node::Sequence(nodes) => {
                let mut atoms = Vec::new();
                for inner in nodes {
                    match inner {
                        Node::Start => {}
                        Node::Optional(optional) => match self.first(optional)? {
                            Some(more) => atoms.extend(more),
                            None => return Ok(None),
                        },
                        other => {
                            return Ok(self.first(other)?.map(|more| {
                                atoms.extend(more);
                                atoms
                            }));
                        }
                    }
                }
                Ok(None)
            }
            Node::Choice(branches) => {
                let mut atoms = Vec::new();
                for branch in branches {
                    match self.first(branch)? {
                        Some(more) => atoms.extend(more),
                        None => return Ok(None),
                    }
                }
                Ok(Some(atoms))
            }
            Node::Repeated(inner) => self.first(inner),
            Node::Optional(_) | Node::Gap { .. } | Node::Start | Node::End => Ok(None),
        }
    }
}

/// Whether one instruction takes it.
fn is_atom(node: &Node) -> bool {
    matches!(node, Node::Word(_) | Node::Lemma(_) | Node::Class { .. })
}

/// The classes of values among the atoms of a program.
fn values(program: &[Instruction]) -> Vec<ValueClass> {
    let atoms = program.iter().flat_map(|instruction| match instruction {
        Instruction::Take(atom) => std::slice::from_ref(atom),
        Instruction::TakeAny(atoms) | Instruction::Skip(atoms) => atoms,
        _ => &[],
    });
    let mut values: Vec<ValueClass> = atoms
        .filter_map(|atom| match atom {
            Atom::Value(class) => Some(*class),
            Atom::Word(_) | Atom::Class(_) => None,
        })
        .collect();
    values.sort_unstable();
    values.dedup();
    values
}

fn target(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
