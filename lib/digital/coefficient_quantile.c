/* Quantiles of a share whose coefficients have Beta distributions, without draws.
 *
 * share - mean = sum k_i (b_i - c_i), b_i independent, Beta with mean c_i and standard deviation e_i: nu = c (1 - c)/e^2
 * - 1, alpha = c nu, beta = (1 - c) nu.  It lies in an interval [a, a + P], so that the coefficients of the Fourier
 * series of its density are exactly the characteristic function at t_m = 2 pi m/P:
 *   F(x) = (x - a)/P + 2/P sum_m Re{ phi(t_m) [exp(-i t_m a) - exp(-i t_m x)]/(i t_m) }
 * phi of a Beta is integrated by the rule of beta_rule.c.  A single uncertain part has the incomplete Beta function
 * instead, because its density may have corners, which the series resolves slowly.  If the series of several parts is far
 * from convergence after 512 terms, the distribution is computed on a grid (coefficient_grid.c).
 *
 * Source: Davies, Biometrika 60 (1973) 415, for the inversion on a lattice.
 */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "core/steps.h"
#include "digital/coefficient_grid.h"
#include "digital/coefficient_quantile.h"
#include "numeric/product.h"

enum { TERMS = 512, QUIET = 8, STEPS = 200, REACH = 40 /* standard deviations */ };
enum {
    REFRESHED = 32 /* terms from which angles are computed anew */,
    ROOMS = 6 /* arrays of a law_rule */,
    LEAST = -10000
};
/* Part of the range that is added at both of its ends if much probability is there: a series sees one end as the other. */
enum { MARGIN = 64 };
static const double SMALL = 1e-16, PI = 3.14159265358979323846, CERTAIN = 1e26;
static const double RESOLVED = 1e-12; /* the last terms of a probability where the series has converged */
static const double COARSE = 1e-6;    /* those from which on a grid is better, because the sum might even fall */
/* GSL's incomplete Beta is used up to nu = SHARP, and for alpha and beta of at least FLAT */
static const double SHARP = 1e3, FLAT = 1e-6;

typedef skpi__beta_part law_part;

/* distribution of share - mean in the unit 2^exponent; it lies in [start, start + period] except for a probability of
 * 1e-17 */
struct skpi__coefficient_law {
    double start, period, mean;
    int64_t exponent;            /* no uncertain part has a larger one */
    double margin;               /* of the period at both ends, where no share lies */
    double re[TERMS], im[TERMS]; /* E exp(i t_m (share - mean - start)) for m = 1, 2, ... */
    int terms;                   /* 0: the share is certain */
    double left;                 /* largest modulus of the last terms, because a single term may be 0 by chance */
    law_part alone;              /* if its nu > 0, no other part is uncertain, and the series is not used */
    size_t nodes;                /* largest number of nodes of all places */
    double *work;                /* ROOMS numbers for each node and for one more */
};
typedef struct skpi__coefficient_law law;

/* What is considered of a sector, as a part of GDP. */
static skpi__far law_size(const skpi__coefficient_place *p, size_t i)
{
    const skpi__far considered =
        skpi__far_times(skpi__far_of(p->value_added[i]), skpi__far_of(p->weight ? p->weight[i] : 1));
    return skpi__far_over(considered, skpi__far_of(p->gdp));
}

/* A part in a unit of 2^exponent. */
static law_part law_part_of(const skpi__coefficient_place *p, size_t i, int64_t exponent)
{
    const double c = p->coefficient[i], e = p->error ? p->error[i] : 0, nu = c * (1 - c) / e / e - 1;
    skpi__far k = law_size(p, i);
    k.exponent -= exponent;
    return (law_part){skpi__far_value(k), c, e > 0 && k.mantissa != 0 && nu < CERTAIN ? nu : 0};
}

/* The largest exponent of an uncertain part; LEAST, which is below that of any, without one. */
static int64_t law_exponent(const skpi__coefficient_place *p)
{
    int64_t largest = LEAST;
    for (size_t i = 0; i < p->n_sectors; i++) {
        const int64_t own = law_size(p, i).exponent;
        if (own > largest && law_part_of(p, i, own).nu > 0) largest = own;
    }
    return largest;
}

