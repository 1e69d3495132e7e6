/* The tables and the places. */
#include "input_tables.h"

#include <stdlib.h>
#include <string.h>

const char *const table_name[TABLES] = {"places",          "digital",        "gdp",           "investment",
                                        "io_sectors",      "io_flows",       "urban_history", "urban_observed",
                                        "urban_published", "urban_earlier",  "population",    "cities",
                                        "carbon",          "carbon_history", "carbon_since",  "carbon_waypoints",
                                        "carbon_cities",   "carbon_kaya",    "carbon_goals",  "index_cities",
                                        "index_dimensions"};

const char *table_file(enum table t)
{
    static char name[TABLES][40];
    snprintf(name[t], sizeof name[t], "%s.csv", table_name[t]);
    return name[t];
}

int table_given(const tables *in, enum table t) { return in->table[t] && csv_rows(in->table[t]) > 0; }

void tables_places(tables *in)
{
    static const char *const kind[] = {"country", "city"};
    const csv *t = in->table[PLACES];
    const size_t key = csv_column(t, "place"), name = csv_column(t, "name"), local = csv_optional(t, "name_local");
    const size_t kinds = csv_column(t, "kind"), parent = csv_optional(t, "parent"), n = csv_rows(t);
    size_t country = n;
    csv_unique(t, 1, &key);
    for (size_t i = 0; i < n; i++)
        if (csv_choice(t, i, kinds, 2, kind) == 0) {
            if (country != n) csv_fail(t, i, kinds, "a second country: one report is about one country and its cities");
            country = i;
        }
    if (!n) csv_fail(t, CSV_WHOLE, key, "no place");
    in->place = program_memory(n, sizeof *in->place);
    in->places = n;
    in->has_country = country < n;
    for (size_t i = 0, next = country < n; i < n; i++) {
        const int city = i != country;
        const char *above = csv_raw(t, i, parent);
        if (!city && *above) csv_fail(t, i, parent, "a country has no parent here, \"%s\" is given", above);
        if (city && country < n && *above && strcmp(above, csv_text(t, country, key)))
            csv_fail(t, i, parent, "the parent \"%s\" is not the country, \"%s\"", above, csv_text(t, country, key));
        in->place[city ? next++ : 0] = (place){csv_text(t, i, key), csv_text(t, i, name), csv_raw(t, i, local), city};
    }
}

void tables_release(tables *in)
{
    free(in->place);
    for (int t = 0; t < TABLES; t++) csv_free(in->table[t]);
}

const place *row_place(const tables *in, enum table t, size_t row, size_t column)
{
    const char *key = csv_text(in->table[t], row, column);
    for (size_t i = 0; i < in->places; i++)
        if (!strcmp(in->place[i].key, key)) return &in->place[i];
    csv_fail(in->table[t], row, column, "\"%s\" is not in %s", key, csv_name(in->table[PLACES]));
}

void row_subject(const tables *in, enum table t, size_t row, size_t column)
{
    const place *p = row_place(in, t, row, column);
    if (p != in->place)
        csv_fail(in->table[t], row, column, "\"%s\" is a city: this table is about \"%s\"", p->key, in->place->key);
}

void rows_subject(const tables *in, enum table t)
{
    const csv *table = in->table[t];
    const size_t column = csv_column(table, "place");
    if (!csv_rows(table)) csv_fail(table, CSV_WHOLE, column, "no row for \"%s\"", in->place->key);
    for (size_t i = 0; i < csv_rows(table); i++) row_subject(in, t, i, column);
}

const char *row_source(const csv *t, size_t row) { return csv_raw(t, row, csv_optional(t, "source")); }
