/* Quantiles of urban people U = p N, p a share whose quantiles are known, N lognormal, independent of it.
 *
 * With z and Z standard normals, logit p = x(z), straight between the quantiles that are known and beyond them, and
 * N = total exp(sd Z).  For u = ln(U/total)
 *   P(U below) = int phi(z) Phi(w(z)) dz,  w(z) = (u - ln p(z))/sd,  its density int phi(z) phi(w(z)) dz/sd.
 * w falls: where it is above some R the factor Phi(w) is 1 and the normal distribution function does the rest, below -R
 * it is 0.  Between, panels of 16 points of Gauss and Legendre are at most 2.5 wide in z, w and x, and end where x has a
 * kink: the error stays below 1e-12.  Above the median the same is done with what lies above.  The root is sought on the
 * scale of normal quantiles, on which the distribution is nearly straight; each of U's quantiles lies between the points
 * where both parts have the tails q/2, because one of two parts is in its tail if their sum is.
 */
#include <gsl/gsl_cdf.h>
#include <smartkpi/urban.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/gauss.h"
#include "numeric/logistic.h"
#include "numeric/root.h"

#define ROOT_TAU 2.50662827463100050 /* sqrt(2 pi) */
#define WIDEST 2.5

static const skpi__usual population_deviation = {"a standard deviation of a logarithm", "percent", 0, .5, 0};

typedef struct population_quantile_call {
    skpi_urban_population_quantile_in in;
    size_t n_prob;
    const double *prob;
    double *score;    /* z of in->share_prob, then z of prob */
    double *x;        /* logits of one cell */
    double *quantile; /* the output */
} population_quantile_call;

typedef struct population_cell {
    size_t n; /* number of known quantiles */
    const double *z, *x;
    double sd, score, reach; /* score: z of the quantile that is sought; reach: R of the method */
} population_cell;

static double population_ln_share(double x) { return x > 0 ? -log1p(exp(-x)) : x - log1p(exp(x)); }

/* x(z) by linear interpolation.  With z and x exchanged it is z(x); a step of z(x) is passed over, because the loop goes
 * on where z is equal, and population_where keeps x away from steps at the ends. */
static double population_line(size_t n, const double *z, const double *x, double at)
{
    size_t k = 1;
    if (n == 1) return x[0];
    while (k + 1 < n && at > z[k]) k++;
    return x[k - 1] + (x[k] - x[k - 1]) * ((at - z[k - 1]) / (z[k] - z[k - 1]));
}

/* The z at which ln p(z) is ln_share, limited to -R and R. */
static double population_where(const population_cell *c, double ln_share)
{
    if (ln_share >= 0) return c->reach;
    const double x = ln_share - log(-expm1(ln_share));
    const double first = c->x[1] - c->x[0], last = c->x[c->n - 1] - c->x[c->n - 2];
    if (first == 0 && x <= c->x[0]) return -c->reach;
    if (last == 0 && x >= c->x[c->n - 1]) return c->reach;
    return fmin(fmax(population_line(c->n, c->x, c->z, x), -c->reach), c->reach);
}

/* Integrates between two kinks.  Adds to the density and to the probability below exp(u), or above it if the quantile
 * is an upper one. */
static void population_panels(const population_cell *c, double u, double from, double to, double *sum, double *density)
{
    const double x0 = population_line(c->n, c->z, c->x, from), x1 = population_line(c->n, c->z, c->x, to);
    const double w0 = (u - population_ln_share(x0)) / c->sd, w1 = (u - population_ln_share(x1)) / c->sd;
    const double widest = fmax(fmax(to - from, x1 - x0), fmin(w0 - w1, 1e4));
    const int panels = (int)ceil(fmax(widest / WIDEST, 1)), above = c->score > 0;
    for (int j = 0; j < panels; j++) {
        const double half = (to - from) / (2 * panels), middle = from + (2 * j + 1) * half;
        for (size_t k = 0; k < 2 * SKPI__GAUSS_PAIRS; k++) {
            const size_t pair = k / 2;
            const double z = middle + (k % 2 ? half : -half) * skpi__gauss[pair].at;
            const double x = x0 + (x1 - x0) * ((z - from) / (to - from));
            const double w = (u - population_ln_share(x)) / c->sd;
            const double weight = half * skpi__gauss[pair].weight * exp(-z * z / 2) / ROOT_TAU;
            *sum += weight * erfc((above ? w : -w) / sqrt(2.0)) / 2;
            *density += weight * exp(-w * w / 2) / (ROOT_TAU * c->sd);
        }
    }
}

/* The difference between the normal quantile of the probability below exp(u) and the one that is sought; it rises with
 * u. */
static double population_rising(const void *context, double u, double *slope)
{
    const population_cell *c = context;
    const int above = c->score > 0;
    const double begin = population_where(c, u - c->reach * c->sd), end = population_where(c, u + c->reach * c->sd);
    double density = 0, from = begin, sum = erfc((above ? end : -begin) / sqrt(2.0)) / 2;
    for (size_t k = 1; k + 1 < c->n && from < end; k++) {
        if (c->z[k] <= from || c->z[k] >= end) continue;
        population_panels(c, u, from, c->z[k], &sum, &density);
        from = c->z[k];
    }
    if (from < end) population_panels(c, u, from, end, &sum, &density);
    /* Inside the bracket the sum is below 15/16, because the other side has more than the product of two tails of at least
     * 1/4.  Above it is not 0, because R is below 12 there. */
    const double z = above ? gsl_cdf_ugaussian_Qinv(sum) : sum > 0 ? gsl_cdf_ugaussian_Pinv(sum) : -40;
    *slope = density * ROOT_TAU * exp(z * z / 2);
    return z - c->score;
}

