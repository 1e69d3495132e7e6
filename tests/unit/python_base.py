#!/usr/bin/env python3
"""The base of the Python package: finder, errors, arrays with and without NumPy, warnings, threads, basis, tables."""
import array
import ast
import ctypes
import dataclasses
import decimal
import doctest
import fractions
import gc
import inspect
import math
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
import types
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("BUILDDIR") or os.path.join(SRC, "build")
PACKAGE = os.path.join(SRC, "lib", "python", "smartkpi")
if len(sys.argv) > 1:
    sys.modules["numpy"] = None  # in the second run NumPy is absent
sys.dont_write_bytecode = True
os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(BUILD, "lib", ".libs", "libsmartkpi.so"))
LIBRARY = os.environ["SMARTKPI_LIBRARY"]
sys.path.insert(0, os.path.dirname(PACKAGE))
import smartkpi  # noqa: E402
from smartkpi import _abi, _arrays, _call, _errors, _library, _watch, urban  # noqa: E402

numpy = _arrays.numpy
MODE = "NumPy" if numpy else "plain"


def equal(got, want):
    assert got == want and type(got) is type(want), f"{got!r}, not {want!r}"


def plain(x):
    return x.tolist() if numpy and isinstance(x, numpy.ndarray) else x


def raises(kind, f, *arguments, **more):
    try:
        got = f(*arguments, **more)
    except kind as e:
        return e
    raise AssertionError(f"no {kind.__name__} but {got!r}")


def urgd(date0, share0, date1, share1, status=None):
    call = _call.Call("skpi_urban_urgd", status, "n")
    call.take("n", date0=date0, share0=share0, date1=date1, share1=share1)
    call.out(urgd="n")
    return call.run()


def population(share, total):
    call = _call.Call("skpi_urban_population")
    call.take("n m", share=share, total=total)
    call.out(urban="n m", rural="n m")
    return call.run(types.SimpleNamespace)


# Finding the library

def run(package_parent, code, **env):
    e = {k: v for k, v in os.environ.items() if k not in ("SMARTKPI_LIBRARY", "PYTHONPATH")}
    e.update(env, PYTHONDONTWRITEBYTECODE="1")
    return subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {package_parent!r})\n" + code],
                          env=e, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout


def test_finder_order():
    saved = os.environ.pop("SMARTKPI_LIBRARY")
    try:
        with tempfile.TemporaryDirectory() as top:
            here = os.path.join(top, "lib", "python", "smartkpi")
            made = os.path.join(top, "build", "lib", "python", "smartkpi")
            os.makedirs(here)
            multiarch = sysconfig.get_config_var("MULTIARCH")
            lib = [f"{top}/lib", f"{top}/lib64"] + ([f"{top}/lib/{multiarch}"] if multiarch else []) + [f"{sys.prefix}/lib"]

            def order(soname, *places):
                equal(_library.candidates(here), [f"{place}/{soname}" for place in [*places, *lib]] + [soname])
            order("libsmartkpi.so", here)
            with open(os.path.join(here, "_config.py"), "w") as f:
                f.write('LIBDIR = "/there"\nSONAME = "libsmartkpi.so.7"\n')
            order("libsmartkpi.so.7", here, "/there")
            os.makedirs(made)
            shutil.move(os.path.join(here, "_config.py"), made)
            order("libsmartkpi.so", here)  # an installed package does not look into build trees
            open(os.path.join(top, "lib", "libsmartkpi.map"), "w").close()
            lib = [f"{sys.prefix}/lib"]
            order("libsmartkpi.so.7", f"{top}/build/lib/.libs", f"{top}/lib/.libs", "/there")
            os.environ["SMARTKPI_LIBRARY"] = "/mine"
            equal(_library.candidates(here), ["/mine"])
    finally:
        os.environ["SMARTKPI_LIBRARY"] = saved


def test_finder_lists_paths():
    with tempfile.TemporaryDirectory() as d:
        shutil.copytree(PACKAGE, os.path.join(d, "smartkpi"))
        with open(os.path.join(d, "smartkpi", "_config.py"), "w") as f:
            f.write(f'LIBDIR = "{d}"\nSONAME = "libsmartkpi.so.99"\n')
        said = run(d, "import smartkpi")
        assert "ImportError" in said and f"\n  {d}/libsmartkpi.so.99: " in said and "\n  libsmartkpi.so.99: " in said, said
        said = run(d, "import smartkpi", SMARTKPI_LIBRARY="/nowhere.so")
        assert "\n  /nowhere.so: " in said and "libsmartkpi.so.99" not in said, said
        said = run(d, "import smartkpi", SMARTKPI_LIBRARY="libm.so.6")
        assert "libm.so.6: is not the libsmartkpi of this package" in said, said
        assert f"\n  {sys.prefix}/lib/libsmartkpi.so.99: " in run(d, "import smartkpi")
        os.symlink(os.path.abspath(LIBRARY), os.path.join(d, "libsmartkpi.so.99"))
        equal(run(d, "import smartkpi; print(smartkpi._library.library._name)"), f"{d}/libsmartkpi.so.99\n")


def test_finder_checks_structs():
    class Library:  # it has every function, and all structs have one size
        def __init__(self, size):
            self.skpi_struct_size = lambda name: size

        def __getattr__(self, name):
            return types.SimpleNamespace()
    assert "is older than this package: skpi_error has 8 bytes, here 56" in _library.mismatch(Library(8))
    equal(_library.mismatch(Library(4096)), "")  # structs that have grown are accepted


# Errors and warnings

