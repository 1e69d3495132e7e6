/* Figures that contradict each other: which series there are, and what each may be beside which other.
 * The ranges are wide.  In the tables of this project the quotients are: CO2 per head of a country .18 to 41 t, CO2 per
 * primary energy 29 to 92 t per TJ, GDP per head 160 to 68,000 dollars of 2015 (19 regions 1960 to 2023, World Bank and
 * Energy Institute); the urban share of a country in 2018 was 9 % at least, or 0 (World Urbanization Prospects 2018); all
 * countries together emitted 38 Gt of CO2 in 2023 (Global Carbon Budget 2024). */
#include "contradictions.h"
#include "fractions.h"
#include "history.h"
#include "scale.h"
#include "units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NEAR = 12 }; /* years within which figures of one series are neighbours */

/* The series of a report; those of the places by their number, NULL where the table is not there. */
typedef struct all_series {
    scale s;
    const tables *in;
    size_t people, kaya_people, co2, kaya_co2, kaya_gdp, energy, urban[4]; /* SCALE_ALONE: there is none */
    size_t *city_people, *city_co2, *gdp;
} all_series;

static void compare(all_series *all, size_t a, size_t b, scale_relation r)
{
    if (a == SCALE_ALONE || b == SCALE_ALONE) return;
    r.a = a;
    r.b = b;
    scale_compare(&all->s, r);
}

/* What one series may be, and how far it may go from one year to the next. */
static void compare_own(all_series *all, size_t a, double step, double slack, scale_relation alone)
{
    if (a == SCALE_ALONE) return;
    compare(all, a, a, (scale_relation){.low = 1 / step, .high = step, .slack = slack, .apart = NEAR});
    alone.a = a;
    alone.b = SCALE_ALONE;
    if (alone.what) scale_compare(&all->s, alone);
}

static size_t history_series(all_series *all, enum table which, const char *column, const char *unit,
                             enum scale_kind kind, enum history_kind value, const place *of, double factor)
{
    const tables *in = all->in;
    if (!table_given(in, which)) return SCALE_ALONE;
    history h = history_read(in, which, column, value, of);
    const size_t a =
        scale_series_add(&all->s, h.table, of, h.column, unit ? csv_column(h.table, unit) : CSV_NONE, kind);
    for (size_t i = 0; i < h.n; i++) scale_point(&all->s, a, h.row[i], h.year[i], h.value[i] * factor);
    history_release(&h);
    return a;
}

static double tonnes(const tables *in, enum table which)
{
    return table_given(in, which) ? co2_unit_read(in->table[which]).gt * 1e9 : 1;
}

/* ---- people ---- */
static void people_compare(all_series *all)
{
    const tables *in = all->in;
    const scale_relation country = {.low = 1000,
                                    .high = 1.6e9,
                                    .slack = 5,
                                    .what = "a country's population",
                                    .unit = ""},
                         city = {.low = 1000, .high = 4.5e7, .slack = 5, .what = "a city's population", .unit = ""};
    const scale_relation same = {.low = 0.5, .high = 2, .slack = 1};
    const scale_relation *subject = in->place->is_city ? &city : &country;
    all->people =
        history_series(all, POPULATION, "population_thousand", NULL, SCALE_PEOPLE, HISTORY_POSITIVE, NULL, 1000);
    all->kaya_people =
        history_series(all, CARBON_KAYA, "population_thousand", NULL, SCALE_PEOPLE, HISTORY_POSITIVE, NULL, 1000);
    compare_own(all, all->people, 2, 1, *subject);
    compare_own(all, all->kaya_people, 2, 1, *subject);
    compare(all, all->kaya_people, all->people, same);
    for (size_t i = 0; i < in->places; i++) {
        all->city_people[i] = history_series(all, CITIES, "population_thousand", NULL, SCALE_PEOPLE, HISTORY_POSITIVE,
                                             &in->place[i], 1000);
        compare_own(all, all->city_people[i], 2, 1, city);
        compare(all, all->city_people[i], all->people,
                (scale_relation){.low = 1e-6,
                                 .high = 1,
                                 .slack = in->has_country ? 1 : 10,
                                 .apart = 3,
                                 .what = "part of the population",
                                 .unit = ""});
    }
}

/* ---- CO2 and energy ---- */
/* TJ in one of a unit of energy; NaN where it is not known. */
static double terajoules(const char *unit)
{
    static const struct {
        const char *name;
        double tj;
    } known[] = {{"quad", 1.05506e6}, {"EJ", 1e6},       {"PJ", 1e3},   {"TJ", 1},    {"GJ", 1e-3},    {"Mtoe", 41868},
                 {"ktoe", 41.868},    {"toe", 0.041868}, {"TWh", 3600}, {"GWh", 3.6}, {"MWh", 3.6e-3}, {"kWh", 3.6e-6}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(unit, known[i].name)) return known[i].tj;
    return (double)NAN;
}

