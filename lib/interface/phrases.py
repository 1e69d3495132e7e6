"""Reads the text of an entry: its kind, words and clauses.

    open share of urban people then; may be any input.
"""
import re

from .kinds import SPELLED, TABLE, Usual
from .model import NUMBERS, Clauses, Default, Interval, Kind, Only

PATH = r"[a-z]\w*(?:->\w+)*"
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?|-?\.\d+")
_POWER = re.compile(r"(-?)(\d+)\^(\d+)")


class Wrong(Exception):
    """A text that is not understood."""


def number(text):
    """The number in a text such as 0.97, 10000 or 2^34; None if it is not a number."""
    m = _POWER.fullmatch(text)
    if m:
        return int(m[1] + "1") * int(m[2]) ** int(m[3])
    if not _NUMBER.fullmatch(text):
        return None
    return int(text) if re.fullmatch(r"-?\d+", text) else float(text)


def split(text, mark):
    """The parts between marks; marks inside double quotes do not count."""
    parts, quoted, start = [], False, 0
    for i, c in enumerate(text):
        quoted ^= c == '"'
        if c == mark and not quoted:
            parts.append(text[start:i])
            start = i + 1
    if quoted:
        raise Wrong('a " without a second one')
    return [p.strip() for p in parts + [text[start:]]]


def interval(text):
    """(Interval, rest) of a text that begins with one."""
    m = re.match(r"([\[(])([^,\[\]()]+),([^,\[\]()]+)([\])])", text)
    ends = [number(m[k].strip()) for k in (2, 3)] if m else [None]
    if None in ends or ends[0] >= ends[1]:
        raise Wrong(f"{text.split(' ')[0]!r} is no interval")
    return Interval(ends[0], ends[1], m[1] == "(", m[4] == ")", m.group()), text[m.end():]


def _rest(name, text):
    """The text after a kind: words, a colon, a comma or nothing."""
    if text and text[0] not in " :,":
        return None
    if text.startswith((":", ",")) and not text.startswith((": ", ", ")):
        raise Wrong(f"{name}{text[:2]!r}")
    return text[1:].strip() if text.startswith((":", ",")) else text.strip()


def kind(text):
    """(Kind, words) that a text begins with; (None, text) if it begins with none."""
    m = re.match(r"table of (?=\w)", text)
    if m:
        inner, words = kind(text[m.end():])
        if inner is None or TABLE[inner.name].bases[0] != "double" or inner.name == "one of":
            raise Wrong(f"a table of {text[m.end():].split(' ')[0]}: no kind of double")
        return Kind("table of", of=inner), words
    m = re.match(r"one of ", text)
    if m:
        listed = re.match(r"-?[\d.]+(?:, -?[\d.]+)*", text[m.end():])
        values = [number(v.rstrip(".")) for v in listed.group().split(", ")] if listed else [None]
        rest = _rest("one of", text[m.end() + listed.end():]) if listed else None
        if None in values or rest is None or len(set(values)) < len(values):
            raise Wrong(f"{text!r}: different numbers must follow one of")
        return Kind("one of", values=tuple(values)), rest
    m = re.match(r"enum (\w+)", text)
    if m:
        rest = _rest("enum", text[m.end():])
        if rest is None:
            raise Wrong(f"{text!r}: only words may follow the tag of an enum")
        return Kind("enum", tag=m[1]), rest
    m = re.match(r"offsets into ", text)
    if m:
        listed = re.match(r"\w+(?:, \w+)*", text[m.end():])
        return Kind("offsets", into=tuple(listed.group().split(", "))), _rest("", text[m.end() + listed.end():]) or ""
    for name in SPELLED:
        if text.startswith(name):
            rest = text[len(name):]
            within = None
            if re.match(r" in [\[(]", rest):
                if name not in ("number", "decline", "integer"):
                    raise Wrong(f"{name} has its own interval")
                within, rest = interval(rest[4:])
            words = _rest(name, rest)
            if words is not None:
                return Kind(name, interval=within), words
            if within:
                raise Wrong(f"{rest[:3]!r} after an interval")
    return None, text


def default(text):
    """The Default after "NULL =" or "0 ="."""
    if not text:
        raise Wrong("nothing follows =")
    m = re.fullmatch(r"(\S+?)(, but .*)?", text)
    value = number(m[1]) if m else None
    constant = text if re.fullmatch(r"SKPI_[A-Z0-9_]+", text) else ""
    return Default(text, value, constant)


def _bound(text, clause):
    value = number(text)
    if value is None:
        raise Wrong(f"{clause!r}: a number is missing")
    return value


def _unusual(text, clause):
    m = re.fullmatch(r"(above|below|beyond) (\S+)", text)
    if not m:
        raise Wrong(f"{clause!r}: the forms are unusual above x, below x, beyond x")
    return Usual(m[1], _bound(m[2], clause))


def _only(text, clause):
    m = re.fullmatch(r"(\w+) = ([A-Z0-9_]+(?:, [A-Z0-9_]+)*)", text)
    if not m:
        raise Wrong(f"{clause!r}: the form is only for m = A, B")
    return Only(m[1], tuple(m[2].split(", ")), ())


def _may_be(text, clause):
    names = text.split(", ")
    if text != "any input" and not all(re.fullmatch(PATH, n) for n in names):
        raise Wrong(f"{clause!r}: the forms are may be x, y and may be any input")
    return tuple(names)


def clause(text, into):
    """Adds one clause to Clauses.  A text that begins like a clause but is none is wrong."""
    def put(name, value):
        if getattr(into, name) not in (None, False, "", ()):
            raise Wrong(f"{text!r}: a second clause of this kind")
        setattr(into, name, value)

    for start, name, read in (("NULL = ", "null", default), ("both 0 = ", "both_zero", default),
                              ("0 = ", "zero", default)):
        if text.startswith(start):
            return put(name, read(text[len(start):].strip()))
    if text == "NaN = missing":
        return put("missing", True)
    if text.startswith("infinite = ") and text != "infinite = ":
        return put("infinite", text[len("infinite = "):])
    for start, name, read in (("at least ", "at_least", _bound), ("at most ", "at_most", _bound),
                              ("unusual ", "unusual", _unusual), ("only for ", "only", _only), ("may be ", "may_be", _may_be)):
        if text.startswith(start):
            return put(name, read(text[len(start):], text))
    if re.match(r"(NULL|infinite|both 0|at least|at most|unusual|only for|may be|0 ?=|NaN ?=)\b|0 ?=|NaN ?=", text):
        raise Wrong(f"{text!r} begins like a clause and is none")
    if not text:
        raise Wrong("an empty clause")
    into.prose += (text,)


def sentence(text):
    """The text without its full stop; a text without one is wrong."""
    if not text.endswith("."):
        raise Wrong("no full stop at the end")
    return text if text.endswith("...") else text[:-1]


def entry(text, type):
    """(kind or None, text of the first clause, words, Clauses) of an entry whose names have this C type."""
    found, first, *rest = None, *split(sentence(text), ";")
    clauses = Clauses()
    if type.base in NUMBERS + ("char", "void", "skpi_table"):
        found, words = kind(first)
    else:
        words = first
    if found is None and re.match(r"(NULL|0|both 0|NaN|infinite) =|(at least|at most|unusual|only for|may be) ", first):
        first, words, rest = "", "", [first] + rest
    for one in rest:
        clause(one, clauses)
    return found, first, words, clauses
