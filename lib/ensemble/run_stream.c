/* Streamed runs: blocks of draws go through all years into histograms, whose memory does not depend on the number of
 * draws.
 *
 * The range of the bins is known before the first draw, and only whole numbers are kept, so that parts may be run and
 * merged in any order. */
#include "ensemble/run_stream.h"
#include <math.h>
#include "ensemble/gather.h"
#include "ensemble/stream_bins.h"
#include "ensemble/tally.h"
#include "ensemble/tally_events.h"

/* Where sums of this range begin. */
static double stream_start(const skpi__model_range *range)
{
    return range->least > -(double)INFINITY ? fmin(range->least, 0) : 0;
}

static skpi__bins stream_bins_of(const skpi__sizes *s, const skpi__worker *w, const skpi__record *r, size_t cell)
{
    return skpi__stream_bins(s->form[cell / s->n_years], r->low[cell], r->high[cell], stream_start(w->range + cell));
}

/* The range of a first block, extended by its width on either side: within 0 and 1 for a part, and for a sum with a start
 * by as many octaves, within what a sum can be. */
static void stream_extend(skpi__form form, const skpi__model_range *range, double *low, double *high)
{
    const double more = *high - *low, start = stream_start(range);
    if (skpi__stream_bins(form, range->least, *high, start).octaves) {
        const double from = skpi__octave(*low - start), to = skpi__octave(*high - start);
        *low = start + skpi__octave_value(from - (to - from));
        *high = fmin(start + skpi__octave_value(to + (to - from)), 0x1p51 / range->scale);
        return;
    }
    *low = form == SKPI__FORM_PART ? fmax(*low - more, 0) : *low - more;
    *high = form == SKPI__FORM_PART ? fmin(*high + more, 1) : *high + more;
}

/* If a model has no closed form of the range, it is that of the first block of the place, extended. */
static void stream_first_range(skpi__run *run, skpi__worker *w, size_t place, double *low, double *high)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t n = s->n_draws < SKPI__BLOCK ? (size_t)s->n_draws : SKPI__BLOCK;
    for (size_t m = 0; m < s->n_models; m++) {
        skpi__model_block b = skpi__tally_block(run, w, m, place);
        skpi__tally_start(run, w, &b, 0, 0);
        for (size_t k = 0; k < s->n_years; k++) {
            skpi__tally_year(run, &b, k);
            skpi__tally_step(run, w, &b, 0, 0);
            skpi__tally_sums(run, w, m);
            skpi__tally_parts(run, w, m);
            for (size_t i = s->first[m]; i < s->first[m + 1]; i++) {
                const size_t cell = i * s->n_years + k;
                if (low[cell] <= high[cell]) continue;
                run->kernel->range(w->column + (i - s->first[m]) * run->room, n, low + cell, high + cell);
                stream_extend(s->form[i], w->range + cell, low + cell, high + cell);
            }
        }
    }
}

void skpi__run_stream_ends(skpi__run *run, skpi__worker *w, size_t place, skpi__record *r)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t cells = skpi__sizes_cells(s);
    skpi__tally_begin(run, w, place);
    int known = 1;
    for (size_t i = 0; i < cells; i++) {
        const skpi__model_range *range = w->range + i;
        r->unit[i] = skpi__stream_unit(s->form[i / s->n_years], range);
        if (s->quantiles) known &= skpi__stream_ends(range, r->low + i, r->high + i);
    }
    if (s->quantiles && !known) stream_first_range(run, w, place, r->low, r->high);
    run->into->record[place] = r;
}

skpi_status skpi__run_stream_record(skpi__at at, skpi__run *run, skpi__worker *w, size_t place)
{
    if (run->into->record[place]) return SKPI_OK;
    skpi__record *r = skpi__record_new(&run->plan->sizes);
    if (!r) return skpi__no_memory_for(at, "plan");
    skpi__run_stream_ends(run, w, place, r);
    return SKPI_OK;
}

