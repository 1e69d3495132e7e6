/* The tables and the places. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* opendir */
#endif
#include "input_tables.h"
#include "../common/nearest.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

const char *const table_name[TABLES] = {"places",           "digital",        "gdp",           "investment",
                                        "io_sectors",       "io_flows",       "urban_history", "urban_observed",
                                        "urban_published",  "urban_earlier",  "population",    "cities",
                                        "carbon",           "carbon_history", "carbon_since",  "carbon_waypoints",
                                        "carbon_cities",    "carbon_kaya",    "carbon_goals",  "index_cities",
                                        "index_dimensions", "countries"};

/* The columns of each table, and those that may be left out; index_cities has one more for each dimension. */
static const struct {
    const char *need, *may;
} table_column[TABLES] = {
    [PLACES] = {"place,name,kind", "name_local,lang,parent"},
    [DIGITAL] = {"place,year,definition,label,scope,currency,money_unit,source", "value,share,vintage,bound,area"},
    [GDP] = {"place,year,gdp,currency,money_unit,source", "vintage,area"},
    [INVESTMENT] = {"place,year,projects,invested,currency,money_unit,bound,source", ""},
    [IO_SECTORS] = {"table,sector,name,digital,output,value_added,final_demand,jobs,purchase,source", ""},
    [IO_FLOWS] = {"table,seller,buyer,flow", ""},
    [URBAN_HISTORY] = {"place,year,share,definition,source", ""},
    [URBAN_OBSERVED] = {"place,date,share,source", ""},
    [URBAN_PUBLISHED] = {"revision,year,share", "place,source"},
    [URBAN_EARLIER] = {"place,year,share,source", ""},
    [POPULATION] = {"place,year,population_thousand,source", "kind"},
    [CITIES] = {"place,year,population_thousand,kind,area,source", ""},
    [CARBON] = {"place,t_peak,e_peak,plateau_years,t_net_zero,residual,budget,t_budget,co2_unit,source", ""},
    [CARBON_HISTORY] = {"place,year,co2,co2_unit,source", ""},
    [CARBON_SINCE] = {"place,year,change,source", ""},
    [CARBON_WAYPOINTS] = {"place,year,below_peak,source", ""},
    [CARBON_CITIES] = {"place,year,co2,co2_unit,source", ""},
    [CARBON_KAYA] = {"place,year,population_thousand,gdp,currency,money_unit,energy,energy_unit,co2,co2_unit,source",
                     "price_year"},
    [CARBON_GOALS] = {"place,base_year,cut,target_year,peak_before,window_years,gdp_growth,energy_part,energy_low,"
                      "energy_high,source",
                      "name"},
    [INDEX_CITIES] = {"place", "name,country,index"},
    [INDEX_DIMENSIONS] = {"dimension,name", "weight,direction,grade,uncertain,source"},
    [COUNTRIES] = {"country,name,year,population_thousand,gdp,currency,money_unit", "code"},
};

void table_columns(const tables *in, enum table t)
{
    csv_need(in->table[t], table_column[t].need, table_column[t].may);
}

const char *table_file(enum table t)
{
    static char name[TABLES][40];
    snprintf(name[t], sizeof name[t], "%s.csv", table_name[t]);
    return name[t];
}

/* The length of a file's name without an ending that a table may have got; 0: it has another one. */
static size_t stem_length(const char *file)
{
    static const char *const ending[] = {".csv", ".csv.txt", ".csv.csv", ".txt", ".tsv", ".xls", ".xlsx", ".ods"};
    const char *dot = strchr(file, '.');
    for (size_t i = 0; dot && i < sizeof ending / sizeof *ending; i++) {
        size_t k = 0;
        while (dot[k] && tolower((unsigned char)dot[k]) == ending[i][k]) k++;
        if (!dot[k] && !ending[i][k]) return (size_t)(dot - file);
    }
    return 0;
}

void tables_misnamed(const tables *in, const char *directory)
{
    DIR *d = opendir(directory);
    for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
        const size_t length = stem_length(e->d_name);
        char stem[60];
        if (!length || length >= sizeof stem) continue;
        snprintf(stem, sizeof stem, "%.*s", (int)length, e->d_name);
        const size_t near = nearest_word(stem, TABLES, table_name);
        if (near < TABLES && strcmp(e->d_name, table_file((enum table)near)) && !in->table[near])
            program_say("%s/%s: warning: no table has this name: is %s meant?", directory, e->d_name,
                        table_file((enum table)near));
    }
    if (d) closedir(d);
}

int table_given(const tables *in, enum table t) { return in->table[t] && csv_rows(in->table[t]) > 0; }

void tables_places(tables *in)
{
    static const char *const kind[] = {"country", "city"};
    const csv *t = in->table[PLACES];
    table_columns(in, PLACES);
    const size_t key = csv_column(t, "place"), name = csv_column(t, "name"), local = csv_optional(t, "name_local");
    const size_t lang = csv_optional(t, "lang");
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
        if (city && country < n && *above && strcmp(above, csv_text(t, country, key)) &&
            strcmp(above, csv_text(t, country, name)))
            csv_fail(t, i, parent, "the parent \"%s\" is not the country, \"%s\"", above, csv_text(t, country, key));
        const char *code = csv_raw(t, i, lang);
        if (strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen(code))
            csv_fail(t, i, lang, "lang \"%s\" is not a language: zh, ar or pt-BR", code);
        const char *own = csv_raw(t, i, local), *shown = csv_text(t, i, name);
        if (!strcmp(own, shown)) own = ""; /* one name, not the same twice */
        in->place[city ? next++ : 0] = (place){csv_text(t, i, key), shown, own, code, above, city};
    }
}

void tables_release(tables *in)
{
    free(in->place);
    for (int t = 0; t < TABLES; t++) csv_free(in->table[t]);
}

/* The message names the place that was probably meant, or else the first ones. */
static _Noreturn void place_unknown(const tables *in, enum table t, size_t row, size_t column)
{
    const char *word = csv_raw(in->table[t], row, column), **key = program_memory(in->places, sizeof *key);
    for (size_t i = 0; i < in->places; i++) key[i] = in->place[i].key;
    const size_t near = nearest_word(word, in->places, key);
    if (near < in->places)
        csv_fail(in->table[t], row, column, "\"%s\" is not in %s: is \"%s\" meant?", word, csv_name(in->table[PLACES]),
                 key[near]);
    char list[300] = "";
    size_t used = 0, i = 0;
    for (; i < in->places && used + strlen(key[i]) + 10 < sizeof list; i++)
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", key[i]);
    csv_fail(in->table[t], row, column, "\"%s\" is not in %s, which has: %s%s", word, csv_name(in->table[PLACES]), list,
             i < in->places ? " and others" : "");
}

const place *row_place(const tables *in, enum table t, size_t row, size_t column)
{
    const char *key = csv_text(in->table[t], row, column);
    for (size_t i = 0; i < in->places; i++)
        if (!strcmp(in->place[i].key, key)) return &in->place[i];
    place_unknown(in, t, row, column);
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
