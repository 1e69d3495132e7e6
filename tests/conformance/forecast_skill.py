#!/usr/bin/env python3
"""examples/forecast_skill on the published tables: it prints the strict evaluation of urban.md 11."""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile

import cases
from cases import close, finish, renamed, say, table

PROGRAM = pathlib.Path(os.environ.get("BUILDDIR") or cases.SOURCE / "build", "examples", "forecast_skill")
NAMES = {"entity": "place", "subregion": "group", "T0": "last_date", "law": "size_class"}
HORIZONS = (10, 18, 28)
OURS = {"shipped": "converging_default", "converging": "converging", "cautious": "cautious", "un": "un",
        "un_limited": "un_limited"}
INTERVALS = {"converging_reestimated": "converging", "cautious_reestimated": "cautious",
             "converging_shipped": "converging_default", "cautious_shipped": "cautious_default"}


def printed(text):
    return list(csv.DictReader(text.splitlines()))


def number(rows, column, **where):
    found = [r[column] for r in rows if all(r[k] == str(v) for k, v in where.items())]
    assert len(found) == 1, (column, where, found)
    return float(found[0])


def summary(rows):
    """What the program prints, under the names of urban_strict_summary.csv."""
    def value(quantity, horizon):
        kind, _, rest = quantity.partition("_")
        if kind == "n":
            return number(rows, "n", horizon=horizon, level="all", method="un")
        if kind == "gain":
            method, _, baseline = rest.partition("_")
            return number(rows, f"against_{baseline}_percent", horizon=horizon, level="all", method=OURS[method])
        if kind in ("rmse", "mae"):
            return number(rows, f"{kind}_points", horizon=horizon, level="all", method=OURS[rest])
        interval, level = next((i, rest[len(i) + 1:] or "all") for i in INTERVALS if rest.startswith(i)) \
            if kind == "coverage80" else (quantity.removeprefix("interval_score80_"), "all")
        where = {"horizon": horizon, "level": level, "method": INTERVALS[interval]}
        return 100 * number(rows, "coverage80", **where) if kind == "coverage80" else \
            number(rows, "interval_score80_points", **where)

    expected = table("urban", "urban_strict_summary.csv")
    close("urban_strict_summary", ((value(r["quantity"], h), float(r[f"h{h}"])) for r in expected for h in HORIZONS), 1e-11)
    gains = [f"{value('gain_converging_un_limited', h):.3f}" for h in HORIZONS]
    say(gains == ["-12.965", "-14.534", "-18.350"], "converging against the limited recursion", " ".join(gains))
    say(rows[0]["method"] == "un_limited", "the limited baseline stands first", rows[0]["method"])


def by_population(rows):
    gains = [number(rows, "weighted_against_un_limited_percent", horizon=h, level="all", method="converging")
             for h in HORIZONS]
    say([round(g) for g in gains] == [2, 7, 3], "converging by population: nothing is proved",
        " ".join(f"{g:+.2f}" for g in gains))


def other_starts(rows, run):
    """The rows of the table in urban.md 11 with another limit of the start, or the norm of 2018."""
    def gains(found, column):
        return [number(found, column, horizon=h, level="all", method="converging") for h in HORIZONS]

    def errors(found, method):
        return [number(found, "rmse_points", horizon=h, level="all", method=method) for h in HORIZONS]

    near = printed(run("--limit", "0.05").stdout)
    found = [f"{g:.1f}" for g in gains(near, "against_un_limited_percent")]
    say(found == ["-7.0", "-9.5", "-16.5"], "the start of both within 0.05", " ".join(found))
    found = [f"{g:.0f}" for g in gains(rows, "against_un_2018_percent")]
    say(found == ["-11", "-10", "-5"], "against the norm of 2018, the start of both within 0.1", " ".join(found))
    found = [f"{100 * (a / b - 1):+.0f}" for a, b in zip(errors(rows, "converging"), errors(near, "un_2018"))]
    say(found == ["-2", "-1", "+2"], "against the norm of 2018 with its start within 0.05", " ".join(found))


