/* Dates at which an emission path is at net zero or at another threshold; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

skpi_status skpi_carbon_path_net_zero(const skpi_carbon_path *path, const double *threshold, double *first,
                                      double *permanent, int32_t *status)
{
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own, &shape);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.n, status);
    if ((s = skpi__carbon_given(&r, shape, &own, 0)) || (s = skpi__array_size(r.at, "threshold", r.n, 1))) return s;
    for (size_t i = 0; i < r.n; i++) { /* every row before the first write */
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
    for (size_t i = 0; i < r.n; i++) {
        double once = (double)NAN, stays = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            const double limit = threshold ? threshold[i] : 0; /* an output may be the array threshold */
            stays = shape->settle(&k, limit);
            once = k.e0 <= limit ? k.t0 : stays;
        }
        skpi__set(first, i, once);
        skpi__set(permanent, i, stays);
    }
    return skpi__rows_end(&r);
}
