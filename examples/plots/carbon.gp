# The CO2 path with its budget and warming, and the budget per head below.  Every number is from carbon.csv,
# carbon_shares.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
width = 800; height = 720
load here."/common.gp"
carbon = dir."/carbon.tab"
parts = dir."/carbon_shares.tab"
unit = say("carbon_unit"); t0 = number("t0"); end_year = number("t_net_zero"); peak = number("t_peak")
stats carbon using (column("year")) nooutput
first_year = STATS_min
stats carbon using (column("co2")) nooutput
top = STATS_max; bottom = STATS_min < 0 ? STATS_min * 1.1 : 0

set multiplot
set label 1 sprintf("%s: CO₂ to net zero in %.0f under a budget", country, end_year) at screen across(20),down(28) left font big
set label 2 sprintf("CO₂, totals of calendar years, %s: observed to %.0f, assumed after", unit, t0) at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("carbon_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 "Warming by the IPCC's response to cumulative CO₂, likely range. The shares by head are arithmetic, not a target." at screen across(20),down(height - 14) left font small textcolor rgb grey

set lmargin at screen across(52); set rmargin at screen across(772)
set tmargin at screen down(84); set bmargin at screen down(430)
set xrange [first_year:end_year]; set yrange [bottom:top * 1.3]
set xtics 10; set ytics autofreq
middle = floor((first_year + t0) / 2)
stats carbon using (column("year") == middle ? column("co2") : NaN) nooutput
set label 11 "observed" at middle,STATS_max + top * 0.06 right front
set label 12 sprintf("peak %.4g %s in %.0f,\n%g years of plateau (assumed)", number("e_peak"), unit, peak, number("plateau_years")) at peak - 2.5,top * 1.21 left textcolor rgb "#a84300" front
set label 13 sprintf("%.4g %s\nin %.0f", number("e0"), unit, t0) at t0 - 0.8,number("e0") + top * 0.11 right font small front
# inside the area, below the shoulder of the path
inside = t0 + (end_year - t0) * 0.08
set label 14 sprintf("%.4g %s CO₂", number("budget"), unit) at inside,top * 0.46 left font big textcolor rgb "#a84300" front
set label 15 sprintf("budget %.0f–%.0f, assumed", number("t_budget"), end_year) at inside,top * 0.365 left font small textcolor rgb "#a84300" front
set label 16 sprintf("warming %.2g °C (%.2g–%.2g)", number("warming_c"), number("warming_low_c"), number("warming_high_c")) at inside,top * 0.27 left textcolor rgb "#a84300" front
set label 17 sprintf("by %.0f, from this CO₂ alone", end_year) at inside,top * 0.175 left font small textcolor rgb "#a84300" front
# what could be met, in a dashed box where the path has left room
set object 1 rectangle from graph 0.70,0.56 to graph 0.995,0.80 fs empty border lc rgb "#a84300" fc rgb "white" dt (8,5) lw 1 front
set label 18 "feasible with these dates:" at graph 0.715,0.755 left font small textcolor rgb "#a84300" front
set label 19 sprintf("%.0f < budget < %.0f %s", number("budget_low"), number("budget_high"), unit) at graph 0.715,0.685 left font small textcolor rgb "#a84300" front
set label 20 sprintf("this decline: power %.2f", number("power")) at graph 0.715,0.615 left font small textcolor rgb "#a84300" front
set label 21 "net zero" at end_year - 0.6,top * 0.23 right font small textcolor rgb "#a84300" front
plot carbon using (column("year") >= t0 ? column("year") : NaN):(0):(column("co2")) with filledcurves lc rgb "#fbd9bf", \
     carbon using (column("year") <= t0 ? column("year") : NaN):(column("co2")) with lines lw 2.5 lc rgb "black", \
     carbon using (column("year") >= t0 ? column("year") : NaN):(column("co2")) with lines lw 2.5 lc rgb "#D55E00", \
     carbon using (column("year") == t0 || column("year") == peak || column("year") == end_year ? column("year") : NaN):(column("co2")) with points pt 7 ps mark lc rgb "#D55E00"
do for [i=1:4] { unset label i }
do for [i=11:21] { unset label i }
unset object 1

# the budget per head: one bar for each city; the part of other places is given in words
rows = 0
if (number("share_year") == number("share_year")) { stats parts using 0 nooutput; rows = int(STATS_records) }
if (rows > 1) {
    n = rows - 1
    array city_name[n + 1]; array city_part[n + 1]
    at = 0
    set table $nothing
    plot parts using (at = at + 1, city_name[at] = strcol("name").(strlen(strcol("name_local")) ? " ".strcol("name_local") : ""), city_part[at] = column("co2"), 0) with table
    unset table
    largest = 0
    do for [i=1:n] { if (city_part[i] > largest) { largest = city_part[i] } }
    set lmargin at screen across(150)
    set tmargin at screen down(498); set bmargin at screen down(height - 62)
    set xrange [0:largest * 1.14]; set yrange [n + 0.5:0.5]
    set border 2; unset xtics; unset ytics; unset grid
    set label 10 sprintf("The budget per head, %s CO₂", unit) at screen across(20),down(478) left
    set label 11 sprintf("%.1f t per inhabitant of %.0f; other places %.4g %s", number("t_per_head"), number("share_year"), city_part[n + 1], unit) at screen across(258),down(478) left font small textcolor rgb grey
    do for [i=1:n] {
        set label 30+i city_name[i] at graph -0.012,first i right textcolor rgb (i == 1 ? "#D55E00" : "#333333")
        set label 60+i sprintf("%.3f", city_part[i]) at city_part[i],i left offset 0.6,0 textcolor rgb "#333333"
        set object 100+i rectangle from 0,i-0.34 to city_part[i],i+0.34 fs solid 1 noborder fc rgb (i == 1 ? "#D55E00" : "#0072B2") front
    }
    plot NaN notitle
}
unset multiplot
