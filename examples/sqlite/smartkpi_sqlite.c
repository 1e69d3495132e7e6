/* libsmartkpi in SQL: a loadable extension for SQLite, in one file.
 *
 *   cc -shared -fPIC smartkpi_sqlite.c -o smartkpi_sqlite.so $(pkg-config --cflags --libs smartkpi)
 *
 *   $ sqlite3 cities.db
 *   .load ./smartkpi_sqlite
 *   SELECT name, skpi_un_share(last_year, share, urgd, 1, 2035) FROM city;
 *   SELECT * FROM skpi_functions();
 *
 * skpi_functions() lists the functions: what each takes and gives, and the manual page of its method.
 *
 * Shares are fractions, rates per year, dates decimal years.  If an argument is NULL, so is the result.  A call that
 * the library refuses is an SQL error with the library's words.  Text in the place of a number is an SQL error too
 * (SQLite alone would read it as 0).  A result that comes with a warning, such as of a rate that may be in percent, is
 * given, and the words of the warning go to SQLite's log: `.log stderr` shows them in its shell.
 */
#include <math.h>
#include <smartkpi.h>
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

enum { MOST = 9, YEARS = 901 };

/* An SQL function.  In args "d" is a number, "i" a whole number and "n" one that is not below 0; run receives whole
 * numbers as doubles that hold an int32_t.  The rest is what skpi_functions() says. */
typedef struct function {
    const char *name, *args;
    skpi_status (*run)(const double *x, double *out); /* NULL: the version */
    const char *arguments, *gives, *page;
} function;

static skpi_status urgd(const double *x, double *out) { return skpi_urban_urgd(1, x, x + 1, x + 2, x + 3, out, NULL); }

static skpi_status un_share(const double *x, double *out)
{
    int32_t last_year = (int32_t)x[0], size_class = (int32_t)x[3], year = (int32_t)x[4];
    if (size_class == 1) size_class = SKPI_URBAN_SIZE_LARGE; /* the library refuses any other number */
    if (size_class == 2) size_class = SKPI_URBAN_SIZE_SMALL;
    skpi_urban_project_in in = {
        .size = sizeof in, .n = 1, .last_year = &last_year, .share = x + 1, .urgd = x + 2, .size_class = &size_class};
    skpi_urban_project_out wanted = {.size = sizeof wanted, .share = out};
    return skpi_urban_project(&in, year, 1, NULL, &wanted, NULL);
}

static skpi_carbon_path path(const double *x)
{
    return (skpi_carbon_path){.size = sizeof(skpi_carbon_path),
                              .n = 1,
                              .shape = SKPI_CARBON_SHAPE_PEAK,
                              .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                              .t0 = x,
                              .e0 = x + 1,
                              .t_peak = x + 2,
                              .e_peak = x + 3,
                              .plateau = x + 4,
                              .t_net_zero = x + 5,
                              .residual = x + 6};
}

static skpi_status power_for_budget(const double *x, double *out)
{
    skpi_carbon_path p = path(x);
    return skpi_carbon_path_solve(&p, SKPI_CARBON_TARGET_BUDGET, x + 7, out, NULL);
}

static skpi_status path_emission(const double *x, double *out)
{
    skpi_carbon_path p = path(x);
    p.power = x + 7;
    return skpi_carbon_path_value(&p, (int32_t)x[8], 1, out, NULL, NULL);
}

static skpi_status warming(const double *x, double *out) { return skpi_carbon_warming(1, 0, x, NULL, out, NULL); }

/* SQL numbers the revisions 0 (unstated), 1, 2, ...; the library's own begin at another number. */
static int32_t revision(double number)
{
    const double own = number == 0 ? 0 : SKPI_BASIS_REVISION_PRELIMINARY - 1 + number;
    return own < INT32_MAX ? (int32_t)own : INT32_MAX; /* which is none */
}

static skpi_status digital_share(const double *x, double *out)
{
    int32_t year = (int32_t)x[0];
    skpi_basis of_digital = {.size = sizeof of_digital, .revision = revision(x[2])};
    skpi_basis of_gdp = {.size = sizeof of_gdp, .revision = revision(x[4])};
    skpi_table digital = {.size = sizeof digital, .n = 1, .m = 1, .year = &year, .value = x + 1, .basis = &of_digital};
    skpi_table gdp = {.size = sizeof gdp, .n = 1, .m = 1, .year = &year, .value = x + 3, .basis = &of_gdp};
    return skpi_digital_share(&digital, &gdp, out, NULL, NULL);
}

