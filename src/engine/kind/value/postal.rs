//! Postal addresses of which a part is missing.

use super::fault;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;

/// Streets with neither a town nor a postal code behind them. A code alone may be a place, not an address.
pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let halves =
        context.facts.postal_addresses().iter().filter(|address| address.street && !address.code && address.alone);
    halves.filter_map(|address| fault("incomplete", address.prose, context)).collect()
}
