# The terminal, the fonts and the look of the pictures.  Set before: width, height, and what common.gp sets.
font = kind eq "svg" ? "Sans" : "sans" # draw.sh puts a list of fallbacks in its place in the SVG
base = kind eq "svg" ? 14 : 11.5
big = sprintf("%s,%g", font, kind eq "svg" ? 19 : 15.5)
small = sprintf("%s,%g", font, kind eq "svg" ? 12 : 9.5)
if (kind eq "svg") {
    set terminal svg size width,height fixed noenhanced font sprintf("%s,%g", font, base) background "#ffffff"
} else {
    set terminal pngcairo size width,height noenhanced font sprintf("%s,%g", font, base) background "#ffffff"
}
set output picture.".".kind

grey = "#666666"
set border 3 lc rgb "#888888"
set tics nomirror out scale 0.5 textcolor rgb "#333333"
set grid xtics ytics lt 1 lw 0.8 lc rgb "#e3e3e3"
set grid back
unset key
set style fill solid 1 noborder
mark = kind eq "svg" ? 0.65 : 1.0 # the two terminals differ in what size 1 is

# 20 pixels from the left; y in pixels from the top
across(x) = x / (1.0 * width)
down(y) = 1 - y / (1.0 * height)
# the left edge of a field whose scale goes to top
beside(top) = across(strlen(sprintf("%.0f", top)) < 4 ? 52 : 22 + 9.5 * strlen(sprintf("%.0f", top)))
