"""Pictures of the city outlook by gnuplot: any data, any name, letters without a font, no commands.  One line a check."""

import html
import os
import re
import shutil
import subprocess
import sys
import unicodedata

sys.dont_write_bytecode = True
from outlook_html import contrast, places  # noqa: E402
from outlook_run import DATA, SRC, check, edited, finish, run  # noqa: E402

DRAW = SRC / "examples" / "plots" / "draw.sh"


def drawn(out, where, **environment):
    """Draws in a folder; what was said, and whether it went well."""
    done = subprocess.run(["sh", DRAW, out], capture_output=True, cwd=where, env={**os.environ, "LC_ALL": "C", **environment})
    return done.returncode == 0 and done.stderr == b"", done.stdout.decode(), done.stderr.decode()


def tool(where, name, script):
    """A folder for PATH with a program of our own."""
    folder = where / f"tool-{name}"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def letters(text):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def texts(svg):
    """Every text of a picture with its box; a letter of Arial or Liberation Sans takes half its size."""
    found = []
    for x, y, size, anchor, inner in re.findall(
            r'<g transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*font-size="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>(.*?)</g>', svg, re.S):
        text = html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
        wide, size = 0.5 * float(size) * letters(text), float(size)
        left = float(x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        found.append((left, float(y) - 0.75 * size, left + wide, float(y) + 0.1 * size, text))
    return [f for f in found if f[4]]


def labels(name, out):
    for file in sorted(out.glob("*.svg")):
        svg = file.read_text(encoding="utf-8")
        width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
        boxes = texts(svg)
        check(f"{name}: {file.name} has texts", len(boxes) > 5, boxes)
        outside = [b for b in boxes if b[0] < 0 or b[2] > width + 2 or b[1] < 0 or b[3] > height]
        check(f"{name}: {file.name}: texts are inside", not outside, outside)
        met = [(a[4], b[4]) for i, a in enumerate(boxes) for b in boxes[:i] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
        check(f"{name}: {file.name}: texts do not meet", not met, met)
        inks = {"#%02x%02x%02x" % tuple(map(int, ink)) for ink in
                re.findall(r'<g transform=[^>]*fill="rgb\((\d+), *(\d+), *(\d+)\)"[^>]*text-anchor=', svg)}
        pale = {i for i in inks - {"#ffffff"} if contrast(i, "#ffffff") < 4.5}  # white stands in filled areas
        check(f"{name}: {file.name}: letters can be read", inks and not pale, pale)
        check(f"{name}: {file.name}: figures without exponents", not re.search(r"\de[+-]\d", " ".join(b[4] for b in boxes)))


def every_place(where):
    for name, data in places().items():
        out = where / name
        run("--data", data, "--out", out)
        good, said, words = drawn(out, where)
        wanted = set(re.findall(r"^picture,,(.*)$", (out / "figures.csv").read_text(encoding="utf-8"), re.M))
        check(f"{name}: drawn", good and {p.stem for p in out.glob("*.svg")} == wanted == {p.stem for p in out.glob("*.png")}, words)
        labels(name, out)


def records(where):
    """Histories of other shapes: every five years, two years, one."""
    lines = (DATA / "urban_history.csv").read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if not line.startswith("China,")]
    rows = {int(line.split(",")[1]): line for line in lines if line.startswith("China,")}
    for name, years in (("five-yearly", range(1980, 2021, 5)), ("two years", (2010, 2020)), ("one year", (2022,))):
        data = edited(where, "places.csv", "Changsha,Changsha,", "Changsha,Changsha,")
        for file in ("urban_earlier.csv", "urban_observed.csv", "cities.csv"):
            (data / file).unlink()
        (data / "urban_history.csv").write_text("\n".join(comments + [rows[y] for y in years]) + "\n", encoding="utf-8")
        out = where / "records"
        status, _, words = run("--data", data, "--out", out)
        if name == "one year" and status == 1:
            continue # one observation may be refused
        good, _, said = drawn(out, where)
        check(f"{name}: drawn", status == 0 and good and "urban share" in (out / "urban.svg").read_text(encoding="utf-8"), (words, said))


def names(where):
    """A name is written as it is, with the quotes of print."""
    name = "A, \"b\" 'c' `touch t` $(touch t); #1 %s \\n <&>"
    data = edited(where, "places.csv", "Changsha,Changsha,长沙", 'Changsha,"' + name.replace('"', '""') + '\nx",长沙')
    out = where / "names"
    run("--data", data, "--out", out)
    good, said, words = drawn(out, where)
    check("drawn", good, words)
    label = name.replace('"', "“", 1).replace('"', "”", 1)
    impact = [t[4] for t in texts((out / "impact.svg").read_text(encoding="utf-8"))]
    check("the name is whole", any(t.startswith(label[:33]) for t in impact), impact[:3])
    short = [t[4] for t in texts((out / "carbon.svg").read_text(encoding="utf-8"))]
    check("a long name is cut where it says so", label[:16] + "…" in short, short)
    check("nothing was run", not [f for f in (where / "t", out / "t") if f.exists()])


def commands(where):
    """A folder's name and a file's lines are no commands."""
    for name in ("|touch evil", "a b'c\"d", "-x", "$(touch evil)", "`touch evil`", "line\nbreak"):
        out = where / name
        run("--data", places()["census"], f"--out={out}")
        good, said, words = drawn(name, where)
        check(f"{name!r}: drawn", good and (out / "urban.svg").exists() and (out / "urban.png").exists(), words)
    out = where / "lines"
    run("--data", places()["census"], "--out", out)
    with open(out / "figures.csv", "a", encoding="utf-8") as f:
        f.write('picture,,|touch evil\npicture,,../lines/evil\n"x\npicture,,carbon",,y\nsubject_local,,"""; system(\'touch evil\') #"\n')
    (out / "evil.gp").write_text("system('touch evil')\n")
    good, said, words = drawn(out, where)
    check("lines of a file: drawn", good, words)
    check("no command was run", not [f for f in where.rglob("evil")], list(where.rglob("evil")))


def fonts(where):
    """Letters that no font has are left out of the PNG, by letter, and told once with a package that has them."""
    out = where / "fonts"
    run("--data", places()["thai"], "--out", out)
    # a system without Thai: fc-list knows no font for U+0E00 to U+0E7F
    path = tool(where, "fc-list", 'case $1 in :charset=e[0-7]?) ;; *) echo Some ;; esac')
    tool(where, "gnuplot", 'mkdir -p "$TABLES"; cp -r "$4" "$TABLES/"; : >"$6.svg"')
    good, said, words = drawn(out, where, PATH=f"{where / 'tool-gnuplot'}:{path}", TABLES=str(where / "tables"))
    check("drawn without the font", good, words)
    check("one line names the package", said.count("\n") == 1 and "apt-get install fonts-thai-tlwg" in said and "ไ" not in said.split(":")[1], said)
    png = "".join(f.read_text(encoding="utf-8") for f in (where / "tables" / "png").iterdir())
    svg = "".join(f.read_text(encoding="utf-8") for f in (where / "tables" / "svg").iterdir())
    thai = re.compile("[\u0e00-\u0e7f]")
    check("no letter of it is in the PNG", not thai.search(png), thai.findall(png)[:5])
    check("the SVG has them", len(thai.findall(svg)) > 20)
    check("a name of which nothing is left is its place's key", all(line.split("\t")[1] == line.split("\t")[0] for line in
          (where / "tables" / "png" / "cities.tab").read_text(encoding="utf-8").splitlines()[1:]))
    good, said, words = drawn(out, where, PATH=tool(where, "fc-list", "echo Some"))
    check("with the font nothing is said", good and said == "", (said, words))
    run("--data", DATA, "--out", out)
    path = tool(where, "fc-list", "[ $1 = :charset=6c99 ] || echo Some") # one letter of Changsha
    good, said, words = drawn(out, where, PATH=f"{where / 'tool-gnuplot'}:{path}", TABLES=str(where / "tables"))
    cities = (where / "tables" / "png" / "cities.tab").read_text(encoding="utf-8")
    check("letter by letter", good and "沙" in said and "长" not in said and "fonts-noto-cjk" in said and "长" in cities and "沙" not in cities, said)


def readme(where):
    """The pictures that README shows are those of the outlook: they have the same words and figures."""
    out = where / "readme"
    run("--data", DATA, "--out", out)
    drawn(out, where)
    for kept in sorted((SRC / "examples" / "pictures").glob("*.svg")):
        old, new = ([t[4] for t in texts(f.read_text(encoding="utf-8"))] for f in (kept, out / kept.name))
        check(f"examples/pictures/{kept.name} is of these figures; if not, sh examples/run.sh, and copy build/outlook/{kept.name}",
              old == new, [t for t in new if t not in old][:3])


if __name__ == "__main__":
    if not shutil.which("gnuplot"):
        print("gnuplot is not here")
        sys.exit(77)
    sys.exit(finish([every_place, records, names, commands, fonts, readme]))
