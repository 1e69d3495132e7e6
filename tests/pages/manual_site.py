#!/usr/bin/env python3
"""The manual as a site and as a book: no dead link, a way back from every page, and in Chromium its search and its look.

Without mandoc the test is skipped; without Chromium its part of the test is, by name.
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
SRC = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SRC / "man" / "site"))
from book import book, chapters  # noqa: E402
from web import Site  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FIRST = {"tcre": "skpi_carbon_warming.3", "percentiles": "skpi_ensemble_result_mean.3", "kaya": "skpi_carbon_kaya.3",
         "mann-kendall": "skpi_series_trend.3", "two regions": "skpi_urban_two_region.3", "lmdi": "skpi_carbon_lmdi.3"}
SHOWN = ("index.html", "names.html", "skpi_urban_project.3.html", "skpi_carbon_path_value.3.html", "smartkpi_urban.7.html")
WIDTHS = ((1280, 800), (390, 844))
LOOK = """<script>
addEventListener("load", () => {
  const wide = document.documentElement.clientWidth, beyond = [], tasks = [...document.querySelectorAll("details")];
  document.querySelectorAll("h1,h2,p,li,a,summary,dt,dd,pre,table,input").forEach(e => {
    const b = e.getBoundingClientRect();
    if (!e.closest("table") && b.width && b.right > wide + 0.5) beyond.push(e.tagName + " " + e.textContent.slice(0, 40));
  });
  parent.postMessage(JSON.stringify({name: NAME, beyond: beyond, whole: document.documentElement.scrollWidth, wide: wide,
    tasks: tasks.length, low: Math.max(0, ...tasks.map(t => t.getBoundingClientRect().bottom)),
    ink: getComputedStyle(document.body).color, ground: getComputedStyle(document.body).backgroundColor}), "*");
});
</script>"""
FOUND = """<script>
addEventListener("load", () => {
  const found = {};
  for (const q of WORDS) { show(q); found[q] = (document.querySelector("#found a") || {getAttribute: () => ""}).getAttribute("href"); }
  parent.postMessage(JSON.stringify({name: "found", found: found}), "*");
});
</script>"""
FRAMES = """<!DOCTYPE html><html lang="en"><head><title>frames</title></head><body>
<script>addEventListener("message", e => { const p = document.createElement("pre"); p.textContent = e.data; document.body.append(p); });</script>
%s</body></html>"""
failed = 0


def check(what, faults):
    global failed
    for fault in faults:
        failed += 1
        print(f"FAIL site: {what}: {fault}")
    if not faults:
        print(f"ok site: {what}")


def links(files):
    """Links to files and places that do not exist."""
    places = {n: set(re.findall(r'id="([^"]*)"', t)) for n, t in files.items()}
    for name, text in files.items():
        for href in map(html.unescape, re.findall(r'href="([^"]*)"', text)):
            file, _, place = href.partition("#")
            if file and file not in files:
                yield f"{name} links to {href}, which does not exist"
            elif place and place not in places[file or name]:
                yield f"{name} links to {href}, and there is no such place"


def back(files):
    for name, text in files.items():
        header = re.search(r"<header>.*?</header>", text, re.S)
        if not header or not {"index.html", "names.html"} <= set(re.findall(r'href="([^"]*)"', header[0])):
            yield f"{name} has no way back"


def unreached(files):
    seen, left = set(), ["index.html"]
    while left:
        name = left.pop()
        if name in seen or name not in files:
            continue
        seen.add(name)
        left += [h.partition("#")[0] for h in re.findall(r'href="([^"]*)"', files[name])]
    return [f"{n} is not reached from index.html" for n in sorted(set(files) - seen)]


def chromium(where, *arguments):
    run = subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={where / 'profile'}",
                          "--virtual-time-budget=20000", *arguments, "--dump-dom", f"file://{where}/frames.html"], capture_output=True,
                         timeout=300, env={**os.environ, "HOME": str(where)})
    told = [json.loads(html.unescape(t)) for t in re.findall(r"<pre>(.*?)</pre>", run.stdout.decode(errors="replace"), re.S)]
    return {t["name"]: t for t in told}


def looked(where, files):
    """A copy of each page in a frame of each width; what it tells of itself."""
    frames = []
    for name in SHOWN:
        for width, height in WIDTHS:
            copy = f"look-{width}-{name}"
            (where / copy).write_text(files[name].replace("</body>", LOOK.replace("NAME", json.dumps(copy)) + "</body>"), encoding="utf-8")
            frames.append(f'<iframe src="{copy}" width="{width}" height="{height}"></iframe>')
    words = FOUND.replace("WORDS", json.dumps(list(FIRST)))
    (where / "found.html").write_text(files["index.html"].replace("</body>", words + "</body>"), encoding="utf-8")
    (where / "frames.html").write_text(FRAMES % "\n".join([*frames, '<iframe src="found.html"></iframe>']), encoding="utf-8")
    return chromium(where), chromium(where, "--blink-settings=preferredColorScheme=0")


def bright(colour):
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


def shown(where, files):
    light, dark = looked(where, files)
    found = light.get("found", {}).get("found", {})
    check("search finds its page first", [f"'{q}' finds {found.get(q)} first and not {page}" for q, page in FIRST.items()
                                          if found.get(q) != page + ".html"])
    for width, height in WIDTHS:
        pages = [f"look-{width}-{n}" for n in SHOWN]
        missing = [p for p in pages if p not in light or p not in dark]
        check(f"Chromium shows the pages at {width}", [f"{p} is missing" for p in missing])
        if missing:
            continue
        check(f"nothing is wider than {width}", [f"{p}: {light[p]['beyond'] or light[p]['whole']}" for p in pages
                                                 if light[p]["beyond"] or light[p]["whole"] > light[p]["wide"]])
        first = light[pages[0]]
        check(f"the index by task is on the first screen at {width}",
              [] if first["tasks"] > 15 and first["low"] <= height else [f"{first['tasks']} tasks reach to {first['low']} of {height}"])
        check(f"light and dark at {width}", [p for p in pages if not (bright(light[p]["ground"]) > 600 > bright(light[p]["ink"]) and
                                                                      bright(dark[p]["ground"]) < 200 < bright(dark[p]["ink"]))])


def bound(man):
    """The book has every page of the manual in its outline, once, and each object is where the table says."""
    data, sheets = book(man)
    titles = [t.decode() for t in re.findall(rb"/Title \((\w+)\\\(", data)]
    wanted = [p.stem for topic, functions in chapters(man) for p in [topic, *functions]]
    yield from [f"{n} is not in the outline once" for n in sorted(set(wanted) | set(titles)) if titles.count(n) != 1]
    yield from [f"{p.name} is in no chapter" for p in man.glob("*.[37]") if not p.is_symlink() and p.stem not in wanted]
    table = data[int(re.search(rb"startxref\n(\d+)", data)[1]):]
    for i, at in enumerate(map(int, re.findall(rb"(\d{10}) 00000 n", table))):
        if not data[at:].startswith(b"%d 0 obj" % (i + 1)):
            yield f"object {i + 1} is not where the table says"
    if data.count(b"/Type /Page ") != sheets or f"/Count {sheets} ".encode() not in data:
        yield "the count of sheets is wrong"


def main():
    if not shutil.which("mandoc"):
        print("SKIP site: mandoc is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        Site(SRC / "man").write(where)
        files = {p.name: p.read_text(encoding="utf-8") for p in where.glob("*.html")}
        check(f"links of {len(files)} pages", list(links(files)))
        check("a way back from every page", list(back(files)))
        check("every page is reached", unreached(files))
        broken = dict(files, **{"names.html": files["names.html"].replace("skpi_urban_urgd.3.html", "skpi_urban_none.3.html"),
                                "smartkpi.7.html": re.sub(r"<header>.*?</header>", "", files["smartkpi.7.html"], flags=re.S),
                                "alone.html": files["names.html"]})
        check("the test sees a dead link", [] if list(links(broken)) else ["it is not seen"])
        check("the test sees a page without a way back", [] if list(back(broken)) else ["it is not seen"])
        check("the test sees a page that is not reached", [] if unreached(broken) else ["it is not seen"])
        if CHROMIUM:
            shown(where, files)
        else:
            print("skip site: Chromium is not installed")
    check("the book", list(bound(SRC / "man")))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
