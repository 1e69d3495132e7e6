#!/bin/sh
# The worked example of an award at the scale of a world congress: 188 entries of 41 cities in five tracks, 40 judges, five
# scores an entry, 52 winners.  The data in award/ are SYNTHETIC: award_synthetic made them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILDDIR:-$(cd "$here/.." && pwd)/build}
out=$build/award
data=$here/award
winners=
case ${1:-} in
--help | -h)
    cat <<EOF
usage: sh examples/award.sh [DIR [DATA [WINNERS]]]
Ranks the entries of a synthetic jury, says how sure the line between winners and others is, and draws it.  DIR gets the
files and pictures (the default is build/award).  DATA has scores.csv and entries.csv (the default is examples/award).
WINNERS is how many entries win; without it the same part of them as in the example, 52 of 188.
EOF
    exit 0 ;;
'') ;;
*)
    out=$1
    data=${2:-$data}
    winners=${3:-} ;;
esac
case $winners in
*[!0-9]*) echo "award.sh: \"$winners\" is no number of winners (see --help)" >&2; exit 2 ;;
esac
# after sh examples/run.sh its build makes these, too
if [ ! -x "$build/examples/award_rank" ] && [ -f "$build/job/Makefile" ]; then
    build=$build/job
    make -s -C "$build" examples/award_rank examples/award_report >/dev/null
fi
[ -x "$build/examples/award_rank" ] || { echo "build first: sh examples/run.sh, or ./configure and make in build/" >&2; exit 1; }
mkdir -p "$out"
rm -f "$out/ranks.csv" "$out/judges.csv" # so that a run that fails leaves none of another one
trap 'rm -f "$out/ranks.csv.tmp" "$out/judges.csv.tmp"' EXIT
trap 'exit 1' HUP INT TERM
if [ -z "$winners" ]; then
    parts=$("$build/examples/award_rank" --parts "$data/scores.csv")
    entries=$(printf '%s\n' "$parts" | grep -c '^entry,') || true
    winners=$(((entries * 52 + 94) / 188))
    [ "$winners" -gt 0 ] || winners=1
    [ "$entries" -eq 188 ] || echo "award.sh: $winners of $entries entries win, the part of the example (see --help)" >&2
fi
label=$(sed -n '1{/^# /p;}' "$data/scores.csv")
# What award_rank writes has no label of its own, and gets its name only when all is there.
labelled() { { [ -z "$label" ] || echo "$label"; cat "$1.tmp"; } >"$1"; }
"$build/examples/award_rank" --tracks "$data/entries.csv" --winners "$winners" --ties lot=1 --draws 100000,1 \
    --judges "$out/judges.csv.tmp" "$data/scores.csv" >"$out/ranks.csv.tmp"
labelled "$out/ranks.csv"
labelled "$out/judges.csv"
"$build/examples/award_report" --out "$out" "$out/ranks.csv" "$data/entries.csv"
if command -v gnuplot >/dev/null; then
    sh "$here/plots/draw.sh" "$out"
    echo "Picture: $out/award.png and award.svg"
else
    echo "No picture: gnuplot is not installed."
fi
