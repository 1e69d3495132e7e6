# Random worlds of a country: fans of the urban share, of emissions around the assumed path and of the digital economy, the
# probability of the budget, and that of targets by year.  Every number is from fan_*.csv, urban.csv, carbon.csv and
# figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
joint = dir."/fan_joint.tab"; path = dir."/fan_path.tab"; record = dir."/fan_record.tab"; targets = dir."/fan_targets.tab"
path_budget = dir."/fan_path_budget.tab"; record_budget = dir."/fan_record_budget.tab"
urban = dir."/urban.tab"; carbon = dir."/carbon.tab"
width = 1000; height = 1148
load here."/look.gp"
of(name, q) = strcol("variable") eq name ? column(q) : NaN
unit = say("carbon_unit")
stats joint using (column("year")) nooutput
begin = STATS_min - 1; end_year = STATS_max
stats path using (column("year")) nooutput
carbon_begin = STATS_min - 1; carbon_end = STATS_max
first_year = carbon_begin - 20
blue = "#0072B2"; orange = "#D55E00"; dark = "#a84300"; green = "#009E73"; purple = "#7A3E9D"

set multiplot
set label 1 sprintf("%s: what 20,000 random worlds say", short(country, 50)) at screen across(20),down(28) left font big
set label 2 "Bands: 50 and 90 % of the worlds; line: their median.  Assumed: the path, the targets, and how the digital economy moves." at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("urban_sources") at screen across(20),down(height - 50) left font small textcolor rgb grey
set label 4 sprintf("%s.  Digital economy: CAICT, figures of 2016 and 2022.", say("carbon_sources")) at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 6 "Fans from records were too low for countries in take-off, and know no revisions: man skpi_series_fan." at screen across(20),down(height - 14) left font small textcolor rgb grey
left1 = across(52); right1 = across(482); left2 = across(560); right2 = across(980)
top1 = 104; bottom1 = 384; top2 = 470; bottom2 = 750; top3 = 836; bottom3 = 1050
unset key
set xtics 10
# The year between the record and the first one drawn, in which the bands open.
array opens[7] # the record's last value; q05, q25, q50, q75, q95 of the first year
wedge = "set object 1 polygon from from_year,opens[1] to from_year+1,opens[2] to from_year+1,opens[6] to from_year,opens[1] fs solid 1 noborder fc rgb outer; "
wedge = wedge."set object 2 polygon from from_year,opens[1] to from_year+1,opens[3] to from_year+1,opens[5] to from_year,opens[1] fs solid 1 noborder fc rgb inner; "
wedge = wedge."set arrow 1 from from_year,opens[1] to from_year+1,opens[4] nohead lw 2.5 lc rgb middle_colour"
unwedge = "unset object 1; unset object 2; unset arrow 1"
opening(f) = (opens[2] = f * column("q05"), opens[3] = f * column("q25"), opens[4] = f * column("q50"), opens[5] = f * column("q75"), opens[6] = f * column("q95"), 0)

# the urban share
set lmargin at screen left1; set rmargin at screen right1; set tmargin at screen down(top1); set bmargin at screen down(bottom1)
set xrange [first_year:end_year]; set yrange [0:100]; set ytics 20
array q[3]
set table $nothing
plot urban using (column("year") == begin ? (opens[1] = column("share_percent"), 0) : 0) with table
plot joint using (column("year") == begin + 1 && strcol("variable") eq "share" ? opening(100) : 0) with table
plot joint using (column("year") == end_year && strcol("variable") eq "share" ? (q[1] = 100 * column("q50"), q[2] = 100 * column("q05"), q[3] = 100 * column("q95"), 0) : 0) with table
unset table
set label 5 "Urban share, percent" at screen left1,down(top1 - 12) left
set label 11 sprintf("%.0f: %.0f %%\n90 %%: %.0f–%.0f", end_year, q[1], q[2], q[3]) at end_year - 1,q[2] - 6 right font small textcolor rgb blue front
set label 12 "observed" at (first_year + begin) / 2.0 + 2,40 left font small front
from_year = begin; outer = "#d6e9f5"; inner = "#9ccbe8"; middle_colour = blue
eval(wedge)
plot joint using (of("share", "year")):(100 * of("share", "q05")):(100 * of("share", "q95")) with filledcurves lc rgb "#d6e9f5", \
     joint using (of("share", "year")):(100 * of("share", "q25")):(100 * of("share", "q75")) with filledcurves lc rgb "#9ccbe8", \
     joint using (of("share", "year")):(100 * of("share", "q50")) with lines lw 2.5 lc rgb blue, \
     urban using (column("year") <= begin ? column("year") : NaN):(column("share_percent")) with lines lw 2.5 lc rgb "black"
