/* Money: GDP, the digital economy and its published shares, investments. */
#include "compared.h"
#include "units.h"

#include <math.h>
#include <string.h>

static void gdp_read(compared *all, size_t p)
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

/* The currency of all rows of a place, which may be empty; NULL where there are two: then its money is not compared. */
static const char *currency_of(const tables *in, size_t p)
{
    static const enum table which[] = {DIGITAL, GDP, INVESTMENT};
    const char *first = "";
    for (size_t k = 0; k < 3; k++) {
        const csv *t = in->table[which[k]];
        if (!table_given(in, which[k])) continue;
        const size_t places = csv_column(t, "place"), currency = csv_column(t, "currency");
        for (size_t i = 0; i < csv_rows(t); i++) {
            const char *code = csv_raw(t, i, currency);
            if (!*code || strcmp(csv_raw(t, i, places), in->place[p].key)) continue;
            if (*first && strcmp(first, code)) return NULL;
            first = code;
        }
    }
    return first;
}

/* 1: a city whose money is in the currency of its country. */
static int same_currency(const tables *in, size_t p)
{
    const char *own = currency_of(in, p), *country = currency_of(in, 0);
    return p && in->has_country && own && country && *own && !strcmp(own, country);
}

/* The published shares of one way of counting. */
static void shares_compare(compared *all, const place *of, const char *scope)
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
    compared_own(
        all, share, 1.5, 3,
        (scale_relation){
            .low = 0.003, .high = 0.9, .slack = SCALE_DOUBT, .what = "share of the digital economy", .unit = ""});
}

/* The digital economy of one place beside its GDP, and the quotient beside the published share. */
static void digital_compare(compared *all, size_t p)
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
    compared_pair(all, value, value, (scale_relation){.low = 1 / 30., .high = 30, .slack = 3, .apart = 3});
    if (gdp == SCALE_ALONE) return;
    compared_pair(
        all, value, gdp,
        (scale_relation){.low = 0.003, .high = 1, .slack = 6, .what = "share of the digital economy", .unit = ""});
    compared_pair(all, computed, share,
                  (scale_relation){.low = 1 / 3.,
                                   .high = 3,
                                   .slack = 1,
                                   .what = "computed over published share",
                                   .unit = "",
                                   .also = gdp + 1});
}

/* The people of a place, by its own table or, of the subject, by population.csv. */
static size_t people_of(const compared *all, size_t p)
{
    const int own = p || all->in->place->is_city;
    return own && (p || all->city_people[p] != SCALE_ALONE) ? all->city_people[p] : all->people;
}

/* GDP per head of a place by what is published of its digital economy, value over share, where its GDP is not known. */
static size_t implied_heads(compared *all, size_t p)
{
    const tables *in = all->in;
    const csv *t = in->table[DIGITAL];
    const size_t people = people_of(all, p);
    if (!table_given(in, DIGITAL) || people == SCALE_ALONE) return SCALE_ALONE;
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), values = csv_optional(t, "value"),
                 shares = csv_optional(t, "share");
    const money m = money_columns(t);
    const size_t a = scale_series_add(&all->s, t, &in->place[p], values, m.unit, SCALE_MONEY);
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (row_place(in, DIGITAL, i, places) != &in->place[p] || csv_missing(t, i, values) ||
            csv_missing(t, i, shares))
            continue;
        const int32_t year = csv_year(t, i, years);
        const double heads = scale_value(&all->s, people, year, COMPARED_NEAR);
        scale_point(&all->s, a, i, year,
                    csv_positive(t, i, values) * money_bn(t, i, m) * 1e9 / csv_share(t, i, shares) / heads);
    }
    return a;
}

/* Investments beside the GDP of their place. */
static void investment_compare(compared *all, size_t p)
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
    compared_pair(
        all, a, all->gdp[p],
        (scale_relation){
            .low = 1e-4, .high = 50, .slack = SCALE_DOUBT, .apart = 3, .what = "investment over GDP", .unit = ""});
}

/* The GDP of the Kaya table, at constant prices, beside that of gdp.csv in the same currency. */
static void kaya_compare(compared *all)
{
    const tables *in = all->in;
    const csv *k = in->table[CARBON_KAYA];
    const char *currency = currency_of(in, 0);
    if (!table_given(in, CARBON_KAYA) || !currency || strcmp(currency, csv_raw(k, 0, csv_column(k, "currency"))))
        return;
    compared_pair(all, all->kaya_gdp, all->gdp[0], (scale_relation){.low = 0.05, .high = 20, .slack = 1, .apart = 3});
}

/* GDP per head of a city beside that of its country, in the same currency. */
static void heads_compare(compared *all, size_t p, size_t heads, size_t country)
{
    compared_pair(all, heads, country,
                  (scale_relation){.low = 0.05,
                                   .high = 30,
                                   .slack = 10,
                                   .apart = COMPARED_NEAR,
                                   .what = "GDP per head, in that of the country",
                                   .unit = "",
                                   .also = people_of(all, p) + 1});
}

static void place_compare(compared *all, size_t p, size_t country)
{
    const tables *in = all->in;
    const size_t gdp = all->gdp[p], people = people_of(all, p), heads = compared_heads(all, gdp, people);
    compared_own(all, gdp, 3, 3, (scale_relation){.what = NULL});
    compared_pair(all, gdp, people,
                  (scale_relation){.low = 100,
                                   .high = 1e6,
                                   .slack = SCALE_EVIDENCE,
                                   .apart = COMPARED_NEAR,
                                   .what = "GDP per head",
                                   .unit = ""});
    if (same_currency(in, p)) {
        heads_compare(all, p, heads, country);
        heads_compare(all, p, implied_heads(all, p), country);
        compared_pair(
            all, gdp, all->gdp[0],
            (scale_relation){
                .low = 1e-7, .high = 1, .slack = 1, .apart = 3, .what = "part of the country's GDP", .unit = ""});
    }
    if (gdp == SCALE_ALONE || !all->s.series[gdp].n) return;
    compared_world_gdp(all, gdp, currency_of(in, p));
    compared_world_heads(all, heads, people, currency_of(in, p), 0);
}

void compared_money(compared *all)
{
    const tables *in = all->in;
    for (size_t p = 0; p < in->places; p++)
        if (currency_of(in, p)) gdp_read(all, p);
    for (size_t p = 0; p < in->places; p++)
        if (same_currency(in, p)) all->city_gdp[p] = all->gdp[p];
    const size_t country = in->has_country ? compared_heads(all, all->gdp[0], all->people) : SCALE_ALONE;
    for (size_t p = 0; p < in->places; p++) {
        if (!currency_of(in, p)) continue;
        place_compare(all, p, country);
        digital_compare(all, p);
        investment_compare(all, p);
    }
    kaya_compare(all);
}
