#!/bin/sh
# The installed library is found by CMake, shared and static, and by Meson: examples/consumers is built and run.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
. "$SRCDIR/tests/install/tree.sh"
not_sanitized
install_tree || exit 1
cp -R "$tree/doc/examples/consumers" "$d/consumers" && cd "$d/consumers" || exit 1
right='70.63 %'

if command -v cmake >/dev/null; then
  by_cmake() { # label, option of cmake...
    label=$1; shift
    rm -rf build
    try "CMake finds it, $label" cmake -DCMAKE_PREFIX_PATH="$(dirname "$(readlink "$tree/lib")")" "$@" -B build . &&
      try "CMake builds it, $label" cmake --build build &&
      try "and it runs, $label" [ "$(build/share)" = "$right" ]
  }
  by_cmake shared
  try 'it needs the shared library' sh -c 'readelf -d build/share | grep -q "NEEDED.*libsmartkpi"'
  if [ -f "$tree/lib/libsmartkpi.a" ]; then
    by_cmake static -Dsmartkpi_USE_STATIC_LIBS=ON
    try 'it needs no shared library' sh -c '! readelf -d build/share | grep -q "NEEDED.*libsmartkpi"'
  fi
  sed -i 's/smartkpi 0.2/smartkpi 0.1/' CMakeLists.txt
  refused() { ! cmake -DCMAKE_PREFIX_PATH="$(dirname "$(readlink "$tree/lib")")" -B "$d/older" . ; }
  try 'another minor version before 1.0 is refused' refused
else echo 'skipped consumers: no cmake'
fi
if command -v meson >/dev/null; then
  rm -rf build
  try 'Meson finds it' meson setup build && try 'Meson builds it' meson compile -C build &&
    try 'and it runs, by Meson' [ "$(build/share)" = "$right" ]
else echo 'skipped consumers: no meson'
fi
command -v cmake >/dev/null || command -v meson >/dev/null || skip 'no cmake and no meson'
exit $failed
