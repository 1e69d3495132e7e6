#!/usr/bin/env python3
"""The Python layer of ensembles: plans, runs, shards as bytes, errors; with NumPy and without.

Known answers: as in ensemble.c and ensemble_shards.c beside it.
"""
import copy
import gc
import math
import os
import pickle
import signal
import subprocess
import sys
import threading

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import _handle, carbon, digital, ensemble, series, urban  # noqa: E402

SHARE, DRIFT, SIGMA = [.35, .6, .92], [.03, .02, -.01], [.05, .1, .02]


PROB = [.05, .25, .5, .75, .95]


def plan_of(**more):
    plan = ensemble.Plan(2021, 6, **{"n_draws": 2000, "seed": 42, "place_id": [7, 3, 4000000000], **more})
    return plan, urban.ensemble_add(plan, SHARE, DRIFT, SIGMA)


def run_of(plan, **options):
    result = ensemble.Result(plan)
    result.run(plan, **options)
    return result


def plain(x):
    return x.tolist() if hasattr(x, "tolist") else x


def test_results():
    plan, model = plan_of()
    above = plan.event(model, 0, smartkpi.SKPI_ENSEMBLE_EVENT_ABOVE, 2026, threshold=[.4, .65, .915])
    peaked = plan.event(model, 0, smartkpi.SKPI_ENSEMBLE_EVENT_PEAKED, 2025)
    both = plan.all([above, peaked])
    with plan, run_of(plan, threads=2) as result:
        assert (plan.n_places, plan.n_years, result.n_places, result.n_years) == (3, 6, 3, 6)
        closed = urban.walk_quantile(SHARE, DRIFT, SIGMA, 6, PROB)
        found = result.quantile(model, 0, PROB)
        near(found, plain(closed), .01)
        near(result.quantile(model, 0, .5), [[y[2] for y in p] for p in plain(found)])
        near(result.mean(model, 0), [[y[2] for y in p] for p in plain(closed)], .01)
        p = [plain(result.probability(e)) for e in (above, peaked, both)]
        assert all(0 < c <= min(a, b) < 1 for a, b, c in zip(*p)), p
        assert result.covered().drawn == 6000 and result.covered().missing == 0


def test_aggregates():
    """Sums of places and numbers of events, in parts; what a part lacks."""
    plan, model = plan_of()
    people = [[10 + k for k in range(6)], [20.0] * 6]
    total = plan.aggregate([model] * 2, [0, 0], [0, 2], weight=people)
    above = plan.event(model, 0, "above", 2026, threshold=[.4, .65, .915])
    number = plan.aggregate_count([above] * 3, [0, 1, 2])
    below = plan.aggregate_event(total, "kept_below", 2024, threshold=[99.0])
    peak = plan.aggregate_event(total, "peaked", 2026)
    least = [plan.aggregate_event(number, "above", 2026, threshold=[k - .5]) for k in range(4)]
    with plan, run_of(plan, threads=2) as result, ensemble.Result(plan) as parts:
        for place in (2, 0):
            refused("SKPI_ENODATA", "aggregate", None, ensemble.Result.aggregate, parts, total)
            parts.merge(ensemble.Result.read(plan, run_of(plan, first_place=place, n_places=1).write()))
        parts.run(plan)
        assert bytes(parts.write()) == bytes(result.write())
        mean = plain(result.mean(model, 0))
        with ensemble.Result.aggregate(result, total) as values:
            assert (values.n_places, values.n_years) == (1, 6)
            near(values.mean(0, 0), [[people[0][k] * mean[0][k] + 20 * mean[2][k] for k in range(6)]], 1e-9)
            assert plain(values.probability(below)) == [1] and plain(values.probability(peak)) == [1]
        with ensemble.Result.aggregate(result, number) as values:
            p = [plain(values.probability(e))[0] for e in least]
            assert p[0] == 1 and p == sorted(p, reverse=True)
            near(values.mean(0, 0), [[sum(p[1:])]])
            near(sum(p[1:]), sum(plain(result.probability(above))))


