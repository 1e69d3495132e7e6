/* Years in which a population doubles or halves: ln 2/|g|, g its continuous growth rate.  (Not 70 over per cent.) */
#include "core/check.h"
#include "core/rows.h"
#include <smartkpi/urban.h>

static double years_to(double rate) { return log(2) / fabs(rate); }

static skpi_status check(skpi__at at, double rate)
{
    const skpi_status s = skpi__finite(at, "rate", rate);
    if (s) return s;
    if (rate > 0 || rate < 0) return skpi__result(at, rate > 0 ? "doubling" : "halving", years_to(rate));
    return skpi__fail(at, SKPI_ENOTFOUND, "rate", rate, "neither doubles nor halves anything");
}

/* Years to double or to halve.
 *
 * Given:    n         populations
 *           rate      growth rates, continuous, per year (n)
 * Returned: doubling  years until it has doubled, NaN where it does not grow (n; NULL: not wanted)
 *           halving   years until it has halved, NaN where it does not shrink (n; NULL: not wanted)
 *           status    each row's own status (n), or NULL: the first bad row fails the call
 *           One of the outputs may be rate.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENOMEM (n), SKPI_ENOTFINITE, SKPI_ENOTFOUND (a rate of 0:
 *           there is neither), SKPI_EOVERFLOW
 */
skpi_status skpi_urban_doubling_time(size_t n, const double *rate, double *doubling, double *halving, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "rate", rate))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), rate[i])))) return s;
    for (size_t i = 0; i < n; i++) {
        const double g = skpi__row_good(&r, i) ? rate[i] : 0, none = (double)NAN;
        if (doubling) doubling[i] = g > 0 ? years_to(g) : none;
        if (halving) halving[i] = g < 0 ? years_to(g) : none;
    }
    return skpi__rows_end(&r);
}
