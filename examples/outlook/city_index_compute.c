/* A composite index of cities, from two tables: what the columns are, and the cities. */
#include "city_index.h"
#include "../common/cells.h"
#include "index_influence.h"
#include "index_owners.h"
#include "index_uncertainty.h"
#include "index_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_CITIES = 3, MOST_CITIES = 2000, LEAST_DIMENSIONS = 2 };
#define LARGEST 1e100 /* scores, so that their squares can be added */

const char *index_words(const city_index *x, const char *column)
{
    return x->whole == CSV_NONE ? "" : csv_raw(x->dimensions, x->whole, csv_optional(x->dimensions, column));
}

const char *index_name(const city_index *x)
{
    const char *name = index_words(x, "name");
    return *name ? name : "Index";
}

void index_tell(const city_index *x, skpi_status status)
{
    skpi_error e = {.size = sizeof e};
    if (status >= 0) return;
    const int known = skpi_last_error_get(&e) >= 0 && strstr(e.name, "value") && e.row >= 0 && e.column >= 0;
    const int here = known && (size_t)e.row < x->n && (size_t)e.column < x->m;
    const size_t column = x->dimension[here ? e.column : 0].column;
    const cells_name name = {known ? e.name : "value", here ? csv_title(x->cities, column) : "the table"};
    char words[400];
    cells_named(words, sizeof words, 1, &name);
    csv_fail(x->cities, here ? (size_t)e.row : CSV_WHOLE, column, "%s", words);
}

static int32_t direction_read(const csv *t, size_t row, size_t column)
{
    static const char *const way[] = {"1", "-1"};
    return !csv_missing(t, row, column) && csv_choice(t, row, column, 2, way) ? -1 : 1;
}

static void dimensions_read(city_index *x)
{
    const csv *t = x->dimensions;
    const size_t code = csv_column(t, "dimension"), name = csv_column(t, "name"), way = csv_optional(t, "direction");
    csv_unique(t, 1, &code);
    x->whole = CSV_NONE;
    x->dimension = program_memory(csv_rows(t), sizeof *x->dimension);
    for (size_t i = 0; i < csv_rows(t); i++) {
        const char *key = csv_text(t, i, code);
        if (!strcmp(key, "index")) {
            x->whole = i;
            continue;
        }
        const size_t column = csv_exact(x->cities, key);
        if (column == CSV_NONE) csv_fail(t, i, code, "\"%s\" is no column of %s", key, csv_name(x->cities));
        x->dimension[x->m] = (index_dimension){.code = key, .name = csv_text(t, i, name), .row = i, .column = column};
        x->dimension[x->m++].direction = direction_read(t, i, way);
        if (x->printed != CSV_NONE && x->dimension[x->m - 1].direction < 0)
            csv_fail(t, i, way, "less is better, although %s has a printed index: that is a mean of scores",
                     csv_name(x->cities));
    }
    if (x->m < LEAST_DIMENSIONS)
        csv_fail(t, CSV_WHOLE, code, "an index is made of at least %d dimensions, there is %zu", LEAST_DIMENSIONS,
                 x->m);
}

/* One unit of the last decimal of a text. */
static double text_step(const char *text)
{
    const char *point = strchr(text, '.');
    return point ? pow(10, -(double)strspn(point + 1, "0123456789")) : 1;
}

static double score_read(const csv *t, size_t row, size_t column)
{
    const double score = csv_number(t, row, column);
    if (fabs(score) > LARGEST) csv_fail(t, row, column, "%s is too large for a score", csv_raw(t, row, column));
    return score;
}

/* Whether in every dimension a row has the sum of all others divided by this, as far as its decimals go. */
static int total_of_others(const city_index *x, const double *sum, size_t row, double by)
{
    for (size_t j = 0; j < x->m; j++) {
        const double value = x->value[row * x->m + j], others = (sum[j] - value) / by;
        const double off = text_step(csv_raw(x->cities, row, x->dimension[j].column)) / 2;
        if (!(fabs(value - others) <= off + 1e-9 * fabs(others))) return 0;
    }
    return 1;
}

