/* Quantiles of a random walk of the logit.
 *
 * With x_0 = logit p, x_t = x_0 + mu t + sigma (e_1 + ... + e_t), e_i independent standard normals, x_t is normal with
 * mean x_0 + mu t and variance sigma^2 t; the logistic keeps order, so that
 *   q-quantile of p_t = logistic(x_0 + mu t + z_q sigma sqrt t)
 * exactly; a simulation of such a walk approaches them.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include <gsl/gsl_cdf.h>
#include <smartkpi/urban.h>

static double at_time(double logit, double drift, double sigma, size_t t, double z)
{
    return logit + drift * (double)t + z * (sigma * sqrt((double)t));
}

/* The terms grow with t: the last year is the first to overflow. */
static skpi_status place_check(skpi__at at, const skpi_urban_walk_quantile_in *in, size_t i, size_t n_years)
{
    const double most = 40; /* no double in (0,1) lies that many standard deviations out */
    skpi_status s;
    if ((s = skpi__open_share(at, "in->share", in->share[i])) || (s = skpi__finite(at, "in->drift", in->drift[i])) ||
        (s = skpi__quantity(at, "in->sigma", in->sigma[i])))
        return s;
    return skpi__result(at, "quantile", fabs(at_time(0, fabs(in->drift[i]), in->sigma[i], n_years, most)));
}

skpi_status skpi_urban_walk_quantile(const skpi_urban_walk_quantile_in *in, size_t n_years, size_t n_prob,
                                     const double *prob, double *quantile, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_walk_quantile_in g;
    size_t width;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &g))) return s;
    r.n = g.n;
    if ((s = skpi__rows_array(&r, "in->share", g.share)) || (s = skpi__rows_array(&r, "in->drift", g.drift)) ||
        (s = skpi__rows_array(&r, "in->sigma", g.sigma)) || (s = skpi__array_size(r.at, "n_years", n_years, 1)) ||
        (s = skpi__array(r.at, "prob", prob, n_prob, 1)))
        return s;
    if (!skpi__mul(n_years, n_prob, &width)) width = SIZE_MAX; /* more than memory holds: refused just below */
    if ((s = skpi__rows_matrix(&r, "quantile", quantile, width))) return s;
    for (size_t q = 0; q < n_prob; q++)
        if ((s = skpi__probability(skpi__element(r.at, q), "prob", prob[q]))) return s;
    for (size_t i = 0; i < g.n; i++)
        if ((s = skpi__row(&r, i, place_check(skpi__row_at(&r, i), &g, i, n_years)))) return s;
    for (size_t q = 0; q < n_prob; q++) { /* outermost: z_q costs more than the rest */
        const double z = gsl_cdf_ugaussian_Pinv(prob[q]);
        for (size_t i = 0; i < g.n; i++) {
            const int good = skpi__row_good(&r, i);
            const double logit = good ? skpi__logit(g.share[i]) : 0;
            for (size_t k = 0; k < n_years; k++)
                quantile[i * width + k * n_prob + q] =
                    good ? skpi__logistic(at_time(logit, g.drift[i], g.sigma[i], k + 1, z)) : (double)NAN;
        }
    }
    return skpi__rows_end(&r);
}
