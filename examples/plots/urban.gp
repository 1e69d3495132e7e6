# The urban share with its range, and the cities below.  Every number is from urban.csv, cities.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
has_cities = number("cities") > 0
width = 800; height = has_cities ? 840 : 530
load here."/look.gp"
urban = dir."/urban.tab"
cities = dir."/cities.tab"
others = dir."/urban_observed.tab"
last = number("urban_last_year"); first_year = number("urban_first_year"); end_year = number("urban_end_year")
middle_year = floor((last + end_year) / 10) * 5

set multiplot
set label 1 sprintf("%s: urban share%s", short(country, 50), has_cities ? " and city populations" : "") at screen across(20),down(28) left font big
set label 2 sprintf("Share of the population that is urban (%s definition), percent%s", say("urban_definition"), has_cities ? "; inhabitants of cities" : "") at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("urban_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 sprintf("Projected from %.0f by the cautious method; 80 %% range by past errors.%s", last, has_cities ? " Built-up areas are not municipalities." : "") at screen across(20),down(height - 14) left font small textcolor rgb grey

# the share
set lmargin at screen across(52); set rmargin at screen across(772)
set tmargin at screen down(84); set bmargin at screen down(452)
set xrange [first_year:end_year]; set yrange [0:100]
set xtics 10; set ytics 20
low_of(a, p) = (a == a) ? a : p
after(y) = y >= last ? y : NaN
shown(p, a, b) = sprintf("%.1f %%", p).(a == a ? sprintf("\n80 %% range %.1f–%.1f", a, b) : "")
array end_share[3]; array middle_share[3]
recursion = NaN; converging = NaN
set table $nothing
plot urban using (column("year") == end_year ? (recursion = column("recursion_percent"), converging = column("converging_percent"), end_share[1] = column("share_percent"), end_share[2] = column("low_percent"), end_share[3] = column("high_percent"), 0) : \
    column("year") == middle_year ? (middle_share[1] = column("share_percent"), middle_share[2] = column("low_percent"), middle_share[3] = column("high_percent"), 0) : 0) with table
unset table
stats urban using (column("year") == last ? column("share_percent") : NaN) nooutput
now = STATS_max
# The methods lie too close at the end for labels beside the lines: they are named above the record, or below it where it
# is high, in their order and colours.
stats urban using (column("year") <= first_year + 0.46 * (end_year - first_year) ? low_of(column("high_percent"), column("share_percent")) : NaN) nooutput
above = STATS_max < 68
rows = number("urban_others")
if (!(rows > 0)) { rows = 0; others = urban } # nothing is drawn of it
named_x = above ? first_year + 0.02 * (end_year - first_year) : end_year - 0.02 * (end_year - first_year)
named_y = above ? 88 : 30
array named[4]; array named_colour[4] = ["#8a5a00", "#0072B2", grey, "black"]
named[1] = sprintf("in %.0f by the recursion %.1f %%", end_year, recursion)
named[2] = sprintf("cautious, the mean of both, %.1f %%", end_share[1])
named[3] = sprintf("converging %.1f %%", converging)
named[4] = rows > 0 ? "circles: published by others" : ""
do for [i=1:4] {
    if (above) { set label 15+i named[i] at named_x,named_y - 6 * (i - 1) left textcolor rgb named_colour[i] front } else { set label 15+i named[i] at named_x,named_y - 6 * (i - 1) right textcolor rgb named_colour[i] front }
}
# texts stand beside the lines they name: the middle of the projection above its range, its end below
stats urban using (column("year") <= (first_year + last) / 2.0 ? column("share_percent") : NaN) nooutput
if (STATS_records && last > first_year) { set label 11 "observed" at floor((first_year + last) / 2) + 1.5,STATS_max - 6 left textcolor rgb "black" }
top = low_of(middle_share[3], middle_share[1])
if (middle_year > last && middle_year < end_year && top < 86) { set label 12 sprintf("projected for %.0f: ", middle_year).shown(middle_share[1], middle_share[2], middle_share[3]) at middle_year - 2,top + 12 center font small textcolor rgb "#0072B2" }
set label 13 sprintf("%.0f: ", end_year).shown(end_share[1], end_share[2], end_share[3]) at end_year - 0.6,low_of(end_share[2], end_share[1]) - 5 right font small
set label 14 sprintf("%.1f %% in %.0f,\nlast observation", now, last) at last - (last > first_year ? 1 : -1),now + 9 right font small
set label 15 "percent" at graph 0.01,0.965 left font small textcolor rgb grey
plot urban using (after(column("year"))):(low_of(column("low_percent"), column("share_percent"))):(low_of(column("high_percent"), column("share_percent"))) with filledcurves lc rgb "#bfdcef", \
     urban using (after(column("year"))):(column("recursion_percent")) with lines lw 2 lc rgb "#E69F00", \
     urban using (after(column("year"))):(column("converging_percent")) with lines lw 2 lc rgb "#999999", \
     urban using (column("year") <= last ? column("year") : NaN):(column("share_percent")) with lines lw 2.5 lc rgb "black", \
     urban using (after(column("year"))):(column("share_percent")) with lines lw 2.5 lc rgb "#0072B2", \
     others using (rows > 0 ? column("decimal_year") : NaN):(column("share_percent")) with points pt 6 ps 1.2 * mark lw 1.2 lc rgb "black", \
     urban using (column("year") == middle_year || column("year") == end_year || column("year") == last ? column("year") : NaN):(column("share_percent")) with points pt 7 ps mark lc rgb "#0072B2"
do for [i=1:4] { unset label i }
do for [i=11:19] { unset label i }

# the cities: one block of rows each, in the order of the file
if (has_cities) {
    first_city_year = number("city_base_year"); last_city_year = number("city_last_year")
    set autoscale # stats leaves out what is not in range
    stats cities using (column("population_thousand")) nooutput
    million = STATS_max >= 1000
    scale = million ? 1000.0 : 1.0
    top = STATS_max / scale
    per_city = int(last_city_year - first_city_year) + 1
    n = int(number("cities"))
    array city_name[n]; array city_value[n]; array city_at[n]
    at = 0
    set table $nothing
    plot cities using (column("year") == last_city_year ? (at = at + 1, city_name[at] = strcol("name").(strlen(strcol("name_local")) ? " ".strcol("name_local") : ""), city_value[at] = column("population_thousand") / scale, 0) : 0) with table
    unset table
    # labels from the lowest up, none nearer to the one below than gap
    gap = top / 14.0
    rank(i) = sum [j=1:n] (city_value[j] < city_value[i] || (city_value[j] == city_value[i] && j < i) ? 1 : 0)
    floor_y = -1e9
    do for [r=0:n-1] { do for [i=1:n] { if (rank(i) == r) { city_at[i] = city_value[i] > floor_y + gap ? city_value[i] : floor_y + gap; floor_y = city_at[i] } } }
    colour(i) = i == 1 ? "#D55E00" : "#0072B2"

    set lmargin at screen beside(top)
    set tmargin at screen down(500); set bmargin at screen down(height - 82); set rmargin at screen across(602)
    set xrange [first_city_year:last_city_year]; set yrange [0:(floor_y > top ? floor_y : top) * 1.06]
    set xtics 5; set ytics autofreq
    set label 15 million ? "million" : "thousand" at graph 0.012,0.95 left font small textcolor rgb grey
    do for [i=1:n] { set label 20+i sprintf(million ? "%s %.1f" : "%s %.0f", short(city_name[i], 17), city_value[i]) at last_city_year,city_at[i] left offset 0.8,0 textcolor rgb (i == 1 ? "#a84300" : "#0072B2") }
    plot for [i=n:1:-1] cities every ::((i-1)*per_city)::(i*per_city-1) using (column("year")):(column("population_thousand") / scale) with lines lw (i == 1 ? 3 : 2) lc rgb colour(i), \
         for [i=n:1:-1] cities every ::((i-1)*per_city)::(i*per_city-1) using (column("year") == last_city_year ? column("year") : NaN):(column("population_thousand") / scale) with points pt 7 ps 0.8 * mark lc rgb colour(i)
}
unset multiplot
