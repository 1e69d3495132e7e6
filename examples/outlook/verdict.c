/* Verdict: whether the CO2 has peaked, whether the goal for CO2 per GDP is being met, and why (verdict_why.c). */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

/* What the library refused about the goal, at the goal's column. */
static _Noreturn void goal_refused(const outlook *o)
{
    static const char *const argument[] = {"in->date0",   "in->cut",         "in->growth",      "in->target_date",
                                           "target_year", "emission->value", "options->window", "base_year"};
    const csv *t = o->table[CARBON_GOALS];
    const size_t column[] = {csv_column(t, "base_year"),    csv_column(t, "cut"),         csv_column(t, "gdp_growth"),
                             csv_column(t, "target_year"),  csv_column(t, "target_year"), csv_column(t, "window_years"),
                             csv_column(t, "window_years"), csv_column(t, "base_year")};
    refused(t, 0, 8, argument, column);
}

_Noreturn void kaya_refused(const outlook *o)
{
    static const char *const argument[] = {"population", "gdp", "energy", "emission"};
    const csv *t = o->table[CARBON_KAYA];
    const size_t column[] = {csv_column(t, "population_bn"), csv_column(t, "gdp_tn"), csv_column(t, "energy_quad"),
                             csv_column(t, "co2_mt")};
    refused(t, CSV_WHOLE, 4, argument, column);
}

static kaya read_kaya(const outlook *o)
{
    const csv *t = o->table[CARBON_KAYA];
    const size_t n = csv_rows(t), year = csv_column(t, "year"),
                 value[] = {csv_column(t, "population_bn"), csv_column(t, "gdp_tn"), csv_column(t, "energy_quad"),
                            csv_column(t, "co2_mt")};
    kaya k = {.n = n};
    csv_column(t, "source");
    csv_unique(t, 1, &year);
    if (n < 3) csv_fail(t, CSV_WHOLE, year, "%zu years: a trend needs three", n);
    k.year = program_memory(n, sizeof *k.year);
    double **to[] = {&k.population, &k.gdp, &k.energy, &k.emission, &k.intensity};
    for (size_t c = 0; c < 5; c++) *to[c] = program_memory(n, sizeof **to[c]);
    k.factor = program_memory(4 * n, sizeof *k.factor);
    for (size_t i = 0; i < n; i++) {
        only_country(o, CARBON_KAYA, i);
        k.year[i] = csv_year(t, i, year);
        if (i && k.year[i] != k.year[i - 1] + 1)
            csv_fail(t, i, year, "%d does not follow %d", (int)k.year[i], (int)k.year[i - 1]);
        for (size_t c = 0; c < 4; c++) (*to[c])[i] = csv_positive(t, i, value[c]);
        k.intensity[i] = k.emission[i] / k.gdp[i];
    }
    if (skpi_carbon_kaya(n, k.population, k.gdp, k.energy, k.emission, k.factor, NULL) < 0) kaya_refused(o);
    return k;
}

static void read_goal(outlook *o, kaya *k)
{
    const csv *t = o->table[CARBON_GOALS];
    verdict *v = &o->verdict;
    const size_t r = only_row(o, CARBON_GOALS), base = csv_column(t, "base_year"),
                 window = csv_column(t, "window_years");
    csv_column(t, "source");
    v->base_year = csv_year(t, r, base);
    v->cut = csv_share(t, r, csv_column(t, "cut"));
    v->target_year = csv_year(t, r, csv_column(t, "target_year"));
    v->peak_before = csv_year(t, r, csv_column(t, "peak_before"));
    v->growth = csv_number(t, r, csv_column(t, "gdp_growth"));
    v->part[0] = csv_share(t, r, csv_column(t, "energy_part"));
    v->part[1] = csv_share(t, r, csv_column(t, "energy_low"));
    v->part[2] = csv_share(t, r, csv_column(t, "energy_high"));
    const double years = csv_number(t, r, window);
    if (!(years >= 3 && years <= 500) || years != floor(years))
        csv_fail(t, r, window, "window_years \"%s\" is not a whole number from 3 on", csv_raw(t, r, window));
    v->window = years < (double)k->n ? (int32_t)years : (int32_t)k->n;
    while (k->base < k->n && k->year[k->base] != v->base_year) k->base++;
    if (k->base == k->n)
        csv_fail(t, r, base, "%d is no year of %s", (int)v->base_year, csv_name(o->table[CARBON_KAYA]));
    if (v->target_year <= v->base_year)
        csv_fail(t, r, csv_column(t, "target_year"), "%d is not after the base year %d", (int)v->target_year,
                 (int)v->base_year);
}

static skpi_table table_of(size_t n, const int32_t *year, const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = 1, .m = n, .year = year, .value = value};
}

static void peak(outlook *o, const kaya *k)
{
    verdict *v = &o->verdict;
    const size_t from = k->n - (size_t)v->window;
    const skpi_table all = table_of(k->n, k->year, k->emission),
                     last = table_of((size_t)v->window, k->year + from, k->emission + from);
    skpi_carbon_peaked_out out = {.size = sizeof out,
                                  .verdict = &v->peaked,
                                  .peak_year = &v->peak_year,
                                  .since = &v->since,
                                  .used = &v->used,
                                  .peak = &v->peak,
                                  .change = &v->below,
                                  .p = &v->p,
                                  .slope = &v->slope};
    skpi_series_trend_out trend = {.size = sizeof trend, .p = &v->recent_p, .slope = &v->recent_slope};
    if (skpi_carbon_peaked(&all, NULL, &out, NULL) < 0 || skpi_series_trend(&last, &trend, NULL) < 0) kaya_refused(o);
}

