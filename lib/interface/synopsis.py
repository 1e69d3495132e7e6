"""Generates SYNOPSIS of the manual's pages from the headers: the types that a page shows, then its functions in the
order of its NAME section.  A page shows the types that it showed before, and those that are named after its functions
(<function>_in, _options, _out)."""
import os
import re
import textwrap

COMMENT = re.compile(r"/\*.*?\*/", re.S)


def plain(text):
    """C without comments, trailing blanks and empty lines."""
    return "\n".join(line.rstrip() for line in COMMENT.sub("", text).splitlines() if line.strip())


def body(text):
    """Lines of a type: members indented by four, one statement or enumerator a line."""
    head, inside, tail = re.match(r"(.*?\{)(.*)(\}.*)", " ".join(text.split()), re.S).groups()
    parts = re.findall(r"[^;,]+[;,]?" if head.startswith("enum") else r"[^;]+;", inside)
    lines = [head.strip()] + ["    " + p.strip() for p in parts if p.strip()] + [tail.strip()]
    return "\n".join(textwrap.fill(line, 76, subsequent_indent=" " * 8, break_long_words=False) for line in lines)


class Headers:
    def __init__(self, include):
        self.types, self.functions = {}, {}
        for name in sorted(os.listdir(os.path.join(include, "smartkpi"))):
            if name.endswith(".h"):
                with open(os.path.join(include, "smartkpi", name), encoding="utf-8") as f:
                    self.header(plain(f.read()))

    def header(self, text):
        for m in re.finditer(r"^(?:typedef )?(?:struct|enum) (\w+) \{.*?\}[^;]*;", text, re.M | re.S):
            self.types[m[1]] = body(m[0])
        for m in re.finditer(r"^typedef struct (\w+) \1;", text, re.M):
            self.types[m[1]] = m[0]
        for m in re.finditer(r"^typedef [^;{]*?\(\*(\w+)\)[^;]*;", text, re.M):
            self.types[m[1]] = " ".join(m[0].split())
        for m in re.finditer(r"^SKPI_(?:API|CHECK) ([^;]*?)(\w+)\(([^;]*)\);", text, re.M):
            arguments = [" ".join(a.split()) for a in m[3].split(",")]
            self.functions[m[2]] = " ".join(m[1].split()), arguments


def quoted(text):
    return f'"{text}"' if re.search(r"\s", text) else text


def macros(h, name):
    result, arguments = h.functions[name]
    lines = [f".Ft {quoted(result)}", f".Fo {name}"] + [f".Fa {quoted(a)}" for a in arguments] + [".Fc"]
    return "\n".join(lines)


def synopsis(h, page):
    """The page with a new SYNOPSIS."""
    names = [n for n in re.findall(r"^\.Nm (\w+)", page.split(".Sh SYNOPSIS")[0], re.M) if n in h.functions]
    start, end = page.index(".Sh SYNOPSIS"), page.index(".Sh DESCRIPTION")
    shown = set(re.findall(r"^(?:typedef )?(?:struct|enum) (\w+)|\(\*(\w+)\)", page[start:end], re.M))
    wanted = {name for pair in shown for name in pair} | {f"{n}_{kind}" for n in names for kind in ("in", "options", "out")}
    types = [text for name, text in h.types.items() if name in wanted]
    out = [".Sh SYNOPSIS", ".In smartkpi.h"]
    if types:
        out += [".Bd -literal", "\n\n".join(types), ".Ed", ".Pp"]
    out += [macros(h, n) for n in names]
    return page[:start] + "\n".join(out) + "\n" + page[end:]
