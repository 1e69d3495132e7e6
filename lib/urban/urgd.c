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

static skpi_status check(skpi__at at, double t1, double share1, double t2, double share2)
{
    skpi_status s;
    if ((s = skpi__date(at, "t1", t1)) || (s = skpi__open_share(at, "share1", share1)) ||
        (s = skpi__date(at, "t2", t2)) || (s = skpi__open_share(at, "share2", share2)))
        return s;
    if (t1 >= t2) return skpi__fail(at, SKPI_ENOTSORTED, "t1", t1, "is not before t2 = %g", t2);
    return SKPI_OK;
}

/* Urban-rural growth difference of each place between two observations, per year.
 *
 * Given:    n               places
 *           t1 < t2         dates, decimal years (n each)
 *           share1, share2  urban shares, fractions in (0,1) (n each)
 * Returned: urgd            (logit share2 - logit share1)/(t2 - t1), per year (n; may be one of the inputs)
 *           status          each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENOMEM (n), SKPI_ENOTFINITE, SKPI_ERANGE (a share outside
 *           [0,1], a date outside the window), SKPI_EDOM (a share of 0 or 1), SKPI_ENOTSORTED (t1 not before t2)
 * Source:   Cities Transformed (2003), eq. D.1
 */
skpi_status skpi_urban_urgd(size_t n, const double *t1, const double *share1, const double *t2, const double *share2,
                            double *urgd, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "t1", t1)) || (s = skpi__given(&r, "share1", share1)) || (s = skpi__given(&r, "t2", t2)) ||
        (s = skpi__given(&r, "share2", share2)) || (s = skpi__given(&r, "urgd", urgd)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), t1[i], share1[i], t2[i], share2[i])))) return s;
    for (size_t i = 0; i < n; i++)
        urgd[i] =
            skpi__row_good(&r, i) ? (skpi__logit(share2[i]) - skpi__logit(share1[i])) / (t2[i] - t1[i]) : (double)NAN;
    return skpi__rows_end(&r);
}
