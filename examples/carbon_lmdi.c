/* Decomposes changes of emissions: LMDI-I of each case of a file, in both forms.
 *
 * In: case,sector,factor_index,factor,x_base,x_end; the value of a sector is the product of its factors, factor_index
 * counts them from 0. Out: case,form,factor,effect; the rows "total" and "residual" end each form.  A case that the
 * library refuses in a form has one row case,error,<name of the status>, instead, and a warning says why. */
#include "common/cells.h"
#include "common/csv.h"
#include "common/names.h"

#include <ctype.h>
#include <math.h>
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
    size_t *place;       /* the row of each cell */
    double *factor0, *factor1;
} one;

static size_t factor_index(const input *in, size_t row)
{
    const double value = csv_number(in->t, row, in->index);
    if (!(value >= 0 && value < 1e6) || value != (double)(size_t)value)
        csv_fail(in->t, row, in->index, "factor_index \"%s\" is not 0, 1, 2 ...", csv_raw(in->t, row, in->index));
    return (size_t)value;
}

/* Whether a sector is named as tables name a total among its parts: "Total", "sum", "All sectors". */
static int is_sum(const char *name)
{
    static const char *const words[] = {"total", "sum", "all", "overall", "subtotal"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t n = 0;
        while (words[k][n] && tolower((unsigned char)name[n]) == words[k][n]) n++;
        if (!words[k][n] && !isalnum((unsigned char)name[n])) return 1;
    }
    return 0;
}

static double sector_value(const double *factor, size_t sector, size_t n_factors)
{
    double product = 1;
    for (size_t k = 0; k < n_factors; k++) product *= factor[sector * n_factors + k];
    return product;
}

/* Whether the value of a sector is the sum of all others, as far as rounded figures tell. */
static int sector_is_rest(const double *factor, size_t sector, size_t n_sectors, size_t n_factors)
{
    const double value = sector_value(factor, sector, n_factors);
    double rest = 0;
    for (size_t i = 0; i < n_sectors; i++)
        if (i != sector) rest += sector_value(factor, i, n_factors);
    return fabs(value - rest) <= 1e-2 * fabs(value);
}

/* Warns of a sector that is the total of the others: with it every effect would be counted twice. */
static void case_sums(const input *in, const one *c)
{
    for (size_t i = 0; c->n_sectors > 1 && i < c->n_sectors; i++) {
        const size_t row = c->place[i * c->n_factors];
        const char *name = csv_raw(in->t, row, in->sector);
        if (is_sum(name) && sector_is_rest(c->factor0, i, c->n_sectors, c->n_factors) &&
            sector_is_rest(c->factor1, i, c->n_sectors, c->n_factors))
            csv_warn(in->t, row, in->sector,
                     "sector \"%s\" is the sum of the other sectors of case \"%s\": every effect is counted twice",
                     name, c->name);
    }
}

static void case_read(const input *in, one *c)
{
    names *sectors = names_new(c->rows);
    size_t *at = program_memory(c->rows, sizeof *at);
    for (size_t r = 0; r < c->rows; r++) {
        const size_t k = factor_index(in, c->row[r]);
        at[r] = (size_t)names_add(sectors, csv_text(in->t, c->row[r], in->sector));
        if (at[r] == c->n_sectors) c->n_sectors++;
        if (k >= c->n_factors) c->n_factors = k + 1;
    }
    if (c->rows != c->n_sectors * c->n_factors)
        csv_fail(in->t, c->row[c->rows - 1], in->name, "case \"%s\" has %zu rows for %zu sectors x %zu factors",
                 c->name, c->rows, c->n_sectors, c->n_factors);
    c->factor = program_memory(c->n_factors, sizeof *c->factor);
    c->place = program_memory(c->rows, sizeof *c->place);
    c->factor0 = program_memory(c->rows, sizeof *c->factor0);
    c->factor1 = program_memory(c->rows, sizeof *c->factor1);
    char *seen = program_memory(c->rows, 1);
    for (size_t r = 0; r < c->rows; r++) {
        const size_t row = c->row[r], k = factor_index(in, row), of = at[r] * c->n_factors + k;
        const char *name = csv_text(in->t, row, in->factor);
        if (seen[of]++) csv_fail(in->t, row, in->index, "the sector has factor %zu twice", k);
        if (c->factor[k] && strcmp(c->factor[k], name))
            csv_fail(in->t, row, in->factor, "factor %zu was \"%s\" before", k, c->factor[k]);
        c->factor[k] = name;
        c->place[of] = row;
        c->factor0[of] = csv_number(in->t, row, in->x_base);
        c->factor1[of] = csv_number(in->t, row, in->x_end);
    }
    free(seen);
    free(at);
    names_free(sectors);
    case_sums(in, c);
}

