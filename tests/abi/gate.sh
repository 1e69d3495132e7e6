#!/bin/sh
# The binary interface only grows: the library is compared with the dump of the last release, tests/abi/release.abi
# (written by gate.sh --dump), and the gate is tried on libraries that changed.  Functions that their headers call
# EXPERIMENTAL are left alone.  Before 1.0.0 a break may be intended: then the soname is another, and the first section
# of NEWS names every function that broke; the dump is made anew in the same commit.
# What abidiff does not see (members swapped inside a struct that grew, values of constants) layout.c does.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
CC=${CC:-gcc}
library=$BUILDDIR/lib/.libs/libsmartkpi.so
release=$SRCDIR/tests/abi/release.abi
for tool in abidw abidiff; do
  command -v $tool >/dev/null || { echo "skip gate: $tool is not installed"; exit 77; }
done
PYTHON3=${PYTHON3-/usr/bin/python3}
debuginfo() { readelf -S "$1" 2>/dev/null | grep -q '\.debug_info'; }
soname() { sed -n "s/.*soname='\([^']*\)'.*/\1/p" "$1" | head -n 1; } # of a dump
gate() { # dump, library, NEWS; abidiff 2.2 passes a bare library even with --fail-no-debug-info
  debuginfo "$2" || return 1
  abidiff --no-added-syms --fail-no-debug-info --suppressions "$SRCDIR/tests/abi/growth.supp" \
    --suppressions "$d/experimental.supp" "$1" "$2" && return 0
  intended "$1" "$2" "$3"
}
# A break that the soname and NEWS tell: every function that abidiff names stands in the first section of NEWS.
intended() { # dump, library, NEWS
  abidw --no-corpus-path --no-comp-dir-path --out-file "$d/now.abi" "$2" || return 1
  [ "$(soname "$1")" != "$(soname "$d/now.abi")" ] || { echo 'the soname is that of the release'; return 1; }
  awk '/^libsmartkpi [0-9]/ && n++ { exit } { print }' "$3" >"$d/news"
  abidiff --no-added-syms --suppressions "$SRCDIR/tests/abi/growth.supp" --suppressions "$d/experimental.supp" \
    "$1" "$2" | sed -n "s/^ *\[[CD]\] '\(function\|method\) .*\b\(skpi_[a-z0-9_]*\)(.*/\2/p" | sort -u >"$d/broken"
  [ -s "$d/broken" ] || { echo 'no function is named'; return 1; }
  while read -r name; do
    grep -qw "$name" "$d/news" || { echo "NEWS does not name $name"; return 1; }
  done <"$d/broken"
}
if [ "${1-}" = --dump ]; then
  debuginfo "$library" || { echo "$library has no debug information: build with -g" >&2; exit 1; }
  abidw --no-corpus-path --no-comp-dir-path --out-file "$release" "$library"
  exit
fi
d=$(mktemp -d) && trap 'rm -rf "$d"' EXIT || exit 1
"$PYTHON3" "$SRCDIR/tests/abi/experimental.py" >"$d/experimental.supp" || exit 1
failed=0
say() { # fault or '', name
  if [ -z "$1" ]; then echo "ok gate: $2"; else failed=1; echo "FAIL gate: $2: $1"; fi
}

if [ -e "$release" ]; then
  if ! debuginfo "$library"; then echo 'skip gate: the library has no debug information'
  elif gate "$release" "$library" "$SRCDIR/NEWS" >"$d/log" 2>&1; then say '' 'the interface has only grown since the last release'
  else cat "$d/log"; say 'see above' 'the interface has only grown since the last release'
  fi
fi

