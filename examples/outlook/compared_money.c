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

/* GDP per head of a place, as a series of its GDP. */
static size_t per_head(compared *all, size_t p)
{
    const size_t gdp = all->gdp[p], people = p || all->in->place->is_city ? all->city_people[p] : all->people;
    if (gdp == SCALE_ALONE || people == SCALE_ALONE) return SCALE_ALONE;
    const scale_series g = all->s.series[gdp];
    const size_t a = scale_series_add(&all->s, g.table, g.place, g.column, g.unit, g.kind);
    for (size_t i = 0; i < g.n; i++)
        scale_point(&all->s, a, g.row[i], g.year[i],
                    g.value[i] / scale_value(&all->s, people, g.year[i], COMPARED_NEAR));
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
            .low = 1e-4, .high = 1e6, .slack = SCALE_DOUBT, .apart = 3, .what = "investment over GDP", .unit = ""});
}

double compared_head_slack(const char *currency)
{
    static const char *const dollar[] = {"USD", "EUR", "GBP", "CHF", "CAD", "AUD"};
    for (size_t i = 0; i < sizeof dollar / sizeof *dollar; i++)
        if (!strcmp(currency, dollar[i])) return 5;
    return SCALE_EVIDENCE;
}

/* The GDP of the Kaya table, at constant prices, beside that of gdp.csv in the same currency. */
static void kaya_compare(compared *all)
{
    const tables *in = all->in;
    const csv *g = in->table[GDP], *k = in->table[CARBON_KAYA];
    if (!table_given(in, GDP) || !table_given(in, CARBON_KAYA) || !one_currency(in, 0)) return;
    const size_t places = csv_column(g, "place"), currency = csv_column(g, "currency");
    for (size_t i = 0; i < csv_rows(g); i++)
        if (!strcmp(csv_raw(g, i, places), in->place[0].key) &&
            strcmp(csv_raw(g, i, currency), csv_raw(k, 0, csv_column(k, "currency"))))
            return;
    compared_pair(all, all->kaya_gdp, all->gdp[0], (scale_relation){.low = 0.05, .high = 20, .slack = 1, .apart = 3});
}

void compared_money(compared *all)
{
    const tables *in = all->in;
    size_t country = SCALE_ALONE; /* its GDP per head */
    for (size_t p = 0; p < in->places; p++)
        if (one_currency(in, p)) gdp_read(all, p);
    for (size_t p = 0; p < in->places; p++) {
        if (!one_currency(in, p)) continue;
        const size_t heads = per_head(all, p);
        if (!p) country = heads;
        compared_own(all, all->gdp[p], 3, 3, (scale_relation){.what = NULL});
        if (p && one_currency(in, 0) && same_currency(in, p))
            compared_pair(
                all, heads, country,
                (scale_relation){
                    .low = 0.05, .high = 30, .slack = SCALE_EVIDENCE, .apart = COMPARED_NEAR, .what = "per head"});
        compared_pair(all, all->gdp[p], p ? all->city_people[p] : all->people,
                      (scale_relation){.low = 100,
                                       .high = 1e6,
                                       .slack = SCALE_EVIDENCE,
                                       .apart = COMPARED_NEAR,
                                       .what = "GDP per head",
                                       .unit = ""});
        if (p && heads == SCALE_ALONE && in->has_country && one_currency(in, 0) && same_currency(in, p))
            compared_pair(
                all, all->gdp[p], all->gdp[0],
                (scale_relation){
                    .low = 1e-7, .high = 1, .slack = 1, .apart = 3, .what = "part of the country's GDP", .unit = ""});
        digital_compare(all, p);
        investment_compare(all, p);
    }
    kaya_compare(all);
}
