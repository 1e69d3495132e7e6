/* The logarithmic mean Divisia index of one case, in its first form (LMDI-I), and what the second is made of.
 *
 *   V_i = product over k of x_ki;  effect of factor k = sum over i of L(V_i1, V_i0) ln(x_ki1/x_ki0)
 *   L(a,b) = (a - b)/ln(a/b), L(a,a) = a
 *
 * ln(V_i1/V_i0) is the sum of the logarithms of the factors, so that they divide the change of a sector without a
 * residual.  Where V_i1 and V_i0 are close, L is their geometric mean times sinh(h)/h, h = ln(V_i1/V_i0)/2: no
 * difference of nearly equal numbers is taken.  The whole value of a sector that appears or vanishes is the effect of
 * the factors that were or become zero, in equal parts.  This is the limit of the formula as these factors go to zero
 * together.
 *
 * LMDI-II has the weights w_i = L(V_i1/V_1, V_i0/V_0)/sum over j of L(V_j1/V_1, V_j0/V_0), and ln D_k = sum over i of
 * w_i ln(x_ki1/x_ki0): the same sums with shares in place of products, and the sum of the means.  A sector that appears
 * or vanishes has the mean 0, and its effect is its share, which is the limit.
 * Sources: B. W. Ang, Energy Policy 33 (2005) 867; LMDI-II: B. W. Ang and K.-H. Choi, The Energy Journal 18(3) (1997)
 * 59; zeros: B. W. Ang and N. Liu, Energy Policy 35 (2007) 238.
 */
#include "carbon/lmdi_row.h"
#include "core/check.h"
#include "core/variant.h"
#include "numeric/log_ratio.h"
#include "numeric/log_ratios.h"
#include "numeric/product.h"
#include <float.h>

/* |ln| of a quotient of doubles is below 1500, so effects stay finite below LARGEST. */
#define LARGEST (DBL_MAX / 4096)
/* cells whose logarithms are computed together, and sectors whose effects are added together */
enum { CELLS = 512, FEW = 16 };

static inline double log_mean(double a, double b, double log)
{
    if (fabs(log) >= .5) return (b - a) / log;
    const double p = a * b, h = log * log / 4;
    const double middle = p > 1e-290 && p < 1e290 ? sqrt(p) : sqrt(fabs(a)) * sqrt(fabs(b));
    /* the series of sinh(x)/x with x^2 = h <= 1/16; the first term left out is below 1e-17 */
    const double shape = 1 + h * (1. / 6 + h * (1. / 120 + h * (1. / 5040 + h * (1. / 362880 + h * (1. / 39916800)))));
    return a < 0 ? -middle * shape : middle * shape;
}

double skpi__log_mean(double a, double b, double log) { return log_mean(a, b, log); }

/* The product of a sector's factors, of which intermediate products may leave the range of a double. */
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
    skpi__far far = skpi__far_of(1);
    for (size_t k = 0; k < n; k++) far = skpi__far_times(far, skpi__far_of(x[k]));
    return skpi__far_value(far);
}

static int ordinary(double v) { return fabs(v) >= DBL_MIN && fabs(v) <= LARGEST; }

/* Computes the products of a sector, and returns 1 if no further check is needed: no cell is 0 or changes its sign, and
 * the products are ordinary. */
static int plain(size_t n_factors, const double *x0, const double *x1, double *v0, double *v1)
{
    double a = 1, b = 1;
    double least_a = 1, least_b = 1; /* below DBL_MIN digits are lost on the way */
    int good = 1;
    for (size_t k = 0; k < n_factors; k++) {
        good &= x0[k] * x1[k] > 0;
        a *= x0[k];
        b *= x1[k];
        least_a = fabs(a) < least_a ? fabs(a) : least_a;
        least_b = fabs(b) < least_b ? fabs(b) : least_b;
    }
    *v0 = a;
    *v1 = b;
    return good && least_a >= DBL_MIN && least_b >= DBL_MIN && ordinary(a) && ordinary(b);
}

/* Whether factors one after another have a product that keeps few digits, although the whole product keeps all. */
static int loses_digits(size_t n, const double *x)
{
    double p = 1;
    int lost = 0;
    for (size_t k = 0; k < n; k++) {
        p *= x[k];
        lost |= p != 0 && fabs(p) < DBL_MIN;
    }
    return lost && ordinary(p);
}

static skpi_status in_range(skpi__at at, const char *name, size_t sector, size_t n_factors, const double *x, double v)
{
    if (loses_digits(n_factors, x))
        return skpi__fail(
            at, SKPI_EOVERFLOW, name, v,
            "is the product of the factors of sector %zu: the first of them alone are too small for a double", sector);
    if (ordinary(v)) return SKPI_OK;
    for (size_t k = 0; v == 0 && k < n_factors; k++)
        if (x[k] == 0) return SKPI_OK;
    return skpi__fail(at, SKPI_EOVERFLOW, name, v, "is the product of the factors of sector %zu: too %s for a double",
                      sector, fabs(v) > 1 ? "large" : "small");
}

