/* A composite index of cities, from two tables: what the columns are, and the cities. */
#include "city_index.h"
#include "index_influence.h"
#include "index_uncertainty.h"
#include "index_weights.h"
#include "../common/nearest.h"

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
    if (!known || (size_t)e.row >= x->n || (size_t)e.column >= x->m)
        csv_fail(x->cities, CSV_WHOLE, x->dimension[0].column, "%s", skpi_last_error());
    csv_fail(x->cities, (size_t)e.row, x->dimension[e.column].column, "%s", skpi_last_error());
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
        const size_t column = csv_optional(x->cities, key);
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

/* Where the table has none: that of its place, or else the key. */
static const char *city_name(const tables *in, const char *key)
{
    for (size_t i = 0; i < in->places; i++)
        if (in->place[i].is_city && !strcmp(in->place[i].key, key)) return in->place[i].name;
    return key;
}

/* 1: one of the report's places; 2: a city of its country. */
static int city_own(const tables *in, const index_city *c)
{
    const place *country = in->place;
    for (size_t i = 0; i < in->places; i++) {
        const place *p = &in->place[i];
        if (p->is_city && (!strcmp(p->key, c->key) || !strcmp(p->name, c->name))) return 1;
    }
    return in->has_country && (!strcmp(country->key, c->country) || !strcmp(country->name, c->country)) ? 2 : 0;
}

static int place_has_row(const city_index *x, const place *p)
{
    for (size_t i = 0; i < x->n; i++)
        if (!strcmp(p->key, x->city[i].key) || !strcmp(p->name, x->city[i].name)) return 1;
    return 0;
}

/* Whether a word of a row is probably a slip for a place.  Numbered codes differ by one letter anyway, and so do short
 * ones of other countries. */
static int place_meant(const place *p, const char *word, int home)
{
    const char *const name[] = {p->key, p->name, p->name_local};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        const size_t length = strlen(name[k]);
        const int alike = length == strlen(word) && length <= 3;
        if (length < 3 || strpbrk(name[k], "0123456789") || strpbrk(word, "0123456789") || (alike && !home)) continue;
        if (nearest_slip(word, name[k])) return 1;
    }
    return 0;
}

/* Warns of rows that are probably those of a place which has none, or else if no row belongs to the report. */
static void cities_unclaimed(const city_index *x, const tables *in)
{
    const size_t key = csv_column(x->cities, "place");
    size_t told = 0, own = 0, national = 0, cities = 0;
    for (size_t i = 0; i < x->n; i++) {
        own += city_own(in, &x->city[i]) == 1;
        national += city_own(in, &x->city[i]) == 2;
    }
    for (size_t k = 0; k < in->places; k++) {
        const place *p = &in->place[k];
        cities += p->is_city != 0;
        const size_t rows = p->is_city && !place_has_row(x, p) ? x->n : 0;
        for (size_t i = 0; i < rows; i++) {
            const index_city *c = &x->city[i];
            const int whose = city_own(in, c), home = whose == 2;
            if (whose == 1 || (in->has_country && *c->country && !home)) continue;
            if (!place_meant(p, c->key, home) && !place_meant(p, c->name, home)) continue;
            csv_warn(x->cities, i, key, "\"%s\" is not in %s, and \"%s\" of it has no row here: is \"%s\" meant?",
                     c->key, csv_name(in->table[PLACES]), p->key, p->key);
            told++;
        }
    }
    if (!told && !own && (!national || (national == x->n && cities)))
        csv_warn(x->cities, CSV_WHOLE, key, "no row is a place of %s: the report has no city of its own here",
                 csv_name(in->table[PLACES]));
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
        c->name = csv_missing(t, i, name) ? city_name(in, c->key) : csv_text(t, i, name);
        c->country = csv_raw(t, i, country);
        c->own = city_own(in, c);
        national += c->own != 0;
        c->printed = x->printed == CSV_NONE ? (double)NAN : score_read(t, i, x->printed);
        if (x->printed != CSV_NONE) x->step = fmin(x->step, text_step(csv_raw(t, i, x->printed)));
        for (size_t j = 0; j < x->m; j++) x->value[i * x->m + j] = score_read(t, i, x->dimension[j].column);
    }
    /* Among cities of one country only those of the report are its own. */
    for (size_t i = 0; i < x->n; i++) x->city[i].own = x->city[i].own == 1 || (x->city[i].own && national < x->n);
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
    cities_unclaimed(x, in);
}

void city_index_release(city_index *x)
{
    free(x->city);
    free(x->dimension);
    free(x->value);
    free(x->order);
}
