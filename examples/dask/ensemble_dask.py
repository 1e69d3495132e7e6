#!/usr/bin/env python3
"""One ensemble of urban shares drawn by the worker processes of Dask, and merged to the bits of one process.

    python3 ensemble_dask.py cities.csv --draws 100000 --mode stream --workers 2 --parts 8

The plan is cut into parts: of places (exact) or of draws (stream).  A part is a task, its result a string of bytes that
any machine can read.  If a worker dies, Dask gives its part to another one: a part depends on nothing but the plan, so
that no draw is lost or different.  --log tells which process begins and ends which part.

Output: place,year,mean,q05,q25,q50,q75,q95, the figures of ensemble_fan.
"""
from __future__ import annotations

import argparse
import csv
import os
import sys

PROB = [.05, .25, .5, .75, .95]
BLOCK = 512  # draws may be split at multiples of it


COLUMNS = ("place", "share", "drift", "sigma", "last_year", "end_year")


def count(text):
    n = int(text)
    if n < 1:
        raise argparse.ArgumentTypeError(f"{n} is below 1")
    return n


def arguments():
    p = argparse.ArgumentParser(description="Draws an ensemble of urban shares by the worker processes of Dask.")
    p.add_argument("file", help="columns place, share, drift, sigma, last_year, end_year; the years the same in all rows")
    p.add_argument("--draws", type=count, default=10000)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--mode", choices=("exact", "stream"), default="exact")
    p.add_argument("--workers", type=count, default=2, help="processes (2); a cluster elsewhere needs its address instead")
    p.add_argument("--cluster", help="address of a scheduler that runs already")
    p.add_argument("--parts", type=count, help="number of parts (four for each worker)")
    p.add_argument("--log", help="file to which each part's begin and end are appended")
    return p.parse_args()


def plan_read(path, draws, seed, mode):
    """What the plan is made of: plain values, which travel to the workers."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as f:
            table = csv.DictReader((line for line in f if not line.startswith("#")), restval="")
            rows = list(table)
        missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
        if missing:
            sys.exit(f"{path}: there is no column {' and no column '.join(missing)}")
        years = {(int(r["last_year"]), int(r["end_year"])) for r in rows}
        if len(years) != 1:
            sys.exit(f"{path}: last_year and end_year must be the same in all rows, and there must be rows")
        last_year, end_year = years.pop()
        walk = [[float(r[name]) for r in rows] for name in ("share", "drift", "sigma")]
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: {getattr(error, 'strerror', None) or error}")
    return {"first_year": last_year + 1, "n_years": end_year - last_year, "n_draws": draws, "seed": seed, "mode": mode, "prob": PROB,
            "n_places": len(rows)}, walk, [r["place"] for r in rows]


def plan_made(options, walk):
    from smartkpi import ensemble, urban
    plan = ensemble.Plan(**options)
    return plan, urban.ensemble_add(plan, *walk)


def told(log, part, what):
    """One write of one line: lines of several processes do not mix."""
    if log:
        with open(log, "ab", buffering=0) as f:
            f.write(f"part {part} {what} by process {os.getpid()}\n".encode())


def part_drawn(options, walk, part, parts, log):
    """The task: draws a part, and gives its result as bytes."""
    from smartkpi import ensemble
    told(log, part, "begun")
    plan, _ = plan_made(options, walk)
    exact = options["mode"] == "exact"
    total = options["n_places"] if exact else -(-options["n_draws"] // BLOCK)
    begin, end = total * part // parts, total * (part + 1) // parts
    with plan, ensemble.Result(plan) as result:
        if exact and end > begin:
            result.run(plan, first_place=begin, n_places=end - begin)
        elif end > begin:
            n = 0 if end == total else (end - begin) * BLOCK  # 0: up to the last draw
            result.run(plan, first_draw=begin * BLOCK, n_draws=n)
        data = result.write()
    told(log, part, "done")
    return data


def merged(client, options, walk, parts, log):
    from dask.distributed import as_completed
    from smartkpi import ensemble
    plan, model = plan_made(options, walk)
    whole = ensemble.Result(plan)
    # no part is pure: Dask must not take two for one
    tasks = [client.submit(part_drawn, options, walk, k, parts, log, pure=False) for k in range(parts)]
    for task in as_completed(tasks):
        whole.merge(ensemble.Result.read(plan, task.result()))
    covered = whole.covered()
    if covered.missing:
        sys.exit(f"{covered.missing} of {covered.drawn + covered.missing} draws are missing")
    return whole.mean(model, 0), whole.quantile(model, 0, PROB)


def main():
    from dask.distributed import Client, LocalCluster
    a = arguments()
    options, walk, names = plan_read(a.file, a.draws, a.seed, a.mode)
    plan_made(options, walk)  # a plan that is refused is refused here, before anything starts
    parts = a.parts or 4 * a.workers
    cluster = a.cluster or LocalCluster(n_workers=a.workers, processes=True, threads_per_worker=1, host="127.0.0.1",
                                        dashboard_address=None)
    with Client(cluster) as client:
        mean, quantile = merged(client, options, walk, parts, a.log and os.path.abspath(a.log))
    if not a.cluster:
        cluster.close()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["place", "year", "mean", "q05", "q25", "q50", "q75", "q95"])
    for name, means, quantiles in zip(names, mean, quantile):
        for k in range(options["n_years"]):
            out.writerow([name, options["first_year"] + k, float(means[k]), *map(float, quantiles[k])])


if __name__ == "__main__":
    import smartkpi
    try:
        main()
    except smartkpi.Error as error:
        sys.exit(f"{error.name}: {error}")
