//! Phrases run over words.

use super::program::{Atom, Body, Instruction, Phrase};
use crate::lexicon::analysis::{Analysis, Signs};

/// A phrase found in a run of tokens: indices into that run, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhraseMatch {
    /// First token of the match.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
}

/// Scratch space that one thread reuses from phrase to phrase.
#[derive(Debug, Default)]
pub struct Matcher {
    visited: Vec<u64>,
    stack: Vec<(u16, u32)>,
}

impl Matcher {
    /// The first match of `phrase` in `tokens`, which are token numbers of `analysis` in ascending order: one
    /// sentence, or a lead-in and the item that completes it. Only a match that ends after `from` tokens counts, so that
    /// what stands wholly in the lead-in is not found again with each item.
    ///
    /// Time: at most tokens × steps of the phrase (each pair is visited once for each start, and a phrase has a bounded length).
    pub fn find(&mut self, phrase: &Phrase, analysis: &Analysis, tokens: &[u32], from: usize) -> Option<PhraseMatch> {
        if !phrase.may_match(analysis, tokens) {
            return None;
        }
        let phrase: &Body = &phrase.body;
        let anchored = matches!(phrase.program.first(), Some(Instruction::Start));
        let starts = if anchored { tokens.len().min(1) } else { tokens.len() };
        // Where the width of a match cannot cut a way short, a way that led nowhere from one start leads nowhere from the next.
        let whole = tokens.len() <= phrase.reach as usize;
        let first = phrase.first.iter().fold(0, |signs, atom| signs | sign(*atom));
        self.visited.clear();
        (0..starts).find_map(|start| {
            let token = tokens[start];
            let begins = || analysis.signs(token) & first != 0 && occurs_any(&phrase.first, analysis, token);
            if !phrase.first.is_empty() && !begins() {
                return None;
            }
            if !whole {
                self.visited.clear();
            }
            let end = self.run(phrase, analysis, tokens, start, from, whole)?;
            Some(PhraseMatch { start, end })
        })
    }

    /// A backtracker that visits each pair of instruction and token once: for one start, or, where `whole`, for all.
    fn run(
        &mut self,
        phrase: &Body,
        analysis: &Analysis,
        tokens: &[u32],
        start: usize,
        from: usize,
        whole: bool,
    ) -> Option<usize> {
        let width = (tokens.len() - start).min(phrase.reach as usize) + 1;
        let (base, row) = if whole { (0, tokens.len() + 1) } else { (start, width) };
        self.visited.resize((phrase.program.len() * row).div_ceil(64), 0);
        self.stack.clear();
        self.stack.push((0, u32::try_from(start).ok()?));
        while let Some((mut step, mut at)) = self.stack.pop() {
            // Followed as far as it leads without choosing; what is left to choose from waits on the stack.
            loop {
                let position = at as usize;
                let key = usize::from(step) * row + position - base;
                if position - start >= width || self.visited[key / 64] & (1 << (key % 64)) != 0 {
                    break;
                }
                self.visited[key / 64] |= 1 << (key % 64);
                match &phrase.program[usize::from(step)] {
                    Instruction::Match if position > from => return Some(position),
                    Instruction::Jump(target) => step = *target,
                    Instruction::Split(first, second) => {
                        if begins_with(&phrase.program[usize::from(*first)], analysis, tokens.get(position)) {
                            self.stack.push((*second, at));
                            step = *first;
                        } else {
                            step = *second;
                        }
                    }
                    Instruction::Start if position == 0 => step += 1,
                    Instruction::End if position == tokens.len() => step += 1,
                    Instruction::Skip(except) => match tokens.get(position) {
                        Some(token) if !occurs_any(except, analysis, *token) => {
                            step += 1;
                            at += 1;
                        }
                        _ => break,
                    },
                    Instruction::Take(atom) => {
                        self.take(*atom, analysis, tokens, position, step + 1);
                        break;
                    }
                    Instruction::TakeAny(atoms) => {
                        for atom in atoms.iter().rev() {
                            self.take(*atom, analysis, tokens, position, step + 1);
                        }
                        break;
                    }
                    Instruction::Match | Instruction::Start | Instruction::End => break,
                }
            }
        }
        None
    }

