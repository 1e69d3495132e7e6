"""The entries of the catalogue, lib/catalogue/<list>.csv, as a table in C: lib/catalogue/entries_table.c.

The columns of the files are the members of skpi_catalogue_entry_out.  An empty cell is "" of a text, NaN of a number, and
0 or SKPI_NONE of a choice.  Words of choices are the enumerators in small letters.
"""
import csv
import io
import os
import re

from .mirror import lines

FOLDER = os.path.join("lib", "catalogue")
CHOICES = {"kind": "skpi_catalogue_kind", "tag": "skpi_catalogue_tag", "evidence": "skpi_catalogue_evidence"}
EMPTY = {"tag": "0", "core": "SKPI_NONE", "direction": "0"}
LEAST = ("code", "name", "kind", "evidence", "edition", "source")  # what no entry lacks
TOP = """\
/* The entries of the lists; made from lib/catalogue/[a-z]*.csv by lib/interface/make.py, do not edit. */
#include "catalogue/entries.h"
#include <math.h>
"""


class Wrong(Exception):
    """A file of entries that is not right."""


def key(code):
    """A code without what does not count in it: blanks and the case of letters."""
    return re.sub(r"[ \t]", "", code).lower()


def text(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cell(api, member, value, where):
    """A member's value in C."""
    if member.type.base == "char":
        return text(value)
    if member.type.base == "double":
        return repr(float(value)) if value else "(double)NAN"
    tag = CHOICES.get(member.name)
    if tag and value:
        known = {m.name: m for m in api.enums[tag].members}
        name = f"{tag}_{value}".upper()
        if name not in known:
            raise Wrong(f"{where}: {member.name} {value!r} is no enum {tag}")
        return name
    if not value:
        return EMPTY[member.name]
    return str(int(value))


def rows(tree, api, name, sources):
    """[row in C] of a list; sources gets the name of each text of a source, which many entries share."""
    path = os.path.join(FOLDER, name + ".csv")
    with open(os.path.join(tree, path), encoding="utf-8", newline="") as f:
        found = list(csv.DictReader(io.StringIO(f.read())))
    members, codes, out = api.structs["skpi_catalogue_entry_out"].members, set(), []
    for i, row in enumerate(found, 2):
        where = f"{path}:{i}"
        if set(row) != {m.name for m in members}:
            raise Wrong(f"{where}: the columns are {', '.join(m.name for m in members)}")
        lacking = [c for c in LEAST if not row[c].strip()]
        if lacking or key(row["code"]) in codes:
            raise Wrong(f"{where}: " + (f"{lacking[0]} is empty" if lacking else "the code is there twice"))
        codes.add(key(row["code"]))
        if row["parent"] and key(row["parent"]) not in codes:
            raise Wrong(f"{where}: {row['parent']} is no entry before it")
        cells = ["{SIZE", "0"] + [cell(api, m, row[m.name], where) for m in members]
        at = 2 + [m.name for m in members].index("source")
        cells[at] = sources.setdefault(cells[at], f"source_{len(sources) + 1}")
        out.append("    " + lines(cells, ", ", 5) + "},\n")
    return out


def table(tree, api):
    """(path, text) of the table, with the lists in the order of their enum."""
    out, lists, sources = [], [], {}
    for m in api.enums["skpi_catalogue_list"].members:
        name = m.name[len("SKPI_CATALOGUE_LIST_"):].lower()
        found = rows(tree, api, name, sources)
        out += [f"\nstatic const skpi_catalogue_entry_out {name}[] = {{\n", *found, "};\n"]
        lists.append(f"    {{{m.name}, {len(found)}, {name}}},\n")
    named = [f"static const char {name}[] =\n    {said};\n" for said, name in sources.items()]
    top = [TOP, "\n#define SIZE (uint32_t)sizeof(skpi_catalogue_entry_out)\n\n", *named]
    return os.path.join(FOLDER, "entries_table.c"), "".join(
        top + out + ["\nconst skpi__catalogue_list skpi__catalogue_lists[] = {\n", *lists, "    {0, 0, NULL},\n};\n"])
