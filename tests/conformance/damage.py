"""Input-output tables damaged in 35 ways that people meet: a unit, an exchange, a total left in, a sector lost.

A table is a dict of NumPy arrays: z (n x n), x, va, y, digital; of what the damage leaves where it was, origin says
which sector it is (-1: put in).  variants(table, seed) gives [(kind, what was done, damaged table)], about a hundred,
always the same for a seed.
"""
import numpy

FACTORS = [10., 100., 1000., 1e6, .1, .01, .001, 1e-6]
PLAN = {"row": 10, "column": 10, "flows": 4, "output of one": 5, "output": 2, "value added of one": 5, "value added": 3,
        "final demand of one": 5, "final demand": 2, "sector": 4, "half of the rows": 2, "transposed": 1,
        "coefficients": 1, "coefficients in per cent": 1, "output coefficients": 1, "output for value added": 1,
        "output for final demand": 1, "value added for final demand": 1, "output shifted": 1, "final demand shifted": 1,
        "value added shifted": 1, "two rows exchanged": 1, "subtotal after": 7, "subtotal before": 6,
        "nested subtotals": 4, "all subtotals and the total": 2, "total in the middle": 3, "total first": 1,
        "total last": 1, "of which": 6, "two of which": 2, "two columns": 1, "sector lost": 2, "cell lost": 1,
        "cell times 10": 1}


def origin(t):
    return t.get("origin", numpy.arange(len(t["x"])))


def put(t, place, row, column, corner, value, digital):
    """Inserts a sector at this place: its row and column, its own cell, and value(array) in every vector."""
    n = len(t["x"])
    old = [i for i in range(n + 1) if i != place]
    z = numpy.zeros((n + 1, n + 1))
    z[numpy.ix_(old, old)], z[place, old], z[old, place], z[place, place] = t["z"], row, column, corner
    return dict(t, z=z, digital=numpy.insert(t["digital"], place, digital),
                origin=numpy.insert(origin(t), place, -1),
                **{k: numpy.insert(t[k], place, value(t[k])) for k in ("x", "va", "y")})


def with_sum(t, members, place):
    """Adds the sum of these sectors as a sector beside them."""
    z = t["z"]
    return put(t, place, z[members].sum(0), z[:, members].sum(1), z[numpy.ix_(members, members)].sum(),
               lambda v: v[members].sum(), int(t["digital"][members].all()))


def with_part(t, i, part, place):
    """Adds a part of sector i, with its sales and purchases, beside the whole sector."""
    z = t["z"]
    return put(t, place, part * z[i], part * z[:, i], part * part * z[i, i], lambda v: part * v[i], t["digital"][i])


def coefficients(t):
    return numpy.where(t["x"] > 0, t["z"] / numpy.where(t["x"] > 0, t["x"], 1), 0)


