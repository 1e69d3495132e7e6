# The digital economy by definition, grouped by place and year.  Every number is from digital.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
digital = dir."/digital.tab"

# one line a row, a wider step and a heading where place or year change; y grows downwards
rows = number("digital_rows") > 0 ? int(number("digital_rows")) : 0
array row_y[rows + 1]; array row_name[rows + 1]; array row_share[rows + 1]; array row_mixed[rows + 1]; array row_group[rows + 1]
array row_colour[rows + 1]; array row_shown[rows + 1]
scope_colour(s) = s eq "broad" ? "#E69F00" : s eq "middle" ? "#56B4E9" : s eq "core" ? "#0072B2" : "#999999"
at = 0; y = 0; before = ""
group_of(s, zh, t) = short(s.(strlen(zh) ? " ".zh : ""), 26)." ".t
if (rows > 0) {
    set table $nothing
    plot digital using (at = at + 1, group = group_of(strcol("name"), strcol("name_local"), strcol("year")), \
        row_group[at] = (group eq before ? "" : group), y = y + (group eq before ? 1 : at == 1 ? 1.2 : 2.5), before = group, row_y[at] = y, \
        row_name[at] = strcol("label"), row_share[at] = column("share_percent"), row_mixed[at] = (strcol("status")[1:5] eq "mixed"), \
        row_shown[at] = strcol("shown"), row_colour[at] = scope_colour(strcol("scope")), 0) with table
    unset table
}
largest = 0
do for [i=1:rows] { if (row_share[i] > largest) { largest = row_share[i] } }
if (!(largest > 0)) { largest = 1 }

width = 800; height = 200 + 17 * y
load here."/look.gp"
set label 1 sprintf("%s: the digital economy by definition", short(country, 44)) at screen across(20),down(28) left font big
set label 2 "Share of GDP, percent. Broad and core count different things: never subtract, rank or join them." at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("digital_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 "Three decimals: computed with the GDP of the same vintage. Others: as published." at screen across(20),down(height - 14) left font small textcolor rgb grey

# swatches
array swatch[4] = ["broad", "middle", "core", "unstated"]
do for [i=1:4] {
    x = 20 + (i - 1) * 92
    set object i rectangle from screen across(x),down(82) to screen across(x + 14),down(70) fs solid 1 noborder fc rgb scope_colour(swatch[i]) front
    set label 10+i swatch[i] at screen across(x + 20),down(76) left font small
}
set object 5 rectangle from screen across(388),down(82) to screen across(402),down(70) fs empty border lc rgb "#444444" dt (4,2) lw 1.2 front
set label 15 "mixed vintages, do not use" at screen across(408),down(76) left font small

set lmargin at screen across(276); set rmargin at screen across(772)
set tmargin at screen down(98); set bmargin at screen down(height - 80)
set xrange [0:largest * 1.2]; set yrange [y + 0.7:-0.6]
set xtics autofreq; unset ytics; set grid noytics
if (rows == 0) { set label 5 "No figure is known." at graph 0.5,0.5 center }
do for [i=1:rows] {
    if (strlen(row_group[i])) { set label 200+i row_group[i] at screen across(20),first row_y[i] - 1.15 left }
    set label 300+i short(row_name[i], 38) at screen across(266),first row_y[i] right font small textcolor rgb (row_mixed[i] ? grey : "#222222")
    set label 400+i row_shown[i] at row_share[i],row_y[i] left offset 0.6,0 font small textcolor rgb (row_mixed[i] ? grey : "#222222") front
    if (row_mixed[i]) {
        set object 100+i rectangle from 0,row_y[i]-0.36 to row_share[i],row_y[i]+0.36 fs empty border lc rgb row_colour[i] dt (7,4) lw 1.4 front
    } else {
        set object 100+i rectangle from 0,row_y[i]-0.36 to row_share[i],row_y[i]+0.36 fs solid 1 noborder fc rgb row_colour[i] front
    }
}
plot NaN notitle
