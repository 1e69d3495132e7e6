/* The world norm: the growth difference to which places with a given share are assumed to converge.
 *
 * h(p) = sum c_k p^k; options.c has the library's coefficients.
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology (two groups by population size).
 */
#include "core/check.h"
#include "core/rows.h"
#include "urban/options.h"

typedef struct norm_urgd_call {
    const skpi__urban_rules *rules;
    const double *share;
    const int32_t *size_class;
    double *urgd;
} norm_urgd_call;

static double norm_urgd_of(const norm_urgd_call *c, size_t i)
{
    return skpi__urban_h(c->rules, skpi__urban_size_at(c->size_class, i), c->share[i]);
}

static skpi_status norm_urgd_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const norm_urgd_call *c = call;
    const int32_t size = skpi__urban_size_at(c->size_class, i);
    skpi_status s;
    (void)kept;
    if ((s = skpi__share(at, "share", c->share[i])) || (s = skpi__urban_size_check(at, "size_class", size)) ||
        (s = skpi__urban_norm_check(at, c->rules, size, c->share[i])))
        return s;
    return skpi__urban_norm_unusual(at, c->rules, size, c->share[i]);
}

static skpi_status norm_urgd_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const norm_urgd_call *c = call;
    (void)at, (void)kept;
    c->urgd[i] = norm_urgd_of(c, i);
    return SKPI_OK;
}

static void norm_urgd_fail(const void *call, size_t i) { ((const norm_urgd_call *)call)->urgd[i] = (double)NAN; }

skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *size_class,
                                 const skpi_urban_options *options, double *urgd, int32_t *status)
{
    static const skpi__rows_steps steps = {0, norm_urgd_check, norm_urgd_compute, norm_urgd_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__urban_rules rules;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "share", share)) || (s = skpi__urban_rules_take(r.at, options, &rules))) return s;
    if (rules.n_sizes > 1 && (s = skpi__rows_array(&r, "size_class", size_class))) return s;
    if ((s = skpi__rows_array(&r, "urgd", urgd))) return s;
    rules.norm_checked = 1; /* whatever the method */
    r.whole = rules.unusual;
    return skpi__rows_run(&r, &steps, &(norm_urgd_call){&rules, share, size_class, urgd});
}
