/* The world norm: the growth difference that places of a given share are taken to converge to.
 *
 * h(p) = sum c_k p^k; the shipped coefficients stand in options.c.
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology (two groups by population size).
 */
#include "urban/options.h"
#include "core/check.h"
#include "core/rows.h"

static skpi_status check(skpi__at at, const skpi__urban_rules *rules, double share, int32_t law)
{
    skpi_status s;
    if ((s = skpi__share(at, "share", share)) || (s = skpi__urban_law(at, "law", law))) return s;
    return skpi__result(at, "urgd", skpi__urban_h(rules, law, share));
}

/* Growth difference of the world norm at each share, per year.
 *
 * Given:    n        places
 *           share    urban shares, fractions in [0,1] (n)
 *           law      size class of each place, enum skpi_urban_size (n)
 *           options  the norm: n_norm, norm; NULL: the norm of 2018
 * Returned: urgd     h(share), per year (n; may be the array share)
 *           status   each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null, law, method), SKPI_ESTRUCT, SKPI_ENOMEM (n, n_norm),
 *           SKPI_ENOTFINITE, SKPI_ERANGE (a share outside [0,1]), SKPI_EINCONSISTENT (urgd_min above urgd_max),
 *           SKPI_EOVERFLOW (the caller's norm)
 * Source:   World Urbanization Prospects 2018
 */
skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *law, const skpi_urban_options *options,
                                 double *urgd, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__urban_rules rules;
    skpi_status s;
    if ((s = skpi__given(&r, "share", share)) || (s = skpi__given(&r, "law", law)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = skpi__given(&r, "urgd", urgd)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &rules, share[i], law[i])))) return s;
    for (size_t i = 0; i < n; i++)
        urgd[i] = skpi__row_good(&r, i) ? skpi__urban_h(&rules, law[i], share[i]) : (double)NAN;
    return skpi__rows_end(&r);
}