def test_error_members():
    e = raises(smartkpi.Error, urgd, [2010, 2010], [.4, 41.5], [2020, 2020], [.5, .6])
    assert isinstance(e, ValueError)
    equal((e.status, e.name, e.argument, e.row, e.column, e.value, e.function),
          (smartkpi.SKPI_ERANGE, "SKPI_ERANGE", "share0", 1, None, 41.5, "skpi_urban_urgd"))
    equal(str(e), "share0[1] = 41.5 is not a fraction in [0,1] (percent?)")
    equal(smartkpi.last_error(), f"skpi_urban_urgd: {e}")
    e = raises(smartkpi.Error, urgd, 2010, math.nan, 2020, .5)
    equal((e.name, e.row), ("SKPI_ENOTFINITE", 0))
    assert math.isnan(e.value)
    e = raises(smartkpi.Error, smartkpi.constant, "SKPI_NOTHING")
    equal((e.name, e.argument, e.row, e.value), ("SKPI_ENOTFOUND", "name", None, None))


def test_words():
    """The words of an error are in terms of Python: no arrows, no NULL, and choices by the names that a caller
    writes."""
    for words, want in (("skpi_urban_project: in->share[3] = 41.5 is no fraction", "share[3] = 41.5 is no fraction"),
                        ("options->project->norm is NULL: SKPI_URBAN_METHOD_BOCQUIER has none", 'norm is None: "bocquier" has none'),
                        ("by = 3 is none (enum skpi_carbon_target)", 'by = 3 is none ("budget", "end", "net_zero")'),
                        ("path->t0 needs skpi_urban_project_history", "path.t0 needs urban.project_history"),
                        ("beside SKPI_URBAN_FLAG_CONVERGE_TO_ZERO", "beside converge_to_zero=True"),
                        ("part[1]->basis states SKPI_DIGITAL_DEFINITION_CAICT", 'part[1].basis states "caict"')):
        equal(_errors.spoken(words), want)
    e = raises(smartkpi.Error, smartkpi.urban.project, 2018, .5, .03, 2019, 3)
    equal((str(e), e.argument), ("size_class is None although a norm of two size classes is used", "size_class"))
    e = raises(smartkpi.Error, smartkpi.urban.project, 2018, .5, .03, 2019, 3, size_class="middle")
    equal((str(e), e.argument), ('size_class = "middle" is none of "large", "small"', "size_class"))


def test_error_pickles():
    e = raises(smartkpi.Error, urgd, 2010, 2, 2020, .5)
    f = pickle.loads(pickle.dumps(e))
    equal((str(f), f.name, f.row, f.value), (str(e), e.name, e.row, e.value))


def test_rows():
    status = []
    value = urgd([2010, 2010], [.5, 2.], [2020, 2020], [.5, .5], status=status)
    equal(plain(status), [0, smartkpi.SKPI_ERANGE])
    assert plain(value)[0] == 0 and math.isnan(plain(value)[1])
    status = []
    value = urgd(2010, 2., 2020, .5, status=status)
    assert math.isnan(value) and status == [smartkpi.SKPI_ERANGE]


def test_scalars_beside_columns():
    equal(plain(urgd(2010, [.4, .45], 2020, [.5, .6])), plain(urgd([2010] * 2, [.4, .45], [2020] * 2, [.5, .6])))
    equal(plain(urgd(2010, .4, 2020, [.5])), plain(urgd([2010], [.4], [2020], [.5])))
    equal(plain(urgd(2010, .4, 2020, [])), [])
    equal(plain(population([[.5, .25], [0, 1]], 100).rural), [[50., 75.], [100., 0.]])
    equal(plain(population(.5, [10, 20]).urban), [5., 10.])
    project = smartkpi.urban.project
    equal(plain(project(2018, [.5, .6], .03, 2019, 3, size_class="large").share),
          plain(project([2018] * 2, [.5, .6], [.03] * 2, 2019, 3, size_class=["large"] * 2).share))


def test_lists_are_not_repeated():
    e = raises(smartkpi.Error, urgd, [2010, 2011], [.4], [2020, 2020], [.5, .6])
    equal((e.name, e.argument), ("SKPI_EINCONSISTENT", "share0"))
    e = raises(smartkpi.Error, urgd, [[2010]], [.4], [2020], [.5])
    equal((e.name, e.argument), ("SKPI_EINVAL", "date0"))


def test_memory_error():
    one = (ctypes.c_double * 1)(.5)
    status = _library.library.skpi_urban_urgd(2**62, one, one, one, one, one, None)
    equal(status, smartkpi.SKPI_ENOMEM)
    raises(MemoryError, _errors.check, status)
    call = _call.Call("skpi_urban_cities_project")
    call.take("n", population=1., growth=0.)
    call.axis(n_years=2**61)
    call.out(city="n n_years")
    raises(MemoryError, call.run)


def test_warnings():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        _errors.check(smartkpi.SKPI_WHORIZON | smartkpi.SKPI_WROWS | smartkpi.SKPI_WMISSING, smartkpi.SKPI_WROWS)
        _errors.check(smartkpi.SKPI_OK)
    equal([w.message.status for w in seen], [smartkpi.SKPI_WHORIZON, smartkpi.SKPI_WMISSING])
    assert all(issubclass(w.category, smartkpi.SmartkpiWarning) and w.filename == __file__ for w in seen), seen
    assert str(seen[0].message).startswith("SKPI_WHORIZON: "), seen[0]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        raises(smartkpi.SmartkpiWarning, _errors.check, smartkpi.SKPI_WADJUSTED)