/* The quantile of the year is that of the last year of a plan.  place 0 has the draws of a plan of one place. */
static skpi_status urban_quantile(const double *x, double *out)
{
    const int32_t first_year = (int32_t)fmin(x[0] + 1, INT32_MAX);
    const size_t years = x[4] > x[0] ? (size_t)(x[4] - x[0]) : 0; /* the library refuses more than YEARS */
    const skpi_ensemble_plan_options options = {
        .size = sizeof options, .n_draws = (uint64_t)x[6], .seed = (uint64_t)x[7], .n_prob = 1, .prob = x + 5};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = x + 1, .drift = x + 2, .sigma = x + 3};
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_result *result = NULL;
    double quantile[YEARS];
    int32_t model;
    skpi_status s = skpi_ensemble_plan_new(first_year, years, &options, &plan);
    if (s >= 0) s = skpi_urban_ensemble_add(plan, &in, &model);
    if (s >= 0) s = skpi_ensemble_result_new(plan, &result);
    if (s >= 0) s = skpi_ensemble_result_run(result, plan, NULL);
    if (s >= 0) s = skpi_ensemble_result_quantile(result, model, 0, 1, x + 5, quantile);
    if (s >= 0) *out = quantile[years - 1];
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(plan);
    return s;
}

static const function functions[] = {
    {"skpi_version", "", NULL, "", "version of the library", "skpi_version"},
    {"skpi_urgd", "dddd", urgd, "date0, share0, date1, share1",
     "urban-rural growth difference between two dates, per year", "skpi_urban_urgd"},
    {"skpi_un_share", "iddii", un_share, "last_year, share, urgd, size_class, year",
     "urban share in a year by the method of the United Nations; size_class 1: a country of two million people or "
     "more, "
     "2: smaller",
     "skpi_urban_project"},
    {"skpi_urban_quantile", "idddidnn", urban_quantile, "last_year, share, drift, sigma, year, prob, draws, seed",
     "quantile of the urban share in a year by random draws of a walk with drift; sigma is the standard deviation of a "
     "year's step, in logits; draws 0: 10000",
     "skpi_urban_ensemble_add"},
    {"skpi_power_for_budget", "dddddddd", power_for_budget,
     "t0, e0, t_peak, e_peak, plateau, t_net_zero, residual, budget",
     "exponent of the decline that emits the budget from t0 to net zero", "skpi_carbon_path_solve"},
    {"skpi_path_emission", "ddddddddi", path_emission,
     "t0, e0, t_peak, e_peak, plateau, t_net_zero, residual, power, year", "emission along that path in a year",
     "skpi_carbon_path_value"},
    {"skpi_warming", "d", warming, "gt", "best estimate of the warming by so many Gt of CO2, degrees C",
     "skpi_carbon_warming"},
    {"skpi_digital_share", "ididi", digital_share, "year, digital, digital_revision, gdp, gdp_revision",
     "share of GDP; the revisions (1 preliminary, 2 verified, 3 after a census, 0 unstated) must agree",
     "skpi_digital_share"},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static void refuse(sqlite3_context *context, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    char *words = sqlite3_vmprintf(format, values);
    va_end(values);
    if (words)
        sqlite3_result_error(context, words, -1);
    else
        sqlite3_result_error_nomem(context);
    sqlite3_free(words);
}

/* Reads the arguments, calls the function, and returns a value, NULL or an error.  With a warning (a positive status) it
 * returns the value, and logs the words. */
static void call(sqlite3_context *context, int n, sqlite3_value **given)
{
    const function *f = sqlite3_user_data(context);
    double x[MOST], out = (double)NAN;
    for (int i = 0; i < n; i++)
        if (sqlite3_value_type(given[i]) == SQLITE_NULL) return; /* the result is NULL unless it is set */
    for (int i = 0; i < n; i++) {
        int type = sqlite3_value_type(given[i]);
        x[i] = sqlite3_value_double(given[i]);
        if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) {
            refuse(context, "%s: argument %d is not a number", f->name, i + 1);
            return;
        }
        if (f->args[i] != 'd' && !(x[i] == trunc(x[i]) && fabs(x[i]) <= INT32_MAX)) {
            refuse(context, "%s: argument %d = %!.17g is not a whole number of 32 bits", f->name, i + 1, x[i]);
            return;
        }
        if (f->args[i] == 'n' && x[i] < 0) {
            refuse(context, "%s: argument %d = %!.17g is below 0", f->name, i + 1, x[i]);
            return;
        }
    }
    skpi_status s = f->run(x, &out);
    if (s < 0) {
        refuse(context, "%s: %s", skpi_status_name(s), skpi_last_error());
        return;
    }
    for (int32_t bit = 1; s > 0 && bit <= s; bit *= 2) /* a status may hold several warnings */
        if (s & bit)
            sqlite3_log(SQLITE_WARNING, "%s: %s: %s", skpi_status_name(bit), f->name,
                        bit == SKPI_WUNUSUAL ? skpi_last_error() : skpi_status_message(bit));
    sqlite3_result_double(context, out); /* a NaN becomes NULL in SQL */
}

