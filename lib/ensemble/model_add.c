/* Adding models to a plan, and whether a plan may be changed (model_add.h). */
#include "ensemble/model_add.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/size.h"
#include "ensemble/hash.h"
#include "ensemble/plan.h"

/* Adds the lines of a variable that follows from another; returns 0 if there is no memory. */
static int add_scaled(skpi__sizes *s, const skpi__model *model)
{
    const size_t n = s->n_scaled, cells = s->n_places * 2;
    if (!model->scaled) return 1;
    skpi__scaled *scaled = skpi__alloc(n + 1, 1, sizeof *scaled);
    double *line = skpi__alloc(n + 1, cells, sizeof *line);
    if (!scaled || !line) {
        free(line);
        free(scaled);
        return 0;
    }
    if (n) memcpy(scaled, s->scaled, n * sizeof *scaled);
    if (n) memcpy(line, s->line, n * cells * sizeof *line);
    scaled[n] = (skpi__scaled){s->n_models, s->n_series + model->scaled_of};
    memcpy(line + n * cells, model->scaled, cells * sizeof *line);
    free(s->line);
    free(s->scaled);
    s->scaled = scaled;
    s->line = line;
    s->n_scaled = n + 1;
    return 1;
}

/* Adds where the running sum of a model begins at each place; returns 0 if there is no memory. */
static int add_start(skpi__sizes *s, const skpi__model *model)
{
    const size_t n = s->n_places;
    double *start = skpi__alloc(s->n_models + 1, n, sizeof *start);
    if (!start) return 0;
    double *own = start + s->n_models * n;
    if (s->n_models) memcpy(start, s->start, s->n_models * n * sizeof *start);
    for (size_t v = 0; v < model->n_variables; v++)
        for (size_t p = 0; p < n && model->form[v] == SKPI__FORM_SUMMED; p++) {
            skpi__model_range first;
            model->range(model->parameters, p, v, 1, &first);
            own[p] = fmin(first.centre, 0);
        }
    free(s->start);
    s->start = start;
    return 1;
}

skpi_status skpi__model_add(skpi__at at, skpi_ensemble_plan *plan, const skpi__model *model, int32_t *index)
{
    skpi__sizes *s = &plan->sizes;
    const size_t n = s->n_models, series = s->n_series + model->n_variables;
    skpi__model *models = skpi__alloc(n + 1, 1, sizeof *models);
    skpi__form *form = skpi__alloc(series, 1, sizeof *form);
    size_t *first = skpi__alloc(n + 2, 1, sizeof *first);
    if (!models || !form || !first || !add_start(s, model) || !add_scaled(s, model)) {
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
    if (model->scaled) s->fingerprint = skpi__hash_doubles(s->fingerprint, s->n_places * 2, model->scaled);
    *index = (int32_t)n;
    return SKPI_OK;
}

skpi_status skpi__plan_open(skpi__at at, const skpi_ensemble_plan *plan)
{
    const skpi_status s = skpi__pointer(at, "plan", plan);
    if (s || !atomic_load(plan->drawing)) return s;
    return skpi__refuse(at, SKPI_ESTATE, "plan", "cannot be changed before the run that draws from it returns");
}
