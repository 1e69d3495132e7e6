/* Verdict: whether the CO2 has peaked, whether the goal for CO2 per GDP is being met, and why (verdict_why.c). */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

/* What the library says about the goal, at the goal's column. */
static void goal_tell(const outlook *o, skpi_status s)
{
    const csv *t = o->table[CARBON_GOALS];
    const size_t base = csv_column(t, "base_year"), target = csv_column(t, "target_year"),
                 window = csv_column(t, "window_years");
    const cell cells[] = {cell_at("in->date0", t, 0, base),
                          cell_at("in->cut", t, 0, csv_column(t, "cut")),
                          cell_at("in->growth", t, 0, csv_column(t, "gdp_growth")),
                          cell_at("in->target_date", t, 0, target),
                          cell_at("target_year", t, 0, target),
                          cell_at("emission->value", t, 0, window),
                          cell_at("options->window", t, 0, window),
                          cell_at("base_year", t, 0, base)};
    cells_tell(s, sizeof cells / sizeof *cells, cells);
}

void kaya_tell(const outlook *o, skpi_status s)
{
    const csv *t = o->table[CARBON_KAYA];
    const cell cells[] = {cell_at("population", t, CSV_WHOLE, csv_column(t, "population_bn")),
                          cell_at("gdp", t, CSV_WHOLE, csv_column(t, "gdp_tn")),
                          cell_at("energy", t, CSV_WHOLE, csv_column(t, "energy_quad")),
                          cell_at("emission", t, CSV_WHOLE, csv_column(t, "co2_mt"))};
    cells_tell(s, sizeof cells / sizeof *cells, cells);
}

static kaya kaya_read(const outlook *o)
{
    const csv *t = o->table[CARBON_KAYA];
    const size_t n = csv_rows(t), year = country_years(o, CARBON_KAYA),
                 value[] = {csv_column(t, "population_bn"), csv_column(t, "gdp_tn"), csv_column(t, "energy_quad"),
                            csv_column(t, "co2_mt")};
    kaya k = {.n = n};
    if (n < 3) csv_fail(t, CSV_WHOLE, year, "%zu years: a trend needs three", n);
    k.year = program_memory(n, sizeof *k.year);
    double **to[] = {&k.population, &k.gdp, &k.energy, &k.emission, &k.intensity};
    for (size_t c = 0; c < 5; c++) *to[c] = program_memory(n, sizeof **to[c]);
    k.factor = program_memory(4 * n, sizeof *k.factor);
    for (size_t i = 0; i < n; i++) {
        only_country(o, CARBON_KAYA, i);
        k.year[i] = i ? csv_year_next(t, i, year, k.year[i - 1]) : csv_year(t, i, year);
        for (size_t c = 0; c < 4; c++) (*to[c])[i] = csv_positive(t, i, value[c]);
        k.intensity[i] = k.emission[i] / k.gdp[i];
    }
    kaya_tell(o, skpi_carbon_kaya(n, k.population, k.gdp, k.energy, k.emission, k.factor, NULL));
    return k;
}

static void goal_read(outlook *o, kaya *k)
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

static void kaya_peak(outlook *o, const kaya *k)
{
    verdict *v = &o->verdict;
    const size_t from = k->n - (size_t)v->window;
    const skpi_table all = one_row(k->n, k->year, k->emission, NULL),
                     last = one_row((size_t)v->window, k->year + from, k->emission + from, NULL);
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
    const csv *t = o->table[CARBON_KAYA];
    const size_t column = csv_column(t, "co2_mt");
    const cell years = cell_by_column("emission->value", t, 0, column, NULL);
    const cell window = cell_by_column("y->value", t, from, column, NULL);
    cells_tell(skpi_carbon_peaked(&all, NULL, &out, NULL), 1, &years);
    cells_tell(skpi_series_trend(&last, &trend, NULL), 1, &window);
}

/* figures: the cells of t. */
static void goal_progress(outlook *o, const skpi_table *t, const cell *figures, int32_t window, double target,
                          const int32_t *base, track *to)
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
    const skpi_status s = skpi_carbon_progress(t, &o->verdict.target_year, &target, base, &options, &out, NULL);
    if (s < 0) goal_tell(o, s);
    cells_tell(s, 1, figures);
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
    goal_tell(o, skpi_carbon_target_intensity(&in, out, NULL));
    free(all);
}

/* Emission of section 3 in a year; NaN = it does not go so far. */
static double path_emission(const outlook *o, int32_t year)
{
    for (size_t i = 0; i < o->paths; i++)
        if (o->path[i].year == year) return o->path[i].emission;
    return NAN;
}

static void goal_compute(outlook *o, const kaya *k)
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
    const csv *file = o->table[CARBON_KAYA], *before = o->table[CARBON_HISTORY];
    const cell kaya_years = cell_by_column("emission->value", file, 0, csv_column(file, "co2_mt"), NULL);
    const cell history_years = cell_by_column("emission->value", before, 0, csv_column(before, "co2_gt"), NULL);
    const skpi_table t = one_row(k->n, k->year, k->intensity, NULL);
    goal_progress(o, &t, &kaya_years, v->window, v->target, &v->base_year, &v->by_gdp[0]);
    goal_progress(o, &t, &kaya_years, (v->window + 1) / 2, v->target, &v->base_year, &v->by_gdp[1]);

    v->path_then = v->target_year > o->t0 ? path_emission(o, v->target_year) : (double)NAN;
    const double path_now = path_emission(o, k->year[k->n - 1]);
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
    const skpi_table history = one_row(n, year, value, NULL);
    goal_progress(o, &history, &history_years, v->window, v->path_then, NULL, &v->by_path);
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
    kaya k = kaya_read(o);
    goal_read(o, &k);
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
    kaya_peak(o, &k);
    goal_compute(o, &k);
    compute_why(o, &k);
    compute_way(o, &k);
    void *block[] = {k.year, k.population, k.gdp, k.energy, k.emission, k.intensity, k.factor};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
}