/* Checks cell by cell, so that an error can name the cell. totals are the sums over the sectors at both dates. */
static skpi_status cells(skpi__at at, const skpi__lmdi_names *names, size_t n_sectors, size_t n_factors,
                         const double *x0, const double *x1, skpi__sum totals[2], double size[2])
{
    const size_t row = (size_t)at.row;
    skpi_status s;
    for (size_t c = 0; c < n_sectors * n_factors; c++)
        if ((s = skpi__finite(skpi__cell(at, row, c), names->x0, x0[c]))) return s;
    for (size_t c = 0; c < n_sectors * n_factors; c++)
        if ((s = skpi__finite(skpi__cell(at, row, c), names->x1, x1[c]))) return s;
    for (size_t i = 0; i < n_sectors; i++) {
        const double *s0 = x0 + i * n_factors, *s1 = x1 + i * n_factors;
        const double v0 = product(n_factors, s0), v1 = product(n_factors, s1);
        if ((s = in_range(at, names->x0, i, n_factors, s0, v0)) || (s = in_range(at, names->x1, i, n_factors, s1, v1)))
            return s;
        if (v0 != 0 && v1 != 0)
            for (size_t k = 0; k < n_factors; k++)
                if ((s0[k] < 0) != (s1[k] < 0))
                    return skpi__fail(skpi__cell(at, row, i * n_factors + k), SKPI_EDOM, names->x1, s1[k],
                                      "differs in sign from %g before: there is no logarithm", s0[k]);
        skpi__sum_add(totals, v0);
        skpi__sum_add(totals + 1, v1);
        size[0] += fabs(v0);
        size[1] += fabs(v1);
    }
    return SKPI_OK;
}

skpi_status skpi__lmdi_check(skpi__at at, const skpi__lmdi_names *names, size_t n_sectors, size_t n_factors,
                             const double *x0, const double *x1, const char *need)
{
    skpi__sum totals[2] = {{0, 0}, {0, 0}};
    double size[2] = {0, 0}, v0, v1;
    size_t i = 0;
    skpi_status s;
    for (; i < n_sectors && plain(n_factors, x0 + i * n_factors, x1 + i * n_factors, &v0, &v1); i++) {
        size[0] += fabs(v0);
        size[1] += fabs(v1);
        if (!need) continue;
        skpi__sum_add(totals, v0);
        skpi__sum_add(totals + 1, v1);
    }
    if (i < n_sectors) {
        totals[0] = totals[1] = (skpi__sum){0, 0};
        size[0] = size[1] = 0;
        if ((s = cells(at, names, n_sectors, n_factors, x0, x1, totals, size))) return s;
    }
    if (!(size[0] + size[1] <= LARGEST))
        return skpi__fail(at, SKPI_EOVERFLOW, names->x1, size[0] + size[1],
                          "is the sum of the magnitudes of all sectors at both dates: it is too large");
    if (!need) return SKPI_OK;
    v0 = skpi__rounded(skpi__sum_value(totals), size[0]);
    v1 = skpi__rounded(skpi__sum_value(totals + 1), size[1]);
    if (v0 == 0) return skpi__fail(at, SKPI_EDOM, names->x0, v0, "is the total: there is no %s", need);
    if (v1 == 0 || (v0 < 0) != (v1 < 0))
        return skpi__fail(at, SKPI_EDOM, names->x1, v1, "is the total, %g before: there is no %s", v0, need);
    return SKPI_OK;
}

/* Effects in a sector whose product is 0 at a date: the factors that are 0 there have equal parts of the change. */
static void special(size_t n_factors, const double *s0, const double *s1, double v0, double v1, double *effect)
{
    const double *gone = v0 == 0 ? s0 : s1; /* the cells at the date with the zeros */
    double zeros = 0;
    for (size_t k = 0; k < n_factors; k++) zeros += gone[k] == 0;
    for (size_t k = 0; k < n_factors; k++) effect[k] = v1 != v0 && gone[k] == 0 ? (v1 - v0) / zeros : 0;
}

/* Adds the plain sums of a few sectors to the compensated ones (numeric/sum.h). */
static void join(size_t n, double *few, skpi__lmdi_sums all)
{
    for (size_t k = 0; k < n; k++) {
        const double t = all.sum[k] + few[k], y = t - all.sum[k];
        all.rest[k] += (all.sum[k] - (t - y)) + (few[k] - y);
        all.sum[k] = t;
        few[k] = 0;
    }
}

/* Adds the effects of a sector to the plain sums, and returns the largest magnitude so far. */
static double gather(size_t n, const double *restrict x, double *restrict few, double most)
{
    for (size_t k = 0; k < n; k++) {
        few[k] += x[k];
        most = fabs(x[k]) > most ? fabs(x[k]) : most;
    }
    return most;
}

/* Replaces the logarithms of a sector's factors with their effects, and returns the logarithmic mean. ratio is the
 * logarithm of the unit of v1 over that of v0. */
