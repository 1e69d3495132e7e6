/* The places, and checks of all tables: the place of a row, and tables of one row. */
#include "outlook.h"

#include <stdlib.h>
#include <string.h>

const char *const table_name[TABLES] = {"places",          "digital",      "gdp",        "urban",      "urban_history",
                                        "urban_published", "population",   "cities",     "carbon",     "carbon_history",
                                        "carbon_kaya",     "carbon_goals", "investment", "io_sectors", "io_flows"};

void load_places(outlook *o)
{
    static const char *const kind[] = {"country", "city"};
    csv *t = o->table[PLACES];
    size_t key = csv_column(t, "place"), name = csv_column(t, "name"), zh = csv_column(t, "name_zh");
    size_t kinds = csv_column(t, "kind"), parent = csv_column(t, "parent"), n = csv_rows(t), country = n;
    csv_unique(t, 1, &key);
    for (size_t i = 0; i < n; i++)
        if (csv_choice(t, i, kinds, 2, kind) == 0) {
            if (country != n) csv_fail(t, i, kinds, "a second country: one report is about one country and its cities");
            country = i;
        }
    if (country == n) csv_fail(t, CSV_WHOLE, kinds, "no row is the country");
    o->place = program_memory(n, sizeof *o->place);
    o->places = n;
    for (size_t i = 0, next = 1; i < n; i++) {
        int city = i != country;
        if (strcmp(csv_raw(t, i, parent), city ? csv_text(t, country, key) : ""))
            csv_fail(t, i, parent,
                     city ? "the parent of a city is the country, \"%s\"" : "a country has no parent here%s",
                     city ? csv_text(t, country, key) : "");
        o->place[city ? next++ : 0] = (place){csv_text(t, i, key), csv_text(t, i, name), csv_raw(t, i, zh), city};
    }
}

const place *find_place(const outlook *o, enum table t, size_t row)
{
    const csv *table = o->table[t];
    size_t column = csv_column(table, "place");
    const char *key = csv_text(table, row, column);
    for (size_t i = 0; i < o->places; i++)
        if (!strcmp(o->place[i].key, key)) return &o->place[i];
    csv_fail(table, row, column, "\"%s\" is not in %s", key, csv_name(o->table[PLACES]));
}

void only_country(const outlook *o, enum table t, size_t row)
{
    const csv *table = o->table[t];
    if (find_place(o, t, row)->is_city)
        csv_fail(table, row, csv_column(table, "place"), "\"%s\" is a city: this table is about the country",
                 csv_text(table, row, csv_column(table, "place")));
}

size_t country_years(const outlook *o, enum table t)
{
    const csv *table = o->table[t];
    const size_t year = csv_column(table, "year");
    csv_column(table, "source");
    csv_unique(table, 1, &year);
    return year;
}

int32_t country_year(const outlook *o, enum table t, size_t row)
{
    const csv *table = o->table[t];
    const size_t year = csv_column(table, "year");
    only_country(o, t, row);
    return row ? csv_year_after(table, row, year, csv_year(table, row - 1, year)) : csv_year(table, row, year);
}

size_t only_row(const outlook *o, enum table t)
{
    const csv *table = o->table[t];
    if (csv_rows(table) == 0) csv_fail(table, CSV_WHOLE, 0, "no row for the country, \"%s\"", o->place[0].key);
    for (size_t i = 0; i < csv_rows(table); i++) only_country(o, t, i);
    if (csv_rows(table) > 1) csv_fail(table, 1, csv_column(table, "place"), "one row is enough: a duplicate");
    return 0;
}
