/* The share of one place with partly digital industries (coefficient_place.h).
 *
 * share = sum_s va_s w_s c_s / GDP is linear in the coefficients c_s, so that the delta method is exact: with k_s =
 * va_s w_s / GDP, standard errors e_s and one correlation rho between any two coefficients
 *   sd^2 = sum (k_s e_s)^2 + 2 rho sum_{s<t} k_s e_s k_t e_t = (1 - rho) sum (k_s e_s)^2 + rho (sum k_s e_s)^2.
 * Source: Xu & Zhang, China Industrial Economics 2020(5), for the coefficients; the delta method for the error.
 */
#include "digital/coefficient_place.h"
#include "core/check.h"
#include "digital/share.h"
#include "economy/total_among.h"
#include "numeric/decimal.h"
#include "numeric/product.h"

/* What is considered of a sector, as a part of GDP. */
static double coefficient_part(const skpi__coefficient_place *p, size_t s)
{
    return p->weight ? skpi__part_of(p->value_added[s], p->gdp, p->weight[s]) : p->value_added[s] / p->gdp;
}

skpi__coefficient_estimate skpi__coefficient_compute(const skpi__coefficient_place *p, double z)
{
    double share = 0, size = 0, sum = 0, squares = 0;
    double largest = 0; /* divided by it, no square underflows */
    for (size_t s = 0; s < p->n_sectors; s++)
        largest = fmax(largest, fabs(coefficient_part(p, s)) * (p->error ? p->error[s] : 0));
    for (size_t s = 0; s < p->n_sectors; s++) {
        const double k = coefficient_part(p, s), e = largest > 0 ? k * p->error[s] / largest : 0;
        share += k * p->coefficient[s];
        size += fabs(k) * p->coefficient[s];
        sum += e;
        squares += e * e;
    }
    const double variance = (1 - p->correlation) * squares + p->correlation * sum * sum;
    /* rounding may leave a variance of 0 slightly negative */
    const double error = largest * sqrt(variance > 0 ? variance : 0);
    share = skpi__digital_fraction(share, size);
    return (skpi__coefficient_estimate){share, error, share - z * error, share + z * error};
}

skpi_status skpi__correlation(skpi__at at, const char *name, double value)
{
    const skpi_status s = skpi__finite(at, name, value);
    if (s || (value >= -1 && value <= 1)) return s;
    return skpi__fail(at, SKPI_ERANGE, name, value, "is not a correlation in [-1,1]");
}

skpi_status skpi__coefficient_check(skpi__at at, const skpi__coefficient_place *p, double z,
                                    skpi__coefficient_estimate *estimate)
{
    size_t uncertain = 0;
    skpi_status s;
    for (size_t i = 0; i < p->n_sectors; i++) {
        const skpi__at cell = skpi__inner(at, i);
        if ((s = skpi__finite(cell, p->names->value_added, p->value_added[i])) ||
            (p->weight && (s = skpi__quantity(cell, p->names->weight, p->weight[i]))) ||
            (s = skpi__share(cell, p->names->coefficient, p->coefficient[i])))
            return s;
        const double e = p->error ? p->error[i] : 0, c = p->coefficient[i];
        if (p->error && (s = skpi__quantity(cell, p->names->error, e))) return s;
        if (e > 0 && skpi__reaches(e * e, c * (1 - c), c))
            return skpi__fail(cell, SKPI_EDOM, p->names->error, e,
                              "is more than a fraction around %g can vary: its square must be below c (1 - c)", c);
        uncertain += e > 0;
    }
    if (uncertain > 1 && p->correlation * (double)(uncertain - 1) < -1)
        return skpi__fail(
            at, SKPI_EDOM, p->names->correlation, p->correlation,
            "cannot be the correlation between all pairs of %zu uncertain coefficients: it must be at least -1/%zu",
            uncertain, uncertain - 1);
    if ((s = skpi__divisor(at, p->names->gdp, p->gdp))) return s;
    const skpi__coefficient_estimate e = skpi__coefficient_compute(p, z);
    if ((s = skpi__result(at, "out->share", e.share)) || (s = skpi__result(at, "out->error", e.error)) ||
        (s = skpi__result(at, "out->low", e.low)) || (s = skpi__result(at, "out->high", e.high)))
        return s;
    if (e.share < 0 || e.share > 1)
        return skpi__fail(at, SKPI_ERANGE, p->names->value_added, e.share * p->gdp,
                          e.share > 1
                              ? "is the sum of all digital parts, which is larger than the whole, gdp = %g (units?)"
                              : "is the sum of all digital parts, which is negative (gdp = %g)",
                          p->gdp);
    *estimate = e;
    return SKPI_OK;
}

/* The value added of a sector that is digital in part; 0 of the others, which are in no sum. */
static double coefficient_digital(const void *place, size_t i, size_t cell)
{
    (void)cell;
    const skpi__coefficient_place *p = place;
    return p->coefficient[i] > 0 && (!p->weight || p->weight[i] > 0) ? p->value_added[i] : 0;
}

skpi_status skpi__coefficient_unusual(skpi__at at, const skpi__coefficient_place *p)
{
    const size_t t = skpi__total_among(p->n_sectors, 1, coefficient_digital, p, NULL);
    if (t == p->n_sectors) return SKPI_OK;
    return skpi__warn(skpi__inner(at, t), p->names->value_added, p->value_added[t],
                      "is the sum of all other digital sectors (a total among the sectors?)");
}
