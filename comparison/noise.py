#!/usr/bin/env python3
"""Damages texts as scanners do, and shows what of their reading survives.

  noise.py damage --rate 0.01 --seed 1 IN OUT    writes the damaged texts of a folder
  noise.py read --rate 0.01 --seed 1 FILE        prints what kehoach reads in the damaged text of FILE,
                                                 its evidence put back into the letters of FILE
  noise.py curve [FILE...]                       how much of the reading survives, a table of README.md
  noise.py doubt [FILE...]                       how much of what does not survive is reported, another

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
from collections import Counter, defaultdict
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
NUMBERING = {"marker-damaged", "numbering-gap", "numbering-repeated", "numbering-restarted"}
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


# Where a fact stands, and behind it the markers of the units that hold it.
Place = list[tuple[int, int]]
Doubt = tuple[str, tuple[int, int], str]
Facts = dict[str, dict[Any, list[Place]]]


def facts(document: dict[str, Any], origin: list[int]) -> Facts:
    """What is compared: the reading as facts by sort, each with its places in the clean text."""
    names = ("head", "units", "citations", "dates", "tasks", "foot")
    found: Facts = {name: defaultdict(list) for name in names}

    def text(node: Any) -> str:
        return folded(node.get("text")) if isinstance(node, dict) else ""

    markers: dict[str | None, Place] = {None: []}

    def at(node: dict[str, Any]) -> tuple[int, int]:
        start, end = node["span"]
        return origin[start], origin[end]

    def add(name: str, fact: Any, node: dict[str, Any], section: str | None = None) -> None:
        found[name][fact].append([at(node), *markers.get(section, [])])

    header = document["header"]
    for name in ("parent_authority", "number", "place", "date"):
        if header[name]:
            add("head", (name, text(header[name])), header[name])
    for authority in header["issuing_authorities"]:
        add("head", ("authority", text(authority)), authority)
    for name in ("title", "subject"):
        if document[name]:
            add("head", (name, text(document[name])), document[name])

    def units(blocks: list[Any], above: str | None = None) -> None:
        for block in blocks:
            if block["kind"] == "section":
                add("units", (block["id"], text(block["heading"])), block["marker"], above)
                markers[block["id"]] = [at(block["marker"]), *markers[above]]
                units(block["children"], block["id"])

    units(document["body"])
    for appendix in document["appendices"]:
        units(appendix["body"])
    for citation in document["citations"]:
        parts = tuple(text(citation[p]) for p in ("number", "date", "issuer", "name"))
        add("citations", parts, citation)
    for date in document["dates"]:
        if date["edtf"]:
            add("dates", date["edtf"], date)
    for task in document["tasks"]:
        lead = tuple(sorted(text(agency) for agency in task["lead"]))
        add("tasks", (task["section"], lead, (task["deadline"] or {}).get("edtf")), task, task["section"])

    def recipients(entries: list[Any]) -> None:
        for entry in entries:
            add("foot", ("recipient", folded(entry["name"])), entry)
            recipients(entry["children"])

    recipients(document["recipients"])
    for signature in document["signatures"]:
        position, name = text(signature["position"]), text(signature["name"])
        add("foot", ("signature", position, name), signature)
    return found


def missing(want: dict[Any, list[Place]], got: dict[Any, list[Place]]) -> list[tuple[Any, Place]]:
    """The facts of one reading that another has not, each as often as it is missing."""
    return [
        (fact, place)
        for fact, places in want.items()
        for place in places[len(got.get(fact, [])) :]
    ]


def is_named(fact: Any, fields: str) -> bool:
    """Whether a fact of the head or foot is of a field that was not found."""
    name = fact[0] if isinstance(fact, tuple) and isinstance(fact[0], str) else ""
    return any(name and name[:8] in field for field in fields.split())


def unfound(diagnostic: dict[str, Any]) -> str:
    """The fields of the head and foot that a diagnostic says were not found."""
    title = "title" if diagnostic["code"] == "title-missing" else ""
    return " ".join(diagnostic["args"].get("missing", [title]))


class Sample:
    """A text, its clean reading, and what is known of a damaged one."""

    def __init__(self, command: list[str], text: str) -> None:
        self.command, self.text = command, text
        self.clean = text.encode()
        self.known = self.read(0, 0)[0]

    def read(self, rate: float, seed: int) -> tuple[Facts, list[Doubt]]:
        """The facts of a damaged reading, and its diagnostics with their places in the clean text."""
        damaged, origin = damage(self.text, rate, seed)
        parsed = reading(self.command, damaged)
        put_back(parsed["document"], damaged.encode(), self.clean, origin)
        doubts = [
            (d["code"], (origin[start], origin[end]), unfound(d))
            for d in parsed["diagnostics"]
            for start, end in [d["span"], *(label["span"] for label in d["labels"])]
        ]
        return facts(parsed["document"], origin), doubts

    def is_doubted(self, fact: Any, place: Place, doubts: list[Doubt]) -> bool:
        """Whether a diagnostic stands on a line of a fact, says that a unit around it is not numbered as
        it should, or that the field was not found."""
        return any(
            code == "marks-lost"
            or is_named(fact, fields)
            or (not fields and self.shares_line(place[0], span))
            or (code in NUMBERING and any(self.shares_line(marker, span) for marker in place[1:]))
            for code, span, fields in doubts
        )

    def shares_line(self, place: tuple[int, int], other: tuple[int, int]) -> bool:
        start = self.clean.rfind(b"\n", 0, place[0]) + 1
        end = self.clean.find(b"\n", place[1])
        end = len(self.clean) if end < 0 else end
        return other[0] < end and other[1] >= start


def samples(command: list[str], files: list[Path]) -> list[Sample]:
    texts = [unicodedata.normalize("NFC", file.read_text(encoding="utf-8")) for file in files]
    return [Sample(command, text) for text in texts]


def table(title: str, names: list[str]) -> None:
    print(f"| {title} | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 1) + "|")


def doubt(command: list[str], files: list[Path], rates: list[float], seeds: list[int]) -> None:
    """Of what is wrong in the damaged readings, the share that no diagnostic points to."""
    known = samples(command, files)
    names = list(known[0].known)
    table("signs hit", [*names, "all"])
    for rate in rates:
        wrong, silent = Counter[str](), Counter[str]()
        for seed in seeds:
            for sample in known:
                read, doubts = sample.read(rate, seed)
                for name in names:
                    want, got = sample.known[name], read[name]
                    for fact, place in missing(want, got) + missing(got, want):
                        wrong[name] += 1
                        silent[name] += not sample.is_doubted(fact, place, doubts)
        cells = [f"{silent[name]} of {wrong[name]}" for name in names]
        share = silent.total() / max(1, wrong.total())
        print(f"| {rate * 100:g} % | " + " | ".join(cells) + f" | {share:.2f} |", flush=True)


def curve(command: list[str], files: list[Path], rates: list[float], seeds: list[int]) -> None:
    """F1 of the facts of the damaged texts against those of the clean ones."""
    known = samples(command, files)
    names = list(known[0].known)
    table("signs hit", [*names, "mean"])
    for rate in rates:
        missed, more, want = Counter[str](), Counter[str](), Counter[str]()
        for seed in seeds:
            for sample in known:
                read, _ = sample.read(rate, seed)
                for name in names:
                    missed[name] += len(missing(sample.known[name], read[name]))
                    more[name] += len(missing(read[name], sample.known[name]))
                    want[name] += sum(map(len, sample.known[name].values()))
        right = {name: want[name] - missed[name] for name in names}
        scores = [2 * right[n] / max(1, 2 * right[n] + missed[n] + more[n]) for n in names]
        cells = " | ".join(f"{score:.3f}" for score in [*scores, sum(scores) / len(scores)])
        print(f"| {rate * 100:g} % | {cells} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kehoach", default=str(HERE.parent / "target/release/kehoach"))
    jobs = parser.add_subparsers(dest="job", required=True)
    for name in ("damage", "read", "curve", "doubt"):
        job = jobs.add_parser(name)
        if name in ("curve", "doubt"):
            job.add_argument("--rate", type=float, nargs="+", default=[0.005, 0.01, 0.02, 1])
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
    if args.job in ("curve", "doubt"):
        files = args.files or sorted((HERE.parent / "fixtures").glob("*.txt"))
        show = curve if args.job == "curve" else doubt
        show(command, files, args.rate, args.seed)
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
