"""Reads the comment before a declaration: summary, entries, status lines, source and notes."""
import re
from dataclasses import dataclass, field
from typing import List, Tuple

from .model import Axis
from .phrases import Wrong

_ENTRY = re.compile(r"(`[^`]*`(?:, `[^`]*`)*)( *)(.*)")
_NAME = re.compile(r"(\w+)((?:\[[^\[\]]*\])*)")
_AXIS = re.compile(r"(\d+|\w+(?:->\w+)?)(?: ([+-]) (\d+))?")
STATUS = re.compile(r"[EW][A-Z]+")


@dataclass
class Entry:
    names: List[Tuple[str, Tuple[Axis, ...]]]
    text: str
    line: int


@dataclass
class Comment:
    summary: str = ""
    experimental: bool = False
    entries: List[Entry] = field(default_factory=list)
    statuses: List[Entry] = field(default_factory=list)  # names: [("ENOTSORTED", ())]
    source: str = ""
    notes: List[str] = field(default_factory=list)


def axes(text):
    """The axes in "[n][n_years + 1]"."""
    out = []
    for one in re.findall(r"\[([^\[\]]*)\]", text):
        m = _AXIS.fullmatch(one)
        if not m or m[3] not in (None, "1") or m[2] and m[1].isdigit() or m[1] == "0":
            raise Wrong(f"[{one}] is no axis: it is a count, a number, count + 1 or count - 1")
        out.append(Axis(m[1], 0 if not m[2] else 1 if m[2] == "+" else -1))
    return tuple(out)


def _names(text):
    out = []
    for one in text.split(", "):
        m = _NAME.fullmatch(one[1:-1])
        if not m:
            raise Wrong(f"{one} is no name with axes")
        out.append((m[1], axes(m[2])))
    return out


def _entries(lines, report):
    """The entries of a paragraph whose first line begins with a backtick."""
    out = []
    for number, line in lines:
        if line.startswith(" `"):
            m = _ENTRY.fullmatch(line.strip())
            try:
                if not m or not m[3]:
                    raise Wrong("a line that begins with a backtick and is no entry: `name`  text")
                names = _names(m[1])
                status = STATUS.fullmatch(names[0][0])
                if len(m[2]) < (1 if status else 2) or status and len(names) > 1:
                    raise Wrong("an entry needs two spaces after its name" if not status else "a line has one status")
                out.append(Entry(names, m[3].strip(), number))
            except Wrong as e:
                report(number, str(e))
                out.append(None)
        elif line.startswith("   "):
            if out[-1]:
                out[-1].text += " " + line.strip()
        else:
            report(number, f"{line.strip()[:40]!r} among entries: lines that go on are indented, paragraphs have a "
                   "blank line between them")
    return [e for e in out if e]


def read(line, lines, report):
    """The Comment from its lines; line is the number of the first.  Faults are reported by report(line, text)."""
    out, paragraphs = Comment(), [[]]
    for number, text in enumerate(lines, line):
        if text.strip():
            if number == line:
                text = " " + text
            paragraphs[-1].append((number, text))
        elif paragraphs[-1]:
            paragraphs.append([])
    for number, text in (one for p in paragraphs for one in p):
        if re.search(r"(?<!\w)[@\\]\w", text):
            report(number, "a tag is not allowed; contracts have only backticks")
    for k, paragraph in enumerate(p for p in paragraphs if p):
        number, first = paragraph[0]
        if k and first.startswith(" `"):
            for entry in _entries(paragraph, report):
                (out.statuses if STATUS.fullmatch(entry.names[0][0]) else out.entries).append(entry)
            continue
        for n, text in paragraph:
            if text.lstrip().startswith("`"):
                report(n, "a line that begins with a backtick and is no entry")
        text = " ".join(" ".join(t for _, t in paragraph).split())
        if not text.endswith((".", ".)", '."')):
            report(paragraph[-1][0], "no full stop at the end")
        if k == 0:
            m = re.match(r"EXPERIMENTAL[.:]? +", text)
            out.experimental, out.summary = bool(m), text[m.end():] if m else text
            if "EXPERIMENTAL" in out.summary or text == "EXPERIMENTAL":
                report(number, "EXPERIMENTAL must be the first word, and a sentence must follow")
        elif text.startswith("Source:"):
            if out.source:
                report(number, "a second Source")
            out.source = text[len("Source:"):].strip()
        elif re.match(r"(source|sources|status|statuses|given|returned|returns)\b ?:", text, re.I):
            report(number, f"{text.split(':')[0]!r}: no such part of a contract")
        else:
            out.notes.append(text)
    if not out.summary:
        report(line, "no summary")
    return out
