/* Urban shares to come, from the last observation and the growth difference before it.
 *
 * The arithmetic is that of un.c; here stand the axis, the rows and the outputs.
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision.
 */
#include "urban/un.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"

/* What all rows share. */
typedef struct plan {
    const skpi__urban_rules *rules;
    int32_t first_year;
    size_t n_years;
} plan;

static skpi_status check(skpi__at at, const plan *p, int32_t last_year, double share, double urgd, int32_t law)
{
    int adjusted;
    skpi_status s;
    if ((s = skpi__year(at, "last_year", last_year)) || (s = skpi__share(at, "share", share)) ||
        (s = skpi__finite(at, "urgd", urgd)) || (s = skpi__urban_law(at, "law", law)))
        return s;
    if (last_year >= p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "last_year", last_year, "is not before first_year = %d",
                          (int)p->first_year);
    const double base = skpi__urban_un_base(p->rules, urgd, &adjusted);
    const skpi__urban_un u = skpi__urban_un_begin(p->rules, share, base, law);
    if (!skpi__urban_un_finite(u, p->first_year - last_year + (int32_t)p->n_years - 1))
        return skpi__result(at, "out->urgd", INFINITY);
    return adjusted && !u.absorbed ? SKPI_WADJUSTED : SKPI_OK;
}

/* One row: the years between the last observation and the axis are walked, not written. */
static void project(const plan *p, int32_t last_year, double share, double urgd, int32_t law, double *shares,
                    double *urgds)
{
    int adjusted;
    skpi__urban_un u = skpi__urban_un_begin(p->rules, share, skpi__urban_un_base(p->rules, urgd, &adjusted), law);
    for (int32_t year = last_year + 1; year < p->first_year; year++) skpi__urban_un_step(&u);
    for (size_t k = 0; k < p->n_years; k++) {
        skpi__urban_un_step(&u);
        if (shares) shares[k] = u.p;
        if (urgds) urgds[k] = u.r;
    }
}

static void fail_row(size_t m, double *shares, double *urgds)
{
    for (size_t k = 0; k < m; k++) {
        if (shares) shares[k] = (double)NAN;
        if (urgds) urgds[k] = (double)NAN;
    }
}

/* Urban shares of each place from first_year on.
 *
 * Given:    n           places
 *           last_year   year of each place's last observation, before first_year (n)
 *           share       urban share in that year, fraction in [0,1] (n); 0 and 1 stay as they are
 *           urgd        growth difference before it, per year (n); not used where the share is 0 or 1
 *           law         size class of each place, enum skpi_urban_law, by its population in the norm's base year (n)
 *           first_year  first year of the output
 *           n_years     number of years
 *           options     method, norm and limits of urgd; NULL: the norm of 2018, no limits
 * Returned: out->share  urban shares, fractions (n x n_years); NULL: not wanted
 *           out->urgd   growth difference of the year, per year (n x n_years); NaN where the share is 0 or 1
 *           status      each row's own status (n), or NULL: the first bad row fails the call
 *           The outputs must not overlap the inputs.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WADJUSTED (a limit acted on urgd), SKPI_EINVAL (null, law, method),
 *           SKPI_ESTRUCT, SKPI_ENOMEM (n, n_years, n_norm), SKPI_ENOTFINITE, SKPI_ERANGE (a share outside [0,1], a year
 *           outside the window), SKPI_ENOTSORTED (last_year not before first_year), SKPI_EINCONSISTENT (urgd_min above
 *           urgd_max), SKPI_EOVERFLOW
 * Source:   World Urbanization Prospects 2018
 */
skpi_status skpi_urban_project(size_t n, const int32_t *last_year, const double *share, const double *urgd,
                               const int32_t *law, int32_t first_year, size_t n_years,
                               const skpi_urban_options *options, skpi_urban_project_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__urban_rules rules;
    skpi_urban_project_out o;
    skpi_status s;
    if ((s = skpi__given(&r, "last_year", last_year)) || (s = skpi__given(&r, "share", share)) ||
        (s = skpi__given(&r, "urgd", urgd)) || (s = skpi__given(&r, "law", law)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = SKPI__NEED(r.at, out, 0, &o)) ||
        (s = skpi__fits(r.at, "out->share", n, n_years)) || (s = skpi__fits(r.at, "out->urgd", n, n_years)))
        return s;
    const plan p = {&rules, first_year, n_years};
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &p, last_year[i], share[i], urgd[i], law[i])))) return s;
    for (size_t i = 0; i < n; i++) {
        double *shares = o.share ? o.share + i * n_years : NULL, *urgds = o.urgd ? o.urgd + i * n_years : NULL;
        if (skpi__row_good(&r, i))
            project(&p, last_year[i], share[i], urgd[i], law[i], shares, urgds);
        else
            fail_row(n_years, shares, urgds);
    }
    return skpi__rows_end(&r);
}
