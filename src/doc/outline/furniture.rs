//! Menu lines, banners and footers that were copied along with the text.

use super::super::shape::{Ending, title_kind};
use super::unit::Unit;

/// Lines that are furniture wherever they stand by themselves.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "accept", "accept all", "accept all cookies", "accept cookies", "back to top", "cart", "checkout", "close", "close menu",
    "cookie preferences", "cookie settings", "log in", "log out", "login", "main menu", "manage cookies", "menu", "my account",
    "my cart", "navigation", "open menu", "print", "print page", "print this page", "reject all", "scroll to top", "search",
    "select page", "share", "shopping cart", "sign in", "sign up", "site map", "sitemap", "skip navigation", "skip to content",
    "skip to main content", "subscribe", "toggle navigation", "view cart", "your cart",
];

/// Lines that menus hold and texts may hold as well.
#[rustfmt::skip]
const MENU: &[&str] = &[
    "about", "about us", "accessibility", "account", "blog", "careers", "contact", "contact us", "faq", "faqs", "help", "home",
    "imprint", "jobs", "news", "press", "pricing", "products", "services", "shop", "store", "support", "terms", "terms of service",
    "terms of use",
];

/// Which units are page furniture. Menus stand before the first and behind the last running text.
pub(super) fn find(units: &[Unit<'_>]) -> Vec<bool> {
    let mut found: Vec<bool> = units.iter().map(|unit| unit.furniture || is_furniture(unit)).collect();
    let first = units.iter().position(|unit| unit.shape.is_prose()).unwrap_or(0);
    let last = units.iter().rposition(|unit| unit.shape.is_prose()).map_or(units.len(), |last| last + 1);
    mark_menus(units, 0..first, &mut found);
    mark_menus(units, last..units.len(), &mut found);
    found
}

fn is_furniture(unit: &Unit<'_>) -> bool {
    if unit.shape.words > 24 || unit.row {
        return false;
    }
    let words = unit.words.trim().to_lowercase();
    LINES.contains(&words.as_str())
        || (words.contains("all rights reserved") && unit.shape.words <= 16)
        || ((words.starts_with('\u{A9}') || words.starts_with("(c) ") || words.starts_with("copyright "))
            && unit.shape.words <= 12)
}

/// Marks runs of at least four short lines of which two are lines of a menu.
fn mark_menus(units: &[Unit<'_>], range: std::ops::Range<usize>, found: &mut [bool]) {
    let mut start = range.start;
    while start < range.end {
        let short =
            |unit: &&Unit<'_>| unit.shape.words <= 4 && unit.shape.ending == Ending::Open && !unit.date && !unit.row;
        let run = units[start..range.end].iter().take_while(short).count();
        let known = |at: &usize| found[*at] || MENU.contains(&units[*at].words.trim().to_lowercase().as_str());
        if run >= 4 && (start..start + run).filter(known).count() >= 2 {
            let last_title = (start..start + run).rev().find(|&at| title_kind(&units[at].words).is_some());
            for (offset, found) in found[start..start + run].iter_mut().enumerate() {
                *found |= Some(start + offset) != last_title;
            }
        }
        start += run.max(1);
    }
}
