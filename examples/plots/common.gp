# What the pictures have in common: the terminal, the fonts, the look, and the figures of figures.csv.
# Given by draw.sh: dir (its tables, made of the CSV files), kind (svg or png), picture (its name).  Set before: width,
# height.  It stands in the folder of the CSV files.
set encoding utf8
set datafile separator tab
set datafile commentschars ""
set datafile columnheaders

font = kind eq "svg" ? "Sans" : "sans" # draw.sh puts a list of fallbacks in its place in the SVG
base = kind eq "svg" ? 14 : 11.5
big = sprintf("%s,%g", font, kind eq "svg" ? 19 : 15.5)
small = sprintf("%s,%g", font, kind eq "svg" ? 12 : 9.5)
if (kind eq "svg") {
    set terminal svg size width,height fixed noenhanced font sprintf("%s,%g", font, base) background "#ffffff"
} else {
    set terminal pngcairo size width,height noenhanced font sprintf("%s,%g", font, base) background "#ffffff"
}
set output picture.".".kind

grey = "#666666"
set border 3 lc rgb "#888888"
set tics nomirror out scale 0.5 textcolor rgb "#333333"
set grid xtics ytics lt 1 lw 0.8 lc rgb "#e3e3e3"
set grid back
unset key
set style fill solid 1 noborder
mark = kind eq "svg" ? 0.65 : 1.0 # the two terminals differ in what size 1 is

# number("budget"), say("subject"): from figures.csv
stats dir."/figures.tab" using 0 nooutput
keys = int(STATS_records)
array figure_key[keys]
array figure_number[keys]
array figure_text[keys]
at = 0
set table $nothing
plot dir."/figures.tab" using (at = at + 1, figure_key[at] = strcol(1), figure_number[at] = strcol(2), figure_text[at] = strcol(3), 0) with table
unset table
number(k) = (found = "", sum [i=1:keys] (figure_key[i] eq k ? (found = figure_number[i], 1) : 0), strlen(found) ? real(found) : NaN)
say(k) = (found = "", sum [i=1:keys] (figure_key[i] eq k ? (found = figure_text[i], 1) : 0), found)

subject = strlen(say("subject")) ? say("subject") : say("subject_key")
country = subject.(strlen(say("subject_local")) ? " ".say("subject_local") : "")
# 20 pixels from the left; y in pixels from the top
across(x) = x / (1.0 * width)
down(y) = 1 - y / (1.0 * height)