# The self-test: the library's own public headers and a function of each kind, changed in one way at a time.
cat >"$d/lib.c" <<'END'
#include <smartkpi.h>
skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *size_class,
                                 const skpi_urban_options *options, double *urgd, int32_t *status)
{
    return options && (n || !share || !size_class || !urgd || !status) ? SKPI_OK : SKPI_EINVAL;
}
skpi_status skpi_urban_two_region(const skpi_urban_two_region_in *in, size_t n_years, skpi_urban_two_region_out *out,
                                  int32_t *status)
{
    return in && n_years && out && status ? SKPI_OK : SKPI_EINVAL;
}
#ifndef LESS
skpi_status skpi_basis_join(const skpi_basis *a, const skpi_basis *b, skpi_basis *joined)
{
    return a && b && joined ? SKPI_OK : SKPI_EINVAL;
}
#endif
#ifdef MORE
SKPI_API int32_t skpi_more(void);
int32_t skpi_more(void) { return 0; }
#endif
END
variant() { # name, sed script for urban.h, compiler options, sed script for lib.c
  mkdir -p "$d/$1/smartkpi"
  cp "$SRCDIR"/include/smartkpi.h "$d/$1/" && cp "$SRCDIR"/include/smartkpi/*.h "$d/$1/smartkpi/" || exit 1
  cp "$BUILDDIR"/include/smartkpi/version.h "$d/$1/smartkpi/" 2>/dev/null
  chmod -R u+w "$d/$1"
  sed -i "$2" "$d/$1/smartkpi/urban.h" || exit 1
  source=$d/lib.c
  [ -z "${4-}" ] || { source=$d/$1/lib.c; sed "$4" "$d/lib.c" >"$source"; }
  $CC -std=c11 -g -shared -fPIC -w -Wl,-soname,libsmartkpi.so.${5-1} $3 -I"$d/$1" "$source" -o "$d/$1.so" || exit 1
}
last='/^} skpi_urban_two_region_out;/'           # the end of the struct
member='/double \*stable; /'                     # its last member
variant same '' ''
variant appended "${last}i double *extra;" ''
variant swapped "s/double \*growth; /double *stable; /; t; s/double \*stable; /double *growth; /" ''
variant inserted "${member}i double *extra;" ''
variant retyped "${member}s/double/int64_t/" ''
variant parameter 's/const int32_t \*size_class,/const int64_t *size_class,/' '' \
  's/const int32_t \*size_class/const int64_t *size_class/'
variant both "s/double \*growth; /double *stable; /; t; s/double \*stable; /double *growth; /; ${last}i double *extra;" ''
variant renumbered 's/SKPI_URBAN_METHOD_DAMPED = 5202/SKPI_URBAN_METHOD_DAMPED = 5212/' ''
variant more '' -DMORE
variant less '' -DLESS
variant told '' -DLESS '' 2 # another soname
for v in appended swapped inserted retyped parameter both renumbered; do
  ! cmp -s "$d/same/smartkpi/urban.h" "$d/$v/smartkpi/urban.h" || say 'the header was not changed' "$v"
done
abidw --out-file "$d/same.abi" "$d/same.so" || say 'no dump' abidw
printf 'libsmartkpi 9.9\n\n* Nothing.\n' >"$d/NEWS.none"
printf 'libsmartkpi 9.9\n\n* skpi_basis_join is gone.\n\nlibsmartkpi 9.8\n' >"$d/NEWS.told"

pinned() { $CC -std=c11 -I"$d/$1" -fsyntax-only "$SRCDIR/tests/abi/layout.c" >/dev/null 2>&1; }
both() { gate "$d/same.abi" "$d/$1.so" "$d/NEWS.none" >"$d/log" 2>&1 && pinned "$1"; }
for v in same appended more; do
  if both $v; then say '' "passes: $v"; else cat "$d/log"; say 'refused' "passes: $v"; fi
done
for v in swapped inserted retyped parameter both renumbered less; do
  by=
  gate "$d/same.abi" "$d/$v.so" "$d/NEWS.none" >/dev/null 2>&1 || by=abidiff
  pinned $v || by="$by${by:+ and }layout.c"
  say "$([ -n "$by" ] || echo 'not seen')" "refuses: $v${by:+ (by $by)}"
done
$CC -shared -fPIC -w -I"$d/same" "$d/lib.c" -o "$d/bare.so"
refused() { gate "$d/same.abi" "$1" "$2" >/dev/null 2>&1 && echo 'not seen'; }
say "$(refused "$d/bare.so" "$d/NEWS.none")" 'refuses: a library without debug information'
say "$(refused "$d/told.so" "$d/NEWS.none")" 'refuses: a lost function that NEWS does not name'
say "$(refused "$d/less.so" "$d/NEWS.told")" 'refuses: a lost function under the old soname'
if gate "$d/same.abi" "$d/told.so" "$d/NEWS.told" >"$d/log" 2>&1; then say '' 'passes: a break that NEWS and the soname tell'
else cat "$d/log"; say 'refused' 'passes: a break that NEWS and the soname tell'; fi
printf '[suppress_function]\n  name_regexp = ^(skpi_basis_join)$\n' >"$d/experimental.supp"
if gate "$d/same.abi" "$d/less.so" "$d/NEWS.none" >"$d/log" 2>&1; then say '' 'leaves alone: an experimental function'
else cat "$d/log"; say 'refused' 'leaves alone: an experimental function'; fi
exit $failed
