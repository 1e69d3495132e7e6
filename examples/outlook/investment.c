/* Effects of an investment: a final demand in input-output tables of other economies, which are used instead of the
 * city's. */
#include "outlook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Position of a sector in its table by its key; CSV_NONE: it has none such. */
static size_t io_sector(const outlook *o, const io_table *t, const char *key)
{
    const csv *s = o->table[IO_SECTORS];
    for (size_t i = 0; i < t->n; i++)
        if (!strcmp(csv_raw(s, t->first + i, csv_column(s, "sector")), key)) return i;
    return CSV_NONE;
}

/* Whether a column is given in the rows of a table: in all of them, or in none. */
static int io_column_given(const csv *s, const io_table *t, const char *name)
{
    const size_t column = csv_column(s, name);
    const int first = !csv_missing(s, t->first, column);
    for (size_t i = 1; i < t->n; i++)
        if (first == csv_missing(s, t->first + i, column))
            csv_fail(s, t->first + i, column, "%s is given for some sectors of %s and missing for others", name,
                     t->name);
    return first;
}

static void io_flows(const outlook *o, io_table *t)
{
    const csv *f = o->table[IO_FLOWS];
    const size_t table = csv_column(f, "table"), seller = csv_column(f, "seller"), buyer = csv_column(f, "buyer");
    size_t cells = 0;
    for (size_t i = 0; i < csv_rows(f); i++) {
        if (strcmp(csv_text(f, i, table), t->name)) continue;
        const size_t from = io_sector(o, t, csv_text(f, i, seller)), to = io_sector(o, t, csv_text(f, i, buyer));
        if (from == CSV_NONE || to == CSV_NONE)
            csv_fail(f, i, from == CSV_NONE ? seller : buyer, "no such sector of %s in %s", t->name,
                     csv_name(o->table[IO_SECTORS]));
        t->flow[from * t->n + to] = csv_number(f, i, csv_column(f, "flow"));
        cells++;
    }
    if (cells != t->n * t->n)
        csv_fail(f, CSV_WHOLE, csv_column(f, "flow"), "%zu flows of %s, %zu sectors need %zu", cells, t->name, t->n,
                 t->n * t->n);
}

static void io_read(const outlook *o, io_table *t)
{
    const csv *s = o->table[IO_SECTORS];
    const size_t n = t->n, final = csv_column(s, "final_demand"), jobs = csv_column(s, "jobs");
    const size_t added = csv_column(s, "value_added"), buys = csv_column(s, "purchase");
    t->knows_value = io_column_given(s, t, "value_added");
    t->knows_jobs = io_column_given(s, t, "jobs");
    t->flow = program_memory(n * n, sizeof *t->flow);
    double **const column[] = {&t->output, &t->value, &t->final, &t->jobs, &t->part};
    for (size_t k = 0; k < sizeof column / sizeof *column; k++) *column[k] = program_memory(n, sizeof **column[k]);
    io_flows(o, t);
    double bought = 0;
    for (size_t i = 0; i < n; i++) {
        const size_t row = t->first + i;
        csv_choice(s, row, csv_column(s, "digital"), 2, (const char *const[]){"0", "1"});
        t->output[i] = csv_positive(s, row, csv_column(s, "output"));
        t->final[i] = csv_number(s, row, final);
        t->value[i] = csv_number_or(s, row, added, 0);
        t->jobs[i] = csv_number_or(s, row, jobs, 0);
        t->part[i] = csv_number_or(s, row, buys, 0);
        if (t->part[i] < 0) csv_fail(s, row, buys, "\"%s\" is a negative purchase", csv_raw(s, row, buys));
        bought += t->part[i];
        if (t->knows_value) continue;
        t->value[i] = t->output[i]; /* all that is not bought: the library wants a figure, the report shows none */
        for (size_t j = 0; j < n; j++) t->value[i] -= t->flow[j * n + i];
    }
    if (!(bought > 0)) csv_fail(s, t->first, buys, "the projects buy nothing of the sectors of %s", t->name);
    for (size_t i = 0; i < n; i++) t->part[i] /= bought;
}

/* Factored, after the library has found nothing suspect in it. */
static void io_factor(const outlook *o, io_table *t)
{
    const csv *s = o->table[IO_SECTORS];
    const size_t output = csv_column(s, "output");
    const cell cells[] = {
        cell_by_row("source->output", s, t->first, output, NULL),
        cell_by_row("source->value_added", s, t->first, csv_column(s, "value_added"), NULL),
        cell_by_row("source->final_demand", s, t->first, csv_column(s, "final_demand"), NULL),
        cell_by_row("source->jobs", s, t->first, csv_column(s, "jobs"), NULL),
    };
    const skpi_economy_iotable_source source = {.size = sizeof source,
                                                .n_sectors = t->n,
                                                .flow = t->flow,
                                                .output = t->output,
                                                .value_added = t->value,
                                                .final_demand = t->final,
                                                .jobs = t->knows_jobs ? t->jobs : NULL};
    double *imbalance = program_memory(t->n, sizeof *imbalance);
    skpi_economy_iotable_source_check_out check = {.size = sizeof check, .imbalance = imbalance};
    const skpi_status seen = skpi_economy_iotable_source_check(&source, &check);
    if (seen < 0) cells_tell(seen, 4, cells); /* what is unusual is said by the next call, too */
    const skpi_status made = skpi_economy_iotable_new(&source, &t->factored);
    if (made < 0) cells_tell(made, 4, cells);
    for (size_t i = 0; i < t->n; i++)
        if (fabs(imbalance[i]) > 1e-3)
            csv_fail(s, t->first + i, output, "output %g is not what is sold: %+.2f %%", t->output[i],
                     100 * imbalance[i]);
    cells_tell(made, 4, cells);
    free(imbalance);
}

