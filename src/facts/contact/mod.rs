//! Ways to reach whoever published the policy.

pub mod email;
mod host;
pub mod phone;
pub mod postal;
pub mod web;

pub use host::registrable_domain;
