"""The panel of urban.md 11: areas with their subregions, and the dated observations behind their annual shares."""
import cases
from cases import smartkpi, warnings
from smartkpi import urban

YEARS = list(range(1950, 2019))
ROUNDING = 5e-6
warnings.simplefilter("ignore", smartkpi.SmartkpiWarning)


def areas():
    """Shares, subregion and last observation of each area, in the order of the table."""
    percent = [r for r in cases.table("urban", "wup2018_percent_urban_annual.csv") if r["kind"] == "country"]
    region = {r["entity"]: int(r["subregion"]) for r in cases.table("urban", "urban_subregions.csv")}
    last = {r["entity"]: float(r["T0"])
            for r in cases.table("urban", "un_method_parameters_by_country.csv")}
    names = [r["entity"] for r in percent]
    return (names, [[float(r[str(y)]) / 100 for y in YEARS] for r in percent], [region[e] for e in names],
            [last.get(e, 2018.0) for e in names])


def observations(share, known_to):
    """Per area [(date, share)], none after known_to; empty where the table shows none."""
    status = []
    r = urban.observation(smartkpi.Table(YEARS, share), ROUNDING, known_to=known_to, status=status)
    return [list(zip(date[:n], p[:n])) if s >= 0 else [] for s, n, date, p in zip(status, r.count, r.date, r.share)]


def history(places):
    return urban.History([[d for d, _ in place] for place in places], [[p for _, p in place] for place in places])
