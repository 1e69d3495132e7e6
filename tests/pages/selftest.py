"""The page test must fail on bad pages: a small tree of its own, one good page, and each way to be wrong."""
import contextlib
import io
import subprocess
import tempfile
from pathlib import Path

UMBRELLA = "#include <smartkpi/half.h>\n"
HEADER = """#ifndef SMARTKPI_HALF_H
#define SMARTKPI_HALF_H
#include <stddef.h>
#include <stdint.h>
#define SKPI_API
#define SKPI_CHECK
/** How a call ended. */
typedef enum skpi_status {
    SKPI_OK = 0,           /* well */
    SKPI_WROWS = 1,        /* some rows failed */
    SKPI_EINVAL = -1,      /* NULL */
    SKPI_EDOM = -20,       /* zero */
    SKPI_ENOTFINITE = -22, /* NaN or infinite */
    SKPI_ENOMEM = -60      /* no memory */
} skpi_status;
/** What a half takes. */
typedef struct skpi_half_options {
    uint32_t size, flags;
    double more; /* number: added. */
} skpi_half_options;
/** Half of each number.
 *
 * `n`       count of numbers.
 * `x[n]`    number that is halved.
 * `out[n]`  number: its half.
 *
 * `EDOM`  x is zero.
 *
 * Source: a book.
 */
SKPI_CHECK skpi_status skpi_half(size_t n, const double *x,
                                 double *out);
/** What it does; static text. */
SKPI_API const char *skpi_half_name(void);
#endif
"""
SOURCE = """#include <smartkpi.h>
skpi_status skpi_half(size_t n, const double *x, double *out)
{
    for (size_t i = 0; i < n; i++) out[i] = x[i] / 2;
    return SKPI_OK;
}
const char *skpi_half_name(void) { return "half"; }
"""
PAGE = r""".Dd November 22, 2026
.Dt SKPI_HALF 3
.Os libsmartkpi
.Sh NAME
.Nm skpi_half ,
.Nm skpi_half_name
.Nd half of a number
.Sh SYNOPSIS
.In smartkpi.h
.Ft skpi_status
.Fo skpi_half
.Fa "size_t n"
.Fa "const double *x"
.Fa "double *out"
.Fc
.Ft const char *
.Fn skpi_half_name void
.Sh DESCRIPTION
.Vt skpi_half_options
has
.Va size ,
.Va flags
and
.Va more .
.Sh RETURN VALUES
.Dv SKPI_OK ,
.Dv SKPI_WROWS
or an error.
.Sh EXAMPLES
.Bd -literal
#include <smartkpi.h>
#include <stdio.h>

int main(void)
{
    double x = 5, half;
    if (skpi_half(1, &x, &half) < 0) return 1;
    printf("%s %.1f\en", skpi_half_name(), half);
    return 0;
}
.Ed
.Pp
It prints
.Bd -literal
half 2.5
.Ed
.Sh ERRORS
.Bl -tag -width SKPI_EINVAL
.It Dv SKPI_EINVAL
A pointer is
.Dv NULL .
.It Dv SKPI_EDOM
A value is zero.
.It Dv SKPI_ENOTFINITE
A value is NaN or infinite.
.It Dv SKPI_ENOMEM
There are too many.
.El
.Sh SEE ALSO
.Xr sqlite3 1 ,
.Xr smartkpi 7 ,
.Xr smartkpi_half 7
.Sh STANDARDS
A book.
"""
START = r""".Dd November 22, 2026
.Dt SMARTKPI 7
.Os libsmartkpi
.Sh NAME
.Nm smartkpi
.Nd halves
.Sh DESCRIPTION
.Ss Index by task
.Bl -tag -width Ds
.It I have a number
and want its half:
.Xr skpi_half 3 .
Its name:
.Xr skpi_half_name 3 .
.El
.Sh SEE ALSO
.Xr skpi_half 3 ,
.Xr smartkpi_half 7
"""
TOPIC = r""".Dd November 22, 2026
.Dt SMARTKPI_HALF 7
.Os libsmartkpi
.Sh NAME
.Nm smartkpi_half
.Nd all about halves
.Sh DESCRIPTION
These functions halve.
.Bl -tag -width Ds
.It Xr skpi_half 3 , Xr skpi_half_name 3
half of a number
.El
.Sh SEE ALSO
.Xr skpi_half 3 ,
.Xr smartkpi 7
"""
LOCAL = "dist_man_MANS += %D%/smartkpi.7\ndist_man_MANS += %D%/smartkpi_half.7\ndist_man_MANS += %D%/skpi_half.3\ndist_man_MANS += %D%/skpi_half_name.3\n"
MAP = "SMARTKPI_0.2 { global: skpi_half; skpi_half_name; local: *; };\n"
LINK = "-> skpi_half.3"
BAD = [  # what is changed, from, to, and what the test must report
    ("man/skpi_half.3", '.Fa "const double *x"', '.Fa "double *x"', "SYNOPSIS of skpi_half is"),
    ("man/skpi_half.3", '.Fa "double *out"\n', "", "SYNOPSIS of skpi_half is"),
    ("man/skpi_half.3", ".Fn skpi_half_name void\n", ".Fn skpi_other void\n", "SYNOPSIS does not show skpi_half_name"),
    ("man/skpi_half.3", ".In smartkpi.h\n", ".In stdio.h\n", "lacks #include <smartkpi.h>"),
    ("man/skpi_half.3", ".It Dv SKPI_EDOM\n", ".It Dv EDOM\n", "ERRORS lacks SKPI_EDOM of skpi_half"),
    ("man/skpi_half.3", "A value is zero", ".Dv SKPI_EDOMAIN\nA value is zero", "SKPI_EDOMAIN is no constant"),
    ("man/skpi_half.3", "\nhalf 2.5\n", "\nhalf 2.4\n", "prints something else"),
    ("man/skpi_half.3", "\nhalf 2.5\n", "\nhalf 2.500000000001\n", "more than 10 digits"),
    ("man/skpi_half.3", r"\en", r"\n", "does not compile"),
    ("man/skpi_half.3", "double x = 5, half;", "double x = 5, half, unused;", "does not compile"),
    ("man/skpi_half.3", "    return 0;", "    return 0;" + 70 * " " + "/**/", "80 is the most"),
    ("man/skpi_half.3", "    return 0;", "    return 3;", "exit status 3"),
    ("man/skpi_half.3", ".Sh RETURN VALUES\n", ".Sh RETURNS\n", "section RETURN VALUES is missing"),
    ("man/skpi_half.3", ".Sh STANDARDS\nA book.\n", "", "STANDARDS or SOURCES is missing"),
    ("man/skpi_half.3", ".Xr sqlite3 1", ".Xr skpi_third 3", "referenced manual not found"),
    ("man/skpi_half.3", ".Nd half of a number", ".Nd half of a number.", "skpi_half.3:7"),
    ("man/skpi_half.3", ".Dt SKPI_HALF 3", ".Dt SKPI_THIRD 3", "'.Dt SKPI_HALF 3' is missing"),
    ("man/skpi_half.3", ".Vt skpi_half_options\n", "The options\n", "struct skpi_half_options is on no page"),
    ("man/skpi_half.3", ".Dv SKPI_WROWS\n", ".Dv 1\n", "constants on no page: SKPI_WROWS"),
    ("man/skpi_half_name.3", LINK, "-> skpi_third.3", "is no link to skpi_half.3"),
    ("man/skpi_half.3", ".Xr sqlite3 1 ,\n.Xr smartkpi 7 ,", ".Xr sqlite3 1 ,", "SEE ALSO lacks smartkpi"),
    ("man/skpi_half.3", " ,\n.Xr smartkpi_half 7\n", "\n", "SEE ALSO lacks smartkpi_half"),
    ("man/smartkpi.7", ".Xr skpi_half_name 3", ".Xr sqlite3 1", "smartkpi.7: skpi_half_name is missing"),
    ("man/smartkpi.7", ".Ss Index by task\n", "Halves.\n", "does not begin with an index by task"),
    ("man/smartkpi.7", "I have a number", "I have a thing", "no line for 'number'"),
    ("man/smartkpi_half.7", "These functions halve.\n", "", "DESCRIPTION does not begin with"),
    ("man/smartkpi_half.7", ", Xr skpi_half_name 3", "", "smartkpi_half.7: skpi_half_name is missing"),
    ("man/skpi_half.3", ".Nd half of a number", ".Nd part of a number", "no NAME has 'half of'"),
    ("man/local.mk", LOCAL.split("\n")[3] + "\n", "", "does not list skpi_half_name.3"),
    ("lib/libsmartkpi.map", "skpi_half;", "skpi_half; skpi_third;", "skpi_third of libsmartkpi.map has no page"),
]


