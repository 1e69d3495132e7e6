/* Tests methods of projection on the past: urban shares are forecast for a later year from the values up to an earlier
 * one, and compared with the observations.
 *
 *     cc -o urban_backtest urban_backtest.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/cells.h"
#include "common/csv.h"
#include "common/program.h"
#include "common/urban_methods.h"

#include <errno.h>
#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: urban_backtest [--unit persons|thousands] SHARES POPULATIONS ORIGIN TARGET\n"
    "Forecasts the urban share of each area from the year ORIGIN for the year TARGET by each method, and\n"
    "prints the errors of the forecasts, in percentage points, and how often the 80 % interval held the\n"
    "truth.\n"
    "\n"
    "  SHARES       percent urban: columns \"place\" and one for each year, named by the year;\n"
    "               if there is a column \"kind\", rows whose kind is \"aggregate\" are left out\n"
    "  POPULATIONS  total population in the same form\n"
    "  --unit       unit of POPULATIONS; the default is thousands, as in the tables of the United Nations, or\n"
    "               persons if in thousands the largest area would have more than ten thousand million people\n"
    "  --help       print this\n"
    "\n"
    "Areas and years that are in both files are used.  Norms and intervals are fitted to the years up to\n"
    "ORIGIN; later values are used only to score.  - is standard input.  Warnings (weak fits of curves, a\n"
    "TARGET beyond the horizon of an interval) are notes on standard error.  Output:\n"
    "method,n,rmse_points,mae_points,median_points,bias_points,coverage80 (a share; empty: no interval).\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

enum { FIRST = 1500, LAST = 2400, THOUSANDS = 3, POINTS = 100 };
static const double mankind = 1e10;

typedef struct table { /* areas x years, which are those up to the origin and the target */
    size_t n, m;
    int32_t *year;
    double *share, *population;
} table;

static int32_t year_operand(const char *text)
{
    char *end;
    errno = 0;
    const long value = strtol(text, &end, 10);
    if (errno || end == text || *end || value < FIRST || value > LAST)
        program_fail(PROGRAM_USAGE, "\"%s\" is not a year in %d..%d (see --help)", text, FIRST, LAST);
    return (int32_t)value;
}

static size_t column_of_year(const csv *t, int32_t year, int needed)
{
    char name[16];
    snprintf(name, sizeof name, "%d", (int)year);
    return needed ? csv_column(t, name) : csv_optional(t, name);
}

static double table_share(const csv *t, size_t row, size_t column)
{
    const double value = csv_number(t, row, column);
    if (!(value >= 0 && value <= 100))
        csv_fail(t, row, column, "\"%s\" is not a percentage in 0..100", csv_raw(t, row, column));
    return value / 100;
}

static double table_people(const csv *t, size_t row, size_t column)
{
    const double value = csv_number(t, row, column);
    if (!(value >= 0)) csv_fail(t, row, column, "\"%s\" is a negative population", csv_raw(t, row, column));
    return value;
}

/* The row of an area; CSV_NONE if the table does not have it. */
static size_t row_of_area(const csv *t, size_t names, const char *area)
{
    for (size_t i = 0; i < csv_rows(t); i++)
        if (!strcmp(csv_raw(t, i, names), area)) return i;
    return CSV_NONE;
}

static void table_years(const csv *shares, const csv *populations, int32_t origin, int32_t target, table *t)
{
    column_of_year(shares, origin, 1);
    column_of_year(populations, origin, 1);
    column_of_year(shares, target, 1);
    t->year = program_memory((size_t)(LAST - FIRST + 1), sizeof *t->year);
    for (int32_t year = FIRST; year <= origin; year++)
        if (column_of_year(shares, year, 0) != CSV_NONE && column_of_year(populations, year, 0) != CSV_NONE)
            t->year[t->m++] = year;
    t->year[t->m++] = target;
}

static void table_areas(const csv *shares, const csv *populations, table *t)
{
    const size_t names = csv_column(shares, "place"), also = csv_column(populations, "place"),
                 kind = csv_optional(shares, "kind");
    double most = 0;
    csv_unique(shares, 1, &names);
    csv_unique(populations, 1, &also);
    t->share = program_memory(csv_rows(shares) * t->m, sizeof *t->share);
    t->population = program_memory(csv_rows(shares) * t->m, sizeof *t->population);
    for (size_t i = 0; i < csv_rows(shares); i++) {
        const size_t row = row_of_area(populations, also, csv_text(shares, i, names));
        if (row == CSV_NONE || !strcmp(csv_raw(shares, i, kind), "aggregate")) continue;
        for (size_t j = 0; j < t->m; j++) {
            const size_t at = t->n * t->m + j, column = column_of_year(shares, t->year[j], 1);
            t->share[at] = table_share(shares, i, column);
            if (j) csv_zero(shares, i, column, t->share[at - 1], t->share[at]);
            most = fmax(most, t->share[at]);
            t->population[at] = (double)NAN; /* a forecast does not know the population of the target year */
            if (j + 1 == t->m) continue;
            const size_t people = column_of_year(populations, t->year[j], 1);
            t->population[at] = table_people(populations, row, people);
            if (j) csv_zero(populations, row, people, t->population[at - 1], t->population[at]);
        }
        t->n++;
    }
    if (!t->n) program_fail(PROGRAM_DATA, "%s and %s have no area in common", csv_name(shares), csv_name(populations));
    if (most <= .01) csv_fail(shares, CSV_WHOLE, 0, "no value is above 1: percent is needed, not fractions");
}

