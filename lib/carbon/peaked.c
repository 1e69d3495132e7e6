/* Verdict on a peak of emissions, from the maximum and the trend of the years since.
 *
 *   peak        the first of the largest values
 *   window      from the year after the maximum (or from the maximum itself) to the last value
 *   not peaked  the maximum is less than 5 years old
 *   peaked      the window falls: p < .05 and S < 0 (Mann-Kendall, two-sided);  rebounding: p < .05 and S > 0
 *   plateau     neither
 * A window that begins at the maximum is biased to a fall, because every later value is below the first.
 *
 * Sources: H. B. Mann, Econometrica 13 (1945) 245; M. G. Kendall, Rank Correlation Methods (1975); P. K. Sen, Journal
 * of the American Statistical Association 63 (1968) 1379. The classes are this library's own.
 */
#include <smartkpi/carbon.h>
#include <stdlib.h>
#include "carbon/observed.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/decimal.h"
#include "series/jump.h"
#include "series/trend.h"

enum { MIN_YEARS = 5, MIN_VALUES = 3 };
#define SIGNIFICANCE .05

typedef struct peaked_call {
    skpi_table y;
    skpi_carbon_peaked_options o;
    skpi_carbon_peaked_out out;
    double *t, *v, *slopes; /* years and values of a row, and room for its slopes */
} peaked_call;

typedef struct peaked_found {
    double peak, last;
    size_t used; /* number of values in the window */
    int32_t peak_year, since;
    skpi__trend trend;
} peaked_found;

/* From the peak to the last value, as a part of the peak; NaN if the peak is not above 0. */
static double peaked_change(const peaked_found *f) { return f->peak > 0 ? (f->last - f->peak) / f->peak : (double)NAN; }

static skpi_status peaked_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const peaked_call *c = call;
    peaked_found *f = kept;
    const double none = (double)NAN;
    size_t n, peak = 0;
    const skpi_status s = skpi__observed(at, &c->y, i, c->t, c->v, &n);
    if (s < 0) return s;
    for (size_t j = 1; j < n; j++)
        if (skpi__varies(c->v[peak], c->v[j])) peak = j;
    const size_t first = peak + (c->o.window == SKPI_CARBON_PEAKED_WINDOW_AFTER);
    const int32_t year = (int32_t)c->t[peak], since = (int32_t)(c->t[n - 1] - c->t[peak]);
    *f = (peaked_found){c->v[peak],          c->v[n - 1], n - first,
                        c->y.year[0] + year, since,       {none, none, none, none, none, none}};
    if (isinf(peaked_change(f))) return skpi__result(at, "out->change", peaked_change(f));
    if (f->used >= MIN_VALUES) f->trend = skpi__trend_of(f->used, c->t + first, c->v + first, c->slopes);
    return (skpi_status)(s | skpi__jump_warn_row(at, "emission->value", &c->y, c->y.year[0], n, c->t, c->v, 0, peak));
}

static int32_t peaked_verdict(const peaked_call *c, const peaked_found *f)
{
    if (f->since < c->o.min_years) return SKPI_CARBON_PEAKED_VERDICT_NOT_YET;
    if (!(f->trend.p < c->o.significance)) return SKPI_CARBON_PEAKED_VERDICT_PLATEAU; /* with s = 0 p is 1 */
    return f->trend.s < 0 ? SKPI_CARBON_PEAKED_VERDICT_PEAKED : SKPI_CARBON_PEAKED_VERDICT_REBOUNDING;
}

static skpi_status peaked_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const peaked_call *c = call;
    const skpi_carbon_peaked_out *out = &c->out;
    const peaked_found *f = kept;
    (void)at;
    skpi__set_int(out->verdict, i, peaked_verdict(c, f));
    skpi__set_int(out->peak_year, i, f->peak_year);
    skpi__set_int(out->since, i, f->since);
    skpi__set_int(out->used, i, (int32_t)f->used);
    skpi__set(out->peak, i, f->peak);
    skpi__set(out->change, i, peaked_change(f));
    skpi__set(out->s, i, f->trend.s);
    skpi__set(out->variance, i, f->trend.variance);
    skpi__set(out->z, i, f->trend.z);
    skpi__set(out->p, i, f->trend.p);
    skpi__set(out->slope, i, f->trend.slope);
    return SKPI_OK;
}

static void peaked_fail(const void *call, size_t i)
{
    const skpi_carbon_peaked_out *out = &((const peaked_call *)call)->out;
    int32_t *const whole[] = {out->verdict, out->peak_year, out->since, out->used};
    double *const real[] = {out->peak, out->change, out->s, out->variance, out->z, out->p, out->slope};
    for (size_t k = 0; k < sizeof whole / sizeof *whole; k++) skpi__set_int(whole[k], i, SKPI_NONE);
    for (size_t k = 0; k < sizeof real / sizeof *real; k++) skpi__set(real[k], i, (double)NAN);
}

static skpi_status peaked_options(skpi__at at, const skpi_carbon_peaked_options *options, skpi_carbon_peaked_options *o)
{
    static const int32_t windows[] = {SKPI_CARBON_PEAKED_WINDOW_AFTER, SKPI_CARBON_PEAKED_WINDOW_FROM, 0};
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, o);
    if (s) return s;
    if (!o->window) o->window = SKPI_CARBON_PEAKED_WINDOW_AFTER;
    if (!o->min_years) o->min_years = MIN_YEARS;
    if (o->significance == 0) o->significance = SIGNIFICANCE;
    if ((s = skpi__choice(at, "options->window", o->window, windows, "a window (enum skpi_carbon_peaked_window)")))
        return s;
    if (o->min_years < 0) return skpi__fail(at, SKPI_ERANGE, "options->min_years", o->min_years, "is negative");
    return skpi__probability(at, "options->significance", o->significance);
}

skpi_status skpi_carbon_peaked(const skpi_table *emission, const skpi_carbon_peaked_options *options,
                               skpi_carbon_peaked_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(peaked_found), peaked_check, peaked_compute, peaked_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    peaked_call c;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, emission, &c.y)) || (s = peaked_options(r.at, options, &c.o)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    r.n = c.y.n;
    r.count = "emission->n";
    /* room for three vectors more: with two or three values there are more values than slopes */
    c.t = skpi__slopes_room(c.y.m, 3);
    if (!c.t) return skpi__no_memory(r.at, "emission->m", c.y.m);
    c.v = c.t + c.y.m;
    c.slopes = c.t + 2 * c.y.m;
    s = skpi__rows_run(&r, &steps, &c);
    free(c.t);
    return s;
}
