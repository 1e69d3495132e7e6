"""Hostile objects: every function and class of the Python package is called with arguments of which some lie, raise,
change or are of another kind.

usage: hostile.py [--calls N] [--seconds N] [--first N] [--only N] [name...]

The values are those of the kinds in the contracts.  A call gives a result or raises an error of this package, TypeError,
ValueError, OverflowError, MemoryError, or what the object itself raised; anything else, and a crash, is a failure.  Call
number N is made of the seed N, so that --only N makes it again.
"""
import argparse
import array
import ctypes
import decimal
import fractions
import inspect
import os
import random
import re
import sys
import time
import warnings

sys.dont_write_bytecode = True
import children
import contract
import fill

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a child waits for such threads when it ends
try:
    import numpy
except ImportError:
    numpy = None
MODULES = ("base", "series", "ensemble", "economy", "urban", "carbon", "digital", "index", "award", "peers", "catalogue")
BATCH = 200  # calls of one child


class Raised(Exception):
    """What a hostile object raises."""


def raising(*names):
    """An object of which these methods raise."""
    def method(self, *_, **__):
        raise Raised
    return type("Raising", (), dict.fromkeys(names, method))()


class Shrinking(list):
    """A list that becomes shorter while it is read."""

    def __iter__(self):
        while self:
            yield self.pop()

    def __getitem__(self, k):
        self.clear()
        return 1.0


class Lying(list):
    def __len__(self):
        return 1000


class Changing(float):
    """A number that is another each time."""

    def __float__(self):
        return random.random() * 1e300

    def __index__(self):
        return random.randrange(2**70)


class Array:
    """An object that calls itself an array and gives something else."""

    def __init__(self, given):
        self.given = given

    def __array__(self, *_, **__):
        return self.given


def circle():
    made = [1.0]
    made.append(made)
    return made


def endless():
    while True:
        yield 1.0


HOSTILE = [
    lambda r: None, lambda r: object(), lambda r: [], lambda r: (), lambda r: {}, lambda r: set(), lambda r: "", lambda r: b"",
    lambda r: True, lambda r: -1, lambda r: 2**31, lambda r: 2**63, lambda r: 2**64, lambda r: -2**200, lambda r: 10**400,
    lambda r: float("nan"), lambda r: float("inf"), lambda r: 1e308, lambda r: 1 + 2j, lambda r: decimal.Decimal("NaN"),
    lambda r: decimal.Decimal("1e999"), lambda r: fractions.Fraction(1, 3), lambda r: "un", lambda r: "no such word",
    lambda r: "a\0b", lambda r: "\ud800", lambda r: "x" * 10000, lambda r: b"\xff", lambda r: [None], lambda r: [[]],
    lambda r: [[1.0], [1.0, 2.0]], lambda r: [1.0, [2.0]], lambda r: ["a", 1], lambda r: circle(), lambda r: range(3),
    lambda r: range(10**12) if r.random() < .05 else range(0), lambda r: {"a": 1}, lambda r: {1.0, 2.0}, lambda r: (x for x in (1.0, 2.0)),
    lambda r: Shrinking([.1, .2, .3]), lambda r: Lying([.1, .2]), lambda r: Changing(.5), lambda r: [Changing(.5)] * 3,
    lambda r: raising("__float__", "__index__"), lambda r: raising("__iter__"), lambda r: raising("__len__", "__getitem__"),
    lambda r: raising("__array__"), lambda r: raising("__array_interface__"), lambda r: raising("__bool__", "__eq__"),
    lambda r: raising("__class__"), lambda r: [raising("__float__")] * 3, lambda r: memoryview(b"1234"),
    lambda r: memoryview(array.array("d", [.1, .2, .3])), lambda r: array.array("d", [.1, .2, .3]),
    lambda r: array.array("i", [1, 2, 3]), lambda r: bytearray(24), lambda r: (ctypes.c_double * 3)(.1, .2, .3), lambda r: type, lambda r: len,
    lambda r: float, lambda r: [float("nan")] * 3, lambda r: [2**63] * 3, lambda r: [True] * 3, lambda r: ["0.5"] * 3,
    lambda r: [b"x"] * 3, lambda r: NotImplemented, lambda r: Ellipsis, lambda r: [1e308] * 3, lambda r: [0] * 3,
]
if numpy:
    HOSTILE += [
        lambda r: numpy.array(.5), lambda r: numpy.zeros((0,)), lambda r: numpy.zeros((3, 0)), lambda r: numpy.zeros((2, 2, 2, 2)),
        lambda r: numpy.arange(6.)[::-2], lambda r: numpy.arange(12.).reshape(3, 4).T, lambda r: numpy.ones(3, ">f8"),
        lambda r: numpy.ones(3, "f2"), lambda r: numpy.ones(3, "c16"), lambda r: numpy.ones(3, "U5"), lambda r: numpy.ones(3, "M8[s]"),
        lambda r: numpy.ones(3, object), lambda r: numpy.array([None, 1], object), lambda r: numpy.ones(3, [("a", "f8")]),
        lambda r: numpy.ma.masked_array([1., 2., 3.], [0, 1, 0]), lambda r: numpy.matrix([[1., 2.], [3., 4.]]),
        lambda r: numpy.broadcast_to(numpy.float64(.5), (3,)), lambda r: numpy.frombuffer(b"\0" * 25, numpy.uint8)[1:].view("f8"),
        lambda r: numpy.ones(3, "u8") * 2**63, lambda r: numpy.float32(.5), lambda r: numpy.int8(3), lambda r: numpy.bool_(True),
        lambda r: numpy.timedelta64(3), lambda r: numpy.array(["a", "b"]), lambda r: Array(numpy.zeros(3)), lambda r: Array(None),
        lambda r: Array([1.0]), lambda r: numpy.full(3, numpy.nan), lambda r: numpy.longdouble("1e400"),
    ]
