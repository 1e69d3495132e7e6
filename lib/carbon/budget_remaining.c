/* Remaining carbon budgets of the IPCC.
 *
 * A budget is the CO2 from the beginning of 2020 on that keeps warming below a limit with a stated probability.
 * Source: IPCC AR6 WG1 (2021), table SPM.2.  Only those of its fifteen cells are
 * included that were confirmed in a second source.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/struct.h"

static const struct cell {
    double limit, probability, budget;
} ar6[] = {
    {1.5, .50, 500}, {1.5, .67, 400}, {1.5, .83, 300}, {1.7, .83, 550}, {2.0, .67, 1150},
};
enum { CELLS = sizeof ar6 / sizeof *ar6 };

skpi_status skpi_carbon_budget_remaining(double warming, double probability,
                                         const skpi_carbon_budget_remaining_options *options, double *budget)
{
    static const int32_t editions[] = {SKPI_CARBON_BUDGET_EDITION_AR6, 0};
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_budget_remaining_options own;
    skpi_status s;
    if ((s = skpi__finite(at, "warming", warming)) || (s = skpi__probability(at, "probability", probability)) ||
        (s = SKPI__STRUCT_OR_NULL(at, options, 0, &own)))
        return s;
    if (!own.edition) own.edition = SKPI_CARBON_BUDGET_EDITION_AR6;
    if ((s = skpi__choice(at, "options->edition", own.edition, editions,
                          "an edition of remaining budgets (enum skpi_carbon_budget_edition)")) ||
        (s = skpi__reserved(at, "options->zero", own.zero)))
        return s;
    if (!budget) return skpi__refuse(at, SKPI_EINVAL, "budget", "is NULL");
    for (size_t k = 0; k < CELLS; k++)
        if (ar6[k].limit == warming && ar6[k].probability == probability) {
            *budget = ar6[k].budget;
            return SKPI_OK;
        }
    for (size_t k = 0; k < CELLS; k++)
        if (ar6[k].limit == warming)
            return skpi__fail(at, SKPI_ENOTFOUND, "probability", probability,
                              "has no budget for %g degrees C in this library", warming);
    return skpi__fail(at, SKPI_ENOTFOUND, "warming", warming, "is no limit with a budget in this library");
}
