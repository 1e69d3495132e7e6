/* When an emission path is highest, and when it is at net zero; the equations stand with each shape (path.h). */
#include "carbon/path.h"
#include "core/check.h"

/* What both functions check: the path, and every row of it. */
static skpi_status begin(skpi__rows *r, const skpi_carbon_path *path, skpi_carbon_path *own,
                         const skpi__carbon_shape **shape)
{
    skpi_status s = skpi__carbon_take(r->at, path, own, shape);
    return s ? s : skpi__carbon_given(r, *shape, own, 0);
}

/* Date and emission of the maximum of a path.
 *
 * Given:    n          places
 *           path       as for skpi_carbon_path_value
 * Returned: t_peak     its first date, decimal year (n), or NULL; NaN: the path rises for ever
 *           e_peak     the emission there, the caller's unit per year (n), or NULL; NaN with t_peak
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED,
 *           SKPI_EINCONSISTENT (as for skpi_carbon_path_value), SKPI_EOVERFLOW, SKPI_ENOMEM
 * Source:   each shape's file; of the capped shape Raupach et al. 2014, Nature Climate Change 4, 873-879 (Methods)
 */
skpi_status skpi_carbon_path_peak(size_t n, const skpi_carbon_path *path, double *t_peak, double *e_peak,
                                  int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    double t, e;
    skpi_status s = begin(&r, path, &own, &shape);
    if (s) return s;
    for (size_t i = 0; i < n; i++) { /* every row before the first write */
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        const skpi__at at = skpi__row_at(&r, i);
        if (!(s = skpi__carbon_check(at, shape, &own, &k, 0))) {
            shape->peak(&k, &t, &e);
            if (isinf(t) || isinf(e)) s = skpi__result(at, isinf(t) ? "t_peak" : "e_peak", isinf(t) ? t : e);
        }
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        t = e = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            shape->peak(&k, &t, &e);
        }
        skpi__put(t_peak, i, t);
        skpi__put(e_peak, i, e);
    }
    return skpi__rows_end(&r);
}

/* Date at which a path is at net zero, or at another threshold.
 *
 * Given:    n          places
 *           path       as for skpi_carbon_path_value
 *           threshold  emission that counts as net zero, the caller's unit per year (n); NULL = 0
 * Returned: first      the first date at or after t0 at which the emission is at or below the threshold, decimal year (n),
 *                      or NULL; NaN: never
 *           permanent  the date from which on it stays so (n), or NULL; NaN: never.  Later than first where the path
 *                      starts at or below the threshold and rises above it
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED,
 *           SKPI_EINCONSISTENT (as for skpi_carbon_path_value), SKPI_EOVERFLOW, SKPI_ENOMEM
 * Source:   each shape's file
 */
skpi_status skpi_carbon_path_net_zero(size_t n, const skpi_carbon_path *path, const double *threshold, double *first,
                                      double *permanent, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s = begin(&r, path, &own, &shape);
    if (s || (s = skpi__fits(r.at, "threshold", n, 1))) return s;
    for (size_t i = 0; i < n; i++) { /* every row before the first write */
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        const skpi__at at = skpi__row_at(&r, i);
        s = skpi__carbon_check(at, shape, &own, &k, 0);
        if (!s && threshold) s = skpi__finite(at, "threshold", threshold[i]);
        if (!s) {
            double date = shape->settle(&k, threshold ? threshold[i] : 0);
            if (isinf(date)) s = skpi__result(at, "permanent", date);
        }
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        double once = (double)NAN, stays = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            const double level = threshold ? threshold[i] : 0; /* an output may be the array threshold */
            stays = shape->settle(&k, level);
            once = k.e0 <= level ? k.t0 : stays;
        }
        skpi__put(first, i, once);
        skpi__put(permanent, i, stays);
    }
    return skpi__rows_end(&r);
}
