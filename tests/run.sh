#!/bin/sh
# Runs every test there is, from a checkout: installs what is missing (Debian), builds with gcc, clang and sanitizers
# under build/tests, and ends with one line "N passed, N failed, N skipped".
#
#   sh tests/run.sh [--no-install] [--long]
#
# SMARTKPI_CASES names the folder of reference tables for the conformance tests; without it they are skipped, by name.
# --long takes hours: also with the flags of distributions, for i386 and aarch64, with musl, as packages of Debian, with
# clang's sanitizers and bad input under those of gcc, ten times the random trials, closed formulas with many inputs, two
# more checkers of source code, mutants of the library, and other inputs of the fuzzer each time.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 2
install=yes
SMARTKPI_LONG=no
for word; do
  case $word in
    --no-install) install=no ;;
    --long) SMARTKPI_LONG=yes ;;
    *) echo "usage: sh tests/run.sh [--no-install] [--long]" >&2; exit 2 ;;
  esac
done
export SMARTKPI_LONG
[ -z "${SMARTKPI_CASES-}" ] || { SMARTKPI_CASES=$(cd "$SMARTKPI_CASES" && pwd) || exit 2; export SMARTKPI_CASES; }

. examples/packages.sh
. tests/deps.sh
need_packages "$install" $build_packages $test_packages || exit 1
# Where these cannot be installed, the tests that need them say that they are skipped.
for packages in "$page_packages" "$static_packages" "$fuzz_packages" "$postgresql_packages" "$mpi_packages" "$dask_packages" \
  "$consumer_packages" "$r_packages"; do
  need_packages "$install" $packages || :
done
if [ $SMARTKPI_LONG = yes ]; then
  for packages in "$foreign_packages" "$musl_packages" "$debian_packages" "$static_long_packages"; do need_packages "$install" $packages || :; done
fi

# libtool takes half of a build in a slow shell.
CONFIG_SHELL=/bin/sh
export CONFIG_SHELL

# A busy machine is no failure.
CK_TIMEOUT_MULTIPLIER=5
export CK_TIMEOUT_MULTIPLIER

work=$top/build/tests
rm -rf "$work"
mkdir -p "$work"
results=$work/results # a line a test; two lanes of stages append to it
say() { printf '%-8s %s\n' "$1" "$2" | tee -a "$results"; }
pass() { say ok "$1"; }
skip() { say skipped "$1"; }
fail() { # name, log
  say FAILED "$1"
  [ -z "${2-}" ] || { tail -n 60 "$2" | sed 's/^/    /'; }
}
number() { grep -c "^$1 " "$results"; }
# A command of its own: passes, fails, or is skipped with exit status 77.
stage() {
  name=$1; shift
  log=$work/$(printf %s "$name" | tr -c 'a-z0-9\n' -).log
  begun=$(date +%s)
  "$@" >"$log" 2>&1
  case $? in
    0) pass "$name ($(($(date +%s) - begun)) s)" ;;
    77) skip "$name: $(tail -n 1 "$log")" ;;
    *) fail "$name" "$log"; return 1 ;;
  esac
}
# What make check left behind in a build: one line a test.
count() { # build directory, label
  find "$1" -name '*.trs' | sort >"$1/trs"
  while read -r trs; do
    name="$2 $(printf %s "${trs#"$1"/}" | sed 's/\.trs$//')"
    log=${trs%.trs}.log
    case $(sed -n 's/^:test-result: *//p' "$trs" | sort -u | tr '\n' ' ') in
      'PASS ') pass "$name" ;;
      'SKIP ') skip "$name: $(grep -v '^SKIP ' "$log" | tail -n 1 | cut -c1-100)" ;;
      *) fail "$name" "$log" ;;
    esac
  done <"$1/trs"
  [ -s "$1/trs" ] || fail "$2: no test ran"
}
# Configures and builds in a directory of its own.
tree() { # label, directory, target, configure arguments
  label=$1; dir=$work/$2; target=$3; shift 3
  mkdir -p "$dir"
  stage "$label: configure" sh -c 'cd "$0" && "$@"' "$dir" "$top/configure" -q --enable-werror --prefix=/usr/local "$@" &&
    stage "$label: build" make -s -C "$dir" -j"$jobs" "$target"
}
# "check" builds everything that tests need, and runs all; "check-TESTS" builds and runs those that TESTS names.
check() { # label, directory, target, make arguments
  label=$1; dir=$work/$2; shift 2
  make -s -C "$dir" -j"$jobs" "$@" >"$dir/check.log" 2>&1 || grep -q '^# TOTAL: *[1-9]' "$dir/check.log" ||
    fail "$label: make check" "$dir/check.log"
  count "$dir" "$label"
}
# The unit tests under valgrind.
memory() {
  mkdir -p "$work/valgrind"
  find "$work/gcc/tests/unit" -maxdepth 1 -type f -perm -u+x ! -name '*.*' | sort >"$work/programs"
  while read -r program; do
    stage "valgrind tests/unit/${program##*/}" env CK_FORK=no SMARTKPI_SLOW=yes "$work/gcc/libtool" --mode=execute \
      valgrind -q --error-exitcode=1 --leak-check=full --show-leak-kinds=definite,indirect \
      --errors-for-leak-kinds=definite,indirect "$program" </dev/null
  done <"$work/programs"
}

