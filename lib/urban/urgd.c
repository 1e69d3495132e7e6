/* The urban-rural growth difference.
 *
 * With U and R the urban and the rural population, p = U/(U + R), the growth rate of U less that of R between two dates
 * is the change of ln(U/R) = logit p a year: two shares are enough, the totals cancel.
 * Source: National Research Council, Cities Transformed (National Academies Press, 2003), appendix D, eq. D.1.
 */
#include "core/check.h"
#include "core/rows.h"
#include "numeric/logistic.h"
#include <smartkpi/urban.h>

typedef struct urgd_call {
    const double *date0, *share0, *date1, *share1;
    double *urgd;
} urgd_call;

static skpi_status urgd_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const urgd_call *c = call;
    skpi_status s;
    (void)kept;
    if ((s = skpi__date(at, "date0", c->date0[i])) || (s = skpi__open_share(at, "share0", c->share0[i])) ||
        (s = skpi__date(at, "date1", c->date1[i])) || (s = skpi__open_share(at, "share1", c->share1[i])))
        return s;
    if (c->date0[i] >= c->date1[i])
        return skpi__fail(at, SKPI_ENOTSORTED, "date0", c->date0[i], "is not before date1 = %g", c->date1[i]);
    return SKPI_OK;
}

static skpi_status urgd_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const urgd_call *c = call;
    (void)at, (void)kept;
    c->urgd[i] = (skpi__logit(c->share1[i]) - skpi__logit(c->share0[i])) / (c->date1[i] - c->date0[i]);
    return SKPI_OK;
}

static void urgd_fail(const void *call, size_t i) { ((const urgd_call *)call)->urgd[i] = (double)NAN; }

skpi_status skpi_urban_urgd(size_t n, const double *date0, const double *share0, const double *date1,
                            const double *share1, double *urgd, int32_t *status)
{
    static const skpi__rows_steps steps = {0, urgd_check, urgd_compute, urgd_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "date0", date0)) || (s = skpi__rows_array(&r, "share0", share0)) ||
        (s = skpi__rows_array(&r, "date1", date1)) || (s = skpi__rows_array(&r, "share1", share1)) ||
        (s = skpi__rows_array(&r, "urgd", urgd)))
        return s;
    return skpi__rows_run(&r, &steps, &(urgd_call){date0, share0, date1, share1, urgd});
}
