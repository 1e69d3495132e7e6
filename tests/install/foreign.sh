#!/bin/sh
# The library for i386 and for aarch64, by cross compilers; programs run there under qemu-user (i386: by the machine
# itself, where it can).  The bytes of ensembles have the hash of every other machine, and a program's
# figures are those of this machine to twelve digits.  GSL for these machines is fetched by apt into folders of its own
# below the build folder; the system's architectures and lists are not touched.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
here=$SRCDIR/tests/install
. "$here/tree.sh"
not_sanitized
long
need apt-get dpkg-deb
[ ! -e "$SRCDIR/config.status" ] || skip 'the source tree itself is configured'
ran=0

# GSL of a Debian architecture, unpacked.
gsl_fetch() ( # architecture, folder
  [ ! -f "$2/root/usr/include/gsl/gsl_math.h" ] || exit 0
  mkdir -p "$2/state/lists/partial" "$2/cache/archives/partial" "$2/packages" && : >"$2/state/status" && cd "$2/packages" || exit 1
  apt() {
    apt-get -q -o "Dir::State=$2/state" -o "Dir::State::status=$2/state/status" -o "Dir::Cache=$2/cache" \
      -o "APT::Architecture=$1" -o "APT::Architectures=$1" -o APT::Sandbox::User= "$3" $4
  }
  apt "$1" "$2" update ''
  apt "$1" "$2" download libgsl-dev || exit 1
  apt "$1" "$2" download "$(dpkg-deb -f libgsl-dev_*.deb Depends | tr ',' '\n' | sed -n 's/^ *\(libgsl[a-z0-9]*\).*/\1/p' | tr '\n' ' ')" || exit 1
  for package in *.deb; do dpkg-deb -x "$package" "$2/root" || exit 1; done
)

# Figures of the same program on both machines: libm may differ in the last digits.
figures() { # file, file
  "$PYTHON3" - "$@" <<'END'
import re
import sys

here, there = (open(name, encoding="utf-8").read().split() for name in sys.argv[1:])
number = re.compile(r"-?[0-9.]+(e[-+][0-9]+)?$")
differ = [(a, b) for a, b in zip(here, there, strict=True) if a != b and not (
    number.match(a) and number.match(b) and abs(float(a) - float(b)) <= 1e-12 * abs(float(a)))]
print(len(here), "words,", len(differ), "differ:", differ[:5])
sys.exit(bool(differ))
END
}

foreign() { # Debian's architecture, compiler, runner...
  arch=$1 host=$2; shift 2
  command -v "$host-gcc" >/dev/null || { echo "skipped foreign: no $host-gcc"; return; }
  command -v "$1" >/dev/null || [ -x "$1" ] || { echo "skipped foreign: no $1"; return; }
  printf 'int main(void) { return 0; }\n' >"$d/empty.c"
  "$host-gcc" -o "$d/empty" "$d/empty.c" && LD_LIBRARY_PATH=/usr/$host/lib "$@" "$d/empty" 2>/dev/null ||
    { echo "skipped foreign: no program of $arch runs here"; return; }
  mkdir -p "$BUILDDIR/tests/foreign" && w=$(cd "$BUILDDIR/tests/foreign" && pwd)/$arch || return
  gsl_fetch "$arch" "$w" >"$d/fetched" 2>&1 || { echo "skipped foreign: GSL of $arch could not be fetched"; return; }
  libraries=$(dirname "$(find "$w/root" -name libgsl.so)")
  ran=1
  rm -rf "$w/build" && mkdir "$w/build" && cd "$w/build" || return
  # -O1: neither the bits nor the figures depend on it.
  try "$arch: configure" "$SRCDIR/configure" -q --enable-werror --host="$host" CC="$host-gcc" --disable-static --with-python-dir=no \
    CFLAGS='-g0 -O1' GSL_CFLAGS="-I$w/root/usr/include" GSL_LIBS="-L$libraries -lgsl -lgslcblas -lm" \
    PYTHON3="$PYTHON3" || return
  emulated() { env LD_LIBRARY_PATH="$w/build/lib/.libs:$libraries:/usr/$host/lib" "$@"; }

  try "$arch: ensembles are compiled" "$host-gcc" -O2 $(sed -n 's/^SKPI_CFLAGS = .*\(-msse2 [^ ]*\).*/\1/p' Makefile) -std=c11 \
    -D_GNU_SOURCE -DSKPI_BUILD -ffp-contract=off -fvisibility=hidden -pthread -Iinclude -I"$SRCDIR/include" -I"$SRCDIR/lib" \
    -I"$SRCDIR/tests" -I"$w/root/usr/include" $ensembles -o bits -L"$libraries" -lgsl -lgslcblas -lm &&
    try "$arch: ensembles have the hash of this machine" [ "$(emulated "$@" ./bits)" = "$frozen" ]
  try "$arch: make" make -s -j2 lib/libsmartkpi.la || return

  try "$arch: a program" "$host-gcc" -std=c11 -I"$SRCDIR/include" -Iinclude "$here/stranger.c" -Llib/.libs -lsmartkpi -L"$libraries" \
    -Wl,-rpath-link,"$libraries" -o stranger &&
    emulated "$@" ./stranger >there.txt && try "$arch: its figures are those of this machine" figures "$d/here.txt" there.txt
}

# What this machine says, and the ensembles of tests/unit/ensemble_bits.sh.
eval "$(sed -n '/^frozen="/,/"$/p' "$SRCDIR/tests/unit/ensemble_bits.sh")"
ensembles=$(cd "$SRCDIR/lib" && printf "$PWD/%s " $(sed -n '/^sources="/,/"$/{s/^sources="//;s/"$//;p;}' ../tests/unit/ensemble_bits.sh))
$CC -std=c11 -I"$SRCDIR/include" -I"$BUILDDIR/include" "$here/stranger.c" -L"$BUILDDIR/lib/.libs" -lsmartkpi -o "$d/here" || exit 1
LD_LIBRARY_PATH=$BUILDDIR/lib/.libs "$d/here" >"$d/here.txt" || exit 1

loader=/usr/i686-linux-gnu/lib/ld-linux.so.2
if "$loader" --version >/dev/null 2>&1; then foreign i386 i686-linux-gnu "$loader"
else foreign i386 i686-linux-gnu qemu-i386 -L /usr/i686-linux-gnu
fi
foreign arm64 aarch64-linux-gnu qemu-aarch64 -L /usr/aarch64-linux-gnu
[ $ran = 1 ] || skip 'no foreign machine could be tried'
exit $failed
