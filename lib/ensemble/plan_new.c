/* A plan of an ensemble: places, years, draws, and the models that are drawn. */
#include "ensemble/plan.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "ensemble/aggregate.h"
#include "ensemble/hash.h"
#include "ensemble/sampling.h"

static const double usual[] = {.05, .25, .5, .75, .95};
enum { USUAL = sizeof usual / sizeof *usual, USUAL_DRAWS = 10000, STREAM_VERSION = 1 };
#define EXACT_MOST (UINT64_C(1) << 31)  /* draws of a place that are held at once */
#define PLACES_MOST (UINT64_C(1) << 28) /* so that places times draws fit into 64 bits */
#define ID_MOST UINT32_MAX

static skpi_status check_plan_sizes(skpi__at at, skpi_ensemble_plan_options *o)
{
    static const int32_t modes[] = {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_MODE_STREAM, 0};
    skpi_status s;
    if (!o->n_draws) o->n_draws = USUAL_DRAWS;
    if (!o->mode) o->mode = SKPI_ENSEMBLE_MODE_EXACT;
    if (!o->n_places && o->place_id)
        return skpi__refuse(at, SKPI_EINVAL, "options->n_places", "is 0 although place_id is given");
    if (!o->n_places) o->n_places = 1;
    if (o->n_draws > SKPI__DRAWS_MAX)
        return skpi__fail(at, SKPI_ERANGE, "options->n_draws", (double)o->n_draws, "is more than 2^34 draws");
    if ((s = skpi__choice(at, "options->mode", o->mode, modes, "a mode (enum skpi_ensemble_mode)"))) return s;
    if (o->mode == SKPI_ENSEMBLE_MODE_EXACT && o->n_draws > EXACT_MOST)
        return skpi__fail(at, SKPI_ERANGE, "options->n_draws", (double)o->n_draws,
                          "is more than 2^31 draws: SKPI_ENSEMBLE_MODE_STREAM has room for them");
    if (o->stream_version && o->stream_version != STREAM_VERSION)
        return skpi__fail(at, SKPI_EINVAL, "options->stream_version", o->stream_version,
                          "is not a version of the stream: the only one is 1 (0 = 1)");
    if (o->n_places > PLACES_MOST)
        return skpi__fail(at, SKPI_ERANGE, "options->n_places", (double)o->n_places, "is more than 2^28 places");
    return SKPI_OK;
}

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Refuses places with the same number, because they would have the same draws. */
static skpi_status check_place_ids_differ(skpi__at at, size_t n, const uint64_t *id)
{
    size_t i = 1;
    while (i < n && id[i] > id[i - 1]) i++;
    if (i >= n) return SKPI_OK;
    uint64_t *sorted = skpi__alloc(n, 1, sizeof *sorted);
    if (!sorted) return skpi__no_memory(at, "options->n_places", n);
    memcpy(sorted, id, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_value);
    for (i = 1; i < n && sorted[i] != sorted[i - 1]; i++) {
    }
    const uint64_t twice = i < n ? sorted[i] : 0;
    const int bad = i < n;
    free(sorted);
    if (!bad) return SKPI_OK;
    size_t at_row = n;
    for (i = 0; at_row == n; i++)
        for (size_t j = 0; id[i] == twice && j < i && at_row == n; j++)
            if (id[j] == twice) at_row = i;
    return skpi__fail(skpi__element(at, at_row), SKPI_EDUPLICATE, "options->place_id", (double)twice, "is given twice");
}

static skpi_status check_plan_arrays(skpi__at at, const skpi_ensemble_plan_options *o)
{
    skpi_status s;
    if (!o->n_prob != !o->prob)
        return skpi__refuse(at, SKPI_EINVAL, o->prob ? "options->n_prob" : "options->prob",
                            o->prob ? "is 0 although prob is given" : "is NULL although n_prob is not 0");
    if (o->n_prob > SIZE_MAX || o->n_places > SIZE_MAX ||
        skpi__array_size(at, "options->n_prob", (size_t)o->n_prob, (size_t)o->n_places))
        return skpi__no_memory(at, "options->n_prob", (size_t)o->n_prob);
    for (size_t i = 0; o->place_id && i < o->n_places; i++)
        if (o->place_id[i] > ID_MOST)
            return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "options->place_id", (double)o->place_id[i],
                              "is not below 2^32");
    if (o->place_id && (s = check_place_ids_differ(at, (size_t)o->n_places, o->place_id))) return s;
    if ((s = skpi__probabilities(at, "options->prob", (size_t)o->n_prob, o->prob))) return s;
    for (size_t i = 1; i < o->n_prob; i++)
        if (o->prob[i] <= o->prob[i - 1])
            return skpi__fail(skpi__element(at, i), o->prob[i] == o->prob[i - 1] ? SKPI_EDUPLICATE : SKPI_ENOTSORTED,
                              "options->prob", o->prob[i], "is not above the one before it");
    return SKPI_OK;
}

