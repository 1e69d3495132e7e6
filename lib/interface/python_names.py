"""Names and types of the Python package: how a module of the package writes the names of C."""
import re

BASE = "base"  # modules whose structs are classes written by hand
CLASSES = {"iotable": "IOTable"}  # names whose spelling is not a capital for each word
KINDS = {"basis": "Basis", "progress": "Progress", "bytes": "bytes"}  # names that always have this type


def camel(name):
    return "".join(CLASSES.get(w, w.capitalize()) for w in name.split("_"))


def local(module, name):
    """The name after skpi_<module>_; names of base have no module."""
    return name[len("skpi_" if module == "base" else f"skpi_{module}_"):]


def small(member, tag):
    """The word that a caller writes for an enumerator."""
    return member.name[len(tag) + 1:].lower()


def scalar(type):
    return {"double": "float", "char": "str"}.get(type.base, "int")


def is_shared(struct):
    """Whether a struct is an argument by itself, because several functions take it."""
    return not re.search(r"_(in|out|options)$", struct.name)


def spoken(text):
    """The words of a contract for Python: members that are keywords lose their path, and NULL becomes None."""
    text = re.sub(r"(\w)->", r"\1.", re.sub(r"\b(in|alternatives|options|draw|out)->(?:project->|fit->)?", "", text))
    return re.sub(r"\bSKPI_[A-Z_]+_FLAG_(\w+)", lambda m: f"{m[1].lower()}=True", re.sub(r"\bNULL\b", "None", text))


def without_clauses(text):
    """The words of an entry, with the clauses that a Python caller needs."""
    text = re.sub(r"; (both )?(?:NULL|0) = ", "; by default ", text)
    return re.sub(r"; may be (?:any input|[\w.>-]+(?:, [\w.>-]+)*)(?=[;.]|$)", "", text)  # the memory is Python's


class Names:
    """The names of one module: those that it defines, and the modules whose names it uses."""

    def __init__(self, api, module):
        self.api, self.module, self.defined, self.uses = api, module, [], set()

    def public(self, name):
        """A name that the module defines."""
        if name in self.defined:
            raise ValueError(f"{self.module}.{name} would be defined twice")
        self.defined.append(name)
        return name

    def seen(self, module, name):
        """A name of any module."""
        if module == self.module:
            return name
        self.uses.add(module)
        return f"{module}.{name}"

    def choice(self, tag):
        """The type of an enum's values."""
        module = self.api.enums[tag].module
        return self.seen(module, camel(local(module, tag)) + "Choice")

    def class_of(self, base):
        """The class of a handle or shared struct."""
        module = (self.api.handles.get(base) or self.api.structs[base]).module
        return self.seen(module, camel(local(module, base)))

    def words(self, text):
        """The words of a contract with the names of this module."""
        return spoken(re.sub(r"\benum (skpi_\w+)", self._enum, text))

    def _enum(self, match):
        e = self.api.enums.get(match[1])
        return self.choice(e.tag) if e and e.module == self.module and not e.flags else match[0]

    def type_of(self, argument, ragged=False):
        """The type of an argument or member.  ragged: the places follow one another, and offsets give their lengths."""
        a, kind = argument, argument.kind
        if kind.name == "table of":
            return "Iterable[Table]" if a.axes else "Table"
        if kind.name == "text":
            return "Sequence[str]" if a.axes else "str"
        if kind.name in ("handle", "struct"):
            return self.class_of(a.type.base)
        if kind.name in KINDS:
            return KINDS[kind.name]
        one = "bool" if kind.name == "flag" and not a.axes else self.choice(kind.tag) if kind.name == "enum" else \
            scalar(a.type)
        if ragged:
            return f"Ragged[{one}]"
        return one if not a.axes else f"{'Many' if len(a.axes) == 1 else 'Grid'}[{one}]"


def result_type(argument):
    """The type of an output."""
    if argument.type.base == "skpi_basis":
        return "Basis"
    return "Any" if argument.axes else scalar(argument.type)