static void progress(outlook *o, const skpi_table *t, int32_t window, double target, const int32_t *base, track *to)
{
    const skpi_carbon_progress_options options = {.size = sizeof options, .window = window};
    skpi_carbon_progress_out out = {.size = sizeof out,
                                    .verdict = &to->verdict,
                                    .used = &to->used,
                                    .required = &to->required,
                                    .required_compound = &to->required_compound,
                                    .achieved = &to->achieved,
                                    .achieved_compound = &to->achieved_compound,
                                    .ratio = &to->ratio,
                                    .ratio_compound = &to->ratio_compound,
                                    .crossing = &to->crossing,
                                    .overshoot = &to->overshoot};
    if (skpi_carbon_progress(t, &o->verdict.target_year, &target, base, &options, &out, NULL) < 0) goal_refused(o);
}

void goal_intensity(const outlook *o, const kaya *k, size_t n, const double *date, const double *cut,
                    const double *emission, skpi_carbon_target_intensity_out *out)
{
    enum { BASE_DATE, BASE_EMISSION, BASE_GDP, DATE, GDP_NOW, GROWTH, ROWS };
    const size_t last = k->n - 1;
    const double value[ROWS] = {k->year[k->base], k->emission[k->base], k->gdp[k->base],
                                k->year[last],    k->gdp[last],         o->verdict.growth};
    double *all = program_memory(n * ROWS, sizeof *all);
    for (size_t r = 0; r < ROWS; r++)
        for (size_t i = 0; i < n; i++) all[r * n + i] = value[r];
    const skpi_carbon_target_intensity_in in = {.size = sizeof in,
                                                .n = n,
                                                .date0 = all + BASE_DATE * n,
                                                .emission0 = all + BASE_EMISSION * n,
                                                .gdp0 = all + BASE_GDP * n,
                                                .date1 = all + DATE * n,
                                                .emission1 = emission,
                                                .gdp1 = all + GDP_NOW * n,
                                                .target_date = date,
                                                .cut = cut,
                                                .growth = all + GROWTH * n};
    if (skpi_carbon_target_intensity(&in, out, NULL) < 0) goal_refused(o);
    free(all);
}

/* Emission of section 3 in a year; NaN = it does not go so far. */
static double assumed(const outlook *o, int32_t year)
{
    for (size_t i = 0; i < o->paths; i++)
        if (o->path[i].year == year) return o->path[i].emission;
    return NAN;
}

static void goal(outlook *o, const kaya *k)
{
    verdict *v = &o->verdict;
    const double now = k->emission[k->n - 1], date = v->target_year;
    skpi_carbon_target_intensity_out out = {.size = sizeof out,
                                            .target = &v->target,
                                            .done = &v->done,
                                            .achieved = &v->cut_so_far,
                                            .required = &v->cut_required,
                                            .emission = &v->allowed,
                                            .flat_growth = &v->flat_growth};
    goal_intensity(o, k, 1, &date, &v->cut, &now, &out);
    const skpi_table t = table_of(k->n, k->year, k->intensity);
    progress(o, &t, v->window, v->target, &v->base_year, &v->by_gdp[0]);
    progress(o, &t, (v->window + 1) / 2, v->target, &v->base_year, &v->by_gdp[1]);

    v->path_then = v->target_year > o->t0 ? assumed(o, v->target_year) : (double)NAN;
    const double path_now = assumed(o, k->year[k->n - 1]);
    v->path_growth = NAN;
    size_t n = 0;
    while (n < o->paths && o->path[n].observed) n++;
    if (n < 2) v->path_then = NAN; /* no trend */
    if (isnan(v->path_then)) return;
    int32_t *year = program_memory(n, sizeof *year);
    double *value = program_memory(n, sizeof *value);
    for (size_t i = 0; i < n; i++) {
        year[i] = o->path[i].year;
        value[i] = o->path[i].emission;
    }
    const skpi_table history = table_of(n, year, value);
    progress(o, &history, v->window, v->path_then, NULL, &v->by_path);
    free(year);
    free(value);
    if (!(v->path_then > 0 && path_now > 0)) return;
    /* growth at which the goal allows this level: that which leaves emissions flat if they are there already */
    const double level = now * (v->path_then / path_now);
    skpi_carbon_target_intensity_out flat = {.size = sizeof flat, .flat_growth = &v->path_growth};
    goal_intensity(o, k, 1, &date, &v->cut, &level, &flat);
}

void compute_verdict(outlook *o)
{
    verdict *v = &o->verdict;
    kaya k = read_kaya(o);
    read_goal(o, &k);
    const int32_t last = k.year[k.n - 1];
    v->first_year = k.year[0];
    v->last_year = last;
    v->rows = k.n + (v->target_year > last ? (size_t)(v->target_year - last) : 0);
    v->row = program_memory(v->rows, sizeof *v->row);
    for (size_t i = 0; i < v->rows; i++) {
        verdict_row *r = &v->row[i];
        r->year = k.year[0] + (int32_t)i;
        r->observed = i < k.n;
        r->emission = r->observed ? k.emission[i] : (double)NAN;
        r->intensity = r->observed ? k.intensity[i] : (double)NAN;
        r->way_intensity = r->way_emission = NAN;
        for (size_t f = 0; f <= FACTORS; f++) r->change[f] = r->gap[f] = NAN;
    }
    peak(o, &k);
    goal(o, &k);
    compute_why(o, &k);
    compute_way(o, &k);
    void *block[] = {k.year, k.population, k.gdp, k.energy, k.emission, k.intensity, k.factor};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
}
