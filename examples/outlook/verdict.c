/* The verdict: its parts in their order. */
#include "verdict.h"
#include "../common/cells.h"
#include "../common/one_row.h"

#include <math.h>
#include <stdlib.h>

static void kaya_peak(verdict *v, const tables *in, const kaya *k)
{
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
    const csv *t = in->table[CARBON_KAYA];
    const size_t column = k->column[3];
    const cell years = cell_by_column("emission->value", t, 0, column, NULL);
    const cell window = cell_by_column("y->value", t, from, column, NULL);
    cells_tell(skpi_carbon_peaked(&all, NULL, &out, NULL), 1, &years);
    cells_tell(skpi_series_trend(&last, &trend, NULL), 1, &window);
}

void verdict_compute(verdict *v, const tables *in, const carbon *path)
{
    kaya k = kaya_read(v, in);
    goal_read(v, &k, in);
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
        r->way_intensity = r->way_emission = (double)NAN;
        for (size_t f = 0; f <= FACTORS; f++) r->change[f] = r->gap[f] = (double)NAN;
    }
    kaya_peak(v, in, &k);
    goal_compute(v, in, &k, path);
    why_compute(v, in, &k);
    way_compute(v, in, &k);
    kaya_release(&k);
}

void verdict_release(verdict *v)
{
    free(v->row);
    free(v->allowance);
}
