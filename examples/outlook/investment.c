/* Effects of an investment: each through each input-output table. */
#include "investment.h"
#include "units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The GDP of the place and year in the investment's currency, billions; the last row of gdp.csv that has it. */
static double investment_gdp(const tables *in, const investment *v)
{
    const csv *g = in->table[GDP];
    double found = (double)NAN;
    if (!g) return found;
    const size_t places = csv_column(g, "place"), years = csv_column(g, "year"), value = csv_column(g, "gdp");
    const money m = money_columns(g);
    for (size_t i = 0; i < csv_rows(g); i++)
        if (row_place(in, GDP, i, places) == v->place && csv_year(g, i, years) == v->year &&
            !strcmp(money_currency(g, i, m), v->currency))
            found = csv_positive(g, i, value) * money_bn(g, i, m);
    return found;
}

static void investment_impact(const investments *all, const tables *in, const investment *v, const io_table *t,
                              impact *m)
{
    const size_t n = t->n;
    double **const column[] = {&m->bought, &m->output, &m->value, &m->jobs};
    for (size_t k = 0; k < 4; k++) *column[k] = program_memory(n, sizeof **column[k]);
    for (size_t i = 0; i < n; i++) m->bought[i] = v->bn * t->part[i];
    skpi_economy_iotable_impact_out out = {.size = sizeof out,
                                           .output = m->output,
                                           .value_added = m->value,
                                           .jobs = t->knows_jobs ? m->jobs : NULL,
                                           .total_output = &m->all_output,
                                           .total_value_added = &m->all_value,
                                           .total_jobs = t->knows_jobs ? &m->all_jobs : NULL};
    if (skpi_economy_iotable_impact(t->factored, 1, m->bought, &out) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    for (size_t i = 0; i < n; i++) {
        m->direct_jobs += t->jobs[i] / t->output[i] * m->bought[i];
        if (!strcmp(csv_raw(in->table[IO_SECTORS], t->first + i, all->columns.digital), "1"))
            m->digital_value += m->value[i];
    }
}

/* Projects are counted; NaN: their number is not known. */
static double projects_read(const csv *t, size_t row, size_t column)
{
    if (csv_missing(t, row, column)) return (double)NAN;
    const double n = csv_positive(t, row, column);
    if (n != floor(n)) csv_fail(t, row, column, "projects \"%s\" is not a whole number", csv_raw(t, row, column));
    return n;
}

void investments_compute(investments *all, const tables *in)
{
    static const char *const bound[] = {"", "at_least", "about"};
    const csv *t = in->table[INVESTMENT];
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), projects = csv_column(t, "projects"),
                 invested = csv_column(t, "invested"), bounds = csv_column(t, "bound");
    const money m = money_columns(t);
    const size_t key[] = {places, years, projects, invested, m.currency, m.unit, bounds, csv_column(t, "source")};
    csv_unique(t, sizeof key / sizeof *key, key);
    io_tables_read(all, in);
    all->rows = csv_rows(t);
    all->row = program_memory(all->rows, sizeof *all->row);
    all->impact = program_memory(all->rows * all->ios, sizeof *all->impact);
    for (size_t i = 0; i < all->rows; i++) {
        investment *v = &all->row[i];
        *v = (investment){.row = i,
                          .place = row_place(in, INVESTMENT, i, places),
                          .year = csv_year(t, i, years),
                          .bound = bound[csv_choice(t, i, bounds, 3, bound)],
                          .currency = money_currency(t, i, m),
                          .bn = csv_positive(t, i, invested) * money_bn(t, i, m),
                          .projects = projects_read(t, i, projects)};
        v->gdp = investment_gdp(in, v);
        if (v->bn > v->gdp)
            csv_fail(t, i, invested, "%g bn are more than the GDP of %g bn: a thousand?", v->bn, v->gdp);
        for (size_t k = 0; k < all->ios; k++)
            investment_impact(all, in, v, &all->io[k], &all->impact[i * all->ios + k]);
    }
}

void investments_release(investments *all)
{
    for (size_t k = 0; k < all->ios; k++) {
        io_table *t = &all->io[k];
        void *const block[] = {t->flow, t->output, t->value, t->final, t->jobs, t->part};
        for (size_t b = 0; b < sizeof block / sizeof *block; b++) free(block[b]);
        skpi_economy_iotable_free(t->factored);
    }
    for (size_t i = 0; i < all->rows * all->ios; i++) {
        void *const block[] = {all->impact[i].bought, all->impact[i].output, all->impact[i].value, all->impact[i].jobs};
        for (size_t b = 0; b < sizeof block / sizeof *block; b++) free(block[b]);
    }
    free(all->io);
    free(all->row);
    free(all->impact);
}
