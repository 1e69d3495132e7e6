/* Forecasts the digital economy's share of GDP: each model is fitted to the same shares, with its interval in 2030 and
 * 2060, and tested on the past.
 *
 * In: year,share in any order, shares as fractions; an empty cell is a missing value.  Out: one row for each model:
 * status (the warnings of the fit, or the reason why there is none, which a warning then tells in words), values used, its parameters, fit, and for each of
 * the two years the point forecast and the ends of the interval of one more observation.  With --from the last columns
 * score the forecasts that the model would have made in that year for all later years.
 *
 *     cc -o digital_forecast digital_forecast.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/cells.h"
#include "common/csv.h"
#include "common/one_row.h"
#include "common/program.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: digital_forecast [--coverage P] [--from YEAR] FILE\n"
    "Fits each model to an annual share and forecasts 2030 and 2060 with prediction intervals.\n"
    "\n"
    "  FILE          columns year,share: fractions of GDP (0.428 is 42.8 percent); - is standard input\n"
    "  --coverage P  probability of the intervals (default: 0.95)\n"
    "  --from YEAR   also forecast the years after YEAR from the values up to YEAR, and score these forecasts\n"
    "  --help        print this\n"
    "\n"
    "Prints model,status,n,p1,p2,p3,p4,sse,sigma,share_2030,low_2030,high_2030,share_2060,low_2060,high_2060,\n"
    "backtest_n,backtest_mae,backtest_bias,backtest_coverage.  Parameters: persistence level; line a, b, t0;\n"
    "logit line a, b, t0, K; logistic and Gompertz K, s, m; Bass m, p, q, launch; Holt alpha, beta, level,\n"
    "trend.  sse and sigma of the logit line are in logits.  Intervals of lines and curves are not limited to\n"
    "[0,1]; an end outside shows that the model is not suited for a year so far ahead.  The status\n"
    "SKPI_WWEAKFIT also warns of this: a parameter is at a bound, or a ceiling is above 1 or less certain\n"
    "than its own size.  SKPI_WADJUSTED means that Holt's method left out the years before a gap.  Where a model\n"
    "cannot be fitted, or has no forecast or no score, the status or the fields that are empty say so, and\n"
    "file:row:column: warning: text on standard error says why.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error) or no model that could be\n"
    "fitted, 2 wrong usage.\n";

static const struct {
    int32_t model;
    const char *name;
} models[] = {{SKPI_SERIES_MODEL_PERSISTENCE, "persistence"},
              {SKPI_SERIES_MODEL_LINE, "line"},
              {SKPI_SERIES_MODEL_LOGIT_LINE, "logit_line"},
              {SKPI_SERIES_MODEL_LOGISTIC, "logistic"},
              {SKPI_SERIES_MODEL_GOMPERTZ, "gompertz"},
              {SKPI_SERIES_MODEL_BASS, "bass"},
              {SKPI_SERIES_MODEL_HOLT, "holt"}};
static const int32_t target[] = {2030, 2060};
enum { MODELS = sizeof models / sizeof *models, TARGETS = sizeof target / sizeof *target, PARAMETERS = 4 };

/* Prints the names of all warnings, such as "SKPI_WWEAKFIT+SKPI_WMISSING". */
static void put_status(skpi_status s)
{
    char text[200];
    size_t used = 0;
    for (int32_t bit = 1; s > 0 && bit <= (int32_t)s; bit *= 2)
        if ((int32_t)s & bit)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", used ? "+" : "",
                                     skpi_status_name((skpi_status)bit));
    csv_put_text(stdout, 0, used ? text : skpi_status_name(s));
}

/* Tells why a model has no figures of a kind: at the cell of the share that the library speaks of, or the last one. */
static void model_refused(const skpi_table *y, const cell *cells, size_t k, const char *what)
{
    const char *words = cells_words();
    skpi_error e = {.size = sizeof e, .name = ""};
    size_t last = y->m - 1;
    const char *title = "";
    if (skpi_last_error_get(&e) >= 0 && !strcmp(e.name, cells->argument)) {
        title = csv_title(cells->table, cells->column);
        words += strcspn(words, " "); /* the argument, which is called otherwise in the file */
        if (e.column >= 0) last = (size_t)e.column;
    }
    const int count = *title && !strncmp(words, " = ", 3) && strstr(words, " values are ");
    csv_warn(cells->table, cells->rows[last], cells->column, "%s%s%s; %s has no %s", title, count ? ": " : "",
             count ? words + 3 : words, models[k].name, what);
}

/* Forecasts by one model, which could be fitted if `fitted` is 1. */
static void model_forecast(const skpi_table *y, const cell *cells, size_t model, int fitted, double coverage)
{
    const double prob[] = {(1 - coverage) / 2, (1 + coverage) / 2};
    const skpi_series_fit_options options = {.size = sizeof options, .model = models[model].model};
    for (int k = 0; k < TARGETS; k++) {
        double mean = NAN, end[2] = {NAN, NAN};
        skpi_series_forecast_out out = {.size = sizeof out, .mean = &mean, .quantile = end};
        if (skpi_series_forecast(y, target[k], 1, 2, prob, &options, &out, NULL) < 0) {
            mean = NAN;
            if (fitted && target[k] > y->year[y->m - 1]) model_refused(y, cells, model, "forecast");
        }
        csv_put_number(stdout, 0, mean);
        csv_put_number(stdout, 0, end[0]);
        csv_put_number(stdout, 0, end[1]);
    }
}

