/* Age-efficiency profiles of several kinds of assets; capital_profile.c has the formulas. */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "economy/capital_profile.h"

skpi_status skpi_economy_capital_efficiency(size_t n, size_t n_ages, const double *life, const double *beta,
                                            int32_t profile, double *efficiency, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "life", life)) || (s = skpi__capital_profile(r.at, "profile", profile)) ||
        (s = skpi__rows_matrix(&r, "efficiency", efficiency, n_ages)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        s = skpi__capital_life(at, profile, life[i]);
        if (!s && beta) s = skpi__capital_beta(at, beta[i]);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t a = 0; a < n_ages; a++)
            efficiency[i * n_ages + a] =
                skpi__row_good(&r, i)
                    ? skpi__capital_efficiency(profile, life[i], beta ? beta[i] : SKPI__CAPITAL_BETA, (double)a)
                    : (double)NAN;
    return skpi__rows_end(&r);
}
