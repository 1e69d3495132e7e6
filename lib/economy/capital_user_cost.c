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
#include "core/usual.h"
#include "numeric/decimal.h"
#include "numeric/log_ratio.h"

/* Checks an array of n x (n_steps + 1).  If n x n_steps fits into memory, n_steps + 1 does not wrap. */
static skpi_status steps_array(const skpi__rows *r, const char *name, const void *array, size_t n_steps)
{
    const skpi_status s = skpi__array_size(r->at, name, r->n, n_steps);
    return s || r->n == 0 ? s : skpi__rows_matrix(r, name, array, n_steps + 1);
}

typedef struct cost_call {
    size_t n_steps;
    const double *price, *rate, *depreciation;
    double *cost;
} cost_call;

static double cost_of(const cost_call *c, size_t i, size_t t)
{
    const double *price = c->price + i * (c->n_steps + 1) + t;
    return skpi__rounded(price[0] * c->rate[i * c->n_steps + t] + c->depreciation[i] * price[1] - (price[1] - price[0]),
                         fmax(price[0], price[1]));
}

/* Warns of a rate of return that is unusual.  In a step in which the price rises a nominal rate may be as much higher. */
static int32_t cost_unusual(skpi__at at, const cost_call *c, size_t i)
{
    for (size_t t = 0; t < c->n_steps; t++) {
        const double *price = c->price + i * (c->n_steps + 1) + t, rate = c->rate[i * c->n_steps + t];
        const double times = price[1] / price[0], most = skpi__interest.most + fmax(times - 1, 0);
        if (rate < skpi__interest.least || !skpi__reaches(most, rate, times))
            return (int32_t)skpi__unusual(skpi__column(at, t), "rate", rate, &skpi__interest);
    }
    return SKPI_OK;
}

static skpi_status cost_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const cost_call *c = call;
    int32_t warning = SKPI_OK;
    skpi_status s;
    (void)kept;
    for (size_t t = 0; t <= c->n_steps; t++)
        if ((s = skpi__positive(skpi__column(at, t), "price", c->price[i * (c->n_steps + 1) + t]))) return s;
    for (size_t t = 0; t < c->n_steps; t++)
        if ((s = skpi__rate(skpi__column(at, t), "rate", c->rate[i * c->n_steps + t], &skpi__interest))) return s;
    if ((s = skpi__share(at, "depreciation", c->depreciation[i]))) return s;
    for (size_t t = 0; t < c->n_steps; t++) {
        const double u = cost_of(c, i, t);
        if ((s = skpi__result(skpi__column(at, t), "cost", u))) return s;
        if (u < 0) warning = SKPI_WNEGATIVE;
    }
    return (skpi_status)(warning | cost_unusual(at, c, i));
}

static skpi_status cost_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const cost_call *c = call;
    (void)at, (void)kept;
    for (size_t t = 0; t < c->n_steps; t++) c->cost[i * c->n_steps + t] = cost_of(c, i, t);
    return SKPI_OK;
}

static void cost_fail(const void *call, size_t i)
{
    const cost_call *c = call;
    skpi__set_nan_row(c->cost, i, c->n_steps);
}

skpi_status skpi_economy_capital_user_cost(size_t n, size_t n_steps, const double *price, const double *rate,
                                           const double *depreciation, double *cost, int32_t *status)
{
    static const skpi__rows_steps steps = {0, cost_check, cost_compute, cost_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = steps_array(&r, "price", price, n_steps)) || (s = skpi__rows_matrix(&r, "rate", rate, n_steps)) ||
        (s = skpi__rows_array(&r, "depreciation", depreciation)) || (s = skpi__rows_matrix(&r, "cost", cost, n_steps)))
        return s;
    return skpi__rows_run(&r, &steps, &(cost_call){n_steps, price, rate, depreciation, cost});
}

typedef struct contribution_call {
    size_t n_steps;
    const double *share, *quantity;
    double *contribution;
} contribution_call;

static skpi_status contribution_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const contribution_call *c = call;
    const double *share = c->share + i * (c->n_steps + 1), *quantity = c->quantity + i * (c->n_steps + 1);
    int32_t missing = SKPI_OK;
    skpi_status s;
    (void)kept;
    for (size_t t = 0; t <= c->n_steps; t++) {
        const skpi__at cell = skpi__column(at, t);
        if ((!isnan(share[t]) && (s = skpi__share(cell, "share", share[t]))) ||
            (!isnan(quantity[t]) && (s = skpi__positive(cell, "quantity", quantity[t]))))
            return s;
        if (isnan(share[t]) || isnan(quantity[t])) missing = SKPI_WMISSING;
    }
    return (skpi_status)missing;
}

static skpi_status contribution_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const contribution_call *c = call;
    (void)at, (void)kept;
    for (size_t t = 0; t < c->n_steps; t++) {
        const double *w = c->share + i * (c->n_steps + 1) + t, *k = c->quantity + i * (c->n_steps + 1) + t;
        const int known = !isnan(w[0]) && !isnan(w[1]) && !isnan(k[0]) && !isnan(k[1]);
        c->contribution[i * c->n_steps + t] = known ? (w[0] + w[1]) / 2 * skpi__log_ratio(k[0], k[1]) : (double)NAN;
    }
    return SKPI_OK;
}

static void contribution_fail(const void *call, size_t i)
{
    const contribution_call *c = call;
    skpi__set_nan_row(c->contribution, i, c->n_steps);
}

skpi_status skpi_economy_capital_contribution(size_t n, size_t n_steps, const double *share, const double *quantity,
                                              double *contribution, int32_t *status)
{
    static const skpi__rows_steps steps = {0, contribution_check, contribution_compute, contribution_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = steps_array(&r, "share", share, n_steps)) || (s = steps_array(&r, "quantity", quantity, n_steps)) ||
        (s = skpi__rows_matrix(&r, "contribution", contribution, n_steps)))
        return s;
    return skpi__rows_run(&r, &steps, &(contribution_call){n_steps, share, quantity, contribution});
}
