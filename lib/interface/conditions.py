"""Conditions of status lines.  A program can make a dozen forms of a condition true; all other conditions are
sentences for people.

    `ENOTSORTED`  date0 is not before date1; path->t_end is not after the plateau.
"""
import re

from .model import Condition, Only
from .phrases import PATH, Wrong, number, split

_RELATION = "before|below|after|above"
# name: form.  P is a path, V a path or a number
TEMPLATES = {
    "before": "P is before V",
    "below": "P is below V",
    "after": "P is after V",
    "above": "P is above V",
    "not before": "P is not before V",
    "not below": "P is not below V",
    "not after": "P is not after V",
    "not above": "P is not above V",
    "twice": "P holds a value twice",
    "sum 0": "P adds up to 0",
    "falls": "P falls",
    "NULL although given": "P is NULL although V is given",
    "NULL although": "P is NULL although ...",
    "0 although given": "P is 0 although V is given",
    "0 although": "P is 0 although ...",
    "not known": "P is not known",
    "not in": "P is not in ...",
    "different": "P and V state different things",
    "not": "P is not V",
}
_V = rf"({PATH}|-?[\d.]+(?:e-?\d+|\^\d+)?)"
_FORMS = {name: re.compile(re.escape(form).replace(r"\ ", " ").replace("P ", f"({PATH}) ", 1).replace(" V", f" {_V}")
                           .replace(r" \.\.\.", " .+") + ("(?:, or .*)?" if name in ("not known", "not in") else ""))
          for name, form in TEMPLATES.items()}
_WORD = re.compile(rf"(?<![\w>]){PATH}(?![\w(])")
_WHEN = re.compile(r"(.*\S) \(([A-Z0-9_]+(?:(?:, | and )[A-Z0-9_]+)*)\)")


def _plain(word):
    """Whether a word may be English as well as a name."""
    return re.fullmatch(r"[a-z]+", word) is not None


def _when(names, choices):
    """The Only for the choice that has all these constants, or None."""
    for path, enum in choices:
        full = tuple(f"{enum.tag.upper()}_{n}" for n in names)
        if set(full) <= {m.name for m in enum.members}:
            return Only(path, tuple(names), full)
    return None


def condition(text, resolve, choices=()):
    """The Condition of a text.  resolve(path) says whether a path names an argument; choices are the (path, Enum) of
    the call."""
    m = _WHEN.fullmatch(text)
    core = m[1] if m else text
    when = _when(re.split(", | and ", m[2]), choices) if m else None
    names, found = [], []
    for w in _WORD.finditer(core):
        word, known = w.group(), resolve(w.group())
        if "->" in word and not known:
            raise Wrong(f"{word} names no argument")
        if "_" in word and not known and not word.startswith("skpi_"):
            raise Wrong(f"{word} names no argument")
        if known and (w.start() == 0 or not _plain(word)):
            names.append(w.span())
            found.append(word)
    template, subject, other = "", found[0] if found else "", ""
    for name, form in _FORMS.items():
        m = form.fullmatch(core)
        if not m or name == "not" and not (resolve(m[2]) and resolve(m[1])):
            continue
        if not resolve(m[1]):
            raise Wrong(f"{text!r}: {m[1]} names no argument")
        if len(m.groups()) > 1:
            other = number(m[2])
            if other is None:
                other = m[2]
                if not resolve(other):
                    if name in ("NULL although given", "0 although given"):
                        continue
                    raise Wrong(f"{text!r}: {other} names no argument")
                names = sorted(set(names) | {m.span(2)})
        template, subject = name, m[1]
        if core != text and when is None:
            raise Wrong(f"{text!r}: no choice of the call has these constants")
        break
    return Condition(text, template, subject, other, when, tuple(names))


def conditions(text, resolve, choices=()):
    out = []
    for one in split(text, ";"):
        if not one:
            raise Wrong("an empty condition")
        out.append(condition(one, resolve, choices))
    return out
