"""Print where a package of the standard library's kind goes under SKPI_PREFIX (configure's --with-python-dir default).

sysconfig's own purelib if it lies below the prefix (Debian: /usr/local), Debian's deb_system scheme for /usr, else
posix_prefix under a literal ${prefix}, so that DESTDIR and a prefix given to make still work.
"""
import os
import sysconfig

prefix = os.environ.get("SKPI_PREFIX", "NONE")
if prefix in ("", "NONE"):
    prefix = "/usr/local"
purelib = sysconfig.get_path("purelib")
if prefix == "/usr" and "deb_system" in sysconfig.get_scheme_names():
    purelib = sysconfig.get_path("purelib", "deb_system")
if os.path.commonpath([prefix, purelib]) == prefix and prefix != "/":
    below = os.path.relpath(purelib, prefix)
    # /usr/local is inside /usr too, but a package for /usr must not be installed there
    if not (prefix == "/usr" and below.startswith("local/")):
        print("${prefix}/" + below)
        raise SystemExit
print(sysconfig.get_path("purelib", "posix_prefix", vars={"base": "${prefix}", "platbase": "${prefix}"}))