def test_models_from_histories():
    years, emitted = list(range(2014, 2021)), [[9.1, 9.3, 9.4, 9.6, 9.8, 9.9, 10.1]]
    plan = ensemble.Plan(2021, 6, n_draws=20000, seed=42)
    table = smartkpi.Table(years, emitted)
    model, bits = warned(carbon.ensemble_add_history, plan, table, cumulative=[100.0])
    assert bits == smartkpi.SKPI_WWEAKFIT
    path = [[10 - .5 * k for k in range(6)]]
    policy = carbon.ensemble_add(plan, emission=[10.1], sigma=[.03], drift_sigma=[.0175], path=path)
    with plan, run_of(plan) as result:
        fan, _ = warned(series.fan, table, 2021, 6, PROB, form="carbon")
        near(result.quantile(model, 0, PROB), plain(fan.quantile), .02)
        near(result.quantile(policy, 0, .5), path, .02)
        assert 150 < plain(result.mean(model, 1))[0][5] < 170


def test_products_and_parts():
    plan = ensemble.Plan(2021, 6, n_draws=20000, seed=42)
    four = dict(factor=[[1.4, 12.5, .53, 1.27]], sigma=[[.001, .02, .02, .01]], drift=[[0, .03, -.02, -.01]])
    one = carbon.ensemble_add_kaya(plan, **four, tcre=[.00045])
    each = carbon.ensemble_add_kaya(plan, **four, tcre=[.00045], warming=[1.2], factors=True,
                                    noise_correlation=[[1, 0, 0, 0], [0, 1, -.5, 0], [0, -.5, 1, 0], [0, 0, 0, 1]])
    parts = digital.ensemble_add(plan, [[10, 33, 57]], [[.03, .04]], drift=[[.02, .05]], correlation=[.5])
    shares = [[[10 + .3 * k, 30 + k, 60] for k in range(7)]]
    history, bits = warned(digital.ensemble_add_history, plan, list(range(2014, 2021)), shares)
    assert bits == smartkpi.SKPI_WWEAKFIT
    with plan, run_of(plan) as result:
        spread = (.001 ** 2 + 2 * .02 ** 2 + .01 ** 2) ** .5
        low, high = (plain(result.quantile(one, 0, p))[0][0] for p in (.05, .95))
        near(math.log(high / low), 2 * 1.6448536 * spread, .005)
        near(result.quantile(each, 3, .5)[0][0], 12.5 * math.exp(.03), .05)
        sums = plain(result.mean(each, 1))[0]
        near(result.mean(each, 6), [[1.2 + .00045 * c for c in sums]], 1e-12)
        for model in (parts, history):
            near([sum(p) for p in zip(*(plain(result.mean(model, v))[0] for v in range(3)))], [1] * 6, 1e-9)
    refused("SKPI_EDOM", "noise_correlation", 0, carbon.ensemble_add_kaya, ensemble.Plan(2021, 6), [[1, 1]], [[.1, .1]],
            noise_correlation=[[1, .5], [.2, 1]])


