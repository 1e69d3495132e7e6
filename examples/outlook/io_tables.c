/* Input-output tables that stand in for the city's: read, checked and factored. */
#include "investment.h"
#include "../common/cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Position of a sector in its table by its key; CSV_NONE: it has none such. */
static size_t io_sector(const tables *in, const io_columns *c, const io_table *t, const char *key)
{
    const csv *s = in->table[IO_SECTORS];
    for (size_t i = 0; i < t->n; i++)
        if (!strcmp(csv_raw(s, t->first + i, c->sector), key)) return i;
    return CSV_NONE;
}

/* Whether a column is given in the rows of a table: in all of them, or in none. */
static int io_column_given(const csv *s, const io_table *t, size_t column, const char *name)
{
    const int first = !csv_missing(s, t->first, column);
    for (size_t i = 1; i < t->n; i++)
        if (first == csv_missing(s, t->first + i, column))
            csv_fail(s, t->first + i, column, "%s is given for some sectors of %s and missing for others", name,
                     t->name);
    return first;
}

static void io_flows_read(const tables *in, const io_columns *c, io_table *t)
{
    const csv *f = in->table[IO_FLOWS];
    size_t cells = 0;
    for (size_t i = 0; i < csv_rows(f); i++) {
        if (strcmp(csv_text(f, i, c->flow_table), t->name)) continue;
        const size_t from = io_sector(in, c, t, csv_text(f, i, c->seller)),
                     to = io_sector(in, c, t, csv_text(f, i, c->buyer));
        if (from == CSV_NONE || to == CSV_NONE)
            csv_fail(f, i, from == CSV_NONE ? c->seller : c->buyer, "no such sector of %s in %s", t->name,
                     csv_name(in->table[IO_SECTORS]));
        t->flow[from * t->n + to] = csv_number(f, i, c->flow);
        cells++;
    }
    if (cells != t->n * t->n)
        csv_fail(f, CSV_WHOLE, c->flow, "%zu flows of %s, %zu sectors need %zu", cells, t->name, t->n, t->n * t->n);
}

static void io_read(const tables *in, const io_columns *c, io_table *t)
{
    const csv *s = in->table[IO_SECTORS];
    const size_t n = t->n;
    t->knows_value = io_column_given(s, t, c->value_added, "value_added");
    t->knows_jobs = io_column_given(s, t, c->jobs, "jobs");
    t->flow = program_memory(n * n, sizeof *t->flow);
    double **const column[] = {&t->output, &t->value, &t->final, &t->jobs, &t->part};
    for (size_t k = 0; k < sizeof column / sizeof *column; k++) *column[k] = program_memory(n, sizeof **column[k]);
    io_flows_read(in, c, t);
    double bought = 0;
    for (size_t i = 0; i < n; i++) {
        const size_t row = t->first + i;
        csv_choice(s, row, c->digital, 2, (const char *const[]){"0", "1"});
        t->output[i] = csv_positive(s, row, c->output);
        t->final[i] = csv_number(s, row, c->final_demand);
        t->value[i] = csv_number_or(s, row, c->value_added, 0);
        t->jobs[i] = csv_number_or(s, row, c->jobs, 0);
        t->part[i] = csv_number_or(s, row, c->purchase, 0);
        if (t->part[i] < 0)
            csv_fail(s, row, c->purchase, "\"%s\" is a negative purchase", csv_raw(s, row, c->purchase));
        bought += t->part[i];
        if (t->knows_value) continue;
        t->value[i] = t->output[i]; /* all that is not bought: the library wants a figure, the report shows none */
        for (size_t j = 0; j < n; j++) t->value[i] -= t->flow[j * n + i];
    }
    if (!(bought > 0)) csv_fail(s, t->first, c->purchase, "the projects buy nothing of the sectors of %s", t->name);
    for (size_t i = 0; i < n; i++) t->part[i] /= bought;
}

/* Factored, after the library has found nothing suspect in it. */
static void io_factor(const tables *in, const io_columns *c, io_table *t)
{
    const csv *s = in->table[IO_SECTORS];
    const cell cells[] = {
        cell_by_row("source->output", s, t->first, c->output, NULL),
        cell_by_row("source->value_added", s, t->first, c->value_added, NULL),
        cell_by_row("source->final_demand", s, t->first, c->final_demand, NULL),
        cell_by_row("source->jobs", s, t->first, c->jobs, NULL),
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
            csv_fail(s, t->first + i, c->output, "output %g is not what is sold: %+.2f %%", t->output[i],
                     100 * imbalance[i]);
    cells_tell(made, 4, cells);
    free(imbalance);
}

static io_columns io_columns_find(const csv *s, const csv *f)
{
    csv_column(s, "source");
    return (io_columns){.table = csv_column(s, "table"),
                        .sector = csv_column(s, "sector"),
                        .name = csv_column(s, "name"),
                        .digital = csv_column(s, "digital"),
                        .output = csv_column(s, "output"),
                        .value_added = csv_column(s, "value_added"),
                        .final_demand = csv_column(s, "final_demand"),
                        .jobs = csv_column(s, "jobs"),
                        .purchase = csv_column(s, "purchase"),
                        .flow_table = csv_column(f, "table"),
                        .seller = csv_column(f, "seller"),
                        .buyer = csv_column(f, "buyer"),
                        .flow = csv_column(f, "flow")};
}

/* Rows of one table stand together. */
void io_tables_read(investments *v, const tables *in)
{
    const csv *s = in->table[IO_SECTORS], *f = in->table[IO_FLOWS];
    const io_columns c = v->columns = io_columns_find(s, f);
    csv_unique(s, 2, (size_t[]){c.table, c.sector});
    csv_unique(f, 3, (size_t[]){c.flow_table, c.seller, c.buyer});
    v->io = program_memory(csv_rows(s), sizeof *v->io);
    for (size_t i = 0; i < csv_rows(s); i++) {
        const char *name = csv_text(s, i, c.table);
        csv_text(s, i, c.name);
        if (i && !strcmp(name, csv_raw(s, i - 1, c.table))) {
            v->io[v->ios - 1].n++;
            continue;
        }
        for (size_t k = 0; k < v->ios; k++)
            if (!strcmp(v->io[k].name, name))
                csv_fail(s, i, c.table, "the sectors of \"%s\" do not stand together", name);
        v->io[v->ios++] = (io_table){.name = name, .first = i, .n = 1};
    }
    for (size_t i = 0; i < csv_rows(f); i++) {
        int known = 0;
        for (size_t k = 0; k < v->ios; k++) known |= !strcmp(v->io[k].name, csv_text(f, i, c.flow_table));
        if (!known) csv_fail(f, i, c.flow_table, "\"%s\" is not in %s", csv_raw(f, i, c.flow_table), csv_name(s));
    }
    for (size_t k = 0; k < v->ios; k++) {
        io_read(in, &c, &v->io[k]);
        io_factor(in, &c, &v->io[k]);
    }
}