static void co2_compare(all_series *all)
{
    const tables *in = all->in;
    const scale_relation country = {.low = 1,
                                    .high = 1.5e10,
                                    .slack = 2.6,
                                    .what = "a country's CO2 of a year",
                                    .unit = "t"},
                         city = {.low = 1, .high = 5e8, .slack = 10, .what = "a city's CO2 of a year", .unit = "t"};
    const scale_relation *subject = in->place->is_city ? &city : &country;
    const scale_relation head = {.low = 0.02, .high = 80, .slack = 10, .apart = 3, .what = "CO2 per head", .unit = "t"};
    all->co2 = history_series(all, CARBON_HISTORY, "co2", "co2_unit", SCALE_CO2, HISTORY_QUANTITY, NULL,
                              tonnes(in, CARBON_HISTORY));
    all->kaya_co2 =
        history_series(all, CARBON_KAYA, "co2", "co2_unit", SCALE_CO2, HISTORY_POSITIVE, NULL, tonnes(in, CARBON_KAYA));
    compare_own(all, all->co2, 3, 3, *subject);
    compare_own(all, all->kaya_co2, 3, 3, *subject);
    compare(all, all->kaya_co2, all->co2, (scale_relation){.low = 0.2, .high = 5, .slack = 1});
    compare(all, all->co2, all->people, head);
    compare(all, all->kaya_co2, all->kaya_people, head);
    for (size_t i = 0; i < in->places; i++) {
        all->city_co2[i] = history_series(all, CARBON_CITIES, "co2", "co2_unit", SCALE_CO2, HISTORY_QUANTITY,
                                          &in->place[i], tonnes(in, CARBON_CITIES));
        compare_own(all, all->city_co2[i], 3, 3, city);
        compare(
            all, all->city_co2[i], all->city_people[i],
            (scale_relation){.low = 0.05, .high = 200, .slack = 20, .apart = 3, .what = "CO2 per head", .unit = "t"});
        if (in->has_country)
            compare(
                all, all->city_co2[i], all->co2,
                (scale_relation){.low = 1e-7, .high = 1, .slack = 1, .what = "part of the country's CO2", .unit = ""});
    }
}

static void energy_compare(all_series *all)
{
    const tables *in = all->in;
    if (!table_given(in, CARBON_KAYA)) return;
    const csv *t = in->table[CARBON_KAYA];
    const money m = money_columns(t);
    const char *currency = money_currency(t, 0, m);
    const double tj = terajoules(csv_raw(t, 0, csv_column(t, "energy_unit")));
    all->kaya_gdp = history_series(all, CARBON_KAYA, "gdp", "money_unit", SCALE_MONEY, HISTORY_POSITIVE, NULL,
                                   money_bn(t, 0, m) * 1e9);
    compare_own(all, all->kaya_gdp, 2.5, 2, (scale_relation){.what = NULL});
    compare(all, all->kaya_gdp, all->kaya_people,
            (scale_relation){.low = 100,
                             .high = 3e5,
                             .slack = strcmp(currency, "USD") ? SCALE_EVIDENCE : 5,
                             .apart = 3,
                             .what = "GDP per head",
                             .unit = currency});
    all->energy = history_series(all, CARBON_KAYA, "energy", "energy_unit", SCALE_ENERGY, HISTORY_POSITIVE, NULL,
                                 isnan(tj) ? 1 : tj);
    compare_own(all, all->energy, 2.5, 2, (scale_relation){.what = NULL});
    if (!isnan(tj))
        compare(all, all->kaya_co2, all->energy,
                (scale_relation){.low = 3, .high = 150, .slack = 5, .what = "CO2 per energy", .unit = "t per TJ"});
}

/* ---- money ---- */
static void gdp_read(all_series *all, size_t p)
{
    const tables *in = all->in;
    const csv *t = in->table[GDP];
    if (!table_given(in, GDP)) return;
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), value = csv_column(t, "gdp");
    const money m = money_columns(t);
    all->gdp[p] = scale_series_add(&all->s, t, &in->place[p], value, m.unit, SCALE_MONEY);
    for (size_t i = 0; i < csv_rows(t); i++)
        if (row_place(in, GDP, i, places) == &in->place[p])
            scale_point(&all->s, all->gdp[p], i, csv_year(t, i, years),
                        csv_positive(t, i, value) * money_bn(t, i, m) * 1e9);
}

