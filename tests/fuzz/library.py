"""The library under test: its signatures, its calls, its last error, GSL's errors, the two descriptors."""
import ctypes
import importlib
import os
import re
import sys
import types
from collections import namedtuple

from cases import LineError
from memory import Arena

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.environ.get("SRCDIR") or os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("BUILDDIR") or (os.path.join(TOP, "build") if os.path.isdir(os.path.join(TOP, "build")) else TOP)

sys.path.insert(0, os.path.join(TOP, "lib"))  # for the reader of contracts

Error = namedtuple("Error", "status row column value function name words")


def abi():
    """smartkpi._abi without the package, which would load the installed library."""
    if "smartkpi" not in sys.modules:
        package = types.ModuleType("smartkpi")
        package.__path__ = [os.path.join(TOP, "lib", "python", "smartkpi")]
        sys.modules["smartkpi"] = package
    return importlib.import_module("smartkpi._abi")


def exported():
    """The functions of the version script, which is the list for all tests."""
    with open(os.path.join(TOP, "lib", "libsmartkpi.map")) as f:
        text = re.sub(r"/\*.*?\*/", "", f.read(), flags=re.S)
    return re.findall(r"\b(skpi_\w+);", text)


def module(name):
    """Path of a shared module of this folder in the build tree."""
    return os.path.join(BUILD, "tests", "fuzz", ".libs", name + ".so")


def sanitized(path, by=b"__asan_init"):
    with open(path, "rb") as f:
        return by in f.read()


# Python has leaks, the module has the library's names once more, and a huge allocation is refused.
OPTIONS = "detect_leaks=0:detect_odr_violation=0:allocator_may_return_null=1"


def preload_sanitizer(path):
    """Starts this program again under the address sanitizer's runtime if the module was built with it."""
    if not sanitized(path) or "asan" in os.environ.get("LD_PRELOAD", ""):
        return
    compiler = os.environ.get("CC") or "gcc"
    for runtime in ("libasan.so", "libclang_rt.asan-x86_64.so"):
        found = os.popen(f"{compiler} -print-file-name={runtime}").read().strip()
        if os.path.isabs(found) and os.path.exists(found):
            os.environ.update(LD_PRELOAD=found, ASAN_OPTIONS=OPTIONS)
            os.execv(sys.executable, [sys.executable] + sys.argv)
    raise SystemExit("the library was built with the address sanitizer, whose runtime was not found")


class Lab:
    def __init__(self, path, signatures=None):
        """signatures are functions beyond those of _abi.py, in the same form; the self-test has some."""
        self.path, self.abi = path, signatures or abi()
        self.library = ctypes.CDLL(path)
        self.library.probe_steps.restype = ctypes.c_uint64
        self.library.skpi_last_error.restype = ctypes.c_char_p
        self.statuses = {v: n for n, v in self.abi.ENUMS["skpi_status"].items()}
        self.known, self.handles, self.lines = {}, {}, {}
        self.recipes = {}  # recipes of handles, by type
        # pairs: (function, argument, status) of refusals; seen: (function, status) that were returned
        self.pairs, self.seen = set(), set()
        self.most_steps = (0, "")  # of one call, and its function
        self.arena = Arena()
        # memory that handles were made of: handles that are kept, and handles for one call
        self.keeping, self.passing = Arena(), Arena()
        self.capture = None
        self.flush = ctypes.CDLL(None).fflush
        self.host_errors = 0
        handler_type = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)
        self.handler = handler_type(self.count_host_error)
        self.library.gsl_set_error_handler(self.handler)  # the libgsl that the module itself uses
        self.last = self.abi.STRUCTS["skpi_error"]()

    def count_host_error(self, *_):
        self.host_errors += 1

    def raised(self):
        return self.host_errors

    def steps(self):
        """Steps of loops that run until they converge, since the last time."""
        return self.library.probe_steps()

    def status(self, name):
        return self.abi.ENUMS["skpi_status"]["SKPI_" + name]

    def name(self, status):
        return self.statuses.get(status, str(status))

    def sizeof(self, base):
        return ctypes.sizeof(self.abi.STRUCTS[base])

    def version(self):
        self.library.skpi_version.restype = ctypes.c_char_p
        return tuple(map(int, self.library.skpi_version().split(b".")))

    def ctypes_text(self, argument):
        return ctypes.cast(ctypes.c_char_p(argument.encode()), ctypes.c_void_p) if isinstance(argument, str) else argument

    def function(self, name):
        if name not in self.known:
            s = self.abi.SIGNATURES[name]
            plain = [ctypes.c_void_p if p.type.depth else p.ctype for p in s.parameters]
            self.known[name] = ctypes.CFUNCTYPE(s.restype, *plain)((name, self.library))
        return self.known[name]

    def call(self, function, values):
        """The only call of a trial; the allocation driver replaces it by its own."""
        return function(*values)

    def last_error(self):
        self.last.size, self.last.flags = ctypes.sizeof(self.last), 0
        if self.library.skpi_last_error_get(ctypes.byref(self.last)):
            raise LineError("skpi_last_error_get does not work")
        e = self.last
        value = None if e.value != e.value else e.value
        return Error(e.status, e.row, e.column, value, (e.function or b"").decode(), (e.name or b"").decode(),
                     self.library.skpi_last_error().decode())

    def mark(self, name):
        """Makes another function fail, so that old words of an error cannot pass for new ones."""
        if name == "skpi_constant":
            self.library.skpi_basis_text(None, None, ctypes.c_size_t(0))
        else:
            self.library.skpi_constant(None, None)

    def silence(self, capture):
        """Sends descriptors 1 and 2 to this file from now on; if it grows, that is a fault."""
        self.capture = capture
        self.read = 0
        sys.stdout.flush()
        sys.stderr.flush()
        os.dup2(self.capture.fileno(), 1)
        os.dup2(self.capture.fileno(), 2)

    def printed(self):
        """What was printed since the last time, without the words of a sanitizer about a huge allocation."""
        if not self.capture:
            return b""
        self.flush(None)
        size = os.fstat(self.capture.fileno()).st_size
        text = os.pread(self.capture.fileno(), size - self.read, self.read)
        self.read = size
        return re.sub(rb"==\d+==WARNING: AddressSanitizer failed to allocate \S+ bytes\n", b"", text)

    def handle(self, maker):
        """A handle from the valid call of its maker, which lives until free_handles."""
        from shapes import Shapes
        from trial import Trial
        if maker not in self.handles:
            used, self.arena = self.arena, self.keeping
            made = Trial(self, Shapes(self, self.lines[maker]), keep_handle=True)
            self.arena = used
            if not made.handle:
                raise LineError(f"{maker} makes no handle: {self.name(made.status)}")
            self.handles[maker] = made.handle
            self.mark("")
        return self.handles[maker]

    def free_handles(self):
        for maker, handle in self.handles.items():
            free = next(k.free for k in self.lines[maker].arguments.values() if hasattr(k, "free"))
            self.function(free)(handle)
        self.handles = {}
