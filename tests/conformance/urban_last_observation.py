"""Last observations of published annual tables: the World Bank's of 2026, cubic in the share, and the World Urbanization
Prospects of 2018, linear in the logit."""
from cases import read, say, close, finish, smartkpi, table, warnings
from smartkpi import urban

LOGIT, CUBIC = smartkpi.SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT, smartkpi.SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC
ENODATA = smartkpi.SKPI_ENODATA


def world_bank():
    header, rows = read("urban", "wdi2026_percent_urban.csv")
    return [int(y) for y in header[1:]], {r[0]: [float(v) / 100 for v in r[1:]] for r in rows}


def found(years, shares, rounding, **options):
    status = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return urban.last_observation(smartkpi.Table(years, shares), rounding, status=status, **options), status


def stretch_begins(share):
    """The column before the final stretch of at least six years whose fourth differences vanish; None if there is
    none."""
    fourth = [share[i] - 4 * share[i + 1] + 6 * share[i + 2] - 4 * share[i + 3] + share[i + 4]
              for i in range(len(share) - 4)]
    first = len(fourth)
    while first and abs(fourth[first - 1]) < 1e-9:
        first -= 1
    return first - 1 if len(fourth) - first > 1 and first > 0 else None


def all_digits():
    years, share = world_bank()
    open_ = {c: p for c, p in share.items() if max(p) < 1}
    truth = {c: years[b] for c, p in open_.items() if (b := stretch_begins(p)) is not None}
    got, status = found(years, list(share.values()), 0)
    last = dict(zip(share, got.last_year))
    exact = sum(last[c] == t for c, t in truth.items())
    say(len(open_) == 169 and len(truth) >= 81 and exact == len(truth), "all digits: year of the last observation",
        f"{exact} of {len(truth)} areas with a final stretch of six years, of {len(open_)}")
    others = [c for c in open_ if c not in truth and status[list(share).index(c)] != ENODATA]
    say(not others, "all digits: the other areas have none", others or f"{len(open_) - len(truth)} areas")
    known = {"IND": 2011, "GHA": 2010, "DEU": 2011, "BRA": 2010}
    say(all(last[c] == y for c, y in known.items()), "India, Ghana, Germany, Brazil", [last[c] for c in known])
    refused = [status[list(share).index(c)] for c in ("MEX", "CHN")]
    say(refused == [ENODATA, ENODATA], "Mexico and China: an observation in the last five years", refused)
    date = dict(zip(share, got.date))
    roots = {"DEU": 2011.36, "BRA": 2010.58, "GHA": 2010.74, "ZAF": 2011.78, "MAR": 2014.67, "BGD": 2011.21}
    close("dates at which two cubics meet", ((date[c], d) for c, d in roots.items()), .005, 1)
    return years, open_, truth


def rounded(years, share, truth):
    for decimals, exact_bar, year_bar in ((3, 45, 72), (4, 69, 79), (5, 74, 78), (6, 78, 79)):
        printed = [[round(100 * v, decimals) / 100 for v in share[c]] for c in truth]
        for rule in (CUBIC, 0):
            got, _ = found(years, printed, .5 * 10 ** -(decimals + 2), rule=rule)
            late = [t - y for t, y in zip(got.last_year, truth.values()) if t > 0]
            exact, near = sum(x == 0 for x in late), sum(abs(x) <= 1 for x in late)
            good = exact >= exact_bar and near >= year_bar and (decimals > 3 or max(late) <= 0)
            if rule or decimals > 3:
                say(good, f"{decimals} decimals, {'CUBIC given' if rule else 'rule found'}",
                    f"{exact} exact, {near} within a year of {len(truth)}")
            else:
                said = sum(r == LOGIT for r in got.rule)
                say(exact >= 45 and near >= 72 and said <= 6, "3 decimals, rule found",
                    f"{exact} exact, {near} within a year; {said} taken for lines in the logit, at most 6")


def prospects_2018():
    annual = {r["entity"]: r for r in table("urban", "wup2018_percent_urban_annual.csv")}
    names = [r["entity"] for r in table("urban", "un_method_parameters_by_country.csv")]
    years = list(range(1950, 2019))
    shares = [[float(annual[e][str(y)]) / 100 for y in years] for e in names]
    free, _ = found(years, shares, 5e-6)
    held, _ = found(years, shares, 5e-6, rule=LOGIT)
    same = [a == b for a, b in zip(zip(free.last_year, free.share, free.urgd), zip(held.last_year, held.share, held.urgd))]
    say(sum(same) >= 152 and sum(r == LOGIT for r in free.rule) >= 152, "World Urbanization Prospects 2018 by LOGIT",
        f"{sum(same)} of {len(names)}, not {[n for n, s in zip(names, same) if not s]}")


rounded(*all_digits())
prospects_2018()
finish("urban_last_observation")
