/* Decomposes changes of emissions: LMDI-I of each case of a file, in both forms.
 *
 * In: case,sector,factor_index,factor,x_base,x_end; the value of a sector is the product of its factors, factor_index
 * counts them from 0. Out: case,form,factor,effect; the rows "total" and "residual" end each form.  A case that the
 * library refuses has one row case,error,<name of the status>, instead. */
#include "common/csv.h"

#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

typedef struct input {
    csv *t;
    size_t name, sector, index, factor, x_base, x_end; /* positions of the columns */
} input;

typedef struct one { /* one case: its rows in the file, and its cells */
    const char *name;
    size_t *row, rows, room;
    size_t n_sectors, n_factors;
    const char **factor; /* names of the factors */
    double *factor0, *factor1;
} one;

static size_t factor_index(const input *in, size_t row)
{
    const double value = csv_number(in->t, row, in->index);
    if (!(value >= 0 && value < 1e6) || value != (double)(size_t)value)
        csv_fail(in->t, row, in->index, "factor_index \"%s\" is not 0, 1, 2 ...", csv_raw(in->t, row, in->index));
    return (size_t)value;
}

/* The number of a row's sector within its case; sectors are numbered in the order in which they appear. */
static size_t sector_of(const input *in, const char **sector, size_t *n_sectors, size_t row)
{
    const char *text = csv_text(in->t, row, in->sector);
    for (size_t i = *n_sectors; i-- > 0;)
        if (!strcmp(sector[i], text)) return i;
    sector[*n_sectors] = text;
    return (*n_sectors)++;
}

static void case_read(const input *in, one *c)
{
    const char **sector = program_memory(c->rows, sizeof *sector);
    size_t *at = program_memory(c->rows, sizeof *at);
    for (size_t r = 0; r < c->rows; r++) {
        const size_t k = factor_index(in, c->row[r]);
        at[r] = sector_of(in, sector, &c->n_sectors, c->row[r]);
        if (k >= c->n_factors) c->n_factors = k + 1;
    }
    if (c->rows != c->n_sectors * c->n_factors)
        csv_fail(in->t, c->row[c->rows - 1], in->name, "case \"%s\" has %zu rows for %zu sectors x %zu factors",
                 c->name, c->rows, c->n_sectors, c->n_factors);
    c->factor = program_memory(c->n_factors, sizeof *c->factor);
    c->factor0 = program_memory(c->rows, sizeof *c->factor0);
    c->factor1 = program_memory(c->rows, sizeof *c->factor1);
    char *seen = program_memory(c->rows, 1);
    for (size_t r = 0; r < c->rows; r++) {
        const size_t row = c->row[r], k = factor_index(in, row), cell = at[r] * c->n_factors + k;
        const char *name = csv_text(in->t, row, in->factor);
        if (seen[cell]++) csv_fail(in->t, row, in->index, "the sector has factor %zu twice", k);
        if (c->factor[k] && strcmp(c->factor[k], name))
            csv_fail(in->t, row, in->factor, "factor %zu was \"%s\" before", k, c->factor[k]);
        c->factor[k] = name;
        c->factor0[cell] = csv_number(in->t, row, in->x_base);
        c->factor1[cell] = csv_number(in->t, row, in->x_end);
    }
    free(seen);
    free(at);
    free(sector);
}

static void case_effect(const char *name, const char *form, const char *factor, double effect)
{
    csv_put_text(stdout, 1, name);
    csv_put_text(stdout, 0, form);
    csv_put_text(stdout, 0, factor);
    csv_put_number(stdout, 0, effect);
    putchar('\n');
}

/* Returns 1 if the library accepts the case in this form. */
static int case_decompose(const one *c, const char *form_name, int32_t form)
{
    double *effect = program_memory(c->n_factors, sizeof *effect), total, residual;
    skpi_carbon_lmdi_out out = {.size = sizeof out, .effect = effect, .total = &total, .residual = &residual};
    const skpi_status s = skpi_carbon_lmdi(1, c->n_sectors, c->n_factors, c->factor0, c->factor1, form, &out, NULL);
    if (s < 0) {
        csv_put_text(stdout, 1, c->name);
        printf(",error,%s,\n", skpi_status_name(s));
    }
    for (size_t k = 0; s >= 0 && k < c->n_factors; k++) case_effect(c->name, form_name, c->factor[k], effect[k]);
    if (s >= 0) case_effect(c->name, form_name, "total", total), case_effect(c->name, form_name, "residual", residual);
    free(effect);
    return s >= 0;
}

/* The case of a row.  Neighbouring rows usually have the same case, so the last one is tried first. */
static one *case_of(const input *in, one *cases, size_t *n, size_t row)
{
    const char *name = csv_text(in->t, row, in->name);
    for (size_t i = *n; i-- > 0;)
        if (!strcmp(cases[i].name, name)) return &cases[i];
    cases[*n].name = name;
    return &cases[(*n)++];
}

int main(int argc, char **argv)
{
    program_begin(argc, argv,
                  "usage: carbon_lmdi FILE\n"
                  "Decomposes changes of emissions by LMDI-I, additive and multiplicative.\n"
                  "FILE has the columns case,sector,factor_index,factor,x_base,x_end; - is standard input.\n"
                  "Prints case,form,factor,effect.\n");
    char **file;
    program_operands(1, 1, &file);
    input in = {.t = csv_read(file[0])};
    in.name = csv_column(in.t, "case");
    in.sector = csv_column(in.t, "sector");
    in.index = csv_column(in.t, "factor_index");
    in.factor = csv_column(in.t, "factor");
    in.x_base = csv_column(in.t, "x_base");
    in.x_end = csv_column(in.t, "x_end");
    one *cases = program_memory(csv_rows(in.t), sizeof *cases);
    size_t n = 0;
    for (size_t row = 0; row < csv_rows(in.t); row++) {
        one *c = case_of(&in, cases, &n, row);
        if (c->rows == c->room) {
            size_t *more = program_memory(c->room = 2 * c->room + 8, sizeof *more);
            if (c->rows) memcpy(more, c->row, c->rows * sizeof *more);
            free(c->row);
            c->row = more;
        }
        c->row[c->rows++] = row;
    }
    /* all cases are read first, so that a bad file prints nothing */
    for (size_t i = 0; i < n; i++) case_read(&in, &cases[i]);
    puts("case,form,factor,effect");
    for (size_t i = 0; i < n; i++) {
        if (case_decompose(&cases[i], "additive", SKPI_CARBON_LMDI_FORM_ADDITIVE))
            case_decompose(&cases[i], "multiplicative", SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE);
        free(cases[i].row);
        free(cases[i].factor);
        free(cases[i].factor0);
        free(cases[i].factor1);
    }
    free(cases);
    csv_free(in.t);
    return program_end();
}
