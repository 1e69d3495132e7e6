#!/bin/sh
# The SQLite extension: known answers, the library's words as SQL errors, NULLs, ten thousand rows.
: "${SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}" "${BUILDDIR:=$SRCDIR/build}" "${CC:=cc}"
module=$BUILDDIR/examples/sqlite/.libs/smartkpi_sqlite.so
LD_LIBRARY_PATH=$BUILDDIR/lib/.libs
ASAN_OPTIONS=detect_leaks=0
LC_ALL=C
export LD_LIBRARY_PATH ASAN_OPTIONS LC_ALL
command -v sqlite3 >/dev/null || { echo "SKIP sqlite: no sqlite3 command"; exit 77; }
test -f "$module" || { echo "SKIP sqlite: not built (no sqlite3ext.h)"; exit 77; }
preload=
case ${SKPI_SANITIZERS-} in *address*) preload=$($CC -print-file-name=libasan.so) ;; esac

failed=0
sql() { # stdout and stderr of statements with the extension loaded
    printf '%s\n' ".load ${module%.so}" ".nullvalue NULL" "$@" |
        env ${preload:+LD_PRELOAD="$preload"} sqlite3 -batch :memory: 2>&1
}
expect() { # name, exact output or (with a leading *) a part of it, statement
    got=$(sql "$3")
    case $2 in
    \**) case $got in *"${2#\*}"*) echo "ok sqlite: $1"; return ;; esac ;;
    *) [ "$got" = "$2" ] && { echo "ok sqlite: $1"; return; } ;;
    esac
    echo "FAIL sqlite: $1: expected '$2', got '$got'"
    failed=1
}

expect "the library's version" "$(sed -n 's/.*SKPI_VERSION "\(.*\)"/\1/p' "$BUILDDIR/include/smartkpi/version.h")" \
    "SELECT skpi_version();"
# ln(1.5) / 10: from logit 0.5 = 0 to logit 0.6 = ln 1.5 in ten years
expect "growth difference" 0.040546510811 "SELECT round(skpi_urgd(2000, 0.5, 2010, 0.6), 12);"
# World Urbanization Prospects 2018, China, last observation 2017: 70.626 % in 2030, 80.028 % in 2050
expect "China 2030 and 2050" "70.626|80.029" \
    "SELECT round(100 * skpi_un_share(2017, 0.57960, 0.0501189, 1, 2030), 3), round(100 * skpi_un_share(2017, 0.57960, 0.0501189, 1, 2050), 3);"
# The same, Mauritius, one of the smaller countries: 41.850 % in 2030; the method meets the table within 0.01
expect "Mauritius 2030" 1 "SELECT abs(100 * skpi_un_share(2015, 0.41, -0.0045849, 2, 2030) - 41.850) < 0.01;"
# Peak 12.2 Gt in 2028, two years of plateau, net zero in 2060, 260 Gt from 2023.0
china="2023, 11.902503, 2028, 12.2, 2, 2060, 0"
expect "power for a budget" "1.087328551" "SELECT round(skpi_power_for_budget($china, 260), 9);"
expect "emission along the path" "12.2|0.0" \
    "SELECT round(skpi_path_emission($china, 1.087328551231, 2029), 9), round(skpi_path_emission($china, 1.087328551231, 2060), 9);"
# TCRE of the sixth assessment report: 0.45 degrees C for 1000 Gt
expect "warming" "0.45" "SELECT round(skpi_warming(1000), 12);"
# National Bureau of Statistics: core digital economy 12,755.5 bn over census-revised GDP 129,427.2 bn yuan in 2023
expect "share of one revision" "0.098553" "SELECT round(skpi_digital_share(2023, 12755.5, 3, 129427.2, 3), 6);"

# a walk without drift or steps keeps its share, and by symmetry the median of one without drift stays at 1/2
expect "quantile" "0.3|1" "SELECT round(skpi_urban_quantile(2020, 0.3, 0, 0, 2050, 0.9, 512, 1), 12),
    abs(skpi_urban_quantile(2020, 0.5, 0, 0.02, 2050, 0.5, 20000, 1) - 0.5) < 0.002;"
expect "a quantile of the last year" "*SKPI_ENODATA: skpi_ensemble_plan_new: n_years" \
    "SELECT skpi_urban_quantile(2020, 0.3, 0, 0, 2020, 0.9, 512, 1);"
expect "a quantile beyond the window" "*SKPI_ERANGE: skpi_ensemble_plan_new: " \
    "SELECT skpi_urban_quantile(2020, 0.3, 0, 0, 2000000000, 0.9, 512, 1);"
expect "a negative number of draws" "*skpi_urban_quantile: argument 7 = -1.0 is below 0" \
    "SELECT skpi_urban_quantile(2020, 0.3, 0, 0, 2050, 0.9, -1, 1);"
expect "a negative seed" "*skpi_urban_quantile: argument 8 = -1.0 is below 0" \
    "SELECT skpi_urban_quantile(2020, 0.3, 0, 0, 2050, 0.9, 512, -1);"
expect "no such revision" "*SKPI_EINVAL: skpi_digital_share: digital->basis" \
    "SELECT skpi_digital_share(2023, 10, 2147483647, 100, 0);"
