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

static double sda_intensity(const skpi_carbon_target_sda_in *v, size_t i, size_t j)
{
    const double *si = v->sector_intensity, *sa = v->sector_activity, *own = v->activity + i * v->n_years;
    const double end = si[v->n_years - 1], d = v->intensity[i] - end;
    double m = (own[0] / sa[0]) / (own[j] / sa[j]);
    if (d < 0 && (v->flags & SKPI_CARBON_SDA_FLAG_CLAMP)) return v->intensity[i];
    if (m > 1 && !(v->flags & SKPI_CARBON_SDA_FLAG_UNCAPPED)) m = 1;
    return d * ((si[j] - end) / (si[0] - end)) * m + end;
}

static skpi_status sda_check(skpi__at at, const skpi_carbon_target_sda_in *v, size_t i)
{
    skpi_status s = skpi__quantity(at, "in->intensity", v->intensity[i]);
    if (s) return s;
    for (size_t j = 0; j < v->n_years; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__divisor(at, "in->activity", v->activity[i * v->n_years + j]))) return s;
    }
    for (size_t j = 0; j < v->n_years; j++) {
        const double ci = sda_intensity(v, i, j);
        at.column = (int64_t)j;
        if ((s = skpi__result(at, "intensity", ci)) ||
            (s = skpi__result(at, "emission", ci * v->activity[i * v->n_years + j])))
            return s;
    }
    return v->intensity[i] < v->sector_intensity[v->n_years - 1] ? SKPI_WADJUSTED : SKPI_OK;
}

/* The sector itself: what is wrong here fails the call. */
static skpi_status sector_check(skpi__at at, const skpi_carbon_target_sda_in *v)
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

skpi_status skpi_carbon_target_sda(const skpi_carbon_target_sda_in *in, double *intensity, double *emission,
                                   int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_carbon_target_sda_in v;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, FLAGS, &v))) return s;
    r.n = v.n;
    if ((s = skpi__count(r.at, "in->n_years", v.n_years)) || (s = skpi__rows_array(&r, "in->intensity", v.intensity)) ||
        (s = skpi__rows_matrix(&r, "in->activity", v.activity, v.n_years)) ||
        (s = skpi__array(r.at, "in->sector_intensity", v.sector_intensity, v.n_years, 1)) ||
        (s = skpi__array(r.at, "in->sector_activity", v.sector_activity, v.n_years, 1)) ||
        (s = skpi__array_size(r.at, "intensity", v.n, v.n_years)) ||
        (s = skpi__array_size(r.at, "emission", v.n, v.n_years)) || (s = sector_check(r.at, &v)))
        return s;
    for (size_t i = 0; i < v.n; i++)
        if ((s = skpi__row(&r, i, sda_check(skpi__row_at(&r, i), &v, i)))) return s;
    for (size_t i = 0; i < v.n; i++)
        for (size_t j = 0; j < v.n_years; j++) {
            const size_t c = i * v.n_years + j;
            const double ci = skpi__row_good(&r, i) ? sda_intensity(&v, i, j) : (double)NAN;
            skpi__set(intensity, c, ci);
            skpi__set(emission, c, skpi__row_good(&r, i) ? ci * v.activity[c] : (double)NAN);
        }
    return skpi__rows_end(&r);
}
