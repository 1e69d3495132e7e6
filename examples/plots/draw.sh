#!/bin/sh
# Draws the pictures, SVG and PNG, from the CSV files that city_outlook, forecast_skill or award_report wrote.
# usage: draw.sh DIR
# Nothing in DIR or in its name is read as a command: gnuplot gets tables without quotes, in a folder of our own.
set -eu
LC_ALL=C.UTF-8 # gnuplot wants to know how to write a degree sign
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:?usage: draw.sh DIR}
case $dir in /*) ;; *) dir=./$dir ;; esac
cd "$dir"
tables=$(mktemp -d)
trap 'rm -rf "$tables"' EXIT
trap 'exit 1' HUP INT TERM

# Letters without a font: pngcairo draws a box for each.  In the SVG a viewer has its own fonts.
font_package() { # code of a letter, in hexadecimal
    case $1 in
    e[0-7]?) echo fonts-thai-tlwg ;;
    2[e-f]?? | 3??? | [4-9]??? | a[c-f]?? | b??? | c??? | d[0-7]?? | f[9a]?? | ff?? | 2????) echo fonts-noto-cjk ;;
    1f???) echo fonts-symbola ;;
    *) echo fonts-noto-core ;;
    esac
}
missing=""
command -v fc-list >/dev/null && for letter in $(cat ./*.csv | od -An -v -tu1 | awk -f "$here/letters.awk" | tr ' ' ':'); do
    code=${letter%%:*}
    [ -n "$(fc-list ":charset=$code" family)" ] && continue
    missing="$missing $(printf %b "$(echo "${letter#*:}" | sed 's/\\/\\0/g')")"
    font_package "$code" >>"$tables/packages"
done
if [ -n "$missing" ]; then
    echo "No font for$(echo "$missing" | tr -d ' ' | sed 's/^/ /'): left out of the PNG. To have them: apt-get install $(sort -u "$tables/packages" | tr '\n' ' ' | sed 's/ $//')"
fi

for kind in svg png; do
    mkdir "$tables/$kind"
    for table in ./*.csv; do
        [ "$kind" = png ] && without=$missing || without=""
        LC_ALL=C awk -v missing="$without" -f "$here/table.awk" "$table" >"$tables/$kind/$(basename "$table" .csv).tab"
    done
done
# A viewer takes the first family that it has, letter by letter.
fonts="'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif"
for picture in definitions impact urban carbon verdict index fans fan_cities skill award; do
    grep -qx "picture,,$picture" figures.csv || continue
    for kind in svg png; do
        gnuplot -c "$here/$picture.gp" "$here" "$tables/$kind" "$kind" "$picture"
    done
    sed "s/font-family=\"Sans\"/font-family=\"$fonts\"/g" "$picture.svg" >"$tables/picture"
    cat "$tables/picture" >"$picture.svg"
done
