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


def bridge():
    """w, L, g and b of the source, whose responses are those of the walk."""
    K, years = len(ANCHORS), range(YEARS)
    W = [response(year - FIRST) for year in ANCHORS]
    w = [[x / math.sqrt(dot(row, row)) for x in row] for row in W]
    M, factor, V = [[0.] * K for _ in W], [[0.] * K for _ in W], [0.] * K
    g, b = [[0.] * YEARS for _ in W], [0.] * YEARS
    for t in reversed(years):
        for i in range(K):
            for j in range(i + 1):
                M[i][j] = M[i][j] + w[i][t] * w[j][t]
                r = M[i][j]
                for k in range(j):
                    r = r - factor[i][k] * factor[j][k]
                if i == j:
                    factor[i][i] = math.sqrt(r) if r > M[i][i] * 2 ** -40 else 0.
                else:
                    factor[i][j] = r / factor[j][j] if factor[j][j] else 0.
        v = 0.
        for i in range(K):
            r = w[i][t]
            for j in range(i):
                r = r - factor[i][j] * V[j]
            V[i] = r / factor[i][i] if factor[i][i] else 0.
            v = v + V[i] * V[i]
        for i in reversed(range(K)):
            r = V[i]
            for j in range(i + 1, K):
                r = r - factor[j][i] * g[j][t]
            g[i][t] = r / factor[i][i] if factor[i][i] else 0.
        b[t] = math.sqrt(1 - v) if 1 - v > 2 ** -40 else 0.
    return w, factor, g, b


def scrambled(k, dimension):
    """The numbers D' and the words R of anchor k, which has dimension k of Sobol's points: D of 0 are the powers of two, and
    those of 1 have the polynomial z + 1."""
    number = [1 << 31 - i for i in range(32)]
    for i in range(1, 32 if k == 1 else 0):
        number[i] = number[i - 1] ^ number[i - 1] >> 1
    key = (SEED % 2 ** 32, SEED // 2 ** 32, 2 ** 32 - 2, 0)
    r = [threefry(key, (i, 0, dimension, 0))[0] for i in range(35)]
    out = []
    for value in number:
        word = 0
        for i in range(32):
            bit = 1 << 31 - i
            above = 2 ** 32 - 2 * bit
            word |= bin(value & (r[i] & above | bit)).count("1") % 2 * bit
        out.append(word)
    return out, r


def quantile(word):
    q = (word - 2 ** 31 + .5) / 2 ** 31
    m, e = math.frexp((1 - abs(q)) * (1 + abs(q)))
    if m < float.fromhex("0x1.6a09e667f3bcdp-1"):
        m, e = 2 * m, e - 1
    s = (m - 1) / (m + 1)
    w = e * T[0] + s * polynomial(L, s * s)
    return q * (polynomial(N, w) / polynomial([1., *D], w))


def on_strata(group, r, x):
    """The words Y of the draws of a group, by their x."""
    cell = [min(max(math.floor(128 * v + 832), 0), 1663) for v in x]
    word = [0] * len(x)
    for i, draw in enumerate(sorted(range(len(x)), key=cell.__getitem__)):
        word[draw] = 2 ** 21 * i + (int(f"{group:032b}"[::-1], 2) ^ (r[34] * i + r[33]) % 2 ** 32) // 2 ** 11
    return word


def order(source, number):
    """The order of a source's points in a block."""
    key = (SEED % 2 ** 32, SEED // 2 ** 32, 2 ** 32 - 2, 0)
    counters = [threefry(key, (128 * number + i, 1, source, 0)) for i in range(128)]
    out = list(range(512))
    for i in range(511, 0, -1):
        j = counters[i % 128][i // 128] * (i + 1) >> 32
        out[i], out[j] = out[j], out[i]
    return out


def even(group, dimensions, factor, a=0., common=None):
    """The numbers s of a group; a is the loading on a factor of the same responses, whose numbers are common."""
    K, B, s = len(dimensions), math.sqrt(1 - a * a) if a else 1., []
    for k, dimension in enumerate(dimensions):
        numbers, r = scrambled(k, dimension)
        word = []
        for draw in (512 * b + j for b in range(4 * group, 4 * group + 4) for j in order(dimensions[0], b)):
            x = r[32]
            for bit in range(32):
                if (draw ^ draw >> 1) >> bit & 1:
                    x ^= numbers[bit]
            word.append(x)
        v, terms = B * B, []
        if a:
            w, R = bridge()[0], []
            for j in range(K):
                rest = dot(w[k], w[j])
                for i in range(j):
                    rest = rest - factor[j][i] * R[i]
                R.append(rest / factor[j][j])
            R = [a * x for x in R]
            v = v + dot(R, R)
            terms = list(zip(R, common))
        terms += [(B * factor[k][j], s[j]) for j in range(k)]
        terms = [(x / math.sqrt(v), z) for x, z in terms if x]
        o = B * factor[k][k] / math.sqrt(v)
        mine = [quantile(x) for x in word]
        if terms and o * o >= 1 / 16:
            x = [dot([t for t, _ in terms] + [o], [z[i] for _, z in terms] + [mine[i]]) for i in range(2048)]
            mine = [1 / o * quantile(y) for y in on_strata(group, r, x)]
            for t, z in terms:
                mine = [y + -1 / o * t * u for y, u in zip(mine, z)]
            mine = [min(max(y, -16.), 16.) for y in mine]
        s.append(mine)
    return s


def numbers_of(key, group, s):
    """F of all years, for the draws of a group of a source whose stream has this model, place and variable."""
    model, place, variable = key
    w, factor, g, b = bridge()
    plain = [sum((block(SEED, model, place, FIRST + t, variable, 2048 * group + first) for first in range(0, 2048, 512)), [])
             for t in range(YEARS)]
    out = [[] for _ in plain]
    for i in range(2048):
        c = [dot(factor[k][:k + 1], [s[j][i] for j in range(k + 1)]) for k in range(len(s))]
        for t in range(YEARS):
            if t > max(ANCHORS) - FIRST:
                out[t].append(plain[t][i])
                continue
            F = b[t] * plain[t][i]
            for k, rest in enumerate(c):
                if g[k][t]:
                    F = F + g[k][t] * rest
            c = [rest - w[k][t] * F if w[k][t] else rest for k, rest in enumerate(c)]
            out[t].append(F)
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
    for group in (0, 5):
        z = numbers_of((0, PLACE, 0), group, even(group, (0, 1), bridge()[1]))
        for t in range(YEARS):
            assert bits(plan.shock(2048, model, 0, 0, FIRST + t, 2048 * group)) == bits(z[t]), (group, t)


def test_sobol_with_a_factor():
    plan, model = plan_of("sobol", anchor=ANCHORS)
    plan.load(model, 0, plan.factor(group=[9]), [-.6])
    factor, group = bridge()[1], 3
    common = even(group, (0, 2), factor)
    F = numbers_of((2 ** 32 - 1, 9, 0), group, common)
    own = numbers_of((0, PLACE, 0), group, even(group, (1, 3), factor, -.6, common))
    B = math.sqrt(1 - .6 * .6)
    for t in range(YEARS):
        z = [-.6 * f + B * e for f, e in zip(F[t], own[t])]
        assert bits(plan.shock(2048, model, 0, 0, FIRST + t, 2048 * group)) == bits(z), t


if __name__ == "__main__":
    sys.exit(run(globals()))
