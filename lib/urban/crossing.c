/* When a projection from parameters is first at a level. */
#include "core/check.h"
#include "core/rows.h"
#include "urban/path.h"

enum { YEARS = 200 };

static skpi_status find(skpi__at at, const skpi__urban_rules *rules, double last_date, double share, double urgd,
                        int32_t law, double level, double *date)
{
    skpi__urban_path path;
    const skpi_status s = skpi__urban_path_begin(at, rules, share, urgd, law, YEARS, &path);
    if (s < 0) return s;
    *date = last_date + skpi__urban_path_reach(&path, level, YEARS);
    return isnan(*date) ? skpi__fail(at, SKPI_ENOTFOUND, "level", level, "is not reached within %d years", YEARS) : s;
}

static skpi_status check(skpi__at at, const skpi__urban_rules *rules, double last_date, double share, double urgd,
                         const int32_t *law, double level)
{
    double date;
    skpi_status s;
    if ((s = skpi__date(at, "last_date", last_date)) || (s = skpi__share(at, "share", share)) ||
        (s = skpi__finite(at, "urgd", urgd)) || (law && (s = skpi__urban_law(at, "law", *law))) ||
        (s = skpi__share(at, "level", level)))
        return s;
    return find(at, rules, last_date, share, urgd, law ? *law : 0, level, &date);
}

/* Date at which each projection is first at a level, from below or from above.
 *
 * Given:    n          places
 *           last_date  date of each place's last observation, decimal year (n)
 *           share      urban share at it, fraction in [0,1] (n)
 *           urgd       growth difference before it, per year (n)
 *           law        size class of each place, enum skpi_urban_size (n); may be NULL where the method uses no norm
 *           level      share to be reached, fraction in [0,1] (n)
 *           options    as in skpi_urban_project
 * Returned: date       decimal year on the scale of last_date, no mid-year shift (n; may be an input)
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WADJUSTED (a limit acted on urgd), SKPI_ENOTFOUND (not within 200 years), and
 *           those of skpi_urban_project
 */
skpi_status skpi_urban_crossing(size_t n, const double *last_date, const double *share, const double *urgd,
                                const int32_t *law, const double *level, const skpi_urban_options *options,
                                double *date, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__urban_rules rules;
    skpi_status s;
    if ((s = skpi__given(&r, "last_date", last_date)) || (s = skpi__given(&r, "share", share)) ||
        (s = skpi__given(&r, "urgd", urgd)) || (s = skpi__urban_laws(r.at, n, law, options, 0)) ||
        (s = skpi__given(&r, "level", level)) || (s = skpi__urban_rules_take(r.at, options, &rules)) ||
        (s = skpi__urban_rules_memoryless(r.at, &rules)) || (s = skpi__given(&r, "date", date)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        s = check(at, &rules, last_date[i], share[i], urgd[i], law ? law + i : NULL, level[i]);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        double found = (double)NAN;
        if (skpi__row_good(&r, i))
            find(skpi__row_at(&r, i), &rules, last_date[i], share[i], urgd[i], law ? law[i] : 0, level[i], &found);
        date[i] = found;
    }
    return skpi__rows_end(&r);
}
