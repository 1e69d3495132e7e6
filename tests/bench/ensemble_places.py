#!/usr/bin/env python3
"""100,000 places x 10,000 draws x 41 years of urban shares and emissions that are drawn together, all threads, exact
quantiles, with a factor of 31 regions and the urban people of each as an aggregate: time and peak of memory.

usage: ensemble_places.py [--quick] [N_PLACES]     with --quick and without a number of places nothing is run

The largest run of one machine that we know somebody wants: it takes minutes.  It took 8.7 ns a draw-year of one core,
512 MB and 183 s on two threads (AMD EPYC with AVX-512); with 20,000 places 11.6 ns on a Xeon.  The limits are 12 ns and
1 GB.
"""
import os
import resource
import sys
import time

from pairs import QUICK, report

from smartkpi import carbon, ensemble, urban

DRAWS, YEARS, REGIONS = 10000, 41, 31


def plan_of(places):
    region = [REGIONS * i // places for i in range(places)]  # places of a region stand together
    spread = [i / places for i in range(places)]
    plan = ensemble.Plan(2020, YEARS, seed=2026, n_draws=DRAWS, n_places=places, mode="exact", prob=[.1, .5, .9])
    share = urban.ensemble_add(plan, [.3 + .5 * x for x in spread], [.02] * places, [.01 + .02 * x for x in spread],
                               drift_sigma=[.002] * places)
    emission = carbon.ensemble_add(plan, [1 + x for x in spread], [.02 + .02 * x for x in spread],
                                   drift=[-.01] * places, drift_sigma=[.004] * places)
    factor = plan.factor(group=region)
    for model in share, emission:
        plan.load(model, 0, factor, [.6] * places)
    for r in range(REGIONS):
        of = [i for i in range(places) if region[i] == r]
        plan.aggregate([share] * len(of), [0] * len(of), of, weight=[[1 + i % 7] * YEARS for i in of])
    return plan


def main():
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    if QUICK and not numbers:
        return
    places = numbers[0] if numbers else 100000
    plan = plan_of(places)
    result = ensemble.Result(plan)
    wall, cpu = time.perf_counter(), time.process_time()
    result.run(plan, threads=os.cpu_count())
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = f"{places} places, shares and emissions, {REGIONS} regions"
    report(f"{what}, ns a draw-year of one core, limit", [[1e9 * cpu / places / DRAWS / YEARS], [12]], 1)
    report(f"{what}, memory, MB, limit", [[peak], [1000]], 1)
    print(f"# {wall:.1f} s of wall clock, {cpu:.1f} s of processor, {os.cpu_count()} threads", flush=True)


if __name__ == "__main__":
    main()
