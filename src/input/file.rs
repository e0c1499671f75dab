//! One file that is to be checked; read when its turn comes, so that only one need be in memory.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::InputError;
use crate::config::{Config, ConfigStack};
use crate::text::{DecodeError, SourceText};

/// A file, or standard input, that is to be checked, with the settings that hold for it.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Its name in output: as given, cleaned, with `/` between its parts.
    pub name: String,
    /// The settings that hold for it. Files with equal settings from one configuration share them.
    pub config: Arc<Config>,
    /// Where the settings come from.
    pub stack: Arc<ConfigStack>,
    pub(super) place: Place,
}

/// Where the bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Disk(PathBuf),
    StandardInput,
}

impl InputFile {
    /// Whether a file is there, as seen from the folder of this one; `None` for standard input, which lies in no folder.
    pub fn has_beside(&self, file: &str) -> Option<bool> {
        let folder = self.path()?.parent()?;
        folder.join(file).try_exists().ok()
    }

    /// The file on disk; `None` for standard input.
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::Disk(path) => Some(path),
            Place::StandardInput => None,
        }
    }

    /// Reads and decodes it. Standard input gives its text once.
    ///
    /// # Errors
    /// Where it is gone, cannot be read, is no text, or takes 4 GiB or more.
    pub fn read(&self) -> Result<SourceText, InputError> {
        let bytes = match &self.place {
            Place::Disk(path) => read_disk(path),
            Place::StandardInput => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| Ok(bytes))
            }
        };
        let bytes = bytes.map_err(|error| InputError::from_io(self.name.clone(), &error))?;
        let undecodable = |reason| InputError::Undecodable { name: self.name.clone(), reason };
        SourceText::new(&bytes.map_err(undecodable)?).map_err(undecodable)
    }
}

/// Refuses by size before reading, not after.
fn read_disk(path: &Path) -> io::Result<Result<Vec<u8>, DecodeError>> {
    if u32::try_from(fs::metadata(path)?.len()).is_err() {
        return Ok(Err(DecodeError::TooLarge));
    }
    fs::read(path).map(Ok)
}
