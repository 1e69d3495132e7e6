/* Quantiles of a share whose coefficients have Beta distributions, without draws.
 *
 * share = c_0 + sum k_i b_i, b_i independent, Beta with mean c_i and standard deviation e_i: nu = c (1 - c)/e^2 - 1,
 * alpha = c nu, beta = (1 - c) nu.  It lies in an interval [a, a + P], so that the coefficients of the Fourier series
 * of its density are exactly the characteristic function at t_m = 2 pi m/P:
 *   F(x) = (x - a)/P + 2/P sum_m Re{ phi(t_m) [exp(-i t_m a) - exp(-i t_m x)]/(i t_m) }
 * phi of a Beta is integrated in u = logit b by the trapezoidal rule, whose error falls exponentially.  A single
 * uncertain part has the incomplete Beta function instead, because its density may have corners, which the series
 * resolves slowly.
 *
 * Sources: Davies, Biometrika 60 (1973) 415, for the inversion on a lattice; Trefethen & Weideman, SIAM Review 56
 * (2014) 385, for the rule.
 */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "digital/coefficient_quantile.h"

enum { TERMS = 512, QUIET = 8, STEPS = 200, REACH = 40 /* standard deviations */ };
static const double SMALL = 1e-16, PI = 3.14159265358979323846, CERTAIN = 1e26;
/* GSL's incomplete Beta is used up to nu = SHARP, and for alpha and beta of at least FLAT */
static const double SHARP = 1e3, FLAT = 1e-6;

typedef struct law_part { /* the part k b of a share; nu = 0 if b is constant */
    double k, c, nu;
} law_part;

/* distribution of a share, which lies in [start, start + period] except for a probability of 1e-17 */
struct skpi__coefficient_law {
    double start, period, mean;
    double re[TERMS], im[TERMS]; /* E exp(i t_m (share - start)) for m = 1, 2, ... */
    int terms;                   /* 0: the share is certain */
    double left;                 /* largest modulus of the last terms, because a single term may be 0 by chance */
    law_part alone;              /* if its nu > 0, no other part is uncertain, and the series is not used */
    size_t nodes;                /* largest number of nodes of all places */
    double *work;                /* two numbers for each node and for one more */
};
typedef struct skpi__coefficient_law law;

/* log(1 + c (e^v - 1)). */
static double law_log_mix(double c, double v) { return v > 30 ? v + log(c + (1 - c) * exp(-v)) : log1p(c * expm1(v)); }

static law_part law_part_of(const skpi__coefficient_place *p, size_t i)
{
    const double c = p->coefficient[i], e = p->error ? p->error[i] : 0;
    const double k = p->value_added[i] * (p->weight ? p->weight[i] : 1) / p->gdp, nu = c * (1 - c) / e / e - 1;
    return (law_part){k, c, e > 0 && k != 0 && nu < CERTAIN ? nu : 0};
}

/* Number of nodes of the quadrature rule for one part. low and high are the ends of its distribution in v = logit b -
 * logit c. */
static size_t law_nodes(const law *l, const law_part *x, double *low, double *high)
{
    const double alpha = x->c * x->nu, beta = (1 - x->c) * x->nu, spread = sqrt(1 / alpha + 1 / beta);
    const double turn = 2 * PI * fabs(x->k) / l->period; /* radians per unit of b and of m */
    const double band = .4 * turn * TERMS + 12 / spread + 25;
    *low = -42 / alpha - 14 * spread;
    *high = 42 / beta + 14 * spread;
    return (size_t)fmin(ceil((*high - *low) * band / (2 * PI)) + 1, 1e15);
}

/* Multiplies the series by the characteristic function of k (b - c), where b has the Beta distribution with mean c and
 * alpha + beta = nu. work has two numbers for each node. */
static void law_multiply(law *l, const law_part *x, double *work)
{
    double low, high, sum = 0;
    const size_t nodes = law_nodes(l, x, &low, &high);
    const double c = x->c, alpha = c * x->nu, beta = (1 - c) * x->nu;
    double *off = work, *w = work + nodes + 1;
    for (size_t j = 0; j <= nodes; j++) {
        const double v = low + (high - low) * ((double)j / (double)nodes);
        off[j] = x->k * c * (1 - c) * (v > 0 ? -expm1(-v) / (c + (1 - c) * exp(-v)) : expm1(v) / (1 + c * expm1(v)));
        sum += w[j] = exp(-alpha * law_log_mix(1 - c, -v) - beta * law_log_mix(c, v));
    }
    int quiet = 0;
    l->left = 0;
    for (int m = 1; m <= l->terms && quiet < QUIET; m++) {
        const double p = l->re[m - 1], q = l->im[m - 1], t = 2 * PI * m / l->period;
        double re = 0, im = 0;
        for (size_t j = 0; j <= nodes; j++) {
            re += w[j] * cos(t * off[j]);
            im += w[j] * sin(t * off[j]);
        }
        l->re[m - 1] = (p * re - q * im) / sum;
        l->im[m - 1] = (p * im + q * re) / sum;
        const double size = hypot(l->re[m - 1], l->im[m - 1]) / m;
        if (m > l->terms - QUIET) l->left = fmax(l->left, size);
        quiet = size < SMALL ? quiet + 1 : 0;
        if (quiet == QUIET) l->terms = m;
    }
}

