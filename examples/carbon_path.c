/* Paths from a peak to net zero under a budget, for a file of cases: the power of the decline, and the budgets that can
 * be met; or the path itself, in each year.  A path may lead through a waypoint, and its budget count from a later date.
 *
 * A case that the library refuses has its status and empty figures, and a warning says why; the other cases are
 * computed. */
#include "common/cells.h"
#include "common/csv.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: carbon_path [--series | --totals] FILE\n"
    "\n"
    "FILE is a CSV file with the columns case, t0, e0, t_peak, e_peak, plateau_years, t_net_zero,\n"
    "residual, budget; other columns are ignored.  Dates are decimal years, emissions are in one unit per year, and "
    "the\n"
    "budget is the integral of the emissions from t0 to t_net_zero.  The total of a year that an inventory\n"
    "prints belongs to the middle of that year: t0 = 2023.5 for the total of 2023.\n"
    "\n"
    "Optional columns, whose cells may be empty:\n"
    "  t_budget              date from which the budget counts, usually a 1 January after t0; empty: t0\n"
    "  t_waypoint, waypoint  date at which the emission is this fraction of the path's own peak; the path falls\n"
    "                        there from the plateau in a straight line; both empty: none\n"
    "\n"
    "Prints case,status,power,budget_min,budget_max: power is that of the decline after the plateau or the\n"
    "waypoint; the path can meet budgets between budget_min and budget_max, ends excluded.  For other budgets\n"
    "the status is SKPI_EINFEASIBLE (too small) or SKPI_ENOTBINDING (too large), and power is empty.  A case that\n"
    "is no path, such as a peak below e0, has another status and no figures; file:line:column: warning: text on\n"
    "standard error says why.\n"
    "\n"
    "  --series  print case,year,emission instead: the emission on 1 January of each whole year from t0 to\n"
    "            t_net_zero\n"
    "  --totals  print case,year,total instead: the emission of each calendar year between t0 and t_net_zero, as\n"
    "            inventories print it\n"
    "            Both leave out the cases without a power or such a year; a warning names each and says why.\n"
    "  --help    print this\n"
    "\n"
    "Exit status: 0 success, 1 bad data or no case that could be computed, 2 wrong usage.\n";

enum {
    T0,
    E0,
    T_PEAK,
    E_PEAK,
    PLATEAU,
    T_NET_ZERO,
    RESIDUAL,
    BUDGET,
    NEEDED,
    T_BUDGET = NEEDED,
    T_WAYPOINT,
    WAYPOINT,
    COLUMNS
};
static const char *const name[COLUMNS] = {"t0",       "e0",     "t_peak",   "e_peak",     "plateau_years", "t_net_zero",
                                          "residual", "budget", "t_budget", "t_waypoint", "waypoint"};
static const char *const argument[COLUMNS] = {"path->t0",       "path->e0",         "path->t_peak",   "path->e_peak",
                                              "path->plateau",  "path->t_net_zero", "path->residual", "target",
                                              "path->t_budget", "path->t_waypoint", "path->waypoint"};

/* Says why a case has no power, at the cell that the library speaks of. */
static void case_refused(const csv *t, size_t row, const size_t *column, const char *label, const char *then)
{
    skpi_error e = {.size = sizeof e};
    int at = 0;
    char words[400];
    if (skpi_last_error_get(&e) >= 0)
        for (int c = 0; c < COLUMNS; c++)
            if (!strcmp(argument[c], e.name)) at = c;
    cells_reason(words, sizeof words);
    csv_warn(t, row, column[at], "%s \"%s\"%s; case \"%s\" %s", name[at], csv_raw(t, row, column[at]), words, label,
             then);
}

/* Tells the warnings of a case that was computed. */
static void case_tell(const csv *t, size_t row, const size_t *column, skpi_status s)
{
    cell cells[COLUMNS];
    for (int c = 0; c < COLUMNS; c++) cells[c] = cell_at(argument[c], t, row, column[c]);
    cells_tell(s, COLUMNS, cells);
    for (int32_t bit = 1; bit <= s; bit *= 2)
        if (s & bit && bit != SKPI_WUNUSUAL) csv_warn(t, row, column[BUDGET], "%s", skpi_status_message(bit));
}

/* The path of one case, from vectors that begin at its values. */
static skpi_carbon_path case_alone(const skpi_carbon_path *all, size_t i)
{
    skpi_carbon_path one = *all;
    one.n = 1;
    one.t0 += i, one.e0 += i, one.residual += i, one.t_peak += i, one.e_peak += i;
    one.plateau += i, one.t_net_zero += i, one.t_budget += i, one.t_waypoint += i, one.waypoint += i;
    return one;
}

static void case_print(const char *label, int32_t status, double power, double low, double high)
{
    csv_put_text(stdout, 1, label);
    csv_put_text(stdout, 0, skpi_status_name(status));
    csv_put_number(stdout, 0, power); /* a NaN is written as an empty field */
    csv_put_number(stdout, 0, low);
    csv_put_number(stdout, 0, high);
    putchar('\n');
}