def test_threads_have_their_own_words():
    seen, gate = {}, threading.Barrier(2)

    def work(i):
        raises(smartkpi.Error, urgd, [2010] * 3, [.5] * i + [2. + i] + [.5] * (2 - i), [2020] * 3, [.5] * 3)
        gate.wait()
        seen[i] = smartkpi.last_error()
    threads = [threading.Thread(target=work, args=(i,)) for i in (0, 1)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert "share0[0] = 2 " in seen[0] and "share0[1] = 3 " in seen[1], seen
    fresh = []
    t = threading.Thread(target=lambda: fresh.append(smartkpi.last_error()))
    t.start()
    t.join()
    equal(fresh, [""])


# Arrays

def test_shapes():
    want = math.log(.5 / .5 / (.4 / .6)) / 10
    one = urgd(2010, .4, 2020, .5)
    assert isinstance(one, float) and abs(one - want) < 1e-15
    equal(plain(urgd([2010], [.4], [2020], [.5])), [one])
    equal(plain(urgd((2010,), (.4,), (2020,), (.5,))), [one])
    equal(plain(urgd([], [], [], [])), [])
    matrix = population([[.5, .25], [0, 1]], [[100, 100], [100, 100]])
    equal(plain(matrix.urban), [[50., 25.], [0., 100.]])
    equal(plain(matrix.rural), [[50., 75.], [100., 0.]])
    equal(plain(population([.5, .25], [100, 100]).urban), [50., 25.])
    equal(population(.25, 100).urban, 25.)
    equal(type(matrix.urban), numpy.ndarray if numpy else list)


def test_refused_types():
    d, i = _arrays.DOUBLE, _arrays.INT32
    for value, ctype in (("1", d), (["1"], d), ([None, 1.], d), (None, d), ([1j], d), ({}, d), ([True], d), (True, d),
                         (b"12345678", d), ([1.5], i), (1.5, i), ([2**31], i), ([-2**31 - 1], i), (2**31, i),
                         ([2**70], i), (["1"], i), (10**400, d), ([10**400], d)):
        e = raises(TypeError, _arrays.read, "x", value, ctype)
        assert str(e).startswith("x must be "), e
    for ragged in ([[1., 2.], [3.]], [[1.], 2.]):
        raises(ValueError, _arrays.read, "x", ragged, d)
    equal(plain(_arrays.read("x", [-2**31, 2**31 - 1], i).value()), [-2**31, 2**31 - 1])


def refusal(kind, *arguments):
    """What read says of a value that it refuses."""
    return str(raises(kind, _arrays.read, "x", *arguments))


def test_one_by_one():
    """A list is looked at as it is written, not as NumPy makes an array of it: the first wrong value is named."""
    d, i = _arrays.DOUBLE, _arrays.INT32
    for value, want in (([1.5, True], "x[1] is True"), ([[1.5, True], [0, 1]], "x[0][1] is True"), ((1, False), "x[1] is False"),
                        ([[[[[[1., True]]]]]], "x[0][0][0][0][0][1] is True"), ([.5, "0.6"], 'x[1] = "0.6" is text'),
                        (["0.5", 1], 'x[0] = "0.5" is text'), ([1, b"2"], 'x[1] = "2" is text'),
                        ([1, 10**400], "x[1] is far out of range"), ([[1], [-10**400]], "x[1][0] is far out of range")):
        equal(refusal(TypeError, value, d), f"x must be numbers: {want}")
    equal(refusal(TypeError, [2020, "2021"], i), 'x must be integers of 32 bits: x[1] = "2021" is text')
    equal(plain(_arrays.read("x", [True, 3, 4.], i).value()), [1, 3, 4])
    for ragged in ([[1., True], [2.]], [[1.], True]):
        raises(ValueError, _arrays.read, "x", ragged, d)
    raises(TypeError, smartkpi.Table, [2000, 2010], [[1.5, True], [0, 1]])
    raises(TypeError, smartkpi.carbon.warming, [1.5, True])
    if not numpy:
        return
    for value, want in (([numpy.array([1.5]), numpy.array([True])], "x[1][0] is True"), ([1.5, numpy.bool_(1)], "x[1] is True"),
                        ([numpy.array(1.5), None], "x[1] is None; a missing value is NaN"),
                        ([numpy.timedelta64(5), None], "x[0] is a timedelta64")):
        equal(refusal(TypeError, value, d), f"x must be numbers: {want}")
    refusal(TypeError, [numpy.timedelta64(5), None], i)
    refusal(ValueError, [numpy.array([1., 2.]), numpy.array([None, 1., 2.])], d)
    equal(plain(_arrays.read("x", [numpy.float64(.5), numpy.int8(1), 2], d).value()), [.5, 1., 2.])


def test_buffers():
    a = array.array("d", [.4, .5])
    r = _arrays.read("x", a, _arrays.DOUBLE)
    a[0] = .25
    equal(r.pointer[0], .25)  # not copied
    equal(plain(_arrays.read("x", array.array("f", [.5]), _arrays.DOUBLE).value()), [.5])
    equal(plain(_arrays.read("x", array.array("h", [3]), _arrays.INT32).value()), [3])
    equal(plain(_arrays.read("x", memoryview(array.array("d", [1., 2., 3., 4.]))[::2], _arrays.DOUBLE).value()), [1., 3.])
    three = (ctypes.c_double * 3)(.1, .2, .3)
    equal(plain(_arrays.read("x", three, _arrays.DOUBLE).value()), [.1, .2, .3])
    equal(plain(_arrays.read("x", (ctypes.c_int16 * 2)(1, 2), _arrays.INT32).value()), [1, 2])
    r = _arrays.read("x", (ctypes.c_double * 2 * 1)((.1, .2)), _arrays.DOUBLE)
    equal((tuple(r.shape), r.pointer[0]), ((1, 2), .1))
    equal(plain(_arrays.read("x", (ctypes.c_double * 0)(), _arrays.DOUBLE).value()), [])
    for other in (ctypes.c_double.__ctype_be__ * 2, ctypes.c_char * 3):
        raises((TypeError, smartkpi.Error), _arrays._read_plain, "x", other(), _arrays.DOUBLE)
    equal(plain(_arrays.read("x", range(3), _arrays.DOUBLE).value()), [0., 1., 2.])
    raises(TypeError, _arrays.read, "x", array.array("d", [1.5]), _arrays.INT32)
    equal(plain(_arrays.read("x", array.array("d", [2010., 2020.]), _arrays.INT32).value()), [2010, 2020])
    equal(_arrays.read("x", 2010.0, _arrays.INT32).value(), 2010)


def test_numpy_dtypes():
    if not numpy:
        return
    base = numpy.array([[.1, .2, .3], [.4, .5, .6]])
    point = lambda x, c=_arrays.DOUBLE: _arrays.read("x", x, c)
    assert point(base).owner is base
    ints = numpy.array([1, 2], dtype=numpy.int32)
    assert point(ints, _arrays.INT32).owner is ints
    frozen = base.copy()
    frozen.flags.writeable = False
    assert point(frozen).owner is frozen
    odd = numpy.frombuffer(b"\0" + base.tobytes(), dtype=numpy.uint8)[1:].view(numpy.float64)
    for other in (base.T, base[:, ::2], base.astype(">f8"), base.astype("f4"), base.astype("g"), odd,
                  numpy.arange(6), numpy.arange(6, dtype="u1"), numpy.asfortranarray(base), numpy.matrix(base), base.astype(object)):
        r = point(other)
        n = int(numpy.prod(r.shape))
        equal(ctypes.cast(r.pointer, ctypes.POINTER(ctypes.c_double))[:n], numpy.asarray(other, dtype="f8").reshape(-1).tolist())
        equal(r.shape, other.shape)
    for wrong in (base > 0, base.astype(complex), base.astype(str), (base > 0).astype(object),
                  numpy.array(["2020"], dtype="datetime64[Y]"), numpy.array(["2020-01-01"], dtype="datetime64[ns]"),
                  numpy.array([5], dtype="timedelta64[ns]")):
        raises(TypeError, point, wrong)
        if wrong.dtype.kind in "mM":
            raises(TypeError, point, wrong, _arrays.INT32)
    for wrong in (base, numpy.array([2**31]), numpy.array([2**31], dtype="u4")):
        raises(TypeError, point, wrong, _arrays.INT32)
    masked, whole = numpy.ma.array([1., 2.], mask=[0, 1]), numpy.ma.array([1., 2.], mask=[0, 0])
    for hidden in (masked, [masked, whole], (whole, masked), [[whole, whole], [masked, whole]], [1., masked[1]]):
        raises(ValueError, point, hidden)
    equal(point([whole, [3, 4]]).value().tolist(), [[1., 2.], [3., 4.]])
    equal(point(numpy.float64(.5)).value(), .5)
    equal(point(numpy.array(3), _arrays.INT32).value(), 3)
    transposed = population(base.T, numpy.full((3, 2), 10.))
    assert numpy.allclose(transposed.urban, 10 * base.T, rtol=1e-15)


class Column:
    """A column of another package, which gives its values in an array that no one else holds."""

    def __init__(self, values):
        self.values = values

    def __array__(self, dtype=None, copy=None):
        made = numpy.array(self.values, dtype)
        made.flags.writeable = False
        return made


def test_columns_of_others():
    if not numpy:
        return
    n = 1000
    share, year, growth = numpy.linspace(.3, .6, n), numpy.full(n, 2017, "i"), numpy.full(n, .02)
    want = urban.project(year, share, growth, 2018, 3, size_class="large").share
    got = urban.project(Column(year), Column(share), Column(growth), 2018, 3, size_class="large").share
    assert (got == want).all()


def test_plain_arguments():
    call = _call.Call("skpi_urban_project")
    for wrong in (2**31, -2**31 - 1, 2**40):
        equal(raises(smartkpi.Error, call.take, first_year=wrong).name, "SKPI_ERANGE")
    raises(TypeError, call.take, first_year=2020.5)
    equal(raises(smartkpi.Error, call.axis, n_years=-1).name, "SKPI_EINVAL")
    equal(raises(smartkpi.Error, call.axis, n_years=2**64 + 5).name, "SKPI_ERANGE")
    equal(raises(smartkpi.Error, call.struct, "options", "2 n_terms", norm=[[1.], [2.], [3.]]).name,
          "SKPI_EINCONSISTENT")


def test_numbers_far_out_of_range():
    """10**400 is refused with the name of the argument, as the others are that do not fit."""
    from smartkpi import carbon, catalogue
    far = 10**400
    for value in (far, fractions.Fraction(far), decimal.Decimal("1e400")):
        equal(str(raises(TypeError, carbon.budget_remaining, value, .5, 0)), "warming must be a number: warming is far out of range")
    for call, name in ((lambda n: urban.project(2018, .5, .03, n, 3, size_class="large"), "first_year"),
                       (lambda n: urban.project(2018, .5, .03, 2019, n, size_class="large"), "n_years"),
                       (lambda n: catalogue.find(n, "I.1.1"), "list")):
        for n in (far, -far, 10**5000):
            e = raises(smartkpi.Error, call, n)
            equal((e.name, e.argument, e.value), ("SKPI_ERANGE", name, None))
            assert str(e).startswith(f"{name} is far out of range and does not fit "), e


def test_floats_that_are_not_exact():
    """A whole float beyond 2^53 is no integer that anyone meant; an integer of this size is."""
    from smartkpi import ensemble
    equal(str(raises(TypeError, ensemble.draw, 1, 1e18, 0, 7, 2030, 0, 0)),
          "seed must be an integer: seed = 1e+18 is beyond 2^53, where floats are not exact: give an integer")
    assert plain(ensemble.draw(1, 10**18, 0, 7, 2030, 0, 0)) != plain(ensemble.draw(1, 2.**53, 0, 7, 2030, 0, 0))
    assert "is not whole" in str(raises(TypeError, ensemble.draw, 1, 1.5, 0, 7, 2030, 0, 0))
    assert "x[1] = 1e+18 is beyond 2^53" in refusal(TypeError, [1, 1e18], _arrays.UINT64)


class Given:
    """An object that gives its values by tolist alone."""

    def __init__(self, values):
        self.values = values

    def tolist(self):
        return self.values


def test_numbers_of_other_types():
    """Decimals, fractions, and what has only tolist; with NumPy scalars of any size and arrays without dimensions."""
    d, i, decimals = _arrays.DOUBLE, _arrays.INT32, decimal.Decimal
    first = lambda year: plain(urban.project(2018, .5, .03, year, 1, size_class="large").share)
    for year in (2019., decimals("2019"), fractions.Fraction(2019), Given(2019)) + (
            (numpy.float32(2019), numpy.array(2019.), numpy.array(2019), numpy.int16(2019)) if numpy else ()):
        equal(first(year), first(2019))
        equal(_arrays.read("x", year, i).value(), 2019)
    for value in (decimals("0.5"), fractions.Fraction(1, 2), Given(.5)) + ((numpy.float16(.5), numpy.array(.5)) if numpy else ()):
        equal(_arrays.number("x", value, d), .5)
        equal(_arrays.read("x", value, d).value(), .5)
        assert "x = 0.5 is not whole" in str(raises(TypeError, _arrays.number, "x", value, i))
    equal(plain(_arrays.read("x", [decimals("0.5"), 1, decimals("0.25")], d).value()), [.5, 1., .25])
    equal(plain(_arrays.read("x", Given([[1, .5], [2, 3]]), d).value()), [[1., .5], [2., 3.]])
    for nan in (decimals("NaN"), decimals("sNaN")):
        assert math.isnan(_arrays.number("x", nan, d))
    for value, want in ((Given("5"), 'x = "5" is text'), (Given(None), "x is a Given"), (Given(Given(5)), "x is a Given"),
                        (decimals("1e400"), "x is far out of range"), (fractions.Fraction(10**400), "x is far out of range")):
        equal(refusal(TypeError, value, d), f"x must be numbers: {want}")
        equal(str(raises(TypeError, _arrays.number, "x", value, d)), f"x must be a number: {want}")
    if numpy:
        for value in (numpy.datetime64(5, "ns"), numpy.timedelta64(5), numpy.array([2019.]), numpy.array("2019")):
            raises(TypeError, _arrays.number, "x", value, i)
        raises(ValueError, _arrays.number, "x", numpy.ma.array(2019, mask=True), i)
        raises(TypeError, _arrays.number, "x", numpy.bool_(True), d)


# Structs, tables, progress and names

def test_progress_exception_cancels():
    def stop(done, total):
        raise KeyError(f"{done} of {total}")
    def work(watch):
        def two(*steps):
            return [watch.pointer(done, 9, None) for done in steps]
        return lambda: watch.run(two, [3, 9])
    equal(raises(KeyError, work(_watch.Watch(stop, True))).args, ("3 of 9",))
    equal(work(_watch.Watch(lambda done, total: done == total, True))(), [0, 1])
    equal(work(_watch.Watch(lambda done, total: None, True))(), [0, 0])
    equal(work(_watch.Watch(None, True))(), [0, 0])
    if numpy:
        raises(ValueError, work(_watch.Watch(lambda done, total: numpy.zeros(2), True)))
    before = signal.signal(signal.SIGALRM, lambda number, frame: None)
    work(_watch.Watch(lambda done, total: signal.signal(signal.SIGALRM, signal.SIG_IGN) and None, True))()
    equal(signal.signal(signal.SIGALRM, before), signal.SIG_IGN)  # what it sets stays
    from smartkpi import peers
    raises(TypeError, peers.stability, 1, [[1.], [2.]], progress=3)


def test_mirrors():
    for name, mirror in _abi.STRUCTS.items():
        equal((name, smartkpi.struct_size(name)), (name, ctypes.sizeof(mirror)))
    equal(smartkpi.struct_size("skpi_nothing"), 0)
    for members in _abi.ENUMS.values():
        for name, value in members.items():
            equal((name, smartkpi.constant(name), getattr(smartkpi, name)), (name, value, value))
    names = {"size", "flags", *(f.name for f in __import__("dataclasses").fields(smartkpi.Basis))} - {"linked"}
    equal(names, set(_abi.MEMBERS["skpi_basis"]))


class IOTable(smartkpi.Handle):
    _free = "skpi_economy_iotable_free"

    def __init__(self, flow):
        call = _call.Call("skpi_economy_iotable_new")
        call.struct("source", "n_sectors n_sectors", flow=flow)
        call.struct("source", "n_sectors", output=[100., 90.], value_added=[70., 45.], final_demand=[60., 55.])
        self._open(call, "table")

    def leontief(self, demand):
        call = _call.Call("skpi_economy_iotable_leontief")
        call.handle("table", self)
        call.take("n_demands n_sectors", demand=demand)
        call.out(output="n_demands n_sectors")
        return call.run()


def test_handle():
    flows = [[10., 30.], [20., 15.]]
    with IOTable(flows) as table:
        want = [100., 90.]
        got = plain(table.leontief([60., 55.]))
        assert all(abs(a - b) < 1e-10 for a, b in zip(got, want)), got
        equal(plain(table.leontief([[60., 55.], [0., 0.]]))[0], got)
    equal(raises(smartkpi.Error, table.leontief, [60., 55.]).name, "SKPI_ESTATE")
    table.close()
    equal(raises(smartkpi.Error, IOTable, [[math.nan, 30.], [20., 15.]]).argument, "source.flow")
    freed, table = [], IOTable(flows)
    table._closer.detach()
    table._closer = __import__("weakref").finalize(table, freed.append, 1)
    del table
    gc.collect()
    equal(freed, [1])


def test_table_argument():
    year = [2022, 2023]

    def share(digital, gdp, status=None):
        call = _call.Call("skpi_digital_share", status, "n")
        call.take(digital=digital, gdp=gdp)
        call.out(share="n m", basis="")
        return call.run(types.SimpleNamespace)
    one = share(smartkpi.Table(year, [1., 2.], smartkpi.Basis(vintage=2024)),
                smartkpi.Table(year, [4., 4.], smartkpi.Basis(currency=156)))
    equal((plain(one.share), one.basis), ([.25, .5], smartkpi.Basis(vintage=2024, currency=156)))
    two = share(smartkpi.Table(year, [[1., 2.]]), smartkpi.Table(year, [[4., 4.]]))
    equal(plain(two.share), [[.25, .5]])
    e = raises(smartkpi.Error, share, smartkpi.Table(year, [1., 2.]), smartkpi.Table([2021, 2022], [4., 4.]))
    equal(e.name, "SKPI_EINCONSISTENT")
    e = raises(smartkpi.Error, share, smartkpi.Table(year, [1., 2.]), smartkpi.Table(year, [[4., 4.]] * 2))
    equal(e.name, "SKPI_EINCONSISTENT")


def test_names():
    equal(smartkpi.status_name(smartkpi.SKPI_EDOM), "SKPI_EDOM")
    assert smartkpi.status_message(smartkpi.SKPI_EDOM)
    equal(raises(smartkpi.Error, smartkpi.economy.chain_index, [[1.]], [[1.]], 2**32 + 8401).name, "SKPI_ERANGE")
    major, minor, patch = map(int, smartkpi.version().split("."))
    equal(smartkpi.version_number(), major << 16 | minor << 8 | patch)


def test_basis():
    a = smartkpi.Basis(definition=smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, vintage=2024)
    equal(a.join(smartkpi.Basis(currency=156)),
          smartkpi.Basis(definition=smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, vintage=2024, currency=156))
    equal(raises(smartkpi.Error, a.join, smartkpi.Basis(vintage=2023)).name, "SKPI_EDEFMIX")
    equal(a.join(smartkpi.Basis(linked=True)).linked, True)
    equal(str(smartkpi.Basis(linked=True)), "linked")
    equal(str(a), '"nbs_core"; vintage 2024')
    equal(smartkpi.Basis("nbs_core", revision="census", prices="current", gwp="SKPI_CARBON_GWP_AR6_100"),
          smartkpi.Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, revision=smartkpi.SKPI_BASIS_REVISION_CENSUS,
                         prices=smartkpi.SKPI_BASIS_PRICES_CURRENT, gwp=smartkpi.SKPI_CARBON_GWP_AR6_100))
    equal([smartkpi.Basis(definition=name).definition for name in ("degurba", "territorial")],
          [smartkpi.SKPI_URBAN_DEFINITION_DEGURBA, smartkpi.SKPI_CARBON_DEFINITION_TERRITORIAL])
    equal(str(raises(smartkpi.Error, smartkpi.Basis, revision="final")),
          'revision = "final" is none of "preliminary", "verified", "census"')
    equal(str(raises(smartkpi.Error, str, smartkpi.Basis(revision=smartkpi.SKPI_SERIES_MODEL_HOLT))),
          'basis states "holt" as its revision, which is not one of "preliminary", "verified", "census"')
    raises(smartkpi.Error, smartkpi.Basis(vintage=2**31)._struct)
    raises(TypeError, smartkpi.Basis(vintage=2024.5)._struct)