/* A total or a mean among the cities has a rank and moves all others. */
static void totals_tell(const city_index *x, size_t key)
{
    double *sum = program_memory(x->m, sizeof *sum);
    for (size_t i = 0; i < x->n; i++)
        for (size_t j = 0; j < x->m; j++) sum[j] += x->value[i * x->m + j];
    for (size_t i = 0; i < x->n; i++) {
        const index_city *c = &x->city[i];
        const char *what = total_of_others(x, sum, i, 1)                    ? "the sum"
                           : total_of_others(x, sum, i, (double)(x->n - 1)) ? "the mean"
                                                                            : NULL;
        if (what)
            csv_warn(x->cities, i, key, "\"%s\" has %s of all other rows in every dimension: is it no city?", c->key,
                     what);
        else if (csv_names_total(c->key) == CSV_FOOTNOTE)
            csv_warn(x->cities, i, key, "\"%s\" begins a footnote: is it no city?", c->key);
        else if (csv_names_total(c->key) || csv_names_total(c->name))
            csv_warn(x->cities, i, key, "\"%s\" is the name of a total or a mean: is it no city?", c->key);
    }
    free(sum);
}

static void cities_read(city_index *x, const tables *in)
{
    const csv *t = x->cities;
    const size_t key = csv_column(t, "place"), name = csv_optional(t, "name"), country = csv_optional(t, "country");
    size_t national = 0;
    csv_unique(t, 1, &key);
    x->n = csv_rows(t);
    if (x->n < LEAST_CITIES)
        csv_fail(t, CSV_WHOLE, key, "ranks need at least %d cities, there is only %zu", LEAST_CITIES, x->n);
    if (x->n > MOST_CITIES) csv_fail(t, MOST_CITIES, key, "an index of more than %d cities is not read", MOST_CITIES);
    x->city = program_memory(x->n, sizeof *x->city);
    x->value = program_memory(x->n * x->m, sizeof *x->value);
    x->order = program_memory(x->n, sizeof *x->order);
    x->step = 1;
    for (size_t i = 0; i < x->n; i++) {
        index_city *c = &x->city[i];
        c->key = csv_text(t, i, key);
        c->name = csv_missing(t, i, name) ? index_city_name(in, c->key) : csv_text(t, i, name);
        c->country = csv_raw(t, i, country);
        national += index_owner_of(in, c) != INDEX_FOREIGN;
        c->printed = x->printed == CSV_NONE ? (double)NAN : score_read(t, i, x->printed);
        if (x->printed != CSV_NONE) x->step = fmin(x->step, text_step(csv_raw(t, i, x->printed)));
        for (size_t j = 0; j < x->m; j++) x->value[i * x->m + j] = score_read(t, i, x->dimension[j].column);
    }
    totals_tell(x, key);
    /* Among cities of one country only those of the report are its own. */
    for (size_t i = 0; i < x->n; i++) {
        const enum index_owner owner = index_owner_of(in, &x->city[i]);
        x->city[i].own = owner == INDEX_OF_REPORT || (owner == INDEX_NATIONAL && national < x->n);
    }
    for (size_t j = 0; j < x->m; j++) {
        size_t same = 1;
        while (same < x->n && x->value[same * x->m + j] == x->value[j]) same++;
        if (same == x->n)
            csv_fail(t, CSV_WHOLE, x->dimension[j].column, "every city has %s: such a dimension ranks nobody",
                     csv_raw(t, 0, x->dimension[j].column));
    }
}

static void cities_order(city_index *x)
{
    for (size_t i = 0; i < x->n; i++) {
        size_t at = i;
        for (; at && x->city[x->order[at - 1]].rank > x->city[i].rank; at--) x->order[at] = x->order[at - 1];
        x->order[at] = i;
    }
}

void city_index_compute(city_index *x, const tables *in)
{
    x->cities = in->table[INDEX_CITIES];
    x->dimensions = in->table[INDEX_DIMENSIONS];
    x->printed = csv_optional(x->cities, "index");
    dimensions_read(x);
    if (x->whole != CSV_NONE) x->printed = csv_column(x->cities, "index");
    cities_read(x, in);
    index_weights_find(x);
    index_uncertainty_compute(x);
    index_influence_compute(x);
    cities_order(x);
    index_owners_check(x, in);
}

void city_index_release(city_index *x)
{
    free(x->city);
    free(x->dimension);
    free(x->value);
    free(x->order);
}
