/* Urban shares to come from dated observations, by any method. */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "urban/fill.h"
#include "urban/history.h"

/* What all rows share. */
typedef struct plan {
    const skpi__urban_rules *rules;
    const skpi_urban_history *history;
    const int32_t *law;
    int32_t first_year;
    size_t n_years;
} plan;

static double last_date(const plan *p, size_t i) { return p->history->date[p->history->first[i + 1] - 1]; }

static skpi_status begin(skpi__at at, const plan *p, size_t i, skpi__urban_path *path)
{
    const size_t first = p->history->first[i], n = p->history->first[i + 1] - first;
    const double reach = p->first_year - last_date(p, i) + (double)p->n_years - 1;
    return skpi__urban_path_history(at, p->rules, n, p->history->date + first, p->history->share + first,
                                    p->law ? p->law[i] : 0, reach, path);
}

static skpi_status check(skpi__at at, const plan *p, size_t i)
{
    skpi__urban_path path;
    skpi_status s;
    if ((s = skpi__urban_history_check(at, p->history, i)) || (p->law && (s = skpi__urban_law(at, "law", p->law[i]))))
        return s;
    at.column = (int64_t)(p->history->first[i + 1] - p->history->first[i] - 1);
    if (last_date(p, i) >= p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "history->date", last_date(p, i), "is not before first_year = %d",
                          (int)p->first_year);
    at.column = -1;
    return begin(at, p, i, &path);
}

/* Urban shares of each place from first_year on, from its history.
 *
 * Given:    history     observed urban shares, fractions in [0,1], at increasing decimal dates, of n places, one place
 *                       after another; the last date of each before first_year.  A last share of 0 or 1 stays.
 *           law         size class of each place, enum skpi_urban_size (n); may be NULL where no norm is used
 *           first_year  first year of the output
 *           n_years     number of years
 *           options     method and what it needs; NULL: the United Nations' method
 * Returned: out->share  urban shares, fractions (n x n_years); NULL: not wanted
 *           out->urgd   growth difference of the year, per year (n x n_years); NaN where the share is 0 or 1.  Of
 *                       methods that have none of their own: change of the logit over the year before, or since the
 *                       last observation if that is less
 *           status      each place's own status (n), or NULL: the first bad place fails the call
 *           The outputs must not overlap the inputs.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WADJUSTED (a limit on the growth difference or on the share acted, or the
 *           fallback), SKPI_WWEAKFIT, SKPI_WNOTCONVERGED (curves), SKPI_EINVAL (null, law, method), SKPI_ESTRUCT,
 *           SKPI_ENOMEM, SKPI_ENODATA (a place without observations, or with too few for the method),
 *           SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTSORTED (first, dates, a last date not before first_year),
 *           SKPI_EDUPLICATE (dates), SKPI_ESINGULAR (observations that determine no curve), SKPI_EOVERFLOW, and those
 *           of the options (options.h)
 * Source:   path.h
 */
skpi_status skpi_urban_project_history(const skpi_urban_history *history, const int32_t *law, int32_t first_year,
                                       size_t n_years, const skpi_urban_options *options, skpi_urban_project_out *out,
                                       int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__urban_rules rules;
    skpi_urban_history h;
    skpi_urban_project_out o;
    skpi_status s;
    if ((s = skpi__urban_history_take(r.at, history, &h))) return s;
    r.n = h.n;
    if ((s = skpi__urban_laws(r.at, h.n, law, options, 1)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = SKPI__NEED(r.at, out, 0, &o)) ||
        (s = skpi__fits(r.at, "out->share", h.n, n_years)) || (s = skpi__fits(r.at, "out->urgd", h.n, n_years)) ||
        (s = skpi__urban_history_places(r.at, &h)))
        return s;
    const plan p = {&rules, &h, law, first_year, n_years};
    for (size_t i = 0; i < h.n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &p, i)))) return s;
    for (size_t i = 0; i < h.n; i++) {
        skpi__urban_path path;
        double *shares = o.share ? o.share + i * n_years : NULL, *urgds = o.urgd ? o.urgd + i * n_years : NULL;
        if (skpi__row_good(&r, i)) {
            begin(skpi__row_at(&r, i), &p, i, &path);
            skpi__urban_fill(&path, first_year - last_date(&p, i), n_years, shares, urgds);
        } else {
            skpi__urban_fill_none(n_years, shares, urgds);
        }
    }
    return skpi__rows_end(&r);
}
