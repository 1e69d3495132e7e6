#!/usr/bin/env python3
"""One record of the statuses that tests have raised: a file in the folder that SMARTKPI_RECORD names, a line
"function status" for each, written by the drivers and by the unit tests (tests/unit/unit.h)."""
import os


def write(title, seen):
    folder = os.environ.get("SMARTKPI_RECORD")
    if folder:
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, title.replace(" ", "_")), "w") as f:
            f.writelines(f"{function} {status}\n" for function, status in sorted(seen))
