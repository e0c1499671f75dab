//! The only reader of the disk: which files to check, what is in them, the settings and the rules beside them.

mod error;
mod file;
mod list;
mod packs;
mod paths;
mod repository;
mod store;

pub use error::InputError;
pub use file::InputFile;
pub use list::{EXTENSIONS, Listing, Named, SkipReason, Skipped, list};
pub use packs::read_pack;
pub use store::{ConfigStore, Discovery, Resolved};
