#!/bin/sh
# cppcheck over the library.  Each finding is a fault to mend, or is answered in static.txt; an answer without a finding
# fails too.  Prints one line for each that is wrong, and the numbers.
#
#   sh tests/static.sh [SRCDIR BUILDDIR]
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=${1:-$(dirname "$here")}
build=${2:-$top/build}
command -v cppcheck >/dev/null || { echo 'cppcheck is not installed'; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1
cppcheck -q -j2 --enable=warning,portability --std=c11 --template='{file} {id}: line {line}: {message}' \
  -Iinclude -Ilib -I"$build/include" -DSKPI_BUILD lib >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
sort -u "$work/log" >"$work/found"
grep -v '^#' "$here/static.txt" | sed 's/: .*//' | sort -u >"$work/answered"
sed 's/: line .*//' "$work/found" | sort -u >"$work/names"
comm -23 "$work/names" "$work/answered" >"$work/new"
comm -13 "$work/names" "$work/answered" | sed 's/^/FAIL an answer that nothing asks for: /'
while read -r name; do grep -F "$name: line " "$work/found" | sed 's/^/FAIL /'; done <"$work/new"
echo "cppcheck: $(wc -l <"$work/found") findings, $(wc -l <"$work/answered") answered"
cmp -s "$work/names" "$work/answered"
