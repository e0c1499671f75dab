//! The `policylint` command.

fn main() {}
