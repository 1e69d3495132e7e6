#!/usr/bin/env python3
"""Conformance of linkages, multipliers, Ghosh, embodied value added: tables in $SMARTKPI_CASES/digital.

Known answers by NumPy; published by the Office for National Statistics; printed by R leontief 0.2 and R iotables 0.9.5.
Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import csv
import io
import json
import math
import os
import pathlib
import subprocess
import tempfile

from cases import bound, finish, path, renamed, say, smartkpi
from iotables import TABLES, matrix, opened, read, relative, table as read_table

BUILD = pathlib.Path(os.environ.get("BUILDDIR", "build"))
# columns of the example programs, and those of the tables
NAMES = {"code": "sector", "y": "final_demand", "va": "value_added", "x": "output", "r": "investment"}
LINKAGES = {"backward_direct": "bl_direct", "backward_total": "bl_total", "power": "power_disp",
            "forward_direct": "fl_direct_A", "forward_total": "fl_total_L", "sensitivity": "sens_disp",
            "ghosh_direct": "fl_direct_ghosh", "ghosh_total": "fl_total_ghosh", "multiplier_output": "bl_total",
            "multiplier_value_added": "va_mult_total", "type1_value_added": "va_mult_type1", "power_cv": "cv_bl",
            "sensitivity_cv": "cv_fl"}
KEYS = {"gdp": "gdp", "direct": "direct_va", "backward": "backward", "forward": "forward",
        "double_count": "double_diag", "fixed_investment": "fixed_inv", "published": "adb_published",
        "exact": "union_exact", "share_direct": "share_direct", "share_published": "share_published",
        "share_exact": "share_union", "spectral_radius": "spectral_radius_A"}


def number(text):
    return float(text) if text else math.nan


def columns(*parts):
    """The columns of a file by their names, with NaN for missing values, and the first column."""
    header, rows = read(*parts)
    return {name: [number(row[k]) for row in rows] for k, name in enumerate(header) if k}, [row[0] for row in rows]


def same(name, got, expected, bar):
    """Whether both are missing, or agree relative to the tolerance."""
    missing = [i for i, e in enumerate(expected) if math.isnan(e)]
    nowhere = [i for i, g in enumerate(got) if math.isnan(g)]
    if missing or nowhere:
        say(nowhere == missing, f"{name}: missing", f"{len(missing)} values")
    bound(name, relative((g, e) for g, e in zip(got, expected) if not math.isnan(e)), bar)


def linkages(case):
    codes, source, _, _ = read_table(case)
    expected, order = columns(case, "expected_linkages.csv")
    assert order == codes, case
    with opened(*source) as t:
        got, inverse, embodied = t.linkages(), t.inverse(), t.embodied()
        back = t.ghosh([x - sum(row[j] for row in source[0]) for j, x in enumerate(source[1])])
    for member, name in LINKAGES.items():
        same(f"{case}: {member}", [float(v) for v in getattr(got, member)], expected[name], 1e-13)
    known, content = matrix(case, "expected_L.csv"), matrix(case, "expected_va_content.csv")
    pairs = [(i, a, j, b) for i, a in enumerate(codes) for j, b in enumerate(codes)]
    bound(f"{case}: inverse", max(abs(inverse[i][j] - known[a][b]) for i, a, j, b in pairs), 1e-13)
    gdp = sum(source[2])
    bound(f"{case}: embodied", max(abs(embodied[i][j] - content[a][b]) for i, a, j, b in pairs) / gdp, 1e-13)
    bound(f"{case}: sum of embodied = gdp", abs(math.fsum(v for row in embodied for v in row) / gdp - 1), 1e-13)
    bound(f"{case}: its rows are value added",
          relative((math.fsum(row), va) for row, va in zip(embodied, source[2]) if va), 1e-13)
    bound(f"{case}: Ghosh gives back the output", relative((b, x) for b, x in zip(back, source[1])), 1e-13)
    idle = [i for i, x in enumerate(source[1]) if x == 0]
    say(all(inverse[i][j] == (i == j) and inverse[j][i] == (i == j) for i in idle for j in range(len(codes))),
        f"{case}: sectors without output apart", f"{len(idle)} of them")
    return got, expected, source, inverse


def office(got, source, inverse):
    """Every multiplier that the Office for National Statistics published for 2010, and its inverse.

    Its cost of employment is in no file here: effect over multiplier is its coefficient, so that the effects of all
    products test it."""
    header, rows = read("uk2010_ons", "published_multipliers.csv")
    p = {name: [float(row[k]) for row in rows] for k, name in enumerate(header) if 0 < k < len(header) - 1}
    values = [[float(v) for v in row[1:]] for row in read("uk2010_ons", "published_L.csv")[1]]
    n = len(rows)
    bound("ONS: inverse", max(abs(inverse[i][j] - values[i][j]) for i in range(n) for j in range(n)), 1e-14)
    bound("ONS: output multipliers", max(map(abs, map(float.__sub__, map(float, got.multiplier_output),
                                                      p["Output multiplier"]))), 2e-14)
    same("ONS: GVA multipliers", [float(v) for v in got.type1_value_added], p["GVA multiplier"], 2e-14)
    same("ONS: GVA effects", [float(v) for v in got.multiplier_value_added], p["GVA effects"], 2e-14)
    cost = [x * e / m if m else 0.0 for x, e, m in
            zip(source[1], p["Employment cost effects"], p["Employment cost multiplier"])]
    with opened(*source, jobs=cost) as t:
        employed = t.linkages(without=["power_cv"])
    same("ONS: employment cost effects", [float(v) for v in employed.multiplier_jobs], p["Employment cost effects"],
         2e-14)
    for name, mine in (("output_multiplier_rank", got.multiplier_output), ("gva_multiplier_rank", got.type1_value_added),
                       ("gva_effects_rank", got.multiplier_value_added)):
        mine = [float(v) for v in mine]
        ranks = [1 + sum(v > m for v in mine) for m in mine]
        say(ranks == p[name], f"ONS: {name}", f"{sum(a != b for a, b in zip(ranks, p[name]))} of {n} differ")


def leontief(case, got, expected):
    """R leontief 0.2 gives the same except for the variations, which it takes along the wrong axis."""
    peer, _ = columns(case, "peer_R_leontief_0.2.csv")
    for member, name in (("multiplier_output", "output_multiplier"), ("backward_direct", "backward_linkage"),
                         ("forward_direct", "forward_linkage"), ("power", "power_dispersion"),
                         ("sensitivity", "sensitivity_dispersion"), ("multiplier_value_added", "va_mult")):
        same(f"{case}, R leontief: {name}", [float(v) for v in getattr(got, member)], peer[name], 1e-13)
    for member, right, wrong in (("power_cv", "cv_bl", "pd_cv"), ("sensitivity_cv", "cv_fl", "sd_cv")):
        mine = [float(v) for v in getattr(got, member)]
        off = min(abs(m - w) for m, w in zip(mine, peer[wrong]))
        say(relative(zip(mine, expected[right])) <= 1e-13 and off > 1e-4, f"{case}, R leontief: {wrong} is wrong",
            f"first sector {mine[0]:.3f}, the peer {peer[wrong][0]:.3f}; nowhere nearer than {off:.2g}")


def germany():
    """R iotables 0.9.5, six sectors. Its output coefficients are relative to total use, which in some sectors is not
    the output."""
    header, rows = read("germany1995_iotables", "table.csv")
    cells = {row[0]: dict(zip(header[1:], row[1:])) for row in rows}
    sectors = header[1:7]
    row = {name: [float(cells[name][s]) for s in sectors] for name in cells if cells[name][sectors[0]] != "NA"}
    flows = [row[s] for s in sectors]
    use = [float(cells[s]["total_final_use"]) for s in sectors]
    final = [u - sum(f) for u, f in zip(use, flows)]
    unit = [[float(i == j) for j in range(6)] for i in range(6)]

    def peer(name):
        header, rows = read("germany1995_iotables", f"peer_{name}.csv")
        return [[float(v) for v in r[1:]] for r in rows]

    def near(name, got, expected, bar=1e-13):
        flat = [(float(g), e) for gs, es in zip(got, expected) for g, e in zip(gs, es)]
        bound(f"germany1995, R iotables: {name}", relative(flat), bar)

    with opened(flows, row["output"], row["gva"], final, jobs=row["compensation_employees"]) as t:
        got = t.linkages()
        near("leontief_inverse", t.inverse(), peer("leontief_inverse"))
        near("backward", [got.backward_total], peer("backward"))
        near("indicators, gva", [[m / k for m, k in zip(got.multiplier_value_added, got.type1_value_added)]],
             peer("indicators")[1:])
        near("indicators, compensation", [[m / k for m, k in zip(got.multiplier_jobs, got.type1_jobs)]],
             peer("indicators"))
        near("input_coef, column sums", [got.backward_direct], [[sum(c) for c in zip(*peer("input_coef"))]])
    with opened(flows, use, row["gva"], final) as t:
        got = t.linkages()
        near("ghosh", t.ghosh(unit), peer("ghosh"))
        near("forward", [got.ghosh_total], [[v for (v,) in peer("forward")]])
        near("output_coef, row sums", [got.ghosh_direct], [[sum(r) for r in peer("output_coef")]])


def refused(name, status, case, change):
    """Tables that other programs use without a warning must be refused."""
    _, source, _, _ = read_table(case)
    source = ([list(r) for r in source[0]], *(list(s) for s in source[1:]))
    change(*source)
    try:
        opened(*source).close()
        got = "accepted"
    except smartkpi.Error as e:
        got = e.name
    say(got == status, name, got)


def faults(got):
    def overused(z, x, va, y):  # pymrio inverts it and gives negative outputs
        for row in z:
            row[:] = [3 * v for v in row]

    def no_output(z, x, va, y):  # pymrio sets a column to zero; ioanalysis gets coefficients of 5
        j = x.index(0)
        z[0][j] = 5.0

    def lost_output(z, x, va, y):
        x[7] = 0.0
    refused("pymrio: a table that is not productive", "SKPI_ENOTPRODUCTIVE", "usa2022_71", overused)
    refused("pymrio, ioanalysis: inputs without output", "SKPI_EZERODIV", "belgium2020_oecd", no_output)
    refused("pymrio: a zero among the outputs", "SKPI_EZERODIV", "pymrio_test_48", lost_output)
    gap = min(float(t) - float(d) for d, t in zip(got.backward_direct, got.backward_total))
    say(gap >= 1, "ioanalysis: direct linkages are not the totals", f"totals are at least {gap:.3f} larger")


def examples(case):
    """The example programs give the same from the files."""
    folder = tempfile.TemporaryDirectory()
    files = [renamed(folder.name, NAMES, "digital", case, name) for name in ("Z.csv", "sectors.csv")]
    expected, _ = columns(case, "expected_linkages.csv")
    with open(path("digital", case, "expected.json"), encoding="utf-8") as f:
        known = json.load(f)

    def run(program):
        done = subprocess.run([BUILD / "examples" / program, *files], capture_output=True, text=True, check=True)
        return list(csv.DictReader(io.StringIO(done.stdout)))

    rows = run("digital_input_output")
    say([r["key"] for r in rows] == list(KEYS), f"{case}, digital_input_output: keys", str(len(rows)))
    for row in rows:
        key, percent = row["key"], 100 if row["key"].startswith("share") else 1
        expect = known[KEYS[key]] / percent
        bound(f"{case}, digital_input_output: {key}", abs(float(row["value"]) - expect) / (1 if percent > 1 else expect or 1),
              1e-10 if key == "spectral_radius" else 1e-11)
    rows = run("economy_linkages")
    for name in expected:
        same(f"{case}, economy_linkages: {name}", [number(r[name]) for r in rows], expected[name], 1e-13)


for case in TABLES:
    got, expected, source, inverse = linkages(case)
    if case == "uk2010_ons":
        office(got, source, inverse)
    if case in ("chile2013_12", "usa2022_71"):
        leontief(case, got, expected)
    if case == "belgium2020_oecd":
        faults(got)
    if (BUILD / "examples" / "economy_linkages").exists():
        examples(case)
germany()
finish("economy_linkages")
