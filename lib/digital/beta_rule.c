/* A quadrature rule for Beta distributions (beta_rule.h).
 *
 * With v = logit b - logit c the density is smooth, and the error of the trapezoidal rule falls exponentially.  Where b
 * is 0 or 1 in all digits, the density in v is exponential, and the nodes up to infinity are a geometric sum.
 * Source: Trefethen & Weideman, SIAM Review 56 (2014) 385.
 */
#include <math.h>
#include "digital/beta_rule.h"

enum { HALVINGS = 60 };
static const double SMALL = 1e-16, DEPTH = 42 /* of a logarithm */, PI = 3.14159265358979323846;

/* log(1 + c (e^v - 1)). */
static double beta_log_mix(double c, double v) { return v > 30 ? v + log(c + (1 - c) * exp(-v)) : log1p(c * expm1(v)); }

/* Minus the logarithm of the density of v, whose largest value is 1. */
static double beta_depth(const skpi__beta_part *x, double v)
{
    return x->c * x->nu * beta_log_mix(1 - x->c, -v) + (1 - x->c) * x->nu * beta_log_mix(x->c, v);
}

/* Where the density has fallen by DEPTH between 0 and end, or end if it has not. */
static double beta_end(const skpi__beta_part *x, double end)
{
    double in = 0, out = end;
    if (beta_depth(x, end) <= DEPTH) return end;
    for (int i = 0; i < HALVINGS; i++) {
        const double middle = in + (out - in) / 2;
        if (beta_depth(x, middle) > DEPTH)
            out = middle;
        else
            in = middle;
    }
    return out;
}

/* b (1 - b) at v. */
static double beta_slope(double c, double v)
{
    const double part = v > 0 ? exp(-v) : exp(v), rest = v > 0 ? c + (1 - c) * part : 1 - c + c * part;
    return c * (1 - c) * part / rest / rest;
}

skpi__beta_nodes skpi__beta_nodes_of(const skpi__beta_part *x, double period, int terms)
{
    const double c = x->c, spread = sqrt(1 / (c * x->nu) + 1 / ((1 - c) * x->nu));
    const double turns = 2 * PI * fabs(x->k) / period * terms; /* radians of the last term for a unit of b */
    const double tiny = SMALL / (turns + x->nu);               /* less than this of b or 1 - b changes nothing */
    skpi__beta_nodes r;
    r.low = beta_end(x, fmin(log(tiny / c), -1));
    r.high = beta_end(x, fmax(log((1 - c) / tiny), 1));
    const double half = log((1 - c) / c); /* b = 1/2 */
    const double steepest = half > r.low && half < r.high ? .25 : fmax(beta_slope(c, r.low), beta_slope(c, r.high));
    const double band = 1.6 * turns * steepest + 12 / spread + 25;
    r.last = (size_t)ceil((r.high - r.low) * band / (2 * PI)) + 1;
    return r;
}

double skpi__beta_node(const skpi__beta_part *x, const skpi__beta_nodes *r, size_t j, double *off)
{
    const double c = x->c, step = (r->high - r->low) / (double)r->last;
    const double v = r->low + (r->high - r->low) * ((double)j / (double)r->last);
    const double weight = exp(-beta_depth(x, v));
    *off = v > 0 ? -expm1(-v) / (c + (1 - c) * exp(-v)) : expm1(v) / (1 + c * expm1(v));
    if (j == 0) return weight / -expm1(-c * x->nu * step);
    return j == r->last ? weight / -expm1(-(1 - c) * x->nu * step) : weight;
}
