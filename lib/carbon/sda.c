/* The sectoral decarbonisation approach: a place's intensity converges to that of its sector.
 *
 *   CI_y = d p_y m_y + SI_end,  d = CI_base - SI_end
 *   p_y = (SI_y - SI_end)/(SI_base - SI_end)
 *   m_y = (own activity/sector's activity in the base year)/(the same in y), at most 1 unless told otherwise
 *   target emission = CI_y x own activity
 *
 * The first year is the base.  The end is the last year, or an intensity that is given: where activities are known for
 * fewer years than the sector's path has, the last of them is no end.
 * Source: O. Krabbe et al., Nature Climate Change 5 (2015) 1057; Science Based Targets initiative, Sectoral
 * Decarbonization Approach (2015), 4.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/product.h"

enum { FLAGS = SKPI_CARBON_SDA_FLAG_UNCAPPED | SKPI_CARBON_SDA_FLAG_CLAMP };

typedef struct sda_call {
    skpi_carbon_target_sda_in in;
    double *intensity, *emission;
} sda_call;

static double sda_end(const skpi_carbon_target_sda_in *v)
{
    return v->end_intensity ? *v->end_intensity : v->sector_intensity[v->n_years - 1];
}

static int sda_below(const skpi_carbon_target_sda_in *v, size_t i) { return skpi__varies(v->intensity[i], sda_end(v)); }

static double sda_intensity(const skpi_carbon_target_sda_in *v, size_t i, size_t j)
{
    const double *si = v->sector_intensity, *sa = v->sector_activity, *own = v->activity + i * v->n_years;
    const double end = sda_end(v);
    if (sda_below(v, i) && (v->flags & SKPI_CARBON_SDA_FLAG_CLAMP)) return v->intensity[i];
    /* whatever their order, a product of some of the factors may be beyond the range of a double */
    const skpi__far left = skpi__far_over(skpi__far_difference(si[j], end), skpi__far_difference(si[0], end));
    const skpi__far moved = skpi__far_times(skpi__far_difference(v->intensity[i], end), left);
    const skpi__far m = skpi__far_over(skpi__far_quotient(own[0], sa[0]), skpi__far_quotient(own[j], sa[j]));
    if (skpi__far_value(m) > 1 && !(v->flags & SKPI_CARBON_SDA_FLAG_UNCAPPED)) return skpi__far_value(moved) + end;
    return skpi__far_value(skpi__far_times(moved, m)) + end;
}

static skpi_status sda_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const skpi_carbon_target_sda_in *v = &((const sda_call *)call)->in;
    const double *activity = v->activity + i * v->n_years;
    skpi_status s = skpi__quantity(at, "in->intensity", v->intensity[i]);
    (void)kept;
    if (s) return s;
    for (size_t j = 0; j < v->n_years; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__divisor(at, "in->activity", activity[j]))) return s;
    }
    for (size_t j = 0; j < v->n_years; j++) {
        const double ci = sda_intensity(v, i, j);
        at.column = (int64_t)j;
        if ((s = skpi__result(at, "intensity", ci)) || (s = skpi__result(at, "emission", ci * activity[j]))) return s;
    }
    return sda_below(v, i) ? SKPI_WADJUSTED : SKPI_OK;
}

static skpi_status sda_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const sda_call *c = call;
    (void)at, (void)kept;
    for (size_t j = 0; j < c->in.n_years; j++) {
        const size_t cell = i * c->in.n_years + j;
        const double ci = sda_intensity(&c->in, i, j);
        skpi__set(c->intensity, cell, ci);
        skpi__set(c->emission, cell, ci * c->in.activity[cell]);
    }
    return SKPI_OK;
}

static void sda_fail(const void *call, size_t i)
{
    const sda_call *c = call;
    skpi__set_nan_row(c->intensity, i, c->in.n_years);
    skpi__set_nan_row(c->emission, i, c->in.n_years);
}

/* Checks the sector's values; an error there fails the whole call. */
static skpi_status sda_sector_check(skpi__at at, const skpi_carbon_target_sda_in *v)
{
    skpi_status s;
    for (size_t j = 0; j < v->n_years; j++)
        if ((s = skpi__finite(skpi__element(at, j), "in->sector_intensity", v->sector_intensity[j]))) return s;
    for (size_t j = 0; j < v->n_years; j++)
        if ((s = skpi__divisor(skpi__element(at, j), "in->sector_activity", v->sector_activity[j]))) return s;
    if (v->end_intensity && (s = skpi__finite(skpi__element(at, 0), "in->end_intensity", *v->end_intensity))) return s;
    if (skpi__same(v->sector_intensity[0], sda_end(v)))
        return skpi__fail(skpi__element(at, v->n_years - 1), SKPI_EZERODIV, "in->sector_intensity",
                          v->sector_intensity[0], "is that of the base year too: the sector has no path to follow");
    return SKPI_OK;
}

/* Warns if the sector's intensity still falls fast in the last year, so that its path probably goes on after it. */
static int32_t sda_unfinished(skpi__at at, const skpi_carbon_target_sda_in *v)
{
    const size_t last = v->n_years - 1;
    double steepest = 0, most = fabs(v->sector_intensity[last]);
    if (v->end_intensity) return SKPI_OK; /* without it there are two years: one has no path */
    for (size_t j = 0; j < last; j++) {
        steepest = fmax(steepest, v->sector_intensity[j] - v->sector_intensity[j + 1]);
        most = fmax(most, fabs(v->sector_intensity[j]));
    }
    if (skpi__reaches(steepest / 2, v->sector_intensity[last - 1] - v->sector_intensity[last], most)) return SKPI_OK;
    return (int32_t)skpi__warn(
        skpi__element(at, last), "in->sector_intensity", v->sector_intensity[last],
        "still falls in the last year, and is taken for the sector's end: give in->end_intensity");
}

skpi_status skpi_carbon_target_sda(const skpi_carbon_target_sda_in *in, double *intensity, double *emission,
                                   int32_t *status)
{
    static const skpi__rows_steps steps = {0, sda_check, sda_compute, sda_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    sda_call c = {.intensity = intensity, .emission = emission};
    skpi_carbon_target_sda_in *const v = &c.in;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, FLAGS, v))) return s;
    r.n = v->n;
    if ((s = skpi__count(r.at, "in->n_years", v->n_years)) ||
        (s = skpi__rows_array(&r, "in->intensity", v->intensity)) ||
        (s = skpi__rows_matrix(&r, "in->activity", v->activity, v->n_years)) ||
        (s = skpi__array(r.at, "in->sector_intensity", v->sector_intensity, v->n_years, 1)) ||
        (s = skpi__array(r.at, "in->sector_activity", v->sector_activity, v->n_years, 1)) ||
        (s = sda_sector_check(r.at, v)))
        return s;
    r.whole = sda_unfinished(r.at, v);
    return skpi__rows_run(&r, &steps, &c);
}
