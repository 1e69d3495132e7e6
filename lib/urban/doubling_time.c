/* Years in which a population doubles or halves: ln 2/|g|, g its continuous growth rate.  (Not 70 over per cent.) */
#include "core/check.h"
#include "core/rows.h"
#include <smartkpi/urban.h>

static double years_to(double rate) { return log(2) / fabs(rate); }

static skpi_status rate_check(skpi__at at, double rate)
{
    const skpi_status s = skpi__finite(at, "rate", rate);
    if (s) return s;
    if (rate > 0 || rate < 0) return skpi__result(at, rate > 0 ? "doubling" : "halving", years_to(rate));
    return skpi__fail(at, SKPI_ENOTFOUND, "rate", rate, "neither doubles nor halves anything");
}

skpi_status skpi_urban_doubling_time(size_t n, const double *rate, double *doubling, double *halving, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "rate", rate))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, rate_check(skpi__row_at(&r, i), rate[i])))) return s;
    for (size_t i = 0; i < n; i++) {
        const double g = skpi__row_good(&r, i) ? rate[i] : 0, none = (double)NAN;
        if (doubling) doubling[i] = g > 0 ? years_to(g) : none;
        if (halving) halving[i] = g < 0 ? years_to(g) : none;
    }
    return skpi__rows_end(&r);
}
