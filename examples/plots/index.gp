# Ranks of an index, with the range of each under other assumptions.  Every number is from index.csv and figures.csv.
here = ARG1; dir = ARG2; kind = ARG3; picture = ARG4 # from draw.sh
load here."/common.gp"
index = dir."/index.tab"

# all cities, or of many the first ones and the report's own
cities = int(number("index_rows"))
most = 80
own = 0
set table $nothing
plot index using (own = own + (column("own") > 0), 0) with table
unset table
rows = cities < most ? cities : most
array row_name[rows]; array row_rank[rows]; array row_low[rows]; array row_high[rows]; array row_own[rows]
at = 0; left = own
set table $nothing
plot index using (mine = column("own") > 0, left = left - mine, taken = at < rows && (mine || at + left < rows), at = at + taken, \
    taken ? (row_name[at] = strcol("name"), row_rank[at] = column("rank"), row_low[at] = column("rank_low"), \
    row_high[at] = column("rank_high"), row_own[at] = mine) : 0, 0) with table
unset table

width = 800; height = 202 + 17 * rows
load here."/look.gp"
set label 1 sprintf("%s: how far the ranks of %d cities hold", short(say("index_name"), 44), cities) at screen across(20),down(28) left font big
set label 2 sprintf("A bar is the range of a rank (%.0f %%) under other weights, scales of the scores%s, a dot the rank itself.", \
    number("index_coverage_percent"), number("index_means") > 1 ? " and means" : "") at screen across(20),down(54) left font small textcolor rgb grey
set label 3 say("index_sources") at screen across(20),down(height - 32) left font small textcolor rgb grey
set label 4 "Where the bars of two cities overlap, the index does not say which is ahead." at screen across(20),down(height - 14) left font small textcolor rgb grey
mine = "#D55E00"; others = "#bfdcef"; edge = "#0072B2"; ink = "#222222"
if (own > 0) {
    set object 1 rectangle from screen across(20),down(82) to screen across(34),down(70) fs solid 1 noborder fc rgb mine front
    set label 10 "cities of this report" at screen across(40),down(76) left font small
}

set lmargin at screen across(40); set rmargin at screen across(772)
set tmargin at screen down(98); set bmargin at screen down(height - 100)
pixels = 732.0 / (cities + 0.4) # of a rank
set xrange [0.3:cities + 0.7]; set yrange [rows + 0.7:0.3]
set border 1
set xtics (1) ; set xtics add autofreq; unset ytics; set grid noytics
set xlabel "rank" font small offset 0,0.4
do for [i=1:rows] {
    set object 100+i rectangle from row_low[i]-0.35,i-0.3 to row_high[i]+0.35,i+0.3 fs solid 1 border lc rgb (row_own[i] ? mine : edge) \
        fc rgb (row_own[i] ? mine : others) back
    begin = (row_low[i] < row_rank[i] ? row_low[i] : row_rank[i]) - 0.35
    end = (row_high[i] > row_rank[i] ? row_high[i] : row_rank[i]) + 0.35
    # letters that fit before and behind the bar, and on it: a Chinese one takes 12 pixels
    before = (begin - 0.3) * pixels / 12 - 1; behind = (cities + 0.7 - end) * pixels / 12 - 1; on = (end - begin) * pixels / 12 - 1
    room = behind >= before ? behind : before
    colour = row_own[i] ? "#a84300" : ink
    if (strlen(row_name[i]) > room && on > room) {
        set label 300+i short(row_name[i], int(on)) at begin,i left offset 0.7,0 font small textcolor rgb ink front
    } else { if (behind >= before) {
        set label 300+i short(row_name[i], int(behind)) at end,i left offset 0.7,0 font small textcolor rgb colour
    } else {
        set label 300+i short(row_name[i], int(before)) at begin,i right offset -0.7,0 font small textcolor rgb colour
    } }
}
# the first sample counts as a line of headers
plot sample [i=0:rows:1] "+" using (int($1) < 1 || row_own[int($1)] ? NaN : row_rank[int($1)]):1 with points pt 7 ps mark lc rgb edge, \
    [i=0:rows:1] "+" using (int($1) > 0 && row_own[int($1)] ? row_rank[int($1)] : NaN):1 with points pt 7 ps mark lc rgb "#ffffff"
