#!/bin/sh
# Draws pictures, SVG and PNG, from the CSV files that a program wrote: the five of city_outlook, or those that are named
# (skill: of forecast_skill).  usage: draw.sh DIR [PICTURE ...]
set -eu
LC_ALL=C.UTF-8 # gnuplot wants to know how to write a degree sign
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:?usage: draw.sh DIR [PICTURE ...]}
shift
[ $# -gt 0 ] || set -- urban carbon definitions impact verdict
# In the SVG a viewer takes the first family that it has, character by character.
fonts="'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif"
for picture in "$@"; do
    for kind in svg png; do
        gnuplot -c "$here/$picture.gp" "$here" "$dir" "$kind" "$picture"
    done
    sed "s/font-family=\"Sans\"/font-family=\"$fonts\"/g" "$dir/$picture.svg" >"$dir/$picture.svg.new"
    mv "$dir/$picture.svg.new" "$dir/$picture.svg"
done
