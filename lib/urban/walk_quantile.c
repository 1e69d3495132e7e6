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
#include "core/usual.h"
#include "numeric/logistic.h"
#include <gsl/gsl_cdf.h>
#include <smartkpi/urban.h>
#include <stdlib.h>

typedef struct walk_quantile_call {
    skpi_urban_walk_quantile_in in;
    size_t n_years, n_prob;
    double *score; /* z of each probability */
    double *quantile;
} walk_quantile_call;

static double walk_quantile_logit(double logit, double drift, double sigma, size_t t, double z)
{
    return logit + drift * (double)t + z * (sigma * sqrt((double)t));
}

/* The terms grow with t, so it is enough to test the last year for overflow. */
static skpi_status walk_quantile_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const walk_quantile_call *c = call;
    const skpi_urban_walk_quantile_in *in = &c->in;
    const double most = 40; /* the normal quantile of every double in (0,1) is nearer to 0 than this */
    skpi_status s;
    (void)kept;
    if ((s = skpi__open_share(at, "in->share", in->share[i])) ||
        (s = skpi__urgd_check(at, "in->drift", in->drift[i], in->share[i])) ||
        (s = skpi__quantity(at, "in->sigma", in->sigma[i])) ||
        (s = skpi__result(at, "quantile",
                          fabs(walk_quantile_logit(0, fabs(in->drift[i]), in->sigma[i], c->n_years, most)))) ||
        (s = skpi__unusual(at, "in->drift", in->drift[i], &skpi__urgd)))
        return s;
    return skpi__unusual(at, "in->sigma", in->sigma[i], &skpi__logit_deviation);
}

static skpi_status walk_quantile_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const walk_quantile_call *c = call;
    const double logit = skpi__logit(c->in.share[i]), drift = c->in.drift[i], sigma = c->in.sigma[i];
    size_t cell = i * c->n_years * c->n_prob;
    (void)at, (void)kept;
    for (size_t k = 0; k < c->n_years; k++)
        for (size_t q = 0; q < c->n_prob; q++)
            c->quantile[cell++] = skpi__logistic(walk_quantile_logit(logit, drift, sigma, k + 1, c->score[q]));
    return SKPI_OK;
}

static void walk_quantile_fail(const void *call, size_t i)
{
    const walk_quantile_call *c = call;
    skpi__set_nan_row(c->quantile, i, c->n_years * c->n_prob);
}

skpi_status skpi_urban_walk_quantile(const skpi_urban_walk_quantile_in *in, size_t n_years, size_t n_prob,
                                     const double *prob, double *quantile, int32_t *status)
{
    static const skpi__rows_steps steps = {0, walk_quantile_check, walk_quantile_compute, walk_quantile_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    walk_quantile_call c = {.n_years = n_years, .n_prob = n_prob, .quantile = quantile};
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &c.in))) return s;
    r.n = c.in.n;
    if ((s = skpi__rows_array(&r, "in->share", c.in.share)) || (s = skpi__rows_array(&r, "in->drift", c.in.drift)) ||
        (s = skpi__rows_array(&r, "in->sigma", c.in.sigma)) || (s = skpi__array_size(r.at, "n_years", n_years, 1)) ||
        (s = skpi__probabilities(r.at, "prob", n_prob, prob)) ||
        (s = skpi__rows_matrix(&r, "quantile", quantile, skpi__width(n_years, n_prob))))
        return s;
    if (!(c.score = skpi__alloc(n_prob, 1, sizeof *c.score))) return skpi__no_memory(r.at, "n_prob", n_prob);
    for (size_t q = 0; q < n_prob; q++) c.score[q] = gsl_cdf_ugaussian_Pinv(prob[q]);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.score);
    return s;
}
