/* Quantiles of a product of lognormal factors, in closed form: the fan of the Kaya identity without drawing.
 *
 *   ln X_k normal with mean mu_k and standard deviation sigma_k, correlations r_kl
 *   ln of the product: mean sum mu_k, variance sum_kl r_kl sigma_k sigma_l
 *   q-quantile = exp(mu + z_q sigma)
 *
 * Source: J. Aitchison and J. A. C. Brown, The Lognormal Distribution (1957), theorem 2.2 (products).
 */
#include <smartkpi/carbon.h>
#include <gsl/gsl_cdf.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/correlation.h"
#include "numeric/sum.h"

/* Of the logarithm of row i's product. */
static void moments(size_t factors, const double *mu, const double *sigma, const double *correlation, double *mean,
                    double *deviation)
{
    double largest = 0; /* so that squares neither over- nor underflow */
    skpi__sum sum = {0, 0}, variance = {0, 0};
    for (size_t k = 0; k < factors; k++) {
        skpi__sum_add(&sum, mu[k]);
        largest = fmax(largest, sigma[k]);
    }
    for (size_t k = 0; largest > 0 && k < factors; k++) {
        const double x = sigma[k] / largest;
        skpi__sum_add(&variance, x * x);
        for (size_t l = 0; correlation && l < k; l++)
            skpi__sum_add(&variance, 2 * correlation[k * factors + l] * x * (sigma[l] / largest));
    }
    *mean = skpi__sum_value(&sum);
    *deviation = largest * sqrt(fmax(skpi__sum_value(&variance), 0)); /* opposites may cancel, but for rounding */
}

static skpi_status row(skpi__at at, size_t factors, const double *mu, const double *sigma)
{
    skpi_status s;
    for (size_t k = 0; k < factors; k++)
        if ((s = skpi__finite(skpi__column(at, k), "mu", mu[k]))) return s;
    for (size_t k = 0; k < factors; k++)
        if ((s = skpi__quantity(skpi__column(at, k), "sigma", sigma[k]))) return s;
    return SKPI_OK;
}

static skpi_status matrix(skpi__at at, size_t k, const double *r)
{
    skpi_status s;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++) {
            const double x = r[i * k + j];
            const skpi__at here = skpi__cell(at, i, j);
            if ((s = skpi__finite(here, "correlation", x))) return s;
            if (fabs(x) > 1 || (i == j && x != 1))
                return skpi__fail(here, SKPI_ERANGE, "correlation", x,
                                  i == j ? "is on the diagonal: 1 is needed" : "is not in [-1,1]");
            if (j < i && x != r[j * k + i])
                return skpi__fail(here, SKPI_EINCONSISTENT, "correlation", x, "differs from %.17g across the diagonal",
                                  r[j * k + i]);
        }
    double *a = skpi__alloc(k, k, sizeof *a);
    if (!a) return skpi__refuse(at, SKPI_ENOMEM, "correlation", "of %zu x %zu values finds no memory", k, k);
    memcpy(a, r, k * k * sizeof *a);
    const int fine = skpi__semidefinite(k, a);
    free(a);
    return fine ? SKPI_OK
                : skpi__refuse(at, SKPI_EINCONSISTENT, "correlation",
                               "has a negative eigenvalue: no variables are correlated so");
}

/* Quantiles of products of lognormal factors.
 *
 * Given:    n            products: places, or years;  factors  of each, at least 1 (four in the Kaya identity)
 *           mu, sigma    mean and standard deviation of each factor's logarithm (n x factors); mu is the logarithm of
 *                        its median, not of its mean; sigma >= 0
 *           correlation  of the logarithms (factors x factors): symmetric, 1 on the diagonal; NULL: independent
 *           n_prob, prob probabilities in (0,1)
 * Returned: out          quantiles, unit of the product (n x n_prob)
 *           status       each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENODATA (no factors), SKPI_ENOMEM, SKPI_ENOTFINITE,
 *           SKPI_ERANGE (negative sigma; a correlation outside [-1,1], or not 1 on the diagonal; prob), SKPI_EINCONSISTENT
 *           (correlation not symmetric, or with a negative eigenvalue), SKPI_EOVERFLOW
 * Source:   Aitchison and Brown 1957
 */
skpi_status skpi_carbon_product_quantile(size_t n, size_t factors, const double *mu, const double *sigma,
                                         const double *correlation, size_t n_prob, const double *prob, double *out,
                                         int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    double most = -(double)INFINITY, mean, deviation;
    skpi_status s;
    if ((s = skpi__some(r.at, "factors", factors)) || (s = skpi__given_matrix(&r, "mu", mu, factors)) ||
        (s = skpi__given_matrix(&r, "sigma", sigma, factors)) ||
        (correlation && (s = skpi__array(r.at, "correlation", correlation, factors, factors))) ||
        (correlation && (s = matrix(r.at, factors, correlation))) || (s = skpi__array(r.at, "prob", prob, n_prob, 1)) ||
        (s = skpi__given_matrix(&r, "out", out, n_prob)))
        return s;
    for (size_t j = 0; j < n_prob; j++) {
        if ((s = skpi__probability(skpi__element(r.at, j), "prob", prob[j]))) return s;
        most = fmax(most, prob[j]);
    }
    const double steepest = n_prob ? gsl_cdf_ugaussian_Pinv(most) : 0; /* raises nothing: 0 < prob < 1 */
    for (size_t i = 0; i < n; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        s = row(at, factors, mu + i * factors, sigma + i * factors);
        if (!s) {
            moments(factors, mu + i * factors, sigma + i * factors, correlation, &mean, &deviation);
            /* a deviation beyond all doubles is refused too: its quantiles are 0 or infinite */
            if (!(s = skpi__result(at, "out", mean)) && !(s = skpi__result(at, "out", deviation)) && n_prob)
                s = skpi__result(at, "out", exp(mean + steepest * deviation));
        }
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        double *here = out + i * n_prob;
        if (!skpi__row_good(&r, i)) {
            skpi__put_nan(here, n_prob);
            continue;
        }
        moments(factors, mu + i * factors, sigma + i * factors, correlation, &mean, &deviation);
        for (size_t j = 0; j < n_prob; j++) here[j] = exp(mean + gsl_cdf_ugaussian_Pinv(prob[j]) * deviation);
    }
    return skpi__rows_end(&r);
}
