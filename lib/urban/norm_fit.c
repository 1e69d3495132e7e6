/* Fit of a norm: growth differences of areas as a polynomial of their urban shares.
 *
 * h(p) = sum c_k p^k by unweighted least squares.  Scenarios: the areas are sorted by their residuals, growth
 * difference less h(p) (equal ones in the order given); the lowest floor(n/3) are slow, the highest floor(n/3) fast,
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
#include "urban/options.h"
#include <float.h>
#include <gsl/gsl_sort.h>
#include <stdlib.h>

/* Areas of one size class; size_class NULL: all. */
typedef struct sample {
    size_t n;
    const double *share, *urgd;
    const int32_t *size_class;
    int32_t wanted;
} sample;

static int norm_fit_taken(const sample *a, size_t i) { return !a->size_class || a->size_class[i] == a->wanted; }

/* 0: the shares do not determine the coefficients. */
static int norm_fit_least_squares(const sample *a, size_t n_terms, double *c)
{
    skpi__ls_sums sums = {.p = n_terms};
    for (size_t i = 0; i < a->n; i++) {
        double power[SKPI__LS_MOST] = {1};
        if (!norm_fit_taken(a, i)) continue;
        for (size_t k = 1; k < n_terms; k++) power[k] = power[k - 1] * a->share[i];
        skpi__ls_row(&sums, -a->urgd[i], power);
    }
    const double least = 16 * DBL_EPSILON * fabs(sums.triangle[0][0]);
    for (size_t k = n_terms; k-- > 0;) {
        if (!(fabs(sums.triangle[k][k]) > least)) return 0;
        double right = -sums.rotated[k];
        for (size_t j = k + 1; j < n_terms; j++) right -= sums.triangle[k][j] * c[j];
        c[k] = right / sums.triangle[k][k];
    }
    return 1;
}

/* Mean residual of the scenario's group; room holds as many values as there are areas. */
static double norm_fit_shift(const sample *a, size_t n_terms, const double *c, int32_t scenario, double *room)
{
    size_t n = 0;
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < a->n; i++)
        if (norm_fit_taken(a, i)) room[n++] = a->urgd[i] - skpi__urban_polynomial(n_terms, c, a->share[i]);
    gsl_sort(room, 1, n); /* equal ones are equal: their order does not show in a mean */
    const size_t third = n / 3;
    const size_t from = scenario == SKPI_URBAN_SCENARIO_SLOW   ? 0
                        : scenario == SKPI_URBAN_SCENARIO_FAST ? n - third
                                                               : third;
    const size_t to = scenario == SKPI_URBAN_SCENARIO_SLOW   ? third
                      : scenario == SKPI_URBAN_SCENARIO_FAST ? n
                                                             : n - third;
    for (size_t i = from; i < to; i++) skpi__sum_add(&sum, room[i]);
    return skpi__sum_value(&sum) / (double)(to - from);
}

static skpi_status norm_fit_sample(skpi__at at, const sample *a, int32_t scenario, size_t n_terms, double *room,
                                   double *c)
{
    const size_t least = scenario && n_terms < 3 ? 3 : n_terms;
    size_t n = 0;
    skpi_status s;
    for (size_t i = 0; i < a->n; i++) n += (size_t)norm_fit_taken(a, i);
    if (n < least)
        return skpi__fail(at, SKPI_ENODATA, a->size_class ? "size_class" : "n",
                          a->size_class ? a->wanted : (double)a->n,
                          "has %zu areas: a norm of %zu coefficients%s needs %zu", n, n_terms,
                          scenario ? " and scenarios" : "", least);
    if (!norm_fit_least_squares(a, n_terms, c))
        return skpi__refuse(at, SKPI_ESINGULAR, "share", "has too few different values to determine %zu coefficients",
                            n_terms);
    if (scenario) c[0] += norm_fit_shift(a, n_terms, c, scenario, room);
    for (size_t k = 0; k < n_terms; k++)
        if ((s = skpi__result(at, "norm", c[k]))) return s;
    return SKPI_OK;
}

static skpi_status norm_fit_count(skpi__at at, const char *name, size_t n, size_t most)
{
    const skpi_status s = skpi__count(at, name, n);
    return s || n <= most ? s : skpi__fail(at, SKPI_ERANGE, name, (double)n, "is not in 1..%zu", most);
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

static skpi_status norm_fit_scenario(skpi__at at, const skpi_urban_norm_fit_options *options, int32_t *scenario)
{
    static const int32_t scenarios[] = {SKPI_URBAN_SCENARIO_CENTRAL, SKPI_URBAN_SCENARIO_SLOW, SKPI_URBAN_SCENARIO_FAST,
                                        0};
    skpi_urban_norm_fit_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) || (s = skpi__reserved(at, "options->zero", o.zero))) return s;
    *scenario = o.scenario;
    if (!o.scenario) return SKPI_OK;
    return skpi__choice(at, "options->scenario", o.scenario, scenarios, "a scenario (enum skpi_urban_scenario)");
}

skpi_status skpi_urban_norm_fit(size_t n, size_t n_sizes, size_t n_terms, const double *share, const double *urgd,
                                const int32_t *size_class, const skpi_urban_norm_fit_options *options, double *norm)
{
    static const int32_t sizes[SKPI__URBAN_SIZES_MOST] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL};
    const skpi__at at = skpi__here(__func__);
    double c[SKPI__URBAN_SIZES_MOST][SKPI__LS_MOST];
    int32_t scenario;
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = norm_fit_count(at, "n_sizes", n_sizes, SKPI__URBAN_SIZES_MOST)) ||
        (s = norm_fit_count(at, "n_terms", n_terms, SKPI__LS_MOST)) ||
        (s = norm_fit_areas(at, n, n_sizes, share, urgd, size_class)) ||
        (s = norm_fit_scenario(at, options, &scenario)) || (s = skpi__array(at, "norm", norm, n_sizes, n_terms)))
        return s;
    double *room = scenario ? skpi__alloc(n, 1, sizeof *room) : NULL;
    if (scenario && !room) return skpi__no_memory(at, "n", n);
    for (size_t k = 0; k < n_sizes && !s; k++) {
        const sample a = {n, share, urgd, n_sizes > 1 ? size_class : NULL, sizes[k]};
        s = norm_fit_sample(at, &a, scenario, n_terms, room, c[k]);
    }
    for (size_t k = 0; !s && k < n_sizes * n_terms; k++) norm[k] = c[k / n_terms][k % n_terms];
    free(room);
    for (size_t i = 0; !s && i < n; i++) s = skpi__unusual(skpi__element(at, i), "urgd", urgd[i], &skpi__urgd);
    return s;
}
