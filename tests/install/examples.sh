#!/bin/sh
# The installed example programs: README, licence and news lie beside them; each is compiled where it was installed, as
# the README there says, with pkg-config, and runs with its sample input, whose output has numbers in their shortest
# form.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
BUILDDIR=${BUILDDIR-$SRCDIR/build}
. "$SRCDIR/tests/install/tree.sh"
not_sanitized examples
install_tree || exit 1
doc=$tree/doc
try 'README, licence and news are installed' sh -c 'cd "$1" && [ -s README.md ] && [ -s COPYING ] && [ -s NEWS ]' - "$doc"
cd "$doc/examples" || exit 1

ls [a-z]*.c | sed 's/\.c$//' | sort >"$d/programs"
sed -n 's/^|.*| `\.\/\(.*\)` |$/\1/p' README.md >"$d/lines"
sed 's/ .*//' "$d/lines" | sort -u >"$d/named"
try 'the README has every program' diff "$d/programs" "$d/named"
find . -name '*.csv' -path './samples/*' | sed 's|^\./||' | sort >"$d/samples"
tr ' ' '\n' <"$d/lines" | grep '^samples/' | sort -u >"$d/used"
try 'every sample is used' diff "$d/samples" "$d/used"

# The README's own line compiles a program, or that of carbon_path with another name.
cat >"$d/compile" <<'END'
line=$(grep "^cc -o $1 " README.md || sed -n "s/carbon_path/$1/g; /^cc -o $1 /p" README.md)
eval "${line%%cc *}$CC -Wall -Wextra -Werror${line#cc}" >"$0.$1" 2>&1
END
export CC
xargs -P 2 -n 1 sh "$d/compile" <"$d/programs"
while read -r program; do
  try "$program is compiled as the README says" sh -c 'cat "$2"; [ -x "$1" ]' - "./$program" "$d/compile.$program"
done <"$d/programs"

while read -r line; do
  name=$(echo "$line" | sed 's/ .*//')
  try "$line" sh -c "./$line >'$d/out' </dev/null"
  case $name in
    award_report | award_synthetic | city_outlook | ensemble_shard) ;;
    *) try "$name: numbers in their shortest form" "$PYTHON3" "$SRCDIR/tests/install/shortest.py" "$d/out" ;;
  esac
  [ "$name" != award_rank ] || cp "$d/out" ranks.csv
done <"$d/lines"
exit $failed
