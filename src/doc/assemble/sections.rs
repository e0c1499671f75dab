//! The tree of sections, one per document.

use super::super::model::{BlockId, BlockKind, Reading, Section, SectionId};

/// Opens a section at every heading and puts every block into the innermost one around it. A menu's headings open none.
pub(super) fn build(reading: &mut Reading) {
    let mut sections = Vec::new();
    for (document, part) in reading.documents.iter().enumerate() {
        let mut open = vec![(0, push(&mut sections, Section { heading: None, level: 0, parent: None, document }))];
        for at in part.blocks.clone() {
            let block = &mut reading.blocks[at];
            if let BlockKind::Heading { level } = block.kind
                && !block.furniture
            {
                while open.len() > 1 && open.last().is_some_and(|(around, _)| *around >= level) {
                    open.pop();
                }
                let heading = Some(BlockId::at(at));
                let parent = open.last().map(|(_, section)| *section);
                open.push((level, push(&mut sections, Section { heading, level, parent, document })));
            }
            if let Some((_, section)) = open.last() {
                block.section = *section;
            }
        }
    }
    reading.sections = sections;
}

fn push(sections: &mut Vec<Section>, section: Section) -> SectionId {
    sections.push(section);
    SectionId(u32::try_from(sections.len() - 1).unwrap_or(u32::MAX))
}
