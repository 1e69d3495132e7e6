# Errors and coverage of forecasts from each origin.  Every number is from skill.csv and skill_summary.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
width = 800; height = 640
load here."/look.gp"
set datafile missing NaN # lines go on over the rows of other methods and horizons
skill = dir."/skill.tab"
summary = dir."/skill_summary.tab"

# the first three horizons, with the figures of all origins
array horizon[3]; array saved[3]; array saved_cautious[3]; array pairs[3]; array people[3]
panels = 0
all_of(method) = strcol("level") eq "all" && strcol("method") eq method
here_is(k) = k >= 1 && k <= 3
set table $nothing
plot summary using (all_of("un_limited") && panels < 3 ? (panels = panels + 1, horizon[panels] = column("horizon"), pairs[panels] = column("n"), 0) : 0):\
    (here_is(panels) && column("horizon") == horizon[panels] && all_of("converging") ? (saved[panels] = column("against_un_limited_percent"), people[panels] = column("weighted_against_un_limited_percent"), 0) : 0):\
    (here_is(panels) && column("horizon") == horizon[panels] && all_of("cautious") ? (saved_cautious[panels] = column("against_un_limited_percent"), 0) : 0) with table
unset table
stats skill using (column("origin")) nooutput
first = STATS_min; last = STATS_max > first ? STATS_max : first + 1
stats skill using (column("horizon") <= horizon[panels] && strcol("method") ne "un" ? column("rmse_points") : NaN) nooutput
top = STATS_max
stats skill using (column("horizon") <= horizon[panels] ? 100 * column("coverage80") : NaN) nooutput
bottom = STATS_min < 50 ? 0 : 50
lines = 4 # the norm of 2018 is there only if sizes were given
set table $nothing
plot skill using (strcol("method") eq "un_2018" ? (lines = 5, 0) : 0):(0) with table
unset table

set label 1 "Urban shares forecast from each origin with what was known then" at screen across(20),down(28) left font big
set label 2 "Constants from errors before the origin and from other groups; every place counts alike" at screen across(20),down(54) left font small textcolor rgb grey
set label 3 "Weighted by population nothing is proved. Where the table was revised, every method looks better than it was." at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 "The library's constants were chosen with hindsight. Recursion: the norm of the origin, the same limit at the start." at screen across(20),down(height - 14) left font small textcolor rgb grey
array name[5] = ["UN recursion", "converging", "cautious", "converging, library's constants", "UN, norm of 2018"]
array method[5] = ["un_limited", "converging", "cautious", "converging_default", "un_2018"]
array colour[5] = ["#000000", "#D55E00", "#0072B2", "#E69F00", "#767676"]
array swatch[5] = [20, 152, 264, 362, 606]
thick(i) = i >= 4 ? 1.2 : 2.5
dashed(i) = i == 5 ? 2 : 1
do for [i=1:lines] {
    set arrow 10+i from screen across(swatch[i]),down(80) to screen across(swatch[i] + 22),down(80) nohead lw thick(i) dt dashed(i) lc rgb colour[i]
    set label 10+i name[i] at screen across(swatch[i] + 28),down(80) left font small
}
by_people(k) = people[k] == people[k] ? sprintf("\nby population: converging %+.1f %%", people[k]) : ""
left_of(i) = 56 + (i - 1) * (724 / panels)
of(i, k, what) = column("horizon") == horizon[k] && strcol("method") eq method[i] ? column(what) : NaN

set multiplot
set xrange [first - 1:last + 1]; set xtics 10 font small
set ytics font small
do for [k=1:panels] {
    set lmargin at screen across(left_of(k)); set rmargin at screen across(left_of(k) + 724 / panels - 36)
    set tmargin at screen down(172); set bmargin at screen down(370)
    set yrange [0:top * 1.05]; set ytics autofreq
    set label 20 sprintf("%.0f years ahead", horizon[k]) at graph 0,1 left offset 0,3.4
    set label 21 sprintf("converging %+.1f, cautious %+.1f %%\nagainst the recursion, n = %.0f", saved[k], saved_cautious[k], pairs[k]).by_people(k) at graph 0,1 left offset 0,2.4 font small textcolor rgb grey
    if (k == 1) { set label 22 "RMSE, points" at graph 0.04,0.06 left font small textcolor rgb grey } else { unset label 22 }
    plot for [i=1:lines] skill using (column("origin")):(of(i, k, "rmse_points")) with lines lw thick(i) dt dashed(i) lc rgb colour[i]
    do for [i=1:lines] { unset label i; unset label 10+i; unset arrow 10+i }
    unset label 20; unset label 21

    set tmargin at screen down(400); set bmargin at screen down(566)
    set yrange [bottom:100]; set ytics 10
    if (k == 1) { set label 22 "truths in the 80 % interval, %" at graph 0.04,0.08 left font small textcolor rgb grey }
    set arrow 1 from graph 0,first 80 to graph 1,first 80 nohead lw 1.5 dt 3 lc rgb "#444444"
    plot for [i=2:4] skill using (column("origin")):(100 * of(i, k, "coverage80")) with lines lw thick(i) lc rgb colour[i]
    unset arrow 1
}
unset multiplot
