//! Manual pages and completions: each is there for each command.

use std::process::Command;

const KEHOACH: &str = env!("CARGO_BIN_EXE_kehoach");

#[test]
fn each_command_has_a_manual_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let pages = folder.path().join("man/man1");
    let run = Command::new(KEHOACH).args(["man", "-o"]).arg(&pages).status();
    assert!(run.expect("it runs").success());
    let page = |name: &str| {
        let page = std::fs::read_to_string(pages.join(name));
        page.unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    assert!(page("kehoach.1").contains("kehoach\\-parse(1)"));
    for name in ["parse", "check", "explain", "man"] {
        let page = page(&format!("kehoach-{name}.1"));
        assert!(page.contains(&format!("kehoach\\-{name} \\- ")), "{page}");
    }
}

#[test]
fn completions_know_the_commands_in_each_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = Command::new(KEHOACH).args(["completions", shell]).output().expect("it runs");
        assert!(run.status.success(), "{shell}");
        let script = String::from_utf8(run.stdout).expect("text");
        for word in ["parse", "check", "format", "lang"] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
    }
}
