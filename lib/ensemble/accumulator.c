/* An accumulator: what the draws of a plan gave, place by place, as far as they were run. */
#include "ensemble/plan.h"
#include "ensemble/record.h"
#include <stdlib.h>
#include "core/size.h"

/* Begin an accumulator for a plan that has all its models and events.
 *
 * Given:    plan         the plan; it may be freed before the accumulator
 * Returned: accumulator  a handle without draws; skpi_ensemble_result_free ends it
 * Status:   SKPI_OK, SKPI_EINVAL (null), SKPI_ENODATA (a plan without models), SKPI_ENOMEM
 */
skpi_status skpi_ensemble_result_new(const skpi_ensemble_plan *plan, skpi_ensemble_result **accumulator)
{
    const skpi__at at = skpi__here(__func__);
    if (!plan) return skpi__refuse(at, SKPI_EINVAL, "plan", "is NULL");
    if (!plan->shape.n_models) return skpi__refuse(at, SKPI_ENODATA, "plan", "has no model");
    if (!accumulator) return skpi__refuse(at, SKPI_EINVAL, "accumulator", "is NULL");
    skpi_ensemble_result *a = skpi__alloc(1, 1, sizeof *a);
    if (a && skpi__shape_copy(&plan->shape, &a->shape) &&
        (a->record = skpi__alloc(a->shape.places, 1, sizeof *a->record))) {
        *accumulator = a;
        return SKPI_OK;
    }
    if (a) skpi__shape_free(&a->shape);
    free(a);
    return skpi__refuse(at, SKPI_ENOMEM, "plan", "has %zu places: no memory for an accumulator", plan->shape.places);
}

/* Free an accumulator; NULL is fine. */
void skpi_ensemble_result_free(skpi_ensemble_result *accumulator)
{
    if (!accumulator) return;
    for (size_t i = 0; i < accumulator->shape.places; i++) skpi__record_free(accumulator->record[i]);
    free(accumulator->record);
    skpi__shape_free(&accumulator->shape);
    free(accumulator);
}

/* How much of the plan an accumulator has.
 *
 * Given:    accumulator  the accumulator
 * Returned: cells        place-draws that were run
 *           missing      place-draws of the plan that were not
 * Status:   SKPI_OK, SKPI_EINVAL (null)
 */
skpi_status skpi_ensemble_result_covered(const skpi_ensemble_result *accumulator, uint64_t *cells, uint64_t *missing)
{
    const skpi__at at = skpi__here(__func__);
    if (!accumulator) return skpi__refuse(at, SKPI_EINVAL, "accumulator", "is NULL");
    if (!cells) return skpi__refuse(at, SKPI_EINVAL, "cells", "is NULL");
    if (!missing) return skpi__refuse(at, SKPI_EINVAL, "missing", "is NULL");
    uint64_t n = 0;
    for (size_t i = 0; i < accumulator->shape.places; i++) n += skpi__record_draws(accumulator->record[i]);
    *cells = n;
    *missing = accumulator->shape.places * accumulator->shape.draws - n;
    return SKPI_OK;
}
