/* Mitigation that keeps growing emissions within a quota: the capped exponential f = f0 (1 + (r + m) t) exp(-m t) of
 * Raupach et al. 2014, for a file of cases.
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
    "usage: carbon_quota FILE\n"
    "\n"
    "FILE is a CSV file with the columns case, e0, growth, budget, horizon_years; other columns are ignored.\n"
    "  e0             emission of the base year\n"
    "  growth         its growth rate, per year\n"
    "  budget         the quota: remaining cumulative emission, in the unit of e0 times years\n"
    "  horizon_years  years over which the quota is used, at most 900, or inf\n"
    "\n"
    "Prints case,status,mitigation,years_to_peak,e_peak, one row for each row of FILE: the rate of mitigation\n"
    "per year, the years from the base year to the peak, and the emission at the peak.  If growth alone does\n"
    "not use up the quota, the status is SKPI_ENOTBINDING and the other columns are empty.  So they are in a\n"
    "case that cannot be computed; file:line:column: warning: text on standard error says why.\n"
    "\n"
    "  --help    print this\n"
    "\n"
    "Exit status: 0 success, 1 bad data or no case that could be computed, 2 wrong usage.\n";

enum { E0, GROWTH, BUDGET, HORIZON, COLUMNS };
static const char *const name[COLUMNS] = {"e0", "growth", "budget", "horizon_years"};
static const char *const argument[COLUMNS] = {"path->e0", "path->growth", "target", "path->t_end"};

/* only the years after the base year matter, so the earliest date is used: it leaves the longest horizon */
static const double base = 1500;

/* Says why a case has no figures, at the cell that the library speaks of. */
static void case_refused(const csv *t, size_t row, const size_t *column, const char *label)
{
    skpi_error e = {.size = sizeof e};
    int at = BUDGET;
    char words[400];
    if (skpi_last_error_get(&e) >= 0)
        for (int c = 0; c < COLUMNS; c++)
            if (!strcmp(argument[c], e.name)) at = c;
    cells_reason(words, sizeof words);
    /* the library speaks of the date at which the horizon ends */
    csv_warn(t, row, column[at], "%s \"%s\"%s; case \"%s\" has no figures", name[at], csv_raw(t, row, column[at]),
             at == HORIZON ? " is neither above 0 and at most 900 nor inf" : words, label);
}

/* Tells the warnings of a case that was computed. */
static void case_tell(const csv *t, size_t row, const size_t *column, skpi_status s)
{
    const cell cells[] = {cell_at("target", t, row, column[BUDGET]), cell_at("path->growth", t, row, column[GROWTH]),
                          cell_at("path->e0", t, row, column[E0])};
    cells_tell(s, sizeof cells / sizeof *cells, cells);
    for (int32_t bit = 1; bit <= s; bit *= 2)
        if (s & bit && bit != SKPI_WUNUSUAL) csv_warn(t, row, column[BUDGET], "%s", skpi_status_message(bit));
}

static double value_read(const csv *t, size_t row, size_t column, int c)
{
    if (c != HORIZON) return csv_number(t, row, column);
    return base + (!strcmp(csv_raw(t, row, column), "inf") ? (double)INFINITY : csv_number(t, row, column));
}

/* Prints a case; returns 1 if there is an answer. */
static int case_print(const csv *t, size_t row, const size_t *column, const double *value, const char *label)
{
    const double r = value[GROWTH];
    double m = NAN, years = NAN, peak = NAN, t_peak;
    skpi_carbon_path path = {.size = sizeof path,
                             .n = 1,
                             .shape = SKPI_CARBON_SHAPE_CAPPED,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = &base,
                             .e0 = &value[E0],
                             .growth = &value[GROWTH],
                             .t_end = &value[HORIZON]};
    skpi_status s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &value[BUDGET], &m, NULL);
    if (s >= 0) {
        case_tell(t, row, column, s);
        path.mitigation = &m;
        s = skpi_carbon_path_peak(&path, &t_peak, &peak, NULL);
    }
    if (s >= 0) {
        case_tell(t, row, column, s);
        /* t_peak - base would have only the digits of a date, so the years are computed by the formula; there is no
         * peak if m <= 0 < r */
        years = isnan(peak) ? (double)NAN : r > 0 ? r / (m * (r + m)) : 0;
    } else {
        m = peak = NAN;
        if (s != SKPI_ENOTBINDING) case_refused(t, row, column, label);
    }
    csv_put_text(stdout, 1, label);
    csv_put_text(stdout, 0, skpi_status_name(s));
    csv_put_number(stdout, 0, m);
    csv_put_number(stdout, 0, years);
    csv_put_number(stdout, 0, peak);
    putchar('\n');
    return s >= 0 || s == SKPI_ENOTBINDING;
}

int main(int argc, char **argv)
{
    char **file;
    size_t column[COLUMNS], done = 0;
    program_begin(argc, argv, help);
    program_operands(1, 1, &file);
    csv *t = csv_read(*file);
    const size_t label = csv_column(t, "case"), n = csv_rows(t);
    for (int c = 0; c < COLUMNS; c++) column[c] = csv_column(t, name[c]);
    csv_unique(t, 1, &label);
    double *value = program_memory(n * COLUMNS, sizeof *value);
    for (size_t i = 0; i < n; i++) { /* all rows are read first, so that a bad file prints nothing */
        csv_text(t, i, label);
        for (int c = 0; c < COLUMNS; c++) value[i * COLUMNS + (size_t)c] = value_read(t, i, column[c], c);
    }
    puts("case,status,mitigation,years_to_peak,e_peak");
    for (size_t i = 0; i < n; i++) done += (size_t)case_print(t, i, column, value + i * COLUMNS, csv_text(t, i, label));
    if (n && !done) program_say("carbon_quota: no case of %s could be computed", csv_name(t));
    free(value);
    csv_free(t);
    const int end = program_end();
    return n && !done ? PROGRAM_DATA : end;
}
