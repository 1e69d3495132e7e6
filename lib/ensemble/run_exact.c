/* All draws of a place, year by year: exact quantiles by selection; only the wanted results are kept. */
#include "ensemble/run_exact.h"
#include "ensemble/gather.h"
#include "ensemble/quantile_exact.h"
#include "ensemble/tally.h"
#include "ensemble/tally_events.h"

static skpi_status exact_year(skpi__run *run, skpi__worker *w, size_t model, size_t place, size_t k, skpi__watch *watch)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t variables = s->first[model + 1] - s->first[model], first = s->first[model];
    const size_t blocks = run->room / SKPI__BLOCK;
    skpi__model_block block = skpi__tally_block(run, w, model, place);
    skpi_status status = SKPI_OK;
    skpi__tally_year(run, &block, k);
    if (s->quantiles) memset(w->count, 0, variables * SKPI__BINS * sizeof *w->count);
    for (size_t b = 0; b < blocks && !status; b++) {
        const size_t at = b * SKPI__BLOCK, n = s->n_draws - at < SKPI__BLOCK ? (size_t)s->n_draws - at : SKPI__BLOCK;
        skpi__tally_step(run, w, &block, b, at);
        if (b == 0) skpi__tally_parts(run, w, model); /* the bins are set from them */
        for (size_t v = 0; v < variables && b == 0; v++)
            skpi__quantile_bins(run, w, (first + v) * s->n_years + k, w->column + v * run->room);
        status = skpi__tally_model(run, w, model, place, k, n, at);
        if (!status && watch && skpi__watch_stops(watch, SKPI__VALUE_TIME * (double)(n * variables)))
            status = SKPI_ECANCELED;
    }
    if (!status && s->quantiles) skpi__quantile_select(run, w, variables, k);
    return status;
}

/* Writes the means and quantiles of a model's variables into the record. */
static void exact_take(const skpi__run *run, skpi__worker *w, size_t model, skpi__record *r)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t i = s->first[model]; i < s->first[model + 1]; i++) {
        for (size_t k = 0; k < s->n_years; k++) {
            const size_t cell = i * s->n_years + k;
            r->mean[cell] = skpi__tally_mean(s->form[i], 1 / w->range[cell].scale, w->total[cell], s->n_draws);
        }
        skpi__quantile_take(run, i, w->stat + (i - s->first[model]) * s->n_years * run->n_wanted, r);
    }
}

/* All draws of the places of a batch go through the years of a model together. */
static skpi_status exact_model(skpi__run *run, skpi__worker *const *w, size_t n, const skpi__part *part, size_t model,
                               skpi__record *const *r, skpi__watch *watch)
{
    const size_t blocks = run->room / SKPI__BLOCK;
    skpi_status status = SKPI_OK;
    for (size_t i = 0; i < n && !status; i++) {
        skpi__model_block block = skpi__tally_block(run, w[i], model, part[i].place);
        for (size_t b = 0; b < blocks && !status; b++) {
            skpi__tally_start(run, w[i], &block, b, b * SKPI__BLOCK);
            if (watch && skpi__watch_stops(watch, SKPI__VALUE_TIME * SKPI__BLOCK)) status = SKPI_ECANCELED;
        }
    }
    for (size_t k = 0; k < run->plan->sizes.n_years && !status; k++)
        for (size_t i = 0; i < n && !status; i++) status = exact_year(run, w[i], model, part[i].place, k, watch);
    for (size_t i = 0; i < n && !status; i++) exact_take(run, w[i], model, r[i]);
    return status;
}

static void exact_begin(skpi__run *run, skpi__worker *const *w, size_t n, const skpi__part *part)
{
    for (size_t i = 0; i < n; i++) {
        if (w[0]->kept) w[i]->kept = &w[0]->own;
        if (run->gathers)
            w[i]->gather = (skpi__gather){.sum = run->gathers->sum,
                                          .set = run->gathers->set,
                                          .year = run->room,
                                          .block = SKPI__BLOCK,
                                          .shared = 1};
        if (w[0]->anchors) skpi__anchors_share(w[i]->anchors, w[0]->anchors);
        memset(w[i]->total, 0, skpi__sizes_cells(&run->plan->sizes) * sizeof *w[i]->total);
        skpi__tally_begin(run, w[i], part[i].place);
    }
}

/* Takes back what a batch that failed had added to aggregates: the same draws again, with the other sign, up to where
 * it failed. */
static void exact_take_back(skpi__run *run, skpi__worker *const *w, size_t n, const skpi__part *part,
                            skpi__record *const *r)
{
    uint64_t calls = 0;
    for (size_t i = 0; i < n; i++) {
        w[i]->gather.back = 1;
        calls += w[i]->gather.calls;
    }
    for (size_t m = 0; m < run->plan->sizes.n_models && calls; m++) {
        if (exact_model(run, w, n, part, m, r, NULL)) return;
        calls = 0;
        for (size_t i = 0; i < n; i++) calls += w[i]->gather.calls;
    }
}

skpi_status skpi__run_exact_places(skpi__run *run, skpi__worker *const *w, size_t n, const skpi__part *part,
                                   skpi__watch *watch)
{
    const skpi__sizes *s = &run->plan->sizes;
    skpi__record *r[SKPI__BATCH_MOST] = {NULL};
    skpi_status status = SKPI_OK;
    for (size_t i = 0; i < n && !status; i++)
        if (!(r[i] = skpi__record_new(s))) status = skpi__no_memory_for(skpi__here("skpi_ensemble_result_run"), "plan");
    if (!status) exact_begin(run, w, n, part);
    for (size_t m = 0; m < s->n_models && !status; m++) status = exact_model(run, w, n, part, m, r, watch);
    if (status && run->gathers && r[n - 1]) exact_take_back(run, w, n, part, r);
    for (size_t i = 0; i < n; i++) {
        if (status) {
            skpi__record_free(r[i]);
            continue;
        }
        skpi__tally_count_events(run, w[i], run->room / SKPI__BLOCK, r[i]->count, r[i]->pair);
        skpi__tally_count_milestones(run, w[i], (size_t)s->n_draws, r[i]->milestone);
        if (run->gathers) skpi__gather_events(run, w[i], part[i].place, run->room / SKPI__BLOCK);
        skpi__record_cover(r[i], 0, s->n_draws);
        skpi__record_free(run->into->record[part[i].place]);
        run->into->record[part[i].place] = r[i]; /* needs no mutex, because no other task has this place */
    }
    return status;
}
