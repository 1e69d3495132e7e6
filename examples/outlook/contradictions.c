/* Figures that contradict each other: which series there are, and what each may be beside which other.
 * The ranges are wide.  In the tables of this project the quotients are: CO2 per head of a country .18 to 41 t, CO2 per
 * primary energy 29 to 92 t per TJ, GDP per head 160 to 68,000 dollars of 2015 (19 regions 1960 to 2023, World Bank and
 * Energy Institute); the urban share of a country in 2018 was 9 % at least, or 0 (World Urbanization Prospects 2018); all
 * countries together emitted 38 Gt of CO2 in 2023 (Global Carbon Budget 2024). */
#include "contradictions.h"
#include "compared.h"
#include "fractions.h"
#include "units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double tonnes(const tables *in, enum table which)
{
    return table_given(in, which) ? co2_unit_read(in->table[which]).gt * 1e9 : 1;
}

static void people_compare(compared *all)
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
        compared_history(all, POPULATION, "population_thousand", NULL, SCALE_PEOPLE, HISTORY_POSITIVE, NULL, 1000);
    all->kaya_people =
        compared_history(all, CARBON_KAYA, "population_thousand", NULL, SCALE_PEOPLE, HISTORY_POSITIVE, NULL, 1000);
    compared_own(all, all->people, 2, 1, *subject);
    compared_own(all, all->kaya_people, 2, 1, *subject);
    compared_pair(all, all->kaya_people, all->people, same);
    for (size_t i = 0; i < in->places; i++) {
        all->city_people[i] = compared_history(all, CITIES, "population_thousand", NULL, SCALE_PEOPLE, HISTORY_POSITIVE,
                                               &in->place[i], 1000);
        compared_own(all, all->city_people[i], 2, 1, city);
        compared_pair(all, all->city_people[i], all->people,
                      (scale_relation){.low = 1e-6,
                                       .high = 1,
                                       .slack = in->has_country ? 1 : 10,
                                       .apart = 3,
                                       .what = "part of the population",
                                       .unit = ""});
    }
}

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

static void co2_compare(compared *all)
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
    all->co2 = compared_history(all, CARBON_HISTORY, "co2", "co2_unit", SCALE_CO2, HISTORY_QUANTITY, NULL,
                                tonnes(in, CARBON_HISTORY));
    all->kaya_co2 = compared_history(all, CARBON_KAYA, "co2", "co2_unit", SCALE_CO2, HISTORY_POSITIVE, NULL,
                                     tonnes(in, CARBON_KAYA));
    compared_own(all, all->co2, 3, 3, *subject);
    compared_own(all, all->kaya_co2, 3, 3, *subject);
    /* CO2 from energy beside that of energy and industry */
    compared_pair(all, all->kaya_co2, all->co2, (scale_relation){.low = 0.6, .high = 1.05, .slack = 4.9});
    compared_pair(all, all->co2, all->people, head);
    compared_pair(all, all->kaya_co2, all->kaya_people, head);
    for (size_t i = 0; i < in->places; i++) {
        all->city_co2[i] = compared_history(all, CARBON_CITIES, "co2", "co2_unit", SCALE_CO2, HISTORY_QUANTITY,
                                            &in->place[i], tonnes(in, CARBON_CITIES));
        compared_own(all, all->city_co2[i], 3, 3, city);
        compared_pair(
            all, all->city_co2[i], all->city_people[i],
            (scale_relation){.low = 0.05, .high = 200, .slack = 20, .apart = 3, .what = "CO2 per head", .unit = "t"});
        if (in->has_country)
            compared_pair(
                all, all->city_co2[i], all->co2,
                (scale_relation){.low = 1e-7, .high = 1, .slack = 1, .what = "part of the country's CO2", .unit = ""});
    }
}

