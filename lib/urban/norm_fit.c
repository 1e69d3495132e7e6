/* A norm of one's own: growth differences of areas as a polynomial of their urban shares.
 *
 * h(p) = sum c_k p^k by unweighted least squares.  Scenarios: the areas are put in the order of their residuals
 * h - h(p) (equal ones in the order given); the lowest floor(n/3) are slow, the highest floor(n/3) fast, those between
 * central, and the constant is moved by the mean residual of the group.  The line is the United Nations' form; thirds
 * of the reference areas are this library's construction, in the manner of the Shared Socioeconomic Pathways (L. Jiang
 * and B. C. O'Neill, Global Environmental Change 42 (2017) 193).
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/least_squares.h"
#include "numeric/sum.h"
#include "urban/options.h"
#include <float.h>
#include <gsl/gsl_sort.h>
#include <stdlib.h>

/* Areas of one law; law NULL: all. */
typedef struct sample {
    size_t n;
    const double *share, *urgd;
    const int32_t *law;
    int32_t wanted;
} sample;

static int taken(const sample *a, size_t i) { return !a->law || a->law[i] == a->wanted; }

static double polynomial(size_t n_norm, const double *c, double p)
{
    double h = c[n_norm - 1];
    for (size_t k = n_norm - 1; k-- > 0;) h = h * p + c[k];
    return h;
}

/* 0: the shares do not determine the coefficients. */
static int least_squares(const sample *a, size_t n_norm, double *c)
{
    skpi__ls_sums sums = {.p = n_norm};
    for (size_t i = 0; i < a->n; i++) {
        double power[SKPI__LS_MOST] = {1};
        if (!taken(a, i)) continue;
        for (size_t k = 1; k < n_norm; k++) power[k] = power[k - 1] * a->share[i];
        skpi__ls_row(&sums, -a->urgd[i], power);
    }
    const double least = 16 * DBL_EPSILON * fabs(sums.triangle[0][0]);
    for (size_t k = n_norm; k-- > 0;) {
        if (!(fabs(sums.triangle[k][k]) > least)) return 0;
        double right = -sums.rotated[k];
        for (size_t j = k + 1; j < n_norm; j++) right -= sums.triangle[k][j] * c[j];
        c[k] = right / sums.triangle[k][k];
    }
    return 1;
}

/* Mean residual of the scenario's group; room holds as many values as there are areas. */
static double shift(const sample *a, size_t n_norm, const double *c, int32_t scenario, double *room)
{
    size_t n = 0;
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < a->n; i++)
        if (taken(a, i)) room[n++] = a->urgd[i] - polynomial(n_norm, c, a->share[i]);
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

static skpi_status fit(skpi__at at, const sample *a, int32_t scenario, size_t n_norm, double *room, double *c)
{
    const size_t least = scenario && n_norm < 3 ? 3 : n_norm;
    size_t n = 0;
    skpi_status s;
    for (size_t i = 0; i < a->n; i++) n += (size_t)taken(a, i);
    if (n < least)
        return skpi__fail(at, SKPI_ENODATA, a->law ? "law" : "n", a->law ? a->wanted : (double)a->n,
                          "has %zu areas: a norm of %zu coefficients%s needs %zu", n, n_norm,
                          scenario ? " and scenarios" : "", least);
    if (!least_squares(a, n_norm, c))
        return skpi__refuse(at, SKPI_ESINGULAR, "share", "has too few different values to determine %zu coefficients",
                            n_norm);
    if (scenario) c[0] += shift(a, n_norm, c, scenario, room);
    for (size_t k = 0; k < n_norm; k++)
        if ((s = skpi__result(at, "norm", c[k]))) return s;
    return SKPI_OK;
}

/* A norm for skpi_urban_options from areas' shares and growth differences.
 *
 * Given:    n         areas
 *           share     urban share of each at the beginning of the time over which urgd was measured, fractions in [0,1]
 *           urgd      its growth difference, per year (n)
 *           law       size class of each, enum skpi_urban_size (n); NULL: one norm for both laws
 *           scenario  0: the fit itself; else an enum skpi_urban_scenario: moved to the mean of that third
 *           n_norm    coefficients per law, 1 to 4: 2 is a line
 * Returned: norm      coefficients from the constant upwards, those of large places first (2 x n_norm)
 * Status:   SKPI_OK, SKPI_EINVAL (null, law, scenario), SKPI_ENOMEM, SKPI_ENODATA (fewer areas than coefficients in a
 *           law, fewer than three for a scenario), SKPI_ENOTFINITE, SKPI_ERANGE (a share outside [0,1], n_norm),
 *           SKPI_ESINGULAR (too few different shares), SKPI_EOVERFLOW
 */
skpi_status skpi_urban_norm_fit(size_t n, const double *share, const double *urgd, const int32_t *law, int32_t scenario,
                                size_t n_norm, double *norm)
{
    static const int32_t scenarios[] = {SKPI_URBAN_SCENARIO_CENTRAL, SKPI_URBAN_SCENARIO_SLOW, SKPI_URBAN_SCENARIO_FAST,
                                        0};
    const skpi__at at = skpi__here(__func__);
    double c[2][SKPI__LS_MOST];
    skpi_status s;
    if ((s = skpi__some(at, "n", n)) || (s = skpi__array(at, "share", share, n, 1))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__share(skpi__element(at, i), "share", share[i]))) return s;
    if ((s = skpi__array(at, "urgd", urgd, n, 1))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__finite(skpi__element(at, i), "urgd", urgd[i]))) return s;
    for (size_t i = 0; law && i < n; i++)
        if ((s = skpi__urban_law(skpi__element(at, i), "law", law[i]))) return s;
    if (scenario && (s = skpi__choice(at, "scenario", scenario, scenarios, "a scenario (enum skpi_urban_scenario)")))
        return s;
    if (n_norm < 1 || n_norm > SKPI__LS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "n_norm", (double)n_norm, "is not a number of coefficients in 1..%d",
                          (int)SKPI__LS_MOST);
    if ((s = skpi__array(at, "norm", norm, 2, n_norm))) return s;
    double *room = scenario ? skpi__alloc(n, 1, sizeof *room) : NULL;
    if (scenario && !room) return skpi__refuse(at, SKPI_ENOMEM, "n", "= %zu areas need more memory than there is", n);
    for (int k = 0; k < 2 && !s; k++) {
        const sample a = {n, share, urgd, law, k ? SKPI_URBAN_SIZE_SMALL : SKPI_URBAN_SIZE_LARGE};
        s = fit(at, &a, scenario, n_norm, room, c[k]);
    }
    for (size_t k = 0; !s && k < 2 * n_norm; k++) norm[k] = c[k / n_norm][k % n_norm];
    free(room);
    return s;
}
