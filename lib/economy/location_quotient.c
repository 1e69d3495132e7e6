/* Input coefficients of a city from those of the nation, by location quotients of employment.
 *
 *   SLQ_i = (R_i / R) / (N_i / N)          R jobs of the city, N of the nation
 *   CILQ_ij = SLQ_i / SLQ_j  (i sells, j buys);  SLQ_i on the diagonal
 *   FLQ_ij = lambda CILQ_ij,  lambda = [log2(1 + R/N)]^delta
 *   AFLQ_ij = FLQ_ij log2(1 + SLQ_j) where SLQ_j > 1
 *   r_ij = min(1, quotient_ij) a_ij        the cap is the last step
 *
 * Source: Flegg & Webber, Regional Studies 31 (1997) 795 and 34 (2000) 563; Flegg & Tohmo, Regional Studies 47 (2013)
 * 703.
 */
#include <smartkpi/economy.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/decimal.h"
#include "numeric/product.h"
#include "numeric/sum.h"

typedef struct quotient_region {
    size_t n;
    const double *city, *nation, *slq; /* slq: 0 if the city has no jobs in the sector */
    int32_t quotient;
    double lambda;
} quotient_region;

static double quotient_of(const quotient_region *r, size_t i, size_t j)
{
    if (r->city[i] == 0 || (r->city[j] == 0 && r->quotient != SKPI_ECONOMY_QUOTIENT_SLQ)) return 0;
    double across = r->slq[i];
    if (r->quotient != SKPI_ECONOMY_QUOTIENT_SLQ && i != j)
        across = skpi__ordinary(r->slq[i]) && skpi__ordinary(r->slq[j])
                     ? r->slq[i] / r->slq[j]
                     : skpi__quotient_far(r->city[i], r->nation[j], r->nation[i], r->city[j]);
    const double q = r->lambda * across;
    return r->quotient == SKPI_ECONOMY_QUOTIENT_AFLQ && r->slq[j] > 1 ? q * log2(1 + r->slq[j]) : q;
}

static skpi_status quotient_jobs_check(skpi__at at, size_t n, const double *city, const double *nation)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__quantity(skpi__element(at, i), "city", city[i]))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__quantity(skpi__element(at, i), "nation", nation[i]))) return s;
    for (size_t i = 0; i < n; i++)
        if (!skpi__reaches(nation[i], city[i], 0))
            return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "city", city[i],
                              "is a part larger than the whole, nation = %g", nation[i]);
    return SKPI_OK;
}

static skpi_status quotient_check(skpi__at at, int32_t quotient, double delta)
{
    static const int32_t choices[] = {SKPI_ECONOMY_QUOTIENT_SLQ, SKPI_ECONOMY_QUOTIENT_CILQ, SKPI_ECONOMY_QUOTIENT_FLQ,
                                      SKPI_ECONOMY_QUOTIENT_AFLQ, 0};
    skpi_status s;
    if ((s = skpi__choice(at, "quotient", quotient, choices, "a location quotient (enum skpi_economy_quotient)")) ||
        (s = skpi__share(at, "delta", delta)))
        return s;
    if (delta != 0 && (quotient == SKPI_ECONOMY_QUOTIENT_SLQ || quotient == SKPI_ECONOMY_QUOTIENT_CILQ))
        return skpi__fail(at, SKPI_EINVAL, "delta", delta, "is used only by FLQ and AFLQ and must be 0");
    return SKPI_OK;
}

#define BOUGHT 1.001 /* what a sector may buy of its output; printed coefficients are rounded */

/* Warns of a coefficient above 1, or of a sector that buys more than its output. */
static skpi_status quotient_unusual(skpi__at at, size_t n, const double *coefficient)
{
    static const skpi__usual usual = {"a coefficient of what a sector buys for a unit of its output", "percent", -1, 1,
                                      0};
    for (size_t c = 0; c < n * n; c++)
        if (!(fabs(coefficient[c]) <= 1))
            return skpi__unusual(skpi__cell(at, c / n, c % n), "coefficient", coefficient[c], &usual);
    for (size_t j = 0; j < n; j++) {
        skpi__sum sum = {0, 0}; /* which does not depend on the order of sectors */
        for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, coefficient[i * n + j]);
        const double bought = skpi__sum_value(&sum);
        if (!skpi__reaches(BOUGHT, bought, 0))
            return skpi__warn(
                skpi__column(at, j), "coefficient", bought,
                "is what the sector buys in all for a unit of its output, which is more than 1 (percent?)");
    }
    return SKPI_OK;
}

skpi_status skpi_economy_location_quotient(size_t n_sectors, const double *coefficient, const double *city,
                                           const double *nation, int32_t quotient, double delta,
                                           skpi_economy_location_quotient_out *out)
{
    const skpi__at at = skpi__here(__func__);
    const size_t n = n_sectors;
    skpi_economy_location_quotient_out o;
    skpi_status s;
    if ((s = skpi__count(at, "n_sectors", n)) || (s = skpi__array(at, "coefficient", coefficient, n, n)) ||
        (s = skpi__array(at, "city", city, n, 1)) || (s = skpi__array(at, "nation", nation, n, 1)) ||
        (s = quotient_check(at, quotient, delta)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    for (size_t c = 0; c < n * n; c++)
        if ((s = skpi__finite(skpi__cell(at, c / n, c % n), "coefficient", coefficient[c]))) return s;
    if ((s = quotient_jobs_check(at, n, city, nation))) return s;
    skpi__sum in_city = {0, 0}, in_nation = {0, 0};
    for (size_t i = 0; i < n; i++) {
        skpi__sum_add(&in_city, city[i]);
        skpi__sum_add(&in_nation, nation[i]);
    }
    const double total = skpi__sum_value(&in_city), whole = skpi__sum_value(&in_nation);
    if ((s = skpi__result(at, "city", total)) || (s = skpi__result(at, "nation", whole)) ||
        (s = skpi__divisor(at, "city", total)))
        return s;
    double *slq = skpi__alloc(n, 1, sizeof *slq);
    if (!slq) return skpi__no_memory(at, "n_sectors", n);
    const int sized = quotient == SKPI_ECONOMY_QUOTIENT_FLQ || quotient == SKPI_ECONOMY_QUOTIENT_AFLQ;
    const quotient_region r = {n, city, nation, slq, quotient, sized ? pow(log1p(total / whole) / log(2), delta) : 1};
    for (size_t i = 0; i < n && !s; i++) {
        const double here = city[i] / total, all = nation[i] / whole;
        slq[i] = !(city[i] > 0)                                ? 0
                 : skpi__ordinary(here) && skpi__ordinary(all) ? here / all
                                                               : skpi__quotient_far(city[i], whole, total, nation[i]);
        s = skpi__result(skpi__element(at, i), "out->slq", slq[i]);
    }
    const skpi_status unusual = s ? s : quotient_unusual(at, n, coefficient); /* out->coefficient may be coefficient */
    for (size_t i = 0; i < n && !s; i++) {
        for (size_t j = 0; j < n; j++) {
            const double q = quotient_of(&r, i, j);
            skpi__set(o.quotient, i * n + j, q);
            skpi__set(o.coefficient, i * n + j, fmin(1, q) * coefficient[i * n + j]);
        }
        skpi__set(o.slq, i, nation[i] > 0 ? slq[i] : (double)NAN);
    }
    if (!s) skpi__set(o.factor, 0, r.lambda);
    free(slq);
    return unusual;
}
