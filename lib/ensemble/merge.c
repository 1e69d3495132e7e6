/* Accumulators of shards put together: whole numbers are added, so that their order does not matter. */
#include "ensemble/record.h"
#include <stdlib.h>
#include <string.h>
#include "core/size.h"

static int overlap(const skpi__record *a, const skpi__record *b)
{
    for (size_t i = 0; i < b->n_spans; i++)
        if (skpi__record_next(a, b->span[i].from, b->span[i].to) < b->span[i].to) return 1;
    return 0;
}

/* The same bins and units: of one plan they always are, unless a buffer was made by hand. */
static int alike(const skpi__shape *s, const skpi__record *a, const skpi__record *b)
{
    const size_t cells = skpi__shape_cells(s);
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT || !a->n_spans) return 1;
    if (memcmp(a->unit, b->unit, cells * sizeof *a->unit)) return 0;
    return !s->quantiles || !memcmp(a->low, b->low, 2 * cells * sizeof *a->low);
}

static void add(const skpi__shape *s, skpi__record *into, const skpi__record *from)
{
    const size_t cells = skpi__shape_cells(s);
    for (size_t i = 0; i < s->n_events; i++) into->count[i] += from->count[i];
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT) {
        memcpy(into->mean, from->mean, cells * sizeof *into->mean);
        if (s->quantiles) memcpy(into->quantile, from->quantile, cells * s->n_prob * sizeof *into->quantile);
    } else {
        for (size_t i = 0; i < cells; i++) skpi__total_join(into->total + i, from->total[i]);
        memcpy(into->unit, from->unit, cells * sizeof *into->unit);
        if (s->quantiles) {
            memcpy(into->low, from->low, 2 * cells * sizeof *into->low);
            for (size_t i = 0; i < cells * SKPI__BINS; i++) into->bin[i] += from->bin[i];
        }
    }
    for (size_t i = 0; i < from->n_spans; i++) skpi__record_cover(into, from->span[i].from, from->span[i].to);
}

static skpi_status check(skpi__at at, const skpi_ensemble_result *into, const skpi_ensemble_result *from)
{
    if (into->shape.print != from->shape.print)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "from", "is of another plan than the accumulator into");
    for (size_t i = 0; i < into->shape.places; i++) {
        const skpi__record *a = into->record[i], *b = from->record[i];
        if (!a || !b || !b->n_spans) continue;
        if (overlap(a, b))
            return skpi__refuse(skpi__element(at, i), SKPI_EDUPLICATE, "from",
                                "has draws that the accumulator into has too");
        if (!alike(&into->shape, a, b))
            return skpi__refuse(skpi__element(at, i), SKPI_EINCONSISTENT, "from", "has other bins");
    }
    return SKPI_OK;
}

/* Put the draws of one accumulator into another of the same plan.
 *
 * Given:    into  the accumulator that grows
 *           from  the other; it stays as it is
 * Status:   SKPI_OK, SKPI_EINVAL (null), SKPI_EINCONSISTENT (of another plan), SKPI_EDUPLICATE (draws that both have),
 *           SKPI_ENOMEM.  On a failure into is as it was.
 */
skpi_status skpi_ensemble_result_merge(skpi_ensemble_result *into, const skpi_ensemble_result *from)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if (!into) return skpi__refuse(at, SKPI_EINVAL, "into", "is NULL");
    if (!from) return skpi__refuse(at, SKPI_EINVAL, "from", "is NULL");
    if ((s = check(at, into, from))) return s;
    for (size_t i = 0; i < into->shape.places; i++) { /* all memory first */
        const skpi__record *b = from->record[i];
        if (!b || !b->n_spans) continue;
        if (!into->record[i]) into->record[i] = skpi__record_new(&into->shape);
        if (!into->record[i] || !skpi__record_reserve(into->record[i], b->n_spans))
            return skpi__refuse(at, SKPI_ENOMEM, "from", "needs more memory than there is");
    }
    for (size_t i = 0; i < into->shape.places; i++)
        if (from->record[i] && from->record[i]->n_spans) add(&into->shape, into->record[i], from->record[i]);
    return SKPI_OK;
}
