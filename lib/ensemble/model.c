/* Adding models to a plan (model.h). */
#include "ensemble/model.h"
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "ensemble/hash.h"
#include "ensemble/plan.h"

skpi_status skpi__model_add(skpi__at at, skpi_ensemble_plan *plan, const skpi__model *model, int32_t *index)
{
    skpi__sizes *s = &plan->sizes;
    const size_t n = s->n_models, series = s->n_series + model->n_variables;
    skpi__model *models = skpi__alloc(n + 1, 1, sizeof *models);
    skpi__form *form = skpi__alloc(series, 1, sizeof *form);
    size_t *first = skpi__alloc(n + 2, 1, sizeof *first);
    if (!models || !form || !first || n >= INT32_MAX) {
        free(first);
        free(form);
        free(models);
        return skpi__no_memory_for(at, "plan");
    }
    if (n) memcpy(models, plan->model, n * sizeof *models);
    models[n] = *model;
    if (s->n_series) memcpy(form, s->form, s->n_series * sizeof *form);
    memcpy(form + s->n_series, model->form, model->n_variables * sizeof *form);
    memcpy(first, s->first, (n + 1) * sizeof *first);
    first[n + 1] = series;
    free(plan->model);
    free(s->form);
    free(s->first);
    plan->model = models;
    s->form = form;
    s->first = first;
    s->n_models = n + 1;
    s->n_series = series;
    s->fingerprint = skpi__hash(s->fingerprint, model->fingerprint);
    *index = (int32_t)n;
    return SKPI_OK;
}
