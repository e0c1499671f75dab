//! Editions of laws in words.

/// The name of an edition, where the law's own name stands beside it: `as amended in 2024`.
pub(super) fn edition_of<'n>(edition: &'n str, law: &str) -> &'n str {
    edition.strip_prefix(law).map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(edition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_is_not_named_twice() {
        assert_eq!(edition_of("Data Act as amended in 2024", "Data Act"), "as amended in 2024");
        assert_eq!(edition_of("Data Act", "Data Act"), "Data Act");
        assert_eq!(edition_of("CPRA", "Data Act"), "CPRA");
    }
}
