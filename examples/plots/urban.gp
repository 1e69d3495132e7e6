# The urban share with its range, and the cities below.  Every number is from urban.csv, cities.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
width = 800; height = 840
load here."/common.gp"
urban = dir."/urban.tab"
cities = dir."/cities.tab"
others = dir."/urban_observed.tab"
last = number("urban_last_year"); first_year = number("urban_first_year"); end_year = number("urban_end_year")
first_city_year = number("city_base_year"); last_city_year = number("city_last_year")
middle_year = floor((last + end_year) / 10) * 5

set multiplot
set label 1 sprintf("%s: urban share and city populations", country) at screen across(20),down(28) left font big
set label 2 sprintf("Share of the population that is urban (%s definition), percent; UN agglomerations, million inhabitants", say("urban_definition")) at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("urban_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 sprintf("Projected from %.0f by the cautious method; 80 %% range by past errors. Agglomerations are not municipalities.", last) at screen across(20),down(height - 14) left font small textcolor rgb grey

# the share
set lmargin at screen across(52); set rmargin at screen across(772)
set tmargin at screen down(84); set bmargin at screen down(452)
set xrange [first_year:end_year]; set yrange [0:100]
set xtics 10; set ytics 20
is_marked(y) = y == middle_year || y == end_year
caption(y, p, a, b) = sprintf("%.1f %% in %.0f\n80 %% range %.1f–%.1f", p, y, a, b)
low_of(a, p) = (a == a) ? a : p
after(y) = y >= last ? y : NaN
# the methods lie too close at the end for labels beside the lines: they are named below, in their order and colours
stats urban using (column("year") == end_year ? column("recursion_percent") : NaN) nooutput
set label 16 sprintf("in %.0f by the recursion %.1f %%", end_year, STATS_max) at end_year - 0.6,38 right textcolor rgb "#A66F00"
stats urban using (column("year") == end_year ? column("share_percent") : NaN) nooutput
set label 17 sprintf("cautious, the mean of both, %.1f %%", STATS_max) at end_year - 0.6,32 right textcolor rgb "#0072B2"
stats urban using (column("year") == end_year ? column("converging_percent") : NaN) nooutput
set label 18 sprintf("converging %.1f %%", STATS_max) at end_year - 0.6,26 right textcolor rgb "#777777"
rows = number("urban_others")
if (rows == 0) { others = urban } # nothing is drawn of it
if (rows > 0) { set label 19 "circles: published by others" at end_year - 0.6,20 right textcolor rgb "black" }
# texts stand beside the lines they name
stats urban using (column("year") <= (first_year + last) / 2.0 ? column("share_percent") : NaN) nooutput
middle = floor((first_year + last) / 2)
set label 11 "observed" at middle + 1.5,STATS_max - 5 left textcolor rgb "black"
middle = floor((last + end_year) / 2)
stats urban using (column("year") == middle ? column("high_percent") : NaN) nooutput
set label 12 "projected" at middle - 1,STATS_max + 6 right textcolor rgb "#0072B2"
stats urban using (column("year") == last ? column("share_percent") : NaN) nooutput
set label 14 sprintf("%.1f %% in %.0f,\nlast observation", STATS_max, last) at last - 1,STATS_max + 6 right font small
set label 15 "percent" at graph 0.01,0.96 left font small textcolor rgb grey
plot urban using (after(column("year"))):(low_of(column("low_percent"), column("share_percent"))):(low_of(column("high_percent"), column("share_percent"))) with filledcurves lc rgb "#bfdcef", \
     urban using (after(column("year"))):(column("recursion_percent")) with lines lw 2 lc rgb "#E69F00", \
     urban using (after(column("year"))):(column("converging_percent")) with lines lw 2 lc rgb "#999999", \
     urban using (column("year") <= last ? column("year") : NaN):(column("share_percent")) with lines lw 2.5 lc rgb "black", \
     urban using (after(column("year"))):(column("share_percent")) with lines lw 2.5 lc rgb "#0072B2", \
     others using (rows > 0 ? column("decimal_year") : NaN):(column("share_percent")) with points pt 6 ps 1.2 * mark lw 1.2 lc rgb "black", \
     urban using (is_marked(column("year")) || column("year") == last ? column("year") : NaN):(column("share_percent")) with points pt 7 ps mark lc rgb "#0072B2", \
     urban using (is_marked(column("year")) ? column("year") : NaN):(low_of(column("low_percent"), column("share_percent")) - 3):(caption(column("year"), column("share_percent"), column("low_percent"), column("high_percent"))) with labels center offset -3,-1 font small
do for [i=1:4] { unset label i }
do for [i=11:19] { unset label i }

# the cities: one block of rows each, in the order of the file
if (number("cities") > 0) {
    stats cities using (column("population_thousand") / 1000) nooutput
    top = STATS_max
    per_city = int(last_city_year - first_city_year) + 1
    n = int(number("cities"))
    array city_name[n]; array city_value[n]; array city_at[n]
    at = 0
    set table $nothing
    plot cities using (column("year") == last_city_year ? (at = at + 1, city_name[at] = strcol("name").(strlen(strcol("name_local")) ? " ".strcol("name_local") : ""), city_value[at] = column("population_thousand") / 1000, 0) : 0) with table
    unset table
    # labels from the lowest up, none nearer to the one below than gap
    gap = top / 14.0
    rank(i) = sum [j=1:n] (city_value[j] < city_value[i] || (city_value[j] == city_value[i] && j < i) ? 1 : 0)
    floor_y = -1e9
    do for [r=0:n-1] { do for [i=1:n] { if (rank(i) == r) { city_at[i] = city_value[i] > floor_y + gap ? city_value[i] : floor_y + gap; floor_y = city_at[i] } } }
    colour(i) = i == 1 ? "#D55E00" : "#0072B2"

    set tmargin at screen down(500); set bmargin at screen down(height - 82); set rmargin at screen across(612)
    set xrange [first_city_year:last_city_year]; set yrange [0:top * 1.06]
    set xtics 5; set ytics autofreq
    set label 15 "million" at graph 0.012,0.95 left font small textcolor rgb grey
    do for [i=1:n] { set label 20+i sprintf("%s %.1f", city_name[i], city_value[i]) at last_city_year,city_at[i] left offset 0.8,0 textcolor rgb colour(i) }
    plot for [i=n:1:-1] cities every ::((i-1)*per_city)::(i*per_city-1) using (column("year")):(column("population_thousand") / 1000) with lines lw (i == 1 ? 3 : 2) lc rgb colour(i), \
         for [i=n:1:-1] cities every ::((i-1)*per_city)::(i*per_city-1) using (column("year") == last_city_year ? column("year") : NaN):(column("population_thousand") / 1000) with points pt 7 ps 0.8 * mark lc rgb colour(i)
}
unset multiplot
