/* All draws of a place, year by year: exact quantiles by selection; only the wanted results are kept. */
#include "ensemble/run_exact.h"
#include "ensemble/tally.h"

/* Distance of the ends of the bins from the middle, in standard deviations: far enough for the usual quantiles. */
#define EXACT_REACH 2.6

static void exact_set_bins(const skpi__run *run, skpi__worker *w, size_t cell, const double *x)
{
    const skpi__model_range *r = w->range + cell;
    double low = r->centre - EXACT_REACH * r->spread, high = r->centre + EXACT_REACH * r->spread;
    if (!(low <= high)) { /* no closed form: the range of the first block */
        const uint64_t draws = run->plan->sizes.n_draws;
        run->kernel->range(x, draws < SKPI__BLOCK ? (size_t)draws : SKPI__BLOCK, &low, &high);
    }
    w->bins[cell] = skpi__bins_over(low, high);
}

static skpi_status exact_year(skpi__run *run, skpi__worker *w, size_t model, size_t place, size_t k, skpi__watch *watch)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t variables = s->first[model + 1] - s->first[model], first = s->first[model];
    const size_t blocks = run->room / SKPI__BLOCK;
    skpi_status status = SKPI_OK;
    if (s->quantiles) memset(w->count, 0, variables * SKPI__BINS * sizeof *w->count);
    for (size_t b = 0; b < blocks && !status; b++) {
        const size_t at = b * SKPI__BLOCK, n = s->n_draws - at < SKPI__BLOCK ? (size_t)s->n_draws - at : SKPI__BLOCK;
        skpi__tally_carry(run, w, model, place, (ptrdiff_t)k, b, at);
        for (size_t v = 0; v < variables && !status; v++) {
            if (b == 0) exact_set_bins(run, w, (first + v) * s->n_years + k, w->column + v * run->room);
            status = skpi__tally_variable(run, w, first + v, place, k, n, at,
                                          s->quantiles ? w->id + v * run->room + at : w->id,
                                          w->count + (s->quantiles ? v * SKPI__BINS : 0));
        }
        if (!status && skpi__watch_stops(watch, SKPI__VALUE_TIME * (double)(n * variables))) status = SKPI_ECANCELED;
    }
    for (size_t v = 0; v < variables && !status && s->quantiles; v++)
        skpi__order(run->kernel, (size_t)s->n_draws, w->column + v * run->room, w->id + v * run->room,
                    w->count + v * SKPI__BINS, run->n_wanted, run->wanted, &w->order,
                    w->stat + (v * s->n_years + k) * run->n_wanted);
    return status;
}

/* Writes the means and quantiles of a model's variables into the record. */
static void exact_take(const skpi__run *run, skpi__worker *w, size_t model, skpi__record *r)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t i = s->first[model]; i < s->first[model + 1]; i++) {
        double *stat = w->stat + (i - s->first[model]) * s->n_years * run->n_wanted;
        if (s->quantiles) skpi__tally_values(run->kernel, s->form[i], s->n_years * run->n_wanted, stat);
        for (size_t k = 0; k < s->n_years; k++) {
            const size_t cell = i * s->n_years + k;
            r->mean[cell] = skpi__tally_mean(s->form[i], 1 / w->range[cell].scale, w->total[cell], s->n_draws);
            const double *x = stat + k * run->n_wanted;
            for (size_t q = 0; q < s->n_prob; q++)
                r->quantile[cell * s->n_prob + q] =
                    skpi__rank_between(run->rank + q, x[run->place_low[q]], x[run->place_high[q]]);
        }
    }
}

skpi_status skpi__run_exact_place(skpi__run *run, skpi__worker *w, const skpi__part *part, skpi__watch *watch)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t place = part->place, blocks = run->room / SKPI__BLOCK;
    skpi_status status = SKPI_OK;
    skpi__record *r = skpi__record_new(s);
    if (!r) return skpi__no_memory_for(skpi__here("skpi_ensemble_result_run"), "plan");
    memset(w->total, 0, skpi__sizes_cells(s) * sizeof *w->total);
    skpi__tally_ranges(run, w, place);
    for (size_t m = 0; m < s->n_models && !status; m++) {
        for (size_t b = 0; b < blocks; b++) skpi__tally_carry(run, w, m, place, -1, b, b * SKPI__BLOCK);
        for (size_t k = 0; k < s->n_years && !status; k++) status = exact_year(run, w, m, place, k, watch);
        if (!status) exact_take(run, w, m, r);
    }
    if (status) {
        skpi__record_free(r);
        return status;
    }
    skpi__tally_count_events(run, w, blocks, r->count);
    skpi__record_cover(r, 0, s->n_draws);
    skpi__record_free(run->into->record[place]);
    run->into->record[place] = r; /* needs no mutex, because no other task has this place */
    return SKPI_OK;
}
