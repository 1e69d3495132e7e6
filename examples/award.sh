#!/bin/sh
# The worked example of an award at the scale of a world congress: 188 entries of 41 cities in five tracks, 40 judges, five
# scores an entry, 52 winners.  The data in award/ are SYNTHETIC: award_synthetic made them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILDDIR:-$(cd "$here/.." && pwd)/build}
out=$build/award
data=$here/award
case ${1:-} in
--help | -h)
    cat <<EOF
usage: sh examples/award.sh [DIR [DATA]]
Ranks the entries of a synthetic jury, says how sure the line between winners and others is, and draws it.  DIR gets the
files and pictures (the default is build/award).  DATA has scores.csv and entries.csv (the default is examples/award).
EOF
    exit 0 ;;
'') ;;
*)
    out=$1
    data=${2:-$data} ;;
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
label=$(sed -n '1{/^# /p;}' "$data/scores.csv")
# What award_rank writes has no label of its own, and gets its name only when all is there.
labelled() { { [ -z "$label" ] || echo "$label"; cat "$1.tmp"; } >"$1"; }
"$build/examples/award_rank" --tracks "$data/entries.csv" --winners 52 --ties lot=1 --draws 100000,1 \
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
