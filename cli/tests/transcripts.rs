//! The command as its users meet it: every transcript under `cmd/` is run and compared.
//!
//! `TRYCMD=overwrite cargo test -p kehoach-cli --test transcripts` writes them anew.

#[test]
fn transcripts() {
    trycmd::TestCases::new().env("COLUMNS", "100").env("LC_ALL", "C").case("tests/cmd/*.trycmd");
}
