#!/usr/bin/env python3
"""Floors of the house: core -> numeric, random -> series -> ensemble, economy -> the domain modules.  Calls and
includes run only downward and domain modules never meet, folder by folder: what the objects define and use, and what
the sources include.  Nor may an object use what would print, end or signal the host, read its clock or environment,
change its locale, or allocate inside GSL.  A private header declares what the source of its own name defines, and no
files include each other in a circle, a source and its header taken as one.
"""
import glob
import graphlib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("BUILDDIR") or os.path.join(SRC, "build")

FLOORS = {"core": 0, "numeric": 1, "random": 1, "series": 2, "ensemble": 3, "economy": 3}
DOMAIN = 4  # every other folder is a domain

FORBIDDEN = re.compile(r"""
    abort | _?_?exit | _Exit | quick_exit | atexit | __cxa_.* | raise | kill | p?signal | sigaction | siglongjmp | _?longjmp
  | _?_?(sig)?setjmp | __assert_fail | assert
  | setlocale | newlocale | uselocale | nl_langinfo | localeconv
  | (secure_|__secure_)?getenv | putenv | setenv | environ
  | time | clock | clock_gettime | clock_getres | gettimeofday | localtime.* | gmtime.* | strftime | nanosleep | u?sleep
  | s?rand(_r|om)? | [dlmn]rand48 | getrandom | getentropy
  | std(in|out|err) | __v?f?printf_chk | v?f?printf | v?dprintf | puts | f?putc(har)? | fputs | fwrite | fread | fopen(64)?
  | fflush | fclose | perror | (__isoc99_)?v?f?scanf | getline | tmpfile | open(64)? | read | write | socket | mmap(64)?
  | system | popen | fork | exec[lv].* | posix_spawn.* | dlopen | dlsym | pthread_exit | pthread_cancel | alloca
  | strerror | strtok | asctime | ctime""", re.X)
# Functions of GSL that allocate nothing and raise no error: the error handler is that of the host.
GSL = re.compile(r"""
    gsl_sort2? | gsl_heapsort_index | gsl_cdf_ugaussian_[PQ]inv | gsl_cdf_(beta|chisq|tdist)_[PQ] | gsl_ran_(beta|tdist)_pdf
    """, re.X)


def floor(folder):
    return FLOORS.get(folder, DOMAIN)


def allowed(user, used):
    return user == used or floor(used) < floor(user)


def objects():
    """{folder: its objects}; the objects of the shared library where there are two kinds."""
    out = {}
    for path in sorted(glob.glob(os.path.join(BUILD, "lib", "*", "libskpi*.lo"))):
        folder, name = os.path.basename(os.path.dirname(path)), os.path.basename(path)[:-3] + ".o"
        shared = os.path.join(os.path.dirname(path), ".libs", name)
        out.setdefault(folder, []).append(shared if os.path.exists(shared) else path[:-3] + ".o")
    return out


