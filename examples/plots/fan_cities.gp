# Emissions of cities, as their records go on: a fan for each, and the probability that they are below today's.  Every number
# is from fan_cities.csv, fan_cities_below.csv and fan_cities_record.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
fans = dir."/fan_cities.tab"; below = dir."/fan_cities_below.tab"; record = dir."/fan_cities_record.tab"
most = 12
n = 0
array city[most]; array chance[most]
set table $nothing
plot below using (n < most ? (n = n + 1, city[n] = strcol("place"), chance[n] = 100 * column("probability"), 0) : 0) with table
unset table
stats fans using (column("year")) nooutput
begin = STATS_min - 1; end_year = STATS_max
unit = ""; source = ""
set table $nothing
plot record using (unit = strcol("co2_unit"), source = strcol("source"), 0) with table
unset table
columns = n < 3 ? n : n == 4 ? 2 : 3
rows = (n + columns - 1) / columns
width = columns == 1 ? 560 : 1000; height = 126 + 250 * rows
load here."/look.gp"
first_year = begin - 19
field = (width - 20.0) / columns

set multiplot
set label 1 "CO₂ of the cities, as their records go on" at screen across(20),down(28) left font big
set label 2 sprintf("%s a year; bands: 50 and 90 %% of 20,000 worlds; line: their median.  No policy is assumed.", unit) at screen across(20),down(54) left font small textcolor rgb grey
set label 3 sprintf("Source: %s", short(source, 130)) at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 sprintf("Observed to %.0f; deviations by the last 21 years (man skpi_series_fan).  Cities without six years up to then are left out.", begin) at screen across(20),down(height - 14) left font small textcolor rgb grey
set xtics 10
do for [i=1:n] {
    column_of = (i - 1) % columns; row_of = (i - 1) / columns
    set autoscale
    here_city = city[i]
    stats fans using (strcol("place") eq here_city && strcol("variable") eq "emission" ? column("q95") : NaN) nooutput
    top = STATS_max
    stats record using (strcol("place") eq here_city ? column("co2") : NaN) nooutput
    if (STATS_max > top) { top = STATS_max }
    set lmargin at screen across(20 + field * column_of + 36); set rmargin at screen across(20 + field * (column_of + 1) - 16)
    set tmargin at screen down(96 + 250 * row_of); set bmargin at screen down(96 + 250 * row_of + 186)
    set xrange [first_year:end_year]; set yrange [0:top * 1.08]; set ytics autofreq
    set label 11 short(here_city, 24) at graph 0,1.07 left
    set label 12 sprintf("below %.0f in %.0f: %.0f %%", begin, end_year, chance[i]) at graph 1,1.07 right font small textcolor rgb "#a84300"
    # a year without a figure is a gap in the line
    years = int(begin - first_year) + 1
    array found[years]
    do for [k=1:years] { found[k] = NaN }
    array opens[6]
    set table $nothing
    plot record using (strcol("place") eq here_city && column("year") == begin ? (opens[1] = column("co2"), 0) : 0) with table
    plot record using (strcol("place") eq here_city && strlen(strcol("co2")) && column("year") >= first_year && column("year") <= begin ? (found[int(column("year") - first_year) + 1] = column("co2"), 0) : 0) with table
    plot fans using (strcol("place") eq here_city && strcol("variable") eq "emission" && column("year") == begin + 1 ? (opens[2] = column("q05"), opens[3] = column("q25"), opens[4] = column("q50"), opens[5] = column("q75"), opens[6] = column("q95"), 0) : 0) with table
    unset table
    set object 1 polygon from begin,opens[1] to begin+1,opens[2] to begin+1,opens[6] to begin,opens[1] fs solid 1 noborder fc rgb "#fbe3d1"
    set object 2 polygon from begin,opens[1] to begin+1,opens[3] to begin+1,opens[5] to begin,opens[1] fs solid 1 noborder fc rgb "#f3b98e"
    set arrow 1 from begin,opens[1] to begin+1,opens[4] nohead lw 2.5 lc rgb "#D55E00"
    plot sample [k=0:years:1] "+" using (first_year - 1 + $1):($1 < 1 ? NaN : found[int($1)]) with linespoints lw 2.5 pt 7 ps 0.15 * mark lc rgb "black", \
         fans using (strcol("place") eq here_city && strcol("variable") eq "emission" ? column("year") : NaN):(column("q05")):(column("q95")) with filledcurves lc rgb "#fbe3d1", \
         fans using (strcol("place") eq here_city && strcol("variable") eq "emission" ? column("year") : NaN):(column("q25")):(column("q75")) with filledcurves lc rgb "#f3b98e", \
         fans using (strcol("place") eq here_city && strcol("variable") eq "emission" ? column("year") : NaN):(column("q50")) with lines lw 2.5 lc rgb "#D55E00"
    do for [k=1:12] { unset label k }
}
unset multiplot
