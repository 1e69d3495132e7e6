"""Samples of ensemble.h, and the bytes of a result.  calls/__init__.py tells how to write one."""
import ctypes

from cases import NAN, NULL, Kind, Refusal, sample
from structs import handle


def bytes_of(lab, result):
    """The bytes of a result."""
    size = ctypes.c_size_t()
    lab.function("skpi_ensemble_result_size")(result, ctypes.byref(size))
    buffer = ctypes.create_string_buffer(size.value)
    lab.function("skpi_ensemble_result_write")(result, size, buffer)
    return buffer.raw


class Bytes(Kind):
    """The bytes of a result of this call's plan."""
    role = "in"

    def content(self, b):
        return bytearray(bytes_of(b.lab, b.handle("skpi_ensemble_result_new", ("skpi_ensemble_result_run",), False)))

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
    """The number of bytes."""

    def __init__(self, status, name, cuts):
        self.status, self.name, self.cuts = status, name, cuts

    def build(self, b, path, type):
        return len(Bytes().content(b)) + b.changed(path, 0)

    def cases(self, c, path, type):
        for cut in self.cuts:
            yield Refusal(f"{path} short by {-cut}", {path: cut}, self.status, self.name)


class Buffer(Kind):
    """An empty buffer for the bytes."""
    role = "out"

    def build(self, b, path, type):
        return 0 if b.changed(path, None) is NULL else b.place(path, "out", b.fill * len(Bytes().content(b)), 8)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)


@ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_uint64, ctypes.c_uint64, ctypes.c_void_p)
def stop(done, total, user):
    return 1


STOP = ctypes.cast(stop, ctypes.c_void_p).value
MODEL = handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add")
EMITS = handle("skpi_ensemble_plan_new", "skpi_carbon_ensemble_add")
PLAN = handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add", "skpi_ensemble_plan_event",
              "skpi_ensemble_plan_milestone", "skpi_ensemble_plan_aggregate")
COUNTS = handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add", "skpi_ensemble_plan_event",
                "skpi_ensemble_plan_aggregate_count")
DONE = handle("skpi_ensemble_result_new", "skpi_ensemble_result_run")
EMPTY = handle("skpi_ensemble_result_new", fresh=True)
STREAMED = handle("skpi_ensemble_plan_new [of Sobol's points]", "skpi_urban_ensemble_add", "skpi_ensemble_plan_factor",
                  "skpi_ensemble_plan_load", "skpi_ensemble_plan_event", "skpi_ensemble_plan_milestone",
                  "skpi_ensemble_plan_aggregate")
STREAM = "skpi_ensemble_result_new [of a stream]"
RECIPES = {"skpi_ensemble_plan": PLAN, "skpi_ensemble_result": DONE}
CUTS = (-1, -8, -80)

