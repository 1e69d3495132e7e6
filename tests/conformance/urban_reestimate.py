#!/usr/bin/env python3
"""Constants of the converging method, estimated anew (urban.md 12)."""
from cases import close, finish, say, table
from smartkpi import urban

import urban_panel

COVERAGE = (.5, .8, .9, .95)


def panel():
    """The observations as they are published, so that this test does not depend on how they are found."""
    places, group = {}, {}
    for r in table("urban", "urban_observations.csv"):
        places.setdefault(r["entity"], []).append((float(r["date"]), float(r["share"])))
        group[r["entity"]] = r["subregion"]
    regions = sorted(set(group.values()))
    return urban_panel.history(places.values()), [regions.index(group[e]) for e in places], regions


HISTORY, GROUP, REGIONS = panel()


def fit(known_to, **options):
    return urban.converging_fit(HISTORY, len(REGIONS), GROUP, COVERAGE, known_to=known_to, **options)


def figures(row, r, at):
    """(name, found, expected), in the order of the file."""
    known = {k: float(v) for k, v in row.items()}
    own = REGIONS.index("5501")
    found = {"m": r.mean, "loss_phi90_c50": at, "loss_min": r.loss, "phi_min": r.loss_by, "c_min": r.loss_part,
             "phi": r.by, "phi_se": r.by_error, "c": r.part, "c_se": r.part_error, "g": r.to, "C80_se": r.width_error[1],
             "law_a": r.norm[0], "phi_without_5501": r.without_by[own],
             "c_without_5501": r.without_part[own], "C80_without_5501": r.without_width[own][1]}
    for k, q in enumerate(COVERAGE):
        found[f"C{100 * q:g}"], found[f"cautious{100 * q:g}"] = r.width[k], r.cautious_width[k]
    return [(name, value, known[name]) for name, value in found.items()]


def compare(name, **options):
    for row in table("urban", name + ".csv"):
        known_to = float(row["known_to"])
        r = fit(known_to, **options)
        single = fit(known_to, by=[.9], part=[.5], **options).loss
        counts = [r.place_count, r.pair_count, r.group_count]
        say(counts == [int(row[k]) for k in ("n_areas", "n_pairs", "n_groups")], f"{name} {row['known_to']}, counts", counts)
        close(f"{name} {row['known_to']}", (v[1:] for v in figures(row, r, single)), 1e-11)
        close(f"{name} {row['known_to']}, slope of the norm", [(-r.norm[1], float(row["law_b"]))], 1e-12, 1)


# an origin counts if a truth after it was known, to two years before known_to; the default ends four years before
compare("urban_reestimate", origin=list(range(1956, 2015, 2)))
compare("urban_reestimate_5yearly", origin=list(range(1955, 2016, 5)), lead=list(range(5, 36, 5)))
finish("urban_reestimate")
