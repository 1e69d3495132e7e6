# The CO2 path with its budget, waypoints and warming, and the budget per head below.  Every number is from carbon.csv,
# carbon_waypoints.csv, carbon_shares.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
carbon = dir."/carbon.tab"
parts = dir."/carbon_shares.tab"
points = dir."/carbon_waypoints.tab"
unit = say("carbon_unit"); t0 = number("t0"); end_year = number("t_net_zero"); peak = number("t_peak"); residual = number("residual")
rows = 0
if (number("share_year") == number("share_year")) { stats parts using 0 nooutput; rows = int(STATS_records) }
has_parts = rows > 1
waypoints = number("waypoints") > 0 ? int(number("waypoints")) : 0
width = 800; height = has_parts ? 560 + 32 * rows : 506
load here."/look.gp"
stats carbon using (column("year")) nooutput
first_year = STATS_min
stats carbon using (column("co2")) nooutput
top = STATS_max; bottom = STATS_min < 0 ? STATS_min * 1.1 : 0
if (!(top > 0)) { top = 1 }
goal = residual == 0 ? "net zero" : sprintf("%s %s", plain(residual, 3), unit)
dark = "#a84300"

set multiplot
set label 1 sprintf("%s: CO₂ to %s in %.0f under a budget", short(country, 40), goal, end_year) at screen across(20),down(28) left font big
set label 2 sprintf("CO₂, totals of calendar years, %s: observed to %.0f, assumed after", unit, t0) at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("carbon_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 "Warming by the IPCC's response to cumulative CO₂, likely range.".(has_parts ? " The shares by head are arithmetic, not a target." : "") at screen across(20),down(height - 14) left font small textcolor rgb grey

set lmargin at screen beside(top * 1.3); set rmargin at screen across(772)
set tmargin at screen down(84); set bmargin at screen down(430)
set xrange [first_year:end_year]; set yrange [bottom:top * 1.34]
set xtics 10; set ytics autofreq
span = end_year - first_year
# the record, from its middle: the words stand above it where it rises and below it where it falls
inside = t0 + (end_year - t0) * 0.08
digits = places(number("warming_c"), 2)
if (digits < 2) { digits = 2 }
warming = sprintf("warming %s °C (%s–%s)", fixed(number("warming_c"), digits), fixed(number("warming_low_c"), digits), fixed(number("warming_high_c"), digits))
middle = NaN; middle_year = NaN; shoulder = NaN
set table $nothing
plot carbon using (column("year") <= (first_year + t0) / 2 ? (middle = column("co2"), middle_year = column("year"), 0) : column("year") <= inside + 0.0118 * strlen(warming) * span ? (shoulder = column("co2"), 0) : 0) with table
unset table
e0 = number("e0")
falls = middle > e0
# a short record has no room for them but below
room = middle_year - first_year > 0.11 * span
if (t0 > first_year) {
    if (falls && room) { set label 11 "observed" at middle_year,middle - top * 0.08 right front }
    if (falls && !room) { set label 11 "observed" at first_year + 0.012 * span,(middle < e0 ? middle : e0) - top * 0.08 left front }
    if (!falls && room) { set label 11 "observed" at middle_year,middle + top * 0.06 right front }
}
start = sprintf("%s %s\nin %.0f", plain(e0, 4), unit, t0)
if (falls || t0 <= first_year) { set label 13 start at t0 + 0.012 * span,e0 + top * 0.12 left font small front } else { set label 13 start at t0 - 0.012 * span,e0 + top * 0.12 right font small front }
if (peak > t0) {
    words_peak = sprintf("peak %s %s in %.0f%s", plain(number("e_peak"), 4), unit, peak, number("plateau_years") > 0 ? sprintf(",\n%g years of plateau (assumed)", number("plateau_years")) : "\n(assumed)")
    if (peak > first_year + 0.45 * span) { set label 12 words_peak at peak,top * 1.24 right textcolor rgb dark front } else { set label 12 words_peak at peak - 0.04 * span,top * 1.24 left textcolor rgb dark front }
}
# The budget stands inside the area, below the shoulder of the path, if there is room; else above it.
fits = shoulder > top * 0.34
text_y = fits ? 0.46 : 1.25
text_step = 0.094
array words[4]; array size[4]
words[1] = sprintf("%s %s CO₂", plain(number("budget"), 4), unit); size[1] = big
words[2] = sprintf("budget %.0f–%.0f, assumed", number("t_budget"), end_year); size[2] = small
words[3] = warming; size[3] = sprintf("%s,%g", font, base)
words[4] = sprintf("by %.0f, from this CO₂ alone", end_year); size[4] = small
do for [i=1:4] {
    if (fits) { set label 13+i words[i] at inside,top * (text_y - text_step * (i - 1)) left font size[i] textcolor rgb dark front } else { set label 13+i words[i] at end_year - 0.012 * span,top * (text_y - text_step * (i - 1)) right font size[i] textcolor rgb dark front }
}
# what could be met, in a dashed box where the path has left room
feasible = sprintf("%s < budget < %s %s", plain(number("budget_low"), 2), plain(number("budget_high"), 2), unit)
box_left = 0.975 - 0.0100 * (strlen(feasible) > 26 ? strlen(feasible) : 26)
box_top = fits ? 0.985 : 0.64
set object 1 rectangle from graph box_left,box_top-0.24 to graph 0.995,box_top fs empty border lc rgb dark fc rgb "white" dt (8,5) lw 1 front
set label 18 "feasible with these dates:" at graph box_left+0.015,box_top-0.045 left font small textcolor rgb dark front
set label 19 feasible at graph box_left+0.015,box_top-0.115 left font small textcolor rgb dark front
set label 20 sprintf("this decline: power %.2f", number("power")) at graph box_left+0.015,box_top-0.185 left font small textcolor rgb dark front
set label 21 goal at end_year - 0.012 * span,(residual > 0 ? residual : 0) + top * 0.23 right font small textcolor rgb dark front
# waypoints: one line of words for all
list = ""; point_year = NaN; point_high = NaN
if (waypoints > 0) {
    set table $nothing
    plot points every ::1 using (column("co2") == column("co2") ? (list = list.(strlen(list) ? ", " : "").plain(column("below_peak_percent"), 2), point_high = (point_high >= column("co2") ? point_high : column("co2")), point_year = (point_year >= column("year") ? point_year : column("year")), 0) : 0) with table
    unset table
}
if (strlen(list)) { set label 22 sprintf("waypoint%s %s %% below the peak", strstrt(list, ",") ? "s" : "", list) at point_year + 0.012 * span,point_high left font small front }
if (waypoints == 0) { points = carbon }
plot carbon using (column("year") >= t0 ? column("year") : NaN):(0):(column("co2")) with filledcurves lc rgb "#fbd9bf", \
     carbon using (column("year") <= t0 ? column("year") : NaN):(column("co2")) with lines lw 2.5 lc rgb "black", \
     for [k=1:waypoints] carbon using (column("year") >= t0 ? column("year") : NaN):(column("year") == t0 ? e0 : column(waypoints > 0 ? sprintf("co2_waypoint_%d", k) : "co2")) with lines lw 1 dt (6,5) lc rgb "#555555", \
     carbon using (column("year") >= t0 ? column("year") : NaN):(column("co2")) with lines lw 2.5 lc rgb "#D55E00", \
     points every ::1 using (waypoints > 0 ? column("year") : NaN):(column("co2")) with points pt 6 ps 1.2 * mark lw 1.2 lc rgb "black", \
     carbon using (column("year") == t0 || column("year") == peak || column("year") == end_year ? column("year") : NaN):(column("co2")) with points pt 7 ps mark lc rgb "#D55E00"
do for [i=1:4] { unset label i }
do for [i=11:22] { unset label i }
unset object 1

# the budget per head: one bar for each city; the part of other places is given in words
if (has_parts) {
    n = rows - 1
    array city_name[n + 1]; array city_part[n + 1]
    at = 0
    set table $nothing
    plot parts using (at = at + 1, city_name[at] = strcol("name").(strlen(strcol("name_local")) ? " ".strcol("name_local") : ""), city_part[at] = column("co2"), 0) with table
    unset table
    largest = 1e-9
    do for [i=1:n] { if (city_part[i] > largest) { largest = city_part[i] } }
    set lmargin at screen across(170)
    set tmargin at screen down(498); set bmargin at screen down(height - 62)
    set xrange [0:largest * 1.2]; set yrange [n + 0.5:0.5]
    set border 2; unset xtics; unset ytics; unset grid
    set label 10 sprintf("The budget per head, %s CO₂", unit) at screen across(20),down(478) left
    set label 11 sprintf("%s t per inhabitant of %.0f; other places %s %s", plain(number("t_per_head"), 4), number("share_year"), plain(city_part[n + 1], 4), unit) at screen across(270),down(478) left font small textcolor rgb grey
    do for [i=1:n] {
        set label 30+i short(city_name[i], 17) at graph -0.012,first i right textcolor rgb (i == 1 ? dark : "#333333")
        set label 60+i fixed(city_part[i], places(largest, 4)) at city_part[i],i left offset 0.6,0 textcolor rgb "#333333"
        set object 100+i rectangle from 0,i-0.34 to city_part[i],i+0.34 fs solid 1 noborder fc rgb (i == 1 ? "#D55E00" : "#0072B2") front
    }
    plot NaN notitle
}
unset multiplot
