//! Reads HTML as browsers meet it: malformed, mis-nested, full of menus.

mod emitter;
mod fragment;
#[cfg(test)]
mod furniture_tests;
#[cfg(test)]
mod tests;

use html5gum::Tokenizer;

use crate::text::TextRange;

use super::markup::{Builder, front_matter, template};
use super::raw::RawReading;
use emitter::BlockEmitter;
pub(super) use fragment::Fragment;

/// Reads the decoded text of an HTML page or fragment. Any text is read; nothing fails.
pub fn read(text: &str) -> RawReading {
    let mut builder = Builder::new(text, template::tags(text));
    read_page(&mut builder);
    if let Some(mut with_hidden) = builder.again_with_hidden() {
        read_page(&mut with_hidden);
        builder = with_hidden;
    }
    builder.finish()
}

fn read_page(builder: &mut Builder<'_>) {
    let text = builder.text();
    let body = front_matter::body_start(text);
    front_matter::read(builder, body);
    read_fragment(builder, &Fragment::of(text, TextRange::new(body, text.len())));
}

/// Reads a part of a source into `builder`, as if it stood where the builder has come to.
pub(super) fn read_fragment(builder: &mut Builder<'_>, fragment: &Fragment<'_>) {
    // The tokenizer cannot fail: its input is a string and its emitter yields no tokens.
    let Ok(()) = Tokenizer::new_with_emitter(fragment.text(), BlockEmitter::new(builder, fragment)).finish();
}
