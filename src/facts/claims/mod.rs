//! What a policy says that its drafter does and doesn't do: claims, each with its slots.
//!
//! A deterministic reader: sentences are cut into clauses, clauses read by a small grammar over the words of the lexicon. Whatever it
//! does not understand it leaves unknown, and what is unknown proves nothing.

mod adjuncts;
mod aliases;
mod asides;
mod asking;
mod clause;
mod clauses;
mod complements;
mod conditions;
mod definitions;
mod details;
mod device;
mod draft;
mod expletive;
mod gathering;
mod group;
mod identity;
mod implied;
mod inclusion;
mod labelled;
mod lists;
mod making;
mod model;
mod names;
mod objects;
mod only;
mod openings;
mod parties;
mod predicate;
mod reader;
mod render;
mod scope;
mod sentence;
mod shape;
mod tables;
#[cfg(test)]
mod tests;
mod tokens;
mod twins;
mod words;

pub use identity::identity;
pub use model::{
    Actor, Claim, ClaimSet, Condition, Exception, Modality, Object, Polarity, Quantity, Slot, Status, Time,
};
pub use reader::claims;
pub use render::understood;
