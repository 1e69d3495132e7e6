"""The C tokens of a header, with comments and lines.  There is no preprocessor; directives are read only to make sure
that they hide no declaration."""
import re
from collections import namedtuple

Token = namedtuple("Token", "what text line")  # what: name, number, mark, comment

_PATTERN = re.compile(r"""
    (?P<comment>/\*.*?\*/)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<number>\d\w*)
  | (?P<string>"[^"\n]*")
  | (?P<mark><<|[][(){};,*=|+\-])
  | (?P<space>\s+)
  | (?P<other>.)
""", re.X | re.S)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_GUARD = re.compile(r"ifndef SMARTKPI_\w*H\b")


class Fault(Exception):
    """A fault and its line."""

    def __init__(self, line, text):
        super().__init__(text)
        self.line, self.text = line, text


def blanked(text):
    """The text without directives and without parts for C++ only; lines keep their numbers."""
    inside = [False] * (text.count("\n") + 2)  # lines that begin in a comment
    for m in _COMMENT.finditer(text):
        first = text.count("\n", 0, m.start())
        for k in range(first + 1, first + 1 + m.group().count("\n")):
            inside[k] = True
    out, conditions, continued = [], [], False
    for number, line in enumerate(text.split("\n"), 1):
        directive = not inside[number - 1] and line.lstrip().startswith("#")
        if directive and not continued:
            word = line.lstrip()[1:].strip()
            if word.startswith("if"):
                conditions.append(word)
            elif word.startswith("endif"):
                if not conditions:
                    raise Fault(number, "#endif without #if")
                conditions.pop()
            elif not re.match(r"(else|define|include|undef)\b", word):
                raise Fault(number, f"#{word} is not understood")
        skip = directive or continued
        continued = skip and line.endswith("\\")
        if not skip and any(re.match(r"ifdef __cplusplus\b", c) for c in conditions):
            skip = True
        if not skip and line.strip() and not all(_GUARD.match(c) for c in conditions):
            raise Fault(number, f"a declaration under #{conditions[-1]}")
        out.append("" if skip else line)
    if conditions:
        raise Fault(number, f"#{conditions[-1]} without #endif")
    return "\n".join(out)


def tokens(text):
    """All tokens; line numbers begin at 1."""
    out, line = [], 1
    for m in _PATTERN.finditer(blanked(text)):
        if m.lastgroup in ("other", "string"):
            raise Fault(line, f"{m.group()!r} is not understood")
        if m.lastgroup != "space":
            out.append(Token(m.lastgroup, m.group(), line))
        line += m.group().count("\n")
    return out
