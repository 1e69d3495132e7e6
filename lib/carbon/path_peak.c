/* Date and emission of the peak of a path; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

typedef struct peak_call {
    skpi__carbon_paths own;
    double *t_peak, *e_peak;
} peak_call;

typedef struct peak_found {
    double t, e;
} peak_found;

static skpi_status peak_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const peak_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    peak_found *found = kept;
    const skpi_status s = skpi__carbon_check(at, &c->own, &k, 0);
    if (s) return s;
    c->own.shape->peak(&k, &found->t, &found->e);
    if (isinf(found->t)) return skpi__result(at, "t_peak", found->t);
    return isinf(found->e) ? skpi__result(at, "e_peak", found->e) : SKPI_OK;
}

static skpi_status peak_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const peak_call *c = call;
    const peak_found *found = kept;
    (void)at;
    skpi__set(c->t_peak, i, found->t);
    skpi__set(c->e_peak, i, found->e);
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
    peak_call c = {.t_peak = t_peak, .e_peak = e_peak};
    skpi__rows r;
    skpi_status s;
    if ((s = skpi__carbon_take(__func__, path, status, &c.own, &r)) || (s = skpi__carbon_given(&r, &c.own, 0)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