/* The nodes of a part: their weights, their angles for a term, and the turn to the next term. */
typedef struct law_rule {
    size_t nodes;
    double *weight, *angle, *cosine, *sine, *turn_cosine, *turn_sine;
} law_rule;

static law_rule law_rule_of(const law *l, const law_part *x, double *work)
{
    const skpi__beta_nodes nodes = skpi__beta_nodes_of(x, l->period, TERMS);
    const size_t n = nodes.last + 1;
    const law_rule r = {n, work, work + n, work + 2 * n, work + 3 * n, work + 4 * n, work + 5 * n};
    double sum = 0, off;
    for (size_t j = 0; j < n; j++) {
        r.weight[j] = skpi__beta_node(x, &nodes, j, &off);
        r.angle[j] = 2 * PI / l->period * x->k * x->c * (1 - x->c) * off;
        r.turn_cosine[j] = cos(r.angle[j]);
        r.turn_sine[j] = sin(r.angle[j]);
    }
    for (size_t j = 0; j < n; j++) sum += r.weight[j];
    for (size_t j = 0; j < n; j++) r.weight[j] /= sum;
    return r;
}

/* The characteristic function of a part at term m, of terms that are asked for in order from 1. */
static void law_term(const law_rule *r, int m, double *re, double *im)
{
    double cosines = 0, sines = 0;
    if (m % REFRESHED == 1)
        for (size_t j = 0; j < r->nodes; j++) {
            r->cosine[j] = cos(m * r->angle[j]);
            r->sine[j] = sin(m * r->angle[j]);
        }
    else
        for (size_t j = 0; j < r->nodes; j++) {
            const double c = r->cosine[j], s = r->sine[j];
            r->cosine[j] = c * r->turn_cosine[j] - s * r->turn_sine[j];
            r->sine[j] = s * r->turn_cosine[j] + c * r->turn_sine[j];
        }
    for (size_t j = 0; j < r->nodes; j++) {
        cosines += r->weight[j] * r->cosine[j];
        sines += r->weight[j] * r->sine[j];
    }
    *re = cosines;
    *im = sines;
}

/* Multiplies the series by the characteristic function of k (b - c), where b has the Beta distribution with mean c and
 * alpha + beta = nu. work has ROOMS numbers for each node. */
static void law_multiply(law *l, const law_part *x, double *work)
{
    const law_rule rule = law_rule_of(l, x, work);
    int quiet = 0;
    l->left = 0;
    for (int m = 1; m <= l->terms; m++) {
        SKPI__STEP();
        const double p = l->re[m - 1], q = l->im[m - 1];
        double re, im;
        law_term(&rule, m, &re, &im);
        l->re[m - 1] = p * re - q * im;
        l->im[m - 1] = p * im + q * re;
        const double size = hypot(l->re[m - 1], l->im[m - 1]) / m;
        if (m > l->terms - QUIET) l->left = fmax(l->left, size);
        quiet = size < SMALL ? quiet + 1 : 0;
        if (quiet == QUIET) l->terms = m; /* which ends the loop */
    }
}

/* Sets the interval of a share.  Returns the largest number of nodes that a part needs; 0 if the series is not
 * needed. */
