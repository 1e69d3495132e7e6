/* The plan of an aggregate's values (aggregate_values.h). */
#include "ensemble/aggregate_values.h"
#include "ensemble/model_add.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "ensemble/stream_bins.h"

typedef struct values_model {
    double least, most; /* most is NaN for a sum */
    double *scale;
} values_model;

static void values_free(void *parameters)
{
    values_model *m = parameters;
    if (!m) return;
    free(m->scale);
    free(m);
}

static values_model *values_new(size_t n_years, const double *scale, double least, double most)
{
    values_model *m = skpi__alloc(1, 1, sizeof *m);
    if (!m) return NULL;
    m->least = least;
    m->most = most;
    if ((m->scale = skpi__alloc(n_years, 1, sizeof *m->scale))) {
        memcpy(m->scale, scale, n_years * sizeof *scale);
        return m;
    }
    values_free(m);
    return NULL;
}

/* Nothing: the caller has written the sums into the scratch, and they do not depend on a year before. */
static void values_prepare(const void *parameters, size_t place, size_t n_years, void *scratch)
{
    (void)parameters, (void)place, (void)n_years, (void)scratch;
}
static void values_start(const void *parameters, const skpi__model_block *block) { (void)parameters, (void)block; }

static void values_step(const void *parameters, const skpi__model_block *b)
{
    const values_model *m = parameters;
    const skpi__sums *s = b->scratch;
    const int64_t *sum = s->sum + b->k * s->year + (b->number - s->first) * s->block;
    b->kernel->scatter(sum, 1 / m->scale[b->k], b->column[0]);
}

static void values_range(const void *parameters, size_t place, size_t variable, size_t n_years,
                         skpi__model_range *range)
{
    const values_model *m = parameters;
    (void)place, (void)variable;
    for (size_t k = 0; k < n_years; k++)
        range[k] = (skpi__model_range){.centre = isnan(m->most) ? 0 : m->most / 2,
                                       .spread = m->most / 2 / SKPI__STREAM_REACH,
                                       .bound = 0x1p51 / m->scale[k],
                                       .scale = m->scale[k],
                                       .least = m->least};
}

skpi_ensemble_plan *skpi__values_plan(const skpi_ensemble_plan *like, int32_t first_year, size_t n_years,
                                      const double *scale, double least, double most, uint64_t fingerprint)
{
    static const skpi__form value = SKPI__FORM_VALUE, sum = SKPI__FORM_SUM;
    const skpi__sizes *s = &like->sizes;
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .flags = s->quantiles ? 0 : SKPI_ENSEMBLE_FLAG_NO_QUANTILES,
                                          .seed = like->seed,
                                          .n_draws = s->n_draws,
                                          .mode = s->mode,
                                          .sampling = s->sampling,
                                          .n_prob = s->n_prob,
                                          .prob = s->n_prob ? s->prob : NULL};
    skpi__model model = {.fingerprint = fingerprint,
                         .n_variables = 1,
                         .n_columns = 1,
                         .form = isnan(most) ? &sum : &value,
                         .free = values_free,
                         .start = values_start,
                         .step = values_step,
                         .range = values_range,
                         .scratch = sizeof(skpi__sums),
                         .prepare = values_prepare};
    skpi_ensemble_plan *plan = NULL;
    int32_t index;
    if (!(model.parameters = values_new(n_years, scale, least, most)) ||
        skpi_ensemble_plan_new(first_year, n_years, &o, &plan) ||
        skpi__model_add(skpi__here("skpi_ensemble_plan_aggregate"), plan, &model, &index)) {
        values_free(model.parameters);
        skpi_ensemble_plan_free(plan);
        return NULL;
    }
    return plan;
}

const double *skpi__values_scale(const skpi_ensemble_plan *values)
{
    return ((const values_model *)values->model[0].parameters)->scale;
}

/* Copies a list of events of one place; on failure what was copied belongs to the copy. */
static int values_copy_events(size_t n, const skpi__event *from, skpi__event **to, size_t *n_to)
{
    skpi__event *events = skpi__alloc(n, 1, sizeof *events);
    if (!events) return 0;
    *to = events;
    for (; *n_to < n; ++*n_to) {
        const size_t i = *n_to, thresholds = from[i].n_thresholds;
        events[i] = from[i];
        if (!from[i].threshold) continue;
        if (!(events[i].threshold = skpi__alloc(thresholds, 1, sizeof(double)))) return 0;
        memcpy(events[i].threshold, from[i].threshold, thresholds * sizeof(double));
    }
    return 1;
}

skpi_ensemble_plan *skpi__values_copy(const skpi_ensemble_plan *values)
{
    const skpi__sizes *s = &values->sizes;
    const values_model *m = values->model[0].parameters;
    skpi_ensemble_plan *copy = skpi__values_plan(values, s->first_year, s->n_years, m->scale, m->least, m->most, 0);
    if (!copy) return NULL;
    if (values_copy_events(s->n_events, values->event, &copy->event, &copy->sizes.n_events) &&
        values_copy_events(s->n_milestones, values->milestone, &copy->milestone, &copy->sizes.n_milestones)) {
        copy->sizes.fingerprint = s->fingerprint;
        return copy;
    }
    skpi_ensemble_plan_free(copy);
    return NULL;
}
