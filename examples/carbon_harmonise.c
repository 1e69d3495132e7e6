/* Moves the paths of models onto inventories, by each method.
 *
 * In: case,harmonise_year,history,method,year,value; rows with the method "model" are the input; those of the methods of
 * the output are not read, and other methods are refused.
 * Out: the same columns: the model, then each method over its years.  The methods that return to the model do so in
 * 2020, 2030 ... 2100 and 2150; their names end with this year.  A value is empty where the method has none.  If the
 * method refuses a case, there is one row without a year, whose value is the name of the status, and a warning says why;
 * keep_zero needs no words where the model never reaches 0. */
#include "common/cells.h"
#include "common/csv.h"
#include "common/names.h"
#include "common/one_row.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

typedef struct input {
    csv *t;
    size_t name, base, history, method, year, value; /* positions of the columns */
} input;

typedef struct one {   /* one case; its rows need not stand together */
    size_t row, *rows; /* the first row, and that of each year */
    const char *name, *history_text;
    int32_t base;
    double history;
    size_t m, room;
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

/* Says why a method refuses a case, at the cell that the library speaks of. */
static void case_refused(const input *in, const one *c, const char *method)
{
    const char *words = cells_words();
    skpi_error e = {.size = sizeof e, .name = ""};
    size_t row = c->row, column = in->base;
    if (skpi_last_error_get(&e) >= 0) {
        if (!strcmp(e.name, "history")) column = in->history;
        if (!strncmp(e.name, "model->", 7)) column = !strcmp(e.name, "model->year") ? in->year : in->value;
        if (column != in->history && column != in->base && e.column >= 0) row = c->rows[e.column];
    }
    words += strcspn(words, " "); /* the argument, which is called otherwise in the file */
    csv_warn(in->t, row, column, "%s%s; case \"%s\" has no %s", csv_title(in->t, column), words, c->name, method);
}

static void case_tell(const input *in, const one *c, const char *method, skpi_status s)
{
    const cell cells[] = {cell_by_column("model->value", in->t, c->row, in->value, c->rows),
                          cell_at("history", in->t, c->row, in->history)};
    cells_tell(s, 2, cells);
    for (int32_t bit = 1; bit <= s; bit *= 2)
        if (s & bit && bit != SKPI_WUNUSUAL)
            csv_warn(in->t, c->row, in->history, "%s; %s of case \"%s\"",
                     bit == SKPI_WADJUSTED ? "history is 0, and no ratio leads away from 0" : skpi_status_message(bit),
                     method, c->name);
}

/* Returns 1 if the method accepts the case. */
static int case_harmonise(const input *in, const one *c, const struct method *of, const char *name, int32_t end)
{
    double *out = program_memory(c->m, sizeof *out);
    const skpi_table model = one_row(c->m, c->year, c->value, NULL);
    const skpi_carbon_harmonise_options o = {
        .size = sizeof o, .flags = SKPI_CARBON_HARMONISE_FLAG_PAST, .method = of->method, .end_year = end};
    const skpi_status s = skpi_carbon_harmonise(&model, &c->history, c->base, &o, out, NULL, NULL);
    if (s < 0) {
        if (of->method != SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO || s != SKPI_ENOTFOUND) case_refused(in, c, of->name);
        case_line(c, name);
        printf(",,%s\n", skpi_status_name(s));
    } else {
        case_tell(in, c, of->name, s);
        case_path(c, name, out);
    }
    free(out);
    return s >= 0;
}

/* Warns of a history that is far from the model of its year, or of the next one: one of them is perhaps in another unit. */
static void case_unit(const input *in, const one *c)
{
    enum { FAR = 100 };
    size_t j = 0;
    while (j < c->m && c->year[j] < c->base) j++;
    if (j == c->m || !(c->history * c->value[j] > 0)) return;
    const double factor = fmax(c->history / c->value[j], c->value[j] / c->history), power = log10(factor);
    if (factor < FAR) return;
    const char *unit = fabs(power - 3) < .3   ? ": Mt beside Gt, or kt beside Mt?"
                       : fabs(power - 6) < .3 ? ": t beside Mt, or kt beside Gt?"
                       : fabs(power - 9) < .3 ? ": t beside Gt?"
                                              : ": is one of them in another unit?";
    csv_warn(in->t, c->rows[j], in->history, "history %s and the model's %s in %d differ by a factor of %.3g%s",
             c->history_text, csv_raw(in->t, c->rows[j], in->value), (int)c->year[j], factor, unit);
}

/* Returns 1 if any method accepts the case. */
static int case_methods(const input *in, const one *c)
{
    int done = 0;
    char name[40];
    case_unit(in, c);
    case_path(c, "model", c->value);
    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
        if (!methods[k].ends) {
            done |= case_harmonise(in, c, &methods[k], methods[k].name, 0);
            continue;
        }
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            if (ends[i] <= c->base) continue;
            if (methods[k].method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE && ends[i] > c->year[c->m - 1]) continue;
            snprintf(name, sizeof name, "%s_%d", methods[k].name, (int)ends[i]);
            done |= case_harmonise(in, c, &methods[k], name, ends[i]);
        }
    }
    return done;
}

