#!/bin/sh
# What is made of the headers is what is committed, and the strict reader refuses what bindings cannot rely on.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
PYTHON3=${PYTHON3-/usr/bin/python3}
reader=$SRCDIR/tests/abi/readheaders.py
failed=0
"$PYTHON3" "$SRCDIR/lib/interface/make.py" --check "$SRCDIR" || failed=1

d=$(mktemp -d) && trap 'rm -rf "$d"' EXIT || exit 1
refuses() { # what, declaration, a word of the refusal
  rm -rf "$d/include" && cp -r "$SRCDIR/include" "$d/include" && chmod -R u+w "$d/include" || exit 1
  printf '#include <smartkpi/base.h>\n%s\n' "$2" >"$d/include/smartkpi/urban.h"
  said=$("$PYTHON3" "$reader" "$d/include" 2>&1)
  case $said in
    "FAIL headers: "*"$3"*) echo "ok headers: refuses $1" ;;
    *) failed=1; echo "FAIL headers: $1 should be refused: $said" | head -n 5 ;;
  esac
}
head='uint32_t size, flags;'
refuses 'a long' 'SKPI_API int32_t skpi_x(long a);' 'long by value'
refuses 'an unsigned int' 'SKPI_API int32_t skpi_x(unsigned int a);' 'cannot rely'
refuses 'an int' 'SKPI_API int skpi_x(void);' 'int by value'
refuses 'a bool' 'SKPI_API int32_t skpi_x(_Bool a);' '_Bool by value'
refuses 'a float' 'SKPI_API void skpi_x(const float *a);' 'pointer to float'
refuses 'a long double' 'SKPI_API void skpi_x(long double a);' 'cannot rely'
refuses 'varargs' 'SKPI_API void skpi_x(int32_t a, ...);' 'varargs'
refuses 'a struct by value' 'SKPI_API void skpi_x(skpi_basis a);' 'by value'
refuses 'a struct as result' 'SKPI_API skpi_basis skpi_x(void);' 'by value'
refuses 'exported data' 'SKPI_API int32_t skpi_x;' 'public'
refuses 'an inline function' 'static inline int32_t skpi_x(void) { return 0; }' 'public'
refuses 'a function without SKPI_API' 'int32_t skpi_x(void);' 'SKPI_API'
refuses 'a parameter without a name' 'SKPI_API void skpi_x(int32_t);' 'without a name'
refuses 'an empty parameter list' 'SKPI_API void skpi_x();' 'void'
refuses 'an array parameter' 'SKPI_API void skpi_x(double a[3]);' 'array'
refuses 'a choice as an enum' 'SKPI_API void skpi_x(enum skpi_basis_prices a);' 'cannot rely'
refuses 'a private name' 'SKPI_API void skpi__x(void);' 'a name skpi_'
refuses 'a bit-field' "typedef struct skpi_x { $head int32_t a : 3; } skpi_x;" 'bit-field'
refuses 'an array of structs' "typedef struct skpi_x { $head skpi_basis a[2]; } skpi_x;" 'array'
refuses 'a struct in a struct' "typedef struct skpi_x { $head skpi_basis a; } skpi_x;" 'by value'
refuses 'a struct without size' 'typedef struct skpi_x { int32_t a; } skpi_x;' 'begins with'
refuses 'an unnamed enum' 'enum { SKPI_X = 1 };' 'tag'
refuses 'a moving constant' 'enum skpi_x { SKPI_X };' 'explicit'
refuses 'a wide constant' 'enum skpi_x { SKPI_X = 4294967296 };' 'int32_t'
refuses 'a macro' '#define SKPI_X 3' 'macro'
refuses 'a union' 'typedef union skpi_x { int32_t a; } skpi_x;' 'typedef'
exit $failed
