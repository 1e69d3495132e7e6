#!/usr/bin/env python3
"""Antithetic draws and Sobol's points, rebuilt in Python from their page alone, smartkpi_ensemble(7): bits must be equal.
"""
import math
import re
import sys

sys.dont_write_bytecode = True
from python_unit import run  # noqa: E402  (first: it finds the package)
from python_stream import L, PAGE, T, bits, block, polynomial, threefry  # noqa: E402
from smartkpi import ensemble, urban  # noqa: E402

N, D = ([float.fromhex(v) for v in re.findall(rf"^{kind}\d = (-?0x[0-9a-f.]+p[-+]\d+)$", PAGE, re.M)] for kind in "ND")
SEED, PLACE, FIRST, YEARS, ANCHORS = 2 ** 40 + 7, 77, 2021, 6, [2025, 2023]
DRIFT, SIGMA = .013, .07


def plan_of(sampling, **more):
    plan = ensemble.Plan(FIRST, YEARS, seed=SEED, n_draws=2048, place_id=[PLACE], sampling=sampling, **more)
    return plan, urban.ensemble_add(plan, [.5], [DRIFT], [SIGMA])


def dot(a, b):
    total = a[0] * b[0]
    for x, y in zip(a[1:], b[1:]):
        total += x * y
    return total


def response(k):
    """x in year k after a shock of 1 in year t, minus x after none.  The share is 1/2, so that x begins at 0."""
    def x_of(t):
        x = 0.
        for year in range(k + 1):
            x = x + (DRIFT + SIGMA * (1 if year == t else 0))
        return x
    return [x_of(t) - x_of(None) if t <= k else 0. for t in range(YEARS)]


def directions():
    v = []
    for year in ANCHORS:
        row = response(year - FIRST)
        q = dot(row, row)
        for other in v:
            d = dot(row, other)
            row = [x - d * y for x, y in zip(row, other)]
        r = dot(row, row)
        assert r > q * 2 ** -40
        v.append([x / math.sqrt(r) for x in row])
    return v


def scrambled(dimension):
    """The numbers D' and the shift; D of dimension 0 are the powers of two, and those of 1 have the polynomial z + 1."""
    number = [1 << 31 - k for k in range(32)]
    for k in range(1, 32 if dimension == 1 else 0):
        number[k] = number[k - 1] ^ number[k - 1] >> 1
    key = (SEED % 2 ** 32, SEED // 2 ** 32, 2 ** 32 - 2, 0)
    r = [threefry(key, (i, 0, dimension, 0))[0] for i in range(33)]
    out = []
    for value in number:
        word = 0
        for i in range(32):
            bit = 1 << 31 - i
            above = 2 ** 32 - 2 * bit
            word |= bin(value & (r[i] & above | bit)).count("1") % 2 * bit
        out.append(word)
    return out, r[32]


def quantile(word):
    q = (word - 2 ** 31 + .5) / 2 ** 31
    m, e = math.frexp((1 - abs(q)) * (1 + abs(q)))
    if m < float.fromhex("0x1.6a09e667f3bcdp-1"):
        m, e = 2 * m, e - 1
    s = (m - 1) / (m + 1)
    w = e * T[0] + s * polynomial(L, s * s)
    return q * (polynomial(N, w) / polynomial([1., *D], w))


def sobol(b):
    """The numbers of all years in the block of draw b."""
    v = directions()
    plain = [block(SEED, 0, PLACE, FIRST + t, 0, b) for t in range(YEARS)]
    gap = []
    for k in range(len(ANCHORS)):
        numbers, shift = scrambled(k)
        gap.append([])
        for i in range(512):
            word = shift
            for bit in range(32):
                if ((b + i) ^ (b + i) >> 1) >> bit & 1:
                    word ^= numbers[bit]
            c = 0.
            for t in range(YEARS):
                if v[k][t] != 0:
                    c = c + plain[t][i] * v[k][t]
            gap[k].append(quantile(word) - c)
    out = []
    for t in range(YEARS):
        out.append([])
        for i in range(512):
            z = None
            for k in range(len(ANCHORS)):
                if v[k][t] != 0:
                    term = v[k][t] * gap[k][i]
                    z = term if z is None else z + term
            out[t].append(plain[t][i] if z is None else z + plain[t][i])
    return out


def test_coefficients():
    assert len(N) == 9 and len(D) == 7


def test_antithetic():
    plan, model = plan_of("antithetic")
    plain = block(SEED, 0, PLACE, 2024, 0, 512)
    half = [plain[128 * (j // 64) + j % 64] for j in range(256)]
    assert bits(plan.shock(512, model, 0, 0, 2024, 512)) == bits(half + [-z for z in half])


def test_sobol():
    plan, model = plan_of("sobol", anchor=ANCHORS)
    for b in (0, 1024):
        for t, z in enumerate(sobol(b)):
            assert bits(plan.shock(512, model, 0, 0, FIRST + t, b)) == bits(z), (b, t)


if __name__ == "__main__":
    sys.exit(run(globals()))