static void energy_compare(compared *all)
{
    const tables *in = all->in;
    if (!table_given(in, CARBON_KAYA)) return;
    const csv *t = in->table[CARBON_KAYA];
    const money m = money_columns(t);
    const char *currency = money_currency(t, 0, m);
    const double tj = terajoules(csv_raw(t, 0, csv_column(t, "energy_unit")));
    all->kaya_gdp = compared_history(all, CARBON_KAYA, "gdp", "money_unit", SCALE_MONEY, HISTORY_POSITIVE, NULL,
                                     money_bn(t, 0, m) * 1e9);
    compared_own(all, all->kaya_gdp, 2.5, 2, (scale_relation){.what = NULL});
    compared_pair(all, all->kaya_gdp, all->kaya_people,
                  (scale_relation){.low = 100,
                                   .high = 3e5,
                                   .slack = compared_head_slack(currency),
                                   .apart = 3,
                                   .what = "GDP per head",
                                   .unit = currency});
    const size_t prices = csv_optional(t, "price_year");
    if (!csv_missing(t, 0, prices))
        compared_world_heads(all, compared_heads(all, all->kaya_gdp, all->kaya_people), all->kaya_people, currency,
                             csv_year(t, 0, prices));
    all->energy = compared_history(all, CARBON_KAYA, "energy", "energy_unit", SCALE_ENERGY, HISTORY_POSITIVE, NULL,
                                   isnan(tj) ? 1 : tj);
    compared_own(all, all->energy, 2.5, 2, (scale_relation){.what = NULL});
    if (!isnan(tj))
        compared_pair(
            all, all->kaya_co2, all->energy,
            (scale_relation){.low = 3, .high = 150, .slack = 5, .what = "CO2 per energy", .unit = "t per TJ"});
}

static void urban_compare(compared *all)
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
        compared_own(all, all->urban[k], 1.5, 2,
                     (scale_relation){
                         .low = k ? 0.005 : 0.01, .high = 1, .slack = SCALE_DOUBT, .what = "urban share", .unit = ""});
        for (size_t j = 0; j < k; j++)
            compared_pair(all, all->urban[k], all->urban[j],
                          (scale_relation){.low = 1 / 3., .high = 3, .slack = 1, .apart = 3});
    }
}

/* "bn CNY", "thousands", "Mt". */
static const char *unit_words(const scale_series *a)
{
    static char words[40];
    const char *unit = csv_raw(a->table, a->row[0], a->unit);
    if (a->kind == SCALE_PEOPLE) return "thousands";
    if (a->kind != SCALE_MONEY) return unit;
    snprintf(words, sizeof words, "%.20s%s%.3s", unit, *unit ? " " : "",
             csv_raw(a->table, a->row[0], csv_column(a->table, "currency")));
    return words;
}

/* The columns whose unit nothing would contradict, by table. */
static void unproved_list(const compared *all, const int *proved, unproved *list)
{
    for (size_t i = 0; i < all->s.n_series; i++) {
        const scale_series *a = &all->s.series[i];
        int t = 0;
        if (proved[i]) continue;
        while (all->in->table[t] != a->table) t++;
        char *words = list->of[t], one[sizeof *list->of];
        snprintf(one, sizeof one, "%.40s (%.40s)", csv_title(a->table, a->column), unit_words(a));
        if (strstr(words, one) || strlen(words) + strlen(one) + 3 > sizeof *list->of) continue;
        if (*words) strcat(words, ", ");
        strcat(words, one);
    }
}

void contradictions_tell(const tables *in, unproved *list)
{
    compared all = {.in = in, .kaya_gdp = SCALE_ALONE, .energy = SCALE_ALONE};
    size_t **const lists[] = {&all.city_people, &all.city_co2, &all.gdp, &all.city_gdp};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        *lists[k] = program_memory(in->places, sizeof **lists[k]);
        for (size_t p = 0; p < in->places; p++) (*lists[k])[p] = SCALE_ALONE;
    }
    if (table_given(in, COUNTRIES)) table_columns(in, COUNTRIES);
    people_compare(&all);
    co2_compare(&all);
    energy_compare(&all);
    compared_world(&all);
    compared_money(&all);
    urban_compare(&all);
    int *proved = program_memory(all.s.n_series, sizeof *proved);
    scale_tell(&all.s, proved);
    compared_parts(&all);
    fractions_tell(in);
    unproved_list(&all, proved, list);
    list->unknown = table_given(in, COUNTRIES) && all.world_people == SCALE_ALONE;
    free(proved);
    scale_release(&all.s);
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) free(*lists[k]);
}
