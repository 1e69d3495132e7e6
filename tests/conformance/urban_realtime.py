#!/usr/bin/env python3
"""Errors of forecasts from older revisions of World Urbanization Prospects against newer ones (urban.md 13)."""
import math

from cases import close, finish, read, say, smartkpi, table
from smartkpi import Table, series, urban

import urban_panel

LOGIT = smartkpi.SKPI_SERIES_SCALE_LOGIT
COVERAGE = (.5, .8, .9, .95)
BINS = (0, 2, 4, 7, 10, 14, 18, 24, 30)
PAIRS = ((2003, 2000.0, 2014), (2003, 2000.0, 2018), (2011, 2008.0, 2018))  # older, last date of a base, newer
NEAR = ((2011, 2008.0, 2014), (2014, 2011.0, 2018))  # too near to test revision
NAMES, SHARE, REGION, LAST = urban_panel.areas()


def revisions():
    """{revision: {entity: {year: share}}}, the years that are printed."""
    header, rows = read("urban", "wup_vintages.csv")
    found = {2018: {e: dict(zip(urban_panel.YEARS, p)) for e, p in zip(NAMES, SHARE)}}
    for revision, entity, *values in rows:
        found.setdefault(int(revision), {})[entity] = {int(y): float(v) / 100 for y, v in zip(header[2:], values) if v}
    return found


PRINTED = revisions()


def bases(older, limit):
    """{entity: [(date, share)]}: the dates of observations up to the limit, and the shares that the revision has then,
    between the years for which it prints neither 0 nor 1."""
    dates = urban_panel.observations(SHARE, [min(t, limit) for t in LAST])
    found = {}
    for entity, place in zip(NAMES, dates):
        printed = {y: p for y, p in PRINTED[older].get(entity, {}).items() if 0 < p < 1}
        if not printed or not place:
            continue
        status = []
        values = series.interpolate(list(printed), list(printed.values()), [d for d, _ in place], LOGIT, status=status)
        known = [(d, p) for (d, _), p, s in zip(place, values, status) if s >= 0]
        if known:
            found[entity] = known
    return found


def errors(pairs, keep=lambda entity: True):
    """The errors of these pairs, and the (pair, entity) of their rows."""
    rows = [(k, e, place) for k, (older, limit, newer) in enumerate(pairs) for e, place in bases(older, limit).items()
            if keep(e)]
    years = range(1950, 2019)
    truth = [[PRINTED[pairs[k][2]].get(e, {}).get(y, math.nan) if y <= pairs[k][2] else math.nan for y in years]
             for k, e, _ in rows]
    r = urban.revision_error(urban_panel.history([p for _, _, p in rows]), Table(list(years), truth), [k for k, *_ in rows],
                             BINS, COVERAGE)
    return r, rows


def usable(place):
    return len(place) > 1 and 0 < place[-1][1] < 1 and place[-1][0] - next(d for d, p in place if 0 < p < 1) >= 4


def base():
    found = []
    known = table("urban", "urban_realtime_base.csv")
    for revision, limit in ((2003, 2000.0), (2011, 2008.0)):
        places = {e: p for e, p in bases(revision, limit).items() if usable(p)}
        history = urban_panel.history(places.values())
        slopes = dict(zip(places, urban.window_urgd(history, [4, 10, 20])))
        fitted = [e for e, p in places.items() if .005 < p[-1][1] < .995]
        law = urban.norm_fit(2, [places[e][-1][1] for e in fitted], [slopes[e][0] for e in fitted])[0]
        for row in known:
            if int(row["revision"]) == revision:
                date, share = places[row["entity"]][-1]
                s = slopes[row["entity"]]
                mean = max(-.1, min(.1, sum(s) / 3))
                found += [(date, row["date"]), (share, row["share"]), (s[0], row["s4"]), (mean, row["r0"]),
                          (law[0], row["law_a"]), (-law[1], row["law_b"])]
    close("urban_realtime_base", ((a, float(b)) for a, b in found), 1e-11)


def leads(r, rows, k, i):
    last = rows[i][2][-1][0]
    return [y - last for y, e in zip(range(1950, 2019), r.error[i]) if not math.isnan(e) and BINS[k] < y - last <= BINS[k + 1]]


