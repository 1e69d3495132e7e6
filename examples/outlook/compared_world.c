/* The country of the report among all others (countries.csv), so that a figure in another unit is told even where it has
 * nothing else beside it. */
#include "compared.h"
#include "units.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* From 1992 to 2017 the people of no country became ten times as many; the most was 5.2 times, in Qatar (World Urbanization
 * Prospects 2018). */
enum { WORLD_PEOPLE_YEARS = 25, WORLD_MONEY_YEARS = 12 }; /* from the table's year */
/* What inflation and growth make of a sum in so many years: some currencies have lost that much, those of low inflation
 * change it less. */
#define WORLD_FELL 50.
#define WORLD_ROSE 200.
#define WORLD_STEADY 4.

/* 1: a currency of low inflation, which is worth about a dollar. */
static int world_steady(const char *currency)
{
    static const char *const dollar[] = {"USD", "EUR", "GBP", "CHF", "CAD", "AUD"};
    for (size_t i = 0; i < sizeof dollar / sizeof *dollar; i++)
        if (!strcmp(currency, dollar[i])) return 1;
    return 0;
}

double compared_head_slack(const char *currency) { return world_steady(currency) ? 5 : SCALE_EVIDENCE; }

/* The row of a country whose name or code this is; CSV_NONE = there is none. */
static size_t world_find(const csv *t, const char *word)
{
    const size_t country = csv_column(t, "country"), code = csv_optional(t, "code"), name = csv_column(t, "name");
    for (size_t i = 0; *word && i < csv_rows(t); i++)
        if (!strcmp(word, csv_raw(t, i, country)) || !strcmp(word, csv_raw(t, i, code)) ||
            !strcasecmp(word, csv_raw(t, i, name)))
            return i;
    return CSV_NONE;
}

static size_t world_row(const tables *in)
{
    const csv *t = in->table[COUNTRIES];
    const place *p = in->place;
    if (!in->has_country) return world_find(t, p->parent);
    const size_t by_name = world_find(t, p->name);
    return by_name != CSV_NONE ? by_name : world_find(t, p->key);
}

static size_t world_series(compared *all, const char *column, size_t unit, enum scale_kind kind)
{
    const csv *t = all->in->table[COUNTRIES];
    const size_t a = scale_series_add(&all->s, t, NULL, csv_column(t, column), unit, kind);
    all->s.series[a].fixed = 1;
    return a;
}

void compared_world(compared *all)
{
    const tables *in = all->in;
    const csv *t = in->table[COUNTRIES];
    all->world_people = all->world_gdp = SCALE_ALONE;
    if (!table_given(in, COUNTRIES)) return;
    const size_t row = world_row(in), people = csv_column(t, "population_thousand"), gdp = csv_column(t, "gdp");
    if (row == CSV_NONE) return;
    const money m = money_columns(t);
    const int32_t year = csv_year(t, row, csv_column(t, "year"));
    all->world_people = world_series(all, "population_thousand", CSV_NONE, SCALE_PEOPLE);
    scale_point(&all->s, all->world_people, row, year, 1000 * csv_positive(t, row, people));
    all->world_gdp = world_series(all, "gdp", m.unit, SCALE_MONEY);
    scale_point(&all->s, all->world_gdp, row, year, 1e9 * money_bn(t, row, m) * csv_positive(t, row, gdp));
    const scale_relation whole = {.low = 0.1, .high = 10, .slack = 1, .apart = WORLD_PEOPLE_YEARS},
                         part = {.low = 1e-7,
                                 .high = 3,
                                 .slack = 1,
                                 .apart = WORLD_PEOPLE_YEARS,
                                 .what = "part of the country's population",
                                 .unit = ""};
    if (in->has_country) {
        compared_pair(all, all->people, all->world_people, whole);
        compared_pair(all, all->kaya_people, all->world_people, whole);
    }
    for (size_t i = 0; i < in->places; i++) compared_pair(all, all->city_people[i], all->world_people, part);
    if (in->has_country)
        compared_pair(all, all->co2, all->world_people,
                      (scale_relation){.low = 0.02,
                                       .high = 80,
                                       .slack = 10,
                                       .apart = WORLD_PEOPLE_YEARS,
                                       .what = "CO2 per head",
                                       .unit = "t"});
}

void compared_world_gdp(compared *all, size_t gdp, const char *currency)
{
    if (all->world_gdp == SCALE_ALONE || gdp == SCALE_ALONE) return;
    const scale_series *w = &all->s.series[all->world_gdp];
    if (strcmp(currency, csv_raw(w->table, w->row[0], money_columns(w->table).currency))) return;
    const int steady = world_steady(currency);
    const int whole = all->in->has_country && all->s.series[gdp].place == (const void *)all->in->place;
    compared_pair(all, gdp, all->world_gdp,
                  (scale_relation){.low = !whole   ? 1e-9
                                          : steady ? 1 / WORLD_STEADY
                                                   : 1 / WORLD_FELL,
                                   .high = steady ? WORLD_STEADY : WORLD_ROSE,
                                   .slack = 1,
                                   .apart = WORLD_MONEY_YEARS,
                                   .what = whole ? NULL : "part of the country's GDP",
                                   .unit = ""});
}

void compared_world_heads(compared *all, size_t heads, size_t people, const char *currency, int32_t prices)
{
    const csv *t = all->in->table[COUNTRIES];
    if (heads == SCALE_ALONE || !table_given(all->in, COUNTRIES)) return;
    const size_t number = csv_column(t, "population_thousand"), gdp = csv_column(t, "gdp"),
                 years = csv_column(t, "year");
    const money m = money_columns(t);
    const int steady = world_steady(currency);
    double low = 0, high = 0;
    int32_t year = 0;
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (strcmp(csv_raw(t, i, m.currency), currency)) continue;
        const double head = 1e6 * money_bn(t, i, m) * csv_positive(t, i, gdp) / csv_positive(t, i, number);
        if (!year || head < low) low = head;
        if (!year || head > high) high = head;
        year = csv_year(t, i, years);
    }
    if (prices && abs(prices - year) > WORLD_MONEY_YEARS) return;
    const scale_series a = all->s.series[heads];
    const size_t near = scale_series_add(&all->s, a.table, a.place, a.column, a.unit, a.kind);
    for (size_t i = 0; year && i < a.n; i++)
        if (abs(a.year[i] - year) <= WORLD_MONEY_YEARS) scale_point(&all->s, near, a.row[i], a.year[i], a.value[i]);
    scale_compare(&all->s, (scale_relation){.a = near,
                                            .b = SCALE_ALONE,
                                            .low = low / (steady ? WORLD_STEADY : WORLD_FELL),
                                            .high = high * (steady ? WORLD_STEADY : WORLD_ROSE),
                                            .slack = steady ? 3 : 1,
                                            .what = "GDP per head",
                                            .unit = currency,
                                            .also = people + 1});
}
