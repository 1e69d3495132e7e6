"""The city index and the peers of the city outlook: weights, ranks, ranges, what moves them, stability.  One line a check."""

import csv
import math
import random
import re
import shutil
import sys

sys.dont_write_bytecode = True
from outlook_html import page  # noqa: E402
from outlook_run import DATA, check, edited, figures, finish, near, rows, run, squeezed  # noqa: E402

NAMES = ("mobility", "environment", "government", "economy", "people", "living")
HERE = ("Beijing", "Hong Kong", "Shanghai")


def table(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


CITIES = table("index_cities.csv")
CITY = [c["place"] for c in CITIES]
X = [[float(c[k]) for k in NAMES] for c in CITIES]
PRINTED = [float(c["index"]) for c in CITIES]


def solved(a, b):
    """Gauss and Jordan, with pivots."""
    n = len(b)
    m = [row[:] + [y] for row, y in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda k: abs(m[k][i]))
        m[i], m[p] = m[p], m[i]
        for k in range(n):
            if k != i:
                f = m[k][i] / m[i][i]
                m[k] = [x - f * y for x, y in zip(m[k], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def moments():
    mean = [sum(c) / len(X) for c in zip(*X)]
    return mean, [math.sqrt(sum((x - m) ** 2 for x in c) / (len(X) - 1)) for c, m in zip(zip(*X), mean)]


WEIGHT = solved([[sum(x[i] * x[j] for x in X) for j in range(6)] for i in range(6)], [sum(x[i] * y for x, y in zip(X, PRINTED)) for i in range(6)])
MEAN, SD = moments()
Z = [[(v - m) / s for v, m, s in zip(x, MEAN, SD)] for x in X]


def ranks(weights, scale, mean):
    score = []
    for x, z in zip(X, Z):
        values = [10 + 2 * v for v in z] if scale else x
        parts = [w * (math.log(v) if mean else v) for w, v in zip(weights, values)]
        score.append(sum(parts) / sum(weights))
    order = sorted(score, reverse=True)
    return [order.index(s) + 1 for s in score]


def drawn(random_numbers):
    return [w * random_numbers.uniform(0.75, 1.25) for w in WEIGHT], random_numbers.random() < 0.5, random_numbers.random() < 0.5


def quantile(values, p):
    """Type 7."""
    values = sorted(values)
    at = p * (len(values) - 1)
    low = int(at)
    return values[low] + (at - low) * (values[min(low + 1, len(values) - 1)] - values[low])


def weights(where, out, flat):
    found = rows(out / "index_weights.csv")
    check("six dimensions", [r["dimension"] for r in found] == list(NAMES))
    for r, w in zip(found, WEIGHT):
        near(f"weight of {r['dimension']}", r["weight_percent"], 100 * w / sum(WEIGHT), 1e-8)
    for r, known in zip(found, (0.2405, 0.1646, 0.1308, 0.1392, 0.1350, 0.1899)):  # over all 102 cities
        near(f"weight of {r['dimension']} over more cities", r["weight_percent"], 100 * known, 0.02)
    computed = [sum(w * v for w, v in zip(WEIGHT, x)) for x in X]
    mean, sd = sum(computed) / 42, math.sqrt(sum((y - sum(computed) / 42) ** 2 for y in computed) / 41)
    go = [sum(z[j] * (y - mean) / sd for z, y in zip(Z, computed)) / 41 for j in range(6)]
    for r, c in zip(found, go):
        near(f"correlation of {r['dimension']} with the index", r["correlation"], c, 1e-9)
    # balance: with these weights of z-scores every dimension correlates alike, as all have a weight
    balanced = [float(r["balanced_percent"]) / 100 for r in found]
    whole = [sum(w * v for w, v in zip(balanced, z)) for z in Z]
    alike = [sum(z[j] * y for z, y in zip(Z, whole)) for j in range(6)]
    check("balanced weights", min(balanced) > 0 and abs(sum(balanced) - 1) < 1e-12 and max(alike) - min(alike) < 1e-9 * max(alike), alike)
    check("what a weight is not", f"most with Living (correlation {max(go):.2f}), least with Mobility ({min(go):.2f}), which weighs most." in
          squeezed(run("--data", DATA, "--full")[1]))
    index = {r["place"]: r for r in rows(out / "index.csv")}
    check("42 cities", sorted(index) == sorted(CITY) and len(index) == 42)
    for city, x, y in zip(CITY, X, PRINTED):
        near(f"{city} as printed", index[city]["index"], y, 0)
        near(f"{city} computed", index[city]["computed"], sum(w * v for w, v in zip(WEIGHT, x)), 1e-7)
        near(f"{city} within one printed point", index[city]["computed"], y, 1)
    worst = max(abs(sum(w * v for w, v in zip(WEIGHT, x)) - y) for x, y in zip(X, PRINTED))
    near("the largest difference", worst, 0.685, 0.001)
    check("it is said", "The weights found meet every printed index within 0.7 points." in flat)
    check("what is uncertain is said", "Uncertain: first publisher and year." in flat)


def ranges(where, out, flat):
    """Against ranks counted here, with draws of our own."""
    index = {r["place"]: r for r in rows(out / "index.csv")}
    nominal = ranks(WEIGHT, 0, 0)
    check("ranks", [int(index[c]["rank"]) for c in CITY] == nominal)
    check("in their order", [int(r["rank"]) for r in rows(out / "index.csv")] == sorted(nominal))
    own = random.Random(7)
    a, b = ([drawn(own) for _ in range(2000)] for _ in range(2))
    ra, rb = ([ranks(*d) for d in draws] for draws in (a, b))
    for i, city in enumerate(CITY):
        seen = [r[i] for r in ra + rb]
        for key, p in (("rank_low", 0.05), ("rank_median", 0.5), ("rank_high", 0.95)):
            near(f"{city}: {key}", index[city][key], quantile(seen, p), 1)
        near(f"{city}: among the best ten", index[city]["top_percent"], 100 * sum(r <= 10 for r in seen) / len(seen), 4)
    moved = {}
    for f, key in enumerate(("weights", "scale", "mean")):
        mixed = [ranks(*[(x if k != f else y) for k, (x, y) in enumerate(zip(p, q))]) for p, q in zip(a, b)]
        for i, city in enumerate(CITY):
            seen = [r[i] for r in ra + rb]
            mean = sum(seen) / len(seen)
            variance = sum((r - mean) ** 2 for r in seen) / (len(seen) - 1)
            total = sum((r[i] - m[i]) ** 2 for r, m in zip(ra, mixed)) / (2 * len(ra) * variance)
            near(f"{city}: moved by {key}", index[city][f"{key}_percent"], 100 * total, 9)
            moved.setdefault(city, {})[key] = float(index[city][f"{key}_percent"])
    check("moved most by", all(index[c]["moved_by"] == max(moved[c], key=moved[c].get) for c in CITY))
    for city in HERE:
        r = index[city]
        row = f"{city} {int(r['index']):,} {r['rank']} {float(r['rank_low']):.0f} to {float(r['rank_high']):.0f} {float(r['top_percent']):.0f} {r['moved_by']}"
        check(f"the report says: {row}", row in flat)
    check("the report's own cities", [r["place"] for r in rows(out / "index.csv", own=1)] == list(HERE))
    check("what was varied", "Varied: weights by 25 %, scale (points, z-scores), mean (arithmetic, geometric); scale moves most." in flat)
    check("--full has all cities", len(re.findall(r"^  \S.* \d+ +\d+ to \d+ +\d+ +\d+ +\d+ +\d+ +(?:weights|scale|mean)$", run("--data", DATA, "--full")[1], re.M)) == 42)
    check("the same every time", (out / "index.csv").read_text() == (out.parent / "again" / "index.csv").read_text())


def peers(where, out, flat):
    found = rows(out / "peers.csv")
    check("five peers of each", [(r["place"], r["order"]) for r in found] == [(c, str(k)) for c in HERE for k in range(1, 6)])

    def away(i, k, w):
        return sum(f * (p - q) ** 2 for f, p, q in zip(w, Z[i], Z[k]))

    own, stays = random.Random(8), {}
    at = {c: CITY.index(c) for c in HERE}
    for _ in range(2000):
        w = [own.expovariate(1) for _ in NAMES]
        for c, i in at.items():
            for k in sorted((k for k in range(42) if k != i), key=lambda k: away(i, k, w))[:5]:
                stays[c, CITY[k]] = stays.get((c, CITY[k]), 0) + 1
    for c, i in at.items():
        nearest = sorted((k for k in range(42) if k != i), key=lambda k: away(i, k, [1] * 6))[:5]
        mine = [r for r in found if r["place"] == c]
        check(f"peers of {c}", [r["peer"] for r in mine] == [CITY[k] for k in nearest], mine)
        for r, k in zip(mine, nearest):
            near(f"{c}: distance to {r['peer']}", r["distance"], math.sqrt(away(i, k, [1] * 6)), 1e-12)
            near(f"{c}: {r['peer']} stays", r["stability_percent"], stays.get((c, r["peer"]), 0) / 20, 4)
            j = max(range(6), key=lambda j: (X[k][j] - X[i][j]) / SD[j])
            check(f"{c}: {r['peer']} is ahead in {r['ahead']}", (r["ahead"].lower(), float(r["lead"])) == (NAMES[j], X[k][j] - X[i][j]), r)
        line = f"{c} " + ", ".join(f"{r['peer']} {float(r['stability_percent']):.0f}" for r in mine[:3])
        check(f"the report says: {line}", line in flat)
    check("what the figure means", "% of weightings that keep each in the first 5" in flat and "under 50, only by the choice of weights" in flat)


def pictures(where, out, flat):
    """The bars of the page stand where the ranks are, and each has its city's name."""
    _, top, wrong = page(DATA, out)
    svg = next(s for s in top.all("svg") if s["aria-label"].startswith("Ranks of cities"))
    index = rows(out / "index.csv")
    bars, dots = list(svg.all("rect")), list(svg.all("circle"))
    ticks = {t.text(): float(t["x"]) for t in svg.all("text") if "quiet" in t.classes() and t.text().isdigit()}
    one, place = ticks["1"], (ticks["40"] - ticks["1"]) / 39
    names = [t for t in svg.all("text") if "quiet" not in t.classes()]
    check("a bar, a dot and a name for each city", len(bars) == len(dots) == len(names) == 42 and wrong == [])
    for r, bar, dot, name in zip(index, bars, dots, names):
        left, wide = float(bar["x"]), float(bar["width"])
        near(f"{r['place']}: its bar begins", (left + 3 - one) / place + 1, float(r["rank_low"]), 0.05)
        near(f"{r['place']}: its bar ends", (left + wide - 3 - one) / place + 1, float(r["rank_high"]), 0.05)
        near(f"{r['place']}: its dot", (float(dot["cx"]) - one) / place + 1, float(r["rank"]), 0.05)
        mine = r["place"] in HERE
        check(f"{r['place']}: its name and colour", name.text() == r["name"] and ("words-c" in name.classes()) == mine
              and (bar.classes() == ["bar-broad"]) == mine)
    shown = {row[0]: row[1:] for t in top.all("table") for row in [[c.text() for c in r.all("th", "td")] for r in t.all("tr")] if len(row) == 9}
    for r in index:
        cells = [f"{int(r['index']):,}", r["rank"], f"{float(r['rank_low']):.0f} to {float(r['rank_high']):.0f}"] + [
            f"{float(r[k + '_percent']):.0f}" for k in ("top", "weights", "scale", "mean")] + [r["moved_by"]]
        check(f"{r['place']}: its cells", shown.get(r["name"]) == cells, (shown.get(r["name"]), cells))
    stays = next(s for s in top.all("svg") if s["aria-label"].startswith("Peer cities"))
    labels = [t.text() for t in stays.all("text")]
    for r in rows(out / "peers.csv"):
        words = f"{r['name']}: {r['peer_name']} ({r['ahead']} {float(r['lead']):+,.0f})"
        check(f"picture of peers: {words}", words in labels and labels[labels.index(words) + 1] == f"{float(r['stability_percent']):.0f} %", labels)
    check("a peer that hangs on the weights is grey", [b.classes() == ["bar-other"] for b in stays.all("rect")] ==
          [float(r["stability_percent"]) < 50 for r in rows(out / "peers.csv")])
    check("the alternative text says who is first", "First is Montreal, rank 1 to 5" in next(svg.all("desc")).text())
    check("figures for the other pictures", figures(out)["index_rows"] == "42" and figures(out)["index_name"] == "Smart city index")


def bundled(where):
    out = where / "out"
    status, report, words = run("--data", DATA, "--out", out)
    check("reported, silently", status == 0 and words == "", (status, words))
    run("--data", DATA, "--out", where / "again")
    flat = squeezed(report)
    for part in (weights, ranges, peers, pictures):
        part(where, out, flat)


def left_out(where):
    data = edited(where, "index_cities.csv", "place,", "place,")
    (data / "index_cities.csv").unlink()
    out = where / "left"
    status, report, words = run("--data", data, "--out", out)
    for line in ("No index_cities.csv: no city index.", "No index_cities.csv: no peer cities."):
        check(f"left out: {line}", status == 0 and words == "" and line in report.splitlines(), words)
    check("and its files and heading", not list(out.glob("index*")) and not (out / "peers.csv").exists() and "City index" not in report)
    shutil.rmtree(out)
    lines = (DATA / "index_cities.csv").read_text(encoding="utf-8").splitlines()
    (data / "index_cities.csv").write_text("\n".join(t for t in lines if ",China," not in t) + "\n", encoding="utf-8")
    status, report, words = run("--data", data, "--out", out)
    check("no city of the country: the first ones are shown, and no peers, and it is said", status == 0 and words.count("\n") == 1
          and "index_cities.csv:" in words and "no row is a place of" in words
          and not (out / "peers.csv").exists()
          and "No city of index_cities.csv is of China: no peers." in report.splitlines()
          and re.search(r"^  Montreal .*\n  Amsterdam .*\n  Bergen .*\n  Copenhagen .*\n  Vancouver .*\nVaried", report, re.M), report[-900:])


def explained(where):
    """How the tables are made is told by --help and by their comments."""
    words = run("--help")[1]
    check("--help: the tables of both sections", re.search(r"^  city index +index_cities, index_dimensions$", words, re.M) and
          re.search(r"^  peer cities +index_cities, index_dimensions$", words, re.M), words)
    check("--help: how they belong together", "index_dimensions.csv names its dimensions" in squeezed(words))
    for name in ("index_cities.csv", "index_dimensions.csv"):
        lines = (DATA / name).read_text(encoding="utf-8").splitlines()
        told = [line for line in lines if line.startswith("#")]
        columns = next(line for line in lines if not line.startswith("#")).split(",")
        for column in columns:
            check(f"{name}: {column} is explained", column in NAMES or any(re.match(rf"# {column}  ", t) for t in told)
                  or (column == "index" and any("others " in t for t in told)))
        check(f"{name}: its source", any("Source of every column" in t and "Decoding Urban Intelligence" in t for t in told))


def changed(where):
    """Another row gives another report."""
    def said(file, old, new, *texts):
        status, report, words = run("--data", edited(where, file, old, new))
        check(f"{file}: {new}", status == 0 and words == "" and all(t in squeezed(report) for t in texts), (words, report[-1200:]))

    said("index_dimensions.csv", "index,Smart city index,,,second-hand,first publisher and year", "index,Wise index,,,second-hand,all of it",
         "Wise index, 42 cities", "Uncertain: all of it.")
    status, report, words = run("--full", "--data", edited(where, "index_dimensions.csv", "living,Living,,1,second-hand,first publisher and year", "living,Living,,1,guessed,all of it"))
    check("a dimension may be uncertain in another way", status == 0 and {"How the figures are known: second-hand.", "How Living is known: guessed.", "Uncertain in Living: all of it."} <= set(report.splitlines()), words)
    said("index_cities.csv", "Kuala Lumpur,Malaysia,", "Kuala Lumpur,China,", "Kuala Lumpur 4,652 35")
    weights_given = edited(where, "index_cities.csv", "place,", "place,")
    text = (weights_given / "index_dimensions.csv").read_text(encoding="utf-8")
    for name, weight in zip(NAMES, (1, 2, 1, 1, 1, 1)):
        text = re.sub(rf"^({name},[^,]*),,", rf"\g<1>,{weight},", text, flags=re.M)
    (weights_given / "index_dimensions.csv").write_text(text, encoding="utf-8")
    status, report, words = run("--data", weights_given)
    check("weights that do not meet the printed index are told", status == 0 and words == "" and re.search(
        r"With the weights given, 4\d of 42 printed indices are not met within a printed point: that of \w[\w ]* is [\d,]+, computed [\d,.]+\.",
        squeezed(report)), squeezed(report)[-1500:])


if __name__ == "__main__":
    sys.exit(finish([bundled, left_out, explained, changed]))
