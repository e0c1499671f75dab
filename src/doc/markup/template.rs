//! Template tags, which a site generator acts on and no reader sees.

use crate::text::TextRange;

/// The `{% … %}` tags of Liquid, Jinja and the like, in order. `{{ … }}` stands for words and stays.
pub(crate) fn tags(text: &str) -> Vec<TextRange> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{%").map(|at| from + at) {
        let Some(length) = text[start..].find("%}") else { break };
        from = start + length + "%}".len();
        tags.push(TextRange::new(start, from));
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_closed_tags_only() {
        let text = "a {% if x %}b{% endif %} {{ c }} {% open";
        let found: Vec<_> = tags(text).iter().map(|range| range.of(text)).collect();
        assert_eq!(found, ["{% if x %}", "{% endif %}"]);
    }
}
