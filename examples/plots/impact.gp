# Effects of an investment by sector.  Every number is from impact.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
rows = number("investment_rows") > 0 ? int(number("investment_rows")) : 0
width = 800; height = 200 + 38 * (rows > 0 ? rows : 1)
load here."/look.gp"
currency = say("investment_currency")
if (rows == 0) {
    set label 1 sprintf("%s: no investment is known", short(country, 50)) at screen across(20),down(28) left font big
    set border 0; unset xtics; unset ytics; set xrange [0:1]; set yrange [0:1]
    plot NaN notitle
    exit
}
array row_name[rows]; array row_digital[rows]; array row_bought[rows]; array row_output[rows]; array row_value[rows]
at = 0
set table $nothing
plot dir."/impact.tab" every ::0::rows-1 using (at = at + 1, row_name[at] = strcol("sector_name"), row_digital[at] = (strcol("digital") eq "1"), \
    row_bought[at] = column("bought_bn"), row_output[at] = column("output_bn"), \
    row_value[at] = (strlen(strcol("value_added_bn")) ? column("value_added_bn") : NaN), 0) with table
unset table
largest = 1e-9
do for [i=1:rows] { if (row_output[i] > largest) { largest = row_output[i] } }

place = say("investment_place").(strlen(say("investment_place_local")) ? " ".say("investment_place_local") : "")
worth = number("investment_value_bn")
over = number("investment_gdp_bn")
value_text = worth == worth ? sprintf(", value added %.2f bn", worth).(over == over ? sprintf(" (%.2f %% of GDP)", 100 * worth / over) : "") : ""
set label 1 sprintf("%s: effects of %s bn %s of digital projects", short(place, 34), plain(number("investment_bn"), 4), currency) at screen across(20),down(28) left font big
set label 2 sprintf("Output %.2f bn %s", number("investment_output_bn"), currency).value_text."; structure of ".short(say("investment_table"), 30)." instead of the city's." \
    at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("investment_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 "Assumed: the structure, the purchases, only domestic products. Suppliers need not be in the city. Gross effects." at screen across(20),down(height - 14) left font small textcolor rgb grey

# swatches
array swatch[3] = ["value added, digital sector", "value added, other sector", "output"]
array swatch_colour[3] = ["#0072B2", "#999999", "#bfdcef"]
do for [i=1:3] {
    x = i == 1 ? 20 : i == 2 ? 232 : 438
    set object i rectangle from screen across(x),down(82) to screen across(x + 14),down(70) fs solid 1 noborder fc rgb swatch_colour[i] front
    set label 10+i swatch[i] at screen across(x + 20),down(76) left font small
}
set object 4 rectangle from screen across(530),down(82) to screen across(544),down(70) fs empty border lc rgb "#222222" lw 1.4 front
set label 14 "bought by the projects" at screen across(550),down(76) left font small

set lmargin at screen across(270); set rmargin at screen across(772)
set tmargin at screen down(98); set bmargin at screen down(height - 98)
set xrange [0:largest * 1.25]; set yrange [rows + 0.6:0.4]
unset ytics; set grid noytics
set xlabel "bn ".currency font small offset 0,0.4
do for [i=1:rows] {
    set label 300+i short(row_name[i], 38) at screen across(260),first i right font small textcolor rgb "#222222"
    set label 400+i sprintf("%.2f", row_output[i]).(row_value[i] == row_value[i] ? sprintf(", of it %.2f", row_value[i]) : "") \
        at (row_output[i] > row_bought[i] ? row_output[i] : row_bought[i]),i left offset 0.8,0 font small textcolor rgb "#222222" front
    set object 100+i rectangle from 0,i-0.36 to row_output[i],i+0.36 fs solid 1 noborder fc rgb "#bfdcef" front
    if (row_value[i] == row_value[i]) {
        set object 200+i rectangle from 0,i-0.36 to row_value[i],i+0.36 fs solid 1 noborder fc rgb (row_digital[i] ? "#0072B2" : "#999999") front
    }
    if (row_bought[i] > 0) {
        set object 300+i rectangle from 0,i-0.36 to row_bought[i],i+0.36 fs empty border lc rgb "#222222" lw 1.4 front
    }
}
plot NaN notitle
