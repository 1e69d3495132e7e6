"""python3 -m smartkpi: versions, paths, where the manual lies, and whether known answers come out."""
from __future__ import annotations

import glob
import os
import sys

from . import Basis, Error, Table, _arrays, _library, carbon, digital, ensemble, urban, version

# Draw 0 of the stream of seed 42, place 7, year 2030, which smartkpi_ensemble(7) prints.
DRAW = "-0x1.f921ec1669cd5p-3"


def manual(here: str, file: str) -> str:
    """Where the first page of the manual lies; "" if it is nowhere near."""
    tops = [os.path.join(tree, "man") for tree in _library.trees(here)]
    bases = [sys.prefix, *(os.path.dirname(f) for f in _library.folders(here)), os.path.dirname(os.path.dirname(file))]
    tops += [os.path.join(base, "share", "man", "man7") for base in bases]
    found = [page for top in tops for page in sorted(glob.glob(os.path.join(glob.escape(top), "smartkpi.7*")))]
    return os.path.normpath(found[0]) if found else ""


def near(got: float, want: float) -> bool:
    return abs(got - want) < 1e-9 * abs(want)


def refused() -> bool:
    """Whether bad input is an Error that says where it is."""
    try:
        urban.urgd(2010, [.4, 41.5], 2020, [.5, .6])
    except Error as e:
        return e.row == 1 and e.argument == "share0"
    return False


def checks() -> dict[str, bool]:
    """What was tried, and whether it came out right. Known answers are those of the pages of the functions."""
    path = urban.project(2017, .57960, .0501189, 2018, 33, size_class="large").share
    share = digital.share(Table([2022, 2023], [10.5, 11.25], Basis(vintage=2024)), Table([2022, 2023], [42.0, 45.0]))
    return {"urban share of China in 2050": f"{100 * path[32]:.2f}" == "80.03",
            "warming of a budget": carbon.warming(260).best > 0,
            "digital share": near(share.share[0], .25) and share.basis.vintage == 2024,
            "stream of random numbers": float(ensemble.draw(1, 42, 0, 7, 2030, 0, 0)[0]).hex() == DRAW,
            "bad input is refused": refused()}


def main() -> int:
    here = os.path.dirname(os.path.abspath(__file__))
    file = _library.loaded(_library.library)
    page = manual(here, file)
    print("smartkpi", version())
    print("package ", here)
    print("library ", file)
    print("Python  ", ".".join(map(str, sys.version_info[:3])), sys.executable)
    print("NumPy   ", _arrays.numpy.__version__ if _arrays.numpy else "is not installed: results are lists")
    print("manual  ", f"man {'-l ' if page else ''}{page or 'smartkpi'}")
    failed = [what for what, good in checks().items() if not good]
    for what in failed:
        print("FAIL", what)
    print("check   ", "failed" if failed else "known answers come out")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
