"""What the manual's pages tell of the headers' contracts: SYNOPSIS, arguments, return values, errors.

SYNOPSIS is generated.  Elsewhere a page has pairs of marks, and the text between them is generated:
    .\\" arguments          at the end of DESCRIPTION
    .\\" returns            in RETURN VALUES
    .\\" errors             in ERRORS
    .\\" end
What contracts cannot say is written by hand outside the marks.
"""
import re

from . import contracts, synopsis

WIDTH = 78
ALIKE = 12  # from so many on, the reasons that all functions of a page share are listed once


def escaped(text):
    text = text.replace("\\", "\\e")
    return "\\&" + text if text[:1] in ".'" else text


def filled(text):
    """Fills words into lines.  A line ends with a sentence or before the width, and none looks like a macro."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines, line = lines + [line], ""
        line += (" " if line else "") + word
        if re.search(r"(?<![.A-Z ])[.!?]$", word):
            lines, line = lines + [line], ""
    return [escaped(one) for one in lines + [line] if one]


def marked(text, names):
    """The text in mdoc: names become arguments (.Fa), SKPI_... and NULL constants (.Dv)."""
    known = "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True)) or "(?!)"
    pattern = re.compile(rf"([(\"]*)(?<![\w>/\"-])(?:({known})(?:\[\])?|(SKPI_[A-Z0-9_]+|NULL))(?![\w\"-])([,.;:)\"]*)(?=\s|$)")
    out, at = [], 0
    for m in pattern.finditer(text):
        if m[1]:
            continue
        out += filled(text[at:m.start()]) + [f".{'Fa' if m[2] else 'Dv'} {m[2] or m[3]}" + "".join(f" {c}" for c in m[4])]
        at = m.end()
    return out + filled(text[at:])


def names_of(function, api):
    """The paths of a call and the names that its entries use for them.  Names are only those of two words or more, so
    that "share" remains a word."""
    found = {p.path for p in api.places(function) if "->" in p.path or "_" in p.path}
    return found | {p.argument.name for p in api.places(function) if "_" in p.argument.name}


def sentence(text, names=()):
    """The text with a capital and a full stop; an argument or C keeps its first letter."""
    first = re.match(r"[^\s,;:]*", text)[0]
    plain = first not in names and not re.search(r"_|->|\[|\(", first) and first != "enum"
    return (text[:1].upper() if plain else text[:1]) + text[1:] + ("" if text.endswith(".") else ".")


def shape(argument):
    return "".join(f"[{contracts.spelled(a)}]" for a in argument.axes)


def arguments(function, api, page):
    """The list of the arguments.  Members follow their struct, once on a page."""
    items, told = {}, set()  # parameter: its lines and those of each member
    for p in api.places(function):
        if p.struct and p.struct.module == "base" or p.path in told:
            continue
        group = [p]
        if p.argument.shared[1:]:
            group = [q for q in api.places(function) if q.struct == p.struct and q.parent == p.parent and
                     q.argument.name in p.argument.shared]
        told |= {q.path for q in group}
        if p.argument.name == "zero" and p.struct:
            continue
        heads = [synopsis.quoted(q.path + shape(q.argument)) for q in group]
        items.setdefault(p.path.split("->")[0], []).append(
            [".It Fa " + " , ".join(heads)] + marked(sentence(p.argument.said), names_of(function, api)))
    out = []
    for head, *members in items.values():
        lines = [line for one in members for line in one]
        first = page.members.setdefault(tuple(lines), function.name) if lines else function.name
        out += head + (lines if first == function.name else ["Its members are listed under", f".Fn {first} ."])
    warned = [f".Fn {function.name}", "is experimental: it may still change before 1.0.0."]
    return (warned if function.experimental else []) + [".Bl -tag -width Ds"] + out + [".El"]


def listed(items, last="or"):
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {last} {items[-1]}"


def implied(function, api):
    """{status: {words: paths}}: what the kinds of the arguments refuse, in the order of the statuses."""
    found = api.possible(function)
    out = {}
    for name in (n[len("SKPI_"):] for n in (m.name for m in api.enums["skpi_status"].members)):
        if name in found and name[0] == "E":
            out[name] = {}
            for r in found[name]:
                if hasattr(r, "words"):
                    out[name].setdefault(r.words, []).append(r.path)
    return out


def stated(function, api):
    """{status: {sentence: arguments in it}}: what the contracts state."""
    out = {}
    for name, found in api.possible(function).items():
        for r in found:
            if not hasattr(r, "words"):
                subject = [r.subject] if r.subject and r.text.startswith(r.subject) else []
                out.setdefault(name, {})[sentence(r.text, subject)] = subject
    return out


def alike(functions, api):
    """{status: {sentence: arguments in it}}: the reasons that all the functions share."""
    kinds, said = [implied(f, api) for f in functions], [stated(f, api) for f in functions]
    out = {}
    for name in kinds[0]:
        one = {}
        for words, paths in kinds[0][name].items():
            same = [p for p in paths if all(p in k.get(name, {}).get(words, ()) for k in kinds)]
            if same:
                one[f"{listed(same)} is {words}."] = same
        one.update({s: subject for s, subject in said[0].get(name, {}).items() if all(s in t.get(name, {}) for t in said)})
        if one:
            out[name] = one
    return out


def without(function, api, told):
    """The reasons of a function that the page has not told yet."""
    out = {}
    for name, kinds in implied(function, api).items():
        known = {p for s, paths in told.get(name, {}).items() for p in ((path, s.split(" is ", 1)[-1]) for path in paths)}
        one = {}
        for words, paths in kinds.items():
            left = [p for p in paths if (p, words + ".") not in known]
            if left:
                one[f"{listed(left)} is {words}."] = left
        one.update({s: subject for s, subject in stated(function, api).get(name, {}).items()
                    if s not in told.get(name, {})})
        if one:
            out[name] = one
    return out


def error_list(found, names):
    out = []
    for name, sentences in found.items():
        out += [f".It Dv SKPI_{name}"]
        for text, paths in sentences.items():
            out += marked(text, names | set(paths))
    width = max(map(len, found), default=0)
    return [f".Bl -tag -width SKPI_{'X' * width}"] + out + [".El"]


def errors(function, api, page):
    return error_list(without(function, api, page.alike), names_of(function, api))


def returns(function, api, page):
    """What a call that does not fail returns."""
    found = api.possible(function)
    rows = "WROWS" in found and any(p.role == "rows" for p in api.places(function))
    out = [".Fn " + function.name, "returns", ".Dv SKPI_OK ,"]
    for name in (n for n in found if n[0] == "W" and n != "WROWS"):
        text = "; ".join(f"{c.path} is {c.words}" if hasattr(c, "words") else c.text for c in found[name])
        out += [f".Dv SKPI_{name}"] + marked(f"if {text},", names_of(function, api))
    if rows:
        out += [".Dv SKPI_WROWS", "if", ".Fa status", "is given and rows failed: their outputs are NaN or",
                ".Dv SKPI_NONE ,"]
    return out + ["or one of the errors below."]


MADE = {"arguments": arguments, "returns": returns, "errors": errors}


class Page:
    """What a page has told already, so that it tells everything once."""

    def __init__(self, functions, api):
        self.members = {}  # lines of a struct's members: the function under which they are listed
        shared = alike(functions, api) if len(functions) > 1 else {}
        self.alike = shared if sum(map(len, shared.values())) >= ALIKE else {}  # reasons listed before the functions


def page(text, api, headers):
    text = synopsis.synopsis(headers, text)
    names = [n for n in re.findall(r"^\.Nm (\w+)", text.split(".Sh SYNOPSIS")[0], re.M) if n in api.functions]
    told = [api.functions[n] for n in names if api.functions[n].fallible and api.functions[n].module not in api.bare]
    state = Page(told, api)

    def made(m):
        lines = []
        if m[1] == "errors" and state.alike:
            lines += ["Each of these functions can return:"] + error_list(state.alike, names_of(told[0], api))
        for f in told:
            block = MADE[m[1]](f, api, state)
            if block[0].startswith(".Bl") and len(block) == 2:
                continue
            if len(told) > 1 and m[1] == "arguments":
                lines += ([".Pp"] if lines else []) + ["Arguments of", f".Fn {f.name} :"]
            elif len(told) > 1 and m[1] == "errors":
                lines += ([".Pp"] if lines else []) + [f".Fn {f.name}", "can also return:" if state.alike else "can return:"]
            elif lines:
                lines.append(".Pp")
            lines += block
        return f'.\\" {m[1]}\n' + "\n".join(lines) + '\n.\\" end\n'
    return re.sub(r'^\.\\" (arguments|returns|errors)\n(?:(?!\.\\" ).*\n)*?\.\\" end\n', made, text, flags=re.M)