do for [i=1:12] { unset label i }
eval(unwedge)

# emissions around the path
set lmargin at screen left2; set rmargin at screen right2
set autoscale
stats path using (of("emission", "q95")) nooutput
top = STATS_max
set xrange [first_year:carbon_end]; set yrange [0:top * 1.2]; set ytics autofreq
set table $nothing
plot carbon using (column("year") == carbon_begin ? (opens[1] = column("co2"), 0) : 0) with table
plot path using (column("year") == carbon_begin + 1 && strcol("variable") eq "emission" ? opening(1) : 0) with table
unset table
set label 5 sprintf("CO₂ around the assumed path, %s a year", unit) at screen left2,down(top1 - 12) left
set label 11 "observed" at (first_year + carbon_begin) / 2.0,top * 0.42 left font small front
set label 12 "the path, and the record's\nusual deviations" at carbon_end - 0.5,top * 1.13 right font small textcolor rgb dark front
from_year = carbon_begin; outer = "#fbe3d1"; inner = "#f3b98e"; middle_colour = orange
eval(wedge)
plot path using (of("emission", "year")):(of("emission", "q05")):(of("emission", "q95")) with filledcurves lc rgb "#fbe3d1", \
     path using (of("emission", "year")):(of("emission", "q25")):(of("emission", "q75")) with filledcurves lc rgb "#f3b98e", \
     path using (of("emission", "year")):(of("emission", "q50")) with lines lw 2.5 lc rgb orange, \
     carbon using (column("year") <= carbon_begin ? column("year") : NaN):(column("co2")) with lines lw 2.5 lc rgb "black"
do for [i=5:12] { unset label i }
eval(unwedge)

# the digital economy
set lmargin at screen left1; set rmargin at screen right1; set tmargin at screen down(top2); set bmargin at screen down(bottom2)
set xrange [begin:end_year]; set yrange [0:100]; set ytics 20
array d[4]
label_year = floor(begin + 0.6 * (end_year - begin))
set table $nothing
plot joint using (column("year") == label_year ? (strcol("variable") eq "part_1" ? (d[1] = 100 * column("mean"), 0) : strcol("variable") eq "part_3" ? (d[2] = 100 * (1 - column("mean")), 0) : 0) : column("year") == end_year && strcol("variable") eq "part_3" ? (d[3] = 100 * (1 - column("q95")), d[4] = 100 * (1 - column("q05")), 0) : 0) with table
unset table
set label 5 "Digital economy, percent of GDP, means" at screen left1,down(top2 - 12) left
set label 11 "digital industries" at label_year,d[1] / 2 center font small textcolor rgb "white" front
set label 12 "digital part of other industries" at label_year,(d[1] + d[2]) / 2 center font small textcolor rgb "#10402f" front
set label 13 "the rest of GDP" at label_year,(100 + (d[2] < 92 ? d[2] : 92)) / 2 center font small textcolor rgb grey front
set label 14 sprintf("90 %% in %.0f: %.0f–%.0f", end_year, d[3], d[4]) at end_year - 1,d[3] - 7 right font small textcolor rgb "#10402f" front
plot joint using (of("part_3", "year")):(100):(0) with filledcurves lc rgb "#f2f2f2", \
     joint using (of("part_3", "year")):(100 * (1 - of("part_3", "mean"))):(0) with filledcurves lc rgb "#a9dcc8", \
     joint using (of("part_1", "year")):(100 * of("part_1", "mean")):(0) with filledcurves lc rgb "#00704f", \
     joint using (of("part_3", "year")):(100 * (1 - of("part_3", "q05"))) with lines lw 1.2 dt (5,4) lc rgb "#10402f", \
     joint using (of("part_3", "year")):(100 * (1 - of("part_3", "q95"))) with lines lw 1.2 dt (5,4) lc rgb "#10402f"
