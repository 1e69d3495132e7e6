"""What the tests of the Python package share: its place, a second run without NumPy, near, refused, warned."""
import os
import subprocess
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
PLAIN = len(sys.argv) > 1  # in the second run NumPy is absent
if PLAIN:
    sys.modules["numpy"] = None
sys.dont_write_bytecode = True
if "BUILDDIR" in os.environ:  # a build tree with any name
    os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(os.environ["BUILDDIR"], "lib/.libs/libsmartkpi.so"))
sys.path.insert(0, os.path.join(SRC, "lib", "python"))
import smartkpi  # noqa: E402


def near(got, want, bar=1e-12):
    got = got.tolist() if hasattr(got, "tolist") else got
    if isinstance(want, list):
        assert isinstance(got, list) and len(got) == len(want), f"{got!r}, not {want!r}"
        for g, w in zip(got, want):
            near(g, w, bar)
    else:
        assert abs(got - want) <= bar * max(1, abs(want)), f"{got!r}, not {want!r}"


def refused(name, argument, row, f, *arguments, **more):
    try:
        got = f(*arguments, **more)
    except smartkpi.Error as e:
        assert (e.name, e.argument, e.row) == (name, argument, row), (e.name, e.argument, e.row, str(e))
        return e
    raise AssertionError(f"{got!r}, not {name}")


def opened(*source, **more):
    """An input-output table made of its parts."""
    return smartkpi.economy.IOTable(smartkpi.economy.IOTableSource(*source, **more))


def warned(f, *arguments, **more):
    """The result and the warning bits of a call."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        got = f(*arguments, **more)
    return got, sum(int(w.message.status) for w in seen)


def run(tests):
    """Runs the functions called test_... and gives the exit status."""
    mode = "plain" if PLAIN else "NumPy" if smartkpi._arrays.numpy else "no NumPy"
    failed = 0
    for name, test in [(k, v) for k, v in tests.items() if k.startswith("test_")]:
        try:
            test()
            print(f"ok {mode}: {name[5:]}")
        except Exception as e:
            failed += 1
            print(f"FAIL {mode}: {name[5:]}: {type(e).__name__}: {e}")
    sys.stdout.flush()
    if mode == "NumPy":
        failed += subprocess.run([sys.executable, os.path.abspath(sys.argv[0]), "plain"]).returncode
    return 1 if failed else 0
