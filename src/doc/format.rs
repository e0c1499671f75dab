//! Which reader a source takes.

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CommonMark with tables, footnotes, front matter and raw HTML.
    Markdown,
    /// HTML as browsers meet it.
    Html,
    /// Text without markup.
    Plain,
}

impl Format {
    /// The format that a file's name and, where the name does not tell, its first characters show.
    pub fn detect(name: &str, text: &str) -> Self {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "md" | "markdown" | "mdx" | "mkd" | "mdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "txt" | "text" => Self::Plain,
            _ => Self::sniff(text),
        }
    }

    fn sniff(text: &str) -> Self {
        let head: String = text.trim_start().chars().take(512).collect::<String>().to_ascii_lowercase();
        let html = ["<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<h1"];
        if html.iter().any(|tag| head.starts_with(tag)) {
            return Self::Html;
        }
        let markdown = |line: &str| {
            let line = line.trim_start();
            line.starts_with("# ") || line.starts_with("## ") || line.contains("](") || line.starts_with("**")
        };
        if text.starts_with("---\n") || text.lines().take(200).any(markdown) { Self::Markdown } else { Self::Plain }
    }
}