def test_joint_worlds():
    plan, model = plan_of(n_draws=20000)
    world, own = plan.factor(), plan.factor(group=[1, 2, 3])
    plan.load(model, 0, world, [.8 ** .5, .8 ** .5, 0])
    plan.load(model, 0, own, [.2, 0, .3])
    x, y = [plain(plan.shock(20000, model, 0, i, 2023, 0)) for i in (0, 1)]
    near(sum(a * b for a, b in zip(x, y)) / 20000, .8, .05)
    half = [.3574, .6047, .9193]  # the medians of the first year
    above = [plan.event(model, 0, "reached_above", 2023, threshold=half) for _ in (0, 1)]
    path = plan.event_path(model, 0, "reached_above", 2023, [[h] * 6 for h in half])
    peak = plan.milestone(model, 0, "peaked")
    other, _ = plan_of()
    other.correlate([0, 0], [0, 0], [0, 2], [[1, -1], [-1, 1]])
    near([-a for a in plain(other.shock(5, 0, 0, 0, 2023, 0))], plain(other.shock(5, 0, 0, 2, 2023, 0)), 1e-15)
    with plan, run_of(plan, threads=2) as result:
        p = plain(result.probability(above[0]))
        assert p == plain(result.probability(path)) and all(.4 < q < 1 for q in p), p
        near(result.standard_error(above[1]), [(q * (1 - q) / 20000) ** .5 for q in p], 1e-12)
        near([sum(row) for row in plain(result.milestone(peak))], [1, 1, 1], 1e-12)


def test_shards():
    for mode, parts in ((smartkpi.SKPI_ENSEMBLE_MODE_EXACT, [dict(first_place=i, n_places=1) for i in (2, 0, 1)]),
                        (smartkpi.SKPI_ENSEMBLE_MODE_STREAM, [dict(first_draw=512), dict(n_draws=512)])):
        plan, model = plan_of(mode=mode)
        whole, merged = run_of(plan), ensemble.Result(plan)
        for part in parts:
            merged.merge(ensemble.Result.read(plan, run_of(plan, **part).write()))
        assert merged.write() == whole.write() and len(whole.write()) == whole.size()
        refused("SKPI_EDUPLICATE", "other", 0, merged.merge, whole)
        other, _ = plan_of(mode=mode, seed=43)
        refused("SKPI_ECORRUPT", "buffer", None, ensemble.Result.read, other, whole.write())
        refused("SKPI_ECORRUPT", "buffer", None, ensemble.Result.read, plan, b"")
        refused("SKPI_EINCONSISTENT", "result", None, whole.run, other)


def test_part():
    plan, model = plan_of(no_quantiles=True)
    result = run_of(plan, n_places=1)
    found, bits = warned(result.mean, model, 0)
    assert bits == smartkpi.SKPI_WMISSING and found[0][0] > 0 and found[2][5] != found[2][5]
    refused("SKPI_ESTATE", "result", None, result.quantile, model, 0, .5)
    seen = []
    refused("SKPI_ECANCELED", "progress", None, result.run, plan,
            progress=lambda done, total: seen.append(total) or 1)
    assert seen == [2]
    assert result.covered().drawn == 4000  # what was done before the stop is kept


def test_refusals():
    refused("SKPI_EDUPLICATE", "place_id", 1, ensemble.Plan, 2021, 6, n_places=2, place_id=[5, 5])
    refused("SKPI_ENOTSORTED", "prob", 1, ensemble.Plan, 2021, 6, prob=[.5, .1])
    refused("SKPI_EINCONSISTENT", "place_id", None, ensemble.Plan, 2021, 6, n_places=3, place_id=[5, 6])
    plan, model = plan_of()
    refused("SKPI_ENOTFOUND", "model", None, plan.event, 1, 0, smartkpi.SKPI_ENSEMBLE_EVENT_PEAKED, 2025)
    refused("SKPI_ERANGE", "year", None, plan.event, 0, 0, smartkpi.SKPI_ENSEMBLE_EVENT_PEAKED, 2030)
    refused("SKPI_EDOM", "share", 1, urban.ensemble_add, plan, [.5, 1, .5], DRIFT, SIGMA)
    refused("SKPI_EINVAL", "size_class", None, urban.ensemble_add, plan, SHARE, DRIFT, SIGMA, speed=[.1, .1, .1])
    refused("SKPI_EINVAL", "dispatch", None, run_of, plan, dispatch=9)
    refused("SKPI_EINVAL", "mode", None, ensemble.Plan, 2021, 6, mode=smartkpi.SKPI_ENSEMBLE_DISPATCH_PLAIN)
    refused("SKPI_EINCONSISTENT", "share", None, urban.ensemble_add, plan, SHARE[:2], DRIFT, SIGMA)
    try:
        ensemble.Plan(2021, 6, place_id=[-1])
    except TypeError:
        pass
    else:
        raise AssertionError("a negative number of a place")


