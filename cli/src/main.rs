//! The `kehoach` command.

use std::io::Write as _;

use anyhow::Context as _;

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let (Some(_), Some(path)) = (args.next(), args.next()) else {
        anyhow::bail!("usage: kehoach parse FILE");
    };
    let bytes = std::fs::read(&path).with_context(|| format!("cannot read {path}"))?;
    let mut parsed = kehoach::Parser::new().parse_bytes(&bytes)?;
    parsed.source.name = Some(path);
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &parsed)?;
    writeln!(out)?;
    Ok(())
}
