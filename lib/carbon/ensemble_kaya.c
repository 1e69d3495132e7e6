/* The carbon model of an ensemble as a product of factors, such as those of the Kaya identity.
 *
 * The logarithm of each factor is a walk of series/walk.h; the changes of the drifts are correlated, and so are the
 * noises.  The logarithm of the product is the sum of the walks, which is such a walk too: where only the product is
 * wanted, it is the model of ensemble.c with one shock.  With a shock for each factor the walks move together by their
 * innovations (series/walk_product.h), which gives the same law of the product.
 * Source: skpi_carbon_kaya(3) for the identity; this library's own form, skpi_series_fan(3).
 */
#include <smartkpi/carbon.h>
#include <stdlib.h>
#include "carbon/emission_model.h"
#include "carbon/kaya_model.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/usual.h"
#include "ensemble/correlation_factor.h"
#include "ensemble/model_add.h"
#include "numeric/logit.h"

enum { MOST = SKPI__FACTORS_MOST, PRODUCT_KIND = 201 };
enum { FLAGS = SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_SHOCKS | SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS };

static const skpi__form product_form[] = {SKPI__FORM_EXP, SKPI__FORM_SUMMED};

/* No draw of the product or of a factor is too large. */
static skpi_status kaya_near(skpi__at at, const skpi__kaya *m, size_t place, skpi__model_range *range)
{
    skpi_status s = SKPI_OK;
    for (size_t f = 0; f <= m->n && !s; f++) { /* the factors, then the product */
        const skpi__at row = skpi__element(at, place), cell = f < m->n ? skpi__column(row, f) : row;
        skpi__kaya_range(m, place, f < m->n ? 2 + f : 0, m->n_years, range);
        for (size_t k = 0; k < m->n_years && !s; k++)
            s = skpi__emission_near(cell, "in->sigma", range[k].bound, range[k].spread);
    }
    return s;
}

static skpi_status kaya_check_factor(skpi__at at, const skpi_carbon_ensemble_add_kaya_in *p, size_t i)
{
    skpi_status s;
    if ((s = skpi__positive(at, "in->factor", p->factor[i])) || (s = skpi__quantity(at, "in->sigma", p->sigma[i])) ||
        (p->drift && (s = skpi__rate(at, "in->drift", p->drift[i], &skpi__growth))) ||
        (p->growth && (s = skpi__rate(at, "in->growth", p->growth[i], &skpi__growth))) ||
        (p->drift_sigma && (s = skpi__quantity(at, "in->drift_sigma", p->drift_sigma[i]))))
        return s;
    return SKPI_OK;
}

static skpi_status kaya_check(skpi__at at, const skpi_carbon_ensemble_add_kaya_in *p, size_t n, size_t years)
{
    double l[MOST * MOST];
    skpi_status s;
    if ((s = skpi__count(at, "in->n_factors", p->n_factors))) return s;
    if (p->n_factors > MOST)
        return skpi__fail(at, SKPI_ERANGE, "in->n_factors", (double)p->n_factors, "is more than %d factors", (int)MOST);
    if ((s = skpi__array(at, "in->factor", p->factor, n, p->n_factors)) ||
        (s = skpi__array(at, "in->sigma", p->sigma, n, p->n_factors)))
        return s;
    if (p->path && (p->drift || p->growth))
        return skpi__refuse(at, SKPI_EINVAL, p->drift ? "in->drift" : "in->growth",
                            "is given, but the path has the drift");
    for (size_t i = 0; i < n; i++)
        for (size_t f = 0; f < p->n_factors; f++)
            if ((s = kaya_check_factor(skpi__column(skpi__element(at, i), f), p, i * p->n_factors + f))) return s;
    if ((p->drift_correlation &&
         (s = skpi__correlation_factor(at, "in->drift_correlation", p->n_factors, p->drift_correlation, l))) ||
        (p->noise_correlation &&
         (s = skpi__correlation_factor(at, "in->noise_correlation", p->n_factors, p->noise_correlation, l))) ||
        (s = skpi__emission_check_path(at, "in->path", p->path, n, skpi__width(years, p->n_factors))) ||
        (s = skpi__emission_check_start(at, "in->cumulative", p->cumulative, n)))
        return s;
    return skpi__emission_check_warming(at, "in->warming", p->warming, "in->tcre", p->tcre, n);
}

