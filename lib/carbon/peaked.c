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
#include "series/trend.h"

enum { MIN_YEARS = 5, MIN_VALUES = 3 };
#define SIGNIFICANCE .05

typedef struct work {
    skpi_table y;
    skpi_carbon_peaked_options o;
    double *t, *v, *room; /* years and values of a row; slopes */
} work;

typedef struct place {
    size_t n, peak, first;
    int32_t since;
} place; /* first: of the window */

static skpi_status look(skpi__at at, const work *w, size_t i, place *p)
{
    const skpi_status s = skpi__observed(at, &w->y, i, w->t, w->v, &p->n);
    if (s < 0) return s;
    p->peak = 0;
    for (size_t j = 1; j < p->n; j++)
        if (w->v[j] > w->v[p->peak]) p->peak = j;
    p->first = p->peak + (w->o.window == SKPI_CARBON_PEAKED_WINDOW_AFTER);
    p->since = (int32_t)(w->t[p->n - 1] - w->t[p->peak]);
    if (p->since >= w->o.min_years && p->n - p->first < MIN_VALUES)
        return skpi__fail(at, SKPI_ENODATA, "emission->value", (double)(p->n - p->first),
                          "values since the maximum: a trend needs %d", (int)MIN_VALUES);
    return s;
}

static void verdict(const work *w, const skpi_carbon_peaked_out *out, size_t i, const place *p)
{
    const double none = (double)NAN, peak = w->v[p->peak], last = w->v[p->n - 1];
    const size_t used = p->n - p->first;
    skpi__trend trend = {none, none, none, none, none, none};
    if (used >= MIN_VALUES) trend = skpi__trend_of(used, w->t + p->first, w->v + p->first, w->room);
    const int moves = trend.p < w->o.significance;
    skpi__set_int(out->verdict, i,
                  p->since < w->o.min_years ? SKPI_CARBON_PEAKED_VERDICT_NOT_YET
                  : moves && trend.s < 0    ? SKPI_CARBON_PEAKED_VERDICT_PEAKED
                  : moves && trend.s > 0    ? SKPI_CARBON_PEAKED_VERDICT_REBOUNDING
                                            : SKPI_CARBON_PEAKED_VERDICT_PLATEAU);
    skpi__set_int(out->peak_year, i, w->y.year[0] + (int32_t)w->t[p->peak]);
    skpi__set_int(out->since, i, p->since);
    skpi__set_int(out->used, i, (int32_t)used);
    skpi__set(out->peak, i, peak);
    skpi__set(out->change, i, peak > 0 ? (last - peak) / peak : none);
    skpi__set(out->s, i, trend.s);
    skpi__set(out->variance, i, trend.variance);
    skpi__set(out->z, i, trend.z);
    skpi__set(out->p, i, trend.p);
    skpi__set(out->slope, i, trend.slope);
}

static void failed(const skpi_carbon_peaked_out *out, size_t i)
{
    int32_t *const whole[] = {out->verdict, out->peak_year, out->since, out->used};
    double *const real[] = {out->peak, out->change, out->s, out->variance, out->z, out->p, out->slope};
    for (size_t k = 0; k < sizeof whole / sizeof *whole; k++) skpi__set_int(whole[k], i, SKPI_NONE);
    for (size_t k = 0; k < sizeof real / sizeof *real; k++) skpi__set(real[k], i, (double)NAN);
}

static skpi_status options_of(skpi__at at, const skpi_carbon_peaked_options *options, skpi_carbon_peaked_options *o)
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
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_carbon_peaked_out wanted;
    work w;
    place p;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, emission, &w.y)) || (s = options_of(r.at, options, &w.o)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &wanted)))
        return s;
    r.n = w.y.n;
    double *room = skpi__slopes_room(w.y.m, 3); /* a window of two or three has more values than slopes */
    if (!room) return skpi__refuse(r.at, SKPI_ENOMEM, "emission->m", "years have more pairs than there is memory");
    w.t = room;
    w.v = room + w.y.m;
    w.room = room + 2 * w.y.m;
    for (size_t i = 0; i < w.y.n; i++)
        if ((s = skpi__row(&r, i, look(skpi__row_at(&r, i), &w, i, &p)))) goto end;
    for (size_t i = 0; i < w.y.n; i++) {
        if (skpi__row_good(&r, i)) {
            (void)look(skpi__row_at(&r, i), &w, i, &p); /* it was good above */
            verdict(&w, &wanted, i, &p);
        } else {
            failed(&wanted, i);
        }
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    return s;
}