class Damage:
    """Sector i and factor k are drawn for every kind of damage; other draws of a kind come after them."""

    def __init__(self, t, rng):
        self.t, self.rng, self.n = t, rng, len(t["x"])
        self.busy = numpy.where(t["x"] > 0)[0]

    def drawn(self):
        return int(self.rng.choice(self.busy))

    def one(self, kind):
        i, k = self.drawn(), float(self.rng.choice(FACTORS))
        t = dict(self.t, **{name: self.t[name].copy() for name in ("z", "x", "va", "y")})
        return getattr(self, kind.replace(" ", "_"))(t, i, k)

    @staticmethod
    def times(t, name, where, k):
        t[name][where] *= k
        return t

    def row(self, t, i, k):
        return (i, k), self.times(t, "z", i, k)

    def column(self, t, i, k):
        return (i, k), self.times(t, "z", (slice(None), i), k)

    def flows(self, t, _, k):
        return (k,), self.times(t, "z", slice(None), k)

    def output_of_one(self, t, i, k):
        return (i, k), self.times(t, "x", i, k)

    def output(self, t, _, k):
        return (k,), self.times(t, "x", slice(None), k)

    def value_added_of_one(self, t, i, k):
        return (i, k), self.times(t, "va", i, k)

    def value_added(self, t, _, k):
        return (k,), self.times(t, "va", slice(None), k)

    def final_demand_of_one(self, t, i, k):
        return (i, k), self.times(t, "y", i, k)

    def final_demand(self, t, _, k):
        return (k,), self.times(t, "y", slice(None), k)

    def sector(self, t, i, k):
        for name, where in (("z", i), ("z", (slice(None), i)), ("x", i), ("va", i), ("y", i)):
            self.times(t, name, where, k)
        t["z"][i, i] /= k
        return (i, k), t

    def half_of_the_rows(self, t, _, k):
        return (k,), self.times(t, "z", slice(self.n // 2, None), k)

    def transposed(self, t, *_):
        return (), dict(t, z=t["z"].T.copy())

    def coefficients(self, t, *_):
        return (), dict(t, z=coefficients(t))

    def coefficients_in_per_cent(self, t, *_):
        return (), dict(t, z=100 * coefficients(t))

    def output_coefficients(self, t, *_):
        made = t["x"][:, None]
        return (), dict(t, z=numpy.where(made > 0, t["z"] / numpy.where(made > 0, made, 1), 0))

    def output_for_value_added(self, t, *_):
        return (), dict(t, x=t["va"].clip(0), va=t["x"])

    def output_for_final_demand(self, t, *_):
        return (), dict(t, x=t["y"].clip(0), y=t["x"])

    def value_added_for_final_demand(self, t, *_):
        return (), dict(t, va=t["y"], y=t["va"])

    def output_shifted(self, t, *_):
        return (), dict(t, x=numpy.roll(t["x"], 1))

    def final_demand_shifted(self, t, *_):
        return (), dict(t, y=numpy.roll(t["y"], 1))

    def value_added_shifted(self, t, *_):
        return (), dict(t, va=numpy.roll(t["va"], 1))

    def two_rows_exchanged(self, t, i, _):
        j = self.drawn()
        t["z"][[i, j]] = t["z"][[j, i]]
        return (i, j), t

    def consecutive(self):
        length = int(self.rng.integers(2, min(12, self.n - 1)))
        return int(self.rng.integers(0, self.n - length + 1)), length

    def subtotal_after(self, t, *_):
        first, length = self.consecutive()
        return (first, length), with_sum(t, list(range(first, first + length)), first + length)

    def subtotal_before(self, t, *_):
        first, length = self.consecutive()
        return (first, length), with_sum(t, list(range(first, first + length)), first)

    def nested_subtotals(self, t, *_):
        p, q = [int(v) for v in self.rng.integers(2, 6, 2)]
        first = int(self.rng.integers(0, self.n - p - q + 1))
        after = int(self.rng.integers(0, 2))
        a, b = list(range(first, first + p)), list(range(first + p, first + p + q))
        if after:  # the parts, each followed by its sum, and then the sum of all
            t = with_sum(t, a + b, first + p + q)
            t = with_sum(t, b, first + p + q)
            t = with_sum(t, a, first + p)
        else:  # each sum before its parts
            t = with_sum(with_sum(t, b, first + p), a, first)
            t = with_sum(t, [i + 1 for i in a] + [i + 2 for i in b], first)
        return (first, p, q, after), t

    def all_subtotals_and_the_total(self, t, *_):
        m = int(self.rng.integers(2, 6))
        cuts = self.rng.choice(numpy.arange(2, self.n - 1), m, replace=False)
        cuts = sorted({0, self.n, *(int(v) for v in cuts)})
        t = with_sum(t, list(range(self.n)), self.n)
        for a, b in reversed(list(zip(cuts, cuts[1:]))):
            t = with_sum(t, list(range(a, b)), b)
        return tuple(cuts), t

    def total_in_the_middle(self, t, *_):
        place = int(self.rng.integers(1, self.n))
        return (place,), with_sum(t, list(range(self.n)), place)

    def total_first(self, t, *_):
        return (), with_sum(t, list(range(self.n)), 0)

    def total_last(self, t, *_):
        return (), with_sum(t, list(range(self.n)), self.n)

    def of_which(self, t, i, _):
        part = float(self.rng.uniform(.05, .9))
        return (i, round(part, 2)), with_part(t, i, part, i + 1)

    def two_of_which(self, t, i, _):
        part = float(self.rng.uniform(.05, .9))
        low, high = sorted((i, self.drawn()))
        return (high, low), with_part(with_part(t, high, part, high + 1), low, .4, low + 1)

    def two_columns(self, t, i, k):
        j = self.drawn()
        self.times(t, "z", (slice(None), i), k)
        return (i, j, k), self.times(t, "z", (slice(None), j), k)

    def sector_lost(self, t, i, _):
        rest = numpy.arange(self.n) != i
        return (i,), dict(t, z=t["z"][numpy.ix_(rest, rest)], digital=t["digital"][rest], origin=origin(t)[rest],
                          **{name: t[name][rest] for name in ("x", "va", "y")})

    def large_cell(self, t):
        order = numpy.argsort(-numpy.abs(t["z"]).ravel())
        return numpy.unravel_index(order[int(self.rng.integers(0, 3 * self.n))], t["z"].shape)

    def cell_lost(self, t, *_):
        self.drawn()
        cell = self.large_cell(t)
        return tuple(map(int, cell)), self.times(t, "z", cell, 0)

    def cell_times_10(self, t, *_):
        cell = self.large_cell(t)
        return tuple(map(int, cell)), self.times(t, "z", cell, 10)


def variants(t, seed):
    d = Damage(t, numpy.random.default_rng(seed))
    return [(kind, *d.one(kind)) for kind, count in PLAN.items() for _ in range(count)]


def results(t):
    """The results that are usually computed from a table, for the original sectors: linkages, multipliers and the share
    of the digital economy; None if the economy uses more than it makes."""
    n, a, busy = len(t["x"]), coefficients(t), t["digital"].astype(bool)
    if not numpy.abs(numpy.linalg.eigvals(a)).max() < 1:
        return None
    inverse = numpy.linalg.inv(numpy.eye(n) - a)
    v = numpy.where(t["x"] > 0, t["va"] / numpy.where(t["x"] > 0, t["x"], 1), 0)
    content = v[:, None] * inverse * t["y"]
    share = (t["va"][busy].sum() + content[numpy.ix_(~busy, busy)].sum()) / t["va"].sum()
    found = {int(o): (inverse[:, i].sum(), inverse[i].sum(), v @ inverse[:, i])
             for i, o in enumerate(origin(t)) if o >= 0}
    return found, share


def change(before, after):
    """The largest relative change of a result; infinite if there is no result any more."""
    if after is None:
        return float("inf")
    pairs = [(b, a) for i, values in after[0].items() for b, a in zip(before[0][i], values) if b != 0]
    return max(abs(a / b - 1) for b, a in [*pairs, (before[1], after[1])])
