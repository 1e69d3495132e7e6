"""Calls of ensemble.h.  How to write a line stands at the top of kinds.py."""
from kinds import INT32_MIN, Values, call, count, out, year


def index(value):
    """a number from 0 on, int32_t"""
    return Values(value, bad=[(-1, "ERANGE"), (INT32_MIN, "ERANGE")], finite=False)


def below(value, power):
    """a number below a power of two, uint64_t"""
    return Values(value, bad=[(2 ** power, "ERANGE"), (2 ** 63, "ERANGE")], finite=False)


CALLS = [
    call("skpi_ensemble_draw", n=count(600), seed=Values(2 ** 63 + 42, finite=False), model=index(1), place=below(7, 32),
         year=year(2030), variable=index(0), first_draw=below(500, 34), normal=out()),
]
