"""The page of the city outlook: its form, headers of every figure, pictures, colours, escapes.  One line a check."""

import re
import sys
import unicodedata

sys.dont_write_bytecode = True
from outlook_html import contrast, page, places  # noqa: E402
from outlook_run import DATA, check, edited, finish, near, rows, run  # noqa: E402

ELEMENTS = set("html head meta title style body header main section nav h1 h2 h3 p ul ol li a bdi div table caption thead tbody tr th td "
               "details summary figure figcaption svg desc path circle rect text span tspan".split())


def form(name, text, top, wrong, out):
    check(f"{name}: every element is closed", wrong == [], wrong)
    used = {e.name for e in top.all(*ELEMENTS, "script", "pre", "img", "link", "iframe", "object", "embed", "use", "image", "foreignobject")}
    check(f"{name}: no script, no preformatted text, no picture from elsewhere", used <= ELEMENTS and not re.search(r"<(?!/|!)(\w+)", re.sub(
        "|".join(rf"<{e}\b" for e in ELEMENTS), "", text)), sorted(used - ELEMENTS))
    html = next(top.all("html"))
    check(f"{name}: language", html["lang"] == "en")
    check(f"{name}: one title, one main", len([e for e in top.all("title") if e.parent.name == "head"]) == 1 == len(list(top.all("main"))))
    levels = [int(e.name[1]) for e in top.all("h1", "h2", "h3")]
    check(f"{name}: headings without a gap", levels[0] == 1 and levels.count(1) == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)
    check(f"{name}: no heading is empty", all(e.text().strip() for e in top.all("h1", "h2", "h3", "summary", "caption", "figcaption", "a")))
    ids = re.findall(r' id="([^"]*)"', text)
    check(f"{name}: every id once", len(ids) == len(set(ids)), ids)
    links = [e["href"] for e in top.all("a")]
    here = {f.name for f in out.iterdir()}
    check(f"{name}: links stay on the page and in its folder", all(h[1:] in ids if h[0] == "#" else h in here for h in links), links)
    named = {i for e in top.all("section", "svg") for a in ("aria-labelledby", "aria-describedby") for i in (e[a] or "").split()}
    check(f"{name}: what names something is there", named <= set(ids), named - set(ids))
    check(f"{name}: no handler, no style, no source outside", not re.search(r"\s(on\w+|style|src|srcset|action|xlink:href)=", re.sub("<style>.*?</style>", "", text, flags=re.S))
          and not re.search(r"url\(|@import|https?:", text))
    listed = {li["id"] for li in top.all("li") if li["id"]}
    check(f"{name}: sources are numbered from 1", listed == {f"source-{k + 1}" for k in range(len(listed))} and len(listed) > 0, listed)


def languages(name, top):
    """Words in another script have their language, on themselves or on what holds them; not in titles, which hold no elements."""
    def unmarked(element, marked):
        for child in element.children:
            if not isinstance(child, str):
                if child.name not in ("title", "desc", "style"):
                    yield from unmarked(child, marked or (child["lang"] and child.name != "html"))
            elif not marked and any(unicodedata.category(c) == "Lo" and not unicodedata.name(c).startswith("LATIN") for c in child):
                yield child
    check(f"{name}: names in another script have their language", not list(unmarked(top, None)), list(unmarked(top, None))[:3])


def tables(name, top):
    every = list(top.all("table"))
    check(f"{name}: there are tables", len(every) > 1)
    for k, t in enumerate(every):
        heads = [h.text() for h in next(t.all("thead")).all("th")]
        check(f"{name}: table {k}: a caption and headers of columns", len(list(t.all("caption"))) == 1 and len(heads) > 1 and all(heads)
              and all(h["scope"] == "col" for h in next(t.all("thead")).all("th")), heads)
        for row in next(t.all("tbody")).all("tr"):
            cells = list(row.all("th", "td"))
            good = len(cells) == len(heads) and [c["scope"] for c in cells if c.name == "th"] == ["row"] and all(c.text().strip() for c in cells)
            labels = all(c["data-label"] in (None, h) for c, h in zip(cells, heads)) and (
                "cards" in t.classes() or all(c["data-label"] for c in cells if c.name == "td"))
            if not (good and labels):
                check(f"{name}: table {k}: every cell has its headers", False, [c.text() for c in cells])
        check(f"{name}: table {k}: roles stand where the style changes the form", t["role"] == "table" and
              all(e["role"] for e in t.all("tr", "th", "td")))


