#!/bin/sh
# The same bits from every compiler and at every level of optimisation: the library as it is built here, and the sources
# of ensembles compiled anew, with and without code for several processors; each runs such code as it has, with 1, 2 and 3
# threads.
: "${SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}" "${BUILDDIR:=$SRCDIR/build}"
frozen="2e75d472bb3cf663 f7f920e1374bbfae 2b464d667bd75dc7 c01263bbd580e3b0 ec89b3ce6d74ff29 9a37392cb212e4ce \
e508005138c739b9 b3a1c8aac9eddc06 a8cc82cacf5eae0f 7adc8aa330d178e6 cedb2cbed5c081f2 5ec1b8923f5621c3"
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
gsl=$(pkg-config --cflags --libs gsl) || exit 77
cd "$SRCDIR/lib" || exit 2
sources="core/*.c numeric/block.c numeric/order.c numeric/select.c numeric/log_ratios.c numeric/weighted.c random/*.c ensemble/*.c
  series/walk*.c series/jump*.c series/row_values.c urban/ensemble.c urban/options.c carbon/ensemble*.c carbon/emission_model.c
  carbon/kaya_model.c digital/ensemble.c digital/parts_model.c ../tests/unit/ensemble_bits.c"
builds=0 failed=0

one() # what, compiler, flags and sources...
{
  what=$1; shift
  "$@" -std=c11 -D_GNU_SOURCE -DSKPI_BUILD -ffp-contract=off -fvisibility=hidden -pthread -I"$BUILDDIR/include" \
    -I../include -I. -I../tests -o "$folder/bits" $gsl -lm 2>"$folder/words" || {
    echo "FAIL ensemble bits: $what does not compile"; head -5 "$folder/words"; failed=1; return; }
  found=$("$folder/bits")
  builds=$((builds + 1))
  if [ "$found" = "$frozen" ]; then echo "ok ensemble bits: $what"; else echo "FAIL ensemble bits: $what: $found"; failed=1; fi
}

case ${SKPI_SANITIZERS-no} in
  no | '') one 'the library of this build' ${CC:-cc} ../tests/unit/ensemble_bits.c "$BUILDDIR/lib/.libs/libskpi.a" ;;
esac
variants=
[ "$(uname -m)" != x86_64 ] || variants='-fno-trapping-math -fno-math-errno -DSKPI_KERNEL_VARIANTS'
for cc in gcc clang; do
  command -v $cc >/dev/null || { echo "skipped: no $cc"; continue; }
  for flags in -O0 -O2 "-O3 $variants"; do
    # The build's own library is of gcc at -O2 as a rule.
    [ "$cc $flags" != 'gcc -O2' ] || [ "${SMARTKPI_LONG-no}" = yes ] || continue
    # shellcheck disable=SC2086
    one "$cc $flags" $cc $flags $sources
  done
done
[ $builds -gt 0 ] || exit 77
exit $failed
