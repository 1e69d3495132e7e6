#!/bin/sh
# Random worlds of a country and its cities: fans of the urban share, of emissions and of the digital economy, the
# probability of a budget, and that of joint targets by year.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILDDIR:-$here/../build}
case ${1:-} in
--help | -h)
    cat <<EOT
usage: sh examples/fans.sh [DIR [DATA]]
Draws random worlds with ensemble_fan into DIR, where city_outlook --out DIR has written its files (the default is
build/outlook), and pictures of them.  DATA has worlds.csv, targets.csv, urban_history.csv, carbon_history.csv and
carbon_cities.csv (the default is examples/data); without the last there is no picture of cities.
EOT
    exit 0 ;;
esac
out=${1:-$build/outlook}
data=${2:-$here/data}
case $out in -*) out=./$out ;; esac
case $data in -*) data=./$data ;; esac
[ -x "$build/examples/ensemble_fan" ] || { echo "build first: sh examples/run.sh, or ./configure and make in build/" >&2; exit 1; }
[ -s "$out/carbon.csv" ] && [ -s "$out/figures.csv" ] || { echo "$out has no carbon.csv: run city_outlook --out first" >&2; exit 1; }
fan() { # file that is written, arguments
    written=$1
    shift
    "$build/examples/ensemble_fan" "$@" --draws 20000 --seed 2026 --threads 2 >"$out/$written.csv"
}
figure() { sed -n "s/^$1,\([^,]*\),.*/\1/p" "$out/figures.csv"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# The assumed path, up to the last year in which there is an emission: columns place, year, emission.
key=$(sed -n 's/^subject_key,,//p' "$out/figures.csv")
sed '1d' "$out/carbon.csv" | key=$key awk 'BEGIN { n = length(ENVIRON["key"]); print "place,year,emission" }
    { split(substr($0, n + 2), field, ","); if (field[2] > 0) print substr($0, 1, n) "," field[1] "," field[2] }' >"$work/path.csv"
end=$(sed -n '$s/.*,\([0-9]*\),[^,]*$/\1/p' "$work/path.csv")

# Around the path, and as the record goes on: emissions, and whether they keep within the budget.
first=$(figure t_budget)
{
    echo "event,kind,variable,threshold,year"
    echo "budget,below,cumulative,$(figure budget),${first%%.*}-$end"
} >"$work/budget.csv"
fan fan_path carbon --history "$data/carbon_history.csv" --end "$end" --path "$work/path.csv"
fan fan_record carbon --history "$data/carbon_history.csv" --end "$end"
fan fan_path_budget carbon --history "$data/carbon_history.csv" --end "$end" --path "$work/path.csv" --events "$work/budget.csv"
fan fan_record_budget carbon --history "$data/carbon_history.csv" --end "$end" --events "$work/budget.csv"

# The urban share, emissions and the digital economy in the same worlds.
joint="$data/urban_history.csv,$data/carbon_history.csv"
fan fan_joint joint "$data/worlds.csv" --history "$joint" --path "$work/path.csv"
fan fan_targets joint "$data/worlds.csv" --history "$joint" --path "$work/path.csv" --events "$data/targets.csv"
grep -qx 'picture,,fans' "$out/figures.csv" || echo 'picture,,fans' >>"$out/figures.csv"

# Emissions of the cities, as their records go on, and whether they are below today's.
if [ -s "$data/carbon_cities.csv" ]; then
    printf '%s\n' 'event,kind,variable,threshold,year' 'below,below,emission,1 last,2035' >"$work/below.csv"
    fan fan_cities carbon --history "$data/carbon_cities.csv" --leave-out --end 2035
    fan fan_cities_below carbon --history "$data/carbon_cities.csv" --leave-out --end 2035 --events "$work/below.csv" 2>"$work/said"
    sed "/^#/d" "$data/carbon_cities.csv" >"$out/fan_cities_record.csv"
    grep -qx 'picture,,fan_cities' "$out/figures.csv" || echo 'picture,,fan_cities' >>"$out/figures.csv"
fi
