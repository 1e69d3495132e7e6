"""Calls of ensemble.h.  How to write a line stands at the top of kinds.py."""
import ctypes

from cases import NAN, NULL, Kind, Refusal
from kinds import (INT32_MIN, Values, axis, call, choice, count, finite, handle, n_years, new_handle, out, probability,
                   refuse, struct, year)


def index(value, status="ERANGE"):
    """a number from 0 on, int32_t"""
    return Values(value, bad=[(-1, status), (INT32_MIN, status)], finite=False)


def below(value, power):
    """a number below a power of two, uint64_t"""
    return Values(value, bad=[(2 ** power, "ERANGE"), (2 ** 63, "ERANGE")], finite=False)


def any_of(value, bad=()):
    return Values(value, bad=bad, finite=False)


class Bytes(Kind):
    """The bytes of a result of the plan of this call."""
    role = "in"

    def content(self, b):
        a = b.handle("skpi_ensemble_result_new", ("skpi_ensemble_result_run",), False)
        size = ctypes.c_size_t()
        b.lab.function("skpi_ensemble_result_size")(a, ctypes.byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        b.lab.function("skpi_ensemble_result_write")(a, size, buffer)
        return bytearray(buffer.raw)

    def build(self, b, path, type):
        if b.changed(path, None) is NULL:
            return 0
        content = self.content(b)
        flip = b.changes.get((path, "flip"))
        if flip is not None:
            content[flip] ^= 1
        return b.place(path, "in", bytes(content), 8)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for k in (0, 8, 20, 24, 40, 60, 100):
            yield Refusal(f"{path}: byte {k} damaged", {(path, "flip"): k}, "ECORRUPT", path, value=NAN)


class Size(Kind):
    """How many bytes there are."""

    def __init__(self, status, name, cuts):
        self.status, self.name, self.cuts = status, name, cuts

    def build(self, b, path, type):
        return len(Bytes().content(b)) + b.changed(path, 0)

    def cases(self, c, path, type):
        for cut in self.cuts:
            yield Refusal(f"{path} short by {-cut}", {path: cut}, self.status, self.name)


class Buffer(Kind):
    """Room for the bytes."""
    role = "out"

    def build(self, b, path, type):
        return 0 if b.changed(path, None) is NULL else b.place(path, "out", b.fill * len(Bytes().content(b)), 8)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)


def bare(**options):
    return handle("skpi_ensemble_plan_new", **options)


def plan():
    return handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add", "skpi_ensemble_plan_event")


def empty():
    return handle("skpi_ensemble_result_new", fresh=True)


def done(**options):
    return handle("skpi_ensemble_result_new", "skpi_ensemble_result_run", **options)


KINDS = [(0, "EINVAL"), (1, "EINVAL"), (4301, "EINVAL"), (-1, "EINVAL"), (INT32_MIN, "EINVAL")]

CALLS = [
    call("skpi_ensemble_draw", n=count(600), seed=Values(2 ** 63 + 42, finite=False), model=index(1), place=below(7, 32),
         year=year(2030), variable=index(0), first_draw=below(500, 34), normal=out()),
    call("skpi_ensemble_plan_new",
         refuse("EDUPLICATE", "options->place_id", {"options->place_id": [5, 9, 5]}, row=2),
         refuse("ENOTSORTED", "options->prob", {"options->prob": [.5, .1]}, row=1),
         refuse("ERANGE", "options->n_draws", {"options->n_draws": 2 ** 34 + 1}),
         refuse("ERANGE", "options->n_draws", {"options->n_draws": 2 ** 31 + 1}),
         refuse("EINVAL", "options->n_places", {"options->n_places": 0}),
         refuse("ERANGE", "options->n_places", {"options->n_places": 2 ** 28 + 1}),
         first_year=axis(2026), n_years=n_years(4, zero="ENODATA"),
         options=struct(optional=True, flags=1, seed=any_of(2 ** 64 - 1), n_draws=any_of(700), mode=any_of(0, KINDS[1:]),
                        stream_version=any_of(1, [(2, "EINVAL"), (-1, "EINVAL")]), n_places=any_of(3), n_prob=any_of(2),
                        place_id=Values([4, 9, 2 ** 32 - 1], "3", bad=[(2 ** 32, "ERANGE")], finite=False, optional=True),
                        prob=probability([.1, .5], "2")),
         plan=new_handle("skpi_ensemble_plan_free")),
    call("skpi_ensemble_plan_event", refuse("ERANGE", "year", year=2025), refuse("ERANGE", "year", year=2030),
         refuse("EINVAL", "threshold", kind=4203),
         plan=handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add"), model=index(0, "ENOTFOUND"),
         variable=index(0, "ENOTFOUND"), kind=any_of(4201, KINDS), year=any_of(2028, [(INT32_MIN, "ERANGE")]),
         threshold=finite([.5, .6, .7], "3"), event=out("1")),
    call("skpi_ensemble_plan_all", plan=plan(), n_events=count(2, "ENODATA"),
         event=Values([0, 0], "n_events", bad=[(-1, "ENOTFOUND"), (1, "ENOTFOUND")], finite=False), all=out("1")),
    call("skpi_ensemble_result_new", plan=plan(), result=new_handle("skpi_ensemble_result_free")),
    call("skpi_ensemble_result_run",
         refuse("EINVAL", "options->first_draw", {"options->first_draw": 512, "options->n_draws": 0}),
         result=empty(), plan=plan(),
         options=struct(optional=True, first_place=any_of(0, [(3, "ERANGE"), (2 ** 63, "ERANGE")]),
                        n_places=any_of(3, [(4, "ERANGE"), (2 ** 63, "ERANGE")]),
                        first_draw=any_of(0, [(700, "ERANGE")]),
                        n_draws=any_of(700, [(512, "EINVAL"), (701, "ERANGE"), (2 ** 63, "ERANGE")]),
                        threads=any_of(1, [(-1, "ERANGE"), (1025, "ERANGE"), (INT32_MIN, "ERANGE")]),
                        dispatch=any_of(4302, [(-1, "EINVAL"), (1, "EINVAL"), (4101, "EINVAL"), (INT32_MIN, "EINVAL")]),
                        progress=any_of(0), user=any_of(0))),
    call("skpi_ensemble_result_merge", result=empty(), other=done(apart=True)),
    call("skpi_ensemble_result_size", result=done(), size=out("1")),
    call("skpi_ensemble_result_write", result=done(), size=Size("EBUFFER", "size", (-1, -8, -80)), buffer=Buffer()),
    call("skpi_ensemble_result_read", plan=plan(), size=Size("ECORRUPT", "buffer", (-1, -8, -80)), buffer=Bytes(),
         result=new_handle("skpi_ensemble_result_free")),
    call("skpi_ensemble_result_covered", result=done(), drawn=out("1"), missing=out("1")),
    call("skpi_ensemble_result_mean", result=done(), model=index(0, "ENOTFOUND"), variable=index(0, "ENOTFOUND"),
         mean=out("3*4")),
    call("skpi_ensemble_result_quantile", refuse("ENOTFOUND", "prob", prob=.25), result=done(),
         model=index(0, "ENOTFOUND"), variable=index(0, "ENOTFOUND"), n_prob=count(2),
         prob=probability([.5, .1], "n_prob"), quantile=out("12*n_prob")),
    call("skpi_ensemble_result_probability", result=done(), event=index(0, "ENOTFOUND"), probability=out("3")),
]
