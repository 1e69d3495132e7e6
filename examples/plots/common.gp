# What the pictures have in common: how tables are read, the figures of figures.csv, how figures are written.
# Given by draw.sh: dir (its tables, made of the CSV files), kind (svg or png), picture (its name).
set encoding utf8
set datafile separator tab
set datafile commentschars ""
set datafile columnheaders

# number("budget"), say("subject"): from figures.csv
stats dir."/figures.tab" using 0 nooutput
keys = int(STATS_records)
array figure_key[keys]
array figure_number[keys]
array figure_text[keys]
at = 0
set table $nothing
plot dir."/figures.tab" using (at = at + 1, figure_key[at] = strcol(1), figure_number[at] = strcol(2), figure_text[at] = strcol(3), 0) with table
unset table
number(k) = (found = "", sum [i=1:keys] (figure_key[i] eq k ? (found = figure_number[i], 1) : 0), strlen(found) ? real(found) : NaN)
say(k) = (found = "", sum [i=1:keys] (figure_key[i] eq k ? (found = figure_text[i], 1) : 0), found)

subject = strlen(say("subject")) ? say("subject") : say("subject_key")
country = subject.(strlen(say("subject_local")) ? " ".say("subject_local") : "")

# figures without an exponent: "5,300,000", "0.0000058"; d: digits that are known
cut(t) = strlen(t) > 3 ? cut(t[1:strlen(t)-3]).",".t[strlen(t)-2:strlen(t)] : t
whole(x) = (x < 0 ? "−" : "").cut(sprintf("%.0f", abs(x)))
places(x, d) = x == 0 ? 0 : d - 1 - floor(log10(abs(x)) + 1e-12)
fixed(x, n) = (x < 0 ? "−" : "").(n > 0 ? sprintf(sprintf("%%.%df", n), abs(x)) : cut(sprintf("%.0f", abs(x))))
known(x, d) = x != x ? "?" : fixed(x, places(x, d))
stripped(t) = strstrt(t, ".") && t[strlen(t):strlen(t)] eq "0" ? stripped(t[1:strlen(t)-1]) : t[strlen(t):strlen(t)] eq "." ? t[1:strlen(t)-1] : t
plain(x, d) = stripped(known(x, d))
short(t, n) = strlen(t) > n ? t[1:n-1]."…" : t