static void case_effect(const char *name, const char *form, const char *factor, double effect)
{
    csv_put_text(stdout, 1, name);
    csv_put_text(stdout, 0, form);
    csv_put_text(stdout, 0, factor);
    csv_put_number(stdout, 0, effect);
    putchar('\n');
}

/* Says why a case has no effects in a form, at the cell that the library speaks of. */
static void case_refused(const input *in, const one *c, const char *form_name)
{
    const char *words = cells_words();
    skpi_error e = {.size = sizeof e, .name = ""};
    size_t row = c->row[0], column = in->name;
    if (skpi_last_error_get(&e) >= 0 && e.column >= 0) row = c->place[e.column];
    if (!strcmp(e.name, "factor0")) column = in->x_base;
    if (!strcmp(e.name, "factor1")) column = in->x_end;
    words += strcspn(words, " "); /* the argument, which is called otherwise in the file */
    csv_warn(in->t, row, column, "%s%s; case \"%s\" has no %s effects",
             column == in->name ? "an effect" : csv_title(in->t, column), words, c->name, form_name);
}

static void case_tell(const input *in, const one *c, skpi_status s)
{
    for (int32_t bit = 1; bit <= s; bit *= 2)
        if (s & bit) csv_warn(in->t, c->row[0], in->name, "%s; case \"%s\"", skpi_status_message(bit), c->name);
}

/* Returns 1 if the library accepts the case in this form. */
static int case_decompose(const input *in, const one *c, const char *form_name, int32_t form)
{
    double *effect = program_memory(c->n_factors, sizeof *effect), total, residual;
    skpi_carbon_lmdi_out out = {.size = sizeof out, .effect = effect, .total = &total, .residual = &residual};
    const skpi_status s = skpi_carbon_lmdi(1, c->n_sectors, c->n_factors, c->factor0, c->factor1, form, &out, NULL);
    case_tell(in, c, s);
    if (s < 0) {
        case_refused(in, c, form_name);
        csv_put_text(stdout, 1, c->name);
        printf(",error,%s,\n", skpi_status_name(s));
    }
    for (size_t k = 0; s >= 0 && k < c->n_factors; k++) case_effect(c->name, form_name, c->factor[k], effect[k]);
    if (s >= 0) case_effect(c->name, form_name, "total", total), case_effect(c->name, form_name, "residual", residual);
    free(effect);
    return s >= 0;
}

static void case_add(one *c, size_t row)
{
    if (c->rows == c->room) {
        size_t *more = program_memory(c->room = 2 * c->room + 8, sizeof *more);
        if (c->rows) memcpy(more, c->row, c->rows * sizeof *more);
        free(c->row);
        c->row = more;
    }
    c->row[c->rows++] = row;
}

int main(int argc, char **argv)
{
    program_begin(argc, argv,
                  "usage: carbon_lmdi FILE\n"
                  "Decomposes changes of emissions by LMDI-I, additive and multiplicative.\n"
                  "FILE has the columns case,sector,factor_index,factor,x_base,x_end; - is standard input.\n"
                  "Prints case,form,factor,effect.  A case that has no effects in a form, such as one whose total\n"
                  "becomes 0 in the multiplicative one, has the row case,error,status, there; file:line:column:\n"
                  "warning: text on standard error says why.\n"
                  "Exit status: 0 success, 1 bad data or no case that could be computed, 2 wrong usage.\n");
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
    names *all = names_new(csv_rows(in.t));
    for (size_t row = 0; row < csv_rows(in.t); row++) {
        one *c = &cases[names_add(all, csv_text(in.t, row, in.name))];
        c->name = csv_text(in.t, row, in.name);
        case_add(c, row);
    }
    const size_t n = all->n;
    size_t done = 0;
    names_free(all);
    /* all cases are read first, so that a bad file prints nothing */
    for (size_t i = 0; i < n; i++) case_read(&in, &cases[i]);
    puts("case,form,factor,effect");
    for (size_t i = 0; i < n; i++) {
        if (case_decompose(&in, &cases[i], "additive", SKPI_CARBON_LMDI_FORM_ADDITIVE)) {
            case_decompose(&in, &cases[i], "multiplicative", SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE);
            done++;
        }
        free(cases[i].row);
        free(cases[i].place);
        free(cases[i].factor);
        free(cases[i].factor0);
        free(cases[i].factor1);
    }
    free(cases);
    if (n && !done) program_say("carbon_lmdi: no case of %s could be computed", csv_name(in.t));
    csv_free(in.t);
    const int end = program_end();
    return n && !done ? PROGRAM_DATA : end;
}
