/* Age-efficiency profiles of several kinds of assets; capital_profile.c has the formulas. */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "economy/capital_profile.h"

typedef struct efficiency_call {
    size_t n_ages;
    const double *life, *beta;
    int32_t profile;
    double *efficiency;
} efficiency_call;

static skpi_status efficiency_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const efficiency_call *c = call;
    const skpi_status s = skpi__capital_life(at, c->profile, c->life[i]);
    (void)kept;
    return s || !c->beta ? s : skpi__capital_beta(at, c->beta[i]);
}

static skpi_status efficiency_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const efficiency_call *c = call;
    const double life = c->life[i], beta = c->beta ? c->beta[i] : SKPI__CAPITAL_BETA;
    (void)at, (void)kept;
    for (size_t a = 0; a < c->n_ages; a++)
        c->efficiency[i * c->n_ages + a] = skpi__capital_efficiency(c->profile, life, beta, (double)a);
    return SKPI_OK;
}

static void efficiency_fail(const void *call, size_t i)
{
    const efficiency_call *c = call;
    skpi__set_nan_row(c->efficiency, i, c->n_ages);
}

skpi_status skpi_economy_capital_efficiency(size_t n, size_t n_ages, const double *life, const double *beta,
                                            int32_t profile, double *efficiency, int32_t *status)
{
    static const skpi__rows_steps steps = {0, efficiency_check, efficiency_compute, efficiency_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "life", life)) || (s = skpi__capital_profile(r.at, "profile", profile)) ||
        (s = skpi__rows_matrix(&r, "efficiency", efficiency, n_ages)))
        return s;
    return skpi__rows_run(&r, &steps, &(efficiency_call){n_ages, life, beta, profile, efficiency});
}