expect "a warning in the log" "*SKPI_WUNUSUAL: skpi_warming: skpi_carbon_warming: cumulative[0] = 260000 is unusual" ".log stderr
SELECT skpi_warming(260000);"
expect "a value beside its warning" 117.0 "SELECT skpi_warming(260000);"
# What is listed is what can be called: as many arguments as it names, and a page of the manual
expect "the list of functions" "*skpi_urgd|date0, share0, date1, share1|urban-rural growth difference between two dates, per year|skpi_urban_urgd" \
    "SELECT * FROM skpi_functions();"
expect "all functions are listed" "" "SELECT name FROM pragma_function_list WHERE name LIKE 'skpi!_%' ESCAPE '!'
    EXCEPT SELECT name FROM skpi_functions();"
expect "each as it is called" "" "SELECT name, narg FROM pragma_function_list WHERE name LIKE 'skpi!_%' ESCAPE '!' EXCEPT
    SELECT name, CASE arguments WHEN '' THEN 0 ELSE 1 + length(arguments) - length(replace(arguments, ',', '')) END
    FROM skpi_functions();"
expect "each says what it gives" 8 "SELECT count(*) FROM skpi_functions() WHERE length(gives) > 5;"
sql "SELECT page FROM skpi_functions();" | while read -r page; do
    test -e "$SRCDIR/man/$page.3" || { echo "FAIL sqlite: there is no page $page"; exit 1; }
done || failed=1

expect "mixed revisions" "*SKPI_EDEFMIX: skpi_digital_share: " "SELECT skpi_digital_share(2023, 12755.5, 3, 126058.2, 1);"
expect "percent for a share" "*SKPI_ERANGE: skpi_urban_urgd: share0[0] = 41.5 is not a fraction in [0,1] (percent?)" \
    "SELECT skpi_urgd(2000, 41.5, 2010, 0.6);"
expect "share of 1" "*SKPI_EDOM: skpi_urban_urgd: share1[0] = 1 " "SELECT skpi_urgd(2000, 0.5, 2010, 1);"
expect "dates in the wrong order" "*SKPI_ENOTSORTED: skpi_urban_urgd: " "SELECT skpi_urgd(2010, 0.5, 2000, 0.6);"
expect "no such size class" "*SKPI_EINVAL: skpi_urban_project: in->size_class" "SELECT skpi_un_share(2017, 0.5, 0.01, 3, 2030);"
expect "a budget out of reach" "*SKPI_EINFEASIBLE: skpi_carbon_path_solve: target[0] = 50 " \
    "SELECT skpi_power_for_budget($china, 50);"
expect "a budget beyond need" "*SKPI_ENOTBINDING: skpi_carbon_path_solve: target[0] = 1000 " \
    "SELECT skpi_power_for_budget($china, 1000);"
expect "infinity" "*SKPI_ENOTFINITE: skpi_urban_urgd: share0[0] = inf" "SELECT skpi_urgd(2000, 9e999, 2010, 0.6);"
expect "text for a number" "*skpi_urgd: argument 2 is not a number" "SELECT skpi_urgd(2000, 'half', 2010, 0.6);"
expect "half a year" "*skpi_un_share: argument 1 = 2017.5 is not a whole number" "SELECT skpi_un_share(2017.5, 0.5, 0.01, 1, 2030);"
expect "a year of 64 bits" "*skpi_un_share: argument 5 = 4294969344" "SELECT skpi_un_share(2017, 0.5, 0.01, 1, 4294969344);"
expect "too few arguments" "*wrong number of arguments to function skpi_urgd()" "SELECT skpi_urgd(2000, 0.5, 2010);"

expect "NULL in, NULL out" "NULL|NULL|NULL|NULL|NULL|NULL" "SELECT skpi_urgd(2000, NULL, 2010, 0.6),
    skpi_un_share(NULL, 0.5, 0.01, 1, 2030), skpi_power_for_budget($china, NULL), skpi_path_emission($china, 1.1, NULL),
    skpi_warming(NULL), skpi_digital_share(2023, NULL, 0, 1, 0);"
expect "a failed statement leaves the next alone" "*0.040546510811" \
    "SELECT skpi_urgd(2000, 41.5, 2010, 0.6);
    SELECT round(skpi_urgd(2000, 0.5, 2010, 0.6), 12);"
# deterministic: may stand in an index
expect "index on an expression" 1 "CREATE TABLE city(a, b); INSERT INTO city VALUES (0.5, 0.6), (0.2, 0.3);
    CREATE INDEX fast ON city(skpi_urgd(2000, a, 2010, b)); SELECT count(*) FROM city WHERE skpi_urgd(2000, a, 2010, b) > 0.05;"
# logit is odd, so shares i/10001 and 1 - i/10001 have opposite growth differences: they add up to 0
expect "ten thousand rows" "10000|0.0" "WITH RECURSIVE i(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM i WHERE k < 10000)
    SELECT count(skpi_urgd(2000, 0.5, 2010, k / 10001.0)), abs(round(sum(skpi_urgd(2000, 0.5, 2010, k / 10001.0)), 9)) FROM i;"
exit $failed