def test_table():
    t = smartkpi.Table(year=[2000, 2010], value=[[1., 2.], [3., 4.], [5., 6.]], basis=smartkpi.Basis(vintage=2024))
    s = t._struct
    equal((s.size, s.n, s.m, s.year[:2], s.value[:6], s.basis.contents.vintage),
          (48, 3, 2, [2000, 2010], [1., 2., 3., 4., 5., 6.], 2024))
    one = smartkpi.Table(year=[2000, 2010], value=[1., 2.])
    equal((one._struct.n, bool(one._struct.basis)), (1, False))
    gc.collect()
    equal(raises(smartkpi.Error, smartkpi.Table, [2000], [1., 2.]).name, "SKPI_EINCONSISTENT")
    equal(raises(smartkpi.Error, smartkpi.Table, [2000], [[[1.]]]).name, "SKPI_EINVAL")
    raises(TypeError, smartkpi.Table, [2000.5], [1.])


def test_tables_are_values():
    nan, basis = math.nan, smartkpi.Basis(vintage=2024)
    t = smartkpi.Table([2000, 2010], [[1., nan], [3., 4.5]], basis)
    equal(repr(t), "Table of 2 places, 2 years, vintage 2024\n   2000     2010\n0     1  missing\n1     3      4.5")
    equal(str(smartkpi.Table([2000], [.25])), "Table of 1 place, 1 year\n   2000\n0  0.25")
    large = repr(smartkpi.Table(list(range(1900, 2000)), [[.5] * 100] * 30)).splitlines()
    assert len(large) == 11 and large[-1] == "..." and all(len(line) < 80 for line in large), large
    equal(t == smartkpi.Table((2000, 2010), array.array("d", [1., 2.])), False)
    equal(t == smartkpi.Table([2000, 2010], [[1., nan], [3., 4.5]], smartkpi.Basis(vintage=2024)), True)
    for other in (smartkpi.Table([2000, 2011], [[1., nan], [3., 4.5]], basis), smartkpi.Table([2000, 2010], [[1., nan], [3., 4.]], basis),
                  smartkpi.Table([2000, 2010], [[1., nan], [3., 4.5]]), smartkpi.Table([2000, 2010], [[1., 2.], [3., 4.5]], basis), 3):
        assert t != other, other
    assert smartkpi.Table([2000], [1.]) != smartkpi.Table([2000], [[1.]])
    equal(pickle.loads(pickle.dumps(t)), t)
    equal(plain(pickle.loads(pickle.dumps(smartkpi.Table([2000], [1.]))).value), [1.])
    equal([n for n in dir(t) if not n.startswith("__")], ["basis", "value", "year"])
    raises(AttributeError, setattr, t, "value", [[1., 2.]])
    raises(TypeError, hash, t)