static skpi_status kaya_unusual(skpi__at at, const skpi_carbon_ensemble_add_kaya_in *p, size_t n)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; !s && i < n * p->n_factors; i++) {
        const skpi__at cell = skpi__column(skpi__element(at, i / p->n_factors), i % p->n_factors);
        if (p->drift) s = skpi__unusual(cell, "in->drift", p->drift[i], &skpi__growth);
        if (!s && p->growth) s = skpi__unusual(cell, "in->growth", p->growth[i], &skpi__growth);
        if (!s) s = skpi__unusual(cell, "in->sigma", p->sigma[i], &skpi__emission_deviation);
        if (!s && p->drift_sigma)
            s = skpi__unusual(cell, "in->drift_sigma", p->drift_sigma[i], &skpi__emission_deviation);
    }
    return s;
}

/* The parameters of the model; NULL if there is no memory. */
static skpi__kaya *kaya_new(const skpi_carbon_ensemble_add_kaya_in *p, size_t n_places, size_t n_years)
{
    const size_t n = p->n_factors;
    skpi__kaya *m = skpi__alloc(1, 1, sizeof *m);
    if (!m) return NULL;
    *m = (skpi__kaya){.n_places = n_places, .n_years = n_years, .n = n};
    m->levels = (p->flags & SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS) != 0;
    m->walk = skpi__alloc(n_places, n, sizeof *m->walk);
    m->sum = skpi__alloc(n_places, 1, sizeof *m->sum);
    if (p->path) m->step = skpi__alloc(n_places, skpi__width(n_years, n), sizeof *m->step);
    if (!m->walk || !m->sum || (p->path && !m->step)) {
        skpi__kaya_free(m);
        return NULL;
    }
    for (size_t i = 0; i < n_places * n; i++) {
        const double drift = p->drift ? p->drift[i] : 0, growth = p->growth ? p->growth[i] : drift;
        const size_t place = i / n, f = i % n, at = place * n_years * n + f;
        m->walk[i] = (skpi__walk){.start = skpi__ln_same(p->factor[i]),
                                  .growth = growth,
                                  .excess = drift - growth,
                                  .sigma = p->sigma[i],
                                  .drift_sigma = p->drift_sigma ? p->drift_sigma[i] : 0};
        if (p->path) skpi__emission_steps(m->walk[i].start, n_years, p->path + at, n, m->step + at);
    }
    for (size_t i = 0; p->cumulative && i < n_places; i++) m->sum[i] = p->cumulative[i];
    for (size_t i = 0; i < n * n; i++) {
        m->change[i] = p->drift_correlation ? p->drift_correlation[i] : i % (n + 1) == 0;
        m->noise[i] = p->noise_correlation ? p->noise_correlation[i] : i % (n + 1) == 0;
    }
    return m;
}

static skpi_status kaya_add(skpi__at at, skpi_ensemble_plan *plan, const skpi_carbon_ensemble_add_kaya_in *p,
                            skpi__kaya *m, int32_t *model)
{
    double *line = NULL;
    skpi__model_range *range = skpi__alloc(m->n_years, 1, sizeof *range);
    skpi__walk_model *one = p->flags ? NULL : skpi__kaya_product(m);
    skpi_status s = SKPI_OK;
    if (!range || (!p->flags && !one) || !skpi__emission_warming(p->warming, p->tcre, m->n_places, &line))
        s = skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < m->n_places && !s; i++) s = kaya_near(at, m, i, range);
    if (!s) {
        skpi__model of = one ? skpi__walk_model_of(one, PRODUCT_KIND, product_form, 2) : skpi__kaya_model_of(m);
        of.scaled_of = 1;
        of.scaled = line;
        s = skpi__model_add(at, plan, &of, model);
    }
    if (s || one) skpi__kaya_free(m);
    if (s) skpi__walk_model_free(one);
    free(line);
    free(range);
    return s;
}

skpi_status skpi_carbon_ensemble_add_kaya(skpi_ensemble_plan *plan, const skpi_carbon_ensemble_add_kaya_in *in,
                                          int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_ensemble_add_kaya_in p;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    const size_t n = skpi_ensemble_plan_n_places(plan), years = skpi_ensemble_plan_n_years(plan);
    if ((s = SKPI__STRUCT(at, in, FLAGS, &p)) || (s = kaya_check(at, &p, n, years))) return s;
    if ((s = skpi__pointer(at, "model", model))) return s;
    skpi__kaya *m = kaya_new(&p, n, years);
    if (!m) return skpi__no_memory_for(at, "plan");
    return (s = kaya_add(at, plan, &p, m, model)) ? s : kaya_unusual(at, &p, n);
}