ALLOWED = (TypeError, ValueError, OverflowError, MemoryError, Raised)


class World:
    """The package, the contracts, and values for the parameters of its functions."""

    def __init__(self):
        import smartkpi
        self.smartkpi, self.api = smartkpi, contract.headers()
        self.places = {}
        for f in self.api.functions.values():
            for p in self.api.places(f):
                if p.kind and p.role == "in":
                    self.places.setdefault((f.name, p.argument.name), p)
                    self.places.setdefault(("", p.argument.name), p)
        self.callables = dict(self.found())

    def found(self):
        """(name, callable, class or None) of everything public."""
        for name in MODULES:
            module = getattr(self.smartkpi, name, None)
            for public in getattr(module, "__all__", ()):
                one = getattr(module, public)
                if inspect.isclass(one) and not public.endswith("Result") or inspect.isfunction(one):
                    yield f"{name}.{public}", (one, None, f"skpi_{name}_{public.lower()}")
                if inspect.isclass(one):
                    for member, f in vars(one).items():
                        if not member.startswith("_") and (inspect.isfunction(f) or isinstance(f, classmethod)):
                            f = f.__func__ if isinstance(f, classmethod) else f
                            yield f"{name}.{public}.{member}", (f, one, f"skpi_{name}_{public.lower()}_{member}")

    def number(self, r, function, name, size):
        """Values of the kind that a parameter has in C."""
        place = self.places.get((function, name)) or self.places.get(("", name))
        if not place or place.kind.name not in fill_kinds():
            return [r.choice((1, 2, .5)) for _ in range(size)]
        try:
            return fill.cells(place, size, r.randrange(2), self.api.enums)
        except KeyError:
            return [1] * size

    def value(self, r, function, parameter, depth=0):
        name, told = parameter.name, str(parameter.annotation)
        n = r.choice((3, 3, 3, 1, 0, 4))
        if "Table" in told:
            one = lambda: self.smartkpi.Table(list(range(2010, 2014)), [self.number(r, function, name, 4) for _ in range(3)])  # noqa: E731
            return one() if "Iterable" not in told and "Sequence" not in told else [one(), one()]
        if "Ragged" in told:
            return [sorted(self.number(r, function, name, k)) for k in (3, 2, 4)]
        if "Grid" in told:
            return [self.number(r, function, name, 4) for _ in range(n)]
        if "str" in told and "Many" not in told and "list" not in told:
            return r.choice(("CO2", "01", "EC: ICT: ICT: 1C", ""))
        if "Many" in told or "Sequence" in told or "list" in told:
            if "str" in told:
                return ["CO2", "CH4", "N2O"]
            return [] if name == "status" else self.number(r, function, name, n)
        if "bool" in told:
            return r.random() < .5
        for base in re.findall(r"[A-Z]\w+", told):
            made = next((c for full, (c, owner, _) in self.callables.items() if full.endswith("." + base) and owner is None), None)
            if made and inspect.isclass(made) and depth < 3:
                return self.call(r, made, function, 0, depth + 1)
        found = self.number(r, function, name, 1)
        return found[0] if found else 0

    def call(self, r, f, function, spoiled, depth=0):
        """A call with that many spoiled arguments."""
        given = {}
        parameters = [p for p in inspect.signature(f).parameters.values() if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
        parameters = [p for p in parameters if p.name not in ("self", "cls")]
        for p in parameters:
            if p.default is p.empty or r.random() < .3:
                given[p.name] = self.value(r, function, p, depth)
        for p in r.sample(parameters, min(spoiled, len(parameters))):
            hostile = r.choice(HOSTILE)(r)
            if isinstance(given.get(p.name), list) and given[p.name] and r.random() < .5:
                given[p.name][r.randrange(len(given[p.name]))] = hostile
            else:
                given[p.name] = hostile
        return f(**given)

    def owner(self, r, cls):
        """An object of a class for a method: a good one, or one that was closed."""
        made = self.call(r, cls, "", 0)
        if hasattr(made, "close") and r.random() < .1:
            made.close()
        return made

    def one(self, seed, names):
        r = random.Random(seed)
        name = r.choice(names)
        f, owner, function = self.callables[name]
        try:
            if owner is not None:
                parameters = list(inspect.signature(f).parameters)
                if parameters[:1] == ["self"]:
                    try:
                        made = self.owner(r, owner)
                    except ALLOWED:
                        return name, None
                    f = f.__get__(made)
                else:
                    f = f.__get__(owner)
            self.call(r, f, function, r.choice((0, 1, 1, 1, 2, 3)))
        except ALLOWED:
            pass
        except Exception as e:  # noqa: BLE001
            trace = e.__traceback__
            while trace.tb_next:
                trace = trace.tb_next
            return name, f"{type(e).__name__}: {e} at {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
        return name, None


def fill_kinds():
    return ("number", "growth", "URGD", "decline", "interest", "share", "open share", "probability", "quantity", "positive",
            "divisor", "date", "year", "years", "horizons", "axis", "integer", "index", "flag", "one of", "enum", "count")


def batch(world, first, names, until):
    def work(note, _):
        warnings.simplefilter("ignore")
        failures, done = [], 0
        for seed in range(first, first + BATCH):
            note.write(f"call {seed}")
            name, fault = world.one(seed, names)
            done += 1
            if fault:
                failures.append((name, seed, fault))
            if time.time() > until:
                break
        return failures, done
    return children.run(work)


def main():
    told = argparse.ArgumentParser()
    told.add_argument("--calls", type=int, default=2000)
    told.add_argument("--seconds", type=float, default=0)
    told.add_argument("--first", type=int, default=0)
    told.add_argument("--only", type=int)
    told.add_argument("names", nargs="*")
    told = told.parse_args()
    world = World()
    names = sorted(n for n in world.callables if not told.names or any(n.startswith(one) for one in told.names))
    if told.only is not None:
        print(world.one(told.only, names))
        return 0
    seed, calls, failures = told.first, 0, {}
    until = time.time() + told.seconds if told.seconds else float("inf")
    while time.time() < until and (told.seconds or seed < told.first + told.calls):
        answer, death = batch(world, seed, names, until)
        if death:
            failures.setdefault(death.partition("\n")[0], (seed, death))
        else:
            calls += answer[1]
            for name, number, fault in answer[0]:
                failures.setdefault(f"{name}: {fault}", (number, ""))
        seed += BATCH
    for text, (number, more) in sorted(failures.items()):
        print(f"FAIL {text} (call {number}) {more}")
    print(f"{'FAIL' if failures else 'ok'} hostile objects: {len(names)} functions, {calls} calls")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