/* The same currency in all rows of a place: only then its money is compared. */
static int one_currency(const tables *in, size_t p)
{
    static const enum table which[] = {DIGITAL, GDP, INVESTMENT};
    const char *first = NULL;
    for (size_t k = 0; k < 3; k++) {
        const csv *t = in->table[which[k]];
        if (!table_given(in, which[k])) continue;
        const size_t places = csv_column(t, "place"), currency = csv_column(t, "currency");
        for (size_t i = 0; i < csv_rows(t); i++) {
            const char *code = csv_raw(t, i, currency);
            if (!*code || strcmp(csv_raw(t, i, places), in->place[p].key)) continue;
            if (first && strcmp(first, code)) return 0;
            first = code;
        }
    }
    return 1;
}

/* The first currency of a place's rows in gdp.csv is that of the country's. */
static int same_currency(const tables *in, size_t p)
{
    const csv *t = in->table[GDP];
    const char *code[2] = {NULL, NULL};
    if (!table_given(in, GDP)) return 0;
    const size_t places = csv_column(t, "place"), currency = csv_column(t, "currency");
    for (size_t i = csv_rows(t); i--;) {
        if (!strcmp(csv_raw(t, i, places), in->place[0].key)) code[0] = csv_raw(t, i, currency);
        if (!strcmp(csv_raw(t, i, places), in->place[p].key)) code[1] = csv_raw(t, i, currency);
    }
    return code[0] && code[1] && !strcmp(code[0], code[1]);
}

/* The published shares of one way of counting. */
static void shares_compare(all_series *all, const place *of, const char *scope)
{
    const tables *in = all->in;
    const csv *t = in->table[DIGITAL];
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), shares = csv_optional(t, "share"),
                 scopes = csv_column(t, "scope");
    const size_t share = scale_series_add(&all->s, t, of, shares, CSV_NONE, SCALE_SHARE);
    for (size_t i = 0; i < csv_rows(t); i++)
        if (row_place(in, DIGITAL, i, places) == of && !strcmp(csv_raw(t, i, scopes), scope) &&
            !csv_missing(t, i, shares))
            scale_point(&all->s, share, i, csv_year(t, i, years), csv_share(t, i, shares));
    compare_own(
        all, share, 1.5, 3,
        (scale_relation){
            .low = 0.003, .high = 0.9, .slack = SCALE_DOUBT, .what = "share of the digital economy", .unit = ""});
}

/* The digital economy of one place beside its GDP, and the quotient beside the published share. */
static void digital_compare(all_series *all, size_t p)
{
    const tables *in = all->in;
    const csv *t = in->table[DIGITAL];
    if (!table_given(in, DIGITAL)) return;
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), values = csv_optional(t, "value"),
                 shares = csv_optional(t, "share");
    const money m = money_columns(t);
    const size_t value = scale_series_add(&all->s, t, &in->place[p], values, m.unit, SCALE_MONEY),
                 computed = scale_series_add(&all->s, t, &in->place[p], values, m.unit, SCALE_MONEY),
                 share = scale_series_add(&all->s, t, &in->place[p], shares, CSV_NONE, SCALE_SHARE), gdp = all->gdp[p];
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (row_place(in, DIGITAL, i, places) != &in->place[p] || csv_missing(t, i, values)) continue;
        const int32_t year = csv_year(t, i, years);
        const double amount = csv_positive(t, i, values) * money_bn(t, i, m) * 1e9;
        scale_point(&all->s, value, i, year, amount);
        const double by = gdp == SCALE_ALONE ? (double)NAN : scale_value(&all->s, gdp, year, 1);
        if (!isnan(by) && !csv_missing(t, i, shares)) {
            scale_point(&all->s, computed, i, year, amount / by);
            scale_point(&all->s, share, i, year, csv_share(t, i, shares));
        }
    }
    static const char *const scope[] = {"broad", "middle", "core", "unstated"};
    for (size_t k = 0; k < sizeof scope / sizeof *scope; k++) shares_compare(all, &in->place[p], scope[k]);
    compare(all, value, value, (scale_relation){.low = 1 / 30., .high = 30, .slack = 3, .apart = 3});
    if (gdp == SCALE_ALONE) return;
    compare(all, value, gdp,
            (scale_relation){.low = 0.003, .high = 1, .slack = 6, .what = "share of the digital economy", .unit = ""});
    compare(all, computed, share,
            (scale_relation){.low = 1 / 3.,
                             .high = 3,
                             .slack = 1,
                             .what = "computed over published share",
                             .unit = "",
                             .also = gdp + 1});
}

/* GDP per head of a place, as a series of its GDP. */
static size_t per_head(all_series *all, size_t p)
{
    const size_t gdp = all->gdp[p], people = p || all->in->place->is_city ? all->city_people[p] : all->people;
    if (gdp == SCALE_ALONE || people == SCALE_ALONE) return SCALE_ALONE;
    const scale_series g = all->s.series[gdp];
    const size_t a = scale_series_add(&all->s, g.table, g.place, g.column, g.unit, g.kind);
    for (size_t i = 0; i < g.n; i++)
        scale_point(&all->s, a, g.row[i], g.year[i], g.value[i] / scale_value(&all->s, people, g.year[i], NEAR));
    return a;
}

