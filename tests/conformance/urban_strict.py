#!/usr/bin/env python3
"""The strict evaluation of urban.md 11: at each origin every constant is estimated from what was known then, and from
other subregions.  All of it is done by the library's functions."""
import time

from cases import close, finish, groups, say, smartkpi, table
from smartkpi import series, urban

import urban_panel

UN, CONVERGING = smartkpi.SKPI_URBAN_METHOD_UN, smartkpi.SKPI_URBAN_METHOD_CONVERGING
CAUTIOUS = smartkpi.SKPI_URBAN_METHOD_CAUTIOUS
HORIZONS, ORIGINS, END = (10, 18, 28), range(1970, 2009, 2), 2018
NAMES, SHARE, REGION, LAST = urban_panel.areas()
REGIONS = sorted(set(REGION))
INTERVALS = (("converging", "reestimated"), ("cautious", "reestimated"), ("converging", "shipped"), ("cautious", "shipped"))
METHODS = ("un", "un_limited", "converging", "cautious", "shipped", "cautious_shipped")


def observations(found):
    known = groups(table("urban", "urban_observations.csv"), "entity")
    got = [(e, o) for e, place in zip(NAMES, found) for o in place]
    expected = [(r["entity"], float(r["date"]), float(r["share"])) for rows in known.values() for r in rows]
    say(sum(map(bool, found)) == 158 and len(got) == len(expected) == 1700 and
        [e for e, _ in got] == [e for e, _, _ in expected], "urban_observations",
        f"{len(got)} observations of {sum(map(bool, found))} areas")
    close("their dates and shares", ((a, b) for (_, o), (_, *x) in zip(got, expected) for a, b in zip(o, x)), 1e-12)


class Origin:
    """Forecasts from one origin for 10, 18 and 28 years later, as far as the table goes."""

    def __init__(self, origin, panel):
        self.origin = origin
        fit = self.fit = urban.converging_fit(urban_panel.history([p for _, p in panel]), len(REGIONS),
                                              [REGIONS.index(REGION[i]) for i, _ in panel], [.8], known_to=origin,
                                              origin=list(range(1956, 2015, 2)))
        usable = [(i, [o for o in place if o[0] <= origin + 1e-9]) for k, (i, place) in enumerate(panel) if fit.usable[k]]
        self.areas, self.places = [i for i, _ in usable], [p for _, p in usable]
        self.years = [h for h in HORIZONS if origin + h <= END]
        law = {"norm": [fit.norm]}
        limited = {"urgd_min": -.1, "urgd_max": .1}
        self.share = {"un": self.project(method=UN, window=[4], **law),
                      "un_limited": self.project(method=UN, window=[4], **law, **limited),
                      "shipped": self.project(method=CONVERGING), "cautious_shipped": self.project(method=CAUTIOUS, **law),
                      "converging": self.regions(method=CONVERGING), "cautious": self.regions(method=CAUTIOUS, **law)}
        self.urgd = [r[0] for r in urban.window_urgd(urban_panel.history(self.places), [4])]

    def project(self, places=None, **options):
        return urban.project_history(urban_panel.history(places or self.places), self.origin + HORIZONS[0],
                                     self.years[-1] - HORIZONS[0] + 1, **options).share

    def regions(self, **options):
        """Each subregion with the constants that the others give."""
        out = [None] * len(self.areas)
        for g, region in enumerate(REGIONS):
            own = [k for k, i in enumerate(self.areas) if REGION[i] == region]
            if own:
                found = self.project([self.places[k] for k in own], converge_by=self.fit.without_by[g],
                                     converge_to=self.fit.without_to[g], **options)
                for k, row in zip(own, found):
                    out[k] = row
        return out

    def at(self, method, horizon, rows):
        return [self.share[method][k][horizon - HORIZONS[0]] for k in rows]

    def interval(self, method, form, horizon, rows):
        cautious = method == "cautious"
        around = {"converging": "shipped", "cautious": "cautious_shipped"}[method] if form == "shipped" else method
        width = (self.fit.cautious_width if cautious else self.fit.width)[0]
        last = [self.places[k][-1] for k in rows]
        return urban.converging_interval([d for d, _ in last], [p for _, p in last],
                                         [[p] for p in self.at(around, horizon, rows)], [self.urgd[k] for k in rows],
                                         self.origin + horizon, method=CAUTIOUS if cautious else CONVERGING,
                                         **({"width": width} if form == "reestimated" else {}))

    def scores(self, horizon):
        """Truths, and of each method forecasts, of each interval both ends, in points of percent."""
        column = self.origin + horizon - urban_panel.YEARS[0]
        rows = [k for k, i in enumerate(self.areas) if 0 < SHARE[i][column] < 1]
        points = lambda shares: [100 * p for p in shares]  # noqa: E731
        ends = {(m, f): self.interval(m, f, horizon, rows) for m, f in INTERVALS}
        return {"truth": points(SHARE[self.areas[k]][column] for k in rows),
                **{m: points(self.at(m, horizon, rows)) for m in METHODS},
                "last": [self.places[k][-1][1] for k in rows],
                **{(*key, "low"): points(p[0] for p in r.low) for key, r in ends.items()},
                **{(*key, "high"): points(p[0] for p in r.high) for key, r in ends.items()}}


def errors(cell):
    return series.score([cell[m] for m in METHODS], cell["truth"])