    fn take(&mut self, atom: Atom, analysis: &Analysis, tokens: &[u32], position: usize, next: u16) {
        let Some(token) = tokens.get(position) else { return };
        let Ok(at) = u32::try_from(position) else { return };
        match atom {
            Atom::Word(word) => {
                if analysis.tokens()[*token as usize].word == word {
                    self.stack.push((next, at + 1));
                }
            }
            Atom::Class(class) => {
                // Shorter members first, so that the longest is tried first off the stack.
                for hit in analysis.hits(*token as usize).iter().filter(|hit| hit.class == class) {
                    if in_one_piece(tokens, position, hit.length) {
                        self.stack.push((next, at + u32::from(hit.length)));
                    }
                }
            }
            Atom::Value(class) => {
                if let Some(length) =
                    analysis.value_at(*token, class).filter(|length| in_one_piece(tokens, position, *length))
                {
                    self.stack.push((next, at + u32::from(length)));
                }
            }
        }
    }
}

/// Whether an instruction can do anything at a token, or at the end of all.
fn begins_with(instruction: &Instruction, analysis: &Analysis, token: Option<&u32>) -> bool {
    let atoms = match instruction {
        Instruction::Take(atom) => std::slice::from_ref(atom),
        Instruction::TakeAny(atoms) => atoms,
        _ => return true,
    };
    token.is_some_and(|token| occurs_any(atoms, analysis, *token))
}

/// Whether the `length` tokens from `position` on stand one after the other in the prose, too: a lead-in and its item don't.
fn in_one_piece(tokens: &[u32], position: usize, length: u8) -> bool {
    let rest = usize::from(length) - 1;
    tokens.get(position + rest).is_some_and(|last| *last as usize == tokens[position] as usize + rest)
}

fn occurs_any(atoms: &[Atom], analysis: &Analysis, token: u32) -> bool {
    if atoms.is_empty() {
        return false;
    }
    let word = analysis.tokens()[token as usize].word;
    let hits = analysis.hits(token as usize);
    atoms.iter().any(|atom| match *atom {
        Atom::Word(wanted) => word == wanted,
        Atom::Class(class) => hits.iter().any(|hit| hit.class == class),
        Atom::Value(class) => analysis.value_at(token, class).is_some(),
    })
}

/// The sign of an atom among those of a token: without it the atom doesn't stand there.
fn sign(atom: Atom) -> Signs {
    match atom {
        Atom::Word(word) => word.sign(),
        Atom::Class(class) => class.sign(),
        // Values are marked only once they are asked for.
        Atom::Value(_) => Signs::MAX,
    }
}

/// Looking for the members of a larger set one by one costs more than to try the phrase.
const FEW: usize = 16;

fn positions(atom: Atom, analysis: &Analysis) -> &[u32] {
    match atom {
        Atom::Word(word) => analysis.positions_of_word(word),
        Atom::Class(class) => analysis.positions_of_class(class),
        Atom::Value(class) => analysis.positions_of_value(class),
    }
}

impl Phrase {
    /// Whether what every match holds stands between the first and the last of some tokens, one behind the other.
    fn may_match(&self, analysis: &Analysis, tokens: &[u32]) -> bool {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return self.required.is_empty() };
        let mut from = *first;
        self.required.iter().filter(|set| set.len() <= FEW).all(|set| {
            let next = |atom: &Atom| {
                let places = positions(*atom, analysis);
                places.get(places.partition_point(|place| *place < from)).copied()
            };
            let earliest = set.iter().filter_map(next).min().filter(|place| place <= last);
            from = earliest.map_or(from, |place| place + 1);
            earliest.is_some()
        })
    }

    /// The tokens, in order, near which alone the phrase can match: where its rarest required word stands.
    pub fn gate<'a>(&self, analysis: &'a Analysis) -> Vec<&'a [u32]> {
        let positions = |atom: &Atom| positions(*atom, analysis);
        let weight = |set: &&Vec<Atom>| set.iter().map(|atom| positions(atom).len()).sum::<usize>();
        self.required.iter().min_by_key(weight).map_or_else(Vec::new, |set| set.iter().map(positions).collect())
    }
}
