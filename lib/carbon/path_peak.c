/* Date and emission of the peak of a path; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

skpi_status skpi_carbon_path_peak(const skpi_carbon_path *path, double *t_peak, double *e_peak, int32_t *status)
{
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    double t, e;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own, &shape);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.n, status);
    if ((s = skpi__carbon_given(&r, shape, &own, 0))) return s;
    for (size_t i = 0; i < r.n; i++) { /* every row before the first write */
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        const skpi__at at = skpi__row_at(&r, i);
        if (!(s = skpi__carbon_check(at, shape, &own, &k, 0))) {
            shape->peak(&k, &t, &e);
            if (isinf(t) || isinf(e)) s = skpi__result(at, isinf(t) ? "t_peak" : "e_peak", isinf(t) ? t : e);
        }
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < r.n; i++) {
        t = e = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            shape->peak(&k, &t, &e);
        }
        skpi__set(t_peak, i, t);
        skpi__set(e_peak, i, e);
    }
    return skpi__rows_end(&r);
}