static size_t law_frame(const skpi__coefficient_place *p, law *l)
{
    double below = 0, above = 0, squares = 0; /* largest distances of the share from its mean, and its variance */
    int corners = 0;
    size_t most = 0, uncertain = 0;
    l->mean = skpi__coefficient_compute(p, 0).share;
    l->exponent = law_exponent(p);
    l->terms = 0;
    l->alone = (law_part){0, 0, 0};
    for (size_t i = 0; i < p->n_sectors; i++) {
        const law_part x = law_part_of(p, i, l->exponent);
        if (x.nu == 0) continue;
        l->terms = TERMS;
        l->alone = x;
        uncertain++;
        below += fabs(x.k) * (x.k > 0 ? x.c : 1 - x.c);
        above += fabs(x.k) * (x.k > 0 ? 1 - x.c : x.c);
        squares += x.k * x.k * p->error[i] * p->error[i];
        corners |= x.c * x.nu < 1 || (1 - x.c) * x.nu < 1;
    }
    if (!l->terms) return 0;
    if (uncertain > 1 || l->alone.nu > SHARP || fmin(l->alone.c, 1 - l->alone.c) * l->alone.nu < FLAT) l->alone.nu = 0;
    if (!corners) below = fmin(below, REACH * sqrt(squares)), above = fmin(above, REACH * sqrt(squares));
    l->margin = corners && uncertain > 1 ? (below + above) / MARGIN : 0;
    below += l->margin;
    above += l->margin;
    l->start = -below;
    l->period = below + above;
    if (l->alone.nu > 0) return 0;
    for (int m = 1; m <= TERMS; m++) {
        l->re[m - 1] = cos(2 * PI * m * (below / l->period));
        l->im[m - 1] = sin(2 * PI * m * (below / l->period));
    }
    for (size_t i = 0; i < p->n_sectors; i++) {
        const law_part x = law_part_of(p, i, l->exponent);
        const size_t nodes = x.nu > 0 ? skpi__beta_nodes_of(&x, l->period, TERMS).last : 0;
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
    if (l->alone.nu > 0) return law_below_alone(&l->alone, l->alone.c + (l->start + x) / l->alone.k, density);
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

/* The share at a distance from start. */
static double law_share(const law *l, double x)
{
    return l->mean + skpi__far_value(skpi__far_scaled(l->start + x, l->exponent));
}

static double law_quantile(const law *l, double prob)
{
    if (!l->terms) return l->mean;
    double low = l->margin, high = l->period - l->margin, x = -l->start, density;
    for (int i = 0; i < STEPS; i++) { /* never taken: that so many steps do not end */
        SKPI__STEP();
        const double miss = law_below(l, x, &density) - prob;
        if (miss > 0)
            high = x;
        else
            low = x;
        double next = density > 0 ? x - miss / density : low;
        if (!(next > low && next < high)) next = low + (high - low) / 2;
        if (fabs(next - x) <= 1e-16 * l->period) return law_share(l, next);
        x = next;
    }
    return law_share(l, x);
}

skpi__coefficient_law *skpi__coefficient_law_new(void) { return skpi__alloc(1, 1, sizeof(law)); }

void skpi__coefficient_law_free(skpi__coefficient_law *l)
{
    if (l) free(l->work);
    free(l);
}

void skpi__coefficient_law_need(skpi__coefficient_law *l, const skpi__coefficient_place *p)
{
    size_t nodes = law_frame(p, l);
    if (nodes > 0 && nodes < SKPI__GRID_ROOM / ROOMS) nodes = SKPI__GRID_ROOM / ROOMS; /* of a grid, which may follow */
    if (nodes > l->nodes) l->nodes = nodes;
}

int skpi__coefficient_law_reserve(skpi__coefficient_law *l)
{
    l->work = skpi__alloc(l->nodes + 1, ROOMS, sizeof *l->work);
    return l->work != NULL;
}

/* Quantiles where the series is far from convergence: its sum would not grow with the share everywhere. */
static void law_on_grid(const law *l, const skpi__coefficient_place *p, size_t n_prob, const double *prob,
                        double *quantile)
{
    skpi__grid g = skpi__grid_of(l->start + l->margin, l->period - 2 * l->margin, l->work);
    for (size_t k = 0; k < p->n_sectors; k++) {
        const law_part x = law_part_of(p, k, l->exponent);
        if (x.nu > 0) skpi__grid_add(&g, &x);
    }
    for (size_t q = 0; q < n_prob; q++) quantile[q] = law_share(l, l->margin + skpi__grid_quantile(&g, prob[q]));
}

skpi_status skpi__coefficient_quantiles(skpi__coefficient_law *l, const skpi__coefficient_place *p, size_t n_prob,
                                        const double *prob, double *quantile)
{
    const int uncertain = law_frame(p, l) > 0;
    for (size_t k = 0; k < p->n_sectors && uncertain; k++) {
        const law_part x = law_part_of(p, k, l->exponent);
        if (x.nu > 0) law_multiply(l, &x, l->work);
    }
    if (uncertain && l->left > COARSE)
        law_on_grid(l, p, n_prob, prob, quantile);
    else
        for (size_t q = 0; q < n_prob; q++) quantile[q] = law_quantile(l, prob[q]);
    return uncertain && l->left > RESOLVED ? SKPI_WNOTCONVERGED : SKPI_OK;
}