/* The power of ten that is the unit of POPULATIONS. */
static int32_t population_unit(const char *option, const table *t)
{
    double most = 0;
    if (option && !strcmp(option, "persons")) return 0;
    if (option && !strcmp(option, "thousands")) return THOUSANDS;
    if (option) program_fail(PROGRAM_USAGE, "--unit is \"persons\" or \"thousands\", not \"%s\"", option);
    for (size_t i = 0; i < t->n; i++) most = fmax(most, t->population[i * t->m + t->m - 2]);
    if (most * 1000 <= mankind) return THOUSANDS;
    fputs("urban_backtest: populations are read as persons: in thousands there would be too many (--unit)\n", stderr);
    return 0;
}

int main(int argc, char **argv)
{
    static const int32_t methods[] = {
        SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_LINEAR,   SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_DAMPED,
        SKPI_URBAN_METHOD_LOGISTIC,    SKPI_URBAN_METHOD_GOMPERTZ, SKPI_URBAN_METHOD_UN,       SKPI_URBAN_METHOD_MEAN,
        SKPI_URBAN_METHOD_CONVERGING,  SKPI_URBAN_METHOD_CAUTIOUS};
    static const int32_t mean[] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_GOMPERTZ, SKPI_URBAN_METHOD_DAMPED};
    enum { METHODS = sizeof methods / sizeof *methods };
    double rmse[METHODS], mae[METHODS], median[METHODS], bias[METHODS], coverage[METHODS];
    int32_t count[METHODS];
    table t = {.n = 0};
    char **operand;

    program_begin(argc, argv, help);
    const char *unit_option = program_option("--unit");
    program_operands(4, 4, &operand);
    const int32_t origin = year_operand(operand[2]), target = year_operand(operand[3]);
    if (target <= origin) program_fail(PROGRAM_USAGE, "TARGET %d is not after ORIGIN %d", (int)target, (int)origin);
    csv *shares = csv_read(operand[0]), *populations = csv_read(operand[1]);
    table_years(shares, populations, origin, target, &t);
    table_areas(shares, populations, &t);

    const skpi_basis basis = {.size = sizeof basis, .scale = SKPI_BASIS_SCALE_ONE + population_unit(unit_option, &t)};
    const skpi_table share = {.size = sizeof share, .n = t.n, .m = t.m, .year = t.year, .value = t.share};
    const skpi_table population = {
        .size = sizeof population, .n = t.n, .m = t.m, .year = t.year, .value = t.population, .basis = &basis};
    const skpi_urban_options project = {
        .size = sizeof project, .n_mean = sizeof mean / sizeof *mean, .mean_method = mean};
    const skpi_urban_backtest_options options = {.size = sizeof options, .project = &project, .coverage = 0.8};
    skpi_urban_backtest_out out = {.size = sizeof out,
                                   .rmse = rmse,
                                   .mae = mae,
                                   .median = median,
                                   .bias = bias,
                                   .coverage = coverage,
                                   .count = count};
    const skpi_status s = skpi_urban_backtest(&share, &population, origin, target, METHODS, methods, &options, &out);
    if (s < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    const cell cells = cell_at("population->value", populations, CSV_WHOLE, csv_column(populations, "place"));
    cells_tell(s, 1, &cells);
    for (int32_t bit = 1; bit <= s; bit *= 2) /* each bit of the status is a warning */
        if (s & bit && bit != SKPI_WUNUSUAL) fprintf(stderr, "note: %s\n", skpi_status_message((skpi_status)bit));

    puts("method,n,rmse_points,mae_points,median_points,bias_points,coverage80");
    for (int k = 0; k < METHODS; k++) {
        const double value[] = {POINTS * rmse[k], POINTS * mae[k], POINTS * median[k], POINTS * bias[k], coverage[k]};
        csv_put_text(stdout, 1, urban_method_word(methods[k]));
        csv_put_number(stdout, 0, count[k]);
        for (size_t j = 0; j < sizeof value / sizeof *value; j++) csv_put_number(stdout, 0, value[j]);
        putchar('\n');
    }
    free(t.year);
    free(t.share);
    free(t.population);
    csv_free(shares);
    csv_free(populations);
    return program_end();
}
