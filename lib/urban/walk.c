/* Quantiles of a random walk of the logit.
 *
 * With x_0 = logit p, x_t = x_0 + mu t + sigma (e_1 + ... + e_t), e_i independent standard normals, x_t is normal with
 * mean x_0 + mu t and variance sigma^2 t; the logistic keeps order, so that
 *   q-quantile of p_t = logistic(x_0 + mu t + z_q sigma sqrt t)
 * exactly: what a simulation of such a walk must find.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/logistic.h"
#include <gsl/gsl_cdf.h>
#include <smartkpi/urban.h>

static double at_time(double logit, double drift, double sigma, size_t t, double z)
{
    return logit + drift * (double)t + z * (sigma * sqrt((double)t));
}

/* The terms grow with t: the last year is the first to overflow. */
static skpi_status check(skpi__at at, double share, double drift, double sigma, size_t n_years)
{
    const double most = 40; /* no double in (0,1) lies that many standard deviations out */
    skpi_status s;
    if ((s = skpi__open_share(at, "share", share)) || (s = skpi__finite(at, "drift", drift)) ||
        (s = skpi__quantity(at, "sigma", sigma)))
        return s;
    return skpi__result(at, "out", fabs(at_time(0, fabs(drift), sigma, n_years, most)));
}

/* Quantiles of a random walk of the logit with drift.
 *
 * Given:    n        places
 *           share    urban share at the start, fraction in (0,1) (n)
 *           drift    mu, growth difference per year (n)
 *           sigma    standard deviation of a year's step, in logits, at least 0 (n)
 *           n_years  years 1 .. n_years after the start
 *           n_prob   quantiles wanted
 *           prob     their probabilities, in (0,1)
 * Returned: out      quantiles, fractions (n x n_years x n_prob; must not overlap the inputs)
 *           status   each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENOMEM (sizes), SKPI_ENOTFINITE, SKPI_ERANGE (a share outside
 *           [0,1], a probability outside (0,1), a negative sigma), SKPI_EDOM (a share of 0 or 1), SKPI_EOVERFLOW
 */
skpi_status skpi_urban_walk_quantile(size_t n, const double *share, const double *drift, const double *sigma,
                                     size_t n_years, size_t n_prob, const double *prob, double *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    size_t width;
    skpi_status s;
    if ((s = skpi__given(&r, "share", share)) || (s = skpi__given(&r, "drift", drift)) ||
        (s = skpi__given(&r, "sigma", sigma)) || (s = skpi__fits(r.at, "n_years", n_years, 1)) ||
        (s = skpi__array(r.at, "prob", prob, n_prob, 1)))
        return s;
    if (!skpi__mul(n_years, n_prob, &width)) width = SIZE_MAX; /* more than memory holds: refused just below */
    if ((s = skpi__given_matrix(&r, "out", out, width))) return s;
    for (size_t q = 0; q < n_prob; q++)
        if ((s = skpi__probability(skpi__element(r.at, q), "prob", prob[q]))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), share[i], drift[i], sigma[i], n_years)))) return s;
    for (size_t q = 0; q < n_prob; q++) { /* outermost: z_q costs more than the rest */
        const double z = gsl_cdf_ugaussian_Pinv(prob[q]);
        for (size_t i = 0; i < n; i++) {
            const int good = skpi__row_good(&r, i);
            const double logit = good ? skpi__logit(share[i]) : 0;
            for (size_t k = 0; k < n_years; k++)
                out[i * width + k * n_prob + q] =
                    good ? skpi__logistic(at_time(logit, drift[i], sigma[i], k + 1, z)) : (double)NAN;
        }
    }
    return skpi__rows_end(&r);
}
