"""The verdict of the city outlook, each figure again without the library; changed input.  One line a check."""

import csv
import itertools
import math
import os
import re
import shutil
import statistics
import subprocess
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, SRC, check, edited, figures, finish, near, rows, run  # noqa: E402

FACTORS = ("population", "gdp_per_head", "energy_per_gdp", "co2_per_energy")


def table(data, name):
    with open(data / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(line for line in f if line[:1] != "#"))


def log_mean(a, b):
    return a if a == b else (a - b) / math.log(a / b)


def lmdi(base, end):
    """Effects of the factors on their product, and its change."""
    a, b = math.prod(base), math.prod(end)
    return [log_mean(b, a) * math.log(y / x) for x, y in zip(base, end)] + [b - a]


def sen(series):
    return statistics.median((y - x) / (u - t) for (t, x), (u, y) in itertools.combinations(sorted(series.items()), 2))


def kendall(series):
    """Two-sided p of Mann and Kendall, no ties."""
    v = [series[y] for y in sorted(series)]
    s = sum((b > a) - (b < a) for a, b in itertools.combinations(v, 2))
    z = (s - (s > 0) + (s < 0)) / math.sqrt(len(v) * (len(v) - 1) * (2 * len(v) + 5) / 18)
    return math.erfc(abs(z) / math.sqrt(2))


class Expected:
    """What the verdict should be, from the input alone."""

    def __init__(self, data):
        kaya = {int(r["year"]): [float(r[c]) for c in ("population_thousand", "gdp", "energy", "co2")]
                for r in table(data, "carbon_kaya.csv")}
        goal = table(data, "carbon_goals.csv")[0]
        self.co2 = {y: v[3] for y, v in kaya.items()}
        self.gdp = {y: v[1] for y, v in kaya.items()}
        self.factor = {y: [p, g / p, e / g, f / e] for y, (p, g, e, f) in kaya.items()}
        self.intensity = {y: v[3] / v[1] for y, v in kaya.items()}
        self.first, self.last = min(kaya), max(kaya)
        self.base, self.end, self.window = (int(goal[c]) for c in ("base_year", "target_year", "window_years"))
        self.cut, self.growth = float(goal["cut"]), float(goal["gdp_growth"])
        self.part = [float(goal[c]) for c in ("energy_part", "energy_low", "energy_high")]
        self.target = self.intensity[self.base] * (1 - self.cut)

    def left(self, year, part=1.0):
        return (1 - self.cut) ** (part * (year - self.base) / (self.end - self.base))

    def change(self, year):
        """Chained from the first year."""
        steps = [lmdi(self.factor[y - 1], self.factor[y]) for y in range(self.first + 1, year + 1)]
        return [math.fsum(s[k] for s in steps) for k in range(5)]

    def gap(self, year, part):
        p, g = self.factor[year][:2]
        e, f = self.factor[self.base][2:]
        return lmdi([p, g, e * self.left(year, part), f * self.left(year, 1 - part)], self.factor[year])

    def way(self, year):
        """CO2 on the target path."""
        gdp = self.gdp.get(year) or self.gdp[self.last] * (1 + self.growth) ** (year - self.last)
        return self.intensity[self.base] * self.left(year) * gdp

    def track(self, series, target, window):
        now, n = series[self.last], self.end - self.last
        recent = {y: v for y, v in series.items() if y > self.last - window}
        slope, rate = sen(recent), sen({y: math.log(v) for y, v in recent.items()})
        required, compound = (now - target) / n, 1 - (target / now) ** (1 / n)
        return {"required": required, "required_compound": compound, "achieved": -slope, "achieved_compound": 1 - math.exp(rate),
                "ratio": -slope / required, "ratio_compound": (1 - math.exp(rate)) / compound,
                "crossing": self.last + (now - target) / -slope,
                "crossing_compound": self.last + math.log(target / now) / rate, "overshoot": (slope + required) * n * n / 2}


def same(name, value, expected, tolerance=1e-10):
    near(name, value, expected, tolerance * max(1, abs(expected)))


