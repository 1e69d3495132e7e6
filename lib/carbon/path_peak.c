/* Date and emission of the peak of a path; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

typedef struct peak_call {
    const skpi__carbon_paths *paths;
    double *t_peak, *e_peak;
} peak_call;

typedef struct peak_found {
    double t, e;
} peak_found;

static skpi_status peak_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const peak_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    const skpi_status s = skpi__carbon_check(at, c->paths, &k, 0);
    peak_found *f = kept;
    if (s < 0) return s;
    c->paths->shape->peak(&k, &f->t, &f->e);
    return isinf(f->t) || isinf(f->e) ? skpi__result(at, isinf(f->t) ? "t_peak" : "e_peak", isinf(f->t) ? f->t : f->e)
                                      : s;
}

static skpi_status peak_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const peak_call *c = call;
    const peak_found *f = kept;
    (void)at;
    skpi__set(c->t_peak, i, f->t);
    skpi__set(c->e_peak, i, f->e);
    return SKPI_OK;
}

static void peak_fail(const void *call, size_t i)
{
    const peak_call *c = call;
    skpi__set(c->t_peak, i, (double)NAN);
    skpi__set(c->e_peak, i, (double)NAN);
}

skpi_status skpi_carbon_path_peak(const skpi_carbon_path *path, double *t_peak, double *e_peak, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(peak_found), peak_check, peak_compute, peak_fail};
    skpi__carbon_paths own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.path.n, status);
    r.count = "path->n";
    if ((s = skpi__carbon_given(&r, &own, 0))) return s;
    return skpi__rows_run(&r, &steps, &(peak_call){&own, t_peak, e_peak});
}
