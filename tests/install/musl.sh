#!/bin/sh
# The library with another C library, musl: every object is compiled, and the unit tests that reach no function of GSL,
# which there is only for the system's C library, are linked statically and run.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
here=$SRCDIR/tests/install
. "$here/tree.sh"
not_sanitized
# Every assertion of the unit tests is in the small check.h of this folder too.
asserted() {
  without=$(grep -hoE '\bck_assert[a-z_]*' "$SRCDIR"/tests/unit/*.[ch] | sort -u |
    while read -r macro; do grep -q "^#define $macro(" "$here/check.h" || echo "$macro"; done)
  [ -z "$without" ] || { echo "$without"; return 1; }
}
try 'check.h has every assertion' asserted || exit 1
long
need musl-gcc pkg-config
[ ! -e "$SRCDIR/config.status" ] || skip 'the source tree itself is configured'
mkdir "$d/headers" "$d/build" && ln -s "$(pkg-config --variable=includedir gsl)/gsl" "$d/headers/gsl" && cd "$d/build" || exit 1
try 'configure' "$SRCDIR/configure" -q --enable-werror --disable-shared --with-python-dir=no CC=musl-gcc CFLAGS='-g0 -O1' \
  GSL_CFLAGS="-I$d/headers" GSL_LIBS=-lm CHECK_CFLAGS="-I$here" CHECK_LIBS=-lm PYTHON3="$PYTHON3" || exit 1
try 'every object is compiled' make -s -j2 lib/libskpi.la || exit 1

SMARTKPI_SLOW=yes; export SMARTKPI_SLOW
ran=0 without=0
for program in $(sed -n 's/^skpi_unit_tests += %D%\///p' "$SRCDIR/tests/unit/local.mk"); do
  wrapped=$(sed -n "s/^%C%_${program}_LDFLAGS = .*\(-Wl,--wrap=[a-z]*\).*/\1/p" "$SRCDIR/tests/unit/local.mk")
  if musl-gcc -std=c11 -D_GNU_SOURCE -g0 -static -I"$here" -I"$d/headers" -Iinclude -I"$SRCDIR/include" -I"$SRCDIR/lib" \
    -I"$SRCDIR/tests" -DSKPI_BUILD "$SRCDIR/tests/unit/$program.c" lib/.libs/libskpi.a -lm $wrapped -o "$program" 2>"$d/words"; then
    ran=$((ran + 1))
    try "$program" "./$program"
  elif grep 'undefined reference' "$d/words" | grep -qv 'gsl_' || ! grep -q 'undefined reference' "$d/words"; then
    failed=1; echo "FAIL $test_name: $program"; head -n 5 "$d/words"
  else without=$((without + 1))
  fi
done
echo "$ran programs of unit tests run with musl, $without need GSL"
try 'some unit tests need no GSL' [ "$ran" -gt 0 ]
exit $failed
