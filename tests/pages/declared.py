"""What the headers declare and the sources promise: functions, structs, constants, and the statuses of each function."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib"))
from interface import contracts  # noqa: E402

COMMENT = re.compile(r"/\*.*?\*/", re.S)


def tokens(text):
    """The tokens of C text; two declarations are equal if their tokens are."""
    return re.findall(r"\w+|\S", COMMENT.sub(" ", text))


class Declared:
    def __init__(self, srcdir):
        self.functions, self.structs, self.types = {}, {}, {}  # name -> tokens
        self.module = {}
        self.constants, self.macros, self.words = set(), set(), set()
        for path in sorted(Path(srcdir, "include").rglob("*.h*")):
            self._header(path.name.split(".")[0], path.read_text(encoding="utf-8"))
        self.statuses = {c for c in self.constants if re.fullmatch(r"SKPI_(OK|[EW][A-Z]+)", c)}
        self.api = contracts.read_tree(str(Path(srcdir, "include")), contracts.uncontracted(str(Path(srcdir, "include"))))
        self.sourced = {f.name for f in self.api.functions.values() if f.source}

    def _header(self, module, text):
        self.words |= set(re.findall(r"\bskpi_\w+", text))
        self.macros |= set(re.findall(r"#\s*define\s+(SKPI_\w+|SMARTKPI_\w+)", text))
        blank = lambda m: re.sub(r"[^\n]", " ", m[0])  # noqa: E731  (keeps positions)
        plain = re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", blank, COMMENT.sub(blank, text), flags=re.M)
        for m in re.finditer(r"SKPI_(?:API|CHECK)\b([^;]*);", plain):
            name = re.search(r"(\w+)\s*\(", m[1])[1]
            self.functions[name] = tokens(m[1] + ";")
            self.module[name] = module
        for m in re.finditer(r"typedef\s+struct\s+(\w+)\s*\{(.*?)\}\s*\1\s*;", plain, re.S):
            self.types[m[1]] = tokens(m[0])
            self.structs[m[1]] = [v for line in m[2].split(";") for v in re.findall(r"\*?(\w+)\s*(?:,|$)", line.strip())]
        for m in re.finditer(r"\benum\s+\w+\s*\{(.*?)\}", plain, re.S):
            self.constants |= set(re.findall(r"\bSKPI_\w+", re.sub(r"=[^,]*", "", m[1])))

    def promised(self, name):
        """Statuses that a function may return by its contract; none for a function without a contract."""
        f = self.api.functions.get(name)
        return {"SKPI_" + s for s in self.api.possible(f)} if f else set()
