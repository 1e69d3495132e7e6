"""Lines of Python: code that is broken after commas, signatures, docstrings."""
import re
import textwrap

from . import model
from .python_names import without_clauses

WIDTH = 118


def broken(text, indent, width=WIDTH):
    """Code in lines that are broken after commas."""
    joined = re.sub(r"(?<!,) ", "\0", text)
    lines = textwrap.wrap(joined, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\0", " ") for line in lines]


def statements(lines, indent):
    """Statements, which may be indented, in a body with this indent."""
    out = []
    for line in lines:
        pad = " " * indent + re.match(r" *", line)[0]
        head = re.match(r"[\w.]*\(?", line.strip())[0]
        out += [pad + one for one in broken(line.strip(), len(head), WIDTH - len(pad))]
    return out


def signature(name, arguments, result, more=(), first=""):
    """A signature.  arguments: of python_arguments.py; more: further keywords as declared; first: self or cls of a
    method.  What it calls unknown are arguments that no caller may give: they are refused in words."""
    needed = [first] * bool(first) + [a.declared for a in arguments if not a.optional]
    optional = [a.declared for a in arguments if a.optional] + list(more)
    parts = needed + ["*"] * bool(optional) + optional + ["**unknown: NoReturn"]
    start, pad = f"def {name}(", " " * 4 * bool(first)
    text = start + ", ".join(parts) + f") -> {result}:"
    width = WIDTH - len(pad)
    return [pad + line for line in ([text] if len(text) <= width else broken(text, len(start), width))]


def spelled(argument):
    """An argument with its axes."""
    return argument.name + "".join(f"[{model.spelled(x)}]" for x in argument.axes)


def entry(argument):
    """What a docstring says about an argument or result."""
    return f"{spelled(argument)}  {argument.said}."


def document(names, summary, lines, function=None, indent=4):
    """A docstring: the summary, a line for each argument; of a function also its notes, statuses and source."""
    def wrapped(text):
        return textwrap.wrap(text, WIDTH - indent, subsequent_indent="    ")

    if function and function.experimental:
        summary += "  Experimental: it may still change before 1.0.0."
    out = []
    for paragraph in [summary] + (function.notes if function else []):
        quotes = "" if out else '"' * 3
        out += textwrap.wrap(quotes + names.words(" ".join(paragraph.split())), WIDTH - indent) + [""]
    for line in lines:
        out += wrapped(names.words(without_clauses(line)))
    if function:
        stated = names.api.stated(function)
        out += [""] if stated and lines else []
        for s in stated:
            out += wrapped(f"SKPI_{s.status}: {names.words('; '.join(c.text for c in s.conditions))}.")
        known = {s.status for s in stated}
        also = [f"SKPI_{s}" for s in names.api.possible(function) if s not in known and s[0] == "E"]
        out += wrapped("By the kinds of the arguments: " + ", ".join(also) + ".") if also else []
        out += ["", *wrapped("Source: " + function.source)] if function.source else []
    while not out[-1]:
        out.pop()
    text, pad = [line.replace("\\", "\\\\") for line in out], " " * indent
    if len(text) == 1 and len(pad + text[0]) < WIDTH:
        return [f'{pad}{text[0]}"""']
    return [pad + t if t else "" for t in text] + [f'{pad}"""']