/* Investments beside the GDP of their place. */
static void investment_compare(all_series *all, size_t p)
{
    const tables *in = all->in;
    const csv *t = in->table[INVESTMENT];
    if (!table_given(in, INVESTMENT) || all->gdp[p] == SCALE_ALONE) return;
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), invested = csv_column(t, "invested");
    const money m = money_columns(t);
    const size_t a = scale_series_add(&all->s, t, &in->place[p], invested, m.unit, SCALE_MONEY);
    for (size_t i = 0; i < csv_rows(t); i++)
        if (row_place(in, INVESTMENT, i, places) == &in->place[p])
            scale_point(&all->s, a, i, csv_year(t, i, years), csv_positive(t, i, invested) * money_bn(t, i, m) * 1e9);
    compare(all, a, all->gdp[p],
            (scale_relation){
                .low = 1e-4, .high = 1e6, .slack = SCALE_DOUBT, .apart = 3, .what = "investment over GDP", .unit = ""});
}

static void money_compare(all_series *all)
{
    const tables *in = all->in;
    size_t country = SCALE_ALONE; /* its GDP per head */
    for (size_t p = 0; p < in->places; p++)
        if (one_currency(in, p)) gdp_read(all, p);
    for (size_t p = 0; p < in->places; p++) {
        if (!one_currency(in, p)) continue;
        const size_t heads = per_head(all, p);
        if (!p) country = heads;
        compare_own(all, all->gdp[p], 3, 3, (scale_relation){.what = NULL});
        if (p && one_currency(in, 0) && same_currency(in, p))
            compare(
                all, heads, country,
                (scale_relation){.low = 0.05, .high = 30, .slack = SCALE_EVIDENCE, .apart = NEAR, .what = "per head"});
        compare(
            all, all->gdp[p], p ? all->city_people[p] : all->people,
            (scale_relation){
                .low = 100, .high = 1e6, .slack = SCALE_EVIDENCE, .apart = NEAR, .what = "GDP per head", .unit = ""});
        if (p && heads == SCALE_ALONE && in->has_country && one_currency(in, 0) && same_currency(in, p))
            compare(
                all, all->gdp[p], all->gdp[0],
                (scale_relation){
                    .low = 1e-7, .high = 1, .slack = 1, .apart = 3, .what = "part of the country's GDP", .unit = ""});
        digital_compare(all, p);
        investment_compare(all, p);
    }
}

/* ---- urban shares ---- */
static void urban_compare_all(all_series *all)
{
    const tables *in = all->in;
    static const enum table which[] = {URBAN_HISTORY, URBAN_EARLIER, URBAN_OBSERVED, URBAN_PUBLISHED};
    for (size_t k = 0; k < 4; k++) {
        all->urban[k] = SCALE_ALONE;
        if (!table_given(in, which[k])) continue;
        const csv *t = in->table[which[k]];
        const size_t share = csv_column(t, "share"), year = csv_column(t, which[k] == URBAN_OBSERVED ? "date" : "year");
        all->urban[k] = scale_series_add(&all->s, t, NULL, share, CSV_NONE, SCALE_SHARE);
        for (size_t i = 0; i < csv_rows(t); i++) {
            const int32_t y =
                which[k] == URBAN_OBSERVED ? (int32_t)strtol(csv_raw(t, i, year), NULL, 10) : csv_year(t, i, year);
            scale_point(&all->s, all->urban[k], i, y, csv_share(t, i, share));
        }
        compare_own(all, all->urban[k], 1.5, 2,
                    (scale_relation){
                        .low = k ? 0.005 : 0.01, .high = 1, .slack = SCALE_DOUBT, .what = "urban share", .unit = ""});
        for (size_t j = 0; j < k; j++)
            compare(all, all->urban[k], all->urban[j],
                    (scale_relation){.low = 1 / 3., .high = 3, .slack = 1, .apart = 3});
    }
}

void contradictions_tell(const tables *in)
{
    all_series all = {.in = in, .people = SCALE_ALONE};
    size_t **const list[] = {&all.city_people, &all.city_co2, &all.gdp};
    for (size_t k = 0; k < 3; k++) {
        *list[k] = program_memory(in->places, sizeof **list[k]);
        for (size_t p = 0; p < in->places; p++) (*list[k])[p] = SCALE_ALONE;
    }
    people_compare(&all);
    co2_compare(&all);
    energy_compare(&all);
    money_compare(&all);
    urban_compare_all(&all);
    scale_tell(&all.s);
    fractions_tell(in);
    scale_release(&all.s);
    for (size_t k = 0; k < 3; k++) free(*list[k]);
}
