#!/usr/bin/env python3
"""The recipes of smartkpi_bindings(7): each is compiled and run as it is printed, where its tools are, and prints what the
page says.  A recipe whose tools are missing is skipped by name."""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
SRC = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2]).resolve()
BUILD = Path(os.environ.get("BUILDDIR") or SRC / "build").resolve()
TOOLS = {"Rust": ["rustc"], "Go": ["go"], "R": ["R", "Rscript"], "Java": ["javac", "java", "/usr/share/java/jna.jar"],
         "Node": ["node"], "Julia": ["julia"], "SQL": ["sqlite3", "/usr/include/sqlite3ext.h"]}
FILE = re.compile(r"(?://|/\*|#|--) ([\w.]+\.\w+)(?: \*/)?\n")


def recipes(page):
    """{language: displays of its subsection}"""
    text = subprocess.run(["mandoc", "-Thtml", "-Ofragment", str(page)], capture_output=True, check=True, text=True, encoding="utf-8").stdout
    parts = re.split(r'<h2 class="Ss" id="([^"]*)">', text)
    return {name: [html.unescape(re.sub(r"<[^>]*>", "", d)) for d in re.findall(r"<pre>(.*?)</pre>", body, re.S)]
            for name, body in zip(parts[1::2], parts[2::2]) if name in TOOLS}


def headers_of_node():
    run = subprocess.run(["node", "-p", "process.execPath"], capture_output=True, text=True)
    return Path(run.stdout.strip()).parent.parent / "include/node/node_api.h"


def missing(language):
    names = [t for t in TOOLS[language] if not (Path(t).exists() if "/" in t else shutil.which(t))]
    if language == "Node" and not names and not headers_of_node().exists():
        names.append("node_api.h")
    return names


def environment(where):
    """A program finds the library of the build as it would find an installed one."""
    (where / "pc").mkdir()
    text = (BUILD / "lib/smartkpi.pc").read_text(encoding="utf-8")
    text = re.sub(r"^libdir=.*", f"libdir={BUILD}/lib/.libs", text, flags=re.M)
    text = re.sub(r"^Cflags:.*", f"Cflags: -I{BUILD}/include -I{SRC}/include", text, flags=re.M)
    (where / "pc/smartkpi.pc").write_text(text, encoding="utf-8")
    os.symlink(SRC / "examples", where / "examples")
    return dict(os.environ, PKG_CONFIG_PATH=str(where / "pc"), LD_LIBRARY_PATH=str(BUILD / "lib/.libs"), LC_ALL="C.UTF-8",
                GOCACHE=str(where / "go"), GOPATH=str(where / "gopath"), GO111MODULE="off")


def faults(displays, where):
    """What is wrong with a recipe: files, commands, output, in displays of their own."""
    files = [d for d in displays if FILE.match(d)]
    rest = [d for d in displays if not FILE.match(d)]
    if not files or len(rest) != 2 or not rest[0].startswith("$ "):
        return ["it does not consist of files, commands and output"]
    env = environment(where)
    for text in files:
        (where / FILE.match(text)[1]).write_text(text + "\n", encoding="utf-8")
    commands = re.sub(r"^\$ ", "", rest[0], flags=re.M)
    try:
        run = subprocess.run(["sh", "-e", "-c", f"exec 3>&1 >&2\n{commands.rstrip()} >&3"], cwd=where, env=env, capture_output=True,
                             text=True, timeout=300)
    except subprocess.TimeoutExpired:
        return ["it takes more than five minutes"]
    if run.returncode:
        return [f"it ends with {run.returncode}: {run.stderr.strip()[-1500:]}"]
    return [] if run.stdout == rest[1] + "\n" else [f"it prints {run.stdout!r}, and the page says {rest[1]!r}"]


def main():
    library = BUILD / "lib/.libs/libsmartkpi.so"
    for reason, bad in (("mandoc is not installed", not shutil.which("mandoc")), ("pkg-config is not installed", not shutil.which("pkg-config")),
                        ("there is no shared library", not library.exists()),
                        ("the library needs a sanitizer's runtime", os.environ.get("SKPI_SANITIZERS"))):
        if bad:
            print(f"SKIP recipes: {reason}")
            return 77
    found, failed = recipes(SRC / "man/smartkpi_bindings.7"), 0
    for language in TOOLS:
        lacking = missing(language)
        if language not in found:
            wrong = ["the page has no recipe"]
        elif lacking:
            print(f"skip recipes: {language}: {', '.join(lacking)} is not installed")
            continue
        else:
            with tempfile.TemporaryDirectory() as folder:
                wrong = faults(found[language], Path(folder))
        failed += bool(wrong)
        print(*([f"FAIL recipes: {language}: {w}" for w in wrong] or [f"ok recipes: {language}"]), sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
