# The verdict: CO2 and its target path, CO2 per GDP, causes of the change by Kaya's factors.  Every number is from
# verdict.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
width = 800; height = 900
load here."/look.gp"
data = dir."/verdict.tab"
first_year = number("verdict_first_year"); last_year = number("verdict_last_year")
base_year = number("verdict_base_year"); target_year = number("verdict_target_year")
end_year = target_year > last_year ? target_year : last_year
unit = say("verdict_unit"); money = say("verdict_money")
signed(x) = (x > 0 ? "+" : "").whole(x)
dark = "#a84300"

set multiplot
set label 1 sprintf("%s: CO₂ %s; goal for %.0f %s", short(country, 34), say("verdict_peak"), target_year, say("verdict_gdp_verdict")) at screen across(20),down(28) left font big
set label 2 sprintf("CO₂ from energy, without cement: observed to %.0f; the target path and all later values are assumed", last_year) at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("verdict_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 sprintf("Factors by LMDI. The goal does not divide its cut: %.0f %% to energy per GDP is assumed (thin lines: %.0f to %.0f %%).", 100 * number("verdict_part"), 100 * number("verdict_part_low"), 100 * number("verdict_part_high")) at screen across(20),down(height - 14) left font small textcolor rgb grey

# CO2: has it peaked?  Thousands of Mt are Gt.
scale = unit eq "Mt" && number("verdict_peak_co2") > 2000 ? 1000.0 : 1.0
large = scale == 1 ? unit : "Gt"
stats data using (column("co2") / scale) nooutput
top = STATS_max
stats data using (column("way_co2") / scale) nooutput
if (STATS_max > top) { top = STATS_max }
set lmargin at screen beside(top * 1.28); set rmargin at screen across(772)
set tmargin at screen down(104); set bmargin at screen down(330)
set xrange [first_year:end_year + 0.4]; set yrange [0:top * 1.28]
set xtics 5; set ytics autofreq
set label 10 large." CO₂ per year" at screen across(20),down(88) left
# what is found stands in the corner that the record leaves free
stats data using (column("year") == last_year ? column("co2") / scale : NaN) nooutput
now = STATS_max
corner(i) = (now > 0.5 * top ? 0.34 : 0.94) - 0.08 * i
since = number("verdict_since")
set label 11 sprintf("maximum %s %s in %.0f", known(number("verdict_peak_co2") / scale, 4), large, number("verdict_peak_year")) at graph 0.985,corner(0) right front
set label 12 since >= 3 ? "since then Mann-Kendall p ".(number("verdict_p") < 0.001 ? "< 0.001" : sprintf("%.3f", number("verdict_p"))) : since == 0 ? "the last year: nothing after it to test" : "too few years after it to test" at graph 0.985,corner(1) right font small textcolor rgb grey front
set label 13 sprintf("last %.0f years %s %s per year (Sen)", number("verdict_window"), (number("verdict_recent_slope") > 0 ? "+" : number("verdict_recent_slope") < 0 ? "−" : "").plain(abs(number("verdict_recent_slope")) / scale, 3), large) at graph 0.985,corner(2) right font small front
before = number("verdict_peak_before")
if (before == before) { set label 14 sprintf("goal: peak before %.0f", before) at graph 0.985,corner(3) right font small textcolor rgb dark front }
allowed = number("verdict_allowed") / scale
if (allowed == allowed) { set label 15 sprintf("%s %s allowed in %.0f\nif GDP grows by %.3g %% per year", known(allowed, 5), large, target_year, 100 * number("verdict_growth")) at end_year,allowed + top * 0.16 right font small textcolor rgb dark front }
# names beside the lines: of the two, the higher one has its name above and the lower one below
middle = (first_year + last_year) / 2 - 2
third = base_year + (last_year - base_year) / 3
observed = NaN; way = NaN; way_beside = NaN; third_observed = NaN; observed_year = first_year; way_year = base_year
set table $nothing
plot data using (column("year") <= middle || column("year") == first_year ? (observed = column("co2") / scale, way_beside = column("way_co2") / scale, observed_year = column("year"), 0) : 0):\
    (column("year") >= base_year && column("year") <= third ? (way = column("way_co2") / scale, third_observed = column("co2") / scale, way_year = column("year"), 0) : 0) with table
unset table
if (way_beside > observed) { set label 16 "observed" at observed_year,observed - top * 0.08 center front } else { set label 16 "observed" at observed_year - 0.6,observed + top * 0.08 right front }
if (way == way) { if (third_observed > way) { set label 17 "target path" at way_year,way - top * 0.08 left textcolor rgb dark front } else { set label 17 "target path" at way_year,way + top * 0.10 right textcolor rgb dark front } }
peak_year = number("verdict_peak_year")
plot data using (column("year")):(column("way_co2") / scale) with lines lw 2.5 dt (8,5) lc rgb "#D55E00", \
     data using (column("year")):(column("co2") / scale) with lines lw 2.5 lc rgb "black", \
     data using (column("year") == last_year || column("year") == peak_year ? column("year") : NaN):(column("co2") / scale) with points pt 7 ps mark lc rgb "black", \
     data using (column("year") == target_year ? column("year") : NaN):(column("way_co2") / scale) with points pt 7 ps mark lc rgb "#D55E00"
do for [i=1:4] { unset label i }
do for [i=10:17] { unset label i }

# CO2 per GDP: is the goal being met?
set autoscale # stats leaves out what is not in range
stats data using (column("year") == last_year ? column("intensity_g") : NaN) nooutput
now = STATS_max
stats data using (column("year") >= base_year ? column("intensity_g") : NaN) nooutput
highest = STATS_max
goal = number("verdict_target")
kept = 1 - number("verdict_gdp_achieved_compound")
set lmargin at screen beside(highest); set rmargin at screen across(380)
set tmargin at screen down(404); set bmargin at screen down(612)
set xrange [base_year:end_year + 0.4]; set yrange [0:highest * 1.08]
set xtics 5; set ytics autofreq
set label 10 "CO₂ per GDP, g per ".short(money, 20) at screen across(20),down(388) left
set label 11 sprintf("%.1f in %.0f, %.1f %% below %.0f", now, last_year, 100 * number("verdict_done"), base_year) at graph 0.03,0.07 left font small front
set label 12 sprintf("goal %.1f in %.0f\n%.3g %% below", goal, target_year, 100 * number("verdict_cut")) at graph 0.99,(goal > 0.3 * highest ? 0.22 : 0.56) right font small textcolor rgb dark front
required = 100 * number("verdict_gdp_required_compound")
set label 13 sprintf("annual cut: %s\n%.2f %% in the last %.0f years", required > 0 ? sprintf("%.2f %% required", required) : "none required", 100 * number("verdict_gdp_achieved_compound"), number("verdict_gdp_years")) at graph 0.99,0.92 right font small front
crossing = number("verdict_gdp_crossing_compound")
words = !(required > 0) ? say("verdict_gdp_verdict") : crossing == crossing && crossing < 2500 ? sprintf("at this rate reached in %.0f", crossing) : "at this rate never reached"
set label 14 words at graph 0.99,0.71 right font small textcolor rgb "#0072B2" front
plot data using (column("year") >= base_year ? column("year") : NaN):(column("way_intensity_g")) with lines lw 2.5 dt (8,5) lc rgb "#D55E00", \
     data using (column("year") >= last_year ? column("year") : NaN):(now * kept ** (column("year") - last_year)) with lines lw 2 lc rgb "#0072B2", \
     data using (column("year") >= base_year ? column("year") : NaN):(column("intensity_g")) with lines lw 2.5 lc rgb "black", \
     data using (column("year") == last_year ? column("year") : NaN):(column("intensity_g")) with points pt 7 ps mark lc rgb "black", \
     data using (column("year") == target_year ? column("year") : NaN):(column("way_intensity_g")) with points pt 7 ps mark lc rgb "#D55E00"
do for [i=10:14] { unset label i }

# the factors: texts and bars of one panel
array factor_name[5] = ["population", "GDP per head", "energy per GDP", "CO₂ per energy", "together"]
array factor_key[4] = ["population", "gdp_per_head", "energy_per_gdp", "co2_per_energy"]
array change[5]; array gap[5]
at = 0
set table $nothing
plot data using (column("year") == last_year ? (change[1] = column("change_population"), change[2] = column("change_gdp_per_head"), change[3] = column("change_energy_per_gdp"), change[4] = column("change_co2_per_energy"), change[5] = column("change_total"), \
    gap[1] = column("gap_population"), gap[2] = column("gap_gdp_per_head"), gap[3] = column("gap_energy_per_gdp"), gap[4] = column("gap_co2_per_energy"), gap[5] = column("gap_total"), 0) : 0) with table
unset table
bar(i, x) = i == 5 ? "#444444" : x > 0 ? "#D55E00" : "#0072B2"
set border 0; unset xtics; unset ytics; unset grid

# excess over the target path in the last year
set lmargin at screen across(526); set rmargin at screen across(772)
low = 0; high = 0
do for [i=1:5] {
    a = gap[i]; b = gap[i]
    if (i == 3 || i == 4) { a = number("verdict_gap_low_".factor_key[i]); b = number("verdict_gap_high_".factor_key[i]) }
    do for [x in sprintf("%.17g %.17g %.17g", a, b, gap[i])] { if (real(x) < low) { low = real(x) }; if (real(x) > high) { high = real(x) } }
}
span = high > low ? high - low : 1
set xrange [low - span * 0.04:high + span * 0.26]; set yrange [5.6:0.4]
set label 10 sprintf("Excess over the target path in %.0f, %s", last_year, unit) at screen across(410),down(388) left
do for [i=1:5] {
    set label 20+i factor_name[i] at screen across(514),first i right font small textcolor rgb "#333333"
    right = gap[i] > 0 ? gap[i] : 0
    if (i == 3 || i == 4) {
        a = number("verdict_gap_low_".factor_key[i]); b = number("verdict_gap_high_".factor_key[i])
        if (a > right) { right = a }
        if (b > right) { right = b }
        set arrow 10+i from a,i to b,i heads size screen 0.004,90 lw 1.2 lc rgb "#333333" front
    }
    set object 100+i rectangle from 0,i-0.32 to gap[i],i+0.32 fs solid 1 noborder fc rgb bar(i, gap[i]) front
    words = abs(gap[i]) < 0.05 ? "0" : signed(gap[i])
    set label 30+i words at right,i left offset 0.6,0 font small textcolor rgb "#333333" front
}
set arrow 10 from 0,0.45 to 0,5.5 nohead lw 1 lc rgb "#888888" front
plot NaN notitle
unset label; unset arrow
do for [i=1:5] { unset object 100+i }

# the change since the first year: each bar goes on where the one before ended
set autoscale
stats data using (column("year") == first_year ? column("co2") : NaN) nooutput
origin = STATS_max
array from_x[6]; array to_x[6]
at = origin; low = 0; high = origin
do for [i=1:4] { from_x[i] = at; at = at + change[i]; to_x[i] = at; if (at > high) { high = at }; if (at < low) { low = at } }
set lmargin at screen across(150)
set tmargin at screen down(682); set bmargin at screen down(height - 60)
set xrange [low:high * 1.1]; set yrange [6.6:0.4]
set label 10 sprintf("Causes of the change of CO₂ from %.0f to %.0f, %s per year", first_year, last_year, unit) at screen across(20),down(662) left
do for [i=1:6] {
    a = i == 1 || i == 6 ? 0 : from_x[i-1]; b = i == 1 ? origin : i == 6 ? origin + change[5] : to_x[i-1]
    x = b - a
    words = i == 1 ? sprintf("%.0f", first_year) : i == 6 ? sprintf("%.0f", last_year) : factor_name[i-1]
    set label 20+i words at graph -0.012,first i right font small textcolor rgb "#333333"
    set object 100+i rectangle from a,i-0.32 to b,i+0.32 fs solid 1 noborder fc rgb (i == 1 || i == 6 ? "#444444" : bar(1, x)) front
    words = i == 1 || i == 6 ? whole(x) : signed(x)
    set label 30+i words at (a > b ? a : b),i left offset 0.6,0 font small textcolor rgb "#333333" front
    if (i < 6) { set arrow 10+i from b,i+0.32 to b,i+0.68 nohead lw 1 lc rgb "#bbbbbb" front }
}
plot NaN notitle
unset multiplot
