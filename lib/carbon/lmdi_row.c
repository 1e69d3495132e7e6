/* The logarithmic mean Divisia index, first form (LMDI-I), of one case.
 *
 *   V_i = product over k of x_ki;  effect of factor k = sum over i of L(V_iT, V_i0) ln(x_kiT/x_ki0)
 *   L(a,b) = (a - b)/ln(a/b), L(a,a) = a
 *
 * ln(V_iT/V_i0) is the sum of the logarithms of the factors, so that they share the change of a sector without a rest.
 * Where V_iT and V_i0 are close, L is their geometric mean times sinh(h)/h, h = ln(V_iT/V_i0)/2: no difference of nearly
 * equal numbers is taken.  A sector that appears or vanishes gives its whole value to the factors that were, or are,
 * zero, in equal parts: the limit of the formula as these factors go to zero together.
 * Sources: B. W. Ang, Energy Policy 33 (2005) 867; zeros: B. W. Ang and N. Liu, Energy Policy 35 (2007) 238.
 */
#include "carbon/lmdi_row.h"
#include "core/check.h"
#include "numeric/log_ratios.h"
#include <float.h>

/* |ln| of a quotient of doubles is below 1500: effects stay finite below this */
#define LARGEST (DBL_MAX / 4096)
enum { CELLS = 512, FEW = 16 }; /* cells whose logarithms, sectors whose effects are taken together */

static inline double log_mean(double a, double b, double log)
{
    if (fabs(log) >= .5) return (b - a) / log;
    const double p = a * b, h = log * log / 4;
    const double middle = p > 1e-290 && p < 1e290 ? sqrt(p) : sqrt(fabs(a)) * sqrt(fabs(b));
    /* sinh(x)/x by its series, x^2 = h <= 1/16; the next term is below 1e-17 */
    const double shape = 1 + h * (1. / 6 + h * (1. / 120 + h * (1. / 5040 + h * (1. / 362880 + h * (1. / 39916800)))));
    return a < 0 ? -middle * shape : middle * shape;
}

double skpi__log_mean(double a, double b, double log) { return log_mean(a, b, log); }

/* The product of a sector.  What lies between may leave the range of a double, so then mantissas and exponents are kept
 * apart. */
static double product(size_t n, const double *x)
{
    double p = 1;
    int zero = 0;
    for (size_t k = 0; k < n; k++) {
        p *= x[k];
        zero |= x[k] == 0;
    }
    if (zero) return 0;
    if (fabs(p) >= DBL_MIN && fabs(p) <= DBL_MAX) return p;
    int64_t exponent = 0;
    p = 1;
    for (size_t k = 0; k < n; k++) {
        int a, b;
        p = frexp(p * frexp(x[k], &a), &b);
        exponent += a + b;
    }
    return ldexp(p, exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : (int)exponent);
}

static int ordinary(double v) { return fabs(v) >= DBL_MIN && fabs(v) <= LARGEST; }

/* 1 if no cell of the sector is zero or changes its sign and the products are ordinary: then nothing can fail. */
static int plain(size_t factors, const double *base, const double *end, double *v0, double *vt)
{
    double a = 1, b = 1;
    int good = 1;
    for (size_t k = 0; k < factors; k++) {
        good &= base[k] * end[k] > 0;
        a *= base[k];
        b *= end[k];
    }
    *v0 = a;
    *vt = b;
    return good && ordinary(a) && ordinary(b);
}

static skpi_status in_range(skpi__at at, const char *name, size_t sector, size_t factors, const double *x, double v)
{
    if (ordinary(v)) return SKPI_OK;
    for (size_t k = 0; v == 0 && k < factors; k++)
        if (x[k] == 0) return SKPI_OK;
    return skpi__fail(at, SKPI_EOVERFLOW, name, v, "is the product of the factors of sector %zu: too %s for a double",
                      sector, fabs(v) > 1 ? "large" : "small");
}

/* Cell by cell, for the words of what is wrong; totals is the sum over the sectors at both dates. */
static skpi_status cells(skpi__at at, const skpi__lmdi_names *names, size_t sectors, size_t factors, const double *base,
                         const double *end, skpi__sum totals[2], double *size)
{
    const size_t row = (size_t)at.row;
    skpi_status s;
    for (size_t c = 0; c < sectors * factors; c++)
        if ((s = skpi__finite(skpi__cell(at, row, c), names->base, base[c]))) return s;
    for (size_t c = 0; c < sectors * factors; c++)
        if ((s = skpi__finite(skpi__cell(at, row, c), names->end, end[c]))) return s;
    for (size_t i = 0; i < sectors; i++) {
        const double *x0 = base + i * factors, *xt = end + i * factors;
        const double v0 = product(factors, x0), vt = product(factors, xt);
        if ((s = in_range(at, names->base, i, factors, x0, v0)) || (s = in_range(at, names->end, i, factors, xt, vt)))
            return s;
        if (v0 != 0 && vt != 0)
            for (size_t k = 0; k < factors; k++)
                if ((x0[k] < 0) != (xt[k] < 0))
                    return skpi__fail(skpi__cell(at, row, i * factors + k), SKPI_EDOM, names->end, xt[k],
                                      "has not the sign of the base, %g: no logarithm", x0[k]);
        skpi__sum_add(totals, v0);
        skpi__sum_add(totals + 1, vt);
        *size += fabs(v0) + fabs(vt);
    }
    return SKPI_OK;
}