def compare(where, out, data):
    e, given = Expected(data), figures(out)
    with_year = {int(r["year"]): r for r in rows(out / "verdict.csv")}
    check("verdict.csv has every year", sorted(with_year) == list(range(e.first, e.end + 1)))
    for year, r in with_year.items():
        seen = year <= e.last
        check(f"{year} says what it is", r["kind"] == ("observed" if seen else "assumed"), r)
        cells = {"co2": e.co2.get(year), "intensity_g": e.intensity.get(year),
                 "way_intensity_g": e.intensity[e.base] * e.left(year) if year >= e.base else None,
                 "way_co2": e.way(year) if year >= e.base else None}
        change = e.change(year) if seen else [None] * 5
        gap = e.gap(year, e.part[0]) if e.base <= year <= e.last else [None] * 5
        cells.update({f"change_{k}": v for k, v in zip((*FACTORS, "total"), change)})
        cells.update({f"gap_{k}": v for k, v in zip((*FACTORS, "total"), gap)})
        wrong = [k for k, v in cells.items() if (v is None) != (r[k] == "") or
                 v is not None and abs(float(r[k]) - v) > 1e-9 * max(1, abs(v))]
        check(f"{year}: {len(cells)} cells", not wrong, [(k, r[k], cells[k]) for k in wrong])
    peak_year = max(e.co2, key=lambda y: (e.co2[y], -y))
    same("peak year", given["verdict_peak_year"], peak_year)
    same("peak", given["verdict_peak_co2"], e.co2[peak_year])
    after = {y: v for y, v in e.co2.items() if y > peak_year}
    if len(after) >= 3:
        same("p since the peak", given["verdict_p"], kendall(after))
        same("slope since the peak", given["verdict_slope"], sen(after))
    else:
        check("nothing to test since the peak", given["verdict_p"] == given["verdict_slope"] == "", given["verdict_p"])
    recent = {y: v for y, v in e.co2.items() if y > e.last - e.window}
    same("p of the window", given["verdict_recent_p"], kendall(recent))
    same("slope of the window", given["verdict_recent_slope"], sen(recent))
    now, n = e.intensity[e.last], e.end - e.last
    for key, value in (("target", e.target), ("done", 1 - now / e.intensity[e.base]),
                       ("cut_so_far", 1 - (now / e.intensity[e.base]) ** (1 / (e.last - e.base))),
                       ("cut_required", 1 - (e.target / now) ** (1 / n)), ("allowed", e.way(e.end)),
                       ("flat_growth", (now / e.target) ** (1 / n) - 1),
                       ("beyond", math.fsum(e.co2[y] - e.way(y) for y in range(e.base, e.last + 1)))):
        same(key, given[f"verdict_{key}"], value)
    for name, window in (("gdp", e.window), ("gdp_half", (e.window + 1) // 2)):
        for key, value in e.track(e.intensity, e.target, window).items():
            same(f"{name} {key}", given[f"verdict_{name}_{key}"], value)
    ends = lmdi(e.factor[e.first], e.factor[e.last])
    for k, name in enumerate(FACTORS):
        same(f"{name}, ends only", given[f"verdict_ends_{name}"], ends[k])
        for bound, part in zip(("low", "high"), e.part[1:]):
            same(f"{name}, {bound} part", given[f"verdict_gap_{bound}_{name}"], e.gap(e.last, part)[k])
    a, b = (math.log(e.factor[e.last][k] / e.factor[e.base][k]) for k in (2, 3))
    same("division so far", given["verdict_part_so_far"], a / (a + b))

    history = {int(r["year"]): float(r["co2"]) for r in rows(out / "carbon.csv") if r["kind"] == "observed"}
    then = float(rows(out / "carbon.csv", year=e.end)[0]["co2"])
    same("the path's level", given["verdict_path"], then)
    track = e.track(history, then, e.window)
    for key in ("required", "achieved", "overshoot"):
        same(f"path {key}", given[f"verdict_path_{key}"], track[key])
    same("growth that the path needs", given["verdict_path_growth"], (now * then / history[e.last] / e.target) ** (1 / n) - 1)
    return e, given


def bundled(where):
    out = where / "out"
    status, report, words = run("--data", DATA, "--out", out)
    check("reported, silently", status == 0 and words == "", (status, words))
    e, given = compare(where, out, DATA)
    # the 50-digit decomposition of the same table
    last = rows(out / "verdict.csv", year=2023)[0]
    for name, value in zip(FACTORS, (1114.0741555090485, 15381.254927610781, -5767.5974644584761, -1818.1495016613519)):
        near(f"1990-2023, {name}", last[f"change_{name}"], value, 1e-8)
    check("classes", (given["verdict_peak"], given["verdict_gdp_verdict"], given["verdict_gdp_half_verdict"]) ==
          ("not peaked", "off track", "off track"), given)
    flat = re.sub(r"\s+", " ", report)
    for text in ("CO2 from energy: not peaked; the largest value of 1990 to 2023 is 11,218 Mt in 2023, the last year",
                 "The goal for 2030 is off track: CO2 per GDP 65 % below 2005; in 2023 it was 52.5 % below", "annual cut, % 4.27 2.91 2.03",
                 "goal reached at this rate 2033 2038", "With GDP +4.5 % a year (assumed) it allows 11,249 Mt in 2030; above +4.46 % a year CO2 may rise.",
                 "15th five-year plan, -17 % on 2025 by 2030: CO2 may be +3.4 % on 2025 (GDP +4.5 % a year assumed)"):
        check(f"the report says: {text}", text in flat)
    full = re.sub(r"\s+", " ", run("--data", DATA, "--full")[1])
    for text in ("The goal is a peak before 2030", "The goal is 481.3 g per USD of 2015; in 2023 it was 653.2 g", "goal reached at this rate 2033 2038 achieved/required, % 0.682 0.475", "goal reached at this cut in g 2031 2035 achieved/required, g 0.870 0.565",
                 "GDP grows by 4.59 % per year or more", "8,483 Mt of CO2 less than on the target path",
                 "energy per GDP -5,768 -5,799 +258 -585 to 1,101", "together +8,910 +8,910 +127", "divided 73 to 27",
                 "these figures do not determine which factor lags"):
        check(f"the full report says: {text}", text in full)


def other_table(where, change):
    """The bundled table with other CO2: change(year, value)."""
    lines = (DATA / "carbon_kaya.csv").read_text(encoding="utf-8").splitlines()
    for i, line in enumerate(lines):
        cells = line.split(",")
        if line[:1] != "#" and cells[0] != "place":
            cells[9] = repr(change(int(cells[1]), float(cells[9])))
            lines[i] = ",".join(cells)
    data = edited(where, "carbon_kaya.csv", "place,year", "place,year")
    (data / "carbon_kaya.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return data


def drawn(out):
    done = subprocess.run(["sh", SRC / "examples" / "plots" / "draw.sh", out], capture_output=True, env={**os.environ, "LC_ALL": "C"})
    check("drawn, silently", done.returncode == 0 and done.stderr == b"", done.stderr)
    return (out / "verdict.svg").read_text(encoding="utf-8") if done.returncode == 0 else ""


def changed(where):
    """Another row gives other figures, another report and another picture."""
    out, before, pictures = where / "changed", run("--data", DATA)[1], bool(shutil.which("gnuplot"))
    goals = (DATA / "carbon_goals.csv").read_text(encoding="utf-8").splitlines()[-2]
    for name, data, text, label in (
        ("a last value", edited(where, "carbon_kaya.csv", "11218.37484", "10418.37484"), "10,576 Mt in 2022", "maximum 10.58 Gt in 2022"),
    ):
        status, report, words = run("--data", data, "--out", out)
        check(f"{name} gives another report", status == 0 and report != before and text in report, (status, words))
        compare(where, out, data)
        if pictures:
            check(f"the picture says {label}", label in drawn(out))
    for name, old, new, text, label in (
        ("a cut", "2005,0.65,", "2005,0.60,", "CO2 per GDP 60 % below 2005", "60 % below"),
        ("a target year", ",2030,2030,", ",2035,2030,", "The goal for 2035", "off track"),
        ("a growth", ",0.045,", ",0.03,", "With GDP +3 % a year", "if GDP grows by 3 % per year"),
        ("a division", ",0.75,", ",0.7,", None, "70 % to energy per GDP is assumed"),
        ("a window", ",10,", ",18,", "2006-2023", "last 18 years"),
        ("a long window", ",10,", ",30,", "The goal for 2030 is off track: ", "at this rate reached in 2032"),
    ):
        data = edited(where, "carbon_goals.csv", goals, goals.replace(old, new))
        status, report, words = run("--data", data, "--out", out)
        check(f"{name} gives another report", status == 0 and (text is None or report != before) and (text is None or text in re.sub(r"\s+", " ", report)), (status, words))
        if name != "a target year":  # the path of section 3 is then in its decline
            compare(where, out, data)
        if pictures and name != "a target year":
            check(f"the picture says {label}", label in drawn(out))
    for word, change, goal in (
        ("peaked", lambda y, v: v * (0.9 ** (y - 2015) if y > 2015 else 1) * (3 if y == 2015 else 1), "already met"),
        ("rebounding", lambda y, v: v * (8 if y == 1991 else 1), None),
        ("on a plateau", lambda y, v: 12000 - abs(y - 2015) if y < 2016 else 11000 + 10 * (y % 2), None),
    ):
        status, report, words = run("--data", other_table(where, change), "--out", out)
        check(f"another history: {word}", status == 0 and f"CO2 from energy: {word};" in report, (status, words))
        if goal:
            check(f"and the goal is {goal}", f"The goal for 2030 is {goal}:" in report)
        if pictures:
            check(f"the title says {word}", f"CO₂ {word}" in drawn(out))
    for verdict, change in (("moving away", lambda y, v: v * 1.1 ** max(0, y - 2013)), ("on track", lambda y, v: v * 0.985 ** max(0, y - 2018))):
        status, report, words = run("--data", other_table(where, change), "--out", out)
        check(f"CO2 of which the goal is {verdict}", status == 0 and f"The goal for 2030 is {verdict}:" in report, (status, words, report))
    data = edited(where, "carbon_goals.csv", goals, goals.replace(",2030,2030,", ",2020,2019,"))
    status, report, words = run("--data", data, "--out", out)
    check("a goal whose year is over is missed", status == 0 and "The goal for 2020 is missed:" in report, words)
    held = [rows(out / "verdict.csv", year=y)[0]["way_intensity_g"] for y in (2020, 2023)]
    near("after its year the target path stays constant", held[1], float(held[0]), 1e-9)
    if pictures:
        check("the title says missed", "goal for 2020 missed" in drawn(out))


if __name__ == "__main__":
    sys.exit(finish([bundled, changed]))
