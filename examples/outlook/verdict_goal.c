/* The goals for CO2 per GDP: where they stand. */
#include "verdict.h"
#include "../common/cells.h"
#include "../common/one_row.h"

#include <math.h>
#include <stdlib.h>

void goal_tell(const tables *in, size_t row, skpi_status s)
{
    const csv *t = in->table[CARBON_GOALS];
    const size_t base = csv_column(t, "base_year"), target = csv_column(t, "target_year"),
                 window = csv_column(t, "window_years");
    const cell cells[] = {cell_at("in->date0", t, row, base),
                          cell_at("in->cut", t, row, csv_column(t, "cut")),
                          cell_at("in->growth", t, row, csv_column(t, "gdp_growth")),
                          cell_at("in->target_date", t, row, target),
                          cell_at("target_year", t, row, target),
                          cell_at("emission->value", t, row, window),
                          cell_at("options->window", t, row, window),
                          cell_at("base_year", t, row, base)};
    cells_tell(s, sizeof cells / sizeof *cells, cells);
}

/* What a goal allows whose base year is not known: nothing but the change from there. */
static void allowance_compute(allowance *a, const tables *in)
{
    static const double one = 1;
    const double date0 = a->base_year, date = a->target_year;
    const skpi_carbon_target_intensity_in goal = {.size = sizeof goal,
                                                  .n = 1,
                                                  .date0 = &date0,
                                                  .emission0 = &one,
                                                  .gdp0 = &one,
                                                  .date1 = &date0,
                                                  .emission1 = &one,
                                                  .gdp1 = &one,
                                                  .target_date = &date,
                                                  .cut = &a->cut,
                                                  .growth = &a->growth};
    skpi_carbon_target_intensity_out out = {.size = sizeof out, .emission = &a->change};
    goal_tell(in, a->row, skpi_carbon_target_intensity(&goal, &out, NULL));
    a->change -= 1;
}

typedef struct goal_columns {
    size_t base_year, cut, target_year, peak_before, window, growth, part, low, high;
} goal_columns;

static void goal_main(verdict *v, kaya *k, const csv *t, const goal_columns *c, size_t r)
{
    v->base_year = csv_year(t, r, c->base_year);
    v->cut = csv_share(t, r, c->cut);
    v->target_year = csv_year(t, r, c->target_year);
    v->peak_before = csv_missing(t, r, c->peak_before) ? 0 : csv_year(t, r, c->peak_before);
    v->growth = csv_number(t, r, c->growth);
    v->part[0] = csv_share(t, r, c->part);
    v->part[1] = csv_share(t, r, c->low);
    v->part[2] = csv_share(t, r, c->high);
    const double years = csv_number(t, r, c->window);
    if (!(years >= 3 && years <= 500) || years != floor(years))
        csv_fail(t, r, c->window, "window_years \"%s\" is not a whole number from 3 on", csv_raw(t, r, c->window));
    v->window = years < (double)k->n ? (int32_t)years : (int32_t)k->n;
    while (k->base < k->n && k->year[k->base] != v->base_year) k->base++;
}

void goal_read(verdict *v, kaya *k, const tables *in)
{
    const csv *t = in->table[CARBON_GOALS];
    const goal_columns c = {csv_column(t, "base_year"),   csv_column(t, "cut"),          csv_column(t, "target_year"),
                            csv_column(t, "peak_before"), csv_column(t, "window_years"), csv_column(t, "gdp_growth"),
                            csv_column(t, "energy_part"), csv_column(t, "energy_low"),   csv_column(t, "energy_high")};
    const int32_t last = k->year[k->n - 1];
    csv_column(t, "source");
    csv_optional(t, "name");
    rows_subject(in, CARBON_GOALS);
    csv_unique(t, 2, (size_t[]){c.base_year, c.target_year});
    v->allowance = program_memory(csv_rows(t), sizeof *v->allowance);
    for (size_t r = 0; r < csv_rows(t); r++) {
        const int32_t base = csv_year(t, r, c.base_year), target = csv_year(t, r, c.target_year);
        if (target <= base) csv_fail(t, r, c.target_year, "%d is not after the base year %d", (int)target, (int)base);
        if (!r) {
            goal_main(v, k, t, &c, r);
            if (k->base == k->n)
                csv_fail(t, r, c.base_year, "%d is no year of %s", (int)base, csv_name(in->table[CARBON_KAYA]));
            continue;
        }
        if (base <= last)
            csv_fail(t, r, c.base_year, "%d is known: only the first row may have a known base year", (int)base);
        allowance *a = &v->allowance[v->allowances++];
        *a = (allowance){.row = r,
                         .base_year = base,
                         .target_year = target,
                         .cut = csv_share(t, r, c.cut),
                         .growth = csv_number(t, r, c.growth)};
        allowance_compute(a, in);
    }
}

