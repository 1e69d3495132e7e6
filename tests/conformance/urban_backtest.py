#!/usr/bin/env python3
"""Conformance of urban's backtest and error tables with $SMARTKPI_CASES/urban.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import math

import cases
from cases import finish, say, smartkpi, warnings
from smartkpi import Basis, Table, series, urban

warnings.simplefilter("ignore", smartkpi.SmartkpiWarning)
UN, DAMPED, GOMPERTZ = smartkpi.SKPI_URBAN_METHOD_UN, smartkpi.SKPI_URBAN_METHOD_DAMPED, smartkpi.SKPI_URBAN_METHOD_GOMPERTZ
CONVERGING, CAUTIOUS = smartkpi.SKPI_URBAN_METHOD_CONVERGING, smartkpi.SKPI_URBAN_METHOD_CAUTIOUS
MEAN = smartkpi.SKPI_URBAN_METHOD_MEAN
THREE = [UN, GOMPERTZ, DAMPED]
YEARS = range(1950, 2019)


def rows_of(name):
    return cases.table("urban", name)


def record():
    """Areas that are in all three tables: shares as fractions, and total populations in thousands."""
    percent = {r["entity"]: r for r in rows_of("wup2018_percent_urban_annual.csv") if r["kind"] == "country"}
    town = {r["entity"]: r for r in rows_of("wup2018_urban_population_annual.csv")}
    land = {r["entity"]: r for r in rows_of("wup2018_rural_population_annual.csv")}
    areas = [e for e in percent if e in town and e in land]
    return ([[float(percent[e][str(y)]) / 100 for y in YEARS] for e in areas],
            [[float(town[e][str(y)]) + float(land[e][str(y)]) for y in YEARS] for e in areas])


SHARE, PEOPLE = record()


def tables(share=SHARE, people=PEOPLE):
    return Table(list(YEARS), share), Table(list(YEARS), people, Basis(scale=smartkpi.SKPI_BASIS_SCALE_ONE + 3))


def at(matrix, year):
    return [row[year - YEARS[0]] for row in matrix]


def rmse(forecast, truth):
    errors = [(f - t) ** 2 for f, t in zip(forecast, truth) if not math.isnan(f)]
    return 100 * math.sqrt(math.fsum(errors) / len(errors))


def clip(p):
    return min(max(p, 0.0005), 0.9995)


# urban.md 4, "From the shared files": RMSE in points for 1990 -> 2018 and 2000 -> 2018, and the tolerance; the norm by
# least squares for large and for small areas
BY_SIZE = {"loss": "square", "n_sizes": 2}
METHODS = (("persistence", smartkpi.SKPI_URBAN_METHOD_PERSISTENCE, 11.774, 7.929, 0.005),
           ("linear", smartkpi.SKPI_URBAN_METHOD_LINEAR, 8.811, 5.159, 0.005),
           ("constant", smartkpi.SKPI_URBAN_METHOD_CONSTANT, 8.358, 5.402, 0.005),
           ("logistic", smartkpi.SKPI_URBAN_METHOD_LOGISTIC, 8.229, 5.074, 0.05),
           ("Gompertz", GOMPERTZ, 7.713, 4.779, 0.05),
           ("damped", DAMPED, 7.020, 4.893, 0.005),
           ("UN, norm refitted", UN, 7.502, 4.367, 0.005),
           ("mean of three", MEAN, 6.661, 4.291, 0.005))


def published_rows():
    for column, origin, n in ((2, 1990, 157), (3, 2000, 155)):
        r = urban.backtest(*tables(), origin, 2018, [m[1] for m in METHODS], mean_method=THREE, **BY_SIZE)
        for k, (name, _, *rest) in enumerate(METHODS):
            expected, bar = rest[column - 2], rest[2]
            say(r.count[k] == n and abs(100 * r.rmse[k] - expected) <= bar, f"backtest {origin}-2018, {name}",
                f"{r.count[k]} areas, {100 * r.rmse[k]:.4f} points, expected {expected} within {bar}")


# smartkpi_urban(7): the same with the default norm, one for all sizes by Huber's loss
DEFAULT = ((UN, "7.14", "4.36"), (MEAN, "6.64", "4.29"), (CONVERGING, "7.02", "4.31"), (CAUTIOUS, "6.92", "4.23"))


def page_rows():
    for column, origin in ((1, 1990), (2, 2000)):
        r = urban.backtest(*tables(), origin, 2018, [m[0] for m in DEFAULT], mean_method=THREE)
        found = [f"{100 * x:.2f}" for x in r.rmse]
        say(found == [m[column] for m in DEFAULT], f"backtest {origin}-2018, UN, mean of three, converging, cautious with one norm",
            ", ".join(found))


def other_rows():
    """Two rows that the backtest does not have: a line through all years, and a norm fitted to later years."""
    for origin, line, norm in ((1990, 10.310, 7.246), (2000, 6.112, 4.368)):
        areas = [i for i, p in enumerate(at(SHARE, origin)) if 0 < p < 1]
        truth = [at(SHARE, 2018)[i] for i in areas]
        years = list(range(1950, origin + 1, 5))
        fits = series.forecast(Table(years, [[clip(at(SHARE, y)[i]) for y in years] for i in areas]), 2018, 1,
                               smartkpi.SKPI_SERIES_MODEL_LOGIT_LINE, anchor=True)
        found = rmse([f[0] for f in fits.mean], truth)
        say(abs(found - line) <= 0.005, f"backtest {origin}-2018, anchored logit line", f"{found:.4f} points, expected {line}")
        share = [clip(at(SHARE, origin)[i]) for i in areas]
        urgd = urban.urgd([origin - 5] * len(areas), [clip(at(SHARE, origin - 5)[i]) for i in areas],
                          [origin] * len(areas), share)
        size = urban.size_class([1000 * at(PEOPLE, origin)[i] for i in areas])
        found = rmse([p[0] for p in urban.project([origin] * len(areas), share, urgd, 2018, 1, size_class=size).share], truth)
        say(abs(found - norm) <= 0.005, f"backtest {origin}-2018, UN with the norm of 2018",
            f"{found:.4f} points, expected {norm}")


def coverage():
    """From 2000, with errors of targets up to 2000, by the backtest and by the functions that it is made of."""
    r = urban.backtest(*tables(), 2000, 2018, UN, **BY_SIZE)
    table = urban.error_table(*tables(), [18], [0.1, 0.9], last_target=2000, **BY_SIZE)
    areas = [i for i, p in enumerate(at(SHARE, 2000)) if 0 < p < 1]
    q = urban.error_quantile([2000] * len(areas), [[r.forecast[i]] for i in areas], 2018, [0.1, 0.9], horizon=[18], error=table)
    inside = sum(q[k][0][0] <= at(SHARE, 2018)[i] <= q[k][0][1] for k, i in enumerate(areas)) / len(areas)
    say(0.78 <= r.coverage <= 0.88 and inside == r.coverage, "80 % interval from 2000 to 2018",
        f"{100 * r.coverage:.1f} % inside, bar 78 to 88; by error_table and error_quantile {100 * inside:.1f} %")


def never_looks_ahead():
    """With NaN in every value after the origin except those to be forecast, the bits must be the same."""
    def blind(matrix, origin, keep=None):
        return [[v if y <= origin or y == keep else math.nan for y, v in zip(YEARS, row)] for row in matrix]
    methods = [m[1] for m in METHODS] + [CONVERGING, CAUTIOUS]
    for origin, target in ((1990, 2018), (2000, 2018)):
        seen = urban.backtest(*tables(), origin, target, methods, mean_method=THREE)
        blinded = urban.backtest(*tables(blind(SHARE, origin, target), blind(PEOPLE, origin)), origin, target, methods,
                                 mean_method=THREE)
        say(all(repr(getattr(seen, name)) == repr(getattr(blinded, name)) for name in vars(seen)),
            f"backtest {origin}-{target} with every later value but the truth NaN", "the same to the last bit")
    fit = [urban.error_table(*t, [5, 18], [0.1, 0.9], last_target=2000)
           for t in (tables(), tables(blind(SHARE, 2000), blind(PEOPLE, 2000)))]
    say(repr(fit[0]) == repr(fit[1]), "error table to 2000 with every later value NaN", "the same to the last bit")


# smartkpi_urban(7): years ahead, last origin; mean absolute errors of un, converging, cautious
PAGE = {10: (2008, (1.99, 2.11, 1.96)), 18: (2000, (4.04, 3.95, 3.85)), 28: (1990, (6.76, 6.03, 6.10))}


def against_un():
    """Converging and cautious against the refitted method of the United Nations, origins 1970 on, pooled."""
    for lead, (last, page) in PAGE.items():
        errors = [[], [], []]
        for origin in range(1970, last + 1):
            r = urban.backtest(*tables(), origin, origin + lead, [UN, CONVERGING, CAUTIOUS])
            for k in range(3):
                errors[k] += [100 * abs(p - q) for p, q in zip(r.forecast[k], at(SHARE, origin + lead)) if not math.isnan(p)]
        found = [math.fsum(e) / len(e) for e in errors]
        say(all(f"{v:.2f}" == f"{p:.2f}" for v, p in zip(found, page)), f"{lead} years on, mean absolute error",
            ", ".join(f"{name} {v:.3f}" for name, v in zip(("UN", "converging", "cautious"), found)) + f"; {len(errors[0])} forecasts")


published_rows()
page_rows()
other_rows()
coverage()
never_looks_ahead()
against_un()
finish("urban_backtest")
