/* Remaining carbon budgets of the IPCC.
 *
 * CO2 from the beginning of 2020 on that keeps warming below a limit with a probability.
 * Source: IPCC AR6 WG1 (2021), table SPM.2.  Of its fifteen cells those that were confirmed in a second source.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"

static const struct cell {
    double limit, prob, gt;
} cells[] = {
    {1.5, .50, 500}, {1.5, .67, 400}, {1.5, .83, 300}, {1.7, .83, 550}, {2.0, .67, 1150},
};

/* The remaining budget of a limit and a probability.
 *
 * Given:    warming  limit, degrees C above 1850-1900: 1.5, 1.7 or 2
 *           prob     probability of staying below it: .5, .67 or .83
 * Returned: gt       GtCO2 from 1 January 2020 on
 * Status:   SKPI_OK, SKPI_EINVAL (null), SKPI_ENOTFINITE, SKPI_ERANGE (prob outside (0,1)), SKPI_ENOTFOUND (no such cell:
 *           nothing is interpolated)
 * Source:   IPCC AR6 WG1, table SPM.2
 */
skpi_status skpi_carbon_budget_remaining(double warming, double prob, double *gt)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__finite(at, "warming", warming)) || (s = skpi__probability(at, "prob", prob))) return s;
    if (!gt) return skpi__refuse(at, SKPI_EINVAL, "gt", "is NULL");
    for (size_t k = 0; k < sizeof cells / sizeof *cells; k++)
        if (cells[k].limit == warming && cells[k].prob == prob) {
            *gt = cells[k].gt;
            return SKPI_OK;
        }
    for (size_t k = 0; k < sizeof cells / sizeof *cells; k++)
        if (cells[k].limit == warming)
            return skpi__fail(at, SKPI_ENOTFOUND, "prob", prob, "has no budget for %g degrees C in this library",
                              warming);
    return skpi__fail(at, SKPI_ENOTFOUND, "warming", warming, "is no limit with a budget in this library");
}
