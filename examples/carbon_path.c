/* Paths from a peak to net zero under a budget, for a file of cases: the power of the decline, and the budgets that can
 * be met; or the path itself, in each year.  A path may lead through a waypoint, and its budget count from a later date.
 *
 * A case that the library refuses has its status and empty figures; the other cases are computed. */
#include "common/cells.h"
#include "common/csv.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>

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
    "                        there from the plateau in a straight line; empty: none\n"
    "\n"
    "Prints case,status,power,budget_min,budget_max: power is that of the decline after the plateau or the\n"
    "waypoint; the path can meet budgets between budget_min and budget_max, ends excluded.  For other budgets\n"
    "the status is SKPI_EINFEASIBLE (too small) or SKPI_ENOTBINDING (too large), and power is empty.\n"
    "\n"
    "  --series  print case,year,emission instead: the emission on 1 January of each whole year from t0 to "
    "t_net_zero,\n"
    "            for the cases that can be met\n"
    "  --totals  print case,year,total instead: the emission of each calendar year between t0 and t_net_zero, as\n"
    "            inventories print it, for the cases that can be met\n"
    "  --help    print this\n"
    "\n"
    "Exit status: 0 success, 1 bad data, 2 wrong usage.\n";

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

static void case_print(const char *label, int32_t status, double power, double low, double high)
{
    csv_put_text(stdout, 1, label);
    csv_put_text(stdout, 0, skpi_status_name(status));
    csv_put_number(stdout, 0, power); /* a NaN is written as an empty field */
    csv_put_number(stdout, 0, low);
    csv_put_number(stdout, 0, high);
    putchar('\n');
}

static void case_years(const char *label, const skpi_carbon_path *path, int totals)
{
    int32_t first = (int32_t)ceil(*path->t0), last = (int32_t)floor(*path->t_net_zero) - totals;
    if (last < first) return; /* the path has no whole year */
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
    cells_tell(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, low, high, unused), COLUMNS, cells);
    cells_tell(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, value[BUDGET], power, status), COLUMNS, cells);

    puts(series ? "case,year,emission" : totals ? "case,year,total" : "case,status,power,budget_min,budget_max");
    for (size_t i = 0; i < n; i++) {
        if (!series && !totals)
            case_print(csv_raw(t, i, label), status[i], power[i], low[i], high[i]);
        else if (status[i] >= 0) { /* the path of this case alone, from vectors that begin at its value */
            skpi_carbon_path one = path;
            one.n = 1;
            one.t0 += i, one.e0 += i, one.residual += i, one.t_peak += i, one.e_peak += i;
            one.plateau += i, one.t_net_zero += i, one.t_budget += i, one.t_waypoint += i, one.waypoint += i;
            one.power = power + i;
            case_years(csv_raw(t, i, label), &one, totals);
        }
    }
    for (int c = 0; c < COLUMNS; c++) free(value[c]);
    free(power);
    free(low);
    free(high);
    free(status);
    free(unused);
    csv_free(t);
    return program_end();
}
