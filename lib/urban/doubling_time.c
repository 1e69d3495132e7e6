/* Years in which a population doubles or halves: ln 2/|g|, g its continuous growth rate.  (Not 70 over per cent.) */
#include "core/check.h"
#include "core/rows.h"
#include "core/usual.h"
#include <smartkpi/urban.h>

typedef struct doubling_time_call {
    const double *rate;
    double *doubling, *halving;
} doubling_time_call;

static double doubling_time_of(double rate) { return log(2) / fabs(rate); }

static skpi_status doubling_time_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const double rate = ((const doubling_time_call *)call)->rate[i];
    skpi_status s = skpi__rate(at, "rate", rate, &skpi__growth);
    (void)kept;
    if (s) return s;
    if (rate == 0)
        return skpi__fail(at, SKPI_ENOTFOUND, "rate", rate, "keeps the quantity constant: it never doubles or halves");
    if ((s = skpi__result(at, rate > 0 ? "doubling" : "halving", doubling_time_of(rate)))) return s;
    return skpi__unusual(at, "rate", rate, &skpi__growth);
}

static skpi_status doubling_time_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const doubling_time_call *c = call;
    /* read before any output is written, because an output array may be the input rate */
    const double rate = c->rate[i], years = doubling_time_of(rate), none = (double)NAN;
    (void)at, (void)kept;
    skpi__set(c->doubling, i, rate > 0 ? years : none);
    skpi__set(c->halving, i, rate < 0 ? years : none);
    return SKPI_OK;
}

static void doubling_time_fail(const void *call, size_t i)
{
    const doubling_time_call *c = call;
    skpi__set(c->doubling, i, (double)NAN);
    skpi__set(c->halving, i, (double)NAN);
}

skpi_status skpi_urban_doubling_time(size_t n, const double *rate, double *doubling, double *halving, int32_t *status)
{
    static const skpi__rows_steps steps = {0, doubling_time_check, doubling_time_compute, doubling_time_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi_status s = skpi__rows_array(&r, "rate", rate);
    return s ? s : skpi__rows_run(&r, &steps, &(doubling_time_call){rate, doubling, halving});
}
