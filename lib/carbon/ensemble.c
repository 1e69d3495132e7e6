/* The carbon model of an ensemble: emissions whose logarithm is a walk with a drift that persists and fades.
 *
 * x_0 = ln E_0, and the walk of series/walk.h by its innovations, or with the steps ln(E_t/E_(t-1)) of a path as its
 * drift; E_t = exp x_t.  Variable 1 is the running sum of E from the plan's first year on, and what was emitted before;
 * variable 2 is the warming by it, if a TCRE is given.
 * Source: this library's own; skpi_series_fan(3); R. E. Kalman, Journal of Basic Engineering 82 (1960) 35.
 */
#include <smartkpi/carbon.h>
#include "carbon/emission_model.h"
#include "ensemble/model_add.h"
#include "ensemble/walk_model.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/logit.h"
#include <stdlib.h>

enum { KIND = 201 };

static const skpi__form emission_form[] = {SKPI__FORM_EXP, SKPI__FORM_SUMMED};

static skpi_status emission_check(skpi__at at, const skpi_carbon_ensemble_add_in *p, size_t n, size_t years)
{
    skpi_status s;
    if ((s = skpi__array(at, "in->emission", p->emission, n, 1)) || (s = skpi__array(at, "in->sigma", p->sigma, n, 1)))
        return s;
    if (p->path && (p->drift || p->growth))
        return skpi__refuse(at, SKPI_EINVAL, p->drift ? "in->drift" : "in->growth",
                            "is given, but the path has the drift");
    for (size_t i = 0; i < n; i++) {
        const skpi__at row = skpi__element(at, i);
        if ((s = skpi__positive(row, "in->emission", p->emission[i])) ||
            (s = skpi__quantity(row, "in->sigma", p->sigma[i])) ||
            (p->drift && (s = skpi__rate(row, "in->drift", p->drift[i], &skpi__growth))) ||
            (p->growth && (s = skpi__rate(row, "in->growth", p->growth[i], &skpi__growth))) ||
            (p->drift_sigma && (s = skpi__quantity(row, "in->drift_sigma", p->drift_sigma[i]))))
            return s;
    }
    if ((s = skpi__emission_check_path(at, "in->path", p->path, n, years)) ||
        (s = skpi__emission_check_start(at, "in->cumulative", p->cumulative, n)))
        return s;
    return skpi__emission_check_warming(at, "in->warming", p->warming, "in->tcre", p->tcre, n);
}

static skpi_status emission_unusual(skpi__at at, const skpi_carbon_ensemble_add_in *p, size_t n)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; !s && i < n; i++) {
        const skpi__at row = skpi__element(at, i);
        if (p->drift) s = skpi__unusual(row, "in->drift", p->drift[i], &skpi__growth);
        if (!s && p->growth) s = skpi__unusual(row, "in->growth", p->growth[i], &skpi__growth);
        if (!s) s = skpi__unusual(row, "in->sigma", p->sigma[i], &skpi__emission_deviation);
        if (!s && p->drift_sigma)
            s = skpi__unusual(row, "in->drift_sigma", p->drift_sigma[i], &skpi__emission_deviation);
    }
    return s;
}

/* The steps of the paths in logarithms, and what was emitted before. */
static void emission_fill(skpi__walk_model *m, const double *path, const double *cumulative)
{
    for (size_t i = 0; i < m->n_places; i++) {
        const size_t row = i * m->n_years;
        if (path) skpi__emission_steps(m->place[i].walk.start, m->n_years, path + row, 1, m->step + row);
        if (cumulative) m->place[i].sum = cumulative[i];
    }
}

/* Adds the model; frees its parameters if that fails. */
static skpi_status emission_add(skpi__at at, skpi_ensemble_plan *plan, const char *name, skpi__walk_model *m,
                                const double *warming, const double *tcre, int32_t *model)
{
    double *line = NULL;
    skpi__model of = skpi__walk_model_of(m, KIND, emission_form, 2);
    skpi__model_range *range = skpi__alloc(m->n_years, 1, sizeof *range);
    skpi_status s =
        range && skpi__emission_warming(warming, tcre, m->n_places, &line) ? SKPI_OK : skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < m->n_places && !s; i++) {
        of.range(m, i, 0, m->n_years, range); /* the last year is the widest */
        s = skpi__emission_near(skpi__element(at, i), name, skpi__walk_model_bound(m, i), range[m->n_years - 1].spread);
    }
    of.scaled_of = 1;
    of.scaled = line;
    if (!s) s = skpi__model_add(at, plan, &of, model);
    if (s) skpi__walk_model_free(m);
    free(line);
    free(range);
    return s;
}

skpi_status skpi_carbon_ensemble_add(skpi_ensemble_plan *plan, const skpi_carbon_ensemble_add_in *in, int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_ensemble_add_in p;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    const size_t n = skpi_ensemble_plan_n_places(plan), years = skpi_ensemble_plan_n_years(plan);
    if ((s = SKPI__STRUCT(at, in, 0, &p)) || (s = emission_check(at, &p, n, years))) return s;
    if ((s = skpi__pointer(at, "model", model))) return s;
    skpi__walk_model *m = skpi__walk_model_new(n, years, p.path != NULL);
    if (!m) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < n; i++) {
        const double drift = p.drift ? p.drift[i] : 0, growth = p.growth ? p.growth[i] : drift;
        m->place[i].walk = (skpi__walk){.start = skpi__ln_same(p.emission[i]),
                                        .growth = growth,
                                        .excess = drift - growth,
                                        .sigma = p.sigma[i],
                                        .drift_sigma = p.drift_sigma ? p.drift_sigma[i] : 0};
    }
    emission_fill(m, p.path, p.cumulative);
    return (s = emission_add(at, plan, "in->sigma", m, p.warming, p.tcre, model)) ? s : emission_unusual(at, &p, n);
}

skpi_status skpi_carbon_ensemble_add_history(skpi_ensemble_plan *plan, const skpi_table *emission,
                                             const skpi_carbon_ensemble_add_history_options *options, int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_ensemble_add_history_options o;
    skpi_table y;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = SKPI__TABLE(at, emission, &y))) return s;
    const size_t n = skpi_ensemble_plan_n_places(plan), years = skpi_ensemble_plan_n_years(plan);
    if (y.n != n)
        return skpi__fail(at, SKPI_EINCONSISTENT, "emission->n", (double)y.n, "is not %zu, the plan's number of places",
                          n);
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) ||
        (s = skpi__emission_check_path(at, "options->path", o.path, n, years)) ||
        (s = skpi__emission_check_start(at, "options->cumulative", o.cumulative, n)) ||
        (s = skpi__emission_check_warming(at, "options->warming", o.warming, "options->tcre", o.tcre, n)))
        return s;
    if ((s = skpi__pointer(at, "model", model))) return s;
    skpi__walk_model *m = skpi__walk_model_new(n, years, o.path != NULL);
    if (!m) return skpi__no_memory_for(at, "plan");
    if ((s = skpi__walk_model_history(at, plan, SKPI__TABLE_NAMES(emission), &y, SKPI_SERIES_FAN_FORM_CARBON, m,
                                      &warnings)) < 0) {
        skpi__walk_model_free(m);
        return s;
    }
    emission_fill(m, o.path, o.cumulative);
    return (s = emission_add(at, plan, "emission->value", m, o.warming, o.tcre, model)) ? s : (skpi_status)warnings;
}
