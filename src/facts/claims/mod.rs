//! What a policy says that its drafter does and doesn't do: claims, each with its slots.
//!
//! A deterministic reader: sentences are cut into clauses, clauses read by a small grammar over the words of the lexicon. Whatever it
//! does not understand it leaves unknown, and what is unknown proves nothing.

mod clauses;
mod complements;
mod draft;
mod group;
mod lists;
mod model;
mod names;
mod objects;
mod only;
mod parties;
mod reader;
mod render;
mod scope;
mod sentence;
#[cfg(test)]
mod tests;
mod words;

pub use model::{
    Actor, Claim, ClaimSet, Condition, Exception, Modality, Object, Polarity, Quantity, Slot, Status, Time,
};
pub use reader::claims;
pub use render::understood;
