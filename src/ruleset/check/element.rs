//! Elements: the parts of a disclosure that the law names.

use super::Checker;
use crate::ruleset::definition::{Element, Need};
use crate::ruleset::schema::ElementFile;

impl Checker<'_> {
    /// Checks the elements of a rule that declares `needs`; what they are like is looked up once all rules are known.
    pub(super) fn elements(&mut self, files: &[ElementFile], needs: &[Need]) -> Vec<Element> {
        let mut elements: Vec<Element> = Vec::with_capacity(files.len());
        for file in files {
            let key = file.key.get_ref();
            if elements.iter().any(|other| other.key == *key) {
                self.error(file.key.span(), format!("the element `{key}` stands here already"));
            }
            elements.extend(self.element(file, needs));
        }
        elements
    }

    fn element(&mut self, file: &ElementFile, needs: &[Need]) -> Option<Element> {
        let key = file.key.get_ref().clone();
        let own = file.meets.as_deref().filter(|meets| !meets.is_empty());
        let help = "give it either `like = \"<rule>\"` or patterns of its own under `[[element.meets]]`";
        match (&file.like, own) {
            (Some(like), Some(_)) => {
                let message = format!("the element `{key}` has patterns of its own and those of another rule");
                self.error_with_help(like.span(), message, Some(help.into()));
            }
            (None, None) => {
                let message = format!("nothing tells how the element `{key}` is found");
                self.error_with_help(file.key.span(), message, Some(help.into()));
            }
            _ => {}
        }
        let Some(label) = &file.label else {
            let help = Some("`label` names it in “this lacks …”".into());
            self.error_with_help(file.key.span(), format!("the element `{key}` lacks `label`"), help);
            return None;
        };
        Some(Element {
            key,
            label: self.prose(label),
            citation: file.citation.clone(),
            force: self.force(file.since.as_ref(), file.until.as_ref()),
            like: file.like.as_ref().map(|like| like.get_ref().clone()),
            meets: self.patterns(own.unwrap_or_default(), needs),
        })
    }
}