def covered(cell, method, form):
    """Coverage in percent, and interval score."""
    r = series.score([cell[method]], cell["truth"], low=[cell[method, form, "low"]], high=[cell[method, form, "high"]])
    return 100 * r.coverage[0], r.interval_score[0]


def pooled(cells):
    return {key: [v for cell in cells for v in cell[key]] for key in cells[0]}


def subset(cell, keep):
    return {key: [v for v, p in zip(values, cell["last"]) if keep(p)] for key, values in cell.items()}


def strict_origins():
    rows, found = table("urban", "urban_strict_origins.csv"), []
    own = REGIONS.index(5501)
    for row in rows:
        o, cell = by_year[int(row["origin"])], results[int(row["origin"]), int(row["horizon"])]
        fit, rmse = o.fit, dict(zip(METHODS, errors(cell).rmse))
        found += [(fit.place_count, row["n_areas"]), (len(cell["truth"]), row["n_scored"]), (fit.mean, row["m"]),
                  (fit.norm[0], row["law_a"]), (fit.pair_count, row["n_known_pairs"]), (fit.by, row["phi_all"]),
                  (fit.part, row["c_all"]), (fit.without_by[own], row["phi_without_5501"]),
                  (fit.without_part[own], row["c_without_5501"]), (fit.width[0], row["C80"]),
                  *((rmse[m], row[f"rmse_{m}"]) for m in METHODS[:5]),
                  *((covered(cell, "converging", f)[0], row[f"coverage80_{f}"]) for f in ("reestimated", "shipped"))]
    close("urban_strict_origins", ((a, float(b)) for a, b in found), 1e-11)
    close("urban_strict_origins, slope of the norm", ((-by_year[int(r["origin"])].fit.norm[1], float(r["law_b"])) for r in rows), 1e-12, 1)


def strict_summary():
    """Pooled over the origins; intervals from 1976 on, where the constants rest on enough pairs."""
    levels = {"": lambda p: True, "_below25": lambda p: p < .25, "_25to50": lambda p: .25 <= p < .5,
              "_50to75": lambda p: .5 <= p < .75, "_above75": lambda p: p >= .75}
    rows = {r["quantity"]: [float(r[f"h{h}"]) for h in HORIZONS] for r in table("urban", "urban_strict_summary.csv")}
    found = {}
    for h in HORIZONS:
        every = pooled([results[o.origin, h] for o in origins if h in o.years])
        recent = pooled([results[o.origin, h] for o in origins if h in o.years and o.origin >= 1976])
        r = errors(every)
        rmse, mae = dict(zip(METHODS, r.rmse)), dict(zip(METHODS, r.mae))
        column = {"n": len(every["truth"]), "mae_un": mae["un"], "mae_converging": mae["converging"],
                  **{f"rmse_{m}": rmse[m] for m in METHODS[:5]},
                  **{f"gain_{m}_{u}": 100 * (rmse[m] / rmse[u] - 1) for u in ("un", "un_limited")
                     for m in ("converging", "cautious", "shipped")}}
        for m, f in INTERVALS:
            column[f"interval_score80_{m}_{f}"] = covered(recent, m, f)[1]
            for level, keep in levels.items():
                column[f"coverage80_{m}_{f}{level}"] = covered(subset(recent, keep), m, f)[0]
        for name, value in column.items():
            found.setdefault(name, []).append(value)
    say(set(found) == set(rows), "urban_strict_summary, quantities", set(found) ^ set(rows) or len(rows))
    for name in rows:
        close(f"urban_strict_summary, {name} " + " ".join(f"{v:.3f}" for v in found[name]), zip(found[name], rows[name]), 1e-11)
    lower = [errors(cell).rmse for cell in results.values()]
    say(all(r[2] < r[0] and r[2] < r[1] for r in lower), "converging has the lower RMSE at every origin and horizon",
        f"{len(lower)} cells")


# skpi_urban_converging_interval(3): 80 % intervals of the library near the ends
ENDS = {("converging", "above 90 %"): "56.1 55.9 47.4", ("converging", "below 10 %"): "57.5 50.6 61.9",
        ("cautious", "above 90 %"): "56.1 59.3 47.4", ("cautious", "below 10 %"): "67.8 70.9 90.5"}


def near_the_ends():
    keep = {"above 90 %": lambda p: p >= .9, "below 10 %": lambda p: p < .1}
    for (method, end), page in ENDS.items():
        cells = [subset(pooled([results[o.origin, h] for o in origins if h in o.years and o.origin >= 1976]), keep[end])
                 for h in HORIZONS]
        found = " ".join(f"{covered(cell, method, 'shipped')[0]:.1f}" for cell in cells)
        say(found == page, f"80 % intervals, {method}, last share {end}", f"{found} of {[len(c['truth']) for c in cells]}")


start = time.monotonic()
full = urban_panel.observations(SHARE, LAST)
observations(full)
panel = [(i, place) for i, place in enumerate(full) if place]
origins = [Origin(o, panel) for o in ORIGINS]
results = {(o.origin, h): o.scores(h) for o in origins for h in o.years}
by_year = {o.origin: o for o in origins}
strict_origins()
strict_summary()
near_the_ends()
print(f"# the whole evaluation took {time.monotonic() - start:.1f} s")
finish("urban_strict")
