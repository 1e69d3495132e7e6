/* What the services of capital cost, and what they contribute to growth.
 *
 *   user cost      u_t = q_{t-1} r_t + delta q_t - (q_t - q_{t-1}): return, depreciation, less the gain in price
 *   contribution   c_t = (s_{t-1} + s_t)/2 ln(K_t/K_{t-1}), s the share of the services in income (Tornqvist)
 *
 * Sources: R. E. Hall and D. W. Jorgenson, American Economic Review 57 (1967) 391; OECD, Measuring Capital (2nd ed.
 * 2009); D. W. Jorgenson and Z. Griliches, Review of Economic Studies 34 (1967) 249.
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "numeric/log_ratio.h"

/* An array of n x (steps + 1): the sum does not wrap where n x steps fits. */
static skpi_status given(const skpi__rows *r, const char *name, const void *array, size_t steps)
{
    const skpi_status s = skpi__fits(r->at, name, r->n, steps);
    return s || r->n == 0 ? s : skpi__given_matrix(r, name, array, steps + 1);
}

static double user_cost(double before, double now, double rate, double depreciation)
{
    return before * rate + depreciation * now - (now - before);
}

static skpi_status cost_check(skpi__at at, size_t steps, const double *price, const double *rate, double depreciation)
{
    int32_t warning = SKPI_OK;
    skpi_status s;
    for (size_t t = 0; t <= steps; t++)
        if ((s = skpi__positive(skpi__column(at, t), "price", price[t]))) return s;
    for (size_t t = 0; t < steps; t++)
        if ((s = skpi__finite(skpi__column(at, t), "rate", rate[t]))) return s;
    if ((s = skpi__share(at, "depreciation", depreciation))) return s;
    for (size_t t = 0; t < steps; t++) {
        const double u = user_cost(price[t], price[t + 1], rate[t], depreciation);
        if ((s = skpi__result(skpi__column(at, t), "cost", u))) return s;
        if (u < 0) warning = SKPI_WNEGATIVE;
    }
    return (skpi_status)warning;
}

/* User cost of capital.
 *
 * Given:    n             assets
 *           steps         from each year to the next: one fewer than prices; years follow each other
 *           price         of new capital goods, an index or money, above 0 (n x (steps + 1))
 *           rate          nominal rate of return of each year, compound (n x steps); may be negative
 *           depreciation  part of the price lost in a year, in [0,1] (n)
 * Returned: cost          price x (rate, depreciation, less the gain in price), of a year's services of one unit, from the
 *                         second year on (n x steps).  Not above 0 where the gain in price is larger than the return and
 *                         depreciation: a row with a negative cost warns with SKPI_WNEGATIVE, the formula has left the
 *                         range where it is a price.  Must not overlap the inputs
 *           status        each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WNEGATIVE (a negative cost), SKPI_EINVAL (null), SKPI_ENOMEM (sizes),
 *           SKPI_ENOTFINITE, SKPI_ERANGE (a negative price, depreciation outside [0,1]), SKPI_EDOM (a price of 0),
 *           SKPI_EOVERFLOW
 * Source:   Hall and Jorgenson 1967; OECD 2009
 */
skpi_status skpi_economy_capital_user_cost(size_t n, size_t steps, const double *price, const double *rate,
                                           const double *depreciation, double *cost, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = given(&r, "price", price, steps)) || (s = skpi__given_matrix(&r, "rate", rate, steps)) ||
        (s = skpi__given(&r, "depreciation", depreciation)) || (s = skpi__given_matrix(&r, "cost", cost, steps)))
        return s;
    for (size_t i = 0; i < n; i++) {
        s = cost_check(skpi__row_at(&r, i), steps, price + i * (steps + 1), steps ? rate + i * steps : rate,
                       depreciation[i]);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t t = 0; t < steps; t++) {
            const double *q = price + i * (steps + 1) + t;
            cost[i * steps + t] =
                skpi__row_good(&r, i) ? user_cost(q[0], q[1], rate[i * steps + t], depreciation[i]) : (double)NAN;
        }
    return skpi__rows_end(&r);
}

static skpi_status contribution_check(skpi__at at, size_t steps, const double *share, const double *quantity)
{
    int32_t missing = SKPI_OK;
    skpi_status s;
    for (size_t t = 0; t <= steps; t++) {
        const skpi__at cell = skpi__column(at, t);
        if ((!isnan(share[t]) && (s = skpi__share(cell, "share", share[t]))) ||
            (!isnan(quantity[t]) && (s = skpi__positive(cell, "quantity", quantity[t]))))
            return s;
        if (isnan(share[t]) || isnan(quantity[t])) missing = SKPI_WMISSING;
    }
    return (skpi_status)missing;
}

/* Contribution of capital to growth.
 *
 * Given:    n             assets
 *           steps         from each year to the next: one fewer than shares
 *           share         of the asset's services in income, user cost x stock / income, fractions in [0,1]
 *                         (n x (steps + 1)); NaN = missing, a negative user cost for example
 *           quantity      stock, or any index of the services' quantity, above 0 (n x (steps + 1)); NaN = missing
 * Returned: contribution  to the growth of income from each year to the next, log points as fractions (n x steps); NaN
 *                         where one of the four figures is missing.  Must not overlap the inputs
 *           status        each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WMISSING, SKPI_EINVAL (null), SKPI_ENOMEM (sizes), SKPI_ENOTFINITE (infinite),
 *           SKPI_ERANGE (a share outside [0,1], a negative quantity), SKPI_EDOM (a quantity of 0)
 * Source:   Jorgenson and Griliches 1967
 */
skpi_status skpi_economy_capital_contribution(size_t n, size_t steps, const double *share, const double *quantity,
                                              double *contribution, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = given(&r, "share", share, steps)) || (s = given(&r, "quantity", quantity, steps)) ||
        (s = skpi__given_matrix(&r, "contribution", contribution, steps)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const size_t at = i * (steps + 1);
        s = contribution_check(skpi__row_at(&r, i), steps, share + at, quantity + at);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t t = 0; t < steps; t++) {
            const double *w = share + i * (steps + 1) + t, *k = quantity + i * (steps + 1) + t;
            const int known = !isnan(w[0]) && !isnan(w[1]) && !isnan(k[0]) && !isnan(k[1]);
            contribution[i * steps + t] =
                known && skpi__row_good(&r, i) ? (w[0] + w[1]) / 2 * skpi__log_ratio(k[0], k[1]) : (double)NAN;
        }
    return skpi__rows_end(&r);
}
