/* Moves the paths of models onto inventories, by each method.
 *
 * In: case,harmonise_year,history,method,year,value; rows with the method "model" are the input, others are not read.
 * Out: the same columns: the model, then each method over its years.  The methods that return to the model do so in
 * 2020, 2030 ... 2100 and 2150; their names end with this year.  A value is empty where the method has none.  If the
 * method refuses a case, there is one row without a year, whose value is the name of the status. */
#include "common/csv.h"
#include "common/one_row.h"

#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

typedef struct input {
    csv *t;
    size_t name, base, history, method, year, value; /* positions of the columns */
    size_t *row, rows;                               /* the rows of the model */
} input;

typedef struct one { /* one case; its rows need not stand together */
    const char *name, *history_text;
    int32_t base;
    double history;
    size_t m;
    int32_t *year;
    double *value;
} one;

static const struct method {
    const char *name;
    int32_t method;
    int ends; /* 1: the case has an end year */
} methods[] = {{"constant_offset", SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0},
               {"constant_ratio", SKPI_CARBON_HARMONISE_METHOD_RATIO, 0},
               {"reduce_offset", SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, 1},
               {"reduce_ratio", SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO, 1},
               {"linear_interpolate", SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE, 1},
               {"budget", SKPI_CARBON_HARMONISE_METHOD_BUDGET, 0},
               {"keep_zero", SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO, 0}};
static const int32_t ends[] = {2020, 2030, 2040, 2050, 2060, 2070, 2080, 2090, 2100, 2150};

static void case_line(const one *c, const char *method)
{
    csv_put_text(stdout, 1, c->name);
    printf(",%d,%s,", (int)c->base, c->history_text);
    csv_put_text(stdout, 1, method);
}

static void case_path(const one *c, const char *method, const double *value)
{
    for (size_t j = 0; j < c->m; j++) {
        case_line(c, method);
        printf(",%d", (int)c->year[j]);
        csv_put_number(stdout, 0, value[j]);
        putchar('\n');
    }
}

static void case_harmonise(const one *c, const char *name, int32_t method, int32_t end)
{
    double *out = program_memory(c->m, sizeof *out);
    const skpi_table model = one_row(c->m, c->year, c->value, NULL);
    const skpi_carbon_harmonise_options o = {
        .size = sizeof o, .flags = SKPI_CARBON_HARMONISE_FLAG_PAST, .method = method, .end_year = end};
    const skpi_status s = skpi_carbon_harmonise(&model, &c->history, c->base, &o, out, NULL, NULL);
    if (s < 0) {
        case_line(c, name);
        printf(",,%s\n", skpi_status_name(s));
    } else
        case_path(c, name, out);
    free(out);
}

static void case_methods(const one *c)
{
    char name[40];
    case_path(c, "model", c->value);
    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
        if (!methods[k].ends) {
            case_harmonise(c, methods[k].name, methods[k].method, 0);
            continue;
        }
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            if (ends[i] <= c->base) continue;
            if (methods[k].method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE && ends[i] > c->year[c->m - 1]) continue;
            snprintf(name, sizeof name, "%s_%d", methods[k].name, (int)ends[i]);
            case_harmonise(c, name, methods[k].method, ends[i]);
        }
    }
}

/* Reads the case that begins at position first of the model's rows.  It has all later rows with its name, and their
 * years must increase. */
static one case_read(const input *in, size_t first, char *done)
{
    const size_t row = in->row[first];
    one c = {.name = csv_text(in->t, row, in->name),
             .history_text = csv_raw(in->t, row, in->history),
             .base = csv_year(in->t, row, in->base),
             .history = csv_number(in->t, row, in->history)};
    c.year = program_memory(in->rows - first, sizeof *c.year);
    c.value = program_memory(in->rows - first, sizeof *c.value);
    for (size_t k = first; k < in->rows; k++) {
        const size_t r = in->row[k];
        if (strcmp(csv_text(in->t, r, in->name), c.name)) continue;
        done[k] = 1;
        if (csv_year(in->t, r, in->base) != c.base) csv_fail(in->t, r, in->base, "was %d before", (int)c.base);
        if (csv_number(in->t, r, in->history) != c.history)
            csv_fail(in->t, r, in->history, "was %s before", c.history_text);
        c.year[c.m] = c.m ? csv_year_after(in->t, r, in->year, c.year[c.m - 1]) : csv_year(in->t, r, in->year);
        c.value[c.m++] = csv_number(in->t, r, in->value);
    }
    return c;
}

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: carbon_harmonise FILE\n"
        "Moves the paths of models onto inventories, by each method.  FILE has the columns\n"
        "case,harmonise_year,history,method,year,value; - is standard input.  The input is in the rows with the\n"
        "method \"model\"; other rows are ignored.  Prints the same columns.\n");
    char **file;
    program_operands(1, 1, &file);
    input in = {.t = csv_read(file[0])};
    in.name = csv_column(in.t, "case");
    in.base = csv_column(in.t, "harmonise_year");
    in.history = csv_column(in.t, "history");
    in.method = csv_column(in.t, "method");
    in.year = csv_column(in.t, "year");
    in.value = csv_column(in.t, "value");
    in.row = program_memory(csv_rows(in.t), sizeof *in.row);
    for (size_t row = 0; row < csv_rows(in.t); row++)
        if (!strcmp(csv_text(in.t, row, in.method), "model")) in.row[in.rows++] = row;
    char *done = program_memory(in.rows, 1);
    one *cases = program_memory(in.rows, sizeof *cases);
    size_t n = 0;
    for (size_t k = 0; k < in.rows; k++) /* all cases are read first, so that a bad file prints nothing */
        if (!done[k]) cases[n++] = case_read(&in, k, done);
    puts("case,harmonise_year,history,method,year,value");
    for (size_t i = 0; i < n; i++) {
        case_methods(&cases[i]);
        free(cases[i].year);
        free(cases[i].value);
    }
    free(cases);
    free(done);
    free(in.row);
    csv_free(in.t);
    return program_end();
}