def test_pull():
    plan = ensemble.Plan(2019, 20, n_draws=10)
    model = urban.ensemble_add(plan, .5, .03, 0, size_class=smartkpi.SKPI_URBAN_SIZE_LARGE)
    near(run_of(plan).quantile(model, 0, .5)[0],
         plain(urban.project(2018, .5, .03, 2019, 20, size_class=smartkpi.SKPI_URBAN_SIZE_LARGE).share))


def test_in_use():
    """What a run draws into is refused to its progress function and to other threads; its plan may be read."""
    plan, model = plan_of(n_draws=200000)
    above = plan.event(model, 0, "above", 2026, threshold=[.4, .65, .915])
    result, other = ensemble.Result(plan), ensemble.Result(plan)
    seen = []

    def tried(call):
        return refused("SKPI_ESTATE", "", None, call).name

    def use(done, total):
        if seen:
            return
        seen.append(done)
        for call in (lambda: result.quantile(model, 0, .5), lambda: result.probability(above), result.covered,
                     result.write, lambda: result.run(plan), lambda: other.merge(result), lambda: result.merge(other),
                     result.close,
                     lambda: plan.event(model, 0, "below", 2026, threshold=[.4, .65, .915]), plan.close):
            tried(call)
        assert plan.n_places == 3 and len(plain(plan.shock(4, model, 0, 0, 2021, 0))) == 4
        for call in (lambda: run_of(plan, n_places=1).covered().drawn, lambda: tried(result.covered)):
            thread = threading.Thread(target=lambda: seen.append(call()))
            thread.start()
            thread.join()

    result.run(plan, threads=2, progress=use)
    assert seen == [seen[0], 200000, "SKPI_ESTATE"] and result.covered().missing == 0
    plan.event(model, 0, "below", 2026, threshold=[.4, .65, .915])
    use = _handle.using({result: True})
    use.__enter__()
    tried(result.covered)
    del use  # Ctrl-C came before its end
    gc.collect()
    result.covered()
    result.close()
    plan.close()


DAEMON = """
import threading
from smartkpi import ensemble, urban
plan = ensemble.Plan(2020, 60, n_places=50, n_draws=200000, mode="stream")
urban.ensemble_add(plan, [.4] * 50, [.02] * 50, [.01] * 50)
result, begun = ensemble.Result(plan), threading.Event()
thread = threading.Thread(target=lambda: result.run(plan, progress=lambda done, total: begun.set()), daemon=True)
thread.start()
begun.wait()
"""


def test_ends_of_programs():
    """A program may end while a thread of it draws."""
    ended = subprocess.run([sys.executable, "-c", DAEMON], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
                           capture_output=True)
    assert ended.returncode == 0 and not ended.stderr, (ended.returncode, ended.stderr[-300:])


def test_copies():
    plan, _ = plan_of()
    result = run_of(plan)
    for way in (copy.copy, copy.deepcopy, pickle.dumps):
        for handle in (plan, result):
            try:
                way(handle)
            except TypeError as e:
                assert "copied" in str(e), e
            else:
                raise AssertionError(f"{way.__name__} of a handle")


def test_forks():
    """The child has what the parent's other threads used."""
    plan, _ = plan_of()
    result, stop = run_of(plan), threading.Event()

    def read():
        while not stop.is_set():
            result.mean(0, 0)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(50):
        child = os.fork()
        if not child:
            signal.alarm(20)
            plan.event(0, 0, "peaked", 2025)
            result.close()
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status:
            break
    stop.set()
    for thread in threads:
        thread.join()
    assert status == 0, status


if __name__ == "__main__":
    sys.exit(run(globals()))
