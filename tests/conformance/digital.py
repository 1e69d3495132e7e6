#!/usr/bin/env python3
"""Conformance of digital: known answers in $SMARTKPI_CASES/digital, made elsewhere (NumPy, mpmath, the ONS).

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json

from cases import bound, finish, path, say, smartkpi
from iotables import TABLES, matrix, opened, read, relative, table as read_table
from smartkpi import digital, economy

MONEY = {"gdp": "gdp", "direct": "direct_va", "backward": "backward", "forward": "forward",
         "double_count": "double_diag", "double_count_exact": "intersection", "investment": "fixed_inv",
         "published": "adb_published", "exact": "union_exact"}
SHARES = {"share_direct": "share_direct", "share_published": "share_published", "share_exact": "share_union"}


def iotable(case):
    with open(path("digital", case, "expected.json"), encoding="utf-8") as f:
        expected = json.load(f)
    codes, source, flags, r = read_table(case)
    _, x, va, y = source
    n = len(codes)
    unit = [[float(i == j) for j in range(n)] for i in range(n)]
    with opened(*source) as table:
        got = digital.adb(table, flags, investment=r)
        back = [float(v) for v in table.leontief(y)]
        columns = [[float(v) for v in c] for c in table.leontief(unit)]  # column j of L
    found = economy.iotable_source_check(economy.IOTableSource(*source))

    bound(f"{case}: shares", max(abs(getattr(got, k) - expected[e] / 100) for k, e in SHARES.items()), 1e-11)
    bound(f"{case}: money", relative((getattr(got, k), expected[e]) for k, e in MONEY.items()), 1e-11)
    bound(f"{case}: spectral radius", relative([(found.spectral_radius, expected["spectral_radius_A"])]), 1e-10)
    bound(f"{case}: condition", relative([(found.condition, expected["cond_IA_1"])]), 1e-10)
    inverse = matrix(case, "expected_L.csv")
    bound(f"{case}: L", max(abs(columns[j][i] - inverse[a][b]) for i, a in enumerate(codes)
                            for j, b in enumerate(codes)), 1e-13)
    bound(f"{case}: L y = x", relative((b, a) for b, a in zip(back, x) if a), 1e-13)
    v = [a / b if b else 0.0 for a, b in zip(va, x)]
    sums = [v[i] * sum(columns[j][i] * y[j] for j in range(n)) for i in range(n)]
    bound(f"{case}: row sums of M = va", max(abs(s - a) / (abs(a) or 1) for s, a in zip(sums, va)), 1e-13)
    bound(f"{case}: sum of M = gdp", relative([(sum(sums), expected["gdp"])]), 1e-13)
    content = matrix(case, "expected_va_content.csv")
    bound(f"{case}: M", max(abs(v[i] * columns[j][i] * y[j] - content[a][b]) for i, a in enumerate(codes)
                            for j, b in enumerate(codes)) / expected["gdp"], 1e-13)
    say(not any(found.total_row) and not any(found.total_column) and found.unit_slip == found.flow_slip == 0, f"{case}: nothing suspected",
        f"{sum(map(int, found.total_row))} rows, {sum(map(int, found.total_column))} columns, slips {found.unit_slip:g} and {found.flow_slip:g}")
    bound(f"{case}: imbalance", max(abs(d) for d in found.imbalance), 1e-13)

    order = sorted(range(n), key=lambda i: (i * 7919) % n)  # the same table with its sectors in another order
    moved = [[source[0][i][j] for j in order] for i in order], *([s[i] for i in order] for s in source[1:])
    with opened(*moved) as table:
        other = digital.adb(table, [flags[i] for i in order], investment=[r[i] for i in order])
    bound(f"{case}: order of sectors", max(abs(getattr(got, k) - getattr(other, k)) for k in SHARES), 1e-14)
    total = [row + [sum(row)] for row in source[0]]  # the margins of the table are left in
    total.append([sum(column) for column in zip(*total)])
    whole = total, *(s + [sum(s)] for s in source[1:])
    found = economy.iotable_source_check(economy.IOTableSource(*whole))
    try:
        opened(*whole).close()
        refused = "accepted"
    except smartkpi.Error as e:
        refused = e.name
    say(refused == "SKPI_EINCONSISTENT" and [i for i, t in enumerate(found.total_row) if t] == [n]
        and [i for i, t in enumerate(found.total_column) if t] == [n], f"{case}: a total left in", refused)
    return got, columns


def office(columns):
    """The inverse published by the Office for National Statistics, in the order of the sectors."""
    header, rows = read("uk2010_ons", "published_L.csv")
    values = [[float(v) for v in row[1:]] for row in rows]
    n = len(columns)
    if [len(values), len(values[0])] != [n, n]:
        say(False, "uk2010_ons: published inverse", f"{len(values)} x {len(values[0])}, not {n}")
        return
    bound("uk2010_ons: published inverse", max(abs(columns[j][i] - values[i][j]) for i in range(n) for j in range(n)),
          1e-14)


def coefficients():
    header, rows = read("coefficient_share.csv")
    rows = [dict(zip(header, row)) for row in rows]
    pairs = []
    for row in (r for r in rows if r["form"] == "normal"):
        va, w, c, se = zip(*([float(v) for v in one.split("|")] for one in row["inputs"].split(";")))
        q, x = float(row["q"]), float(row["x"])
        got = digital.coefficient(list(va), list(c), float(row["gdp"]), weight=list(w), coefficient_error=list(se),
                                  correlation=float(row["rho"]), coverage=abs(2 * q - 1) or None)
        pairs += [(got.share, float(row["share"])), (got.error, float(row["sd"]))]
        pairs.append((got.share if q == .5 else got.low if q < .5 else got.high, x))
    say(len(pairs) == 45 and relative(pairs) <= 1e-12, "coefficient_share.csv, normal",
        f"{len(pairs)} values, worst {relative(pairs):.2g}, bar 1e-12")
    pairs = []
    for row in (r for r in rows if r["form"] == "beta"):  # exact limits for draws from Beta distributions
        va, w, c, se = zip(*([float(v) for v in one.split("|")] for one in row["inputs"].split(";")))
        got = digital.coefficient(list(va), list(c), float(row["gdp"]), weight=list(w), coefficient_error=list(se),
                                  prob=[float(row["q"])])
        pairs.append((float(got.quantile[0]), float(row["x"])))
    say(len(pairs) == 10 and relative(pairs) <= 1e-12, "coefficient_share.csv, beta",
        f"{len(pairs)} values, worst {relative(pairs):.2g}, bar 1e-12")


def vintages():
    """China 2023: the core figure over the GDP of its own vintage; mixing vintages is refused."""
    header, rows = read("series", "china_gdp_vintages.csv")
    gdp = {(r[0], r[1]): float(r[2]) for r in rows if r[3] == "V"}
    core = smartkpi.Table([2023], [127555.0], smartkpi.Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE,
                                                             revision=smartkpi.SKPI_BASIS_REVISION_CENSUS))

    def over(vintage, revision):
        return digital.share(core, smartkpi.Table([2023], [gdp["2023", vintage]], smartkpi.Basis(revision=revision)))

    got = over("census_revised", smartkpi.SKPI_BASIS_REVISION_CENSUS).share[0]
    say(f"{100 * got:.3f}" == "9.855", "China 2023, core", f"{100 * got:.3f} %")
    try:
        over("preliminary", smartkpi.SKPI_BASIS_REVISION_PRELIMINARY)
        refused = "accepted"
    except smartkpi.Error as e:
        refused = e.name
    say(refused == "SKPI_EDEFMIX", "China 2023, mixed vintages", refused)
    old = smartkpi.Table([2023], [127555.0], smartkpi.Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE,
                                                            revision=smartkpi.SKPI_BASIS_REVISION_PRELIMINARY))
    both = digital.compare([core, old], [smartkpi.Table([2023], [gdp["2023", v]]) for v in ("census_revised",
                                                                                            "preliminary")]).share
    both = [f"{100 * share[0]:.3f}" for share in both]
    say(both == ["9.855", "10.119"], "China 2023, two vintages side by side", " and ".join(both) + " %")
    mixed = over("preliminary", 0).share[0]  # without stated vintages nothing is refused
    say(f"{100 * mixed:.3f}" == "10.119", "China 2023, vintage unstated", f"{100 * mixed:.3f} %")


def double_counts(shares):
    with open(path("digital", "adb_doublecount_measured.json"), encoding="utf-8") as f:
        measured = json.load(f)
    for case, got in shares.items():
        if case in measured:
            gap = measured[case]["published"] - measured[case]["exact"]
            bound(f"{case}: published less exact, {gap:.3f} points",
                  abs(100 * (got.share_published - got.share_exact) - gap), 1e-11)


def definitions(case):
    """Every definition that a case allows, from its raw table, has the share that its own function gives."""
    with open(path("digital", case, "expected.json"), encoding="utf-8") as f:
        expected = json.load(f)
    _, source, flags, r = read_table(case)
    va, n = source[2], len(flags)
    diagonal = [[source[1][i] * (i == j) for j in range(n)] for i in range(n)]  # one product each: the direct share
    with opened(*source) as table:
        got = digital.definitions(gdp=expected["gdp"], value_added=va, digital=flags, coefficient=flags, make=diagonal,
                                  commodity_share=flags, industry_value_added=va, table=table, table_digital=flags,
                                  table_investment=r)
    direct, exact = expected["share_direct"] / 100, expected["share_union"] / 100
    names = "DIRECT", "COEFFICIENT", "SATELLITE", "ADB"
    say([int(d) for d in got.definition] == [smartkpi.constant("SKPI_DIGITAL_DEFINITION_" + n) for n in names]
        and got.count == 4, f"{case}: definitions", f"{got.count} computed")
    want = [direct, direct, direct, exact]
    bound(f"{case}: shares side by side", max(abs(s - w) for s, w in zip(got.share, want)), 1e-11)
    bound(f"{case}: published beside", abs(got.share_published - expected["share_published"] / 100), 1e-11)
    bound(f"{case}: low and high", max(abs(got.low - direct), abs(got.high - exact)), 1e-11)
    bound(f"{case}: value", relative([(got.value[3], expected["union_exact"])]), 1e-11)


everything = {case: iotable(case) for case in TABLES}
office(everything["uk2010_ons"][1])
double_counts({case: got for case, (got, _) in everything.items()})
coefficients()
vintages()
for case in ("usa2022_71", "uk2010_ons", "chile2013_12"):
    definitions(case)
finish("digital")