def letters(text):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def pictures(name, top):
    """Texts lie inside their picture and do not meet: each takes 0.64 of its size a column, as the program assumes."""
    for k, svg in enumerate(top.all("svg")):
        which = f"{name}: picture {k + 1}"
        _, _, width, height = map(float, svg["viewbox"].split())
        check(f"{which} has an alternative text", svg["role"] == "img" and len(svg["aria-label"]) > 10 and
              len(next(svg.all("desc")).text()) > 20 and next(svg.all("title")).text() == re.sub("[\u2068\u2069]", "", svg["aria-label"]))
        check(f"{which} stands in a figure beside a table", svg.parent.name == "figure" and any(
            e.name == "div" and list(e.all("table")) for e in svg.parent.parent.children if not isinstance(e, str)))
        check(f"{which}: no coordinate is missing", not re.search("nan|inf", " ".join(
            str(v) for e in svg.all("path", "circle", "rect", "text") for v in e.attributes.values())))
        boxes = []
        for t in svg.all("text"):
            x, y, wide = float(t["x"]), float(t["y"]), 0.64 * 12 * letters(t.text())
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[t["text-anchor"]]
            boxes.append((left, y - 9, left + wide, y + 2, t.text()))
        outside = [b for b in boxes if b[0] < -1 or b[1] < -1 or b[2] > width + 2 or b[3] > height + 1]
        check(f"{which}: texts are inside", not outside, outside)
        met = [(a[4], b[4]) for i, a in enumerate(boxes) for b in boxes[:i] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
        check(f"{which}: texts do not meet", not met, met)


def every_place(where):
    for name, data in places().items():
        out = where / name
        text, top, wrong = page(data, out)
        form(name, text, top, wrong, out)
        languages(name, top)
        tables(name, top)
        pictures(name, top)


def colours(where):
    """WCAG 2: 4.5 for letters, 3 for shapes, in both schemes."""
    near("contrast of black and white", contrast("#000000", "#ffffff"), 21, 1e-12)
    near("contrast of #777777 and white", contrast("#777777", "#ffffff"), 4.48, 0.005)
    text, top, _ = page(DATA, where / "colours")
    style = next(top.all("style")).text()
    schemes = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    check("two schemes of the same names", len(schemes) == 2 and schemes[0].keys() == schemes[1].keys())
    for scheme, words in zip(schemes, ("light", "dark")):
        for colour in ("ink", "quiet", "link", "b", "c", "d"):
            for ground in ("ground", "card"):
                check(f"{words}: letters in {colour} on {ground}", contrast(scheme[colour], scheme[ground]) >= 4.5, contrast(scheme[colour], scheme[ground]))
        for colour in "abcde":
            check(f"{words}: shapes in {colour}", contrast(scheme[colour], scheme["ground"]) >= 3)
        for line, area in (("b", "band"), ("c", "band-c"), ("a", "band"), ("a", "band-c")):
            check(f"{words}: {line} on {area}", contrast(scheme[line], scheme[area]) >= 3, contrast(scheme[line], scheme[area]))
    names = set(re.findall(r"var\(--([\w-]+)\)", style))
    check("every colour that is used is in the schemes", names <= schemes[0].keys(), names - schemes[0].keys())
    used = {c for e in top.all("path", "circle", "rect", "text") for c in e.classes()}
    check("every class of a picture has a style", all(re.search(rf"\.{c}\b", style) or c == "words" for c in used), used)


def shown(value, decimals):
    return f"{float(value):,.{decimals}f}"


def same_figures(where):
    """Headlines, tables and pictures have the figures of the CSV files."""
    out = where / "same"
    text, top, _ = page(DATA, out)
    cards = next(t for t in top.all("table") if "cards" in t.classes())
    report = run("--data", DATA)[1]
    heads = re.findall(r"^\d  (.+?) {2,}\S", report, re.M)
    check("a card for each headline", [next(c for c in row.all("td")).text() for row in next(cards.all("tbody")).all("tr")] == heads, heads)
    whole = {t.text() for t in top.all("td", "th")}
    drawn = {t.text() for t in top.all("text")}
    last = rows(out / "urban.csv")[-1]
    for column, name in (("share_percent", "cautious {}"), ("low_percent", "80 %: from {}"), ("high_percent", "80 %: to {}"), ("recursion_percent", "recursion {}")):
        check(f"{column} in table and picture", (shown(last[column], 1) in whole or "range" in name or "80 %" in name) and name.format(shown(last[column], 1)) in drawn, drawn)
    check("range in a cell", f"{shown(last['low_percent'], 1)} to {shown(last['high_percent'], 1)}" in whole)
    for r in rows(out / "cities.csv", year=rows(out / "cities.csv")[-1]["year"]):
        value = shown(r["population_thousand"], 0)
        check(f"{r['name']} in table and picture", value in whole and f"{r['name']} {r['name_local']} {value}" in drawn)
    for r in rows(out / "carbon_shares.csv")[:-1]:
        check(f"{r['name']}: its budget in table and picture", shown(r["co2"], 3) in whole and shown(r["co2"], 3) in drawn)
    svg = next(s for s in top.all("svg") if "Urban share" in s["aria-label"])
    circles = [(float(c["cx"]), float(c["cy"])) for c in svg.all("circle") if "mark" in c.classes()]
    since = rows(out / "urban_observed.csv")
    ticks = {t.text(): float(t["y"]) - 4 for t in svg.all("text") if t["text-anchor"] == "end" and "quiet" in t.classes()}
    zero, hundred = ticks["0"], ticks["100"]
    for r, (_, y) in zip(since, circles):
        near(f"circle of {r['date']}", 100 * (zero - y) / (zero - hundred), float(r["share_percent"]), 0.05)
    check("later circles stand to the right", [c[0] for c in circles[:len(since)]] == sorted(c[0] for c in circles[:len(since)]))


def changed(where):
    for file, old, new, cell, label in (
            ("digital.csv", "14089.1,CNY,bn,0.105", "14289.1,CNY,bn,0.105", "10.600", "10.600"),
            ("urban_history.csv", "China,2022,0.6521764", "China,2022,0.6621764", "66.2", "66.2 in 2022"),
            ("carbon.csv", ",12.2,", ",12.4,", "12.19", "12.4 in 2028"),
            ("places.csv", "Changsha,Changsha,", "Changsha,Star City,", "Star City", "Star City 长沙")):
        _, top, _ = page(edited(where, file, old, new), where / "changed")
        check(f"{file}: another cell", any(cell in c.text() for c in top.all("td", "th")), cell)
        check(f"{file}: another label", label in {t.text() for t in top.all("text")}, label)


def escaped(where):
    """Names and sources are texts, whatever they hold."""
    name = "<b>&amp;</b> \"x\" 'y' --> </svg><script>alert(1)</script>"
    data = edited(where, "places.csv", "Changsha,Changsha,长沙", 'Changsha,"' + name.replace('"', '""') + '",<i>\u202e长</i>')
    for file in data.glob("*.csv"):
        content = file.read_text(encoding="utf-8")
        file.write_text(content.replace("Global Carbon Budget 2024", "<a href=https://x>Budget</a>"), encoding="utf-8")
    text, top, wrong = page(data, where / "escaped")
    check("the form stays", wrong == [] and "<script" not in text and "<b>" not in text and "<i>" not in text and "https" not in
          "".join(re.findall(r"<[^>]*>", text)), wrong)
    check("the name is whole in cells", any(c.text() == name for c in top.all("td", "th")))
    check("and in the title", name in next(top.all("title")).text())
    check("and begins a label", any(t.text().startswith("<b>&amp;</b>") for t in top.all("text")))
    check("the source is a text", any("<a href=https://x>Budget</a>" in li.text() for li in top.all("li")))
    broken = edited(where, "places.csv", "Changsha,Changsha,长沙", 'Changsha,"Chang\nsha",长沙')
    text, top, wrong = page(broken, where / "escaped")
    check("a line break in a name becomes a space", wrong == [] and any(c.text() == "Chang sha" for c in top.all("td", "th")))
    for control in ("\x1b[31m", "\x07", "\x7f", "\x9b31m"):
        data = edited(where, "places.csv", "Changsha,Changsha,长沙", f"Changsha,Chang{control}sha,长沙")
        status, report, words = run("--data", data)
        check(f"{control!r} in a name is refused", status == 1 and report == "" and re.search(r"places.csv:\d+:2: a control character", words)
              and control not in words, (status, words))


if __name__ == "__main__":
    sys.exit(finish([every_place, colours, same_figures, changed, escaped]))
