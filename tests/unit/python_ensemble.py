#!/usr/bin/env python3
"""The Python layer of ensembles: plans, runs, shards as bytes, errors; with NumPy and without.

Known answers: as in ensemble.c and ensemble_shards.c beside it.
"""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import ensemble, urban  # noqa: E402

SHARE, DRIFT, SIGMA = [.35, .6, .92], [.03, .02, -.01], [.05, .1, .02]


def plan_of(**more):
    plan = ensemble.Plan(2021, 6, 3, **{"draws": 2000, "seed": 42, "place_id": [7, 3, 4000000000], **more})
    return plan, urban.ensemble(plan, SHARE, DRIFT, SIGMA)


def plain(x):
    return x.tolist() if hasattr(x, "tolist") else x


def test_results():
    plan, model = plan_of()
    above = plan.event(model, 0, smartkpi.SKPI_ENSEMBLE_EVENT_ABOVE, 2026, [.4, .65, .915])
    peaked = plan.event(model, 0, smartkpi.SKPI_ENSEMBLE_EVENT_PEAKED, 2025)
    both = plan.all([above, peaked])
    with plan, plan.run(threads=2) as found:
        closed = urban.walk_quantile(SHARE, DRIFT, SIGMA, 6, [.05, .25, .5, .75, .95])
        near(found.quantile(model), plain(closed), .01)
        near(found.quantile(model, 0, .5), [[y[2] for y in p] for p in plain(found.quantile(model))])
        near(found.mean(model), [[y[2] for y in p] for p in plain(closed)], .01)
        p = [plain(found.probability(e)) for e in (above, peaked, both)]
        assert all(0 < c <= min(a, b) < 1 for a, b, c in zip(*p)), p
        assert found.covered().cells == 6000 and found.covered().missing == 0


def test_shards():
    for mode, parts in ((smartkpi.SKPI_ENSEMBLE_MODE_EXACT, [dict(first_place=i, n_places=1) for i in (2, 0, 1)]),
                        (smartkpi.SKPI_ENSEMBLE_MODE_STREAM, [dict(first_draw=512), dict(n_draws=512)])):
        plan, model = plan_of(mode=mode)
        whole, merged = plan.run(), plan.accumulator()
        for part in parts:
            merged.merge(plan.accumulator_of(bytes(plan.run(**part))))
        assert bytes(merged) == bytes(whole)
        refused("SKPI_EDUPLICATE", "from", 0, merged.merge, whole)
        other, _ = plan_of(mode=mode, seed=43)
        refused("SKPI_ECORRUPT", "buffer", None, other.accumulator_of, bytes(whole))
        refused("SKPI_ECORRUPT", "buffer", None, plan.accumulator_of, b"")
        refused("SKPI_EINCONSISTENT", "accumulator", None, whole.run, other)


def test_part():
    plan, model = plan_of(quantiles=False)
    a = plan.run(n_places=1)
    found, bits = warned(a.mean, model)
    assert bits == smartkpi.SKPI_WMISSING and found[0][0] > 0 and found[2][5] != found[2][5]
    refused("SKPI_ESTATE", "accumulator", None, a.quantile, model)
    seen = []
    refused("SKPI_ECANCELED", "options->progress", None, a.run, plan, progress=lambda done, total: seen.append(total) or 1)
    assert seen == [2]


def test_refusals():
    refused("SKPI_EDUPLICATE", "options->place_id", 1, ensemble.Plan, 2021, 6, 2, place_id=[5, 5])
    refused("SKPI_ENOTSORTED", "options->prob", 1, ensemble.Plan, 2021, 6, prob=[.5, .1])
    plan, model = plan_of()
    refused("SKPI_ENOTFOUND", "model", None, plan.event, 1, 0, smartkpi.SKPI_ENSEMBLE_EVENT_PEAKED, 2025)
    refused("SKPI_ERANGE", "year", None, plan.event, 0, 0, smartkpi.SKPI_ENSEMBLE_EVENT_PEAKED, 2030)
    refused("SKPI_EDOM", "parameters->share", 1, urban.ensemble, plan, [.5, 1, .5], DRIFT, SIGMA)
    refused("SKPI_EINVAL", "parameters->law", None, urban.ensemble, plan, SHARE, DRIFT, SIGMA, speed=[.1, .1, .1])
    refused("SKPI_EINVAL", "options->dispatch", None, plan.run, dispatch=9)
    refused("SKPI_EINCONSISTENT", "share", None, urban.ensemble, plan, SHARE[:2], DRIFT, SIGMA)
    assert ensemble.dispatch_name(smartkpi.SKPI_ENSEMBLE_DISPATCH_PLAIN) == "plain" and ensemble.dispatch_name(4) is None
    try:
        ensemble.Plan(2021, 6, 1, place_id=[-1])
    except TypeError:
        pass
    else:
        raise AssertionError("a negative number of a place")


def test_pull():
    plan = ensemble.Plan(2019, 20, draws=10)
    model = urban.ensemble(plan, .5, .03, 0, smartkpi.SKPI_URBAN_SIZE_LARGE)
    near(plan.run().quantile(model, 0, .5)[0],
         plain(urban.project(2018, .5, .03, smartkpi.SKPI_URBAN_SIZE_LARGE, 2019, 20).share))


if __name__ == "__main__":
    sys.exit(run(globals()))