/* Sets the interval of a share.  Returns the largest number of nodes that a part needs; 0 if the series is not
 * needed. */
static size_t law_frame(const skpi__coefficient_place *p, law *l)
{
    const skpi__coefficient_estimate whole = skpi__coefficient_compute(p, 0);
    double below = 0, above = 0; /* largest distances of the share from its mean */
    int corners = 0;
    size_t most = 0, uncertain = 0;
    l->mean = whole.share;
    l->terms = 0;
    l->left = 0;
    l->alone = (law_part){0, 0, 0};
    for (size_t i = 0; i < p->n_sectors; i++) {
        const law_part x = law_part_of(p, i);
        if (x.nu == 0) continue;
        l->terms = TERMS;
        l->alone = x;
        uncertain++;
        below += fabs(x.k) * (x.k > 0 ? x.c : 1 - x.c);
        above += fabs(x.k) * (x.k > 0 ? 1 - x.c : x.c);
        corners |= x.c * x.nu < 1 || (1 - x.c) * x.nu < 1;
    }
    if (!l->terms) return 0;
    if (uncertain > 1 || l->alone.nu > SHARP || fmin(l->alone.c, 1 - l->alone.c) * l->alone.nu < FLAT) l->alone.nu = 0;
    if (!corners) below = fmin(below, REACH * whole.error), above = fmin(above, REACH * whole.error);
    l->start = whole.share - below;
    l->period = below + above;
    if (l->alone.nu > 0) return 0;
    for (int m = 1; m <= TERMS; m++) {
        l->re[m - 1] = cos(2 * PI * m * (below / l->period));
        l->im[m - 1] = sin(2 * PI * m * (below / l->period));
    }
    for (size_t i = 0; i < p->n_sectors; i++) {
        double low, high;
        const law_part x = law_part_of(p, i);
        const size_t nodes = x.nu > 0 ? law_nodes(l, &x, &low, &high) : 0;
        if (nodes > most) most = nodes;
    }
    return most;
}

/* Distribution function and density of a share with one uncertain part b. */
static double law_below_alone(const law_part *p, double b, double *density)
{
    const double alpha = p->c * p->nu, beta = (1 - p->c) * p->nu, at = fmin(fmax(b, 0), 1);
    *density = gsl_ran_beta_pdf(at, alpha, beta) / fabs(p->k);
    return p->k > 0 ? gsl_cdf_beta_P(at, alpha, beta) : gsl_cdf_beta_Q(at, alpha, beta);
}

/* Distribution function at start + x; *density is the density there. */
static double law_below(const law *l, double x, double *density)
{
    if (l->alone.nu > 0) return law_below_alone(&l->alone, l->alone.c + (l->start + x - l->mean) / l->alone.k, density);
    double f = x / l->period, d = 1 / l->period;
    for (int m = l->terms; m >= 1; m--) {
        const double t = 2 * PI * m / l->period, c = cos(t * x), s = sin(t * x);
        const double re = l->re[m - 1], im = l->im[m - 1];
        /* the real part of phi (1 - e^{-itx})/(it) */
        f += 2 / l->period * (im * (1 - c) + re * s) / t;
        d += 2 / l->period * (re * c + im * s);
    }
    *density = d;
    return f;
}

static double law_quantile(const law *l, double prob)
{
    if (!l->terms) return l->mean;
    double low = 0, high = l->period, x = l->mean - l->start, density;
    for (int i = 0; i < STEPS; i++) {
        const double miss = law_below(l, x, &density) - prob;
        if (miss > 0)
            high = x;
        else
            low = x;
        double next = density > 0 ? x - miss / density : low;
        if (!(next > low && next < high)) next = low + (high - low) / 2;
        if (fabs(next - x) <= 1e-16 * l->period) return l->start + next;
        x = next;
    }
    return l->start + x;
}

skpi__coefficient_law *skpi__coefficient_law_new(void) { return skpi__alloc(1, 1, sizeof(law)); }

void skpi__coefficient_law_free(skpi__coefficient_law *l)
{
    if (l) free(l->work);
    free(l);
}

void skpi__coefficient_law_need(skpi__coefficient_law *l, const skpi__coefficient_place *p)
{
    const size_t nodes = law_frame(p, l);
    if (nodes > l->nodes) l->nodes = nodes;
}

int skpi__coefficient_law_reserve(skpi__coefficient_law *l)
{
    l->work = skpi__alloc(l->nodes + 1, 2, sizeof *l->work);
    return l->work != NULL;
}

skpi_status skpi__coefficient_quantiles(skpi__coefficient_law *l, const skpi__coefficient_place *p, size_t n_prob,
                                        const double *prob, double *quantile)
{
    const int uncertain = law_frame(p, l) > 0;
    for (size_t k = 0; k < p->n_sectors && uncertain; k++) {
        const law_part x = law_part_of(p, k);
        if (x.nu > 0) law_multiply(l, &x, l->work);
    }
    for (size_t q = 0; q < n_prob; q++) quantile[q] = law_quantile(l, prob[q]);
    return uncertain && l->left * l->period > 1e-14 ? SKPI_WNOTCONVERGED : SKPI_OK;
}
