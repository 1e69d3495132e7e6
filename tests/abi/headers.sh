#!/bin/sh
# The public headers as others compile them: each alone and the umbrella, C11 and C++11, gcc and clang, with short
# enums; and every struct without a hole on 64-bit, i386 and 32-bit ARM.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
PYTHON3=${PYTHON3-/usr/bin/python3}
d=$(mktemp -d) && trap 'rm -rf "$d"' EXIT || exit 1
failed=0
try() { # name, command
  name=$1; shift
  if "$@" >"$d/log" 2>&1; then echo "ok headers: $name"; else failed=1; echo "FAIL headers: $name"; cat "$d/log"; fi
}
have() { command -v "$1" >/dev/null || { echo "skip headers: $1 is not installed"; return 1; }; }

i="-I$BUILDDIR/include -I$SRCDIR/include"
warn='-pedantic-errors -Wall -Wextra -Werror'
cd "$SRCDIR/include" || exit 1
for h in smartkpi.h smartkpi/*.h smartkpi/version.h; do
  case $h in */version.h) [ -e "$BUILDDIR/include/$h" ] || continue ;; esac
  printf '#include <%s>\n#include <%s>\nint main(void) { return 0; }\n' "$h" "$h" >"$d/t.c"
  cp "$d/t.c" "$d/t.cc"
  try "$h, gcc, C11" gcc -std=c11 $warn -Wconversion -Wshadow -Wpadded -Wstrict-prototypes $i -fsyntax-only "$d/t.c"
  ! have g++ || try "$h, g++, C++11" g++ -std=c++11 $warn -Wconversion $i -fsyntax-only "$d/t.cc"
  have clang || continue
  try "$h, clang, C11" clang -std=c11 $warn -Wconversion $i -fsyntax-only "$d/t.c"
  try "$h, clang, C++11" clang++ -std=c++11 $warn $i -fsyntax-only "$d/t.cc"
done

# A struct is laid out, and its padding seen, only where its size is asked for.
structs=$("$PYTHON3" -c 'import sys; sys.dont_write_bytecode = True; sys.path.insert(0, sys.argv[1]); import readheaders
print(*(s.name for s in readheaders.read(sys.argv[2]).structs))' "$SRCDIR/tests/abi" "$SRCDIR/include") || exit 1
{ echo '#include <smartkpi.h>'; for s in $structs; do echo "extern int s_$s[sizeof($s)];"; done; } >"$d/sizes.c"
try "no padding, $(echo $structs | wc -w) structs, gcc" gcc -std=c11 -Werror=padded $i -fsyntax-only "$d/sizes.c"
if have clang; then
  for target in '' i386-linux-gnu armv7-linux-gnueabihf; do
    try "no padding, clang ${target:-here}" \
      clang ${target:+--target=$target -ffreestanding} -std=c11 -Werror=padded $i -fsyntax-only "$d/sizes.c"
  done
fi
# The check itself: a hole must be seen.
printf '#include <stdint.h>\nstruct hole { int32_t a; double b; };\nextern int s[sizeof(struct hole)];\n' >"$d/hole.c"
if gcc -std=c11 -Werror=padded -fsyntax-only "$d/hole.c" 2>/dev/null; then failed=1; echo 'FAIL headers: a hole is not seen'; fi

printf '#include <smartkpi.h>\n_Static_assert(sizeof(skpi_status) == 4, "status");\n' >"$d/enum.c"
try 'a status has four bytes with short enums' gcc -std=c11 -fshort-enums $i -fsyntax-only "$d/enum.c"

# The names have C linkage in C++ too.
printf '#include <smartkpi.h>\nint main() { return skpi_version_number() == 0 || skpi_last_error()[0]; }\n' >"$d/link.cc"
cxx() { g++ -std=c++11 $i "$d/link.cc" -o "$d/link" "$BUILDDIR/lib/.libs/libsmartkpi.so" && LD_LIBRARY_PATH=$BUILDDIR/lib/.libs "$d/link"; }
! have g++ || try 'a C++ program links and runs' cxx
exit $failed
