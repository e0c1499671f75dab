//! The phrase notation, read into a tree.
//!
//! `word` a word · `<respond>` any inflection · `{we}` a word class · `[x]` may be absent · `(x | y)` one of them ·
//! `(x)+` once or more ·
//! `...` up to eight other words, `...3` up to three, `...3!{not}` none of which is of that class ·
//! `^` the start of the unit, `$` its end.

/// How many words `...` may pass over when it does not say.
pub(super) const DEFAULT_GAP: u8 = 8;
/// The longest gap.
const MAXIMUM_GAP: u8 = 40;
/// How deep brackets may nest.
const MAXIMUM_DEPTH: usize = 16;

/// A phrase as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Word(String),
    Lemma(String),
    Class { name: String, offset: usize },
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Optional(Box<Node>),
    Repeated(Box<Node>),
    Gap { most: u8, except: Vec<Node> },
    Start,
    End,
}

/// What is wrong with a phrase, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PhraseError {
    /// Byte offset in the phrase.
    pub offset: usize,
    /// Bytes it concerns.
    pub length: usize,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl PhraseError {
    pub(super) fn new(offset: usize, length: usize, message: impl Into<String>) -> Self {
        Self { offset, length, message: message.into(), suggestion: None }
    }
}

pub(super) fn parse(text: &str) -> Result<Node, PhraseError> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.choice(0)?;
    match parser.peek() {
        None if matches!(&node, Node::Sequence(nodes) if nodes.is_empty()) => {
            Err(PhraseError::new(0, text.len(), "an empty phrase matches nothing"))
        }
        None => Ok(node),
        Some(closing) => Err(PhraseError::new(parser.at, 1, format!("`{closing}` closes nothing"))),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn choice(&mut self, depth: usize) -> Result<Node, PhraseError> {
        if depth > MAXIMUM_DEPTH {
            return Err(PhraseError::new(self.at, 1, "brackets nest too deep"));
        }
        let mut branches = vec![self.sequence(depth)?];
        while self.peek() == Some('|') {
            self.at += 1;
            branches.push(self.sequence(depth)?);
        }
        if branches.len() == 1 {
            return Ok(branches.remove(0));
        }
        if branches.iter().any(|branch| matches!(branch, Node::Sequence(nodes) if nodes.is_empty())) {
            return Err(PhraseError::new(
                self.at.saturating_sub(1),
                1,
                "an alternative is empty; write `[…]` for what may be absent",
            ));
        }
        Ok(Node::Choice(branches))
    }

    fn sequence(&mut self, depth: usize) -> Result<Node, PhraseError> {
        let mut nodes = Vec::new();
        while let Some(character) = self.peek() {
            let start = self.at;
            match character {
                '|' | ')' | ']' => break,
                '(' => {
                    let inner = self.bracket(')', depth)?;
                    let repeated = self.peek() == Some('+');
                    self.at += usize::from(repeated);
                    nodes.push(if repeated { Node::Repeated(Box::new(inner)) } else { inner });
                }
                '[' => nodes.push(Node::Optional(Box::new(self.bracket(']', depth)?))),
                '{' => nodes.push(Node::Class { name: self.name('}')?, offset: start }),
                '<' => nodes.push(Node::Lemma(self.name('>')?.to_lowercase())),
                '^' => self.single(Node::Start, &mut nodes),
                '$' => self.single(Node::End, &mut nodes),
                '.' if self.text[start..].starts_with("...") => nodes.push(self.gap()?),
                '}' | '>' => return Err(PhraseError::new(start, 1, format!("`{character}` closes nothing"))),
                '!' => return Err(PhraseError::new(start, 1, "`!` stands only behind a gap, as in `...4!{not}`")),
                other if other.is_alphanumeric() => self.words(&mut nodes),
                other => self.at += other.len_utf8(),
            }
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Sequence(nodes) })
    }

    fn single(&mut self, node: Node, nodes: &mut Vec<Node>) {
        self.at += 1;
        nodes.push(node);
    }

    fn bracket(&mut self, close: char, depth: usize) -> Result<Node, PhraseError> {
        let open = self.at;
        self.at += 1;
        let inner = self.choice(depth + 1)?;
        if self.peek() != Some(close) {
            return Err(PhraseError::new(open, 1, format!("this bracket is never closed by `{close}`")));
        }
        if matches!(&inner, Node::Sequence(nodes) if nodes.is_empty()) {
            return Err(PhraseError::new(open, self.at + 1 - open, "there is nothing between these brackets"));
        }
        self.at += 1;
        Ok(inner)
    }

    fn name(&mut self, close: char) -> Result<String, PhraseError> {
        let open = self.at;
        let rest = &self.text[open + 1..];
        let Some(length) = rest.find(close) else {
            return Err(PhraseError::new(open, 1, format!("this is never closed by `{close}`")));
        };
        self.at = open + 1 + length + 1;
        let name = rest[..length].trim();
        if name.is_empty() {
            return Err(PhraseError::new(open, length + 2, "a name is missing here"));
        }
        Ok(name.to_owned())
    }

    fn gap(&mut self) -> Result<Node, PhraseError> {
        let start = self.at;
        self.at += 3;
        let digits = self.text[self.at..].bytes().take_while(u8::is_ascii_digit).count();
        let most = match &self.text[self.at..self.at + digits] {
            "" => DEFAULT_GAP,
            number => match number.parse::<u8>() {
                Ok(most) if (1..=MAXIMUM_GAP).contains(&most) => most,
                _ => {
                    return Err(PhraseError::new(start, 3 + digits, format!("a gap is 1 to {MAXIMUM_GAP} words long")));
                }
            },
        };
        self.at += digits;
        let mut except = Vec::new();
        while self.peek() == Some('!') {
            self.at += 1;
            let at = self.at;
            except.push(match self.peek() {
                Some('{') => Node::Class { name: self.name('}')?, offset: at },
                Some('<') => Node::Lemma(self.name('>')?.to_lowercase()),
                _ => return Err(PhraseError::new(at, 1, "after `!` comes a class or an inflected word")),
            });
        }
        Ok(Node::Gap { most, except })
    }

    fn words(&mut self, nodes: &mut Vec<Node>) {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| "()[]{}<>|^$! ".contains(c) || c.is_whitespace()).unwrap_or(rest.len());
        let length = rest[..length].find("...").unwrap_or(length);
        super::super::words::each_word(&rest[..length], |word| nodes.push(Node::Word(word.form.to_lowercase())));
        self.at += length;
    }
}
