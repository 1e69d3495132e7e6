#!/usr/bin/env python3
"""The stream of draws, rebuilt in Python from its page alone, smartkpi_ensemble(7): coefficients are read from there.

Floats are IEEE doubles and math.sqrt is rounded as the page asks: bits must be equal.
"""
import math
import re
import sys

sys.dont_write_bytecode = True
from python_unit import SRC, refused, run  # noqa: E402  (first: it finds the package)
from smartkpi import ensemble  # noqa: E402

with open(f"{SRC}/man/smartkpi_ensemble.7", encoding="utf-8") as file:
    PAGE = file.read()
COEFFICIENT = dict(re.findall(r"^([TLSC]\d?) += (-?0x[0-9a-f.]+p[-+]\d+)$", PAGE, re.M))
T, L, S, C = ([float.fromhex(COEFFICIENT[n]) for n in sorted(COEFFICIENT) if n[0] == kind] for kind in "TLSC")
ROTATION = [tuple(map(int, pair.split())) for pair in re.search(r"^R = (.*)$", PAGE, re.M)[1].split(", ")]
M = 2 ** 32


def threefry(key, counter):
    key = [*key, 0x1BD11BDA ^ key[0] ^ key[1] ^ key[2] ^ key[3]]
    x = [(c + k) % M for c, k in zip(counter, key)]
    for r in range(20):
        left, right = ROTATION[r % 8]
        for (a, b), turn in zip([(0, 1), (2, 3)] if r % 2 == 0 else [(0, 3), (2, 1)], (left, right)):
            x[a] = (x[a] + x[b]) % M
            x[b] = (x[b] << turn | x[b] >> 32 - turn) % M ^ x[a]
        if r % 4 == 3:
            s = (r + 1) // 4
            x = [(x[i] + key[(s + i) % 5]) % M for i in range(4)]
            x[3] = (x[3] + s) % M
    return x


def polynomial(p, z):
    pairs = [p[i + 1] * z + p[i] if i + 1 < len(p) else p[i] for i in range(0, len(p), 2)]
    value = pairs.pop()
    while pairs:
        value = value * (z * z) + pairs.pop()
    return value


def signed(word):
    return word - M if word >= M // 2 else word


def pair(w, v):
    u = signed(w) + 2147483648.5
    m, e = math.frexp(u)  # 1/2 <= m < 1
    if m < float.fromhex("0x1.6a09e667f3bcdp-1"):
        m, e = 2 * m, e - 1
    s = (m - 1) / (m + 1)
    r = math.sqrt((e - 32) * T[0] + s * polynomial(L, s * s))
    v = signed(v) + .5
    y = (2 ** 30 - abs(v)) / 2 ** 30
    cosine = r * polynomial(C, y * y)
    return r * (y * polynomial(S, y * y)), -cosine if v < 0 else cosine


def block(seed, model, place, year, variable, b):
    key = (seed % M, seed // M, model, 0)
    words = [threefry(key, (b // 4 + i, year, place, variable)) for i in range(128)]
    pairs = [pair(words[j % 128][j // 128], words[j % 128][2 + j // 128]) for j in range(256)]
    return [p[0] for p in pairs] + [p[1] for p in pairs]


def bits(values):
    return [float(v).hex() for v in values]


STREAMS = [(0, 0, 0, 1500, 0, 0), (42, 0, 7, 2030, 0, 0), (2 ** 64 - 1, 2 ** 31 - 1, 2 ** 32 - 1, 2400, 2 ** 31 - 1, 2 ** 34 - 512),
           (0x123456789abcdef0, 3, 100000, 2060, 2, 512 * 12345)]


def test_words():
    assert len(ROTATION) == 8 and [len(p) for p in (T, L, S, C)] == [1, 6, 7, 8]
    assert "%08x %08x %08x %08x" % tuple(threefry((0,) * 4, (0,) * 4)) in PAGE


def test_blocks():
    for seed, model, place, year, variable, b in STREAMS:
        assert bits(ensemble.draw(512, seed, model, place, year, variable, b)) == bits(
            block(seed, model, place, year, variable, b)), (seed, b)


def test_page():
    z = block(42, 0, 7, 2030, 0, 0)
    text = " ".join(PAGE.split())
    assert f"draw 0 is {z[0].hex()}, draw 1 {z[1].hex()}, and draw 256 {z[256].hex()}." in text


def test_parts():
    """Parts of any length may be drawn in any order, and are equal to those of the whole stream."""
    whole = bits(ensemble.draw(2100, 5, 1, 2, 2001, 3, 0))
    for first, n in [(0, 0), (0, 1), (511, 2), (500, 600), (1023, 1), (1024, 1076), (2099, 1)]:
        assert bits(ensemble.draw(n, 5, 1, 2, 2001, 3, first)) == whole[first:first + n]
    for other in [(6, 1, 2, 2001, 3), (5, 0, 2, 2001, 3), (5, 1, 3, 2001, 3), (5, 1, 2, 2002, 3), (5, 1, 2, 2001, 4)]:
        assert not set(whole) & set(bits(ensemble.draw(2100, *other, 0)))


def test_refused():
    refused("SKPI_ERANGE", "model", None, ensemble.draw, 1, 0, -2, 0, 2000, 0, 0)
    refused("SKPI_ERANGE", "place", None, ensemble.draw, 1, 0, 0, 2 ** 32, 2000, 0, 0)
    refused("SKPI_ERANGE", "year", None, ensemble.draw, 1, 0, 0, 0, 1499, 0, 0)
    refused("SKPI_ERANGE", "variable", None, ensemble.draw, 1, 0, 0, 0, 2000, -1, 0)
    refused("SKPI_ERANGE", "first_draw", None, ensemble.draw, 2, 0, 0, 0, 2000, 0, 2 ** 34 - 1)
    assert len(ensemble.draw(0, 0, 0, 0, 2000, 0, 2 ** 34)) == 0


if __name__ == "__main__":
    sys.exit(run(globals()))