# 95 % ranges of that table, by a bootstrap of regions: method and column, and low and high at each horizon
RANGES = {("converging", "against_un"): ((-30, -10), (-30, -12), (-28, -16)),
          ("converging", "against_un_limited"): ((-17, -8), (-19, -10), (-23, -14)),
          ("cautious", "against_un_limited"): ((-11, -6), (-12, -7), (-13, -9)),
          ("converging", "against_un_2018"): ((-16, -6), (-15, -4), (-10, 1)),
          ("converging", "weighted_against_un_limited"): ((-22, 23), (-27, 24), (-36, 20))}


def ranges(rows):
    """Another stream of random numbers drew the groups of the table."""
    for (method, column), expected in RANGES.items():
        found = [tuple(number(rows, f"{column}_{end}", horizon=h, level="all", method=method) for end in ("low", "high"))
                 for h in HORIZONS]
        bar = 4 if column.startswith("weighted") else 1.5
        say(all(abs(f - e) <= bar for pair, two in zip(found, expected) for f, e in zip(pair, two)),
            f"{method} {column}: the range", " ".join(f"[{a:+.1f}, {b:+.1f}]" for a, b in found))


def populations(name):
    """Urban and rural people together."""
    urban, rural = (table("urban", f"wup2018_{part}_population_annual.csv") for part in ("urban", "rural"))
    rural = {r["entity"]: r for r in rural}
    with open(name, "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f)
        w.writerow(NAMES.get(name, name) for name in urban[0])
        w.writerows([v if k == "entity" else float(v) + float(rural[r["entity"]][k]) for k, v in r.items()] for r in urban)
    return name


def origins(rows, constants):
    found = []
    for r in table("urban", "urban_strict_origins.csv"):
        where = {"origin": r["origin"], "horizon": r["horizon"]}
        found += [(number(rows, "rmse_points", **where, method=OURS[m]), r[f"rmse_{m}"]) for m in OURS]
        found += [(100 * number(rows, "coverage80", **where, method=m), r[c]) for m, c in
                  (("converging", "coverage80_reestimated"), ("converging_default", "coverage80_shipped"))]
        found += [(number(rows, "n", **where, method="un"), r["n_scored"])]
        found += [(number(constants, ours, origin=r["origin"]), r[theirs]) for ours, theirs in
                  (("places", "n_areas"), ("pairs", "n_known_pairs"), ("mean_urgd", "m"), ("norm_constant", "law_a"),
                   ("converge_by", "phi_all"), ("part", "c_all"), ("width80", "C80"))]
    close("urban_strict_origins", ((a, float(b)) for a, b in found), 1e-11)


if not PROGRAM.exists():
    print("examples/forecast_skill is not built")
    sys.exit(77)
with tempfile.TemporaryDirectory() as out:
    def run(*options):
        groups, parameters, shares = (renamed(out, NAMES, "urban", f"{name}.csv") for name in (
            "urban_subregions", "un_method_parameters_by_country", "wup2018_percent_urban_annual"))
        return subprocess.run([PROGRAM, "--end", "2018", "--groups", groups, "--last", parameters, "--sizes", parameters,
                               *options, shares], capture_output=True, text=True)

    done = run("--levels", "--out", out, "--populations", populations(pathlib.Path(out, "people.csv")))
    say(done.returncode == 0 and not done.stderr, "it runs in silence", done.stderr)
    if done.returncode == 0:
        summary(printed(done.stdout))
        by_population(printed(done.stdout))
        ranges(printed(done.stdout))
        other_starts(printed(done.stdout), run)
        origins(*(printed(pathlib.Path(out, f"{name}.csv").read_text(encoding="utf-8"))
                  for name in ("skill", "skill_constants")))
finish("forecast_skill")