def test_names_that_dir_shows():
    for module in (smartkpi, smartkpi.carbon, smartkpi.urban, smartkpi.ensemble):
        assert not [n for n in dir(module) if n.startswith("_") and not n.startswith("__")], module
        assert set(module.__all__) <= set(dir(module)), module
    assert "dataclass" not in dir(smartkpi.urban) and "project" in dir(smartkpi.urban) and "urban" in dir(smartkpi)


def test_wrong_kinds():
    """An argument of the wrong type raises TypeError, and so does an axis whose length nothing gives."""
    from smartkpi import carbon, digital, economy, ensemble, series, urban
    plan = ensemble.Plan(2021, 5)
    for call, arguments in ((urban.urgd, [None] * 4), (urban.size_class, [None]), (carbon.warming, [None]),
                            (carbon.budget_share, [3]), (urban.ensemble_add, ["plan", 1, 1, 1]), (digital.adb, [None, [1]]),
                            (digital.share, [None, None]), (series.growth, [5]), (carbon.path_value, ["x", 2020, 3]),
                            (economy.IOTable, [None]), (ensemble.Result, [None]), (carbon.gas_gwp, [None, "ar6_100"]),
                            (urban.walk_quantile, [smartkpi.Table([2000], [1.]), .02, .1, 4, [.5]])):
        raises(TypeError, call, *arguments)
    raises(smartkpi.Error, urban.urgd, 2010, None, 2020, .5)
    equal(raises(smartkpi.Error, urban.project, 2018, .5, .03, 2019, 3, method="holt").argument, "method")
    raises(Exception, urban.ensemble_add, economy.IOTable(economy.IOTableSource([[50.]], [100.], [50.], [50.])), .5, .1, .1)
    plan.close()


