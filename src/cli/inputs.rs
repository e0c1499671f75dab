//! What every command that reads policies does first: settings, files, what stands in the way.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use super::args::CommonArguments;
use super::terminal::Terminal;
use crate::config::{ConfigErrors, ConfigFile};
use crate::doc;
use crate::engine::Source;
use crate::input::{ConfigStore, Discovery, InputFile, Named, list};
use crate::render::Sources;
use crate::report::{Problem, ProblemKind};
use crate::text::SourceText;

/// The files of a run, and its first problems.
pub(super) struct Inputs {
    /// The files, in order of name.
    pub(super) files: Vec<InputFile>,
    /// The folder that the run starts in.
    pub(super) directory: PathBuf,
    /// What stands in the way of other files.
    pub(super) problems: Vec<Problem>,
    /// How many of the problems, from the first, were shown with their excerpts already.
    pub(super) shown: usize,
}

impl Inputs {
    /// Lists the files that `paths` mean; `settings` come on top of all configuration files. Mistakes in configurations are shown at
    /// once; `None` where the command line itself has some.
    pub(super) fn gather(
        paths: &[PathBuf],
        common: &CommonArguments,
        settings: &[String],
        terminal: &Terminal,
    ) -> Option<Self> {
        let mut store = match config_store(common, settings) {
            Ok(store) => store,
            Err(errors) => {
                terminal.show(&*errors);
                return None;
            }
        };
        let by = if common.force_exclude { Named::ByHook } else { Named::ByUser };
        let listing = list(paths, &common.stdin_filename, by, &mut store);
        for skipped in &listing.skipped {
            terminal.say(&format!("note: {skipped}"));
        }
        let mut problems = Vec::new();
        for errors in &listing.broken {
            terminal.show(&**errors);
            problems.extend(errors.iter().map(|error| error.problem()));
        }
        let shown = problems.len();
        problems.extend(listing.errors.iter().map(|error| error.problem()));
        Some(Self { files: listing.files, directory: store.directory().to_path_buf(), problems, shown })
    }
}

/// Where settings come from: the command line on top of one file, the nearest files, or none.
fn config_store(common: &CommonArguments, settings: &[String]) -> Result<ConfigStore, Box<ConfigErrors>> {
    let directory = std::env::current_dir().unwrap_or_default();
    let mut discovery = if common.isolated { Discovery::Isolated } else { Discovery::Nearest };
    let mut given = Vec::new();
    for argument in &common.config {
        if argument.contains('=') {
            given.push(ConfigFile::parse_argument(argument, &directory)?);
        } else {
            discovery = Discovery::File(argument.into());
        }
    }
    for setting in settings {
        given.push(ConfigFile::parse_argument(setting, &directory)?);
    }
    Ok(ConfigStore::new(directory, discovery, given))
}

/// Reads one file; its name, else its first characters, tell the format.
pub(super) fn source(file: &InputFile) -> Result<Source, Problem> {
    let text = file.read().map_err(|error| error.problem())?;
    let format = doc::Format::detect(&file.name, text.text());
    Ok(Source { path: file.name.clone(), text, format })
}

/// The texts of the files of a run, read again where a finding in one file points into another.
pub(super) struct Texts<'a> {
    files: HashMap<&'a str, &'a InputFile>,
}

impl<'a> Texts<'a> {
    pub(super) fn of(files: &'a [InputFile]) -> Self {
        let on_disk = files.iter().filter(|file| file.path().is_some());
        Self { files: on_disk.map(|file| (file.name.as_str(), file)).collect() }
    }
}

impl Sources for Texts<'_> {
    fn source(&self, path: &str) -> Option<Arc<SourceText>> {
        self.files.get(path)?.read().ok().map(Arc::new)
    }
}

/// A panic is a defect of ours, told as such, and no reason to leave the other files unchecked.
pub(super) fn guarded<T>(file: &InputFile, work: impl FnOnce() -> T) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Problem {
        path: Some(file.name.clone()),
        kind: ProblemKind::Internal,
        message: "policylint failed on this file; please report it together with the file".to_owned(),
    })
}
