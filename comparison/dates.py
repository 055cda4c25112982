#!/usr/bin/env python3
"""Dates of the same documents as read by kehoach and by dateparser's search_dates.

Prints two Markdown tables: how many dates each tool finds and how many of them are right, and how
long it takes.

Two measures, both over the multiset of values of a document:

  days    Calendar days. An open date ("../2020-12-15") counts as its day and a range of days as its
          two ends, in the gold and in what kehoach finds: dateparser gives points in time only, and
          is not to lose for the word "trước" before a day it has read. Months, quarters and years
          count on neither side.
  values  Every EDTF value as it stands in the gold. What dateparser finds is written as a day, a
          month or a year, by the period it gives with it; it has no form for ranges, open dates
          and quarters. Recurring and relative dates, which have no value, are left out.

Of the speeds, a process start is the time of a process that reads nothing (for dateparser: that
imports it and reads one date), reading the time of the documents without it; each is the least of
several passes. kehoach reads the whole tree of a document, its dates among it, and prints it as
JSON. KB is 1000 bytes of UTF-8.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d\d")

# What dateparser is called with. DATE_ORDER, PREFER_* and RELATIVE_BASE make the order of day and
# month and the parts that are missing the same on every day the script runs.
COMMON: dict[str, Any] = {
    "DATE_ORDER": "DMY",
    "PREFER_DAY_OF_MONTH": "first",
    "PREFER_MONTH_OF_YEAR": "first",
    "RELATIVE_BASE": datetime(2000, 1, 1),
}
# Settings tried, with both strategies of `search_dates`; `--trials` prints what each gives. Without
# a required part, list markers and amounts are read as dates; without `absolute-time`, durations
# ("05 năm") are. STRICT_DATE_ORDER changes next to nothing, IGNORE_SURROUNDING_TEXT does harm.
ABSOLUTE = {"PARSERS": ["absolute-time"]}
WHOLE_DAY = {"REQUIRE_PARTS": ["day", "month", "year"]}
YEAR = {"REQUIRE_PARTS": ["year"]}
TRIED: dict[str, dict[str, Any]] = {
    "nothing required": {},
    "day, month and year required": WHOLE_DAY,
    "absolute": ABSOLUTE,
    "absolute, year required": ABSOLUTE | YEAR,
    "absolute, day, month and year required": ABSOLUTE | WHOLE_DAY,
    "absolute, day, month and year required, marks kept": (
        ABSOLUTE | WHOLE_DAY | {"NORMALIZE": False}
    ),
}
# The settings used are those with dateparser's best F1 under each measure. Of the strategies,
# "ngram" finds more and "split", the default, is faster: both are shown.
BEST = {"days": ABSOLUTE | WHOLE_DAY, "values": ABSOLUTE | YEAR}
STRATEGIES = ("split", "ngram")


@dataclass(frozen=True)
class Document:
    """A text and the EDTF values a reader found in it."""

    path: Path
    text: str
    gold: list[str]


@dataclass
class Score:
    """Counts of one tool under one measure."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: list[str], found: list[str]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        self.right += (Counter(gold) & Counter(found)).total()

    def row(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0
        return f"{self.gold} | {self.found} | {precision:.3f} | {recall:.3f} | {f1:.3f}"


# Documents


def document(path: Path, gold: list[str]) -> Document:
    return Document(path, path.read_text(encoding="utf-8-sig"), [value for value in gold if value])


def fixtures() -> list[Document]:
    """The fixtures that have rows in dates-gold.tsv."""
    values: dict[str, list[str]] = {}
    with open(HERE / "dates-gold.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            values.setdefault(row["file"], []).append(row["edtf"])
    return [document(HERE.parent / "fixtures" / name, gold) for name, gold in values.items()]


def annotated(gold: Path, text: Path, groups: set[str]) -> list[Document]:
    """The documents of a folder of JSON gold, those of the groups if there are any."""
    files = sorted(gold.glob("*.json"))
    if groups:
        group_of = read_groups(gold / "groups.tsv")
        files = [file for file in files if group_of.get(file.stem) in groups]
    read = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return [document(text / g["file"], [date["edtf"] for date in g["dates"]]) for g in read]


def read_groups(table: Path) -> dict[str, str]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if "\t" in line)


# Measures


def days(values: list[str]) -> list[str]:
    """The days that stand in EDTF values: of "../2020-12-15" one, of a range of days two."""
    return [end for value in values for end in value.split("/") if DAY.fullmatch(end)]


MEASURES: dict[str, Callable[[list[str]], list[str]]] = {"days": days, "values": list}


def score(
    documents: list[Document],
    read: Callable[[Document], list[str]],
    measure: Callable[[list[str]], list[str]],
) -> Score:
    total = Score()
    for doc in documents:
        total.add(measure(doc.gold), measure(read(doc)))
    return total


# kehoach


def run_kehoach(binary: Path, text: bytes) -> bytes:
    command = [str(binary), "parse", "--compact", "-"]
    return subprocess.run(command, input=text, capture_output=True, check=True).stdout


def kehoach_values(binary: Path, doc: Document) -> list[str]:
    parsed = json.loads(run_kehoach(binary, doc.path.read_bytes()))
    return [date["edtf"] for date in parsed["document"]["dates"] if date["edtf"]]


# dateparser. It is imported where it is used: `--help` works without it, and its start is measured
# in a process of its own.


def search(
    text: str, strategy: str, settings: dict[str, Any]
) -> list[tuple[str, datetime, str | None]]:
    """All dates of a text with their periods. The lines are joined: a date may stand on two."""
    from dateparser.search import search_dates

    return (
        search_dates(
            " ".join(text.split()),
            languages=["vi"],
            settings=COMMON | settings,
            strategy=strategy,
            add_period=True,
        )
        or []
    )


def dateparser_values(strategy: str, settings: dict[str, Any], doc: Document) -> list[str]:
    return [to_edtf(date, period) for _, date, period in search(doc.text, strategy, settings)]


def to_edtf(date: datetime, period: str | None) -> str:
    """A year, a month or a day, as much as the period says was read."""
    length = {"year": 4, "month": 7}.get(period or "day", 10)
    return date.strftime("%Y-%m-%d")[:length]


# Time


def least(passes: int, action: Callable[[], object]) -> float:
    times = []
    for _ in range(passes):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def time_row(tool: str, starts: float, reading: float, size: int) -> str:
    return f"| {tool} | {starts:.3f} | {reading:.3f} | {size / 1000 / max(reading, 1e-9):,.0f} |"


def time_kehoach(binary: Path, documents: list[Document], passes: int) -> list[str]:
    texts = [doc.path.read_bytes() for doc in documents]
    size = sum(map(len, texts))
    # A start is a process with an empty text.
    start = least(passes, lambda: run_kehoach(binary, b""))
    starts = start * len(texts)
    each = sum(least(passes, partial(run_kehoach, binary, text)) for text in texts)
    once = least(passes, partial(run_kehoach, binary, b"\n".join(texts)))
    return [
        time_row("kehoach, a process for each document", starts, each - starts, size),
        time_row("kehoach, one process, all documents as one text", start, once - start, size),
    ]


def time_dateparser(documents: list[Document], passes: int) -> list[str]:
    first = "from dateparser.search import search_dates as s; s('ngày 1/2/2020', languages=['vi'])"
    start = least(10 * passes, partial(subprocess.run, [sys.executable, "-c", first], check=True))
    size = sum(doc.path.stat().st_size for doc in documents)
    rows = []
    for strategy in STRATEGIES:
        reading = least(passes, partial(read_all, documents, strategy))
        rows.append(time_row(f"dateparser, {strategy}, one process", start, reading, size))
    return rows


def read_all(documents: list[Document], strategy: str) -> None:
    for doc in documents:
        search(doc.text, strategy, BEST["days"])


# Tables


def print_accuracy(binary: Path, documents: list[Document]) -> None:
    print("| tool | measure | gold | found | precision | recall | F1 |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for name, measure in MEASURES.items():
        found = score(documents, partial(kehoach_values, binary), measure)
        print(f"| kehoach | {name} | {found.row()} |")
        for strategy in STRATEGIES:
            read = partial(dateparser_values, strategy, BEST[name])
            print(f"| dateparser, {strategy} | {name} | {score(documents, read, measure).row()} |")


def print_speed(binary: Path, documents: list[Document], passes: int) -> None:
    print("| tool | process starts, s | reading, s | KB/s |")
    print("|---|--:|--:|--:|")
    print(*time_kehoach(binary, documents, 10 * passes), sep="\n")
    print(*time_dateparser(documents, passes), sep="\n")


def print_trials(documents: list[Document]) -> None:
    print("| strategy | settings | measure | gold | found | precision | recall | F1 |")
    print("|---|---|---|--:|--:|--:|--:|--:|")
    for name, measure in MEASURES.items():
        for strategy in STRATEGIES:
            for label, settings in TRIED.items():
                read = partial(dateparser_values, strategy, settings)
                row = score(documents, read, measure).row()
                print(f"| {strategy} | {label} | {name} | {row} |")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = HERE.parent / "target" / "release" / "kehoach"
    parser.add_argument(
        "kehoach", nargs="?", type=Path, default=default,
        help="the command to measure (default: target/release/kehoach)",
    )  # fmt: skip
    parser.add_argument(
        "--gold", type=Path, metavar="DIR",
        help='JSON files {"file", "dates": [{"text", "edtf"}]} instead of the fixtures',
    )  # fmt: skip
    parser.add_argument("--text", type=Path, metavar="DIR", help="the texts that --gold names")
    parser.add_argument(
        "--group", default="", metavar="NAME,…",
        help="only these groups of the table groups.tsv beside --gold",
    )  # fmt: skip
    parser.add_argument(
        "--passes", type=int, default=2,
        help="passes for the time of a search by dateparser; ten times as many for short processes "
        "(default: 2)",
    )  # fmt: skip
    parser.add_argument(
        "--trials", action="store_true", help="print what each setting of dateparser tried gives"
    )
    args = parser.parse_args()
    if bool(args.gold) != bool(args.text):
        parser.error("--gold and --text go together")
    if args.group and not args.gold:
        parser.error("--group needs --gold")
    if args.passes < 1:
        parser.error("--passes must be at least 1")

    groups = set(filter(None, args.group.split(",")))
    documents = annotated(args.gold, args.text, groups) if args.gold else fixtures()
    if not documents:
        parser.error("no documents")
    if args.trials:
        print_trials(documents)
        return
    if not args.kehoach.is_file():
        parser.error(f"no command {args.kehoach}; build it with `cargo build --release`")
    size = sum(doc.path.stat().st_size for doc in documents)
    print(f"{len(documents)} documents, {size / 1000:.1f} KB\n")
    print_accuracy(args.kehoach.resolve(), documents)
    print()
    print_speed(args.kehoach.resolve(), documents, args.passes)


if __name__ == "__main__":
    main()
