#!/usr/bin/env python3
"""One record of the statuses that tests raise: files in the folder that SMARTKPI_RECORD names, of lines "function
SKPI_E...", written by the drivers (write) and by the unit tests (tests/unit/unit.h).

    record.py       compares it with the contracts: a status that a function names and no test raises is a fault
"""
import os
import sys

sys.dont_write_bytecode = True
# Statuses that only some machines raise, in code for other processors.
SOME_MACHINES = {("skpi_ensemble_result_run", "ENOTFOUND")}


def write(title, seen):
    folder = os.environ.get("SMARTKPI_RECORD")
    if folder:
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, title.replace(" ", "_")), "w") as f:
            f.writelines(f"{function} SKPI_{status}\n" for function, status in sorted(seen))


def read(folder):
    """{(function, status)} from all files."""
    found = set()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as f:
            found.update(tuple(line.split()) for line in f if line.strip())
    return found


def missing(api, seen):
    """{function: [statuses]} that contracts name and no test raised."""
    out = {}
    for f in api.functions.values():
        if f.fallible:
            lacking = sorted(s for s in api.possible(f) if (f.name, "SKPI_" + s) not in seen)
            if lacking:
                out[f.name] = lacking
    return out


def main():
    import contract
    folder = os.environ.get("SMARTKPI_RECORD", "")
    files = os.listdir(folder) if os.path.isdir(folder) else []
    if "bad_input" not in files or not any(name.startswith("unit_") for name in files):
        print("skipped: the drivers and the unit tests have left no record in SMARTKPI_RECORD")
        return 77
    api, seen = contract.headers(), read(folder)
    lacking = {name: [s for s in statuses if (name, s) not in SOME_MACHINES] for name, statuses in missing(api, seen).items()}
    lacking = {name: statuses for name, statuses in lacking.items() if statuses}
    for name, statuses in lacking.items():
        print(f"FAIL {name}: named and raised by no test: {', '.join(statuses)}")
    print(f"record: {sum(f.fallible for f in api.functions.values())} functions, {len(files)} files, "
          f"{sum(map(len, lacking.values()))} statuses that no test raises")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