SKPI__INLINE double sector(size_t n_factors, const double *s0, const double *s1, double v0, double v1, double ratio,
                           double *here)
{
    if (v0 == 0 || v1 == 0) {
        special(n_factors, s0, s1, v0, v1, here);
        return 0;
    }
    double log = 0;
    for (size_t k = 0; k < n_factors; k++) log += here[k];
    if (ratio != 0) log -= ratio; /* a branch is faster here than a subtraction that the division has to wait for */
    const double mean = log_mean(v0, v1, log);
    for (size_t k = 0; k < n_factors; k++) here[k] *= mean;
    return mean;
}

size_t skpi__lmdi_block(size_t n_factors) { return n_factors < CELLS ? CELLS / n_factors : 1; }

typedef struct totals {
    skpi__sum sum0, sum1, change;
    double size;
} totals; /* sums over the sectors */

/* Inline, because it is called in the loop over the sectors. */
static inline void totals_add(totals *t, double v0, double v1)
{
    skpi__sum_add(&t->sum0, v0);
    skpi__sum_add(&t->sum1, v1);
    skpi__sum_add(&t->change, v1);
    skpi__sum_add(&t->change, -v0);
    t->size += fabs(v0) + fabs(v1);
}

static skpi__lmdi_case case_of(const totals *t)
{
    return (skpi__lmdi_case){.total0 = skpi__sum_value(&t->sum0),
                             .total1 = skpi__sum_value(&t->sum1),
                             .change = skpi__sum_value(&t->change),
                             .size = t->size};
}

static inline void sector_products(size_t n_factors, const double *s0, const double *s1, double *v0, double *v1)
{
    double a = 1, b = 1;
    for (size_t k = 0; k < n_factors; k++) {
        a *= s0[k];
        b *= s1[k];
    }
    *v0 = ordinary(a) ? a : product(n_factors, s0);
    *v1 = ordinary(b) ? b : product(n_factors, s1);
}

skpi__lmdi_case skpi__lmdi_totals(size_t n_sectors, size_t n_factors, const double *x0, const double *x1)
{
    totals t = {{0, 0}, {0, 0}, {0, 0}, 0};
    for (size_t i = 0; i < n_sectors; i++) {
        double v0, v1;
        sector_products(n_factors, x0 + i * n_factors, x1 + i * n_factors, &v0, &v1);
        totals_add(&t, v0, v1);
    }
    return case_of(&t);
}

/* Inline, so that it is compiled once without and once with a unit: LMDI-I then does not pay for the work of
 * LMDI-II. */
SKPI__INLINE skpi__lmdi_case effects_of(size_t n_sectors, size_t n_factors, const double *x0, const double *x1,
                                        const double *unit, double *room, skpi__lmdi_sums effect, double *sector_effect)
{
    totals t = {{0, 0}, {0, 0}, {0, 0}, 0};
    skpi__sum mean = {0, 0};
    double largest = 0;
    int lost = 0;
    const double ratio = unit ? skpi__log_ratio(fabs(unit[0]), fabs(unit[1])) : 0;
    const size_t block = skpi__lmdi_block(n_factors);
    double *few = room + block * n_factors;
    for (size_t k = 0; k < n_factors; k++) few[k] = effect.sum[k] = effect.rest[k] = 0;
    double *logs = NULL;
    for (size_t i = 0, ahead = 0; i < n_sectors; i++, ahead--, logs += n_factors) {
        const double *s0 = x0 + i * n_factors, *s1 = x1 + i * n_factors;
        double v0, v1;
        if (ahead == 0) { /* computes the logarithms of the next block of sectors */
            ahead = n_sectors - i < block ? n_sectors - i : block;
            logs = sector_effect ? sector_effect + i * n_factors : room;
            skpi__log_ratios(ahead * n_factors, s0, s1, logs);
        }
        sector_products(n_factors, s0, s1, &v0, &v1);
        double share0 = v0, share1 = v1;
        if (unit) {
            share0 /= unit[0];
            share1 /= unit[1];
            lost |= (v0 != 0 && fabs(share0) < DBL_MIN) || (v1 != 0 && fabs(share1) < DBL_MIN);
        }
        const double sector_mean = sector(n_factors, s0, s1, share0, share1, ratio, logs);
        if (unit) skpi__sum_add(&mean, sector_mean);
        largest = gather(n_factors, logs, few, largest);
        if (i % FEW == FEW - 1 || i + 1 == n_sectors) join(n_factors, few, effect);
        totals_add(&t, v0, v1);
    }
    skpi__lmdi_case c = case_of(&t);
    c.largest = largest;
    c.mean = skpi__sum_value(&mean);
    c.lost = lost;
    return c;
}

skpi__lmdi_case skpi__lmdi_additive(size_t n_sectors, size_t n_factors, const double *x0, const double *x1,
                                    const double *unit, double *room, skpi__lmdi_sums effect, double *sector_effect)
{
    return unit ? effects_of(n_sectors, n_factors, x0, x1, unit, room, effect, sector_effect)
                : effects_of(n_sectors, n_factors, x0, x1, NULL, room, effect, sector_effect);
}
