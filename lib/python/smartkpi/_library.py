"""Finds, loads and checks the shared library.

Order: the file that SMARTKPI_LIBRARY names, and then nothing else; the build tree, when this package stands in its
source tree; the package itself, which has the library in a wheel; the directory that configure was given; the lib
folders of the prefix where this package lies, and of the running Python; the system's search by soname.
"""
from __future__ import annotations

import ctypes
import os
import sys
import sysconfig

from . import _abi


def trees(here: str) -> list[str]:
    """The build trees of the source tree that contains this folder; none for an installed package."""
    top = os.path.normpath(os.path.join(here, "..", "..", ".."))
    return [os.path.join(top, "build"), top] if os.path.exists(os.path.join(top, "lib", "libsmartkpi.map")) else []


def configured(here: str) -> dict[str, str]:
    """LIBDIR and SONAME from _config.py, which make writes beside the installed package or into the build tree."""
    for folder in [here] + [os.path.join(tree, "lib", "python", "smartkpi") for tree in trees(here)]:
        path, found = os.path.join(folder, "_config.py"), {}
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                exec(f.read(), found)
            return found
    return {}


def folders(here: str) -> list[str]:
    """The lib folders of the prefix in which an installed package lies, and that of the running Python."""
    found, multiarch, at = [], sysconfig.get_config_var("MULTIARCH"), os.path.dirname(here)
    while os.path.basename(at) and not trees(here):
        if os.path.basename(at) in ("lib", "lib64"):
            top = os.path.dirname(at)
            found += [os.path.join(top, name) for name in ("lib", "lib64")]
            found += [os.path.join(top, "lib", multiarch)] if multiarch else []
        at = os.path.dirname(at)
    return list(dict.fromkeys([*found, os.path.join(sys.prefix, "lib")]))


def candidates(here: str) -> list[str]:
    """Paths to try, in order."""
    named = os.environ.get("SMARTKPI_LIBRARY")
    if named:
        return [named]
    config = configured(here)
    soname = config.get("SONAME") or "libsmartkpi.so"
    places = [os.path.join(tree, "lib", ".libs") for tree in trees(here)] or [here]
    places += [config["LIBDIR"]] if config.get("LIBDIR") else []
    paths = [os.path.join(place, soname) for place in places + folders(here)]
    return list(dict.fromkeys(paths)) + [soname]


def loaded(library: ctypes.CDLL) -> str:
    """The file of the library in use, as far as the system tells."""
    name = os.path.basename(library._name)
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as f:
            files = {line.split(None, 5)[5].rstrip("\n") for line in f if len(line.split(None, 5)) == 6}
    except OSError:
        files = set()
    same = sorted(p for p in files if os.path.basename(p).split(".so")[0] == name.split(".so")[0])
    return same[0] if same and not os.path.isabs(library._name) else os.path.abspath(library._name)


def mismatch(library: ctypes.CDLL) -> str:
    """The reason why these mirrors do not fit this library; "" if they do. A struct that has grown fits."""
    try:
        _abi.bind(library)
        size = library.skpi_struct_size
    except AttributeError as e:
        return f"is not the libsmartkpi of this package: {e}"
    for name, mirror in _abi.STRUCTS.items():
        there, here = size(name.encode()), ctypes.sizeof(mirror)
        if there < here:
            return f"is older than this package: {name} has {there} bytes, here {here}"
    return ""


def load() -> ctypes.CDLL:
    """The library with its signatures set. ImportError lists every path that was tried and why each failed."""
    tried = []
    for path in candidates(os.path.dirname(os.path.abspath(__file__))):
        try:
            library = ctypes.CDLL(path)
            why = mismatch(library)
        except OSError as e:
            why = str(e)
        if not why:
            return library
        tried.append(f"  {path}: {why}")
    raise ImportError("libsmartkpi was not found; tried\n" + "\n".join(tried)
                      + "\nSMARTKPI_LIBRARY may name the file.")


library = load()
