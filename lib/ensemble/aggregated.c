/* Aggregates of a result (aggregated.h).
 *
 * An exact aggregate has sums until its last member was run; its values are then drawn (aggregated_run.c).  The
 * members that were run are those whose places have draws.  A streamed aggregate has no sums here, because its members
 * are always drawn together. */
#include "ensemble/aggregated.h"
#include <stdlib.h>
#include "core/size.h"

size_t skpi__aggregated_room(const skpi__aggregated *a)
{
    return ((size_t)a->values->sizes.n_draws + SKPI__BLOCK - 1) / SKPI__BLOCK * SKPI__BLOCK;
}

int skpi__aggregated_begun(const skpi__aggregated *a) { return skpi__record_draws(a->values->record[0]) > 0; }

size_t skpi__aggregated_left(const skpi_ensemble_result *result, const skpi__aggregated *a)
{
    size_t n = 0;
    for (size_t i = 0; i < a->of.n_members; i++) n += !skpi__record_draws(result->record[a->of.member[i].place]);
    return n;
}

skpi_status skpi__aggregated_sum(skpi__at at, const char *name, skpi_ensemble_result *result, size_t aggregate,
                                 void *(*alloc)(size_t, size_t, size_t))
{
    skpi__aggregated *a = result->aggregate + aggregate;
    const size_t years = a->values->sizes.n_years, room = skpi__aggregated_room(a);
    if (a->sum) return SKPI_OK;
    if ((a->sum = alloc(years, room, sizeof *a->sum))) return SKPI_OK;
    return skpi__no_memory_of(at, name, skpi__width(skpi__width(years, room), sizeof *a->sum),
                              "SKPI_ENSEMBLE_MODE_STREAM needs less");
}

void skpi__aggregated_keep(skpi__aggregated *a)
{
    if (!skpi__aggregated_begun(a)) return;
    free(a->sum);
    a->sum = NULL;
}

void skpi__aggregated_drop(skpi__aggregated *a)
{
    if (!a->sum) return;
    skpi__record_free(a->values->record[0]);
    a->values->record[0] = NULL;
}
