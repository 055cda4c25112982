#!/usr/bin/env python3
"""Damages texts as scanners do, and shows what of their reading survives.

  noise.py damage --rate 0.01 --seed 1 IN OUT    writes the damaged texts of a folder
  noise.py read --rate 0.01 --seed 1 FILE        prints what kehoach reads in the damaged text of FILE,
                                                 its evidence put back into the letters of FILE
  noise.py curve [FILE...]                       the table of README.md

The rate is the share of letters, digits, signs and spaces that are hit. The same seed, rate and text
give the same damage.

Evidence ("text") is printed as it stands in a damaged document, so it cannot equal a clean one. `read`
replaces it by what stood at its place before the damage: what is compared is then where values begin
and end, and what they are, not how their letters look. Values (dates, kinds, levels) stay as read.
"""

import argparse
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TONES = "\u0300\u0301\u0303\u0309\u0323"
SHAPES = "\u0302\u0306\u031b"
# Signs that scanners take for one another.
LOOKALIKES = {
    "0": "OoQ", "1": "lI|", "2": "Zz", "3": "8", "5": "S", "6": "b", "8": "B3", "9": "g0",
    "O": "0Q", "I": "l1", "l": "1I", "S": "5", "B": "8", "H": "I-I", "U": "IJ", "h": "b", "b": "h",
    "e": "c", "c": "e", "n": "u", "u": "n", "t": "f", "f": "t", "i": "l", "r": "t", "m": "rn",
    ".": ",", ",": ".", ":": ".;", ";": ":", "/": "l", "-": "–_.", ")": "}", "(": "{",
    "“": "\"", "”": "\"",
}  # fmt: skip
WEIGHTS = {"mark": 60, "shape": 20, "lost": 6, "glued": 5, "split": 5, "noise": 4}


def marked(c: str, chance: random.Random) -> str | None:
    """The letter with its marks lost or taken for others."""
    if c in "đĐ":
        return {"đ": "d", "Đ": "D"}[c]
    base, *marks = unicodedata.normalize("NFD", c)
    if base not in "aeiouyAEIOUY":
        return None
    tone = next((m for m in marks if m in TONES), "")
    shape = next((m for m in marks if m in SHAPES), "")
    if shape and (not tone or chance.random() < 0.4):
        shape = ""
    elif tone:
        tone = chance.choice([t for t in TONES if t != tone] + [""])
    else:
        tone = chance.choice(TONES[:2])
    return unicodedata.normalize("NFC", base + shape + tone)


def hit(c: str, chance: random.Random) -> str:
    """What a scanner makes of one sign."""
    for _ in range(4):
        way = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        if c == " ":
            return "" if way in ("glued", "lost", "mark") else "  "
        if way == "mark" and (new := marked(c, chance)):
            return new
        if way == "shape" and c in LOOKALIKES:
            like = LOOKALIKES[c]
            return like if c in "HUm" else chance.choice(like)
        if way == "lost":
            return ""
        if way == "split" and c.isalpha():
            return c + " "
        if way == "noise":
            return c + chance.choice("'`.,|~^*")
    return c


def bare(c: str) -> str:
    """The letter without any mark."""
    return "".join(m for m in unicodedata.normalize("NFD", c) if m not in TONES + SHAPES).translate(
        {ord("đ"): "d", ord("Đ"): "D"}
    )


def damage(text: str, rate: float, seed: int) -> tuple[str, list[int]]:
    """The damaged text, and for each of its bytes the byte of the clean text it stands for.

    The rate 1 is that of a scanner that knows no marks: all are lost, and nothing else.
    """
    digest = hashlib.sha256(f"{seed} {rate} {text}".encode()).digest()
    chance = random.Random(digest)
    out: list[str] = []
    origin: list[int] = []
    at = 0
    for c in unicodedata.normalize("NFC", text):
        if rate == 1:
            new = bare(c)
        else:
            new = hit(c, chance) if c not in "\n\r\t\f" and chance.random() < rate else c
        out.append(new)
        origin += [at] * len(new.encode())
        at += len(c.encode())
    return "".join(out), [*origin, at]


def put_back(node: Any, damaged: bytes, clean: bytes, origin: list[int]) -> None:
    """Replaces every `text` that has a place by what stood there before the damage."""
    if isinstance(node, list):
        for item in node:
            put_back(item, damaged, clean, origin)
    elif isinstance(node, dict):
        if isinstance(node.get("text"), str) and (span := node.get("span")):
            places = node.get("parts") or [span]
            read = node["text"]
            node["text"] = collapsed(clean[origin[a] : origin[b]] for a, b in places)
            # Name and purpose of a recipient are pieces of its text, without a place of their own.
            for key in ("name", "purpose"):
                if isinstance(piece := node.get(key), str) and piece in read:
                    at = read.index(piece)
                    node[key] = stood(node["text"], read, at, at + len(piece))
        for value in node.values():
            put_back(value, damaged, clean, origin)


def collapsed(pieces: Iterable[bytes]) -> str:
    return " ".join(" ".join(piece.decode(errors="replace") for piece in pieces).split())


