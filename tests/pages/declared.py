"""What the headers declare and the sources promise: functions, structs, constants, and the statuses of each function."""
import re
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/", re.S)
STATUS_NAME = re.compile(r"\b(?:SKPI_)?[EW][A-Z]{2,}\b")
LABEL = re.compile(r"^[\s*]*(?:Given|Returned|Status|Source|Sources|Note|Notes|Threads|Order|Cost)\b[^\n]{0,40}?:", re.M)
DEFINED = re.compile(r"^(?!static\b|typedef\b|return\b)[A-Za-z_][\w \t*\n]*?\b(skpi_[a-z0-9_]+)\([^;{}]*\)\s*\{", re.M)


def tokens(text):
    """C text as its tokens: two declarations are equal if these are."""
    return re.findall(r"\w+|\S", COMMENT.sub(" ", text))


def status_list(comment):
    """Names after "Status:" in a comment, up to the next label; None where there is no such list."""
    if "Status:" not in comment:
        return None
    rest = comment.split("Status:", 1)[1]
    end = LABEL.search(rest)
    return set(STATUS_NAME.findall(rest[: end.start()] if end else rest))


class Declared:
    def __init__(self, srcdir):
        self.functions, self.structs, self.types = {}, {}, {}  # name -> tokens
        self.header_status, self.lib_status, self.sourced, self.module = {}, {}, set(), {}
        self.constants, self.macros, self.words = set(), set(), set()
        for path in sorted(Path(srcdir, "include").rglob("*.h*")):
            self._header(path.name.split(".")[0], path.read_text(encoding="utf-8"))
        self.statuses = {c for c in self.constants if re.fullmatch(r"SKPI_(OK|[EW][A-Z]+)", c)}
        for path in sorted(Path(srcdir, "lib").rglob("*.c")):
            self._source(path.read_text(encoding="utf-8"))

    def _header(self, module, text):
        self.words |= set(re.findall(r"\bskpi_\w+", text))
        self.macros |= set(re.findall(r"#\s*define\s+(SKPI_\w+|SMARTKPI_\w+)", text))
        blank = lambda m: re.sub(r"[^\n]", " ", m[0])  # noqa: E731  (keeps positions)
        plain = re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", blank, COMMENT.sub(blank, text), flags=re.M)
        for m in re.finditer(r"SKPI_(?:API|CHECK)\b([^;]*);", plain):
            name = re.search(r"(\w+)\s*\(", m[1])[1]
            self.functions[name] = tokens(m[1] + ";")
            self.module[name] = module
            before = [c for c in COMMENT.finditer(text[: m.start()])]
            if before and not re.search(r"[;}]", COMMENT.sub(" ", text[before[-1].end() : m.start()])):
                listed = status_list(before[-1][0])
                if listed:
                    self.header_status[name] = listed
        for m in re.finditer(r"typedef\s+struct\s+(\w+)\s*\{(.*?)\}\s*\1\s*;", plain, re.S):
            self.types[m[1]] = tokens(m[0])
            self.structs[m[1]] = [v for line in m[2].split(";") for v in re.findall(r"\*?(\w+)\s*(?:,|$)", line.strip())]
        for m in re.finditer(r"\benum\s+\w+\s*\{(.*?)\}", plain, re.S):
            self.constants |= set(re.findall(r"\bSKPI_\w+", re.sub(r"=[^,]*", "", m[1])))

    def _source(self, text):
        start = 0
        for m in DEFINED.finditer(text):
            blocks = [c[0] for c in COMMENT.finditer(text, start, m.start())]
            lists = [b for b in blocks if status_list(b) is not None]
            if lists:
                self.lib_status[m[1]] = status_list(lists[-1])
            if any(re.search(r"^[\s*]*Sources?:", b, re.M) for b in blocks):
                self.sourced.add(m[1])
            start = m.end()

    def promised(self, name):
        """Statuses that a function says it can return; None if neither header nor source lists them."""
        if name not in self.header_status and name not in self.lib_status:
            return None
        listed = self.header_status.get(name, set()) | self.lib_status.get(name, set())
        short = {s for s in listed if not s.startswith("SKPI_")}  # "ERANGE", or a word in capitals
        return listed - short | {"SKPI_" + s for s in short} & self.statuses
