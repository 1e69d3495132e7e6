/* The sectoral decarbonisation approach: a place's intensity converges to that of its sector.
 *
 *   CI_y = d p_y m_y + SI_end,  d = CI_base - SI_end
 *   p_y = (SI_y - SI_end)/(SI_base - SI_end)
 *   m_y = (own activity/sector's activity in the base year)/(the same in y), at most 1 unless told otherwise
 *   target emission = CI_y x own activity
 *
 * The first year is the base, the last one the end.
 * Source: O. Krabbe et al., Nature Climate Change 5 (2015) 1057; Science Based Targets initiative, Sectoral
 * Decarbonization Approach (2015), 4.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"

enum { FLAGS = SKPI_CARBON_SDA_FLAG_UNCAPPED | SKPI_CARBON_SDA_FLAG_CLAMP };

static double value(const skpi_carbon_target_sda_in *v, size_t i, size_t j)
{
    const double *si = v->sector_intensity, *sa = v->sector_activity, *own = v->activity + i * v->n_years;
    const double end = si[v->n_years - 1], d = v->intensity[i] - end;
    double m = (own[0] / sa[0]) / (own[j] / sa[j]);
    if (d < 0 && (v->flags & SKPI_CARBON_SDA_FLAG_CLAMP)) return v->intensity[i];
    if (m > 1 && !(v->flags & SKPI_CARBON_SDA_FLAG_UNCAPPED)) m = 1;
    return d * ((si[j] - end) / (si[0] - end)) * m + end;
}

static skpi_status check(skpi__at at, const skpi_carbon_target_sda_in *v, size_t i)
{
    skpi_status s = skpi__quantity(at, "in->intensity", v->intensity[i]);
    if (s) return s;
    for (size_t j = 0; j < v->n_years; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__divisor(at, "in->activity", v->activity[i * v->n_years + j]))) return s;
    }
    for (size_t j = 0; j < v->n_years; j++) {
        const double ci = value(v, i, j);
        at.column = (int64_t)j;
        if ((s = skpi__result(at, "intensity", ci)) ||
            (s = skpi__result(at, "emission", ci * v->activity[i * v->n_years + j])))
            return s;
    }
    return v->intensity[i] < v->sector_intensity[v->n_years - 1] ? SKPI_WADJUSTED : SKPI_OK;
}

/* The sector itself: what is wrong here fails the call. */
static skpi_status sector(skpi__at at, const skpi_carbon_target_sda_in *v)
{
    skpi_status s;
    for (size_t j = 0; j < v->n_years; j++)
        if ((s = skpi__quantity(skpi__element(at, j), "in->sector_intensity", v->sector_intensity[j]))) return s;
    for (size_t j = 0; j < v->n_years; j++)
        if ((s = skpi__divisor(skpi__element(at, j), "in->sector_activity", v->sector_activity[j]))) return s;
    if (v->sector_intensity[0] == v->sector_intensity[v->n_years - 1])
        return skpi__fail(skpi__element(at, v->n_years - 1), SKPI_EZERODIV, "in->sector_intensity",
                          v->sector_intensity[0], "is that of the base year too: the sector gives no way to follow");
    return SKPI_OK;
}

/* Targets by the sectoral decarbonisation approach.
 *
 * Given:    n                    places, or companies
 *           in->n_years          years, the base year first, the target year last
 *           in->intensity        own emission per activity in the base year (n)
 *           in->activity         own activity, above 0 (n x n_years)
 *           in->sector_intensity, sector_activity  of the sector (n_years each); activity above 0
 *           in->flags            SKPI_CARBON_SDA_FLAG_UNCAPPED: m may exceed 1, a shrinking share of the market is allowed
 *                                more;  SKPI_CARBON_SDA_FLAG_CLAMP: see below
 * Returned: intensity            target intensity (n x n_years), or NULL
 *           emission             target emission (n x n_years), or NULL
 *           status               each row's own status (n), or NULL: the first bad row fails the call
 *           A row that is below the sector's end already warns with SKPI_WADJUSTED: the formula lets it rise to that
 *           end; with SKPI_CARBON_SDA_FLAG_CLAMP it stays where it is.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WADJUSTED, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENODATA (no years), SKPI_ENOMEM,
 *           SKPI_ENOTFINITE, SKPI_ERANGE (negative), SKPI_EZERODIV (an activity of 0; the sector's intensity ends where
 *           it begins), SKPI_EOVERFLOW
 * Source:   Krabbe et al. 2015; SBTi 2015
 */
skpi_status skpi_carbon_target_sda(size_t n, const skpi_carbon_target_sda_in *in, double *intensity, double *emission,
                                   int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_carbon_target_sda_in v;
    skpi_status s;
    if ((s = SKPI__NEED(r.at, in, FLAGS, &v)) || (s = skpi__some(r.at, "in->n_years", v.n_years)) ||
        (s = skpi__given(&r, "in->intensity", v.intensity)) ||
        (s = skpi__given_matrix(&r, "in->activity", v.activity, v.n_years)) ||
        (s = skpi__array(r.at, "in->sector_intensity", v.sector_intensity, v.n_years, 1)) ||
        (s = skpi__array(r.at, "in->sector_activity", v.sector_activity, v.n_years, 1)) ||
        (s = skpi__fits(r.at, "intensity", n, v.n_years)) || (s = skpi__fits(r.at, "emission", n, v.n_years)) ||
        (s = sector(r.at, &v)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &v, i)))) return s;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < v.n_years; j++) {
            const size_t c = i * v.n_years + j;
            const double ci = skpi__row_good(&r, i) ? value(&v, i, j) : (double)NAN;
            skpi__put(intensity, c, ci);
            skpi__put(emission, c, skpi__row_good(&r, i) ? ci * v.activity[c] : (double)NAN);
        }
    return skpi__rows_end(&r);
}
