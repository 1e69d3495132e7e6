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

typedef struct product_call {
    skpi_carbon_product_quantile_in in;
    size_t n_prob;
    const double *prob;
    double steepest; /* normal quantile of the largest probability */
    double *quantile;
} product_call;

typedef struct product_moments { /* of the logarithm of the product */
    double mean, deviation;
} product_moments;

static product_moments product_moments_of(const skpi_carbon_product_quantile_in *v, size_t i)
{
    const size_t n_factors = v->n_factors;
    const double *mu = v->mu + i * n_factors, *sigma = v->sigma + i * n_factors, *correlation = v->correlation;
    double largest = 0; /* divided by it, no square overflows or underflows */
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
    /* rounding can leave a small negative variance where opposite factors cancel */
    return (product_moments){skpi__sum_value(&sum), largest * sqrt(fmax(skpi__sum_value(&variance), 0))};
}

static skpi_status product_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const product_call *c = call;
    const size_t n_factors = c->in.n_factors;
    const double *mu = c->in.mu + i * n_factors, *sigma = c->in.sigma + i * n_factors;
    product_moments *log = kept;
    skpi_status s;
    for (size_t k = 0; k < n_factors; k++)
        if ((s = skpi__finite(skpi__column(at, k), "in->mu", mu[k]))) return s;
    for (size_t k = 0; k < n_factors; k++)
        if ((s = skpi__quantity(skpi__column(at, k), "in->sigma", sigma[k]))) return s;
    *log = product_moments_of(&c->in, i);
    /* an infinite deviation is refused too: its quantiles would be 0 or infinite */
    if ((s = skpi__result(at, "quantile", log->mean)) || (s = skpi__result(at, "quantile", log->deviation))) return s;
    return c->n_prob ? skpi__result(at, "quantile", exp(log->mean + c->steepest * log->deviation)) : SKPI_OK;
}

static skpi_status product_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const product_call *c = call;
    const product_moments *log = kept;
    (void)at;
    for (size_t j = 0; j < c->n_prob; j++)
        c->quantile[i * c->n_prob + j] = exp(log->mean + gsl_cdf_ugaussian_Pinv(c->prob[j]) * log->deviation);
    return SKPI_OK;
}

static void product_fail(const void *call, size_t i)
{
    const product_call *c = call;
    skpi__set_nan_row(c->quantile, i, c->n_prob);
}

static skpi_status product_correlation_check(skpi__at at, size_t k, const double *r)
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
                return skpi__fail(here, SKPI_EINCONSISTENT, "in->correlation", x, "differs from %g across the diagonal",
                                  r[j * k + i]);
        }
    double *a = skpi__alloc(k, k, sizeof *a);
    if (!a) return skpi__no_memory(at, "in->n_factors", k);
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
    static const skpi__rows_steps steps = {sizeof(product_moments), product_check, product_compute, product_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    product_call c = {.n_prob = n_prob, .prob = prob, .quantile = quantile};
    skpi_carbon_product_quantile_in *const v = &c.in;
    double most = -(double)INFINITY;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, v))) return s;
    r.n = v->n;
    r.count = "in->n";
    if ((s = skpi__count(r.at, "in->n_factors", v->n_factors)) ||
        (s = skpi__rows_matrix(&r, "in->mu", v->mu, v->n_factors)) ||
        (s = skpi__rows_matrix(&r, "in->sigma", v->sigma, v->n_factors)) ||
        (v->correlation && (s = skpi__array(r.at, "in->correlation", v->correlation, v->n_factors, v->n_factors))) ||
        (v->correlation && (s = product_correlation_check(r.at, v->n_factors, v->correlation))) ||
        (s = skpi__array(r.at, "prob", prob, n_prob, 1)) || (s = skpi__rows_matrix(&r, "quantile", quantile, n_prob)) ||
        (s = skpi__probabilities(r.at, "prob", n_prob, prob)))
        return s;
    for (size_t j = 0; j < n_prob; j++) most = fmax(most, prob[j]);
    if (n_prob) c.steepest = gsl_cdf_ugaussian_Pinv(most); /* cannot raise a GSL error: 0 < prob < 1 */
    return skpi__rows_run(&r, &steps, &c);
}