def put(path, text):
    """Writes a file; "-> target" is a symbolic link."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if text.startswith("-> "):
        path.symlink_to(text[3:])
    else:
        path.write_text(text, encoding="utf-8")


def outcome(root, cc):
    from pages import Test
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        failed = Test(root, root, cc, tasks=("number",), nouns=("half of",)).run()
    return failed, said.getvalue()


def run(cc="cc"):
    faults = 0
    with tempfile.TemporaryDirectory() as tmp:
        root = Path(tmp)
        files = {"include/smartkpi.h": UMBRELLA, "include/smartkpi/half.h": HEADER, "lib/half.c": SOURCE, "lib/libsmartkpi.map": MAP, "man/local.mk": LOCAL,
                 "man/skpi_half.3": PAGE, "man/skpi_half_name.3": LINK, "man/smartkpi.7": START,
                 "man/smartkpi_half.7": TOPIC}
        for name, text in files.items():
            put(root / name, text)
        (root / "lib/.libs").mkdir()
        subprocess.run([*cc.split(), "-shared", "-fPIC", f"-I{root}/include", str(root / "lib/half.c"), "-o",
                        str(root / "lib/.libs/libsmartkpi.so")], check=True)
        failed, said = outcome(root, cc)
        if failed:
            print("FAIL page: self-test: the good page fails:\n" + said)
            return 1
        for name, old, new, expected in BAD:
            text = files[name].replace(old, new)
            assert text != files[name], (name, old)
            put(root / name, text)
            failed, said = outcome(root, cc)
            if not failed or expected not in said:
                print(f"FAIL page: self-test: '{old.strip()}' -> '{new.strip()}' is not found out:\n{said}")
                faults += 1
            put(root / name, files[name])
    if not faults:
        print(f"ok page: self-test ({len(BAD)} kinds of bad page are found out)")
    return faults