static void model_backtest(const skpi_table *y, const cell *cells, size_t model, int fitted, int32_t from,
                           double coverage)
{
    double mae = NAN, bias = NAN, inside = NAN;
    int32_t n = 0;
    if (from) {
        const skpi_series_backtest_options options = {.size = sizeof options, .coverage = coverage};
        skpi_series_backtest_out out = {
            .size = sizeof out, .mae = &mae, .bias = &bias, .coverage = &inside, .count = &n};
        const size_t years = (size_t)(y->year[y->m - 1] - from);
        if (skpi_series_backtest(y, 1, &from, 1, &models[model].model, years, &options, &out) < 0) {
            n = 0;
            if (fitted) model_refused(y, cells, model, "score");
        } else if (fitted && !n)
            csv_warn(cells->table, cells->rows[y->m - 1], cells->column,
                     "the values up to %d are too few for a forecast, or there is none after it; %s has no score",
                     (int)from, models[model].name);
    }
    csv_put_number(stdout, 0, from ? n : (double)NAN);
    csv_put_number(stdout, 0, mae);
    csv_put_number(stdout, 0, bias);
    csv_put_number(stdout, 0, inside);
}

/* Reports one model; cells are those of y.  Returns 1 if it could be fitted. */
static int model_report(const skpi_table *y, const cell *cells, size_t k, double coverage, int32_t from)
{
    const skpi_series_fit_options options = {.size = sizeof options, .model = models[k].model};
    double p[PARAMETERS], sse = NAN, sigma = NAN;
    int32_t used = 0;
    for (int j = 0; j < PARAMETERS; j++) p[j] = NAN;
    skpi_series_fit_out out = {
        .size = sizeof out, .n_parameters = PARAMETERS, .parameter = p, .sse = &sse, .sigma = &sigma, .used = &used};
    const skpi_status s = skpi_series_fit(y, &options, &out, NULL);
    /* the warnings are about the figures, so they are the same for every model */
    if (s >= 0 && k == 0) cells_tell(s, 1, cells);
    if (s < 0) model_refused(y, cells, k, "fit");
    csv_put_text(stdout, 1, models[k].name);
    put_status(s);
    csv_put_number(stdout, 0, s < 0 ? (double)NAN : used);
    for (int j = 0; j < PARAMETERS; j++) csv_put_number(stdout, 0, p[j]);
    csv_put_number(stdout, 0, sse);
    csv_put_number(stdout, 0, sigma);
    model_forecast(y, cells, k, s >= 0, coverage);
    model_backtest(y, cells, k, s >= 0, from, coverage);
    putchar('\n');
    return s >= 0;
}

int main(int argc, char **argv)
{
    program_begin(argc, argv, help);
    const double coverage = program_number("--coverage", .95, 0, 1), from = program_number("--from", 0, 1499, 2401);
    char **file;
    program_operands(1, 1, &file);
    csv *t = csv_read(file[0]);
    const size_t year = csv_column(t, "year"), share = csv_column(t, "share"), n = csv_rows(t);
    if (n == 0) csv_fail(t, CSV_WHOLE, year, "no row");
    int32_t *years = program_memory(n, sizeof *years);
    double *value = program_memory(n, sizeof *value);
    size_t *rows = program_memory(n, sizeof *rows);
    for (size_t row = 0; row < n; row++) { /* inserts the row at its place among the years before */
        const int32_t when = csv_year(t, row, year);
        const double what = csv_missing(t, row, share) ? (double)NAN : csv_share(t, row, share);
        size_t j = row;
        for (; j > 0 && years[j - 1] > when; j--)
            years[j] = years[j - 1], value[j] = value[j - 1], rows[j] = rows[j - 1];
        if (j > 0 && years[j - 1] == when) /* however it is written */
            csv_fail(t, row, year, "year \"%s\" is a duplicate of row %zu", csv_raw(t, row, year),
                     csv_line(t, rows[j - 1]));
        years[j] = when, value[j] = what, rows[j] = row;
    }
    if (from != 0 && (from != floor(from) || from < years[0] || from >= years[n - 1]))
        program_fail(PROGRAM_USAGE, "--from %g is not a year from %d to before %d", from, (int)years[0],
                     (int)years[n - 1]);
    const skpi_table y = one_row(n, years, value, NULL);
    const cell cells = cell_by_column("y->value", t, 0, share, rows);
    for (int k = 0; k < TARGETS; k++)
        if (target[k] <= years[n - 1])
            csv_warn(t, rows[n - 1], year, "%d is not after the last year, %d: it has no forecast", (int)target[k],
                     (int)years[n - 1]);
    int done = 0;
    puts("model,status,n,p1,p2,p3,p4,sse,sigma,share_2030,low_2030,high_2030,share_2060,low_2060,high_2060,"
         "backtest_n,backtest_mae,backtest_bias,backtest_coverage");
    for (size_t k = 0; k < MODELS; k++) done |= model_report(&y, &cells, k, coverage, (int32_t)from);
    free(years);
    free(value);
    free(rows);
    if (!done) program_say("digital_forecast: no model could be fitted to %s", csv_name(t));
    csv_free(t);
    const int end = program_end();
    return done ? end : PROGRAM_DATA;
}