def symbols(paths):
    """(defined, used) global names, each as {name: object}."""
    defined, used = {}, {}
    for path in paths:
        lines = subprocess.run(["nm", "-g", path], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        for kind, name in (line.split()[-2:] for line in lines):
            (used if kind in "Uw" else defined).setdefault(name, os.path.basename(path))
    return defined, used


def calls(tables):
    """Faults: functions that a folder uses although they belong to a folder that is not below it."""
    owner = {name: folder for folder, (defined, _) in tables.items() for name in defined}
    return [f"lib/{folder}: {where} uses {name} of lib/{owner[name]}"
            for folder, (_, used) in tables.items() for name, where in used.items()
            if name in owner and not allowed(folder, owner[name])]


def strangers(tables):
    out = []
    for folder, (defined, used) in tables.items():
        out += [f"lib/{folder}: {where} defines {name}: external names begin with skpi_" for name, where in defined.items()
                if not name.startswith("skpi_") and not re.match(r"__?(asan|odr_asan|gcov|llvm|tsan|ubsan|afl|sanit)", name)]
        for name, where in used.items():
            if name.startswith("gsl_"):
                bad = not GSL.fullmatch(name)
            else:
                bad = FORBIDDEN.fullmatch(name)
            if bad:
                out.append(f"lib/{folder}: {where} uses {name}")
    return out


def includes():
    out = []
    for path in sorted(glob.glob(os.path.join(SRC, "lib", "*", "*.[ch]"))):
        folder = os.path.basename(os.path.dirname(path))
        with open(path, encoding="utf-8") as f:
            for used in re.findall(r'^\s*#\s*include\s+"(?:\.\./)*(\w+)/', f.read(), flags=re.M):
                if not allowed(folder, used):
                    out.append(f"{path}: includes lib/{used}")
    return out


def rooms():
    """{source and its header: what they include}, in the library and in the example programs."""
    out = {}
    for top in ("lib", "examples"):
        for path in glob.glob(os.path.join(SRC, top, "**", "*.[ch]"), recursive=True):
            with open(path, encoding="utf-8") as f:
                used = re.findall(r'^\s*#\s*include\s+"([\w./]+)\.h"', f.read(), flags=re.M)
            room = os.path.relpath(path, os.path.join(SRC, top))[:-2]
            beside = os.path.dirname(room)
            out.setdefault(room, set()).update(
                {x if x[0] != "." and "/" in x else os.path.normpath(os.path.join(beside, x)) for x in used} - {room})
    return out


def circle(rooms_of):
    """The first circle of includes, as a fault."""
    try:
        graphlib.TopologicalSorter(rooms_of).prepare()
    except graphlib.CycleError as e:
        return [" -> ".join(e.args[1])]
    return []


COMMENT = re.compile(r"/\*.*?\*/", re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.)*", re.M | re.S)
BODY = re.compile(r"\{[^{}]*\}")
ATTRIBUTE = re.compile(r"__attribute__\s*\(\(.*?\)\)\s*(?=[;\w])", re.S)


def declared(text):
    """External functions that a header declares, without types and inline functions."""
    text = DIRECTIVE.sub(" ", COMMENT.sub(" ", text)).replace('extern "C"', " ")
    while BODY.search(text):
        text = BODY.sub(" ;", text)
    statements = (ATTRIBUTE.sub(" ", x).strip() for x in text.split(";"))
    return [re.search(r"(\w+)\s*\(", x)[1] for x in statements if "(" in x and not re.match(r"(typedef|static)\b", x)]


def headers(folder):
    """{name of a private header: the functions that it declares}."""
    out = {}
    for path in sorted(glob.glob(os.path.join(SRC, "lib", folder, "*.h"))):
        with open(path, encoding="utf-8") as f:
            out[os.path.basename(path)[:-2]] = declared(f.read())
    return out


def source_of(name):
    """Name of an object's source: libskpi_la-urgd.o is made of urgd."""
    return name[:-2].rpartition("-")[2]


def homes(tables, headers_of=headers):
    """Faults: a header that declares functions of another source."""
    home = {name: (folder, source_of(where)) for folder, (defined, _) in tables.items() for name, where in defined.items()}
    return [f"lib/{folder}/{header}.h: declares {name} of lib/{home[name][0]}/{home[name][1]}.c"
            for folder in tables for header, names in headers_of(folder).items()
            for name in names if home.get(name, (folder, header)) != (folder, header)]


def selftest():
    """Calls upward and sideways, forbidden and allocating functions, and circles must be found."""
    t = {"core": ({"skpi__a": "a.o"}, {"skpi__b": "a.o", "memcpy": "a.o"}), "urban": ({"skpi__b": "b.o"}, {"skpi__a": "b.o"}),
         "carbon": ({"skpi__c": "c.o"}, {"skpi__b": "c.o", "abort": "c.o", "gsl_vector_alloc": "c.o", "vsnprintf": "c.o"}),
         "numeric": ({"helper": "d.o"}, {"gsl_set_error_handler": "d.o", "__vsnprintf_chk": "d.o"})}
    found = declared("#define F(x) \\\n f(x);\ntypedef int (*skpi__t)(int);\nstatic inline int skpi__i(void)\n{\n    if (1) { }\n}\n"
                     "int skpi__a(int, /* ; */\n    int) __attribute__((format(printf, 1, 2)));\nstruct s { int (*f)(void); };\nint *skpi__b(void);")
    return (len(calls(t)) == 2 and len(strangers(t)) == 4 and found == ["skpi__a", "skpi__b"]
            and circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) and not circle({"a": {"b", "c"}, "b": {"c"}})
            and len(homes({"core": ({"skpi__a": "libskpi_la-a.o", "skpi__b": "libskpi_la-b.o"}, {})}, lambda _: {"a": found})) == 1)


def main():
    tables = {folder: symbols(paths) for folder, paths in objects().items()}
    n = sum(len(defined) for defined, _ in tables.values())
    failed = False
    for name, faults in (("it sees what it looks for", [] if selftest() else ["the self-test failed"]),
                         (f"{len(tables)} folders, {n} external names", [] if "core" in tables and n > 31 else ["build first"]),
                         ("calls run downward", calls(tables)), ("no name of others", strangers(tables)),
                         ("includes run downward", includes()), ("no circle of includes", circle(rooms())),
                         ("headers declare what their own source defines", homes(tables))):
        failed |= bool(faults)
        print("FAIL" if faults else "ok", f"layers: {name}", *("\n    " + x for x in faults))
    return failed


if __name__ == "__main__":
    sys.exit(main())
