/* Uncertainty of an inventory by propagation of errors, Approach 1 of the IPCC.
 *
 *   of a product  U_i = sqrt(sum over its factors of U_ik^2)
 *   of the sum    U = sqrt(sum (E_i U_i)^2)/|sum E_i|
 *   contribution  (E_i U_i)^2/(sum E)^2: they add up to U^2;  share: the same over U^2
 *
 * U are half-widths of 95 % intervals as fractions of the value.  Sources are assumed to be uncorrelated; removals
 * enter the sum with their sign.
 * Source: IPCC, 2006 Guidelines for National Greenhouse Gas Inventories, volume 1, chapter 3, equations 3.1 and 3.2.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/product.h"
#include "numeric/sum.h"

/* The combined half-width by hypot, in which no square leaves the range of a double. */
static double uncertainty_combined(size_t n_factors, const double *u)
{
    double whole = 0;
    for (size_t k = 0; k < n_factors; k++) whole = hypot(whole, u[k]);
    return whole;
}

/* Warns of a half-width above 1: it is valid, but is more often a percentage. */
static skpi_status widths_unusual(skpi__at at, size_t n, size_t n_factors, const double *uncertainty)
{
    skpi_status s = SKPI_OK;
    for (size_t c = 0; !s && c < n * n_factors; c++)
        s = skpi__unusual(skpi__cell(at, c / n_factors, c % n_factors), "uncertainty", uncertainty[c],
                          &skpi__half_width);
    return s;
}

skpi_status skpi_carbon_inventory_uncertainty(size_t n, size_t n_factors, const double *emission,
                                              const double *uncertainty, skpi_carbon_inventory_uncertainty_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_inventory_uncertainty_out o;
    skpi__sum squares = {0, 0};
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__count(at, "n_factors", n_factors)) ||
        (s = skpi__array(at, "emission", emission, n, 1)) ||
        (s = skpi__array(at, "uncertainty", uncertainty, n, n_factors)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__finite(skpi__element(at, i), "emission", emission[i]))) return s;
    const double whole = skpi__sum_rounded(n, emission, 1);
    if ((s = skpi__finite_sum(at, "emission", whole))) return s;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_factors; k++)
            if ((s = skpi__quantity(skpi__cell(at, i, k), "uncertainty", uncertainty[i * n_factors + k]))) return s;
    if (whole == 0) return skpi__refuse(at, SKPI_EZERODIV, "emission", "sums to 0: no fraction of it is defined");
    size_t best = n; /* the source with the largest part |E_i U_i|: beside it no square leaves the range of a double */
    double most = 0, of_best = 0;
    for (size_t i = 0; i < n; i++) {
        const double u = uncertainty_combined(n_factors, uncertainty + i * n_factors), e = fabs(emission[i]);
        if ((s = skpi__result(skpi__element(at, i), "uncertainty", u))) return s;
        if (!(e > 0 && u > 0) || (best < n && !(log(e) + log(u) > most))) continue;
        best = i;
        most = log(e) + log(u);
        of_best = u;
    }
    const double largest = best < n ? fabs(skpi__part_of(emission[best], whole, of_best)) : 0;
    if ((s = skpi__result(at, "out->contribution", largest * largest))) return s;
    for (size_t i = 0; best < n && i < n; i++) {
        const double u = uncertainty_combined(n_factors, uncertainty + i * n_factors);
        const double part = skpi__quotient_far(emission[i], u, emission[best], of_best);
        skpi__sum_add(&squares, part * part);
    }
    const double ratio = skpi__sum_value(&squares), total = largest * sqrt(ratio);
    if ((s = skpi__result(at, "out->total", total * total))) return s;
    for (size_t i = 0; i < n; i++) {
        const double u = uncertainty_combined(n_factors, uncertainty + i * n_factors);
        const double part = skpi__part_of(emission[i], whole, u);
        const double beside = best < n ? skpi__quotient_far(emission[i], u, emission[best], of_best) : (double)NAN;
        skpi__set(o.combined, i, u);
        skpi__set(o.contribution, i, part * part);
        skpi__set(o.share, i, beside * beside / ratio);
    }
    skpi__set(o.total, 0, total);
    skpi__set(o.sum, 0, whole);
    return widths_unusual(at, n, n_factors, uncertainty);
}