class Odd:
    """An object whose __array__ gives something else."""

    def __init__(self, given):
        self.given = given

    def __array__(self, *_, **__):
        return self.given


def test_objects_that_lie():
    """A list without an end, an array that is none, and a status that cannot be filled are refused as the other wrong kinds are."""
    endless = [1]
    endless.append(endless)
    raises(smartkpi.Error, smartkpi.urban.norm_urgd, [.5, .6], size_class=endless)
    for given in (None, [1.0]):
        raises((TypeError, ValueError), smartkpi.urban.norm_urgd, [.5], size_class=Odd(given))
    for status in ((), 5, array.array("i", [0]), Odd(None)):
        raises(TypeError, urgd, [2010], [.4], [2020], [.5], status=status)


def test_masked():
    """No argument drops the mask of an array: it is refused wherever it stands."""
    if not numpy:
        return
    from smartkpi import carbon
    masked = lambda *values: numpy.ma.array(values, mask=[False] * (len(values) - 1) + [True])
    dates, shares = [2000., 2005., 2010.], [.2, .25, .3]
    window = lambda *values: urban.window_urgd(urban.History(*values), 5)
    words = "has masked values: fill them (missing is NaN) or leave them out"
    for history in ((masked(*dates), shares), ([masked(*dates)] * 2, [shares] * 2), (numpy.ma.array([dates], mask=[[0, 1, 0]]), [shares]),
                    ((dates[0], dates[1], numpy.ma.masked), shares), (Odd(masked(*dates)), shares)):
        assert words in str(raises(ValueError, window, *history)), history
        assert words in str(raises(ValueError, window, shares, history[0])), history
    equal(str(raises(ValueError, window, [dates, masked(*dates)], [shares] * 2)), f"date {words}")
    for size_class in (masked("large", "small"), masked(0, 1), ["large", numpy.ma.masked], Odd(masked("large", "small"))):
        said = str(raises(ValueError, urban.norm_urgd, [.5, .6], size_class=size_class))
        equal(said.replace("[1]", ""), f"size_class {words}")
    equal(str(raises(ValueError, urgd, [2010, 2010], Odd(masked(.4, .5)), 2020, .6)), f"share0 {words}")
    raises(ValueError, carbon.inventory_total, masked("I.1.1", "I.1.2"), ["CO2"] * 2, [1., 2.], [1, 2], "ar6_100")
    raises(ValueError, smartkpi.Names, masked("a", "b"))
    raises(ValueError, smartkpi.Names, ["a", numpy.ma.masked])
    bare = numpy.ma.array(shares)
    equal(plain(window(dates, bare)), plain(window(dates, shares)))
    equal(plain(urban.norm_urgd([.5, .6], size_class=numpy.ma.array(["large", "small"]))),
          plain(urban.norm_urgd([.5, .6], size_class=["large", "small"])))