skpi_status skpi__lmdi_check(skpi__at at, const skpi__lmdi_names *names, size_t sectors, size_t factors,
                             const double *base, const double *end, int quotient)
{
    skpi__sum totals[2] = {{0, 0}, {0, 0}};
    double size = 0, v0, vt;
    size_t i = 0;
    skpi_status s;
    for (; i < sectors && plain(factors, base + i * factors, end + i * factors, &v0, &vt); i++) {
        skpi__sum_add(totals, v0);
        skpi__sum_add(totals + 1, vt);
        size += fabs(v0) + fabs(vt);
    }
    if (i < sectors) {
        totals[0] = totals[1] = (skpi__sum){0, 0};
        size = 0;
        if ((s = cells(at, names, sectors, factors, base, end, totals, &size))) return s;
    }
    if (!(size <= LARGEST))
        return skpi__fail(at, SKPI_EOVERFLOW, names->end, size, "is the sum over the sectors, both dates: too large");
    if (!quotient) return SKPI_OK;
    v0 = skpi__sum_value(totals);
    vt = skpi__sum_value(totals + 1);
    if (v0 == 0) return skpi__fail(at, SKPI_EDOM, names->base, v0, "is the total: there is no multiplicative form");
    if (vt == 0 || (v0 < 0) != (vt < 0))
        return skpi__fail(at, SKPI_EDOM, names->end, vt,
                          "is the total, %g in the base: there is no multiplicative form", v0);
    return SKPI_OK;
}

/* Effects in a sector with zeros, or whose products need care. */
static void special(size_t factors, const double *x0, const double *xt, double v0, double vt, double *effect)
{
    const double *gone = v0 == 0 ? x0 : xt; /* where the zeros are */
    double zeros = 0;
    for (size_t k = 0; k < factors; k++) zeros += gone[k] == 0;
    for (size_t k = 0; k < factors; k++) effect[k] = vt != v0 && gone[k] == 0 ? (vt - v0) / zeros : 0;
}

/* Plain sums of a few sectors join the compensated ones of numeric/sum.h. */
static void join(size_t n, double *few, skpi__lmdi_sums all)
{
    for (size_t k = 0; k < n; k++) {
        const double t = all.sum[k] + few[k], y = t - all.sum[k];
        all.rest[k] += (all.sum[k] - (t - y)) + (few[k] - y);
        all.sum[k] = t;
        few[k] = 0;
    }
}

/* Adds the effects of a sector to the plain sums; the largest magnitude so far. */
static double gather(size_t n, const double *restrict x, double *restrict few, double most)
{
    for (size_t k = 0; k < n; k++) {
        few[k] += x[k];
        most = fabs(x[k]) > most ? fabs(x[k]) : most;
    }
    return most;
}

/* Effects in one sector, in place of the logarithms of its factors. */
static void sector(size_t factors, const double *x0, const double *xt, double v0, double vt, double *here)
{
    if (v0 == 0 || vt == 0) {
        special(factors, x0, xt, v0, vt, here);
        return;
    }
    double log = 0;
    for (size_t k = 0; k < factors; k++) log += here[k];
    const double mean = log_mean(v0, vt, log);
    for (size_t k = 0; k < factors; k++) here[k] *= mean;
}

size_t skpi__lmdi_block(size_t factors) { return factors < CELLS ? CELLS / factors : 1; }

skpi__lmdi_case skpi__lmdi_additive(size_t sectors, size_t factors, const double *base, const double *end, double *room,
                                    skpi__lmdi_sums effect, double *sector_effect)
{
    skpi__sum sum0 = {0, 0}, sumt = {0, 0}, change = {0, 0};
    skpi__lmdi_case c = {0, 0, 0, 0, 0};
    const size_t block = skpi__lmdi_block(factors);
    double *few = room + block * factors;
    for (size_t k = 0; k < factors; k++) few[k] = effect.sum[k] = effect.rest[k] = 0;
    double *logs = NULL;
    for (size_t i = 0, ahead = 0; i < sectors; i++, ahead--, logs += factors) {
        const double *x0 = base + i * factors, *xt = end + i * factors;
        double v0 = 1, vt = 1;
        if (ahead == 0) { /* the logarithms of the sectors to come */
            ahead = sectors - i < block ? sectors - i : block;
            logs = sector_effect ? sector_effect + i * factors : room;
            skpi__log_ratios(ahead * factors, x0, xt, logs);
        }
        for (size_t k = 0; k < factors; k++) {
            v0 *= x0[k];
            vt *= xt[k];
        }
        if (!ordinary(v0)) v0 = product(factors, x0);
        if (!ordinary(vt)) vt = product(factors, xt);
        sector(factors, x0, xt, v0, vt, logs);
        c.largest = gather(factors, logs, few, c.largest);
        if (i % FEW == FEW - 1 || i + 1 == sectors) join(factors, few, effect);
        skpi__sum_add(&sum0, v0);
        skpi__sum_add(&sumt, vt);
        skpi__sum_add(&change, vt);
        skpi__sum_add(&change, -v0);
        c.size += fabs(v0) + fabs(vt);
    }
    c.base = skpi__sum_value(&sum0);
    c.end = skpi__sum_value(&sumt);
    c.change = skpi__sum_value(&change);
    return c;
}
