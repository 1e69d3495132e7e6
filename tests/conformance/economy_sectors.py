#!/usr/bin/env python3
"""Conformance of what is done with whole sectors and regions, on the tables in $SMARTKPI_CASES/digital.

Extraction: the smaller system of equations by elimination.  Induced multipliers: the closed matrix by elimination; who
is paid and who buys is made up.  Regions: the matrix diag(v) L diag(y) of a multi-regional table by NumPy, in the cases;
own blocks by elimination.  Aggregation: by adding up.  Exit 1 if a check failed, 77 without the cases.
"""
import math
import warnings

from cases import close, finish, say, smartkpi
from iotables import matrix, opened, table as read_table
from smartkpi import digital, economy

warnings.simplefilter("ignore", smartkpi.SmartkpiWarning)


def solved(a, *right):
    """The solutions of a x = b for each right-hand side, with pivoting."""
    n, rows = len(a), [list(row) + [b[i] for b in right] for i, row in enumerate(a)]
    for c in range(n):
        p = max(range(c, n), key=lambda i: abs(rows[i][c]))
        rows[c], rows[p] = rows[p], rows[c]
        for i in range(c + 1, n):
            f = rows[i][c] / rows[c][c]
            if f:
                rows[i] = [x - f * y for x, y in zip(rows[i], rows[c])]
    out = []
    for k in range(len(right)):
        x = [0.0] * n
        for i in reversed(range(n)):
            x[i] = (rows[i][n + k] - math.fsum(rows[i][j] * x[j] for j in range(i + 1, n))) / rows[i][i]
        out.append(x)
    return out


def leontief(a):
    return [[(i == j) - v for j, v in enumerate(row)] for i, row in enumerate(a)]


def transposed(a):
    return [list(column) for column in zip(*a)]


def coefficients(z, x):
    return [[v / x[j] if x[j] else 0.0 for j, v in enumerate(row)] for row in z]


def extraction(case, sectors):
    _, (z, x, va, y), *_ = read_table(case)
    n, a = len(x), coefficients(z, x)
    with opened(z, x, va, y) as t:
        before = math.fsum(t.leontief(y))
        for removed in ("both", "column", "row"):
            for keep in (False, True):
                got, pairs = t.extraction(removed=removed, keep_demand=keep).loss, []
                for k in sectors:
                    less = [[0.0 if removed != "column" and i == k or removed != "row" and j == k else v
                             for j, v in enumerate(row)] for i, row in enumerate(a)]
                    demand = [0.0 if i == k and not keep else v for i, v in enumerate(y)]
                    pairs.append((float(got[k]), before - math.fsum(solved(leontief(less), demand)[0])))
                close(f"{case}, extraction of {removed}, final demand {'kept' if keep else 'lost'}", pairs, 1e-13, before)
    return n


def induced(case):
    _, (z, x, va, y), *_ = read_table(case)
    paid, bought = [.55 * max(v, 0) for v in va], [.5 * max(v, 0) for v in y]
    income = 1.1 * math.fsum(paid)
    a = coefficients(z, x)
    closed = [row + [b / income] for row, b in zip(a, bought)] + [[p / v if v else 0.0 for p, v in zip(paid, x)] + [.02]]
    ones, value_added = [1.0] * len(x) + [0.0], [v / q if q else 0.0 for v, q in zip(va, x)] + [0.0]
    output, income_of, earned = solved(transposed(leontief(closed)), ones, [0.0] * len(x) + [1.0], value_added)
    with opened(z, x, va, y) as t:
        got = t.induced(paid, bought, income=income, own=.02 * income)
    for name, want in (("output", output), ("income", income_of), ("value_added", earned)):
        close(f"{case}, induced multipliers of {name}", zip(map(float, getattr(got, f"multiplier_{name}")), want), 1e-12)


def aggregation(case, n_groups):
    _, (z, x, va, y), *_ = read_table(case)
    group = [7 * i % n_groups for i in range(len(x))]
    got = economy.iotable_aggregate(economy.IOTableSource(z, x, va, y), n_groups, group)
    sums = [[math.fsum(z[i][j] for i, g in enumerate(group) for j, h in enumerate(group) if (g, h) == (a, b))
             for b in range(n_groups)] for a in range(n_groups)]
    close(f"{case}, flows of {n_groups} groups", ((float(v), w) for p, q in zip(got.flow, sums) for v, w in zip(p, q)),
          1e-13, max(map(max, sums)))
    with opened(z, x, va, y) as t:
        whole = math.fsum(t.leontief(y))
    with opened(got.flow, got.output, got.value_added, got.final_demand) as t:  # a table that balances still does
        close(f"{case}, output of {n_groups} groups", [(math.fsum(t.leontief(got.final_demand)), whole)], 1e-12)


def regions(case):
    codes, (z, x, va, y), flags, _ = read_table(case)
    names = sorted({c.partition("_")[0] for c in codes})
    region = [names.index(c.partition("_")[0]) for c in codes]
    m = matrix(case, "expected_va_content.csv")
    with opened(z, x, va, y) as t:
        got = digital.adb_region(t, len(names), region, flags)
    own, every, block = [], [], []
    for r in range(len(names)):
        mine = [i for i, g in enumerate(region) if g == r]
        gdp = math.fsum(va[i] for i in mine)

        def counted(products):
            return math.fsum(m[codes[i]][codes[j]] for i in mine for j in range(len(codes)) if flags[i] or j in products) / gdp
        own.append(counted({j for j in mine if flags[j]}))
        every.append(counted({j for j, f in enumerate(flags) if f}))
        a = coefficients([[z[i][j] for j in mine] for i in mine], [x[j] for j in mine])
        sold = [x[i] - math.fsum(z[i][j] for j in mine) for i in mine]
        v = [va[i] / x[i] for i in mine]
        w, = solved(transposed(leontief(a)), [0.0 if flags[i] else q for i, q in zip(mine, v)])
        block.append(math.fsum(va[i] if flags[i] else 0.0 for i in mine) / gdp +
                     math.fsum(p * s for i, p, s in zip(mine, w, sold) if flags[i]) / gdp)
    say(sum(flags) > 0, f"{case}: digital sectors", f"{sum(flags)} in {len(names)} regions")
    for name, want, bar in (("own_product", own, 1e-12), ("any_product", every, 1e-12), ("own_block", block, 1e-12)):
        close(f"{case}, share {name}", zip(map(float, getattr(got, f"share_{name}")), want), bar)


extraction("pymrio_test_48", range(0, 48, 5))
extraction("usa2022_71", (3, 40, 62))
for case in ("pymrio_test_48", "uk2010_ons", "belgium2020_oecd"):
    induced(case)
for case, n_groups in (("pymrio_test_48", 8), ("uk2010_ons", 12), ("usa2022_71", 20)):
    aggregation(case, n_groups)
regions("pymrio_test_48")
finish("economy_sectors")
