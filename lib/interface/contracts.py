"""The contracts of the public headers as a model: what the library's functions take, refuse and return.

    import sys; sys.path.insert(0, "lib")
    from interface import contracts
    api = contracts.read_tree("include")          # the headers that include/smartkpi.h names, in its order
    api = contracts.read(["sample.h"])            # or a list of files; the module is the file's name

Both return an Interface or raise Refused.  The text of Refused has a line "file:line: what" for each fault, and its
problems are (file, line, text).  The reader either understands a contract completely or refuses it.  `python3
lib/interface/contracts.py [header ...]` checks the headers.

Interface (lookup.py)
    functions, structs, enums, handles, callbacks    dicts by name, in the order of the headers;  modules: a list
    constants()              {name: value} of all enumerators
    places(f)                every Place in a call of Function f: parameters, members of their structs and tables
    find(f, "in->share")     one Place, or None
    axis(f, place, axis)     Count: the argument that has the length of an axis in that call
    sized_by(f, "in->n")     places that have this count as an axis
    struct_of(argument)      the Struct that it points to, or None
    choices(f)               [(path, Enum)] of its choices
    stated(f)                [Status]: its status lines and those of the structs that it takes, paths as from f
    implied(f)               [Implied(status, path, words)]: "path is words" of each argument, by kind and C type
    possible(f)              {status: reasons}: both together
Place: path, argument, kind, role (in, out, changed, new, rows), struct and parent (of a member), listed (in an array
of tables).  Count: number, or path (of a count, or "plan->n_places" with handle and accessor); offset: +1, -1 or 0.

Function   name module result parameters summary notes statuses source experimental fallible; parameter(name)
Argument   name type axes kind text words clauses shared; is_input is_output is_array default
           (a parameter or a member; text is the first clause as written, words the same without the kind)
Type       base depth const text, as tests/abi/readheaders.py has it
Axis       name offset; spelled(axis) is as it is written
Kind       name, and where it has them interval (low high low_open high_open text), tag, values, of (of a table), into,
           free; str(kind) is as it is written.  Kinds that a text begins with are rows of kinds.TABLE, kinds that the C
           type says of kinds.BY_TYPE (struct: is read; out: a struct of pointers to outputs; filled: a struct whose
           members are written; basis, handle, new handle, progress, user, zero)
Clauses    null zero both_zero (each a Default: text, and number or constant if it is one), missing, infinite (its
           text), may_be (paths, or ("any input",)), only (choice, names, constants), at_least, at_most, unusual (side, number), prose (others)
Status     status ("ENOTSORTED"), conditions
Condition  text, template (a name of conditions.TEMPLATES, "" = for people), subject, other (a path or number), when
           (choice, names, constants of "(COMPOUND)" at its end, or None)
Struct     name module members (after size and flags) flags (tag of its flags) summary statuses notes; member(name)
Enum       tag module flags members (each name, value, text) hidden summary notes
Handle, Callback

kinds.py is the one table of the kinds: kinds.TABLE, BY_TYPE, refusals(argument), bad_values(argument, enums),
allowed_ends(argument, enums), usual(argument), around(argument).

Headers whose comments are not contracts yet (uncontracted(include)) are read with bare=(modules): only their C side is
read, and their arguments have kind None.
"""
import os
import re
import sys

if not __package__:
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from interface import declarations, kinds, link  # noqa: E402
from interface.build import Builder  # noqa: E402
from interface.conditions import TEMPLATES  # noqa: E402
from interface.lookup import Count, Implied, Interface, Place  # noqa: E402
from interface.model import (NUMBERS, Argument, Axis, Callback, Clauses, Condition, Default, Enum,  # noqa: E402
                             Enumerator, Function, Handle, Interval, Kind, Only, Status, Struct, Type, spelled)
from interface.phrases import Wrong  # noqa: E402
from interface.tokens import Fault  # noqa: E402

__all__ = ["read", "read_tree", "headers", "uncontracted", "Refused", "TEMPLATES", "kinds", "Count", "Implied",
           "Interface", "Place", "NUMBERS", "Argument", "Axis", "Callback", "Clauses", "Condition", "Default", "Enum",
           "Enumerator", "Function", "Handle", "Interval", "Kind", "Only", "Status", "Struct", "Type", "spelled"]


class Refused(Exception):
    """The faults of headers.  problems: [(file, line, text)]"""

    def __init__(self, problems):
        self.problems = sorted(set(problems), key=lambda p: (p[0], p[1]))
        super().__init__("\n".join(f"{f}:{n}: {t}" for f, n, t in self.problems))


def read(paths, bare=()):
    """The Interface of these headers, which are read in this order."""
    interface, known, files = Interface(bare=list(bare)), {}, {}
    b = Builder(interface)
    for path in paths:
        module = os.path.splitext(os.path.basename(path))[0]
        files[module] = path
        try:
            with open(path, encoding="utf-8") as f:
                declared = declarations.Reader(f.read(), known, module in bare).all()
        except Fault as e:
            raise Refused(b.problems + [(path, e.line, e.text)])
        b.header(path, module, declared, module in bare)
    for file, line, work in b.later:
        try:
            work()
        except Wrong as e:
            b.problems.append((file, line, str(e)))
    link.check(interface, lambda module, line, text: b.problems.append((files[module], line, text)))
    if b.problems:
        raise Refused(b.problems)
    return interface


def headers(include):
    """The paths of the headers that smartkpi.h includes, in its order, except version.h: configure makes it, and it has
    no contract."""
    with open(os.path.join(include, "smartkpi.h"), encoding="utf-8") as f:
        found = re.findall(r"^#include <smartkpi/(\w+)\.h>", f.read(), re.M)
    return [os.path.join(include, "smartkpi", name + ".h") for name in found if name != "version"]


def read_tree(include, bare=()):
    return read(headers(include), bare)


def uncontracted(include):
    """The modules of the tree whose header has no contract at all."""
    def bare(path):
        with open(path, encoding="utf-8") as f:
            return "/**" not in f.read()
    return [os.path.splitext(os.path.basename(h))[0] for h in headers(include) if bare(h)]


def main(paths):
    include = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "include"))
    try:
        api = read(paths) if paths else read_tree(include, uncontracted(include))
    except Refused as e:
        print(e)
        print(f"FAIL contracts: {len(e.problems)} problems")
        return 1
    print(f"ok contracts: {len(api.functions)} functions, {len(api.structs)} structs, {len(api.enums)} enums"
          + (f"; without contracts: {', '.join(api.bare)}" if api.bare else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
