/* The world norm: the growth difference to which places with a given share are assumed to converge.
 *
 * h(p) = sum c_k p^k; options.c has the library's coefficients.
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology (two groups by population size).
 */
#include "core/check.h"
#include "core/rows.h"
#include "urban/options.h"

static skpi_status norm_check(skpi__at at, const skpi__urban_rules *rules, double share, int32_t size_class)
{
    skpi_status s;
    if ((s = skpi__share(at, "share", share)) || (s = skpi__urban_size_check(at, "size_class", size_class))) return s;
    return skpi__result(at, "urgd", skpi__urban_h(rules, size_class, share));
}

skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *size_class,
                                 const skpi_urban_options *options, double *urgd, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__urban_rules rules;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "share", share)) || (s = skpi__array_size(r.at, "size_class", n, 1)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)))
        return s;
    if (rules.n_sizes > 1 && (s = skpi__rows_array(&r, "size_class", size_class))) return s;
    if ((s = skpi__rows_array(&r, "urgd", urgd))) return s;
    for (size_t i = 0; i < n; i++) {
        s = norm_check(skpi__row_at(&r, i), &rules, share[i], skpi__urban_size_at(size_class, i));
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++)
        urgd[i] =
            skpi__row_good(&r, i) ? skpi__urban_h(&rules, skpi__urban_size_at(size_class, i), share[i]) : (double)NAN;
    return skpi__rows_end(&r);
}
