//! Claims that exclude each other, proved: an instance lies inside what is said of all, in every dimension. What is unknown proves
//! nothing.

mod grounds;
mod inside;
mod prove;
mod recipients;
mod region;
#[cfg(test)]
mod tests;

pub use prove::{Contradiction, Side, contradictions};