def stood(clean: str, damaged: str, start: int, end: int) -> str:
    """The piece of the clean text that stood where `damaged[start:end]` stands."""
    matcher = SequenceMatcher(None, damaged, clean, autojunk=False)
    ends = []
    for at in (start, end):
        kept = [op for op in matcher.get_opcodes() if op[1] <= at <= op[2]]
        _, a, _, b, b_end = kept[0 if at == end else -1]
        ends.append(min(b + at - a, b_end))
    return clean[ends[0] : ends[1]].strip()


def reading(command: list[str], text: str) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, check=True)
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def read_damaged(command: list[str], text: str, rate: float, seed: int) -> dict[str, Any]:
    clean = unicodedata.normalize("NFC", text)
    damaged, origin = damage(clean, rate, seed)
    parsed = reading(command, damaged)
    put_back(parsed["document"], damaged.encode(), clean.encode(), origin)
    return parsed


def folded(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "").casefold()


def facts(parsed: dict[str, Any]) -> dict[str, Counter[Any]]:
    """What is compared: the reading, as sets of facts by sort."""
    document = parsed["document"]
    found: dict[str, Counter[Any]] = {
        name: Counter() for name in ("head", "units", "citations", "dates", "tasks", "foot")
    }

    def text(node: Any) -> str:
        return folded(node.get("text")) if isinstance(node, dict) else ""

    header = document["header"]
    for name in ("parent_authority", "number", "place", "date"):
        if header[name]:
            found["head"][name, text(header[name])] += 1
    for authority in header["issuing_authorities"]:
        found["head"]["authority", text(authority)] += 1
    for name in ("title", "subject"):
        if document[name]:
            found["head"][name, text(document[name])] += 1

    def units(blocks: list[Any]) -> None:
        for block in blocks:
            if block["kind"] == "section":
                found["units"][block["id"], text(block["heading"])] += 1
                units(block["children"])

    units(document["body"])
    for appendix in document["appendices"]:
        units(appendix["body"])
    for citation in document["citations"]:
        parts = tuple(text(citation[p]) for p in ("number", "date", "issuer", "name"))
        found["citations"][parts] += 1
    for date in document["dates"]:
        if date["edtf"]:
            found["dates"][date["edtf"]] += 1
    for task in document["tasks"]:
        lead = tuple(sorted(text(agency) for agency in task["lead"]))
        found["tasks"][task["section"], lead, (task["deadline"] or {}).get("edtf")] += 1

    def recipients(entries: list[Any]) -> None:
        for entry in entries:
            found["foot"]["recipient", text(entry["name"])] += 1
            recipients(entry["children"])

    recipients(document["recipients"])
    for signature in document["signatures"]:
        found["foot"]["signature", text(signature["position"]), text(signature["name"])] += 1
    return found


def curve(command: list[str], files: list[Path], rates: list[float], seeds: list[int]) -> None:
    """F1 of the facts of the damaged texts against those of the clean ones."""
    texts = [unicodedata.normalize("NFC", file.read_text(encoding="utf-8")) for file in files]
    clean = [facts(read_damaged(command, text, 0, 0)) for text in texts]
    names = list(clean[0])
    print("| signs hit | " + " | ".join(names) + " | mean |")
    print("|---" * (len(names) + 2) + "|")
    for rate in rates:
        right, want, got = Counter[str](), Counter[str](), Counter[str]()
        for seed in seeds:
            for text, known in zip(texts, clean, strict=True):
                read = facts(read_damaged(command, text, rate, seed))
                for name in names:
                    right[name] += (known[name] & read[name]).total()
                    want[name] += known[name].total()
                    got[name] += read[name].total()
        scores = [2 * right[name] / max(1, want[name] + got[name]) for name in names]
        cells = " | ".join(f"{score:.3f}" for score in [*scores, sum(scores) / len(scores)])
        print(f"| {rate * 100:g} % | {cells} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kehoach", default=str(HERE.parent / "target/release/kehoach"))
    jobs = parser.add_subparsers(dest="job", required=True)
    for name in ("damage", "read", "curve"):
        job = jobs.add_parser(name)
        if name == "curve":
            job.add_argument("--rate", type=float, nargs="+", default=[0, 0.005, 0.01, 0.02, 0.04])
            job.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3])
            job.add_argument("files", type=Path, nargs="*")
        else:
            job.add_argument("--rate", type=float, required=True)
            job.add_argument("--seed", type=int, default=1)
            job.add_argument("input", type=Path)
        if name == "damage":
            job.add_argument("output", type=Path)
    args = parser.parse_args()
    command = [args.kehoach, "parse"]
    if args.job == "curve":
        files = args.files or sorted((HERE.parent / "fixtures").glob("*.txt"))
        curve(command, files, args.rate, args.seed)
    elif args.job == "read":
        text = args.input.read_text(encoding="utf-8")
        json.dump(read_damaged(command, text, args.rate, args.seed), sys.stdout, ensure_ascii=False)
    else:
        args.output.mkdir(parents=True, exist_ok=True)
        for file in sorted(args.input.glob("*.txt")):
            text, _ = damage(file.read_text(encoding="utf-8"), args.rate, args.seed)
            (args.output / file.name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
