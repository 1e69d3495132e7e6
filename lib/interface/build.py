"""Builds the model from declarations and comments: every argument with its kind, checked against its C type."""
import re

from . import comments, conditions, phrases
from .kinds import TABLE
from .model import (NUMBERS, Argument, Callback, Enum, Enumerator, Function, Handle, Kind, Status, Struct)
from .phrases import Wrong


class Builder:
    """Fills an Interface header by header; problems are (file, line, text)."""

    def __init__(self, interface):
        self.interface, self.problems = interface, []
        self.file = self.module = ""
        self.later = []  # (file, line, check): checks that need all headers

    def report(self, line, text):
        self.problems.append((self.file, line, text))

    def at(self, line, what, work, *arguments):
        """The result of work; if it raises Wrong, reports the text and returns None."""
        self.line = line
        try:
            return work(*arguments)
        except Wrong as e:
            self.report(line, f"{what}: {e}" if what else str(e))
            return None

    # --- declarations

    def header(self, file, module, declared, bare):
        """bare: the comments are not contracts yet, and only the C side is read."""
        self.file, self.module, self.bare = file, module, bare
        self.interface.modules.append(module)
        for d in declared:
            if not d.name.startswith("skpi_") or self.interface.taken(d.name, d.what == "enum"):
                self.report(d.line, f"{d.name}: names begin with skpi_ and are used once")
                continue
            comment = comments.Comment()
            if bare:
                pass
            elif not d.comment:
                self.report(d.line, f"{d.name} has no contract: /** */ directly before it")
            else:
                comment = comments.read(*d.comment, self.report)
                if d.what in ("handle", "callback", "enum") and (comment.entries or comment.statuses):
                    self.report(d.line, f"{d.name}: entries and statuses belong to functions and structs")
            getattr(self, d.what)(d, comment)

    def enum(self, d, comment):
        members = [Enumerator(c.name, c.value, c.remark) for c in d.parts]
        for c in d.parts:
            if not re.fullmatch(r"SKPI_[A-Z0-9_]+", c.name) or not -2**31 <= c.value < 2**31:
                self.report(c.line, f"{c.name}: an enumerator is named SKPI_... and fits into an int32_t")
        flags = d.name.endswith(("_flag", "_flags"))
        if flags and any(m.value <= 0 or m.value & (m.value - 1) for m in members):
            self.report(d.line, f"{d.name}: a flag is one bit")
        self.interface.enums[d.name] = Enum(
            d.name, self.module, flags, [m for m in members if not m.name.endswith("_")],
            [m for m in members if m.name.endswith("_")], comment.summary, comment.notes, d.line)

    def handle(self, d, comment):
        self.interface.handles[d.name] = Handle(d.name, self.module, comment.summary, d.line)

    def callback(self, d, comment):
        self.interface.callbacks[d.name] = Callback(
            d.name, self.module, d.result, [Argument(p.name, p.type, line=p.line) for p in d.parts], comment.summary,
            d.line)

    def struct(self, d, comment):
        frame = [(p.name, p.type.text) for p in d.parts[:2]]
        if frame != [("size", "uint32_t"), ("flags", "uint32_t")]:
            return self.report(d.line, f"{d.name}: a struct begins with uint32_t size, flags")
        if comment.entries:
            self.report(comment.entries[0].line, f"{d.name}: the entry of a member stands after the member")
        flags = ""
        if d.parts[1].remark:
            m = re.fullmatch(r"(?:flags: )?enum (\w+)\.", d.parts[1].remark)
            flags = m[1] if m else ""
            if m:
                self.need_enum(d.parts[1].line, flags, True)
            elif not self.bare:
                self.report(d.parts[1].line, "after size, flags only this comment is allowed: flags: enum TAG.")
        s = Struct(d.name, self.module, [], flags, comment.summary, [], comment.notes, d.line)
        groups = {}
        for p in d.parts[2:]:
            groups.setdefault(p.group, []).append(p)
        for group in groups.values():
            s.members += self.described(group, [p.name for p in group], group[-1].remark, d.name)
        self.interface.structs[d.name] = s
        self.statuses(s, comment)

    def described(self, group, names, remark, inside):
        """The arguments for the members that share one comment."""
        plain = [Argument(p.name, p.type, line=p.line) for p in group]
        if self.bare:
            return plain
        line = group[0].line
        if not remark:
            self.report(line, f"{inside}.{group[0].name} has no entry after it")
            return plain
        m = re.match(r"((?:\[[^\[\]]*\])*) ?(.*)", remark)
        axes = self.at(line, names[0], comments.axes, m[1])
        out = []
        for p in group:
            found = None if axes is None else self.at(line, p.name, self.argument, p, axes, m[2], tuple(names))
            out.append(found or Argument(p.name, p.type, line=p.line))
        return out

    def function(self, d, comment):
        f = Function(d.name, self.module, d.result, [], comment.summary, comment.notes, [], comment.source,
                     comment.experimental, d.line)
        declared, found = {p.name: p for p in d.parts}, {}
        for entry in comment.entries:
            names = tuple(n for n, _ in entry.names)
            for name, axes in entry.names:
                if name not in declared:
                    self.report(entry.line, f"{name} is no argument of {d.name}")
                elif name in found:
                    self.report(entry.line, f"{name} has a second entry")
                else:
                    found[name] = self.at(entry.line, name, self.argument, declared[name], axes, entry.text, names)
                    if found[name]:
                        found[name].line = entry.line
        for p in d.parts:
            if p.name not in found and f.fallible and not self.bare:
                self.report(d.line, f"{d.name}: {p.name} has no entry")
            f.parameters.append(found.get(p.name) or Argument(p.name, p.type, line=p.line))
        self.interface.functions[d.name] = f
        if comment.statuses and not f.fallible:
            self.report(comment.statuses[0].line, f"{d.name} returns no status")
        self.statuses(f, comment)

    def statuses(self, owner, comment):
        """Reads the statuses.  Conditions are read last, because they may name arguments of later headers."""
        for entry in comment.statuses:
            name = entry.names[0][0]
            status = Status(name, [], entry.line)
            if name in [s.status for s in owner.statuses]:
                self.report(entry.line, f"{name} has a second line")
            owner.statuses.append(status)

            def work(entry=entry, status=status, name=name):
                known = self.interface.enums.get("skpi_status")
                if known and "SKPI_" + name not in [m.name for m in known.members]:
                    raise Wrong(f"{name} is no status")
                status.conditions = conditions.conditions(
                    phrases.sentence(entry.text), lambda path: self.interface.find(owner, path) is not None,
                    self.interface.choices(owner))
            self.later.append((self.file, entry.line, work))

    # --- one argument

    def argument(self, part, axes, text, names):
        type = part.type
        kind, first, words, clauses = phrases.entry(text, type)
        kind = self.kind_of(part, type, kind, axes, first, clauses)
        self.check(part.name, type, kind, axes, clauses, names)
        return Argument(part.name, type, axes, kind, first, words, clauses, phrases.sentence(text), names, part.line)

    def kind_of(self, part, type, kind, axes, text, clauses):
        base = type.base
        if base in self.interface.callbacks:
            return Kind("progress")
        if base == "void" and kind is None:
            if axes:
                raise Wrong("an array of void is of kind bytes")
            return Kind("user")
        if base in NUMBERS and text == "0" and type.depth == 0:
            return Kind("zero")
        if base in NUMBERS + ("char", "void", "skpi_table"):
            if kind is None:
                raise Wrong(f"{text[:30]!r} begins with no kind")
            return kind
        if base in self.interface.handles:
            m = re.match(r"new handle: (skpi_\w+) ends it\b", text)
            if (type.depth == 2) != bool(m):
                raise Wrong("the entry of a new handle is: new handle: skpi_..._free ends it")
            if m:
                self.later.append((self.file, part.line, lambda: self.need_free(m[1], base)))
            return Kind("new handle", free=m[1]) if m else Kind("handle")
        s = self.interface.structs.get(base)
        if not s:
            raise Wrong(f"{base} is not known yet")
        if base == "skpi_basis":
            return Kind("basis")
        if type.const:
            return Kind("struct")
        return Kind("out" if any(m.type.depth and not m.type.const for m in s.members) else "filled")

    def check(self, name, type, kind, axes, clauses, names):
        """Checks that the C type can hold the kind, and that the clauses make sense for it."""
        row = TABLE.get(kind.name)
        pointer = type.depth - (type.base in ("char", "skpi_table") or kind.name == "new handle")
        output = type.depth and not type.const or type.text == "const char **"
        if row:
            if type.base not in row.bases or kind.name == "number" and type.base != "double" and not kind.interval:
                raise Wrong(f"{type.text} cannot hold {kind}")
            if kind.name == "one of" and any(isinstance(v, float) for v in kind.values) and type.base != "double":
                raise Wrong(f"{type.text} cannot hold {kind}")
            if row.where == "array" and not axes or row.where == "scalar" and axes:
                raise Wrong(f"{kind} is {'an array' if row.where == 'array' else 'one value'}")
            if kind.name == "row status" and (name, type.text) != ("status", "int32_t *"):
                raise Wrong("the row status is int32_t *status")
            if kind.name == "axis" and len(names) != 2:
                raise Wrong("an axis is a pair: `first_year`, `n_years`")
            if kind.name == "text" and output and not axes and type.depth == 1:
                raise Wrong("text that is written needs its room: `text[room]`")
        if type.base == "void":
            pointer = 1
        elif type.base == "char" and output and type.depth == 1:
            pointer = 1
        if axes and pointer < 1:
            raise Wrong(f"{type.text} is one value and has no axes")
        if not axes and pointer >= 1 and type.const and type.base in NUMBERS + ("char", "skpi_table") and \
                not type.text == "const char **":
            raise Wrong(f"{type.text} is an array, and its axes are missing")
        if pointer > 1 or type.depth > 2:
            raise Wrong(f"{type.text} is no type of a contract")
        self.check_clauses(name, type, kind, axes, clauses, names, output)
        if kind.name == "enum":
            self.need_enum(self.line, kind.tag, False)

    def check_clauses(self, name, type, kind, axes, clauses, names, output):
        if clauses.null and type.depth == 0 and kind.name != "progress":
            raise Wrong("NULL = is allowed only for a pointer")
        if (clauses.zero or clauses.both_zero) and (kind.name in ("struct", "basis", "handle", "text", "progress")):
            raise Wrong("0 = is allowed only for a number")
        if clauses.both_zero and len(names) != 2:
            raise Wrong("both 0 = is allowed only for a pair")
        if clauses.may_be and not output:
            raise Wrong("may be x is allowed only for an output")
        inner = kind.of or kind
        real = inner.name in TABLE and "double" in TABLE[inner.name].bases and type.base in ("double", "skpi_table")
        if (clauses.missing or clauses.infinite) and not real:
            raise Wrong("NaN = missing and infinite = are allowed only for double")
        if (clauses.at_least is not None or clauses.at_most is not None) and type.base not in NUMBERS:
            raise Wrong("at least and at most are allowed only for numbers")
        if clauses.only and output:
            raise Wrong("only for is allowed only for an input")

    # --- checks that need all headers

    def need_enum(self, line, tag, flags):

        def work():
            found = self.interface.enums.get(tag)
            if not found or found.flags != flags:
                raise Wrong(f"there is no enum {tag}" + (" of flags" if flags else " of choices"))
        self.later.append((self.file, line, work))

    def need_free(self, name, base):
        f = self.interface.functions.get(name)
        if not f or [p.type.text for p in f.parameters] != [base + " *"]:
            raise Wrong(f"{name} is no function that ends a {base}")