def test_order():
    """What has no order is refused where order is meaning: sets and dicts, for numbers, texts, tables, rows and names."""
    from smartkpi import carbon, digital, index
    total = lambda reference: carbon.inventory_total(reference, ["CO2", "CH4"], [1., 2.], [1, 2], "ar6_100")
    table = smartkpi.Table([2000], [1.])
    calls = {"reference": total, "date": lambda date: urban.window_urgd(urban.History(date, [[.2, .3]] * 2), 5),
             "digital": lambda given: digital.compare(given, [table] * 2), "part": digital.sum_of_parts,
             "names": smartkpi.Names, "share0": lambda share0: urgd([2010] * 2, share0, [2020] * 2, [.5] * 2)}
    texts = ["I.1.1", "I.1.2"]
    for name, call in calls.items():
        for wrong in (set(texts), frozenset(texts), dict.fromkeys(texts), dict.fromkeys(texts).keys(), {2000: 1}, 5):
            if name == "share0" and wrong == 5:
                continue
            e = raises(TypeError, call, wrong)
            assert str(e).startswith(name) and str(e).endswith(f"{name} is {'an' if wrong == 5 else 'a'} {type(wrong).__name__}"), e
    raises(TypeError, calls["date"], None)
    equal(str(raises(TypeError, total, set(texts))), "reference must be a list of texts: reference is a set")
    e = raises(TypeError, urban.window_urgd, urban.History([{2000, 2010}, [2000, 2010]], [[.2, .3]] * 2), 5)
    equal(str(e), "date[0] must be a list of numbers: date[0] is a set")
    for wrong, want in (("2000", 'date = "2000" is text'), (["2000", "2010"], 'date[0] = "2000" is text'),
                        ([[2000, 2010], 5], "date[1] is an int")):
        assert str(raises(TypeError, calls["date"], wrong)).endswith(want), wrong
    equal(str(raises(TypeError, digital.sum_of_parts, -1)), "part must be a list of Tables: part is an int")
    equal(plain(total(iter(texts)).scope), plain(total(texts).scope))
    assert digital.sum_of_parts(one for one in [table, table]).mix is not None
    raises(TypeError, index.Tree, (code for code in ["all", "air"]), ["", "all"])
    if numpy:
        raises(TypeError, urban.window_urgd, urban.History(numpy.array(2000.), .5), 5)
        equal(plain(urban.window_urgd(urban.History(list(numpy.array([2000., 2010.])), [.2, .3]), 5)),
              plain(urban.window_urgd(urban.History([2000, 2010], [.2, .3]), 5)))
        equal(plain(total(numpy.array(texts)).scope), plain(total(texts).scope))
    equal(plain(urban.norm_urgd([.5, .6], size_class=Given(["large", "small"]))),
          plain(urban.norm_urgd([.5, .6], size_class=["large", "small"])))
    raises(TypeError, urban.norm_urgd, [.5, .6], size_class={"large", "small"})


