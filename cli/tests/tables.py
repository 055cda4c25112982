#!/usr/bin/env python3
"""Reads the rows of the command back with DuckDB and pandas, and runs the recipes of README.md.

    python3 cli/tests/tables.py BINARY

BINARY is built with the feature `parquet`. Needs what requirements.txt lists.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("citations", "tasks", "dates", "recipients", "metadata")


def kehoach(binary: str, *arguments: str, cwd: Path) -> None:
    subprocess.run([binary, *arguments, "--quiet"], cwd=cwd, check=True)


def same_rows(work: Path, kind: str) -> int:
    """Each form of a table says the same; the number of rows."""
    lines = (work / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    columns = list(rows[0])
    frames = {
        "csv": pandas.read_csv(work / f"{kind}.csv", dtype=str, keep_default_na=False),
        "excel": pandas.read_csv(
            work / f"{kind}-excel.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig"
        ),
        "jsonl": pandas.read_json(work / f"{kind}.jsonl", lines=True, dtype=False),
        "parquet": pandas.read_parquet(work / f"{kind}.parquet"),
    }
    for form, frame in frames.items():
        assert list(frame.columns) == columns, (kind, form, list(frame.columns))
        assert len(frame) == len(rows), (kind, form, len(frame), len(rows))
    for form in ("csv", "jsonl", "parquet"):
        found = duckdb.sql(f"SELECT count(*), count(DISTINCT file) FROM '{work / f'{kind}.{form}'}'")
        assert found.fetchall() == [(len(rows), len({row["file"] for row in rows}))], (kind, form)

    parquet = frames["parquet"].to_dict("records")
    for row, packed, plain in zip(rows, parquet, frames["csv"].to_dict("records")):
        for column, value in row.items():
            told = (kind, row["file"], column, value)
            if column == "parts":
                assert ("" if pandas.isna(packed[column]) else packed[column]) == plain[column], told
            elif isinstance(value, list):
                assert list(packed[column]) == value, told
                assert plain[column] == "; ".join(value), told
            elif value is None:
                assert pandas.isna(packed[column]), told
                assert plain[column] == "", told
            elif isinstance(value, bool):
                assert packed[column] == value and plain[column] == str(value).lower(), told
            else:
                assert str(packed[column]) == str(value) or packed[column] == value, told
                assert plain[column] == str(value), told
    days = [column for column in columns if column in ("date_start", "date_end", "issued_date")]
    for column in days:
        found = duckdb.sql(f"SELECT typeof({column}) FROM '{work / f'{kind}.parquet'}' LIMIT 1")
        assert found.fetchall() == [("DATE",)], (kind, column)
    return len(rows)


def same_places(work: Path) -> None:
    """Code points are what Python counts."""
    found = 0
    for line in (work / "points.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (work / row["file"]).read_bytes().decode("utf-8")
        found += text[row["span_start"] : row["span_end"]] == row["text"]
    assert found > 200, found


def data_set(binary: str, work: Path) -> None:
    """A data set in Parquet gives the rows of its documents."""
    plans = sorted((work / "plans").glob("*.txt"))
    texts = [plan.read_bytes().decode("utf-8") for plan in plans]
    names = [f"plans/{plan.name}" for plan in plans]
    frame = pandas.DataFrame({"number": range(len(plans)), "id": names, "content": texts})
    frame.to_parquet(work / "set.parquet", row_group_size=7)
    fields = ("--from", "parquet", "--text-field", "content", "--id-field", "id")
    kehoach(binary, "tasks", "set.parquet", *fields, "-o", "set.jsonl", cwd=work)
    assert (work / "set.jsonl").read_text() == (work / "tasks.jsonl").read_text()


def recipes(work: Path) -> int:
    """The recipes in README.md run; how many there are."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = re.search(r"^### For researchers$(.*?)^#", readme, re.M | re.S).group(1)
    found = re.findall(r"^```(sql|python)$\n(.*?)^```$", section, re.M | re.S)
    connection = duckdb.connect(config={"file_search_path": str(work)})
    for language, code in found:
        if language == "sql":
            rows = connection.sql(code).fetchall()
            assert rows, code
        else:
            code = re.sub(r'"([\w-]+\.(?:csv|jsonl|parquet))"', rf'r"{work}/\1"', code)
            names: dict = {}
            exec(code, names)
            assert len(names["result"]) > 0, code
    return len(found)


def main() -> None:
    binary = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        plans = work / "plans"
        plans.mkdir()
        for fixture in sorted((ROOT / "fixtures").glob("*.txt")):
            (plans / fixture.name).write_bytes(fixture.read_bytes())
        for kind in KINDS:
            for ending in ("csv", "jsonl", "parquet"):
                kehoach(binary, kind, "plans", "-o", f"{kind}.{ending}", cwd=work)
            kehoach(binary, kind, "plans", "--excel", "-o", f"{kind}-excel.csv", cwd=work)
            print(f"{kind}: {same_rows(work, kind)} rows are the same in CSV, JSON Lines and Parquet")
        kehoach(binary, "dates", "plans", "--offset-unit", "codepoint", "-o", "points.jsonl", cwd=work)
        same_places(work)
        data_set(binary, work)
        kehoach(binary, "link", "citations.csv", "-o", "links.csv", cwd=work)
        kehoach(binary, "graph", "citations.csv", "-o", "edges.csv", cwd=work)
        print(f"{recipes(work)} recipes run")


if __name__ == "__main__":
    main()
