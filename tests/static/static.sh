#!/bin/sh
# Checkers of source code over the library.  Each finding is a fault to mend, or is answered in CHECKER.txt, with its file
# and kind; an answer without a finding fails too.  Prints one line for each that is wrong, and the numbers.
#
#   sh tests/static/static.sh cppcheck|gcc|clang-tidy [SRCDIR BUILDDIR]
set -u
here=$(cd "$(dirname "$0")" && pwd)
checker=${1-}
top=${2:-$(dirname "$(dirname "$here")")}
build=${3:-$top/build}
case $checker in
  cppcheck | gcc | clang-tidy) ;;
  *) echo 'usage: sh tests/static/static.sh cppcheck|gcc|clang-tidy [SRCDIR BUILDDIR]' >&2; exit 2 ;;
esac
command -v "$checker" >/dev/null || { echo "$checker is not installed"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1
options="-std=gnu11 -DSKPI_BUILD -ffp-contract=off -Iinclude -Ilib -I$build/include"
# Tables that are made have no statement.
sources() { ls lib/*/*.c | grep -v -e '_table\.c$' -e '_numbers\.c$'; }
# Each gives lines "file kind: line N: message".
findings_of_cppcheck() {
  cppcheck -q -j2 --enable=warning,portability --std=c11 --template='{file} {id}: line {line}: {message}' \
    -Iinclude -Ilib -I"$build/include" -DSKPI_BUILD lib 2>&1
}
# "warning" lines of a compiler: file:line:column: warning: message [kind]
as_findings() { sed -n "s,^$top/,,; s/^\([^:]*\):\([0-9]*\):[0-9]*: warning: \(.*\) \[\([^]]*\)\]\$/\1 \4: line \2: \3/p"; }
# The analyser takes the shifts of vectors for those of their bytes.
findings_of_gcc() {
  sources | LC_ALL=C xargs -P2 -I{} sh -c "gcc $options -O1 -fanalyzer -Wno-analyzer-shift-count-overflow -c {} -o $work/\$\$.o" \
    >"$work/said" 2>&1 || { cat "$work/said"; return 1; }
  as_findings <"$work/said" | sed 's/ -Wanalyzer-/ /; s/ \[CWE-[0-9]*\]$//'
}
# Left out: what follows a path through a function, which gcc does; opinions, also on arrays of pointers and on products of
# small numbers; and what C11's Annex K asks for.
findings_of_clang_tidy() {
  checks='-*,bugprone-*,cert-*,misc-*,clang-analyzer-deadcode*,clang-analyzer-unix*,clang-analyzer-security*'
  checks=$checks,-bugprone-easily-swappable-parameters,-bugprone-narrowing-conversions,-bugprone-assignment-in-if-condition
  checks=$checks,-bugprone-reserved-identifier,-bugprone-macro-parentheses,-bugprone-branch-clone,-cert-dcl37-c,-cert-dcl51-cpp
  checks=$checks,-bugprone-sizeof-expression,-bugprone-misplaced-widening-cast,-bugprone-implicit-widening-of-multiplication-result
  checks=$checks,-cert-err33-c,-cert-str34-c,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling
  # years are whole numbers in doubles, which count exactly
  checks=$checks,-cert-flp30-c,-clang-analyzer-security.FloatLoopCounter
  sources | xargs -P2 -n 20 sh -c "clang-tidy --quiet --checks='$checks' \"\$@\" -- $options" sh >"$work/said" 2>"$work/errors" ||
    { cat "$work/said" "$work/errors"; return 1; }
  as_findings <"$work/said"
}
findings_of_"$(echo "$checker" | tr - _)" >"$work/log" || { cat "$work/log"; exit 1; }
sort -u "$work/log" >"$work/found"
grep -v '^#' "$here/$checker.txt" | sed 's/: .*//' | sort -u >"$work/answered"
sed 's/: line .*//' "$work/found" | sort -u >"$work/names"
comm -23 "$work/names" "$work/answered" >"$work/new"
comm -13 "$work/names" "$work/answered" | sed 's/^/FAIL an answer that nothing asks for: /'
while read -r name; do grep -F "$name: line " "$work/found" | sed 's/^/FAIL /'; done <"$work/new"
echo "$checker: $(wc -l <"$work/found") findings, $(wc -l <"$work/answered") answered"
cmp -s "$work/names" "$work/answered"
