#!/usr/bin/env python3
"""Test of the manual: lint, synopses against the headers, sections, statuses, examples compiled and run.

    pages.py [--no-run] [page ...]      "pages.py skpi_urban_urgd" tests that page alone

Environment: SRCDIR, BUILDDIR (default: this tree and its build/), CC.  Prints "ok page: ..." or "FAIL page: ...: why".
Everything is taken from the rendered page, which is what a reader copies: in mdoc source a backslash is written \\e.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from declared import Declared, tokens  # noqa: E402
from rendered import Page, mandoc  # noqa: E402
from run import Runner  # noqa: E402

ORDER = ["NAME", "SYNOPSIS", "DESCRIPTION", "RETURN VALUES", "EXAMPLES", "ERRORS", "SEE ALSO"]
SOURCES = ("STANDARDS", "SOURCES")
NOUNS = ("urbanisation", "projection", "forecast", "scenario", "confidence", "percentile", "quantile", "missing", "seed",
         "monte carlo", "tcre", "lmdi", "kaya", "net zero", "inventory", "leontief", "decomposition", "index", "weights",
         "outliers", "benchmark", "judges", "award", "csv", "python", "sql")
CHOICES = ("model", "method", "rule", "form", "shape", "profile", "quotient", "linkage", "correlation", "removed", "scale",
           "tie", "impute", "scenario")
TASKS = ("growth difference", "census", "published table", "budget", "yearly emissions", "inventory", "break",
         "input-output table", "jury", "table of indicators", "uncertain", "CSV")


class Test:
    def __init__(self, srcdir, builddir, cc, run=True, only=(), tasks=TASKS, nouns=NOUNS):
        self.src, self.build, self.only = Path(srcdir), Path(builddir), set(only)
        self.man, self.tasks, self.nouns = self.src / "man", tasks, nouns
        self.declared = Declared(srcdir)
        self.runner = Runner(srcdir, builddir, cc) if run else None
        self.failed, self.good = [], 0
        extension = self.src / "examples/sqlite/smartkpi_sqlite.c"
        self.sql = set(re.findall(r'"(skpi_\w+)"', extension.read_text(encoding="utf-8"))) if extension.exists() else set()

    def say(self, what, faults):
        for fault in faults:
            self.failed.append(f"FAIL page: {what}: {fault}")
            print(self.failed[-1])
        if not faults:
            self.good += 1
            print(f"ok page: {what}")

    def tree(self, tmp):
        """Makes a manual of this tree in tmp as it is installed; pages of other packages become stubs, so that the test
        does not depend on the manuals of the machine."""
        for path in self.man.glob("*.[0-9]"):
            section = tmp / ("man" + path.suffix[1:])
            section.mkdir(exist_ok=True)
            if path.is_symlink():
                (section / path.name).write_text(f".so {section.name}/{os.readlink(path)}\n", encoding="utf-8")
            else:
                shutil.copy(path, section)
                for name, number in re.findall(r"^\.Xr (\S+) (\d)", path.read_text(encoding="utf-8"), re.M):
                    if not re.match(r"skpi_|smartkpi", name):
                        stub = tmp / f"man{number}" / f"{name}.{number}"
                        stub.parent.mkdir(exist_ok=True)
                        stub.write_text(f".Dd November 22, 2026\n.Dt {name.upper()} {number}\n.Os\n.Sh NAME\n"
                                        f".Nm {name}\n.Nd page of another package\n", encoding="utf-8")
        subprocess.run(["makewhatis", str(tmp)], check=True, capture_output=True)
        return dict(os.environ, MANPATH=str(tmp))

    def run(self):
        self.pages, self.links = {}, {}
        for path in sorted(self.man.glob("*.[0-9]")):
            if path.is_symlink():
                self.links[path.name] = os.readlink(path)
            else:
                self.pages[path.name] = Page(path)
        with tempfile.TemporaryDirectory() as tmp:
            env = self.tree(Path(tmp))
            for name, page in self.pages.items():
                if not self.only or self.only & {name, page.path.stem, *page.names}:
                    self.say(name, self.page(page, env))
        if not self.only:
            self.say("all functions", self.every_function())
            self.say("links and man/local.mk", self.every_file())
            self.say("topics", self.every_topic())
            self.say("apropos", self.apropos())
            self.say("structs and constants", self.every_name())
        print(f"pages: {self.good} ok, {len(self.failed)} failed")
        return 1 if self.failed else 0

    def page(self, page, env):
        faults = [line.split(": ", 1)[1].replace(str(page.path.parent) + "/", "")
                  for line in mandoc("-Tlint", "-W", "style", page.path, env=env).splitlines()]
        section = page.path.suffix[1:]
        title = f".Dt {page.path.stem.upper()} {section}"
        for line in (title, ".Os libsmartkpi"):
            if line not in page.source.split("\n"):
                faults.append(f"the line '{line}' is missing")
        if page.names[0] != page.path.stem:
            faults.append(f"NAME begins with {page.names[0]}")
        if section == "3":
            faults += self.sections(page) + self.synopsis(page) + self.statuses(page) + self.choices(page)
        elif [s for s in ("NAME", "DESCRIPTION", "SEE ALSO") if s not in page.sections]:
            faults.append("NAME, DESCRIPTION, SEE ALSO: one is missing")
        known = self.declared.constants | self.declared.macros | {"SKPI_UNKNOWN"}
        prose = "\n".join(text for name, text in page.body.items() if name != "EXAMPLES")  # compiled instead
        for name in sorted(set(re.findall(r"\bSKPI_[A-Z0-9_]+\b", prose)) - known):
            if not any(c.startswith(name) for c in known if name.endswith("_")):  # "SKPI_URBAN_..." is prose
                faults.append(f"{name} is no constant of the headers")
        for name in sorted(set(re.findall(r"\bskpi_\w+(?=\()", page.text)) - set(self.declared.functions) - self.sql):
            faults.append(f"{name}() is no function of the headers")
        return faults + self.see_also(page) + self.examples(page) + self.width(page)

    @staticmethod
    def width(page):
        """Lines that a terminal of 80 columns would break. The output of a program is exempt, and so is a long name
        with its first argument."""
        printed = {line.strip() for _, _, output in page.programs()[0] for line in (output or "").split("\n")}
        lines = re.sub(".\b", "", mandoc("-T", "ascii", "-O", "width=80", page.path)).split("\n")
        return [f"a line has {len(line)} columns, 80 is the most: {line.strip()}" for line in lines
                if len(line) > 80 and line.strip() not in printed and not
                re.fullmatch(r"skpi_\w+\([^,]*,", line.strip())]

    def see_also(self, page):
        """SEE ALSO must have the pages that the text names, the others of the family, and the page's topic."""
        words = page.path.stem.split("_")[:3]
        there = set(re.findall(r"\b(\w+)\(\d\)", page.body.get("SEE ALSO", "")))
        text = "\n".join(t for s, t in page.body.items() if s not in ("NAME", "SYNOPSIS", "EXAMPLES", "SEE ALSO"))
        named = set(re.findall(r"\bs(?:kpi|martkpi)_\w+", text))
        wanted = {p.path.stem for p in self.pages.values() if named & set(p.names) or
                  p.path.suffix == ".3" and len(words) == 3 and p.path.stem.split("_")[:3] == words}
        wanted |= {"smartkpi"} | {f"smartkpi_{m}" for m in words[1:2] if f"smartkpi_{m}.7" in self.pages}
        return [f"SEE ALSO lacks {name}" for name in sorted(wanted - there - {page.path.stem})]

    def choices(self, page):
        """A page with a method to choose says which one is for what, or names a page that does."""
        api, faults = self.declared.api, []
        for f in (api.functions[n] for n in page.names if n in api.functions):
            for p in api.places(f):
                enum = re.fullmatch(r"enum (\w+)", str(p.argument.kind or ""))
                if enum and p.path.split("->")[-1] in CHOICES and not p.path.startswith("out->") and \
                        len(api.enums[enum[1]].members) > 2:
                    there = {page.path.stem, *re.findall(r"\.Xr (\w+) \d", page.source)}
                    told = "".join(m for q in self.pages.values() if there & set(q.names) for m in
                                   re.findall(r"^\.Ss Which .*\n(?:(?!\.S[sh] ).*\n)*", q.source, re.M))
                    if not any(m.name in told for m in api.enums[enum[1]].members):
                        faults.append(f"no subsection 'Which ...' for {p.path} of {f.name}")
        return faults

    def sections(self, page):
        need = list(ORDER)
        if not any("skpi_status" in self.declared.functions.get(n, [])[:1] for n in page.names):
            need.remove("ERRORS")
        faults = [f"section {s} is missing" for s in need if s not in page.sections]
        have = [s for s in page.sections if s in ORDER]
        if have != [s for s in ORDER if s in have]:
            faults.append("sections out of order: " + ", ".join(have))
        if any(n in self.declared.sourced for n in page.names) and not any(s in page.sections for s in SOURCES):
            faults.append("section STANDARDS or SOURCES is missing (the code names a source)")
        return faults

    def synopsis(self, page):
        text = page.body.get("SYNOPSIS", "")
        faults = [] if "#include <smartkpi.h>" in text else ["SYNOPSIS lacks #include <smartkpi.h>"]
        plain = re.sub(r"/\*.*?\*/", " ", re.sub(r"^ *#include.*$", "", text, flags=re.M), flags=re.S)
        shown = {}
        for m in re.finditer(r"[^;{}]*?\b(skpi_\w+)\s*\([^;{}]*;", re.sub(r"\{[^{}]*\}", "", plain)):
            shown[m[1]] = tokens(m[0])
        for name in page.names:
            if name not in self.declared.functions:
                faults.append(f"{name} is not declared in the headers")
            elif name not in shown:
                faults.append(f"SYNOPSIS does not show {name}")
            elif shown[name] != self.declared.functions[name]:
                faults.append(f"SYNOPSIS of {name} is '{' '.join(shown[name])}', the header's "
                              f"'{' '.join(self.declared.functions[name])}'")
        faults += [f"SYNOPSIS shows {n}, NAME does not" for n in shown if n not in page.names]
        body = re.sub(r"/\*.*?\*/", " ", page.text, flags=re.S)
        for m in re.finditer(r"typedef\s+struct\s+(\w+)\s*\{[^}]*\}\s*\w+\s*;", body):
            if tokens(m[0]) != self.declared.types.get(m[1]):
                faults.append(f"struct {m[1]} differs from the header's")
        return faults

    def statuses(self, page):
        faults = []
        errors = set(re.findall(r"\bSKPI_\w+", page.body.get("ERRORS", "")))
        warned = errors | set(re.findall(r"\bSKPI_W\w+", page.body.get("RETURN VALUES", "")))
        for name in page.names:
            if self.declared.functions.get(name, [""])[0] != "skpi_status":
                continue
            promised = self.declared.promised(name)
            missing = sorted(s for s in promised & self.declared.statuses
                             if s != "SKPI_OK" and s not in (warned if s.startswith("SKPI_W") else errors))
            if missing:
                faults.append(f"ERRORS lacks {', '.join(missing)} of {name}")
        return faults

    def examples(self, page):
        programs, left = page.programs()
        faults = []
        if page.path.suffix == ".3" and not any(kind == "c" for kind, _, _ in programs):
            faults.append("EXAMPLES holds no C program in a display of its own")
        if page.path.suffix == ".3" and left:
            faults.append("EXAMPLES: a display is neither a program nor its output: " + left[0].split("\n")[0])
        for kind, program, output in programs:
            if output is None:
                faults.append("EXAMPLES: no display with the output after the program")
            elif [n for n in re.findall(r"(?<![\w.])\d*\.\d+", output) if len(n.replace(".", "").lstrip("0")) > 10]:
                faults.append("EXAMPLES: a number has more than 10 digits (the last differ between machines)")
            elif self.runner:
                faults += [f"EXAMPLES: {f}" for f in self.runner.check(kind, program, output)]
        return faults

    def every_function(self):
        path = self.src / "lib/libsmartkpi.map"
        names = set(re.findall(r"\b(skpi_[a-z0-9_]+)\s*;", path.read_text(encoding="utf-8")))
        described = {n for p in self.pages.values() if p.path.suffix == ".3" for n in p.names}
        faults = [f"{n} of libsmartkpi.map has no page" for n in sorted(names - described)]
        faults += [f"{n} has a page and is not in libsmartkpi.map" for n in sorted(described - names)]
        seen = {x for p in self.pages.values() if p.path.suffix == ".7" for x in re.findall(r"(?m)^\.Xr (\S+) 3", p.source)}
        faults += [f"{p.file} is named on no page of section 7" for p in self.pages.values()
                   if p.path.suffix == ".3" and not seen & set(p.names)]
        print(f"pages: {len(names)} functions in the map, {len(names & described)} with a page, "
              f"{len(self.pages)} pages, {len(self.links)} links")
        return faults

    def every_topic(self):
        """Pages of section 7 begin alike: smartkpi(7) with an index by task, the others with a sentence or two and the list
        of their functions.  smartkpi(7) names every function."""
        faults, start = [], self.pages["smartkpi.7"]
        for page in (p for p in self.pages.values() if p.path.suffix == ".7" and p != start):
            head = re.search(r"^\.Sh DESCRIPTION\n((?:(?!\.\\\"|\.B[ld]|\.S[sh]).*\n)*)(.*\n.*\n)", page.source, re.M)
            if not head[1].strip() or len(head[1].split("\n")) > 8 or ".Bl -tag" not in head[2]:
                faults.append(f"{page.file}: DESCRIPTION does not begin with a sentence or two and a list of functions")
            topic = page.path.stem.replace("smartkpi_", "skpi_") + "_"
            faults += [f"{page.file}: {n} is missing" for p in self.pages.values() for n in p.names
                       if n.startswith(topic) and f"{n}(3)" not in page.text]
        first = re.search(r"^\.Sh DESCRIPTION\n(.*)\n((?:(?!\.S[sh] ).*\n)*)", start.source, re.M)
        if first[1] != ".Ss Index by task":
            faults.append("smartkpi.7 does not begin with an index by task")
        for word in (w for w in self.tasks if not re.search(rf"^\.It I have .*\b{w}", first[2], re.M)):
            faults.append(f"smartkpi.7: the index by task has no line for '{word}'")
        names = {n for p in self.pages.values() if p.path.suffix == ".3" for n in p.names}
        text = re.sub(r"SEE ALSO.*", "", start.text, flags=re.S)
        return faults + [f"smartkpi.7: {n} is missing" for n in sorted(names) if f"{n}(3)" not in text]

    def apropos(self):
        """Words of the field find a page: apropos looks at NAME."""
        lines = [(p.body["NAME"]).lower() for p in self.pages.values()]
        return [f"no NAME has '{word}'" for word in self.nouns if not any(word in line for line in lines)]

    def read_from_here(self):
        """man -l shows pages and links without an installation, from any folder."""
        if not shutil.which("man"):
            print("skip page: man is not installed")
            return []
        faults = []
        for name in ["smartkpi.7", *self.links]:
            run = subprocess.run(["man", "-l", str(self.man / name)], capture_output=True, text=True, cwd="/",
                                 env=dict(os.environ, MANPAGER="cat", LC_ALL="C.UTF-8"))
            if name[:-2] not in run.stdout or run.returncode:
                faults.append(f"man -l {name} shows nothing: {run.stderr.strip()}")
        return faults

    def every_file(self):
        faults = []
        for page in self.pages.values():
            for name in page.names[1:]:
                if self.links.get(f"{name}{page.path.suffix}") != page.file:
                    faults.append(f"{name}{page.path.suffix} is no link to {page.file}")
        faults += self.read_from_here()
        for link, target in self.links.items():
            if target not in self.pages or link.rsplit(".", 1)[0] not in self.pages[target].names:
                faults.append(f"{link} links to {target}, whose NAME does not have it")
        listed = re.findall(r"%D%/(\S+\.\d)\b", (self.man / "local.mk").read_text(encoding="utf-8"))
        there = set(self.pages) | set(self.links)
        faults += [f"man/local.mk does not list {n}" for n in sorted(there - set(listed))]
        faults += [f"man/local.mk lists {n}, which does not exist" for n in sorted(set(listed) - there)]
        faults += [f"man/local.mk lists {n} twice" for n in sorted({n for n in listed if listed.count(n) > 1})]
        return faults

    def every_name(self):
        faults = []
        for struct, members in self.declared.structs.items():
            text = "\n".join(p.text for p in self.pages.values() if re.search(rf"\b{struct}\b", p.text))
            if not text:
                faults.append(f"struct {struct} is on no page")
            elif missing := [m for m in members if not re.search(rf"\b{m}\b", text)]:
                faults.append(f"struct {struct}: {', '.join(missing)} on no page that names it")
        text = "\n".join(p.text for p in self.pages.values())
        words = set(re.findall(r"\bSKPI_\w+\b", text))
        missing = sorted(c for c in self.declared.constants - words if not c.endswith("_"))
        return faults + ([f"constants on no page: {', '.join(missing)}"] if missing else [])


def main(args):
    if "--help" in args:
        print(__doc__.strip())
        return 0
    src = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2]).resolve()
    build = Path(os.environ.get("BUILDDIR") or (src / "build" if (src / "build").is_dir() else src)).resolve()
    if not shutil.which("mandoc") or not shutil.which("makewhatis"):
        print("SKIP page: mandoc is not installed")
        return 77
    only = [a for a in args if not a.startswith("-")]
    if not only:
        import selftest
        if selftest.run(os.environ.get("CC", "cc")):
            return 1
    return Test(src, build, os.environ.get("CC", "cc"), "--no-run" not in args, only).run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