static skpi_status case_years(const csv *t, size_t row, size_t column, const char *label, const skpi_carbon_path *path,
                              int totals)
{
    int32_t first = (int32_t)ceil(*path->t0), last = (int32_t)floor(*path->t_net_zero) - totals;
    if (last < first) {
        csv_warn(t, row, column, "there is no %s between t0 and t_net_zero; case \"%s\" is left out",
                 totals ? "whole calendar year" : "1 January", label);
        return SKPI_OK;
    }
    size_t n = (size_t)(last - first) + 1;
    double *value = program_memory(n, sizeof *value);
    skpi_status s = totals ? skpi_carbon_path_total(path, first, n, value, NULL)
                           : skpi_carbon_path_value(path, first, n, value, NULL, NULL);
    if (s < 0) program_fail(PROGRAM_DATA, "%s: %s", label, skpi_last_error());
    for (size_t j = 0; j < n; j++) {
        csv_put_text(stdout, 1, label);
        printf(",%d", (int)first + (int)j);
        csv_put_number(stdout, 0, value[j]);
        putchar('\n');
    }
    free(value);
    return s;
}

/* A date of a waypoint without its fraction, or the fraction without the date, is half of what is needed. */
static void waypoint_check(const csv *t, size_t row, const size_t *column)
{
    const int date = csv_missing(t, row, column[T_WAYPOINT]), fraction = csv_missing(t, row, column[WAYPOINT]);
    if (date == fraction) return;
    const int given = date ? WAYPOINT : T_WAYPOINT, empty = date ? T_WAYPOINT : WAYPOINT;
    csv_fail(t, row, column[column[empty] == CSV_NONE ? given : empty],
             "%s is given, but %s is not: a waypoint needs both, or leave both cells empty", name[given], name[empty]);
}

int main(int argc, char **argv)
{
    char **file;
    size_t column[COLUMNS];
    program_begin(argc, argv, help);
    int series = program_flag("--series"), totals = program_flag("--totals");
    program_operands(1, 1, &file);
    if (series && totals) program_fail(PROGRAM_USAGE, "--series and --totals exclude each other");
    csv *t = csv_read(*file);
    size_t label = csv_column(t, "case"), n = csv_rows(t);
    for (int c = 0; c < COLUMNS; c++) column[c] = c < NEEDED ? csv_column(t, name[c]) : csv_optional(t, name[c]);
    csv_unique(t, 1, &label);
    for (size_t i = 0; i < n; i++) {
        csv_text(t, i, label);
        waypoint_check(t, i, column);
    }

    /* The library computes all cases in one call, from a vector for each parameter and a vector of statuses. */
    double *value[COLUMNS], *power = program_memory(n, sizeof *power);
    double *low = program_memory(n, sizeof *low), *high = program_memory(n, sizeof *high);
    int32_t *status = program_memory(n, sizeof *status), *unused = program_memory(n, sizeof *unused);
    for (int c = 0; c < COLUMNS; c++) {
        value[c] = program_memory(n, sizeof *value[c]);
        for (size_t i = 0; i < n; i++)
            value[c][i] = c < NEEDED ? csv_number(t, i, column[c])
                                     : csv_number_or(t, i, column[c], c == T_BUDGET ? value[T0][i] : (double)NAN);
    }
    skpi_carbon_path path = {.size = sizeof path,
                             .n = n,
                             .shape = SKPI_CARBON_SHAPE_PEAK,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = value[T0],
                             .e0 = value[E0],
                             .residual = value[RESIDUAL],
                             .t_peak = value[T_PEAK],
                             .e_peak = value[E_PEAK],
                             .plateau = value[PLATEAU],
                             .t_net_zero = value[T_NET_ZERO],
                             .t_budget = value[T_BUDGET],
                             .t_waypoint = value[T_WAYPOINT],
                             .waypoint = value[WAYPOINT]};
    cell cells[COLUMNS];
    for (int c = 0; c < COLUMNS; c++) cells[c] = cell_by_row(argument[c], t, 0, column[c], NULL);
    skpi_status s = skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, low, high, unused);
    if (s < 0) cells_tell(s, COLUMNS, cells);
    s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, value[BUDGET], power, status);
    if (s < 0) cells_tell(s, COLUMNS, cells);

    const int years = series || totals;
    size_t done = 0;
    puts(series ? "case,year,emission" : totals ? "case,year,total" : "case,status,power,budget_min,budget_max");
    for (size_t i = 0; i < n; i++) {
        skpi_carbon_path one = case_alone(&path, i);
        const char *text = csv_raw(t, i, label);
        /* that a budget cannot be met is an answer, unless the path itself is asked for */
        const int answer = !years && (status[i] == SKPI_EINFEASIBLE || status[i] == SKPI_ENOTBINDING);
        if (status[i] && !answer) { /* once more alone, for the words */
            double again;
            s = skpi_carbon_path_solve(&one, SKPI_CARBON_TARGET_BUDGET, value[BUDGET] + i, &again, NULL);
            if (s < 0)
                case_refused(t, i, column, text, years ? "is left out" : "has no figures");
            else
                case_tell(t, i, column, s);
        }
        done += status[i] >= 0 || answer;
        one.power = power + i;
        if (!years)
            case_print(text, status[i], power[i], low[i], high[i]);
        else if (status[i] >= 0)
            case_tell(t, i, column, case_years(t, i, column[T_NET_ZERO], text, &one, totals));
    }
    if (n && !done) program_say("carbon_path: no case of %s could be computed", csv_name(t));
    for (int c = 0; c < COLUMNS; c++) free(value[c]);
    free(power);
    free(low);
    free(high);
    free(status);
    free(unused);
    csv_free(t);
    const int end = program_end();
    return n && !done ? PROGRAM_DATA : end;
}
