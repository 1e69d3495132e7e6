/* User cost of capital, and contribution of capital to growth.
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

/* An array of n x (n_steps + 1): the sum does not wrap where n x n_steps fits. */
static skpi_status steps_given(const skpi__rows *r, const char *name, const void *array, size_t n_steps)
{
    const skpi_status s = skpi__array_size(r->at, name, r->n, n_steps);
    return s || r->n == 0 ? s : skpi__rows_matrix(r, name, array, n_steps + 1);
}

static double user_cost(double before, double now, double rate, double depreciation)
{
    return before * rate + depreciation * now - (now - before);
}

static skpi_status cost_check(skpi__at at, size_t n_steps, const double *price, const double *rate, double depreciation)
{
    int32_t warning = SKPI_OK;
    skpi_status s;
    for (size_t t = 0; t <= n_steps; t++)
        if ((s = skpi__positive(skpi__column(at, t), "price", price[t]))) return s;
    for (size_t t = 0; t < n_steps; t++)
        if ((s = skpi__finite(skpi__column(at, t), "rate", rate[t]))) return s;
    if ((s = skpi__share(at, "depreciation", depreciation))) return s;
    for (size_t t = 0; t < n_steps; t++) {
        const double u = user_cost(price[t], price[t + 1], rate[t], depreciation);
        if ((s = skpi__result(skpi__column(at, t), "cost", u))) return s;
        if (u < 0) warning = SKPI_WNEGATIVE;
    }
    return (skpi_status)warning;
}

skpi_status skpi_economy_capital_user_cost(size_t n, size_t n_steps, const double *price, const double *rate,
                                           const double *depreciation, double *cost, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = steps_given(&r, "price", price, n_steps)) || (s = skpi__rows_matrix(&r, "rate", rate, n_steps)) ||
        (s = skpi__rows_array(&r, "depreciation", depreciation)) || (s = skpi__rows_matrix(&r, "cost", cost, n_steps)))
        return s;
    for (size_t i = 0; i < n; i++) {
        s = cost_check(skpi__row_at(&r, i), n_steps, price + i * (n_steps + 1), n_steps ? rate + i * n_steps : rate,
                       depreciation[i]);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t t = 0; t < n_steps; t++) {
            const double *q = price + i * (n_steps + 1) + t;
            cost[i * n_steps + t] =
                skpi__row_good(&r, i) ? user_cost(q[0], q[1], rate[i * n_steps + t], depreciation[i]) : (double)NAN;
        }
    return skpi__rows_end(&r);
}

static skpi_status contribution_check(skpi__at at, size_t n_steps, const double *share, const double *quantity)
{
    int32_t missing = SKPI_OK;
    skpi_status s;
    for (size_t t = 0; t <= n_steps; t++) {
        const skpi__at cell = skpi__column(at, t);
        if ((!isnan(share[t]) && (s = skpi__share(cell, "share", share[t]))) ||
            (!isnan(quantity[t]) && (s = skpi__positive(cell, "quantity", quantity[t]))))
            return s;
        if (isnan(share[t]) || isnan(quantity[t])) missing = SKPI_WMISSING;
    }
    return (skpi_status)missing;
}

skpi_status skpi_economy_capital_contribution(size_t n, size_t n_steps, const double *share, const double *quantity,
                                              double *contribution, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = steps_given(&r, "share", share, n_steps)) || (s = steps_given(&r, "quantity", quantity, n_steps)) ||
        (s = skpi__rows_matrix(&r, "contribution", contribution, n_steps)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const size_t at = i * (n_steps + 1);
        s = contribution_check(skpi__row_at(&r, i), n_steps, share + at, quantity + at);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t t = 0; t < n_steps; t++) {
            const double *w = share + i * (n_steps + 1) + t, *k = quantity + i * (n_steps + 1) + t;
            const int known = !isnan(w[0]) && !isnan(w[1]) && !isnan(k[0]) && !isnan(k[1]);
            contribution[i * n_steps + t] =
                known && skpi__row_good(&r, i) ? (w[0] + w[1]) / 2 * skpi__log_ratio(k[0], k[1]) : (double)NAN;
        }
    return skpi__rows_end(&r);
}
