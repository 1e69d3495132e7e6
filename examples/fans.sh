#!/bin/sh
# Random worlds of a country and its cities: fans of the urban share, of emissions and of the digital economy, the
# probability of a budget, and that of joint targets by year.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILDDIR:-$(cd "$here/.." && pwd)/build}
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
stop() { # why
    echo "$1" >&2
    exit 1
}
[ -x "$build/examples/ensemble_fan" ] || build=$build/job # of sh examples/run.sh
[ -x "$build/examples/ensemble_fan" ] || stop "build first: sh examples/run.sh, or ./configure and make in build/"
[ -s "$out/figures.csv" ] || stop "$out has no figures.csv: run city_outlook --out first"
[ -s "$out/carbon.csv" ] || stop "$out has no carbon.csv: its outlook has no emissions, which the worlds need"
fan() { # file that is written, arguments
    written=$1
    shift
    "$build/examples/ensemble_fan" "$@" --draws 20000 --seed 2026 --threads 2 >"$work/$written.csv"
    cat "$work/$written.csv" >"$out/$written.csv" # not before all is there
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
record() { # file that is written, further arguments
    written=$1
    shift
    fan "$written" carbon --history "$data/carbon_history.csv" --end "$end" "$@"
}
record fan_path --path "$work/path.csv"
record fan_record
record fan_path_budget --path "$work/path.csv" --events "$work/budget.csv"
record fan_record_budget --events "$work/budget.csv"

# The urban share, emissions and the digital economy in the same worlds.
set -- joint "$data/worlds.csv" --history "$data/urban_history.csv,$data/carbon_history.csv" --path "$work/path.csv"
fan fan_joint "$@"
fan fan_targets "$@" --events "$data/targets.csv"
grep -qx 'picture,,fans' "$out/figures.csv" || echo 'picture,,fans' >>"$out/figures.csv"

# Emissions of the cities, as their records go on, and whether they are below today's.
if [ -s "$data/carbon_cities.csv" ]; then
    printf '%s\n' 'event,kind,variable,threshold,year' 'below,below,emission,1 last,2035' >"$work/below.csv"
    set -- carbon --history "$data/carbon_cities.csv" --leave-out --end 2035
    fan fan_cities "$@"
    fan fan_cities_below "$@" --events "$work/below.csv" 2>"$work/said" # the same warnings
    sed "/^#/d" "$data/carbon_cities.csv" >"$out/fan_cities_record.csv"
    grep -qx 'picture,,fan_cities' "$out/figures.csv" || echo 'picture,,fan_cities' >>"$out/figures.csv"
fi