/* The places of the tables: rows of one table stand together. */
static void io_read_all(outlook *o)
{
    const csv *s = o->table[IO_SECTORS], *f = o->table[IO_FLOWS];
    const size_t table = csv_column(s, "table"), key[] = {table, csv_column(s, "sector")};
    const size_t flow_key[] = {csv_column(f, "table"), csv_column(f, "seller"), csv_column(f, "buyer")};
    csv_unique(s, 2, key);
    csv_unique(f, 3, flow_key);
    o->io = program_memory(csv_rows(s), sizeof *o->io);
    for (size_t i = 0; i < csv_rows(s); i++) {
        const char *name = csv_text(s, i, table);
        csv_text(s, i, csv_column(s, "name"));
        if (i && !strcmp(name, csv_raw(s, i - 1, table))) {
            o->io[o->ios - 1].n++;
            continue;
        }
        for (size_t k = 0; k < o->ios; k++)
            if (!strcmp(o->io[k].name, name))
                csv_fail(s, i, table, "the sectors of \"%s\" do not stand together", name);
        o->io[o->ios++] = (io_table){.name = name, .first = i, .n = 1};
    }
    for (size_t i = 0; i < csv_rows(f); i++) {
        int known = 0;
        for (size_t k = 0; k < o->ios; k++) known |= !strcmp(o->io[k].name, csv_text(f, i, flow_key[0]));
        if (!known) csv_fail(f, i, flow_key[0], "\"%s\" is not in %s", csv_raw(f, i, flow_key[0]), csv_name(s));
    }
    for (size_t k = 0; k < o->ios; k++) {
        io_read(o, &o->io[k]);
        io_factor(o, &o->io[k]);
    }
}

static double investment_gdp(const outlook *o, const place *p, int32_t year)
{
    const csv *g = o->table[GDP];
    for (size_t i = 0; i < csv_rows(g); i++)
        if (find_place(o, GDP, i) == p && csv_year(g, i, csv_column(g, "year")) == year)
            return csv_positive(g, i, csv_column(g, "gdp_bn_yuan"));
    return (double)NAN;
}

static void investment_impact(const outlook *o, const investment *v, const io_table *t, impact *m)
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
    const csv *s = o->table[IO_SECTORS];
    for (size_t i = 0; i < n; i++) {
        m->direct_jobs += t->jobs[i] / t->output[i] * m->bought[i];
        if (!strcmp(csv_raw(s, t->first + i, csv_column(s, "digital")), "1")) m->digital_value += m->value[i];
    }
}

void compute_investment(outlook *o)
{
    static const char *const bound[] = {"", "at_least", "about"};
    const csv *t = o->table[INVESTMENT];
    const size_t projects = csv_column(t, "projects");
    io_read_all(o);
    csv_column(t, "source");
    o->investments = csv_rows(t);
    o->investment = program_memory(o->investments, sizeof *o->investment);
    o->impact = program_memory(o->investments * o->ios, sizeof *o->impact);
    for (size_t i = 0; i < o->investments; i++) {
        investment *v = &o->investment[i];
        *v = (investment){.row = i,
                          .place = find_place(o, INVESTMENT, i),
                          .year = csv_year(t, i, csv_column(t, "year")),
                          .bound = bound[csv_choice(t, i, csv_column(t, "bound"), 3, bound)],
                          .bn = csv_positive(t, i, csv_column(t, "invested_bn_yuan")),
                          .projects = csv_missing(t, i, projects) ? (double)NAN : csv_positive(t, i, projects)};
        v->gdp = investment_gdp(o, v->place, v->year);
        for (size_t k = 0; k < o->ios; k++) investment_impact(o, v, &o->io[k], &o->impact[i * o->ios + k]);
    }
}

void release_investment(outlook *o)
{
    for (size_t k = 0; k < o->ios; k++) {
        io_table *t = &o->io[k];
        void *const block[] = {t->flow, t->output, t->value, t->final, t->jobs, t->part};
        for (size_t b = 0; b < sizeof block / sizeof *block; b++) free(block[b]);
        skpi_economy_iotable_free(t->factored);
    }
    for (size_t i = 0; i < o->investments * o->ios; i++) {
        void *const block[] = {o->impact[i].bought, o->impact[i].output, o->impact[i].value, o->impact[i].jobs};
        for (size_t b = 0; b < sizeof block / sizeof *block; b++) free(block[b]);
    }
    free(o->io);
    free(o->investment);
    free(o->impact);
}
