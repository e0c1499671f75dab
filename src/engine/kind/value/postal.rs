//! Postal addresses of which a part is missing.

use super::occurrence::Occurrence;
use crate::engine::context::Context;

/// Streets with neither a town nor a postal code behind them. A code alone may be a place, not an address.
pub(super) fn occurrences(context: &Context<'_>) -> Vec<Occurrence> {
    let halves =
        context.facts.postal_addresses().iter().filter(|address| address.street && !address.code && address.alone);
    halves.map(|address| Occurrence::at("incomplete", address.prose, context)).collect()
}