do for [i=5:14] { unset label i }

# the budget
set lmargin at screen left2; set rmargin at screen right2
set xrange [carbon_begin:carbon_end]
array b[2]
half_year = carbon_begin + 1
set table $nothing
plot path_budget using (column("year") == carbon_end ? (b[1] = 100 * column("probability"), 0) : 0) with table
plot record_budget using (column("year") == carbon_end ? (b[2] = 100 * column("probability"), 0) : column("probability") >= 0.5 ? (half_year = column("year"), 0) : 0) with table
unset table
set label 5 sprintf("Still within %s %s from %.0f on, probability in percent", plain(number("budget"), 4), unit, number("t_budget")) at screen left2,down(top2 - 12) left
set label 11 sprintf("around the path:\n%.0f %% in %.0f", b[1], carbon_end) at carbon_end - 1,b[1] + (b[1] < 75 ? 18 : -8) right font small textcolor rgb dark front
set label 12 sprintf("as the record goes on:\n%.0f %% in %.0f", b[2], carbon_end) at half_year - 0.5,46 right font small textcolor rgb "#444444" front
plot path_budget using (column("year")):(100 * column("probability")) with lines lw 2.5 lc rgb orange, \
     record_budget using (column("year")):(100 * column("probability")) with lines lw 2 dt (6,5) lc rgb "#444444"
do for [i=5:12] { unset label i }

# the targets: names at the right, none nearer to another than a line
set lmargin at screen left1; set rmargin at screen across(690); set tmargin at screen down(top3); set bmargin at screen down(bottom3)
set autoscale
stats targets using (column("year")) nooutput
set xrange [STATS_min:STATS_max]; set yrange [0:100]; set ytics 20
last = STATS_max
n = 0
most = 8
array name[most]; array value[most]; array at[most]
set table $nothing
plot targets using (column("year") == last && n < most ? (n = n + 1, name[n] = strcol("event"), value[n] = 100 * column("probability"), 0) : 0) with table
unset table
gap = 10
rank(i) = sum [j=1:n] (value[j] < value[i] || (value[j] == value[i] && j < i) ? 1 : 0)
low = -1e9
do for [r=0:n-1] { do for [i=1:n] { if (rank(i) == r) { at[i] = value[i] > low + gap ? value[i] : low + gap; low = at[i] } } }
shift = low > 100 ? low - 100 : 0
array colours[8] = [blue, orange, green, "black", purple, "#777777", "#56B4E9", "#E69F00"]
array inks[8] = [blue, dark, "#00704f", "black", purple, grey, "#1f6f9c", "#8a5a00"] # the same for letters
set label 5 sprintf("Targets met, probability in percent; the labels are those of %.0f", last) at screen left1,down(top3 - 12) left
do for [i=1:n] { set label 10+i sprintf("%s: %.0f %%", short(name[i], 40), value[i]) at last,at[i] - shift left offset 0.8,0 font small textcolor rgb inks[i] }
plot for [i=1:n] targets using (strcol("event") eq name[i] ? column("year") : NaN):(100 * column("probability")) with lines lw (i == n ? 3.5 : 2) lc rgb colours[i]
unset multiplot
