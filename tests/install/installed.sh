#!/bin/sh
# The installed library in the hands of a stranger: configured with a prefix of its own, installed, and used from
# outside the tree by a C program (shared and static, through pkg-config) and by Python with the standard library
# alone, which print the same digits; man finds every page; uninstall leaves nothing; DESTDIR is kept to.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
here=$SRCDIR/tests/install
. "$here/tree.sh"
nothing_left() { # folder, which may remain itself
  [ ! -d "$1" ] || [ -z "$(find "$1" -mindepth 1 | tee "$d/left")" ] || { cat "$d/left"; return 1; }
}

# DESTDIR: everything below it, where configure said, and away again.
stage=$d/stage
try 'make install DESTDIR' make -s -C "$BUILDDIR" install DESTDIR="$stage" || exit 1
prefix=$(sed -n 's/^prefix = //p' "$BUILDDIR/Makefile")
try 'all of it lies below the prefix' sh -c '[ -f "$1$2/include/smartkpi.h" ] && [ "$(ls "$1")" = "$(echo "$2" | cut -d/ -f2)" ] &&
  [ -z "$(find "$1" ! -type d ! -path "$1$2/*")" ]' - "$stage" "$prefix"
try 'no file names the staging folder' sh -c '! grep -rl "$1" "$1"' - "$stage"
make -s -C "$BUILDDIR" uninstall DESTDIR="$stage" >/dev/null 2>&1
try 'make uninstall DESTDIR leaves nothing' nothing_left "$stage"

# Where the Python package goes.
goes() { # prefix, directory
  try "the package for $1 goes to $2" [ "$(SKPI_PREFIX=$1 "$PYTHON3" "$SRCDIR/lib/python/directory.py")" = "$2" ]
}
v=$("$PYTHON3" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
if "$PYTHON3" -c 'import sysconfig, sys; sys.exit("deb_system" not in sysconfig.get_scheme_names())'; then
  goes /usr '${prefix}/lib/python3/dist-packages'
  goes /usr/local "\${prefix}/lib/$v/dist-packages"
  goes NONE "\${prefix}/lib/$v/dist-packages"
fi
goes /opt/kpi "\${prefix}/lib/$v/site-packages"

# A prefix of its own.
if [ -e "$SRCDIR/config.status" ]; then echo 'skipped installed: the source tree itself is configured'; exit $failed; fi
p=$d/prefix
mkdir "$d/build" && cd "$d/build" || exit 1
try 'configure --prefix' "$SRCDIR/configure" -q --prefix="$p" --disable-kernel-variants CC="$CC" CFLAGS=-O1 PYTHON3="$PYTHON3" || exit 1
try 'make' make -s -j2 || exit 1
try 'make install' make -s install || exit 1
try 'make installcheck' make -s installcheck
PKG_CONFIG_PATH=$p/lib/pkgconfig; export PKG_CONFIG_PATH
mkdir "$d/work" && cd "$d/work" && cp "$here/stranger.c" "$here/stranger.py" . || exit 1
warn='-std=c11 -Wall -Wextra -Werror'
try 'a program, shared' $CC $warn stranger.c $(pkg-config --cflags --libs smartkpi) -o shared &&
  try 'it runs' sh -c 'LD_LIBRARY_PATH=$1/lib ./shared >shared.txt' - "$p"
try 'it needs the library by its soname' sh -c 'readelf -d shared | grep -q "NEEDED.*libsmartkpi\.so\.[0-9]"'
try 'it does not link GSL itself' sh -c '! pkg-config --libs smartkpi | grep -q gsl'
printf 'int main(void) { return 0; }\n' >empty.c
if $CC -static empty.c -lgsl -lgslcblas -lm -o empty 2>/dev/null; then
  try 'a program, static' $CC $warn -static stranger.c $(pkg-config --static --cflags --libs smartkpi) -o static &&
    try 'it runs' sh -c './static >static.txt && cmp shared.txt static.txt'
else echo 'skipped installed: no static GSL or libc here'
fi
python=$(sed -n 's/^pythondir = //p' "$d/build/Makefile" | sed "s|\${prefix}|$p|")
try 'Python with the standard library' sh -c 'PYTHONPATH=$1 "$2" stranger.py >python.txt' - "$python" "$PYTHON3"
try 'the same digits' diff shared.txt python.txt
try 'one line for every module' sh -c '
  for m in base $(sed -n "s|.*<smartkpi/\(.*\)\.h>|\1|p" "$1/include/smartkpi.h" | grep -v -e version -e base); do
    grep -q "^$m " shared.txt || { echo "$m"; exit 1; }
  done' - "$p"
try 'the versions agree' [ "$(pkg-config --modversion smartkpi)" = "$(sed -n 's/^base version //p' shared.txt)" ]
for page in $(sed -n 's/^ *\(skpi_[a-z0-9_]*\);.*/\1/p' "$SRCDIR/lib/libsmartkpi.map"); do
  f=$p/share/man/man3/$page.3
  to=$(sed -n '1s/^\.so //p' "$f" 2>/dev/null)
  [ -s "$f" ] && { [ -z "$to" ] || [ -s "$p/share/man/$to" ]; } || echo "$page"
done >unfound.txt
[ -s "$p/share/man/man7/smartkpi.7" ] || echo 'smartkpi(7)' >>unfound.txt
try 'every function has its page' sh -c 'cat unfound.txt; [ ! -s unfound.txt ]'
man=$(command -v man || command -v mman)
[ -z "$man" ] || try 'man finds the pages' "$man" -M "$p/share/man" -w smartkpi skpi_last_error skpi_version

# Where the package finds the library: by where both lie or by the soname; another folder is written down.
says() { # folder of the library, what is written down
  make -s -C "$d/build" lib/python/smartkpi/_config.py -W "$SRCDIR/lib/python/smartkpi/_config.py.in" libdir="$1" >/dev/null 2>&1
  try "a library in $1: LIBDIR is \"$2\"" grep -qx "LIBDIR = \"$2\"" "$d/build/lib/python/smartkpi/_config.py"
}
try 'no file of the package names a machine' sh -c '! grep -rlE -e "-linux-|$1" "$2/smartkpi"' - "$p" "$python"
says "$p/lib/x86_64-linux-gnu" ''
says "$p/lib" ''
says /srv/libraries /srv/libraries

# A stranger's file stays, and its folder with it; what Python compiled goes.
PYTHONPATH=$python "$PYTHON3" -m compileall -q "$python/smartkpi" >/dev/null 2>&1
mkdir -p "$p/share/man/man3" && echo >"$p/share/man/man3/other.3"
make -s -C "$d/build" uninstall >/dev/null 2>&1
try 'make uninstall leaves what it did not install' [ -f "$p/share/man/man3/other.3" ]
rm "$p/share/man/man3/other.3" && (cd "$p" && rmdir -p share/man/man3)
try 'make uninstall leaves nothing' nothing_left "$p"
exit $failed
