/* Age-efficiency profiles of several kinds of assets; the formulas stand in efficiency.c. */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "economy/efficiency.h"

/* Efficiency of an asset by its age.
 *
 * Given:    n           kinds of assets
 *           ages        values wanted of each, ages 0, 1 ... ages - 1, years
 *           life        mean service life, years, above 0; at least 2 for the geometric profile (n)
 *           beta        form of the decline, at most 1: 1 none before the end of life, 0 a straight line, below 0 fast at
 *                       first; not used by the geometric profile (n); NULL: .5
 *           profile     SKPI_ECONOMY_PROFILE_SURVIVAL, _COHORT or _GEOMETRIC; there is no default
 * Returned: efficiency  part of the services of a new asset, in [0,1], 1 at age 0 (n x ages); must not overlap the inputs
 *           status      each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such profile), SKPI_ENOMEM (sizes), SKPI_ENOTFINITE, SKPI_ERANGE
 *           (a negative life, beta above 1), SKPI_EDOM (a life of 0; geometric: below 2)
 * Source:   OECD 2009; Bureau of Labor Statistics 1983
 */
skpi_status skpi_economy_capital_efficiency(size_t n, size_t ages, const double *life, const double *beta,
                                            int32_t profile, double *efficiency, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "life", life)) || (s = skpi__digital_profile(r.at, "profile", profile)) ||
        (s = skpi__given_matrix(&r, "efficiency", efficiency, ages)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        s = skpi__digital_life(at, profile, life[i]);
        if (!s && beta) s = skpi__digital_beta(at, beta[i]);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t a = 0; a < ages; a++)
            efficiency[i * ages + a] =
                skpi__row_good(&r, i)
                    ? skpi__digital_efficiency(profile, life[i], beta ? beta[i] : SKPI__DIGITAL_BETA, (double)a)
                    : (double)NAN;
    return skpi__rows_end(&r);
}