static double population_at(const population_cell *c, double z)
{
    return population_ln_share(population_line(c->n, c->z, c->x, z)) + c->sd * z;
}

/* The quantile divided by the total. */
static double population_part(population_cell *c, double prob)
{
    const double z = c->score;
    if (c->sd == 0 || c->n == 1 || c->x[0] == c->x[c->n - 1])
        return skpi__logistic(population_line(c->n, c->z, c->x, z)) * exp(c->sd * z);
    const double low = population_at(c, gsl_cdf_ugaussian_Pinv(prob / 2));
    const double high = population_at(c, gsl_cdf_ugaussian_Qinv((1 - prob) / 2));
    const double middle = population_at(c, 0);
    const double share = population_ln_share(population_line(c->n, c->z, c->x, z)) - middle;
    const double off = sqrt(share * share + c->sd * z * c->sd * z);
    c->reach = sqrt(64 - 2 * log(fmin(prob, 1 - prob))); /* the density at R is 1e-14 of the tail */
    return exp(skpi__root(population_rising, c, low, high, fmin(fmax(middle + (z < 0 ? -off : off), low), high)));
}

static skpi_status population_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const population_quantile_call *c = call;
    const skpi_urban_population_quantile_in *in = &c->in;
    int32_t unusual = 0;
    skpi_status s;
    (void)kept;
    for (size_t t = 0; t < in->n_years; t++) {
        const size_t cell = i * in->n_years + t;
        const double *share = in->share + cell * in->n_known;
        for (size_t k = 0; k < in->n_known; k++) {
            const skpi__at here = skpi__column(at, t * in->n_known + k);
            if ((s = skpi__open_share(here, "in->share", share[k]))) return s;
            if (k && share[k] < share[k - 1])
                return skpi__fail(here, SKPI_ENOTSORTED, "in->share", share[k],
                                  "is below %g, its quantile at a smaller probability", share[k - 1]);
        }
    }
    for (size_t t = 0; t < in->n_years; t++) {
        const size_t cell = i * in->n_years + t;
        const double sd = in->sd ? in->sd[cell] : 0;
        if ((s = skpi__quantity(skpi__column(at, t), "in->total", in->total[cell]))) return s;
        if (!in->sd) continue;
        if ((s = skpi__quantity(skpi__column(at, t), "in->sd", sd)) ||
            (s = skpi__result(skpi__column(at, t), "quantile", fmax(in->total[cell], 1) * exp(40 * sd))))
            return s;
        unusual |= skpi__unusual(skpi__column(at, t), "in->sd", sd, &population_deviation);
    }
    return (skpi_status)unusual;
}

static skpi_status population_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const population_quantile_call *c = call;
    const skpi_urban_population_quantile_in *in = &c->in;
    population_cell p = {.n = in->n_known, .z = c->score, .x = c->x};
    (void)at, (void)kept;
    for (size_t t = 0; t < in->n_years; t++) {
        const size_t cell = i * in->n_years + t;
        for (size_t k = 0; k < p.n; k++) c->x[k] = skpi__logit(in->share[cell * p.n + k]);
        p.sd = in->sd ? in->sd[cell] : 0;
        for (size_t q = 0; q < c->n_prob; q++) {
            p.score = c->score[p.n + q];
            c->quantile[cell * c->n_prob + q] = in->total[cell] * population_part(&p, c->prob[q]);
        }
    }
    return SKPI_OK;
}

static void population_fail(const void *call, size_t i)
{
    const population_quantile_call *c = call;
    skpi__set_nan_row(c->quantile, i, c->in.n_years * c->n_prob);
}

static skpi_status population_probabilities(skpi__at at, const skpi_urban_population_quantile_in *in)
{
    const skpi_status s = skpi__count(at, "in->n_known", in->n_known);
    return s ? s : skpi__probabilities_increase(at, "in->share_prob", in->n_known, in->share_prob);
}

skpi_status skpi_urban_population_quantile(const skpi_urban_population_quantile_in *in, size_t n_prob,
                                           const double *prob, double *quantile, int32_t *status)
{
    static const skpi__rows_steps steps = {0, population_check, population_compute, population_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    population_quantile_call c = {.n_prob = n_prob, .prob = prob, .quantile = quantile};
    skpi_urban_population_quantile_in *const own = &c.in;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, own))) return s;
    r.n = own->n;
    if ((s = population_probabilities(r.at, own)) ||
        (s = skpi__rows_matrix(&r, "in->share", own->share, skpi__width(own->n_years, own->n_known))) ||
        (s = skpi__rows_matrix(&r, "in->total", own->total, own->n_years)) ||
        (s = skpi__probabilities(r.at, "prob", n_prob, prob)) ||
        (s = skpi__rows_matrix(&r, "quantile", quantile, skpi__width(own->n_years, n_prob))))
        return s;
    const size_t known = own->n_known;
    c.score = skpi__alloc(n_prob + 2 * known, 1, sizeof *c.score);
    if (!c.score) return skpi__no_memory(r.at, "n_prob", n_prob);
    c.x = c.score + n_prob + known;
    for (size_t k = 0; k < known; k++) c.score[k] = gsl_cdf_ugaussian_Pinv(own->share_prob[k]);
    for (size_t q = 0; q < n_prob; q++) c.score[known + q] = gsl_cdf_ugaussian_Pinv(prob[q]);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.score);
    return s;
}
