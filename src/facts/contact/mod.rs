//! Ways to reach whoever published the policy.

pub mod email;