static void stream_add(skpi__run *run, const skpi__worker *w, const uint64_t *count, const skpi__part *part)
{
    const skpi__sizes *s = &run->plan->sizes;
    skpi__record *r = run->into->record[part->place];
    const size_t cells = skpi__sizes_cells(s);
    pthread_mutex_t *guard = run->guard ? run->guard : &run->mutex;
    pthread_mutex_lock(guard);
    if (skpi__record_next(r, part->from, part->to) == part->to) {
        for (size_t i = 0; i < cells; i++) skpi__total_join(r->total + i, w->total[i]);
        if (s->quantiles) run->kernel->collect(cells * SKPI__BINS, w->count, !skpi__record_draws(r), r->bin);
        for (size_t i = 0; i < s->n_events; i++) r->count[i] += count[i];
        for (size_t i = 0; i < skpi__sizes_pairs(s); i++) r->pair[i] += count[s->n_events + i];
        for (size_t i = 0; i < skpi__sizes_milestones(s); i++) r->milestone[i] += w->milestone[i];
        skpi__record_cover(r, part->from, part->to);
    }
    pthread_mutex_unlock(guard);
}

void skpi__run_stream_first_block(skpi__run *run, skpi__worker *w, size_t place)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t cells = skpi__sizes_cells(s), n = s->n_draws < SKPI__BLOCK ? (size_t)s->n_draws : SKPI__BLOCK;
    const skpi__record *r = run->into->record[place];
    memset(w->total, 0, cells * sizeof *w->total);
    skpi__tally_begin(run, w, place);
    for (size_t i = 0; i < cells; i++) w->bins[i] = stream_bins_of(s, w, r, i);
    for (size_t m = 0; m < s->n_models; m++) {
        skpi__model_block b = skpi__tally_block(run, w, m, place);
        skpi__tally_start(run, w, &b, 0, 0);
        for (size_t k = 0; k < s->n_years; k++) {
            skpi__tally_year(run, &b, k);
            skpi__tally_step(run, w, &b, 0, 0);
            if (skpi__tally_model(run, w, m, place, k, n, 0)) return; /* the run itself fails in this block, too */
        }
    }
    uint64_t *const count = w->mask + s->n_events * (run->room / 64);
    skpi__tally_count_events(run, w, 1, count, count + s->n_events);
    skpi__gather_events(run, w, place, 1);
}

skpi_status skpi__run_stream_part(skpi__run *run, skpi__worker *w, const skpi__part *part, skpi__watch *watch)
{
    const skpi__sizes *s = &run->plan->sizes;
    const skpi__record *r = run->into->record[part->place];
    const size_t cells = skpi__sizes_cells(s);
    skpi_status status = SKPI_OK;
    uint64_t *count = w->mask + s->n_events * (run->room / 64); /* the counts stand after the masks */
    memset(count, 0, 2 * s->n_events * sizeof *count);
    memset(w->milestone, 0, skpi__sizes_milestones(s) * sizeof *w->milestone);
    memset(w->total, 0, cells * sizeof *w->total);
    skpi__tally_begin(run, w, part->place);
    if (s->quantiles) {
        memset(w->count, 0, cells * SKPI__BINS * sizeof *w->count);
        for (size_t i = 0; i < cells; i++) w->bins[i] = stream_bins_of(s, w, r, i);
    }
    for (uint64_t at = part->from; at < part->to && !status; at += SKPI__BLOCK) {
        const size_t n = part->to - at < SKPI__BLOCK ? (size_t)(part->to - at) : SKPI__BLOCK;
        w->gather.at = (size_t)(at - part->from) / SKPI__BLOCK;
        for (size_t m = 0; m < s->n_models && !status; m++) {
            skpi__model_block b = skpi__tally_block(run, w, m, part->place);
            skpi__tally_start(run, w, &b, at / SKPI__BLOCK, 0);
            for (size_t k = 0; k < s->n_years && !status; k++) {
                skpi__tally_year(run, &b, k);
                skpi__tally_step(run, w, &b, at / SKPI__BLOCK, 0);
                status = skpi__tally_model(run, w, m, part->place, k, n, 0);
            }
        }
        if (status) break;
        skpi__tally_count_events(run, w, 1, count, count + s->n_events);
        skpi__tally_count_milestones(run, w, n, w->milestone);
        if (run->gathers) skpi__gather_events(run, w, part->place, 1);
        if (skpi__watch_stops(watch, SKPI__VALUE_TIME * (double)(n * cells))) status = SKPI_ECANCELED;
    }
    if (!status) stream_add(run, w, count, part);
    return status;
}
