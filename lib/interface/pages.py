"""What the manual's pages tell of the headers' contracts: SYNOPSIS, arguments, return values, errors.

SYNOPSIS is made wholly.  Elsewhere a page has a pair of marks, and what stands between them is made:
    .\\" arguments          at the end of DESCRIPTION
    .\\" returns            in RETURN VALUES
    .\\" errors             in ERRORS
    .\\" end
What contracts cannot say stands outside the marks, by hand.
"""
import re

from . import contracts, synopsis

WIDTH = 78


def escaped(text):
    text = text.replace("\\", "\\e")
    return "\\&" + text if text[:1] in ".'" else text


def filled(text):
    """Words in lines that end with a sentence or before the width, none of which looks like a macro."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines, line = lines + [line], ""
        line += (" " if line else "") + word
        if re.search(r"(?<![.A-Z ])[.!?]$", word):
            lines, line = lines + [line], ""
    return [escaped(one) for one in lines + [line] if one]


def marked(text, names):
    """Text as mdoc: what is in names is an argument (.Fa), SKPI_... and NULL are constants (.Dv)."""
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
    """Paths of a call, and names that its entries use for them: those of two words or more, so that "share" stays a
    word."""
    found = {p.path for p in api.places(function) if "->" in p.path or "_" in p.path}
    return found | {p.argument.name for p in api.places(function) if "_" in p.argument.name}


def sentence(text, names=()):
    """With a capital and a full stop; an argument, or what is C, keeps its first letter."""
    first = re.match(r"[^\s,;:]*", text)[0]
    plain = first not in names and not re.search(r"_|->|\[|\(", first) and first != "enum"
    return (text[:1].upper() if plain else text[:1]) + text[1:] + ("" if text.endswith(".") else ".")


def shape(argument):
    return "".join(f"[{contracts.spelled(a)}]" for a in argument.axes)


def arguments(function, api):
    """A list of the arguments; members stand behind their struct."""
    out, told = [], set()
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
        out += [".It Fa " + " , ".join(heads)] + marked(sentence(p.argument.said), names_of(function, api))
    warned = [f".Fn {function.name}", "is experimental: it may still change before 1.0.0."]
    return (warned if function.experimental else []) + [".Bl -tag -width Ds"] + out + [".El"]


def listed(items, last="or"):
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {last} {items[-1]}"


def reasons(function, api):
    """{status: [(sentence, arguments in it)]}, implied and stated, in the order of the statuses."""
    found = api.possible(function)
    out = {}
    for name in (n[len("SKPI_"):] for n in (m.name for m in api.enums["skpi_status"].members)):
        if name in found and name[0] == "E":
            implied, sentences = {}, []
            for r in found[name]:
                if hasattr(r, "words"):
                    implied.setdefault(r.words, []).append(r.path)
                else:
                    subject = [r.subject] if r.subject and r.text.startswith(r.subject) else []
                    sentences.append((sentence(r.text, subject), subject))
            out[name] = [(f"{listed(paths)} is {words}.", paths) for words, paths in implied.items()] + sentences
    return out


def errors(function, api):
    out = []
    for name, sentences in reasons(function, api).items():
        out += [f".It Dv SKPI_{name}"]
        for text, paths in sentences:
            out += marked(text, names_of(function, api) | set(paths))
    width = max(map(len, reasons(function, api)), default=0)
    return [f".Bl -tag -width SKPI_{'X' * width}"] + out + [".El"]


def returns(function, api):
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


def page(text, api, headers):
    text = synopsis.synopsis(headers, text)
    names = [n for n in re.findall(r"^\.Nm (\w+)", text.split(".Sh SYNOPSIS")[0], re.M) if n in api.functions]
    told = [api.functions[n] for n in names if api.functions[n].fallible and api.functions[n].module not in api.bare]

    def made(m):
        lines = []
        for f in told:
            block = MADE[m[1]](f, api)
            if len(told) > 1 and m[1] == "arguments":
                lines += ([".Pp"] if lines else []) + ["Arguments of", f".Fn {f.name} :"]
            elif len(told) > 1 and m[1] == "errors":
                lines += ([".Pp"] if lines else []) + [f".Fn {f.name}", "can return:"]
            elif lines:
                lines.append(".Pp")
            lines += block
        return f'.\\" {m[1]}\n' + "\n".join(lines) + '\n.\\" end\n'
    return re.sub(r'^\.\\" (arguments|returns|errors)\n(?:(?!\.\\" ).*\n)*?\.\\" end\n', made, text, flags=re.M)
