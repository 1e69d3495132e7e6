/* Fit of a norm: growth differences of areas as a polynomial of their urban shares.
 *
 * h(p) = sum c_k p^k by Huber's loss or by unweighted least squares (huber.c).  Scenarios: the areas are sorted by their
 * residuals, growth difference less h(p) (equal ones in the order given); the lowest floor(n/3) are slow, the highest floor(n/3) fast,
 * those between central, and the constant is moved by the mean residual of the group.  The straight line is the United
 * Nations' form; the scenarios by thirds of the reference areas are this library's own, after the Shared Socioeconomic
 * Pathways (L. Jiang and B. C. O'Neill, Global Environmental Change 42 (2017) 193).
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/usual.h"
#include "numeric/least_squares.h"
#include "numeric/sum.h"
#include "urban/loss.h"
#include "urban/options.h"
#include <gsl/gsl_sort.h>
#include <stdlib.h>

/* Areas of one size class. */
typedef struct norm_fit_sample {
    size_t n;
    double *share, *urgd;
    double *room; /* twice as many values as there are areas */
} norm_fit_sample;

typedef struct norm_fit_rules {
    int32_t scenario, loss;
} norm_fit_rules;

/* Mean residual of the scenario's group. */
static double norm_fit_shift(const norm_fit_sample *a, size_t n_terms, const double *c, int32_t scenario)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < a->n; i++) a->room[i] = a->urgd[i] - skpi__urban_polynomial(n_terms, c, a->share[i]);
    gsl_sort(a->room, 1, a->n); /* equal ones are equal: their order does not show in a mean */
    const size_t third = a->n / 3;
    const size_t from = scenario == SKPI_URBAN_SCENARIO_SLOW   ? 0
                        : scenario == SKPI_URBAN_SCENARIO_FAST ? a->n - third
                                                               : third;
    const size_t to = scenario == SKPI_URBAN_SCENARIO_SLOW   ? third
                      : scenario == SKPI_URBAN_SCENARIO_FAST ? a->n
                                                             : a->n - third;
    for (size_t i = from; i < to; i++) skpi__sum_add(&sum, a->room[i]);
    return skpi__sum_value(&sum) / (double)(to - from);
}

/* The norm of one sample; size_class: of its areas, 0: all. */
static skpi_status norm_fit_one(skpi__at at, const norm_fit_sample *a, norm_fit_rules rules, int32_t size_class,
                                size_t n_terms, double *c)
{
    const size_t least = rules.scenario && n_terms < 3 ? 3 : n_terms;
    skpi_status bad;
    if (a->n < least)
        return skpi__fail(at, SKPI_ENODATA, size_class ? "size_class" : "n", size_class ? size_class : (double)a->n,
                          "has %zu areas: a norm of %zu coefficients%s needs %zu", a->n, n_terms,
                          rules.scenario ? " and scenarios" : "", least);
    const skpi_status s = skpi__urban_loss_fit(rules.loss, a->n, n_terms, a->share, a->urgd, a->room, c);
    if (s == SKPI_ESINGULAR)
        return skpi__refuse(at, s, "share", "has too few different values to determine %zu coefficients", n_terms);
    if (rules.scenario) c[0] += norm_fit_shift(a, n_terms, c, rules.scenario);
    for (size_t k = 0; k < n_terms; k++)
        if ((bad = skpi__result(at, "norm", c[k]))) return bad;
    return s;
}

static skpi_status norm_fit_count(skpi__at at, const char *name, size_t n, size_t most)
{
    return n <= most ? SKPI_OK : skpi__fail(at, SKPI_ERANGE, name, (double)n, "is not in 1..%zu", most);
}

static skpi_status norm_fit_areas(skpi__at at, size_t n, size_t n_sizes, const double *share, const double *urgd,
                                  const int32_t *size_class)
{
    skpi_status s;
    if ((s = skpi__array(at, "share", share, n, 1)) || (s = skpi__array(at, "urgd", urgd, n, 1))) return s;
    if (!size_class && n_sizes > 1)
        return skpi__refuse(at, SKPI_EINVAL, "size_class", "is NULL although n_sizes is %zu", n_sizes);
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__share(skpi__element(at, i), "share", share[i]))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__urgd_check(skpi__element(at, i), "urgd", urgd[i], share[i]))) return s;
    for (size_t i = 0; size_class && i < n; i++)
        if ((s = skpi__urban_size_check(skpi__element(at, i), "size_class", size_class[i]))) return s;
    return SKPI_OK;
}

static skpi_status norm_fit_rules_take(skpi__at at, const skpi_urban_norm_fit_options *options, norm_fit_rules *rules)
{
    static const int32_t scenarios[] = {SKPI_URBAN_SCENARIO_CENTRAL, SKPI_URBAN_SCENARIO_SLOW, SKPI_URBAN_SCENARIO_FAST,
                                        0};
    skpi_urban_norm_fit_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o))) return s;
    if (o.scenario &&
        (s = skpi__choice(at, "options->scenario", o.scenario, scenarios, "a scenario (enum skpi_urban_scenario)")))
        return s;
    rules->scenario = o.scenario;
    return skpi__urban_loss_take(at, o.loss, &rules->loss);
}

skpi_status skpi_urban_norm_fit(size_t n, size_t n_sizes, size_t n_terms, const double *share, const double *urgd,
                                const int32_t *size_class, const skpi_urban_norm_fit_options *options, double *norm)
{
    static const int32_t sizes[SKPI__URBAN_SIZES_MOST] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL};
    const skpi__at at = skpi__here(__func__);
    double c[SKPI__URBAN_SIZES_MOST][SKPI__LS_MOST];
    norm_fit_rules rules;
    skpi_status s, fit = SKPI_OK;
    if (!n_sizes) n_sizes = 1;
    if ((s = skpi__count(at, "n", n)) || (s = norm_fit_count(at, "n_sizes", n_sizes, SKPI__URBAN_SIZES_MOST)) ||
        (s = skpi__count(at, "n_terms", n_terms)) || (s = norm_fit_count(at, "n_terms", n_terms, SKPI__LS_MOST)) ||
        (s = norm_fit_areas(at, n, n_sizes, share, urgd, size_class)) ||
        (s = norm_fit_rules_take(at, options, &rules)) || (s = skpi__array(at, "norm", norm, n_sizes, n_terms)))
        return s;
    double *room = skpi__alloc(n, 4, sizeof *room);
    if (!room) return skpi__no_memory(at, "n", n);
    for (size_t k = 0; k < n_sizes && s >= 0; k++) {
        norm_fit_sample a = {0, room, room + n, room + 2 * n};
        for (size_t i = 0; i < n; i++) {
            if (n_sizes > 1 && size_class[i] != sizes[k]) continue;
            a.share[a.n] = share[i];
            a.urgd[a.n++] = urgd[i];
        }
        s = norm_fit_one(at, &a, rules, n_sizes > 1 ? sizes[k] : 0, n_terms, c[k]);
        fit = (skpi_status)((int32_t)fit | (int32_t)s);
    }
    free(room);
    if (s < 0) return s;
    for (size_t k = 0; k < n_sizes * n_terms; k++) norm[k] = c[k / n_terms][k % n_terms];
    s = SKPI_OK;
    for (size_t i = 0; !s && i < n; i++) s = skpi__unusual(skpi__element(at, i), "urgd", urgd[i], &skpi__urgd);
    return (skpi_status)((int32_t)fit | (int32_t)s);
}
