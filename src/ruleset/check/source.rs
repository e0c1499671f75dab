//! Where the laws that rules cite can be read.

use regex::Regex;

use super::Checker;
use crate::ruleset::schema::SourceFile;

/// The sources that the lexicon files declare, in their order.
#[derive(Debug, Default)]
pub(in crate::ruleset) struct Sources(Vec<Source>);

#[derive(Debug)]
struct Source {
    cites: Regex,
    /// With `$1` for the first group.
    url: String,
}

impl Sources {
    /// The address of the provision that a citation names first.
    pub(in crate::ruleset) fn url(&self, citation: &str) -> Option<String> {
        let first = citation.strip_prefix("e.g. ").unwrap_or(citation);
        self.0.iter().find_map(|source| {
            let mut url = String::new();
            source.cites.captures(first)?.expand(&source.url, &mut url);
            Some(url)
        })
    }
}

impl Checker<'_> {
    pub(super) fn source(&mut self, file: &SourceFile) {
        let pattern = format!("^(?:{})", file.cites.get_ref());
        let cites = match Regex::new(&pattern) {
            Ok(cites) => cites,
            Err(error) => {
                let reason = error.to_string().lines().last().unwrap_or_default().trim().to_owned();
                return self.error(file.cites.span(), format!("this regular expression does not compile: {reason}"));
            }
        };
        let unknown = references(file.url.get_ref())
            .find(|name| name.parse::<usize>().map_or(true, |group| group >= cites.captures_len()));
        if let Some(unknown) = unknown {
            let message = format!("`cites` has no group `{unknown}`");
            let help = "`$1` is the first group; before a letter or digit it is written `${1}`".to_owned();
            return self.error_with_help(file.url.span(), message, Some(help));
        }
        self.sources.0.push(Source { cites, url: file.url.get_ref().clone() });
    }
}

/// The names of groups that a template refers to.
fn references(template: &str) -> impl Iterator<Item = &str> {
    template.split('$').skip(1).map(|after| {
        let name = after.strip_prefix('{').unwrap_or(after);
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(name.len());
        &name[..end]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(entries: &[(&str, &str)]) -> Sources {
        let source = |(cites, url): &(&str, &str)| Source {
            cites: Regex::new(&format!("^(?:{cites})")).expect("a test's own expression"),
            url: (*url).to_owned(),
        };
        Sources(entries.iter().map(source).collect())
    }

    #[test]
    fn the_provision_named_first_is_linked() {
        let sources =
            sources(&[(r"Code of (\w+) § (\d+)", "https://law.example/${1}s/$2"), ("Code", "https://law.example/")]);
        let url = |text| sources.url(text).unwrap_or_default();
        assert_eq!(url("Code of Ruritania § 12(b); Code of Grünland § 3"), "https://law.example/Ruritanias/12");
        assert_eq!(url("e.g. Code of Ruritania § 9"), "https://law.example/Ruritanias/9");
        assert_eq!(url("Code, throughout"), "https://law.example/");
        assert_eq!(url("editorial; Code of Ruritania § 12"), "");
    }

    #[test]
    fn names_of_groups_are_read_as_the_template_reads_them() {
        let names: Vec<&str> = references("https://law.example/$1-x/${2}a/$3b?n=$4").collect();
        assert_eq!(names, ["1", "2", "3b", "4"]);
    }
}
