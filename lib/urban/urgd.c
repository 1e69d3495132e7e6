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

static skpi_status urgd_check(skpi__at at, double date0, double share0, double date1, double share1)
{
    skpi_status s;
    if ((s = skpi__date(at, "date0", date0)) || (s = skpi__open_share(at, "share0", share0)) ||
        (s = skpi__date(at, "date1", date1)) || (s = skpi__open_share(at, "share1", share1)))
        return s;
    if (date0 >= date1) return skpi__fail(at, SKPI_ENOTSORTED, "date0", date0, "is not before date1 = %g", date1);
    return SKPI_OK;
}

skpi_status skpi_urban_urgd(size_t n, const double *date0, const double *share0, const double *date1,
                            const double *share1, double *urgd, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "date0", date0)) || (s = skpi__given(&r, "share0", share0)) ||
        (s = skpi__given(&r, "date1", date1)) || (s = skpi__given(&r, "share1", share1)) ||
        (s = skpi__given(&r, "urgd", urgd)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, urgd_check(skpi__row_at(&r, i), date0[i], share0[i], date1[i], share1[i])))) return s;
    for (size_t i = 0; i < n; i++)
        urgd[i] = skpi__row_good(&r, i) ? (skpi__logit(share1[i]) - skpi__logit(share0[i])) / (date1[i] - date0[i])
                                        : (double)NAN;
    return skpi__rows_end(&r);
}
