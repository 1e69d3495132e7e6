#!/bin/sh
# The packages of Debian, examples/packaging/debian: built from what the archive holds, of this version and soname, and
# lintian has neither an error nor a warning.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
. "$SRCDIR/tests/install/tree.sh"
not_sanitized
long
need dpkg-buildpackage dh lintian
unset CFLAGS LDFLAGS CPPFLAGS
debian=$SRCDIR/examples/packaging/debian
version=$(sed -n 's/^PACKAGE_VERSION = //p' "$BUILDDIR/Makefile")
soname=$(sed -n "s/^dlname='libsmartkpi\.so\.\(.*\)'/\1/p" "$BUILDDIR/lib/libsmartkpi.la")
try 'the packages have this version' grep -q "^libsmartkpi ($version-" "$debian/changelog"
try "the package of the library has the soname's number" grep -q "^Package: libsmartkpi$soname\$" "$debian/control"

source=libsmartkpi-$version
try 'make distdir' make -s -C "$BUILDDIR" distdir distdir="$d/$source" || exit 1
cp -R "$debian" "$d/$source/debian" && cd "$d/$source" || exit 1
dpkg-checkbuilddeps 2>"$d/missing" || skip "$(head -n 1 "$d/missing")"
try 'dpkg-buildpackage' env DEB_BUILD_OPTIONS="nocheck parallel=2" dpkg-buildpackage -us -uc -b || exit 1
cd "$d" && try 'packages' sh -c 'set -- *.deb; echo "$@"; [ $# -ge 3 ]'
lintian --allow-root --fail-on error,warning --no-tag-display-limit ./*.changes >"$d/words" 2>&1 || failed=1
grep '^[EW]:' "$d/words" | sed 's/^/FAIL debian: lintian: /'
[ $failed = 1 ] || echo 'ok debian: lintian has nothing to say'
exit $failed
