/* Remaining carbon budgets: CO2 from a date on that keeps warming below a limit with a stated probability.
 *
 * Sources: IPCC AR6 WG1 (2021), table SPM.2, from the beginning of 2020; Indicators of Global Climate Change 2024, data
 * of the project ClimateIndicator, 11 June 2025, from the beginning of 2025.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "numeric/decimal.h"

enum { COLUMNS = 5, LIMITS = 3 };

static const double remaining_probability[COLUMNS] = {.17, .33, .50, .67, .83};
static const struct remaining_edition {
    int32_t edition;
    double t_budget;
    struct {
        double limit, budget[COLUMNS]; /* Gt; 0: the edition has no such budget */
    } row[LIMITS];
} remaining_editions[] = {
    {SKPI_CARBON_BUDGET_EDITION_AR6,
     2020,
     {{1.5, {900, 650, 500, 400, 300}}, {1.7, {1450, 1050, 850, 700, 550}}, {2.0, {2300, 1700, 1350, 1150, 900}}}},
    {SKPI_CARBON_BUDGET_EDITION_IGCC_2024,
     2025,
     {{1.5, {0, 0, 130, 80, 30}}, {1.7, {0, 0, 490, 390, 290}}, {2.0, {0, 0, 1050, 870, 690}}}},
};
enum { EDITIONS = sizeof remaining_editions / sizeof *remaining_editions };

static skpi_status remaining_edition_find(skpi__at at, int32_t edition, const struct remaining_edition **found)
{
    for (size_t k = 0; k < EDITIONS; k++)
        if (remaining_editions[k].edition == edition) {
            *found = remaining_editions + k;
            return SKPI_OK;
        }
    return skpi__no_choice(at, "edition", edition, "an edition of remaining budgets (enum skpi_carbon_budget_edition)");
}

/* Refuses a probability that is not in the table; for 2/3 or 0.66 it names the column 0.67. */
static skpi_status remaining_no_probability(skpi__at at, double probability, double warming)
{
    const int thirds = probability > .655 && probability < .675;
    return skpi__fail(at, SKPI_ENOTFOUND, "probability", probability,
                      "has no budget for %g degrees C in this edition%s", warming,
                      thirds ? ": the table's column is 0.67" : "");
}

skpi_status skpi_carbon_budget_remaining(double warming, double probability, int32_t edition, double *budget,
                                         double *t_budget)
{
    const skpi__at at = skpi__here(__func__);
    const struct remaining_edition *e = remaining_editions;
    skpi_status s;
    if ((s = skpi__finite(at, "warming", warming)) || (s = skpi__probability(at, "probability", probability)) ||
        (s = remaining_edition_find(at, edition, &e)) || (s = skpi__pointer(at, "budget", budget)))
        return s;
    for (size_t k = 0; k < LIMITS; k++) {
        if (!skpi__same(e->row[k].limit, warming)) continue;
        for (size_t p = 0; p < COLUMNS; p++)
            if (skpi__same(remaining_probability[p], probability) && e->row[k].budget[p] > 0) {
                *budget = e->row[k].budget[p];
                skpi__set(t_budget, 0, e->t_budget);
                return SKPI_OK;
            }
        return remaining_no_probability(at, probability, warming);
    }
    return skpi__fail(at, SKPI_ENOTFOUND, "warming", warming,
                      "is not a limit with a budget in this edition: 1.5, 1.7 or 2");
}
