/* The CO2 path: its terms, its power, its years. */
#include "carbon.h"
#include "../common/cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const term_name[] = {"t_peak",   "e_peak", "plateau_years", "t_net_zero",
                                        "residual", "budget", "t_budget"};
static const char *const term_argument[] = {"path->t_peak",   "path->e_peak", "path->plateau", "path->t_net_zero",
                                            "path->residual", "target",       "path->t_budget"};
enum { T_PEAK, E_PEAK, PLATEAU, T_NET_ZERO, RESIDUAL, BUDGET, T_BUDGET, TERMS };

void carbon_tell(const carbon *c, const tables *in, skpi_status status)
{
    const csv *t = in->table[CARBON];
    const history *h = &c->history;
    cell cells[TERMS + 1];
    for (size_t k = 0; k < TERMS; k++) cells[k] = cell_at(term_argument[k], t, c->row, csv_column(t, term_name[k]));
    cells[TERMS] = cell_at("path->e0", h->table, h->row[h->n - 1], h->column);
    cells_tell(status, TERMS + 1, cells);
}

static double term_year_or(const csv *t, size_t row, size_t column, double usual)
{
    return csv_missing(t, row, column) ? usual : csv_year(t, row, column);
}

/* The assumptions, in the unit of the history.  The history's last total stands in the middle of its year. */
static void carbon_terms_read(carbon *c, const tables *in)
{
    const csv *t = in->table[CARBON];
    size_t k[TERMS];
    for (size_t i = 0; i < TERMS; i++) k[i] = csv_column(t, term_name[i]);
    csv_column(t, "source");
    rows_subject(in, CARBON);
    if (csv_rows(t) > 1) csv_fail(t, 1, csv_column(t, "place"), "one row is enough: a duplicate");
    const double unit = co2_unit_read(t).gt / c->unit.gt;
    const history *h = &c->history;
    const int32_t last = h->year[h->n - 1];
    carbon_terms *o = &c->terms;
    o->t0 = last + 0.5;
    o->e0 = h->value[h->n - 1];
    if (csv_missing(t, 0, k[T_PEAK]) != csv_missing(t, 0, k[E_PEAK]))
        csv_fail(t, 0, csv_missing(t, 0, k[T_PEAK]) ? k[T_PEAK] : k[E_PEAK],
                 "is empty although %s is given: both are needed, or none of a place past its peak",
                 csv_missing(t, 0, k[T_PEAK]) ? "e_peak" : "t_peak");
    o->t_peak = term_year_or(t, 0, k[T_PEAK], o->t0); /* a place past its peak has none to come */
    if (o->t_peak < o->t0)
        csv_fail(
            t, 0, k[T_PEAK],
            "the peak at the beginning of %.0f is before the middle of %d, the year of the last total of %s: leave "
            "t_peak and e_peak empty for a place past its peak",
            o->t_peak, (int)last, csv_name(h->table));
    o->e_peak = csv_missing(t, 0, k[E_PEAK]) ? o->e0 : csv_positive(t, 0, k[E_PEAK]) * unit;
    o->plateau = csv_missing(t, 0, k[T_PEAK]) ? csv_number_or(t, 0, k[PLATEAU], 0) : csv_number(t, 0, k[PLATEAU]);
    o->t_net_zero = csv_year(t, 0, k[T_NET_ZERO]);
    o->residual = csv_number_or(t, 0, k[RESIDUAL], 0) * unit;
    o->budget = csv_number(t, 0, k[BUDGET]) * unit;
    o->t_budget = term_year_or(t, 0, k[T_BUDGET], last + 1);
    if (o->e_peak > 10 * o->e0)
        csv_fail(t, 0, k[E_PEAK], "a peak of %g %s is %.3g times the last total of %s, %g %s: a thousand?", o->e_peak,
                 c->unit.name, o->e_peak / o->e0, csv_name(h->table), o->e0, c->unit.name);
    if (o->e_peak > 3 * o->e0)
        csv_warn(t, 0, k[E_PEAK], "a peak of %g %s is %.3g times the last total of %s, %g %s%s", o->e_peak,
                 c->unit.name, o->e_peak / o->e0, csv_name(h->table), o->e0, c->unit.name,
                 o->e_peak < 4.5 * o->e0 ? ": is one of them carbon, not CO2?" : "");
    if (o->budget > 0 && 10 * o->budget < o->e0)
        csv_fail(t, 0, k[BUDGET], "a budget of %g %s is less than a tenth of the last total of %s, %g %s: a thousand?",
                 o->budget, c->unit.name, csv_name(h->table), o->e0, c->unit.name);
    if (o->plateau > 50)
        csv_warn(t, 0, k[PLATEAU],
                 "plateau_years %g is longer than half a century: a year instead of a number of years?", o->plateau);
    if (o->t_budget > o->t_net_zero)
        csv_fail(t, 0, k[T_BUDGET], "%g is after net zero, %g", o->t_budget, o->t_net_zero);
}