SAMPLES = [
    sample("skpi_ensemble_plan_new", ("ERANGE", "options->n_draws", {"n_draws": 2 ** 31 + 1}), n_draws=700,
           prob=[.1, .5]),
    sample("skpi_ensemble_plan_new", ("ERANGE", "options->anchor", {"anchor": 2019}),
           ("ERANGE", "options->n_draws", {"options->n_draws": 2 ** 32 + 1}), n_draws=700, prob=[.1, .5], mode="STREAM",
           sampling="SOBOL", anchor=[2028, 2026], place_id=[5, 6, 7],
           variant="of Sobol's points"),
    sample("skpi_ensemble_plan_event", ("EDOM", "threshold", None), plan=MODEL, year=2028),
    sample("skpi_ensemble_plan_event", ("EDOM", "threshold", {"threshold": 0.0}), plan=EMITS, year=2028,
           variant="of emissions"),
    sample("skpi_ensemble_plan_event_path", ("EINVAL", "kind", {"kind": "PEAKED"}), ("EDOM", "threshold", None),
           plan=MODEL, year=2028),
    sample("skpi_ensemble_plan_event_path", ("EINVAL", "kind", {"kind": "PEAKED"}),
           ("EDOM", "threshold", {"threshold": 0.0}), plan=EMITS, year=2028, variant="of emissions"),
    sample("skpi_ensemble_plan_milestone", ("EINVAL", "kind", {"kind": "SUM_BELOW"}), ("EDOM", "threshold", None),
           plan=MODEL, kind="KEPT_BELOW"),
    sample("skpi_ensemble_plan_milestone", ("EINVAL", "kind", {"kind": "SUM_BELOW"}),
           ("EDOM", "threshold", {"threshold": 0.0}), plan=EMITS, kind="KEPT_BELOW", variant="of emissions"),
    sample("skpi_ensemble_plan_factor", plan=MODEL),
    sample("skpi_ensemble_plan_load", ("EDUPLICATE", "factor", None), ("ERANGE", "loading", {"loading": 1.1}),
           plan=handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add", "skpi_ensemble_plan_factor"),
           loading=[.5, -.6, 0]),
    sample("skpi_ensemble_plan_correlate", ("EDUPLICATE", "place", {"place": [0, 0, 1]}), ("ERANGE", "n_shocks", None),
           ("ENOTFOUND", "place", {"place": [0, 1, 3]}), ("ERANGE", "place", None),
           ("EDOM", "matrix", {("matrix", 1): -.9}), plan=MODEL, n_shocks=3, model=[0, 0, 0], shock=[0, 0, 0],
           place=[0, 1, 2], matrix=[1, .5, .2, .5, 1, .3, .2, .3, 1]),
    sample("skpi_ensemble_plan_shock", ("ENOTFOUND", "place", {"place": 3}),
           ("ERANGE", "first_draw", {"first_draw": 2 ** 34}), plan=MODEL, year=2028),
    sample("skpi_ensemble_plan_shock", ("ENOTFOUND", "place", {"place": 3}),
           ("ERANGE", "first_draw", {"first_draw": 2 ** 32}), plan=STREAMED, year=2028, first_draw=1,
           variant="of Sobol's points"),
    sample("skpi_ensemble_plan_aggregate", ("EDUPLICATE", "place", {"place": [0, 1, 1]}),
           ("ENOTFOUND", "place", {"place": [0, 1, 3]}), ("EOVERFLOW", "weight", {("weight", 0): 1e308}), plan=MODEL,
           n_members=3, model=[0, 0, 0], variable=[0, 0, 0], place=[0, 1, 2]),
    sample("skpi_ensemble_plan_aggregate_count", ("EDUPLICATE", "place", {"place": [0, 1, 1]}),
           ("ENOTFOUND", "place", {"place": [0, 1, 3]}), n_members=3, event=[0, 0, 0], place=[0, 1, 2]),
    sample("skpi_ensemble_plan_aggregate_event", ("EINVAL", "kind", None), ("EINVAL", "n_thresholds", None),
           ("EDOM", "threshold", None), kind="BELOW", year=2028, n_thresholds=1, threshold=[1.5]),
    sample("skpi_ensemble_plan_aggregate_event", ("EINVAL", "kind", {"kind": "KEPT_BELOW"}),
           ("EINVAL", "n_thresholds", None), ("EDOM", "threshold", None), plan=COUNTS, kind="BELOW", year=2029,
           n_thresholds=1, threshold=[1.5], variant="of events"),
    sample("skpi_ensemble_result_run", ("EINVAL", "options->first_draw", {"first_draw": 512, "options->n_draws": 0}),
           ("EINVAL", "options->n_draws", {"options->n_draws": 512}),
           ("EINVAL", "options->first_place", None), ("EINVAL", "options->n_places", None),
           ("ERANGE", "options->n_places", {"options->n_places": 4}),
           ("ERANGE", "options->first_draw", {"first_draw": 700}),
           ("ERANGE", "options->n_draws", {"options->n_draws": 701}),
           ("ECANCELED", "options->progress", {"progress": STOP}),
           result=EMPTY),
    sample("skpi_ensemble_result_new"), sample("skpi_ensemble_result_new", plan=STREAMED, variant="of a stream"),
    sample("skpi_ensemble_result_run", ("EINVAL", "options->first_draw", None),
           ("EINVAL", "options->n_draws", None),
           ("EINVAL", "options->first_place", None), ("EINVAL", "options->n_places", None),
           ("ERANGE", "options->n_places", {"options->n_places": 4}),
           ("ERANGE", "options->first_draw", {"first_draw": 700}),
           ("ERANGE", "options->n_draws", {"options->n_draws": 701}),
           ("ECANCELED", "options->progress", {"progress": STOP}),
           result=handle(STREAM, fresh=True), threads=2, variant="of a stream"),
    sample("skpi_ensemble_result_aggregate", ("ENODATA", "aggregate", None)),
    sample("skpi_ensemble_result_merge", result=EMPTY,
           other=handle("skpi_ensemble_result_new", "skpi_ensemble_result_run", apart=True)),
    sample("skpi_ensemble_result_merge", result=handle(STREAM, fresh=True),
           other=handle(STREAM, "skpi_ensemble_result_run", apart=True), variant="of a stream"),
    sample("skpi_ensemble_result_read", plan=STREAMED, size=Size("ECORRUPT", "buffer", CUTS), buffer=Bytes(),
           variant="of a stream"),
    sample("skpi_ensemble_result_write", result=DONE, size=Size("EBUFFER", "size", CUTS), buffer=Buffer()),
    sample("skpi_ensemble_result_read", size=Size("ECORRUPT", "buffer", CUTS), buffer=Bytes()),
    sample("skpi_ensemble_result_quantile", prob=[.5, .1]),
    sample("skpi_ensemble_result_mean"), sample("skpi_ensemble_result_probability"),
    sample("skpi_ensemble_result_standard_error"), sample("skpi_ensemble_result_milestone"),
    *(sample(f"skpi_ensemble_result_{what}", values, result=EMPTY, variant="of no draws") for what, values in (
        ("mean", {}), ("probability", {}), ("standard_error", {}), ("milestone", {}), ("quantile", {"prob": [.5, .1]}))),
]