# What was counted: calls, refusals, allocations that failed, executions, branches, mutants.
figures() {
  for log in "$work"/gcc/tests/fuzz/*.log "$work"/gcc/tests/truth/*.log "$work"/closed*.log "$work"/coverage.log \
    "$work"/*mutants*.log "$work"/fuzzing*.log; do
    [ ! -f "$log" ] || printf '%s: %s\n' "$(basename "$log" .log)" "$(grep -v '^PASS ' "$log" | tail -n 1)"
  done
}

finish() {
  figures
  echo "$(number ok) passed, $(number FAILED) failed, $(number skipped) skipped"
  [ "$(number FAILED)" -eq 0 ]
  exit
}

jobs=2
stage 'autoreconf' autoreconf -fi || finish
tree gcc gcc all CC=gcc && check gcc gcc check

# What follows stands on the first tree alone: two lanes, each with one processor.
jobs=1
{
  tree clang clang all CC=clang --disable-static && check clang clang check TESTS='$(skpi_unit_tests)'
  memory
  stage 'cppcheck' sh tests/static/static.sh cppcheck "$top" "$work/gcc"
} &
{
  SMARTKPI_SLOW=yes
  export SMARTKPI_SLOW
  tree sanitizers san lib/libsmartkpi.la CC=gcc --enable-sanitizers=address,undefined --disable-static &&
    check sanitizers san check-TESTS TESTS='$(skpi_unit_tests)'
  tree 'thread sanitizer' tsan lib/libsmartkpi.la CC=gcc --enable-sanitizers=thread --disable-static &&
    check 'thread sanitizer' tsan check-TESTS check_PROGRAMS= \
      TESTS='tests/unit/core tests/unit/words tests/unit/concurrency tests/unit/ensemble_shards'
  unset SMARTKPI_SLOW
} &
wait
jobs=2
# The archive: what it must hold is tried; what the first tree has answered is not asked again.
stage 'distcheck' env -u SMARTKPI_CASES make -s -C "$work/gcc" -j2 distcheck TESTS='$(skpi_archive_tests)' \
  DISTCHECK_CONFIGURE_FLAGS='--disable-kernel-variants CFLAGS=-O1'
stage 'reproducible archive' sh -c '
  cd "$0" && make -s dist && sha256sum *.tar.xz >archive && rm *.tar.xz && sleep 1 && umask 077 && make -s dist &&
  sha256sum -c archive' "$work/gcc"
stage 'the archive holds every file' sh -c '
  tar tf "$0"/*.tar.xz | sed "s,^[^/]*/,," | sort >"$0/held" && git ls-files | grep -v "^\.ci/\|^\.gitignore$" | sort >"$0/kept" &&
  ! comm -13 "$0/held" "$0/kept" | grep .' "$work/gcc"
stage 'coverage' sh tests/coverage/coverage.sh "$work/coverage"
stage '40 mutants' python3 tests/mutation/mutate.py "$work/gcc" --changed --count 40
if [ $SMARTKPI_LONG = yes ]; then
  SMARTKPI_SLOW=yes
  export SMARTKPI_SLOW
  tree 'sanitizers of clang' clang-san lib/libsmartkpi.la CC=clang --enable-sanitizers=address,undefined --disable-static &&
    check 'sanitizers of clang' clang-san check-TESTS TESTS='$(skpi_unit_tests)'
  stage 'sanitizers: bad input and extreme numbers' sh -c '
    make -s -C "$0" -j2 tests/fuzz/probe.la tests/fuzz/shim.la &&
    SMARTKPI_SECONDS=1800 make -s -C "$0" -j2 check-TESTS check_PROGRAMS= TESTS="tests/fuzz/badinput.py tests/fuzz/extremes.py"
    ' "$work/san"
  unset SMARTKPI_SLOW
  stage 'closed formulas, 100,000 inputs' python3 tests/truth/truth.py "$work/gcc" --inputs 100000 --seed 2
  stage 'gcc -fanalyzer' sh tests/static/static.sh gcc "$top" "$work/gcc"
  stage 'clang-tidy' sh tests/static/static.sh clang-tidy "$top" "$work/gcc"
  stage '400 mutants' python3 tests/mutation/mutate.py "$work/gcc" --count 400
  stage 'fuzzing for half an hour' env BUILDDIR="$work/gcc" python3 tests/fuzz/guided.py --seconds 1800 --jobs 2 --seed 0
fi
stage 'the main job' sh examples/run.sh --no-install
finish
