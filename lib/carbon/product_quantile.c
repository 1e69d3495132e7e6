/* Quantiles of a product of lognormal factors, in closed form, without random draws; for example emissions by the Kaya
 * identity.
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
#include "core/struct.h"
#include "numeric/correlation.h"
#include "numeric/sum.h"

/* Of the logarithm of row i's product. */
static void moments(const skpi_carbon_product_quantile_in *v, size_t i, double *mean, double *deviation)
{
    const size_t n_factors = v->n_factors;
    const double *mu = v->mu + i * n_factors, *sigma = v->sigma + i * n_factors, *correlation = v->correlation;
    double largest = 0; /* so that squares neither over- nor underflow */
    skpi__sum sum = {0, 0}, variance = {0, 0};
    for (size_t k = 0; k < n_factors; k++) {
        skpi__sum_add(&sum, mu[k]);
        largest = fmax(largest, sigma[k]);
    }
    for (size_t k = 0; largest > 0 && k < n_factors; k++) {
        const double x = sigma[k] / largest;
        skpi__sum_add(&variance, x * x);
        for (size_t l = 0; correlation && l < k; l++)
            skpi__sum_add(&variance, 2 * correlation[k * n_factors + l] * x * (sigma[l] / largest));
    }
    *mean = skpi__sum_value(&sum);
    *deviation = largest * sqrt(fmax(skpi__sum_value(&variance), 0)); /* opposites may cancel, but for rounding */
}

static skpi_status product_check(skpi__at at, size_t n_factors, const double *mu, const double *sigma)
{
    skpi_status s;
    for (size_t k = 0; k < n_factors; k++)
        if ((s = skpi__finite(skpi__column(at, k), "in->mu", mu[k]))) return s;
    for (size_t k = 0; k < n_factors; k++)
        if ((s = skpi__quantity(skpi__column(at, k), "in->sigma", sigma[k]))) return s;
    return SKPI_OK;
}

static skpi_status correlation_check(skpi__at at, size_t k, const double *r)
{
    skpi_status s;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++) {
            const double x = r[i * k + j];
            const skpi__at here = skpi__cell(at, i, j);
            if ((s = skpi__finite(here, "in->correlation", x))) return s;
            if (fabs(x) > 1 || (i == j && x != 1))
                return skpi__fail(here, SKPI_ERANGE, "in->correlation", x,
                                  i == j ? "is on the diagonal: 1 is needed" : "is not in [-1,1]");
            if (j < i && x != r[j * k + i])
                return skpi__fail(here, SKPI_EINCONSISTENT, "in->correlation", x,
                                  "differs from %.17g across the diagonal", r[j * k + i]);
        }
    double *a = skpi__alloc(k, k, sizeof *a);
    if (!a) return skpi__refuse(at, SKPI_ENOMEM, "in->correlation", "of %zu x %zu values finds no memory", k, k);
    memcpy(a, r, k * k * sizeof *a);
    const int fine = skpi__semidefinite(k, a);
    free(a);
    return fine ? SKPI_OK
                : skpi__refuse(at, SKPI_EINCONSISTENT, "in->correlation",
                               "has a negative eigenvalue: no variables are correlated so");
}

skpi_status skpi_carbon_product_quantile(const skpi_carbon_product_quantile_in *in, size_t n_prob, const double *prob,
                                         double *quantile, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_carbon_product_quantile_in v;
    double most = -(double)INFINITY, mean, deviation;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &v))) return s;
    r.n = v.n;
    if ((s = skpi__count(r.at, "in->n_factors", v.n_factors)) ||
        (s = skpi__rows_matrix(&r, "in->mu", v.mu, v.n_factors)) ||
        (s = skpi__rows_matrix(&r, "in->sigma", v.sigma, v.n_factors)) ||
        (v.correlation && (s = skpi__array(r.at, "in->correlation", v.correlation, v.n_factors, v.n_factors))) ||
        (v.correlation && (s = correlation_check(r.at, v.n_factors, v.correlation))) ||
        (s = skpi__array(r.at, "prob", prob, n_prob, 1)) || (s = skpi__rows_matrix(&r, "quantile", quantile, n_prob)))
        return s;
    for (size_t j = 0; j < n_prob; j++) {
        if ((s = skpi__probability(skpi__element(r.at, j), "prob", prob[j]))) return s;
        most = fmax(most, prob[j]);
    }
    const double steepest = n_prob ? gsl_cdf_ugaussian_Pinv(most) : 0; /* raises nothing: 0 < prob < 1 */
    for (size_t i = 0; i < v.n; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        s = product_check(at, v.n_factors, v.mu + i * v.n_factors, v.sigma + i * v.n_factors);
        if (!s) {
            moments(&v, i, &mean, &deviation);
            /* a deviation beyond all doubles is refused too: its quantiles are 0 or infinite */
            if (!(s = skpi__result(at, "quantile", mean)) && !(s = skpi__result(at, "quantile", deviation)) && n_prob)
                s = skpi__result(at, "quantile", exp(mean + steepest * deviation));
        }
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < v.n; i++) {
        double *here = quantile + i * n_prob;
        if (!skpi__row_good(&r, i)) {
            skpi__set_nan(here, n_prob);
            continue;
        }
        moments(&v, i, &mean, &deviation);
        for (size_t j = 0; j < n_prob; j++) here[j] = exp(mean + gsl_cdf_ugaussian_Pinv(prob[j]) * deviation);
    }
    return skpi__rows_end(&r);
}
