# shellcheck shell=sh disable=SC2034
# What tests of an installed tree share; sourced, with SRCDIR and BUILDDIR set.  $d is a folder for the test.
CC=${CC:-gcc}
PYTHON3=${PYTHON3:-/usr/bin/python3}
d=$(mktemp -d) && trap 'chmod -R u+w "$d"; rm -rf "$d"' EXIT || exit 1
unset SMARTKPI_LIBRARY PYTHONPATH LD_LIBRARY_PATH DESTDIR MAKEFLAGS MAKELEVEL
PYTHONDONTWRITEBYTECODE=1; export PYTHONDONTWRITEBYTECODE
failed=0
test_name=$(basename "$0" .sh)
try() { # name, command
  name_=$1; shift
  if "$@" >"$d/log" 2>&1; then echo "ok $test_name: $name_"; else
    failed=1; echo "FAIL $test_name: $name_"; tail -n 20 "$d/log"; return 1; fi
}
skip() { echo "skipped $test_name: $*"; exit 77; }
not_sanitized() {
  case ${SKPI_SANITIZERS:-no} in '' | no) ;; *) skip 'the library has sanitizers' ;; esac
}
# Tests that last for minutes run where SMARTKPI_LONG is yes.
long() { [ "${SMARTKPI_LONG:-no}" = yes ] || skip 'it lasts for minutes: SMARTKPI_LONG=yes, or sh tests/run.sh --long, runs it'; }
need() { # program...: skips the test without it
  for program_; do command -v "$program_" >/dev/null 2>&1 || skip "no $program_"; done
}
# Installs the build below $d/stage: $tree/{include,lib,doc} lead there; pkg-config and the loader find the library.
install_tree() {
  tree=$d/tree
  try 'make install DESTDIR' make -s -C "$BUILDDIR" install DESTDIR="$d/stage" || return 1
  mkdir "$tree"
  ln -s "$(dirname "$(find "$d/stage" -name pkgconfig)")" "$tree/lib"
  ln -s "$(dirname "$(find "$d/stage" -name smartkpi.h)")" "$tree/include"
  ln -s "$(dirname "$(find "$d/stage" -name COPYING)")" "$tree/doc"
  PKG_CONFIG_PATH=$tree/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$d/stage LD_LIBRARY_PATH=$tree/lib
  export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR LD_LIBRARY_PATH
}
