#!/usr/bin/env python3
"""The strict evaluation of urban.md 11 by the library's functions alone: no arithmetic here but RMSE and counting."""
from cases import close, finish, groups, say, table

import urban_panel

NAMES, SHARE, REGION, LAST = urban_panel.areas()


def observations():
    found = urban_panel.observations(SHARE, LAST)
    known = groups(table("urban", "urban_observations.csv"), "entity")
    got = [(e, o) for e, place in zip(NAMES, found) for o in place]
    expected = [(r["entity"], float(r["date"]), float(r["share"])) for rows in known.values() for r in rows]
    say(sum(map(bool, found)) == 158 and len(got) == len(expected) == 1700 and
        [e for e, _ in got] == [e for e, _, _ in expected], "urban_observations", f"{len(got)} observations of "
        f"{sum(map(bool, found))} areas")
    close("their dates and shares", ((a, b) for (_, o), (_, *x) in zip(got, expected) for a, b in zip(o, x)), 1e-12)


observations()
finish("urban_strict")