def bins():
    every = {"all": PAIRS, **{f"{older}-{newer}": [(older, limit, newer)] for older, limit, newer in PAIRS}}
    made = {name: errors(pairs) for name, pairs in every.items()}
    found, total = [], 0
    for row in table("urban", "urban_realtime_bins.csv"):
        r, rows = made[row["pair"]]
        k = BINS.index(int(row["from"]))
        areas = {rows[i][1] for i in range(len(rows)) if leads(r, rows, k, i)}
        found += [(r.lead[k], row["mean_lead"]), (r.error_count[k], row["n_rows"]), (len(areas), row["n_areas"]),
                  *zip(r.quantile[k], (row[f"abs{100 * q:g}"] for q in COVERAGE))]
        if row["pair"] != "all":
            found.append((r.place_count[k], row["n_areas"]))
    close("urban_realtime_bins", ((a, float(b)) for a, b in found), 1e-11)
    counts = [sum(made[f"{older}-{newer}"][0].error_count) for older, _, newer in PAIRS]
    say(counts == [2601, 3068, 2278], "errors of each pair", counts)
    return made["all"]


def quantiles(r):
    expected_a = (.006090406056, .149692243120, .369744184718, .731146723685)
    expected_b = (.010324263322, .014566100197, .016787542616, .010159397797)
    close("the line at lead 0 and its rise", [*zip(r.at_0, expected_a), *zip(r.per_year, expected_b)], 1e-12, 1)
    wrong = []
    for row in table("urban", "urban_realtime_error_quantiles.csv"):
        for q, a, b in zip(COVERAGE, r.at_0, r.per_year):
            size = round(a + b * int(row["horizon_years"]), 3)
            low, high = (f"q{1000 * p:03.0f}".rstrip("0").ljust(3, "0") for p in ((1 - q) / 2, (1 + q) / 2))
            wrong += [(row["horizon_years"], c) for c, x in ((low, -size), (high, size)) if float(row[c]) != x]
    say(not wrong, "urban_realtime_error_quantiles, rounded to 3 decimals", wrong or "7 rows of 4 coverages")


def mean(values):
    return sum(values) / len(values)


def held(pairs, line_of, most=18, least=4, level=(0, 1)):
    """Coverages in percent by the lines at leads above least: of each pair of revisions, in which a place weighs the
    same, in it an error; of all pairs alike; and of each error alike."""
    whole, rows = errors(pairs)
    inside = {}
    for i, (k, e, place) in enumerate(rows):
        if not level[0] <= place[-1][1] < level[1]:
            continue
        line = line_of(e)
        for y, error in zip(range(1950, 2019), whole.error[i]):
            lead = y - place[-1][0]
            if not math.isnan(error) and least < lead <= most:
                inside.setdefault(k, {}).setdefault(e, []).append(
                    [abs(error) <= a + b * lead for a, b in zip(line.at_0, line.per_year)])
    each = [[100 * mean([mean([x[q] for x in found]) for found in inside[k].values()]) for q in range(4)] for k in sorted(inside)]
    flat = [100 * mean([x[q] for places in inside.values() for found in places.values() for x in found]) for q in range(4)]
    return each, [mean(v) for v in zip(*each)], flat


def region_left_out():
    """Each subregion's errors against the line that the others give; what skpi_urban_error_quantile(3) says of them."""
    region, lines = dict(zip(NAMES, REGION)), {}

    def others(entity):
        own = region[entity]
        if own not in lines:
            lines[own] = errors(PAIRS, lambda e: region[e] != own)[0]
        return lines[own]

    each, found, flat = held(PAIRS, others)
    say(abs(found[1] - 79.2) < .05 and [f"{v:.0f}" for v in found] == ["48", "79", "88", "93"],
        "coverage at leads 4 to 18, region left out",
        " ".join(f"{v:.2f}" for v in found) + "; each error alike " + " ".join(f"{v:.2f}" for v in flat))
    by_pair = [f"{v[1]:.0f}" for v in each + held(NEAR, others)[0]]
    say(by_pair == ["75", "75", "87", "91", "92"], "80 % by pair of revisions", by_pair)
    edges = (0, .25, .5, .75, .9, 1)
    by_level = [f"{held(PAIRS, others, level=level)[1][1]:.0f}" for level in zip(edges, edges[1:])]
    say(by_level == ["91", "73", "86", "73", "58"], "80 % by the share of the last observation", by_level)


def oldest_left_out():
    line, _ = errors([NEAR[0], PAIRS[2], NEAR[1]])
    found = held(PAIRS[:2], lambda e: line, least=0, most=30)[1][1]
    say(f"{found:.0f}" == "51", "80 % of the truths of 2003's forecasts by all pairs of later revisions", f"{found:.2f}")


base()
quantiles(bins()[0])
region_left_out()
oldest_left_out()
finish("urban_realtime")
