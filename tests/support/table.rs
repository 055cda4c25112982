//! Tables of texts with what is expected of them, as under `tests/citations` and `tests/dates`.

use std::fs;

use super::repository;

/// A block of a table: the text, and the lines that say what is expected of it.
pub struct Block {
    /// Line of the file at which its text begins.
    pub line: usize,
    pub text: String,
    /// Lines that open with `= `, `? ` or `! `.
    pub expected: Vec<String>,
}

/// The blocks of a file of `tests/`, parted by blank lines; lines that open with `# ` are comments.
pub fn blocks(file: &str) -> Vec<Block> {
    let path = repository("tests").join(file);
    let table =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let empty = || Block { line: 0, text: String::new(), expected: Vec::new() };
    let mut blocks = Vec::new();
    let mut block = empty();
    for (index, line) in table.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            if !block.expected.is_empty() {
                blocks.push(std::mem::replace(&mut block, empty()));
            }
        } else if line.starts_with("= ") || line.starts_with("? ") || line.starts_with("! ") {
            block.expected.push(line.to_owned());
        } else if !line.starts_with("# ") && line != "#" {
            if block.line == 0 {
                block.line = index + 1;
            } else {
                block.text.push('\n');
            }
            block.text.push_str(line);
        }
    }
    blocks
}

/// The fields of an expected line with their names: the first have those of `columns`, the others
/// their own before a `=`.
pub fn wanted<'l>(line: &'l str, columns: &[&'static str]) -> Vec<(&'l str, &'l str)> {
    let fields = line.strip_prefix("= ").unwrap_or(line).split(" | ");
    let pairs = fields.enumerate().map(|(at, field)| match columns.get(at) {
        Some(name) => (*name, field),
        None => field.split_once('=').unwrap_or_else(|| panic!("{field:?} in {line:?}")),
    });
    pairs.collect()
}
