#!/bin/sh
# Coverage of lib/: builds with --enable-coverage, runs the unit tests and the drivers of all functions, and prints what
# they took (report.py).  Fails if a test fails or a branch is neither taken nor excluded.
#
#   sh tests/coverage/coverage.sh [BUILDDIR]
#
# A build that is there already is used again.  COVERAGE_TESTS names other tests than these.
set -u
here=$(cd "$(dirname "$0")" && pwd)
SRCDIR=$(dirname "$(dirname "$here")")
export SRCDIR
build=${1:-$SRCDIR/build/coverage}
command -v gcov >/dev/null || { echo 'gcov is not installed'; exit 77; }
mkdir -p "$build" && cd "$build" || exit 1
# One variant of each kernel: a machine runs only one of them.
[ -f Makefile ] || "$SRCDIR/configure" -q --enable-coverage --disable-static --disable-kernel-variants \
  CC=gcc CFLAGS='-O0 -g1' || exit 1
make -s -j2 tests/fuzz/probe.la tests/fuzz/shim.la || exit 1
find . -name '*.gcda' -exec rm -f {} +
# Counting makes everything slower, and a tenth of the random trials takes the same branches; not so where every word of
# a buffer is damaged, or where a stream needs many draws.
CK_TIMEOUT_MULTIPLIER=20 SMARTKPI_SECONDS=1200
export CK_TIMEOUT_MULTIPLIER SMARTKPI_SECONDS
whole='tests/unit/ensemble tests/unit/ensemble_bytes tests/unit/ensemble_parts tests/unit/ensemble_shards'
failed=0
run() { # tests
  make -s -k -j2 check-TESTS TESTS="$1" >check.log 2>&1 || { failed=1; grep -E '^(FAIL|ERROR)' check.log; }
}
if [ "${COVERAGE_TESTS+given}" ]; then
  run "$COVERAGE_TESTS"
else
  run "$whole"
  SMARTKPI_SLOW=10
  export SMARTKPI_SLOW
  drivers='tests/fuzz/badinput.py tests/fuzz/allocation.py tests/fuzz/extremes.py'
  run "\$(filter-out $whole, \$(skpi_unit_tests)) $drivers"
fi
python3 "$here/report.py" . || failed=1
exit $failed
