//! Plain data that leaves the program: diagnostics, documents, laws in play, problems. Knows no terminal and no rule.

mod claims;
mod coverage;
mod diagnostic;
mod file;
mod level;
mod pack_error;
mod page;
mod question;

pub use claims::{ClaimsReport, ReportedClaim, Told};
pub use coverage::{CoverageReport, CoveredLaw, Passage, Requirement, RequirementStatus};
pub use diagnostic::{AlsoAsked, Citation, Diagnostic, Edit, Fix, Label, Lack, RuleId, Shortfall};
pub use file::{DocumentSummary, FileReport, LawInPlay, LawStatus, Problem, ProblemKind, Summary};
pub use level::{Confidence, Persona, Severity};
pub use pack_error::PackError;
pub use page::{RuleEntry, RuleRow};
pub use question::Question;