/* figures: the cells of t. */
static void goal_progress(const verdict *v, const tables *in, const skpi_table *t, const cell *figures, double target,
                          const int32_t *base, const skpi_carbon_progress_options *options, track *to)
{
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
                                    .crossing_compound = &to->crossing_compound,
                                    .overshoot = &to->overshoot};
    const skpi_status s = skpi_carbon_progress(t, &v->target_year, &target, base, options, &out, NULL);
    if (s < 0) goal_tell(in, 0, s);
    cells_tell(s, 1, figures);
}

void goal_intensity(const verdict *v, const tables *in, const kaya *k, size_t n, const double *date, const double *cut,
                    const double *emission, skpi_carbon_target_intensity_out *out)
{
    enum { BASE_DATE, BASE_EMISSION, BASE_GDP, DATE, GDP_NOW, GROWTH, ROWS };
    const size_t last = k->n - 1;
    const double value[ROWS] = {k->year[k->base], k->emission[k->base], k->gdp[k->base],
                                k->year[last],    k->gdp[last],         v->growth};
    double *all = program_memory(n * ROWS, sizeof *all);
    for (size_t r = 0; r < ROWS; r++)
        for (size_t i = 0; i < n; i++) all[r * n + i] = value[r];
    const skpi_carbon_target_intensity_in goal = {.size = sizeof goal,
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
    goal_tell(in, 0, skpi_carbon_target_intensity(&goal, out, NULL));
    free(all);
}

/* The target path of CO2 per GDP has a constant cut in per cent, and so the verdict compares cuts in per cent. */
static void goal_track(const verdict *v, const tables *in, const kaya *k, int32_t window, track *to)
{
    const cell years = cell_by_column("emission->value", in->table[CARBON_KAYA], 0, k->column[3], NULL);
    const skpi_table t = one_row(k->n, k->year, k->intensity, NULL);
    const skpi_carbon_progress_options o = {
        .size = sizeof o, .flags = SKPI_CARBON_PROGRESS_FLAG_COMPOUND, .window = window};
    goal_progress(v, in, &t, &years, v->target, &v->base_year, &o, to);
}

/* The target in the unit of the emissions per billion, as the library gives it, from grams per unit of money. */
void goal_compute(verdict *v, const tables *in, const kaya *k, const carbon *path)
{
    const double now = k->emission[k->n - 1], date = v->target_year, gram = v->unit.gt * 1e6;
    skpi_carbon_target_intensity_out out = {.size = sizeof out,
                                            .target = &v->target,
                                            .done = &v->done,
                                            .achieved = &v->cut_so_far,
                                            .required = &v->cut_required,
                                            .emission = &v->allowed,
                                            .flat_growth = &v->flat_growth};
    goal_intensity(v, in, k, 1, &date, &v->cut, &now, &out);
    v->target *= gram;
    goal_track(v, in, k, v->window, &v->by_gdp[0]);
    goal_track(v, in, k, (v->window + 1) / 2, &v->by_gdp[1]);

    v->path_then = v->path_growth = (double)NAN;
    if (!path) return;
    const history *h = &path->history;
    if (h->n < 2 || v->target_year <= h->year[h->n - 1]) return; /* no trend, or over */
    v->path_then = carbon_total(path, v->target_year);
    const double path_now = carbon_total(path, k->year[k->n - 1]);
    if (isnan(v->path_then)) return;
    const cell before = cell_by_column("emission->value", h->table, h->row[0], h->column, h->row);
    const skpi_table known = one_row(h->n, h->year, h->value, NULL);
    const skpi_carbon_progress_options o = {.size = sizeof o, .window = v->window};
    goal_progress(v, in, &known, &before, v->path_then, NULL, &o, &v->by_path);
    if (!(v->path_then > 0 && path_now > 0)) return;
    /* growth at which the goal allows this level: that which leaves emissions flat if they are there already */
    const double level = now * (v->path_then / path_now);
    skpi_carbon_target_intensity_out flat = {.size = sizeof flat, .flat_growth = &v->path_growth};
    goal_intensity(v, in, k, 1, &date, &v->cut, &level, &flat);
}
