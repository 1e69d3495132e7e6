#!/usr/bin/env python3
"""examples/ensemble_shard: parts drawn by several processes at once give the lines of ensemble_fan; what it refuses."""
import subprocess
import sys
import tempfile
from pathlib import Path

import checks
from checks import check

HEADER = "place,share,drift,sigma,last_year,end_year"
ROWS = [f'"Place {i}, town",{.05 + .9 * i / 11:.3f},{.005 * i - .01:.3f},{.01 + .01 * i:.2f},2025,2031' for i in range(11)]
PLAN = ["--draws", 3000, "--seed", 7]


def shard(*arguments):
    return checks.run("ensemble_shard", *arguments)


def draw(folder, file, parts, *options):
    """All parts, each in a process of its own, at the same time."""
    results = [folder / f"part{k}of{parts}" for k in range(1, parts + 1)]
    running = [subprocess.Popen([checks.BUILD / "examples/ensemble_shard", "draw", file, "--part", f"{k}/{parts}", "--result",
                                 result, *map(str, options)]) for k, result in enumerate(results, 1)]
    check(f"{parts} parts are drawn {options}", all([p.wait() == 0 for p in running]))
    return results


def refused(name, status, words, *arguments):
    seen = shard(*arguments)
    check(f"{name} is refused", seen[0] == status and not seen[1] and words in seen[2], seen)


def bad_results(folder, file, results):
    merge = ["merge", file, *PLAN]
    refused("a part twice", 1, "draws", *merge, results[0], results[1], results[0])
    refused("a missing part", 1, "draws are missing", *merge, results[0], results[2])
    refused("another seed", 1, "part1of3", "merge", file, "--draws", 3000, "--seed", 8, *results)
    refused("another number of draws", 1, "part1of3", "merge", file, "--draws", 3001, "--seed", 7, *results)
    renamed, turned = folder / "renamed.csv", folder / "turned.csv"
    renamed.write_text("\n".join([HEADER, ROWS[0].replace("Place 0", "Place zero"), *ROWS[1:], ""]))
    names = [row.split('",')[0] for row in ROWS]
    rest = [row.split('",')[1] for row in ROWS]
    turned.write_text("\n".join([HEADER, *('",'.join(pair) for pair in zip([names[1], names[0], *names[2:]], rest)), ""]))
    for other in (renamed, turned):
        refused(f"a result of places that are {other.stem}", 1, f"part1of3: was drawn of places with other names, or in another order, than those of {other}",
                "merge", other, *PLAN, *results)
    whole = results[0].read_bytes()
    cut, damaged, empty = folder / "cut", folder / "damaged", folder / "empty"
    cut.write_bytes(whole[:-1])
    damaged.write_bytes(whole[:len(whole) // 2] + bytes([whole[len(whole) // 2] ^ 1]) + whole[len(whole) // 2 + 1:])
    empty.write_bytes(b"")
    for bad in (cut, damaged, empty, file):
        refused(f"a result that is {bad.name}", 1, bad.name, *merge, bad, *results[1:])
    refused("a result that is not there", 1, "nowhere", *merge, folder / "nowhere", *results[1:])


def usage(folder, file):
    out = folder / "out"
    for part in ("0/3", "4/3", "1", "1/", "/3", "1/3/5", "-1/3", "1/1000001", "99999999999999999999/3"):
        refused(f"--part {part}", 2, "--part", "draw", file, f"--part={part}", "--result", out)
    refused("draw without a part", 2, "--part", "draw", file, "--result", out)
    refused("draw without a file", 2, "--result", "draw", file, "--part", "1/1")
    refused("merge without parts", 2, "missing", "merge", file)
    refused("another verb", 2, "fold", "fold", file, out)
    refused("a part for merge", 2, "--part", "merge", file, out, "--part", "1/1")
    refused("another mode", 2, "--mode", "merge", file, out, "--mode", "fast")
    check("nothing was written", not out.exists())
    for name, row, place in (("other years", "A,.5,0,.1,2025,2032", "3:6"), ("another first year", "A,.5,0,.1,2024,2030", "3:5"),
                             ("a share of 1", "A,1,0,.1,2025,2031", "3:2"), ("far too much drift", "A,.5,1e308,.1,2025,2031", "3:")):
        bad = folder / "bad.csv"
        bad.write_text("\n".join([HEADER, ROWS[0], row, ""]))
        refused(name, 1, f"bad.csv:{place}", "draw", bad, "--part", "1/1", "--result", out)
    status, output, words = shard("--help")
    check("--help", status == 0 and output.startswith("usage: ensemble_shard") and not words, (status, words))


def main():
    checks.built("ensemble_shard", "ensemble_fan")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "cities.csv"
        file.write_text("\n".join([HEADER, *ROWS, ""]))
        for mode in ("exact", "stream"):
            options = [*PLAN, "--mode", mode]
            _, one, _ = checks.run("ensemble_fan", "urban", file, *options)
            check(f"{mode}: ensemble_fan has all lines", len(one.splitlines()) == 1 + 11 * 6)
            for parts in (1, 3, 5, 13):
                results = draw(folder, file, parts, *options, "--threads", 1 + parts % 2)
                for order in (results, results[::-1], results[1:] + results[:1]):
                    check(f"{mode}: {parts} parts give the lines of one process",
                          shard("merge", file, *options, *order) == (0, one, ""))
        results = draw(folder, file, 3, *PLAN)
        bad_results(folder, file, results)
        usage(folder, file)
    checks.end()


if __name__ == "__main__":
    sys.exit(main())