def test_texts():
    """A text that C cannot have as it is, is refused with its place: it would be cut at a NUL."""
    from smartkpi import carbon
    for odd, word in (("I.1.1\0x", "has a NUL"), ("\0", "has a NUL"), ("I.1.1\udc80", "has half of a surrogate pair")):
        e = raises(smartkpi.Error, carbon.inventory_total, ["I.1.1", odd], ["CO2"] * 2, [1., 2.], [1, 1], "ar6_100")
        equal((e.name, e.argument, e.row), ("SKPI_EINVAL", "reference", 1))
        assert str(e).startswith("reference[1] = ") and word in str(e), e
        e = raises(smartkpi.Error, carbon.gas_gwp, f"CH4{odd}", "ar6_100")
        equal((e.name, e.argument, e.row), ("SKPI_EINVAL", "gas", None))
        assert word in str(e) and str(e).encode(), e
        equal(raises(smartkpi.Error, smartkpi.struct_size, f"skpi_table{odd}").argument, "name")
    raises(TypeError, carbon.inventory_total, ["I.1.1", b"I.1.2"], ["CO2"] * 2, [1., 2.], [1, 1], "ar6_100")


def described(owner, name, one):
    """The arguments of functions and the members of classes that their docstrings do not name."""
    if inspect.isclass(one):
        members = {n: m for n, m in vars(one).items() if not n.startswith("_") and (inspect.isroutine(m) or isinstance(m, property))}
        fields = [f.name for f in dataclasses.fields(one)] if dataclasses.is_dataclass(one) else []
        return ([f"{owner}.{name}"] * (not one.__doc__) + [f"{owner}.{name}: {f}" for f in fields if not told(f, one.__doc__)]
                + [x for n, m in members.items() for x in described(f"{owner}.{name}", n, getattr(m, "__func__", m))])
    named = [p for p in inspect.signature(one).parameters if p not in ("self", "cls", "members", "unknown")] if inspect.isroutine(one) \
        and owner.partition(".")[0] not in ("smartkpi", "Handle") else []
    return [f"{owner}.{name}"] * (not one.__doc__) + [f"{owner}.{name}: {p}" for p in named if not told(p, one.__doc__)]


def told(name, words):
    return re.search(rf"^ *{name}\b(\[.*?\])*  +\S|\b{name} = ", words or "", re.M)


def test_docstrings():
    lacking = [x for name in smartkpi.__all__ if not isinstance(getattr(smartkpi, name), (int, types.ModuleType))
               for x in described("smartkpi", name, getattr(smartkpi, name))]
    for module in (smartkpi.carbon, smartkpi.digital, smartkpi.economy, smartkpi.ensemble, smartkpi.series, smartkpi.urban):
        short = module.__name__.partition(".")[2]
        assert module.__doc__, short
        public = [n for n in module.__all__ if not n.endswith("Choice")]
        lacking += [x for name in public for x in described(short, name, getattr(module, name))]
    assert not lacking, lacking


def test_syntax():
    """The package has the syntax of Python 3.8, and its annotations are never evaluated."""
    folder = os.path.dirname(smartkpi.__file__)
    for name in sorted(n for n in os.listdir(folder) if n.endswith(".py")):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            tree = ast.parse(f.read(), name, feature_version=(3, 8))
        annotated = any(getattr(node, "annotation", None) or getattr(node, "returns", None) for node in ast.walk(tree))
        postponed = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
        assert postponed or not annotated, name
        for node in tree.body:  # aliases are evaluated
            if isinstance(node, ast.Assign):
                faults = [n for n in ast.walk(node.value) if isinstance(n, ast.Subscript) and isinstance(n.value, ast.Name)
                          and n.value.id in ("list", "dict", "tuple", "set", "type")]
                assert not faults, f"{name}:{node.lineno}"


def test_examples_in_docstrings():
    for module in (smartkpi.urban, smartkpi.carbon, smartkpi.digital, smartkpi.economy):
        names = {**vars(smartkpi), **vars(module)}
        found = doctest.DocTestFinder().find(module, globs=names)
        for example in found:
            said = []
            doctest.DocTestRunner(verbose=False).run(example, out=said.append)
            assert not said, "".join(said)


def main():
    failed = False
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            try:
                test()
                print(f"ok python base ({MODE}): {name[5:]}")
            except Exception as e:
                failed = True
                line = e.__traceback__
                while line.tb_next and line.tb_next.tb_frame.f_code.co_filename == __file__:
                    line = line.tb_next
                print(f"FAIL python base ({MODE}): {name[5:]}, line {line.tb_lineno}: {type(e).__name__}: {e}")
    sys.stdout.flush()
    if len(sys.argv) == 1 and numpy:
        failed |= subprocess.run([sys.executable, os.path.abspath(__file__), "plain"]).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