/* Choices are counted from 1, so that a fingerprint does not depend on the numbers of the constants. */
static uint64_t plan_fingerprint(const skpi_ensemble_plan *p)
{
    const skpi__sizes *s = &p->sizes;
    const uint64_t words[] = {
        STREAM_VERSION,          p->seed,    s->n_draws,  (uint64_t)(s->mode - SKPI_ENSEMBLE_MODE_EXACT + 1),
        (uint64_t)s->first_year, s->n_years, s->n_places, s->n_prob,
        (uint64_t)s->quantiles};
    uint64_t h = SKPI__HASH_START;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) h = skpi__hash(h, words[i]);
    for (size_t i = 0; i < s->n_places; i++) h = skpi__hash(h, p->place_id[i]);
    return skpi__sampling_hash(p, skpi__hash_doubles(h, s->n_prob, s->prob));
}

static skpi_ensemble_plan *plan_with(int32_t first_year, size_t n_years, const skpi_ensemble_plan_options *o)
{
    skpi_ensemble_plan *p = skpi__alloc(1, 1, sizeof *p);
    if (!p) return NULL;
    const double *prob = o->prob ? o->prob : usual;
    skpi__sizes *s = &p->sizes;
    *s = (skpi__sizes){.n_draws = o->n_draws, .mode = o->mode, .first_year = first_year, .n_years = n_years};
    s->quantiles = !(o->flags & SKPI_ENSEMBLE_FLAG_NO_QUANTILES);
    s->n_places = (size_t)o->n_places;
    s->n_prob = !s->quantiles ? 0 : o->prob ? (size_t)o->n_prob : USUAL;
    s->prob = skpi__alloc(s->n_prob, 1, sizeof *s->prob);
    s->first = skpi__alloc(1, 1, sizeof *s->first);
    s->form = skpi__alloc(1, 1, sizeof *s->form);
    p->seed = o->seed;
    p->place_id = skpi__alloc(s->n_places, 1, sizeof *p->place_id);
    p->drawing = skpi__alloc(1, 1, sizeof *p->drawing);
    if (!skpi__sampling_take(p, o) || !p->drawing || !s->prob || !s->first || !s->form || !p->place_id) {
        skpi_ensemble_plan_free(p);
        return NULL;
    }
    for (size_t i = 0; i < s->n_prob; i++) s->prob[i] = prob[i];
    for (size_t i = 0; i < s->n_places; i++) p->place_id[i] = o->place_id ? o->place_id[i] : i;
    s->fingerprint = plan_fingerprint(p);
    return p;
}

skpi_status skpi_ensemble_plan_new(int32_t first_year, size_t n_years, const skpi_ensemble_plan_options *options,
                                   skpi_ensemble_plan **plan)
{
    const skpi__at at = skpi__here(__func__);
    skpi_ensemble_plan_options o;
    skpi_status s;
    if ((s = skpi__axis(at, "first_year", first_year, n_years)) || (s = skpi__count(at, "n_years", n_years)) ||
        (s = SKPI__STRUCT_OR_NULL(at, options, SKPI_ENSEMBLE_FLAG_NO_QUANTILES, &o)) ||
        (s = check_plan_sizes(at, &o)) || (s = check_plan_arrays(at, &o)) ||
        (s = skpi__sampling_check(at, first_year, n_years, &o)))
        return s;
    if ((s = skpi__pointer(at, "plan", plan))) return s;
    skpi_ensemble_plan *p = plan_with(first_year, n_years, &o);
    if (!p) return skpi__no_memory(at, "options->n_places", (size_t)o.n_places);
    *plan = p;
    return SKPI_OK;
}

void skpi_ensemble_plan_free(skpi_ensemble_plan *plan)
{
    if (!plan) return;
    for (size_t i = 0; i < plan->sizes.n_models; i++) plan->model[i].free(plan->model[i].parameters);
    for (size_t i = 0; i < plan->sizes.n_events; i++) {
        free(plan->event[i].threshold);
        free(plan->event[i].of);
    }
    for (size_t i = 0; i < plan->sizes.n_milestones; i++) free(plan->milestone[i].threshold);
    free(plan->milestone);
    for (size_t i = 0; i < plan->n_factors; i++) free(plan->factor[i].group);
    free(plan->factor);
    for (size_t i = 0; i < plan->n_loads; i++) free(plan->load[i].loading);
    free(plan->load);
    for (size_t i = 0; i < plan->n_aggregates; i++) skpi__aggregate_free(plan->aggregate + i);
    free(plan->aggregate);
    free(plan->event);
    free(plan->model);
    free(plan->place_id);
    free(plan->drawing);
    free(plan->anchor);
    skpi__sizes_free(&plan->sizes);
    free(plan);
}

size_t skpi_ensemble_plan_n_places(const skpi_ensemble_plan *plan) { return plan ? plan->sizes.n_places : 0; }
size_t skpi_ensemble_plan_n_years(const skpi_ensemble_plan *plan) { return plan ? plan->sizes.n_years : 0; }
