//! The `policylint` command.

fn main() -> std::process::ExitCode {
    policylint::cli::run()
}
