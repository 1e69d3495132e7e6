# Probability above the line against adjusted score, entry by entry.  Every number is from award.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
width = 800; height = 630
load here."/look.gp"
award = dir."/award.tab"
made_up = say("data") eq "synthetic"
sure = number("sure"); lot = number("lot"); line = number("line")
n(k) = sprintf("%.0f", number(k))
surely_colour = "#0072B2"; open_colour = "#D55E00"; below_colour = "#888888"; between_colour = "#333333"

# as far from the line as anything is undecided; what lies beyond is counted
error = number("error") > 0 ? number("error") : 1
far = 4.5 * error
set xrange [line - far:line + far]; set yrange [-0.04:1.04]
beyond_left = 0; beyond_right = 0
set table $nothing
plot award using (beyond_left = beyond_left + (column("adjusted") < line - far), beyond_right = beyond_right + (column("adjusted") > line + far), 0) with table
unset table
set xtics autofreq; set ytics 0, .25, 1 format "%.2f"

set label 1 "How sure is the line?" at screen across(20),down(28) left font big
set label 2 sprintf("%s entries of %s cities in %s tracks, %s winners: the probability that an entry is among the best %s", n("entries"), n("cities"), n("tracks"), n("winners"), n("winners")) at screen across(20),down(54) left font small textcolor rgb grey
if (made_up) {
    set object 1 rectangle from screen across(640),down(40) to screen across(780),down(14) fs solid 1 noborder fc rgb "#CC0000" front
    set label 3 "SYNTHETIC DATA" at screen across(710),down(27) center textcolor rgb "#ffffff" front
    set label 4 sprintf("Known because it is synthetic: %s of %s winners are truly among the best, and %s of the %s that a lot could decide.", n("best_winners"), n("winners"), n("best_open"), n("open")) at screen across(20),down(height - 32) left font small textcolor rgb grey
    set label 5 "Synthetic: no entry, city, judge or score is real. Made by examples/award_synthetic." at screen across(20),down(height - 14) left font small textcolor rgb "#CC0000"
}
# where a lot could as well decide
set object 2 rectangle from graph 0,first lot to graph 1,first 1 - lot fs solid 1 noborder fc rgb "#FBE8DC" behind
set arrow 1 from line,graph 0 to line,graph 1 nohead lw 1.5 dt (8,5) lc rgb "#333333"
set label 6 sprintf("the line: %.1f", line) at line,graph 0.97 right offset -0.8,0 font small textcolor rgb "#333333" front
set label 7 sprintf("%s a lot could as well decide:\n%s of them win", n("open"), n("open_win")) at graph 0.03,first 0.5 left offset 0,0.5 textcolor rgb "#a84300" front
set label 8 sprintf("%s surely above", n("above")) at graph 0.97,first sure right offset 0,-1.2 textcolor rgb surely_colour front
set label 9 sprintf("%s surely below", n("below")) at graph 0.03,first 1 - sure left offset 0,0.2 textcolor rgb grey front
if (beyond_left) { set label 12 sprintf("← %d further left", beyond_left) at graph 0.03,first 0.03 left font small textcolor rgb grey front }
if (beyond_right) { set label 13 sprintf("%d further right →", beyond_right) at graph 0.97,first 0.97 right font small textcolor rgb grey front }
set label 14 sprintf("adjusted score, points; its error is about %.1f", error) at screen across(420),down(height - 62) center font small textcolor rgb grey
set label 10 "probability" at screen across(20),down(84) left font small textcolor rgb grey
set label 11 "filled: wins; bars: the error of a score" at screen across(780),down(84) right font small textcolor rgb grey

set lmargin at screen across(60); set rmargin at screen across(780)
set tmargin at screen down(100); set bmargin at screen down(height - 104)
set bars 0
# wins, and how sure it is: 2 surely above or below, 1 between, 0 a lot could as well decide
clear(p) = p >= sure || p <= 1 - sure ? 2 : p >= lot && p <= 1 - lot ? 0 : 1
of(w, c) = column("wins") == w && clear(column("probability")) == c ? column("probability") : NaN
size = 1.15 * mark
plot award using (column("adjusted")):(clear(column("probability")) == 0 ? column("probability") : NaN):(column("error")) with xerrorbars pt 0 ps 0 lw 0.8 lc rgb "#E8B08F", \
     award using (column("adjusted")):(of(0, 2)) with points pt 6 ps size lw 1.2 lc rgb below_colour, \
     award using (column("adjusted")):(of(0, 1)) with points pt 6 ps size lw 1.2 lc rgb between_colour, \
     award using (column("adjusted")):(of(1, 1)) with points pt 7 ps size lc rgb between_colour, \
     award using (column("adjusted")):(of(1, 2)) with points pt 7 ps size lc rgb surely_colour, \
     award using (column("adjusted")):(of(0, 0)) with points pt 6 ps size lw 1.5 lc rgb open_colour, \
     award using (column("adjusted")):(of(1, 0)) with points pt 7 ps size lc rgb open_colour