static void version(sqlite3_context *context, int n, sqlite3_value **given)
{
    (void)n, (void)given;
    sqlite3_result_text(context, skpi_version(), -1, SQLITE_STATIC);
}

/* skpi_functions(): a table that is made from functions[], whose rowid is the number of the row. */
typedef struct list_cursor {
    sqlite3_vtab_cursor base;
    sqlite3_int64 row;
} list_cursor;

static int list_connect(sqlite3 *db, void *aux, int n, const char *const *given, sqlite3_vtab **table, char **error)
{
    (void)aux, (void)n, (void)given, (void)error;
    int rc = sqlite3_declare_vtab(db, "CREATE TABLE skpi_functions(name TEXT, arguments TEXT, gives TEXT, page TEXT)");
    if (rc) return rc;
    *table = sqlite3_malloc(sizeof **table);
    if (!*table) return SQLITE_NOMEM;
    **table = (sqlite3_vtab){0};
    sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    return SQLITE_OK;
}

static int list_disconnect(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

static int list_plan(sqlite3_vtab *table, sqlite3_index_info *plan)
{
    (void)table;
    plan->estimatedRows = FUNCTIONS;
    plan->estimatedCost = FUNCTIONS;
    return SQLITE_OK;
}

static int list_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    (void)table;
    list_cursor *c = sqlite3_malloc(sizeof *c);
    if (!c) return SQLITE_NOMEM;
    *c = (list_cursor){.row = 0};
    *cursor = &c->base;
    return SQLITE_OK;
}

static int list_close(sqlite3_vtab_cursor *cursor)
{
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int list_first(sqlite3_vtab_cursor *cursor, int number, const char *text, int n, sqlite3_value **given)
{
    (void)number, (void)text, (void)n, (void)given;
    ((list_cursor *)cursor)->row = 0;
    return SQLITE_OK;
}

static int list_next(sqlite3_vtab_cursor *cursor)
{
    ((list_cursor *)cursor)->row++;
    return SQLITE_OK;
}

static int list_end(sqlite3_vtab_cursor *cursor) { return ((list_cursor *)cursor)->row >= FUNCTIONS; }

static int list_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    const function *f = functions + ((list_cursor *)cursor)->row;
    const char *const said[] = {f->name, f->arguments, f->gives, f->page};
    sqlite3_result_text(context, said[column], -1, SQLITE_STATIC);
    return SQLITE_OK;
}

static int list_row(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
    *row = ((list_cursor *)cursor)->row;
    return SQLITE_OK;
}

static const sqlite3_module list = {.xConnect = list_connect,
                                    .xBestIndex = list_plan,
                                    .xDisconnect = list_disconnect,
                                    .xOpen = list_open,
                                    .xClose = list_close,
                                    .xFilter = list_first,
                                    .xNext = list_next,
                                    .xEof = list_end,
                                    .xColumn = list_column,
                                    .xRowid = list_row};

int sqlite3_smartkpisqlite_init(sqlite3 *db, char **error, const sqlite3_api_routines *api);

#ifdef _WIN32
__declspec(dllexport)
#endif
    int sqlite3_smartkpisqlite_init(sqlite3 *db, char **error, const sqlite3_api_routines *api)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    (void)error;
    SQLITE_EXTENSION_INIT2(api);
    int rc = sqlite3_create_module(db, "skpi_functions", &list, NULL);
    for (size_t i = 0; !rc && i < FUNCTIONS; i++) {
        const function *f = functions + i;
        int n = 0;
        while (f->args[n]) n++;
        rc = sqlite3_create_function(db, f->name, n, flags, (void *)f, f->run ? call : version, NULL, NULL);
    }
    return rc;
}