skpi_carbon_path carbon_path(const carbon_terms *t, const double *power)
{
    return (skpi_carbon_path){.size = sizeof(skpi_carbon_path),
                              .n = 1,
                              .shape = SKPI_CARBON_SHAPE_PEAK,
                              .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                              .t0 = &t->t0,
                              .e0 = &t->e0,
                              .residual = &t->residual,
                              .t_peak = &t->t_peak,
                              .e_peak = &t->e_peak,
                              .plateau = &t->plateau,
                              .t_net_zero = &t->t_net_zero,
                              .t_budget = &t->t_budget,
                              .power = power};
}

/* The years: those of the history, then the totals of the path and what they add up to. */
static void carbon_years(carbon *c, const tables *in)
{
    static const double prob[] = {0.17, 0.83};
    const history *h = &c->history;
    const int32_t first = h->year[h->n - 1] + 1, last = (int32_t)c->terms.t_net_zero;
    const size_t n = (size_t)(last - first + 1);
    const skpi_carbon_path path = carbon_path(&c->terms, &c->power);
    double *total = program_memory(n, sizeof *total), *cumulative = program_memory(n, sizeof *cumulative);
    double *gt = program_memory(n, sizeof *gt), *best = program_memory(n, sizeof *best);
    double *range = program_memory(2 * n, sizeof *range);
    carbon_tell(c, in, skpi_carbon_path_total(&path, first, n, total, NULL));
    carbon_tell(c, in, skpi_carbon_path_value(&path, first + 1, n, NULL, cumulative, NULL)); /* at the years' ends */
    for (size_t i = 0; i < n; i++) gt[i] = cumulative[i] * c->unit.gt;
    carbon_tell(c, in, skpi_carbon_warming(n, 2, gt, prob, best, range));
    c->years = h->n + n;
    c->year = program_memory(c->years, sizeof *c->year);
    const double none = (double)NAN;
    for (size_t i = 0; i < h->n; i++) c->year[i] = (carbon_year){h->year[i], h->value[i], none, none, none, none, 1};
    for (size_t i = 0; i < n; i++) {
        carbon_year *y = &c->year[h->n + i];
        *y = (carbon_year){first + (int32_t)i, total[i], cumulative[i], best[i], range[2 * i], range[2 * i + 1], 0};
        if (y->year < c->terms.t_budget) y->cumulative = y->best = y->low = y->high = none;
    }
    c->best = best[n - 1];
    c->cool = range[2 * n - 2];
    c->warm = range[2 * n - 1];
    void *block[] = {total, cumulative, gt, best, range};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
}

/* Changes on the year before, which others have published; the path does not use them. */
static void carbon_since_read(carbon *c, const tables *in)
{
    const csv *t = in->table[CARBON_SINCE];
    const history *h = &c->history;
    const size_t years = csv_column(t, "year"), change = csv_column(t, "change");
    csv_column(t, "source");
    rows_subject(in, CARBON_SINCE);
    c->sinces = csv_rows(t);
    c->since = program_memory(c->sinces, sizeof *c->since);
    for (size_t i = 0; i < c->sinces; i++) {
        csv_year_after(t, i, years, i ? csv_year(t, i - 1, years) : h->year[h->n - 1]);
        c->since[i] = csv_number(t, i, change);
        if (fabs(c->since[i]) > 0.3)
            csv_fail(t, i, change, "a change of %g is not a fraction of the year before (percent?)", c->since[i]);
    }
}

/* The budget must be one that some decline between these dates adds up to. */
static void budget_within(const carbon *c, const tables *in)
{
    const csv *t = in->table[CARBON];
    const double budget = c->terms.budget;
    if (budget > c->low && budget < c->high) return;
    csv_fail(t, c->row, csv_column(t, "budget"),
             "a budget of %g %s cannot be met: from %s %s in %d, with this peak and these dates, between %.2f and %.2f "
             "%s can%s",
             budget, c->unit.name, trimmed(c->terms.e0, 3), c->unit.name, (int)c->terms.t0, c->low, c->high,
             c->unit.name, budget > 30 * c->high ? ": a thousand?" : "");
}

void carbon_compute(carbon *c, const tables *in)
{
    c->history = history_read(in, CARBON_HISTORY, "co2", HISTORY_QUANTITY, NULL);
    if (!c->history.n) csv_fail(c->history.table, CSV_WHOLE, c->history.column, "no row has a value");
    c->unit = co2_unit_read(in->table[CARBON_HISTORY]);
    carbon_terms_read(c, in);
    const skpi_carbon_path path = carbon_path(&c->terms, NULL);
    carbon_tell(c, in, skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &c->low, &c->high, NULL));
    budget_within(c, in);
    carbon_tell(c, in, skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &c->terms.budget, &c->power, NULL));
    carbon_years(c, in);
    c->plain_below = (double)NAN;
    if (table_given(in, CARBON_WAYPOINTS)) carbon_waypoints_compute(c, in);
    if (table_given(in, CARBON_SINCE)) carbon_since_read(c, in);
    history_gaps_tell(&c->history);
}

double carbon_total(const carbon *c, int32_t year)
{
    for (size_t i = 0; i < c->years; i++)
        if (c->year[i].year == year) return c->year[i].total;
    return (double)NAN;
}

void carbon_release(carbon *c)
{
    history_release(&c->history);
    free(c->year);
    for (size_t i = 0; i < c->waypoints; i++) free(c->waypoint[i].total);
    free(c->waypoint);
    free(c->since);
}
