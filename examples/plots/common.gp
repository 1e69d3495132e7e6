# What the five pictures of city_outlook have in common: the look, and the figures of figures.csv.  Set before: as for
# look.gp, and here.
load here."/look.gp"

# number("budget_gt"), say("country"): from figures.csv
stats dir."/figures.csv" using 0 nooutput
keys = int(STATS_records)
array figure_key[keys]
array figure_number[keys]
array figure_text[keys]
at = 0
set table $nothing
plot dir."/figures.csv" using (at = at + 1, figure_key[at] = strcol(1), figure_number[at] = strcol(2), figure_text[at] = strcol(3), 0) with table
unset table
number(k) = (found = "", sum [i=1:keys] (figure_key[i] eq k ? (found = figure_number[i], 1) : 0), strlen(found) ? real(found) : NaN)
say(k) = (found = "", sum [i=1:keys] (figure_key[i] eq k ? (found = figure_text[i], 1) : 0), found)

country = say("country").(strlen(say("country_zh")) ? " ".say("country_zh") : "")
