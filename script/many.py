#!/usr/bin/env python3
"""Measures `kehoach parse` over many documents: time, speed-up, memory, and resumption after SIGKILL.

    cargo build --release -p kehoach-cli
    python3 script/many.py target/release/kehoach [COUNT]

The documents are made from the fixtures, each with a line of its own. Needs Python alone, and Linux or macOS.
"""

import filecmp
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JOURNAL = ".kehoach-run.jsonl"


def documents(folder: Path, count: int) -> int:
    """Makes the documents, a thousand in a folder; their length in bytes."""
    fixtures = sorted((ROOT / "fixtures").glob("*.txt"))
    texts = [fixture.read_text(encoding="utf-8") for fixture in fixtures]
    total = 0
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"{texts[number % len(texts)]}\n{number}\n".encode()
        path.write_bytes(text)
        total += len(text)
    return total


def run(command: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processor time, peak memory in MB."""
    begun = time.monotonic()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, peak


def results(folder: Path) -> list[Path]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in files if path.name != JOURNAL)


def main() -> None:
    binary = str(Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    work = Path(tempfile.mkdtemp(prefix="kehoach-many-"))
    try:
        measure(binary, count, work)
    finally:
        shutil.rmtree(work)


def measure(binary: str, count: int, work: Path) -> None:
    size = documents(work / "in", count)
    print(f"{count} documents, {size / 1e6:.1f} MB, {os.cpu_count()} processors")
    print(f"{'':28}{'wall s':>9}{'cpu s':>9}{'ms/doc':>9}{'MB/s':>7}{'peak MB':>9}")
    source = str(work / "in")
    walls = {}

    def show(name: str, arguments: list[str]) -> float:
        wall, cpu, peak = run([binary, *arguments, "--quiet"])
        rate, each = size / 1e6 / wall, wall * 1000 / count
        print(f"{name:28}{wall:9.1f}{cpu:9.1f}{each:9.3f}{rate:7.1f}{peak:9.1f}", flush=True)
        if peak > 200:
            sys.exit("peak memory is over 200 MB")
        return wall

    for jobs in (1, 2):
        folder = work / f"out{jobs}"
        name = f"parse -o, -j {jobs}"
        walls[jobs] = show(name, ["parse", source, "-o", str(folder), "--compact", "-j", str(jobs)])
    for kind in ("citations", "tasks", "metadata"):
        out = str(work / f"{kind}.csv")
        show(f"{kind} -o CSV, -j 2", [kind, source, "-o", out, "-j", "2"])
    show("link, rows of citations", ["link", str(work / "citations.csv"), "-o", str(work / "l.csv")])
    show("parse --resume, all done", ["parse", source, "-o", str(work / "out2"), "--compact", "--resume"])
    print(f"2 threads are {walls[1] / walls[2]:.2f} times as fast as 1")

    killed, random_ = work / "killed", random.Random(1)
    command = [binary, "parse", source, "-o", str(killed), "--compact", "-j", "2", "-q", "--resume"]
    kept = []
    for _ in range(3):
        child = os.posix_spawn(binary, command, os.environ)
        time.sleep(walls[2] * random_.uniform(0.1, 0.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        kept.append(len(results(killed)))
    run(command)
    whole = work / "out2"
    names = results(whole)
    same = results(killed) == names
    _, differing, missing = filecmp.cmpfiles(whole, killed, names, shallow=False)
    if not same or differing or missing:
        sys.exit("a run that was killed and resumed has other results")
    print(f"killed with {', '.join(map(str, kept))} of {len(names)} results, resumed: byte for byte the same")


if __name__ == "__main__":
    main()
