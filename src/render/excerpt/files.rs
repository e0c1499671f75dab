//! Excerpts as codespan-reporting sees them: their own text under the true name, lines and columns.

use std::ops::Range;

use codespan_reporting::files::{Error, Files, Location};

use super::Excerpt;

/// The excerpts of one diagnostic, one for each source, numbered from 0.
#[derive(Debug, Default)]
pub(in crate::render) struct Excerpts<'s>(pub(in crate::render) Vec<Excerpt<'s>>);

impl<'s> Excerpts<'s> {
    fn excerpt(&self, id: usize) -> Result<&Excerpt<'s>, Error> {
        self.0.get(id).ok_or(Error::FileMissing)
    }

    fn row(&self, id: usize, index: usize) -> Result<&super::Row, Error> {
        let rows = &self.excerpt(id)?.rows;
        rows.get(index).ok_or(Error::LineTooLarge { given: index, max: rows.len() })
    }
}

impl<'a> Files<'a> for Excerpts<'_> {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.excerpt(id)?.name)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(self.excerpt(id)?.text())
    }

    fn line_index(&'a self, id: usize, byte_index: usize) -> Result<usize, Error> {
        let rows = &self.excerpt(id)?.rows;
        Ok(rows.partition_point(|row| row.range.start <= byte_index).saturating_sub(1))
    }

    fn line_number(&'a self, id: usize, line_index: usize) -> Result<usize, Error> {
        Ok(self.row(id, line_index)?.number)
    }

    fn column_number(&'a self, id: usize, line_index: usize, byte_index: usize) -> Result<usize, Error> {
        let excerpt = self.excerpt(id)?;
        let source = excerpt.source;
        // What is not printed, such as a joiner in an emoji, has no byte of its own here; its mark still knows it.
        let marked = excerpt.marks.iter().position(|mark| mark.start == byte_index);
        let offset = match marked.and_then(|index| excerpt.ranges.get(index)) {
            Some(range) => range.start(),
            None => self.row(id, line_index)?.source_of(byte_index),
        };
        Ok(source.lines().position(source.text(), offset).column)
    }

    fn location(&'a self, id: usize, byte_index: usize) -> Result<Location, Error> {
        let line_index = self.line_index(id, byte_index)?;
        Ok(Location {
            line_number: self.line_number(id, line_index)?,
            column_number: self.column_number(id, line_index, byte_index)?,
        })
    }

    fn line_range(&'a self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        Ok(self.row(id, line_index)?.range.clone())
    }
}
