/* Urban shares of groups of places: p = sum of p_i N_i / sum of N_i, N the total populations.
 *
 * Regions and the world are sums over their countries; they are never projected themselves.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/product.h"
#include "numeric/sum.h"
#include "urban/people.h"
#include <smartkpi/urban.h>
#include <stdlib.h>
#include <string.h>

typedef struct people {
    skpi__sum urban, total;
    double unit; /* of total, so that a small part of few people is not lost */
} people;

static skpi_status aggregate_check(skpi__at at, size_t n, size_t m, const double *share, const double *total,
                                   size_t n_groups, const int32_t *group)
{
    const skpi_status s = skpi__urban_people(at, n, m, share, total);
    if (s) return s;
    for (size_t i = 0; i < n; i++)
        if (group[i] < 0 || (size_t)group[i] >= n_groups)
            return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "group", group[i],
                              "is not one of %zu groups (0 = the first)", n_groups);
    return SKPI_OK;
}

static void aggregate_add(size_t n, size_t m, size_t n_groups, const double *share, const double *total,
                          const int32_t *group, size_t k, people *sum)
{
    memset(sum, 0, n_groups * sizeof *sum);
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum[group[i]].total, total[i * m + k]);
    for (size_t g = 0; g < n_groups; g++) sum[g].unit = skpi__unit(skpi__sum_value(&sum[g].total));
    for (size_t i = 0; i < n; i++)
        skpi__sum_add(&sum[group[i]].urban, share[i * m + k] * (total[i * m + k] * sum[group[i]].unit));
}

static skpi_status aggregate_groups(skpi__at at, size_t n_groups, size_t k, const people *sum)
{
    for (size_t g = 0; g < n_groups; g++) {
        const double people_of_it = skpi__sum_value(&sum[g].total);
        if (!(people_of_it > 0))
            return skpi__refuse(at, SKPI_EZERODIV, "total", "of group %zu sums to 0 in column %zu: it has no share", g,
                                k);
        const skpi_status s = skpi__result(at, "total", people_of_it);
        if (s) return s;
    }
    return SKPI_OK;
}

skpi_status skpi_urban_aggregate(size_t n, size_t m, size_t n_groups, const double *share, const double *total,
                                 const int32_t *group, double *group_share)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__array(at, "share", share, n, m)) || (s = skpi__array(at, "total", total, n, m)) ||
        (s = skpi__array(at, "group", group, n, 1)) || (s = skpi__array(at, "group_share", group_share, n_groups, m)) ||
        (s = skpi__count(at, "n", n)) || (s = skpi__count(at, "n_groups", n_groups)) ||
        (s = aggregate_check(at, n, m, share, total, n_groups, group)) || !m)
        return s;
    people *sum = skpi__alloc(n_groups, 1, sizeof *sum);
    if (!sum) return skpi__no_memory(at, "n_groups", n_groups);
    for (size_t k = 0; !s && k < m; k++) {
        aggregate_add(n, m, n_groups, share, total, group, k, sum);
        s = aggregate_groups(at, n_groups, k, sum);
    }
    for (size_t k = 0; !s && k < m; k++) {
        aggregate_add(n, m, n_groups, share, total, group, k, sum);
        /* both sums are rounded, so their quotient may differ from 1 in the last digit */
        for (size_t g = 0; g < n_groups; g++)
            group_share[g * m + k] =
                fmin(skpi__sum_value(&sum[g].urban) / (skpi__sum_value(&sum[g].total) * sum[g].unit), 1);
    }
    free(sum);
    return s;
}
