//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Checks privacy policies the way a privacy lawyer would and answers the way a compiler would.
///
/// A linter, not legal advice: it says nothing about what it cannot read off the text.
#[derive(Debug, Parser)]
#[command(name = "policylint", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colors.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check policies and print what is wrong with them.
    Check(CheckArguments),
    /// Show how far policies say what laws ask them to say.
    Coverage(CoverageArguments),
    /// Show what policies say that their drafters do and don't do, as it was understood.
    Claims(ClaimsArguments),
    /// Run the examples of rule packs: the shipped ones, or those of a pack of your own.
    Test(TestArguments),
    /// List rules: the shipped ones and those of the packs that the configuration here adds.
    Rules(RulesArguments),
    /// Print what rules and laws are about: provisions, editions, examples, a clause to start from.
    Explain(ExplainArguments),
}

/// `policylint check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Files and folders; `-` is standard input.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print what is found.
    #[arg(long, alias = "output-format", value_enum, env = "POLICYLINT_FORMAT", default_value_t = FormatName::Full)]
    pub(super) format: FormatName,
    /// The lowest severity that makes the exit status 1.
    #[arg(long, value_enum)]
    pub(super) fail_on: Option<FailOnName>,
    /// Exit with 0 whatever is found; 2 still says that the run itself failed.
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Whose diagnostics to show.
    #[arg(long, value_enum)]
    pub(super) persona: Option<PersonaName>,
    /// Mend what has exactly one right answer, then tell what is left. Legal wording is never touched.
    #[arg(long, conflicts_with = "diff")]
    pub(super) fix: bool,
    /// Show what `--fix` would change, and change nothing.
    #[arg(long)]
    pub(super) diff: bool,
    #[command(flatten)]
    pub(super) common: CommonArguments,
}

/// What all commands that read policies take.
#[derive(Debug, Args)]
pub(super) struct CommonArguments {
    /// For hooks, which name whatever changed: files that are by their names about the repository, such as README.md, are not checked.
    #[arg(long, hide = true)]
    pub(super) force_exclude: bool,
    /// A law to check for whatever the text says, such as `ccpa`; `all` for every pack. May be repeated.
    #[arg(long, value_name = "LAW")]
    pub(super) law: Vec<String>,
    /// The name under which standard input is reported; its ending tells the format.
    #[arg(long, value_name = "NAME", default_value = "stdin.md")]
    pub(super) stdin_filename: String,
    /// The day of the check, as 2026-01-31; else SOURCE_DATE_EPOCH, else the clock.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<jiff::civil::Date>,
    /// Read no configuration file.
    #[arg(long, conflicts_with = "config")]
    pub(super) isolated: bool,
    /// Use this configuration file for all, or set one value: `--config 'policy.laws = ["ccpa"]'`. May be repeated.
    #[arg(long, value_name = "FILE|KEY=VALUE", env = "POLICYLINT_CONFIG")]
    pub(super) config: Vec<String>,
}

/// `policylint coverage`.
#[derive(Debug, Args)]
pub(super) struct CoverageArguments {
    /// Files and folders; `-` is standard input.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, alias = "output-format", value_enum, default_value_t = CoverageFormat::Full)]
    pub(super) format: CoverageFormat,
    #[command(flatten)]
    pub(super) common: CommonArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CoverageFormat {
    /// A table for each law.
    Full,
    /// The same for a pull request.
    Markdown,
    /// Everything, for machines.
    Json,
}

/// `policylint claims`.
#[derive(Debug, Args)]
pub(super) struct ClaimsArguments {
    /// Files and folders; `-` is standard input.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print them.
    #[arg(long, alias = "output-format", value_enum, default_value_t = ClaimsFormat::Full)]
    pub(super) format: ClaimsFormat,
    #[command(flatten)]
    pub(super) common: CommonArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ClaimsFormat {
    /// A line for each claim.
    Full,
    /// Everything, for machines.
    Json,
}

/// `policylint test`.
#[derive(Debug, Args)]
pub(super) struct TestArguments {
    /// A pack of your own: a folder with `pack.toml`, or one file. Without it the shipped packs are tested.
    #[arg(value_name = "PACK")]
    pub(super) packs: Vec<PathBuf>,
    /// The day of the check for examples that give none.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<jiff::civil::Date>,
}

/// `policylint rules`.
#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// Only these: an id, or `ccpa/*` for all of a family.
    #[arg(value_name = "ID")]
    pub(super) ids: Vec<String>,
    /// Only the rules of this law. May be repeated, as all that follow.
    #[arg(long, value_name = "LAW")]
    pub(super) law: Vec<String>,
    /// Only the rules of this kind, such as `disclosure`.
    #[arg(long, value_name = "KIND")]
    pub(super) kind: Vec<String>,
    /// Only the rules of this severity.
    #[arg(long, value_enum)]
    pub(super) severity: Vec<SeverityName>,
    /// Only the rules for this persona.
    #[arg(long, value_enum)]
    pub(super) persona: Vec<PersonaName>,
    /// Only the rules of this confidence.
    #[arg(long, value_enum)]
    pub(super) confidence: Vec<ConfidenceName>,
    /// Only the rules that are told this way.
    #[arg(long, value_enum)]
    pub(super) report: Vec<ReportName>,
    /// Only the rules that speak of all these words, in id, title, message, provision or explanation.
    #[arg(long, value_name = "WORDS")]
    pub(super) search: Option<String>,
    /// How to print them.
    #[arg(long, alias = "output-format", value_enum, default_value_t = ListFormat::Full)]
    pub(super) format: ListFormat,
    /// Read no configuration file: the shipped rules only.
    #[arg(long)]
    pub(super) isolated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// A table.
    Full,
    /// Everything, for machines.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SeverityName {
    Error,
    Warning,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfidenceName {
    High,
    Medium,
    Low,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportName {
    /// By `check`.
    Diagnostic,
    /// By `coverage` only.
    Coverage,
}

/// `policylint explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// Rules, such as `ccpa/deletion-exceptions`, or laws, such as `ccpa`.
    #[arg(value_name = "ID", required = true)]
    pub(super) ids: Vec<String>,
    /// How to print it.
    #[arg(long, alias = "output-format", value_enum, default_value_t = ExplainFormat::Full)]
    pub(super) format: ExplainFormat,
    /// Read no configuration file: the shipped rules only.
    #[arg(long)]
    pub(super) isolated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExplainFormat {
    /// Laid out for the terminal.
    Full,
    /// As the pages of the documentation.
    Markdown,
    /// Rules only, everything, for machines.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatName {
    /// Excerpts with labels, notes, help and citations.
    Full,
    /// A line for each finding.
    Concise,
    /// Everything, for machines.
    Json,
    /// Workflow commands, which GitHub shows as annotations.
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOnName {
    Error,
    Warning,
    Note,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PersonaName {
    /// What a busy author must act on.
    Default,
    /// What a careful author wants to see, too.
    Pedantic,
    /// Everything.
    Auditor,
}