/* Whether the text is a method with an end year, such as "reduce_ratio_2050". */
static int is_ending(const char *text)
{
    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
        const size_t length = strlen(methods[k].name);
        if (!methods[k].ends || strncmp(text, methods[k].name, length) || text[length] != '_') continue;
        if (strlen(text) == length + 5 && strspn(text + length + 1, "0123456789") == 4) return 1;
    }
    return 0;
}

/* 1 for a row of the model; one of another method is not read, and an unknown one fails. */
static int is_model(const input *in, size_t row)
{
    enum { METHODS = sizeof methods / sizeof *methods };
    const char *word[METHODS + 1] = {"model"}, *text = csv_text(in->t, row, in->method);
    for (size_t k = 0; k < METHODS; k++) word[k + 1] = methods[k].name;
    return !is_ending(text) && !csv_choice(in->t, row, in->method, METHODS + 1, word);
}

static void case_begin(const input *in, one *c, size_t row)
{
    *c = (one){.row = row,
               .name = csv_text(in->t, row, in->name),
               .history_text = csv_raw(in->t, row, in->history),
               .base = csv_year(in->t, row, in->base),
               .history = csv_number(in->t, row, in->history)};
}

static void case_grow(one *c)
{
    int32_t *year = program_memory(c->room = 2 * c->room + 8, sizeof *year);
    double *value = program_memory(c->room, sizeof *value);
    size_t *rows = program_memory(c->room, sizeof *rows);
    for (size_t k = 0; k < c->m; k++) year[k] = c->year[k], value[k] = c->value[k], rows[k] = c->rows[k];
    free(c->year), free(c->value), free(c->rows);
    c->year = year, c->value = value, c->rows = rows;
}

/* Adds a row of the model to its case; the years of a case must increase. */
static void case_add(const input *in, one *c, size_t row)
{
    if (csv_year(in->t, row, in->base) != c->base) csv_fail(in->t, row, in->base, "was %d before", (int)c->base);
    if (csv_number(in->t, row, in->history) != c->history)
        csv_fail(in->t, row, in->history, "was %s before", c->history_text);
    if (c->m == c->room) case_grow(c);
    c->year[c->m] = c->m ? csv_year_after(in->t, row, in->year, c->year[c->m - 1]) : csv_year(in->t, row, in->year);
    c->rows[c->m] = row;
    c->value[c->m++] = csv_number(in->t, row, in->value);
}

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: carbon_harmonise FILE\n"
        "Moves the paths of models onto inventories, by each method.  FILE has the columns\n"
        "case,harmonise_year,history,method,year,value; - is standard input.  The input is in the rows with the\n"
        "method \"model\"; rows of the methods that this prints are not read, others are refused.  Prints the same\n"
        "columns.  A method that refuses a case has one row without a year there, whose value is the name of the\n"
        "status; file:line:column: warning: text on standard error says why, except where keep_zero finds no zero\n"
        "(SKPI_ENOTFOUND).\n"
        "Exit status: 0 success, 1 bad data or no case that could be moved, 2 wrong usage.\n");
    char **file;
    program_operands(1, 1, &file);
    input in = {.t = csv_read(file[0])};
    in.name = csv_column(in.t, "case");
    in.base = csv_column(in.t, "harmonise_year");
    in.history = csv_column(in.t, "history");
    in.method = csv_column(in.t, "method");
    in.year = csv_column(in.t, "year");
    in.value = csv_column(in.t, "value");
    const size_t rows = csv_rows(in.t);
    size_t done = 0;
    one *cases = program_memory(rows, sizeof *cases);
    names *all = names_new(rows);
    for (size_t row = 0; row < rows; row++) { /* all cases are read first, so that a bad file prints nothing */
        if (!is_model(&in, row)) continue;
        one *c = &cases[names_add(all, csv_text(in.t, row, in.name))];
        if (!c->m) case_begin(&in, c, row);
        case_add(&in, c, row);
    }
    const size_t n = all->n;
    if (rows && !n) csv_fail(in.t, CSV_WHOLE, in.method, "no row has the method \"model\": there is nothing to move");
    puts("case,harmonise_year,history,method,year,value");
    for (size_t i = 0; i < n; i++) {
        done += (size_t)case_methods(&in, &cases[i]);
        free(cases[i].rows);
        free(cases[i].year);
        free(cases[i].value);
    }
    free(cases);
    names_free(all);
    if (n && !done) program_say("carbon_harmonise: no case of %s could be moved", csv_name(in.t));
    csv_free(in.t);
    const int end = program_end();
    return n && !done ? PROGRAM_DATA : end;
}
