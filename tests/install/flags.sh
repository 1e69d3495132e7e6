#!/bin/sh
# The library with the flags of distributions: optimised when it is linked, and with the checks of _FORTIFY_SOURCE 3.
# A program's digits and the frozen bytes of ensembles are those of the usual build.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
here=$SRCDIR/tests/install
. "$here/tree.sh"
not_sanitized
long
[ ! -e "$SRCDIR/config.status" ] || skip 'the source tree itself is configured'
program() { # build folder
  $CC -std=c11 -I"$SRCDIR/include" -I"$1/include" "$here/stranger.c" -L"$1/lib/.libs" -lsmartkpi -o "$d/program" &&
    LD_LIBRARY_PATH=$1/lib/.libs "$d/program"
}
program "$BUILDDIR" >"$d/usual" || exit 1

flags() { # label, CFLAGS, argument of configure...
  label=$1 cflags=$2; shift 2
  mkdir "$d/$label" && cd "$d/$label" || exit 1
  try "$label: configure" "$SRCDIR/configure" -q --enable-werror --disable-static --with-python-dir=no CC="$CC" CFLAGS="$cflags" \
    PYTHON3="$PYTHON3" "$@" || return
  try "$label: make" make -s -j2 lib/libsmartkpi.la || return
  program "$d/$label" >"$d/$label.txt" && try "$label: the digits of a program" diff "$d/usual" "$d/$label.txt"
  nm -D --defined-only "$BUILDDIR/lib/.libs/libsmartkpi.so" | sed 's/^[0-9a-f]* //' >"$d/symbols"
  nm -D --defined-only lib/.libs/libsmartkpi.so | sed 's/^[0-9a-f]* //' >"$d/$label.symbols"
  try "$label: the same functions are exported" diff "$d/symbols" "$d/$label.symbols"
  for unit in ensemble_bytes ensemble_joint ensemble_shards; do
    try "$label: tests/unit/$unit is compiled" make -s -j2 "tests/unit/$unit" && try "$label: tests/unit/$unit" "tests/unit/$unit"
  done
}
flags lto '-O2 -flto=auto' AR=gcc-ar RANLIB=gcc-ranlib NM=gcc-nm
flags fortified '-O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong'
try 'fortified: the checks are in the library' sh -c 'nm -D "$1" | grep -q "__[a-z]*_chk"' - "$d/fortified/lib/.libs/libsmartkpi.so"
exit $failed
